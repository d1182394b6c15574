//! What comes back: "every Thursday", "each year", "daily". It is no one day: it is shown as vague, with the
//! TIMEX3 value of its set, and no rule reads it.

use super::FoundDate;
use crate::{
    lexicon::Class,
    reading::{Figure, Reader},
    text::TokenKind,
    value::date::{DatePoint, Unit},
};

/// "every Thursday", "each year", "every two weeks", "every other day".
pub(super) fn every(reader: &Reader, at: usize) -> FoundDate {
    if !reader.is(at, "every") && !reader.is(at, "each") {
        return None;
    }
    let other = reader.is(at + 1, "other");
    let mut next = if other { at + 2 } else { at + 1 };
    let word = reader.word(next);
    if word.is(Class::WEEKDAY) && reader.is_capital(next) {
        return Some((next + 1, DatePoint::EachWeekday { weekday: word.weekday.into() }.into()));
    }
    let mut count = if other { 2 } else { 1 };
    if let Some(figure) = Figure::read(reader, next) {
        count = figure.best.filter(|count| count.fract() == 0.0 && (1.0..=1000.0).contains(count))? as u32;
        next = figure.end;
    }
    let day = reader.word(next).is(Class::TIME_OF_DAY).then_some(Unit::Day);
    let unit = reader.word(next).unit.or(day).filter(|_| reader.kind(next) == TokenKind::Word)?;
    // "Each of the years", "each day's".
    (reader.kind(next + 1) != TokenKind::Hyphen).then(|| (next + 1, DatePoint::Each { unit, count }.into()))
}

/// "daily", "annually": in small letters, so that no newspaper is one.
pub(super) fn often(reader: &Reader, at: usize) -> FoundDate {
    let (unit, count) = reader.word(at).each.filter(|_| !reader.is_capital(at) || reader.is_sentence_start(at))?;
    // "The nation's largest daily" and "the weekly" are papers; "semi-annual" is another word.
    let joined = reader.kind(at + 1) == TokenKind::Hyphen || reader.kind(at.wrapping_sub(1)) == TokenKind::Hyphen;
    let name = reader.is_capital(at) && reader.is_capital(at + 1);
    // "The farmers' daily".
    let owned = matches!(reader.kind(at.wrapping_sub(1)), TokenKind::Possessive | TokenKind::SingleQuote)
        && reader.is_glued(at.wrapping_sub(1));
    (!joined && !name && !owned).then(|| (at + 1, DatePoint::Each { unit, count }.into()))
}

/// "twice a week", "once every two years".
pub(super) fn once(reader: &Reader, at: usize) -> FoundDate {
    times(reader, at + 1)
}

/// "three times a day", at a figure.
pub(super) fn several_times(reader: &Reader, figure: Option<&Figure>) -> FoundDate {
    let end = figure?.end;
    if reader.is(end, "times") { times(reader, end + 1) } else { None }
}

/// "a week", "per day", "each year", "every two years" behind how many times.
fn times(reader: &Reader, at: usize) -> FoundDate {
    if reader.word(at).is(Class::EVERY) && !reader.is(at, "per") {
        return every(reader, at);
    }
    let per = reader.word(at).is(Class::ARTICLE) || reader.is(at, "per");
    let unit = reader.word(at + 1).unit.filter(|_| per && !reader.written(at + 1).ends_with('s'))?;
    let goes_on = matches!(reader.kind(at + 2), TokenKind::Hyphen | TokenKind::Possessive);
    (!goes_on).then(|| (at + 2, DatePoint::Each { unit, count: 1 }.into()))
}
