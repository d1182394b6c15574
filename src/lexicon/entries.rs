//! What words point at: what a hedge does to a number, units, currencies, zones.

use super::Precision;
use serde::Deserialize;

/// What a hedge makes of a number: the interval from `low` times it to `high` times it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HedgeMeaning {
    /// The factor of the lower end; unbounded where left out.
    pub low: Option<f64>,
    /// The factor of the upper end; unbounded where left out.
    pub high: Option<f64>,
    /// The ends that are themselves out.
    #[serde(default)]
    pub open: Vec<IntervalEnd>,
    /// The end that reaches at least half a unit further.
    #[serde(default, rename = "half unit")]
    pub half_unit: Option<IntervalEnd>,
    /// How exact it leaves the number.
    pub precision: Precision,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntervalEnd {
    /// The lower end.
    Low,
    /// The upper end.
    High,
}

/// What a phrase of nothing counted means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ZeroCount {
    /// Zero.
    #[serde(rename = "none")]
    None,
    /// Zero as far as is known: open upwards.
    #[serde(rename = "none known")]
    NoneKnown,
}

/// A unit of a dimension.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its name in output.
    pub name: String,
    /// What it measures: "length".
    pub dimension: String,
    /// How many base units it is.
    pub factor: f64,
    /// What is added before the factor applies: −32 for Fahrenheit.
    pub offset: f64,
    /// Whether "a mile" is a measure.
    pub single: bool,
    /// The unit that a bare number behind it is in, by name: "5 ft 10".
    pub smaller: Option<String>,
    /// The least and the greatest number that a letter behind it may make a value of this unit.
    pub usual: Option<(f64, f64)>,
}

/// A unit of time: seconds, or calendar months.
#[derive(Clone, Debug)]
pub struct DurationUnit {
    /// Its name: "week".
    pub name: String,
    /// Its length in seconds, where that is fixed.
    pub seconds: Option<f64>,
    /// Its length in months, where it is not.
    pub months: Option<f64>,
    /// What ISO 8601 writes for a number N of it: "PTNM".
    pub iso: String,
    /// How many "for weeks" and the like may be.
    pub vague: (f64, f64),
    /// Whether ages are counted in it: "six weeks old".
    pub ages: bool,
}

/// What a price is for, by a word for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceUnit {
    /// Its name: "month".
    pub name: String,
    /// Whether the word says it by itself: "monthly".
    pub is_adverb: bool,
    /// Whether it is a stretch of time.
    pub of_time: bool,
}

/// A currency.
#[derive(Clone, Debug)]
pub struct Currency {
    /// Its ISO 4217 code.
    pub code: String,
    /// Behind a smaller number its name is another word: "the 12 won".
    pub least: f64,
    /// Whether its code is a word too: "COP 26".
    pub word: bool,
}

/// A zone's abbreviation.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// An IANA name.
    #[serde(rename = "zone")]
    Iana(String),
    /// Hours east of Greenwich.
    Offset(f64),
    /// One of these, by the article's own zone.
    Ambiguous(Vec<String>),
}

/// Which number of "4/7/2021" is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum DayOrder {
    /// The project does not say: the second in running text, and nobody knows on a date line.
    #[default]
    #[serde(skip)]
    Unstated,
    /// The second, as in the United States.
    #[serde(rename = "month first")]
    MonthFirst,
    /// The first, as nearly everywhere else.
    #[serde(rename = "day first")]
    DayFirst,
}
