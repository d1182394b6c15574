//! Words of closed classes: prepositions, conjunctions, pronouns, determiners, modals.

use super::{
    around::Tagger,
    unit::{Shape, Tag},
};
use crate::lexicon::ClauseClass;

impl Tagger<'_> {
    /// Words of closed classes.
    pub fn small_word(&self) -> Option<Tag> {
        let own = self.own();
        if own.capital && !own.may.is(ClauseClass::SUBJECT) {
            return self.is_number(self.at).then_some(Tag::Number);
        }
        if self.is_to() {
            return Some(self.to());
        }
        if self.may(ClauseClass::MODAL) {
            return self.modal();
        }
        if self.may(ClauseClass::BE.and(ClauseClass::HAVE).and(ClauseClass::DO)) {
            return Some(self.verb_form());
        }
        self.number_or_negation().or_else(|| self.joining_word()).or_else(|| self.pronoun_or_determiner())
    }

    fn is_to(&self) -> bool {
        self.may(ClauseClass::TO)
    }

    /// "to" before a verb, adverbs between passed over.
    fn to(&self) -> Tag {
        let next = self.next();
        let adverbial = next.may.is(ClauseClass::ADVERB) && !next.may.is(ClauseClass::DETERMINER);
        let is_adverb = adverbial || next.shape == Shape::Ly;
        let verb = if is_adverb && !next.may.is(ClauseClass::BASE) { self.at + 2 } else { self.at + 1 };
        let unit = self.unit(verb);
        let is_noun = unit.may.is(ClauseClass::NOUN_TOO)
            && (self.before().tag == Tag::Noun && !self.begins_noun_phrase(verb + 1) && self.lead_goes())
            || unit.capital;
        let unknown =
            unit.may == ClauseClass::NONE && unit.tag == Tag::Unsettled && unit.shape == Shape::Plain && !unit.compound;
        let is_verb = unit.may.is(ClauseClass::BASE)
            || unknown && self.begins_noun_phrase(verb + 1) && !self.unit(verb + 1).capital;
        if is_verb && !is_noun { Tag::To } else { Tag::Preposition }
    }

    fn lead_goes(&self) -> bool {
        self.lead().may.is(ClauseClass::INTRANSITIVE)
    }

    fn modal(&self) -> Option<Tag> {
        let lead = self.lead();
        let is_noun = matches!(lead.tag, Tag::Determiner | Tag::Possessive | Tag::PossessiveMark)
            && !self.next().may.is(ClauseClass::BASE.and(ClauseClass::NEGATION));
        (!is_noun).then_some(Tag::Modal)
    }

    fn number_or_negation(&self) -> Option<Tag> {
        if self.is_number(self.at) && !self.may(ClauseClass::DETERMINER) {
            return Some(Tag::Number);
        }
        let negates = self.may(ClauseClass::NEGATION)
            && !self.may(ClauseClass::DETERMINER.and(ClauseClass::PRONOUN).and(ClauseClass::COORDINATOR));
        negates.then_some(Tag::Negation)
    }

    /// Conjunctions, relatives, prepositions.
    fn joining_word(&self) -> Option<Tag> {
        if self.may(ClauseClass::THAT) {
            return Some(self.that());
        }
        if self.may(ClauseClass::COORDINATOR) {
            return Some(Tag::Coordinator);
        }
        if self.may(ClauseClass::THERE) {
            let verb = self.next().may.is(ClauseClass::BE.and(ClauseClass::HAVE).and(ClauseClass::MODAL));
            return Some(if verb || self.next().tag == Tag::PossessiveMark { Tag::There } else { Tag::Adverb });
        }
        if self.may(ClauseClass::RELATIVE) && !self.may(ClauseClass::SUBORDINATOR) || self.may(ClauseClass::WHAT) {
            return Some(if self.is_determiner_question() { Tag::Determiner } else { Tag::Relative });
        }
        self.preposition()
    }

    /// "which team", "what time".
    fn is_determiner_question(&self) -> bool {
        let of_noun = self.before().tag == Tag::Preposition && self.at >= 2 && self.unit(self.at - 2).tag.is_nominal();
        self.may(ClauseClass::DETERMINER)
            && !of_noun
            && !self.before().tag.is_nominal()
            && self.before().tag != Tag::Comma
            && self.may_be_nominal(self.at + 1)
            && !self.next().capital
    }

    fn preposition(&self) -> Option<Tag> {
        let next = self.next();
        if self.may(ClauseClass::SUBORDINATOR) && !self.may(ClauseClass::PREPOSITION.and(ClauseClass::SUBORDINATOR_TOO))
        {
            let modifies =
                next.may.is(ClauseClass::ADJECTIVE.and(ClauseClass::ADVERB)) && !next.may.is(ClauseClass::PRONOUN);
            let is_adverb =
                self.may(ClauseClass::ADVERB) && (!self.is_clause_ahead() || modifies || next.tag.is_mark());
            return Some(if is_adverb { Tag::Adverb } else { Tag::Subordinator });
        }
        if !self.may(ClauseClass::PREPOSITION) {
            return None;
        }
        let verb_too = self.may(ClauseClass::BASE) && matches!(self.lead().tag, Tag::Pronoun | Tag::Modal | Tag::To);
        if verb_too {
            return Some(Tag::Base);
        }
        if self.may(ClauseClass::ING.and(ClauseClass::PARTICIPLE))
            && self.lead().may.is(ClauseClass::BE.and(ClauseClass::HAVE))
        {
            return Some(self.verb_form());
        }
        let adjectival = self.may(ClauseClass::ADJECTIVE.and(ClauseClass::ING).and(ClauseClass::NOUN_TOO))
            && matches!(self.before().tag, Tag::Determiner | Tag::Possessive | Tag::PossessiveMark | Tag::Number);
        if adjectival {
            return Some(Tag::Adjective);
        }
        let goes_on = self.begins_noun_phrase(self.at + 1)
            || self.may_be_nominal(self.at + 1)
            || next
                .may
                .is(ClauseClass::ING.and(ClauseClass::RELATIVE).and(ClauseClass::QUESTION).and(ClauseClass::ADJECTIVE))
            || next.may.is(ClauseClass::PARTICIPLE) && self.may_be_nominal(self.at + 2)
            || next.may.is(ClauseClass::PRESENT)
                && !next.may.is(ClauseClass::BE.and(ClauseClass::HAVE).and(ClauseClass::DO));
        let up = self.may(ClauseClass::PARTICLE) && self.before().tag.is_verb() && next.may.is(ClauseClass::ING);
        let before = self.before();
        let separable = self.may(ClauseClass::SEPARABLE)
            && before.tag.is_verb()
            && !before.may.is(ClauseClass::INTRANSITIVE.and(ClauseClass::BE))
            && !self.is_number(self.at + 1)
            && next.tag != Tag::Money
            && !next.capital;
        let as_said =
            self.may(ClauseClass::SUBORDINATOR_TOO) && next.may.is(ClauseClass::PARTICIPLE.and(ClauseClass::ING));
        let is_particle =
            self.may(ClauseClass::PARTICLE.and(ClauseClass::ADVERB)) && !goes_on && !as_said || up || separable;
        match () {
            () if is_particle => Some(Tag::Adverb),
            () if self.may(ClauseClass::SUBORDINATOR_TOO) => Some(Tag::Either),
            () => Some(Tag::Preposition),
        }
    }

    /// Whether a verb stands between here and the next mark.
    fn is_clause_ahead(&self) -> bool {
        self.ahead.before_mark(self.at + 1)
    }

    /// "that": what is said, of which noun, which one, or that thing.
    fn that(&self) -> Tag {
        let (before, next) = (self.before(), self.next());
        let verbal = ClauseClass::VERB.and(ClauseClass::MODAL);
        let next_is_verb = next.may.is(verbal) && !next.may.is(ClauseClass::NOUN_TOO) && !next.capital;
        match before.tag {
            Tag::Noun | Tag::Plural | Tag::Name | Tag::Pronoun | Tag::Number | Tag::ObjectPronoun => Tag::That,
            Tag::Preposition | Tag::Either if !next_is_verb && self.may_be_nominal(self.at + 1) => Tag::Determiner,
            Tag::Preposition | Tag::Either => Tag::Pronoun,
            tag if tag.is_verb()
                && before.may.is(ClauseClass::REPORTING)
                && !matches!(next.tag, Tag::Stop | Tag::Quote) =>
            {
                Tag::That
            }
            _ if next.may.is(ClauseClass::SUBJECT) && !next.may.is(ClauseClass::OBJECT) => Tag::That,
            _ if next.tag == Tag::PossessiveMark => Tag::Pronoun,
            tag if tag.is_mark() && next_is_verb => Tag::Pronoun,
            Tag::Coordinator if next_is_verb => Tag::That,
            Tag::Subordinator if next_is_verb => Tag::Pronoun,
            tag if tag.is_verb() && next.tag.is_mark() => Tag::Pronoun,
            _ if self.is_clause_ahead() => Tag::That,
            _ if self.may_be_nominal(self.at + 1) => Tag::Determiner,
            _ => Tag::Pronoun,
        }
    }

    /// Whether a noun follows, with a participle before it or not.
    fn noun_follows(&self) -> bool {
        self.may_be_nominal(self.at + 1)
            || self.next().may.is(ClauseClass::PARTICIPLE.and(ClauseClass::ING)) && self.may_be_nominal(self.at + 2)
    }

    fn pronoun_or_determiner(&self) -> Option<Tag> {
        let next_is_nominal = self.noun_follows();
        if self.may(ClauseClass::POSSESSIVE) {
            let is_object = self.may(ClauseClass::OBJECT) && !next_is_nominal;
            return Some(if is_object { Tag::ObjectPronoun } else { Tag::Possessive });
        }
        if self.may(ClauseClass::DETERMINER) && (next_is_nominal || !self.may(ClauseClass::PRONOUN)) {
            return Some(self.determiner());
        }
        let both = self.may(ClauseClass::SUBJECT) && self.may(ClauseClass::OBJECT);
        match () {
            () if both && self.lead().tag.is_verb() => Some(Tag::ObjectPronoun),
            () if self.may(ClauseClass::SUBJECT.and(ClauseClass::PRONOUN)) => Some(Tag::Pronoun),
            () if self.may(ClauseClass::OBJECT) => Some(Tag::ObjectPronoun),
            () => None,
        }
    }

    fn determiner(&self) -> Tag {
        let next_is_nominal = self.noun_follows();
        let next = self.next();
        let before = self.before().tag;
        let alone = self.may(ClauseClass::ALONE)
            && !next_is_nominal
            && !next.may.is(ClauseClass::DETERMINER.and(ClauseClass::POSSESSIVE))
            && !self.is_number(self.at + 1);
        let modifies = self.may(ClauseClass::ADVERB)
            && (next.may.is(ClauseClass::ADJECTIVE.and(ClauseClass::ADVERB)) || next.shape == Shape::Ly);
        // "have both left", "were all killed".
        let floats = before.is_verb() && next.may.is(ClauseClass::PARTICIPLE.and(ClauseClass::ING)) && alone;
        match () {
            () if modifies || floats => Tag::Adverb,
            () if alone
                && self.may(ClauseClass::ADVERB)
                && (before.is_verb() || before.is_nominal())
                && !self.verb_is_next() =>
            {
                Tag::Adverb
            }
            () if alone => Tag::Pronoun,
            () => Tag::Determiner,
        }
    }

    /// "said more were missing".
    fn verb_is_next(&self) -> bool {
        let finite = ClauseClass::MODAL.and(ClauseClass::BE).and(ClauseClass::HAVE).and(ClauseClass::PAST);
        self.next().may.is(finite)
    }
}
