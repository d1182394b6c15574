//! Conflicts that the rules of a story let pass: claims that differ, and not by more than a rule allows.

use crate::{
    claim::SubjectId,
    finding::{Agreement, DOES_NOT_APPLY, Finding, Outcome},
    predicate::{Sense, consistent::Consistent},
    rule::{Rule, sentence::Clause},
    table::{Column, Table},
};

/// The tolerance under which a topic in conflict is consistent, in the words of the first rule that gives one: only where
/// every rule that asks whether its sources are consistent has a tolerance and passes.
pub fn tolerated(table: &Table<'_>, column: &Column<'_>, answered: &[(&Rule, &Finding)]) -> Option<String> {
    if column.relation.agreement != Agreement::Conflict {
        return None;
    }
    let mut allowed = None;
    let applies = |finding: &Finding| !finding.reasons.iter().any(|reason| reason == DOES_NOT_APPLY);
    for (rule, finding) in answered.iter().filter(|(_, finding)| applies(finding)) {
        let Some((clause, asked)) = asks_agreement(rule, &column.topic.subject) else { continue };
        let (words, _) = asked.within.as_ref()?;
        // A rule of several clauses may pass because of another one.
        let passes = || clause.predicate.judge(&clause.subject, table, clause.sense).outcome == Outcome::Pass;
        if finding.outcome != Outcome::Pass || !passes() {
            return None;
        }
        allowed = allowed.or_else(|| Some(words.clone()));
    }
    allowed
}

/// The clause of a rule that asks whether the sources agree on a topic, all of it in all articles.
fn asks_agreement<'r>(rule: &'r Rule, topic: &SubjectId) -> Option<(&'r Clause, &'r Consistent)> {
    let is_asked = |clause: &&Clause| {
        clause.subject.id == *topic && clause.subject.scope.is_everything() && clause.sense == Sense::Plain
    };
    let clauses = rule.tree.requirement.clauses().filter(is_asked);
    clauses.filter_map(|clause| Some((clause, (*clause.predicate).as_any().downcast_ref::<Consistent>()?))).next()
}

#[cfg(test)]
mod tests {
    use crate::verify::{
        judge_with,
        testing::{by_words, rules, story},
    };

    #[test]
    fn a_conflict_that_every_rule_allows() {
        for (sentences, line, expected) in [
            (&["n consistent across sources within 5"][..], "A: 80 | B: 82", Some("5")),
            (&["n consistent across sources within 5", "n cited"], "A: 80 | B: 82", Some("5")),
            (&["n consistent across sources within 5"], "A: 80 | B: 80", None),
            (&["n consistent across sources within 5"], "A: 80 | B: 89", None),
            (&["n consistent across sources within 5", "n consistent across sources"], "A: 80 | B: 82", None),
            (&["n consistent across sources within 5", "n consistent across sources within 1"], "A: 80 | B: 82", None),
            (
                &["n consistent across sources within 5", "when n at least 99, n consistent across sources"],
                "A: 80 | B: 82",
                Some("5"),
            ),
            (&["n consistent across sources within 1 or n at least 5"], "A: 80 | B: 82", None),
            (&["n cited"], "A: 80 | B: 82", None),
        ] {
            let mut set = rules("n cited");
            set.rules = sentences.iter().flat_map(|sentence| rules(sentence).rules).collect();
            let reports = judge_with(&set, &story(line, "n"), by_words());
            let topic = reports[0].topics.iter().find(|topic| topic.topic == "n").unwrap();
            assert_eq!(topic.tolerated.as_deref(), expected, "{sentences:?}: {line}");
        }
    }
}
