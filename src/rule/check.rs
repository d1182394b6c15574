//! From rule files to a rule set: topics in scope, sentences read, ids made unique, every mistake of every file.

use super::{
    Defaults, RuleSet, RuleSource, doubtful,
    file::{Sections, sections},
    judged::{Candidate, candidates},
    scope::{Found, declare, overlap, reject_doubles},
};
use crate::{
    diagnostic::{Diagnostic, Level},
    lexicon::Lexicon,
    yaml::{self, Document, Reading},
};
use std::{collections::BTreeMap, sync::Arc};

/// Reads every rule file of a project. A rule with a mistake, or about a topic with one, is left out of the set; the
/// mistakes of all files are returned, by file and place.
///
/// ```
/// use crosscheck::{lexicon::Lexicon, rule::{Defaults, RuleSource, read}};
/// let text = "topics:\n  toll: {kind: count, phrases: [\"<count> dead\"]}\nrules:\n  - {id: x, sevrity: note}\n";
/// let file = RuleSource { path: "a.yaml".to_string(), text: text.to_string() };
/// let (rules, mistakes) = read(&[file], &Defaults::default(), &Lexicon::shared());
/// assert_eq!((rules.topics.len(), rules.rules.len(), mistakes.len()), (1, 0, 2));
/// ```
#[must_use]
pub fn read(files: &[RuleSource], defaults: &Defaults, lexicon: &Arc<Lexicon>) -> (RuleSet, Vec<Diagnostic>) {
    read_with(files, defaults, lexicon, |rules, found| {
        let rules = rules.into_iter().filter_map(|candidate| candidate.rule).collect();
        let whole = found.into_iter().map(|found| found.declared).filter(|declared| !declared.is_broken);
        RuleSet { topics: whole.filter_map(|declared| declared.topic).collect(), rules }
    })
}

/// Reads every rule file, and makes something of the rules and topics that were found; those of one name are marked.
pub(super) fn read_with<T>(
    files: &[RuleSource],
    defaults: &Defaults,
    lexicon: &Arc<Lexicon>,
    finish: impl FnOnce(Vec<Candidate<'_>>, Vec<Found<'_>>) -> T,
) -> (T, Vec<Diagnostic>) {
    let (documents, mistakes): (Vec<Document>, Vec<Vec<Diagnostic>>) =
        files.iter().map(|file| yaml::read(&file.path, &file.text)).unzip();
    let mut mistakes: Vec<Diagnostic> = mistakes.into_iter().flatten().collect();
    let stories = defaults.stories.as_deref();
    let mut cut: Vec<Sections<'_>> =
        documents.iter().map(|document| sections(Reading::new(document), stories)).collect();
    let mut found = declare(&mut cut);
    mistakes.extend(reject_doubles(&mut found));
    let has_gaps = documents.iter().any(|document| document.has_gaps);
    let mut rules = Vec::new();
    for file in &mut cut {
        rules.extend(candidates(file, &found, has_gaps, defaults, lexicon));
    }
    mistakes.extend(reject_equal_ids(&mut rules));
    mistakes.extend(doubtful::warnings(&found, &rules, lexicon));
    mistakes.extend(cut.into_iter().flat_map(|file| file.reading.mistakes));
    mistakes.sort_by(|one, other| one.order().cmp(&other.order()));
    // An alias repeats the mistakes of what it repeats.
    mistakes.dedup();
    (finish(rules, found), mistakes)
}

/// Takes out each rule whose id another one has that can be judged in the same story.
fn reject_equal_ids(rules: &mut [Candidate<'_>]) -> Vec<Diagnostic> {
    let mut mistakes = Vec::new();
    let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in 0..rules.len() {
        let Some(second) = rules.get(index) else { continue };
        let earlier = by_id.entry(second.id.clone()).or_default();
        // Where a sentence with a mistake makes the id, its words are another's only by chance.
        let is_certain = |one: &Candidate<'_>| one.has_own_id || one.rule.is_some();
        let meets = |first: &Candidate<'_>| {
            overlap(first.story.as_deref(), second.story.as_deref())
                && (is_certain(first) && is_certain(second) || first.words() == second.words())
        };
        let clash = earlier.iter().find(|first| rules.get(**first).is_some_and(meets)).copied();
        earlier.push(index);
        if let Some(first) = clash.and_then(|first| rules.get(first)) {
            mistakes.push(equal_ids(first, second));
            if let Some(second) = rules.get_mut(index) {
                second.rule = None;
            }
        }
    }
    mistakes
}

fn equal_ids(first: &Candidate<'_>, second: &Candidate<'_>) -> Diagnostic {
    let related = first.document.diagnostic_place(first.named_at);
    let (message, help) = if first.has_own_id || second.has_own_id {
        (format!("two rules have the id `{}`", second.id), "give one of them another `id`")
    } else {
        ("this rule is here twice".to_string(), "take one of them out, or give one an `id`")
    };
    let level = Level::Error;
    let found = second.document.diagnostic("duplicate-id", level, second.named_at, message, Some(help.to_string()));
    found.with_related(related, "first here")
}
