//! A phrase as an example of a relation: what is counted, measured or dated, what is said of it, of whom, where and when.
//!
//! Each variant of a phrase is written out with a stand-in for its hole (`written`) and read by the reader of clauses
//! (`reading`); the relation is then looked for in the clauses of a sentence (`finding`), in whatever construction they have
//! it.

mod belonging;
mod companions;
mod contradicting;
mod counting;
mod dating;
mod finding;
mod naming;
mod reading;
mod said;
mod sample;
mod saying;
mod sentence;
mod status;
#[cfg(test)]
mod tests;
mod tied;
mod unasked;
mod undergoing;
mod variants;
mod written;

pub(in crate::claim) use contradicting::status;
pub(in crate::claim) use unasked::{said_around, ties};

use super::{
    construction::Contradiction,
    filler::Fillers,
    line::NumberedSentence,
    matching::{FoundMatches, PhraseMatch},
    modality::PhraseModality,
    phrase::Phrase,
    stem::Keys,
};
use crate::{lexicon::Lexicon, value::Kind};

/// A word of a relation, by the numbers of the words that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) struct RelationWord {
    pub numbers: Vec<u32>,
    /// As it has to be written, where the phrase says so.
    pub written: Option<String>,
}

impl RelationWord {
    fn has(&self, number: u32) -> bool {
        self.numbers.contains(&number)
    }

    fn may_be_written(&self, written: &str) -> bool {
        self.written.as_deref().is_none_or(|own| own == written)
    }
}

/// What a relation counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) enum CountedNoun {
    /// People of any sort.
    Persons,
    /// Anything: the phrase names no noun, and its verb is not said of people.
    Anything,
    /// What the phrase names.
    Named(RelationWord),
}

/// What a hole counts: its noun, and the other words of its noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) struct CountedThing {
    pub noun: CountedNoun,
    pub beside: Vec<RelationWord>,
    /// The nouns that stand with it in a list: "12 women and a man".
    pub sisters: Vec<RelationWord>,
}

impl CountedThing {
    /// As many, of whatever.
    fn anything(&self) -> Self {
        Self { noun: CountedNoun::Anything, beside: Vec::new(), sisters: self.sisters.clone() }
    }
}

/// What the hole is to the governing word of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) enum HoleTie {
    /// It counts those to whom it is done, or whom it befalls.
    Undergoer(CountedThing),
    /// It counts those who do it.
    Doer(CountedThing),
    /// It counts the governing noun itself, of which something else is said.
    Alone(CountedThing),
    /// It counts those that are said to be the governing noun: "10 of them were Norlanders".
    Predicate(CountedThing),
    /// It counts what a preposition leads to.
    CountedBehind(String, CountedThing),
    /// It stands behind a preposition that stays itself.
    Behind(String),
    /// It says when, with a preposition that says no more than that.
    When(String),
    /// It is an amount of it.
    Amount,
    /// It names it.
    Name,
    /// It names it, and stands before it: "the Orvane bank", "Orvane Bank".
    NameBefore,
    /// There is no hole: what is said is the claim.
    Nothing,
}

/// Where another word of a relation stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) enum CompanionPlace {
    /// In who does it.
    Subject,
    /// In whom it is done to.
    Object,
    /// Behind a preposition.
    Behind(String),
    /// In the noun phrase of the governing noun, or in one that belongs to it.
    Inside,
    /// In whose it is, or in who does it: "the Russians' request", "they requested".
    Owner,
    /// In the same clause.
    Clause,
    /// The verb of the clause around this one, joined by this word where there is one.
    Above(Option<String>),
}

/// Another word that a relation needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) struct Companion {
    pub place: CompanionPlace,
    pub word: RelationWord,
}

/// One way to read a phrase as a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) struct PhraseRelation {
    pub tie: HoleTie,
    pub governor: RelationWord,
    pub companions: Vec<Companion>,
    /// Whether its phrase asks for what is so.
    pub modality: PhraseModality,
}

impl PhraseRelation {
    /// The relations that a phrase is an example of; none where it is words in order.
    pub(in crate::claim) fn of_phrase(phrase: &Phrase, kind: Kind, keys: &mut Keys, lexicon: &Lexicon) -> Vec<Self> {
        let mut relations: Vec<Self> = Vec::new();
        if phrase.is_literal {
            return relations;
        }
        let modality = PhraseModality::of(phrase, lexicon);
        for variant in variants::variants(&phrase.elements).unwrap_or_default() {
            let found = reading::read(&variant, kind, keys, lexicon).map(|found| Self { modality, ..found });
            relations.extend(found.filter(|found| !relations.contains(found)));
        }
        relations
    }

    /// Every word that it cannot do without.
    pub(in crate::claim) fn words(&self) -> impl Iterator<Item = &RelationWord> {
        let thing = match &self.tie {
            HoleTie::Undergoer(thing) | HoleTie::Doer(thing) | HoleTie::Alone(thing) | HoleTie::Predicate(thing) => {
                Some(thing)
            }
            HoleTie::CountedBehind(_, thing) => Some(thing),
            HoleTie::Behind(_) | HoleTie::When(_) | HoleTie::Amount => None,
            HoleTie::Name | HoleTie::NameBefore | HoleTie::Nothing => None,
        };
        let noun = thing.and_then(|thing| match &thing.noun {
            CountedNoun::Named(noun) => Some(noun),
            CountedNoun::Persons | CountedNoun::Anything => None,
        });
        let beside = thing.into_iter().flat_map(|thing| thing.beside.iter().chain(&thing.sisters));
        let companions = self.companions.iter().map(|companion| &companion.word);
        std::iter::once(&self.governor).chain(noun).chain(beside).chain(companions)
    }

    fn is_counting(&self) -> bool {
        match self.tie {
            HoleTie::Undergoer(_) | HoleTie::Doer(_) | HoleTie::Alone(_) | HoleTie::Predicate(_) => true,
            HoleTie::CountedBehind(..)
            | HoleTie::Behind(_)
            | HoleTie::When(_)
            | HoleTie::Amount
            | HoleTie::Name
            | HoleTie::NameBefore
            | HoleTie::Nothing => false,
        }
    }

    /// What the clauses of a sentence say instead where words in order are no example of it: who does it and not whom, what
    /// is denied, or the whole of which only a share is meant.
    pub(in crate::claim) fn contradiction(
        &self,
        line: &NumberedSentence<'_>,
        fillers: &Fillers,
        found: &PhraseMatch,
    ) -> Option<Contradiction> {
        contradicting::contradiction(self, line, fillers, found)
    }

    /// Every place in a sentence where it stands.
    pub(in crate::claim) fn matches(&self, line: &NumberedSentence<'_>, fillers: &Fillers) -> FoundMatches {
        if !self.words().all(|word| line.numbers.used().any(|number| word.has(number))) {
            return FoundMatches::default();
        }
        finding::find(self, line, fillers)
    }
}
