//! What is accepted, after judging: findings that a rule, the project or an article accepts fail nothing, and are told as
//! accepted; and what accepts nothing is told too.

use crate::{
    claim::ArticleClaims,
    diagnostic::{Diagnostic, Fix, Level, code},
    finding::{
        Accepting, BaselineState, Finding, RuleOutcome, StoryReport, Suppressed, SuppressedArticles, SuppressedBy,
        Suppression,
    },
    project::{Coverage, Project},
    rule::Rule,
    snapshot::Baseline,
    suggest,
};
use chrono::NaiveDate;
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// Everything that accepts findings, in the order in which it is asked.
#[derive(Debug)]
pub struct Acceptances<'a> {
    all: Vec<Cow<'a, Suppression>>,
    /// The story, where one holds in it alone.
    stories: BTreeMap<usize, &'a str>,
    /// Which are about a rule, by its id.
    by_rule: BTreeMap<String, Vec<usize>>,
}

impl<'a> Acceptances<'a> {
    /// Those of rules, of a project, and of articles.
    #[must_use]
    pub fn new(rules: &'a [Rule], own: &'a [Suppression], articles: &'a [ArticleClaims]) -> Self {
        let of_rules = rules.iter().flat_map(|rule| &rule.suppressions);
        let mut all: Vec<Cow<'a, Suppression>> = of_rules.chain(own).map(Cow::Borrowed).collect();
        let mut stories = BTreeMap::new();
        for article in articles {
            for allowance in &article.allowances {
                stories.insert(all.len(), article.story.as_str());
                all.push(Cow::Owned(Suppression {
                    by: SuppressedBy::Article,
                    rule: allowance.rule.clone(),
                    rule_place: None,
                    articles: SuppressedArticles::Only(article.article.clone()),
                    source: None,
                    fingerprint: None,
                    value: None,
                    reason: allowance.reason.clone(),
                    owner: None,
                    expires: None,
                    place: allowance.place.clone(),
                }));
            }
        }
        let mut by_rule: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, one) in all.iter().enumerate() {
            by_rule.entry(one.rule.clone()).or_default().push(index);
        }
        Self { all, stories, by_rule }
    }

    /// Those that may be about a finding of a story.
    fn about(&self, story: &str, finding: &Finding) -> impl Iterator<Item = (usize, &Suppression)> {
        let indices = self.by_rule.get(&finding.rule).into_iter().flatten().copied();
        let of_story = move |index: &usize| self.stories.get(index).is_none_or(|only| *only == story);
        indices.filter(of_story).filter_map(|index| Some((index, self.all.get(index)?.as_ref())))
    }
}

/// Accepts findings; gives which acceptances are about one, by their numbers.
pub fn accept(stories: &mut [StoryReport], acceptances: &Acceptances<'_>, today: Option<NaiveDate>) -> BTreeSet<usize> {
    let mut used = BTreeSet::new();
    if acceptances.all.is_empty() {
        return used;
    }
    each_failure(stories, |story, finding| {
        let (mut by, mut lapsed) = (None, Vec::new());
        for (index, one) in acceptances.about(story, finding) {
            match one.accepting(finding, today) {
                Accepting::NoMatch => continue,
                Accepting::Accepts if by.is_none() => by = Some(one.suppressed()),
                Accepting::Accepts => {}
                Accepting::Lapsed(why) => lapsed.push(why),
            }
            used.insert(index);
        }
        if by.is_none() {
            finding.reasons.append(&mut lapsed);
        }
        by
    });
    used
}

/// Accepts what a baseline holds.
pub fn accept_baseline(stories: &mut [StoryReport], baseline: &Baseline) {
    let known = baseline.keys();
    each_failure(stories, |story, finding| {
        let is_known = known.contains(&(story, finding.fingerprint));
        finding.baseline = Some(if is_known { BaselineState::Unchanged } else { BaselineState::New });
        is_known.then(|| Suppressed {
            by: SuppressedBy::Baseline,
            reason: "it stands in the baseline".to_string(),
            owner: None,
            expires: None,
            place: None,
        })
    });
}

/// Asks of every failed finding whether it is accepted, and counts what is.
fn each_failure(stories: &mut [StoryReport], mut accepted: impl FnMut(&str, &mut Finding) -> Option<Suppressed>) {
    for story in stories {
        let mut rest = story.findings.as_mut_slice();
        for rule in &mut story.rules {
            let own;
            (own, rest) = match std::mem::take(&mut rest).split_at_mut_checked(rule.findings) {
                Some(parts) => parts,
                None => return,
            };
            for finding in own.iter_mut().filter(|finding| finding.failure) {
                if let Some(by) = accepted(&story.story, finding) {
                    finding.suppressed = Some(Box::new(by));
                    finding.failure = false;
                }
            }
            count(rule, own);
        }
    }
}

/// A rule fails where one of its findings does.
fn count(rule: &mut RuleOutcome, findings: &[Finding]) {
    rule.suppressed = findings.iter().filter(|finding| finding.suppressed.is_some()).count();
    rule.failure = rule.failure && findings.iter().any(|finding| finding.failure);
}

impl Acceptances<'_> {
    /// What accepts nothing: because there is no such rule, or, where all stories of a project were judged, because nothing
    /// is found that it is about.
    pub(super) fn useless(
        &self,
        project: &Project,
        used: &BTreeSet<usize>,
        stories: &[StoryReport],
        coverage: Coverage,
    ) -> Vec<Diagnostic> {
        // Rules that could not be read, or that others stand in for, may have findings that are accepted.
        let is_lost = |found: &Diagnostic| found.level == Level::Error;
        if project.has_other_rules || project.diagnostics.iter().any(is_lost) {
            return Vec::new();
        }
        let rules: BTreeSet<&str> = project.rules.rules.iter().map(|rule| rule.id.as_str()).collect();
        let findings = stories.iter().flat_map(|story| &story.findings).filter(|finding| finding.failure);
        let failing: BTreeSet<&str> = findings.map(|finding| finding.rule.as_str()).collect();
        let unused = self.all.iter().enumerate().filter(|(index, _)| !used.contains(index));
        let told = unused.filter_map(|(_, one)| match coverage {
            Coverage::InPart if one.by != SuppressedBy::Project || rules.contains(one.rule.as_str()) => None,
            Coverage::InPart | Coverage::Whole if !rules.contains(one.rule.as_str()) => Some(of_no_rule(one, &rules)),
            Coverage::InPart | Coverage::Whole => Some(of_nothing(one, &failing)),
        });
        told.collect()
    }
}

fn of_no_rule(one: &Suppression, rules: &BTreeSet<&str>) -> Diagnostic {
    let near = suggest::nearest(&one.rule, rules.iter().copied());
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "write the id of a rule, as its findings show it in brackets".to_string(),
    };
    let message = format!("there is no rule `{}`, so this accepts nothing", one.rule);
    let level = if one.by == SuppressedBy::Project { Level::Error } else { Level::Warning };
    let fix = near.zip(one.place.only(&one.rule)).map(|(near, span)| Fix { span, text: near.to_string() });
    let found = Diagnostic::new(code::UNKNOWN_RULE, message, Some(help)).with_fix(fix);
    Diagnostic { place: Some(one.place.clone()), level, ..found }
}

fn of_nothing(one: &Suppression, failing: &BTreeSet<&str>) -> Diagnostic {
    let message = if failing.contains(one.rule.as_str()) {
        format!("this accepts nothing: what `{}` finds now is something else", one.rule)
    } else {
        format!("this accepts nothing: `{}` has no such finding any more", one.rule)
    };
    let help = Some("take it out".to_string());
    Diagnostic { place: Some(one.place.clone()), ..Diagnostic::new(code::UNUSED_SUPPRESSION, message, help) }
}
