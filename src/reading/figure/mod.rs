//! A bare figure: digits or number words, with magnitudes and ranges, before any unit. Every kind of amount begins with one.

mod digits;
mod label;
mod list;
mod range;
mod ratio;
mod span;
mod words;

pub use label::{is_figure, is_labelled};
pub use span::{is_span, join};

use super::Reader;
use crate::{
    lexicon::Class,
    text::TokenKind,
    value::{Interval, Precision},
};

/// Numbers at the tokens `first..end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Its first token.
    pub first: usize,
    /// One past its last token; a hedge right behind it ("-odd", "or more") is in.
    pub end: usize,
    /// The number, or the range.
    pub interval: Interval,
    /// The number as written; none for a range or a vague word.
    pub best: Option<f64>,
    /// Exact, a range, or vague.
    pub precision: Precision,
    /// Whether its magnitude holds only beside a currency: "$3m".
    pub money_only: bool,
    /// Whether it was written in digits.
    pub digits: bool,
    /// The weight of its last written digit: 0.1 of "14.3", 1000 of "13,000"; what rounding could have hidden.
    pub step: f64,
    /// The product of its magnitudes: a million for "20 million".
    pub scale: f64,
}

impl Figure {
    /// The figure that begins at `at`, ranges included.
    #[must_use]
    pub fn read(reader: &Reader, at: usize) -> Option<Self> {
        let figure = Self::single(reader, at)?;
        let mut figure = (figure.range(reader))
            .or_else(|| figure.plus_or_minus(reader))
            .or_else(|| figure.ratio(reader))
            .unwrap_or(figure);
        if let Some((end, _)) = reader.hedge_after(figure.end) {
            figure.end = end;
        }
        Some(figure)
    }

    fn single(reader: &Reader, at: usize) -> Option<Self> {
        match reader.kind(at) {
            TokenKind::Number => Self::from_digits(reader, at),
            TokenKind::Word => Self::from_vague(reader, at).or_else(|| Self::from_words(reader, at)),
            TokenKind::Other => Self::from_sign(reader, at),
            _ => None,
        }
        .map(|figure| figure.with_sign(reader))
    }

    /// One number in the words `first..end`.
    #[must_use]
    pub fn in_words(first: usize, end: usize, number: f64, step: f64) -> Self {
        Self {
            first,
            end,
            interval: Interval::point(number),
            best: Some(number),
            precision: Precision::Exact,
            money_only: false,
            digits: false,
            step,
            scale: 1.0,
        }
    }

    /// One number in the digits `first..end`.
    fn in_digits(first: usize, end: usize, number: f64, step: f64) -> Self {
        Self { digits: true, ..Self::in_words(first, end, number, step) }
    }

    /// The figure times a positive factor.
    pub fn multiply(&mut self, factor: f64) {
        self.interval = self.interval.scaled(factor);
        self.best = self.best.map(|best| best * factor);
        self.step *= factor;
        self.scale *= factor;
    }

    /// Whether it is a part of one, in words or as a ratio: "half", "two-thirds", "1 in 3". "0.5" is an amount.
    #[must_use]
    pub fn is_share(&self) -> bool {
        let one = !self.digits || self.end > self.first + 1;
        one && self.interval.lo > 0.0 && self.interval.hi < 1.0
    }

    fn add(&mut self, part: f64) {
        self.interval = self.interval.shifted(part);
        self.best = self.best.map(|best| best + part);
        self.step = part;
    }

    /// "-5", "minus 5": a sign that belongs to no word before it.
    fn with_sign(mut self, reader: &Reader) -> Self {
        let (Some(before), Some(best)) = (self.first.checked_sub(1), self.best) else { return self };
        let minus = match reader.kind(before) {
            TokenKind::Dash => {
                reader.is_glued(self.first)
                    && !reader.is_glued(before)
                    && matches!(reader.written(before), "-" | "−")
                    && !reader.is_sentence_start(before)
            }
            TokenKind::Word => {
                let arithmetic = before.checked_sub(1).is_some_and(|left| reader.kind(left) == TokenKind::Number);
                reader.word(before).is(Class::NEGATIVE) && !arithmetic
            }
            _ => false,
        };
        if minus && before >= 2 && reader.is(before - 1, "or") && reader.is(before - 2, "plus") {
            (self.first, self.interval, self.precision) = (before - 2, Interval::closed(-best, best), Precision::Range);
        } else if minus {
            (self.first, self.interval, self.best) = (before, Interval::point(-best), Some(-best));
        }
        self
    }

    /// "3.2 million", "3.2-million", "2.5 bn".
    fn take_magnitudes(&mut self, reader: &Reader) {
        for _ in 0..3 {
            let at = reader.past_hyphen(self.end);
            let word = reader.word(at);
            if word.is(Class::MAGNITUDE) || word.is(Class::SUFFIX) && !word.money_only {
                self.multiply(word.number);
                self.end = at + 1;
            } else {
                return;
            }
        }
    }

    /// "two and a half".
    fn take_half(&mut self, reader: &Reader) {
        let at = self.end;
        if reader.word(at + 2).is(Class::FRACTION) && reader.word(at + 1).is(Class::ARTICLE) && reader.is(at, "and") {
            self.end = at + 3;
            // "a million and a half".
            let of = if self.scale >= 1000.0 { self.scale } else { 1.0 };
            self.add(reader.word(at + 2).number * of);
            self.take_magnitudes(reader);
        }
    }

    /// "dozens of", "tens of thousands of": the "of" is not part of it.
    fn from_vague(reader: &Reader, at: usize) -> Option<Self> {
        if !reader.word(at).is(Class::VAGUE) {
            return None;
        }
        let (end, (lo, hi)) = reader.expression(&reader.lexicon.vague_counts, at)?;
        let end = if reader.is(end - 1, "of") { end - 1 } else { end };
        let mut figure = Self::in_words(at, end, *lo, 1.0);
        let best = Some(*lo).filter(|lo| lo == hi);
        (figure.interval, figure.best, figure.precision) = (Interval::closed(*lo, *hi), best, Precision::Vague);
        Some(figure)
    }
}

impl Reader<'_> {
    /// The first token of a figure, the hedge before it included.
    #[inline]
    #[must_use]
    pub fn start_of(&self, figure: &Figure) -> usize {
        self.hedge_before(figure.first).map_or(figure.first, |(start, _)| start)
    }
}
