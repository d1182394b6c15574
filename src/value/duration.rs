//! `duration`: a length of time, in seconds; months and years keep their calendar meaning beside it.

use super::{
    Amount, Content, Interval, Kind, Precision,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::lexicon::{Class, DurationUnit};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "duration", example: "50 minutes", tolerance: Some("5 minutes"), rank: 2, read };

/// Seconds of a day.
pub const DAY: f64 = 86_400.0;

/// The fewest and the most days that so many consecutive months have, from none to twelve.
const MONTHS: [(f64, f64); 13] = [
    (0.0, 0.0),
    (28.0, 31.0),
    (59.0, 62.0),
    (89.0, 92.0),
    (120.0, 123.0),
    (150.0, 153.0),
    (181.0, 184.0),
    (212.0, 215.0),
    (242.0, 245.0),
    (273.0, 276.0),
    (303.0, 306.0),
    (334.0, 337.0),
    (365.0, 366.0),
];

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    if let Some(vague) = vague(reader, at) {
        return Some(vague);
    }
    let single = one(reader, at);
    let figure = match figure {
        Some(figure) if !figure.money_only => figure,
        Some(_) => return None,
        None => single.as_ref()?,
    };
    let unit_at = reader.past_hyphen(figure.end);
    let unit = unit(reader, unit_at)?;
    let mut end = unit_at + 1;
    if is_age(reader, end) || is_rate(reader, figure) {
        return None;
    }
    let mut amount = of_units(figure.interval, figure.best, unit);
    // "an hour and a half", "2 hours and 10 minutes", "1 hour 20 minutes".
    if let Some((half_end, half)) = half(reader, end) {
        amount = of_units(figure.interval.shifted(half), figure.best.map(|best| best + half), unit);
        end = half_end;
    } else if let Some((rest_end, rest)) = smaller(reader, end, unit) {
        amount.interval = amount.interval.shifted(rest);
        amount.best = amount.best.map(|best| best + rest);
        end = rest_end;
    }
    amount.unit = Some(unit.name.as_str().into());
    Some(reader.amount(Kind::of(&ENTRY), figure, end, amount, unit.seconds.unwrap_or(30.0 * DAY)))
}

/// "recent weeks", "several days".
fn vague(reader: &Reader, at: usize) -> Option<Reading> {
    if !reader.word(at).is(Class::VAGUE) {
        return None;
    }
    let (count, (lo, hi)) = reader.lexicon.vague_durations.longest(reader.ids(at))?;
    let amount = Amount { interval: Interval::closed(*lo, *hi), ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), at, at + count, Content::Amount(amount));
    reading.value.precision = Precision::Vague;
    Some(reading)
}

/// "an hour", "a month": the article is a one.
fn one(reader: &Reader, at: usize) -> Option<Figure> {
    if !reader.word(at).is(Class::ARTICLE) || !reader.word(at + 1).is(Class::DURATION) {
        return None;
    }
    // "twice a day", "$5 an hour", "a second blast": no length of time.
    if reader.is(at + 1, "second") || at.checked_sub(1).is_some_and(|before| is_per(reader, before)) {
        return None;
    }
    Some(Figure {
        first: at,
        end: at + 1,
        interval: Interval::point(1.0),
        best: Some(1.0),
        precision: Precision::Exact,
        money_only: false,
        digits: false,
        step: 1.0,
        scale: 1.0,
    })
}

/// Whether what stands before "a day" makes it a rate: "times a day", "$5 a day", "km an hour".
fn is_per(reader: &Reader, before: usize) -> bool {
    let word = reader.word(before);
    reader.is(before, "times")
        || reader.is(before, "once")
        || reader.is(before, "twice")
        || word.is(Class::UNIT.and(Class::CARDINAL).and(Class::MAGNITUDE).and(Class::CURRENCY))
            && !word.is(Class::HEDGE_END)
        || reader.kind(before) == crate::text::TokenKind::Number
}

fn unit<'a>(reader: &Reader<'a>, at: usize) -> Option<&'a DurationUnit> {
    let index = usize::from(reader.word(at).duration).checked_sub(1)?;
    reader.lexicon.durations.get(index)
}

fn of_units(count: Interval, best: Option<f64>, unit: &DurationUnit) -> Amount {
    match (unit.seconds, unit.months) {
        (Some(seconds), _) => {
            Amount { interval: count.scaled(seconds), best: best.map(|best| best * seconds), ..Amount::default() }
        }
        (None, months) => {
            let months = count.scaled(months.unwrap_or(1.0));
            let interval = Interval::closed(days(months.lo).0 * DAY, days(months.hi).1 * DAY);
            Amount { interval, months: Some(Box::new(months)), ..Amount::default() }
        }
    }
}

/// The fewest and the most days of a number of months.
fn days(months: f64) -> (f64, f64) {
    let years = (months / 12.0).floor();
    let rest = months - years * 12.0;
    let whole = MONTHS.get(rest as usize).copied().unwrap_or_default();
    let fraction = rest.fract() * 30.5;
    (
        years * 365.0 + (years / 4.0).floor() + whole.0 + fraction.floor(),
        years * 365.0 + (years / 4.0).ceil() + whole.1 + fraction.ceil(),
    )
}

fn half(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    let half =
        reader.is(at, "and") && reader.word(at + 1).is(Class::ARTICLE) && reader.word(at + 2).is(Class::FRACTION);
    half.then(|| (at + 3, reader.word(at + 2).number))
}

/// A smaller unit behind a larger one; its end, and its seconds.
fn smaller(reader: &Reader, at: usize, larger: &DurationUnit) -> Option<(usize, f64)> {
    let at = if reader.is(at, "and") { at + 1 } else { at };
    let figure = Figure::read(reader, at)?;
    let unit = unit(reader, figure.end)?;
    let (small, large) = (unit.seconds?, larger.seconds?);
    (small < large).then_some((figure.end + 1, figure.best? * small))
}

/// "50-year-old", "10 years old" are ages.
fn is_age(reader: &Reader, end: usize) -> bool {
    reader.is(reader.past_hyphen(end), "old")
}

/// "$5 a day" apart, "per 10 minutes" is a rate too.
fn is_rate(reader: &Reader, figure: &Figure) -> bool {
    figure.first.checked_sub(1).is_some_and(|before| reader.is(before, "per"))
}
