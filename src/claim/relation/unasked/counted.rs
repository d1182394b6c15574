//! What governs a number of things or people: the verb of which they are subject or object, or the noun that counts them.

use super::Governed;
use crate::{
    claim::{relation::sentence::ReadSentence, tie::TieSort},
    clause::{ClauseNode, PhraseLink, Voice},
    lexicon::RelationClass,
    mention::Mention,
};

impl ReadSentence<'_> {
    pub(super) fn governing_count(&self, mention: &Mention) -> Option<Governed> {
        let index = self.phrase_of_value(mention)?;
        let own = [index, self.members(index).first().copied().unwrap_or(index)];
        let of_clauses = own.iter().flat_map(|phrase| self.words.clauses.clauses_with(*phrase));
        let mut said: Vec<Governed> =
            of_clauses.filter_map(|(clause, node)| self.said_of(&own, (clause, node), mention)).collect();
        // Of "12 people injured there were flown out" the injured are counted, and some more is said of them.
        said.sort_by_key(|found| {
            let of_persons = self.words.class(found.token).is(RelationClass::OF_PERSONS);
            let of_noun = self.words.clauses.clause(found.clause).is_some_and(|node| node.antecedent.is_some());
            (!of_persons, !of_noun, found.clause)
        });
        said.into_iter().next().or_else(|| self.counted_by_noun(index)).or_else(|| self.counted_behind(index))
    }

    /// What a clause says of the noun phrase of a number, or of the list in which it stands.
    fn said_of(&self, own: &[usize; 2], (clause, node): (usize, &ClauseNode), mention: &Mention) -> Option<Governed> {
        let outside = |token: usize| !(mention.first..mention.end).contains(&token);
        let verb = node.verb.as_ref().map(|verb| verb.head).filter(|verb| self.governs(*verb));
        let governed = |sort, token, other| Governed { sort, token, clause, phrase: own[0], other };
        let state =
            node.predicate.filter(|token| outside(*token) && self.words.class(*token).is(RelationClass::OF_PERSONS));
        if let Some(token) = state
            && self.of_predicate(clause, node).is_some_and(|tied| own.contains(&tied.phrase))
        {
            return Some(governed(TieSort::Undergoer, token, None));
        }
        if let Some(token) = verb
            && self.of_verb(clause, node).is_some_and(|tied| own.contains(&tied.phrase))
        {
            let befalls = self.words.class(token).is(RelationClass::OF_PERSONS);
            let other = self.doer(node).filter(|_| !befalls);
            // "200 people set out": of many that do so.
            let does =
                !befalls && node.verb.as_ref().is_some_and(|verb| verb.voice == Voice::Active) && node.object.is_none();
            let sort = if does { TieSort::Doer } else { TieSort::Undergoer };
            return Some(governed(sort, token, other.filter(|other| !own.contains(other))));
        }
        let token = verb.filter(|_| self.doer(node).is_some_and(|doer| own.contains(&doer)))?;
        Some(governed(TieSort::Doer, token, self.words.clauses.undergoer(clause).or(node.object)))
    }

    /// "12 deaths", "the death of 12 people".
    fn counted_by_noun(&self, index: usize) -> Option<Governed> {
        let phrase = self.words.phrase(index)?;
        let action = RelationClass::OF_PERSONS.and(RelationClass::COUNTED_ACTION);
        let of = |token, clause| Governed { sort: TieSort::Undergoer, token, clause, phrase: index, other: None };
        if self.words.class(phrase.head).is(action) {
            return Some(of(phrase.head, phrase.clause));
        }
        let Some(PhraseLink::Of(owner)) = phrase.link else { return None };
        let owner = self.words.phrase(owner)?;
        self.words.class(owner.head).is(action).then(|| of(owner.head, owner.clause))
    }

    /// "A bus with 12 passengers", "fired at 12 cars".
    fn counted_behind(&self, index: usize) -> Option<Governed> {
        let (clause, complement) = self.words.clauses.complement_of(index)?;
        let beside = complement
            .beside
            .map(|beside| self.words.clauses.whole(beside))
            .and_then(|beside| self.words.phrase(beside));
        let verb = self.words.clauses.clause(clause)?.verb.as_ref().map(|verb| verb.head);
        let token = beside.map(|beside| beside.head).or(verb).filter(|token| self.governs(*token))?;
        let sort = TieSort::Behind(self.words.preposition(complement));
        Some(Governed { sort, token, clause, phrase: index, other: None })
    }
}
