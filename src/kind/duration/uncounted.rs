//! Lengths that no number counts: "recent weeks", "half an hour", "yearlong", "for months", "the past week".

use super::{DAY, ENTRY, figure_of, is_age, of_units};
use crate::{
    lexicon::{Class, DurationUnit, WordGroup},
    reading::{AmountReading, Reader},
    text::TokenKind,
    value::{Amount, Interval, Kind, Precision},
};

/// "recent weeks", "several days".
pub(super) fn vague(reader: &Reader, at: usize) -> Option<AmountReading> {
    if !reader.word(at).is(Class::VAGUE) {
        return None;
    }
    let (count, (lo, hi)) = reader.lexicon.vague_durations.longest(reader.ids(at))?;
    Some(vaguely(reader, at, at + count, Interval::closed(*lo, *hi)))
}

/// A length that nobody counted, in the unit that it ends with.
fn vaguely(reader: &Reader, first: usize, end: usize, interval: Interval) -> AmountReading {
    let unit = (first..end).rev().find_map(|index| super::unit(reader, index)).map(|unit| unit.name.as_str().into());
    let amount = Amount { interval, unit, ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, amount.into());
    reading.value.precision = Precision::Vague;
    reading
}

/// "half an hour", "half-hour", "a quarter of an hour", "a quarter century".
pub(super) fn fraction(reader: &Reader, at: usize) -> Option<AmountReading> {
    let word = if reader.word(at).is(Class::ARTICLE) { at + 1 } else { at };
    // "One and three quarter hours" is more than its last words.
    let before = at.wrapping_sub(1);
    let goes_on = || {
        reader.kind(before) == TokenKind::Number || reader.word(before).is(Class::CARDINAL) || reader.is(before, "and")
    };
    if !reader.word(word).is(Class::FRACTION) || reader.is_glued(at) || goes_on() {
        return None;
    }
    let mut unit_at = reader.past_hyphen(word + 1);
    if reader.is(unit_at, "of") {
        unit_at += 1;
    }
    if reader.word(unit_at).is(Class::ARTICLE) {
        // "Half a year", and not "in the quarter a year ago".
        if unit_at == word + 1 && !reader.is(word, "half") {
            return None;
        }
        unit_at += 1;
    }
    let unit = super::unit(reader, unit_at).filter(|_| !reader.written(unit_at).ends_with(['s', 'S']))?;
    let share = reader.word(word).number;
    let figure = figure_of(at, unit_at, share);
    let amount = of_units(Interval::point(share), Some(share), unit);
    (!is_age(reader, unit_at + 1)).then(|| super::reading(reader, &figure, unit_at + 1, amount, unit))
}

/// "yearlong", "week-long", "years-long".
pub(super) fn long(reader: &Reader, at: usize) -> Option<AmountReading> {
    let unit = super::unit(reader, at)?;
    let figure = figure_of(at, at, 1.0);
    let amount = || of_units(Interval::point(1.0), Some(1.0), unit);
    if reader.word(at).is(Class::LONG) {
        return Some(super::reading(reader, &figure, at + 1, amount(), unit));
    }
    if reader.kind(at + 1) != TokenKind::Hyphen || !reader.is(at + 2, "long") {
        return None;
    }
    let plural = reader.written(at).ends_with(['s', 'S']);
    Some(if plural {
        uncounted_units(reader, at, unit)
    } else {
        super::reading(reader, &figure, at + 1, amount(), unit)
    })
}

/// "for months", "the past week": units without a number, where the word before makes them a length.
pub(super) fn uncounted(reader: &Reader, at: usize) -> Option<AmountReading> {
    let unit = super::unit(reader, at).filter(|_| !reader.is_capital(at) || reader.is_sentence_start(at))?;
    let before = at.wrapping_sub(1);
    if reader.written(at).ends_with('s') {
        // "For months-old", "over hours of": the unit must be the noun.
        let noun = !matches!(reader.kind(at + 1), TokenKind::Hyphen | TokenKind::Possessive);
        // "The third in as many weeks" says how many.
        let as_many = reader.is(before, "many") && reader.is(before.wrapping_sub(1), "as");
        let led = reader.word(before).is(Class::BEFORE_UNITS) && !as_many;
        // "Years of war", "not weeks": minutes and seconds are other nouns too often.
        let long = unit.seconds.is_none_or(|seconds| seconds > 60.0);
        let waited = reader.word(before).is(Class::PAST) || reader.written(before).ends_with("ed");
        // "Hours before the call", "days away": what stands before says nothing of which days.
        let which = reader.is_of(before, WordGroup::WHOSE_LENGTH);
        let away = reader.is_of(at + 1, WordGroup::AWAY) && !which;
        let loose =
            long && (reader.is_of(before, WordGroup::LOOSELY) || reader.is_sentence_start(at) || waited || away);
        if let Some(end) = ahead(reader, at + 1).filter(|_| long) {
            let first = if reader.is(before, "the") { before } else { at };
            return Some(vaguely(reader, first, end, of_units(vague_count(unit), None, unit).interval));
        }
        let points = reader.is_of(at + 1, WordGroup::AGO);
        // "Hours later, he left": what it counts from was told.
        let opens = reader.is_sentence_start(at) && !reader.is(at + 1, "ago");
        return ((led || loose && (!points || opens)) && noun).then(|| uncounted_units(reader, at, unit));
    }
    // "Over the next decade".
    let ahead = (reader.is(before, "next") || reader.is(before, "coming"))
        && !reader.is(at, "day")
        && (reader.is(at, "hour") || reader.is_of(before.wrapping_sub(2), WordGroup::LENGTH));
    if crate::reading::is_ended(reader, at) {
        let found = one_unit(reader, at, unit)?;
        return Some(AmountReading { first: before, ..found });
    }
    if let Some(found) = another(reader, at, unit).filter(|_| !reader.is(at, "second") && !reader.is(at, "minute")) {
        return Some(found);
    }
    let past = ahead || reader.is(before, "past") || reader.is(before, "last") && !reader.is(at, "day");
    // "The last week of the war" is a date that nobody knows.
    if !past
        || reader.is(at + 1, "of")
        || !reader.is(before.wrapping_sub(1), "the")
        || reader.is(at, "second")
        || reader.is(at, "minute")
    {
        return None;
    }
    one_unit(reader, at, unit)
}

/// A unit that is one by itself: "the past year".
fn one_unit(reader: &Reader, at: usize, unit: &DurationUnit) -> Option<AmountReading> {
    let amount = of_units(Interval::point(1.0), Some(1.0), unit);
    Some(super::reading(reader, &figure_of(at, at, 1.0), at + 1, amount, unit))
}

/// "Another year", "a full month": one of them, whose unit stands at `at`.
fn another(reader: &Reader, at: usize, unit: &DurationUnit) -> Option<AmountReading> {
    let before = at.wrapping_sub(1);
    let full = reader.word(before).is(Class::BETWEEN_UNITS) && reader.word(before.wrapping_sub(1)).is(Class::ARTICLE);
    let other = reader.is(before, "another") && unit.seconds != Some(DAY);
    let goes_on = matches!(reader.kind(at + 1), TokenKind::Hyphen | TokenKind::Possessive);
    let first = if full { before.wrapping_sub(1) } else { before };
    let found = one_unit(reader, at, unit).filter(|_| (full || other) && !goes_on)?;
    Some(AmountReading { first, ..found })
}

fn uncounted_units(reader: &Reader, at: usize, unit: &DurationUnit) -> AmountReading {
    vaguely(reader, at, at + 1, of_units(vague_count(unit), None, unit).interval)
}

fn vague_count(unit: &DurationUnit) -> Interval {
    Interval::closed(unit.vague.0, unit.vague.1)
}

/// "ahead", "to come" behind units: one past it.
fn ahead(reader: &Reader, at: usize) -> Option<usize> {
    match () {
        () if reader.is(at, "ahead") && !reader.is(at + 1, "of") => Some(at + 1),
        () if reader.is(at, "to") && reader.is(at + 1, "come") => Some(at + 2),
        () => None,
    }
}
