//! Sentences of the rule language, and what a rule writes in them.

use super::{places::Extent, relating::Width};
use crate::claim::topic::Develops;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use std::ops::Bound;

/// The topics of every table: name, kind, and which way it develops.
pub const TOPICS: &[(&str, &str, Option<Develops>)] = &[
    ("n", "number", None),
    ("k", "number", None),
    ("l", "number", None),
    ("up", "number", Some(Develops::Up)),
    ("down", "number", Some(Develops::Down)),
    ("m", "money", None),
    ("p", "percent", None),
    ("d", "date", None),
    ("e", "date", None),
    ("later", "date", Some(Develops::Up)),
    ("t", "time", None),
    ("u", "time", None),
    ("who", "name", None),
    ("speech", "quotation", None),
    ("c", "choice", None),
];

/// A clause, or clauses joined.
#[derive(Clone, Debug)]
pub enum Ask {
    Consistent(&'static str, Option<Width>),
    Within(&'static str, Option<Width>),
    Every(&'static str),
    AtLeast(&'static str, usize),
    Most(&'static str),
    By(&'static str, &'static str),
    Corroborated(&'static str, usize),
    Absent(&'static str),
    Unchanged(&'static str),
    NeverDecreases(&'static str),
    Bound(&'static str, Bounding, LiteralWords),
    Between(&'static str, LiteralWords, LiteralWords),
    Is(&'static str, LiteralWords),
    FallsOn(&'static str, u32),
    Order(&'static str, &'static str, LiteralWords),
    Near(&'static str, u32, LiteralWords),
    Two(&'static str, &'static str, &'static str),
    Sum(&'static str, &'static [&'static str]),
    In(Where, Box<Ask>),
    Not(Box<Ask>),
    And(Box<Ask>, Box<Ask>),
    Or(Box<Ask>, Box<Ask>),
    When(Box<Ask>, Box<Ask>),
    Unless(Box<Ask>, Box<Ask>),
}

/// Which articles a clause looks at.
#[derive(Clone, Copy, Debug)]
pub enum Where {
    Only(&'static str),
    Except(&'static str),
}

/// Which side of a value.
#[derive(Clone, Copy, Debug)]
pub enum Bounding {
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// A value that a rule writes.
#[derive(Clone, Debug)]
pub enum LiteralWords {
    Number(u32),
    Percent(u32),
    Dollars(u32),
    /// Of January 2022.
    Day(u32),
    /// Minutes from midnight, at Greenwich.
    Clock(u32),
    Word(&'static str),
}

impl Bounding {
    pub fn region(self, value: Extent) -> (Bound<f64>, Bound<f64>) {
        match self {
            Self::AtLeast => (Bound::Included(value.from), Bound::Unbounded),
            Self::AtMost => (Bound::Unbounded, Bound::Included(value.to)),
            Self::MoreThan => (Bound::Excluded(value.from), Bound::Unbounded),
            Self::LessThan => (Bound::Unbounded, Bound::Excluded(value.to)),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::AtLeast => "at least",
            Self::AtMost => "at most",
            Self::MoreThan => "more than",
            Self::LessThan => "less than",
        }
    }
}

impl LiteralWords {
    /// Its axis and where it lies there; a clock time on no day.
    pub fn place(&self) -> (&'static str, Extent) {
        let point = |number: f64| Extent::closed(number, number);
        match self {
            Self::Number(number) => ("number", point(f64::from(*number))),
            Self::Percent(number) => ("percent", point(f64::from(*number))),
            Self::Dollars(number) => ("USD", point(f64::from(*number))),
            Self::Day(day) => {
                let day = NaiveDate::from_ymd_opt(2022, 1, *day).unwrap();
                ("days", point(f64::from(day.num_days_from_ce())))
            }
            Self::Clock(minute) => ("instants", point(f64::from(*minute) * 60.0)),
            Self::Word(_) => panic!("a word lies on no axis"),
        }
    }

    pub fn is_clock(&self) -> bool {
        matches!(self, Self::Clock(_))
    }

    fn words(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Percent(number) => format!("{number}%"),
            Self::Dollars(number) => format!("${number}"),
            Self::Day(day) => format!("2022-01-{day:02}"),
            Self::Clock(minute) => format!("{}:{:02} GMT", minute / 60, minute % 60),
            Self::Word(word) => (*word).to_string(),
        }
    }
}

impl Ask {
    pub fn topic(&self) -> &'static str {
        match self {
            Self::Consistent(topic, _)
            | Self::Within(topic, _)
            | Self::Every(topic)
            | Self::AtLeast(topic, _)
            | Self::Most(topic)
            | Self::By(topic, _)
            | Self::Corroborated(topic, _)
            | Self::Absent(topic)
            | Self::Unchanged(topic)
            | Self::NeverDecreases(topic)
            | Self::Bound(topic, ..)
            | Self::Between(topic, ..)
            | Self::Is(topic, _)
            | Self::FallsOn(topic, _)
            | Self::Order(topic, ..)
            | Self::Near(topic, ..)
            | Self::Two(topic, ..)
            | Self::Sum(topic, _) => topic,
            Self::In(_, clause) | Self::Not(clause) => clause.topic(),
            Self::And(one, _) | Self::Or(one, _) | Self::When(_, one) | Self::Unless(one, _) => one.topic(),
        }
    }

    /// Whether it is one clause, of which more than the outcome is looked at.
    pub fn is_clause(&self) -> bool {
        !matches!(self, Self::And(..) | Self::Or(..) | Self::When(..) | Self::Unless(..))
    }

    pub fn sentence(&self) -> String {
        match self {
            Self::And(one, other) => format!("{} and {}", one.sentence(), other.sentence()),
            Self::Or(one, other) => format!("{} or {}", one.sentence(), other.sentence()),
            Self::When(condition, rest) => format!("when {}, {}", condition.sentence(), rest.sentence()),
            Self::Unless(rest, exception) => format!("{} unless {}", rest.sentence(), exception.sentence()),
            clause => clause.clause("", ""),
        }
    }

    fn clause(&self, place: &str, not: &str) -> String {
        match self {
            Self::Not(clause) => clause.clause(place, " not"),
            Self::In(Where::Only(name), clause) => clause.clause(&format!(" in \"{name}\""), not),
            Self::In(Where::Except(name), clause) => clause.clause(&format!(" except in \"{name}\""), not),
            Self::Is(topic, literal) => format!("{topic}{place} is{not} {}", literal.words()),
            clause => format!("{}{place}{not} {}", clause.topic(), clause.predicate()),
        }
    }

    fn predicate(&self) -> String {
        let within = |width: &Option<Width>, topic: &str| match (width, topic) {
            (None, _) => String::new(),
            (Some(Width::OfTheLargest(percent)), _) => format!(" within {percent}%"),
            (Some(Width::Exactly(days)), "d" | "e" | "later") => format!(" within {days} days"),
            (Some(Width::Exactly(seconds)), "t" | "u") => format!(" within {} minutes", seconds / 60.0),
            (Some(Width::Exactly(width)), _) => format!(" within {width}"),
        };
        match self {
            Self::Consistent(topic, width) => format!("consistent across sources{}", within(width, topic)),
            Self::Within(topic, width) => format!("consistent within each article{}", within(width, topic)),
            Self::Every(_) => "cited in every source".into(),
            Self::AtLeast(_, number) => format!("cited in at least {number} sources"),
            Self::Most(_) => "cited in most sources".into(),
            Self::By(_, name) => format!("cited in \"{name}\""),
            Self::Corroborated(_, number) => format!("corroborated by at least {number} independent sources"),
            Self::Absent(_) => "absent".into(),
            Self::Unchanged(_) => "unchanged across revisions".into(),
            Self::NeverDecreases(_) => "never decreases".into(),
            Self::Bound(_, side, value) => format!("{} {}", side.words(), value.words()),
            Self::Between(_, low, high) => format!("between {} and {}", low.words(), high.words()),
            Self::FallsOn(_, weekday) => {
                let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
                format!("falls on {}", days[*weekday as usize - 1])
            }
            Self::Order(_, when, literal) => format!("{when} {}", literal.words()),
            Self::Near(_, seconds, literal @ LiteralWords::Clock(_)) => {
                format!("within {} minutes of {}", seconds / 60, literal.words())
            }
            Self::Near(_, days, literal) => format!("within {days} days of {}", literal.words()),
            Self::Two(_, how, other) => format!("{how} {other}"),
            Self::Sum(_, parts) => format!("equals the sum of {}", parts.join(" and ")),
            clause => panic!("{clause:?} is no predicate"),
        }
    }
}

/// What may be written of a topic.
fn literal(topic: &'static str) -> BoxedStrategy<LiteralWords> {
    match topic {
        "m" => (1_u32..7).prop_map(LiteralWords::Dollars).boxed(),
        "p" => (1_u32..7).prop_map(LiteralWords::Percent).boxed(),
        "d" | "e" | "later" => (1_u32..12).prop_map(LiteralWords::Day).boxed(),
        "t" | "u" => (16_u32..32).prop_map(|half| LiteralWords::Clock(half * 30)).boxed(),
        "who" => prop::sample::select(vec!["Lang", "Miabek Lang", "Toma Quill"]).prop_map(LiteralWords::Word).boxed(),
        "c" => prop::sample::select(vec!["x", "y"]).prop_map(LiteralWords::Word).boxed(),
        _ => (1_u32..9).prop_map(LiteralWords::Number).boxed(),
    }
}

fn any_topic_is(topic: &'static str) -> Vec<BoxedStrategy<Ask>> {
    let sources = prop::sample::select(vec!["A", "b", "Z"]);
    vec![
        Just(Ask::Consistent(topic, None)).boxed(),
        Just(Ask::Consistent(topic, None)).boxed(),
        Just(Ask::Within(topic, None)).boxed(),
        prop_oneof![
            Just(Ask::Every(topic)),
            Just(Ask::Most(topic)),
            Just(Ask::Absent(topic)),
            Just(Ask::Unchanged(topic)),
            (1_usize..4).prop_map(move |number| Ask::AtLeast(topic, number)),
            sources.prop_map(move |name| Ask::By(topic, name)),
        ]
        .boxed(),
        (1_usize..4).prop_map(move |number| Ask::Corroborated(topic, number)).boxed(),
    ]
}

fn width(topic: &'static str) -> BoxedStrategy<Width> {
    match topic {
        "m" => prop::sample::select(vec![25.0, 50.0]).prop_map(Width::OfTheLargest).boxed(),
        "n" | "k" | "l" => prop_oneof![
            (0_u32..4).prop_map(|width| Width::Exactly(width.into())),
            prop::sample::select(vec![25.0, 50.0]).prop_map(Width::OfTheLargest),
        ]
        .boxed(),
        "t" | "u" => (1_u32..5).prop_map(|half| Width::Exactly(f64::from(half) * 1800.0)).boxed(),
        _ => (2_u32..5).prop_map(|width| Width::Exactly(width.into())).boxed(),
    }
}

/// A clause that a topic can be asked.
fn clause(topic: &'static str) -> BoxedStrategy<Ask> {
    let mut clauses = any_topic_is(topic);
    let side = prop::sample::select(vec![Bounding::AtLeast, Bounding::AtMost, Bounding::MoreThan, Bounding::LessThan]);
    let is_word = matches!(topic, "who" | "speech" | "c");
    let is_moment = matches!(topic, "d" | "e" | "later" | "t" | "u");
    if topic != "speech" {
        clauses.push(literal(topic).prop_map(move |value| Ask::Is(topic, value)).boxed());
    }
    if !is_word {
        if !is_moment {
            let bound = (side, literal(topic));
            clauses.push(bound.prop_map(move |(side, value)| Ask::Bound(topic, side, value)).boxed());
        }
        clauses.push(Just(Ask::NeverDecreases(topic)).boxed());
        // Where a topic develops, and among percentages and points, what a tolerance means is not laid down.
        if !matches!(topic, "up" | "down" | "later" | "p") {
            clauses.push(width(topic).prop_map(move |width| Ask::Consistent(topic, Some(width))).boxed());
            clauses.push(width(topic).prop_map(move |width| Ask::Within(topic, Some(width))).boxed());
        }
    }
    match topic {
        "n" => {
            let low_high = (1_u32..5, 5_u32..9);
            clauses.push(
                low_high
                    .prop_map(|(low, high)| Ask::Between("n", LiteralWords::Number(low), LiteralWords::Number(high)))
                    .boxed(),
            );
            clauses.push(Just(Ask::Two("n", "matches", "k")).boxed());
            clauses.push(Just(Ask::Sum("n", &["k", "l"])).boxed());
            clauses.push(Just(Ask::Sum("n", &["k", "l"])).boxed());
        }
        "d" => {
            clauses.push((1_u32..8).prop_map(|weekday| Ask::FallsOn("d", weekday)).boxed());
            let how = prop::sample::select(vec!["matches", "before", "after", "on", "within 2 days of"]);
            clauses.push(how.prop_map(|how| Ask::Two("d", how, "e")).boxed());
        }
        "t" => {
            let how = prop::sample::select(vec!["before", "after", "on", "matches"]);
            clauses.push(how.prop_map(|how| Ask::Two("t", how, "u")).boxed());
        }
        _ => {}
    }
    if is_moment {
        let when = prop::sample::select(vec!["before", "after", "on"]);
        clauses.push((when, literal(topic)).prop_map(move |(when, value)| Ask::Order(topic, when, value)).boxed());
        let unit = if matches!(topic, "t" | "u") { 1800 } else { 1 };
        let near = (2_u32..5, literal(topic));
        clauses.push(near.prop_map(move |(width, value)| Ask::Near(topic, width * unit, value)).boxed());
    }
    proptest::strategy::Union::new(clauses).boxed()
}

/// A sentence about topics.
pub fn sentence(topics: &'static [&'static str]) -> impl Strategy<Value = Ask> {
    let scope = prop_oneof![
        prop::sample::select(vec!["A", "wires", "Z", "000.txt", "*1.txt"]).prop_map(Where::Only),
        prop::sample::select(vec!["A", "Wires", "Z", "000.txt", "*1.txt"]).prop_map(Where::Except),
    ];
    let plain = prop::sample::select(topics).prop_flat_map(clause);
    let one =
        (plain, prop::option::weighted(0.2, scope), prop::bool::weighted(0.2)).prop_map(|(clause, scope, denied)| {
            let clause = match scope {
                Some(scope) => Ask::In(scope, Box::new(clause)),
                None => clause,
            };
            if denied { Ask::Not(Box::new(clause)) } else { clause }
        });
    let one = one.boxed();
    let pair = || (one.clone(), one.clone()).prop_map(|(one, other)| (Box::new(one), Box::new(other)));
    prop_oneof![
        8 => one.clone(),
        1 => pair().prop_map(|(one, other)| Ask::And(one, other)),
        1 => pair().prop_map(|(one, other)| Ask::Or(one, other)),
        1 => pair().prop_map(|(one, other)| Ask::When(one, other)),
        1 => pair().prop_map(|(one, other)| Ask::Unless(one, other)),
    ]
}
