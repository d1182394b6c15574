//! How two topics are held against each other: inside each article that has both, else across the story.

use super::{
    Items, Verdict,
    each::{Asked, every_claim},
    truth::Truth,
    wording,
};
use crate::{
    claim::Matter,
    finding::{ClaimMeaning, Evidence, GivenBy, Outcome, Role},
    placing::{Position, Situation},
    predicate::Sense,
    table::{Placed, Subject, Table},
    value::{Content, Interval, Value},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What is asked of a claim and one of the other topic.
pub struct Test<'t> {
    /// How far from a claim what satisfies the test may lie.
    pub reach: f64,
    /// What it answers on two stretches of one axis.
    pub test: &'t dyn Fn(Interval, Interval) -> Truth,
    /// Whether it must be so, or must not.
    pub sense: Sense,
}

/// Compares two topics inside each article that has both; where nothing can be compared so, across the story.
#[must_use]
pub fn two_topics(table: &Table<'_>, subject: &Subject, other: &Subject, test: &Test<'_>, asked: Asked<'_>) -> Verdict {
    let (claims, others) = (table.claims(&subject.id), table.claims(&other.id));
    let compared = inside_articles(table, claims, others, test);
    if !compared.articles.is_empty() {
        return inside(table, (subject, claims), (other, others), &compared, asked);
    }
    // What an article says about itself is compared with its own claims only.
    if [subject, other].into_iter().any(|one| matches!(one.id.matter, Matter::Property(_))) {
        return nothing(table, subject, other, claims, others);
    }
    // Each topic by itself may lie on a day or an axis of its own, as clock times do that state none.
    let (claims, others) = placed_together(table, claims, others);
    let truths = across_story(&claims, &others, test);
    if truths.iter().any(Option::is_some) {
        return across(table, subject, (&claims, &others), &truths, asked);
    }
    nothing(table, subject, other, &claims, &others)
}

/// The verdict where articles have both topics.
fn inside(
    table: &Table<'_>,
    (subject, claims): (&Subject, &[Placed<'_>]),
    (other, others): (&Subject, &[Placed<'_>]),
    compared: &Inside,
    asked: Asked<'_>,
) -> Verdict {
    let mut verdict = every_claim(table, subject, claims, &compared.truths, asked);
    let is_compared = |placed: &Placed<'_>| compared.articles.contains(&placed.article);
    let alone = |missing: &Subject| format!("its article does not give {}", wording::the(&missing.to_string()));
    for (evidence, placed) in verdict.evidence.iter_mut().zip(claims) {
        if evidence.role == Role::Context && placed.is_determinate() && !is_compared(placed) {
            evidence.apart = Some(alone(other).into());
        }
    }
    if let Some(items) = &mut verdict.items {
        tell_beside(table, items, others);
        let is_alone =
            |one: &&mut Evidence| one.meaning().is_none_or(|meaning| !matches!(meaning, ClaimMeaning::Unclear(_)));
        items.unchecked.iter_mut().filter(is_alone).for_each(|one| one.apart = Some(alone(other).into()));
    }
    let failed = verdict.outcome == Outcome::Fail;
    verdict.evidence.extend(others.iter().map(|placed| {
        if is_compared(placed) && placed.is_asserted() {
            let opposes = failed && compared.failed.contains(&placed.article);
            let evidence = table.evidence(placed, if opposes { Role::Opposes } else { Role::Supports });
            // Inside its article it has a place that it has not among those of others.
            if placed.is_placed() { evidence } else { evidence.without_meaning() }
        } else if placed.is_determinate() {
            table.context(placed, &alone(subject))
        } else {
            table.evidence(placed, Role::Context)
        }
    }));
    verdict
}

/// Adds to each that fails what it fails against in its article: the first few of that.
fn tell_beside(table: &Table<'_>, items: &mut Items, others: &[Placed<'_>]) {
    let mut beside: BTreeMap<Arc<GivenBy>, Vec<Evidence>> = BTreeMap::new();
    for placed in others {
        let evidence = table.evidence(placed, Role::Opposes);
        let known = beside.entry(Arc::clone(&evidence.given_by)).or_default();
        if known.len() < wording::MOST_LISTED {
            known.push(evidence);
        }
    }
    for item in &mut items.failed {
        let known = item.evidence.first().and_then(|own| beside.get(&own.given_by));
        item.evidence.extend(known.cloned().unwrap_or_default());
    }
}

/// The verdict where no article has both, and the claims of the story are compared.
fn across(
    table: &Table<'_>,
    subject: &Subject,
    (claims, others): (&[Placed<'_>], &[Placed<'_>]),
    truths: &[Option<Truth>],
    asked: Asked<'_>,
) -> Verdict {
    let mut verdict = every_claim(table, subject, claims, truths, asked);
    let decides = if verdict.outcome == Outcome::Fail { Role::Opposes } else { Role::Supports };
    verdict.evidence.extend(
        others
            .iter()
            .map(|placed| table.evidence(placed, if placed.is_determinate() { decides } else { Role::Context })),
    );
    verdict
}

/// That nothing could be compared, and why.
fn nothing(
    table: &Table<'_>,
    subject: &Subject,
    other: &Subject,
    claims: &[Placed<'_>],
    others: &[Placed<'_>],
) -> Verdict {
    let (what, to) = (wording::the(&subject.to_string()), wording::the(&other.to_string()));
    let why = || wording::unclear(table, claims).or_else(|| wording::unclear(table, others));
    let message = match (claims, others) {
        ([], _) => wording::nobody_gives(subject),
        (_, []) => wording::nobody_gives(other),
        _ => {
            let why = why().map_or_else(String::new, |why| format!(": {why}"));
            format!("no claim on {what} can be compared with {to}{why}")
        }
    };
    let evidence: Vec<Evidence> =
        claims.iter().chain(others).map(|placed| table.evidence(placed, Role::Context)).collect();
    Verdict { evidence, ..Verdict::bare(Outcome::NoEvidence, message) }
}

/// What each claim is against the best of the others, wherever they stand.
fn across_story(claims: &[Placed<'_>], others: &[Placed<'_>], test: &Test<'_>) -> Vec<Option<Truth>> {
    let asserted = others.iter().enumerate().filter(|(_, placed)| placed.is_asserted());
    let operands = Operands::new(others, &asserted.map(|(index, _)| index).collect::<Vec<_>>());
    let judge = |placed: &Placed<'_>| operands.judge(&placed.position, test).filter(|_| placed.is_asserted());
    claims.iter().map(judge).collect()
}

/// The claims of both topics where they lie when all of them are placed together.
fn placed_together<'a>(
    table: &Table<'_>,
    claims: &[Placed<'a>],
    others: &[Placed<'a>],
) -> (Vec<Placed<'a>>, Vec<Placed<'a>>) {
    let mut all: Vec<Placed<'a>> = claims.iter().chain(others).cloned().collect();
    let situations: Vec<Situation> = all.iter().map(|placed| table.situation(placed.article)).collect();
    let values: Vec<(&Value, &Situation)> = all.iter().map(|placed| &placed.claim.value).zip(&situations).collect();
    for (placed, position) in all.iter_mut().zip(table.placing.across(&values)) {
        placed.position = position;
    }
    let others = all.split_off(claims.len());
    (all, others)
}

/// What was found inside the articles that have both topics.
struct Inside {
    truths: Vec<Option<Truth>>,
    articles: BTreeSet<usize>,
    failed: BTreeSet<usize>,
}

/// Compares two topics inside each article that has both. Positions inside an article decide, but mean nothing outside of
/// it, so they are not handed on.
fn inside_articles(table: &Table<'_>, claims: &[Placed<'_>], others: &[Placed<'_>], test: &Test<'_>) -> Inside {
    let (mut placed, mut operands_placed) = (claims.to_vec(), others.to_vec());
    let mut found = Inside { truths: vec![None; claims.len()], articles: BTreeSet::new(), failed: BTreeSet::new() };
    for (article, (own, their)) in articles_with_both(claims, others) {
        place_inside(table, article, (&mut placed, &own), (&mut operands_placed, &their));
        let operands = Operands::new(&operands_placed, &their);
        for index in own {
            let truth = placed.get(index).and_then(|placed| operands.judge(&placed.position, test));
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
    for (index, placed) in claims.iter().enumerate().filter(|(_, placed)| placed.is_asserted()) {
        by_article.entry(placed.article).or_default().0.push(index);
    }
    for (index, placed) in others.iter().enumerate().filter(|(_, placed)| placed.is_asserted()) {
        by_article.entry(placed.article).or_default().1.push(index);
    }
    by_article.retain(|_, (own, their)| !own.is_empty() && !their.is_empty());
    by_article
}

/// Places the claims of one article against each other where more of them can be than against the whole story: dates of an
/// article without an anchor, and clock times of one whose zone nobody knows, still have an order among themselves.
fn place_inside(
    table: &Table<'_>,
    article: usize,
    (claims, own): (&mut [Placed<'_>], &[usize]),
    (others, their): (&mut [Placed<'_>], &[usize]),
) {
    let chosen = |placed: &[Placed<'_>], indexes: &[usize]| -> Vec<Position> {
        indexes.iter().filter_map(|&index| placed.get(index)).map(|placed| placed.position.clone()).collect()
    };
    let plain: Vec<Position> = chosen(claims, own).into_iter().chain(chosen(others, their)).collect();
    let known = |positions: &[Position]| {
        positions.iter().filter(|position| !matches!(position, Position::Indeterminate(_))).count()
    };
    let values: Vec<&Value> = own
        .iter()
        .filter_map(|&index| claims.get(index))
        .chain(their.iter().filter_map(|&index| others.get(index)))
        .map(|placed| &placed.claim.value)
        .collect();
    // Clock times lie on the days of all articles, which are guesses; inside one article they are of one day.
    let are_times = values.iter().all(|value| matches!(value.content, Content::Time(_)));
    if known(&plain) == plain.len() && !are_times {
        return;
    }
    let inside = table.placing.within_article(&values, &table.situation(article));
    if known(&inside) < known(&plain) || known(&inside) == known(&plain) && !are_times {
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
    fn judge(&self, claim: &Position, test: &Test<'_>) -> Option<Truth> {
        let best = match claim {
            Position::On { axis, interval, .. } => {
                let witnesses = self.axes.get(axis.as_str())?.witnesses(*interval, test.reach);
                witnesses.into_iter().flatten().map(|other| (test.test)(*interval, *other)).max()
            }
            Position::Word(word) => (!self.words.is_empty()).then(|| Truth::from(self.words.contains(word.as_str()))),
            Position::Indeterminate(_) => None,
        };
        best.map(|truth| truth.in_sense(test.sense))
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
    use crate::{
        finding::{Outcome, Role},
        verify::testing::{finding, of_values, story},
    };

    #[test]
    fn clock_times_without_a_zone() {
        let rule = "start before end";
        for (articles, expected) in [
            // One place, one day.
            (
                &[("A", &[("start", "5:15 a.m."), ("end", "2:30 p.m.")][..])][..],
                "the one claim on the start is before the end",
            ),
            (
                &[("A", &[("start", "5:15 a.m."), ("end", "11 p.m.")]), ("B", &[("start", "10:20 GMT")])],
                "the one claim on the start is before the end",
            ),
            (
                &[("A", &[("start", "2:30 p.m."), ("end", "5:15 a.m.")]), ("B", &[("start", "10:20 GMT")])],
                "A puts the start at 2:30 p.m., which is not before the end",
            ),
            // Of two places, nobody knows; what to write is said.
            (
                &[("A", &[("start", "10:20 GMT")]), ("B", &[("end", "2:30 p.m.")])],
                "no claim on the start can be compared with the end: `2:30 p.m.` in B is unclear, because it names no zone; \
                 write `timezone: Europe/London` under its story in crosscheck.yaml",
            ),
            (
                &[("A", &[("start", "10:20 GMT")]), ("B", &[("end", "12:30 GMT")])],
                "the one claim on the start is before the end",
            ),
            // A time that states no day borrows that of the other, also where only one article has a day of its own.
            (
                &[("A@05", &[("start", "10:20 GMT")]), ("B", &[("end", "12:30 GMT")])],
                "the one claim on the start is before the end",
            ),
            (
                &[("A", &[("start", "10:20 GMT")]), ("B@05", &[("end", "9:30 GMT")])],
                "A puts the start at 10:20 GMT, which is not before the end",
            ),
            (&[("A", &[("start", "10:20 GMT")]), ("B", &[])], "no source gives the end"),
        ] {
            assert_eq!(of_values(rule, articles).message, expected, "{articles:?}");
        }
    }

    #[test]
    fn an_article_of_another_day_moves_nothing() {
        let articles =
            [("A@21", &[("start", "10:20 GMT")][..]), ("B@22", &[("start", "10:15 GMT"), ("end", "19:30 GMT")][..])];
        for (rule, outcome) in [
            ("end within 10 hours of start", Outcome::Pass),
            ("end within 9 hours of start", Outcome::Fail),
            ("start before end", Outcome::Pass),
            ("start after end", Outcome::Fail),
        ] {
            let found = of_values(rule, &articles);
            assert_eq!(found.outcome, outcome, "{rule}: {}", found.message);
        }
    }

    #[test]
    fn what_decides_nothing_says_why() {
        let found = finding("d before e", &story("A: 2021-12-30 e=2021-12-31 | B: 2022-05-01 | C: e=2021-12-01", "d"));
        let apart: Vec<_> =
            found.evidence.iter().filter(|e| e.role == Role::Context).map(|e| e.apart.as_deref()).collect();
        assert_eq!(apart, [Some("its article does not give the e"), Some("its article does not give the d")]);
        let found = finding("n consistent across sources", &story("A: 5 | B: 6 | C: part 2", "n"));
        let apart: Vec<_> = found.evidence.iter().map(|e| e.apart.as_deref()).collect();
        assert_eq!(apart, [None, None, Some("a part of a larger number")]);
    }
}
