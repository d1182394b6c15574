//! Rules that the articles at hand can never meet: warnings, told before anybody reads a finding.

use super::{called::CalledArticles, missing};
use crate::{
    claim::ArticleClaims,
    diagnostic::{Diagnostic, code},
    fold::{self, Disguise},
    predicate::Sense,
    rule::{Rule, RuleSet},
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
        sources.entry(&article.story).or_default().insert(fold::source(&article.metadata.source));
    }
    let mut called: BTreeMap<Option<&str>, CalledArticles<'_>> = BTreeMap::new();
    let excepted = rules.rules.iter().filter(|rule| excepted(rule).next().is_some()).flat_map(|rule| {
        let story = rule.story.as_deref();
        excepts_nothing(rule, called.entry(story).or_insert_with(|| CalledArticles::new(story, articles)))
    });
    let too_few = rules.rules.iter().filter_map(|rule| too_few_sources(rule, &sources));
    too_few.chain(excepted).chain(disguised(articles)).collect()
}

/// Sources that are one because they look the same, though their characters are others: somebody may have meant two.
fn disguised(articles: &[ArticleClaims]) -> Vec<Diagnostic> {
    type Told<'a> = BTreeMap<String, &'a ArticleClaims>;
    let mut sources: BTreeMap<(&str, Cow<'_, str>), Told<'_>> = BTreeMap::new();
    for article in articles {
        let source = &article.metadata.source;
        let spellings = sources.entry((&article.story, fold::source(source))).or_default();
        spellings.entry(strange(source)).or_insert(article);
    }
    // The spelling with nothing strange comes first, where there is one.
    let told = sources.into_values().flat_map(|spellings| {
        let mut spellings = spellings.into_iter();
        let first = spellings.next();
        spellings.filter_map(move |other| Some(same_looking(first.as_ref()?, &other))).collect::<Vec<_>>()
    });
    told.collect()
}

fn same_looking((plain, first): &(String, &ArticleClaims), (strange, other): &(String, &ArticleClaims)) -> Diagnostic {
    let (one, two) = (&first.metadata.source, &other.metadata.source);
    let mut message = format!("the sources `{two}` and `{one}` look the same, and count as one: here it has {strange}");
    if !plain.is_empty() {
        message.push_str(&format!(", and in `{}` {plain}", first.article));
    }
    let help = "write the name in the same characters everywhere, or give one of them another name".to_string();
    Diagnostic::about_file(code::SAME_LOOKING_SOURCES, &other.article, message, Some(help))
}

/// The characters of a name that are not what they look like, in words; empty where all are.
fn strange(source: &str) -> String {
    let mut told: Vec<String> = Vec::new();
    for Disguise { character, looks_like } in fold::disguises(source) {
        let point = format!("U+{:04X}", u32::from(character));
        let words = match looks_like {
            Some(letter) => format!("{point} for `{letter}`"),
            None => format!("{point}, which nobody sees"),
        };
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told.join(" and ")
}

/// The names behind `except in`.
fn excepted(rule: &Rule) -> impl Iterator<Item = &String> {
    rule.tree.requirement.clauses().flat_map(|clause| &clause.subject.scope.except)
}

/// The names behind `except in` that no article of the rule's stories has.
fn excepts_nothing(rule: &Rule, called: &CalledArticles<'_>) -> Vec<Diagnostic> {
    let unknown = excepted(rule).filter(|name| !called.paths.is_empty() && !called.has(name));
    let mut found: Vec<Diagnostic> = unknown
        .map(|name| {
            let near = called.nearest(name);
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a source, a `group`, or a pattern of paths".to_string(),
            };
            let message = format!("`except in \"{name}\"` leaves nothing out: no source or group is called so");
            let diagnostic = Diagnostic::new(code::EXCEPTS_NOTHING, message, Some(help));
            let fix = near.and_then(|near| missing::renamed(rule, name, near));
            Diagnostic { place: rule.words.clone(), ..diagnostic }.with_fix(fix)
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
    fn sources_that_look_the_same_are_told() {
        for (claims, expected) in [
            (
                "AP: 5 | \u{410}P: 5",
                Some("the sources `\u{410}P` and `AP` look the same, and count as one: here it has U+0430 for `a`"),
            ),
            (
                "AP\u{fe0f}: 5 | AP: 5 | AP\u{fe0f}: 6",
                Some(
                    "the sources `AP\u{fe0f}` and `AP` look the same, and count as one: here it has U+FE0F, which nobody sees",
                ),
            ),
            ("AP: 5 | ap: 5 | BBC: 5", None),
            ("\u{410}P: 5 | \u{410}p: 5", None),
            ("Pravda: 5 | Правда: 5", None),
        ] {
            let found = warnings(&rules("n cited"), &story(claims, "n"));
            assert_eq!(found.first().map(|found| found.message.as_str()), expected, "{claims}");
            assert!(found.len() <= 1, "{found:?}");
        }
    }

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
