//! One sentence as relations see it: its clauses, the words in them by their numbers, and the values that may fill a hole.

use super::RelationWord;
use crate::{
    claim::{
        filler::{Filler, Fillers},
        line::NumberedSentence,
        sentence_words::SentenceWords,
    },
    clause::PhraseLink,
};

/// What belongs to a noun phrase is followed so deep: "the deaths of 12 of the workers".
const DEEPEST: usize = 3;

/// A sentence with its clauses.
pub(super) struct ReadSentence<'a> {
    pub line: &'a NumberedSentence<'a>,
    pub words: SentenceWords<'a>,
    pub fillers: &'a Fillers,
}

impl<'a> ReadSentence<'a> {
    pub fn new(line: &'a NumberedSentence<'a>, fillers: &'a Fillers) -> Self {
        Self { line, words: line.sentence_words(), fillers }
    }

    /// The tokens at which a word stands.
    pub fn tokens_of(&self, word: &RelationWord) -> impl Iterator<Item = usize> {
        // What lies behind what is read of a sentence stands in no clause.
        (self.line.first..self.line.end.min(self.words.clauses.end())).filter(|token| self.is_at(*token, word))
    }

    /// Whether a word stands at a token.
    pub fn is_at(&self, token: usize, word: &RelationWord) -> bool {
        word.has(self.line.number(token)) && word.may_be_written(self.words.written(token))
    }

    /// A noun phrase and those that stand with it in a list.
    pub fn members(&self, phrase: usize) -> Vec<usize> {
        let first = match self.words.phrase(phrase).and_then(|found| found.link) {
            Some(PhraseLink::Coordinated(first)) => first,
            Some(PhraseLink::Of(_) | PhraseLink::Possessor(_) | PhraseLink::Apposition(_)) | None => phrase,
        };
        let others = self.words.linked(first, |link| matches!(link, PhraseLink::Coordinated(_)));
        std::iter::once(first).chain(others).collect()
    }

    /// The value that stands at the numerals of a noun phrase, or at all of it where it has none.
    pub fn filler_of(&self, phrase: usize) -> Option<Filler> {
        let found = self.words.phrase(phrase)?;
        self.fillers.at(&found.numerals.clone().unwrap_or(found.head..found.head + 1))
    }

    /// Whether a noun phrase, or what belongs to it, has a word.
    pub fn has(&self, phrase: usize, word: &RelationWord) -> bool {
        self.has_within(phrase, word, DEEPEST)
    }

    fn has_within(&self, phrase: usize, word: &RelationWord, depth: usize) -> bool {
        let Some(found) = self.words.phrase(phrase) else { return false };
        let own = (found.first..found.end).any(|token| self.stands_at(token, word));
        let parts = || self.words.clauses.parts(phrase).iter();
        own || depth > 0 && parts().any(|part| self.has_within(*part, word, depth - 1))
    }

    /// Whether a word stands at a token, alone or as one of two that a hyphen joins.
    pub fn stands_at(&self, token: usize, word: &RelationWord) -> bool {
        word.may_be_written(self.words.written(token))
            && word.numbers.iter().any(|number| self.line.word_at(token, *number).is_some())
    }
}
