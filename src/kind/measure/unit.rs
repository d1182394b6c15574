//! Which unit stands at a token: a name, a symbol, a sign.

use crate::{
    lexicon::{Class, Unit},
    reading::{self, Reader},
    text::TokenKind,
};

pub(super) fn named_unit<'a>(reader: &Reader<'a>, at: usize) -> Option<(usize, &'a Unit)> {
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
