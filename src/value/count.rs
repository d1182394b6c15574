//! `count`: a number of things. The thing counted is an attribute of the value, not part of its words.

use super::{
    Amount, Interval, Kind, Precision,
    figure::Figure,
    kind::Entry,
    number::{is_figure, is_plural},
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, ZeroCount},
    text::TokenKind,
};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "count", example: "100,000", tolerance: Some("5,000"), rank: 1, read };

/// The thing counted has at most so many words: modifiers and a head.
const LONGEST_THING: usize = 5;

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    if let Some(zero) = zero(reader, at) {
        return Some(zero);
    }
    let figure = figure.filter(|figure| is_figure(reader, figure))?;
    let whole = whole(reader, figure);
    let thing = thing(reader, whole.map_or(figure.end, |(end, _)| end));
    if thing.is_none() && whole.is_none() && figure.precision != Precision::Vague {
        return None;
    }
    let part = whole.is_some() || is_share(reader, figure);
    let amount = Amount { interval: figure.interval, best: figure.best, of: thing, part, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), figure, figure.end, amount, 1.0))
}

/// "no one", "no casualties" are zero; "no reports of" is open upwards.
fn zero(reader: &Reader, at: usize) -> Option<Reading> {
    if !reader.word(at).is(Class::VAGUE) {
        return None;
    }
    let (count, zero) = reader.lexicon.zero_counts.longest(reader.ids(at))?;
    let end = at + count;
    if at.checked_sub(1).is_some_and(|before| reader.is(before, "to")) {
        return None;
    }
    if reader.is(at, "no") && count == 1 && !is_plural(reader, end) {
        return None;
    }
    let (interval, precision) = match zero {
        ZeroCount::None => (Interval::point(0.0), Precision::Exact),
        ZeroCount::NoneKnown => (Interval::at_least(0.0), Precision::Vague),
    };
    let best = (precision == Precision::Exact).then_some(0.0);
    let amount = Amount { interval, best, of: thing(reader, end), ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), at, end, super::Content::Amount(amount));
    reading.value.precision = precision;
    Some(reading)
}

/// "12 of the 30": one past the second figure, and that figure.
fn whole(reader: &Reader, figure: &Figure) -> Option<(usize, Figure)> {
    if !reader.is(figure.end, "of") {
        return None;
    }
    let mut at = figure.end + 1;
    while reader.word(at).is(Class::FUNCTION) && at < figure.end + 3 {
        at += 1;
    }
    let whole = Figure::read(reader, at).filter(|whole| whole.best.is_some())?;
    Some((whole.end, whole))
}

/// "the other two", "another five": a share of a larger number.
fn is_share(reader: &Reader, figure: &Figure) -> bool {
    figure.first.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::SHARE))
}

/// The thing counted: the words behind the figure, up to the first that cannot belong to it.
fn thing(reader: &Reader, end: usize) -> Option<Box<str>> {
    let mut at = end;
    if reader.is(at, "of") {
        at += 1;
    }
    let first = at;
    while at < first + LONGEST_THING && reader.kind(at) == TokenKind::Word {
        let word = reader.word(at);
        if word.is(Class::FUNCTION.and(Class::DURATION).and(Class::MONTH).and(Class::WEEKDAY).and(Class::UNIT)) {
            break;
        }
        at += 1;
        if is_plural(reader, at - 1) && !is_plural(reader, at) {
            break;
        }
    }
    (at > first).then(|| reader.text.slice(first, at).into())
}
