//! Where a value lies on the axis of its kind, once the article's date and zone are known.

use super::{Interval, Kind, Value};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When and where a value was published: what relative values resolve against.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Situation {
    /// The anchor: the day of publication.
    pub anchor: Option<NaiveDate>,
    /// The zone of the article or its story, an IANA name ("Europe/Kyiv"): what "local time" means.
    pub timezone: Option<String>,
}

/// Where a value lies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// On an axis of numbers.
    On {
        /// What is measured: values compare only on one axis ("seconds", "length", "USD").
        axis: String,
        /// The stretch of the axis: seconds for durations, days since 1970-01-01 for dates (whole days, both in), seconds
        /// since 1970-01-01T00:00Z for times, metres and the like for measures.
        interval: Interval,
        /// Whether another anchor could give another interval.
        anchored: bool,
    },
    /// A word that is equal to others or not: a choice.
    Word(String),
    /// It cannot be known from this article; why, in words.
    Indeterminate(String),
}

impl Position {
    /// The interval, where it has one.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        match self {
            Self::On { interval, .. } => Some(*interval),
            Self::Word(_) | Self::Indeterminate(_) => None,
        }
    }
}

/// How far apart claims may lie under `within`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Tolerance {
    /// An amount on the axis of the kind: seconds for durations and times, days for dates, base units for measures.
    Amount(f64),
    /// A share of the largest value, in percent.
    Percent(f64),
}

/// Puts the values of one topic on one axis, so that they compare: dates against the anchor of their article, clock times
/// on the day they state or borrow, measures in one unit. One position a value, in the same order.
#[must_use]
pub fn positions(values: &[(&Value, &Situation)]) -> Vec<Position> {
    values.iter().map(|(value, _)| place(value)).collect()
}

/// Puts the values of one article that has no anchor on one axis of its own: only they compare with each other.
#[must_use]
pub fn positions_within_article(values: &[&Value]) -> Vec<Position> {
    values.iter().map(|value| place(value)).collect()
}

fn place(value: &Value) -> Position {
    match &value.content {
        super::Content::Amount(amount) => {
            Position::On { axis: value.kind.to_string(), interval: amount.interval, anchored: false }
        }
        super::Content::Word(word) => Position::Word(word.clone()),
        super::Content::Date(_) | super::Content::Time(_) => Position::Indeterminate("not read yet".into()),
    }
}

/// A position in the words of a report: "50 minutes", "30 December 2021", "November 2021".
#[must_use]
pub fn describe(_kind: Kind, position: &Position) -> String {
    match position {
        Position::On { interval, .. } if interval.is_point() => interval.lo.to_string(),
        Position::On { interval, .. } => format!("{} to {}", interval.lo, interval.hi),
        Position::Word(word) => word.clone(),
        Position::Indeterminate(why) => why.clone(),
    }
}
