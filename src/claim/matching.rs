//! A compiled phrase run over one sentence: linear in the sentence, whatever the phrase.

use super::program::{Program, Step};
use crate::{
    lexicon::{Class, Lexicon},
    text::{Sentence, Text, TokenKind},
};

/// A gap is at most so many words long.
pub(super) const LONGEST_GAP: usize = 30;
/// So many adverbs and auxiliaries are passed over between two words of a phrase.
const MOST_PASSED_OVER: usize = 4;

/// Where a phrase stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// The mention that fills its hole: an index into those of the sentence.
    pub(super) hole: Option<usize>,
}

/// A mention of the sentence that may fill a hole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filler {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether "of" may follow without being written: "dozens of troops".
    pub(super) takes_of: bool,
    /// Its index among the mentions.
    pub(super) mention: usize,
}

/// One sentence with the numbers of its words, to run phrases over.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a Text<'a>,
    lexicon: &'a Lexicon,
    pub(super) first: usize,
    pub(super) end: usize,
    /// The number of each token's key.
    words: &'a [u32],
    /// Words written with a hyphen, as one word: the token they begin at, the number of their key, one past them.
    joined: &'a [(usize, u32, usize)],
}

impl<'a> Line<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        lexicon: &'a Lexicon,
        sentence: &Sentence,
        words: &'a [u32],
        joined: &'a [(usize, u32, usize)],
    ) -> Self {
        Self { text, lexicon, first: sentence.first, end: sentence.end, words, joined }
    }

    /// Every match of a phrase: at each place the one with the shortest gaps; of matches that share a mention, the first
    /// that is shortest.
    pub(super) fn matches(&self, program: &Program, fillers: &[Filler]) -> Vec<Match> {
        let mut run = Run {
            line: self,
            program,
            fillers,
            failed: vec![false; program.steps.len() * (self.end - self.first + 1)],
        };
        let mut found: Vec<Match> = Vec::new();
        for first in self.first..self.end {
            let Some((end, hole)) = run.step(program.start, first, Place::Start) else { continue };
            let new = Match { first, end, hole };
            match found.iter_mut().find(|old| old.hole == new.hole && (new.hole.is_some() || new.first < old.end)) {
                Some(old) if new.end - new.first < old.end - old.first => *old = new,
                Some(_) => {}
                None => found.push(new),
            }
        }
        found
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        if at < self.end { self.text.token(at).kind } else { TokenKind::End }
    }

    pub(super) fn number(&self, at: usize) -> u32 {
        at.checked_sub(self.first).and_then(|index| self.words.get(index)).copied().unwrap_or(0)
    }

    /// Whether phrases pass over the token: hyphens, the stops of abbreviations, brackets' no, adverbs and auxiliaries.
    fn is_joint(&self, at: usize) -> bool {
        match self.kind(at) {
            TokenKind::Hyphen | TokenKind::AbbreviationStop => true,
            TokenKind::Dash => self.text.written(at) == "-",
            _ => false,
        }
    }

    fn is_passed_over(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Word && self.lexicon.word(self.text.token(at).word).is(Class::PASSED_OVER)
    }

    /// The places where the next word of a phrase may stand: here, behind hyphens, behind adverbs and auxiliaries.
    pub(super) fn adjacent(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let mut next = Some(at);
        let mut passed = 0;
        std::iter::from_fn(move || {
            let here = next?;
            next = if self.is_joint(here) {
                Some(here + 1)
            } else if self.is_passed_over(here) && passed < MOST_PASSED_OVER {
                passed += 1;
                Some(here + 1)
            } else {
                None
            };
            Some(here)
        })
    }

    /// The places where a value may stand: here, and behind "the", "a", "another", "the other".
    pub(super) fn past_determiners(&self, at: usize) -> impl Iterator<Item = usize> + use<'a> {
        let line = *self;
        let is_determiner = move |here: usize| {
            let word = line.lexicon.word(line.text.token(here).word);
            line.kind(here) == TokenKind::Word
                && (word.is(Class::ARTICLE.and(Class::SHARE)) || line.text.written(here).eq_ignore_ascii_case("the"))
        };
        (at..=at + 2).scan(true, move |goes_on, here| {
            let stands = *goes_on;
            *goes_on = stands && is_determiner(here);
            stands.then_some(here)
        })
    }

    /// One past the word of this number that begins at `at`.
    pub(super) fn word_at(&self, at: usize, number: u32) -> Option<usize> {
        if at < self.end && self.number(at) == number {
            return Some(at + 1);
        }
        self.joined.iter().find(|(first, joined, _)| *first == at && *joined == number).map(|(_, _, end)| *end)
    }
}

/// What stands before a step: nothing, or a word of the phrase that the next must follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Behind,
    BehindVague,
}

struct Run<'a> {
    line: &'a Line<'a>,
    program: &'a Program,
    fillers: &'a [Filler],
    /// Steps that were tried at a token and failed: none is tried twice.
    failed: Vec<bool>,
}

type Found = (usize, Option<usize>);

impl Run<'_> {
    fn slot(&self, step: usize, at: usize) -> usize {
        step * (self.line.end - self.line.first + 1) + (at - self.line.first)
    }

    fn step(&mut self, step: usize, at: usize, place: Place) -> Option<Found> {
        // The first word of a match stands where it stands: only what follows may pass over words.
        let memo = (place != Place::Start).then(|| self.slot(step, at.min(self.line.end)));
        if memo.is_some_and(|slot| self.failed.get(slot).copied().unwrap_or(true)) {
            return None;
        }
        let found = self.run(step, at, place);
        if let (None, Some(slot), true) = (&found, memo, place == Place::Behind)
            && let Some(failed) = self.failed.get_mut(slot)
        {
            *failed = true;
        }
        found
    }

    fn run(&mut self, step: usize, at: usize, place: Place) -> Option<Found> {
        let (line, program) = (self.line, self.program);
        match program.steps.get(step)? {
            Step::Accept => Some((at, None)),
            Step::Split(nexts) => nexts.iter().find_map(|next| self.step(*next, at, place)),
            Step::Word(number, next) => self.places(at, place).into_iter().find_map(|here| {
                let end = line.word_at(here, *number)?;
                self.step(*next, end, Place::Behind)
            }),
            Step::Exact(word, next) => self.places(at, place).into_iter().find_map(|here| {
                let is_word = here < line.end && line.text.written(here) == &**word;
                if is_word { self.step(*next, here + 1, Place::Behind) } else { None }
            }),
            Step::Possessive(next) => {
                if line.kind(at) == TokenKind::Possessive {
                    self.step(*next, at + 1, Place::Behind)
                } else {
                    None
                }
            }
            Step::Mark(mark, next) => {
                let here = at < line.end && line.text.written(at).starts_with(*mark);
                if here { self.step(*next, at + 1, Place::Behind) } else { None }
            }
            Step::Hole(next) => self.hole(at, place, None, *next),
            Step::HoleWith(number, next) => self.hole(at, place, Some(*number), *next),
            Step::Gap(next) => self.gap(at, *next),
        }
    }

    fn places(&self, at: usize, place: Place) -> Vec<usize> {
        match place {
            Place::Start => vec![at],
            Place::Behind => self.line.adjacent(at).collect(),
            Place::BehindVague => {
                let mut places: Vec<usize> = self.line.adjacent(at).collect();
                if self.line.text.written(at).eq_ignore_ascii_case("of") {
                    places.push(at + 1);
                }
                places
            }
        }
    }

    /// A value, which holds a word where one is given.
    fn hole(&mut self, at: usize, place: Place, held: Option<u32>, next: usize) -> Option<Found> {
        let line = self.line;
        let places = self.places(at, place);
        places.into_iter().flat_map(|here| line.past_determiners(here)).find_map(|here| self.fill(here, held, next))
    }

    fn fill(&mut self, at: usize, held: Option<u32>, next: usize) -> Option<Found> {
        let index = self.fillers.binary_search_by_key(&at, |filler| filler.first).ok()?;
        let filler = *self.fillers.get(index)?;
        let holds = |word: u32| (filler.first..filler.end).any(|token| self.line.number(token) == word);
        if !held.is_none_or(holds) {
            return None;
        }
        let place = if filler.takes_of { Place::BehindVague } else { Place::Behind };
        let (end, _) = self.step(next, filler.end, place)?;
        Some((end, Some(filler.mention)))
    }

    /// The shortest run of words behind which the rest matches, not across the edge of a quotation.
    fn gap(&mut self, at: usize, next: usize) -> Option<Found> {
        let mut words = 0;
        for here in at..self.line.end {
            if let Some(found) = self.step(next, here, Place::Behind) {
                return Some(found);
            }
            match self.line.kind(here) {
                TokenKind::DoubleQuote => return None,
                TokenKind::Word | TokenKind::Number => words += 1,
                _ => {}
            }
            if words > LONGEST_GAP {
                return None;
            }
        }
        None
    }
}
