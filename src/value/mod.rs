//! What a phrase means, as data: intervals on the axis of a kind, dates and times that may still be symbolic.
//!
//! A value is an interval on the axis of its kind. A value that was read from a text may still be symbolic ("Thursday",
//! "3:30 p.m. ET"); [`crate::placing::positions`] puts the values of one topic on one axis, given when and where each was
//! published.

mod conversion;
pub mod date;
pub mod interval;
mod kind;
mod sound;
pub mod time;
mod unplaced;
pub mod worded;

pub use crate::lexicon::Precision;
pub use interval::Interval;
pub use kind::{
    AxisOf, BareWord, Beside, Brief, Distance, Facts, Family, IsoOf, Kind, Likeness, Measured, Phrasing, Scale, Sort,
    Units, ValueTie, WordOrder, unknown_unit,
};
pub use sound::YEARS;
pub use unplaced::Unplaced;

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A value as it was read from words: symbolic where it needs an anchor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The shelf it comes from.
    pub kind: Kind,
    /// Its words as written, hedge and unit included.
    pub text: Box<str>,
    /// The words of its hedge, as written.
    pub hedge: Option<Box<str>>,
    /// How exactly it is given.
    pub precision: Precision,
    /// What it means.
    pub content: Content,
}

/// What a value means, by the sort of axis its kind has. Of a value in several places (in a sentence, in the claims that it
/// makes) there is one meaning: it takes more room than all else of a value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A number with or without a unit: number, count, measure, money, duration, ...
    Amount(Arc<Amount>),
    /// A stretch of days, perhaps relative to an anchor.
    Date(Arc<date::DateExpr>),
    /// A clock time, perhaps with a zone and a day.
    Time(Arc<time::TimeExpr>),
    /// A choice's name, a person's name, the words of a quotation: compared for equality.
    Word(Box<str>),
}

impl From<Amount> for Content {
    fn from(amount: Amount) -> Self {
        Self::Amount(Arc::new(amount))
    }
}

impl Content {
    /// The amount, where it is one.
    #[must_use]
    pub fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::Date(_) | Self::Time(_) | Self::Word(_) => None,
        }
    }

    /// The date, where it is one.
    #[must_use]
    pub fn date(&self) -> Option<&date::DateExpr> {
        match self {
            Self::Date(date) => Some(date),
            Self::Amount(_) | Self::Time(_) | Self::Word(_) => None,
        }
    }
}

impl From<date::DateExpr> for Content {
    fn from(date: date::DateExpr) -> Self {
        Self::Date(Arc::new(date))
    }
}

impl From<time::TimeExpr> for Content {
    fn from(time: time::TimeExpr) -> Self {
        Self::Time(Arc::new(time))
    }
}

/// A number with or without a unit, as an interval.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// The interval, in `unit`; seconds for a duration.
    pub interval: Interval,
    /// The number as written, without its hedge; none for "dozens".
    pub best: Option<f64>,
    /// The unit's name ("km"), none for a plain number.
    pub unit: Option<Box<str>>,
    /// The currency's ISO 4217 code.
    pub currency: Option<Box<str>>,
    /// The thing counted ("troops").
    pub of: Option<Box<str>>,
    /// A duration's length in calendar months, where it was given in months or years.
    pub months: Option<Box<Interval>>,
    /// Whether it is a share of a larger number: "the other two", "another five", "30 of the 80".
    pub part: bool,
    /// Whether it was added up from what is written: "a woman and three men".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
    /// Whether the thing counted stands in the words before: "Forty people were hurt. Twelve are in hospital."
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub understood: bool,
    /// Whether its noun takes in only some of those that its topic counts: "12 tourists" of the people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub narrower: bool,
    /// The same amount in other units or currencies, from a bracket: "58 km (36 miles)".
    pub also: Box<[Self]>,
}

impl Value {
    /// Several numbers as one of this thing; none where one of them is no amount. What hedges differ about is vague.
    #[must_use]
    pub fn sum<'v>(values: impl Iterator<Item = &'v Self>, of: &str) -> Option<Self> {
        let mut sum: Option<(Self, Amount)> = None;
        for value in values {
            let next = value.content.amount()?;
            sum = Some(match sum {
                None => (value.clone(), next.clone()),
                Some((first, so_far)) => {
                    let precision = first.precision.and(value.precision);
                    let hedge = first.hedge.clone().or_else(|| value.hedge.clone());
                    (Self { precision, hedge, ..first }, so_far.and(next, of))
                }
            });
        }
        let (first, amount) = sum?;
        Some(Self { content: amount.into(), ..first })
    }

    /// A value that is equal to others or not: what is written, and what it is compared by.
    #[must_use]
    pub fn word(kind: Kind, written: &str, word: &str) -> Self {
        let content = Content::Word(word.into());
        Self { kind, text: written.into(), hedge: None, precision: Precision::Exact, content }
    }

    /// The word that it is compared by, where it is one.
    #[must_use]
    pub fn chosen(&self) -> Option<&str> {
        match &self.content {
            Content::Word(word) => Some(word),
            Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        }
    }

    /// An amount as one of another kind, in this unit.
    #[must_use]
    pub fn in_unit(mut self, kind: Kind, unit: Option<&str>) -> Option<Self> {
        let Content::Amount(amount) = &mut self.content else { return None };
        Arc::make_mut(amount).unit = unit.map(Into::into);
        Some(Self { kind, ..self })
    }

    /// Words without those around them that say what they are: "Marlin" of "Marlin Bank", where a phrase gives the noun.
    #[must_use]
    pub fn without(mut self, before: &str, kept: &str, behind: &str) -> Self {
        if let Content::Word(word) = &mut self.content {
            let full = word.strip_prefix(before.trim()).unwrap_or(word);
            let full = full.strip_suffix(behind.trim()).unwrap_or(full).trim();
            *word = if full.is_empty() { kept.into() } else { full.into() };
        }
        Self { text: kept.into(), ..self }
    }

    /// Whether the value may stand where a kind is asked for: a bare number is a count, and a count a number.
    #[must_use]
    pub fn is_a(&self, kind: Kind) -> bool {
        kind.takes(self.kind) && !(kind.facts().tie == ValueTie::Counts && self.is_less_than_one())
            || self.bare(kind).is_some()
    }

    /// "A third", which counts nothing; nothing at all does.
    #[must_use]
    pub fn is_less_than_one(&self) -> bool {
        matches!(&self.content, Content::Amount(amount) if 0.0 < amount.interval.lo && amount.interval.hi < 1.0)
    }

    /// What a bare number means where a kind is asked for that reads one otherwise.
    fn bare(&self, kind: Kind) -> Option<Box<str>> {
        let read = kind.facts().from_bare?;
        match &self.content {
            Content::Amount(amount) if self.kind.is_bare() && amount.of.is_none() => {}
            Content::Amount(_) | Content::Date(_) | Content::Time(_) | Content::Word(_) => return None,
        }
        let hedge = self.hedge.as_deref().unwrap_or_default();
        let words = self.text.strip_prefix(hedge).unwrap_or(&self.text);
        read(words.strip_suffix(hedge).unwrap_or(words).trim())
    }

    /// What says the same, or the same and less, in another form: a half as 50 percent, "$84 a barrel" as $84.
    #[must_use]
    pub fn in_another_form(&self) -> Option<Self> {
        (self.kind.facts().other_form)(self)
    }

    /// An amount so many times as large, of this kind and unit.
    #[must_use]
    pub fn scaled(&self, by: f64, kind: Kind, unit: &str) -> Option<Self> {
        let amount = self.content.amount()?;
        let best = amount.best.map(|best| best * by);
        let interval = amount.interval.scaled(by);
        let amount = Amount { interval, best, unit: Some(unit.into()), ..amount.clone() };
        Some(Self { kind, content: amount.into(), ..self.clone() })
    }

    /// The value as one of another kind, where it may be.
    #[must_use]
    pub fn into_kind(mut self, kind: Kind) -> Option<Self> {
        if let Some(word) = self.bare(kind) {
            return Some(Self { kind, content: Content::Word(word), ..self });
        }
        if !self.is_a(kind) {
            return None;
        }
        // A figure stays of the kind that it was read as.
        if kind != Kind::FIGURE {
            self.kind = kind;
        }
        Some(self)
    }
}

impl Amount {
    /// As many of a thing as both give together.
    #[must_use]
    pub fn and(&self, other: &Self, of: &str) -> Self {
        let (a, b) = (self.interval, other.interval);
        let (lo_open, hi_open) = (a.lo_open || b.lo_open, a.hi_open || b.hi_open);
        let interval = Interval { lo: a.lo + b.lo, hi: a.hi + b.hi, lo_open, hi_open };
        let best = self.best.zip(other.best).map(|(a, b)| a + b);
        Self { interval, best, of: Some(of.into()), derived: true, ..Self::default() }
    }

    /// The amount in a currency, where it or its bracket gives it in that.
    #[must_use]
    pub fn in_currency(&self, code: &str) -> Option<&Self> {
        std::iter::once(self).chain(&self.also).find(|amount| amount.currency.as_deref() == Some(code))
    }
}
