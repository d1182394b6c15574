//! Rules that the articles at hand can never meet: warnings, told before anybody reads a finding.

use crate::{
    claim::ArticleClaims,
    diagnostic::{Diagnostic, code},
    fold,
    predicate::Sense,
    rule::{Rule, RuleSet},
    suggest,
    table::subject::members,
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

/// Warns of rules that ask for more sources than any of their stories has.
#[must_use]
pub fn warnings(rules: &RuleSet, articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    let mut sources: BTreeMap<&str, BTreeSet<Cow<'_, str>>> = BTreeMap::new();
    for article in articles {
        sources.entry(&article.story).or_default().insert(fold::name(&article.metadata.source));
    }
    let excepted = rules.rules.iter().flat_map(|rule| excepts_nothing(rule, articles));
    rules.rules.iter().filter_map(|rule| too_few_sources(rule, &sources)).chain(excepted).collect()
}

/// The names behind `except in` that no article of the rule's stories has.
fn excepts_nothing(rule: &Rule, articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    let judged: Vec<&ArticleClaims> =
        articles.iter().filter(|article| rule.story.as_deref().is_none_or(|only| only == article.story)).collect();
    let clauses = rule.tree.requirement.clauses();
    let names = clauses.flat_map(|clause| &clause.subject.scope.except);
    let unknown = names.filter(|name| !judged.is_empty() && !members(&judged, name).contains(&true));
    let mut found: Vec<Diagnostic> = unknown
        .map(|name| {
            let known = judged.iter().flat_map(|article| {
                article.metadata.group.as_deref().into_iter().chain([article.metadata.source.as_str()])
            });
            let help = match suggest::nearest(name, known) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a source, a `group`, or a pattern of paths".to_string(),
            };
            let message = format!("`except in \"{name}\"` leaves nothing out: no source or group is called so");
            let diagnostic = Diagnostic::new(code::EXCEPTS_NOTHING, message, Some(help));
            Diagnostic { place: rule.words.clone(), ..diagnostic }
        })
        .collect();
    found.dedup();
    found
}

fn too_few_sources(rule: &Rule, sources: &BTreeMap<&str, BTreeSet<Cow<'_, str>>>) -> Option<Diagnostic> {
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
    let mut found = Diagnostic::new(code::TOO_FEW_SOURCES, message, help);
    found.place = rule.words.clone();
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::warnings;
    use crate::verify::testing::{rules, story};

    #[test]
    fn an_exception_that_nobody_is() {
        for (sentence, expected) in [
            ("n except in \"Harbor Post\" cited", Some("did you mean `Harbour Post`?")),
            ("n except in \"Z\" cited", Some("name a source, a `group`, or a pattern of paths")),
            ("n except in \"harbour post\" cited", None),
            ("n except in \"*0.txt\" cited", None),
        ] {
            let found = warnings(&rules(sentence), &story("Harbour Post: 5 | B: 5", "n"));
            assert_eq!(found.first().and_then(|found| found.help.as_deref()), expected, "{sentence}");
            assert!(found.iter().all(|found| found.code.name() == "excepts-nothing"), "{found:?}");
        }
    }
}
