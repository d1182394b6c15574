//! A stretch of days at its own precision, symbolic where it needs an anchor.

mod point;

pub use self::point::DatePoint;
pub use crate::lexicon::CalendarUnit as Unit;

use crate::lexicon::{DayPart, Hours};
use serde::{Deserialize, Serialize};

/// Which way a date lies from the day of publication, by the words of its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    /// Behind it, as far as the words around it show.
    Past,
    /// Behind it: what its clause says of that day was.
    Over,
    /// Ahead of it.
    Future,
    /// The words do not say.
    #[default]
    Unknown,
}

impl Tense {
    /// Whether it lies behind.
    #[must_use]
    pub fn is_past(self) -> bool {
        match self {
            Self::Past | Self::Over => true,
            Self::Future | Self::Unknown => false,
        }
    }
}

/// An end that a stretch of days lacks, by the word before its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenEnd {
    /// "Before 2015": any day until then.
    Before,
    /// "After 2020": any day from then on.
    After,
    /// "Since 2019": all days from then on. What began is compared by when it did.
    Since,
}

/// A date as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DateExpr {
    /// What was named.
    pub point: DatePoint,
    /// The part of it that was meant: "early".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<DayPart>,
    /// The last day of a range that begins with `point`: "Jan. 10-12".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DatePoint>,
    /// -1 for "last", 0 for "this", 1 for "next" before a month, a season or a holiday; the week of "Thursday of next week".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<i32>,
    /// -1 for "last year", 0 for "this year" behind it: "January last year".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_shift: Option<i32>,
    /// The day of the week that stands beside it, from 1 (Monday): "Sunday, 10 May 2031", "Friday the 13th".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<u32>,
    /// The part of the day: "Wednesday night".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// Which way it lies, by its clause.
    #[serde(default)]
    pub tense: Tense,
    /// The date last mentioned, for one that points at it: "that same week".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Box<DateExpr>>,
    /// The end that it lacks: "before 2015".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<OpenEnd>,
}

impl From<DatePoint> for DateExpr {
    fn from(point: DatePoint) -> Self {
        Self {
            point,
            part: None,
            until: None,
            shift: None,
            year_shift: None,
            weekday: None,
            hours: None,
            tense: Tense::Unknown,
            reference: None,
            open: None,
        }
    }
}

impl DateExpr {
    /// Gives it a year where it may have one and names none.
    pub fn give_year(&mut self, year: i32) {
        self.point.in_year(year);
    }

    /// Whether it names one day, so that a clock time can take it.
    #[must_use]
    pub fn is_day(&self) -> bool {
        self.until.is_none() && self.open.is_none() && self.point.is_day()
    }

    /// Whether it is counted from another day in weeks, months or years: "six years ago".
    #[must_use]
    pub fn is_counted(&self) -> bool {
        let counted = |unit: Unit, shift: i32| unit != Unit::Day && shift != 0;
        matches!(self.point, DatePoint::Relative { unit, shift } | DatePoint::Referred { unit, shift } if counted(unit, shift))
    }

    /// Whether the tense of its clause decides which one it is: "Thursday", "January 10".
    #[must_use]
    pub fn needs_tense(&self) -> bool {
        match self.point {
            DatePoint::Weekday { .. } | DatePoint::DayOfMonth { .. } => true,
            DatePoint::Relative { unit, .. } => unit == Unit::Weekend,
            DatePoint::Day { .. }
            | DatePoint::Month { .. }
            | DatePoint::Quarter { .. }
            | DatePoint::Half { .. }
            | DatePoint::Season { .. }
            | DatePoint::Holiday { .. } => self.needs_year(),
            DatePoint::Year { .. }
            | DatePoint::Referred { .. }
            | DatePoint::Fiscal { .. }
            | DatePoint::Decade { .. }
            | DatePoint::Century { .. }
            | DatePoint::Each { .. }
            | DatePoint::EachWeekday { .. }
            | DatePoint::Loose { .. }
            | DatePoint::Vague { .. } => false,
        }
    }

    /// Whether it lies in a year that it does not name: "January 10", "the third quarter".
    #[must_use]
    pub fn needs_year(&self) -> bool {
        let mut point = self.point.clone();
        point.in_year(2000);
        point != self.point
    }

    /// Whether it names no day, or none that is sure: "now", "every Thursday", "the quarter".
    #[must_use]
    pub fn is_vague(&self) -> bool {
        matches!(
            self.point,
            DatePoint::Vague { .. } | DatePoint::Each { .. } | DatePoint::EachWeekday { .. } | DatePoint::Loose { .. }
        )
    }
}
