//! What is to be tried, as data: stories before anything is changed, and how each mutant is made.

use super::{answers::StoryAnswers, asked::AskedSubjects};
use crate::{
    article::MetadataLayer,
    claim::ArticleClaims,
    diagnostic::Diagnostic,
    mutating::{Alteration, Unseen},
    project::Project,
    report::{Mutant, UnreadValue},
    rule::{Rule, RuleSet},
};

/// Everything that is to be tried.
#[derive(Debug)]
pub struct MutationPlan<'p> {
    pub(super) project: &'p Project,
    pub(super) seed: u64,
    pub(super) stories: Vec<PlannedStory>,
    pub(super) rules: Vec<RuleMutant>,
    /// How many more of the rules there are than the budget has room for.
    pub(super) rules_left_out: usize,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl MutationPlan<'_> {
    /// How many mutants are to be tried.
    #[must_use]
    pub fn number(&self) -> usize {
        self.stories.iter().map(|story| story.mutants.len()).sum::<usize>() + self.rules.len()
    }
}

/// A mutant of a story: what is told of it, and how it is made.
#[derive(Debug)]
pub(super) struct PlannedMutant {
    /// What is told of it before it is tried.
    pub mutant: Mutant,
    pub change: PlannedChange,
}

/// How a mutant is made.
#[derive(Debug)]
pub(super) enum PlannedChange {
    /// By other words in an article.
    Text { article: usize, change: Alteration, unseen: Unseen },
    /// By leaving an article out.
    Gone(usize),
    /// By a copy of an article from another source.
    Copied(usize),
}

/// An article of a story, and what is needed to read it again.
#[derive(Debug)]
pub(super) struct StoryArticle {
    pub path: String,
    pub text: String,
    pub layer: MetadataLayer,
    /// Its number among the records.
    pub record: usize,
}

/// A story before anything is changed.
#[derive(Debug)]
pub(super) struct PlannedStory {
    pub name: String,
    pub timezone: Option<String>,
    /// The rules and topics of the story.
    pub rules: RuleSet,
    pub articles: Vec<StoryArticle>,
    pub records: Vec<ArticleClaims>,
    pub asked: AskedSubjects,
    pub answers: StoryAnswers,
    pub mutants: Vec<PlannedMutant>,
    /// How many more there are than the budget has room for.
    pub left_out: usize,
    pub unread: Vec<UnreadValue>,
}

/// A rule with one thing changed.
#[derive(Debug)]
pub(super) struct RuleMutant {
    /// What is told of it before it is tried.
    pub mutant: Mutant,
    /// The rule as it is.
    pub rule: Rule,
    /// The rule as it could be.
    pub changed: Rule,
}
