//! What the clause around a value says, as a record holds it where a rule asks how values are said.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// The words around a value, by the keys of what they say: who, what of them, and what else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidAround {
    /// First byte of the value's words.
    pub start: u32,
    /// One past their last byte.
    pub end: u32,
    /// The clause as it is written, or as much of it as is shown.
    pub words: Box<str>,
    /// The keys of the words of its subject; none where it has none, or a pronoun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject: Vec<String>,
    /// The key of its verb, where that says something by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<String>,
    /// The keys of the other words of the clause.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<String>,
    /// What it does in the clause, where it is who does it or to whom it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acts: Option<Acts>,
    /// The keys of the words of the other one: to whom it does it, or who does it to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<String>,
    /// Its sentence, by its place among those of the article.
    pub sentence: u32,
    /// Whether it says that what it says is not so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub denied: bool,
    /// Whether it only supposes it, or asks.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub supposed: bool,
}

/// What somebody does in a clause, whichever of the two is its subject: in "Lang was sued by Orsk" it is Orsk who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Acts {
    /// Does it.
    Doer,
    /// It is done to it.
    Undergoer,
}

impl SaidAround {
    /// Where the value stands.
    #[must_use]
    pub fn place(&self) -> (u32, u32) {
        (self.start, self.end)
    }

    /// The keys of the words of the clause.
    pub fn of_clause(&self) -> impl Iterator<Item = &str> {
        self.subject.iter().chain(&self.verb).chain(&self.own).map(String::as_str)
    }

    /// The same of a value that stands here.
    pub(super) fn at(self, place: Span, sentence: usize) -> Self {
        let sentence = u32::try_from(sentence).unwrap_or(u32::MAX);
        Self { start: place.start, end: place.end, sentence, ..self }
    }
}
