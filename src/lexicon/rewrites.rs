//! What people write instead of a sentence of the rule language, and what they mean.

use serde::Deserialize;

/// What is written, and what is meant.
pub type Pairs = Vec<(String, String)>;

/// `rewrites.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rewrites {
    /// Words that begin what stands behind a subject, beside those of the language itself.
    pub openings: Vec<String>,
    /// First words.
    pub beginnings: Pairs,
    /// First words before a value.
    pub values: Pairs,
    /// Last words.
    pub endings: Pairs,
}
