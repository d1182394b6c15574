//! Possible and certain: what an interval can say about a bound.

use super::Sense;
use crate::value::{Interval, interval};

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

/// The two questions about something that holds of values in an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Whether of some of them.
    pub of_some: bool,
    /// Whether of all.
    pub of_all: bool,
}

impl From<Holds> for Truth {
    fn from(holds: Holds) -> Self {
        if holds.of_all {
            Self::Certain
        } else if holds.of_some {
            Self::Possible
        } else {
            Self::Never
        }
    }
}

/// Of a value that is known exactly.
impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Certain } else { Self::Never }
    }
}

impl Truth {
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
        Self::from(Holds { of_some: claim.intersects(region), of_all: lies_in(claim, region) })
    }

    /// Whether `claim` is `value`: as two claims agree, an open bound meets its own end.
    #[must_use]
    pub fn equal(claim: Interval, value: Interval) -> Self {
        Self::from(Holds { of_some: claim.meets(value), of_all: lies_in(claim, value) })
    }
}

/// Whether nothing of `inner` lies outside of `outer`.
#[must_use]
pub fn lies_in(inner: Interval, outer: Interval) -> bool {
    let low = outer.lo < inner.lo && !interval::same(outer.lo, inner.lo)
        || interval::same(outer.lo, inner.lo) && (!outer.lo_open || inner.lo_open)
        || outer.lo == f64::NEG_INFINITY;
    let high = outer.hi > inner.hi && !interval::same(outer.hi, inner.hi)
        || interval::same(outer.hi, inner.hi) && (!outer.hi_open || inner.hi_open)
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
