//! Where a value lies on the axis of its kind, once the article's date and zone are known.

use crate::value::{Interval, Unplaced};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When and where a value was published: what relative values resolve against.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Situation {
    /// The anchor: the day of publication.
    pub anchor: Option<NaiveDate>,
    /// The zone of the article or its story, an IANA name ("Europe/Kyiv") or an offset ("+03:00"): what "local time" means.
    pub timezone: Option<String>,
    /// Which of the articles that are placed together it is of.
    #[serde(skip)]
    pub article: usize,
}

/// Where a value lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Position {
    /// On an axis of numbers.
    On {
        /// What is measured: values compare only on one axis ("seconds", "length", "USD").
        axis: String,
        /// The stretch of the axis: seconds for durations, days since 1970-01-01 for dates (whole days, both in), seconds
        /// since 1970-01-01T00:00Z for times, metres and the like for measures.
        interval: Interval,
        /// Whether another anchor could give another interval.
        anchored: bool,
    },
    /// A word that is equal to others or not: a choice.
    Word(String),
    /// It cannot be known from this article, and why.
    Indeterminate(Unplaced),
}

impl Position {
    /// The axis that it lies on, where it does.
    #[must_use]
    pub fn axis(&self) -> Option<&str> {
        match self {
            Self::On { axis, .. } => Some(axis),
            Self::Word(_) | Self::Indeterminate(_) => None,
        }
    }

    /// The interval, where it has one.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        match self {
            Self::On { interval, .. } => Some(*interval),
            Self::Word(_) | Self::Indeterminate(_) => None,
        }
    }

    /// Both intervals, where the two lie on one axis.
    #[must_use]
    pub fn on_one_axis(&self, other: &Self) -> Option<(Interval, Interval)> {
        self.interval().zip(other.interval()).filter(|_| self.axis() == other.axis())
    }

    /// What it vouches for: a bound that is open to one side only for what is near it ("as much as 20" is no word for 5).
    /// Years and hours have no size: there nothing is far from a bound.
    #[must_use]
    pub fn near_bound(self) -> Self {
        match self {
            Self::On { axis, interval, anchored } if ![DAYS, INSTANTS, LOCAL].contains(&axis.as_str()) => {
                Self::On { axis, interval: interval.near_bound(), anchored }
            }
            other => other,
        }
    }
}

/// The axis of dates: days since 1970-01-01.
pub const DAYS: &str = "days";
/// The axis of instants: seconds since 1970-01-01T00:00Z.
pub const INSTANTS: &str = "instants";
/// The axis of clock times of one place whose zone nobody names: the same seconds, as if the place were Greenwich.
pub const LOCAL: &str = "local times";

/// Days since 1970-01-01.
pub fn day_number(day: NaiveDate) -> f64 {
    f64::from(i32::try_from(day.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or(0))
}

/// The day of a number of days since 1970-01-01.
pub fn day_of(number: f64) -> Option<NaiveDate> {
    if !number.is_finite() {
        return None;
    }
    NaiveDate::default().checked_add_signed(chrono::TimeDelta::try_days(number as i64)?)
}
