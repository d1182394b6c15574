//! Smaller parts behind a larger one: "2 hours and 10 minutes", "an hour and a half", "1h30", "2h 15m".

use super::{MONTH, figure_of, of_units};
use crate::{
    lexicon::{Class, DurationUnit},
    reading::{AmountReading, Figure, Reader},
    text::TokenKind,
    value::{Amount, Interval},
};

/// "1h30", "2h15m": hours and minutes in one word, where nothing makes them a time of day.
pub(super) fn hours_and_minutes(reader: &Reader, at: usize) -> Option<AmountReading> {
    if reader.kind(at) != TokenKind::Number || !reader.is_glued(at + 1) {
        return None;
    }
    let rest = reader.written(at + 1).strip_prefix('h')?;
    let minutes = rest.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let hours: f64 = reader.written(at).parse().ok().filter(|hours| *hours < 10.0)?;
    let minutes: f64 = minutes.parse().ok().filter(|count| minutes.len() == 2 && *count < 60.0)?;
    if reader.word(at.wrapping_sub(1)).is(Class::BEFORE_TIME) {
        return None;
    }
    let hour = reader.lexicon.durations.iter().find(|unit| unit.seconds == Some(3600.0))?;
    let count = hours + minutes / 60.0;
    let amount = of_units(Interval::point(count), Some(count), hour);
    Some(super::reading(reader, &figure_of(at, at + 1, count), at + 2, amount, hour))
}

/// Adds a smaller part: "2 years and 3 months", "2 hours and 10 minutes".
pub(super) fn add(amount: &mut Amount, rest: Amount) {
    let (lo, hi) = (amount.interval.lo + rest.interval.lo, amount.interval.hi + rest.interval.hi);
    amount.interval = Interval { lo, hi, ..amount.interval };
    amount.best = amount.best.zip(rest.best).map(|(one, other)| one + other);
    amount.months = amount.months.take().zip(rest.months).map(|(one, other)| Box::new(one.shifted(other.lo)));
}

/// A smaller unit behind a larger one: its end, its length, and the unit.
pub(super) fn smaller<'a>(
    reader: &Reader<'a>,
    at: usize,
    larger: &DurationUnit,
) -> Option<(usize, Amount, &'a DurationUnit)> {
    let end = at;
    let mut at = if reader.kind(at) == TokenKind::Comma { at + 1 } else { at };
    if reader.is(at, "and") {
        at += 1;
    }
    let figure = Figure::read(reader, at)?;
    if let Some(minute) = letter_of_minutes(reader, end, &figure, larger) {
        return Some((
            figure.end,
            of_units(Interval::point(figure.best? / figure.scale), figure.best.map(|best| best / figure.scale), minute),
            minute,
        ));
    }
    // "A 12-hour, 30-minute flight".
    let hyphened = reader.kind(end.wrapping_sub(2)) == TokenKind::Hyphen && !reader.is(at - 1, "and");
    let unit_at = if hyphened { reader.past_hyphen(figure.end) } else { figure.end };
    let unit = super::unit(reader, unit_at)?;
    let length = |unit: &DurationUnit| unit.seconds.unwrap_or(MONTH * unit.months.unwrap_or(1.0));
    (length(unit) < length(larger)).then_some(())?;
    Some((unit_at + 1, of_units(figure.interval, Some(figure.best?), unit), unit))
}

/// "2h 15m": the minutes behind an hour that is a letter too, and no millions or metres.
fn letter_of_minutes<'a>(
    reader: &Reader<'a>,
    end: usize,
    figure: &Figure,
    larger: &DurationUnit,
) -> Option<&'a DurationUnit> {
    let letters = figure.money_only && figure.first == end && reader.is(end.wrapping_sub(1), "h");
    let fits = larger.seconds == Some(3600.0) && figure.best.is_some_and(|best| best / figure.scale < 60.0);
    let named = letters && fits && reader.is(figure.end.wrapping_sub(1), "m");
    reader.lexicon.durations.iter().find(|unit| named && unit.seconds == Some(60.0))
}
