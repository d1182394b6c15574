//! `within D of` a date, a time or a topic: distance in time; and how two topics are held against each other.

use super::{
    Entry, Given, Literal, Predicate, Reading, Sense, Verdict,
    each::{Asked, every_claim, moved, same_axis},
    literal::against,
    reading::{Sort, sort_of},
    truth::Truth,
    wording,
};
use crate::{
    finding::{Outcome, Role},
    grammar::{Pair, Rule, SentenceMistake, part},
    table::{Placed, Subject, Table},
    value::{Interval, Kind, Position, Tolerance, Value, interval::same},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: Entry =
    Entry { name: "near", forms: &["within DURATION of DATE or TOPIC"], production: Rule::near, read };

/// `within D of DATE or TOPIC`
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The distance as written.
    pub words: String,
    /// The distance on the axis of the subject's kind.
    pub distance: f64,
    /// From what.
    pub operand: Against,
}

/// What a subject is held against.
#[derive(Clone, Debug, PartialEq)]
pub enum Against {
    /// A value that the rule writes.
    Literal(Box<Literal>),
    /// What the articles give for another topic, or say of themselves.
    Topic(Subject),
}

fn read(pair: &Pair<'_>, reading: &Reading<'_>) -> Result<Arc<dyn Predicate>, Vec<SentenceMistake>> {
    let kind = reading.kind(pair)?;
    if sort_of(kind) != Sort::Moment {
        return Err(reading.wrong_kind(pair, "near", kind));
    }
    let written = part(pair, Rule::distance).unwrap_or_else(|| pair.clone());
    let distance = reading.tolerance(&written, kind).and_then(|(words, tolerance)| match tolerance {
        Tolerance::Amount(amount) => Ok((words, amount)),
        Tolerance::Percent(_) => {
            let message = format!("`{words}` is no distance in time");
            Err(vec![reading.mistake("bad-tolerance", &written, message)])
        }
    });
    match (distance, operand(pair, reading, kind)) {
        (Ok((words, distance)), Ok(operand)) => Ok(Arc::new(Near { words, distance, operand })),
        (distance, operand) => Err(distance.err().into_iter().chain(operand.err()).flatten().collect()),
    }
}

/// Reads what a subject is held against: a topic of the same kind, or a value of it.
///
/// # Errors
/// The topic is of another kind, or the words mean no such value.
pub fn operand(pair: &Pair<'_>, reading: &Reading<'_>, kind: Kind) -> Result<Against, Vec<SentenceMistake>> {
    let written = part(pair, Rule::operand).unwrap_or_else(|| pair.clone());
    let Some(subject) = reading.operand(&written) else {
        return reading.literal(&written, kind).map(|literal| Against::Literal(Box::new(literal)));
    };
    reading.of_kind(&written, &subject, kind)?;
    Ok(Against::Topic(subject))
}

impl fmt::Display for Near {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "within {} of {}", self.words, self.operand)
    }
}

impl Against {
    /// The column that it reads, where it is no literal.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::Literal(_) => None,
            Self::Topic(subject) => Some(subject.clone()),
        }
    }

    /// The value that the rule writes, where it writes one.
    #[must_use]
    pub fn literal(&self) -> Option<&Literal> {
        match self {
            Self::Literal(literal) => Some(literal),
            Self::Topic(_) => None,
        }
    }

    /// As a message says it.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Literal(literal) => literal.to_string(),
            Self::Topic(subject) => wording::the(&subject.to_string()),
        }
    }
}

impl fmt::Display for Against {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Literal(literal) => literal.fmt(to),
            Self::Topic(subject) => subject.fmt(to),
        }
    }
}

impl Predicate for Near {
    fn asks(&self) -> &'static str {
        "every claim lies, or may lie, no further away than that"
    }

    fn given(&self) -> Vec<Given<'_>> {
        let distance = Given::Distance(&self.words);
        std::iter::once(distance).chain(self.operand.literal().map(Given::Value)).collect()
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let at_most = |distance: f64| distance <= self.distance || same(distance, self.distance);
        let test = |claim: Interval, other: Interval| match &self.operand {
            Against::Literal(_) => {
                let region = Interval::closed(other.lo - self.distance, other.hi + self.distance);
                Truth::inside(claim, region)
            }
            Against::Topic(_) => {
                Truth::of(at_most(claim.least_distance(other)), at_most(claim.greatest_distance(other)))
            }
        };
        let words = format!("within {} of {}", self.words, self.operand.in_words());
        judge(table, subject, &self.operand, self.distance, &test, Asked { sense, words: &words })
    }

    fn operands(&self, _: &Subject) -> Vec<Subject> {
        self.operand.subject().into_iter().collect()
    }
}

/// Holds the claims of a subject against an operand. `reach` is how far from a claim what satisfies the test may lie.
#[must_use]
pub fn judge(
    table: &Table<'_>,
    subject: &Subject,
    operand: &Against,
    reach: f64,
    test: &dyn Fn(Interval, Interval) -> Truth,
    asked: Asked<'_>,
) -> Verdict {
    let claims = table.claims(&subject.to_string());
    match operand {
        Against::Literal(literal) => {
            let (positions, truths) = against(table, claims, &[&literal.value], |claim, literals| {
                same_axis(claim, literals.first()?).map(|(claim, value)| test(claim, value).in_sense(asked.sense))
            });
            every_claim(table, subject, &moved(claims, positions), &truths, asked)
        }
        Against::Topic(other) => {
            let name = other.to_string();
            two_topics(table, subject, claims, (&name, table.claims(&name)), reach, test, asked)
        }
    }
}

/// Compares two topics inside each article that has both; where no article has, across the story.
fn two_topics(
    table: &Table<'_>,
    subject: &Subject,
    claims: &[Placed<'_>],
    (other, others): (&str, &[Placed<'_>]),
    reach: f64,
    test: &dyn Fn(Interval, Interval) -> Truth,
    asked: Asked<'_>,
) -> Verdict {
    let mut compared = inside_articles(table, claims, others, reach, test, asked.sense);
    let across = compared.articles.is_empty();
    if across {
        let operands = Operands::new(others, &(0..others.len()).collect::<Vec<_>>());
        compared.truths =
            claims.iter().map(|placed| operands.judge(&placed.position, reach, test, asked.sense)).collect();
    }
    let decided = compared.truths.iter().any(Option::is_some);
    let mut verdict = if !decided && !claims.is_empty() && others.is_empty() {
        let evidence = claims.iter().map(|placed| table.evidence(placed, Role::Context)).collect();
        let message = format!("no source gives {}", wording::the(other));
        Verdict { evidence, ..Verdict::bare(Outcome::NoEvidence, message) }
    } else {
        every_claim(table, subject, claims, &compared.truths, asked)
    };
    let failed = verdict.outcome == Outcome::Fail;
    verdict.evidence.extend(others.iter().map(|placed| {
        let counts = across && decided && placed.is_determinate() || compared.articles.contains(&placed.article);
        let opposes = failed && (across || compared.failed.contains(&placed.article));
        let role = match (counts, opposes) {
            (false, _) => Role::Context,
            (true, true) => Role::Opposes,
            (true, false) => Role::Supports,
        };
        table.evidence(placed, role)
    }));
    verdict
}

/// What was found inside the articles that have both topics.
struct Inside {
    truths: Vec<Option<Truth>>,
    articles: BTreeSet<usize>,
    failed: BTreeSet<usize>,
}

/// Compares two topics inside each article that has both. Positions inside an article decide, but mean nothing outside of
/// it, so they are not handed on.
fn inside_articles(
    table: &Table<'_>,
    claims: &[Placed<'_>],
    others: &[Placed<'_>],
    reach: f64,
    test: &dyn Fn(Interval, Interval) -> Truth,
    sense: Sense,
) -> Inside {
    let (mut placed, mut operands_placed) = (claims.to_vec(), others.to_vec());
    let mut found = Inside { truths: vec![None; claims.len()], articles: BTreeSet::new(), failed: BTreeSet::new() };
    for (article, (own, their)) in articles_with_both(claims, others) {
        place_inside(table, &mut placed, &own, &mut operands_placed, &their);
        let operands = Operands::new(&operands_placed, &their);
        for index in own {
            let truth = placed.get(index).and_then(|placed| operands.judge(&placed.position, reach, test, sense));
            if truth.is_some() {
                found.articles.insert(article);
            }
            if truth == Some(Truth::Never) {
                found.failed.insert(article);
            }
            if let Some(known) = found.truths.get_mut(index) {
                *known = truth;
            }
        }
    }
    found
}

/// The claims of both topics, by article, where an article has claims of both.
fn articles_with_both(claims: &[Placed<'_>], others: &[Placed<'_>]) -> BTreeMap<usize, (Vec<usize>, Vec<usize>)> {
    let mut by_article: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, placed) in claims.iter().enumerate() {
        by_article.entry(placed.article).or_default().0.push(index);
    }
    for (index, placed) in others.iter().enumerate() {
        by_article.entry(placed.article).or_default().1.push(index);
    }
    by_article.retain(|_, (own, their)| !own.is_empty() && !their.is_empty());
    by_article
}

/// Places the claims of one article against each other where more of them can be than against the whole story: dates of an
/// article without an anchor still have an order among themselves.
fn place_inside(
    table: &Table<'_>,
    claims: &mut [Placed<'_>],
    own: &[usize],
    others: &mut [Placed<'_>],
    their: &[usize],
) {
    let chosen = |placed: &[Placed<'_>], indexes: &[usize]| -> Vec<Position> {
        indexes.iter().filter_map(|&index| placed.get(index)).map(|placed| placed.position.clone()).collect()
    };
    let plain: Vec<Position> = chosen(claims, own).into_iter().chain(chosen(others, their)).collect();
    let known = |positions: &[Position]| {
        positions.iter().filter(|position| !matches!(position, Position::Indeterminate(_))).count()
    };
    if known(&plain) == plain.len() {
        return;
    }
    let values: Vec<&Value> = own
        .iter()
        .filter_map(|&index| claims.get(index))
        .chain(their.iter().filter_map(|&index| others.get(index)))
        .map(|placed| &placed.claim.value)
        .collect();
    let inside = (table.placing.within_article)(&values);
    if known(&inside) <= known(&plain) {
        return;
    }
    let mut inside = inside.into_iter();
    for &index in own {
        if let (Some(placed), Some(position)) = (claims.get_mut(index), inside.next()) {
            placed.position = position;
        }
    }
    for &index in their {
        if let (Some(placed), Some(position)) = (others.get_mut(index), inside.next()) {
            placed.position = position;
        }
    }
}

/// The claims of an operand, ready to answer whether one of them satisfies a test without trying them all.
struct Operands<'p> {
    axes: BTreeMap<&'p str, Ordered>,
    words: BTreeSet<&'p str>,
}

/// Intervals by their lower ends, with the witnesses that decide a test of order or distance.
struct Ordered {
    by_lo: Vec<Interval>,
    /// For each prefix, the one that reaches farthest up.
    farthest_up: Vec<Interval>,
    /// For each suffix, the one that ends first.
    first_to_end: Vec<Interval>,
}

impl<'p> Operands<'p> {
    fn new(others: &'p [Placed<'_>], chosen: &[usize]) -> Self {
        let mut axes: BTreeMap<&str, Vec<Interval>> = BTreeMap::new();
        let mut words = BTreeSet::new();
        for placed in chosen.iter().filter_map(|&index| others.get(index)) {
            match &placed.position {
                Position::On { axis, interval, .. } => axes.entry(axis).or_default().push(*interval),
                Position::Word(word) => {
                    words.insert(word.as_str());
                }
                Position::Indeterminate(_) => {}
            }
        }
        let axes = axes.into_iter().map(|(axis, intervals)| (axis, Ordered::new(intervals))).collect();
        Self { axes, words }
    }

    /// The best that the test says of a claim and any operand; `None` where there is none on its axis.
    fn judge(
        &self,
        claim: &Position,
        reach: f64,
        test: &dyn Fn(Interval, Interval) -> Truth,
        sense: Sense,
    ) -> Option<Truth> {
        let best = match claim {
            Position::On { axis, interval, .. } => {
                let witnesses = self.axes.get(axis.as_str())?.witnesses(*interval, reach);
                witnesses.into_iter().flatten().map(|other| test(*interval, *other)).max()
            }
            Position::Word(word) => {
                let is_given = self.words.contains(word.as_str());
                (!self.words.is_empty()).then(|| Truth::of(is_given, is_given))
            }
            Position::Indeterminate(_) => None,
        };
        best.map(|truth| truth.in_sense(sense))
    }
}

impl Ordered {
    fn new(mut by_lo: Vec<Interval>) -> Self {
        by_lo.sort_by(|a, b| a.lo.total_cmp(&b.lo).then(a.hi.total_cmp(&b.hi)));
        let running = |intervals: &mut dyn Iterator<Item = &Interval>, better: fn(&Interval, &Interval) -> bool| {
            let mut best: Option<Interval> = None;
            intervals
                .map(|interval| {
                    let kept = best.filter(|best| !better(interval, best)).unwrap_or(*interval);
                    best = Some(kept);
                    kept
                })
                .collect::<Vec<Interval>>()
        };
        let farthest_up = running(&mut by_lo.iter(), |new, best| new.hi > best.hi);
        let mut first_to_end = running(&mut by_lo.iter().rev(), |new, best| new.hi < best.hi);
        first_to_end.reverse();
        Self { by_lo, farthest_up, first_to_end }
    }

    /// The operands that decide: the first and the last to begin, the first and the last to end, and of those in reach of
    /// the claim the one that reaches farthest and the one that ends first.
    fn witnesses(&self, claim: Interval, reach: f64) -> [Option<&Interval>; 7] {
        let begun = self.by_lo.partition_point(|other| other.lo <= claim.hi + reach);
        let coming = self.by_lo.partition_point(|other| other.lo < claim.hi - reach);
        let after = self.by_lo.partition_point(|other| other.lo < claim.lo - reach);
        [
            self.by_lo.first(),
            self.by_lo.last(),
            self.farthest_up.last(),
            self.first_to_end.first(),
            begun.checked_sub(1).and_then(|last| self.farthest_up.get(last)),
            self.first_to_end.get(coming),
            self.first_to_end.get(after),
        ]
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("d within 6 days of 2022-01-10", "A: 2022-01-12", "pass"),
            ("d within 6 days of 2022-01-10", "A: 2022-01-04 2022-01-16", "pass"),
            ("d within 6 days of 2022-01-10", "A: 2022-01-17", "fail"),
            ("d within 6 days of 2022-01-10", "A: 2022-01-12..2022-01-20", "pass, imprecise"),
            ("d within 6 days of e", "A: 2022-01-12 e=2022-01-10", "pass"),
            ("d within 6 days of e", "A: 2022-01-12 e=2022-01-01", "fail"),
            ("d within 6 days of e", "A: 2022-01-12 e=2022-01-01 e=2022-01-18 | B: 2022-03-01", "pass"),
            ("d within 6 days of e", "A: rel+9 e=rel+7 | B@2021-12-31: 2022-01-12 e=2022-01-10", "pass"),
            ("d within 6 days of e", "A: 2022-01-12 e=2022-01-01..2022-01-20", "pass, imprecise"),
            ("d within 6 days of e", "A: 2022-01-12", "no evidence"),
        ]);
        for (sentence, story, expected) in [
            (
                "d within 6 days of e",
                "A: 2022-01-12 e=2022-01-01",
                "A puts the d on 12 January 2022, which is not within 6 days of the e",
            ),
            (
                "d within 1 day of 2022-01-10",
                "A: 2022-01-12..2022-01-20 | B: 2022-01-10",
                "A puts the d between 12 and 20 January 2022, which is not within 1 day of 2022-01-10",
            ),
            ("d within 6 days of e", "A: 2022-01-12 e=2022-01-10", "the one claim on the d is within 6 days of the e"),
            ("d within 6 days of e", "A: 2022-01-12", "no source gives the e"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
