//! Whether a noun phrase counts what a relation counts, and which value says how many.

use super::{CountedNoun, CountedThing, sentence::ReadSentence};
use crate::{
    claim::{
        construction::NounCover,
        line::{Filler, Makeup},
    },
    clause::{NounPhrase, PhraseLink},
    lexicon::{Class, ClauseClass, NameClass, RelationClass},
};

/// The noun that a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberOf {
    /// This one.
    Noun(usize),
    /// None is written.
    Understood,
}

/// A value that counts what a relation counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct CountedValue {
    pub filler: Filler,
    pub cover: NounCover,
    /// The tokens of it that do, where it is a sum of more.
    pub part: Option<(usize, usize)>,
}

impl ReadSentence<'_> {
    /// The values of the noun phrases of a list that count the thing.
    pub fn counts(&self, phrase: usize, thing: &CountedThing) -> Vec<CountedValue> {
        let mut members = self.members(phrase);
        if let CountedNoun::Named(_) = thing.noun {
            // "Three people, a man and two women, were killed".
            let apposed = self.linked(phrase, |link| matches!(link, PhraseLink::Apposition(_)));
            members.extend(apposed.into_iter().flat_map(|part| self.members(part)));
        }
        if thing.noun == CountedNoun::Persons && self.adds_up(&members) {
            return Vec::new();
        }
        let sisters = |member: usize| {
            let others = || members.iter().filter(move |other| **other != member);
            thing.sisters.iter().all(|sister| others().any(|other| self.has(*other, sister)))
        };
        members.iter().filter(|member| sisters(**member)).filter_map(|member| self.count(*member, thing)).collect()
    }

    /// Whether several members of a list are people, and no value covers them together.
    fn adds_up(&self, members: &[usize]) -> bool {
        let people =
            members.iter().filter_map(|member| self.phrase(*member)).filter(|member| self.is_person(member.head));
        let people: Vec<&NounPhrase> = people.collect();
        let together = |filler: &Filler| people.iter().all(|one| filler.first < one.end && one.first < filler.end);
        people.len() > 1 && !self.fillers.iter().any(together)
    }

    /// The value of one noun phrase that counts the thing.
    fn count(&self, phrase: usize, thing: &CountedThing) -> Option<CountedValue> {
        let found = self.phrase(phrase)?;
        let filler = self.filler_of(phrase)?;
        let whole = found.numerals.clone().unwrap_or(filler.first..filler.end);
        if found.is_time || filler.first >= found.end || whole.end <= filler.first {
            return None;
        }
        let number = self.number_of(phrase, found);
        let end = match number {
            NumberOf::Noun(noun) if self.is_counted(noun, &thing.noun) => noun + 1,
            NumberOf::Noun(_) => return None,
            NumberOf::Understood if self.may_be_understood(found, &thing.noun) => found.end,
            NumberOf::Understood => return None,
        };
        let first = found.first.min(filler.first);
        let has = |word| (first..end.max(found.end)).any(|token| self.stands_at(token, word));
        let cover = match number {
            NumberOf::Noun(noun) if thing.noun == CountedNoun::Persons && !self.is_anybody(noun) => NounCover::Narrower,
            NumberOf::Noun(_) | NumberOf::Understood => NounCover::Whole,
        };
        // "Two women and a man" are two women.
        let summed = filler.makeup == Makeup::Sum && matches!(thing.noun, CountedNoun::Named(_));
        let part = found.numerals.as_ref().filter(|_| summed).map(|numerals| (numerals.start, numerals.end));
        (!summed || part.is_some()).then_some(())?;
        thing.beside.iter().all(has).then_some(CountedValue { filler, cover, part })
    }

    /// The noun that the number of a noun phrase counts.
    fn number_of(&self, phrase: usize, found: &NounPhrase) -> NumberOf {
        let numeral = found.numerals.as_ref().is_none_or(|numerals| numerals.contains(&found.head));
        if !numeral {
            return NumberOf::Noun(found.head);
        }
        let next = self.linked(phrase, |link| matches!(link, PhraseLink::Apposition(_)));
        let next = next.into_iter().filter_map(|part| self.phrase(part)).find(|part| part.first == found.end);
        if let Some(next) = next {
            return NumberOf::Noun(next.head);
        }
        let of = self.of_parts(phrase).into_iter().find_map(|part| self.phrase(part));
        match of {
            Some(of) if !self.is_pronoun(of.head) => NumberOf::Noun(of.head),
            _ => NumberOf::Understood,
        }
    }

    pub fn is_pronoun(&self, token: usize) -> bool {
        self.clause_class(token)
            .is(ClauseClass::OBJECT.and(ClauseClass::SUBJECT).and(ClauseClass::ALONE).and(ClauseClass::PRONOUN))
    }

    fn is_counted(&self, noun: usize, counted: &CountedNoun) -> bool {
        match counted {
            CountedNoun::Persons => self.is_person(noun),
            CountedNoun::Anything => true,
            CountedNoun::Named(word) => self.stands_at(noun, word),
        }
    }

    /// A noun for people of any sort: "people", "the dead".
    fn is_anybody(&self, noun: usize) -> bool {
        let word = self.lexicon.word(self.line.text.token(noun).word);
        word.is(Class::PEOPLE) || self.class(noun).is(RelationClass::OF_PERSONS.and(RelationClass::COUNTED_ACTION))
    }

    /// A noun for people, one of a people ("Norlanders"), or what befell some ("the dead").
    pub fn is_person(&self, noun: usize) -> bool {
        let class = self.class(noun);
        let people = || self.lexicon.names().class(self.written(noun)).is(NameClass::PEOPLE);
        let befell = || class.is(RelationClass::OF_PERSONS) && !class.is(RelationClass::COUNTED_ACTION);
        class.is(RelationClass::PERSON) || befell() || people()
    }

    /// Whether a number without a noun may count the thing: what the sentence has counted last, or people where it has
    /// counted nothing else.
    fn may_be_understood(&self, found: &NounPhrase, counted: &CountedNoun) -> bool {
        match counted {
            CountedNoun::Anything => true,
            CountedNoun::Persons => self.counted_before(found).is_none_or(|noun| self.is_person(noun)),
            CountedNoun::Named(word) => self.counted_before(found).is_some_and(|noun| self.stands_at(noun, word)),
        }
    }

    /// The noun of things or people that the sentence has counted last before a noun phrase; amounts and times are none.
    fn counted_before(&self, found: &NounPhrase) -> Option<usize> {
        let before = self.clauses.phrases().iter().take_while(|other| other.first < found.first);
        let noun = |other: &NounPhrase| {
            let numerals = other.numerals.as_ref()?;
            let word = self.lexicon.word(self.line.text.token(other.head).word);
            let is_amount = word.is(Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT));
            (!numerals.contains(&other.head) && !other.is_time && !is_amount).then_some(other.head)
        };
        before.filter_map(noun).last()
    }
}
