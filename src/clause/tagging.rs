//! What part of speech each word is: what the lists allow, settled by the words before it, which are settled already, and
//! by what the next ones may be. One pass forward; no rule looks further than a few words.

use super::{
    unit::{ClauseUnit, Shape, Tag},
    verbs::VerbAhead,
};
use crate::lexicon::{Class, ClauseClass};

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

/// One unit with what stands around it.
struct Tagger<'a> {
    units: &'a [ClauseUnit],
    at: usize,
    ahead: &'a VerbAhead,
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
    fn own(&self) -> &ClauseUnit {
        self.unit(self.at)
    }

    fn unit(&self, at: usize) -> &ClauseUnit {
        self.units.get(at).unwrap_or(&NONE)
    }

    fn may(&self, class: ClauseClass) -> bool {
        self.own().may.is(class)
    }

    fn next(&self) -> &ClauseUnit {
        self.unit(self.at + 1)
    }

    /// The tag before, and the unit.
    fn before(&self) -> &ClauseUnit {
        self.at.checked_sub(1).map_or(&NONE, |before| self.unit(before))
    }

    /// The unit before, adverbs and negations passed over.
    fn lead(&self) -> &ClauseUnit {
        let before = self.units.get(self.at.saturating_sub(REACH)..self.at).unwrap_or_default();
        let passed = |unit: &&ClauseUnit| !matches!(unit.tag, Tag::Adverb | Tag::Negation);
        before.iter().rev().find(passed).unwrap_or(&NONE)
    }

    /// Whether a unit that is not settled yet may be part of a noun phrase, and is no verb for sure.
    fn may_be_nominal(&self, at: usize) -> bool {
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
    fn begins_noun_phrase(&self, at: usize) -> bool {
        let unit = self.unit(at);
        let begins = ClauseClass::DETERMINER
            .and(ClauseClass::POSSESSIVE)
            .and(ClauseClass::OBJECT)
            .and(ClauseClass::SUBJECT)
            .and(ClauseClass::PRONOUN);
        matches!(unit.tag, Tag::Number | Tag::Money) || unit.may.is(begins) || self.is_number(at) || unit.capital
    }

    fn is_number(&self, at: usize) -> bool {
        let unit = self.unit(at);
        unit.tag == Tag::Number || unit.word.is(Class::CARDINAL.and(Class::MAGNITUDE)) && !unit.compound
    }

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

    /// Words of closed classes.
    fn small_word(&self) -> Option<Tag> {
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

    /// Nouns, verbs, adjectives, adverbs.
    fn open_word(&self) -> Tag {
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

    fn noun(&self) -> Tag {
        let own = self.own();
        let is_plural = own.word.is(Class::PLURAL) || own.shape == Shape::S && !own.word.is(Class::SINGULAR);
        if is_plural { Tag::Plural } else { Tag::Noun }
    }

    fn adjective_or_adverb(&self) -> Option<Tag> {
        let own = self.own();
        let adverbial = self.may(ClauseClass::ADVERB) || own.shape == Shape::Ly && !self.may(ClauseClass::NO_ADVERB);
        let adjectival =
            self.may(ClauseClass::ADJECTIVE) || own.may == ClauseClass::NONE && own.shape == Shape::Adjectival;
        if adjectival && adverbial {
            return Some(self.adjective_before_adverb());
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

    /// The form of a verb that is one.
    fn verb_form(&self) -> Tag {
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

    fn verb_or_other(&self) -> Tag {
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
        let goes_on = begins
            || next.may.is(ClauseClass::TO.and(ClauseClass::THAT).and(ClauseClass::QUESTION))
            || next.tag == Tag::Quote && self.may(ClauseClass::REPORTING);
        let is_present = self.may(ClauseClass::PRESENT);
        match lead.tag {
            Tag::To | Tag::Modal => self.may(ClauseClass::BASE),
            Tag::Pronoun => self.before().tag != Tag::PossessiveMark && (is_present || !self.is_third(lead)),
            Tag::Relative | Tag::There => !lead.may.is(ClauseClass::POSSESSIVE),
            Tag::That => !self.ahead.before_mark(self.at + 1) && goes_on,
            Tag::Determiner | Tag::Possessive | Tag::PossessiveMark | Tag::Adjective | Tag::Money => false,
            Tag::Number => goes_on && is_present,
            Tag::Noun | Tag::Name if is_present => goes_on || self.is_last_verb(),
            Tag::Plural if !is_present => goes_on || self.is_last_verb(),
            Tag::Percent if !is_present => goes_on,
            Tag::Name | Tag::Noun if begins && self.plural_waits() => true,
            Tag::Name | Tag::Noun => goes_on && self.lead_is_list() && !next.may.is(ClauseClass::TO),
            Tag::Coordinator => goes_on && (self.at >= 2 && self.verb_before_coordinator() || begins && !is_present),
            tag if tag.is_mark() => !is_present && begins && !next.capital,
            tag if tag.is_verb() && lead.may.is(ClauseClass::OBJECT_CONTROL) => false,
            _ => false,
        }
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
        let fresh = seen.iter().rev().take_while(|unit| !ends_stretch(unit.tag));
        let verb_seen = fresh.clone().any(|unit| unit.tag.is_verb() || unit.tag == Tag::Modal);
        let opener = fresh.clone().any(|unit| matches!(unit.tag, Tag::Preposition));
        !verb_seen && (!opener || self.may_be_nominal(self.at + 1)) && !self.ahead.before_mark(self.at + 1)
    }
}

/// What a clause may begin behind.
fn ends_stretch(tag: Tag) -> bool {
    tag.is_mark() || matches!(tag, Tag::Coordinator | Tag::Subordinator | Tag::Either | Tag::That | Tag::Relative)
}
