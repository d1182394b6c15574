//! Words of open classes: names, nouns, adjectives, adverbs, and what the ending of an unknown word says.

use super::{
    around::Tagger,
    unit::{Shape, Tag},
};
use crate::lexicon::{Class, ClauseClass};

impl Tagger<'_> {
    /// Nouns, verbs, adjectives, adverbs.
    pub fn open_word(&self) -> Tag {
        let own = self.own();
        if own.capital {
            return Tag::Name;
        }
        if self.may(ClauseClass::VERB) {
            return self.verb_or_other();
        }
        if let Some(tag) = self.adjective_or_adverb() {
            return tag;
        }
        if own.may == ClauseClass::NONE && matches!(self.lead().tag, Tag::To | Tag::Modal) {
            return Tag::Base;
        }
        if own.may == ClauseClass::NONE && matches!(own.shape, Shape::Ed | Shape::Ing) && !own.compound {
            return self.unknown_verb();
        }
        self.noun()
    }

    pub fn noun(&self) -> Tag {
        let own = self.own();
        let is_plural = own.word.is(Class::PLURAL) || own.shape == Shape::S && !own.word.is(Class::SINGULAR);
        if is_plural { Tag::Plural } else { Tag::Noun }
    }

    pub fn adjective_or_adverb(&self) -> Option<Tag> {
        let own = self.own();
        let adverbial = self.may(ClauseClass::ADVERB) || own.shape == Shape::Ly && !self.may(ClauseClass::NO_ADVERB);
        let next = self.next().may;
        let speaks = next.is(ClauseClass::SPEAKING) && next.is(ClauseClass::PAST.and(ClauseClass::PRESENT));
        // "A senior official told the paper": nobody speaks but a noun.
        let adjectival = (!speaks || next.is(ClauseClass::NOUN_TOO))
            && (self.may(ClauseClass::ADJECTIVE) || own.may == ClauseClass::NONE && own.shape == Shape::Adjectival);
        if adjectival && adverbial {
            return Some(self.adjective_before_adverb());
        }
        // "One male and one female were found".
        let counted = own.word.is(Class::PERSON) && self.before().tag == Tag::Number;
        if adjectival && counted && !self.may_be_nominal(self.at + 1) {
            return None;
        }
        let tag = if adjectival { Tag::Adjective } else { Tag::Adverb };
        (adjectival || adverbial).then_some(tag)
    }

    /// "early", "hard": which of the two it is here.
    fn adjective_before_adverb(&self) -> Tag {
        let before = self.before();
        let behind_verb = before.tag.is_verb() && !before.may.is(ClauseClass::COPULA);
        let led = matches!(
            before.tag,
            Tag::Determiner | Tag::Possessive | Tag::Number | Tag::PossessiveMark | Tag::Adjective
        );
        let next_is_nominal = self.may_be_nominal(self.at + 1);
        let is_adjective = led || next_is_nominal && !behind_verb || self.lead().may.is(ClauseClass::COPULA);
        if is_adjective { Tag::Adjective } else { Tag::Adverb }
    }

    /// A word in -ed or -ing that is in no list.
    fn unknown_verb(&self) -> Tag {
        let led = matches!(
            self.before().tag,
            Tag::Determiner | Tag::Possessive | Tag::PossessiveMark | Tag::Adjective | Tag::Number
        );
        match self.own().shape {
            Shape::Ed if led => Tag::Adjective,
            // A name: "Ahmed".
            Shape::Ed if self.at == 0 || self.before().tag.is_mark() && self.before().tag != Tag::Comma => Tag::Noun,
            Shape::Ed if self.modifies_next() => Tag::Adjective,
            Shape::Ed => Tag::Ed,
            _ if led => Tag::Noun,
            _ => Tag::Ing,
        }
    }

    /// "iodised salt" behind a verb, a preposition, another adjective.
    fn modifies_next(&self) -> bool {
        let before = self.before().tag;
        let led = before.is_verb() || matches!(before, Tag::Preposition | Tag::Coordinator | Tag::Adverb | Tag::Comma);
        led && self.may_be_nominal(self.at + 1) && !self.begins_noun_phrase(self.at + 1)
    }
}
