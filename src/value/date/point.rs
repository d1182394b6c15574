//! What a date names, before anything resolves it.

use super::Unit;
use crate::lexicon::{Holiday, VagueDate};
use serde::{Deserialize, Serialize};

/// What a date names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DatePoint {
    /// "January 10", "10 January 2022".
    Day {
        /// The year, where it is given.
        year: Option<i32>,
        /// The month, from 1.
        month: u32,
        /// The day of the month, from 1.
        day: u32,
    },
    /// "January", "January 2022".
    Month {
        /// The year, where it is given.
        year: Option<i32>,
        /// The month, from 1.
        month: u32,
    },
    /// "2014".
    Year {
        /// The year.
        year: i32,
    },
    /// "Thursday", "next Thursday".
    Weekday {
        /// The day of the week, from 1 (Monday).
        weekday: u32,
        /// -1 for "last", 0 for "this", 1 for "next".
        shift: Option<i32>,
    },
    /// "today", "next month", "this week": counted from the day of publication.
    Relative {
        /// What is counted.
        unit: Unit,
        /// How many.
        shift: i32,
    },
    /// "that same week", "two days later": counted from the date last mentioned.
    Referred {
        /// What is counted.
        unit: Unit,
        /// How many.
        shift: i32,
    },
    /// "the 30th".
    DayOfMonth {
        /// The day of the month, from 1.
        day: u32,
    },
    /// "the third quarter of 2021", "Q3".
    Quarter {
        /// The year, where it is given.
        year: Option<i32>,
        /// The quarter, from 1.
        quarter: u32,
    },
    /// "H1 2021".
    Half {
        /// The year, where it is given.
        year: Option<i32>,
        /// The half, from 1.
        half: u32,
    },
    /// "the summer of 2014".
    Season {
        /// The year, where it is given.
        year: Option<i32>,
        /// The season, from 1 (spring).
        season: u32,
    },
    /// "fiscal 2021": it may begin in the year before, or end in the year after.
    Fiscal {
        /// The year.
        year: i32,
    },
    /// "the 1990s".
    Decade {
        /// Its first year.
        first: i32,
    },
    /// "the 19th century".
    Century {
        /// Its number.
        century: i32,
    },
    /// "Christmas", "Labor Day 2021".
    Holiday {
        /// The year, where it is given.
        year: Option<i32>,
        /// When in the year it is.
        holiday: Holiday,
    },
    /// "every two weeks", "annually": no one day, and no evidence.
    Each {
        /// The unit that comes back.
        unit: Unit,
        /// Every how many of them.
        count: u32,
    },
    /// "every Thursday": no one day, and no evidence.
    EachWeekday {
        /// The day of the week, from 1 (Monday).
        weekday: u32,
    },
    /// "the quarter", "the year-earlier period": what the report is about, and no evidence.
    Loose {
        /// How long it is; as long as the date last mentioned where that is not said.
        unit: Option<Unit>,
        /// How many of them off.
        shift: i32,
        /// And how many years.
        years: i32,
        /// The year that is named: "the 1988 quarter".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<i32>,
    },
    /// "now", "in the past": no day at all, and no evidence.
    Vague {
        /// Which way.
        when: VagueDate,
    },
}

impl DatePoint {
    /// The year that it names.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        match *self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Season { year, .. }
            | Self::Holiday { year, .. } => year,
            Self::Year { year } | Self::Fiscal { year } => Some(year),
            Self::Decade { first } => Some(first),
            Self::Century { century } => Some(century * 100 - 99),
            Self::Weekday { .. }
            | Self::Relative { .. }
            | Self::Referred { .. }
            | Self::DayOfMonth { .. }
            | Self::Each { .. }
            | Self::EachWeekday { .. }
            | Self::Loose { .. }
            | Self::Vague { .. } => None,
        }
    }

    /// Gives it a year where it may have one and has none.
    pub fn in_year(&mut self, given: i32) {
        match self {
            Self::Day { year, .. }
            | Self::Month { year, .. }
            | Self::Quarter { year, .. }
            | Self::Half { year, .. }
            | Self::Season { year, .. }
            | Self::Holiday { year, .. } => *year = year.or(Some(given)),
            Self::Year { .. }
            | Self::Fiscal { .. }
            | Self::Decade { .. }
            | Self::Century { .. }
            | Self::Weekday { .. }
            | Self::Relative { .. }
            | Self::Referred { .. }
            | Self::DayOfMonth { .. }
            | Self::Each { .. }
            | Self::EachWeekday { .. }
            | Self::Loose { .. }
            | Self::Vague { .. } => {}
        }
    }

    /// Whether it is one day.
    pub(super) fn is_day(&self) -> bool {
        match self {
            Self::Day { .. } | Self::Weekday { .. } | Self::DayOfMonth { .. } | Self::Holiday { .. } => true,
            Self::Relative { unit, .. } | Self::Referred { unit, .. } => *unit == Unit::Day,
            Self::Month { .. }
            | Self::Year { .. }
            | Self::Quarter { .. }
            | Self::Half { .. }
            | Self::Season { .. }
            | Self::Fiscal { .. }
            | Self::Decade { .. }
            | Self::Century { .. }
            | Self::Each { .. }
            | Self::EachWeekday { .. }
            | Self::Loose { .. }
            | Self::Vague { .. } => false,
        }
    }

    /// The unit of the calendar that it is one of, where it is one.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match *self {
            Self::Day { .. } | Self::Weekday { .. } | Self::DayOfMonth { .. } | Self::Holiday { .. } => Some(Unit::Day),
            Self::Month { .. } => Some(Unit::Month),
            Self::Quarter { .. } => Some(Unit::Quarter),
            Self::Year { .. } | Self::Fiscal { .. } => Some(Unit::Year),
            Self::Decade { .. } => Some(Unit::Decade),
            Self::Century { .. } => Some(Unit::Century),
            Self::Relative { unit, .. } | Self::Referred { unit, .. } => Some(unit),
            Self::Loose { unit, .. } => unit,
            Self::Half { .. }
            | Self::Season { .. }
            | Self::Each { .. }
            | Self::EachWeekday { .. }
            | Self::Vague { .. } => None,
        }
    }
}
