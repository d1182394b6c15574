//! The words in which values are said. Messages are in the language of the program, whatever an article's is: these words
//! are asked for where something is said, and handed down by nobody.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// `saying.yaml`: how messages say values.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spoken {
    /// Signs that stand before an amount, by the currency's code.
    pub signs: FxHashMap<String, String>,
    /// Numbers that have a name from here up, the largest first.
    pub magnitudes: Vec<(f64, String)>,
    /// Lengths of time in seconds, the longest first.
    pub lengths: Vec<(f64, String)>,
    /// Words that join others: none of them is what a subject is about.
    pub joining: FxHashSet<String>,
    /// Plurals that are not made with an "s".
    pub plurals: FxHashMap<String, String>,
    /// The units that a dimension is told in, the largest first, with their size in base units.
    pub units: FxHashMap<String, Vec<(f64, String)>>,
}
