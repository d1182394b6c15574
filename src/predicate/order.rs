//! `before`, `after`, `on` a date, a time or a topic: order in time.

use super::{
    ClauseReading, Given, Predicate, PredicateEntry, Sense, Verdict,
    each::{Asked, fixed},
    near::{self, Operand, operand},
    truth::{Holds, Truth, lies_in},
};
use crate::{
    diagnostic::Mistake,
    grammar::{self, Pair, Rule},
    table::{Subject, Table},
    value::{Interval, Sort},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry {
    forms: &["before DATE or TOPIC", "after DATE or TOPIC", "on DATE or TOPIC"],
    production: Rule::order,
    read,
};

/// Where in time the subject must lie, seen from the operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOrder {
    /// Before it begins.
    Before,
    /// After it ends.
    After,
    /// While it lasts.
    On,
}

/// `before DATE` and the like.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Where in time.
    pub when: TimeOrder,
    /// Seen from what.
    pub operand: Operand,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    if kind.sort() != Sort::Moment {
        return Err(reading.wrong_kind(pair, "order", kind));
    }
    let words = [(Rule::before, TimeOrder::Before), (Rule::after, TimeOrder::After), (Rule::on, TimeOrder::On)];
    let when =
        words.into_iter().find_map(|(rule, when)| grammar::part(pair, rule).map(|_| when)).unwrap_or(TimeOrder::On);
    Ok(Arc::new(Order { when, operand: operand(pair, reading, kind)? }))
}

impl fmt::Display for Order {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {}", self.when.word(), self.operand)
    }
}

impl TimeOrder {
    fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::On => "on",
        }
    }
}

impl Predicate for Order {
    fn asks(&self) -> &'static str {
        match self.when {
            TimeOrder::Before => "every claim lies, or may lie, before it",
            TimeOrder::After => "every claim lies, or may lie, after it",
            TimeOrder::On => "every claim is, or may be, of that day or that time",
        }
    }

    fn given(&self) -> Vec<Given<'_>> {
        self.operand.literal().map(Given::Value).into_iter().collect()
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let test = |claim: Interval, other: Interval| match (self.when, &self.operand) {
            // A written date is a stretch of time that is known: before it is before its beginning.
            (TimeOrder::Before, Operand::Literal(_)) => Truth::inside(claim, Interval::less_than(other.lo)),
            (TimeOrder::After, Operand::Literal(_)) => Truth::inside(claim, Interval::more_than(other.hi)),
            (TimeOrder::On, Operand::Literal(_)) => Truth::equal(claim, other),
            // What articles give is one moment somewhere in the interval.
            (TimeOrder::Before, Operand::Topic(_)) => {
                Truth::from(Holds { of_some: claim.lo < other.hi, of_all: claim.hi < other.lo })
            }
            (TimeOrder::After, Operand::Topic(_)) => {
                Truth::from(Holds { of_some: claim.hi > other.lo, of_all: claim.lo > other.hi })
            }
            (TimeOrder::On, Operand::Topic(_)) => {
                let of_all = claim.is_point() && lies_in(other, claim);
                Truth::from(Holds { of_some: claim.meets(other), of_all })
            }
        };
        let words = format!("{} {}", self.when.word(), self.operand.in_words());
        near::judge(table, subject, &self.operand, 0.0, &test, Asked { sense, words: &words })
    }

    fn region(&self) -> Option<(String, Interval)> {
        let Operand::Literal(literal) = &self.operand else { return None };
        let (axis, value) = fixed(literal)?;
        let region = match self.when {
            TimeOrder::Before => Interval::less_than(value.lo),
            TimeOrder::After => Interval::more_than(value.hi),
            TimeOrder::On => value,
        };
        Some((axis, region))
    }

    fn operands(&self, _: &Subject) -> Vec<Subject> {
        self.operand.subject().into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges_against_dates() {
        check(&[
            ("d before 2022-01-01", "A: 2021-12-30", "pass"),
            ("d before 2022-01-01", "A: 2022-01-01", "fail"),
            ("d before 2022-01-01", "A: 2021-12-30..2022-01-05", "pass, imprecise"),
            ("d after 2021-12-30", "A: 2021-12-31", "pass"),
            ("d after 2021-12-30", "A: 2021-12-30", "fail"),
            ("d on 2021-12-30", "A: 2021-12-30 | B: 2021-12-01..2021-12-31", "pass, imprecise"),
            ("d on 2021-12-30", "A: 2021-12-29", "fail"),
            ("d on 2021-12-30", "A: ?", "no evidence"),
            ("d on 2021-12-30", "A@2021-12-31: rel-1", "pass"),
            ("d on 2021-12-30", "A: rel-1", "no evidence"),
        ]);
    }

    #[test]
    fn judges_topics_inside_each_article() {
        check(&[
            ("d before e", "A: 2021-12-30 e=2021-12-31", "pass"),
            ("d before e", "A: 2021-12-30 e=2021-12-30", "fail"),
            ("d before e", "A: 2021-12-30 e=may 2021-12-30", "no evidence"),
            ("d before e", "A: may 2021-12-30 e=2021-12-30", "no evidence"),
            ("d before e", "A: 2021-12-30 may 2022-01-05 e=2021-12-31", "pass"),
            ("d before e", "A: 2021-12-30 e=2021-12-31 | B: 2021-12-30 e=2021-12-29", "fail"),
            ("d before e", "A: 2021-12-30 e=2021-12-31 | B: 2022-05-01", "pass"),
            ("d before e", "A: 2021-12-30 | B: e=2021-12-31", "pass"),
            ("d before e", "A: 2021-12-30 | B: e=2021-12-01", "fail"),
            ("d before e", "A: 2021-12-30 | B:", "no evidence"),
            ("d before e", "A: 2021-12-30 e=2021-12-25..2022-01-09", "pass, imprecise"),
            ("d after e", "A: rel-1 e=rel-3", "pass"),
            ("d after e", "A: rel-3 e=rel-1", "fail"),
            ("d on e", "A: 2021-12-30 e=2021-12-30", "pass"),
            ("d on e", "A: 2021-12-30 e=2021-12-01 e=2021-12-30", "pass"),
            ("d on e", "A: 2021-12-30 2021-12-31 e=2021-12-30", "fail"),
        ]);
    }

    #[test]
    fn says_when() {
        for (sentence, story, expected) in [
            ("d before 2022-01-01", "A: 2022-01-01", "A puts the d on 1 January 2022, which is not before 2022-01-01"),
            (
                "d on 2022-01-01",
                "A: 2021-12-30 | B: 2021-12-01..2021-12-31",
                "A puts the d on 30 December 2021; B puts it in December 2021; neither is on 2022-01-01",
            ),
            ("d after e", "A@2022-01-10: rel-3 e=rel-1", "A puts the d on 7 January 2022, which is not after the e"),
            ("d before e", "A: 2021-12-30 e=2021-12-31", "the one claim on the d is before the e"),
            ("d before e", "A: 2021-12-30", "no source gives the e"),
            ("d before e", "A:", "no source gives the d"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
