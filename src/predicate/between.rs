//! `between A and B`: every claim lies between two values, both of them in.

use super::{
    ClauseReading, Given, Literal, Predicate, PredicateEntry, Sense, Verdict,
    each::{self, Asked, against_value, fixed},
    literal::against,
    truth::Truth,
};
use crate::{
    diagnostic::{Mistake, code},
    grammar::{self, Pair, Rule},
    placing::{Situation, positions},
    table::{Subject, Table},
    value::{Interval, Sort},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["between VALUE and VALUE"], production: Rule::between, read };

/// `between A and B`
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    /// The lower value.
    pub low: Literal,
    /// The upper value.
    pub high: Literal,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    if kind.sort() == Sort::Word {
        return Err(reading.wrong_kind(pair, "amount", kind));
    }
    let low = reading.literal(&grammar::part(pair, Rule::lower).unwrap_or_else(|| pair.clone()), kind);
    let high = reading.literal(&grammar::part(pair, Rule::literal).unwrap_or_else(|| pair.clone()), kind);
    let (low, high) = match (low, high) {
        (Ok(low), Ok(high)) => (low, high),
        (low, high) => return Err(low.err().into_iter().chain(high.err()).flatten().collect()),
    };
    let unknown = Situation::default();
    let ends = positions(&[(&low.value, &unknown), (&high.value, &unknown)], reading.lexicon);
    let turned = match ends.as_slice() {
        [low, high] => low.on_one_axis(high).is_some_and(|(low, high)| low.lo > high.hi),
        _ => false,
    };
    if turned {
        let clause = format!("{} between {high} and {low}", reading.subject);
        let message = format!("nothing lies between {low} and {high}");
        return Err(vec![reading.offer(code::BAD_VALUE, pair, message, clause)]);
    }
    Ok(Arc::new(Between { low, high }))
}

impl fmt::Display for Between {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "between {} and {}", self.low, self.high)
    }
}

impl Predicate for Between {
    fn asks(&self) -> &'static str {
        "every claim lies between the two values, both ends in; it fails only where no value of the claim does"
    }

    fn given(&self) -> Vec<Given<'_>> {
        vec![Given::Value(&self.low), Given::Value(&self.high)]
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let (positions, truths) = against(table, claims, &[&self.low.value, &self.high.value], |claim, literals| {
            let [low, high] = literals else { return None };
            let ((claim, low), (_, high)) = (claim.on_one_axis(low)?, claim.on_one_axis(high)?);
            let region = Interval { lo: low.lo, lo_open: low.lo_open, hi: high.hi, hi_open: high.hi_open };
            Some(Truth::inside(claim, region).in_sense(sense))
        });
        against_value(
            table,
            subject,
            &each::moved(claims, positions),
            &truths,
            Asked { sense, words: &self.to_string() },
        )
    }

    fn region(&self) -> Option<(String, Interval)> {
        let ((axis, low), (other, high)) = (fixed(&self.low)?, fixed(&self.high)?);
        let region = Interval { lo: low.lo, lo_open: low.lo_open, hi: high.hi, hi_open: high.hi_open };
        (axis == other).then_some((axis, region))
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n between 5 and 9", "A: 5 | B: 9", "pass"),
            ("n between 5 and 9", "A: 4 | B: 9", "fail"),
            ("n between 5 and 9", "A: at least 7", "pass, imprecise"),
            ("n between 5 and 9 and n cited", "A: 7", "pass"),
            ("d between 2021-12-01 and 2021-12-31", "A: 2021-12-30", "pass"),
            ("d between 2021-12-01 and 2021-12-31", "A: 2022-01-01", "fail"),
            ("d between 2021-12-01 and 2021-12-31", "A: ?", "no evidence"),
        ]);
        for (sentence, story, expected) in [
            ("n between 5 and 9", "A: 4", "A gives the n as 4, which is not between 5 and 9"),
            ("n between 5 and 9", "A: 7", "the one claim on the n is between 5 and 9"),
            (
                "d between 2021-12-01 and 2021-12-31",
                "A: 2022-01-01",
                "A puts the d on 1 January 2022, which is not between 2021-12-01 and 2021-12-31",
            ),
            ("n between 5 and 9", "A:", "no source gives the n"),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
