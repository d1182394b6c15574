//! A clause judged on the articles it is about: `in "summary"`, `except in "Harbour Post"`.

use crate::{
    claim::SubjectId,
    finding::Outcome,
    predicate::{Verdict, wording},
    rule::sentence::Clause,
    table::{Subject, Table, subject},
};

/// Judges one clause. Where it names articles, only they are there, with their sources; a predicate that looks further
/// narrows them itself.
pub fn judge(clause: &Clause, table: &Table<'_>) -> Verdict {
    let scope = &clause.subject.scope;
    let is_unknown = |name: &&str| !subject::members(&table.articles, name).contains(&true);
    if let Some(name) = scope.only.as_deref().filter(is_unknown) {
        return Verdict::bare(Outcome::NoEvidence, wording::no_such_articles(table, name));
    }
    let operands = clause.predicate.operands(&clause.subject);
    if scope.is_everything() || clause.predicate.looks_further() {
        let verdict = clause.predicate.judge(&clause.subject, table, clause.sense);
        let kept = (!scope.is_everything()).then(|| scope.kept(&table.articles));
        let is_kept = |article: usize| kept.as_ref().is_none_or(|kept| kept.get(article) == Some(&true));
        return with_context(clause, &operands, table, verdict, is_kept);
    }
    let asked: Vec<&SubjectId> = std::iter::once(&clause.subject).chain(&operands).map(|subject| &subject.id).collect();
    let topics = table.columns.iter().map(|column| column.topic).filter(|topic| asked.contains(&&topic.subject));
    let kept: Vec<usize> =
        scope.kept(&table.articles).iter().enumerate().filter(|(_, is_kept)| **is_kept).map(|(at, _)| at).collect();
    let articles = kept.iter().filter_map(|&article| table.articles.get(article).copied());
    let narrowed = Table::new(table.story, articles, topics, table.spellings, table.placing);
    let verdict = clause.predicate.judge(&clause.subject, &narrowed, clause.sense);
    let blames = verdict.blames.and_then(|article| kept.get(article).copied());
    with_context(clause, &operands, &narrowed, Verdict { blames, ..verdict }, |_| true)
}

/// The verdict with what articles without a claim say of the subjects that decides nothing, where it does not hold.
fn with_context(
    clause: &Clause,
    operands: &[Subject],
    table: &Table<'_>,
    mut verdict: Verdict,
    is_kept: impl Fn(usize) -> bool,
) -> Verdict {
    if verdict.outcome != Outcome::Pass {
        let subjects = std::iter::once(&clause.subject).chain(operands);
        verdict.evidence.extend(subjects.flat_map(|subject| table.apart(&subject.id, &is_kept)));
    }
    verdict
}
