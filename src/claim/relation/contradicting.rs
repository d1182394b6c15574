//! Words in order that the clauses of their sentence read as something else.

use super::{CountedNoun, HoleTie, PhraseRelation, sentence::ReadSentence};
use crate::{
    claim::{
        ClaimStatus,
        construction::Contradiction,
        filler::{Filler, Fillers, Makeup},
        line::NumberedSentence,
        matching::PhraseMatch,
        modality::PhraseModality,
    },
    clause::{ClauseNode, PhraseLink, Voice},
    lexicon::{Class, ClauseClass, RelationClass},
    text::Initial,
};

/// Why words in order are no example of the relation.
pub(super) fn contradiction(
    relation: &PhraseRelation,
    line: &NumberedSentence<'_>,
    fillers: &Fillers,
    found: &PhraseMatch,
) -> Option<Contradiction> {
    let sentence = ReadSentence::new(line, fillers);
    let token = (found.first..found.end).find(|token| sentence.is_at(*token, &relation.governor))?;
    if relation.tie == HoleTie::Nothing {
        return sentence.denial(relation, None, (token, found));
    }
    let filler = fillers.of_mention(found.hole?)?;
    if relation.is_counting() {
        sentence.contradiction(relation, filler, token)
    } else {
        sentence.denial(relation, Some(filler), (token, found))
    }
}

/// Whether words in order say that something is so, as far as the clause of the governing word goes; of a phrase that is no
/// relation, the clause of its value, where the verb is one of its words.
pub(in crate::claim) fn status(
    (relations, asked): (&[PhraseRelation], PhraseModality),
    line: &NumberedSentence<'_>,
    fillers: &Fillers,
    found: &PhraseMatch,
) -> ClaimStatus {
    let sentence = ReadSentence::new(line, fillers);
    let stands = |one: &PhraseRelation| (found.first..found.end).find(|token| sentence.is_at(*token, &one.governor));
    let governor = relations.iter().find_map(stands);
    let said = sentence.clause_that_says(found, governor);
    said.map_or(ClaimStatus::Asserted, |clause| sentence.status(clause, asked))
}

impl ReadSentence<'_> {
    fn contradiction(&self, relation: &PhraseRelation, filler: &Filler, token: usize) -> Option<Contradiction> {
        let index = self.words.clauses.noun_phrase_at(filler.first)?;
        if self.is_age(index) {
            return Some(Contradiction::Age);
        }
        if self.is_part_of_list(relation, filler, index) {
            return Some(Contradiction::PartOfList);
        }
        if self.names_closer(relation, index, token) {
            return Some(Contradiction::Narrows);
        }
        let verb = self.words.clauses.clause_of_verb(token);
        let said = verb.or_else(|| self.words.clauses.clause_of_predicate(token));
        if verb.is_some_and(|(_, node)| self.does(relation, node, index, token)) {
            return Some(Contradiction::DoesIt);
        }
        if let Some(unclaimed) = said.and_then(|(clause, _)| self.unclaimed(clause, Some(filler), relation.modality)) {
            return Some(unclaimed);
        }
        if said.is_some_and(|(clause, _)| self.adds(clause)) {
            return Some(Contradiction::OnTop);
        }
        self.is_whole_of_share(index, token).then_some(Contradiction::WholeOfShare)
    }

    /// "The bus did not crash on Monday", "there was no 50-minute call".
    fn denial(
        &self,
        relation: &PhraseRelation,
        filler: Option<&Filler>,
        (token, found): (usize, &PhraseMatch),
    ) -> Option<Contradiction> {
        match self.clause_that_says(found, Some(token)) {
            Some(clause) => self.unclaimed(clause, filler, relation.modality).filter(|_| !self.is_planned(clause)),
            None => {
                let none = self.words.phrase_of_head(token).is_some_and(|(phrase, _)| self.is_none_of(phrase));
                none.then_some(Contradiction::Denied)
            }
        }
    }

    /// The clause that says what words in order say: that of the governing word, where it is a verb or a state; else that of
    /// the value, where its verb is one of the words.
    fn clause_that_says(&self, found: &PhraseMatch, governor: Option<usize>) -> Option<usize> {
        let clauses = self.words.clauses;
        let said = |token: usize| clauses.clause_of_verb(token).or_else(|| clauses.clause_of_predicate(token));
        let clause = |token: usize| said(token).map(|(clause, _)| clause);
        let value =
            || found.hole.and_then(|hole| self.fillers.of_mention(hole)).map_or(found.first, |value| value.first);
        let of_value = || clauses.clause_of(value());
        let in_words = |own: &usize| (found.first..found.end).filter_map(clause).any(|clause| clause == *own);
        governor.and_then(clause).or_else(|| of_value().filter(in_words))
    }

    /// Whether what is counted does what is asked to be done to it. Of most verbs the past and the participle look alike:
    /// "200 people attended the funeral".
    fn does(&self, relation: &PhraseRelation, node: &ClauseNode, index: usize, token: usize) -> bool {
        let undergoes =
            matches!(relation.tie, HoleTie::Undergoer(_)) && self.words.class(token).is(RelationClass::DONE_TO);
        let is_subject = node.subject.is_some_and(|subject| subject.phrase == self.words.clauses.whole(index));
        let object = node.object.and_then(|object| self.words.phrase(object));
        let is_active = node.verb.as_ref().is_some_and(|verb| verb.voice == Voice::Active);
        undergoes && is_subject && is_active && object.is_some_and(|object| !self.is_pronoun(object.head))
    }

    /// "A father and two children were killed": the two are not all.
    fn is_part_of_list(&self, relation: &PhraseRelation, filler: &Filler, index: usize) -> bool {
        let HoleTie::Undergoer(thing) = &relation.tie else { return false };
        let is_named = matches!(thing.noun, CountedNoun::Named(_));
        !is_named && filler.makeup != Makeup::Sum && self.adds_up(&self.members(index))
    }

    /// "Two murder suspects": what is said is said of no number, but names the noun closer.
    fn names_closer(&self, relation: &PhraseRelation, index: usize, token: usize) -> bool {
        let is_noun = matches!(relation.tie, HoleTie::Alone(_) | HoleTie::Predicate(_));
        let counts = is_noun && self.words.clauses.noun_phrase_at(token) == Some(index);
        if counts && self.is_before_noun(index, token) {
            return true;
        }
        let class = self.words.clause_class(token);
        let says = class.is(ClauseClass::PARTICIPLE.and(ClauseClass::ADJECTIVE));
        let befalls = matches!(relation.tie, HoleTie::Undergoer(_));
        let inside = befalls && self.words.clauses.noun_phrase_at(token) == Some(index);
        inside && !says && self.words.phrase(index).is_some_and(|phrase| phrase.head != token)
    }

    /// "12 passenger ferries": the ferries are counted.
    pub fn is_before_noun(&self, index: usize, token: usize) -> bool {
        let head = self.words.phrase(index).map(|phrase| phrase.head).filter(|head| *head > token);
        // "Ten Norland guests" are ten Norlanders, "six AK-47 rifles" six AK-47s.
        let is_name = self.words.text.token(token).initial == Initial::Capital;
        let groups = |head: usize| self.words.class(head).is(RelationClass::GROUP_OF_PERSONS);
        head.is_some_and(|head| {
            self.words.is_plural(head) && !self.words.is_plural(token) && (!is_name || groups(head))
        })
    }

    /// "Two of the 12 passengers were killed": the twelve were not.
    fn is_whole_of_share(&self, index: usize, token: usize) -> bool {
        let Some(phrase) = self.words.phrase(index) else { return false };
        let Some(PhraseLink::Of(owner)) = phrase.link else { return false };
        let Some(owner) = self.words.phrase(owner) else { return false };
        if self.words.class(owner.head).is(RelationClass::WHOLE_OF) {
            return false;
        }
        let is_share = owner.numerals.as_ref().is_some_and(|numerals| numerals.contains(&owner.head))
            || self.is_pronoun(owner.head)
            || self.fillers.at(&(owner.head..owner.head + 1)).is_some()
            || self.words.lexical(owner.head).is(Class::FRACTION.and(Class::ORDINAL));
        is_share && token >= phrase.end
    }
}
