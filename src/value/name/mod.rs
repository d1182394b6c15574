//! `name`: people, organisations and places, by how they are written.

mod known;
mod run;
#[cfg(test)]
mod tests;
mod vocabulary;

use super::{Content, Kind, Precision, Value, kind::Entry};
use crate::{
    lexicon::{Lexicon, NameWords, Words},
    text::{Part, Sentence, Text},
};
use known::Known;
use run::Runs;
use vocabulary::{Traits, Vocabulary};

/// The shelf's entry. It reads no figures: names are found in a whole text, see [`names`].
pub const ENTRY: Entry =
    Entry { name: "name", example: "\"Miabek Lang\"", tolerance: None, rank: 0, alone: false, read: |_, _, _| None };

/// A name at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its first token, title included.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// The fullest form of it in the text, without titles.
    pub full: String,
}

impl Name {
    /// The name as a value.
    #[must_use]
    pub fn value(&self, text: &Text) -> Value {
        Value {
            kind: Kind::of(&ENTRY),
            text: text.slice(self.first, self.end).into(),
            hedge: None,
            precision: Precision::Exact,
            content: Content::Word(self.full.as_str().into()),
        }
    }
}

/// The names of a text, in order, without overlap. `is_taken` says which tokens belong to other values: "Thursday" of a
/// date is no part of a name.
///
/// Names are told by their capitals. Where these tell nothing (the first word of a sentence, a headline in capitals) only
/// what is written as a name elsewhere in the text is one.
#[must_use]
pub fn names(text: &Text, lexicon: &Lexicon, is_taken: &dyn Fn(usize) -> bool) -> Vec<Name> {
    let vocabulary = Vocabulary::new(text, lexicon, is_taken);
    let runs = Runs { text, lexicon, words: NameWords::english(), is_taken, vocabulary: &vocabulary };
    let mut certain = Vec::new();
    let mut doubtful = Vec::new();
    for sentence in text.sentences() {
        if matches!(sentence.part, Part::Metadata | Part::Placeholder) {
            continue;
        }
        if is_capitalised(&vocabulary, sentence) {
            doubtful.extend(runs.capitals(sentence));
        } else {
            runs.read(sentence, &mut certain, &mut doubtful);
        }
    }
    let known = Known::new(text, &certain, NameWords::english());
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

/// From this many words on, a line can be told to be written in capitals.
const FEW_WORDS: usize = 3;

/// Whether most longer words of a sentence begin with a capital, as in many headlines: then capitals tell nothing.
fn is_capitalised(vocabulary: &Vocabulary, sentence: &Sentence) -> bool {
    let (mut words, mut capitals, mut shouted, mut plain) = (0, 0, 0, false);
    for token in sentence.first..sentence.end {
        let traits = vocabulary.of(token);
        plain |= traits.is(Traits::PLAIN);
        if traits.is(Traits::LONG) {
            words += 1;
            capitals += usize::from(traits.is(Traits::UPPER));
            shouted += usize::from(traits.is(Traits::SHOUTED));
        }
    }
    let is_heading = matches!(sentence.part, Part::Headline | Part::Subheading | Part::Link);
    words >= FEW_WORDS
        && (is_heading && capitals * 4 > words * 3
            || capitals * 10 > words * 9 && words > 4 && !plain
            || shouted * 2 > words)
}

/// Whether the words of the tokens, several with one blank between them, are in a list.
fn has(words: &Words, text: &Text, first: usize, end: usize) -> bool {
    let joined: Vec<&str> = (first..end).map(|token| text.written(token)).collect();
    words.has(&joined.join(" ").replace(" - ", "-"))
}
