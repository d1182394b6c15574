//! A judge that tries everything, slow and plain, and the real one beside it: on generated tables of claims they agree.

use super::testing::{by_words, finding, story};
use crate::{
    claim::{ArticleClaims, SubjectId},
    finding::Outcome,
    placing::{Position, Situation},
    value::Interval,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One claim as the reference sees it.
#[derive(Clone, Debug)]
struct Said {
    article: usize,
    source: String,
    origin: usize,
    part: bool,
    interval: Option<Interval>,
}

/// A clause, or clauses joined; in the words of the language.
#[derive(Clone, Debug)]
enum Asked {
    Consistent(Option<u32>),
    Within(Option<u32>),
    Every,
    AtLeast(usize),
    Most,
    By(&'static str),
    Corroborated(usize),
    Bound(&'static str, u32),
    Between(u32, u32),
    Is(u32),
    Absent,
    Not(Box<Asked>),
    And(Box<Asked>, Box<Asked>),
    Or(Box<Asked>, Box<Asked>),
    When(Box<Asked>, Box<Asked>),
    Unless(Box<Asked>, Box<Asked>),
}

impl Asked {
    fn sentence(&self) -> String {
        match self {
            Self::Consistent(None) => "n consistent across sources".into(),
            Self::Consistent(Some(width)) => format!("n consistent across sources within {width}"),
            Self::Within(None) => "n consistent within each article".into(),
            Self::Within(Some(width)) => format!("n consistent within each article within {width}"),
            Self::Every => "n cited in every source".into(),
            Self::AtLeast(number) => format!("n cited in at least {number} sources"),
            Self::Most => "n cited in most sources".into(),
            Self::By(name) => format!("n cited in \"{name}\""),
            Self::Corroborated(number) => format!("n corroborated by at least {number} independent sources"),
            Self::Bound(bound, number) => format!("n {bound} {number}"),
            Self::Between(low, high) => format!("n between {low} and {high}"),
            Self::Is(number) => format!("n is {number}"),
            Self::Absent => "n absent".into(),
            Self::Not(clause) => match clause.sentence() {
                sentence if sentence.starts_with("n is ") => sentence.replace("n is ", "n is not "),
                sentence => sentence.replacen("n ", "n not ", 1),
            },
            Self::And(one, other) => format!("{} and {}", one.sentence(), other.sentence()),
            Self::Or(one, other) => format!("{} or {}", one.sentence(), other.sentence()),
            Self::When(condition, rest) => format!("when {}, {}", condition.sentence(), rest.sentence()),
            Self::Unless(rest, exception) => format!("{} unless {}", rest.sentence(), exception.sentence()),
        }
    }
}

/// The story as the reference sees it.
struct Seen {
    said: Vec<Said>,
    sources: BTreeSet<String>,
}

/// A name of a source or an agency without what people write differently, told apart from the fold that is under test.
fn plain(name: &str) -> String {
    let blank = |c: char| c.is_whitespace() || ('\u{2000}'..='\u{200a}').contains(&c);
    let unseen = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{fe0e}', '\u{fe0f}'];
    let parts: Vec<String> = name.split(blank).map(|part| part.replace(unseen, "")).collect();
    let kept: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let joined = kept.join(" ").replace(['‘', '’', '`', '´'], "'").replace(['–', '—', '‑', '−'], "-");
    joined.replace('ﬁ', "fi").replace("e\u{301}", "é").to_lowercase()
}

fn see(articles: &[ArticleClaims]) -> Seen {
    let source = |article: &ArticleClaims| plain(&article.metadata.source);
    let agency = |article: &ArticleClaims| article.metadata.agency.as_deref().map(plain);
    // Articles are bound where they share a source or an agency, or one is the other's; bonds are followed to their end.
    let mut origin: Vec<usize> = (0..articles.len()).collect();
    for _ in articles {
        for (one, first) in articles.iter().enumerate() {
            for (other, second) in articles.iter().enumerate() {
                let names =
                    |article| [Some(source(article)), agency(article)].into_iter().flatten().collect::<BTreeSet<_>>();
                if !names(first).is_disjoint(&names(second)) {
                    let low = origin[one].min(origin[other]);
                    (origin[one], origin[other]) = (low, low);
                }
            }
        }
    }
    let mut said = Vec::new();
    for (article, claims) in articles.iter().enumerate() {
        for claim in claims.claims.iter().filter(|claim| claim.subject == SubjectId::topic("n")) {
            let position = by_words().across(&[(&claim.value, &Situation::default())]).remove(0);
            let interval = match position {
                Position::On { interval, .. } => Some(interval),
                _ => None,
            };
            let part = matches!(&claim.value.content, crate::value::Content::Amount(amount) if amount.part);
            said.push(Said { article, source: source(claims), origin: origin[article], part, interval });
        }
    }
    Seen { said, sources: articles.iter().map(source).collect() }
}

/// Places on the axis, each number twice: as the end of what lies below it, and as the beginning of what lies above. An
/// open bound meets its own number there, and not the open bound on the other side.
fn holds(interval: Interval, place: i32) -> bool {
    let first = if interval.lo.is_finite() { 2 * interval.lo as i32 + i32::from(interval.lo_open) } else { i32::MIN };
    let last = if interval.hi.is_finite() { 2 * interval.hi as i32 + i32::from(!interval.hi_open) } else { i32::MAX };
    (first..=last).contains(&place)
}

/// Whether one value, or one window of a width, satisfies every interval.
fn agree(intervals: &[Interval], width: Option<u32>) -> bool {
    match width {
        None => (-10..60).any(|place| intervals.iter().all(|interval| holds(*interval, place))),
        Some(width) => (-40..120).any(|twice| {
            let from = f64::from(twice) / 2.0;
            intervals.iter().all(|interval| interval.lo <= from + f64::from(width) && interval.hi >= from)
        }),
    }
}

/// The numbers that stand for all: quarters, and far away on both sides.
fn numbers() -> impl Iterator<Item = f64> {
    (-8..120).map(|quarter| f64::from(quarter) / 4.0).chain([-1e6, 1e6])
}

fn inside(interval: Interval, number: f64) -> bool {
    let low = if interval.lo_open { number > interval.lo } else { number >= interval.lo };
    let high = if interval.hi_open { number < interval.hi } else { number <= interval.hi };
    low && high
}

impl Seen {
    fn wholes(&self) -> impl Iterator<Item = (&Said, Interval)> {
        self.said.iter().filter(|said| !said.part).filter_map(|said| Some((said, said.interval?)))
    }

    fn consistent(&self, width: Option<u32>) -> Outcome {
        let all: Vec<Interval> = self.wholes().map(|(_, interval)| interval).collect();
        if agree(&all, width) {
            let sources: BTreeSet<&str> =
                self.said.iter().filter(|said| said.interval.is_some()).map(|said| said.source.as_str()).collect();
            return if sources.len() < 2 { Outcome::NoEvidence } else { Outcome::Pass };
        }
        let sources: BTreeSet<&str> =
            self.said.iter().filter(|said| said.interval.is_some()).map(|said| said.source.as_str()).collect();
        let contradicts = self.articles().into_iter().any(|own| !agree(&own, width));
        if contradicts || sources.len() > 1 { Outcome::Fail } else { Outcome::NoEvidence }
    }

    /// The intervals of each article.
    fn articles(&self) -> Vec<Vec<Interval>> {
        let numbers: BTreeSet<usize> = self.said.iter().map(|said| said.article).collect();
        let own = |article: usize| {
            self.wholes().filter(|(said, _)| said.article == article).map(|(_, interval)| interval).collect()
        };
        numbers.into_iter().map(own).collect()
    }

    fn within(&self, width: Option<u32>) -> Outcome {
        let compared: Vec<Vec<Interval>> = self.articles().into_iter().filter(|own| own.len() > 1).collect();
        match (compared.is_empty(), compared.iter().all(|own| agree(own, width))) {
            (true, _) => Outcome::NoEvidence,
            (false, true) => Outcome::Pass,
            (false, false) => Outcome::Fail,
        }
    }

    fn cited(&self, holds: impl Fn(usize, usize) -> bool) -> Outcome {
        let citing: BTreeSet<&str> = self.said.iter().map(|said| said.source.as_str()).collect();
        pass(holds(citing.len(), self.sources.len()))
    }

    fn corroborated(&self, number: usize) -> Outcome {
        if self.said.is_empty() {
            return Outcome::Fail;
        }
        // Shares of a larger number count only where nobody gives the whole.
        let has_wholes = self.said.iter().any(|said| !said.part);
        let counted = || self.said.iter().filter(|said| !(said.part && has_wholes));
        if counted().all(|said| said.interval.is_none()) {
            return Outcome::NoEvidence;
        }
        let origins = |place: i32| {
            let agreeing = counted().filter(|said| said.interval.is_some_and(|interval| holds(interval, place)));
            agreeing.map(|said| said.origin).collect::<BTreeSet<_>>().len()
        };
        pass((-10..60).map(origins).max().unwrap_or(0) >= number)
    }

    /// Each claim by itself: it breaks the rule where no number of it is meant, or, denied, where every one is.
    fn each(&self, is_meant: impl Fn(f64) -> bool, denied: bool) -> Outcome {
        let found: Vec<Interval> = self.said.iter().filter_map(|said| said.interval).collect();
        let breaks = |interval: &Interval| {
            let mut own = numbers().filter(|number| inside(*interval, *number));
            if denied { own.all(&is_meant) } else { !own.any(&is_meant) }
        };
        match (found.is_empty(), found.iter().any(breaks)) {
            (true, _) => Outcome::NoEvidence,
            (false, broken) => pass(!broken),
        }
    }

    fn judge(&self, asked: &Asked, denied: bool) -> Outcome {
        let turned = |outcome: Outcome| match (denied, outcome) {
            (true, Outcome::Pass) => Outcome::Fail,
            (true, Outcome::Fail) => Outcome::Pass,
            (_, outcome) => outcome,
        };
        match asked {
            Asked::Consistent(width) => turned(self.consistent(*width)),
            Asked::Within(width) => turned(self.within(*width)),
            Asked::Every => turned(self.cited(|citing, all| citing == all)),
            Asked::AtLeast(number) => turned(self.cited(|citing, _| citing >= *number)),
            Asked::Most => turned(self.cited(|citing, all| citing * 2 > all)),
            Asked::By(name) => match self.sources.contains(&plain(name)) {
                true => turned(pass(self.said.iter().any(|said| said.source == plain(name)))),
                false => Outcome::NoEvidence,
            },
            Asked::Corroborated(number) => turned(self.corroborated(*number)),
            Asked::Bound(bound, number) => {
                let end = f64::from(*number);
                self.each(
                    |own| match *bound {
                        "at least" => own >= end,
                        "at most" => own <= end,
                        "more than" => own > end,
                        _ => own < end,
                    },
                    denied,
                )
            }
            Asked::Between(low, high) => self.each(|own| own >= f64::from(*low) && own <= f64::from(*high), denied),
            Asked::Is(number) => self.is(*number, denied),
            Asked::Absent => turned(pass(self.said.is_empty())),
            Asked::Not(clause) => self.judge(clause, true),
            Asked::And(one, other) => {
                let both = [self.judge(one, false), self.judge(other, false)];
                first_of(&both, [Outcome::Fail, Outcome::NoEvidence, Outcome::Pass])
            }
            Asked::Or(one, other) => {
                let both = [self.judge(one, false), self.judge(other, false)];
                first_of(&both, [Outcome::Pass, Outcome::NoEvidence, Outcome::Fail])
            }
            Asked::When(condition, rest) => match self.judge(condition, false) {
                Outcome::Pass => self.judge(rest, false),
                Outcome::Fail | Outcome::NoEvidence => Outcome::NoEvidence,
            },
            Asked::Unless(rest, exception) => match self.judge(exception, false) {
                Outcome::Pass => Outcome::NoEvidence,
                Outcome::Fail | Outcome::NoEvidence => self.judge(rest, false),
            },
        }
    }

    /// As two claims agree: an open bound meets its own end.
    fn is(&self, number: u32, denied: bool) -> Outcome {
        let value = Interval::point(f64::from(number));
        let found: Vec<Interval> = self.said.iter().filter_map(|said| said.interval).collect();
        let breaks = |interval: &Interval| match denied {
            true => *interval == value,
            false => !agree(&[*interval, value], None),
        };
        match (found.is_empty(), found.iter().any(breaks)) {
            (true, _) => Outcome::NoEvidence,
            (false, broken) => pass(!broken),
        }
    }
}

fn pass(holds: bool) -> Outcome {
    if holds { Outcome::Pass } else { Outcome::Fail }
}

fn first_of(found: &[Outcome], order: [Outcome; 3]) -> Outcome {
    order.into_iter().find(|outcome| found.contains(outcome)).unwrap()
}

fn clause() -> impl Strategy<Value = Asked> {
    let bound = prop::sample::select(vec!["at least", "at most", "more than", "less than"]);
    let plain = prop_oneof![
        3 => prop::option::of(0_u32..4).prop_map(Asked::Consistent),
        2 => prop::option::of(0_u32..4).prop_map(Asked::Within),
        1 => Just(Asked::Every),
        1 => Just(Asked::Most),
        1 => (1_usize..4).prop_map(Asked::AtLeast),
        1 => prop::sample::select(vec!["A", "b", "Z"]).prop_map(Asked::By),
        2 => (1_usize..4).prop_map(Asked::Corroborated),
        3 => (bound, 0_u32..9).prop_map(|(bound, number)| Asked::Bound(bound, number)),
        1 => (0_u32..5, 5_u32..9).prop_map(|(low, high)| Asked::Between(low, high)),
        1 => (0_u32..9).prop_map(Asked::Is),
        1 => Just(Asked::Absent),
    ];
    (plain, prop::bool::weighted(0.3)).prop_map(|(clause, denied)| match denied {
        true => Asked::Not(Box::new(clause)),
        false => clause,
    })
}

fn sentence() -> impl Strategy<Value = Asked> {
    let joined = prop_oneof![
        4 => clause(),
        1 => (clause(), clause()).prop_map(|(one, other)| Asked::And(Box::new(one), Box::new(other))),
        1 => (clause(), clause()).prop_map(|(one, other)| Asked::Or(Box::new(one), Box::new(other))),
    ];
    (joined, prop::option::of((clause(), any::<bool>()))).prop_map(|(rest, condition)| match condition {
        None => rest,
        Some((condition, true)) => Asked::When(Box::new(condition), Box::new(rest)),
        Some((exception, false)) => Asked::Unless(Box::new(rest), Box::new(exception)),
    })
}

fn line() -> impl Strategy<Value = String> {
    let hedge = prop::sample::select(vec!["", "", "", "over ", "under ", "at least ", "at most ", "part "]);
    let said = prop_oneof![
        6 => (hedge, 1_u32..9).prop_map(|(hedge, number)| format!("{hedge}{number}")),
        1 => (0_u32..4, 4_u32..9).prop_map(|(low, high)| format!("{low}-{high}")),
        1 => Just("?".to_string()),
    ];
    let plain = vec!["A", "B", "C", "A/W", "B/W", "W", "D/V"];
    // One source in several spellings, and others that look like it.
    let spelt = vec![
        "É's Fi-Post",
        "É’s Fi-Post",
        "e\u{301}`S FI–post",
        "É's\u{a0} Fi\u{2011}Po\u{200b}st",
        "\u{feff}É's ﬁ-Post\u{fe0f}",
        "És Fi-Post",
        "E's Fi-Post",
        "É's Fi Post",
        "B/É’s\u{2009}fi-post",
    ];
    let source = prop_oneof![2 => prop::sample::select(plain), 1 => prop::sample::select(spelt)];
    let article =
        (source, prop::collection::vec(said, 0..3)).prop_map(|(source, said)| format!("{source}: {}", said.join(" ")));
    prop::collection::vec(article, 1..5).prop_map(|articles| articles.join(" | "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn the_judge_and_the_reference_agree(asked in sentence(), line in line()) {
        let articles = story(&line, "n");
        let expected = see(&articles).judge(&asked, false);
        let sentence = asked.sentence();
        let found = finding(&sentence, &articles);
        prop_assert_eq!(found.outcome, expected, "{}: {}: {}", sentence, line, found.message);
    }
}
