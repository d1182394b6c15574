//! Words in order that the clauses of their sentence read as something else.

use super::{HoleTie, PhraseRelation, sentence::ReadSentence};
use crate::{
    claim::{
        line::{Filler, NumberedSentence},
        matching::PhraseMatch,
    },
    clause::{PhraseLink, Voice},
    lexicon::RelationClass,
};

/// Whether words in order are no example of the relation.
pub(super) fn contradicts(
    relation: &PhraseRelation,
    line: &NumberedSentence<'_>,
    fillers: &[Filler],
    found: &PhraseMatch,
) -> bool {
    if !relation.is_counting() {
        return false;
    }
    let at = found.hole.and_then(|hole| fillers.binary_search_by_key(&hole, |filler| filler.mention).ok());
    let sentence = ReadSentence::new(line, fillers);
    let token = (found.first..found.end).find(|token| sentence.is_at(*token, &relation.governor));
    let (Some(filler), Some(token)) = (at.and_then(|at| fillers.get(at)), token) else { return false };
    sentence.is_other(relation, filler, token)
}

impl ReadSentence<'_> {
    fn is_other(&self, relation: &PhraseRelation, filler: &Filler, token: usize) -> bool {
        let Some(index) = self.clauses.noun_phrase_at(filler.first) else { return false };
        let Some((clause, node)) = self.clause_of_verb(token) else {
            let state = self.clause_of_predicate(token).map(|(clause, _)| clause);
            return state.is_some_and(|clause| !self.is_not_taken_back(clause, filler))
                || self.is_whole_of_share(index, token);
        };
        // Of other verbs the past and the participle look alike: "200 people attended the funeral".
        let undergoes = matches!(relation.tie, HoleTie::Undergoer(_)) && self.class(token).is(RelationClass::DONE_TO);
        let does = node.subject.is_some_and(|subject| subject.phrase == self.clauses.whole(index))
            && node.object.and_then(|object| self.phrase(object)).is_some_and(|object| !self.is_pronoun(object.head))
            && node.verb.as_ref().is_some_and(|verb| verb.voice == Voice::Active);
        undergoes && does || !self.is_not_taken_back(clause, filler) || self.is_whole_of_share(index, token)
    }

    /// "Two of the 12 passengers were killed": the twelve were not.
    fn is_whole_of_share(&self, index: usize, token: usize) -> bool {
        let Some(phrase) = self.phrase(index) else { return false };
        let Some(PhraseLink::Of(owner)) = phrase.link else { return false };
        let Some(owner) = self.phrase(owner) else { return false };
        let is_share = owner.numerals.as_ref().is_some_and(|numerals| numerals.contains(&owner.head))
            || self.is_pronoun(owner.head);
        is_share && token >= phrase.end
    }
}
