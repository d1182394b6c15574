//! Ages between commas or brackets behind a name or a word for one person: "Smith, 23,", "Ada Quill (34)".

use super::{ENTRY, LONGEST_LIST, OLDEST, as_age};
use crate::{
    lexicon::{Class, NameClass},
    reading::{AmountReading, Figure, Reader, is_plural},
    text::TokenKind,
    value::Kind,
};

/// "Smith, 23,", "the minister, 58,": a number between commas behind a name.
pub fn behind_name(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let at = figure.first;
    let plain = figure.end == at + 1 && at >= 2 && figure.best.is_some_and(|best| best.fract() == 0.0);
    // "Her son Piet, nine, rowed": in words behind somebody's child, friend or the like.
    let spoken = !figure.digits && is_of_kin(reader, at);
    if !plain || figure.interval.hi > OLDEST || !figure.digits && !spoken {
        return None;
    }
    if is_bracketed(reader, at) {
        return Some(reader.value(Kind::of(&ENTRY), at, at + 1, as_age(figure, "year").into()));
    }
    if reader.kind(at - 1) != TokenKind::Comma {
        return None;
    }
    let closes = match reader.kind(at + 1) {
        TokenKind::Comma => !matches!(reader.kind(at + 2), TokenKind::Number),
        TokenKind::Stop => at >= 3 && reader.is_capital(at - 3) && reader.kind(at - 3) == TokenKind::Word,
        // "Ana Lund, 33; Bo Lind, 41".
        _ => reader.written(at + 1) == ";" && at >= 3 && reader.is_capital(at - 3),
    };
    if !closes {
        return None;
    }
    let name = at - 2;
    let classes = Class::MONTH.and(Class::WEEKDAY).and(Class::LABEL).and(Class::FUNCTION).and(Class::STARTER);
    let titled = || {
        reader.word(name).is(Class::PERSON) && !is_plural(reader, name) || {
            let class = reader.lexicon.names().class(reader.written(name));
            class.is(NameClass::TITLE) && !reader.is_capital(name)
        }
    };
    // "Mr hask, 89," of copy without capitals.
    let behind_title = || {
        let title = at.checked_sub(3).filter(|title| reader.kind(*title) == TokenKind::Word);
        title.is_some_and(|title| reader.lexicon.names().class(reader.written(title)).is(NameClass::TITLE))
            && reader.kind(name) == TokenKind::Word
            && !reader.word(name).is(classes.and(Class::CARDINAL))
    };
    let named = reader.kind(name) == TokenKind::Word
        && reader.is_capital(name)
        && !reader.word(name).is(classes.and(Class::CARDINAL))
        && reader.written(name).len() > 1;
    let described = reader.kind(at + 1) == TokenKind::Comma
        && !reader.is_capital(name)
        && (titled() || behind_title() || is_behind_person(reader, name));
    (named || described).then(|| reader.value(Kind::of(&ENTRY), at, at + 1, as_age(figure, "year").into()))
}

/// "Her son Piet, nine,": a word of persons and one name, between commas.
fn is_of_kin(reader: &Reader, at: usize) -> bool {
    let (name, kin) = (at.wrapping_sub(2), at.wrapping_sub(3));
    let names = reader.kind(name) == TokenKind::Word && reader.is_capital(name) && !reader.is_capital(kin);
    at >= 3 && names && reader.word(kin).is(Class::PERSON) && !is_plural(reader, kin)
}

/// "Ada Quill (34) left": a number in brackets behind a name of two words or more.
fn is_bracketed(reader: &Reader, at: usize) -> bool {
    let is_name = |at: usize| {
        reader.kind(at) == TokenKind::Word
            && reader.is_capital(at)
            && reader.written(at).len() > 1
            && !reader.word(at).is(Class::MONTH.and(Class::LABEL).and(Class::FUNCTION))
    };
    let bracketed = reader.kind(at - 1) == TokenKind::Open && reader.kind(at + 1) == TokenKind::Close;
    bracketed && at >= 3 && is_name(at - 2) && is_name(at - 3)
}

/// "The man at the controls, 42,": whether the words that end there are about one person.
fn is_behind_person(reader: &Reader, last: usize) -> bool {
    let words = (0..LONGEST_LIST).map_while(|back| last.checked_sub(back));
    let mut words = words.take_while(|at| reader.kind(*at) == TokenKind::Word);
    words.any(|at| {
        reader.word(at).is(Class::PERSON)
            && !is_plural(reader, at)
            && reader.word(at + 1).is(Class::FUNCTION)
            && at
                .checked_sub(1)
                .is_some_and(|before| reader.is(before, "the") || reader.word(before).is(Class::ARTICLE))
    })
}
