//! `measure`: a number with a unit; units of one dimension convert.

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
        brief: Brief::One,
        tie: ValueTie::Belongs,
        stand_in: "30 metres",
        stand_in_before: "30-metre",
        ..Facts::PLAIN
    },
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
        reading.value.text = reader.text.slice(reading.first, end).into();
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
    let (end, unit) = named_unit(reader, at + 1)?;
    let rated = at.checked_sub(1).is_some_and(|before| {
        let rates = Class::UNIT.and(Class::CARDINAL).and(Class::MAGNITUDE).and(Class::CURRENCY).and(Class::SUFFIX);
        reader.kind(before) == TokenKind::Number || reader.word(before).is(rates)
    });
    (unit.single && !rated && !reader.is_glued(end)).then(|| Figure::in_words(at, at + 1, 1.0, 1.0))
}

/// A figure's unit: one past its last token.
fn with_unit<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    if figure.money_only {
        return lengthy(reader, figure).or_else(|| in_millions(reader, figure));
    }
    if let Some(read) = letter(reader, figure).or_else(|| primes(reader, figure)).or_else(|| joined(reader, figure)) {
        return Some(read);
    }
    if let Some(unit) = magnitude(reader, figure) {
        return Some((*figure, figure.end, unit));
    }
    if let Some((figure, unit)) = behind_magnitude(reader, figure) {
        return Some((figure, figure.end, unit));
    }
    let at = figure.unit_at(reader);
    let (end, unit) = named_unit(reader, at).filter(|_| !is_lettered(reader, figure, at))?;
    (!money::is_pounds(reader, figure, at)).then_some((*figure, end, unit))
}

/// "Rooms 11g and 12c": a letter behind the number of a label.
fn is_lettered(reader: &Reader, figure: &Figure, at: usize) -> bool {
    reader.written(at).len() == 1 && reader.is_glued(at) && is_labelled(reader, figure)
}

/// "magnitude 6.1", "a magnitude of at least 6.1", "put the magnitude at 6.1", and "at least magnitude 6.1" with its hedge.
fn behind_magnitude<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, &'a Unit)> {
    let hedge = reader.hedge_before(figure.first);
    let start = hedge.map_or(figure.first, |(start, _)| start);
    let before = start.checked_sub(1)?;
    let is_small = is_decimal(figure) && reader.is(before, "at");
    let named = if reader.is(before, "of") || is_small { before.checked_sub(1)? } else { before };
    let (_, unit) = named_unit(reader, named).filter(|_| reader.is(named, "magnitude"))?;
    let is_hedged_before = hedge.is_none() && named == before && reader.hedge_before(named).is_some();
    Some((Figure { first: if is_hedged_before { named } else { figure.first }, ..*figure }, unit))
}

/// "6.2": a magnitude as it is written.
fn is_decimal(figure: &Figure) -> bool {
    figure.digits && figure.step < 1.0 && figure.interval.hi < 10.0
}

/// "a 6.2 quake", "a quake of 5.8".
fn magnitude<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<&'a Unit> {
    let quake = |at: usize| reader.word(at).is(Class::QUAKE);
    let of = figure.first >= 2 && reader.is(figure.first - 1, "of") && quake(figure.first - 2);
    if !is_decimal(figure) || !of && !quake(figure.end) {
        return None;
    }
    reader.lexicon.units.iter().find(|unit| unit.name == "magnitude")
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
    let (first, (_, _, unit)) = figure.shared(reader, |last| with_unit(reader, last))?;
    (!figure.money_only).then_some((first, figure.end, unit))
}

/// "41.7C": a letter that is a unit only right behind digits, and only where its number can be of that unit.
fn letter<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let at = figure.end;
    if reader.kind(at) != TokenKind::Word || !figure.digits {
        return None;
    }
    let unit = reader.lexicon.units.get(*reader.lexicon.unit_letters.get(reader.written(at))?)?;
    if leads_smaller(reader, at + 1, unit) {
        return Some((*figure, at + 1, unit));
    }
    // "The 11st" is a slip of a place in a row.
    if !reader.is_glued(at) || unit.smaller.is_some() && reader.is(figure.first.wrapping_sub(1), "the") {
        return None;
    }
    let (lo, hi) = unit.usual?;
    let fits = figure.interval.lo >= lo && figure.interval.hi <= hi;
    let joined = reader.is_glued(at + 1) && matches!(reader.kind(at + 1), TokenKind::Hyphen | TokenKind::Slash);
    // "A 13F filing": what is hot or cold is no filing.
    let noun = reader.kind(at + 1) == TokenKind::Word && !reader.word(at + 1).is(Class::FUNCTION);
    let pointed = reader.is_of(figure.first.wrapping_sub(1), WordGroup::BEFORE_RANK);
    let named =
        noun && pointed && unit.dimension.starts_with("temperature") && !reader.is_of(at + 1, WordGroup::WEATHER);
    (fits && !joined && !named && !is_labelled(reader, figure)).then_some((*figure, at + 1, unit))
}

/// "2 st 5 lb": whether a number of its smaller unit stands right behind a unit.
fn leads_smaller(reader: &Reader, at: usize, unit: &Unit) -> bool {
    let Some(smaller) = unit.smaller.as_deref() else { return false };
    let rest = Figure::read(reader, at).filter(|rest| rest.digits && !rest.money_only);
    rest.and_then(|rest| named_unit(reader, rest.end)).is_some_and(|(_, small)| small.name == smaller)
}

/// `6'1"`, "3′2″": feet and inches, and "6' tall". In a quotation and behind the degrees of a place they are other marks.
fn primes<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let marked = |at: usize, kind: TokenKind| {
        let prime = reader.kind(at) == TokenKind::Other && reader.lexicon.unit_symbols.contains_key(reader.written(at));
        reader.is_glued(at) && (reader.kind(at) == kind || prime)
    };
    let unit = |sign: &str| reader.lexicon.units.get(*reader.lexicon.unit_symbols.get(sign)?);
    let mark = figure.end;
    let before = reader.kind(figure.first.wrapping_sub(1));
    let other = matches!(before, TokenKind::SingleQuote | TokenKind::Other) || !figure.digits;
    if reader.kind(mark) != TokenKind::SingleQuote || !reader.is_glued(mark) || other {
        return None;
    }
    let foot = unit("′")?;
    if reader.word(mark + 1).is(Class::LENGTHY) {
        return Some((*figure, mark + 1, foot));
    }
    let rest = Figure::read(reader, mark + 1).filter(|rest| rest.digits && rest.first == mark + 1)?;
    let closed = marked(rest.end, TokenKind::DoubleQuote);
    let tall = reader.is_glued(mark + 1) && reader.word(rest.end).is(Class::LENGTHY);
    let whole = added(figure, foot, rest.best?, unit("″")?).filter(|_| closed || tall)?;
    Some((whole, rest.end + usize::from(closed), foot))
}

/// "3ft2in", "11st4lb": two units in one word.
fn joined<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let at = figure.end;
    if reader.kind(at) != TokenKind::Word || !reader.is_glued(at) || !figure.digits {
        return None;
    }
    let (large, rest) = reader.written(at).split_at_checked(reader.written(at).find(|c: char| c.is_ascii_digit())?)?;
    let (count, small) = rest.split_at_checked(rest.find(|c: char| !c.is_ascii_digit())?)?;
    let unit = |letters: &str| {
        let index = reader.lexicon.unit_symbols.get(letters).or_else(|| reader.lexicon.unit_letters.get(letters))?;
        reader.lexicon.units.get(*index)
    };
    let (large, small) = (unit(large)?, unit(small)?);
    let fits = large.smaller.as_deref() == Some(small.name.as_str());
    let whole = added(figure, large, count.parse().ok()?, small).filter(|_| fits)?;
    Some((whole, at + 1, large))
}

/// A number of units and of smaller ones that make up less than one.
fn added(figure: &Figure, large: &Unit, rest: f64, small: &Unit) -> Option<Figure> {
    let part = rest * small.factor / large.factor;
    let best = figure.best.filter(|_| (0.0..1.0).contains(&part))?;
    let interval = figure.interval.shifted(part);
    Some(Figure { interval, best: Some(best + part), step: small.factor / large.factor, ..*figure })
}

/// "5m tall": what is tall is five metres, though "5m" alone may be five million.
fn lengthy<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    if !reader.is(figure.end.wrapping_sub(1), "m") || !is_long(reader, figure) {
        return None;
    }
    let (_, unit) = named_unit(reader, figure.end - 1)?;
    let mut metres = *figure;
    metres.multiply(1.0 / figure.scale);
    Some((Figure { money_only: false, ..metres }, figure.end, unit))
}

/// "1.5m tonnes": a million of a unit.
fn in_millions<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let (end, unit) = named_unit(reader, figure.end).filter(|(end, _)| *end > figure.end)?;
    let apart = !reader.is_glued(figure.end) && !money::is_pounds(reader, figure, figure.end);
    apart.then_some((Figure { money_only: false, ..*figure }, end, unit))
}

/// Whether "5m" are metres by the words beside it: "5m tall", "jumped 5m", "a depth of 5m", "the 100m final", "5,000m above".
fn is_long(reader: &Reader, figure: &Figure) -> bool {
    let next = reader.past_hyphen(figure.end);
    let start = reader.start_of(figure);
    let spans = (start.saturating_sub(3)..start).any(|before| reader.word(before).is(Class::LENGTH_CUE));
    // "She won the 400m in 50 seconds."
    let event = reader.is(start.wrapping_sub(1), "the") || reader.kind(start.wrapping_sub(1)) == TokenKind::Possessive;
    let alone = reader.kind(next) != TokenKind::Word || reader.word(next).is(Class::FUNCTION);
    let raced = event && alone && figure.best.is_some_and(|best| best.fract() == 0.0 && best / figure.scale >= 50.0);
    reader.word(next).is(Class::LENGTHY)
        || is_converted(reader, next)
        || raced
        || spans && !reader.word(next).is(Class::MILLIONS.and(Class::UNIT))
}

/// "24m (79ft)": the bracket gives the same length.
fn is_converted(reader: &Reader, at: usize) -> bool {
    let figure = if reader.kind(at) == TokenKind::Open { Figure::read(reader, at + 1) } else { None };
    figure.filter(|figure| !figure.money_only).and_then(|figure| named_unit(reader, figure.end)).is_some_and(
        |(end, unit)| unit.dimension == "length" && matches!(reader.kind(end), TokenKind::Close | TokenKind::Number),
    )
}

fn named_unit<'a>(reader: &Reader<'a>, at: usize) -> Option<(usize, &'a Unit)> {
    let unit = |index: &usize| reader.lexicon.units.get(*index);
    let symbol = |end: usize| reader.lexicon.unit_symbols.get(reader.text.slice(at, end));
    // "°C", "°", "\"".
    if reader.kind(at) == TokenKind::Other {
        if let Some(index) = symbol(at + 2).filter(|_| reader.kind(at + 1) == TokenKind::Word) {
            return Some((at + 2, unit(index)?));
        }
        if reading::is_position(reader, at) {
            return None;
        }
        return Some((at + 1, unit(reader.lexicon.unit_symbols.get(reader.written(at))?)?));
    }
    // "km/h", "m/s": a symbol of three tokens.
    if reader.kind(at + 1) == TokenKind::Slash
        && reader.kind(at + 2) == TokenKind::Word
        && let Some(index) = symbol(at + 3)
    {
        return Some((at + 3, unit(index)?));
    }
    if !reader.word(at).is(Class::UNIT) {
        return None;
    }
    // "12 sq. miles".
    let stopped = matches!(reader.kind(at + 1), TokenKind::Stop | TokenKind::AbbreviationStop);
    if stopped && reader.word(at + 2).is(Class::UNIT) && !reader.is_capital(at + 2) {
        let name = format!("{} {}", reader.written(at), reader.written(at + 2));
        if let Some(unit) = reader.lexicon.unit(&name) {
            return Some((at + 3, unit));
        }
    }
    if let Some((end, index)) = reader.expression(&reader.lexicon.unit_names, at) {
        return Some((end, unit(index)?));
    }
    let index = reader.lexicon.unit_symbols.get(reader.written(at))?;
    // "9 am", "5 in": a symbol that is a word of its own stands right behind digits, or its full stop behind it.
    Some((at + 1, unit(index)?))
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

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("about 12 miles offshore", &["about 12 miles = measure 17.4 to 21.2 km"]),
            ("58 km (36 miles) from the port", &["58 km (36 miles) = measure 58 km, twice"]),
            ("winds of 110 km/h", &["110 km/h = measure 110 km/h"]),
            ("gusts of 70 miles per hour", &["70 miles per hour = measure 113 km/h"]),
            ("a 5-square-mile area", &["5-square-mile = measure 12.9 square kilometres"]),
            ("He is 5 ft 10.", &["5 ft 10 = measure 1.78 m"]),
            ("6 pounds 3 ounces", &["6 pounds 3 ounces = measure 2.81 kg"]),
            ("5 feet, 10 inches tall", &["5 feet, 10 inches = measure 1.78 m"]),
            ("He is 5'10\" tall.", &["5'10\" = measure 1.78 m"]),
            ("She is 5\u{2019}4\u{201d} tall.", &["5\u{2019}4\u{201d} = measure 1.63 m"]),
            ("a 4\u{2032} 3\u{2033} plank", &["4\u{2032} 3\u{2033} = measure 1.3 m"]),
            ("It is 7'2 tall.", &["7'2 = measure 2.18 m"]),
            ("It is 7' tall.", &["7' = measure 2.13 m"]),
            ("a 4ft3in gap", &["4ft3in = measure 1.3 m"]),
            ("It weighs 3 st 4 lb.", &["3 st 4 lb = measure 20.9 kg"]),
            ("He weighs 12st 4lb.", &["12st 4lb = measure 78 kg"]),
            ("He weighs 12st.", &["12st = measure 76.2 kg"]),
            ("It ended 2'45\" later.", &["2 = number 2", "45 = number 45"]),
            ("They said '6' 2\" then.", &["6 = number 6", "2 = number 2"]),
            ("He sat at 2 st again.", &["2 = number 2"]),
            ("It was 30° in Selm.", &["30° = measure 30 degrees"]),
            ("3 acre-feet of water", &["3 acre-feet = measure 3.7 million litres of water"]),
            ("12 sq. miles", &["12 sq. miles = measure 31.1 square kilometres"]),
            ("2m bpd and 900 b/d", &["2m bpd = measure 318 million litres", "900 b/d = measure 143,089 litres"]),
            ("a magnitude 6.1 quake", &["6.1 = measure magnitude 6.1"]),
            ("They put the magnitude at 6.1.", &["6.1 = measure magnitude 6.1"]),
            ("a magnitude of about 6.0", &["about 6.0 = measure magnitude 5.4 to magnitude 6.6"]),
            ("at least magnitude 5.7", &["at least magnitude 5.7 = measure at least magnitude 5.7"]),
            ("felt the magnitude at 12 stations", &["12 = count 12 of stations"]),
            ("a 6.1-magnitude quake", &["6.1-magnitude = measure magnitude 6.1"]),
            ("It was 37°C.", &["37°C = measure 37 °C"]),
            ("98.6 degrees Fahrenheit", &["98.6 degrees Fahrenheit = measure 37 °C"]),
            ("-5 °C at night; at -5 °C", &["5 °C = measure 5 °C", "-5 °C = measure -5 °C"]),
            ("minus 18 degrees Celsius", &["minus 18 degrees Celsius = measure -18 °C"]),
            ("half a mile away", &["half a mile = measure 805 m"]),
            ("two and a half miles", &["two and a half miles = measure 4.02 km"]),
            ("a wave 5m high", &["5m = measure 5 m"]),
            ("44 mg to 50 mg of it", &["44 mg to 50 mg = measure 44 to 50 mg"]),
            ("8- to 16-metre boats", &["8- to 16-metre = measure 8 to 16 m"]),
            ("2 1/2 miles", &["2 1/2 miles = measure 4.02 km"]),
            ("2½ miles", &["2½ miles = measure 4.02 km"]),
            ("a 500 MW plant", &["500 MW = measure 500 megawatts"]),
            ("50-odd km", &["50-odd km = measure 45 to 55 km"]),
            ("2 degrees below zero", &["2 degrees below zero = measure -2 degrees"]),
            ("It was 5 below zero.", &["5 below zero = measure -5 degrees"]),
            ("It was 41.7C (107F) there.", &["41.7C (107F) = measure 41.7 °C, twice"]),
            ("minus 20C", &["minus 20C = measure -20 °C"]),
            ("temperatures of -18 °C to -34 °C", &["-18 °C to -34 °C = measure -34 to -18 °C"]),
            ("She jumped 2.31m.", &["2.31m = measure 2.31 m"]),
            ("ash rose to a height of 5,000m", &["5,000m = measure 5 km"]),
            ("the 100m hurdles", &["100m = measure 100 m"]),
            ("1.5m tonnes of grain", &["1.5m tonnes = measure 1.5 million tonnes of grain"]),
            ("340 tonnes of flour arrived", &["340 tonnes = measure 340 tonnes of flour"]),
            ("50 mg of the drug", &["50 mg = measure 50 mg of drug"]),
            ("a 5 mm gap", &["5 mm = measure 5 mm"]),
            ("within 5 km of the port", &["5 km = measure 5 km"]),
            ("75 kWh", &["75 kWh = measure 75 kilowatt-hours"]),
            ("1.5 gigawatts", &["1.5 gigawatts = measure 1.5 gigawatts"]),
            ("a mast of 30m (98ft)", &["30m (98ft) = measure 30 m, twice"]),
            ("three-quarters of a mile", &["three-quarters of a mile = measure 1.21 km"]),
            ("¾ of a mile of road", &["¾ of a mile = measure 1.21 km of road"]),
            ("two-thirds of an acre", &["two-thirds of an acre = measure 2,698 square metres"]),
            ("one and one-half miles", &["one and one-half miles = measure 2.41 km"]),
            ("a two-and-a-half-mile walk", &["two-and-a-half-mile = measure 4.02 km"]),
            ("It was minus-31 degrees Celsius.", &["minus-31 degrees Celsius = measure -31 °C"]),
            ("hundreds of miles away", &["hundreds of miles = measure 322 to 1,609 km"]),
            ("sub-80 sq m flats", &["sub-80 sq m = measure less than 80 square metres"]),
            (
                "Output fell by 300 tonnes to 900 tonnes.",
                &["300 tonnes = measure 300 tonnes", "900 tonnes = measure 900 tonnes"],
            ),
            ("It weighs 3,5 tonnes.", &["3,5 tonnes = measure 3.5 tonnes"]),
            ("a 13C night", &["13C = measure 13 °C"]),
            ("10 - 20 kg", &["10 - 20 kg = measure 10 to 20 kg"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "at 5m",
            "a yard of ale",
            "miles an hour",
            "the C",
            "a foot in the door",
            "exit 12C",
            "a 3M plant",
            "a light aircraft",
            "a 13F filing",
            "Rooms 11g and 12c",
            "at 30°S 60°E, 12° 44’N",
            "at 12°44'09\"N",
        ]);
    }
}
