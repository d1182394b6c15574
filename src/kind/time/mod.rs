//! `time`: a time of day; with a zone and a day it is an instant.

mod face;
#[cfg(test)]
mod tests;

use self::face::Clock;
pub(super) use self::face::{is_military, is_timed};
use super::KindEntry;
use crate::{
    lexicon::{Class, Zone},
    reading::{AmountReading, Figure, Reader},
    text::TokenKind,
    value::{
        Brief, Distance, Facts, Kind, Precision, Sort, ValueTie,
        time::{TimeExpr, ZoneName},
    },
};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "time",
        one: "a time",
        also: &["clock", "hour"],
        example: "15:30 GMT",
        samples: &["3:30 p.m. ET", "15:30 GMT", "noon"],
        tolerance: Some("10 minutes"),
        rank: 2,
        alone: true,
        sort: Sort::Moment,
        distance: Distance::Time,
        brief: Brief::Clock,
        tie: ValueTie::Dates,
        stand_in: "15:30 GMT",
        ..Facts::PLAIN
    },
    begins: Class::CLOCK.and(Class::O_CLOCK).and(Class::CARDINAL),
    read,
};

/// Minutes that "about 3:30" may be off, either way.
const ABOUT: i32 = 15;

fn read(reader: &Reader, at: usize, _figure: Option<&Figure>) -> Option<AmountReading> {
    let Clock { end: clock_end, from, to, named } = face::clock(reader, at)?;
    let (end, zone) = zone(reader, clock_end).unwrap_or((clock_end, None));
    let (zone_end, zone) = match elsewhere(reader, end, from, zone.as_ref()) {
        Some((bracket_end, offset)) => (bracket_end, Some(ZoneName::Offset(offset))),
        None => (end, zone),
    };
    if zone.is_none() && !named {
        return None;
    }
    let zone_text = (zone_end > clock_end).then(|| reader.text.words(clock_end, zone_end).into());
    let zone = zone.map(Box::new);
    let mut expr = TimeExpr { from, to, stated: None, zone, zone_text, day: None };
    let mut precision = if from == to { Precision::Exact } else { Precision::Range };
    let (mut first, mut hedge) = (at, None);
    if let Some((start, meaning)) = reader.hedge_before(at)
        && meaning.precision == Precision::Approximate
    {
        (first, precision) = (start, Precision::Approximate);
        (expr.from, expr.to) = (from - ABOUT, to + ABOUT);
    } else if let Some((start, (before, after))) = near(reader, at) {
        (first, precision) = (start, Precision::Approximate);
        (expr.from, expr.to) = (from + before, to + after);
    }
    if first < at {
        expr.stated = Some(from);
        hedge = Some(reader.text.words(first, at).into());
    }
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, expr.into());
    reading.value.hedge = hedge;
    reading.value.precision = precision;
    Some(reading)
}

/// "Shortly after" before a clock time: its first token, and the minutes that the time may lie from it.
fn near(reader: &Reader, at: usize) -> Option<(usize, (i32, i32))> {
    let last = at.checked_sub(1)?;
    if !reader.word(last).is(Class::BEFORE_TIME) {
        return None;
    }
    let words = [reader.token(last).word, reader.token(last.checked_sub(1)?).word];
    let (count, minutes) = reader.lexicon.near_times.longest(words)?;
    Some((at - count, *minutes))
}

fn is_zone(reader: &Reader, at: usize) -> bool {
    reader.lexicon.zones.contains_key(reader.written(at))
}

/// A zone behind a clock time, perhaps in brackets: one past it, and the zone.
fn zone(reader: &Reader, at: usize) -> Option<(usize, Option<ZoneName>)> {
    if reader.word(at).is(Class::ZONE)
        && let Some(zone) = reader.lexicon.zones.get(reader.written(at))
    {
        return Some(shifted_zone(reader, at + 1, zone).unwrap_or_else(|| (at + 1, Some(zone_name(zone)))));
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

/// Behind a clock time that names no zone, in brackets, the same time in one: "4:17 a.m. (0117 GMT)". One past the bracket,
/// which is a value of its own, and the minutes by which the first lies east.
fn elsewhere(reader: &Reader, at: usize, minute: i32, own: Option<&ZoneName>) -> Option<(usize, i32)> {
    if reader.kind(at) != TokenKind::Open || !matches!(own, None | Some(ZoneName::Local)) {
        return None;
    }
    let there = face::clock(reader, at + 1).filter(|there| there.from == there.to)?;
    let (end, Some(ZoneName::Offset(offset))) = zone(reader, there.end)? else { return None };
    // Zones lie from 10 hours west to 14 east, save a few in the Pacific, by quarters of an hour.
    let east = (minute - there.from + offset + 10 * 60).rem_euclid(24 * 60) - 10 * 60;
    (reader.kind(end) == TokenKind::Close && east % 15 == 0).then_some((end + 1, east))
}

/// "UTC+3", "GMT-5": hours east or west of a zone that has an offset.
fn shifted_zone(reader: &Reader, at: usize, zone: &Zone) -> Option<(usize, Option<ZoneName>)> {
    let Zone::Offset(base) = zone else { return None };
    let sign = match reader.kind(at) {
        TokenKind::Hyphen => -1.0,
        TokenKind::Other if reader.is(at, "+") => 1.0,
        _ => return None,
    };
    let hours: f64 = reader.written(at + 1).parse().ok().filter(|hours| (0.0..=14.0).contains(hours))?;
    let glued = reader.is_glued(at) && reader.is_glued(at + 1);
    glued.then(|| (at + 2, Some(ZoneName::Offset(((base + sign * hours) * 60.0) as i32))))
}

fn zone_name(zone: &Zone) -> ZoneName {
    match zone {
        Zone::Iana(name) => ZoneName::Named(name.clone()),
        Zone::Offset(hours) => ZoneName::Offset((hours * 60.0) as i32),
        Zone::Ambiguous(names) => ZoneName::Ambiguous(names.clone()),
    }
}
