//! What "5m" is behind a number: metres, or millions of a unit.

use super::unit;
use crate::{
    kind::money,
    lexicon::{Class, Unit},
    reading::{Figure, Reader},
    text::TokenKind,
};

/// "5m tall": what is tall is five metres, though "5m" alone may be five million.
pub(super) fn lengthy<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    if !reader.is(figure.end.wrapping_sub(1), "m") || !is_long(reader, figure) {
        return None;
    }
    let (_, unit) = unit::named_unit(reader, figure.end - 1)?;
    let mut metres = *figure;
    metres.multiply(1.0 / figure.scale);
    Some((Figure { money_only: false, ..metres }, figure.end, unit))
}

/// "1.5m tonnes": a million of a unit.
pub(super) fn in_millions<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let (end, unit) = unit::named_unit(reader, figure.end).filter(|(end, _)| *end > figure.end)?;
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
    figure.filter(|figure| !figure.money_only).and_then(|figure| unit::named_unit(reader, figure.end)).is_some_and(
        |(end, unit)| unit.dimension == "length" && matches!(reader.kind(end), TokenKind::Close | TokenKind::Number),
    )
}
