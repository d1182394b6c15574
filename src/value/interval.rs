//! The interval algebra: the only arithmetic that predicates use.

use serde::{Deserialize, Serialize};

/// A stretch of an axis between two ends, each in (closed) or out (open). Unbounded ends are infinite.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end; `-inf` where there is none.
    #[serde(with = "unbounded::low")]
    pub lo: f64,
    /// The upper end; `inf` where there is none.
    #[serde(with = "unbounded::high")]
    pub hi: f64,
    /// Whether the lower end itself is out.
    pub lo_open: bool,
    /// Whether the upper end itself is out.
    pub hi_open: bool,
}

/// JSON has no infinities: an unbounded end is null.
mod unbounded {
    macro_rules! end {
        ($name:ident, $none:expr) => {
            pub mod $name {
                use serde::{Deserialize, Deserializer, Serializer};
                pub fn serialize<S: Serializer>(end: &f64, to: S) -> Result<S::Ok, S::Error> {
                    if end.is_finite() { to.serialize_some(end) } else { to.serialize_none() }
                }
                pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
                    Ok(Option::<f64>::deserialize(from)?.unwrap_or($none))
                }
            }
        };
    }
    end!(low, f64::NEG_INFINITY);
    end!(high, f64::INFINITY);
}

/// Two numbers that differ by less than this share of the larger are one: what conversion between units rounds away.
const ROUNDING: f64 = 1e-9;

/// A number so many times another one is far from it.
const FAR_APART: f64 = 2.0;

/// Whether two ends are the same number, save what arithmetic rounds away.
#[must_use]
pub fn same(a: f64, b: f64) -> bool {
    a == b || a.is_finite() && b.is_finite() && (a - b).abs() <= ROUNDING * a.abs().max(b.abs())
}

impl Interval {
    /// One number.
    #[must_use]
    pub fn point(at: f64) -> Self {
        Self { lo: at, hi: at, lo_open: false, hi_open: false }
    }

    /// `lo..=hi`, both ends in.
    #[must_use]
    pub fn closed(lo: f64, hi: f64) -> Self {
        Self { lo, hi, lo_open: false, hi_open: false }
    }

    /// `lo` and more.
    #[must_use]
    pub fn at_least(lo: f64) -> Self {
        Self { lo, hi: f64::INFINITY, lo_open: false, hi_open: true }
    }

    /// `hi` and less.
    #[must_use]
    pub fn at_most(hi: f64) -> Self {
        Self { lo: f64::NEG_INFINITY, hi, lo_open: true, hi_open: false }
    }

    /// More than `lo`.
    #[must_use]
    pub fn more_than(lo: f64) -> Self {
        Self { lo, hi: f64::INFINITY, lo_open: true, hi_open: true }
    }

    /// Less than `hi`.
    #[must_use]
    pub fn less_than(hi: f64) -> Self {
        Self { lo: f64::NEG_INFINITY, hi, lo_open: true, hi_open: true }
    }

    /// Whether it is one number.
    #[must_use]
    pub fn is_point(self) -> bool {
        same(self.lo, self.hi)
    }

    /// Whether no number lies in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        !same(self.lo, self.hi) && self.lo > self.hi || same(self.lo, self.hi) && (self.lo_open || self.hi_open)
    }

    /// Whether the two are the same stretch.
    #[must_use]
    pub fn equals(self, other: Self) -> bool {
        same(self.lo, other.lo)
            && same(self.hi, other.hi)
            && self.lo_open == other.lo_open
            && self.hi_open == other.hi_open
    }

    /// Whether some number lies in both, strictly: an open end is out.
    #[must_use]
    pub fn intersects(self, other: Self) -> bool {
        !self.intersection(other).is_empty()
    }

    /// What lies in both; perhaps empty.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        let (lo, lo_open) = if same(self.lo, other.lo) {
            (self.lo, self.lo_open || other.lo_open)
        } else if self.lo > other.lo {
            (self.lo, self.lo_open)
        } else {
            (other.lo, other.lo_open)
        };
        let (hi, hi_open) = if same(self.hi, other.hi) {
            (self.hi, self.hi_open || other.hi_open)
        } else if self.hi < other.hi {
            (self.hi, self.hi_open)
        } else {
            (other.hi, other.hi_open)
        };
        Self { lo, hi, lo_open, hi_open }
    }

    /// Whether two claims agree: some value satisfies both, and an open bound meets its own end, so that "over 2.6
    /// million" meets "2.6 million" (but "over 10" does not meet "under 10").
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        Self::share_a_value(&[self, other])
    }

    /// Whether one value satisfies every interval, an open bound meeting its own end. True of none at all.
    #[must_use]
    pub fn share_a_value(all: &[Self]) -> bool {
        let lo = all.iter().map(|interval| interval.lo).fold(f64::NEG_INFINITY, f64::max);
        let hi = all.iter().map(|interval| interval.hi).fold(f64::INFINITY, f64::min);
        if same(lo, hi) && lo.is_finite() {
            let lo_open = all.iter().any(|interval| interval.lo_open && same(interval.lo, lo));
            let hi_open = all.iter().any(|interval| interval.hi_open && same(interval.hi, hi));
            return !(lo_open && hi_open);
        }
        lo < hi
    }

    /// Whether one window of this width touches every interval.
    #[must_use]
    pub fn fit_a_window(all: &[Self], width: f64) -> bool {
        let lo = all.iter().map(|interval| interval.lo).fold(f64::NEG_INFINITY, f64::max);
        let hi = all.iter().map(|interval| interval.hi).fold(f64::INFINITY, f64::min);
        lo <= hi || lo - hi <= width || same(lo - hi, width)
    }

    /// The least distance between a number of one and a number of the other; 0 where they share one.
    #[must_use]
    pub fn least_distance(self, other: Self) -> f64 {
        (self.lo - other.hi).max(other.lo - self.hi).max(0.0)
    }

    /// The greatest distance between a number of one and a number of the other; infinite where an end is.
    #[must_use]
    pub fn greatest_distance(self, other: Self) -> f64 {
        (self.hi - other.lo).max(other.hi - self.lo).max(0.0)
    }

    /// What is near its bound, where it is open to one side: the numbers that are neither over twice nor under half of the
    /// bound. The same where it has two bounds, or none.
    #[must_use]
    pub fn near_bound(self) -> Self {
        let (inward, outward) = (|bound: f64| bound / FAR_APART, |bound: f64| bound * FAR_APART);
        if self.lo.is_finite() && self.hi == f64::INFINITY {
            Self { hi: inward(self.lo).max(outward(self.lo)), hi_open: false, ..self }
        } else if self.hi.is_finite() && self.lo == f64::NEG_INFINITY {
            Self { lo: inward(self.hi).min(outward(self.hi)), lo_open: false, ..self }
        } else {
            self
        }
    }

    /// Both ends multiplied: a conversion of units. `factor` is positive.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self { lo: self.lo * factor, hi: self.hi * factor, ..self }
    }

    /// Both ends moved.
    #[must_use]
    pub fn shifted(self, by: f64) -> Self {
        Self { lo: self.lo + by, hi: self.hi + by, ..self }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let (lo, lo_open) = if same(self.lo, other.lo) {
            (self.lo, self.lo_open && other.lo_open)
        } else if self.lo < other.lo {
            (self.lo, self.lo_open)
        } else {
            (other.lo, other.lo_open)
        };
        let (hi, hi_open) = if same(self.hi, other.hi) {
            (self.hi, self.hi_open && other.hi_open)
        } else if self.hi > other.hi {
            (self.hi, self.hi_open)
        } else {
            (other.hi, other.hi_open)
        };
        Self { lo, hi, lo_open, hi_open }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_agree_where_one_value_satisfies_them() {
        let cases = [
            ("exact in approximate", Interval::point(50.0), Interval::closed(45.0, 55.0), true),
            ("apart", Interval::point(50.0), Interval::closed(51.0, 55.0), false),
            ("touching ends", Interval::closed(0.0, 5.0), Interval::closed(5.0, 9.0), true),
            ("an open bound meets its own end", Interval::more_than(2.6), Interval::point(2.6), true),
            ("nothing is over and under ten", Interval::more_than(10.0), Interval::less_than(10.0), false),
            ("rounded away by conversion", Interval::point(0.1 + 0.2), Interval::point(0.3), true),
            ("unbounded", Interval::at_least(5.0), Interval::at_most(7.0), true),
        ];
        for (name, a, b, meets) in cases {
            assert_eq!(a.meets(b), meets, "{name}");
            assert_eq!(b.meets(a), meets, "{name}, turned round");
        }
    }

    #[test]
    fn a_bound_is_strict_about_open_ends() {
        assert!(!Interval::more_than(2.6).intersects(Interval::point(2.6)));
        assert!(!Interval::more_than(2.6).intersects(Interval::at_most(2.6)));
        assert!(Interval::more_than(2.6).intersects(Interval::at_most(2.7)));
    }

    #[test]
    fn a_window_touches_every_interval() {
        let claims = [Interval::point(50.0), Interval::closed(54.0, 60.0), Interval::at_least(30.0)];
        assert!(!Interval::fit_a_window(&claims, 3.0));
        assert!(Interval::fit_a_window(&claims, 4.0));
        assert!(Interval::fit_a_window(&[Interval::point(0.3)], 0.0));
    }

    #[test]
    fn what_is_near_an_open_bound() {
        let cases = [
            ("a lower bound", Interval::at_least(10.0), Interval::closed(10.0, 20.0)),
            ("an upper bound", Interval::at_most(20.0), Interval::closed(10.0, 20.0)),
            ("below nought", Interval::at_most(-10.0), Interval::closed(-20.0, -10.0)),
            ("above a number below nought", Interval::at_least(-10.0), Interval::closed(-10.0, -5.0)),
            ("at nought", Interval::at_least(0.0), Interval::point(0.0)),
            ("two bounds", Interval::closed(1.0, 90.0), Interval::closed(1.0, 90.0)),
        ];
        for (name, open, near) in cases {
            assert!(open.near_bound().equals(near), "{name}: {:?}", open.near_bound());
        }
        assert!(Interval::more_than(10.0).near_bound().lo_open);
    }

    #[test]
    fn distances() {
        let (a, b) = (Interval::closed(1.0, 3.0), Interval::closed(6.0, 10.0));
        assert_eq!((a.least_distance(b), a.greatest_distance(b)), (3.0, 9.0));
        assert_eq!(a.least_distance(a), 0.0);
    }
}
