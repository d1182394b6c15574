//! Phrases that a desk would write for what articles say: one for each way in which a value is tied to its words.

use crate::{
    align::SharedAspect,
    claim::{AroundWord, NearValue, Tie, TieSort, TieWord, WordWeight, WordsBetween},
    kind::count,
    lexicon::{Class, ClauseClass, Lexicon},
    value::{Kind, ValueTie},
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

/// The phrases to try for one value with the words around it, the most general first: what it is of, a word or two on one
/// side or both, and a word of its topic further off.
pub(super) fn of_value(near: &NearValue, kind: Kind, lexicon: &Lexicon) -> Vec<String> {
    let hole = format!("<{}>", kind.name());
    let writer = PhraseWriter { hole: &hole, lexicon, ties: near.tie.as_slice() };
    let mut phrases: Vec<String> =
        near.tie.iter().flat_map(|tie| writer.phrases(tie).into_iter().chain(writer.in_order(tie))).collect();
    let around = &near.around;
    let before: Vec<String> = (1..=MOST_BESIDE).filter_map(|number| last(&around.before, number)).collect();
    // "26 Somali pirates" are counted as these, and not as Somali.
    let is_whole = |words: &String| words.split_whitespace().count() >= around.thing;
    let behind = (1..=MOST_BESIDE).filter_map(|number| first(&around.behind, number)).filter(is_whole);
    let behind: Vec<String> = behind.collect();
    let nearest = (before.first(), behind.first());
    let both = nearest.0.zip(nearest.1).map(|(before, behind)| joined(&format!("{before} {hole}"), behind));
    phrases.extend(both.clone());
    phrases.extend(before.iter().map(|before| format!("{before} {hole}")));
    phrases.extend(behind.iter().map(|behind| joined(&hole, behind)));
    let led = nearest.0.map(|before| format!("{before} {hole}"));
    let followed = nearest.1.map(|behind| joined(&hole, behind));
    // A number may count anything where nothing stands beside it.
    let is_alone = kind.facts().tie != ValueTie::Counts;
    let small = smallest(&around.before).map(|small| format!("{small} {hole}"));
    let alone = small.into_iter().chain([hole.clone()]).filter(|_| is_alone);
    let beside: Vec<String> = led.into_iter().chain(followed).chain(both).chain(alone).collect();
    let far_before = around.far_before.iter().flat_map(|far| beside.iter().map(move |one| format!("{far} ... {one}")));
    let far_behind = around.far_behind.iter().flat_map(|far| beside.iter().map(move |one| format!("{one} ... {far}")));
    phrases.extend(far_before.chain(far_behind));
    phrases
}

/// So many words that say something stand in a phrase on one side of its hole.
const MOST_BESIDE: usize = 3;

/// The words before a value, from the last so many that say something on.
fn last(words: &[AroundWord], number: usize) -> Option<String> {
    let telling = words.iter().enumerate().rev().filter(|(_, word)| word.weight == WordWeight::Telling);
    let (from, _) = telling.take(number).enumerate().find(|(index, _)| index + 1 == number)?.1;
    words.get(from..).map(written)
}

/// The words behind a value, up to the first so many that say something.
fn first(words: &[AroundWord], number: usize) -> Option<String> {
    let telling = words.iter().enumerate().filter(|(_, word)| word.weight == WordWeight::Telling);
    let (to, _) = telling.take(number).enumerate().find(|(index, _)| index + 1 == number)?.1;
    words.get(..=to).map(written)
}

/// The small words right before a value.
fn smallest(words: &[AroundWord]) -> Option<String> {
    let from = words.iter().rposition(|word| word.weight == WordWeight::Telling).map_or(0, |at| at + 1);
    words.get(from..).filter(|words| !words.is_empty()).map(written)
}

fn written(words: &[AroundWord]) -> String {
    words.iter().fold(
        String::new(),
        |text, word| if text.is_empty() { word.written.clone() } else { joined(&text, &word.written) },
    )
}

/// Two words, or a word and "'s".
fn joined(before: &str, behind: &str) -> String {
    if behind.starts_with("'s") { format!("{before}{behind}") } else { format!("{before} {behind}") }
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
                Some(other) => ["on", "in"].map(|small| format!("{other} {governor} {small} {hole}")).to_vec(),
                None => {
                    let led = ["on", "at", "in"].map(|small| format!("{governor} {small} {hole}"));
                    led.into_iter().chain([format!("{hole} {governor}")]).collect()
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
