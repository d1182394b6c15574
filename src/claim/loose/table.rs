//! The table of a phrase's steps by a sentence's tokens: in each cell the cheapest way from there to the phrase's end.
//!
//! It is filled once, and each cell looks ahead a fixed number of tokens: the time grows with the sentence and with the
//! phrase, and no faster.

use super::{Sort, Step, Words};
use crate::{
    claim::matching::{Filler, LONGEST_GAP},
    text::TokenKind,
};

/// What a broken demand costs: the sum says how far words are from being a claim.
pub(in crate::claim) mod price {
    /// A word of the phrase that is nowhere in the sentence.
    pub const MISSING: u32 = 30;
    /// A word of the phrase that stands elsewhere in it.
    pub const ELSEWHERE: u32 = 24;
    /// Words in the way, and one more for each.
    pub const BETWEEN: u32 = 14;
    /// `...` is too long, or crosses the edge of a quotation.
    pub const GAP: u32 = 8;
    /// A mark is missing, or a word is written in another way.
    pub const SPELLING: u32 = 8;
    /// A value of another kind.
    pub const OTHER_KIND: u32 = 20;
    /// No value.
    pub const NO_VALUE: u32 = 40;
    /// What no way costs.
    pub const NEVER: u32 = u32::MAX / 4;
}

/// Words in the way are at most so many tokens.
const REACH: usize = 20;
/// `...` is followed over so many words.
const LONGEST_LOOSE_GAP: usize = 2 * LONGEST_GAP;

/// The cheapest way from a step at a token to the end of the phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) cost: u32,
    /// The step and the token that follow.
    pub(super) to: (usize, usize),
    pub(super) way: Way,
}

/// How a step was passed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Way {
    /// Nothing was read.
    Straight,
    /// Read at a token, as it should be.
    Read(usize),
    /// Read at a token, with words in the way.
    Behind(usize),
    /// A word that is written otherwise.
    Otherwise(usize),
    /// A value in the hole, by its place among those of the kind, and whether words are in the way.
    Filled(usize, bool),
    /// One of another kind, by its place among those of any kind.
    Wrong(usize),
    /// Passed over.
    Skipped,
    /// `...`, so many words long, perhaps over the edge of a quotation.
    Gap(usize, bool),
}

const NOWHERE: Cell = Cell { cost: price::NEVER, to: (0, 0), way: Way::Straight };

/// Cells by step, then by token.
pub(super) struct Table {
    cells: Vec<Cell>,
    first: usize,
    width: usize,
}

impl Table {
    /// Steps lead only to steps before them, so that one pass fills the table.
    pub(super) fn new(steps: &[Step], words: &Words<'_>) -> Self {
        let (first, end) = (words.line.first, words.line.end);
        let width = end - first + 1;
        let mut table = Self { cells: Vec::with_capacity(steps.len() * width), first, width };
        for step in steps {
            for at in first..=end {
                let cell = table.cheapest(step, at, words);
                table.cells.push(cell);
            }
        }
        table
    }

    pub(super) fn get(&self, step: usize, at: usize) -> Option<&Cell> {
        let column = at.checked_sub(self.first).filter(|column| *column < self.width)?;
        self.cells.get(step * self.width + column)
    }

    pub(super) fn cost(&self, step: usize, at: usize) -> u32 {
        self.get(step, at).map_or(price::NEVER, |cell| cell.cost)
    }

    fn cheapest(&self, step: &Step, at: usize, words: &Words<'_>) -> Cell {
        let mut best = match &step.sort {
            Sort::Accept => Cell { cost: 0, ..NOWHERE },
            Sort::Split(nexts) => {
                nexts.iter().fold(NOWHERE, |best, next| self.better(best, *next, at, Way::Straight, 0))
            }
            Sort::Word(number, _) => self.word(step, at, words, |here| words.line.word_at(here, *number)),
            Sort::Exact(number, word) => self.exact(step, at, words, (*number, word)),
            Sort::Possessive => self.mark(step, at, words.line.kind(at) == TokenKind::Possessive),
            Sort::Mark(mark) => {
                self.mark(step, at, at < words.line.end && words.line.text.written(at).starts_with(*mark))
            }
            Sort::Hole(_) => self.hole(step, at, words),
            Sort::Gap => self.gap(step, at, words),
        };
        if let Some(skip) = &step.skip {
            let price = if skip.is_in(words.numbers) { price::ELSEWHERE } else { skip.price };
            best = self.better(best, step.next, at, Way::Skipped, price);
        }
        best
    }

    /// The better of a way and a new one; of two alike the first.
    fn better(&self, best: Cell, next: usize, at: usize, way: Way, price: u32) -> Cell {
        let cost = self.cost(next, at).saturating_add(price).min(price::NEVER);
        if cost < best.cost { Cell { cost, to: (next, at), way } } else { best }
    }

    /// A word here, behind what phrases pass over, or behind words in the way.
    fn word(&self, step: &Step, at: usize, words: &Words<'_>, end: impl Fn(usize) -> Option<usize>) -> Cell {
        let near = words.line.adjacent(at).filter_map(|here| Some((here, end(here)?)));
        let best = near.fold(NOWHERE, |best, (here, end)| self.better(best, step.next, end, Way::Read(here), 0));
        let far = (at + 1..=(at + REACH).min(words.line.end)).filter_map(|here| Some((here, end(here)?)));
        far.fold(best, |best, (here, end)| self.better(best, step.next, end, Way::Behind(here), in_the_way(at, here)))
    }

    /// A word as written; one that only shares its stem costs something.
    fn exact(&self, step: &Step, at: usize, words: &Words<'_>, (number, word): (u32, &str)) -> Cell {
        let line = &words.line;
        let is_written = |here: usize| here < line.end && line.text.written(here) == word;
        let best = self.word(step, at, words, |here| is_written(here).then_some(here + 1));
        let other = line.adjacent(at).filter_map(|here| Some((here, line.word_at(here, number)?)));
        other.fold(best, |best, (here, end)| self.better(best, step.next, end, Way::Otherwise(here), price::SPELLING))
    }

    fn mark(&self, step: &Step, at: usize, is_there: bool) -> Cell {
        if is_there { self.better(NOWHERE, step.next, at + 1, Way::Read(at), 0) } else { NOWHERE }
    }

    /// A value of the kind here or near, one of another kind here, or none.
    fn hole(&self, step: &Step, at: usize, words: &Words<'_>) -> Cell {
        let line = &words.line;
        let places: Vec<usize> = line.adjacent(at).flat_map(|here| line.past_determiners(here)).collect();
        let mut best = NOWHERE;
        let from = words.own.partition_point(|filler| filler.first < at);
        for (index, filler) in words.own.iter().enumerate().skip(from) {
            if filler.first > at + REACH {
                break;
            }
            let is_behind = !places.contains(&filler.first);
            let price = if is_behind { in_the_way(at, filler.first) } else { 0 };
            for end in ends(filler, words) {
                best = self.better(best, step.next, end, Way::Filled(index, is_behind), price);
            }
        }
        for (index, (filler, _)) in words.any.iter().enumerate() {
            if places.contains(&filler.first) {
                best = self.better(best, step.next, filler.end, Way::Wrong(index), price::OTHER_KIND);
            }
        }
        self.better(best, step.next, at, Way::Skipped, price::NO_VALUE)
    }

    /// Any words, at a price where they are too many or end a quotation.
    fn gap(&self, step: &Step, at: usize, words: &Words<'_>) -> Cell {
        let (mut best, mut length, mut crosses) = (NOWHERE, 0_usize, false);
        for here in at..=words.line.end {
            let too_long = length.saturating_sub(LONGEST_GAP);
            let mut price = if crosses { price::GAP } else { 0 };
            if too_long > 0 {
                price += price::GAP + u32::try_from(too_long / 4).unwrap_or(price::GAP);
            }
            best = self.better(best, step.next, here, Way::Gap(length, crosses), price);
            match words.line.kind(here) {
                TokenKind::DoubleQuote => crosses = true,
                TokenKind::Word | TokenKind::Number => length += 1,
                _ => {}
            }
            if length > LONGEST_LOOSE_GAP {
                break;
            }
        }
        best
    }
}

/// What words between two tokens cost.
fn in_the_way(at: usize, here: usize) -> u32 {
    price::BETWEEN + u32::try_from(here.saturating_sub(at)).unwrap_or(price::NEVER)
}

/// Where the next word may stand behind a value: "of" may follow "dozens" without being written.
fn ends(filler: &Filler, words: &Words<'_>) -> impl Iterator<Item = usize> {
    let is_of = filler.takes_of && words.line.text.written(filler.end).eq_ignore_ascii_case("of");
    std::iter::once(filler.end).chain((is_of && filler.end < words.line.end).then_some(filler.end + 1))
}
