//! A phrase: how a writer would put a claim, with a hole for its value.

use crate::value::Kind;
use std::collections::BTreeMap;

/// A parsed phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {}

/// What is wrong with a phrase, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseMistake {
    /// A stable name: `unclosed-bracket`.
    pub code: &'static str,
    /// The bytes of the phrase at fault.
    pub span: std::ops::Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

/// What a phrase may refer to: the file's `names:` (each with its spellings) and `words:` lists.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Canonical name to its other spellings.
    pub names: BTreeMap<String, Vec<String>>,
    /// List name to its words, used as `$name`.
    pub words: BTreeMap<String, Vec<String>>,
}

/// How a phrase may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A topic's phrase: its hole must be of this kind (a choice or quotation topic's phrases have no hole).
    Topic(Kind),
    /// A veto: the hole is optional, and must be of this kind.
    Veto(Kind),
}

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// Every mistake that was found, in the order of the phrase.
    pub fn parse(_text: &str, _used_as: Use, _vocabulary: &Vocabulary) -> Result<Self, Vec<PhraseMistake>> {
        Ok(Self {})
    }
}
