//! Who the noun phrases of one sentence stand for, where a topic names whom it is about.

use super::{
    about_names::{AboutNames, NamesInSentence, is_body},
    sentence_words::SentenceWords,
};
use crate::{
    clause::PhraseLink,
    lexicon::{Class, ClauseClass, RelationClass},
};
use std::ops::Range;

/// What belongs to a noun phrase is followed so deep: "the revenue of the owner of Orvane Bank".
const DEEPEST: usize = 3;

/// A sentence, and the names in it.
pub(super) struct AboutReading<'a> {
    pub(super) words: SentenceWords<'a>,
    pub(super) about: &'a AboutNames,
    pub(super) names: NamesInSentence,
}

/// Whom a noun phrase stands for, or to whom it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandsFor {
    /// The name that the topic is about.
    Own,
    /// Somebody of it: "Orvane Bank's chief executive".
    OwnPerson,
    /// Another, by tokens.
    Another(usize, usize),
    /// Whoever was named before: "it", "the bank", "its revenue".
    Named,
    /// A person who is known by what he or she is.
    Person,
    /// Nobody.
    Nobody,
}

/// Whom a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SentenceFocus {
    /// A name under `about`.
    Own,
    /// It does something to another, who may be meant by "it" as well.
    OwnBesideAnother,
    /// Another, by tokens.
    Another(usize, usize),
    /// Nobody.
    Nobody,
}

impl AboutReading<'_> {
    /// Whom a noun phrase stands for; a list of the name and another is another.
    pub(super) fn of_phrase(&self, phrase: usize) -> StandsFor {
        self.of_list(phrase, DEEPEST)
    }

    fn of_list(&self, phrase: usize, depth: usize) -> StandsFor {
        let others = self.words.linked(phrase, |link| matches!(link, PhraseLink::Coordinated(_)));
        let another = others.map(|other| self.alone(other, depth)).find(|one| matches!(one, StandsFor::Another(..)));
        another.unwrap_or_else(|| self.alone(phrase, depth))
    }

    fn alone(&self, index: usize, depth: usize) -> StandsFor {
        let Some(phrase) = self.words.phrase(index) else { return StandsFor::Nobody };
        let head = phrase.head;
        let apposed = || self.words.appositions(index).filter_map(|part| self.words.phrase(part));
        if self.is_own(head) || apposed().any(|part| self.is_own(part.head)) {
            return StandsFor::Own;
        }
        let is_person = |token: usize| self.words.class(token).is(RelationClass::PERSON);
        let named = self.names.others.iter().find(|name| name.contains(&head));
        if (phrase.first..phrase.end).any(is_person) || named.is_some() && apposed().any(|part| is_person(part.head)) {
            return self.person(index, depth);
        }
        if let Some(name) = named {
            return StandsFor::Another(name.start, name.end);
        }
        let written = self.words.written(head);
        let relations = self.words.lexicon.relations();
        if relations.stands_in(written) {
            return StandsFor::Named;
        }
        let is_definite = phrase.determiner.is_some_and(|one| !self.words.lexical(one).is(Class::ARTICLE));
        let other = StandsFor::Another(phrase.first, phrase.end);
        if relations.is_beside(written) {
            return other;
        }
        match self.owner(index, depth) {
            StandsFor::Nobody if self.about.end_with(written) || is_body(written, self.words.lexicon) => {
                if is_definite { StandsFor::Named } else { other }
            }
            owner => owner,
        }
    }

    /// Whose person somebody is: "analysts at Orvane Bank".
    fn person(&self, index: usize, depth: usize) -> StandsFor {
        match self.owner(index, depth) {
            StandsFor::Own | StandsFor::Named => StandsFor::OwnPerson,
            StandsFor::Nobody => {
                let led = self.words.led_from(index).iter().map(|one| one.phrase);
                match led.map(|phrase| self.head(phrase)).find(|one| *one != StandsFor::Nobody) {
                    Some(StandsFor::Own) => StandsFor::OwnPerson,
                    Some(another) => another,
                    None => StandsFor::Person,
                }
            }
            another => another,
        }
    }

    /// To whom a thing belongs: "Orvane Bank's revenue", "the revenue of Orvane Bank", "Orvane revenue", "its revenue".
    pub(super) fn owner(&self, index: usize, depth: usize) -> StandsFor {
        let Some(phrase) = self.words.phrase(index).filter(|_| depth > 0) else { return StandsFor::Nobody };
        let inside = phrase.first..phrase.head;
        let within = |name: &&Range<usize>| inside.contains(&name.start) && name.end <= phrase.head;
        if self.names.own.iter().any(|name| within(&name)) {
            return StandsFor::Own;
        }
        if let Some(name) = self.names.others.iter().find(within) {
            return StandsFor::Another(name.start, name.end);
        }
        if inside.clone().any(|token| self.words.lexicon.relations().stands_in(self.words.written(token))) {
            return StandsFor::Named;
        }
        let of = |link| matches!(link, PhraseLink::Possessor(_) | PhraseLink::Of(_));
        let owners = self.words.linked(index, of).map(|part| self.of_list(part, depth - 1));
        owners.into_iter().find(|one| *one != StandsFor::Nobody).map_or(StandsFor::Nobody, |one| match one {
            // "The bank of a farmer" is not his to be asked of.
            StandsFor::Person => StandsFor::Nobody,
            StandsFor::OwnPerson => StandsFor::Own,
            StandsFor::Own | StandsFor::Another(..) | StandsFor::Named | StandsFor::Nobody => one,
        })
    }

    /// The name that is the noun of a phrase.
    pub(super) fn head(&self, phrase: usize) -> StandsFor {
        let Some(head) = self.words.phrase(phrase).map(|phrase| phrase.head) else { return StandsFor::Nobody };
        if self.is_own(head) {
            return StandsFor::Own;
        }
        let named = self.names.others.iter().find(|name| name.contains(&head));
        named.map_or(StandsFor::Nobody, |name| StandsFor::Another(name.start, name.end))
    }

    fn is_own(&self, token: usize) -> bool {
        self.names.own.iter().any(|name| name.contains(&token))
    }

    /// Whether what a verb has behind it is what its subject says.
    pub(super) fn is_reporting(&self, verb: usize) -> bool {
        self.words.clause_class(verb).is(ClauseClass::REPORTING)
    }
}
