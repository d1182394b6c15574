//! Rules that the articles at hand can never meet: warnings, told before anybody reads a finding.

use crate::{
    claim::ArticleClaims,
    diagnostic::{Diagnostic, Level},
    predicate::Sense,
    rule::{Rule, RuleSet},
    table::folded,
};
use std::collections::{BTreeMap, BTreeSet};

/// Warns of rules that ask for more sources than any of their stories has.
#[must_use]
pub fn warnings(rules: &RuleSet, articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    let mut sources: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for article in articles {
        sources.entry(&article.story).or_default().insert(folded(&article.metadata.source));
    }
    rules.rules.iter().filter_map(|rule| too_few_sources(rule, &sources)).collect()
}

fn too_few_sources(rule: &Rule, sources: &BTreeMap<&str, BTreeSet<String>>) -> Option<Diagnostic> {
    let clauses = rule.tree.requirement.clauses().filter(|clause| clause.sense == Sense::Plain);
    let wanted = clauses.filter_map(|clause| clause.predicate.sources_wanted()).max()?;
    let judged_in = sources.iter().filter(|(story, _)| rule.story.as_deref().is_none_or(|only| only == **story));
    let (story, most) = judged_in.map(|(story, sources)| (story, sources.len())).max_by_key(|(_, number)| *number)?;
    if most >= wanted {
        return None;
    }
    let s = if most == 1 { "" } else { "s" };
    let message = format!("the rule asks for {wanted} sources, and the story `{story}` has {most} source{s}");
    let help = Some("ask for fewer sources, or add articles of others".to_string());
    let mut found = Diagnostic::without_file("too-few-sources", Level::Warning, message, help);
    found.place = rule.words.clone();
    Some(found)
}
