//! Suppressions: findings that somebody looked at and accepted, with a reason, and until when. What is accepted stays in the
//! report, and fails nothing.

use super::{Agreement, ClaimMeaning, Evidence, Finding, Role, RulePlace};
use crate::{article::ArticleGlob, claim::Fingerprint, diagnostic::DiagnosticPlace, fold};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a finding counts as no failure, though it is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "rooms"), non_exhaustive)]
pub struct Suppressed {
    /// Who accepted it, or rather where that is written.
    pub by: SuppressedBy,
    /// Why it is accepted, in the words of who did.
    pub reason: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day on which it holds, `2031-05-09`.
    pub expires: Option<String>,
    /// Where it is written; null for a baseline, which stands on the command line.
    pub place: Option<RulePlace>,
}

/// Where it is written that a finding is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuppressedBy {
    /// The article in which it is found.
    Article,
    /// The findings of a day on which all were accepted.
    Baseline,
    /// The project's configuration.
    Project,
    /// The rule itself.
    Rule,
}

/// Whether a failure stands in the baseline that the run was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaselineState {
    /// It does not.
    New,
    /// It does.
    Unchanged,
}

impl SuppressedBy {
    /// Each with its name.
    pub const ALL: &[(&str, Self)] =
        &[("article", Self::Article), ("baseline", Self::Baseline), ("project", Self::Project), ("rule", Self::Rule)];
}

/// What somebody wrote to accept findings of a rule.
#[derive(Clone, Debug)]
pub struct Suppression {
    /// Where that stands.
    pub by: SuppressedBy,
    /// The rule's id.
    pub rule: String,
    /// The place of the rule, where it is that of the rule itself.
    pub rule_place: Option<RulePlace>,
    /// The articles that it is about.
    pub articles: SuppressedArticles,
    /// The only source that it is about.
    pub source: Option<String>,
    /// The only finding that it is about.
    pub fingerprint: Option<Fingerprint>,
    /// The only value that it is about.
    pub value: Option<String>,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day on which it holds.
    pub expires: Option<NaiveDate>,
    /// Where it stands.
    pub place: DiagnosticPlace,
}

/// The articles that a suppression is about.
#[derive(Clone, Debug)]
pub enum SuppressedArticles {
    /// All.
    All,
    /// Those that one of some globs names.
    Matching(Vec<ArticleGlob>),
    /// One of a story, by its path.
    Only(String),
}

/// What a suppression does for a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accepting {
    /// Nothing: it is about others.
    NoMatch,
    /// It is accepted.
    Accepts,
    /// It was accepted, and is no more: why, for a person.
    Lapsed(String),
}

impl Suppression {
    /// What it does for a failed finding on a day; where nobody knows the day, nothing holds that has a last one.
    #[must_use]
    pub fn accepting(&self, finding: &Finding, today: Option<NaiveDate>) -> Accepting {
        let is_of_rule = self.rule == finding.rule && self.rule_place.as_ref().is_none_or(|at| *at == finding.place);
        let is_of_print = self.fingerprint.is_none_or(|print| print == finding.fingerprint);
        // What is about some claims alone accepts nothing where no claim is at fault.
        let accounts = if at_fault(finding).is_empty() {
            !self.is_narrow()
        } else {
            accounts_for(finding, |evidence| self.is_about(evidence))
        };
        if !is_of_rule || !is_of_print || !accounts {
            return Accepting::NoMatch;
        }
        let at = format!("{}:{}", self.place.file, self.place.line);
        if let Some(value) = &self.value
            && !accounts_for(finding, |evidence| self.is_about(evidence) && has_value(evidence, value))
        {
            return Accepting::Lapsed(format!("it was accepted while the value was {value} ({at})"));
        }
        match (self.expires, today) {
            (Some(last), Some(today)) if today > last => {
                Accepting::Lapsed(format!("it was accepted until {last} ({at})"))
            }
            (Some(last), None) => {
                Accepting::Lapsed(format!("it was accepted until {last} ({at}), and nobody said what day it is"))
            }
            (Some(_) | None, _) => Accepting::Accepts,
        }
    }

    /// What it leaves with a finding that it accepts.
    #[must_use]
    pub fn suppressed(&self) -> Suppressed {
        let DiagnosticPlace { file, line, column, .. } = &self.place;
        Suppressed {
            by: self.by,
            reason: self.reason.clone(),
            owner: self.owner.clone(),
            expires: self.expires.map(|day| day.to_string()),
            place: Some(RulePlace { file: file.clone(), line: *line, column: *column }),
        }
    }

    fn is_about(&self, evidence: &Evidence) -> bool {
        let is_in_article = match &self.articles {
            SuppressedArticles::All => true,
            SuppressedArticles::Matching(globs) => globs.iter().any(|glob| glob.names(evidence.article())),
            SuppressedArticles::Only(path) => path == evidence.article(),
        };
        let is_of_source = |source: &String| fold::source(source) == fold::source(evidence.source());
        is_in_article && self.source.as_ref().is_none_or(is_of_source)
    }

    /// Whether it is about some claims alone.
    fn is_narrow(&self) -> bool {
        let is_of_some = match self.articles {
            SuppressedArticles::All => false,
            SuppressedArticles::Matching(_) | SuppressedArticles::Only(_) => true,
        };
        is_of_some || self.source.is_some() || self.value.is_some()
    }
}

/// The claims that are at fault in a finding: its item, else those that break the rule or are at odds with others.
fn at_fault(finding: &Finding) -> Vec<&Evidence> {
    match finding.item {
        Some(item) => finding.evidence.get(item).into_iter().collect(),
        None => finding.evidence.iter().filter(|one| matches!(one.role, Role::Opposes | Role::Violates)).collect(),
    }
}

/// Whether nothing would be at fault in a finding without the claims that are accepted: none that breaks the rule by itself,
/// and no two that are at odds.
fn accounts_for(finding: &Finding, is_accepted: impl Fn(&Evidence) -> bool) -> bool {
    let at_fault = at_fault(finding);
    let left: Vec<&Evidence> = at_fault.iter().copied().filter(|one| !is_accepted(one)).collect();
    if left.is_empty() || left.len() == at_fault.len() {
        return left.is_empty();
    }
    let has_support = finding.evidence.iter().any(|one| one.role == Role::Supports);
    let is_alike = finding.agreement == Some(Agreement::Conflict) && !has_support && finding.item.is_none();
    let are_at_odds = left.iter().all(|one| one.role == Role::Opposes);
    is_alike && are_at_odds && left.windows(2).all(|two| matches!(two, [one, next] if meaning(one) == meaning(next)))
}

/// What a claim means, whatever its words are.
fn meaning(evidence: &Evidence) -> String {
    let Some(value) = evidence.value() else { return fold::words(evidence.exact().unwrap_or_default()).into_owned() };
    let fields = value.fields().into_iter().filter(|(key, _)| !OF_WORDS.contains(&key.as_str()));
    serde_json::Value::Object(fields.collect()).to_string()
}

/// The keys of a value that are about its words.
const OF_WORDS: [&str; 3] = ["text", "hedge", "best"];

/// Whether a claim has the value that somebody wrote: its words, what they mean, or the same number.
fn has_value(evidence: &Evidence, wanted: &str) -> bool {
    let fields = evidence.value().map(|value| value.fields()).unwrap_or_default();
    let reads = match evidence.meaning() {
        Some(ClaimMeaning::Reads(words)) => Some(&**words),
        Some(ClaimMeaning::Unclear(_)) | None => None,
    };
    let text = fields.get("text").and_then(serde_json::Value::as_str);
    let is_said = [evidence.exact(), text, reads, evidence.brief()].into_iter().flatten();
    let wanted = fold::words(wanted.trim());
    let number = |key: &str| fields.get(key).and_then(serde_json::Value::as_f64);
    let digits = wanted.replace(',', "").parse::<f64>().ok().filter(|number| number.is_finite());
    let is_number = digits.is_some()
        && number("lo") == digits
        && number("hi") == digits
        && fields.get("unit").is_none_or(serde_json::Value::is_null);
    is_number || is_said.into_iter().any(|said| fold::words(said) == wanted)
}
