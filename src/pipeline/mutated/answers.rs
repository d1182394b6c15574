//! What the rules answer on a story, as far as one answer is told from another.

use crate::{
    claim::ArticleClaims,
    finding::{Evidence, Finding, Outcome, Role, StoryReport},
    pipeline::{self, Acceptances},
    project::Project,
    rule::RuleSet,
    verify,
};
use std::collections::BTreeSet;

/// What every rule answers on a story, in the order of the rule files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryAnswers(Vec<RuleAnswered>);

/// What a rule answers, and what it objects to.
#[derive(Clone, Debug, PartialEq)]
struct RuleAnswered {
    rule: String,
    outcome: Outcome,
    is_failure: bool,
    /// The articles that it objects to, each with what they say, or do not.
    objections: BTreeSet<String>,
}

impl StoryAnswers {
    /// Those on records of one story, with what is accepted taken off.
    #[must_use]
    pub fn on(project: &Project, rules: &RuleSet, records: &[ArticleClaims]) -> Self {
        let mut stories = verify::judge(rules, records, &project.lexicon);
        let acceptances = Acceptances::new(&rules.rules, &project.suppressions, records);
        pipeline::accept(&mut stories, &acceptances, project.today);
        stories.first().map(Self::of).unwrap_or_default()
    }

    /// Those of a report.
    fn of(report: &StoryReport) -> Self {
        let mut rest = report.findings.as_slice();
        let mut answers = Vec::new();
        for rule in &report.rules {
            let (own, others) = rest.split_at_checked(rule.findings).unwrap_or((rest, &[]));
            rest = others;
            let failing = own.iter().filter(|finding| finding.failure && finding.suppressed.is_none());
            answers.push(RuleAnswered {
                rule: rule.rule.clone(),
                outcome: rule.outcome,
                is_failure: rule.failure,
                objections: failing.flat_map(objections).collect(),
            });
        }
        Self(answers)
    }

    /// How many rules fail.
    #[must_use]
    pub fn failing(&self) -> usize {
        self.0.iter().filter(|answer| answer.is_failure).count()
    }

    fn differing(&self, after: &Self, is_so: fn(&RuleAnswered, &RuleAnswered) -> bool) -> Vec<String> {
        let pairs = self.0.iter().zip(&after.0).filter(|(before, after)| is_so(before, after));
        pairs.map(|(before, _)| before.rule.clone()).collect()
    }

    /// The rules that notice what was changed: those that fail and did not, and those that object to something they did not
    /// object to.
    #[must_use]
    pub fn noticing(&self, after: &Self) -> Vec<String> {
        self.differing(after, |before, after| {
            after.is_failure && (!before.is_failure || !after.objections.is_subset(&before.objections))
        })
    }

    /// The rules that pass before, and have no evidence after, which fails nothing.
    #[must_use]
    pub fn faded(&self, after: &Self) -> Vec<String> {
        self.differing(after, |before, after| {
            before.outcome == Outcome::Pass && after.outcome == Outcome::NoEvidence && !after.is_failure
        })
    }

    /// The rules that pass after, and did not before.
    #[must_use]
    pub fn mended(&self, after: &Self) -> Vec<String> {
        self.differing(after, |before, after| before.outcome != Outcome::Pass && after.outcome == Outcome::Pass)
    }
}

/// What a finding objects to: the words of those who are against others or break the rule, and those who are silent.
fn objections(finding: &Finding) -> impl Iterator<Item = String> {
    let is_against = |one: &Evidence| one.role.gravity() >= Role::Opposes.gravity() || one.is_silence();
    let own = finding.evidence.iter().enumerate();
    let against = own.filter(move |(at, one)| finding.item == Some(*at) || is_against(one));
    against.map(|(_, one)| format!("{}\n{}", one.article(), one.fingerprint))
}

/// "`a`", "`a` and `b`", "`a` and 3 more".
pub fn named(rules: &[String]) -> String {
    match rules {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [one, other] => format!("`{one}` and `{other}`"),
        [one, others @ ..] => format!("`{one}` and {} more", others.len()),
    }
}
