//! Possible and certain: what an interval can say about a bound.

use super::Sense;
use crate::value::{Interval, interval::same};

/// Whether something holds of a value that is known within an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Of no value of the interval.
    Never,
    /// Of some.
    Possible,
    /// Of all.
    Certain,
}

impl Truth {
    /// From the two questions.
    #[must_use]
    pub fn of(possible: bool, certain: bool) -> Self {
        match (possible, certain) {
            (_, true) => Self::Certain,
            (true, false) => Self::Possible,
            (false, false) => Self::Never,
        }
    }

    /// The same of the denial, where that is what was asked.
    #[must_use]
    pub fn in_sense(self, sense: Sense) -> Self {
        match (sense, self) {
            (Sense::Denied, Self::Never) => Self::Certain,
            (Sense::Denied, Self::Certain) => Self::Never,
            (Sense::Plain | Sense::Denied, truth) => truth,
        }
    }

    /// Whether a value of `claim` lies in `region`, open ends taken strictly.
    #[must_use]
    pub fn inside(claim: Interval, region: Interval) -> Self {
        Self::of(claim.intersects(region), lies_in(claim, region))
    }

    /// Whether `claim` is `value`: as two claims agree, an open bound meets its own end.
    #[must_use]
    pub fn equal(claim: Interval, value: Interval) -> Self {
        Self::of(claim.meets(value), lies_in(claim, value))
    }
}

/// Whether nothing of `inner` lies outside of `outer`.
#[must_use]
pub fn lies_in(inner: Interval, outer: Interval) -> bool {
    let low = outer.lo < inner.lo && !same(outer.lo, inner.lo)
        || same(outer.lo, inner.lo) && (!outer.lo_open || inner.lo_open)
        || outer.lo == f64::NEG_INFINITY;
    let high = outer.hi > inner.hi && !same(outer.hi, inner.hi)
        || same(outer.hi, inner.hi) && (!outer.hi_open || inner.hi_open)
        || outer.hi == f64::INFINITY;
    low && high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_possible_or_certain() {
        let at_least_50 = Interval::at_least(50.0);
        let cases = [
            (Interval::point(50.0), Truth::Certain),
            (Interval::closed(45.0, 55.0), Truth::Possible),
            (Interval::closed(40.0, 49.0), Truth::Never),
            (Interval::at_least(20.0), Truth::Possible),
            (Interval::more_than(50.0), Truth::Certain),
            (Interval::less_than(50.0), Truth::Never),
            (Interval::at_most(50.0), Truth::Possible),
        ];
        for (claim, truth) in cases {
            assert_eq!(Truth::inside(claim, at_least_50), truth, "{claim:?}");
        }
        assert_eq!(Truth::equal(Interval::more_than(50.0), Interval::point(50.0)), Truth::Possible);
        assert_eq!(Truth::equal(Interval::point(50.0), Interval::closed(45.0, 55.0)), Truth::Certain);
    }
}
