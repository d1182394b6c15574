//! `name`: people, organisations and places, by how they are written.

mod known;
mod label;
mod lengths;
mod opener;
mod people;
mod run;
mod spelling;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use opener::{openers, peoples};
pub use people::{People, Person, Whose, is_person};
pub use spelling::Spellings;

use super::KindEntry;
use crate::{
    lexicon::{Class, ClauseClass, Lexicon},
    text::{Initial, Part, Sentence, Text, Token, TokenKind},
    value::{Facts, Kind, Likeness, Value, ValueTie},
};
use known::Known;
use run::Runs;
use vocabulary::NameVocabulary;

/// The shelf's entry. It reads no figures: names are found in a whole text, see [`names`].
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "name",
        one: "a name",
        also: &["person", "people", "organisation", "organization", "place", "location", "entity"],
        example: "\"Miabek Lang\"",
        wide: true,
        likeness: Likeness::Person,
        key: Some("name"),
        tie: ValueTie::Names,
        stand_in: "Ada Lang",
        ..Facts::PLAIN
    },
    begins: Class::NONE,
    read: super::nothing,
};

/// A name at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its first token, title included.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The fullest form of it in the text, without titles; where the project lists that form, the project's own.
    pub full: Box<str>,
}

impl Name {
    /// The name as a value.
    #[must_use]
    pub fn value(&self, text: &Text) -> Value {
        Value::word(Kind::of(&ENTRY), &text.words(self.first, self.end), &self.full)
    }
}

/// The names of a text, in order, without overlap, each as the project spells it. `is_taken` says which tokens belong to
/// other values: "Thursday" of a date is no part of a name.
///
/// Names are told by their capitals. Where these tell nothing (the first word of a sentence, a headline in capitals) only
/// what is written as a name elsewhere in the text, or is listed by the project, is one.
#[must_use]
pub fn names(text: &Text, lexicon: &Lexicon, spellings: &Spellings, is_taken: &dyn Fn(usize) -> bool) -> Vec<Name> {
    let vocabulary = NameVocabulary::new(text, lexicon.names(), is_taken);
    let runs = Runs { text, lexicon, is_taken, vocabulary: &vocabulary };
    let mut certain = Vec::new();
    let mut doubtful = Vec::new();
    for sentence in text.sentences() {
        if matches!(sentence.part, Part::Metadata | Part::Placeholder | Part::Code) {
            continue;
        }
        if is_capitalised(text, lexicon, sentence) {
            doubtful.extend(runs.capitals(sentence));
            continue;
        }
        let label = label::end(text, lexicon, sentence);
        doubtful.extend(runs.capitals(&Sentence { end: label, ..*sentence }));
        runs.read(&Sentence { first: label, ..*sentence }, &mut certain, &mut doubtful);
    }
    let mut known = Known::new(&runs, &certain, spellings);
    let mut found = Vec::with_capacity(certain.len());
    certain.iter().for_each(|run| known.split(run, &mut found));
    doubtful.iter().for_each(|run| known.inside(run, &mut found));
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

/// From this many words on, a line can be told to be written in capitals.
const FEW_WORDS: usize = 3;

/// A heading of no more tokens is told by all of its words.
const FEW_TOKENS: usize = 8;

/// Whether every word has a capital, save small ones: "Summary of the Losses".
fn is_in_title_case(text: &Text, lexicon: &Lexicon, tokens: &[Token]) -> bool {
    let small =
        ClauseClass::PREPOSITION.and(ClauseClass::DETERMINER).and(ClauseClass::COORDINATOR).and(ClauseClass::TO);
    let has_capital = |token: &Token| {
        let class = || lexicon.clauses().class(text.read(*token));
        // A verb has a capital in a title, however short.
        let is_small = || class().is(small) && !class().is(ClauseClass::VERB.and(ClauseClass::BE));
        token.initial != Initial::Lower || token.kind != TokenKind::Word || is_small()
    };
    tokens.iter().all(has_capital) && tokens.iter().any(|token| token.initial == Initial::Capital)
}

/// Whether most longer words of a sentence begin with a capital, as in many headlines: then capitals tell nothing.
fn is_capitalised(text: &Text, lexicon: &Lexicon, sentence: &Sentence) -> bool {
    let (mut words, mut capitals, mut shouted) = (0, 0, 0);
    let tokens = text.tokens().get(sentence.first..sentence.end).unwrap_or_default();
    for token in tokens {
        if token.kind != TokenKind::Word || token.span.len() < 4 {
            continue;
        }
        words += 1;
        capitals += usize::from(token.initial == Initial::Capital);
        if token.initial != Initial::Lower {
            let written = text.read(*token);
            shouted += usize::from(!written.contains(char::is_lowercase) && !written.contains('.'));
        }
    }
    let is_heading = matches!(sentence.part, Part::Headline | Part::Subheading | Part::Link);
    // A title's small words have capitals too, save "of" and the like.
    let is_plain = |token: &Token| {
        let word = lexicon.word(token.word);
        let is_small = word.is(Class::FUNCTION) && !word.is(Class::PAST);
        token.kind == TokenKind::Word && token.initial == Initial::Lower && !is_small && token.span.len() > 2
    };
    if is_heading && tokens.len() <= FEW_TOKENS && is_in_title_case(text, lexicon, tokens) {
        return true;
    }
    words >= FEW_WORDS
        && (is_heading && capitals * 4 > words * 3
            || capitals * 10 > words * 9 && words > 4 && !tokens.iter().any(is_plain)
            || shouted * 2 > words)
}
