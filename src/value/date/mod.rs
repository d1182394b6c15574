//! `date`: a stretch of days at its own precision, symbolic where it needs an anchor.

mod absolute;
mod loose;
mod named;
mod point;
mod range;
mod relative;
mod repeated;
#[cfg(test)]
mod tests;
mod timex;

pub use self::point::DatePoint;
pub(super) use self::relative::LENGTHS;
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
    lexicon::{Class, DayPart, Hours},
    text::TokenKind,
};
use serde::{Deserialize, Serialize};

/// The shelf's entry.
pub const ENTRY: Entry = Entry {
    name: "date",
    also: &["day", "month", "year", "weekday", "datetime", "timestamp"],
    example: "10 January 2022",
    samples: &["10 January 2022", "Thursday", "2014", "January", "last week"],
    tolerance: Some("2 days"),
    rank: 2,
    alone: true,
    read,
    ..Entry::PLAIN
};

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
    /// -1 for "last", 0 for "this", 1 for "next" before a month, a season or a holiday; the week of "Thursday of next week".
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
    /// Gives it a year where it may have one and names none.
    pub fn give_year(&mut self, year: i32) {
        self.point.in_year(year);
    }

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
            | DatePoint::Each { .. }
            | DatePoint::EachWeekday { .. }
            | DatePoint::Loose { .. }
            | DatePoint::Vague { .. } => false,
        }
    }

    /// Whether it lies in a year that it does not name: "January 10", "the third quarter".
    fn needs_year(&self) -> bool {
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

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let (end, mut expr) = range::lengthened(reader, at, point(reader, at, figure)?);
    let mut first = first(reader, (at, end), &expr);
    if let Some((start, hours)) = hours_of(reader, first).filter(|_| expr.is_day() && expr.hours.is_none()) {
        (first, expr.hours) = (start, Some(hours));
    }
    let is_vague = expr.is_vague();
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, Content::Date(expr));
    if is_vague {
        reading.value.precision = Precision::Vague;
    }
    Some(reading)
}

/// "The night of" before a day at `day`: its first token, and the part of the day.
fn hours_of(reader: &Reader, day: usize) -> Option<(usize, Hours)> {
    let (of, part, the) = (day.wrapping_sub(1), day.wrapping_sub(2), day.wrapping_sub(3));
    let hours = reader.word(part).hours.filter(|_| reader.word(part).is(Class::TIME_OF_DAY))?;
    (reader.is(of, "of") && reader.is(the, "the")).then_some((the, hours))
}

/// Where its words begin: "the" belongs to a date that cannot do without it, and so does the mark of "'80s".
fn first(reader: &Reader, (at, end): (usize, usize), expr: &DateExpr) -> usize {
    let takes_article = match expr.point {
        DatePoint::Decade { .. } | DatePoint::DayOfMonth { .. } => true,
        DatePoint::Quarter { .. } | DatePoint::Century { .. } | DatePoint::Season { .. } => true,
        DatePoint::Half { .. } => reader.is(end - 1, "half"),
        DatePoint::Referred { unit, shift } => {
            shift != 0 || expr.reference.is_some() || unit == Unit::Day && expr.part.is_none()
        }
        DatePoint::Relative { unit, .. } => {
            unit == Unit::Weekend
                || reader.is_any(at, &["current", "coming", "upcoming"])
                || reader.is(end - 1, "last")
                || reader.is(end - 1, "next")
        }
        DatePoint::Loose { .. } => !reader.is(at, "overnight"),
        DatePoint::Each { .. } | DatePoint::EachWeekday { .. } => false,
        DatePoint::Day { .. }
        | DatePoint::Month { .. }
        | DatePoint::Year { .. }
        | DatePoint::Weekday { .. }
        | DatePoint::Fiscal { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Vague { .. } => false,
    };
    // "The 18th-century church" has an article of its own.
    let adjective = (at..end).any(|index| reader.kind(index) == TokenKind::Hyphen)
        && matches!(expr.point, DatePoint::Century { .. } | DatePoint::Quarter { .. })
        && expr.part.is_none();
    let takes_article = takes_article && !adjective;
    let full = matches!(expr.point, DatePoint::Loose { .. }) && reader.is(at.wrapping_sub(1), "full");
    let last = matches!(expr.point, DatePoint::Quarter { .. }) && reader.is(at, "quarter");
    let part = reader.word(at).is(Class::TIME_OF_DAY) && reader.word(at.wrapping_sub(1)).is(Class::DATE_PART);
    let at = if full || last || part { at - 1 } else { at };
    let mark = matches!(reader.kind(at.wrapping_sub(1)), TokenKind::SingleQuote) && reader.is_glued(at);
    let marked = matches!(expr.point, DatePoint::Decade { .. } | DatePoint::Year { .. });
    let at = if mark && marked { at - 1 } else { at };
    let article = (takes_article || expr.part.is_some()) && at > 0 && reader.is(at - 1, "the");
    if article { at - 1 } else { at }
}

/// The date that begins at `at`, before any range.
fn point(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    match reader.kind(at) {
        TokenKind::Number => {
            // "20th", "1990s".
            let is_ended = matches!(reader.kind(at + 1), TokenKind::Word | TokenKind::Possessive);
            let ended = |read: Worded| if is_ended { read(reader, at) } else { None };
            numeric(reader, at)
                .or_else(|| ended(century).or_else(|| ended(year_decade)).or_else(|| ended(quarter)))
                .or_else(|| ago(reader, figure))
                .or_else(|| repeated::several_times(reader, figure))
                .or_else(|| ended(day_of_month))
                .or_else(|| named::quarter_of(reader, at))
                .or_else(|| loose::of_year(reader, at))
                .or_else(|| bare_year(reader, at))
                .or_else(|| absolute::short_year(reader, at))
        }
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
    (Class::REFERENCE, loose::same),
    (Class::REFERENCE, loose::latest),
    (Class::REFERENCE, referred),
    (Class::NEIGHBOUR, neighbour),
    (Class::ORDINAL.and(Class::DATE_PART), half),
    (Class::ORDINAL, quarter),
    (Class::ORDINAL, named::reported_half),
    (Class::ORDINAL, ordinal_day),
    (Class::ORDINAL.and(Class::CARDINAL), century),
    (Class::QUARTER, quarter),
    (Class::SEASON, season),
    (Class::DECADE, decade),
    (Class::FISCAL, fiscal),
    (Class::VAGUE_DATE.and(Class::ARTICLE), vague),
    (Class::CALENDAR_UNIT, named::last_quarter),
    (Class::CALENDAR_UNIT, weekend),
    (Class::CALENDAR_UNIT, loose::unit),
    (Class::TIME_OF_DAY, loose::part_of_day),
    (Class::ARTICLE, one_ago),
    (Class::EVERY, repeated::every),
    (Class::REPEATED, repeated::often),
    (Class::OFTEN, repeated::once),
];

/// Dates that begin with a word: month, weekday, "early", "next", "today", "that".
fn worded(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let word = reader.word(at);
    let found = WORDED.iter().filter(|(class, _)| word.is(*class)).find_map(|(_, read)| read(reader, at));
    match (found, ago(reader, figure).or_else(|| repeated::several_times(reader, figure))) {
        (Some(found), Some(ago)) if ago.0 > found.0 => Some(ago),
        (found, ago) => found.or(ago),
    }
}
