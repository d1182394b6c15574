//! The language: rule files with places, the tree of a sentence, and every mistake at once.

pub mod meaning;
pub mod sentence;

mod about;
mod canonical;
mod check;
mod doubtful;
mod draft;
mod example;
mod facts;
mod file;
mod include;
mod judged;
mod library;
mod narrow;
pub mod pack;
mod phrases;
mod schema;
mod scope;
pub mod suppression;
mod topics;
mod trial;
mod wanted;

pub use about::{TopicAbout, TopicExample};
pub use canonical::{CanonicalFile, Edit, Mending, canonical};
pub use check::{read, read_with};
pub use example::{Example, ExampleArticle};
pub use include::{files, story_of};
pub use library::{Library, NoLibrary, Unread, Wanted};
pub use schema::{schema, uses as uses_schema};
pub use wanted::{ComingTopics, StoryTopics};

use crate::{
    claim::Topic,
    diagnostic::DiagnosticPlace,
    finding::{RulePlace, Severity, Suppression},
    kind::name::Spellings,
};
use std::collections::BTreeMap;

/// A rule file: its name for diagnostics, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleSource {
    /// The file, relative to the configuration's folder, with forward slashes.
    pub path: String,
    /// The whole file, a byte-order mark included.
    pub text: String,
}

/// What the project says for all rule files.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// What nothing to compare counts as, where a rule does not say.
    pub on_no_evidence: OnNoEvidence,
    /// The project's stories, so that a rule file for another one is noticed; `None` where they are not known.
    pub stories: Option<Vec<String>>,
    /// The packs that the project uses.
    pub packs: Vec<pack::PackUse>,
}

/// One rule, read and checked.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its id; the sentence's slug where the file gives none.
    pub id: String,
    /// The sentence as written, on one line.
    pub sentence: String,
    /// What the sentence asks.
    pub tree: sentence::RuleSentence,
    /// The only story it is judged in; every story where `None`.
    pub story: Option<String>,
    /// How much a failure weighs.
    pub severity: Severity,
    /// Why the rule is there, for the reader of a finding.
    pub why: Option<String>,
    /// Words to pick rules by.
    pub tags: Vec<String>,
    /// Articles, and what it must answer on them.
    pub examples: Vec<Example>,
    /// What nothing to compare counts as.
    pub on_no_evidence: OnNoEvidence,
    /// Where it stands.
    pub place: RulePlace,
    /// The words of its sentence in their file, to point at.
    pub words: Option<DiagnosticPlace>,
    /// Findings of it that are accepted.
    pub suppressions: Vec<Suppression>,
    /// Whether it is a pack's.
    pub is_shipped: bool,
}

/// What a rule with nothing to compare counts as; it is shown in every case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnNoEvidence {
    /// As a pass.
    Pass,
    /// As no evidence, which fails nothing.
    #[default]
    Warn,
    /// As a failure.
    Fail,
}

impl OnNoEvidence {
    /// Each by the word for it in rule files.
    pub const NAMES: &[(&str, Self)] = &[("pass", Self::Pass), ("warn", Self::Warn), ("fail", Self::Fail)];
}

/// Every rule file of a project, read and checked. Rules with a mistake are not in it.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    /// The topics, in the order of the files.
    pub topics: Vec<Topic>,
    /// The rules, in the order of the files.
    pub rules: Vec<Rule>,
    /// What stands under `names:` and `words:`, in the order of the files.
    pub names: Vec<DeclaredNames>,
    /// What topics say of themselves, in the order of the files.
    pub about: Vec<TopicAbout>,
}

/// The names and the words that one file lists.
#[derive(Clone, Debug)]
pub struct DeclaredNames {
    /// The only story they are for; every story where `None`.
    pub story: Option<String>,
    /// Each name with its other spellings.
    pub names: BTreeMap<String, Vec<String>>,
    /// Each list with its words.
    pub words: BTreeMap<String, Vec<String>>,
}

impl RuleSet {
    /// How names are spelled in a story.
    #[must_use]
    pub fn spellings(&self, story: &str) -> Spellings {
        let mut spellings = Spellings::default();
        let own = self.names.iter().filter(|declared| declared.story.as_deref().is_none_or(|only| only == story));
        for (name, others) in own.flat_map(|declared| &declared.names) {
            spellings.add(name, others);
        }
        spellings
    }

    /// The topics that no file declares and rules ask for all the same: `every quotation`, `troop figure in headline`,
    /// `publication date`; in the order of the rules, each once.
    #[must_use]
    pub fn derived(&self) -> Vec<Topic> {
        let mut derived: Vec<Topic> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        for subject in self.rules.iter().flat_map(|rule| rule.tree.subjects()) {
            if subject.id.is_declared() || !known.insert(subject.id.clone()) {
                continue;
            }
            derived.extend(subject.derived(self.topics.iter()));
        }
        derived
    }
}

#[cfg(test)]
mod tests;
