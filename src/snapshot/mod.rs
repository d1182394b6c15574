//! Stored claims and outcomes: what a later run is compared with. One file a story, one fact a line.
//!
//! ```text
//!  StoryReport --of--> Snapshot --text--> snapshots/ferry.snap
//!       |                 ^  \---accept a Change
//!       |  compare        |
//!       +------------> changes
//! ```
//!
//! A fact has no line, no path and no order: a paragraph that moves, a file that is renamed and line ends of another
//! system change none.

mod baseline;
mod compare;
mod file;
mod folder;

pub use baseline::Baseline;
pub use compare::changes;
pub use file::{VERSION, read};
pub use folder::{FOLDER, Snapshots, file_name, read_file};

use crate::{
    finding::{Change, Evidence, Fact, PublishedValue, Role, StoryReport, TopicEntry},
    printable::printable_line,
    yaml,
};
use std::collections::{BTreeMap, BTreeSet};

/// The facts of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The story's name.
    pub story: String,
    /// Its facts.
    pub facts: BTreeSet<Fact>,
    later: Later,
}

/// What a later version wrote into the file, as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Later {
    header: Vec<String>,
    lines: BTreeSet<String>,
}

impl Snapshot {
    /// The facts that a report has of a story.
    #[must_use]
    pub fn of(story: &StoryReport) -> Self {
        let sources = story.articles.iter().map(|article| Fact::Source { source: shown(&article.source) });
        let outcomes =
            story.rules.iter().map(|answered| Fact::Outcome { rule: shown(&answered.rule), outcome: answered.outcome });
        let topics = story.topics.iter().map(agreement);
        let claims = story.topics.iter().flat_map(|topic| topic.claims.iter().map(|given| claim(topic, given)));
        let facts = sources.chain(outcomes).chain(topics).chain(claims).collect();
        Self { story: story.story.clone(), facts, later: Later::default() }
    }

    /// Takes a change in: what was before is out, what came after is in.
    pub fn accept(&mut self, change: &Change) {
        for fact in &change.before {
            self.facts.remove(fact);
        }
        self.facts.extend(change.after.iter().cloned());
    }

    /// The line of this snapshot that stands against a change which was found when the snapshot was as in `before`:
    /// somebody else has changed the same fact since then. What they changed beside it is no matter.
    #[must_use]
    pub fn changed_since(&self, before: &Self, change: &Change) -> Option<String> {
        if !change.after.is_empty() && change.after.iter().all(|fact| self.facts.contains(fact)) {
            return None;
        }
        let is_gone = |fact: &&Fact| before.facts.contains(*fact) && !self.facts.contains(*fact);
        if let Some(gone) = change.before.iter().find(is_gone) {
            return Some(format!("`{}` is gone", file::line(gone)));
        }
        let answered: Vec<_> = change.after.iter().filter_map(file::question).collect();
        let is_new = |fact: &&Fact| !before.facts.contains(*fact) && !change.after.contains(*fact);
        let rival = self
            .facts
            .iter()
            .filter(is_new)
            .find(|fact| file::question(fact).is_some_and(|asked| answered.contains(&asked)));
        rival.map(|rival| format!("`{}` is new", file::line(rival)))
    }
}

/// A text of an article or a rule as a fact holds it: on one line, hidden characters made visible.
fn shown(text: &str) -> String {
    printable_line(&yaml::one_line(text)).into_owned()
}

fn claim(topic: &TopicEntry, given: &Evidence) -> Fact {
    Fact::Claim {
        topic: shown(&topic.topic),
        source: shown(given.source()),
        exact: shown(given.exact().unwrap_or_default()),
        value: given.value().map(PublishedValue::notation).unwrap_or_default(),
    }
}

/// A source holds together with the others where none of its claims opposes them.
fn agreement(topic: &TopicEntry) -> Fact {
    let mut sources: BTreeMap<&str, bool> = BTreeMap::new();
    for claim in topic.claims.iter().filter(|claim| claim.role != Role::Context) {
        let agrees = sources.entry(claim.source()).or_insert(true);
        *agrees &= claim.role == Role::Supports;
    }
    let agree = sources.values().filter(|agrees| **agrees).count();
    Fact::Agreement { topic: shown(&topic.topic), agreement: topic.agreement, agree, of: sources.len() }
}

#[cfg(test)]
mod tests;
