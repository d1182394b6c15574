//! `duration`: a length of time, in seconds; months and years keep their calendar meaning beside it.

mod clocked;
mod iso;
mod parts;
#[cfg(test)]
mod tests;
mod uncounted;

use super::KindEntry;
use crate::{
    lexicon::{CalendarUnit, Class, DurationUnit, WordGroup},
    reading::{self, AmountReading, Figure, Reader, is_plural},
    text::TokenKind,
    value::{Amount, Facts, Interval, Kind, Precision, Sort, ValueTie, worded},
};
use parts::{hours_and_minutes, smaller};
use uncounted::{fraction, long, uncounted};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "duration",
        one: "a duration",
        also: &["length of time", "interval", "period", "timespan"],
        example: "50 minutes",
        samples: &["50 minutes", "50-minute", "three weeks"],
        tolerance: Some("5 minutes"),
        rank: 2,
        sort: Sort::Amount,
        axis: |amount, _, _| Ok(("seconds".to_string(), amount.interval)),
        said: |interval, _| worded::length(interval),
        given: |amount| Some(worded::months(*amount.months.as_deref()?, amount.unit.as_deref()?)),
        least: Some(0.0),
        behind_number: |lexicon| lexicon.durations.iter().map(|unit| worded::in_plural(&unit.name)).collect(),
        no_unit: super::SPANS_OF_TIME,
        base_unit: Some("s"),
        iso: Some(iso::iso),
        tie: ValueTie::Belongs,
        stand_in: "50 minutes",
        stand_in_before: "50-minute",
        ..Facts::PLAIN
    },
    begins: Class::DURATION.and(Class::VAGUE).and(Class::ARTICLE).and(Class::FRACTION).and(Class::LONG),
    read,
};

/// Seconds of a day.
pub const DAY: f64 = 86_400.0;

/// "1900s" is a century.
const MOST_BY_LETTER: f64 = 1000.0;

/// Seconds of an average month.
const MONTH: f64 = 2_629_746.0;

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

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let mut reading = uncounted::vague(reader, at)
        .or_else(|| fraction(reader, at))
        .or_else(|| long(reader, at))
        .or_else(|| clocked::timed(reader, at))
        .or_else(|| counted(reader, at, figure))
        .or_else(|| quarters(reader, figure))
        .or_else(|| uncounted(reader, at))?;
    // "the past 24 hours", "the first six months": the words that say which belong to it.
    if reading.value.hedge.is_none() {
        let which = reading.first.wrapping_sub(1);
        // "It lasts an hour" is no "last hour": an article between them parts the two.
        // And so is "to last six weeks".
        let verb = reader.is(which, "last") && reader.is_of(which.wrapping_sub(1), WordGroup::BEFORE_VERB);
        // "Its first two-week tour" is the first tour.
        let ranks =
            reader.word(which).is(Class::ORDINAL) && reader.kind(reading.end.wrapping_sub(2)) == TokenKind::Hyphen;
        if reader.word(which).is(Class::WHICH) && !verb && !ranks && !reader.word(reading.first).is(Class::ARTICLE) {
            let first = if reader.is(which.wrapping_sub(1), "the") { which - 1 } else { which };
            reading.first = first;
            reading.end = of_year(reader, reading.end);
        } else if reader.is(which, "the") && is_plural_noun(reader, reading.end) {
            // "The three months ended June 30".
            reading.first = which;
        }
        reading.value.text = reader.text.words(reading.first, reading.end).into();
    }
    Some(reading)
}

/// Whether the unit that ends at `end` is a noun of its own: "three months", and not "three-month".
fn is_plural_noun(reader: &Reader, end: usize) -> bool {
    let last = end.saturating_sub(1);
    (unit(reader, last).is_some() || reader.word(last).unit == Some(CalendarUnit::Quarter))
        && reader.written(last).ends_with(['s', 'S'])
        && reader.kind(last.wrapping_sub(1)) != TokenKind::Hyphen
}

/// "The first nine months of 1989", "of the year" is still that length: one past its year.
fn of_year(reader: &Reader, end: usize) -> usize {
    let year = |at: usize| reader.word(at).unit == Some(CalendarUnit::Year) && reader.is(at, "year");
    let leads = reader.is(end + 1, "the") || reader.is(end + 1, "this") || reader.is(end + 1, "last");
    match () {
        () if !reader.is(end, "of") || !is_plural_noun(reader, end) => end,
        () if leads && year(end + 2) && !reader.is(end + 3, "ended") => end + 3,
        () if is_year(reader.written(end + 1)) && reader.kind(end + 1) == TokenKind::Number => end + 2,
        () => end,
    }
}

fn is_year(written: &str) -> bool {
    written.len() == 4 && (written.starts_with("19") || written.starts_with("20"))
}

/// A number of units: "50 minutes", "an hour and a half", "1h30".
fn counted(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let single = one(reader, at);
    let figure = match figure {
        Some(figure) if !figure.money_only => figure,
        Some(_) => return hours_and_minutes(reader, at),
        None => single.as_ref()?,
    };
    let between = reader.word(figure.end).is(Class::BETWEEN_UNITS);
    let unit_at = if between { figure.end + 1 } else { figure.unit_at(reader) };
    let Some(unit) = unit(reader, unit_at).or_else(|| by_letter(reader, figure, unit_at)) else {
        return hours_and_minutes(reader, at);
    };
    let mut end = unit_at + 1;
    let joined = reader.is_glued(figure.first) && reader.kind(figure.first.wrapping_sub(1)) == TokenKind::Slash;
    let place = is_place_in_row(reader, figure, unit_at) || is_title(reader, figure.first, end);
    let timed = super::time::is_military(reader, figure.first) || is_moment(reader, end, unit);
    if joined || place || timed || is_age(reader, end) || is_rate(reader, figure) {
        return None;
    }
    let mut amount = of_units(figure.interval, figure.best, unit);
    // "an hour and a half", "2 hours and 10 minutes", "1 hour 20 minutes".
    if let Some((half_end, half)) = reading::and_part(reader, end) {
        amount = of_units(figure.interval.shifted(half), figure.best.map(|best| best + half), unit);
        end = half_end;
    } else {
        let mut larger = unit;
        // Years, months, days, hours, minutes, seconds: no length has more parts.
        for _ in 0..5 {
            let Some((rest_end, rest, smaller)) = smaller(reader, end, larger) else { break };
            parts::add(&mut amount, rest);
            (end, larger) = (rest_end, smaller);
        }
    }
    Some(reading(reader, figure, end, amount, unit))
}

/// The reading of a number of one unit, with its hedge.
fn reading(reader: &Reader, figure: &Figure, end: usize, mut amount: Amount, unit: &DurationUnit) -> AmountReading {
    amount.unit = Some(unit.name.as_str().into());
    reader.amount(Kind::of(&ENTRY), figure, end, amount, unit.seconds.unwrap_or(30.0 * DAY))
}

/// "an hour", "a month": the article is a one.
fn one(reader: &Reader, at: usize) -> Option<Figure> {
    if !reader.word(at).is(Class::ARTICLE) || !reader.word(at + 1).is(Class::DURATION) {
        return None;
    }
    // "twice a day", "$5 an hour", "a second blast": no length of time.
    let plural = reader.written(at + 1).ends_with('s');
    // "A minute amount" is a small one.
    let small = reader.is(at + 1, "minute")
        && reader.kind(at + 2) == TokenKind::Word
        && !reader.word(at + 2).is(Class::FUNCTION.and(Class::HEDGE_AFTER));
    // "A year-earlier profit" has an article of its own.
    let joined = reader.kind(at + 2) == TokenKind::Hyphen && !reader.is(at + 3, "long");
    if plural
        || small
        || joined
        || reader.is(at + 1, "second")
        || at.checked_sub(1).is_some_and(|before| is_per(reader, before))
    {
        return None;
    }
    Some(figure_of(at, at + 1, 1.0))
}

fn figure_of(first: usize, end: usize, number: f64) -> Figure {
    Figure {
        first,
        end,
        interval: Interval::point(number),
        best: Some(number),
        precision: Precision::Exact,
        money_only: false,
        digits: false,
        step: 1.0,
        scale: 1.0,
    }
}

/// Whether what stands before "a day" makes it a rate: "times a day", "$5 a day", "km an hour".
fn is_per(reader: &Reader, before: usize) -> bool {
    let word = reader.word(before);
    reader.is(before, "times")
        || reader.is(before, "once")
        || reader.is(before, "twice")
        || word.is(Class::UNIT.and(Class::CARDINAL).and(Class::MAGNITUDE).and(Class::CURRENCY))
            && !word.is(Class::HEDGE_END)
        || matches!(reader.kind(before), TokenKind::Number | TokenKind::Percent)
        || word.is(Class::PERCENT)
        || is_counted_plural(reader, before)
        || is_measured(reader, before)
        || is_plural(reader, before)
            && reader.is(before.wrapping_sub(1), "of")
            && reader.word(before.wrapping_sub(2)).is(Class::VAGUE)
}

/// Whether what is measured or counted out ends at `at`: "12 million tons of rock a year".
fn is_measured(reader: &Reader, at: usize) -> bool {
    let is_noun = |at: usize| reader.kind(at) == TokenKind::Word && !reader.word(at).is(Class::FUNCTION);
    let of = (1..=3).filter_map(|back| at.checked_sub(back)).find(|of| !is_noun(*of) || *of == 0);
    of.filter(|of| is_noun(at) && reader.is(*of, "of")).and_then(|of| of.checked_sub(1)).is_some_and(|before| {
        reader.word(before).is(Class::UNIT.and(Class::MAGNITUDE)) || is_counted_plural(reader, before)
    })
}

/// Whether a plural with a number a few words before it ends at `at`: "three shifts a day", "50 minutes a day".
fn is_counted_plural(reader: &Reader, at: usize) -> bool {
    let is_word = |at: usize| reader.kind(at) == TokenKind::Word && !reader.word(at).is(Class::FUNCTION);
    let numbers = || {
        (1..=3)
            .map_while(|back| at.checked_sub(back).filter(|at| is_word(*at) || reader.kind(*at) == TokenKind::Number))
    };
    let is_number =
        |at: usize| reader.kind(at) == TokenKind::Number || reader.word(at).is(Class::CARDINAL.and(Class::MAGNITUDE));
    (is_plural(reader, at) || unit(reader, at).is_some()) && numbers().any(is_number)
}

fn unit<'a>(reader: &Reader<'a>, at: usize) -> Option<&'a DurationUnit> {
    let index = usize::from(reader.word(at).duration).checked_sub(1)?;
    reader.lexicon.durations.get(index)
}

/// The unit of "30s" and "7d", which are no decade and no dimensions: what stands before has no people's thirties.
fn by_letter<'a>(reader: &Reader<'a>, figure: &Figure, at: usize) -> Option<&'a DurationUnit> {
    let index = reader.lexicon.duration_letters.get(reader.written(at)).filter(|_| reader.is_glued(at))?;
    let before = figure.first.checked_sub(1);
    let is_early = |at: usize| ["early", "mid", "late"].iter().any(|word| reader.is(at, word));
    let names_ages = before.is_some_and(|before| {
        reader.word(before).is(Class::DETERMINER) || reader.kind(before) == TokenKind::Hyphen || is_early(before)
    });
    let least = if reader.is(at, "d") { 4.0 } else { 0.0 };
    let fits = figure.digits && !names_ages && figure.interval.hi < MOST_BY_LETTER && figure.interval.lo >= least;
    fits.then(|| reader.lexicon.durations.get(*index)).flatten()
}

fn of_units(count: Interval, best: Option<f64>, unit: &DurationUnit) -> Amount {
    let months = unit.months.unwrap_or(1.0);
    match unit.seconds {
        Some(seconds) => {
            Amount { interval: count.scaled(seconds), best: best.map(|best| best * seconds), ..Amount::default() }
        }
        None => {
            let best = best.map(|best| best * months * MONTH);
            let months = count.scaled(months);
            let interval = Interval::closed(days(months.lo).0 * DAY, days(months.hi).1 * DAY);
            Amount { interval, best, months: Some(Box::new(months)), ..Amount::default() }
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

/// "50-year-old", "10 years old" are ages.
fn is_age(reader: &Reader, end: usize) -> bool {
    reader.is(reader.past_hyphen(end), "old")
}

/// "Two hours ago", "20 minutes later": when, and not how long.
fn is_moment(reader: &Reader, end: usize, unit: &DurationUnit) -> bool {
    let short = unit.seconds.is_some_and(|seconds| seconds < DAY);
    let alone = !matches!(reader.kind(end + 1), TokenKind::Word | TokenKind::Number | TokenKind::Hyphen);
    let now = reader.is(end, "from") && reader.is(end + 1, "now");
    short && (reader.is_of(end, WordGroup::AGO) || now || reader.is(end, "after") && alone)
}

/// "The forty-second president": in words, "second" behind tens and a hyphen is a place in a row.
fn is_place_in_row(reader: &Reader, figure: &Figure, unit: usize) -> bool {
    let tens = !figure.digits && figure.best.is_some_and(|best| best >= 20.0 && best % 10.0 == 0.0);
    let pointed = reader.is(figure.first.wrapping_sub(1), "the") && reader.kind(unit + 1) == TokenKind::Word;
    tens && pointed && unit > figure.end && reader.is(unit, "second")
}

/// "Ten Days" between quotation marks: a song, a film.
fn is_title(reader: &Reader, first: usize, end: usize) -> bool {
    let mark = |at: usize| matches!(reader.kind(at), TokenKind::DoubleQuote | TokenKind::SingleQuote);
    let capitals = reader.is_capital(first) && reader.is_capital(end.wrapping_sub(1));
    capitals && mark(first.wrapping_sub(1)) && mark(end)
}

/// "The past two quarters": three months each.
fn quarters(reader: &Reader, figure: Option<&Figure>) -> Option<AmountReading> {
    let figure = figure.filter(|figure| !figure.money_only)?;
    let named =
        reader.word(figure.end).unit == Some(CalendarUnit::Quarter) && reader.written(figure.end).ends_with('s');
    let which = reader.word(figure.first.wrapping_sub(1)).is(Class::WHICH);
    let month = reader.lexicon.durations.iter().find(|unit| unit.months == Some(1.0)).filter(|_| named && which)?;
    let amount = of_units(figure.interval.scaled(3.0), figure.best.map(|best| best * 3.0), month);
    Some(reading(reader, figure, figure.end + 1, amount, month))
}

/// "$5 a day" apart, "per 10 minutes" is a rate too.
fn is_rate(reader: &Reader, figure: &Figure) -> bool {
    figure.first.checked_sub(1).is_some_and(|before| reader.is(before, "per"))
}
