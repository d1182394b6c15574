//! What part of speech each word is: what the lists allow, settled by the words before it, which are settled already, and
//! by what the next ones may be. One pass forward; no rule looks further than a few words.

use super::{
    around::Tagger,
    unit::{ClauseUnit, Tag},
    verbs::VerbAhead,
};
use crate::lexicon::ClauseClass;

/// Settles every unit.
pub(super) fn tag(units: &mut [ClauseUnit]) {
    let ahead = VerbAhead::new(units);
    for at in 0..units.len() {
        let tag = Tagger { units, at, ahead: &ahead }.settle();
        if let Some(unit) = units.get_mut(at) {
            // "he's": a form of "be" until a participle says otherwise.
            if unit.tag == Tag::PossessiveMark && tag == Tag::Present {
                unit.may = ClauseClass::BE.and(ClauseClass::HAVE).and(ClauseClass::COPULA).and(ClauseClass::PRESENT);
            }
            unit.tag = tag;
        }
    }
}

impl Tagger<'_> {
    fn settle(&self) -> Tag {
        let own = self.own();
        if own.tag == Tag::PossessiveMark {
            return self.possessive_mark();
        }
        if own.tag != Tag::Unsettled || own.first >= own.end {
            return own.tag;
        }
        self.small_word().unwrap_or_else(|| self.open_word())
    }

    /// "'s": of a noun, or "is" and "has".
    fn possessive_mark(&self) -> Tag {
        let next = self.next();
        let behind_pronoun = self
            .before()
            .may
            .is(ClauseClass::SUBJECT.and(ClauseClass::RELATIVE).and(ClauseClass::QUESTION).and(ClauseClass::PRONOUN))
            || matches!(self.before().tag, Tag::There | Tag::Pronoun | Tag::Subordinator | Tag::Relative | Tag::That);
        let determined = next.may.is(ClauseClass::DETERMINER) && !next.may.is(ClauseClass::ADVERB);
        let verbal = determined
            || next.may.is(ClauseClass::NEGATION.and(ClauseClass::PREPOSITION))
            || next.may.is(ClauseClass::ING.and(ClauseClass::PARTICIPLE))
                && !next.may.is(ClauseClass::ING_NOUN.and(ClauseClass::NOUN_TOO).and(ClauseClass::ADJECTIVE))
                && !self.may_be_nominal(self.at + 2);
        if behind_pronoun || verbal { Tag::Present } else { Tag::PossessiveMark }
    }
}
