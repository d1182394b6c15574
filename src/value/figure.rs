//! A bare figure: digits or number words, with magnitudes and ranges, before any unit. Every kind of amount begins with one.

use super::{Interval, Precision, reader::Reader};
use crate::{lexicon::Class, text::TokenKind};
use std::borrow::Cow;

/// A number word run is cut here: no amount has more words, and a text may hold nothing else.
const LONGEST_RUN: usize = 16;

/// Numbers at the tokens `first..end`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
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
        Some(figure.range(reader).unwrap_or(figure))
    }

    fn single(reader: &Reader, at: usize) -> Option<Self> {
        match reader.kind(at) {
            TokenKind::Number => Self::from_digits(reader, at),
            TokenKind::Word => Self::from_vague(reader, at).or_else(|| Self::from_words(reader, at)),
            _ => None,
        }
    }

    fn exact(first: usize, end: usize, number: f64, step: f64, digits: bool) -> Self {
        Self {
            first,
            end,
            interval: Interval::point(number),
            best: Some(number),
            precision: Precision::Exact,
            money_only: false,
            digits,
            step,
            scale: 1.0,
        }
    }

    fn from_digits(reader: &Reader, at: usize) -> Option<Self> {
        let written = reader.written(at);
        let plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        let digits: Cow<str> = if plain {
            Cow::Borrowed(written)
        } else {
            written.chars().filter(|character| character.is_ascii_digit() || *character == '.').collect()
        };
        let number: f64 = digits.parse().ok()?;
        let step = weight_of_last_digit(&digits);
        let mut figure = Self::exact(at, at + 1, number, step, true);
        let (next, glued) = (reader.word(at + 1), reader.is_glued(at + 1));
        if glued && next.is(Class::SUFFIX) {
            figure.multiply(next.number);
            figure.money_only = next.money_only;
            figure.end += 1;
            return Some(figure);
        }
        figure.take_magnitudes(reader);
        figure.take_half(reader);
        Some(figure)
    }

    fn multiply(&mut self, factor: f64) {
        self.interval = self.interval.scaled(factor);
        self.best = self.best.map(|best| best * factor);
        self.step *= factor;
        self.scale *= factor;
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
        if reader.is(at, "and") && reader.word(at + 1).is(Class::ARTICLE) && reader.word(at + 2).is(Class::FRACTION) {
            let half = reader.word(at + 2).number;
            self.end = at + 3;
            self.interval = self.interval.shifted(half);
            self.best = self.best.map(|best| best + half);
            self.step = half;
            self.take_magnitudes(reader);
        }
    }

    /// "dozens of", "tens of thousands of": the "of" is not part of it.
    fn from_vague(reader: &Reader, at: usize) -> Option<Self> {
        if !reader.word(at).is(Class::VAGUE) {
            return None;
        }
        let (count, (lo, hi)) = reader.lexicon.vague_counts.longest(reader.ids(at))?;
        let end = if reader.is(at + count - 1, "of") { at + count - 1 } else { at + count };
        Some(Self {
            first: at,
            end,
            interval: Interval::closed(*lo, *hi),
            best: None,
            precision: Precision::Vague,
            money_only: false,
            digits: false,
            step: 1.0,
            scale: 1.0,
        })
    }

    /// "three hundred and fifty-two thousand", "a dozen", "half a million".
    fn from_words(reader: &Reader, at: usize) -> Option<Self> {
        let word = reader.word(at);
        if word.is(Class::FRACTION)
            && reader.word(at + 1).is(Class::ARTICLE)
            && reader.word(at + 2).is(Class::MAGNITUDE)
        {
            let mut figure = Self::exact(at, at + 2, word.number, word.number, false);
            figure.take_magnitudes(reader);
            return Some(figure);
        }
        let (mut end, mut total, mut group, mut seen) = (at, 0.0, 0.0, false);
        if word.is(Class::ARTICLE) {
            if !reader.word(at + 1).is(Class::MAGNITUDE) {
                return None;
            }
            (end, group) = (at + 1, 1.0);
        }
        let mut step = 1.0;
        while end - at < LONGEST_RUN {
            let mut next = reader.past_hyphen(end);
            if seen && reader.is(next, "and") && reader.word(next + 1).is(Class::CARDINAL) && group % 100.0 == 0.0 {
                next += 1;
            }
            let word = reader.word(next);
            if word.is(Class::CARDINAL) {
                if seen && !follows(group, word.number) {
                    break;
                }
                (group, step) = (group + word.number, 1.0);
            } else if word.is(Class::MAGNITUDE) && (seen || end > at) {
                if word.number >= 1000.0 {
                    total += group.max(1.0) * word.number;
                    group = 0.0;
                } else {
                    group = group.max(1.0) * word.number;
                }
                step = word.number;
            } else {
                break;
            }
            seen = true;
            end = next + 1;
        }
        if !seen {
            return None;
        }
        let mut figure = Self::exact(at, end, total + group, step, false);
        figure.take_half(reader);
        Some(figure)
    }

    /// "10 to 20", "10–20", "10-20", "between 10 and 20", "10 or 12".
    fn range(self, reader: &Reader) -> Option<Self> {
        let best = self.best?;
        let joint = reader.kind(self.end);
        let word = reader.written(self.end);
        let joins = match joint {
            TokenKind::Dash | TokenKind::Hyphen => reader.kind(self.end + 1) == TokenKind::Number && self.digits,
            TokenKind::Word => {
                word.eq_ignore_ascii_case("to")
                    || word.eq_ignore_ascii_case("or")
                    || word.eq_ignore_ascii_case("and") && self.first > 0 && reader.is(self.first - 1, "between")
            }
            _ => false,
        };
        if !joins {
            return None;
        }
        let upper = Self::single(reader, self.end + 1)?;
        let top = upper.best?;
        let mut lower = self;
        // "10 to 20 million" is ten million to twenty million.
        if self.scale == 1.0 && best < top / upper.scale {
            lower.multiply(upper.scale);
        }
        let low = lower.best?;
        let bounded = matches!(joint, TokenKind::Hyphen) && self.is_score(reader, &upper);
        if low >= top || bounded {
            return None;
        }
        let first = if word.eq_ignore_ascii_case("and")
            || word.eq_ignore_ascii_case("to") && reader.is(self.first.wrapping_sub(1), "from")
        {
            self.first - 1
        } else {
            self.first
        };
        Some(Self {
            first,
            end: upper.end,
            interval: Interval::closed(low, top),
            best: None,
            precision: Precision::Range,
            step: lower.step.min(upper.step),
            ..upper
        })
    }

    /// "1-2", "9-11", years and phone numbers: digits glued by hyphens more than once.
    fn is_score(&self, reader: &Reader, upper: &Self) -> bool {
        reader.kind(upper.end) == TokenKind::Hyphen && reader.kind(upper.end + 1) == TokenKind::Number
            || reader.is_glued(self.first) && reader.kind(self.first.wrapping_sub(1)) == TokenKind::Hyphen
    }
}

/// Whether a number word may stand behind those of its group: "fifty two", "hundred five", but not "five six".
fn follows(group: f64, next: f64) -> bool {
    group == 0.0 || group % 100.0 == 0.0 || group % 10.0 == 0.0 && group % 100.0 >= 20.0 && next < 10.0
}

fn weight_of_last_digit(digits: &str) -> f64 {
    match digits.split_once('.') {
        Some((_, decimals)) => 10.0_f64.powi(-i32::try_from(decimals.len()).unwrap_or(0)),
        None => {
            let zeros = digits.len() - digits.trim_end_matches('0').len();
            10.0_f64.powi(i32::try_from(zeros.min(digits.len().saturating_sub(1))).unwrap_or(0))
        }
    }
}
