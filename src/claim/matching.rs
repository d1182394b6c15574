//! A phrase held against a sentence: one search for the nearest way through it. Extraction holds it firmly and takes whole
//! matches; an explanation holds it loosely and reads off what stood in the way.

use super::{
    ClaimStatus,
    construction::{Construction, Contradiction, NounCover},
    filler::{Filler, Fit},
    line::NumberedSentence,
    program::{PhraseStep, Program},
};
use crate::text::TokenKind;
use rustc_hash::FxHashMap;
use std::ops::ControlFlow;

/// So many tokens of a value may be words of the phrase behind its hole.
const MOST_WITHIN: usize = 4;
/// The name of its unit stands at most so many tokens before a bare number.
const UNIT_BEFORE: usize = 4;
/// The name of its unit stands at most so many tokens behind a bare number.
const UNIT_BEHIND: usize = 2;
/// A gap is at most so many words long.
pub(super) const LONGEST_GAP: usize = 30;

/// Where a phrase stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PhraseMatch {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// The mention that fills its hole: an index into those of the article.
    pub(super) hole: Option<usize>,
    /// The tokens of that mention without the words of the phrase that lie in it, where some do.
    pub(super) part: Option<(usize, usize)>,
    /// The last of the mentions that add up to what fills it, where several do: "12 men and 3 women".
    pub(super) sum_to: Option<SumEnd>,
    /// In which construction.
    pub(super) construction: Construction,
    /// How much of what the phrase counts its noun takes in.
    pub(super) cover: NounCover,
    /// Whether its clause says that it is so, or only that it is possible.
    pub(super) status: ClaimStatus,
}

/// Where a sum of several mentions ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SumEnd {
    /// The last of them.
    pub(super) mention: usize,
    /// One past the noun that it counts.
    pub(super) end: usize,
}

/// What a phrase finds in a sentence.
#[derive(Debug, Default)]
pub(super) struct FoundMatches {
    /// Where it stands.
    pub(super) taken: Vec<PhraseMatch>,
    /// Where its words stand, and the clauses say something else.
    pub(super) contradicted: Vec<(PhraseMatch, Contradiction)>,
}

impl PhraseMatch {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.first < other.end && other.first < self.end
    }
}

/// What stands before a step: nothing, or a word of the phrase that the next must follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum StepStanding {
    Start,
    #[default]
    Behind,
    /// Behind a vague figure that "of" follows: "dozens of troops".
    BeforeOf,
}

/// A step of a phrase at a token of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spot {
    pub(super) step: usize,
    pub(super) at: usize,
    pub(super) standing: StepStanding,
}

/// The end of a way through a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reached {
    /// What the demands cost that are broken on the way; 0 on the way of a match.
    pub(super) price: u32,
    /// One past the last token.
    pub(super) end: usize,
    /// The mention that fills the hole.
    pub(super) hole: Option<usize>,
    /// Its tokens without the words of the phrase that lie in it, where some do.
    pub(super) part: Option<(usize, usize)>,
}

/// How a step was passed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Way {
    /// Nothing was read.
    #[default]
    Straight,
    /// Read at a token, as it should be.
    Read(usize),
    /// A value in the hole, by its place among the fillers.
    Filled(usize),
    /// A value in which words of the phrase lie, by its place among the fillers: its tokens without them.
    Holding(usize, (usize, usize)),
    /// A demand was broken.
    Broken(Breach),
}

/// How a demand was broken.
#[derive(Clone, Copy, Debug)]
pub(super) enum Breach {
    /// A word is read behind words in the way: from the first of them to the word.
    Between(usize, usize),
    /// A word is written otherwise.
    Spelling(usize),
    /// A value stands behind words in the way: from the first of them, and its place among the fillers.
    FilledBehind(usize, usize),
    /// The value is of another kind, by its place among those of any kind.
    OtherKind(usize),
    /// `...` is so many words long.
    LongGap(usize),
    /// `...` crosses the edge of a quotation, and is so many words long.
    QuotationEdge(usize),
    /// The step is passed over.
    Skipped,
}

/// The nearest way that is known from a spot to the end of the phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nearest {
    pub(super) reached: Option<Reached>,
    pub(super) way: Way,
    /// The spot that follows.
    pub(super) to: Spot,
}

/// How firmly a phrase is held, and what is remembered of the spots that were tried.
pub(super) trait Hold: Sized {
    /// What came of a spot that was tried before.
    fn known(&self, cell: usize, standing: StepStanding) -> Option<Option<Reached>>;
    /// Remembers what came of a spot.
    fn remember(&mut self, cell: usize, standing: StepStanding, nearest: &Nearest);
    /// Offers the ways on from a spot that break one of the phrase's demands, each at its price.
    fn broken(search: &mut Search<'_, Self>, spot: Spot, nearest: &mut Nearest) -> ControlFlow<()>;
}

/// One phrase held against one sentence. A further way for a phrase to stand in a sentence is one more step, with the ways
/// past it in `kept`, and what may stand in its way among the breaches of a loose hold.
pub(super) struct Search<'a, H> {
    pub(super) line: &'a NumberedSentence<'a>,
    pub(super) program: &'a Program,
    pub(super) fillers: &'a [Filler],
    pub(super) hold: H,
}

impl<'a, H: Hold> Search<'a, H> {
    /// The nearest way from a spot to the end of the phrase: the cheapest, of several the first.
    pub(super) fn nearest(&mut self, spot: Spot) -> Option<Reached> {
        let cell = self.cell(spot);
        if let Some(known) = self.hold.known(cell, spot.standing) {
            return known;
        }
        let mut nearest = Nearest::default();
        if self.kept(spot, &mut nearest).is_continue() {
            let _ = H::broken(self, spot, &mut nearest);
        }
        self.hold.remember(cell, spot.standing, &nearest);
        nearest.reached
    }

    /// Where a spot is remembered, whatever stands before it.
    pub(super) fn cell(&self, spot: Spot) -> usize {
        let (first, end) = (self.line.first, self.line.end);
        spot.step * (end - first + 1) + (spot.at.min(end) - first)
    }

    /// Takes a way on if it is nearer than what is known; nothing is nearer than a way that costs nothing.
    #[inline]
    pub(super) fn offer(&mut self, nearest: &mut Nearest, way: Way, price: u32, to: Spot) -> ControlFlow<()> {
        let Some(rest) = self.nearest(to) else { return ControlFlow::Continue(()) };
        let price = rest.price + price;
        if nearest.reached.is_none_or(|known| price < known.price) {
            let (filled, part) = match way {
                Way::Filled(filler) => (self.fillers.get(filler), None),
                Way::Holding(filler, part) => (self.fillers.get(filler), Some(part)),
                Way::Straight | Way::Read(_) | Way::Broken(_) => (None, None),
            };
            let (hole, part) = filled.map_or((rest.hole, rest.part), |filler| (Some(filler.mention), part));
            *nearest = Nearest { reached: Some(Reached { price, hole, part, ..rest }), way, to };
        }
        if price == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// The ways on from a spot that keep to what the phrase asks for.
    fn kept(&mut self, spot: Spot, nearest: &mut Nearest) -> ControlFlow<()> {
        let (line, program, at) = (self.line, self.program, spot.at);
        let behind = |step: usize, at: usize| Spot { step, at, standing: StepStanding::Behind };
        let Some(step) = program.steps.get(spot.step) else { return ControlFlow::Continue(()) };
        match step {
            PhraseStep::Accept => {
                nearest.reached = Some(Reached { price: 0, end: at, hole: None, part: None });
                return ControlFlow::Break(());
            }
            PhraseStep::Split(nexts) | PhraseStep::OneOf(nexts, _) => self.one_of(spot, nexts, nearest)?,
            PhraseStep::Word(number, next) => self.word(spot, *next, |here| line.word_at(here, *number), nearest)?,
            PhraseStep::Exact(word, _, next) => self.word(spot, *next, |here| line.written_at(here, word), nearest)?,
            PhraseStep::Possessive(next) if line.kind(at) == TokenKind::Possessive => {
                self.offer(nearest, Way::Read(at), 0, behind(*next, at + 1))?;
            }
            PhraseStep::Mark(mark, next) if line.mark_at(at, *mark) => {
                self.offer(nearest, Way::Read(at), 0, behind(*next, at + 1))?;
            }
            PhraseStep::Possessive(_) | PhraseStep::Mark(..) => {}
            PhraseStep::Hole(next) => self.hole(spot, None, *next, nearest)?,
            PhraseStep::HoleWith(number, next) => self.hole(spot, Some(*number), *next, nearest)?,
            PhraseStep::Gap(next) => self.gap(at, *next, nearest)?,
        }
        ControlFlow::Continue(())
    }

    fn one_of(&mut self, spot: Spot, nexts: &[usize], nearest: &mut Nearest) -> ControlFlow<()> {
        for next in nexts {
            self.offer(nearest, Way::Straight, 0, Spot { step: *next, ..spot })?;
        }
        ControlFlow::Continue(())
    }

    /// A word, which ends where `end` says.
    fn word(
        &mut self,
        spot: Spot,
        next: usize,
        end: impl Fn(usize) -> Option<usize>,
        nearest: &mut Nearest,
    ) -> ControlFlow<()> {
        for here in places(self.line, spot) {
            if let Some(end) = end(here) {
                self.offer(nearest, Way::Read(here), 0, Spot { step: next, at: end, standing: StepStanding::Behind })?;
            }
        }
        ControlFlow::Continue(())
    }

    /// A value, which holds a word where one is given.
    fn hole(&mut self, spot: Spot, held: Option<u32>, next: usize, nearest: &mut Nearest) -> ControlFlow<()> {
        let (line, fillers) = (self.line, self.fillers);
        for here in holes(line, spot) {
            let Ok(index) = fillers.binary_search_by_key(&here, |filler| filler.first) else { continue };
            let Some(filler) = fillers.get(index) else { continue };
            let holds = |word: u32| (filler.first..filler.end).any(|token| line.number(token) == word);
            match held {
                None => self.value((index, filler), filler.first, next, nearest)?,
                Some(word) if holds(word) && self.fits(filler, (filler.first, filler.end)) => {
                    self.offer(nearest, Way::Filled(index), 0, behind_value(line, filler, next))?;
                }
                Some(_) => {}
            }
        }
        if held.is_none() { self.value_around(spot, next, nearest) } else { ControlFlow::Continue(()) }
    }

    /// A value in which the words of the phrase before the hole lie: `to <money>` in "up to $5".
    fn value_around(&mut self, spot: Spot, next: usize, nearest: &mut Nearest) -> ControlFlow<()> {
        let (line, fillers) = (self.line, self.fillers);
        let behind_words = (spot.standing == StepStanding::Behind).then_some(spot);
        for here in behind_words.into_iter().flat_map(|spot| places(line, spot)) {
            let before = fillers.partition_point(|filler| filler.first < here);
            let Some(index) = before.checked_sub(1) else { continue };
            let Some(filler) = fillers.get(index).filter(|filler| filler.goes_on(line, here)) else { continue };
            self.value((index, filler), here, next, nearest)?;
        }
        ControlFlow::Continue(())
    }

    /// A value from a token on: up to words of the phrase behind the hole that lie in it (`<name> bank` in "Marlin Bank"),
    /// else to its end.
    fn value(
        &mut self,
        (index, filler): (usize, &Filler),
        from: usize,
        next: usize,
        nearest: &mut Nearest,
    ) -> ControlFlow<()> {
        let line = self.line;
        for to in (from + 1).max(filler.end.saturating_sub(MOST_WITHIN))..filler.end {
            if !filler.stops_at(line, to) || !self.fits(filler, (from, to)) {
                continue;
            }
            for step in self.words_within(next, (to, filler.end)) {
                let to_step = Spot { step, at: filler.end, standing: StepStanding::Behind };
                self.offer(nearest, Way::Holding(index, (from, to)), 0, to_step)?;
            }
        }
        if !self.fits(filler, (from, filler.end)) {
            return ControlFlow::Continue(());
        }
        let is_whole = from == filler.first;
        let way = if is_whole { Way::Filled(index) } else { Way::Holding(index, (from, filler.end)) };
        self.offer(nearest, way, 0, behind_value(line, filler, next))
    }

    /// Whether what is left of a value without the words of the phrase is of the hole's kind.
    fn fits(&self, filler: &Filler, (from, to): (usize, usize)) -> bool {
        match (filler.fit, &self.program.unit) {
            (Fit::Own, _) => true,
            (Fit::WithoutUnit, _) => !self.line.has_unit((from, to)),
            (Fit::Named, Some((number, _))) => {
                let near = (from.saturating_sub(UNIT_BEFORE)..from).chain(to..to + UNIT_BEHIND);
                near.into_iter().any(|at| self.line.number(at) == *number)
            }
            (Fit::Named, None) => false,
        }
    }

    /// The steps behind words of the phrase that are exactly these tokens.
    fn words_within(&self, next: usize, (from, end): (usize, usize)) -> Vec<usize> {
        let (line, mut tried, mut found) = (self.line, vec![(next, from)], Vec::new());
        let mut index = 0;
        while let Some((step, at)) = tried.get(index).copied() {
            index += 1;
            if at == end {
                found.push(step);
                continue;
            }
            let behind = |end: Option<usize>, next: usize| end.map(|end| (next, end)).into_iter().collect();
            let further: Vec<(usize, usize)> = match self.program.steps.get(step) {
                _ if line.is_joint(at) => vec![(step, at + 1)],
                Some(PhraseStep::Word(number, next)) => behind(line.word_at(at, *number), *next),
                Some(PhraseStep::Exact(word, _, next)) => behind(line.written_at(at, word), *next),
                Some(PhraseStep::Split(nexts) | PhraseStep::OneOf(nexts, _)) => {
                    nexts.iter().map(|next| (*next, at)).collect()
                }
                _ => Vec::new(),
            };
            for spot in further {
                if spot.1 <= end && !tried.contains(&spot) {
                    tried.push(spot);
                }
            }
        }
        found
    }

    /// The shortest run of words behind which the rest matches, not across the edge of a quotation.
    fn gap(&mut self, at: usize, next: usize, nearest: &mut Nearest) -> ControlFlow<()> {
        let mut words = 0;
        for here in at..=self.line.end {
            self.offer(nearest, Way::Straight, 0, Spot { step: next, at: here, standing: StepStanding::Behind })?;
            match self.line.kind(here) {
                TokenKind::DoubleQuote => break,
                TokenKind::Word | TokenKind::Number => words += 1,
                _ => {}
            }
            if words > LONGEST_GAP {
                break;
            }
        }
        ControlFlow::Continue(())
    }
}

/// The places where the next word of a phrase may stand. The first word of a match stands where it stands: only what follows
/// may pass over words.
pub(super) fn places<'a>(line: &NumberedSentence<'a>, spot: Spot) -> impl Iterator<Item = usize> + use<'a> {
    let here = (spot.standing == StepStanding::Start).then_some(spot.at);
    let behind = (spot.standing != StepStanding::Start).then(|| line.adjacent(spot.at));
    let of = (spot.standing == StepStanding::BeforeOf).then_some(spot.at + 1);
    here.into_iter().chain(behind.into_iter().flatten()).chain(of)
}

/// The places where the value of a phrase may begin.
pub(super) fn holes<'a>(line: &NumberedSentence<'a>, spot: Spot) -> impl Iterator<Item = usize> + use<'a> {
    let line = *line;
    places(&line, spot).flat_map(move |here| line.past_determiners(here))
}

/// The spot of a step right behind a value.
pub(super) fn behind_value(line: &NumberedSentence<'_>, filler: &Filler, step: usize) -> Spot {
    let is_before_of = filler.takes_of && filler.end < line.end && line.is_of(filler.end);
    Spot { step, at: filler.end, standing: if is_before_of { StepStanding::BeforeOf } else { StepStanding::Behind } }
}

/// Every demand is kept; what is remembered are steps that were tried at a token and failed: none is tried twice.
struct Firm {
    failed: Vec<bool>,
    /// How many cells there are.
    cells: usize,
}

impl Hold for Firm {
    #[inline]
    fn known(&self, cell: usize, standing: StepStanding) -> Option<Option<Reached>> {
        let has_failed = standing == StepStanding::Behind && self.failed.get(cell).copied().unwrap_or(false);
        has_failed.then_some(None)
    }

    #[inline]
    fn remember(&mut self, cell: usize, standing: StepStanding, nearest: &Nearest) {
        if standing != StepStanding::Behind || nearest.reached.is_some() {
            return;
        }
        // Most phrases fail at their first word everywhere, and need nothing to remember it by.
        if self.failed.is_empty() {
            self.failed = vec![false; self.cells];
        }
        if let Some(failed) = self.failed.get_mut(cell) {
            *failed = true;
        }
    }

    #[inline]
    fn broken(_: &mut Search<'_, Self>, _: Spot, _: &mut Nearest) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl Program {
    /// Every match in a sentence: at each place the one with the shortest gaps; of matches that share a mention, the first
    /// that is shortest.
    pub(super) fn matches(&self, line: &NumberedSentence<'_>, fillers: &[Filler]) -> Vec<PhraseMatch> {
        let cells = self.steps.len() * (line.end - line.first + 1);
        let mut search = Search { line, program: self, fillers, hold: Firm { failed: Vec::new(), cells } };
        let mut found = Shortest::default();
        for first in line.first..line.end {
            let start = Spot { step: self.start, at: first, standing: StepStanding::Start };
            // Where each word may be missing and is, nothing is found.
            let reached = search.nearest(start).filter(|reached| reached.end > first);
            if let Some(Reached { end, hole, part, .. }) = reached {
                found.add(PhraseMatch {
                    first,
                    end,
                    hole,
                    part,
                    sum_to: None,
                    construction: Construction::InOrder,
                    cover: NounCover::Whole,
                    status: ClaimStatus::Asserted,
                });
            }
        }
        found.matches
    }
}

/// Matches in the order of their first tokens; of those that share a mention, or without one overlap, the shortest.
#[derive(Default)]
struct Shortest {
    matches: Vec<PhraseMatch>,
    /// By its mention, which of them it is.
    of_mention: FxHashMap<usize, usize>,
    /// The last without a mention: no other can overlap the next.
    alone: Option<usize>,
}

impl Shortest {
    fn add(&mut self, new: PhraseMatch) {
        let index = match new.hole {
            Some(hole) => self.of_mention.get(&hole).copied(),
            None => self.alone,
        };
        match index.and_then(|index| self.matches.get_mut(index)) {
            Some(old) if new.hole.is_some() || new.overlaps(old) => {
                if new.end - new.first < old.end - old.first {
                    *old = new;
                }
            }
            Some(_) | None => {
                match new.hole {
                    Some(hole) => {
                        self.of_mention.insert(hole, self.matches.len());
                    }
                    None => self.alone = Some(self.matches.len()),
                }
                self.matches.push(new);
            }
        }
    }
}
