//! `within D of` a date, a time or a topic: distance in time.

use super::{
    ClauseReading, Given, Literal, Predicate, PredicateEntry, Sense, Verdict,
    each::{self, Asked, every_claim},
    literal::against,
    truth::{Holds, Truth},
    two_topics::{Test, two_topics},
    wording,
};
use crate::{
    diagnostic::{Mistake, code},
    grammar::{self, Pair, Rule},
    placing::Tolerance,
    table::{Subject, Table},
    value::{Interval, Kind, Sort, interval},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["within DURATION of DATE or TOPIC"], production: Rule::near, read };

/// `within D of DATE or TOPIC`
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The distance as written.
    pub words: String,
    /// The distance on the axis of the subject's kind.
    pub distance: f64,
    /// From what.
    pub operand: Operand,
}

/// What a subject is held against.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A value that the rule writes.
    Literal(Box<Literal>),
    /// What the articles give for another topic, or say of themselves.
    Topic(Subject),
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    if kind.sort() != Sort::Moment {
        return Err(reading.wrong_kind(pair, "near", kind));
    }
    let written = grammar::part(pair, Rule::distance).unwrap_or_else(|| pair.clone());
    let distance = reading.tolerance(&written, kind).and_then(|(words, tolerance)| match tolerance {
        Tolerance::Amount(amount) => Ok((words, amount)),
        Tolerance::Percent(_) => {
            let message = format!("`{words}` is no distance in time");
            Err(vec![reading.mistake(code::BAD_TOLERANCE, &written, message)])
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
pub fn operand(pair: &Pair<'_>, reading: &ClauseReading<'_>, kind: Kind) -> Result<Operand, Vec<Mistake>> {
    let written = grammar::part(pair, Rule::operand).unwrap_or_else(|| pair.clone());
    let Some(subject) = reading.operand(&written) else {
        return reading.literal(&written, kind).map(|literal| Operand::Literal(Box::new(literal)));
    };
    reading.of_kind(&written, &subject, kind)?;
    Ok(Operand::Topic(subject))
}

impl fmt::Display for Near {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "within {} of {}", self.words, self.operand)
    }
}

impl Operand {
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

impl fmt::Display for Operand {
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
        let at_most = |distance: f64| distance <= self.distance || interval::same(distance, self.distance);
        let test = |claim: Interval, other: Interval| match &self.operand {
            Operand::Literal(_) => {
                let region = Interval::closed(other.lo - self.distance, other.hi + self.distance);
                Truth::inside(claim, region)
            }
            Operand::Topic(_) => {
                let of_some = at_most(claim.least_distance(other));
                Truth::from(Holds { of_some, of_all: at_most(claim.greatest_distance(other)) })
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
    operand: &Operand,
    reach: f64,
    test: &dyn Fn(Interval, Interval) -> Truth,
    asked: Asked<'_>,
) -> Verdict {
    let claims = table.claims(&subject.id);
    match operand {
        Operand::Literal(literal) => {
            let (positions, truths) = against(table, claims, &[&literal.value], |claim, literals| {
                claim.on_one_axis(literals.first()?).map(|(claim, value)| test(claim, value).in_sense(asked.sense))
            });
            every_claim(table, subject, &each::moved(claims, positions), &truths, asked)
        }
        Operand::Topic(other) => {
            let test = Test { reach, test, sense: asked.sense };
            two_topics(table, subject, other, &test, asked)
        }
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
