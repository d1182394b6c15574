//! `time`: a time of day; with a zone and a day it is an instant.

use super::{
    Content, Kind, Precision,
    date::DateExpr,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, Zone},
    text::TokenKind,
};
use serde::{Deserialize, Serialize};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "time", example: "15:30 GMT", tolerance: Some("10 minutes"), rank: 2, read };

/// A time of day as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeExpr {
    /// The first minute it can be, from midnight.
    pub from: i32,
    /// The last minute it can be, from midnight; past 1440 on the next day.
    pub to: i32,
    /// The zone it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneName>,
    /// The zone's words as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone_text: Option<String>,
    /// The day its own sentence gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Box<DateExpr>>,
}

/// A zone that a text names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneName {
    /// An IANA name.
    Named(String),
    /// Minutes east of Greenwich.
    Offset(i32),
    /// One of these, by the article's own zone.
    Ambiguous(Vec<String>),
    /// "local time": the story's own zone.
    Local,
}

/// Minutes that "about 3:30" may be off, either way.
const ABOUT: i32 = 15;

fn read(reader: &Reader, at: usize, _figure: Option<&Figure>) -> Option<Reading> {
    let (clock_end, minute) = clock(reader, at)?;
    let (end, zone) = zone(reader, clock_end).unwrap_or((clock_end, None));
    let named = reader.word(at).is(Class::CLOCK) || clock_end > at + 1;
    if zone.is_none() && !named {
        return None;
    }
    let zone_text = (end > clock_end).then(|| reader.text.slice(clock_end, end).to_string());
    let mut expr = TimeExpr { from: minute, to: minute, zone, zone_text, day: None };
    let (mut first, mut precision, mut hedge) = (at, Precision::Exact, None);
    if let Some((start, meaning)) = reader.hedge_before(at)
        && meaning.precision == Precision::Approximate
    {
        (first, precision) = (start, Precision::Approximate);
        hedge = Some(reader.text.slice(start, at).into());
        (expr.from, expr.to) = (minute - ABOUT, minute + ABOUT);
    }
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, Content::Time(expr));
    reading.value.hedge = hedge;
    reading.value.precision = precision;
    Some(reading)
}

/// A clock time: one past it, and its minute. "3:30 p.m.", "20:30", "7 a.m.", "noon", "0730 GMT", "15h30".
fn clock(reader: &Reader, at: usize) -> Option<(usize, i32)> {
    if reader.word(at).is(Class::CLOCK) {
        let minute = if reader.is(at, "noon") { 12 * 60 } else { 24 * 60 };
        return Some((at + 1, minute % (24 * 60)));
    }
    if reader.kind(at) != TokenKind::Number || is_joined_before(reader, at) {
        return None;
    }
    if !matches!(reader.kind(at + 1), TokenKind::Colon | TokenKind::Word) {
        return None;
    }
    let written = reader.written(at);
    if let Some((hour, minutes)) = written.split_once('.').filter(|(_, minutes)| minutes.len() == 2) {
        // "3.30pm" is a time only with its half of the day.
        let end = half_day(reader, at + 1)?;
        return minute_of(hour.parse().ok()?, minutes.parse().ok()?, Some(reader.written(end - 1)))
            .map(|minute| (end, minute));
    }
    if written.len() == 4 && !written.contains(',') && reader.word(at + 1).is(Class::ZONE) && is_zone(reader, at + 1) {
        let (hour, minutes) = written.split_at_checked(2)?;
        return minute_of(hour.parse().ok()?, minutes.parse().ok()?, None).map(|minute| (at + 1, minute));
    }
    if written.len() > 2 {
        return None;
    }
    let hour: i32 = written.parse().ok()?;
    let (mut end, mut minutes, mut has_minutes) = (at + 1, 0, false);
    let separated =
        reader.kind(end) == TokenKind::Colon || reader.is(end, "h") && reader.kind(end + 1) == TokenKind::Number;
    if separated && reader.is_glued(end) && reader.is_glued(end + 1) && reader.kind(end + 1) == TokenKind::Number {
        let after = reader.written(end + 1);
        if after.len() != 2 {
            return None;
        }
        minutes = after.parse().ok()?;
        (end, has_minutes) = (end + 2, true);
        // Seconds are passed over; "1:30:05" without a zone or a half of the day is a race's time.
        if reader.kind(end) == TokenKind::Colon && reader.is_glued(end) && reader.is_glued(end + 1) {
            end += 2;
        }
    }
    match half_day(reader, end) {
        Some(after) => minute_of(hour, minutes, Some(reader.written(after - 1))).map(|minute| (after, minute)),
        None if has_minutes => minute_of(hour, minutes, None).map(|minute| (end, minute)),
        None => None,
    }
}

fn is_joined_before(reader: &Reader, at: usize) -> bool {
    reader.is_glued(at)
        && matches!(
            reader.kind(at.wrapping_sub(1)),
            TokenKind::Colon | TokenKind::Slash | TokenKind::Word | TokenKind::Other | TokenKind::Number
        )
}

/// One past "a.m." or "pm" at `at`.
fn half_day(reader: &Reader, at: usize) -> Option<usize> {
    reader.word(at).is(Class::HALF_DAY).then_some(at + 1)
}

fn minute_of(hour: i32, minutes: i32, half: Option<&str>) -> Option<i32> {
    if !(0..60).contains(&minutes) {
        return None;
    }
    let hour = match half.map(|half| half.starts_with(['p', 'P'])) {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None if (0..24).contains(&hour) => hour,
        None => return None,
    };
    Some(hour * 60 + minutes)
}

fn is_zone(reader: &Reader, at: usize) -> bool {
    reader.lexicon.zones.contains_key(reader.written(at))
}

/// A zone behind a clock time, perhaps in brackets: one past it, and the zone.
fn zone(reader: &Reader, at: usize) -> Option<(usize, Option<ZoneName>)> {
    if reader.word(at).is(Class::ZONE)
        && let Some(zone) = reader.lexicon.zones.get(reader.written(at))
    {
        return Some((at + 1, Some(zone_name(zone))));
    }
    if reader.is(at, "local") {
        let end = if reader.is(at + 1, "time") { at + 2 } else { at + 1 };
        return Some((end, Some(ZoneName::Local)));
    }
    let (count, zone) =
        reader.lexicon.zone_names.longest(reader.ids(at)).filter(|_| reader.word(at).is(Class::ZONE_NAME))?;
    let end = at + count;
    let end = if reader.is(end, "standard") || reader.is(end, "daylight") { end + 1 } else { end };
    reader.is(end, "time").then(|| (end + 1, Some(ZoneName::Named(zone.clone()))))
}

fn zone_name(zone: &Zone) -> ZoneName {
    match zone {
        Zone::Zone(name) => ZoneName::Named(name.clone()),
        Zone::Offset(hours) => ZoneName::Offset((hours * 60.0) as i32),
        Zone::Ambiguous(names) => ZoneName::Ambiguous(names.clone()),
    }
}
