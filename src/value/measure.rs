//! `measure`: a number with a unit; units of one dimension convert.

use super::{
    Amount, Content, Kind,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, Unit},
    text::TokenKind,
};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "measure", example: "10 km", tolerance: Some("500 m"), rank: 2, read };

fn read(reader: &Reader, _at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let figure = figure.filter(|figure| !figure.money_only || reader.is_glued(figure.end))?;
    let (figure, end, unit) = with_unit(reader, figure)?;
    let amount = amount(&figure, unit);
    let mut reading = reader.amount(Kind::of(&ENTRY), &figure, end, amount, 1.0);
    if let (Some((end, also)), Content::Amount(amount)) =
        (bracket(reader, reading.end, unit), &mut reading.value.content)
    {
        amount.also.push(also);
        reading.end = end;
        reading.value.text = reader.text.slice(reading.first, end).into();
    }
    Some(reading)
}

fn amount(figure: &Figure, unit: &Unit) -> Amount {
    Amount { interval: figure.interval, best: figure.best, unit: Some(unit.name.as_str().into()), ..Amount::default() }
}

/// A figure's unit: one past its last token.
fn with_unit<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(Figure, usize, &'a Unit)> {
    let at = reader.past_hyphen(figure.end);
    if let Some((end, unit)) = named_unit(reader, at) {
        return (!figure.money_only).then_some((*figure, end, unit));
    }
    // "5m" was read as five million: with a unit's symbol behind digits, it is metres only where nothing says money.
    None
}

fn named_unit<'a>(reader: &Reader<'a>, at: usize) -> Option<(usize, &'a Unit)> {
    let word = reader.word(at);
    let unit = |index: &usize| reader.lexicon.units.get(*index);
    if !word.is(Class::UNIT) {
        return None;
    }
    // "km/h", "m/s": a symbol of three tokens.
    if reader.kind(at + 1) == TokenKind::Slash
        && let Some(index) = reader.lexicon.unit_symbols.get(reader.text.slice(at, at + 3))
    {
        return Some((at + 3, unit(index)?));
    }
    if let Some((count, index)) = reader.lexicon.unit_names.longest(reader.ids(at)) {
        return Some((at + count, unit(index)?));
    }
    let index = reader.lexicon.unit_symbols.get(reader.written(at))?;
    Some((at + 1, unit(index)?))
}

/// "(36 miles)" behind an amount of the same dimension: the same amount in another unit.
fn bracket(reader: &Reader, at: usize, unit: &Unit) -> Option<(usize, Amount)> {
    if reader.kind(at) != TokenKind::Open {
        return None;
    }
    let mut first = at + 1;
    while reader.word(first).is(Class::HEDGE_END) {
        first += 1;
    }
    let figure = Figure::read(reader, first)?;
    let (figure, end, other) = with_unit(reader, &figure)?;
    let closes = reader.kind(end) == TokenKind::Close && other.dimension == unit.dimension && other.name != unit.name;
    closes.then(|| (end + 1, amount(&figure, other)))
}
