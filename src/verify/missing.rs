//! What rule files name and articles have not: groups and sources of which there is no article, and topics that find nothing.

use super::called::CalledArticles;
use crate::{
    claim::{ArticleClaims, Matter, Topic},
    diagnostic::{Diagnostic, DiagnosticPlace, Fix, code},
    fold,
    rule::{Rule, RuleSet},
    span::Span,
};
use std::collections::{BTreeMap, BTreeSet};

/// So many stories are named; more are counted.
const STORIES_NAMED: usize = 3;

/// A topic, and where it is declared.
type DeclaredThere<'t> = (&'t Topic, &'t DiagnosticPlace);

/// Warns of groups and sources that rules ask, and of which a story that they are about has no article: once a name.
#[must_use]
pub fn unnamed(rules: &RuleSet, articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    let mut by_story: BTreeMap<&str, Vec<&ArticleClaims>> = BTreeMap::new();
    for article in articles {
        by_story.entry(&article.story).or_default().push(article);
    }
    let stories: BTreeMap<&str, CalledArticles<'_>> =
        by_story.into_iter().map(|(story, own)| (story, CalledArticles::of(&own))).collect();
    let mut known: BTreeSet<(Option<&str>, String)> = BTreeSet::new();
    let mut found = Vec::new();
    for rule in &rules.rules {
        for (name, beside) in named(rule) {
            let is_judged = |story: &str| rule.story.as_deref().is_none_or(|only| only == story);
            let judged: Vec<_> = stories.iter().filter(|(story, _)| is_judged(story)).collect();
            let key = (rule.story.as_deref(), fold::source(name).into_owned());
            if judged.is_empty() || known.contains(&key) {
                continue;
            }
            let asked = judged.iter().filter(|(_, called)| beside.is_none_or(|other| called.has(other)));
            let without: Vec<&str> = asked.filter(|(_, called)| !called.has(name)).map(|(story, _)| **story).collect();
            if judged.iter().all(|(_, called)| !called.has(name)) {
                let called = CalledArticles::new(rule.story.as_deref(), articles);
                found.push(nowhere(rule, name, called.nearest(name)));
            } else if !without.is_empty() && beside.is_some() {
                found.push(not_in(rule, name, &without));
            } else {
                continue;
            }
            known.insert(key);
        }
    }
    found
}

/// The groups and sources that a rule names: those its clauses are about, and those that they ask with these beside them.
fn named(rule: &Rule) -> impl Iterator<Item = (&str, Option<&str>)> {
    rule.tree.clauses().flat_map(|clause| {
        let only = clause.subject.scope.only.as_deref();
        let asked = clause.predicate.articles_named().map(|name| (name, only));
        only.map(|name| (name, None)).into_iter().chain(asked)
    })
}

/// Writes another name in a rule's sentence, where only one stands there.
pub(super) fn renamed(rule: &Rule, name: &str, near: &str) -> Option<Fix> {
    let span = rule.words.as_ref()?.only(&format!("\"{name}\""))?;
    // The marks stay as they are written.
    let inside = Span { start: span.start + 1, end: span.end.saturating_sub(1) };
    (!near.contains(['"', '\\', '\''])).then(|| Fix { span: inside, text: near.to_string() })
}

fn nowhere(rule: &Rule, name: &str, nearest: Option<&str>) -> Diagnostic {
    let message = format!("no article is of the source or the group \"{name}\", so nothing is asked of it");
    let help = match nearest {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("give its articles `group: {name}`, or take the rule out"),
    };
    at_rule(rule, message, help).with_fix(nearest.and_then(|near| renamed(rule, name, near)))
}

fn not_in(rule: &Rule, name: &str, without: &[&str]) -> Diagnostic {
    let quoted = |story: &&str| format!("`{story}`");
    let mut named: Vec<String> = without.iter().take(STORIES_NAMED).map(quoted).collect();
    let more = without.len().saturating_sub(named.len());
    named.extend((more > 0).then(|| format!("{more} more")));
    let stories = match named.split_last() {
        Some((last, [])) => format!("the story {last} has"),
        Some((last, rest)) => format!("the stories {} and {last} have", rest.join(", ")),
        None => String::new(),
    };
    let message =
        format!("{stories} no article of the source or the group \"{name}\", so nothing is held against it there");
    at_rule(rule, message, format!("add such an article, or give one `group: {name}`"))
}

fn at_rule(rule: &Rule, message: String, help: String) -> Diagnostic {
    Diagnostic { place: rule.words.clone(), ..Diagnostic::new(code::NAMES_NO_ARTICLE, message, Some(help)) }
}

/// Warns of topics whose phrases find nothing in any article of the project; those of packs are for articles of all sorts.
#[must_use]
pub fn silent_topics(rules: &RuleSet, articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    let stories: BTreeSet<&str> = articles.iter().map(|article| article.story.as_str()).collect();
    let mut found: BTreeSet<(&str, &str)> = BTreeSet::new();
    for article in articles {
        let claims = article.claims.iter().map(|claim| &claim.subject);
        let subjects = claims.chain(article.context.iter().map(|context| &context.claim.subject));
        found.extend(subjects.filter_map(|subject| Some((article.story.as_str(), subject.declared()?))));
    }
    let finds =
        |topic: &Topic| stories.iter().any(|story| topic.is_of(story) && found.contains(&(story, topic.name())));
    let is_read = |topic: &Topic| stories.iter().any(|story| topic.is_of(story));
    // A file that is for several stories declares a topic for each.
    let mut silent: BTreeMap<(&str, usize, usize), Option<DeclaredThere<'_>>> = BTreeMap::new();
    // That nobody asks about a topic is told elsewhere.
    let asked: BTreeSet<Matter> =
        rules.rules.iter().flat_map(|rule| rule.tree.subjects()).map(|one| one.id.matter).collect();
    let clauses = rules.rules.iter().flat_map(|rule| rule.tree.clauses());
    // Of these a rule asks that nobody gives them.
    let to_be_silent: BTreeSet<&str> = clauses
        .filter(|clause| clause.predicate.asks_for_silence(clause.sense))
        .filter_map(|clause| clause.subject.id.declared())
        .collect();
    let is_asked = |topic: &Topic| asked.contains(&topic.subject.matter) && is_read(topic);
    for topic in rules.topics.iter().filter(|topic| is_asked(topic)) {
        let Some(place) = &topic.declared_at else { continue };
        let told = silent.entry((&place.file, place.line, place.column)).or_insert(Some((topic, place)));
        if finds(topic) || to_be_silent.contains(topic.name()) {
            *told = None;
        }
    }
    silent.into_values().flatten().map(|(topic, place)| finds_nothing(topic, place)).collect()
}

fn finds_nothing(topic: &Topic, place: &DiagnosticPlace) -> Diagnostic {
    let message = format!("the phrases of the topic `{}` find nothing in any article", topic.name());
    let help =
        "`crosscheck suggest` shows phrases that would find something; mend them, or take the topic out".to_string();
    Diagnostic { place: Some(place.clone()), ..Diagnostic::new(code::FINDS_NOTHING, message, Some(help)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::testing::{rules, story, topics};

    #[test]
    fn groups_and_sources_without_an_article_are_told() {
        for (sentence, claims, expected) in [
            ("n in \"Post\" is 5", "Post: 5 | Wire: 5", None),
            ("n in \"Past\" is 5", "Post: 5 | Wire: 5", Some("did you mean `Post`?")),
            (
                "n cited in \"Herald\"",
                "Post: 5 | Wire: 5",
                Some("give its articles `group: Herald`, or take the rule out"),
            ),
            ("n cited in \"Wire\"", "Post: 5 | Wire: 5", None),
            ("n cited", "Post: 5", None),
        ] {
            let found = unnamed(&rules(sentence), &story(claims, "n"));
            assert_eq!(found.first().and_then(|found| found.help.as_deref()), expected, "{sentence}");
            assert!(found.len() < 2, "{found:?}");
        }
    }

    #[test]
    fn topics_that_find_nothing_are_told() {
        for (sentence, claims, is_told) in [
            ("n cited", "A: 5", false),
            ("n cited", "A:", true),
            ("n absent", "A:", false),
            ("n not cited", "A:", false),
            ("e cited", "A: 5", true),
        ] {
            let place = |topic: Topic| Topic {
                declared_at: Some(DiagnosticPlace::new(
                    "a.yaml",
                    "n",
                    &crate::span::LineIndex::new("n"),
                    crate::span::Span::new(0, 1),
                )),
                ..topic
            };
            let name = sentence.split(' ').next().unwrap();
            let declared = topics().into_iter().filter(|topic| topic.name() == name).map(place).collect();
            let rules = RuleSet { topics: declared, ..rules(sentence) };
            assert_eq!(silent_topics(&rules, &story(claims, "n")).len(), usize::from(is_told), "{sentence}: {claims}");
        }
    }
}
