//! A rule's sentence: from words to a tree, and back.

use crate::{claim::Topic, lexicon::Lexicon};

/// What a sentence asks of a story.
#[derive(Clone, Debug)]
pub struct Requirement {}

/// What is wrong with a sentence, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceMistake {
    /// A stable name: `unknown-topic`.
    pub code: &'static str,
    /// The bytes of the sentence at fault.
    pub span: std::ops::Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// A few words at the caret.
    pub label: Option<String>,
}

/// Reads a sentence about the declared topics.
///
/// # Errors
/// Every mistake that was found, in the order of the sentence.
pub fn parse(_sentence: &str, _topics: &[&Topic], _lexicon: &Lexicon) -> Result<Requirement, Vec<SentenceMistake>> {
    Ok(Requirement {})
}
