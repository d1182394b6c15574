//! Ranges: "10 to 20", "between 10 and 20", "from 10 to as many as 20", "5 ± 2".

use super::Figure;
use crate::{
    lexicon::Class,
    reading::Reader,
    text::TokenKind,
    value::{Interval, Precision},
};

/// "5 or 6" is a range; "5 or 500" is a choice.
const WIDEST_CHOICE: f64 = 3.0;

/// "10 to 20" is a range; "5 to 105" is more often a change.
const WIDEST_STRETCH: f64 = 20.0;

/// "rose 5 to 10" may be a range; "rose 5 to 30" is a change and what it came to.
const WIDEST_CHANGE: f64 = 2.0;

/// What joins two figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    Or,
    And,
    Mark,
}

impl Figure {
    /// "10 to 20", "10–20", "10-20", "between 10 and 20", "10 or 12".
    pub(super) fn range(self, reader: &Reader) -> Option<Self> {
        let best = self.best?;
        let (joint, behind) = joint(reader, self.first, self.end)?;
        // What hangs on a number before it is a code, as "2-3" of "1-2-3" is.
        let hangs = || reader.is_glued(self.first) && is_hyphen(reader, self.first.wrapping_sub(1));
        if joint == Joint::Mark && (!(self.digits && reader.kind(behind) == TokenKind::Number) || hangs()) {
            return None;
        }
        let upper = upper(reader, behind)?;
        let top = upper.best?;
        let mut lower = self;
        // "10 to 20 million" is ten million to twenty million.
        if joint == Joint::Mark && shares_thousands(reader, &self, &upper) {
            lower.multiply(1000.0);
        } else if self.scale == 1.0 && best < top / upper.scale {
            lower.multiply(upper.scale);
        }
        let low = lower.best?;
        let from = reader.is(self.first.wrapping_sub(1), "from");
        let fits = match joint {
            Joint::To => {
                (from || low <= 0.0 || top <= low * WIDEST_STRETCH)
                    && !(from && is_change(reader, self.first - 1))
                    && !is_by(reader, self.first, low, top)
                    && (counts(reader, upper.end) || !is_level(reader, &self, low, top))
            }
            Joint::Or => low > 0.0 && top <= low * WIDEST_CHOICE,
            Joint::And => true,
            Joint::Mark => !self.is_code(reader, &upper),
        };
        if low >= top || !fits {
            return None;
        }
        let first = if joint == Joint::And || joint == Joint::To && from { self.first - 1 } else { self.first };
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

    /// "5 ± 2", "5 plus or minus 2".
    pub(super) fn plus_or_minus(self, reader: &Reader) -> Option<Self> {
        let best = self.best?;
        let behind = match reader.kind(self.end) {
            TokenKind::Other if reader.written(self.end) == "±" => self.end + 1,
            TokenKind::Word if reader.is(self.end, "plus") && reader.is(self.end + 2, "minus") => self.end + 3,
            _ => return None,
        };
        let slack = Self::single(reader, behind)?;
        let width = slack.best.filter(|width| *width >= 0.0)?;
        Some(Self {
            end: slack.end,
            interval: Interval::closed(best - width, best + width),
            precision: Precision::Approximate,
            ..self
        })
    }

    /// "1-2-3", "555-1234", "1939-1945": telephone numbers, scores and years joined by hyphens.
    fn is_code(&self, reader: &Reader, upper: &Self) -> bool {
        let (first, second) = (reader.written(self.first), reader.written(upper.first));
        let plain = |written: &str| written.bytes().all(|byte| byte.is_ascii_digit());
        is_hyphen(reader, upper.end) && reader.kind(upper.end + 1) == TokenKind::Number
            || plain(first)
                && plain(second)
                && (first.len() >= 3 || second.len() >= first.len() + 2)
                && second.len() >= 4
                && !is_measured(reader, upper.end)
    }
}

fn is_hyphen(reader: &Reader, at: usize) -> bool {
    matches!(reader.kind(at), TokenKind::Hyphen | TokenKind::Dash)
}

/// "5-8,000", "50-60,000": where so read the first is the smaller, and no more than a tenth part of what stands there.
fn shares_thousands(reader: &Reader, lower: &Figure, upper: &Figure) -> bool {
    let whole = |figure: &Figure| figure.best.filter(|best| best.fract() == 0.0 && figure.end == figure.first + 1);
    let thousands = |at: usize| reader.written(at).ends_with(",000");
    let near = |(low, top): (f64, f64)| low < 1000.0 && low * 1000.0 < top && low * 1000.0 * WIDEST_CHANGE >= top;
    thousands(upper.first)
        && !reader.written(lower.first).contains(',')
        && whole(lower).zip(whole(upper)).is_some_and(near)
}

/// Whether a unit or a magnitude stands there, which no telephone number has.
fn is_measured(reader: &Reader, end: usize) -> bool {
    let classes = Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT);
    reader.word(reader.past_hyphen(end)).is(classes) || reader.kind(end) == TokenKind::Percent
}

/// What joins a figure to the next one, and where that begins.
fn joint(reader: &Reader, first: usize, end: usize) -> Option<(Joint, usize)> {
    match reader.kind(end) {
        TokenKind::Hyphen | TokenKind::Dash if reader.is_glued(end) => {
            // "8- to 16-metre", "10-to-20".
            if reader.is(end + 1, "to") || reader.is(end + 1, "or") {
                return Some((Joint::To, reader.past_hyphen(end + 2)));
            }
            reader.is_glued(end + 1).then_some((Joint::Mark, end + 1))
        }
        // "10 - 20 kg": apart, a dash joins only what has one unit.
        TokenKind::Dash if reader.kind(end + 1) == TokenKind::Number && is_measured(reader, end + 2) => {
            Some((Joint::Mark, end + 1))
        }
        TokenKind::Word => {
            let word = reader.written(end);
            let joint = match word.len() {
                2 if word.eq_ignore_ascii_case("to") => Joint::To,
                2 if word.eq_ignore_ascii_case("or") => Joint::Or,
                3 if word.eq_ignore_ascii_case("and") && reader.is(first.wrapping_sub(1), "between") => Joint::And,
                _ => return None,
            };
            Some((joint, end + 1))
        }
        _ => None,
    }
}

/// "Rose by 12 to 40": by how much, and then to what. "Widened by 40 to 45" and "could rise by 0.5 to 1.2" are ranges.
pub fn is_by(reader: &Reader, first: usize, low: f64, top: f64) -> bool {
    let verb = first.wrapping_sub(2);
    let rose = reader.word(verb).is(Class::CHANGE)
        && (reader.word(verb).is(Class::PAST) || reader.written(verb).ends_with("ed"));
    top > low * WIDEST_CHANGE && reader.is(first.wrapping_sub(1), "by") && rose
}

/// The upper figure, perhaps behind a hedge: "to as many as 20", "and about 7".
fn upper(reader: &Reader, behind: usize) -> Option<Figure> {
    if let Some(figure) = Figure::single(reader, behind) {
        return Some(figure);
    }
    (behind + 1..behind + 4)
        .find(|at| reader.hedge_before(*at).is_some_and(|(first, _)| first == behind))
        .and_then(|at| Figure::single(reader, at))
}

/// Whether a unit or a thing counted may stand there.
fn counts(reader: &Reader, end: usize) -> bool {
    let function = || reader.word(end).is(Class::FUNCTION) && !reader.word(end).is(Class::UNIT);
    match reader.kind(end) {
        TokenKind::Word => !function(),
        TokenKind::Hyphen | TokenKind::Percent | TokenKind::Currency => true,
        _ => false,
    }
}

/// "fell 3 1/4 to 27 1/2", "rose $2 to $15": right behind a verb of change stands by how much, then to what.
pub fn is_level(reader: &Reader, lower: &Figure, low: f64, top: f64) -> bool {
    let verb = reader.start_of(lower).checked_sub(1);
    top > low * WIDEST_CHANGE && verb.is_some_and(|verb| reader.word(verb).is(Class::CHANGE))
}

/// Whether what stands before "from" says that something went from one number to another: two values, and no range.
pub fn is_change(reader: &Reader, from: usize) -> bool {
    (from.saturating_sub(4)..from).any(|at| reader.word(at).is(Class::CHANGE))
}
