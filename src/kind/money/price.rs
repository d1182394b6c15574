//! What a price is for: "a barrel", "per kg", "/mo", "monthly", "per user per month".

use crate::{
    lexicon::{Class, PriceUnit},
    reading::{Figure, Reader, Thing},
    text::TokenKind,
};

/// So many things one after another a price is for: "per user per month".
const MOST: usize = 3;

/// "a barrel", "per kg", "/hour", "monthly": one past it, and the unit in words: things before stretches of time.
pub(super) fn per(reader: &Reader, at: usize) -> Option<(usize, String)> {
    let (mut end, first) = one(reader, at)?;
    let mut units = vec![first];
    while units.len() < MOST {
        let comma = usize::from(reader.kind(end) == TokenKind::Comma && reader.is(end + 1, "per"));
        let leads =
            reader.is(end + comma, "per") || reader.kind(end) == TokenKind::Slash || by_adverb(reader, end).is_some();
        let Some((behind, unit)) = one(reader, end + comma).filter(|(_, unit)| leads && !units.contains(unit)) else {
            break;
        };
        units.push(unit);
        end = behind;
    }
    units.sort_by_key(|unit| reader.lexicon.price_units.get(unit).is_some_and(|unit| unit.of_time));
    Some((end, units.iter().map(|unit| format!("per {unit}")).collect::<Vec<_>>().join(" ")))
}

/// One thing that a price is for: one past it, and its name.
fn one(reader: &Reader, at: usize) -> Option<(usize, String)> {
    if let Some(unit) = by_adverb(reader, at) {
        return Some((at + 1, unit.name.clone()));
    }
    if reader.is(at, "apiece") || reader.is(at, "each") && !matches!(reader.kind(at + 1), TokenKind::Word) {
        return Some((at + 1, "piece".to_string()));
    }
    let apart = reader.is(at, "per") || reader.is(at, "each");
    let measured = Class::UNIT.and(Class::DURATION).and(Class::PRICED);
    let next = reader.word(at + 1);
    let priced = match reader.kind(at) {
        TokenKind::Word if apart => {
            reader.kind(at + 1) == TokenKind::Word || reader.is(at, "per") && reader.kind(at + 1) == TokenKind::Number
        }
        // "$5m a year earlier" is when, and no price.
        TokenKind::Word => {
            let from = reader.is(at + 2, "from") && reader.kind(at + 3) == TokenKind::Currency;
            let past = next.is(Class::DURATION) && reader.word(at + 2).is(Class::SINCE) && !from;
            reader.word(at).is(Class::ARTICLE) && next.is(measured) && !past
        }
        TokenKind::Slash | TokenKind::Hyphen => {
            let behind = if reader.is(at + 1, "a") || reader.is(at + 1, "per") { at + 3 } else { at + 1 };
            let is_unit = reader.word(behind).is(measured) || named(reader, behind).is_some();
            return is_unit.then(|| (behind + 1, price(reader, behind, behind + 1)));
        }
        _ => false,
    };
    let end = priced_end(reader, at + 1);
    priced.then(|| (end, price(reader, at + 1, end)))
}

/// What a word is short for, or a name of: "mo", "yr", "month".
fn named<'a>(reader: &Reader<'a>, at: usize) -> Option<&'a PriceUnit> {
    let known = reader.lexicon.price_units.get(&reader.written(at).to_lowercase())?;
    (!known.is_adverb).then_some(known)
}

/// "$25 monthly", but not "the $25 Weekly".
fn by_adverb<'a>(reader: &Reader<'a>, at: usize) -> Option<&'a PriceUnit> {
    if reader.kind(at) != TokenKind::Word || reader.is_capital(at) {
        return None;
    }
    reader.lexicon.price_units.get(reader.written(at)).filter(|known| known.is_adverb)
}

/// One past what a price is for: "share", "square foot", "diluted share".
fn priced_end(reader: &Reader, at: usize) -> usize {
    if let Some((end, _)) = reader.expression(&reader.lexicon.unit_names, at) {
        return end;
    }
    // "per 100 litres", "per million British thermal units".
    let figure = Figure::read(reader, at);
    let magnitude = usize::from(reader.word(at).is(Class::MAGNITUDE));
    let behind = figure.map_or(at + magnitude, |figure| figure.end);
    if behind > at {
        let unit = reader.expression(&reader.lexicon.unit_names, behind).map(|(end, _)| end);
        return unit.or_else(|| Thing::noun(reader, behind).map(|thing| thing.end)).unwrap_or(behind);
    }
    let modified = !reader.word(at).is(Class::PRICED.and(Class::DURATION)) && reader.word(at + 1).is(Class::PRICED);
    at + 1 + usize::from(modified)
}

/// The name of what stands at some tokens.
fn price(reader: &Reader, first: usize, end: usize) -> String {
    let known = named(reader, first).filter(|_| end == first + 1);
    known.map_or_else(|| reader.text.words(first, end).to_lowercase(), |known| known.name.clone())
}
