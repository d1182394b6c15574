//! Words that may be verbs: whether each is one here, and in which form.

use super::{
    around::Tagger,
    unit::{ClauseUnit, Tag},
};
use crate::lexicon::ClauseClass;

impl Tagger<'_> {
    /// The form of a verb that is one.
    pub fn verb_form(&self) -> Tag {
        let participle = self.may(ClauseClass::PARTICIPLE);
        let lead = self.lead();
        match () {
            () if self.may(ClauseClass::ING) => Tag::Ing,
            () if self.may(ClauseClass::PRESENT) => Tag::Present,
            () if self.may(ClauseClass::HAVE) && self.may(ClauseClass::PAST) && !lead.may.is(ClauseClass::HAVE) => {
                Tag::Past
            }
            () if participle && lead.may.is(ClauseClass::BE.and(ClauseClass::HAVE)) && lead.tag.is_verb() => {
                Tag::Participle
            }
            () if self.may(ClauseClass::BASE) && (!self.may(ClauseClass::PAST) || self.expects_base()) => Tag::Base,
            () if participle && self.may(ClauseClass::PAST) => Tag::Ed,
            () if participle => Tag::Participle,
            () => Tag::Past,
        }
    }

    fn expects_base(&self) -> bool {
        matches!(self.lead().tag, Tag::To | Tag::Modal)
            || self.lead().may.is(ClauseClass::DO) && self.lead().tag.is_verb()
    }

    pub fn verb_or_other(&self) -> Tag {
        let own = self.own();
        match () {
            () if self.may(ClauseClass::ING) => self.ing(),
            () if self.may(ClauseClass::BASE.and(ClauseClass::PRESENT)) && !self.is_past_too() => {
                self.base_or_present()
            }
            () if own.compound && self.may(ClauseClass::ADJECTIVE) => Tag::Adjective,
            () => self.past_or_adjective(),
        }
    }

    /// "hit", "cut", "put": base, past and participle; "left", "found".
    fn is_past_too(&self) -> bool {
        self.may(ClauseClass::PAST.and(ClauseClass::PARTICIPLE)) && !self.expects_base()
    }

    fn is_led_as_noun(&self) -> bool {
        matches!(
            self.before().tag,
            Tag::Determiner | Tag::Possessive | Tag::PossessiveMark | Tag::Adjective | Tag::Number | Tag::Money
        )
    }

    fn past_or_adjective(&self) -> Tag {
        let before = self.before().tag;
        let lead = self.lead();
        let next_is_nominal = self.may_be_nominal(self.at + 1);
        let led = self.is_led_as_noun();
        let adverb_led = before == Tag::Adverb && matches!(self.lead().tag, Tag::Determiner | Tag::Possessive);
        let helped = lead.may.is(ClauseClass::BE.and(ClauseClass::HAVE)) && lead.tag.is_verb();
        if helped {
            let predicate = self.may(ClauseClass::ADJECTIVE)
                && !self.may(ClauseClass::TRANSITIVE)
                && !lead.may.is(ClauseClass::HAVE);
            return if predicate && self.may(ClauseClass::NOUN_TOO.and(ClauseClass::BASE)) {
                Tag::Adjective
            } else {
                self.verb_form()
            };
        }
        // "the propaganda broadcast", "a job cut".
        let noun_too = self.may(ClauseClass::NOUN_TOO)
            && matches!(before, Tag::Noun | Tag::Name)
            && !self.begins_noun_phrase(self.at + 1)
            && !self.is_last_verb();
        match () {
            () if noun_too => self.noun(),
            () if (led && before != Tag::Number || adverb_led) && (next_is_nominal || self.may_be_adjective_noun()) => {
                Tag::Adjective
            }
            () if before == Tag::Number && next_is_nominal && !self.begins_noun_phrase(self.at + 1) => Tag::Adjective,
            () if led && before != Tag::Number && self.may(ClauseClass::NOUN_TOO) => self.noun(),
            () if led && !matches!(before, Tag::Number | Tag::Adjective | Tag::Money) => Tag::Adjective,
            () if matches!(before, Tag::Preposition | Tag::Coordinator)
                && next_is_nominal
                && !self.begins_noun_phrase(self.at + 1)
                && self.before_coordinator_is_noun() =>
            {
                Tag::Adjective
            }
            () if before == Tag::Preposition && self.may(ClauseClass::NOUN_TOO) => self.noun(),
            () if before.is_verb() && next_is_nominal && !self.begins_noun_phrase(self.at + 1) => Tag::Adjective,
            () if self.at == 0
                && next_is_nominal
                && self.ahead.before_mark(self.at + 2)
                && !self.begins_noun_phrase(self.at + 1) =>
            {
                Tag::Adjective
            }
            () => self.verb_form(),
        }
    }

    fn may_be_adjective_noun(&self) -> bool {
        let next = self.next();
        next.may.is(ClauseClass::NOUN_TOO.and(ClauseClass::ING_NOUN).and(ClauseClass::ADJECTIVE))
            && next.tag == Tag::Unsettled
    }

    /// A participle behind a preposition is an adjective; behind "and" only where an adjective stands before that.
    fn before_coordinator_is_noun(&self) -> bool {
        self.before().tag == Tag::Preposition || self.at >= 2 && matches!(self.unit(self.at - 2).tag, Tag::Adjective)
    }

    fn ing(&self) -> Tag {
        let before = self.before().tag;
        let next_is_nominal = self.may_be_nominal(self.at + 1);
        let lead = self.lead();
        let begins = self.begins_noun_phrase(self.at + 1);
        let noun_too = self.may(ClauseClass::ING_NOUN);
        if lead.may.is(ClauseClass::BE) && lead.tag.is_verb() && !(noun_too && before == Tag::Determiner) {
            return Tag::Ing;
        }
        match () {
            () if self.is_led_as_noun() && next_is_nominal && !begins => Tag::Adjective,
            () if self.is_led_as_noun() && before != Tag::Number => Tag::Noun,
            () if self.may(ClauseClass::ADJECTIVE) && next_is_nominal && !begins => Tag::Adjective,
            () if self.may(ClauseClass::ADJECTIVE) && lead.may.is(ClauseClass::COPULA) => Tag::Adjective,
            () if before == Tag::Preposition && self.may(ClauseClass::INTRANSITIVE) && next_is_nominal && !begins => {
                Tag::Adjective
            }
            // "The Mill Lane shooting that left one dead".
            () if noun_too && self.next().may.is(ClauseClass::THAT) => Tag::Noun,
            () if noun_too && (begins || before == Tag::Plural) => Tag::Ing,
            () if noun_too => Tag::Noun,
            () => Tag::Ing,
        }
    }

    /// "report", "reports": a noun or a verb.
    fn base_or_present(&self) -> Tag {
        let noun = if self.may(ClauseClass::PRESENT) { Tag::Plural } else { Tag::Noun };
        let verb = if self.may(ClauseClass::PRESENT) { Tag::Present } else { Tag::Base };
        if self.expects_base() && self.may(ClauseClass::BASE) {
            return Tag::Base;
        }
        if self.may(ClauseClass::ADJECTIVE) && !self.reads_as_verb() {
            return self.adjective_or_adverb().unwrap_or(Tag::Adjective);
        }
        if !self.may(ClauseClass::NOUN_TOO) {
            let is_noun = self.is_led_as_noun() && (self.before().tag != Tag::Number || self.may(ClauseClass::BASE))
                || self.before().tag == Tag::Preposition && !self.begins_noun_phrase(self.at + 1)
                || self.before().tag == Tag::Number
                    && self.may(ClauseClass::PRESENT)
                    && !self.begins_noun_phrase(self.at + 1);
            let adverb = self.may(ClauseClass::ADVERB) && !self.reads_as_verb();
            return if is_noun {
                noun
            } else if adverb {
                Tag::Adverb
            } else {
                verb
            };
        }
        if self.reads_as_verb() { verb } else { noun }
    }

    /// Whether a word that may be a noun or adjective is the verb here.
    fn reads_as_verb(&self) -> bool {
        let (lead, next) = (self.lead(), self.next());
        let begins = self.begins_noun_phrase(self.at + 1);
        // "The ministry notes, "..."", "the findings show pollution is bad".
        let quotes = next.tag == Tag::Quote || next.tag == Tag::Comma && self.unit(self.at + 2).tag == Tag::Quote;
        let says = self.may(ClauseClass::REPORTING);
        let tells =
            || says && self.may_be_nominal(self.at + 1) && self.ahead.before_mark(self.at + 1) && self.is_first_verb();
        let goes_on =
            begins || next.may.is(ClauseClass::TO.and(ClauseClass::THAT).and(ClauseClass::QUESTION)) || quotes && says;
        let is_present = self.may(ClauseClass::PRESENT);
        // "It identifies and features cars".
        let is_sister = self.at >= 2 && is_present && self.unit(self.at - 2).tag == Tag::Present;
        match lead.tag {
            Tag::To | Tag::Modal => self.may(ClauseClass::BASE),
            Tag::Pronoun => self.before().tag != Tag::PossessiveMark && (is_present || !self.is_third(lead)),
            Tag::Relative | Tag::There => !lead.may.is(ClauseClass::POSSESSIVE),
            Tag::That => !self.ahead.before_mark(self.at + 1) && goes_on,
            Tag::Determiner | Tag::Possessive | Tag::PossessiveMark | Tag::Adjective | Tag::Money => false,
            Tag::Number => goes_on && is_present,
            Tag::Noun | Tag::Name if is_present => goes_on || self.is_last_verb(),
            Tag::Plural if !is_present => goes_on || self.is_last_verb() || tells(),
            Tag::Percent if !is_present => goes_on,
            Tag::Name | Tag::Noun if begins && self.plural_waits() => true,
            Tag::Name | Tag::Noun => goes_on && self.lead_is_list() && !next.may.is(ClauseClass::TO),
            Tag::Coordinator if is_sister && self.may_be_nominal(self.at + 1) => true,
            Tag::Coordinator => goes_on && (self.at >= 2 && self.verb_before_coordinator() || begins && !is_present),
            tag if tag.is_mark() => !is_present && begins && !next.capital,
            tag if tag.is_verb() && lead.may.is(ClauseClass::OBJECT_CONTROL) => false,
            _ => false,
        }
    }

    /// Whether no verb stands before in this stretch.
    fn is_first_verb(&self) -> bool {
        let seen = self.units.get(self.at.saturating_sub(16)..self.at).unwrap_or_default();
        !seen
            .iter()
            .rev()
            .take_while(|unit| !ends_stretch(unit.tag))
            .any(|unit| unit.tag.is_verb() || unit.tag == Tag::Modal)
    }

    /// "Members of the council live": a plural stands before, and no verb yet.
    fn plural_waits(&self) -> bool {
        let seen = self.units.get(self.at.saturating_sub(16)..self.at).unwrap_or_default();
        let fresh = || seen.iter().rev().take_while(|unit| !ends_stretch(unit.tag));
        fresh().any(|unit| unit.tag == Tag::Plural)
            && fresh().any(|unit| unit.tag == Tag::Preposition)
            && !fresh().any(|unit| unit.tag.is_verb() || unit.tag == Tag::Modal)
    }

    fn is_third(&self, pronoun: &ClauseUnit) -> bool {
        pronoun.may.is(ClauseClass::THIRD)
    }

    /// "Lee and Wu report": the noun before is the last of a list.
    fn lead_is_list(&self) -> bool {
        (2..=4).any(|back| self.at > back && self.unit(self.at - back).tag == Tag::Coordinator)
    }

    fn verb_before_coordinator(&self) -> bool {
        let before = self.units.get(self.at.saturating_sub(8)..self.at - 1).unwrap_or_default();
        before.iter().any(|unit| matches!(unit.tag, Tag::Base | Tag::Present | Tag::To | Tag::Modal))
    }

    /// No verb stands before or behind in this stretch: "Bomb attack rocks Orvane", "Plane crashes in Orvane".
    fn is_last_verb(&self) -> bool {
        let seen = self.units.get(self.at.saturating_sub(16)..self.at).unwrap_or_default();
        let mut fresh = seen.iter().rev().take_while(|unit| !ends_stretch(unit.tag));
        let opener = fresh.any(|unit| matches!(unit.tag, Tag::Preposition));
        self.is_first_verb() && (!opener || self.may_be_nominal(self.at + 1)) && !self.ahead.before_mark(self.at + 1)
    }
}

/// What a clause may begin behind.
fn ends_stretch(tag: Tag) -> bool {
    tag.is_mark() || matches!(tag, Tag::Coordinator | Tag::Subordinator | Tag::Either | Tag::That | Tag::Relative)
}
