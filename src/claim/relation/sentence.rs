//! One sentence as relations see it: its clauses, the words in them by their numbers, and the values that may fill a hole.

use super::RelationWord;
use crate::{
    claim::line::{Filler, NumberedSentence},
    clause::{ClauseNode, Clauses, NounPhrase, PhraseLink},
    lexicon::{ClauseClass, Lexicon, RelationClass},
};
use std::ops::Range;

/// What belongs to a noun phrase is followed so deep: "the deaths of 12 of the workers".
const DEEPEST: usize = 3;

/// A sentence with its clauses.
pub(super) struct ReadSentence<'a> {
    pub line: &'a NumberedSentence<'a>,
    pub clauses: &'a Clauses,
    pub lexicon: &'a Lexicon,
    pub fillers: &'a [Filler],
}

impl<'a> ReadSentence<'a> {
    pub fn new(line: &'a NumberedSentence<'a>, fillers: &'a [Filler]) -> Self {
        Self { line, clauses: line.clauses(), lexicon: line.lexicon(), fillers }
    }

    pub fn written(&self, token: usize) -> &'a str {
        self.line.text.written(token)
    }

    /// The tokens at which a word stands.
    pub fn tokens_of(&self, word: &RelationWord) -> Vec<usize> {
        (self.line.first..self.line.end).filter(|token| self.is_at(*token, word)).collect()
    }

    /// Whether a word stands at a token.
    pub fn is_at(&self, token: usize, word: &RelationWord) -> bool {
        word.has(self.line.number(token)) && word.may_be_written(self.written(token))
    }

    pub fn class(&self, token: usize) -> RelationClass {
        self.lexicon.relations().class(&self.lexicon.stems().key(self.written(token)))
    }

    pub fn class_of(&self, word: &str) -> RelationClass {
        self.lexicon.relations().class(&self.lexicon.stems().key(word))
    }

    pub fn clause_class(&self, token: usize) -> ClauseClass {
        self.lexicon.clauses().class(self.written(token))
    }

    /// The clause whose verb a token is.
    pub fn clause_of_verb(&self, token: usize) -> Option<(usize, &'a ClauseNode)> {
        let is_it = |node: &ClauseNode| node.verb.as_ref().is_some_and(|verb| verb.head == token);
        self.clauses.all().iter().enumerate().find(|(_, node)| is_it(node))
    }

    /// The clause whose predicate a token is.
    pub fn clause_of_predicate(&self, token: usize) -> Option<(usize, &'a ClauseNode)> {
        self.clauses.all().iter().enumerate().find(|(_, node)| node.predicate == Some(token))
    }

    pub fn phrase(&self, phrase: usize) -> Option<&'a NounPhrase> {
        self.clauses.phrase(phrase)
    }

    /// The noun phrase whose noun a token is.
    pub fn phrase_of_head(&self, token: usize) -> Option<(usize, &'a NounPhrase)> {
        let index = self.clauses.noun_phrase_at(token)?;
        let phrase = self.phrase(index)?;
        (phrase.head == token).then_some((index, phrase))
    }

    /// The parts of a noun phrase that one sort of link makes.
    pub fn linked(&self, phrase: usize, is_link: impl Fn(PhraseLink) -> bool) -> Vec<usize> {
        let is_it = |part: &usize| self.phrase(*part).and_then(|part| part.link).is_some_and(&is_link);
        self.clauses.parts(phrase).filter(is_it).collect()
    }

    pub fn of_parts(&self, phrase: usize) -> Vec<usize> {
        self.linked(phrase, |link| matches!(link, PhraseLink::Of(_)))
    }

    /// A noun phrase and those that stand with it in a list.
    pub fn members(&self, phrase: usize) -> Vec<usize> {
        let first = match self.phrase(phrase).and_then(|found| found.link) {
            Some(PhraseLink::Coordinated(first)) => first,
            Some(PhraseLink::Of(_) | PhraseLink::Possessor(_) | PhraseLink::Apposition(_)) | None => phrase,
        };
        let others = self.linked(first, |link| matches!(link, PhraseLink::Coordinated(_)));
        std::iter::once(first).chain(others).collect()
    }

    /// The value that stands at the numerals of a noun phrase, or at all of it where it has none.
    pub fn filler_of(&self, phrase: usize) -> Option<Filler> {
        let found = self.phrase(phrase)?;
        let place = found.numerals.clone().unwrap_or(found.head..found.head + 1);
        self.filler_at(&place)
    }

    pub fn filler_at(&self, place: &Range<usize>) -> Option<Filler> {
        self.fillers.iter().find(|filler| filler.first < place.end && place.start < filler.end).copied()
    }

    /// Whether a noun phrase, or what belongs to it, has a word.
    pub fn has(&self, phrase: usize, word: &RelationWord) -> bool {
        self.has_within(phrase, word, DEEPEST)
    }

    fn has_within(&self, phrase: usize, word: &RelationWord, depth: usize) -> bool {
        let Some(found) = self.phrase(phrase) else { return false };
        let own = (found.first..found.end).any(|token| self.stands_at(token, word));
        own || depth > 0 && self.clauses.parts(phrase).any(|part| self.has_within(part, word, depth - 1))
    }

    /// Whether a word stands at a token, alone or as one of two that a hyphen joins.
    pub fn stands_at(&self, token: usize, word: &RelationWord) -> bool {
        word.may_be_written(self.written(token))
            && word.numbers.iter().any(|number| self.line.word_at(token, *number).is_some())
    }

    /// Where the complement leads that follows a preposition, and what stands before it.
    pub fn complement_of(&self, phrase: usize) -> Option<(usize, crate::clause::Complement)> {
        let all = self.clauses.all().iter().enumerate();
        let mut of = all.flat_map(|(clause, node)| node.complements.iter().map(move |one| (clause, *one)));
        of.find(|(_, one)| one.phrase == phrase)
    }

    /// A preposition in lower case; empty where there is none.
    pub fn preposition(&self, token: Option<usize>) -> String {
        token.map(|token| self.written(token).to_lowercase()).unwrap_or_default()
    }

    /// Whether a preposition may stand for another: both say only when or where.
    pub fn same_preposition(&self, a: &str, b: &str) -> bool {
        a == b || self.is_free(a) && self.is_free(b)
    }

    pub fn is_free(&self, preposition: &str) -> bool {
        preposition.is_empty() || self.class_of(preposition).is(RelationClass::FREE_PREPOSITION)
    }
}
