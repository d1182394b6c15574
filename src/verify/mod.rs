//! The evaluator: rules judged on claims. It never sees a text.

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use crate::{
    claim::ArticleClaims,
    finding::{Agreement, ArticleEntry, Evidence, Finding, Outcome, Role, StoryReport, TopicEntry},
    predicate::Verdict,
    rule::{OnNoEvidence, Rule, RuleSet, sentence::Requirement},
    table::{Placing, Table, evidence},
};
use std::collections::BTreeMap;

/// Judges every rule on every story that the articles belong to. The order of the articles changes nothing.
#[must_use]
pub fn judge(rules: &RuleSet, articles: &[ArticleClaims]) -> Vec<StoryReport> {
    judge_with(rules, articles, Placing::SHELF)
}

/// As [`judge`], with values placed on axes in another way.
#[must_use]
pub fn judge_with(rules: &RuleSet, articles: &[ArticleClaims], placing: Placing) -> Vec<StoryReport> {
    let mut stories: BTreeMap<&str, Vec<&ArticleClaims>> = BTreeMap::new();
    for article in articles {
        stories.entry(&article.story).or_default().push(article);
    }
    stories
        .into_iter()
        .map(|(story, articles)| {
            let table = Table::new(story, articles, &rules.topics, placing);
            StoryReport {
                story: story.to_string(),
                articles: table.articles.iter().map(|article| entry(article)).collect(),
                topics: topics(&table),
                findings: rules
                    .rules
                    .iter()
                    .filter(|rule| rule.story.as_deref().is_none_or(|only| only == story))
                    .map(|rule| finding(rule, &table))
                    .collect(),
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

/// The rows of the matrix.
fn topics(table: &Table<'_>) -> Vec<TopicEntry> {
    table
        .columns
        .iter()
        .map(|column| {
            let relation = &column.relation;
            TopicEntry {
                topic: column.topic.name.clone(),
                kind: column.topic.kind.name().to_string(),
                agreement: relation.agreement,
                reasons: relation.reasons.iter().map(ToString::to_string).collect(),
                blames: table
                    .blamed_for(&column.topic.name)
                    .and_then(|index| table.articles.get(index))
                    .map(|article| article.article.clone()),
                claims: column
                    .claims
                    .iter()
                    .zip(&relation.roles)
                    .map(|(placed, role)| table.evidence(placed, *role))
                    .collect(),
            }
        })
        .collect()
}

/// What a rule answers on a story.
fn finding(rule: &Rule, table: &Table<'_>) -> Finding {
    let verdict = required(&rule.requirement, table);
    let mut evidence = verdict.evidence;
    unite(&mut evidence);
    let prints: Vec<&str> = evidence.iter().map(|evidence| evidence.fingerprint.as_str()).collect();
    let fingerprint = fingerprint(rule, verdict.outcome, prints);
    let fails = match rule.on_no_evidence {
        OnNoEvidence::Fail => true,
        OnNoEvidence::Pass | OnNoEvidence::Warn => false,
    };
    Finding {
        rule: rule.id.clone(),
        sentence: rule.sentence.clone(),
        outcome: verdict.outcome,
        severity: rule.severity,
        agreement: verdict.agreement,
        reasons: verdict.reasons.iter().map(ToString::to_string).collect(),
        blames: verdict.blames.and_then(|index| table.articles.get(index)).map(|article| article.article.clone()),
        message: verdict.message,
        why: rule.why.clone(),
        counts_as_failure: verdict.outcome == Outcome::NoEvidence && fails,
        tags: rule.tags.clone(),
        fingerprint,
        place: rule.place.clone(),
        evidence,
    }
}

/// One verdict for what `and` and `or` join: a conjunction fails where one clause fails, else has no evidence where one
/// has none; an alternative holds where one holds, else has no evidence where one has none.
fn required(requirement: &Requirement, table: &Table<'_>) -> Verdict {
    let alternatives = requirement.alternatives.iter().map(|clauses| {
        let verdicts = clauses.iter().map(|clause| clause.predicate.judge(&clause.subject, table)).collect();
        joined(verdicts, [Outcome::Fail, Outcome::NoEvidence, Outcome::Pass], ", and ")
    });
    joined(alternatives.collect(), [Outcome::Pass, Outcome::NoEvidence, Outcome::Fail], "; ")
}

/// Joins verdicts: the outcome is the first of `order` that one of them has; what those with it say is said.
fn joined(verdicts: Vec<Verdict>, order: [Outcome; 3], between: &str) -> Verdict {
    let outcome = order.into_iter().find(|outcome| verdicts.iter().any(|verdict| verdict.outcome == *outcome));
    let outcome = outcome.unwrap_or(Outcome::NoEvidence);
    let deciding = || verdicts.iter().filter(|verdict| verdict.outcome == outcome);
    let mut messages: Vec<&str> = deciding().map(|verdict| verdict.message.as_str()).collect();
    messages.dedup();
    let mut reasons = Vec::new();
    for reason in deciding().flat_map(|verdict| &verdict.reasons) {
        if !reasons.contains(reason) {
            reasons.push(*reason);
        }
    }
    let message = messages.join(between);
    let agreement: Option<Agreement> = deciding().find_map(|verdict| verdict.agreement);
    let blames = deciding().find_map(|verdict| verdict.blames);
    let evidence = verdicts.into_iter().flat_map(|verdict| verdict.evidence).collect();
    Verdict { outcome, agreement, reasons, message, evidence, blames }
}

/// Puts evidence in order; a claim that several clauses rest on stands once, in its gravest role.
fn unite(evidence: &mut Vec<Evidence>) {
    evidence::sort(evidence);
    evidence.dedup_by(|next, kept| {
        let same = (&next.article, next.start, next.end, &next.fingerprint)
            == (&kept.article, kept.start, kept.end, &kept.fingerprint);
        if same && gravity(next.role) > gravity(kept.role) {
            kept.role = next.role;
        }
        same
    });
}

fn gravity(role: Role) -> u8 {
    match role {
        Role::Context => 0,
        Role::Supports => 1,
        Role::Opposes => 2,
        Role::Violates => 3,
    }
}

/// The same for the same rule, outcome and evidence, wherever they stand.
fn fingerprint(rule: &Rule, outcome: Outcome, mut prints: Vec<&str>) -> String {
    prints.sort_unstable();
    let outcome = match outcome {
        Outcome::Pass => "pass",
        Outcome::Fail => "fail",
        Outcome::NoEvidence => "no_evidence",
    };
    evidence::fingerprint([rule.id.as_str(), rule.sentence.as_str(), outcome].into_iter().chain(prints))
}
