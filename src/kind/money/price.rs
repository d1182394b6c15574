//! What a price is for: "a barrel", "per kg".

use crate::{
    lexicon::Class,
    reading::{Figure, Reader, Thing},
    text::TokenKind,
};

/// "a barrel", "per kg", "/hour": one past it, and the unit in words.
pub(super) fn per(reader: &Reader, at: usize) -> Option<(usize, String)> {
    if reader.is(at, "apiece") || reader.is(at, "each") && !matches!(reader.kind(at + 1), TokenKind::Word) {
        return Some((at + 1, price("piece")));
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
            return reader.word(behind).is(measured).then(|| (behind + 1, price(reader.written(behind))));
        }
        _ => false,
    };
    let end = priced_end(reader, at + 1);
    priced.then(|| (end, price(&reader.text.words(at + 1, end))))
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

fn price(unit: &str) -> String {
    format!("per {}", unit.to_lowercase())
}
