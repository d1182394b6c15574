//! A bare figure: digits or number words, with magnitudes and ranges, before any unit. Every kind of amount begins with one.

mod digits;
mod label;
mod list;
mod range;
mod ratio;
mod span;
mod words;

pub use label::{is_figure, is_labelled, is_position};
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
            TokenKind::Word => is_minus(reader, before),
            // "Minus-48".
            TokenKind::Hyphen => reader.is_glued(self.first) && before > 0 && is_minus(reader, before - 1),
            _ => false,
        };
        let before = if minus && reader.kind(before) == TokenKind::Hyphen { before - 1 } else { before };
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
            let suffix = word.is(Class::SUFFIX) && !word.money_only && !self.is_moment(reader, at);
            if word.is(Class::MAGNITUDE) || suffix {
                self.multiply(word.number);
                self.end = at + 1;
            } else {
                return;
            }
        }
    }

    /// "In 2029 thousands fled", "on May 12 thousands", "at 60 thousands retire": the plural at `at` begins a phrase of its own.
    fn is_moment(&self, reader: &Reader, at: usize) -> bool {
        let before = reader.word(self.first.wrapping_sub(1));
        reader.written(at).ends_with('s')
            && (self.is_year(reader) || before.is(Class::MONTH.and(Class::BEFORE_TIME).and(Class::LABEL)))
    }

    /// "two and a half", "one-and-a-half", "two and three quarters".
    fn take_half(&mut self, reader: &Reader) {
        if let Some((end, part)) = and_part(reader, self.end) {
            self.end = end;
            // "a million and a half".
            let of = if self.scale >= 1000.0 { self.scale } else { 1.0 };
            self.add(part * of);
            self.take_magnitudes(reader);
        }
    }

    /// "of a mile", "of an hour", "of a million" behind a part of one: its unit stands right behind what is taken.
    fn take_of_one(&mut self, reader: &Reader) {
        let unit = self.end + 2;
        if !reader.is(self.end, "of") || !reader.word(self.end + 1).is(Class::ARTICLE) {
            return;
        }
        if reader.word(unit).is(Class::MAGNITUDE) {
            self.end = unit;
            self.take_magnitudes(reader);
        } else if is_one_unit(reader, unit) {
            self.end = unit;
        }
    }

    /// Where the unit of a vague number stands: "hundreds of years", "tens of thousands of dollars".
    #[must_use]
    pub fn unit_at(&self, reader: &Reader) -> usize {
        let of = self.end + 1;
        let plural = || reader.written(of).ends_with('s') || reader.word(of).is(Class::PLURAL);
        let vague = self.precision == Precision::Vague && reader.is(self.end, "of") && plural();
        if vague { of } else { reader.past_hyphen(self.end) }
    }

    /// "nineteen eighty-two": two numbers of two digits, spoken as one of four.
    #[must_use]
    pub fn is_spoken_pair(&self, reader: &Reader) -> bool {
        let first = reader.word(self.first);
        let spoken = |best: f64| first.number >= 10.0 && (best / 100.0).floor() == first.number && best % 100.0 >= 10.0;
        let plain = (self.first..self.end).all(|at| !reader.word(at).is(Class::MAGNITUDE));
        !self.digits && self.end > self.first + 1 && first.is(Class::CARDINAL) && plain && self.best.is_some_and(spoken)
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
        // "Several hundred million".
        while reader.word(figure.end).is(Class::MAGNITUDE) && figure.scale < 1e12 {
            figure.multiply(reader.word(figure.end).number);
            figure.end += 1;
        }
        Some(figure)
    }
}

/// "Minus" before a number, and not between two.
fn is_minus(reader: &Reader, at: usize) -> bool {
    let arithmetic = at.checked_sub(1).is_some_and(|left| reader.kind(left) == TokenKind::Number);
    reader.word(at).is(Class::NEGATIVE) && !arithmetic
}

/// "And a half", "and three quarters", hyphens between or not: one past it, and the part.
#[must_use]
pub fn and_part(reader: &Reader, end: usize) -> Option<(usize, f64)> {
    let and = reader.past_hyphen(end);
    if !reader.is(and, "and") {
        return None;
    }
    let above = reader.past_hyphen(and + 1);
    let at = reader.past_hyphen(above + 1);
    let (count, part) = (reader.word(above), reader.word(at));
    let number = match () {
        () if !part.is(Class::FRACTION) => return None,
        () if count.is(Class::ARTICLE) => 1.0,
        () if count.is(Class::CARDINAL) => count.number,
        () => return None,
    };
    Some((at + 1, number * part.number)).filter(|(_, part)| *part < 1.0)
}

/// Whether a whole unit stands there, of length or time or a currency: "mile", and not the "light" of "light aircraft".
fn is_one_unit(reader: &Reader, at: usize) -> bool {
    let word = reader.word(at);
    word.is(Class::DURATION.and(Class::PERCENT))
        || word.is(Class::UNIT) && reader.expression(&reader.lexicon.unit_names, at).is_some()
        || word.is(Class::CURRENCY) && reader.expression(&reader.lexicon.currency_names, at).is_some()
}

impl Reader<'_> {
    /// The first token of a figure, the hedge before it included.
    #[inline]
    #[must_use]
    pub fn start_of(&self, figure: &Figure) -> usize {
        self.hedge_before(figure.first).map_or(figure.first, |(start, _)| start)
    }
}
