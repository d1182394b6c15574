//! Ranges of two amounts that each have a unit: "5 % to 10 %".

use super::{
    Figure,
    range::{self, is_level},
};
use crate::{
    lexicon::WordGroup,
    reading::Reader,
    text::TokenKind,
    value::{Interval, Precision},
};

/// Where the upper amount of "5 % to 10 %" begins, if something behind the lower one's unit joins them.
#[must_use]
pub fn is_span(reader: &Reader, lower: &Figure, end: usize) -> Option<usize> {
    let from = reader.is(lower.first.wrapping_sub(1), "from");
    let joins = match reader.kind(end) {
        TokenKind::Hyphen | TokenKind::Dash => reader.is_glued(end) && reader.is_glued(end + 1),
        TokenKind::Word => {
            reader.is(end, "to") && !(from && range::is_change(reader, lower.first - 1))
                || reader.is(end, "and") && reader.is(lower.first.wrapping_sub(1), "between")
        }
        _ => false,
    };
    if !joins {
        return None;
    }
    // "-18 °C to -34 °C".
    if reader.kind(end + 1) == TokenKind::Dash && reader.is_glued(end + 2) {
        return Some(end + 2);
    }
    let behind =
        reader.hedge_before(end + 2).map_or(end + 1, |(first, _)| if first == end + 1 { end + 2 } else { end + 1 });
    Some(behind)
}

/// Two figures whose units were read as one range; "from" or "between" is part of it.
#[must_use]
pub fn join(reader: &Reader, lower: &Figure, upper: &Figure) -> Option<Figure> {
    let (mut low, mut top) = (lower.best?, upper.best?);
    // "-18 °C to -34 °C".
    if top < low && low < 0.0 {
        (low, top) = (top, low);
    }
    let opened = reader.is_of(lower.first.wrapping_sub(1), WordGroup::RANGED);
    let first = if opened { lower.first - 1 } else { lower.first };
    let range = Interval::closed(low, top);
    (low < top && !is_level(reader, lower, low, top) && !range::is_by(reader, lower.first, low, top))
        .then_some(Figure { first, interval: range, best: None, precision: Precision::Range, ..*upper })
}
