//! The words around a value of which phrases can be made.

use super::sought::{TellingSort, tells};
use crate::{
    claim::line::NumberedSentence,
    lexicon::{Class, Lexicon},
    mention::Mention,
    text::{Initial, TokenKind},
};
use std::ops::Range;

/// So many words on one side of a value are looked at.
const MOST: usize = 7;

/// A word of the topic is looked for so many tokens away.
const FAR: usize = 25;

/// The words around a value, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AroundValue {
    /// Those right before it.
    pub before: Vec<AroundWord>,
    /// Those right behind it.
    pub behind: Vec<AroundWord>,
    /// How many of those behind it name the thing that it counts.
    pub thing: usize,
    /// The nearest words of the topic before it, where they stand further off.
    pub far_before: Option<String>,
    /// The nearest behind it.
    pub far_behind: Option<String>,
}

/// A word beside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AroundWord {
    /// As a phrase has it.
    pub written: String,
    /// How much it says.
    pub weight: WordWeight,
}

/// How much a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordWeight {
    /// Every sentence has it.
    Small,
    /// Something.
    Telling,
}

/// A value in its sentence.
pub(super) struct Surroundings<'a> {
    pub(super) line: NumberedSentence<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// The values of the sentence.
    pub(super) mentions: &'a [Mention],
    /// The tokens of the value.
    pub(super) place: Range<usize>,
    /// The tokens that are words of the topic.
    pub(super) told: &'a [(usize, TellingSort)],
}

impl Surroundings<'_> {
    pub(super) fn read(&self) -> AroundValue {
        let before = self.side((self.line.first..self.place.start).rev());
        let behind = self.side(self.place.end..self.line.end);
        let first = before.last().map_or(self.place.start, |(at, _)| *at);
        let end = behind.last().map_or(self.place.end, |(at, _)| at + 1);
        let own = |at: &usize| self.told.contains(&(*at, TellingSort::Own));
        let is_own = |at: &usize| own(at) || self.line.is_joint(*at);
        let mut free_before = (self.line.first.max(first.saturating_sub(FAR))..first).rev();
        let mut free_behind = end..self.line.end.min(end + FAR);
        let far_before = free_before.by_ref().take_while(|at| !self.is_edge(*at)).find(own);
        let far_behind = free_behind.by_ref().take_while(|at| !self.is_edge(*at)).find(own);
        let words = |side: Vec<(usize, AroundWord)>| side.into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        AroundValue {
            before: words(before).into_iter().rev().collect(),
            thing: self.thing(),
            behind: words(behind),
            far_before: far_before.map(|at| self.run((self.line.first..=at).rev().take_while(is_own).last(), Some(at))),
            far_behind: far_behind.map(|at| self.run(Some(at), (at..self.line.end).take_while(is_own).last())),
        }
    }

    /// The words on one side, from the value outwards, up to a mark or a figure.
    fn side(&self, tokens: impl Iterator<Item = usize>) -> Vec<(usize, AroundWord)> {
        let mut words = Vec::new();
        for at in tokens {
            match self.line.kind(at) {
                TokenKind::Hyphen | TokenKind::AbbreviationStop => continue,
                TokenKind::Possessive => {
                    words.push((at, AroundWord { written: "'s".to_string(), weight: WordWeight::Small }));
                    continue;
                }
                TokenKind::Word if !self.is_in_figure(at) && is_plain(self.line.text.written(at)) => {}
                _ => break,
            }
            let written = self.line.text.written(at);
            // Right beside the value a phrase passes over it; between its words a reader wants it.
            if words.is_empty() && self.lexicon.look_up(written).is(Class::PASSED_OVER) {
                continue;
            }
            let weight = if tells(written, self.lexicon) { WordWeight::Telling } else { WordWeight::Small };
            words.push((at, AroundWord { written: self.written(at), weight }));
            if words.len() >= MOST {
                break;
            }
        }
        words
    }

    /// Whether a token is part of another value that is a figure.
    fn is_in_figure(&self, at: usize) -> bool {
        let holds = |mention: &Mention| mention.first <= at && at < mention.end && !mention.value.kind.facts().wide;
        self.mentions.iter().any(holds)
    }

    /// How many words behind the value name the thing that it counts.
    fn thing(&self) -> usize {
        let own = self.mentions.iter().find(|mention| mention.first == self.place.start);
        let of = own.and_then(|mention| mention.value.content.amount()?.of.as_deref()).unwrap_or_default();
        let words = of.split_whitespace().zip(self.place.end..self.line.end);
        words.take_while(|(word, at)| word.eq_ignore_ascii_case(self.line.text.written(*at))).count()
    }

    /// The words of some tokens.
    fn run(&self, first: Option<usize>, last: Option<usize>) -> String {
        let tokens = first.zip(last).into_iter().flat_map(|(first, last)| first..=last);
        let words = tokens.filter(|at| !self.line.is_joint(*at)).map(|at| self.written(at));
        words.collect::<Vec<_>>().join(" ")
    }

    fn is_edge(&self, at: usize) -> bool {
        self.line.kind(at) == TokenKind::DoubleQuote
    }

    /// A word in small letters, but names and acronyms.
    fn written(&self, at: usize) -> String {
        let written = self.line.text.written(at);
        let is_acronym = written.chars().skip(1).any(char::is_uppercase);
        let is_name = at > self.line.first && self.line.text.token(at).initial == Initial::Capital;
        if is_acronym || is_name { written.to_string() } else { written.to_lowercase() }
    }
}

/// Whether a word may stand in a phrase as it is.
fn is_plain(word: &str) -> bool {
    word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '.' | '\'' | '’'))
}
