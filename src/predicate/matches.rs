//! `matches TOPIC`: two topics agree, inside each article that has both.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    each::Asked,
    near::{self, Operand},
    truth::{Holds, Truth},
};
use crate::{
    diagnostic::{Mistake, code},
    grammar::{Pair, Rule},
    table::{Subject, Table},
    value::Interval,
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["matches TOPIC", "matches PROPERTY"], production: Rule::matches, read };

/// `matches TOPIC`
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    /// What the subject must agree with.
    pub other: Subject,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    let kind = reading.kind(pair)?;
    let Some(other) = reading.operand(pair) else {
        return Err(vec![reading.mistake(code::UNKNOWN_TOPIC, pair, "it names no topic".to_string())]);
    };
    reading.of_kind(pair, &other, kind)?;
    Ok(Arc::new(Matches { other }))
}

impl fmt::Display for Matches {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "matches {}", self.other)
    }
}

impl Predicate for Matches {
    fn asks(&self) -> &'static str {
        "the two agree in each article that gives both; where none does, across the story"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let operand = Operand::Topic(self.other.clone());
        let test = |claim: Interval, other: Interval| {
            let meets = claim.meets(other);
            Truth::from(Holds { of_some: meets, of_all: meets && claim.is_point() && other.is_point() })
        };
        let words = format!("the same as {}", operand.in_words());
        near::judge(table, subject, &operand, 0.0, &test, Asked { sense, words: &words })
    }

    fn operands(&self, _: &Subject) -> Vec<Subject> {
        vec![self.other.clone()]
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("d matches e", "A: 2021-12-30 e=2021-12-30", "pass"),
            ("d matches e", "A: 2021-12-30 e=2021-12-31", "fail"),
            ("d matches e", "A: 2021-12-30 e=2021-12-01..2021-12-31", "pass, imprecise"),
            ("d matches e", "A: 2021-12-30 e=2021-12-30 | B: 2021-11-30", "pass"),
            ("d matches e", "A: 2021-12-30 | B: e=2021-12-30", "pass"),
            ("d matches e", "A: 2021-12-30 | B: e=2021-12-29", "fail"),
            ("d matches e", "A: 2021-12-30", "no evidence"),
            ("d not matches e", "A: 2021-12-30 e=2021-12-30", "fail"),
            ("d not matches e", "A: 2021-12-30 e=2021-12-31", "pass"),
            ("d matches publication date", "A@01: 2022-01-01", "pass"),
            ("d matches publication date", "A@02: 2022-01-01", "fail"),
            ("publication date matches d", "A@01: d=2022-01-01 | B: d=2022-02-02", "pass"),
        ]);
        for (sentence, story, expected) in [
            (
                "d matches e",
                "A: 2021-12-30 e=2021-12-31",
                "A puts the d on 30 December 2021, which is not the same as the e",
            ),
            ("d matches e", "A: 2021-12-30 e=2021-12-30", "the one claim on the d is the same as the e"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
