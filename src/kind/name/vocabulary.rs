//! What the words of one text may be in a name, by their letters and by the lists.

use super::lengths::Lengths;
use crate::{
    lexicon::{NameClass, NameWords},
    text::{Initial, Text, Token, TokenKind},
};
use rustc_hash::FxHashSet;
use std::{borrow::Cow, cell::Cell};

/// The words of a text: those with a capital are looked up once, the others where they are asked for.
pub(super) struct NameVocabulary<'a> {
    text: &'a Text<'a>,
    known: &'a NameWords,
    /// By token, what a word with a capital may be: a text has many, so four bytes each.
    capitals: Vec<Cell<NameClass>>,
    /// Words that the text writes in lower case, and may write with a capital too.
    ordinary: FxHashSet<&'a str>,
}

impl<'a> NameVocabulary<'a> {
    pub fn new(text: &'a Text<'a>, known: &'a NameWords, is_taken: &dyn Fn(usize) -> bool) -> Self {
        let mut lengths = Lengths::default();
        let capitals = vec![Cell::new(NameClass::NONE); text.tokens().len()];
        for (index, (token, capital)) in text.tokens().iter().zip(&capitals).enumerate() {
            if is_word(token, Initial::Capital) {
                let written = text.read(*token);
                if written.is_ascii() {
                    lengths.add(written.as_bytes());
                } else {
                    lengths.add(lower(written).as_bytes());
                }
                let acronym = if is_acronym(written) { NameClass::ACRONYM } else { NameClass::NONE };
                let free = if is_taken(index) { NameClass::NONE } else { NameClass::FREE };
                capital.set(class(known, written).and(acronym).and(free));
            }
        }
        let small = text.tokens().iter().filter(|token| is_word(token, Initial::Lower));
        let words = small.map(|token| text.read(*token));
        let ordinary = words.filter(|word| lengths.may_have(word.as_bytes())).collect();
        Self { text, known, capitals, ordinary }
    }

    fn capital(&self, token: usize) -> NameClass {
        self.capitals.get(token).map(Cell::get).unwrap_or_default()
    }

    /// Whether a word with a capital is one for a person, as `look_up` says: it is asked of each once.
    pub fn is_person(&self, token: usize, look_up: impl FnOnce() -> bool) -> bool {
        let known = self.capital(token);
        if !known.is(NameClass::PERSON.and(NameClass::NO_PERSON)) {
            let found = if look_up() { NameClass::PERSON } else { NameClass::NO_PERSON };
            if let Some(capital) = self.capitals.get(token) {
                capital.set(known.and(found));
            }
            return found == NameClass::PERSON;
        }
        known.is(NameClass::PERSON)
    }

    /// The lists.
    pub fn known(&self) -> &'a NameWords {
        self.known
    }

    /// A word with a capital that is part of no other value.
    pub fn is_capital(&self, token: usize) -> bool {
        self.capital(token).is(NameClass::FREE)
    }

    /// "NATO", "U.S.": capitals alone, at least two.
    pub fn is_acronym(&self, token: usize) -> bool {
        self.capital(token).is(NameClass::ACRONYM)
    }

    /// Whether a word is in any of the lists.
    pub fn is(&self, token: usize, classes: NameClass) -> bool {
        match self.text.token(token).initial {
            Initial::Capital => self.capital(token).is(classes),
            Initial::Lower => class(self.known, self.text.written(token)).is(classes),
            Initial::Other => false,
        }
    }

    /// A small word inside a person's name: "van".
    pub fn is_particle(&self, token: usize) -> bool {
        self.text.token(token).initial == Initial::Lower && self.is(token, NameClass::PARTICLE)
    }

    /// Whether the text also writes the word in lower case: a capital alone makes no name of it.
    pub fn is_ordinary(&self, token: usize) -> bool {
        self.is_written_small(&lower(self.text.written(token)))
    }

    /// Whether the text also has a word in lower case.
    pub fn is_written_small(&self, lower: &str) -> bool {
        self.ordinary.contains(lower)
    }

    /// Whether the words of the tokens, several with one blank between them, are in a list.
    pub fn is_phrase(&self, first: usize, end: usize, classes: NameClass) -> bool {
        let joined: Vec<&str> = (first..end).map(|token| self.text.written(token)).collect();
        self.known.class(&joined.join(" ").replace(" - ", "-")).is(classes)
    }
}

fn is_word(token: &Token, initial: Initial) -> bool {
    token.initial == initial && token.kind == TokenKind::Word
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

/// What the lists say of a word; "Russians" is what "Russian" is.
fn class(known: &NameWords, word: &str) -> NameClass {
    let (class, one) = (known.class(word), word.trim_end_matches('s'));
    if one.len() < word.len() && known.class(one).is(NameClass::NATIONALITY) {
        class.and(NameClass::NATIONALITY)
    } else {
        class
    }
}

/// A longer word in capitals alone is a shouted word, not an acronym.
const LONGEST_ACRONYM: usize = 6;

fn is_acronym(written: &str) -> bool {
    let of_acronym = |letter: char| letter.is_uppercase() || letter == '.' || letter.is_ascii_digit();
    written.chars().all(of_acronym)
        && (2..=LONGEST_ACRONYM).contains(&written.chars().filter(|letter| letter.is_uppercase()).count())
}
