//! The changes of all stories one after the other, and what is decided about each.

use crate::{
    cli::snapshot::{OpenFolder, Whole},
    finding::{Change, Fact, StoryReport},
    report::{Decision, ReviewedChange},
    snapshot::Snapshot,
};
use std::{collections::BTreeMap, ops::Range};

/// A change on which somebody decides.
pub struct Step<'w> {
    /// Its story.
    pub story: &'w StoryReport,
    /// The file of the story's snapshot.
    pub file: &'w str,
    /// What changed.
    pub change: &'w Change,
    /// What was decided.
    pub decision: Decision,
    /// Why it was not accepted.
    refused: Option<String>,
}

impl Step<'_> {
    /// The change with what was decided.
    pub fn reviewed(&self) -> ReviewedChange {
        ReviewedChange { decision: self.decision, refused: self.refused.clone(), change: self.change.clone() }
    }
}

/// The sources of a change's claims.
pub fn sources(change: &Change) -> impl Iterator<Item = &str> {
    change.before.iter().chain(&change.after).filter_map(|fact| match fact {
        Fact::Claim { source, .. } | Fact::Source { source } => Some(source.as_str()),
        Fact::Agreement { .. } | Fact::Outcome { .. } => None,
    })
}

/// The topics, sources and rules of a change.
pub fn named(change: &Change) -> impl Iterator<Item = &str> {
    change.before.iter().chain(&change.after).flat_map(|fact| match fact {
        Fact::Claim { topic, source, .. } => vec![topic.as_str(), source],
        Fact::Source { source } => vec![source.as_str()],
        Fact::Agreement { topic, .. } => vec![topic.as_str()],
        Fact::Outcome { rule, .. } => vec![rule.as_str()],
    })
}

/// All changes, and the snapshots as this run knows them.
pub struct Steps<'w> {
    whole: &'w Whole,
    /// The changes, in the order of the report.
    pub all: Vec<Step<'w>>,
    known: BTreeMap<&'w str, Snapshot>,
}

impl<'w> Steps<'w> {
    /// Those of all stories that have a snapshot.
    pub fn new(whole: &'w Whole) -> Self {
        let (mut all, mut known) = (Vec::new(), BTreeMap::new());
        for story in &whole.report.stories {
            let Some((file, snapshot)) = whole.snapshots.stories.get(&story.story) else { continue };
            known.insert(file.as_str(), snapshot.clone());
            let steps = story.comparison.changes().iter();
            all.extend(steps.map(|change| Step { story, file, change, decision: Decision::Open, refused: None }));
        }
        Self { whole, all, known }
    }

    /// Those of one story.
    pub fn of(&self, story: &str) -> impl Iterator<Item = &Step<'w>> {
        self.all.iter().filter(move |step| step.story.story == story)
    }

    /// Notes what was decided where nothing is to be written for it.
    pub fn set(&mut self, at: usize, decision: Decision) {
        if let Some(step) = self.all.get_mut(at) {
            step.decision = decision;
        }
    }

    /// Takes changes into the files of their snapshots as these are now, which somebody else may have changed since they were
    /// read: what they changed stays. Gives why some are not taken in.
    pub fn accept(&mut self, which: Range<usize>) -> anyhow::Result<Vec<String>> {
        let mut refused = Vec::new();
        let mut at = which.start;
        while let Some(file) = self.all.get(at).filter(|_| at < which.end).map(|step| step.file) {
            let end = at + self.all.iter().skip(at).take(which.end - at).take_while(|step| step.file == file).count();
            refused.extend(self.accept_in(file, at..end)?);
            at = end;
        }
        Ok(refused)
    }

    fn accept_in(&mut self, file: &'w str, which: Range<usize>) -> anyhow::Result<Vec<String>> {
        let folder = OpenFolder::of(&self.whole.project)?;
        let known = self.known.entry(file).or_default();
        let steps = self.all.get_mut(which).unwrap_or_default();
        let Some(mut current) = folder.read(file) else {
            let why = |step: &mut Step<'_>| {
                let why = format!("{}: {file} is gone, or damaged", step.change.message);
                step.refused = Some(why.clone());
                why
            };
            return Ok(steps.iter_mut().map(why).collect());
        };
        let Some(now) = steps.first().map(|step| Snapshot::of(step.story)) else { return Ok(Vec::new()) };
        let mut refused = Vec::new();
        let before = current.clone();
        for step in steps {
            if step.decision == Decision::Accepted {
                continue;
            }
            match current.changed_since(known, step.change) {
                Some(why) => {
                    let why = format!("{}: {file} was changed meanwhile: {why}", step.change.message);
                    step.refused = Some(why.clone());
                    refused.push(why);
                }
                None => {
                    current.accept(step.change, &now);
                    known.accept(step.change, &now);
                    step.decision = Decision::Accepted;
                }
            }
        }
        if current != before {
            folder.write(file, &current)?;
        }
        Ok(refused)
    }

    /// Decides nothing about a change any more; one that was accepted is taken out of the snapshot again. Gives why it cannot be.
    pub fn take_back(&mut self, at: usize) -> anyhow::Result<Vec<String>> {
        let Some(step) = self.all.get_mut(at) else { return Ok(Vec::new()) };
        let was_accepted = step.decision == Decision::Accepted;
        step.decision = Decision::Open;
        let Some((_, was)) = self.whole.snapshots.stories.get(&step.story.story).filter(|_| was_accepted) else {
            return Ok(Vec::new());
        };
        let back =
            Change { before: step.change.after.clone(), after: step.change.before.clone(), ..step.change.clone() };
        let (folder, known) = (OpenFolder::of(&self.whole.project)?, self.known.entry(step.file).or_default());
        let refused = |why: String| vec![format!("it stays accepted: {} {why}", step.file)];
        let Some(mut current) = folder.read(step.file) else {
            return Ok(refused("is gone, or damaged".to_string()));
        };
        if let Some(why) = current.changed_since(known, &back) {
            return Ok(refused(format!("was changed meanwhile: {why}")));
        }
        current.accept(&back, was);
        known.accept(&back, was);
        folder.write(step.file, &current)?;
        Ok(Vec::new())
    }
}
