//! The evaluator: rules judged on claims. It never sees a text.

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

mod called;
mod condition;
mod doubtful;
mod missing;
mod origins;
mod scope;
mod tolerated;

pub use missing::silent_topics;

use crate::{
    claim::{ArticleClaims, Fingerprint},
    diagnostic::Diagnostic,
    finding::{
        ArticleEntry, Comparison, DOES_NOT_APPLY, Evidence, Finding, Outcome, RuleOutcome, StoryReport, TopicEntry,
        primary,
    },
    lexicon::Lexicon,
    predicate::{FailedItem, Items, Verdict},
    rule::{OnNoEvidence, Rule, RuleSet},
    table::{Placing, Table, evidence},
};
use std::{collections::BTreeMap, sync::Arc};

/// Why a rule passes that had nothing to compare, where its file says that this is a pass.
pub const NO_EVIDENCE: &str = "no evidence";

/// Warns of rules that the articles at hand can never meet, and of groups and sources that none of them has.
#[must_use]
pub fn warnings(rules: &RuleSet, articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    doubtful::warnings(rules, articles).into_iter().chain(missing::unnamed(rules, articles)).collect()
}

/// Judges every rule on every story that the articles belong to. The order of the articles changes nothing.
#[must_use]
pub fn judge(rules: &RuleSet, articles: &[ArticleClaims], lexicon: &Lexicon) -> Vec<StoryReport> {
    judge_with(rules, articles, Placing::shelf(lexicon))
}

/// As [`judge`], with values placed on axes in another way.
#[must_use]
pub fn judge_with(rules: &RuleSet, articles: &[ArticleClaims], placing: Placing<'_>) -> Vec<StoryReport> {
    let derived = rules.derived();
    let mut stories: BTreeMap<&str, Vec<&ArticleClaims>> = BTreeMap::new();
    for article in articles {
        stories.entry(&article.story).or_default().push(article);
    }
    stories
        .into_iter()
        .map(|(story, articles)| {
            let spellings = rules.spellings(story);
            let table = Table::new(story, articles, rules.topics.iter().chain(&derived), &spellings, placing);
            let asked = || rules.rules.iter().filter(|rule| rule.story.as_deref().is_none_or(|only| only == story));
            let (outcomes, findings): (Vec<RuleOutcome>, Vec<Vec<Finding>>) =
                asked().map(|rule| answer(rule, &table)).unzip();
            let answered: Vec<(&Rule, &Finding)> =
                asked().zip(findings.iter().filter_map(|of_rule| of_rule.first())).collect();
            StoryReport {
                story: story.to_string(),
                articles: table.articles.iter().map(|article| entry(article)).collect(),
                origins: origins::shared(&table),
                topics: topics(&table, &answered),
                rules: outcomes,
                findings: findings.into_iter().flatten().collect(),
                comparison: Comparison::default(),
            }
        })
        .collect()
}

fn entry(article: &ArticleClaims) -> ArticleEntry {
    ArticleEntry {
        article: article.article.clone(),
        source: article.metadata.source.clone(),
        published: article.metadata.published.map(|day| day.to_string()),
    }
}

/// The rows of the matrix: the declared topics.
fn topics(table: &Table<'_>, answered: &[(&Rule, &Finding)]) -> Vec<TopicEntry> {
    table
        .columns
        .iter()
        .filter(|column| column.topic.subject.is_declared())
        .map(|column| {
            let relation = &column.relation;
            TopicEntry {
                topic: column.topic.name().to_string(),
                kind: column.topic.kind.name().to_string(),
                agreement: relation.agreement,
                reasons: relation.reasons.iter().map(ToString::to_string).collect(),
                blames: table
                    .blamed_for(&column.topic.subject)
                    .and_then(|index| table.articles.get(index))
                    .map(|article| article.article.clone()),
                tolerated: tolerated::tolerated(table, column, answered),
                claims: column
                    .claims
                    .iter()
                    .zip(&relation.roles)
                    .map(|(placed, role)| table.evidence(placed, *role))
                    .collect(),
                nearly: Vec::new(),
            }
        })
        .collect()
}

/// What a rule answers on a story, and its findings.
fn answer(rule: &Rule, table: &Table<'_>) -> (RuleOutcome, Vec<Finding>) {
    let mut verdict = counted_as(rule, condition::judge(&rule.tree, table));
    let failure = counts_as_failure(rule, &verdict);
    let outcome = verdict.outcome;
    let items = verdict.items.take();
    let counts = items.as_deref().map(Items::counts);
    let Items { failed, unchecked, .. } = items.map(|items| *items).unwrap_or_default();
    let findings: Vec<Finding> = if outcome == Outcome::Fail && !failed.is_empty() {
        failed.into_iter().map(|item| of_item(rule, item)).collect()
    } else {
        vec![of_all(rule, verdict, table)]
    };
    let answered = RuleOutcome {
        rule: rule.id.clone(),
        place: rule.place.clone(),
        topics: topics_of(rule),
        outcome,
        failure,
        severity: rule.severity,
        findings: findings.len(),
        suppressed: 0,
        items: counts,
        unchecked,
    };
    (answered, findings)
}

/// The declared topics that a rule asks about, each once, in the order of its sentence.
fn topics_of(rule: &Rule) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for subject in rule.tree.subjects() {
        if let Some(name) = subject.id.declared().filter(|name| topics.iter().all(|known| known != name)) {
            topics.push(name.to_string());
        }
    }
    topics
}

/// The finding about all that a rule asks of.
fn of_all(rule: &Rule, verdict: Verdict, table: &Table<'_>) -> Finding {
    let failure = counts_as_failure(rule, &verdict);
    let mut evidence = verdict.evidence;
    unite(&mut evidence);
    let prints: Vec<Fingerprint> = evidence.iter().map(|evidence| evidence.fingerprint).collect();
    Finding {
        outcome: verdict.outcome,
        failure,
        agreement: verdict.agreement,
        reasons: verdict.reasons.iter().map(ToString::to_string).collect(),
        blames: verdict.blames.and_then(|index| table.articles.get(index)).map(|article| article.article.clone()),
        message: verdict.message,
        fingerprint: fingerprint(rule, verdict.outcome, prints),
        primary: primary(&evidence),
        evidence,
        ..about(rule)
    }
}

/// The finding about one of the things that a rule asks of one by one. It is told again by the rule and its own words and
/// value, whatever it is held against.
fn of_item(rule: &Rule, item: FailedItem) -> Finding {
    let mut evidence = item.evidence;
    let own = evidence.first().map(|own| (Arc::clone(&own.given_by), own.range(), own.fingerprint));
    unite(&mut evidence);
    let is_own = |one: &Evidence| Some((Arc::clone(&one.given_by), one.range(), one.fingerprint)) == own;
    let at = evidence.iter().position(is_own);
    let print = own.map(|(.., print)| print);
    Finding {
        outcome: Outcome::Fail,
        failure: true,
        reasons: item.reasons.iter().map(ToString::to_string).collect(),
        message: item.message,
        fingerprint: fingerprint(rule, Outcome::Fail, print.into_iter().collect()),
        item: at,
        primary: at,
        evidence,
        ..about(rule)
    }
}

/// A finding of a rule that says nothing yet.
fn about(rule: &Rule) -> Finding {
    Finding {
        rule: rule.id.clone(),
        sentence: rule.sentence.clone(),
        outcome: Outcome::NoEvidence,
        failure: false,
        severity: rule.severity,
        agreement: None,
        reasons: Vec::new(),
        blames: None,
        message: String::new(),
        why: rule.why.clone(),
        tags: rule.tags.clone(),
        fingerprint: Fingerprint::default(),
        place: rule.place.clone(),
        item: None,
        evidence: Vec::new(),
        nearly: Vec::new(),
        primary: None,
        suppressed: None,
        baseline: None,
    }
}

/// Whether the rule does not hold, or wants evidence and has none; one that does not apply wants none.
fn counts_as_failure(rule: &Rule, verdict: &Verdict) -> bool {
    match verdict.outcome {
        Outcome::Pass => false,
        Outcome::Fail => true,
        Outcome::NoEvidence => rule.on_no_evidence == OnNoEvidence::Fail && !verdict.reasons.contains(&DOES_NOT_APPLY),
    }
}

/// The verdict, where nothing to compare is to count as a pass: a pass, and why it is one. What was there and could not be
/// compared is none.
fn counted_as(rule: &Rule, verdict: Verdict) -> Verdict {
    let is_open = verdict.items.as_ref().is_some_and(|items| !items.unchecked.is_empty());
    match (verdict.outcome, rule.on_no_evidence) {
        (Outcome::NoEvidence, OnNoEvidence::Pass) if !is_open => {
            let mut reasons = verdict.reasons;
            reasons.push(NO_EVIDENCE);
            Verdict { outcome: Outcome::Pass, reasons, ..verdict }
        }
        _ => verdict,
    }
}

/// Puts evidence in order; a claim that several clauses rest on stands once, in its gravest role.
fn unite(evidence: &mut Vec<Evidence>) {
    evidence::sort(evidence);
    evidence.dedup_by(|next, kept| {
        let same = (next.article(), next.range(), next.fingerprint) == (kept.article(), kept.range(), kept.fingerprint);
        if same && next.role.gravity() > kept.role.gravity() {
            kept.role = next.role;
        }
        same
    });
}

/// The same for the same rule, outcome and evidence, wherever they stand.
fn fingerprint(rule: &Rule, outcome: Outcome, mut prints: Vec<Fingerprint>) -> Fingerprint {
    prints.sort_unstable();
    let outcome = match outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::NoEvidence => "no_evidence",
    };
    let rule = [rule.id.as_str(), rule.sentence.as_str(), outcome].map(str::to_string);
    evidence::fingerprint(rule.into_iter().chain(prints.iter().map(Fingerprint::to_string)))
}
