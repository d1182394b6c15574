//! Pounds, shillings and pence as they were: "£3 4s 6d", "12s 6d".

use super::currency::CurrencyFigure;
use crate::{
    reading::{Figure, Reader},
    text::TokenKind,
};

/// A pound had so many shillings, and a shilling so many pence.
const SHILLINGS: f64 = 20.0;
const PENCE: f64 = 12.0;

/// "4s 6d", "4s", "6d" behind pounds: one past them, and what part of a pound they are.
pub(super) fn behind(reader: &Reader, sum: &CurrencyFigure) -> Option<(usize, f64)> {
    let whole = sum.figure.best.is_some_and(|best| best.fract() == 0.0 && sum.figure.scale == 1.0);
    if !whole || sum.divisor > 1.0 || sum.currency != pound(reader) {
        return None;
    }
    let shillings = counted(reader, past_comma(reader, sum.end), "s", SHILLINGS);
    let pence = counted(reader, past_comma(reader, shillings.map_or(sum.end, |(end, _)| end)), "d", PENCE);
    let end = pence.or(shillings)?.0;
    Some((end, shillings.map_or(0.0, |(_, count)| count / SHILLINGS) + pence_of(pence)))
}

/// "12s 6d" without pounds: no length goes from seconds to days.
pub(super) fn alone(reader: &Reader, figure: &Figure) -> Option<CurrencyFigure> {
    let shillings = counted(reader, figure.first, "s", f64::INFINITY).filter(|(end, _)| *end == figure.end + 1)?;
    let pence = counted(reader, past_comma(reader, shillings.0), "d", PENCE)?;
    let pounds = shillings.1 / SHILLINGS + pence_of(Some(pence));
    let figure = Figure { best: Some(pounds), interval: crate::value::Interval::point(pounds), ..*figure };
    Some(CurrencyFigure { figure, end: pence.0, currency: pound(reader), divisor: 1.0 })
}

fn pound(reader: &Reader) -> Option<usize> {
    reader.lexicon.currency_symbols.get("£").copied()
}

fn pence_of(pence: Option<(usize, f64)>) -> f64 {
    pence.map_or(0.0, |(_, count)| count / (SHILLINGS * PENCE))
}

fn past_comma(reader: &Reader, at: usize) -> usize {
    if reader.kind(at) == TokenKind::Comma { at + 1 } else { at }
}

/// So many, less than make up one of the next, with their letter glued: one past them, and how many.
fn counted(reader: &Reader, at: usize, letter: &str, most: f64) -> Option<(usize, f64)> {
    let count: f64 = reader.written(at).parse().ok().filter(|_| reader.kind(at) == TokenKind::Number)?;
    let lettered = reader.is_glued(at + 1) && reader.written(at + 1) == letter;
    (lettered && count.fract() == 0.0 && count < most).then_some((at + 2, count))
}
