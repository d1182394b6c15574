//! `money`: an amount of a currency, by its ISO 4217 code. Currencies do not convert.

use super::{
    Amount, Content, Kind,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{lexicon::Class, text::TokenKind};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "money", example: "$3.2 million", tolerance: Some("$100,000"), rank: 2, read };

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let (figure, end, amount) = match reader.kind(at) {
        TokenKind::Currency => before(reader, at)?,
        TokenKind::Word | TokenKind::Number => behind(reader, figure?)?,
        _ => return None,
    };
    let mut reading = reader.amount(Kind::of(&ENTRY), &figure, end, amount, 1.0);
    if let (Some((end, also)), Content::Amount(amount)) = (bracket(reader, reading.end), &mut reading.value.content)
        && also.currency != amount.currency
    {
        amount.also.push(also);
        reading.end = end;
        reading.value.text = reader.text.slice(reading.first, end).into();
    }
    Some(reading)
}

fn amount(reader: &Reader, figure: &Figure, currency: usize, divisor: f64) -> Option<Amount> {
    let code = reader.lexicon.currencies.get(currency)?.code.as_str().into();
    let (interval, best) = (figure.interval.scaled(1.0 / divisor), figure.best.map(|best| best / divisor));
    Some(Amount { interval, best, currency: Some(code), ..Amount::default() })
}

/// "$3.2m", "US$3.2 million": the sign stands before the figure.
fn before(reader: &Reader, at: usize) -> Option<(Figure, usize, Amount)> {
    let mut first = at;
    let mut symbol = reader.written(at);
    if reader.is_glued(at) && at > 0 && reader.kind(at - 1) == TokenKind::Word {
        let long = reader.text.slice(at - 1, at + 1);
        if reader.lexicon.currency_symbols.contains_key(long) {
            (first, symbol) = (at - 1, long);
        }
    }
    let currency = *reader.lexicon.currency_symbols.get(symbol)?;
    let mut figure = Figure::read(reader, at + 1)?;
    let mut end = figure.end;
    if reader.word(end).is(Class::SUFFIX)
        && reader.word(end).money_only
        && figure.best.is_some()
        && !reader.is_glued(end)
    {
        let factor = reader.word(end).number;
        figure.interval = figure.interval.scaled(factor);
        figure.best = figure.best.map(|best| best * factor);
        end += 1;
    }
    // "$3m dollars" is slack writing, but it is money all the same.
    if let Some((count, (named, _))) = reader.lexicon.currency_names.longest(reader.ids(end))
        && *named == currency
        && reader.word(end).is(Class::CURRENCY)
    {
        end += count;
    }
    figure.first = first;
    let amount = amount(reader, &figure, currency, 1.0)?;
    Some((figure, end, amount))
}

/// "3.2 million dollars", "3.2m euros", "50 cents": the name stands behind it.
fn behind(reader: &Reader, figure: &Figure) -> Option<(Figure, usize, Amount)> {
    let at = reader.past_hyphen(figure.end);
    if reader.kind(at) == TokenKind::Currency {
        let currency = *reader.lexicon.currency_symbols.get(reader.written(at))?;
        // "50€", but not the "$" of the next amount.
        let alone = reader.is_glued(at) && reader.kind(at + 1) != TokenKind::Number;
        return alone.then(|| amount(reader, figure, currency, 1.0)).flatten().map(|amount| (*figure, at + 1, amount));
    }
    if !reader.word(at).is(Class::CURRENCY) {
        return None;
    }
    let (count, (currency, divisor)) = reader.lexicon.currency_names.longest(reader.ids(at))?;
    let amount = amount(reader, figure, *currency, *divisor)?;
    Some((*figure, at + count, amount))
}

/// "(€2.9m)" behind an amount: the same amount in another currency.
fn bracket(reader: &Reader, at: usize) -> Option<(usize, Amount)> {
    if reader.kind(at) != TokenKind::Open {
        return None;
    }
    let mut first = at + 1;
    while reader.word(first).is(Class::HEDGE_END) {
        first += 1;
    }
    let (_, end, amount) = match reader.kind(first) {
        TokenKind::Currency => before(reader, first)?,
        TokenKind::Word if reader.kind(first + 1) == TokenKind::Currency && reader.is_glued(first + 1) => {
            before(reader, first + 1)?
        }
        TokenKind::Number | TokenKind::Word => behind(reader, &Figure::read(reader, first)?)?,
        _ => return None,
    };
    (reader.kind(end) == TokenKind::Close).then_some((end + 1, amount))
}
