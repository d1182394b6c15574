//! Who says what: speaker, cue and content of all that somebody is reported to have said, by rules and word lists.
//!
//! A sentence is looked at where it has a word of saying or a quotation mark, and its clauses are read then, once. What is said
//! without marks is told by the clauses; what stands between marks, by the nearest cue beside them; a quotation without a cue
//! goes on from the one before it. Chains are told by where they stand: "an aide says that the president said".

mod anonymity;
mod content;
mod cue;
mod quoted;
mod reading;
mod speaker;
#[cfg(test)]
mod tests;

pub use crate::lexicon::SpeakerSort;

use crate::{
    kind::name::{self, Name, Spellings},
    lexicon::Lexicon,
    text::{self, Quotation, Text},
};
use std::ops::Range;

/// Something that somebody is reported to have said. All positions are tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it.
    pub speaker: Speaker,
    /// The words that tell that it is said: "told reporters", "according to"; empty where a quotation goes on.
    pub cue: Range<usize>,
    /// What is said, in the order of the text.
    pub content: Vec<Range<usize>>,
    /// The attribution in whose content this one stands.
    pub within: Option<usize>,
    /// Whether it is only worked out who speaks: a quotation goes on from one before, or the subject of its clause is taken.
    pub is_inferred: bool,
    /// The words for whom it is told: "a local agency" of "told a local agency".
    pub hearer: Option<Range<usize>>,
    /// The words that say why a speaker's name is kept back: "because he is not allowed to speak".
    pub reason: Option<Range<usize>>,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Its words.
    pub words: Range<usize>,
    /// The noun: "official" of "a senior official".
    pub head: usize,
    /// What it is; of a pronoun or a part that could be resolved, what the one is that it stands for.
    pub sort: SpeakerSort,
    /// The name, in the fullest form of the text.
    pub name: Option<Box<str>>,
    /// The words that it stands for: those of "Ada Lang" for "she".
    pub stands_for: Option<Range<usize>>,
}

/// So many attributions that begin before a place are looked at: speech in speech in speech has no more.
const REACH: usize = 24;

impl Attribution {
    /// What a speaker is told to say by a cue.
    fn new(speaker: Speaker, cue: Range<usize>, content: Vec<Range<usize>>) -> Self {
        Self { speaker, cue, content, within: None, is_inferred: false, hearer: None, reason: None }
    }

    /// The first token of what is said.
    #[must_use]
    pub fn start(&self) -> usize {
        self.content.first().map_or(0, |content| content.start)
    }

    /// How long the piece of what is said is in which tokens lie.
    fn length_at(&self, place: &Range<usize>) -> usize {
        let holds = |content: &&Range<usize>| content.start <= place.start && place.end <= content.end;
        self.content.iter().find(holds).map_or(usize::MAX, ExactSizeIterator::len)
    }

    /// Whether tokens lie in what is said.
    #[must_use]
    pub fn holds(&self, place: &Range<usize>) -> bool {
        self.content.iter().any(|content| content.start <= place.start && place.end <= content.end)
    }
}

impl Speaker {
    /// Who it is: the name in its fullest form, else the words that it stands for.
    #[must_use]
    pub fn told(&self, text: &Text) -> String {
        let words = self.stands_for.as_ref().unwrap_or(&self.words);
        self.name.as_ref().map_or_else(|| text.words(words.start, words.end).into_owned(), ToString::to_string)
    }
}

/// What is said in a text, and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributions {
    /// All of them, in the order of what is said.
    pub all: Vec<Attribution>,
}

impl Attributions {
    /// Reads a text that nobody has read the names of yet.
    #[must_use]
    pub fn of_text(text: &Text, lexicon: &Lexicon) -> Self {
        let names = name::names(text, lexicon, &Spellings::default(), &|_| false);
        Self::read(text, &names, &text::quotations(text, lexicon).found, lexicon)
    }

    /// Reads a text. `names` and `quotations` are those of the text, in order.
    #[must_use]
    pub fn read(text: &Text, names: &[Name], quotations: &[Quotation], lexicon: &Lexicon) -> Self {
        reading::read(text, names, quotations, lexicon)
    }

    /// The innermost attribution in whose content tokens lie.
    #[must_use]
    pub fn innermost(&self, place: &Range<usize>) -> Option<&Attribution> {
        let begun = self.all.partition_point(|one| one.start() <= place.start);
        let before = self.all.get(..begun).unwrap_or_default().iter().rev().take(REACH);
        before.filter(|one| one.holds(place)).min_by_key(|one| one.length_at(place))
    }
}
