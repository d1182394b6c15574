//! What comparing gives, as plain data: what `compare --format json` prints.

use crate::{
    diagnostic::Diagnostic,
    finding::{Agreement, ArticleEntry, Evidence},
};
use serde::Serialize;

/// The version of the shape.
pub const COMPARED_VERSION: u32 = 1;

/// Everything that `compare` has to say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedReport {
    /// The version of this shape.
    pub version: u32,
    /// The stories, by name.
    pub stories: Vec<ComparedStory>,
    /// Mistakes in inputs.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the articles of one story say of the same things.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedStory {
    /// The story's name.
    pub story: String,
    /// Its articles, by path.
    pub articles: Vec<ArticleEntry>,
    /// What is compared: conflicts, then differences, then what is said alike.
    pub topics: Vec<ComparedTopic>,
    /// How many there are of each sort, shown or not.
    pub found: ComparedCounts,
    /// How many are not shown.
    pub hidden: usize,
}

/// How many topics there are of each sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ComparedCounts {
    /// No value satisfies all sources.
    pub conflicts: usize,
    /// One does, but they do not say the same.
    pub differences: usize,
    /// All say the same.
    pub alike: usize,
}

/// One thing that several sources speak of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparedTopic {
    /// What it may be called.
    pub topic: String,
    /// The kind of its values.
    pub kind: String,
    /// How they relate.
    pub agreement: Agreement,
    /// Why, in plain words.
    pub reasons: Vec<String>,
    /// The article whose wrong date of publication explains a conflict.
    pub blames: Option<String>,
    /// How many sources give a value that do not depend on each other: one that copies another, or its sentence, adds none.
    pub independent: usize,
    /// Every claim.
    pub claims: Vec<Evidence>,
}

/// How a topic stands; the gravest comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ComparedSort {
    /// No value satisfies all sources.
    Conflict,
    /// One does, but they do not say the same.
    Difference,
    /// All say the same.
    Alike,
}

impl ComparedTopic {
    /// How it stands.
    #[must_use]
    pub fn sort(&self) -> ComparedSort {
        match self.agreement {
            Agreement::Conflict => ComparedSort::Conflict,
            Agreement::Compatible | Agreement::Developing => ComparedSort::Difference,
            Agreement::Consistent | Agreement::SingleSource | Agreement::Absent | Agreement::Indeterminate => {
                ComparedSort::Alike
            }
        }
    }
}

impl ComparedCounts {
    pub(super) fn of(topics: &[ComparedTopic]) -> Self {
        let of = |sort: ComparedSort| topics.iter().filter(|topic| topic.sort() == sort).count();
        Self {
            conflicts: of(ComparedSort::Conflict),
            differences: of(ComparedSort::Difference),
            alike: of(ComparedSort::Alike),
        }
    }
}

impl ComparedStory {
    /// At most so many topics; the rest is counted.
    #[must_use]
    pub fn at_most(mut self, most: usize) -> Self {
        self.hidden += self.topics.len().saturating_sub(most);
        self.topics.truncate(most);
        self
    }
}
