//! Verb groups: a verb with its auxiliaries, adverbs and negations between.

use super::{
    node::{VerbForm, VerbGroup, VerbTense, Voice},
    unit::{ClauseUnit, Tag},
};
use crate::lexicon::ClauseClass;

/// A verb group with its adverbs, and the unit behind it.
pub(super) struct GroupRead {
    pub group: VerbGroup,
    pub adverbs: Vec<usize>,
    pub next: usize,
}

/// So many adverbs and negations may stand between two words of a group.
const BETWEEN: usize = 3;

/// Reads the verb group that begins at a unit.
pub(super) fn read(units: &[ClauseUnit], at: usize) -> Option<GroupRead> {
    let first = units.get(at)?;
    if !first.tag.is_verb() && !matches!(first.tag, Tag::Modal | Tag::To) {
        return None;
    }
    let mut reader =
        GroupReader { units, modal: None, helped: false, passive: false, perfect: false, group_at: Vec::new() };
    let head = reader.head(at);
    Some(reader.finish(at, head))
}

struct GroupReader<'a> {
    units: &'a [ClauseUnit],
    modal: Option<usize>,
    helped: bool,
    passive: bool,
    perfect: bool,
    /// The units of the group but adverbs.
    group_at: Vec<usize>,
}

impl GroupReader<'_> {
    /// The next word behind a unit that is no adverb or negation.
    fn following(&self, at: usize) -> usize {
        let mut next = at + 1;
        let is_between = |unit: &ClauseUnit| matches!(unit.tag, Tag::Adverb | Tag::Negation);
        while next <= at + BETWEEN && self.units.get(next).is_some_and(is_between) {
            next += 1;
        }
        next
    }

    /// From auxiliary to auxiliary, up to the verb itself.
    fn head(&mut self, mut at: usize) -> usize {
        loop {
            self.group_at.push(at);
            let next = self.following(at);
            if !self.is_auxiliary(at, next) {
                return at;
            }
            self.helped = true;
            at = next;
        }
    }

    /// Whether a unit helps the next one; what that makes of the group is kept.
    fn is_auxiliary(&mut self, at: usize, next: usize) -> bool {
        let (Some(unit), Some(verb)) = (self.units.get(at), self.units.get(next)) else { return false };
        let is_past =
            matches!(verb.tag, Tag::Ed | Tag::Participle) || verb.may.is(ClauseClass::PARTICIPLE) && verb.tag.is_verb();
        let has = |class| unit.may.is(class) && unit.tag.is_verb();
        match () {
            () if matches!(unit.tag, Tag::Modal | Tag::To) => {
                let goes_on = verb.tag == Tag::Base;
                if unit.tag == Tag::Modal {
                    self.modal = Some(at);
                }
                goes_on
            }
            () if has(ClauseClass::BE) && verb.tag == Tag::Ing => true,
            () if has(ClauseClass::HAVE) && is_past && (!has(ClauseClass::BE) || verb.may.is(ClauseClass::BE)) => {
                self.perfect = true;
                true
            }
            () if has(ClauseClass::BE) && is_past && !verb.may.is(ClauseClass::BE) => {
                self.passive = true;
                true
            }
            () if has(ClauseClass::DO) => verb.tag == Tag::Base,
            () if has(ClauseClass::GET) && next == at + 1 && is_past && verb.may.is(ClauseClass::TRANSITIVE) => {
                self.passive = true;
                true
            }
            () => false,
        }
    }

    fn finish(self, at: usize, head: usize) -> GroupRead {
        let unit = |at: usize| self.units.get(at);
        let first = unit(at).map_or(0, |unit| unit.first);
        let main = unit(head);
        let inner = self.units.get(at..head).unwrap_or_default();
        let adverbs = inner.iter().filter(|unit| unit.tag == Tag::Adverb).map(|unit| unit.first).collect();
        // "never": an adverb among the negations; "was not", where no verb follows.
        let behind = unit(head + 1).filter(|next| next.tag == Tag::Negation && !self.helped && self.is_helper(head));
        let is_only = |next: Option<&ClauseUnit>| next.is_some_and(|next| next.may.is(ClauseClass::NOT_ONLY));
        let denies = |(index, unit): (usize, &ClauseUnit)| unit.tag == Tag::Negation && !is_only(inner.get(index + 1));
        let negated = inner.iter().enumerate().any(denies)
            || behind.is_some()
            || at.checked_sub(1).and_then(unit).is_some_and(|before| before.tag == Tag::Negation);
        let form = self.form(at, head);
        let group = VerbGroup {
            first,
            end: behind.or(main).map_or(first, |unit| unit.end),
            head: main.map_or(first, |unit| unit.end.saturating_sub(1)),
            form,
            tense: self.tense(at, form),
            voice: self.voice(form),
            modal: self.modal.and_then(unit).filter(|unit| !unit.may.is(ClauseClass::WILL)).map(|unit| unit.first),
            negated,
            lemma: main.map_or(ClauseClass::NONE, |unit| unit.may),
            helped: self.helped,
            either: !self.helped && main.is_some_and(|unit| unit.tag == Tag::Ed),
            bare: !self.helped && main.is_some_and(|unit| unit.tag == Tag::Base),
        };
        GroupRead { group, adverbs, next: head + 1 + usize::from(behind.is_some()) }
    }

    fn is_helper(&self, at: usize) -> bool {
        let helper = ClauseClass::BE.and(ClauseClass::DO).and(ClauseClass::HAVE).and(ClauseClass::MODAL);
        self.units.get(at).is_some_and(|unit| unit.may.is(helper))
    }

    fn form(&self, at: usize, head: usize) -> VerbForm {
        match self.units.get(at).map(|unit| unit.tag) {
            Some(Tag::To) => VerbForm::Infinitive,
            Some(Tag::Ing) => VerbForm::Ing,
            Some(Tag::Participle | Tag::Ed) if at == head => VerbForm::Participle,
            Some(Tag::Participle) => VerbForm::Participle,
            _ => VerbForm::Finite,
        }
    }

    fn tense(&self, at: usize, form: VerbForm) -> VerbTense {
        let first = self.units.get(at);
        match form {
            VerbForm::Finite if first.is_some_and(|unit| unit.may.is(ClauseClass::WILL)) => VerbTense::Future,
            VerbForm::Finite if self.perfect => VerbTense::Past,
            VerbForm::Finite if first.is_some_and(|unit| matches!(unit.tag, Tag::Past | Tag::Ed)) => VerbTense::Past,
            VerbForm::Finite => VerbTense::Present,
            VerbForm::Infinitive | VerbForm::Participle | VerbForm::Ing => VerbTense::Untensed,
        }
    }

    fn voice(&self, form: VerbForm) -> Voice {
        if self.passive || form == VerbForm::Participle && !self.perfect { Voice::Passive } else { Voice::Active }
    }
}
