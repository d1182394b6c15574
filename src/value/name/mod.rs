//! `name`: people, organisations and places, by how they are written.

mod known;
mod people;
mod run;
mod spelling;
#[cfg(test)]
mod tests;

pub(super) use people::align;
pub use spelling::Spellings;

use super::{Kind, Value, kind::Entry};
use crate::{
    lexicon::{Class, Lexicon, NameWords, Words},
    text::{Part, Sentence, Text, TokenKind},
};
use known::Known;
use run::Runs;
use rustc_hash::FxHashSet;

/// The shelf's entry. It reads no figures: names are found in a whole text, see [`names`].
pub const ENTRY: Entry = Entry {
    name: "name",
    also: &["person", "people", "organisation", "organization", "place", "location", "entity"],
    example: "\"Miabek Lang\"",
    wide: true,
    ..Entry::PLAIN
};

/// A name at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its first token, title included.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The fullest form of it in the text, without titles; where the project lists that form, the project's own.
    pub full: String,
}

impl Name {
    /// The name as a value.
    #[must_use]
    pub fn value(&self, text: &Text) -> Value {
        Value::word(Kind::of(&ENTRY), text.slice(self.first, self.end), &self.full)
    }
}

/// The names of a text, in order, without overlap, each as the project spells it. `is_taken` says which tokens belong to
/// other values: "Thursday" of a date is no part of a name.
///
/// Names are told by their capitals. Where these tell nothing (the first word of a sentence, a headline in capitals) only
/// what is written as a name elsewhere in the text, or is listed by the project, is one.
#[must_use]
pub fn names(text: &Text, lexicon: &Lexicon, spellings: &Spellings, is_taken: &dyn Fn(usize) -> bool) -> Vec<Name> {
    let ordinary = ordinary_words(text);
    let runs = Runs { text, lexicon, words: NameWords::english(), is_taken, ordinary: &ordinary };
    let mut certain = Vec::new();
    let mut doubtful = Vec::new();
    for sentence in text.sentences() {
        if matches!(sentence.part, Part::Metadata | Part::Placeholder) {
            continue;
        }
        if is_capitalised(text, lexicon, sentence) {
            doubtful.extend(runs.capitals(sentence));
        } else {
            runs.read(sentence, &mut certain, &mut doubtful);
        }
    }
    let known = Known::new(&runs, &certain, spellings);
    let mut found: Vec<Name> = certain.iter().flat_map(|run| known.split(text, run)).collect();
    found.extend(doubtful.iter().flat_map(|run| known.inside(text, run)));
    found.sort_by_key(|name| (name.first, std::cmp::Reverse(name.end)));
    let mut free = 0;
    found.retain(|name| {
        let fits = name.first >= free;
        if fits {
            free = name.end;
        }
        fits
    });
    found
}

/// The words of the text that it also writes in lower case: a capital alone makes no name of them.
fn ordinary_words<'a>(text: &Text<'a>) -> FxHashSet<&'a str> {
    let words = text.tokens().iter().filter(|token| token.kind == TokenKind::Word);
    words.map(|token| token.span.of(text.source())).filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// From this many words on, a line can be told to be written in capitals.
const FEW_WORDS: usize = 3;

/// Whether most longer words of a sentence begin with a capital, as in many headlines: then capitals tell nothing.
fn is_capitalised(text: &Text, lexicon: &Lexicon, sentence: &Sentence) -> bool {
    let (mut words, mut capitals, mut shouted, mut plain) = (0, 0, 0, false);
    for token in sentence.first..sentence.end {
        let written = text.written(token);
        if text.token(token).kind != TokenKind::Word {
            continue;
        }
        // A title's small words have capitals too, save "of" and the like.
        let word = lexicon.word(text.token(token).word);
        let small = word.is(Class::FUNCTION) && !word.is(Class::PAST);
        plain |= written.starts_with(char::is_lowercase) && !small && written.len() > 2;
        if written.len() < 4 {
            continue;
        }
        words += 1;
        capitals += usize::from(written.starts_with(char::is_uppercase));
        shouted += usize::from(!written.contains(char::is_lowercase) && !written.contains('.'));
    }
    let is_heading = matches!(sentence.part, Part::Headline | Part::Subheading | Part::Link);
    words >= FEW_WORDS
        && (is_heading && capitals * 4 > words * 3
            || capitals * 10 > words * 9 && words > 4 && !plain
            || shouted * 2 > words)
}

/// Whether the words of the tokens are, with one blank between them, in a list.
fn has(words: &Words, text: &Text, first: usize, end: usize) -> bool {
    if end == first + 1 {
        return words.has(text.written(first));
    }
    let joined: Vec<&str> = (first..end).map(|token| text.written(token)).collect();
    words.has(&joined.join(" ").replace(" - ", "-"))
}
