//! Whether a noun phrase counts what a relation counts, and which value says how many.

use super::{CountedNoun, CountedThing, sentence::ReadSentence};
use crate::{
    claim::{
        construction::NounCover,
        filler::{Filler, Makeup},
        matching::SumEnd,
    },
    clause::{NounPhrase, PhraseLink},
    lexicon::{Class, ClauseClass, NameClass, RelationClass},
    text::TokenKind,
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
    /// The last of the values that it adds up to a sum with.
    pub sum_to: Option<SumEnd>,
}

impl ReadSentence<'_> {
    /// The values of the noun phrases of a list that count the thing.
    pub fn counts(&self, phrase: usize, thing: &CountedThing) -> Vec<CountedValue> {
        let mut members = self.members(self.whole(phrase));
        if let CountedNoun::Named(_) = thing.noun {
            // "Three people, a man and two women, were killed".
            let apposed = self.words.appositions(phrase);
            members.extend(apposed.flat_map(|part| self.members(part)));
        }
        if self.shares_a_number(&members) {
            let covers = !matches!(thing.noun, CountedNoun::Named(_)) || !thing.sisters.is_empty();
            let first = members.first().filter(|_| covers);
            return first.and_then(|first| self.count(*first, thing)).into_iter().collect();
        }
        if !matches!(thing.noun, CountedNoun::Named(_)) && self.adds_up(&members) {
            return self.sum(&members, thing).into_iter().collect();
        }
        let sisters = |member: usize| {
            let others = || members.iter().filter(move |other| **other != member);
            thing.sisters.iter().all(|sister| others().any(|other| self.has(*other, sister)))
        };
        members.iter().filter(|member| sisters(**member)).filter_map(|member| self.count(*member, thing)).collect()
    }

    /// "All of the 12 passengers": the passengers; a noun phrase itself elsewhere.
    fn whole(&self, phrase: usize) -> usize {
        let is_all = |found: &&NounPhrase| self.words.class(found.head).is(RelationClass::WHOLE_OF);
        let all = self.words.phrase(phrase).filter(is_all);
        all.and_then(|_| self.words.of_parts(phrase).next()).unwrap_or(phrase)
    }

    /// "300 women and children", "12 soldiers or sailors": one number is of all that follows, where all are people and
    /// nothing stands before the others.
    fn shares_a_number(&self, members: &[usize]) -> bool {
        let mut found = members.iter().filter_map(|member| self.words.phrase(*member));
        let people = |one: &NounPhrase| self.is_person(one.head) && self.words.is_plural(one.head);
        let first = found.next().is_some_and(|first| {
            first.numerals.as_ref().is_some_and(|numerals| numerals.end == first.head) && people(first)
        });
        let mut others = found.peekable();
        first && others.peek().is_some() && others.all(|other| other.first == other.head && people(other))
    }

    /// The sum of the members of a list, where each counts people and no other value stands among them: "12 men and 3 women".
    fn sum(&self, members: &[usize], thing: &CountedThing) -> Option<CountedValue> {
        let counted = |member: &usize| {
            let noun = self.words.phrase(*member)?.head;
            let value = self.count(*member, &CountedThing { noun: CountedNoun::Persons, ..thing.anything() })?;
            (self.is_person(noun) && value.filler.makeup == Makeup::Figure).then_some(value.filler)
        };
        let counted: Option<Vec<Filler>> = members.iter().map(counted).collect();
        let counted = counted.filter(|_| thing.beside.is_empty() && thing.sisters.is_empty())?;
        let (first, last) = (*counted.first()?, *counted.last()?);
        let between = self.fillers.own().iter().filter(|own| first.first <= own.first && own.first <= last.first);
        let is_all = between.count() == counted.len() && first.first < last.first;
        let noun = members.last().and_then(|member| self.words.phrase(*member)).map_or(last.end, |noun| noun.head + 1);
        let sum_to = Some(SumEnd { mention: last.mention, end: noun.max(last.end) });
        is_all.then_some(CountedValue { filler: first, cover: NounCover::Narrower, part: None, sum_to })
    }

    /// Whether several members of a list are people, and no value covers them together.
    pub fn adds_up(&self, members: &[usize]) -> bool {
        let people = members
            .iter()
            .filter_map(|member| self.words.phrase(*member))
            .filter(|member| self.is_person(member.head) || self.is_pronoun(member.head));
        let people: Vec<&NounPhrase> = people.collect();
        let (end, first) = (people.iter().map(|one| one.end).min(), people.iter().map(|one| one.first).max());
        people.len() > 1 && !end.zip(first).is_some_and(|(end, first)| self.fillers.covers(end, first))
    }

    /// The value of one noun phrase that counts the thing.
    fn count(&self, phrase: usize, thing: &CountedThing) -> Option<CountedValue> {
        let found = self.words.phrase(phrase)?;
        let filler = self.filler_of(phrase)?;
        let whole = found.numerals.clone().unwrap_or(filler.first..filler.end);
        if found.is_time || self.is_age(phrase) || filler.first >= found.end || whole.end <= filler.first {
            return None;
        }
        let number = self.number_of(phrase, found);
        let end = match number {
            NumberOf::Noun(noun) if self.is_counted(noun, &thing.noun) => noun + 1,
            NumberOf::Noun(_) => return None,
            NumberOf::Understood if self.may_be_understood(phrase, &thing.noun) => found.end,
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
        thing.beside.iter().all(has).then_some(CountedValue { filler, cover, part, sum_to: None })
    }

    /// The noun that the number of a noun phrase counts.
    fn number_of(&self, phrase: usize, found: &NounPhrase) -> NumberOf {
        let numeral = found.numerals.as_ref().is_none_or(|numerals| numerals.contains(&found.head));
        if !numeral {
            return NumberOf::Noun(found.head);
        }
        let next = self.words.appositions(phrase);
        let next = next.filter_map(|part| self.words.phrase(part)).find(|part| part.first == found.end);
        if let Some(next) = next {
            return NumberOf::Noun(next.head);
        }
        let of = self.words.of_parts(phrase).find_map(|part| self.words.phrase(part));
        match of {
            Some(of) if !self.is_pronoun(of.head) => NumberOf::Noun(of.head),
            _ => NumberOf::Understood,
        }
    }

    /// "Juan Orsk, 33, was killed": a bare number between commas behind a noun is an age.
    pub fn is_age(&self, phrase: usize) -> bool {
        let first = match self.words.phrase(phrase).and_then(|found| found.link) {
            Some(PhraseLink::Coordinated(first)) => first,
            Some(PhraseLink::Of(_) | PhraseLink::Possessor(_) | PhraseLink::Apposition(_)) | None => phrase,
        };
        let bare = |found: &NounPhrase| {
            found.numerals.as_ref().is_some_and(|numerals| numerals.start == found.first && numerals.end == found.end)
        };
        let links = self.words.phrase(first).filter(|found| bare(found)).and_then(|found| found.link);
        let named = match links {
            Some(PhraseLink::Apposition(named)) => self.words.phrase(named),
            Some(PhraseLink::Of(_) | PhraseLink::Possessor(_) | PhraseLink::Coordinated(_)) | None => None,
        };
        named.is_some_and(|named| named.numerals.is_none())
            && self.words.of_parts(phrase).next().is_none()
            && self.is_set_off(first)
    }

    /// Whether no word but "and" stands right behind a noun phrase.
    fn is_set_off(&self, phrase: usize) -> bool {
        let behind = self.words.phrase(phrase).map_or(self.line.end, |found| found.end);
        behind >= self.line.end
            || self.words.clause_class(behind).is(ClauseClass::COORDINATOR)
            || !matches!(self.line.text.token(behind).kind, TokenKind::Word | TokenKind::Number)
    }

    pub fn is_pronoun(&self, token: usize) -> bool {
        self.words
            .clause_class(token)
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
        let word = self.words.lexical(noun);
        word.is(Class::PEOPLE)
            || self.words.class(noun).is(RelationClass::OF_PERSONS.and(RelationClass::COUNTED_ACTION))
    }

    /// A noun for people, one of a people ("Norlanders"), or what befell some ("the dead").
    pub fn is_person(&self, noun: usize) -> bool {
        let class = self.words.class(noun);
        let people = || self.words.lexicon.names().class(self.words.written(noun)).is(NameClass::PEOPLE);
        let befell = || class.is(RelationClass::OF_PERSONS) && !class.is(RelationClass::COUNTED_ACTION);
        class.is(RelationClass::PERSON) || befell() || people()
    }

    /// Whether a number without a noun may count the thing: what the sentence has counted last, or people where it has
    /// counted nothing else.
    fn may_be_understood(&self, phrase: usize, counted: &CountedNoun) -> bool {
        match counted {
            CountedNoun::Anything => true,
            CountedNoun::Persons => self.words.counted_before(phrase).is_none_or(|noun| self.is_person(noun)),
            CountedNoun::Named(word) => {
                self.words.counted_before(phrase).is_some_and(|noun| self.stands_at(noun, word))
            }
        }
    }
}
