//! `at least VALUE`, `at most`, `more than`, `less than`: every claim meets the bound.

use super::{
    ClauseReading, Given, Literal, Predicate, PredicateEntry, Sense, Verdict,
    each::{self, Asked, against_value, fixed},
    literal::against,
    truth::Truth,
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
    forms: &["at least VALUE", "at most VALUE", "more than VALUE", "less than VALUE"],
    production: Rule::bound,
    read,
};

/// Which side of a value a claim must lie on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundSide {
    /// The value or more.
    AtLeast,
    /// The value or less.
    AtMost,
    /// More than the value.
    MoreThan,
    /// Less than the value.
    LessThan,
}

/// `at least VALUE` and the like.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// Which side.
    pub side: BoundSide,
    /// Of what.
    pub value: Literal,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    let kind = reading.kind(pair)?;
    match kind.sort() {
        Sort::Amount | Sort::Rank => {}
        Sort::Moment | Sort::Word => return Err(reading.wrong_kind(pair, "amount", kind)),
    }
    let words = [
        (Rule::at_least, BoundSide::AtLeast),
        (Rule::at_most, BoundSide::AtMost),
        (Rule::more_than, BoundSide::MoreThan),
        (Rule::less_than, BoundSide::LessThan),
    ];
    let side = words
        .into_iter()
        .find_map(|(rule, side)| grammar::part(pair, rule).map(|_| side))
        .unwrap_or(BoundSide::AtLeast);
    let value = reading.literal(&grammar::part(pair, Rule::literal).unwrap_or_else(|| pair.clone()), kind)?;
    Ok(Arc::new(Bound { side, value }))
}

impl fmt::Display for Bound {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = match self.side {
            BoundSide::AtLeast => "at least",
            BoundSide::AtMost => "at most",
            BoundSide::MoreThan => "more than",
            BoundSide::LessThan => "less than",
        };
        write!(to, "{side} {}", self.value)
    }
}

impl BoundSide {
    /// The values on this side of one.
    fn of(self, value: Interval) -> Interval {
        match self {
            Self::AtLeast => Interval { hi: f64::INFINITY, hi_open: true, ..value },
            Self::AtMost => Interval { lo: f64::NEG_INFINITY, lo_open: true, ..value },
            Self::MoreThan => Interval::more_than(value.lo),
            Self::LessThan => Interval::less_than(value.hi),
        }
    }
}

impl Predicate for Bound {
    fn asks(&self) -> &'static str {
        "every claim meets the bound; it fails only where no value of the claim does"
    }

    fn given(&self) -> Vec<Given<'_>> {
        vec![Given::Value(&self.value)]
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        let (positions, truths) = against(table, claims, &[&self.value.value], |claim, literals| {
            claim
                .on_one_axis(literals.first()?)
                .map(|(claim, value)| Truth::inside(claim, self.side.of(value)).in_sense(sense))
        });
        let asked = Asked { sense, words: &self.to_string() };
        against_value(table, subject, &each::moved(claims, positions), &truths, asked)
    }

    fn region(&self) -> Option<(String, Interval)> {
        fixed(&self.value).map(|(axis, value)| (axis, self.side.of(value)))
    }
}

#[cfg(test)]
mod tests {
    use crate::verify::testing::{check, message};

    #[test]
    fn judges() {
        check(&[
            ("n at least 5", "A: 5 | B: 9", "pass"),
            ("n at least 5", "A: 5 | B: 4", "fail"),
            ("n at least 5", "A: 5 | B: may 4", "pass"),
            ("n at least 5", "A: may 4", "no evidence"),
            ("n at least 50", "A: about 48", "pass, imprecise"),
            ("n at least 50", "A: about 40", "fail"),
            ("n at most 5", "A: 5", "pass"),
            ("n at most 5", "A: over 5", "fail"),
            ("n more than 5", "A: 5", "fail"),
            ("n more than 5", "A: over 5", "pass"),
            ("n less than 5", "A: 5", "fail"),
            ("n less than 5", "A: 4 ?", "pass"),
            ("n less than 5", "A: $9", "no evidence"),
            ("n less than 5", "A: $9 4", "pass"),
            ("n less than 5", "A:", "no evidence"),
        ]);
    }

    #[test]
    fn says_who_breaks_it() {
        for (sentence, story, expected) in [
            ("n at least 5", "A: 4 | B: 4 | D: 5", "A and B give the n as 4, which is not at least 5"),
            ("n at least 5", "A: 4 | B: 4 | C: 3 | D: 5", "A and B give the n as 4; C gives 3; neither is at least 5"),
            (
                "n at most 5",
                "A: 6 | B: 7 | C: 8 | D: 9",
                "A gives the n as 6; B gives 7; C gives 8; 1 more differs; none of these is at most 5",
            ),
            ("n less than 2", "A: over 5", "A gives the n as more than 5, which is not less than 2"),
            ("n at least 5", "A: 6", "the one claim on the n is at least 5"),
            ("n more than 5", "A: 6 | B: 7", "both claims on the n are more than 5"),
            ("n at least 50", "A: about 50", "the one claim on the n may be at least 50"),
            ("n at least 50", "A: about 50 | B: 60", "both claims on the n are, or may be, at least 50"),
            ("n at least 50", "A:", "no source gives the n"),
            (
                "n less than 5",
                "A: 4 | B: $9 ?",
                "the one claim on the n is less than 5; B gives 9 $s, which cannot be compared with it; \
                 `?` in B is unclear, because it names no day",
            ),
            (
                "n less than 5",
                "A: 6 | B: $9",
                "A gives the n as 6, which is not less than 5; B gives 9 $s, which cannot be compared with it",
            ),
            ("n less than 5", "A: 4 | B: may 9", "the one claim on the n is less than 5"),
            ("n at least 50", "A: may 40", "no claim on the n can be compared: `40` in A is only said to be possible"),
            (
                "n at least 50",
                "A: ?",
                "no claim on the n can be compared: `?` in A is unclear, because it names no day",
            ),
        ] {
            assert_eq!(message(sentence, story), expected, "{sentence}: {story}");
        }
    }
}
