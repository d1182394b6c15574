//! A loose hold: any demand of a phrase may be broken, at a price.
//!
//! Each spot looks ahead a fixed number of tokens and is remembered: the time grows with the sentence and with the phrase,
//! and no faster.

use super::{demands::Demands, price};
use crate::{
    claim::{
        filler::Filler,
        matching::{
            Breach, Hold, LONGEST_GAP, Nearest, Reached, Search, Spot, StepStanding, Way, behind_value, holes, places,
        },
        program::PhraseStep,
    },
    text::TokenKind,
};
use std::ops::ControlFlow;

/// Words in the way are at most so many tokens.
const REACH: usize = 20;
/// `...` is followed over so many words.
const LONGEST_LOOSE_GAP: usize = 2 * LONGEST_GAP;

/// What a phrase is held against beside its sentence, and what came of every spot.
pub(super) struct Loose<'a> {
    pub(super) demands: &'a Demands,
    /// Values of any kind, with the kind's name.
    pub(super) any: &'a [(Filler, &'a str)],
    /// By cell, each without and with an "of" before it.
    cells: Vec<[Option<Nearest>; 2]>,
}

impl<'a> Loose<'a> {
    pub(super) fn new(demands: &'a Demands, any: &'a [(Filler, &'a str)], cells: usize) -> Self {
        Self { demands, any, cells: vec![[None; 2]; cells] }
    }

    pub(super) fn get(&self, cell: usize, standing: StepStanding) -> Option<&Nearest> {
        self.cells.get(cell)?.get(usize::from(standing == StepStanding::BeforeOf))?.as_ref()
    }
}

impl Hold for Loose<'_> {
    fn known(&self, cell: usize, standing: StepStanding) -> Option<Option<Reached>> {
        self.get(cell, standing).map(|nearest| nearest.reached)
    }

    fn remember(&mut self, cell: usize, standing: StepStanding, nearest: &Nearest) {
        let cells = self.cells.get_mut(cell);
        if let Some(known) = cells.and_then(|cells| cells.get_mut(usize::from(standing == StepStanding::BeforeOf))) {
            *known = Some(*nearest);
        }
    }

    fn broken(search: &mut Search<'_, Self>, spot: Spot, nearest: &mut Nearest) -> ControlFlow<()> {
        let (line, program) = (search.line, search.program);
        match program.steps.get(spot.step) {
            Some(PhraseStep::Word(number, next)) => {
                search.behind_words(spot, *next, |here| line.word_at(here, *number), nearest)?;
            }
            Some(PhraseStep::Exact(word, number, next)) => {
                search.behind_words(spot, *next, |here| line.written_at(here, word), nearest)?;
                for here in places(line, spot) {
                    if let Some(end) = line.word_at(here, *number) {
                        let to = Spot { step: *next, at: end, standing: StepStanding::Behind };
                        search.offer(nearest, Way::Broken(Breach::Spelling(here)), price::SPELLING, to)?;
                    }
                }
            }
            Some(PhraseStep::Hole(next)) => search.another_value(spot, *next, nearest)?,
            Some(PhraseStep::Gap(next)) => search.longer_gap(spot.at, *next, nearest)?,
            Some(PhraseStep::Possessive(_) | PhraseStep::Mark(..) | PhraseStep::HoleWith(..) | PhraseStep::Accept) => {}
            Some(PhraseStep::Split(_) | PhraseStep::OneOf(..)) | None => {}
        }
        let demands = search.hold.demands;
        match demands.skip(spot.step) {
            Some(skip) => {
                let price = skip.price_in(&line.numbers.words);
                search.offer(nearest, Way::Broken(Breach::Skipped), price, Spot { step: skip.next, ..spot })
            }
            None => ControlFlow::Continue(()),
        }
    }
}

impl Search<'_, Loose<'_>> {
    /// A word behind words in the way.
    fn behind_words(
        &mut self,
        spot: Spot,
        next: usize,
        end: impl Fn(usize) -> Option<usize>,
        nearest: &mut Nearest,
    ) -> ControlFlow<()> {
        let from = free(spot);
        for here in from + 1..=(from + REACH).min(self.line.end) {
            if let Some(end) = end(here) {
                let to = Spot { step: next, at: end, standing: StepStanding::Behind };
                self.offer(nearest, Way::Broken(Breach::Between(from, here)), in_the_way(from, here), to)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// A value of the kind behind words in the way, or one of another kind.
    fn another_value(&mut self, spot: Spot, next: usize, nearest: &mut Nearest) -> ControlFlow<()> {
        let (line, fillers, any) = (self.line, self.fillers, self.hold.any);
        let places: Vec<usize> = holes(line, spot).collect();
        let from = free(spot);
        let behind = fillers.partition_point(|filler| filler.first < from);
        for (index, filler) in fillers.iter().enumerate().skip(behind) {
            if filler.first > from + REACH {
                break;
            }
            if !places.contains(&filler.first) {
                let (way, price) = (Breach::FilledBehind(from, index), in_the_way(from, filler.first));
                self.offer(nearest, Way::Broken(way), price, behind_value(line, filler, next))?;
            }
        }
        for (index, (filler, _)) in any.iter().enumerate().filter(|(_, (filler, _))| places.contains(&filler.first)) {
            let to = Spot { step: next, at: filler.end, standing: StepStanding::Behind };
            self.offer(nearest, Way::Broken(Breach::OtherKind(index)), price::OTHER_KIND, to)?;
        }
        ControlFlow::Continue(())
    }

    /// Any words, at a price where they are too many or go over the edge of a quotation.
    fn longer_gap(&mut self, at: usize, next: usize, nearest: &mut Nearest) -> ControlFlow<()> {
        let (mut length, mut crosses) = (0_usize, false);
        for here in at..=self.line.end {
            let too_long = length.saturating_sub(LONGEST_GAP);
            let edge = if crosses { price::GAP } else { 0 };
            let long = if too_long == 0 { 0 } else { price::GAP + u32::try_from(too_long / 4).unwrap_or(price::GAP) };
            if edge + long > 0 {
                let breach = if crosses { Breach::QuotationEdge(length) } else { Breach::LongGap(length) };
                let to = Spot { step: next, at: here, standing: StepStanding::Behind };
                self.offer(nearest, Way::Broken(breach), edge + long, to)?;
            }
            match self.line.kind(here) {
                TokenKind::DoubleQuote => crosses = true,
                TokenKind::Word | TokenKind::Number => length += 1,
                _ => {}
            }
            if length > LONGEST_LOOSE_GAP {
                break;
            }
        }
        ControlFlow::Continue(())
    }
}

/// The token from which on words stand in the way: an "of" that need not be written does not.
fn free(spot: Spot) -> usize {
    if spot.standing == StepStanding::BeforeOf { spot.at + 1 } else { spot.at }
}

/// What words between two tokens cost.
fn in_the_way(at: usize, here: usize) -> u32 {
    price::BETWEEN + u32::try_from(here.saturating_sub(at)).unwrap_or(price::BETWEEN)
}
