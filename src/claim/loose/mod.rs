//! A phrase held loosely against a sentence: the way through it that breaks the fewest of its demands.

mod build;
mod table;

use self::table::{Cell, Table, Way, price};
use super::{
    matching::{Filler, LONGEST_GAP, Line},
    obstacle::Obstacle,
};
use crate::value::Kind;

/// A phrase whose demands may be broken.
#[derive(Debug)]
pub(super) struct Loose {
    /// Each leads to steps before it; the last is where the phrase begins.
    steps: Vec<Step>,
    /// The numbers of its words that say something.
    pub(super) content: Vec<u32>,
}

#[derive(Debug)]
struct Step {
    sort: Sort,
    next: usize,
    /// What is missing where the step is passed over.
    skip: Option<Skip>,
}

#[derive(Debug)]
enum Sort {
    Accept,
    Word(u32, Box<str>),
    Exact(u32, Box<str>),
    Possessive,
    Mark(char),
    Hole(Kind),
    Gap,
    Split(Vec<usize>),
}

#[derive(Clone, Debug)]
struct Skip {
    /// What could have stood there, as written, each with the numbers of its words; a mark has none.
    wanted: Vec<(String, Vec<u32>)>,
    price: u32,
}

/// How far words are from a claim by one phrase, and why.
#[derive(Clone, Debug)]
pub(super) struct Alignment {
    /// The sum of what the broken demands cost.
    pub(super) cost: u32,
    /// The first token of what was found of the phrase.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// The tokens of the value in its hole, be it of another kind.
    pub(super) value: Option<(usize, usize)>,
    /// The demands that are broken, in the order of the phrase.
    pub(super) obstacles: Vec<Obstacle>,
    /// How many words of the phrase that say something are in the sentence.
    pub(super) present: usize,
    /// How many words of the phrase are not.
    pub(super) absent: usize,
    /// How many words of the phrase stand where it has them, those that every sentence has among them.
    pub(super) read: usize,
    /// The numbers of words that stand elsewhere in the sentence.
    elsewhere: Vec<u32>,
}

/// What stands in a sentence, for a phrase to be held against.
pub(super) struct Words<'a> {
    pub(super) line: Line<'a>,
    /// Values of the topic's kind.
    pub(super) own: &'a [Filler],
    /// Values of any kind, with the kind's name.
    pub(super) any: &'a [(Filler, &'a str)],
    /// The numbers of the sentence's words.
    pub(super) numbers: &'a [u32],
}

impl Skip {
    /// What of it stands somewhere in the sentence.
    fn found_in<'s>(&'s self, numbers: &[u32]) -> impl Iterator<Item = &'s (String, Vec<u32>)> {
        let is_in = move |wanted: &[u32]| !wanted.is_empty() && wanted.iter().all(|number| numbers.contains(number));
        self.wanted.iter().filter(move |(_, wanted)| is_in(wanted))
    }

    fn is_in(&self, numbers: &[u32]) -> bool {
        self.found_in(numbers).next().is_some()
    }

    fn is_mark(&self) -> bool {
        self.wanted.iter().all(|(_, numbers)| numbers.is_empty())
    }
}

impl Step {
    /// What it asks for, as a message says it.
    fn shown(&self) -> String {
        match &self.sort {
            Sort::Word(_, word) => format!("`{word}`"),
            Sort::Exact(_, word) => format!("`={word}`"),
            Sort::Hole(kind) => format!("`<{kind}>`"),
            Sort::Mark(mark) => format!("`{mark}`"),
            Sort::Possessive => "`'s`".to_string(),
            Sort::Accept | Sort::Gap | Sort::Split(_) => "the rest".to_string(),
        }
    }
}

impl Loose {
    /// The cheapest way through the phrase; of several the first in the sentence.
    pub(super) fn align(&self, words: &Words<'_>) -> Option<Alignment> {
        let table = Table::new(&self.steps, words);
        let start = self.steps.len().checked_sub(1)?;
        let first = (words.line.first..words.line.end).min_by_key(|at| table.cost(start, *at))?;
        let cost = table.cost(start, first);
        (cost < price::NEVER).then(|| self.follow((start, first), words, &table))
    }

    /// Reads the demands that are broken off the way that was found.
    fn follow(&self, (mut index, mut at): (usize, usize), words: &Words<'_>, table: &Table) -> Alignment {
        let cost = table.cost(index, at);
        let (first, end) = (words.line.end, words.line.first);
        let (obstacles, elsewhere) = (Vec::new(), Vec::new());
        let (present, absent, read) = (0, 0, 0);
        let mut found = Alignment { cost, first, end, value: None, obstacles, present, absent, read, elsewhere };
        // Each step leads to one that was made before it.
        while let Some(step) = self.steps.get(index).filter(|step| !matches!(step.sort, Sort::Accept)) {
            let Some(cell) = table.get(index, at) else { break };
            self.note(step, at, cell, words, &mut found);
            (index, at) = cell.to;
        }
        join_what_stands_instead(&mut found);
        if found.is_scattered(words) {
            found.cost += price::MISSING;
        }
        found
    }

    /// Notes what one step read, or what it broke.
    fn note(&self, step: &Step, at: usize, cell: &Cell, words: &Words<'_>, found: &mut Alignment) {
        let text = words.line.text;
        let read = match cell.way {
            Way::Straight | Way::Skipped | Way::Gap(..) => None,
            Way::Read(from) | Way::Behind(from) | Way::Otherwise(from) => Some((from, cell.to.1)),
            Way::Filled(filler, _) => words.own.get(filler).map(|filler| (filler.first, filler.end)),
            Way::Wrong(filler) => words.any.get(filler).map(|(filler, _)| (filler.first, filler.end)),
        };
        if let Some((from, to)) = read {
            found.first = found.first.min(from);
            found.end = found.end.max(to);
            found.present += step.number().map_or(0, |number| self.says(number));
            found.read += usize::from(step.number().is_some());
        }
        let between = |from: usize| {
            let words = text.slice(at, from).trim().to_string();
            Obstacle::Between { words, before: step.shown() }
        };
        match cell.way {
            Way::Straight | Way::Read(_) => {}
            Way::Behind(from) => found.obstacles.push(between(from)),
            Way::Otherwise(from) => {
                let wanted = step.shown().trim_matches(['`', '=']).to_string();
                found.obstacles.push(Obstacle::Spelling { wanted, given: text.written(from).to_string() });
            }
            Way::Filled(filler, is_behind) => {
                let Some(filler) = words.own.get(filler) else { return };
                found.value = read;
                found.obstacles.extend(is_behind.then(|| between(filler.first)));
            }
            Way::Wrong(filler) => {
                found.value = read;
                found.obstacles.extend(other_kind(step, filler, words));
            }
            Way::Gap(length, crosses) => {
                found.obstacles.extend((length > LONGEST_GAP).then_some(Obstacle::LongGap(length)));
                found.obstacles.extend(crosses.then_some(Obstacle::QuotationEdge));
            }
            Way::Skipped => self.note_missing(step, words, found),
        }
    }

    fn note_missing(&self, step: &Step, words: &Words<'_>, found: &mut Alignment) {
        if let Sort::Hole(kind) = step.sort {
            found.obstacles.push(Obstacle::NoValue(kind.name().to_string()));
        }
        let Some(skip) = &step.skip else { return };
        let elsewhere: Vec<&(String, Vec<u32>)> = skip.found_in(words.numbers).collect();
        if elsewhere.is_empty() {
            found.absent += usize::from(!skip.is_mark());
            found.obstacles.push(Obstacle::Missing(skip.wanted.iter().map(|(words, _)| words.clone()).collect()));
        } else {
            let numbers = elsewhere.iter().flat_map(|(_, numbers)| numbers);
            found.present += numbers.clone().map(|number| self.says(*number)).max().unwrap_or_default();
            found.elsewhere.extend(numbers);
            found.obstacles.push(Obstacle::Elsewhere(elsewhere.iter().map(|(words, _)| words.clone()).collect()));
        }
    }

    /// 1 for a word that says something, 0 for one that every sentence has.
    fn says(&self, number: u32) -> usize {
        usize::from(self.content.contains(&number))
    }
}

impl Step {
    /// The number of the word that it asks for.
    fn number(&self) -> Option<u32> {
        match self.sort {
            Sort::Word(number, _) | Sort::Exact(number, _) => Some(number),
            Sort::Accept | Sort::Possessive | Sort::Mark(_) | Sort::Hole(_) | Sort::Gap | Sort::Split(_) => None,
        }
    }
}

/// A word of the phrase that stands elsewhere has to do with a value at most so many tokens away.
const ELSEWHERE_REACH: usize = 12;

impl Alignment {
    /// Whether the words that stand elsewhere are all far from the value.
    fn is_scattered(&self, words: &Words<'_>) -> bool {
        let Some((first, end)) = self.value.filter(|_| !self.elsewhere.is_empty()) else { return false };
        let from = first.saturating_sub(words.line.first + ELSEWHERE_REACH);
        let to = (end + ELSEWHERE_REACH).saturating_sub(words.line.first).min(words.numbers.len());
        let near = words.numbers.get(from..to).unwrap_or_default();
        !near.iter().any(|number| self.elsewhere.contains(number))
    }
}

/// A word that is missing, and words in the way right where it should be: these stand instead of it.
fn join_what_stands_instead(found: &mut Alignment) {
    let mut joined: Vec<Obstacle> = Vec::with_capacity(found.obstacles.len());
    for obstacle in found.obstacles.drain(..) {
        match (joined.pop(), obstacle) {
            (Some(Obstacle::Missing(wanted)), Obstacle::Between { words, .. })
                if words.split_whitespace().count() <= MOST_INSTEAD =>
            {
                found.cost = found.cost.saturating_sub(price::BETWEEN);
                joined.push(Obstacle::Instead { words, wanted });
            }
            (before, obstacle) => joined.extend(before.into_iter().chain([obstacle])),
        }
    }
    found.obstacles = joined;
}

/// So many words may stand instead of one.
const MOST_INSTEAD: usize = 3;

fn other_kind(step: &Step, filler: usize, words: &Words<'_>) -> Option<Obstacle> {
    let Sort::Hole(kind) = step.sort else { return None };
    let (filler, given) = words.any.get(filler)?;
    let (given, wanted) = ((*given).to_string(), kind.name().to_string());
    Some(Obstacle::OtherKind { words: words.line.text.slice(filler.first, filler.end).to_string(), given, wanted })
}
