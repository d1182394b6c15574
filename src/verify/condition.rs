//! What a whole sentence answers: its clauses joined, under its condition.

use super::scope;
use crate::{
    finding::{Agreement, DOES_NOT_APPLY, Evidence, Outcome, Role},
    predicate::{Items, Verdict},
    rule::sentence::{Requirement, RuleSentence},
    table::Table,
};

/// Judges a sentence. Where its condition does not hold, or its exception does, there is no evidence, with a reason of its
/// own; where nobody can tell whether the condition holds, there is none either.
pub fn judge(sentence: &RuleSentence, table: &Table<'_>) -> Verdict {
    if let Some(when) = &sentence.when {
        let condition = required(when, table);
        match condition.outcome {
            Outcome::Pass => {}
            Outcome::Fail => return excused(condition, "when", vec![DOES_NOT_APPLY]),
            Outcome::NoEvidence => return excused(condition, "when", Vec::new()),
        }
    }
    if let Some(unless) = &sentence.unless {
        let exception = required(unless, table);
        if exception.outcome == Outcome::Pass {
            return excused(exception, "unless", vec![DOES_NOT_APPLY]);
        }
    }
    required(&sentence.requirement, table)
}

/// The verdict on a rule that asks nothing of a story, for what was found of its condition.
fn excused(condition: Verdict, word: &str, reasons: Vec<&'static str>) -> Verdict {
    let context = |evidence: Evidence| Evidence { role: Role::Context, ..evidence };
    let evidence = condition.evidence.into_iter().map(context).collect();
    let lead = if reasons.is_empty() {
        format!("nobody knows whether the rule applies (`{word}`)")
    } else {
        DOES_NOT_APPLY.to_string()
    };
    let message = format!("{lead}: {}", condition.message);
    Verdict { evidence, reasons, ..Verdict::bare(Outcome::NoEvidence, message) }
}

/// One verdict for what `and` and `or` join: a conjunction fails where one clause fails, else has no evidence where one
/// has none; an alternative holds where one holds, else has no evidence where one has none.
fn required(requirement: &Requirement, table: &Table<'_>) -> Verdict {
    let alternatives = requirement.alternatives.iter().map(|clauses| {
        let verdicts = clauses.iter().map(|clause| scope::judge(clause, table)).collect();
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
    let items = items(&verdicts, outcome, order);
    let evidence = verdicts.into_iter().flat_map(|verdict| verdict.evidence).collect();
    Verdict { outcome, agreement, reasons, message, evidence, blames, items }
}

/// What verdicts found one by one. What fails does so by itself only where nothing else fails with it, and where another
/// clause would not have done as well.
fn items(verdicts: &[Verdict], outcome: Outcome, order: [Outcome; 3]) -> Option<Box<Items>> {
    let [first, ..] = order;
    let deciding = || verdicts.iter().filter(|verdict| verdict.outcome == outcome);
    let fails_as_a_whole = |verdict: &Verdict| verdict.items.as_ref().is_none_or(|items| items.failed.is_empty());
    let is_split = verdicts.len() == 1 || first == Outcome::Fail;
    if outcome == Outcome::Fail && (!is_split || deciding().any(fails_as_a_whole)) {
        return None;
    }
    verdicts.iter().filter_map(|verdict| verdict.items.as_deref().cloned()).reduce(Items::and).map(Box::new)
}
