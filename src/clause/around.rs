//! One word with what stands around it: what it may be, the words before it, which are settled, and the next ones, which are
//! not.

use super::{
    unit::{ClauseUnit, Shape, Tag},
    verbs::VerbAhead,
};
use crate::lexicon::{Class, ClauseClass};

/// One unit with what stands around it.
pub(super) struct Tagger<'a> {
    pub units: &'a [ClauseUnit],
    pub at: usize,
    pub ahead: &'a VerbAhead,
}

const NONE: ClauseUnit = ClauseUnit {
    first: 0,
    end: 0,
    may: ClauseClass::NONE,
    tag: Tag::Stop,
    word: Class::NONE,
    capital: false,
    shape: Shape::Plain,
    compound: false,
};

/// Adverbs and the like before a word are passed over so far.
const REACH: usize = 4;

impl Tagger<'_> {
    pub fn own(&self) -> &ClauseUnit {
        self.unit(self.at)
    }

    pub fn unit(&self, at: usize) -> &ClauseUnit {
        self.units.get(at).unwrap_or(&NONE)
    }

    pub fn may(&self, class: ClauseClass) -> bool {
        self.own().may.is(class)
    }

    pub fn next(&self) -> &ClauseUnit {
        self.unit(self.at + 1)
    }

    /// The tag before, and the unit.
    pub fn before(&self) -> &ClauseUnit {
        self.at.checked_sub(1).map_or(&NONE, |before| self.unit(before))
    }

    /// The unit before, adverbs and negations passed over.
    pub fn lead(&self) -> &ClauseUnit {
        let before = self.units.get(self.at.saturating_sub(REACH)..self.at).unwrap_or_default();
        let passed = |unit: &&ClauseUnit| !matches!(unit.tag, Tag::Adverb | Tag::Negation);
        before.iter().rev().find(passed).unwrap_or(&NONE)
    }

    /// Whether a unit that is not settled yet may be part of a noun phrase, and is no verb for sure.
    pub fn may_be_nominal(&self, at: usize) -> bool {
        let unit = self.unit(at);
        let small = ClauseClass::PREPOSITION
            .and(ClauseClass::LONG_PREPOSITION)
            .and(ClauseClass::SUBORDINATOR)
            .and(ClauseClass::COORDINATOR)
            .and(ClauseClass::DETERMINER)
            .and(ClauseClass::POSSESSIVE)
            .and(ClauseClass::SUBJECT)
            .and(ClauseClass::OBJECT)
            .and(ClauseClass::PRONOUN)
            .and(ClauseClass::MODAL)
            .and(ClauseClass::RELATIVE)
            .and(ClauseClass::NEGATION);
        let is_verb = unit.may.is(ClauseClass::VERB)
            && !unit.may.is(ClauseClass::NOUN_TOO.and(ClauseClass::ING_NOUN).and(ClauseClass::ADJECTIVE));
        let is_adverb = unit.may.is(ClauseClass::ADVERB) && !unit.may.is(ClauseClass::ADJECTIVE)
            || unit.shape == Shape::Ly && !unit.may.is(ClauseClass::NO_ADVERB);
        match unit.tag {
            Tag::Number | Tag::Name | Tag::Money => true,
            tag if tag != Tag::Unsettled => false,
            _ if unit.capital => true,
            _ => !unit.may.is(small) && !is_verb && !is_adverb && unit.first < unit.end,
        }
    }

    /// Whether a unit begins a noun phrase for sure: "the", "his", "12", "him".
    pub fn begins_noun_phrase(&self, at: usize) -> bool {
        let unit = self.unit(at);
        let begins = ClauseClass::DETERMINER
            .and(ClauseClass::POSSESSIVE)
            .and(ClauseClass::OBJECT)
            .and(ClauseClass::SUBJECT)
            .and(ClauseClass::PRONOUN);
        matches!(unit.tag, Tag::Number | Tag::Money) || unit.may.is(begins) || self.is_number(at) || unit.capital
    }

    pub fn is_number(&self, at: usize) -> bool {
        let unit = self.unit(at);
        unit.tag == Tag::Number || unit.word.is(Class::CARDINAL.and(Class::MAGNITUDE)) && !unit.compound
    }
}
