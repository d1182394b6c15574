//! What is written in place of words, so that a text says something else in the same way.

use serde::Deserialize;
use std::collections::BTreeMap;

/// `mutations.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MutationWords {
    /// Number words: ten times as many, then a few more or less.
    pub numbers: BTreeMap<String, (String, String)>,
    /// Hedges that turn into their opposite.
    pub hedges: BTreeMap<String, String>,
    /// Months, short or in full.
    pub months: BTreeMap<String, String>,
    /// Days of the week, short or in full.
    pub weekdays: BTreeMap<String, String>,
    /// Abbreviations of zones.
    pub zones: BTreeMap<String, String>,
    /// Units and currencies.
    pub units: BTreeMap<String, String>,
    /// How a clause is denied.
    pub denials: DenialWords,
}

/// How a clause is denied, and what is lost where one is.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DenialWords {
    /// Behind an auxiliary.
    #[serde(rename = "behind auxiliary")]
    pub behind_auxiliary: String,
    /// Before a verb without one.
    #[serde(rename = "before verb")]
    pub before_verb: String,
    /// Forms of "be", which is denied as an auxiliary is.
    pub be: Vec<String>,
    /// Words that deny.
    pub lost: Vec<String>,
    /// Auxiliaries that have one in them.
    pub contracted: BTreeMap<String, String>,
}
