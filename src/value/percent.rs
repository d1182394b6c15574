//! `percent`: a share in hundredths.

use super::{
    Amount, Kind,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::text::TokenKind;

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "percent", example: "5 %", tolerance: Some("1 %"), rank: 2, read };

fn read(reader: &Reader, _at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let figure = figure.filter(|figure| !figure.money_only)?;
    let at = reader.past_hyphen(figure.end);
    let end = if reader.kind(at) == TokenKind::Percent || reader.is(at, "percent") {
        at + 1
    } else if reader.is(at, "per") && reader.is(at + 1, "cent") {
        at + 2
    } else {
        return None;
    };
    let amount = Amount { interval: figure.interval, best: figure.best, unit: Some("%".into()), ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), figure, end, amount, 1.0))
}
