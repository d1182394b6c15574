//! Decades of life: "in her early 40s".

use super::ENTRY;
use crate::{
    lexicon::{Class, DayPart, WordGroup},
    reading::{AmountReading, Reader},
    text::TokenKind,
    value::{Amount, Interval, Kind, Precision},
};

/// The year of a decade of life that "mid" begins with.
const MID: f64 = 4.0;
/// The year of a decade of life that "late" begins with.
const LATE: f64 = 7.0;

/// Whether the "s" of "40s" stands there, right behind its digits.
fn is_ended(reader: &Reader, at: usize) -> bool {
    (reader.kind(at) == TokenKind::Possessive || reader.is(at, "s")) && reader.is_glued(at)
}

/// "in her 40s", "in his early 20s", "in their mid-30s", "in his seventies", "in their 20s and 30s".
pub fn decade(reader: &Reader, at: usize) -> Option<AmountReading> {
    let before = at.checked_sub(1)?;
    if reader.kind(at) == TokenKind::Number && !is_ended(reader, at + 1) {
        return None;
    }
    let part = match reader.kind(at) {
        TokenKind::Number => None,
        TokenKind::Word if reader.word(at).is(Class::DECADE) => None,
        TokenKind::Word => Some(reader.word(at).part?),
        _ => return None,
    };
    let digits = if part.is_some() { reader.past_hyphen(at + 1) } else { at };
    let is_plural = |digits: usize| reader.kind(digits) == TokenKind::Number && is_ended(reader, digits + 1);
    let is_owner = |before: usize| reader.is_of(before, WordGroup::OWNERS);
    let second = reader.is_of(before, WordGroup::PAIRED)
        && before >= 3
        && is_plural(before - 2)
        && (is_owner(before - 3) || reader.word(before - 3).part.is_some());
    if !is_owner(before) && !second {
        return None;
    }
    let (from, end): (f64, usize) = if reader.word(digits).is(Class::DECADE) {
        (f64::from(reader.word(digits).calendar.rem_euclid(100)), digits + 1)
    } else if is_plural(digits) {
        (reader.written(digits).parse().ok()?, digits + 2)
    } else {
        return None;
    };
    if from % 10.0 != 0.0 || from > 110.0 {
        return None;
    }
    let (lo, hi) = match part {
        Some(DayPart::Early | DayPart::Earlier | DayPart::FirstHalf) => (from, from + MID - 1.0),
        Some(DayPart::Mid) => (from + MID, from + LATE - 1.0),
        Some(DayPart::Late | DayPart::Later | DayPart::SecondHalf) => (from + LATE, from + 9.0),
        None => (from, from + 9.0),
    };
    let amount = Amount { interval: Interval::closed(lo, hi), unit: Some("year".into()), ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), at, end, amount.into());
    reading.value.precision = Precision::Range;
    Some(reading)
}
