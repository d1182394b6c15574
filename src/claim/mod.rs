//! The table: phrases matched to topics, `extract(article, topics) -> ArticleClaims`.

pub mod phrase;
pub mod topic;

pub use phrase::Phrase;
pub use topic::Topic;

use crate::{
    article::{Article, Metadata},
    diagnostic::Diagnostic,
    lexicon::Lexicon,
    text::Part,
    value::{Situation, Value},
};
use serde::{Deserialize, Serialize};

/// The topics of one story, compiled: phrases are looked up by their rarest word, so that many cost hardly more than few.
#[derive(Debug)]
pub struct Topics {}

impl Topics {
    /// Compiles the topics that are read in `story`.
    #[must_use]
    pub fn new<'a>(_topics: impl IntoIterator<Item = &'a Topic>, _lexicon: &Lexicon) -> Self {
        Self {}
    }
}

/// Finds what one article claims on each topic. `story_timezone` is what "local time" means where the article names none.
#[must_use]
pub fn extract(article: &Article, story: &str, story_timezone: Option<&str>, topics: &Topics) -> ArticleClaims {
    let _ = (story_timezone, topics);
    ArticleClaims {
        story: story.to_string(),
        article: article.path.clone(),
        metadata: article.metadata.clone(),
        ..ArticleClaims::default()
    }
}

/// What one article claims: everything that judging needs, without the text.
///
/// It serialises, and needs no other article and no rule.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleClaims {
    /// The story it belongs to.
    pub story: String,
    /// The file, relative to the configuration's folder.
    pub article: String,
    /// What is known of the article: source, agency, day of publication and where that comes from.
    pub metadata: Metadata,
    /// What its relative values resolve against.
    pub situation: Situation,
    /// Its claims, in the order of the text, then of the topics.
    pub claims: Vec<Claim>,
    /// What was wrong with the input: undecodable bytes, another language than it says.
    pub diagnostics: Vec<Diagnostic>,
}

/// A topic's value as one article gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The topic's name.
    pub topic: String,
    /// The value, symbolic where it needs an anchor.
    pub value: Value,
    /// The part of the article it stands in.
    pub part: Part,
    /// The words and their place.
    pub quote: Quote,
    /// Who says so, innermost speaker; `None` for the article's own voice.
    pub speaker: Option<String>,
    /// Who relays it, outermost first.
    pub chain: Vec<String>,
    /// Made of topic, source, folded exact words and value: no path, offset or line.
    pub fingerprint: String,
}

/// Exact words, what stands around them in their sentence, and their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// First byte of the exact words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// The words as they stand.
    pub exact: String,
    /// The sentence before them, trimmed to about 120 characters.
    pub prefix: String,
    /// The sentence after them, trimmed alike.
    pub suffix: String,
}
