//! What is read of a sentence, and what can be asked of it. All positions are tokens of the text.

use super::{
    index::ClauseIndex,
    node::{ClauseNode, Complement, NounPhrase, Voice},
};

/// The clauses and noun phrases of one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clauses {
    pub(super) first: usize,
    pub(super) clauses: Vec<ClauseNode>,
    pub(super) phrases: Vec<NounPhrase>,
    /// The innermost clause of each token.
    pub(super) owners: Vec<usize>,
    /// The innermost noun phrase of each token.
    pub(super) nouns: Vec<Option<usize>>,
    pub(super) index: ClauseIndex,
}

impl Clauses {
    /// Its clauses, in the order in which they begin to be read; a clause's index is what the other queries take.
    #[must_use]
    pub fn all(&self) -> &[ClauseNode] {
        &self.clauses
    }

    /// Its noun phrases in order.
    #[must_use]
    pub fn phrases(&self) -> &[NounPhrase] {
        &self.phrases
    }

    /// One past the last token that was read.
    #[must_use]
    pub fn end(&self) -> usize {
        self.first + self.owners.len()
    }

    /// A clause.
    #[must_use]
    pub fn clause(&self, clause: usize) -> Option<&ClauseNode> {
        self.clauses.get(clause)
    }

    /// A noun phrase.
    #[must_use]
    pub fn phrase(&self, phrase: usize) -> Option<&NounPhrase> {
        self.phrases.get(phrase)
    }

    /// The innermost clause that a token stands in; none outside the sentence.
    #[must_use]
    pub fn clause_of(&self, token: usize) -> Option<usize> {
        self.owners.get(token.checked_sub(self.first)?).copied().filter(|clause| *clause < self.clauses.len())
    }

    /// The innermost noun phrase that a token stands in.
    #[must_use]
    pub fn noun_phrase_at(&self, token: usize) -> Option<usize> {
        self.nouns.get(token.checked_sub(self.first)?).copied().flatten()
    }

    /// The noun phrase that a clause says something of, wherever it stands.
    #[must_use]
    pub fn subject(&self, clause: usize) -> Option<usize> {
        self.clause(clause)?.subject.map(|subject| subject.phrase)
    }

    /// The noun phrase that it is done to: the object, or the subject of a passive.
    #[must_use]
    pub fn undergoer(&self, clause: usize) -> Option<usize> {
        let found = self.clause(clause)?;
        match found.verb.as_ref().map(|verb| verb.voice) {
            Some(Voice::Passive) => self.subject(clause),
            Some(Voice::Active) | None => found.object,
        }
    }

    /// The noun phrase that a part, a member of a list or an apposition belongs to; itself where it is none.
    #[must_use]
    pub fn whole(&self, phrase: usize) -> usize {
        self.index.whole(phrase)
    }

    /// The noun phrases that are linked to one, in order.
    #[must_use]
    pub fn parts(&self, phrase: usize) -> &[usize] {
        self.index.parts(phrase)
    }

    /// The clause whose verb a token is.
    #[must_use]
    pub fn clause_of_verb(&self, token: usize) -> Option<(usize, &ClauseNode)> {
        self.numbered(self.index.verb(token.checked_sub(self.first)?)?)
    }

    /// The clause whose predicate a token is: "are **dead**".
    #[must_use]
    pub fn clause_of_predicate(&self, token: usize) -> Option<(usize, &ClauseNode)> {
        self.numbered(self.index.predicate(token.checked_sub(self.first)?)?)
    }

    /// The clauses in which a noun phrase takes part, in order: as subject, object, predicate, complement, or as the noun
    /// that they say something of.
    pub fn clauses_with(&self, phrase: usize) -> impl Iterator<Item = (usize, &ClauseNode)> {
        self.index.clauses(phrase).iter().filter_map(|clause| self.numbered(*clause))
    }

    /// The clauses that stand in one or beside it, in order.
    pub fn children(&self, clause: usize) -> impl Iterator<Item = (usize, &ClauseNode)> {
        self.index.children(clause).iter().filter_map(|clause| self.numbered(*clause))
    }

    /// The clause of which a preposition leads to a complement, and the complement.
    #[must_use]
    pub fn led_by(&self, preposition: usize) -> Option<(usize, Complement)> {
        self.index.preposition(preposition.checked_sub(self.first)?)
    }

    /// The clause of which a noun phrase is a complement, and what leads to it.
    #[must_use]
    pub fn complement_of(&self, phrase: usize) -> Option<(usize, Complement)> {
        self.index.complement(phrase)
    }

    fn numbered(&self, clause: usize) -> Option<(usize, &ClauseNode)> {
        Some((clause, self.clause(clause)?))
    }
}
