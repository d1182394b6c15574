//! `number`: a figure by itself, with nothing counted and no unit.

use super::{
    Amount, Kind,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{lexicon::Class, text::TokenKind};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "number", example: "12", tolerance: Some("1"), rank: 0, read };

fn read(reader: &Reader, _at: usize, figure: Option<&Figure>) -> Option<Reading> {
    // "One" by itself is a pronoun far more often than a number.
    let is_pronoun = |figure: &Figure| !figure.digits && figure.best == Some(1.0);
    let figure = figure.filter(|figure| is_figure(reader, figure) && !is_pronoun(figure))?;
    let amount = Amount { interval: figure.interval, best: figure.best, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), figure, figure.end, amount, 1.0))
}

/// Whether a figure is an amount at all: not a part of a name ("Nord Stream 2", "Route 6", "F-16"), of a score or a date
/// ("24/7", "3-2"), of a clock time, or a label ("number 4", "#4").
#[must_use]
pub fn is_figure(reader: &Reader, figure: &Figure) -> bool {
    if figure.money_only {
        return false;
    }
    let Some(before) = figure.first.checked_sub(1) else { return true };
    let glued_before = reader.is_glued(figure.first);
    let glued_after = reader.is_glued(figure.end);
    let after = reader.kind(figure.end);
    match reader.kind(before) {
        TokenKind::Slash | TokenKind::Hyphen | TokenKind::Colon | TokenKind::Other | TokenKind::Word
            if glued_before =>
        {
            return false;
        }
        _ => {}
    }
    let joined_after = match after {
        TokenKind::Slash | TokenKind::Colon | TokenKind::Number | TokenKind::Other => {
            reader.kind(figure.end + 1) != TokenKind::End
        }
        // "23-year-old", "12-point": a compound that counts nothing by itself.
        TokenKind::Hyphen => true,
        TokenKind::Word => figure.digits,
        _ => false,
    };
    if glued_after && joined_after {
        return false;
    }
    !is_label(reader, figure, before)
}

/// A figure behind a capitalised word is part of its name, unless a plural follows that it can count.
fn is_label(reader: &Reader, figure: &Figure, before: usize) -> bool {
    if reader.kind(before) != TokenKind::Word {
        return false;
    }
    let word = reader.word(before);
    if word.is(Class::LABEL) {
        return true;
    }
    if word.is(Class::ARTICLE.and(Class::FUNCTION).and(Class::HEDGE_END).and(Class::STARTER).and(Class::SHARE)) {
        return false;
    }
    let single_word = figure.end == figure.first + 1;
    let capital = reader.is_capital(before) && !reader.is_sentence_start(before) && word.classes == Class::default();
    capital && single_word && figure.best.is_some_and(|best| best < 1000.0) && !is_plural(reader, figure.end)
}

/// Whether a lower-case plural stands at `at`: "people", "troops".
#[must_use]
pub fn is_plural(reader: &Reader, at: usize) -> bool {
    let (written, word) = (reader.written(at), reader.word(at));
    let ends_alike = written.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| written.ends_with(ending));
    reader.kind(at) == TokenKind::Word
        && written.starts_with(char::is_lowercase)
        && (ends_alike && !word.is(Class::SINGULAR.and(Class::FUNCTION)) || word.is(Class::PLURAL))
}
