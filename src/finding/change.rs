//! Facts, as a snapshot stores them, and what changed among them. Plain data, in the shape that `--format json` prints.

use super::{Agreement, Outcome};
use serde::{Deserialize, Serialize};

/// One thing that an article claims or that a rule answers: a line of a snapshot.
///
/// Texts are on one line, with their hidden characters made visible.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// How the claims on a topic relate.
    Agreement {
        /// The topic.
        topic: String,
        /// How they relate.
        agreement: Agreement,
        /// How many sources hold together.
        agree: usize,
        /// How many give a value that can be compared.
        of: usize,
    },
    /// What a source gives for a topic.
    Claim {
        /// The topic.
        topic: String,
        /// The source.
        source: String,
        /// Its exact words.
        exact: String,
        /// What they mean: `120000`, `2700..3300 s`, `2031-05-08`.
        value: String,
        /// Whose word it is, where a rule asks that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<String>,
    },
    /// What a rule answers.
    Outcome {
        /// The rule's id.
        rule: String,
        /// Its answer.
        outcome: Outcome,
        /// How many of the things that it asks of one by one fail; none where it does not ask so, or holds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        failed: Option<usize>,
    },
    /// A source of the story.
    Source {
        /// Its name.
        source: String,
    },
}

/// One difference between a snapshot and what is found now.
///
/// Without `before` it is new, without `after` it is gone. What follows from a change is in it: how the sources of a topic
/// agree now, what the rules about it answer, the claims of a source that came or went.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// One line that says what changed, for a person.
    pub message: String,
    /// The facts of the snapshot that are found no more.
    pub before: Vec<Fact>,
    /// The facts in their place.
    pub after: Vec<Fact>,
    /// The sentences of its claims, as the snapshot keeps them and as they are now.
    #[serde(default)]
    pub sentences: Vec<ChangedSentence>,
    /// The article where the new words stand; null where there are none.
    pub article: Option<String>,
    /// Their line, from 1.
    pub line: Option<u32>,
    /// Their column, from 1, in characters.
    pub column: Option<u32>,
}

/// The sentence of a claim, before and after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChangedSentence {
    /// The source that prints it.
    pub source: String,
    /// As the snapshot keeps it; null where the claim is new.
    pub before: Option<String>,
    /// As it is now; null where the claim is gone.
    pub after: Option<String>,
}

/// What comparing a story with its snapshot gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "snapshot", rename_all = "snake_case")]
pub enum Comparison {
    /// Nobody asked for one: the project keeps no snapshots.
    #[default]
    Unwanted,
    /// The project keeps snapshots, and this story has none.
    Missing,
    /// Its snapshot cannot be read; why is told among the diagnostics.
    Damaged,
    /// A rule file, the configuration or an article has a mistake, and what it keeps from being judged would seem to be gone.
    Mistaken,
    /// Only some articles of the story were read, so that the others would seem to be gone.
    InPart,
    /// It was compared.
    Compared {
        /// What changed since the snapshot.
        changes: Vec<Change>,
    },
}

impl Comparison {
    /// What changed; nothing where nothing was compared.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Compared { changes } => changes,
            Self::Unwanted | Self::Missing | Self::Damaged | Self::Mistaken | Self::InPart => &[],
        }
    }
}
