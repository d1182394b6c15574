//! Mutants of rules: a sentence with one thing changed, on the story and on the rule's own examples.

use super::{
    answers::StoryAnswers,
    plan::{MutationPlan, PlannedStory, RuleMutant},
};
use crate::{
    finding::Outcome,
    mutating::{self, Makes, Mutator},
    pipeline::{self, Progress},
    project::Project,
    report::{Mutant, MutantFate},
    rule::{Rule, RuleSet, sentence::KnownTopics},
};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// What can be changed in the rules of a project; those of packs have tests of their own.
pub(super) fn planned(project: &Project, stories: &[PlannedStory], chosen: &[&'static Mutator]) -> Vec<RuleMutant> {
    let words = project.lexicon.mutations();
    let mut found = Vec::new();
    let is_judged = |rule: &&Rule| !rule.is_shipped && stories.iter().any(|story| is_of(rule, story));
    for rule in project.rules.rules.iter().filter(is_judged) {
        let own = project.rules.topics.iter().filter(|topic| topic.story.is_none() || topic.story == rule.story);
        let topics = KnownTopics::new(own);
        let mut known = BTreeSet::new();
        for mutator in chosen {
            let Makes::Sentence(exchanges) = mutator.makes else { continue };
            for exchange in exchanges(rule, words) {
                let Some(changed) = mutating::reworded(rule, &exchange, &topics, &project.lexicon) else { continue };
                if !known.insert(changed.tree.to_string()) {
                    continue;
                }
                let (before, after) = (exchange.before.trim().to_string(), exchange.after.trim().to_string());
                let message = format!("rule `{}`: `{before}` could be `{after}`", rule.id);
                let place = rule.place.clone();
                let mutant = Mutant { sort: mutator.name, place, before, after, message, ..Mutant::default() };
                found.push(RuleMutant { mutant, rule: rule.clone(), changed });
            }
        }
    }
    found
}

fn is_of(rule: &Rule, story: &PlannedStory) -> bool {
    rule.story.as_ref().is_none_or(|only| *only == story.name)
}

/// What comes of the mutants of rules.
pub(super) fn tried(plan: &MutationPlan<'_>, progress: Progress<'_>) -> Vec<Mutant> {
    plan.rules
        .par_iter()
        .map(|one| {
            let tried = of_rule(plan, one);
            progress();
            tried
        })
        .collect()
}

/// A mutant of a rule is noticed where the rule answers otherwise, on a story or on one of its examples.
fn of_rule(plan: &MutationPlan<'_>, one: &RuleMutant) -> Mutant {
    let own = || plan.stories.iter().filter(|story| is_of(&one.rule, story));
    let differs = own().find(|story| alone(plan, &one.rule, story) != alone(plan, &one.changed, story));
    let example = || {
        let answers = |rule: &Rule, at: usize| -> Option<Outcome> {
            let example = rule.examples.get(at)?;
            let found = pipeline::try_example(&plan.project.rules, rule, &example.articles, &plan.project.lexicon);
            found.map(|finding| finding.outcome)
        };
        (0..one.rule.examples.len()).any(|at| answers(&one.rule, at) != answers(&one.changed, at))
    };
    let told = &one.mutant.message;
    let (fate, message) = match differs {
        Some(story) => (MutantFate::Caught, format!("{told}: it would answer otherwise on the story {}", story.name)),
        None if example() => (MutantFate::Caught, format!("{told}: an example of the rule would not hold")),
        None => (MutantFate::Missed, format!("{told}, and nothing would change")),
    };
    Mutant { fate, message, ..one.mutant.clone() }
}

/// What a rule answers on a story by itself.
fn alone(plan: &MutationPlan<'_>, rule: &Rule, story: &PlannedStory) -> StoryAnswers {
    let rules = RuleSet { rules: vec![rule.clone()], ..story.rules.clone() };
    StoryAnswers::on(plan.project, &rules, &story.records)
}
