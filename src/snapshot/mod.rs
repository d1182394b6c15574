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
//! system change none. The sentence of a claim is kept beside it, to be shown when the claim changes, and is compared with nothing.

mod baseline;
mod compare;
mod file;
mod folder;
mod words;

pub use baseline::Baseline;
pub use compare::changes;
pub use file::{VERSION, read};
pub use folder::{FOLDER, PENDING, Snapshots, file_name, read_file};

use crate::{
    finding::{Change, Evidence, Fact, PublishedValue, Role, RuleOutcome, StoryReport, TopicEntry},
    fold,
    printable::printable_line,
};
use std::collections::{BTreeMap, BTreeSet};

/// The facts of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// The story's name.
    pub story: String,
    /// Its facts.
    pub facts: BTreeSet<Fact>,
    /// The sentences of claims, as they were when the claims were taken in.
    pub sentences: BTreeMap<Fact, String>,
    /// What its rules were called and asked, as one mark; empty where that is not known.
    pub rules: String,
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
        let topics = story.topics.iter().map(agreement);
        let mut sentences = BTreeMap::new();
        for (topic, given) in story.topics.iter().flat_map(|topic| topic.claims.iter().map(move |given| (topic, given)))
        {
            sentences.entry(claim(topic, given)).or_insert_with(|| sentence(given));
        }
        let facts = sources.chain(story.rules.iter().map(outcome)).chain(topics).chain(sentences.keys().cloned());
        let facts = facts.collect();
        Self { story: story.story.clone(), facts, sentences, rules: rules(story), later: Later::default() }
    }

    /// The facts that a report has of the story, with what a later version wrote beside those of this snapshot.
    #[must_use]
    pub fn renewed(&self, story: &StoryReport) -> Self {
        Self { later: self.later.clone(), ..Self::of(story) }
    }

    /// Takes a change in, with the sentences of what is found now: what was before is out, what came after is in.
    pub fn accept(&mut self, change: &Change, now: &Self) {
        for fact in &change.before {
            self.facts.remove(fact);
            self.sentences.remove(fact);
        }
        self.facts.extend(change.after.iter().cloned());
        let sentences = change.after.iter().filter_map(|fact| now.sentences.get_key_value(fact));
        self.sentences.extend(sentences.map(|(fact, sentence)| (fact.clone(), sentence.clone())));
        self.rules.clone_from(&now.rules);
    }

    /// The line of this snapshot that stands against a change which was found when the snapshot was as in `before`:
    /// somebody else has changed the same fact since then. What they changed beside it is no matter.
    #[must_use]
    pub fn changed_since(&self, before: &Self, change: &Change) -> Option<String> {
        if !change.after.is_empty() && change.after.iter().all(|fact| self.facts.contains(fact)) {
            return None;
        }
        // Where somebody else has given the same new answer, the old one is rightly gone.
        let is_answered = |fact: &Fact| {
            let asked = file::question(fact);
            asked.is_some() && change.after.iter().any(|new| file::question(new) == asked && self.facts.contains(new))
        };
        let is_gone = |fact: &&Fact| before.facts.contains(*fact) && !self.facts.contains(*fact) && !is_answered(fact);
        if let Some(gone) = change.before.iter().find(is_gone) {
            return Some(format!("`{}` is gone", file::line(gone, "")));
        }
        let answered: Vec<_> = change.after.iter().filter_map(file::question).collect();
        let is_new = |fact: &&Fact| !before.facts.contains(*fact) && !change.after.contains(*fact);
        let rival = self
            .facts
            .iter()
            .filter(is_new)
            .find(|fact| file::question(fact).is_some_and(|asked| answered.contains(&asked)));
        rival.map(|rival| format!("`{}` is new", file::line(rival, "")))
    }
}

/// A text of an article or a rule as a fact holds it: on one line, hidden characters made visible.
fn shown(text: &str) -> String {
    printable_line(&fold::one_line(text)).into_owned()
}

fn claim(topic: &TopicEntry, given: &Evidence) -> Fact {
    Fact::Claim {
        topic: shown(&topic.topic),
        source: shown(given.source()),
        exact: shown(given.exact().unwrap_or_default()),
        value: given.value().map(PublishedValue::notation).unwrap_or_default(),
        speaker: given.said.as_deref().map(|said| shown(&said.speaker)).filter(|speaker| !speaker.is_empty()),
    }
}

/// The sentence around a claim's words, on one line; nothing of what stands nowhere in the text.
fn sentence(given: &Evidence) -> String {
    given
        .quote
        .as_deref()
        .map(|quote| shown(&[&*quote.prefix, &*quote.exact, &*quote.suffix].concat()))
        .unwrap_or_default()
}

fn outcome(answered: &RuleOutcome) -> Fact {
    let failed = answered.items.map(|items| items.failed).filter(|failed| *failed > 0);
    Fact::Outcome { rule: shown(&answered.rule), outcome: answered.outcome, failed }
}

/// What the rules of a story are called and ask, as one mark that is another where a rule is.
fn rules(story: &StoryReport) -> String {
    let asked: BTreeSet<(&str, &str)> =
        story.findings.iter().map(|finding| (finding.rule.as_str(), finding.sentence.as_str())).collect();
    let mut hasher = blake3::Hasher::new();
    for (rule, sentence) in asked {
        hasher.update(rule.as_bytes()).update(b"\0").update(sentence.as_bytes()).update(b"\0");
    }
    let hash = hasher.finalize().to_hex();
    format!("blake3-{}", hash.get(..16).unwrap_or_default())
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
