//! `date`: a stretch of days at its own precision, symbolic where it needs an anchor.

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

/// Years that a text means when it writes four digits.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2999.0;
/// Years that a text most likely means when it writes four digits before a plural.
const LIKELY_YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2099.0;

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

/// A month's name counts with a capital, and not inside a person's name ("Theresa May").
fn month_name(reader: &Reader, at: usize) -> Option<(usize, u32)> {
    let word = reader.word(at);
    if word.month == 0 || !reader.is_capital(at) {
        return None;
    }
    let after = if reader.kind(at + 1) == TokenKind::AbbreviationStop { at + 2 } else { at + 1 };
    Some((after, word.month.into()))
}

/// Whether a number between 1 and 31 stands at `at`, perhaps with "th"; one past it, and the day.
fn day_number(reader: &Reader, at: usize) -> Option<(usize, u32)> {
    if reader.kind(at) != TokenKind::Number {
        return None;
    }
    let written = reader.written(at);
    let day: u32 = written.parse().ok().filter(|day| (1..=31).contains(day) && written.len() <= 2)?;
    let mut end = at + 1;
    if reader.is_glued(end) && reader.kind(end) == TokenKind::Word {
        let suffix = reader.written(end);
        if !["st", "nd", "rd", "th"].iter().any(|known| suffix.eq_ignore_ascii_case(known)) {
            return None;
        }
        end += 1;
    }
    let joins = matches!(reader.kind(end), TokenKind::Colon | TokenKind::Percent | TokenKind::Slash | TokenKind::Other);
    (!(joins && reader.is_glued(end))).then_some((end, day))
}

/// A year of four digits at `at`; one past it, and the year.
fn year_number(reader: &Reader, at: usize) -> Option<(usize, i32)> {
    let written = reader.written(at);
    if reader.kind(at) != TokenKind::Number || written.len() != 4 {
        return None;
    }
    let year: i32 = written.parse().ok()?;
    YEARS.contains(&f64::from(year)).then_some((at + 1, year))
}

/// A year behind a day or a month, perhaps with a comma: "Dec. 30, 2021".
fn year_behind(reader: &Reader, at: usize) -> (usize, Option<i32>) {
    let next = if reader.kind(at) == TokenKind::Comma { at + 1 } else { at };
    match year_number(reader, next) {
        // "on Jan. 10, 2022 people met" still is a year.
        Some((end, year)) if LIKELY_YEARS.contains(&f64::from(year)) => (end, Some(year)),
        Some(_) | None => (at, None),
    }
}

/// "January", "January 10", "Jan. 10, 2022", "January 2022", "Jan. 10-12".
fn month(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (after, month) = month_name(reader, at)?;
    if let Some((end, day)) = day_number(reader, after) {
        if !is_day_of(month, day) {
            return None;
        }
        let (last_end, last) = last_day(reader, end, day);
        let (end, year) = year_behind(reader, last_end);
        let mut expr: DateExpr = DatePoint::Day { year, month, day }.into();
        expr.until = last.map(|day| DatePoint::Day { year, month, day });
        return Some((end, expr));
    }
    let (end, year) = match (reader.is(after, "of"), year_behind(reader, after)) {
        (_, (end, Some(year))) => (end, Some(year)),
        (true, _) => year_number(reader, after + 1).map_or((after, None), |(end, year)| (end, Some(year))),
        (false, _) => (after, None),
    };
    if year.is_none() && is_person(reader, at, after) {
        return None;
    }
    Some((end, DatePoint::Month { year, month }.into()))
}

fn is_day_of(month: u32, day: u32) -> bool {
    chrono::NaiveDate::from_ymd_opt(2000, month, day).is_some()
}

/// The day behind "10-" or "10 to": one past it, and the day.
fn last_day(reader: &Reader, end: usize, first: u32) -> (usize, Option<u32>) {
    let joins = matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Dash) || reader.is(end, "to");
    match day_number(reader, end + 1) {
        Some((after, last)) if joins && last > first && year_number(reader, end + 1).is_none() => (after, Some(last)),
        Some(_) | None => (end, None),
    }
}

/// "April Smith", "Theresa May", "Sun Tzu", and "May" or "March" where they open a sentence without a number.
fn is_person(reader: &Reader, at: usize, after: usize) -> bool {
    let is_name = |index: usize| {
        reader.kind(index) == TokenKind::Word
            && reader.is_capital(index)
            && reader.word(index).classes == Class::default()
            && !reader.is_sentence_start(index)
    };
    let doubtful = matches!(reader.word(at).month, 3..=6 | 8);
    let before_is_name = at > 0 && is_name(at - 1) && !reader.is_glued(at);
    doubtful && (before_is_name || is_name(after) || reader.is_sentence_start(at) || reader.is(after, "have"))
}

/// "Thursday", "Thursday, December 30, 2021", "Thursday 30 December", "Wednesday night".
fn weekday(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let weekday = u32::from(reader.word(at).weekday);
    let short = reader.written(at).len() <= 5;
    if !reader.is_capital(at) {
        return None;
    }
    let mut after = at + 1;
    if short && matches!(reader.kind(after), TokenKind::AbbreviationStop) {
        after += 1;
    }
    let mut next = if reader.kind(after) == TokenKind::Comma { after + 1 } else { after };
    if reader.is(next, "the") {
        next += 1;
    }
    let full = month(reader, next).filter(|(_, expr)| expr.is_day()).or_else(|| day_month(reader, next));
    if let Some(full) = full {
        return Some(full);
    }
    Some((time_of_day(reader, after), DatePoint::Weekday { weekday, shift: None }.into()))
}

/// One past "morning", "night" and the like.
fn time_of_day(reader: &Reader, at: usize) -> usize {
    if reader.word(at).is(Class::TIME_OF_DAY) { at + 1 } else { at }
}

/// "30 December 2021", "30th of December", "2021-12-30", "12/30/2021".
fn numeric(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let glued_before = reader.is_glued(at)
        && !matches!(
            reader.kind(at.wrapping_sub(1)),
            TokenKind::Open | TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Dash
        );
    let next = reader.kind(at + 1);
    let may_go_on = matches!(next, TokenKind::Word | TokenKind::Hyphen | TokenKind::Dash | TokenKind::Slash);
    if glued_before || !may_go_on {
        return None;
    }
    iso(reader, at).or_else(|| slashed(reader, at)).or_else(|| day_month(reader, at))
}

fn day_month(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (first_end, first) = day_number(reader, at)?;
    let (end, last) = last_day(reader, first_end, first);
    let next = if reader.is(end, "of") { end + 1 } else { end };
    let (after, month) = month_name(reader, next)?;
    if !is_day_of(month, first) {
        return None;
    }
    let (end, year) = year_behind(reader, after);
    let mut expr: DateExpr = DatePoint::Day { year, month, day: first }.into();
    expr.until = last.map(|day| DatePoint::Day { year, month, day });
    Some((end, expr))
}

/// Three glued numbers with a mark between.
fn triple<'a>(reader: &Reader<'a>, at: usize, mark: TokenKind) -> Option<[&'a str; 3]> {
    let marks = reader.kind(at + 1) == mark && reader.kind(at + 3) == mark;
    let numbers = [at, at + 2, at + 4].iter().all(|index| reader.kind(*index) == TokenKind::Number);
    let glued = (at + 1..at + 5).all(|index| reader.is_glued(index));
    let ends = !(reader.is_glued(at + 5) && matches!(reader.kind(at + 5), TokenKind::Slash | TokenKind::Hyphen));
    (marks && numbers && glued && ends).then(|| [reader.written(at), reader.written(at + 2), reader.written(at + 4)])
}

fn iso(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let [year, month, day] = triple(reader, at, TokenKind::Hyphen)?;
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    valid_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(|expr| (at + 5, expr))
}

/// "12/30/2021" in the US order; "30/12/2021" where only the other order can be.
fn slashed(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let [first, second, year] = triple(reader, at, TokenKind::Slash)?;
    if year.len() != 4 {
        return None;
    }
    let (first, second, year) = (first.parse().ok()?, second.parse().ok()?, year.parse().ok()?);
    valid_day(year, first, second).or_else(|| valid_day(year, second, first)).map(|expr| (at + 5, expr))
}

fn valid_day(year: i32, month: u32, day: u32) -> Option<DateExpr> {
    chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    Some(DatePoint::Day { year: Some(year), month, day }.into())
}

/// "2014" by itself: a year where the words around it do not count it.
fn bare_year(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (end, year) = year_number(reader, at)?;
    let glued = |index: usize, kinds: &[TokenKind]| reader.is_glued(index) && kinds.contains(&reader.kind(index));
    let bound = [
        TokenKind::Word,
        TokenKind::Percent,
        TokenKind::Slash,
        TokenKind::Colon,
        TokenKind::Other,
        TokenKind::Currency,
        TokenKind::Number,
    ];
    if glued(end, &bound)
        || at > 0
            && reader.is_glued(at)
            && !matches!(
                reader.kind(at - 1),
                TokenKind::Hyphen | TokenKind::Dash | TokenKind::Open | TokenKind::DoubleQuote | TokenKind::SingleQuote
            )
    {
        return None;
    }
    let next = reader.word(end);
    if next.is(Class::MAGNITUDE
        .and(Class::DURATION)
        .and(Class::UNIT)
        .and(Class::CURRENCY)
        .and(Class::HALF_DAY)
        .and(Class::ZONE))
        && !next.is(Class::FUNCTION)
        && next.classes != Class::FUNCTION
    {
        return None;
    }
    let before = at.checked_sub(1);
    let led = before.is_some_and(|before| {
        [
            "in", "since", "by", "of", "during", "until", "from", "before", "after", "the", "to", "and", "mid", "pre",
            "post", "early", "late",
        ]
        .iter()
        .any(|word| reader.is(before, word))
    });
    let likely = LIKELY_YEARS.contains(&f64::from(year));
    let counted = super::number::is_plural(reader, end);
    let hedged = before.is_some_and(|before| reader.word(before).is(Class::HEDGE_END)) && !led;
    let stands = likely && !hedged && (led || !counted)
        || led && !counted && before.is_some_and(|before| reader.is(before, "in"));
    stands.then(|| (end, DatePoint::Year { year }.into()))
}

/// "early December", "early next month", "earlier this month", "the end of January", "mid-2021".
fn part(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let part = reader.word(at).part?;
    let mut next = reader.past_hyphen(at + 1);
    let of = reader.is(next, "of");
    if of || reader.is(next, "in") {
        next += 1;
        if reader.is(next, "the") {
            next += 1;
        }
    } else if ["beginning", "start", "end", "middle"].iter().any(|word| reader.is(at, word)) {
        return None;
    }
    let word = reader.word(next);
    let (end, mut expr) = if word.is(Class::MONTH) {
        month(reader, next).filter(|(_, expr)| matches!(expr.point, DatePoint::Month { .. }))?
    } else if word.is(Class::SHIFT) {
        shifted(reader, next).filter(|(_, expr)| !expr.is_day())?
    } else if let Some((end, year)) = year_number(reader, next) {
        (end, DatePoint::Year { year }.into())
    } else {
        return None;
    };
    expr.part = Some(part);
    Some((end, expr))
}

fn unit_of(reader: &Reader, at: usize) -> Option<Unit> {
    if !reader.word(at).is(Class::DURATION) {
        return None;
    }
    let units = [("day", Unit::Day), ("week", Unit::Week), ("month", Unit::Month), ("year", Unit::Year)];
    let written = reader.written(at);
    let singular = written.strip_suffix(['s', 'S']).unwrap_or(written);
    units.iter().find(|(name, _)| name.eq_ignore_ascii_case(singular)).map(|(_, unit)| *unit)
}

/// "next month", "last Thursday", "this week", "last night", "next January".
fn shifted(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let shift = i32::from(reader.word(at).shift);
    let next = at + 1;
    let word = reader.word(next);
    if word.is(Class::TIME_OF_DAY) {
        let shift = if reader.is(next, "night") || shift == 0 { shift } else { return None };
        return Some((next + 1, DatePoint::Relative { unit: Unit::Day, shift }.into()));
    }
    if word.is(Class::WEEKDAY) {
        return Some((
            time_of_day(reader, next + 1),
            DatePoint::Weekday { weekday: word.weekday.into(), shift: Some(shift) }.into(),
        ));
    }
    if reader.written(next).ends_with('s') {
        return None;
    }
    let unit = unit_of(reader, next).filter(|unit| *unit != Unit::Day)?;
    Some((next + 1, DatePoint::Relative { unit, shift }.into()))
}

/// "that same week", "the same day", "that year".
fn referred(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let mut next = at + 1;
    if reader.is(at, "that") && reader.is(next, "same") {
        next += 1;
    }
    let unit = unit_of(reader, next).filter(|_| !reader.written(next).ends_with('s'))?;
    Some((next + 1, DatePoint::Referred { unit, shift: 0 }.into()))
}

/// "three weeks ago", "two days later", "a year earlier".
fn ago(reader: &Reader, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let figure = figure?;
    distance(reader, figure.end, figure.best.filter(|count| count.fract() == 0.0 && *count <= 1000.0)? as i32)
}

fn one_ago(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    if reader.word(at).is(Class::ARTICLE) { distance(reader, at + 1, 1) } else { None }
}

fn distance(reader: &Reader, at: usize, count: i32) -> Option<(usize, DateExpr)> {
    let unit = unit_of(reader, at)?;
    let point = if reader.is(at + 1, "ago") {
        DatePoint::Relative { unit, shift: -count }
    } else if reader.is(at + 1, "earlier") {
        DatePoint::Referred { unit, shift: -count }
    } else if reader.is(at + 1, "later") {
        DatePoint::Referred { unit, shift: count }
    } else {
        return None;
    };
    Some((at + 2, point.into()))
}
