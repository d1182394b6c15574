//! Shelf 1: what a phrase means. The interval algebra, and one file a kind of value.
//!
//! A value is an interval on the axis of its kind. A value that was read from a text may still be symbolic ("Thursday",
//! "3:30 p.m. ET"); [`positions`] puts the values of one topic on one axis, given when and where each was published.

pub mod age;
mod amount;
mod calendar;
mod clock;
pub mod count;
pub mod date;
pub mod duration;
pub mod figure;
pub mod interval;
pub mod kind;
mod literal;
pub mod measure;
pub mod money;
pub mod name;
pub mod number;
pub mod ordinal;
pub mod percent;
mod position;
pub mod quotation;
mod reader;
mod shape;
#[cfg(test)]
mod tests;
mod thing;
pub mod time;
mod why;
mod words;

pub use crate::lexicon::Precision;
pub use calendar::{Against, DaySpan};
pub use interval::Interval;
pub use kind::Kind;
pub use literal::{Tolerance, literal, tolerance};
pub use position::{Position, Situation, positions, positions_within_article};
pub use reader::{Reader, Reading};
pub use shape::{Field, Shape, shape, timex};
pub use thing::are_people;
pub use why::because;
pub use words::{MONTHS, Units, WEEKDAYS, day_in_words, describe, in_words, precision_in_words, reading, when};

use serde::{Deserialize, Serialize};

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

/// What a value means, by the sort of axis its kind has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A number with or without a unit: number, count, measure, money, duration, ...
    Amount(Amount),
    /// A stretch of days, perhaps relative to an anchor.
    Date(date::DateExpr),
    /// A clock time, perhaps with a zone and a day.
    Time(time::TimeExpr),
    /// A choice's name, a person's name, the words of a quotation: compared for equality.
    Word(Box<str>),
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
    /// The same amount in other units or currencies, from a bracket: "58 km (36 miles)".
    pub also: Vec<Self>,
}
