//! A phrase held loosely against a sentence: the way through it that breaks the fewest of its demands, and which those are.

mod demands;
mod hold;

pub(super) use self::demands::Demands;

use self::hold::Loose;
use super::{
    filler::Filler,
    line::NumberedSentence,
    matching::{Breach, LONGEST_GAP, Nearest, Search, Spot, StepStanding, Way},
    obstacle::Obstacle,
    program::{PhraseStep, Program},
};

/// What a broken demand costs: the sum says how far words are from being a claim.
mod price {
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
}

/// A sentence for phrases to be held against.
pub(super) struct Held<'a> {
    pub(super) line: NumberedSentence<'a>,
    /// Values of the topic's kind.
    pub(super) own: &'a [Filler],
    /// Values of any kind, with the kind's name.
    pub(super) any: &'a [(Filler, &'a str)],
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

impl Program {
    /// The cheapest way through the phrase; of several the first in the sentence.
    pub(super) fn align(&self, demands: &Demands, held: &Held<'_>) -> Option<Alignment> {
        let line = &held.line;
        let cells = self.steps.len() * (line.end - line.first + 1);
        let hold = Loose::new(demands, held.any, cells);
        let mut search = Search { line, program: self, fillers: held.own, hold };
        // Steps lead only to steps that were made before them: in this order no search goes deep.
        for step in 0..self.steps.len() {
            for at in line.first..=line.end {
                search.nearest(Spot { step, at, standing: StepStanding::Behind });
                if line.is_of(at) {
                    search.nearest(Spot { step, at, standing: StepStanding::BeforeOf });
                }
            }
        }
        let start = |at: usize| Spot { step: self.start, at, standing: StepStanding::Behind };
        let found = (line.first..line.end).filter_map(|at| Some((search.nearest(start(at))?.price, at)));
        let (cost, at) = found.min_by_key(|(cost, _)| *cost)?;
        Some(Trace { search: &search, held }.follow(start(at), cost))
    }
}

/// The way that was found, to be read off.
struct Trace<'a> {
    search: &'a Search<'a, Loose<'a>>,
    held: &'a Held<'a>,
}

impl Trace<'_> {
    /// Reads the demands that are broken off the way that was found.
    fn follow(&self, mut spot: Spot, cost: u32) -> Alignment {
        let (first, end) = (self.search.line.end, self.search.line.first);
        let (obstacles, elsewhere) = (Vec::new(), Vec::new());
        let (present, absent, read) = (0, 0, 0);
        let mut found = Alignment { cost, first, end, value: None, obstacles, present, absent, read, elsewhere };
        while !matches!(self.search.program.steps.get(spot.step), Some(PhraseStep::Accept) | None) {
            let Some(cell) = self.search.hold.get(self.search.cell(spot), spot.standing) else { break };
            self.note_read(spot, cell, &mut found);
            if let Way::Broken(breach) = cell.way {
                self.note_broken(spot.step, breach, &mut found);
            }
            spot = cell.to;
        }
        join_what_stands_instead(&mut found);
        if found.is_scattered(&self.search.line.numbers.words, self.search.line.first) {
            found.cost += price::MISSING;
        }
        found
    }

    /// Notes what one step read.
    fn note_read(&self, spot: Spot, cell: &Nearest, found: &mut Alignment) {
        let own = |filler: usize| self.held.own.get(filler).map(|filler| (filler.first, filler.end));
        let (read, is_value) = match cell.way {
            Way::Read(from) | Way::Broken(Breach::Between(_, from) | Breach::Spelling(from)) => {
                (Some((from, cell.to.at)), false)
            }
            Way::Filled(filler) | Way::Holding(filler, _) | Way::Broken(Breach::FilledBehind(_, filler)) => {
                (own(filler), true)
            }
            Way::Broken(Breach::OtherKind(filler)) => {
                (self.held.any.get(filler).map(|(filler, _)| (filler.first, filler.end)), true)
            }
            Way::Straight | Way::Broken(Breach::LongGap(_) | Breach::QuotationEdge(_) | Breach::Skipped) => return,
        };
        let Some((from, to)) = read else { return };
        if is_value {
            found.value = read;
        }
        found.first = found.first.min(from);
        found.end = found.end.max(to);
        let word = self.search.program.word(spot.step).map(|(number, _)| number);
        found.present += word.map_or(0, |number| self.says(number));
        found.read += usize::from(word.is_some());
    }

    /// Notes which demand was broken.
    fn note_broken(&self, step: usize, breach: Breach, found: &mut Alignment) {
        let text = self.search.line.text;
        let shown = self.search.hold.demands.of(step).map(|demand| demand.shown.as_str()).unwrap_or_default();
        let between = |from: usize, here: usize| Obstacle::Between {
            words: text.slice(from, here).trim().to_string(),
            before: shown.to_string(),
        };
        match breach {
            Breach::Between(from, here) => found.obstacles.push(between(from, here)),
            Breach::Spelling(at) => {
                let wanted = shown.trim_matches(['`', '=']).to_string();
                found.obstacles.push(Obstacle::Spelling { wanted, given: text.written(at).to_string() });
            }
            Breach::FilledBehind(from, filler) => {
                found.obstacles.extend(self.held.own.get(filler).map(|filler| between(from, filler.first)));
            }
            Breach::OtherKind(filler) => {
                let other = self.held.any.get(filler);
                found.obstacles.extend(other.map(|(filler, given)| Obstacle::OtherKind {
                    words: text.slice(filler.first, filler.end).to_string(),
                    given: (*given).to_string(),
                    wanted: self.kind(),
                }));
            }
            Breach::LongGap(length) => found.obstacles.push(Obstacle::LongGap(length)),
            Breach::QuotationEdge(length) => {
                found.obstacles.extend((length > LONGEST_GAP).then_some(Obstacle::LongGap(length)));
                found.obstacles.push(Obstacle::QuotationEdge);
            }
            Breach::Skipped => self.note_missing(step, found),
        }
    }

    fn note_missing(&self, step: usize, found: &mut Alignment) {
        if let Some(PhraseStep::Hole(_)) = self.search.program.steps.get(step) {
            found.obstacles.push(Obstacle::NoValue(self.kind()));
            return;
        }
        let Some(skip) = self.search.hold.demands.skip(step) else { return };
        let elsewhere: Vec<&(String, Vec<u32>)> = skip.found_in(&self.search.line.numbers.words).collect();
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
        usize::from(self.search.hold.demands.content.contains(&number))
    }

    fn kind(&self) -> String {
        self.search.hold.demands.kind.name().to_string()
    }
}

/// A word of the phrase that stands elsewhere has to do with a value at most so many tokens away.
const ELSEWHERE_REACH: usize = 12;

impl Alignment {
    /// Whether the words that stand elsewhere are all far from the value, in a sentence of these words from a token on.
    fn is_scattered(&self, numbers: &[u32], sentence: usize) -> bool {
        let Some((first, end)) = self.value.filter(|_| !self.elsewhere.is_empty()) else { return false };
        let from = first.saturating_sub(sentence + ELSEWHERE_REACH);
        let to = (end + ELSEWHERE_REACH).saturating_sub(sentence).min(numbers.len());
        let near = numbers.get(from..to).unwrap_or_default();
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
