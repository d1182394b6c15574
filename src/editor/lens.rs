//! What each rule of an open file answers on the stories, in a few words.

use super::{Workspace, columns::LineTable};
use crate::{
    editor::TextRange,
    finding::{Evidence, Finding, Outcome, Report, Role, RuleOutcome, StoryReport},
    printable::printable_line,
    rule::Rule,
    span::Span,
};
use std::path::Path;

/// A rule with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLens {
    /// The line of the rule.
    pub range: TextRange,
    /// What it answers.
    pub title: String,
}

/// So many words of evidence are shown.
const MOST_WORDS: usize = 4;

/// So many stories are named.
const MOST_STORIES: usize = 3;

impl Workspace {
    /// What the rules of an open file answered when they were judged last.
    pub fn lenses(&mut self, file: &Path) -> Vec<RuleLens> {
        let Some(open) = self.open_file(file) else { return Vec::new() };
        let Some(report) = self.last_report(&open.at) else { return Vec::new() };
        let lines = LineTable::new(&open.text, self.unit);
        let rules = open.project.project.rules.rules.iter().filter(|rule| rule.place.file == open.path);
        let lens = |rule: &Rule| {
            let words = rule.words.as_ref()?;
            let start = words.span.range().start;
            let title = printable_line(&title(rule, report)?).into_owned();
            Some(RuleLens { range: lines.range(Span::new(start, start)), title })
        };
        rules.filter_map(lens).collect()
    }
}

/// What a rule answers on all stories; nothing where it was not judged.
fn title(rule: &Rule, report: &Report) -> Option<String> {
    let answers: Vec<(&StoryReport, &RuleOutcome)> = report
        .stories
        .iter()
        .filter_map(|story| {
            // Lines may have moved since.
            let is_it = |known: &&RuleOutcome| known.rule == rule.id && known.place.file == rule.place.file;
            Some((story, story.rules.iter().find(is_it)?))
        })
        .collect();
    let stories = |is_meant: &dyn Fn(&RuleOutcome) -> bool| -> Vec<&StoryReport> {
        answers.iter().filter(|(_, answer)| is_meant(answer)).map(|(story, _)| *story).collect()
    };
    let failed = stories(&|answer| answer.failure);
    let passed = stories(&|answer| !answer.failure && answer.outcome == Outcome::Pass);
    let accepted = stories(&|answer| !answer.failure && answer.outcome == Outcome::Fail);
    let silent = stories(&|answer| !answer.failure && answer.outcome == Outcome::NoEvidence);
    let fails = match failed.as_slice() {
        [] => None,
        [only] => {
            let words = only.findings.iter().find(|found| found.rule == rule.id && found.failure).map(words);
            let words = words.filter(|words| !words.is_empty()).map(|words| format!(": {words}"));
            Some(format!("fails on {}{}", only.story, words.unwrap_or_default()))
        }
        several => Some(format!("fails on {}", named(several))),
    };
    let others = [("passes on", passed), ("accepted on", accepted), ("no evidence on", silent)];
    let others = others.into_iter().filter(|(_, stories)| !stories.is_empty());
    let others = others.map(|(verb, stories)| format!("{verb} {}", counted(&stories)));
    let parts: Vec<String> = fails.into_iter().chain(others).collect();
    if parts.is_empty() { None } else { Some(parts.join("; ")) }
}

fn counted(stories: &[&StoryReport]) -> String {
    match stories {
        [only] => only.story.clone(),
        several => format!("{} stories", several.len()),
    }
}

fn named(stories: &[&StoryReport]) -> String {
    let names: Vec<&str> = stories.iter().take(MOST_STORIES).map(|story| story.story.as_str()).collect();
    let more = if stories.len() > MOST_STORIES { ", ..." } else { "" };
    format!("{} stories: {}{more}", stories.len(), names.join(", "))
}

/// Who says what: `post 5, wire 9`; who is silent. Where some break the rule by themselves, only they.
fn words(finding: &Finding) -> String {
    let breaks = |evidence: &&Evidence| evidence.role == Role::Violates;
    let least = if finding.evidence.iter().any(|evidence| breaks(&evidence)) { Role::Violates } else { Role::Supports };
    let mut said: Vec<String> = Vec::new();
    for evidence in finding.evidence.iter().filter(|evidence| evidence.role.gravity() >= least.gravity()) {
        let words = form(evidence);
        if !said.contains(&words) {
            said.push(words);
        }
    }
    let more = said.len() > MOST_WORDS;
    said.truncate(MOST_WORDS);
    if said.is_empty() {
        return finding.message.clone();
    }
    format!("{}{}", said.join(", "), if more { ", ..." } else { "" })
}

fn form(evidence: &Evidence) -> String {
    match evidence.exact() {
        Some(words) => format!("{} {words}", evidence.source()),
        None if evidence.is_silence() => format!("{} is silent", evidence.source()),
        None => evidence.source().to_string(),
    }
}
