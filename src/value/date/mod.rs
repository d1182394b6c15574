//! `date`: a stretch of days at its own precision, symbolic where it needs an anchor.

mod absolute;
mod relative;

use self::{
    absolute::{bare_year, month, numeric},
    relative::{ago, one_ago, part, referred, shifted, time_of_day, weekday},
};
use super::{
    Content, Kind,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, DayPart},
    text::TokenKind,
};
use serde::{Deserialize, Serialize};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "date", example: "10 January 2022", tolerance: Some("2 days"), rank: 2, read };

/// Which way a date lies from the day of publication, by the words of its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    /// Behind it.
    Past,
    /// Ahead of it.
    Future,
    /// The words do not say.
    #[default]
    Unknown,
}

/// A calendar unit that a relative date counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
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
    /// Which way it lies, by its clause.
    #[serde(default)]
    pub tense: Tense,
    /// The date last mentioned, for one that points at it: "that same week".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Box<DateExpr>>,
}

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
}

impl From<DatePoint> for DateExpr {
    fn from(point: DatePoint) -> Self {
        Self { point, part: None, until: None, tense: Tense::Unknown, reference: None }
    }
}

impl DateExpr {
    /// Whether it names one day, so that a clock time can take it.
    #[must_use]
    pub fn is_day(&self) -> bool {
        self.until.is_none()
            && match self.point {
                DatePoint::Day { .. } | DatePoint::Weekday { .. } => true,
                DatePoint::Relative { unit, .. } | DatePoint::Referred { unit, .. } => unit == Unit::Day,
                DatePoint::Month { .. } | DatePoint::Year { .. } => false,
            }
    }

    /// Its TIMEX3 value as far as the words themselves give it: `XXXX-WXX-4` for "Thursday".
    #[must_use]
    pub fn timex(&self) -> String {
        let year = |year: Option<i32>| year.map_or_else(|| "XXXX".to_string(), |year| format!("{year:04}"));
        match self.point {
            DatePoint::Day { year: known, month, day } => format!("{}-{month:02}-{day:02}", year(known)),
            DatePoint::Month { year: known, month } => format!("{}-{month:02}", year(known)),
            DatePoint::Year { year } => format!("{year:04}"),
            DatePoint::Weekday { weekday, .. } => format!("XXXX-WXX-{weekday}"),
            DatePoint::Relative { unit, .. } | DatePoint::Referred { unit, .. } => match unit {
                Unit::Day => "XXXX-XX-XX".to_string(),
                Unit::Week => "XXXX-WXX".to_string(),
                Unit::Month => "XXXX-XX".to_string(),
                Unit::Year => "XXXX".to_string(),
            },
        }
    }
}

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let (end, expr) = match reader.kind(at) {
        TokenKind::Number => numeric(reader, at).or_else(|| ago(reader, figure)).or_else(|| bare_year(reader, at))?,
        TokenKind::Word => worded(reader, at).or_else(|| ago(reader, figure)).or_else(|| one_ago(reader, at))?,
        _ => return None,
    };
    Some(reader.value(Kind::of(&ENTRY), at, end, Content::Date(expr)))
}

/// Dates that begin with a word: month, weekday, "early", "next", "today", "that".
fn worded(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let word = reader.word(at);
    if word.is(Class::MONTH)
        && let Some(found) = month(reader, at)
    {
        return Some(found);
    }
    if word.is(Class::WEEKDAY)
        && let Some(found) = weekday(reader, at)
    {
        return Some(found);
    }
    if word.is(Class::DATE_PART)
        && let Some(found) = part(reader, at)
    {
        return Some(found);
    }
    if word.is(Class::DAY) {
        return Some((
            time_of_day(reader, at + 1),
            DatePoint::Relative { unit: Unit::Day, shift: word.shift.into() }.into(),
        ));
    }
    if word.is(Class::SHIFT)
        && let Some(found) = shifted(reader, at)
    {
        return Some(found);
    }
    if word.is(Class::REFERENCE) { referred(reader, at) } else { None }
}
