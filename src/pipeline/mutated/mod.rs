//! Mutation testing of rules: one thing of a story or of a rule is changed, everything is judged again, and what no rule
//! notices is told.
//!
//! Only the article that a change is in is read again; a rule is judged again without reading any.

mod answers;
mod asked;
mod plan;
mod planned;
mod rules;

pub use plan::MutationPlan;
pub use planned::{MutationOptions, planned_mutants};

use crate::{
    article,
    claim::{self, ArticleClaims, Topics},
    mutating::{Alteration, Unseen},
    project::Project,
    report::{Mutant, MutantFate, MutationCounts, MutationPart, MutationReport, UnreadValue},
};
use answers::StoryAnswers;
use plan::{PlannedChange, PlannedMutant, PlannedStory, StoryArticle};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Tries the mutants of a plan; `progress` is called once for each.
#[must_use]
pub fn mutated(plan: &MutationPlan<'_>, progress: super::Progress<'_>) -> MutationReport {
    let part = |story: &PlannedStory| {
        let topics = story.rules.wanted(&story.name, &plan.project.lexicon);
        let trial = StoryTrial { story, project: plan.project, topics: &topics };
        let tried: Vec<(Mutant, Option<UnreadValue>)> = story
            .mutants
            .par_iter()
            .map(|mutant| {
                let tried = trial.tried(mutant);
                progress();
                tried
            })
            .collect();
        let (mutants, unread): (Vec<Mutant>, Vec<Option<UnreadValue>>) = tried.into_iter().unzip();
        // What turned out to be read by nothing is no mutant.
        let mutants = mutants.into_iter().zip(&unread).filter(|(_, unread)| unread.is_none()).map(|(one, _)| one);
        let more = unread.iter().flatten().cloned();
        let unread: BTreeSet<UnreadValue> = story.unread.iter().cloned().chain(more).collect();
        part_of(Some(story.name.clone()), mutants.collect(), unread.into_iter().collect(), story.left_out)
    };
    let mut parts: Vec<MutationPart> = plan.stories.iter().map(part).collect();
    parts.push(part_of(None, rules::tried(plan, progress), Vec::new(), plan.rules_left_out));
    report_of(plan, parts)
}

/// The mutants of a plan, not tried.
#[must_use]
pub fn listed_mutants(plan: &MutationPlan<'_>) -> MutationReport {
    let part = |story: &PlannedStory| {
        let mutants = story.mutants.iter().map(|mutant| listed(mutant.mutant.clone())).collect();
        part_of(Some(story.name.clone()), mutants, story.unread.clone(), story.left_out)
    };
    let mut parts: Vec<MutationPart> = plan.stories.iter().map(part).collect();
    let of_rules = plan.rules.iter().map(|mutant| listed(mutant.mutant.clone()));
    parts.push(part_of(None, of_rules.collect(), Vec::new(), plan.rules_left_out));
    report_of(plan, parts)
}

fn listed(mutant: Mutant) -> Mutant {
    let message = format!("`{}` -> `{}`", mutant.before, mutant.after);
    Mutant { message, ..mutant }
}

fn part_of(story: Option<String>, mutants: Vec<Mutant>, unread: Vec<UnreadValue>, left_out: usize) -> MutationPart {
    let counts = MutationCounts::of(&mutants, unread.len(), left_out);
    MutationPart { story, mutants, unread, counts }
}

fn report_of(plan: &MutationPlan<'_>, parts: Vec<MutationPart>) -> MutationReport {
    let summary = parts.iter().map(|part| part.counts).fold(MutationCounts::default(), MutationCounts::and);
    let failing = plan.stories.iter().map(|story| story.answers.failing()).sum();
    MutationReport { version: 1, seed: plan.seed, failing, parts, summary, diagnostics: plan.diagnostics.clone() }
}

/// A story whose mutants are tried.
struct StoryTrial<'a> {
    story: &'a PlannedStory,
    project: &'a Project,
    topics: &'a Topics,
}

impl StoryTrial<'_> {
    /// What comes of a mutant; with it the value, where nothing reads it.
    fn tried(&self, planned: &PlannedMutant) -> (Mutant, Option<UnreadValue>) {
        match &planned.change {
            PlannedChange::Text { article, change, unseen } => self.text(planned, *article, change, *unseen),
            PlannedChange::Gone(article) => (self.gone(planned, *article), None),
            PlannedChange::Copied(article) => (self.copied(planned, *article), None),
        }
    }

    fn text(
        &self,
        planned: &PlannedMutant,
        article: usize,
        change: &Alteration,
        unseen: Unseen,
    ) -> (Mutant, Option<UnreadValue>) {
        let Some((own, before)) = self.article(article) else { return (planned.mutant.clone(), None) };
        let Some(after) = self.read_again(own, change) else {
            return (unviable(planned, "is no article any more"), None);
        };
        let is_same = self.story.asked.same(before, &after);
        let mut records = self.story.records.clone();
        if let Some(record) = records.get_mut(own.record) {
            *record = after;
        }
        let mutant = self.judged(planned, &records);
        if mutant.fate == MutantFate::Caught || !is_same {
            return (mutant, None);
        }
        let is_read = match unseen {
            Unseen::Equal => self.story.asked.meets(before, change.whole),
            Unseen::Alike => true,
            Unseen::Unread => false,
        };
        let unread = UnreadValue { place: mutant.place.clone(), words: mutant.before.clone() };
        (unviable(planned, "is read as before"), Some(unread).filter(|_| !is_read))
    }

    fn article(&self, number: usize) -> Option<(&StoryArticle, &ArticleClaims)> {
        let article = self.story.articles.get(number)?;
        Some((article, self.story.records.get(article.record)?))
    }

    /// What the article claims with a change in it.
    fn read_again(&self, own: &StoryArticle, change: &Alteration) -> Option<ArticleClaims> {
        let text = change.applied(&own.text).into_bytes();
        let (article, _) = article::read(&own.path, text, &own.layer, &self.project.lexicon);
        Some(claim::extract(&article?, &self.story.name, self.story.timezone.as_deref(), self.topics))
    }

    fn gone(&self, planned: &PlannedMutant, article: usize) -> Mutant {
        let Some((own, record)) = self.article(article) else { return planned.mutant.clone() };
        let mut records = self.story.records.clone();
        records.remove(own.record);
        let mutant = self.judged(planned, &records);
        if mutant.fate == MutantFate::Missed && !self.story.asked.any(record) {
            return unviable(planned, "claims nothing");
        }
        mutant
    }

    /// A copy is no harm where it makes no rule pass.
    fn copied(&self, planned: &PlannedMutant, article: usize) -> Mutant {
        let Some((_, record)) = self.article(article) else { return planned.mutant.clone() };
        let mut copy = record.clone();
        copy.article = format!("{} (copy)", record.article);
        copy.metadata.source = planned.mutant.after.clone();
        let records: Vec<ArticleClaims> = self.story.records.iter().cloned().chain([copy]).collect();
        let mutant = self.judged(planned, &records);
        if mutant.fate == MutantFate::Missed && mutant.mended.is_empty() {
            return unviable(planned, "makes no rule pass");
        }
        mutant
    }

    /// The mutant, caught or missed by the rules.
    fn judged(&self, planned: &PlannedMutant, records: &[ArticleClaims]) -> Mutant {
        let (before, after) = (&self.story.answers, StoryAnswers::on(self.project, &self.story.rules, records));
        let caught_by = before.noticing(&after);
        let fate = if caught_by.is_empty() { MutantFate::Missed } else { MutantFate::Caught };
        let (faded, mended) = match fate {
            MutantFate::Missed => (before.faded(&after), before.mended(&after)),
            MutantFate::Caught | MutantFate::Unviable | MutantFate::Untried => (Vec::new(), Vec::new()),
        };
        let told = &planned.mutant.message;
        let message = match fate {
            MutantFate::Caught => format!("{told}: {} would fail", answers::named(&caught_by)),
            MutantFate::Missed | MutantFate::Unviable | MutantFate::Untried => {
                let mut message = format!("{told}, and no rule would fail");
                if !mended.is_empty() {
                    message.push_str(&format!("; {} would pass", answers::named(&mended)));
                }
                if !faded.is_empty() {
                    message.push_str(&format!("; {} would have no evidence", answers::named(&faded)));
                }
                message
            }
        };
        Mutant { fate, caught_by, faded, mended, message, ..planned.mutant.clone() }
    }
}

/// A mutant that nobody could notice, and why.
fn unviable(planned: &PlannedMutant, why: &str) -> Mutant {
    let message = format!("{}, which {why}", planned.mutant.message);
    Mutant { fate: MutantFate::Unviable, message, ..planned.mutant.clone() }
}
