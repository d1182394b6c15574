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
    /// Words of sentences that say a thing in another order.
    pub wordings: Wordings,
}

/// By which words a sentence is told that says a thing in another order.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wordings {
    /// Before what something equals.
    pub equated: Vec<String>,
    /// Verbs before likeness.
    pub being: Vec<String>,
    /// How likeness begins.
    pub alike: Vec<String>,
    /// How its opposite begins.
    pub unlike: Vec<String>,
    /// Before a list of values, one of which holds.
    #[serde(rename = "one of")]
    pub one_of: Vec<String>,
    /// How conditions begin.
    pub conditions: Vec<String>,
    /// Functions that ask whether something is there.
    #[serde(rename = "asking if given")]
    pub asking_if_given: Vec<String>,
    /// Functions that ask whether something is one.
    #[serde(rename = "asking if one")]
    pub asking_if_one: Vec<String>,
    /// What sources do that say the same.
    pub agreeing: Vec<String>,
    /// How what is denied begins.
    pub denied: Vec<String>,
    /// Verbs of sources that give something.
    pub citing: Vec<String>,
    /// Words for all sources, and none by name.
    pub general: Vec<String>,
    /// Before the name of a source.
    #[serde(rename = "before names")]
    pub before_names: Vec<String>,
    /// Before a tolerance.
    pub tolerance: Vec<String>,
    /// Before a kind, every value of which is meant.
    pub every: Vec<String>,
    /// Before a topic, and no part of its name.
    #[serde(rename = "before topics")]
    pub before_topics: Vec<String>,
    /// Patterns of other tools.
    pub patterns: Vec<String>,
}

/// What follows the first of some words that a text begins with.
#[must_use]
pub fn behind_any<'t>(text: &'t str, words: &[String]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word.as_str()))
}
