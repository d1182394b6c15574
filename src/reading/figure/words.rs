//! Figures in words: "three hundred and fifty-two thousand", "half a million", "two-thirds".

use super::Figure;
use crate::{
    lexicon::{Class, Word, WordGroup},
    reading::Reader,
    text::TokenKind,
};

/// A number word run is cut here: no amount has more words, and a text may hold nothing else.
const LONGEST_RUN: usize = 16;

impl Figure {
    /// "three hundred and fifty-two thousand", "a dozen", "half a million".
    pub(super) fn from_words(reader: &Reader, at: usize) -> Option<Self> {
        let word = reader.word(at);
        if word.is(Class::FRACTION) {
            return Self::from_fraction(reader, at);
        }
        if word.is(Class::ARTICLE) && !reader.word(at + 1).is(Class::MAGNITUDE) {
            return Self::from_part(reader, at);
        }
        let mut figure = Self::from_run(reader, at)?;
        if let Some((end, parts)) = parts(reader, &figure) {
            figure.end = end;
            figure.multiply(parts);
            figure.scale = 1.0;
            figure.take_of_one(reader);
            return Some(figure);
        }
        figure.take_point(reader);
        figure.take_pair(reader);
        figure.take_decimals(reader);
        figure.take_half(reader);
        Some(figure)
    }

    /// The words of one whole number.
    fn from_run(reader: &Reader, at: usize) -> Option<Self> {
        let (mut end, mut total, mut group, mut seen) = (at, 0.0, 0.0, false);
        if reader.word(at).is(Class::ARTICLE) {
            (end, group) = (at + 1, 1.0);
        }
        let (mut step, mut scale) = (1.0, 1.0);
        while end - at < LONGEST_RUN {
            let mut next = reader.past_hyphen(end);
            if seen && group % 100.0 == 0.0 && reader.word(next + 1).is(Class::CARDINAL) && reader.is(next, "and") {
                next += 1;
            }
            let word = reader.word(next);
            if word.is(Class::CARDINAL) {
                if seen && !follows(group, word.number) {
                    break;
                }
                (group, step, scale) = (group + word.number, 1.0, 1.0);
            } else if word.is(Class::MAGNITUDE) && (seen || end > at) {
                if word.number >= 1000.0 {
                    // "Three lakh crore", "a thousand million".
                    let again = group == 0.0 && total > 0.0;
                    total = if again { total * word.number } else { total + group.max(1.0) * word.number };
                    group = 0.0;
                } else {
                    group = group.max(1.0) * word.number;
                }
                (step, scale) = (word.number, scale * word.number);
            } else {
                break;
            }
            seen = true;
            end = next + 1;
        }
        let mut figure = Self::in_words(at, end, total + group, step);
        figure.scale = scale;
        seen.then_some(figure)
    }

    /// "Nineteen eighty-two", "twenty thirty": a number of two digits right behind one from ten to twenty.
    fn take_pair(&mut self, reader: &Reader) {
        let opens = self.end == self.first + 1 && self.best.is_some_and(|best| (10.0..=20.0).contains(&best));
        if !opens || !reader.word(self.end).is(Class::CARDINAL) || reader.is_glued(self.end) {
            return;
        }
        let Some(second) = Self::from_run(reader, self.end).filter(|second| second.scale == 1.0) else { return };
        if let (Some(first), Some(rest)) = (self.best, second.best.filter(|rest| (10.0..100.0).contains(rest))) {
            let pair = Self::in_words(self.first, second.end, first * 100.0 + rest, 1.0);
            *self = pair;
        }
    }

    /// "point five percent", and not "at that point five percent" or "at one point five percent".
    fn take_point(&mut self, reader: &Reader) {
        let (Some(best), Some(point)) = (self.best, self.first.checked_sub(1)) else { return };
        let digit = self.end == self.first + 1 && (1.0..10.0).contains(&best);
        if !digit || !reader.is(point, "point") || !reader.word(self.end).is(Class::PERCENT) {
            return;
        }
        let before = reader.word(point.wrapping_sub(1));
        if !before.is(Class::DETERMINER.and(Class::CARDINAL).and(Class::ORDINAL).and(Class::SHIFT)) {
            *self = Self::in_words(point, self.end, best / 10.0, 0.1);
        }
    }

    /// "two point two million".
    fn take_decimals(&mut self, reader: &Reader) {
        let digit = |at: usize| {
            let word = reader.word(at);
            (word.is(Class::CARDINAL) && word.number < 10.0).then_some(word.number)
        };
        let pointed = self.first.checked_sub(1).is_some_and(|before| reader.is(before, "at"));
        if digit(self.end + 1).is_none() || pointed || !reader.is(self.end, "point") {
            return;
        }
        let (mut weight, mut at) = (1.0, self.end + 1);
        while let Some(number) = digit(at).filter(|_| weight > 1e-6) {
            weight /= 10.0;
            self.add(number * weight);
            at += 1;
        }
        (self.end, self.step) = (at, weight);
        self.take_magnitudes(reader);
    }

    /// "half a million", "half an hour", "half-mile", "half of the voters".
    fn from_fraction(reader: &Reader, at: usize) -> Option<Self> {
        let word = reader.word(at);
        let measured = Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT);
        let mut figure = Self::in_words(at, at + 1, word.number, word.number);
        let behind = if reader.is(at + 1, "of") { at + 2 } else { at + 1 };
        // "Half a year", and not "in the quarter a year ago".
        if reader.word(behind).is(Class::ARTICLE) && (behind > at + 1 || reader.is(at, "half")) {
            let next = reader.word(behind + 1);
            if next.is(Class::MAGNITUDE) {
                figure.end = behind + 1;
                figure.take_magnitudes(reader);
                return Some(figure);
            }
            figure.end = behind + 1;
            return next.is(measured).then_some(figure);
        }
        // "half million".
        if reader.word(at + 1).is(Class::MAGNITUDE)
            && reader.word(at + 1).number >= 1000.0
            && !is_pointed_at(reader, at)
        {
            figure.take_magnitudes(reader);
            return Some(figure);
        }
        // "half its staff", "half the seats", but not "the first half the team".
        if reader.is(at, "half") && is_half_of(reader, at) {
            return Some(figure);
        }
        let hyphened = reader.kind(at + 1) == TokenKind::Hyphen && reader.word(at + 2).is(measured);
        if hyphened || reader.word(at + 1).is(Class::UNIT) {
            return Some(figure);
        }
        let shared = behind == at + 2 && !is_pointed_at(reader, at);
        shared.then_some(figure)
    }

    /// "a third of the voters", "a quarter of them".
    fn from_part(reader: &Reader, at: usize) -> Option<Self> {
        let parts = part(reader.word(at + 1))?;
        // "a quarter million".
        if reader.word(at + 2).is(Class::MAGNITUDE) && reader.word(at + 1).is(Class::FRACTION) {
            let mut figure = Self::in_words(at, at + 2, parts, parts);
            figure.take_magnitudes(reader);
            return Some(figure);
        }
        // "fell by a quarter", "nearly a third".
        let told = at.checked_sub(1).is_some_and(|before| reader.is(before, "by"))
            || reader.hedge_before(at).is_some_and(|(first, _)| first + 1 < at || !reader.is(first, "some"));
        // "a third lower than".
        let compared = reader.is(at + 3, "than");
        if compared || told && !reader.is(at + 2, "of") && !is_noun(reader, at + 2) {
            return Some(Self::in_words(at, at + 2, parts, parts));
        }
        if !reader.is(at + 2, "of") {
            return None;
        }
        if !reader.word(at + 3).is(Class::ARTICLE) {
            return Some(Self::in_words(at, at + 2, parts, parts));
        }
        // "a quarter of a million", "a third of a mile".
        let mut figure = Self::in_words(at, at + 2, parts, parts);
        figure.take_of_one(reader);
        (figure.end > at + 2).then_some(figure)
    }
}

/// "half the seats", "half its staff", "cut by half", "fewer than half passed".
fn is_half_of(reader: &Reader, at: usize) -> bool {
    let owned = reader.is_of(at + 1, WordGroup::HALVED);
    let by = at.checked_sub(1).is_some_and(|before| reader.is(before, "by")) && !is_noun(reader, at + 1);
    let clock = reader.is(at + 1, "past") || reader.kind(at + 1) == TokenKind::Hyphen;
    let hedged = reader.hedge_before(at).is_some() && !clock;
    (owned || by || hedged) && !is_pointed_at(reader, at)
}

/// A word that may be a noun: "a third man".
fn is_noun(reader: &Reader, at: usize) -> bool {
    matches!(reader.kind(at), TokenKind::Word | TokenKind::Hyphen) && !reader.word(at).is(Class::FUNCTION)
}

/// "first half of", "each half of": a half that is named, and no share.
fn is_pointed_at(reader: &Reader, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = reader.word(before);
    let pointing = Class::ORDINAL.and(Class::SHIFT).and(Class::REFERENCE).and(Class::SHARE).and(Class::DATE_PART);
    word.is(pointing) || reader.kind(before) == TokenKind::Possessive || word.is_of(WordGroup::EACH_HALF)
}

/// The share that "thirds", "quarter" or "fifth" is.
fn part(word: &Word) -> Option<f64> {
    if word.is(Class::FRACTION) {
        return Some(word.number);
    }
    (word.is(Class::ORDINAL) && word.number >= 3.0).then(|| 1.0 / word.number)
}

/// "two-thirds", "three quarters of", "one-fifth", "one third of": one past it, and the part.
fn parts(reader: &Reader, figure: &Figure) -> Option<(usize, f64)> {
    if figure.scale > 1.0 {
        return None;
    }
    let at = reader.past_hyphen(figure.end);
    let word = reader.word(at);
    let part = part(word).filter(|_| !word.is(Class::DURATION))?;
    let hyphen = at > figure.end;
    // "The first two quarters of 2021".
    let which = Class::ORDINAL.and(Class::SHIFT).and(Class::WHICH);
    if !hyphen && figure.first.checked_sub(1).is_some_and(|before| reader.word(before).is(which)) {
        return None;
    }
    let whole = reader.is(at + 1, "of") || reader.is(at + 1, "the");
    let fits = if figure.best == Some(1.0) {
        !reader.written(at).ends_with('s') && (hyphen || whole || reader.kind(at + 1) != TokenKind::Word)
    } else {
        // "three quarters of growth" is rare beside three quarters of something.
        reader.written(at).ends_with('s') && (hyphen || whole || (part - 1.0 / 3.0).abs() < 1e-9)
    };
    fits.then_some((at + 1, part))
}

/// Whether a number word may stand behind those of its group: "fifty two", "hundred five", but not "five six".
fn follows(group: f64, next: f64) -> bool {
    group == 0.0 || group % 100.0 == 0.0 || group % 10.0 == 0.0 && group % 100.0 >= 20.0 && next < 10.0
}
