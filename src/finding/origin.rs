//! Which articles of a story have one origin, and why: plain data, as a report lists it.

use serde::{Deserialize, Serialize};

/// Articles that have one origin, so that they count once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedOrigin {
    /// Their paths, in the order of the story's articles.
    pub articles: Vec<String>,
    /// What binds two of them.
    pub bonds: Vec<SharedBond>,
}

/// What binds two articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedBond {
    /// The path of the first.
    pub one: String,
    /// The path of the other.
    pub other: String,
    /// What it is, with the two before it: "share an agency (Wire)".
    pub why: String,
}
