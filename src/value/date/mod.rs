//! `date`: a stretch of days at its own precision, symbolic where it needs an anchor.

mod absolute;
mod named;
mod range;
mod relative;
#[cfg(test)]
mod tests;
mod timex;

pub use crate::lexicon::CalendarUnit as Unit;

use self::{
    absolute::{bare_year, day_of_month, month, numeric},
    named::{century, decade, fiscal, half, holiday, ordinal_day, quarter, season, vague, year_decade},
    relative::{ago, neighbour, one_ago, part, referred, shifted, weekday, weekend},
};
use super::{
    Content, Kind, Precision,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, DayPart, Holiday, Hours, VagueDate},
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
    /// -1 for "last", 0 for "this", 1 for "next" before a month, a season or a holiday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<i32>,
    /// -1 for "last year", 0 for "this year" behind it: "January last year".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_shift: Option<i32>,
    /// The part of the day: "Wednesday night".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
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
            | Self::Vague { .. } => None,
        }
    }

    /// Gives it a year where it may have one and has none.
    fn in_year(&mut self, given: i32) {
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
            | Self::Vague { .. } => {}
        }
    }

    /// Whether it is one day.
    fn is_day(&self) -> bool {
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
            | Self::Vague { .. } => false,
        }
    }
}

impl From<DatePoint> for DateExpr {
    fn from(point: DatePoint) -> Self {
        Self {
            point,
            part: None,
            until: None,
            shift: None,
            year_shift: None,
            hours: None,
            tense: Tense::Unknown,
            reference: None,
        }
    }
}

impl DateExpr {
    /// Whether it names one day, so that a clock time can take it.
    #[must_use]
    pub fn is_day(&self) -> bool {
        self.until.is_none() && self.point.is_day()
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
            | DatePoint::Vague { .. } => false,
        }
    }

    /// Whether it lies in a year that it does not name: "January 10", "the third quarter".
    fn needs_year(&self) -> bool {
        let mut point = self.point.clone();
        point.in_year(2000);
        point != self.point
    }

    /// Whether it names no day at all: "now", "recently".
    #[must_use]
    pub fn is_vague(&self) -> bool {
        matches!(self.point, DatePoint::Vague { .. })
    }
}

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let (end, expr) = range::lengthened(reader, at, point(reader, at, figure)?);
    let mut reading = reader.value(Kind::of(&ENTRY), first(reader, at, &expr), end, Content::Date(expr.clone()));
    if expr.is_vague() {
        reading.value.precision = Precision::Vague;
    }
    Some(reading)
}

/// Where its words begin: "the" belongs to a date that cannot do without it, and so does the mark of "'80s".
fn first(reader: &Reader, at: usize, expr: &DateExpr) -> usize {
    let takes_article = match expr.point {
        DatePoint::Decade { .. } | DatePoint::DayOfMonth { .. } => true,
        DatePoint::Quarter { .. } | DatePoint::Century { .. } | DatePoint::Season { .. } => true,
        DatePoint::Referred { unit, shift } => shift != 0 || unit == Unit::Day && expr.part.is_none(),
        DatePoint::Relative { unit, .. } => unit == Unit::Weekend,
        DatePoint::Day { .. }
        | DatePoint::Month { .. }
        | DatePoint::Year { .. }
        | DatePoint::Weekday { .. }
        | DatePoint::Half { .. }
        | DatePoint::Fiscal { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Vague { .. } => false,
    };
    let mark = matches!(reader.kind(at.wrapping_sub(1)), TokenKind::SingleQuote) && reader.is_glued(at);
    let at = if mark && matches!(expr.point, DatePoint::Decade { .. }) { at - 1 } else { at };
    let article = (takes_article || expr.part.is_some()) && at > 0 && reader.is(at - 1, "the");
    if article { at - 1 } else { at }
}

/// The date that begins at `at`, before any range.
fn point(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    match reader.kind(at) {
        TokenKind::Number => numeric(reader, at)
            .or_else(|| century(reader, at))
            .or_else(|| year_decade(reader, at))
            .or_else(|| quarter(reader, at))
            .or_else(|| ago(reader, figure))
            .or_else(|| day_of_month(reader, at))
            .or_else(|| bare_year(reader, at)),
        TokenKind::Word => worded(reader, at, figure),
        _ => None,
    }
}

/// One past a date's last token, and the date.
type Found = Option<(usize, DateExpr)>;

/// Reads a date that begins with a word.
type Worded = fn(&Reader, usize) -> Found;

/// What begins with a word of each class; a word may be of several.
const WORDED: &[(Class, Worded)] = &[
    (Class::HOLIDAY, holiday),
    (Class::MONTH, month),
    (Class::WEEKDAY, weekday),
    (Class::DATE_PART, part),
    (Class::DAY, relative::day),
    (Class::SHIFT, shifted),
    (Class::REFERENCE, referred),
    (Class::NEIGHBOUR, neighbour),
    (Class::ORDINAL.and(Class::DATE_PART), half),
    (Class::ORDINAL, quarter),
    (Class::ORDINAL, ordinal_day),
    (Class::ORDINAL.and(Class::CARDINAL), century),
    (Class::QUARTER, quarter),
    (Class::SEASON, season),
    (Class::DECADE, decade),
    (Class::FISCAL, fiscal),
    (Class::VAGUE_DATE.and(Class::ARTICLE), vague),
    (Class::CALENDAR_UNIT, weekend),
    (Class::ARTICLE, one_ago),
];

/// Dates that begin with a word: month, weekday, "early", "next", "today", "that".
fn worded(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let word = reader.word(at);
    let found = WORDED.iter().filter(|(class, _)| word.is(*class)).find_map(|(_, read)| read(reader, at));
    match (found, ago(reader, figure)) {
        (Some(found), Some(ago)) if ago.0 > found.0 => Some(ago),
        (found, ago) => found.or(ago),
    }
}
