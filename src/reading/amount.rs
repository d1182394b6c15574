//! A value read at its place, and amounts with the hedges around them.

use super::{Figure, Reader};
use crate::{
    lexicon::{HedgeMeaning, IntervalEnd},
    value::{Amount, Content, Interval, Kind, Precision, Value},
};

/// A value read at the tokens `first..end`.
#[derive(Clone, Debug)]
pub struct AmountReading {
    /// Its first token, hedge included.
    pub first: usize,
    /// One past its last token, unit included.
    pub end: usize,
    /// What it means.
    pub value: Value,
}

/// A hedge behind a number has at most so many tokens: ", give or take a few".
const LONGEST_HEDGE_AFTER: usize = 6;

impl<'a> Reader<'a> {
    /// The hedge that a figure ends with: its first token, and its meaning.
    fn hedge_within(&self, figure: &Figure) -> Option<(usize, &'a HedgeMeaning)> {
        let first = (figure.first + 1).max(figure.end.saturating_sub(LONGEST_HEDGE_AFTER));
        (first..figure.end).find_map(|at| {
            let (_, meaning) = self.hedge_after(at).filter(|(end, _)| *end == figure.end)?;
            Some((at, meaning))
        })
    }

    /// A value whose words are the tokens `first..end`.
    #[must_use]
    pub fn value(&self, kind: Kind, first: usize, end: usize, content: Content) -> AmountReading {
        let text = self.text.words(first, end).into();
        let precision = Precision::Exact;
        AmountReading { first, end, value: Value { kind, text, hedge: None, precision, content } }
    }

    /// An amount whose unit ends before `end`, with the hedges around it. `step` is what half a unit is half of.
    #[must_use]
    pub fn amount(&self, kind: Kind, figure: &Figure, end: usize, amount: Amount, step: f64) -> AmountReading {
        let mut amount = amount;
        let mut precision = figure.precision;
        let mut hedge = None;
        let (mut first, mut end) = (figure.first, end);
        if let Some((start, meaning)) = self.hedge_before(figure.first) {
            hedge = Some(self.text.words(start, figure.first).into());
            first = start;
            apply(meaning, &mut amount, step, &mut precision);
        } else if let Some((start, meaning)) = self.hedge_within(figure) {
            hedge = Some(without_joint(&self.text.words(start, figure.end)).into());
            apply(meaning, &mut amount, step, &mut precision);
        } else if let Some((after, meaning)) = self.hedge_after(end) {
            hedge = Some(without_joint(&self.text.words(end, after)).into());
            end = after;
            apply(meaning, &mut amount, step, &mut precision);
        }
        let mut reading = self.value(kind, first, end, amount.into());
        reading.value.hedge = hedge;
        reading.value.precision = precision;
        reading
    }
}

/// A hedge's own words: "-odd" is "odd".
fn without_joint(hedge: &str) -> &str {
    hedge.trim_start_matches(['-', ',', ' '])
}

/// Widens or opens an amount as a hedge says.
fn apply(meaning: &HedgeMeaning, amount: &mut Amount, step: f64, precision: &mut Precision) {
    amount.interval = hedged(meaning, amount.interval, step);
    if let Some(months) = &mut amount.months {
        **months = hedged(meaning, **months, 1.0);
    }
    *precision = meaning.precision;
}

/// What a hedge makes of an interval: its factors apply to the interval's own ends, so that "less than a month" ends
/// where a long month does. An amount that is at most something is more than nothing, or nothing.
fn hedged(meaning: &HedgeMeaning, of: Interval, step: f64) -> Interval {
    let open = |bound: IntervalEnd| meaning.open.contains(&bound);
    // A share of one is not counted in ones.
    let is_share = 0.0 < of.lo && of.hi < 1.0;
    let reach = |bound: IntervalEnd| if meaning.half_unit == Some(bound) && !is_share { step / 2.0 } else { 0.0 };
    let lo = meaning.low.map(|factor| {
        if reach(IntervalEnd::Low) > 0.0 {
            (of.lo * factor).min(of.lo - reach(IntervalEnd::Low))
        } else {
            of.lo * factor
        }
    });
    let hi = meaning.high.map(|factor| (of.hi * factor).max(of.hi + reach(IntervalEnd::High)));
    let (lo, lo_open) = match lo {
        Some(lo) => (lo, open(IntervalEnd::Low)),
        None if of.hi >= 0.0 => (0.0, open(IntervalEnd::High)),
        None => (f64::NEG_INFINITY, true),
    };
    let (hi, hi_open) = hi.map_or((f64::INFINITY, true), |hi| (hi, open(IntervalEnd::High)));
    if lo > hi {
        Interval { lo: hi, hi: lo, lo_open: hi_open, hi_open: lo_open }
    } else {
        Interval { lo, hi, lo_open, hi_open }
    }
}
