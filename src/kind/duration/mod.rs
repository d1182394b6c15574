//! `duration`: a length of time, in seconds; months and years keep their calendar meaning beside it.

mod iso;
#[cfg(test)]
mod tests;

use super::KindEntry;
use crate::{
    lexicon::{CalendarUnit, Class, DurationUnit, WordGroup},
    reading::{self, AmountReading, Figure, Reader, is_plural},
    text::TokenKind,
    value::{Amount, Facts, Interval, Kind, Precision, Sort, ValueTie, worded},
};

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
        no_unit: super::SPANS_OF_TIME,
        base_unit: Some("s"),
        iso: Some(iso::iso),
        tie: ValueTie::Belongs,
        stand_in: "50 minutes",
        stand_in_before: "50-minute",
        ..Facts::PLAIN
    },
    read,
};

/// Seconds of a day.
pub const DAY: f64 = 86_400.0;

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
    let mut reading = vague(reader, at)
        .or_else(|| fraction(reader, at))
        .or_else(|| long(reader, at))
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
        reading.value.text = reader.text.slice(reading.first, reading.end).into();
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
    let Some(unit) = unit(reader, unit_at) else { return hours_and_minutes(reader, at) };
    let mut end = unit_at + 1;
    let joined = reader.is_glued(figure.first) && reader.kind(figure.first.wrapping_sub(1)) == TokenKind::Slash;
    let place = is_place_in_row(reader, figure, unit_at) || is_title(reader, figure.first, end);
    let timed = super::time::is_military(reader, figure.first) || is_moment(reader, end, unit);
    if joined || place || timed || is_age(reader, end) || is_rate(reader, figure) {
        return None;
    }
    let mut amount = of_units(figure.interval, figure.best, unit);
    // "an hour and a half", "2 hours and 10 minutes", "1 hour 20 minutes".
    if let Some((half_end, half)) = half(reader, end) {
        amount = of_units(figure.interval.shifted(half), figure.best.map(|best| best + half), unit);
        end = half_end;
    } else {
        let mut larger = unit;
        // Years, months, days, hours, minutes, seconds: no length has more parts.
        for _ in 0..5 {
            let Some((rest_end, rest, smaller)) = smaller(reader, end, larger) else { break };
            add(&mut amount, rest);
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

/// "recent weeks", "several days".
fn vague(reader: &Reader, at: usize) -> Option<AmountReading> {
    if !reader.word(at).is(Class::VAGUE) {
        return None;
    }
    let (count, (lo, hi)) = reader.lexicon.vague_durations.longest(reader.ids(at))?;
    Some(vaguely(reader, at, at + count, Interval::closed(*lo, *hi)))
}

/// A length that nobody counted, in the unit that it ends with.
fn vaguely(reader: &Reader, first: usize, end: usize, interval: Interval) -> AmountReading {
    let unit = (first..end).rev().find_map(|index| unit(reader, index)).map(|unit| unit.name.as_str().into());
    let amount = Amount { interval, unit, ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, amount.into());
    reading.value.precision = Precision::Vague;
    reading
}

/// "half an hour", "half-hour", "a quarter of an hour", "a quarter century".
fn fraction(reader: &Reader, at: usize) -> Option<AmountReading> {
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
        unit_at += 1;
    }
    let unit = unit(reader, unit_at).filter(|_| !reader.written(unit_at).ends_with(['s', 'S']))?;
    let share = reader.word(word).number;
    let figure = figure_of(at, unit_at, share);
    let amount = of_units(Interval::point(share), Some(share), unit);
    (!is_age(reader, unit_at + 1)).then(|| reading(reader, &figure, unit_at + 1, amount, unit))
}

/// "yearlong", "week-long", "years-long".
fn long(reader: &Reader, at: usize) -> Option<AmountReading> {
    let unit = unit(reader, at)?;
    let figure = figure_of(at, at, 1.0);
    let amount = || of_units(Interval::point(1.0), Some(1.0), unit);
    if reader.word(at).is(Class::LONG) {
        return Some(reading(reader, &figure, at + 1, amount(), unit));
    }
    if reader.kind(at + 1) != TokenKind::Hyphen || !reader.is(at + 2, "long") {
        return None;
    }
    let plural = reader.written(at).ends_with(['s', 'S']);
    Some(if plural { uncounted_units(reader, at, unit) } else { reading(reader, &figure, at + 1, amount(), unit) })
}

/// "for months", "the past week": units without a number, where the word before makes them a length.
fn uncounted(reader: &Reader, at: usize) -> Option<AmountReading> {
    let unit = unit(reader, at).filter(|_| !reader.is_capital(at) || reader.is_sentence_start(at))?;
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
    if reading::is_ended(reader, at) {
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
    Some(reading(reader, &figure_of(at, at, 1.0), at + 1, amount, unit))
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

/// "1h30", "2h15m": hours and minutes in one word, where nothing makes them a time of day.
fn hours_and_minutes(reader: &Reader, at: usize) -> Option<AmountReading> {
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
    Some(reading(reader, &figure_of(at, at + 1, count), at + 2, amount, hour))
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
        || is_plural(reader, before)
            && reader.is(before.wrapping_sub(1), "of")
            && reader.word(before.wrapping_sub(2)).is(Class::VAGUE)
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

/// Adds a smaller part: "2 years and 3 months", "2 hours and 10 minutes".
fn add(amount: &mut Amount, rest: Amount) {
    let (lo, hi) = (amount.interval.lo + rest.interval.lo, amount.interval.hi + rest.interval.hi);
    amount.interval = Interval { lo, hi, ..amount.interval };
    amount.best = amount.best.zip(rest.best).map(|(one, other)| one + other);
    amount.months = amount.months.take().zip(rest.months).map(|(one, other)| Box::new(one.shifted(other.lo)));
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

/// "An hour and a half", "an hour and three quarters".
fn half(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    reading::and_part(reader, at)
}

/// A smaller unit behind a larger one: its end, its length, and the unit.
fn smaller<'a>(reader: &Reader<'a>, at: usize, larger: &DurationUnit) -> Option<(usize, Amount, &'a DurationUnit)> {
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
    let unit = unit(reader, unit_at)?;
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
