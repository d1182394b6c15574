//! `measure`: a number with a unit; units of one dimension convert.

mod magnitude;
mod metres;
mod signs;
#[cfg(test)]
mod tests;
mod unit;

use super::{KindEntry, money};
use crate::{
    diagnostic::Mistake,
    lexicon::{Class, Lexicon, Unit, WordGroup},
    reading::{self, AmountReading, Figure, Reader, Thing, is_labelled, is_span},
    text::TokenKind,
    value::{
        Amount, Beside, Brief, Content, Facts, Family, Interval, Kind, Measured, Precision, Scale, Sort, Units,
        Unplaced, ValueTie, unknown_unit, worded,
    },
    yaml,
};
use magnitude::{behind_magnitude, magnitude};
use signs::{added, letter, primes};
use std::sync::Arc;

/// What its units are units of.
const OF: &str = "a measure";

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "measure",
        one: "a measure",
        also: &[
            "length",
            "distance",
            "height",
            "depth",
            "width",
            "area",
            "volume",
            "mass",
            "weight",
            "speed",
            "temperature",
            "magnitude",
            "measurement",
            "unit",
            "size",
        ],
        example: "10 km",
        samples: &["10 km", "10-km", "6.1", "30 degrees"],
        tolerance: Some("500 m"),
        rank: 2,
        sort: Sort::Amount,
        family: Family::Figure,
        axis,
        said: worded::natural,
        given: |amount| Some(worded::measure(amount.interval, amount.unit.as_deref()?)),
        units: Some(Measured {
            of: OF,
            unit: |amount| amount.unit.as_deref(),
            is_in,
            find,
            scale: Scale::Converted,
            apart: "measures something else",
        }),
        behind_number: |lexicon| lexicon.units.iter().map(|unit| worded::in_plural(&unit.name)).collect(),
        brief: Brief::One,
        tie: ValueTie::Belongs,
        stand_in: "30 metres",
        stand_in_before: "30-metre",
        ..Facts::PLAIN
    },
    begins: Class::ARTICLE,
    read,
};

/// In base units. Beside another unit, an unhedged number is as exact as it was written: 6 miles is 5.5 to 6.5.
fn axis(amount: &Amount, precision: Precision, beside: &Beside) -> Result<(String, Interval), Unplaced> {
    let unit = beside.lexicon.units.iter().find(|unit| Some(unit.name.as_str()) == amount.unit.as_deref());
    let unit = unit.ok_or(Unplaced::UnknownUnit)?;
    let rounded = beside.units == Units::Differ && precision == Precision::Exact;
    let interval = if rounded { rounding(amount) } else { amount.interval };
    Ok((unit.dimension.clone(), interval.shifted(unit.offset).scaled(unit.factor)))
}

/// What rounding to the last written digit could have hidden, a tenth of the value at the most.
fn rounding(amount: &Amount) -> Interval {
    let best = amount.best.unwrap_or(amount.interval.lo).abs();
    let mut step = 1.0;
    let is_whole = |number: f64| (number - number.round()).abs() < 1e-6;
    while !is_whole(best / step) && step > 1e-6 {
        step /= 10.0;
    }
    while best > 0.0 && is_whole(best / (step * 10.0)) && step < best {
        step *= 10.0;
    }
    let slack = (step / 2.0).min(best / 10.0);
    Interval::closed(amount.interval.lo - slack, amount.interval.hi + slack)
}

/// The unit that a rule file means.
fn find(word: &str, lexicon: &Lexicon) -> Result<String, Mistake> {
    if lexicon.unit(word).is_some() {
        return Ok(word.to_string());
    }
    let names: Vec<&str> = lexicon.units.iter().map(|unit| unit.name.as_str()).collect();
    let what = "the unit of a measure is one that articles write, such as `km`, `hectares` or `°C`";
    Err(unknown_unit(word, OF, yaml::suggestion(word, &names, what)))
}

/// Whether its unit converts to another; one that the lexicon does not know is compared by its name.
fn is_in(amount: &Amount, wanted: &str, lexicon: &Lexicon) -> bool {
    let Some(given) = amount.unit.as_deref() else { return false };
    let dimension = |name: &str| lexicon.unit(name).map(|unit| unit.dimension.as_str());
    dimension(wanted).map_or(wanted == given, |wanted| dimension(given) == Some(wanted))
}

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let single = if figure.is_none() { one(reader, at) } else { None };
    let figure = figure.or(single.as_ref())?;
    let (mut figure, mut end, mut unit) =
        with_unit(reader, figure).or_else(|| bare_degrees(reader, figure)).or_else(|| shared_unit(reader, figure))?;
    if let Some((whole, rest_end)) = and_a_half(reader, &figure, end) {
        (figure, end) = (whole, rest_end);
    } else if let Some((whole, rest_end)) = compound(reader, &figure, end, unit) {
        (figure, end) = (whole, rest_end);
    } else if let Some((joined, upper_end, upper_unit)) = span(reader, &figure, end, unit) {
        (figure, end, unit) = (joined, upper_end, upper_unit);
    }
    if let Some((below, past)) = below_zero(reader, &figure, end, unit) {
        (figure, end) = (below, past);
    }
    let mut amount = amount(&figure, unit);
    // "within 5 miles of the port" is how far off it is.
    let start = reader.start_of(&figure);
    if !start.checked_sub(1).is_some_and(|before| reader.is(before, "within")) {
        amount.of = Thing::of(reader, end).map(|thing| thing.words(reader));
    }
    let mut reading = reader.amount(Kind::of(&ENTRY), &figure, end, amount, 1.0);
    if let (Some((end, also)), Content::Amount(amount)) =
        (bracket(reader, reading.end, unit), &mut reading.value.content)
    {
        Arc::make_mut(amount).also = [also].into();
        reading.end = end;
        reading.value.text = reader.text.words(reading.first, end).into();
    }
    Some(reading)
}

fn amount(figure: &Figure, unit: &Unit) -> Amount {
    Amount { interval: figure.interval, best: figure.best, unit: Some(unit.name.as_str().into()), ..Amount::default() }
}

/// "a mile", "an acre": the article is a one, unless it makes a rate ("$5 a gallon", "miles an hour").
fn one(reader: &Reader, at: usize) -> Option<Figure> {
    if !reader.word(at).is(Class::ARTICLE) || !reader.word(at + 1).is(Class::UNIT) {
        return None;
    }
    let (end, unit) = unit::named_unit(reader, at + 1)?;
    let rated = at.checked_sub(1).is_some_and(|before| {
        let rates = Class::UNIT.and(Class::CARDINAL).and(Class::MAGNITUDE).and(Class::CURRENCY).and(Class::SUFFIX);
        reader.kind(before) == TokenKind::Number || reader.word(before).is(rates)
    });
    (unit.single && !rated && !reader.is_glued(end)).then(|| Figure::in_words(at, at + 1, 1.0, 1.0))
}

/// A figure's unit: one past its last token.
fn with_unit<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    if figure.money_only {
        return metres::lengthy(reader, figure).or_else(|| metres::in_millions(reader, figure));
    }
    if let Some(read) = letter(reader, figure)
        .or_else(|| primes(reader, figure))
        .or_else(|| signs::joined(reader, figure))
        .or_else(|| signs::inches(reader, figure))
    {
        return Some(read);
    }
    if let Some(unit) = magnitude(reader, figure) {
        return Some((*figure, figure.end, unit));
    }
    if let Some((figure, unit)) = behind_magnitude(reader, figure) {
        return Some((figure, figure.end, unit));
    }
    let at = figure.unit_at(reader);
    let (end, unit) = unit::named_unit(reader, at).filter(|_| !is_lettered(reader, figure, at))?;
    (!money::is_pounds(reader, figure, at)).then_some((*figure, end, unit))
}

/// "Rooms 11g and 12c": a letter behind the number of a label.
fn is_lettered(reader: &Reader, figure: &Figure, at: usize) -> bool {
    reader.written(at).len() == 1 && reader.is_glued(at) && is_labelled(reader, figure)
}

/// "2 degrees below zero", "12C below freezing".
fn below_zero(reader: &Reader, figure: &Figure, end: usize, unit: &Unit) -> Option<(Figure, usize)> {
    let below = reader.is(end, "below") && reader.is_of(end + 1, WordGroup::ZERO);
    if !below || !unit.dimension.starts_with("temperature") {
        return None;
    }
    let (interval, best) = (figure.interval.scaled(-1.0), figure.best.map(|best| -best));
    // Freezing is no zero on Fahrenheit's scale.
    let zero = reader.is(end + 1, "zero") || unit.offset >= 0.0;
    zero.then_some((Figure { interval, best, ..*figure }, end + 2))
}

/// "It was 2 below zero."
fn bare_degrees<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let below = || reader.is_of(figure.end + 1, WordGroup::ZERO);
    if !reader.is(figure.end, "below") || !below() || figure.money_only {
        return None;
    }
    let unit = reader.lexicon.units.iter().find(|unit| unit.name == "degree")?;
    Some((*figure, figure.end, unit))
}

/// "It grew from 10 to 12 km."
fn shared_unit<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let (first, (_, _, unit)) =
        figure.shared(reader, |last| with_unit(reader, last)).or_else(|| by_another(reader, figure))?;
    (!figure.money_only).then_some((first, figure.end, unit))
}

/// "25 by 40 feet": one side of what has two.
fn by_another<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, (Figure, usize, &'a Unit))> {
    let other = Figure::read(reader, figure.end + 1).filter(|_| reader.is(figure.end, "by"))?;
    let side = with_unit(reader, &other).filter(|(_, _, unit)| unit.dimension == "length")?;
    Some((*figure, side))
}

/// "a mile and a half".
fn and_a_half(reader: &Reader, figure: &Figure, end: usize) -> Option<(Figure, usize)> {
    let best = figure.best.filter(|best| best.fract() == 0.0 && !figure.digits)?;
    let (end, part) = reading::and_part(reader, end)?;
    let interval = figure.interval.shifted(part);
    Some((Figure { interval, best: Some(best + part), step: part, ..*figure }, end))
}

/// "5 ft 10", "6 pounds 3 ounces", "5 feet, 10 inches": smaller units behind a larger one.
fn compound(reader: &Reader, figure: &Figure, end: usize, unit: &Unit) -> Option<(Figure, usize)> {
    let smaller = unit.smaller.as_deref()?;
    let joined = reader.kind(end) == TokenKind::Comma || reader.is(end, "and");
    let behind = reader.past_hyphen(if joined { end + 1 } else { end });
    let rest = Figure::read(reader, behind).filter(|rest| rest.best.is_some() && !rest.money_only)?;
    let (rest_end, small) = match with_unit(reader, &rest) {
        Some((_, rest_end, small)) if small.name == smaller => (rest_end, small),
        // "5 ft 10": a bare number in the smaller unit.
        None if !joined && (is_bare(reader, &rest) || behind > end && rest.end == behind + 1) => {
            (rest.end, reader.lexicon.units.iter().find(|unit| unit.name == smaller)?)
        }
        _ => return None,
    };
    Some((added(figure, unit, rest.best?, small)?, rest_end))
}

fn is_bare(reader: &Reader, rest: &Figure) -> bool {
    rest.best.is_some_and(|best| best.fract() == 0.0)
        && rest.end == rest.first + 1
        && !matches!(
            reader.kind(rest.end),
            TokenKind::Word | TokenKind::Percent | TokenKind::Hyphen | TokenKind::Number
        )
        || reader.word(rest.end).is(Class::LENGTHY.and(Class::FUNCTION))
}

/// "44 mg to 50 mg", "3km-5km".
fn span<'a>(reader: &Reader<'a>, lower: &Figure, end: usize, unit: &Unit) -> Option<(Figure, usize, &'a Unit)> {
    let behind = is_span(reader, lower, end)?;
    let upper = Figure::read(reader, behind)?;
    let (upper, upper_end, upper_unit) = with_unit(reader, &upper)?;
    let joined = reading::join(reader, lower, &upper).filter(|_| upper_unit.name == unit.name)?;
    Some((joined, upper_end, upper_unit))
}

/// "(36 miles)" behind an amount of the same dimension: the same amount in another unit.
fn bracket(reader: &Reader, at: usize, unit: &Unit) -> Option<(usize, Amount)> {
    if reader.kind(at) != TokenKind::Open {
        return None;
    }
    let mut first = at + 1;
    while first < at + 5 && reader.word(first).is(Class::HEDGE_END) {
        first += 1;
    }
    let figure = Figure::read(reader, first)?;
    let (figure, end, other) = with_unit(reader, &figure)?;
    let (figure, end) = compound(reader, &figure, end, other).unwrap_or((figure, end));
    let closes = reader.kind(end) == TokenKind::Close && other.dimension == unit.dimension && other.name != unit.name;
    closes.then(|| (end + 1, amount(&figure, other)))
}
