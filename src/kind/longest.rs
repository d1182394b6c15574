//! Of all the kinds that read something at a place, the one that reads most.

use super::ALL;
use crate::{
    reading::{AmountReading, Figure, Reader},
    text::TokenKind,
    value::Kind,
};

impl<'a> Reader<'a> {
    /// The value that begins at `at`, of the kinds that are wanted: the longest, then the most specific.
    #[must_use]
    pub fn longest(&self, at: usize, figure: Option<&Figure>, wanted: impl Fn(Kind) -> bool) -> Option<AmountReading> {
        let is_alone = figure.is_some_and(|figure| self.is_alone(at, figure));
        let token = self.token(at);
        let is_told = figure.is_none() && token.kind == TokenKind::Word && token.word.is_known();
        let word = is_told.then(|| self.lexicon.word(token.word));
        let read = |is_bare: bool| {
            let mut best: Option<AmountReading> = None;
            let entries =
                ALL.iter().filter(|entry| (entry.facts.rank == 0) == is_bare && (entry.facts.alone || !is_alone));
            let entries = entries.filter(|entry| word.is_none_or(|word| word.is(entry.begins)));
            for entry in entries.filter(|entry| wanted(Kind::of(entry))) {
                if let Some(next) = (entry.read)(self, at, figure)
                    && best.as_ref().is_none_or(|best| next.rank() > best.rank())
                {
                    best = Some(next);
                }
            }
            best
        };
        // A bare figure is no longer than what has a unit or a thing counted: it is read only where nothing else is.
        read(false).or_else(|| read(true))
    }

    /// Whether a figure in digits stands among other figures and marks: nothing says what it counts or measures.
    fn is_alone(&self, at: usize, figure: &Figure) -> bool {
        use TokenKind::{Close, Colon, Comma, Dash, End, Hyphen, Number, Open, Slash, Stop};
        let before = self.kind(figure.first.wrapping_sub(1));
        let behind = self.kind(figure.end);
        // "1,2,3": no list has its commas glued on both sides.
        let is_among_commas = || {
            let is_glued = self.is_glued(at) && self.is_glued(figure.end) && self.is_glued(figure.end + 1);
            let is_number = |at: usize| self.kind(at) == Number;
            behind == Comma && is_glued && is_number(figure.end + 1) && is_number(figure.first.wrapping_sub(2))
        };
        figure.first == at
            && figure.digits
            && !figure.money_only
            && self.kind(at) == Number
            && self.kind(figure.end - 1) == Number
            && (matches!(before, Number | Hyphen | Colon | Slash | Dash | Open | End)
                || before == Comma && is_among_commas())
            && (matches!(behind, Number | Colon | Slash | Dash | Comma | Stop | Close | End)
                || behind == Hyphen && self.kind(figure.end + 1) == Number)
    }

    /// The values of the sentence, in order, without overlap: at each place the longest reading wins.
    pub fn values(&self) -> impl Iterator<Item = AmountReading> + use<'a> {
        let reader = *self;
        let (mut at, mut free) = (reader.range().start, reader.range().start);
        std::iter::from_fn(move || {
            while let Some(start) = reader.next_start(at) {
                at = start;
                let figure = Figure::read(&reader, at);
                if let Some(reading) = reader.longest(at, figure.as_ref(), |_| true).filter(|found| found.first >= free)
                {
                    at = reading.end.max(at + 1);
                    free = reading.end;
                    return Some(reading);
                }
                at = figure.map_or(at, |figure| figure.end).max(at + 1);
            }
            None
        })
    }
}

impl AmountReading {
    /// The longer reading wins, then the more specific kind.
    fn rank(&self) -> (usize, u8) {
        (self.end, self.value.kind.facts().rank)
    }
}
