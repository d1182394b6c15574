//! Figures that are no amounts: parts of names, scores, dates and codes, and labels.

use super::Figure;
use crate::{
    lexicon::{Class, WordGroup},
    reading::{Reader, is_plural},
    text::TokenKind,
};

/// A list of labels has at most so many tokens before its last.
const LONGEST_LIST: usize = 8;

/// Whether a figure is an amount at all: not a part of a name ("Nord Line 2", "Route 6", "F-16"), of a score or a date
/// ("24/7", "3-2"), of a clock time, of a telephone number, or a label ("number 4", "#4").
#[must_use]
pub fn is_figure(reader: &Reader, figure: &Figure) -> bool {
    if figure.money_only {
        return false;
    }
    let glued_after = reader.is_glued(figure.end);
    let joined_after = match reader.kind(figure.end) {
        TokenKind::Other if reader.written(figure.end) == ";" => false,
        TokenKind::Slash | TokenKind::Colon | TokenKind::Number | TokenKind::Other => {
            reader.kind(figure.end + 1) != TokenKind::End
        }
        // "23-year-old", "12-point": a compound that counts nothing by itself.
        TokenKind::Hyphen => true,
        TokenKind::Word => figure.digits,
        // "1,5" that nothing makes a decimal.
        TokenKind::Comma => reader.kind(figure.end + 1) == TokenKind::Number && reader.is_glued(figure.end + 1),
        // "five- and six-storey".
        TokenKind::Dash => {
            let hangs = reader.is_of(figure.end + 1, WordGroup::LISTED);
            figure.digits && reader.is_glued(figure.end + 1) || hangs && !reader.is_glued(figure.end + 1)
        }
        // "401(k)".
        TokenKind::Open => figure.digits,
        _ => false,
    };
    let coded = figure.digits && (is_in_row(reader, figure) || is_model(reader, figure) || is_calibre(reader, figure));
    let coded = coded || figure.digits && is_paged(reader, figure);
    let placed = is_era(reader, figure) || is_dialled(reader, figure) || is_minutes(reader, figure);
    if glued_after && joined_after || coded || placed || is_address(reader, figure) {
        return false;
    }
    let Some(before) = figure.first.checked_sub(1) else { return true };
    let joined_before = match reader.kind(before) {
        // A full stop right before digits is a decimal point or a footnote's.
        TokenKind::Slash | TokenKind::Hyphen | TokenKind::Colon | TokenKind::Word | TokenKind::Stop => true,
        TokenKind::Dash => before > 0 && reader.is_glued(before),
        TokenKind::Other => reader.hedge_before(figure.first).is_none(),
        TokenKind::Comma => before > 0 && reader.is_glued(before) && reader.kind(before - 1) == TokenKind::Number,
        _ => false,
    };
    if joined_before && reader.is_glued(figure.first) {
        return false;
    }
    !is_label(reader, figure, before) && !is_listed_label(reader, figure, before) && !is_name(reader, figure, before)
}

/// Whether the word before a figure makes it a label: "exit 12C".
#[must_use]
pub fn is_labelled(reader: &Reader, figure: &Figure) -> bool {
    figure.first.checked_sub(1).is_some_and(|before| is_label(reader, figure, before))
}

/// "14 Harbour Street", "10 Downing Street", "14260 SW 57th Parkway".
fn is_address(reader: &Reader, figure: &Figure) -> bool {
    let capital = |at: usize| reader.kind(at) == TokenKind::Word && reader.is_capital(at);
    let is_street = |at: usize| reader.word(at).is(Class::STREET) && capital(at);
    let end = figure.end;
    let ranked = |at: usize| reader.kind(at) == TokenKind::Number && reader.is_glued(at + 1) && is_street(at + 2);
    figure.digits && capital(end) && (is_street(end + 1) || capital(end + 1) && is_street(end + 2) || ranked(end + 1))
}

/// "44 BC".
fn is_era(reader: &Reader, figure: &Figure) -> bool {
    figure.digits && reader.word(figure.end).is(Class::ERA) && reader.is_capital(figure.end)
}

/// "+44 (0)20 7946", "(555) 010-0199": digits of a telephone number between brackets.
fn is_dialled(reader: &Reader, figure: &Figure) -> bool {
    let (open, close) = (figure.first.wrapping_sub(1), figure.end);
    let digits = |at: usize| reader.kind(at) == TokenKind::Number;
    let goes_on = digits(close + 2) || reader.kind(close + 2) == TokenKind::Hyphen && digits(close + 3);
    let bracketed = reader.kind(open) == TokenKind::Open && reader.kind(close) == TokenKind::Close;
    bracketed && figure.digits && digits(close + 1) && (goes_on || reader.is_glued(close + 1))
}

/// "34" of "32° 34’S", "12" of "32°34’12”S".
fn is_minutes(reader: &Reader, figure: &Figure) -> bool {
    let Some(before) = figure.first.checked_sub(1) else { return false };
    match reader.kind(before) {
        TokenKind::Other => is_position(reader, before),
        TokenKind::SingleQuote => before >= 2 && is_position(reader, before - 2),
        _ => false,
    }
}

/// Whether the sign of degrees at `at` tells a place: "40°N", "32° 34’S".
#[must_use]
pub fn is_position(reader: &Reader, at: usize) -> bool {
    if reader.kind(at) != TokenKind::Other || !reader.lexicon.unit_symbols.contains_key(reader.written(at)) {
        return false;
    }
    let next = at + 1;
    match reader.kind(next) {
        TokenKind::Word => reader.is_capital(next) && reader.is_of(next, WordGroup::COMPASS),
        TokenKind::Number => {
            // "34’S" looks like the "s" of an owner.
            let marked = matches!(reader.kind(next + 1), TokenKind::SingleQuote | TokenKind::Possessive);
            marked && reader.is_glued(next + 1)
        }
        _ => false,
    }
}

/// Plain digits beside plain digits are a telephone number, a code or a table's row: "0800 123 456".
fn is_in_row(reader: &Reader, figure: &Figure) -> bool {
    let plain = |at: usize| {
        reader.kind(at) == TokenKind::Number && reader.written(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_date = |at: usize| {
        let number = reader.written(at);
        number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
            || at.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::MONTH))
    };
    let models = |at: usize| reader.written(at).len() == 3 && reader.is_capital(at + 1);
    if plain(figure.end) && models(figure.end) {
        return false;
    }
    let is_beside = |before: &usize| plain(*before) && !is_date(*before) && !is_of_gallery(reader, *before);
    let before = figure.first.checked_sub(1).filter(is_beside);
    // "15 16-year-old students".
    let compound = reader.kind(figure.end + 1) == TokenKind::Hyphen && reader.is_glued(figure.end + 1);
    plain(figure.first) && (before.is_some() || plain(figure.end) && !is_date(figure.first) && !compound)
}

/// Whether the number at `at` closes "6/9", which of several pictures is shown: what follows is its caption.
fn is_of_gallery(reader: &Reader, at: usize) -> bool {
    let Some(first) = at.checked_sub(2) else { return false };
    let small = |at: usize| reader.written(at).parse::<u8>().ok().filter(|number| (1..=99).contains(number));
    let is_mark = reader.kind(at - 1) == TokenKind::Slash && reader.is_glued(at - 1) && reader.is_glued(at);
    let is_loose = !reader.is_glued(first) && !reader.is_glued(at + 1);
    is_mark && is_loose && small(first).zip(small(at)).is_some_and(|(shown, of)| shown <= of)
}

/// "Three 787 Dreamliner jets", "18 737 MAX 9 jets", "the 60614 ZIP code": a model behind its number, a code before its name.
fn is_model(reader: &Reader, figure: &Figure) -> bool {
    let counted = |at: usize| reader.word(at).is(Class::CARDINAL) || reader.kind(at) == TokenKind::Number;
    let plain = |at: usize| reader.kind(at) == TokenKind::Number && reader.written(at).len() == 3;
    let capital = |at: usize| reader.kind(at) == TokenKind::Word && reader.is_capital(at);
    let before = figure.first.wrapping_sub(1);
    let named = capital(before) && plain(before.wrapping_sub(1)) && counted(before.wrapping_sub(2));
    plain(figure.first) && counted(before) && capital(figure.end) || named || reader.is_of(figure.end, WordGroup::CODED)
}

/// "1 / 9", "Photo 6 of 12": which of several is shown, and of how many.
fn is_paged(reader: &Reader, figure: &Figure) -> bool {
    let is_number = |at: usize| reader.kind(at) == TokenKind::Number;
    let is_apart = |slash: usize| reader.kind(slash) == TokenKind::Slash && !reader.is_glued(slash);
    let (before, end) = (figure.first.wrapping_sub(1), figure.end);
    let is_beside = is_apart(end) && is_number(end + 1) || is_apart(before) && is_number(before.wrapping_sub(1));
    let is_labelled = reader.word(before.wrapping_sub(2)).is(Class::LABEL);
    is_beside || reader.is(before, "of") && is_number(before.wrapping_sub(1)) && is_labelled
}

/// "A .22 rifle": decimals that a noun follows are the width of a barrel.
fn is_calibre(reader: &Reader, figure: &Figure) -> bool {
    let noun = reader.kind(figure.end) == TokenKind::Word && !reader.word(figure.end).is(Class::FUNCTION);
    reader.written(figure.first).starts_with('.') && noun && figure.end == figure.first + 1
}

/// "Air Force One", "Six Nations", "the Big Three": a number word with a capital beside a capital is part of a name.
fn is_name(reader: &Reader, figure: &Figure, before: usize) -> bool {
    if figure.digits || !reader.is_capital(figure.first) || reader.is_sentence_start(figure.first) {
        return false;
    }
    let counted = reader.word(figure.end).is(Class::PERSON.and(Class::PLURAL).and(Class::HARM));
    let leads = reader.kind(before) == TokenKind::Word
        && reader.is_capital(before)
        && !reader.word(before).is(Class::HEDGE_END.and(Class::STARTER).and(Class::FUNCTION));
    // In a headline's capitals, people are counted all the same: "Blast Kills Five People".
    let counted = counted && reader.is_capital(before);
    !counted && (leads || reader.kind(figure.end) == TokenKind::Word && reader.is_capital(figure.end))
}

/// "H.R" of "H.R. 1442".
fn is_initials(written: &str) -> bool {
    written.len() < 6 && written.contains('.') && written.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// "Nos. 12 and 14", "Rooms 12, 14 and 16": whether the number before, in the same list, is a label, and nothing is counted behind.
fn is_listed_label(reader: &Reader, figure: &Figure, before: usize) -> bool {
    let is_number = |at: usize| reader.kind(at) == TokenKind::Number;
    let joins = |at: usize| reader.kind(at) == TokenKind::Comma || reader.is_of(at, WordGroup::LISTED);
    if !figure.digits || reader.is_glued(figure.first) || !joins(before) {
        return false;
    }
    let mut at = before;
    let first = before.saturating_sub(LONGEST_LIST);
    while at > first && (joins(at) || is_number(at)) {
        at -= 1;
    }
    let stop = reader.kind(at) == TokenKind::AbbreviationStop;
    let name = if stop { at.wrapping_sub(1) } else { at };
    let several = reader.written(name).ends_with('s') && reader.word(name).is(Class::LABEL);
    let labels = several && (stop || reader.is_capital(name)) && is_number(at + 1) && at < before;
    let counts =
        reader.kind(figure.end) == TokenKind::Word && !reader.word(figure.end).is(Class::FUNCTION.and(Class::PAST));
    labels && !counts
}

/// A figure behind a capitalised word is part of its name, unless a plural follows that it can count.
fn is_label(reader: &Reader, figure: &Figure, before: usize) -> bool {
    // "No. 5", "pp. 12".
    if reader.kind(before) == TokenKind::AbbreviationStop {
        let single = figure.end == figure.first + 1 && !is_plural(reader, figure.end);
        return before
            .checked_sub(1)
            .is_some_and(|word| reader.word(word).is(Class::LABEL) || single && is_initials(reader.written(word)));
    }
    if reader.kind(before) != TokenKind::Word {
        return false;
    }
    // "the Group of 20".
    if before > 0
        && reader.word(before - 1).is(Class::LABEL)
        && reader.is(before, "of")
        && reader.is_capital(before - 1)
    {
        return true;
    }
    let word = reader.word(before);
    // "day 12", but "in that case 12 people".
    if word.is(Class::LABEL) {
        return reader.is_capital(before) || !is_plural(reader, figure.end);
    }
    if word.is(Class::ARTICLE.and(Class::FUNCTION).and(Class::HEDGE_END).and(Class::STARTER).and(Class::SHARE)) {
        return false;
    }
    let single_word = figure.end == figure.first + 1;
    // "Year 6", though a year is a length elsewhere.
    let named = word.classes == Class::default() || word.is(Class::DURATION);
    let capital = reader.is_capital(before) && !reader.is_sentence_start(before) && named;
    // "Selm 40213": an amount of so many digits has commas.
    let written = reader.written(figure.first);
    let code = written.len() > 3 && written.bytes().all(|byte| byte.is_ascii_digit());
    let named = code || figure.best.is_some_and(|best| best < 1000.0);
    capital && single_word && named && !is_plural(reader, figure.end)
}
