//! Phrases that a desk would write for what articles say: one for each way in which a value is tied to its words.

use crate::{
    align::SharedAspect,
    claim::{Tie, TieSort, TieWord, WordsBetween},
    kind::count,
    lexicon::{Class, ClauseClass, Lexicon},
    value::Kind,
};
use std::{cmp::Reverse, collections::BTreeMap};

/// So many phrases are tried for one topic.
const MOST: usize = 24;

/// A quotation of more words is no name for what it says.
const LONGEST_QUOTATION: usize = 8;

/// The kind of a topic on an aspect: a number of things is a count.
pub(super) fn kind_of(aspect: &SharedAspect) -> Kind {
    if aspect.kind.is_bare() { Kind::of(&count::ENTRY) } else { aspect.kind }
}

/// The phrases to try, those that are said most often first.
pub(super) fn candidates(aspect: &SharedAspect, lexicon: &Lexicon) -> Vec<String> {
    let hole = format!("<{}>", kind_of(aspect).name());
    let mut often: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let writer = PhraseWriter { hole: &hole, lexicon, ties: &aspect.ties };
    let said = aspect.ties.iter().flat_map(|tie| writer.phrases(tie).into_iter().chain(writer.in_order(tie)));
    let is_quoted = !kind_of(aspect).has_hole();
    let is_telling = |thing: &str| if is_quoted { is_plain(thing) } else { !is_anybody(thing, lexicon) };
    let things = aspect.things.iter().filter(|thing| aspect.ties.is_empty() && is_telling(thing));
    let counted = things.map(|thing| if is_quoted { thing.to_lowercase() } else { format!("{hole} {thing}") });
    for (order, phrase) in said.chain(counted).enumerate() {
        often.entry(phrase).or_insert((0, order)).0 += 1;
    }
    let mut phrases: Vec<(String, (usize, usize))> = often.into_iter().collect();
    phrases.sort_by_key(|(_, (number, order))| (Reverse(*number), *order));
    phrases.into_iter().map(|(phrase, _)| phrase).take(MOST).collect()
}

struct PhraseWriter<'w> {
    hole: &'w str,
    lexicon: &'w Lexicon,
    ties: &'w [Tie],
}

impl PhraseWriter<'_> {
    fn phrases(&self, tie: &Tie) -> Vec<String> {
        let (hole, governor) = (self.hole, word(&tie.governor));
        let thing = tie.thing.as_ref().map(word);
        // Who takes part may have a name.
        let other = tie.other.as_ref().map(|other| other.written.as_str());
        match (&tie.sort, thing) {
            (TieSort::Undergoer, Some(thing)) => self.done(tie).map(|done| format!("{hole} {thing} {done}")).collect(),
            (TieSort::Undergoer, None) => self.done(tie).map(|done| format!("{hole} {done}")).collect(),
            (TieSort::Doer, thing) => vec![format!("{hole} {} {governor}", thing.unwrap_or_default())],
            (TieSort::Amount, thing) => {
                let of = thing.map(|thing| format!("{hole} {thing} {governor}"));
                let by = other.map(|other| vec![format!("{other} {governor} {hole}")]);
                let alone = || vec![format!("{hole} {governor}"), format!("{governor} {hole}")];
                of.into_iter().chain(by.unwrap_or_else(alone)).collect()
            }
            (TieSort::When, _) => match other {
                Some(other) => vec![format!("{other} {governor} on {hole}")],
                None => {
                    vec![format!("{governor} on {hole}"), format!("{governor} at {hole}"), format!("{hole} {governor}")]
                }
            },
            (TieSort::Behind(preposition), thing) => {
                let thing = thing.map(|thing| format!(" {thing}")).unwrap_or_default();
                let by = other.map(|other| format!("{other} {governor} {preposition} {hole}{thing}"));
                by.into_iter().chain([format!("{governor} {preposition} {hole}{thing}")]).collect()
            }
        }
    }

    /// The words as they stand: what no relation finds is found so.
    fn in_order(&self, tie: &Tie) -> Option<String> {
        match tie.between.as_ref()? {
            // Only the first word may have its capital from the start of a sentence.
            WordsBetween::Before(words) => {
                let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
                Some(format!("{} {rest}", lowered(first)).trim_end().to_string() + " " + self.hole)
            }
            WordsBetween::Behind(words) => Some(format!("{} {words}", self.hole)),
        }
    }

    /// The governing word in the form that stands behind those to whom it is done: "rescued" for "rescuing".
    fn done(&self, tie: &Tie) -> impl Iterator<Item = String> {
        let own = word(&tie.governor);
        let forms = self.ties.iter().map(|tie| word(&tie.governor)).find(|form| self.is_participle(form));
        let regular = self.lexicon.clauses().verb(&own).and_then(|base| self.regular(base));
        let known = if self.is_participle(&own) { None } else { forms.or(regular) };
        known.into_iter().chain([own])
    }

    fn is_participle(&self, form: &str) -> bool {
        self.lexicon.clauses().class(form).is(ClauseClass::PARTICIPLE)
    }

    fn regular(&self, base: &str) -> Option<String> {
        let last: String = base.chars().last().into_iter().collect();
        let forms = [format!("{base}ed"), format!("{base}d"), format!("{base}{last}ed")];
        forms.into_iter().find(|form| self.is_participle(form) && self.lexicon.clauses().verb(form) == Some(base))
    }
}

/// A word as a phrase has it: in small letters, unless it is an acronym.
fn word(word: &TieWord) -> String {
    lowered(&word.written)
}

/// A word in small letters, but an acronym.
fn lowered(word: &str) -> String {
    if word.chars().skip(1).any(char::is_uppercase) { word.to_string() } else { word.to_lowercase() }
}

/// Whether a noun is for people of any sort: a phrase of no more than that finds all of them.
fn is_anybody(thing: &str, lexicon: &Lexicon) -> bool {
    thing.split_whitespace().next_back().is_some_and(|noun| lexicon.look_up(noun).is(Class::PEOPLE))
}

/// Whether the words of a quotation may stand in a phrase as they are, and are not just one or a whole speech.
fn is_plain(words: &str) -> bool {
    let number = words.split_whitespace().count();
    (2..=LONGEST_QUOTATION).contains(&number)
        && words.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '\'' | '-'))
}
