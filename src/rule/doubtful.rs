//! What can be read and still cannot be meant: warnings about a rule set that no article is needed for.

use super::{
    Rule,
    file::FileRole,
    judged::Candidate,
    scope::{FoundTopic, overlap},
    sentence::Clause,
};
use crate::{
    claim::{
        Matter, SubjectId,
        sample::{Doubt, SameChoices, doubt, same_choices},
    },
    diagnostic::{Diagnostic, code},
    lexicon::{DayOrder, Lexicon},
    mention::mentions,
    predicate::{Given, Sense, reading::a},
    span::Span,
    text::Text,
    value::{Content, Interval, Kind},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What is wrong with most phrases that find nothing.
const HOLE: &str = "the hole takes the hedge, the number and the unit (`about 50 minutes`): leave words for them out";

/// Every warning about topics and rules that have no mistake.
pub(super) fn warnings(found: &[FoundTopic<'_>], rules: &[Candidate<'_>], lexicon: &Arc<Lexicon>) -> Vec<Diagnostic> {
    let mut warnings: Vec<Diagnostic> = found.iter().flat_map(|topic| phrases(topic, lexicon)).collect();
    warnings.extend(found.iter().flat_map(|topic| choices(topic, lexicon)));
    warnings.extend(found.iter().flat_map(brackets));
    warnings.extend(same_rules(rules));
    warnings.extend(rules.iter().filter_map(impossible));
    warnings.extend(rules.iter().filter_map(|candidate| two_days(candidate, lexicon)));
    warnings
}

/// Phrases that find nothing.
fn phrases(found: &FoundTopic<'_>, lexicon: &Arc<Lexicon>) -> Vec<Diagnostic> {
    let Some(topic) = found.declared.topic.as_ref().filter(|_| !found.declared.is_broken) else { return Vec::new() };
    let warn = |(phrase, doubt): (&str, Doubt)| {
        let (code, message, help) = match doubt {
            Doubt::NeverMatches(sample) => (
                code::PHRASE_NEVER_MATCHES,
                format!("the phrase `{phrase}` does not find `{sample}`, and probably nothing"),
                another_kind(&sample, topic.kind, lexicon).unwrap_or_else(|| HOLE.into()),
            ),
            Doubt::AlwaysVetoed(sample) => (
                code::PHRASE_ALWAYS_VETOED,
                format!("what the phrase `{phrase}` finds (`{sample}`) is always taken back"),
                format!("narrow the phrases under `except` and `not near` of `{}`", topic.name()),
            ),
        };
        let span = place_of(found, phrase);
        found.document.diagnostic(code, span, message, Some(help))
    };
    let doubts = topic.patterns.iter().filter_map(|pattern| {
        let doubt = doubt(topic, pattern, lexicon)?;
        Some((pattern.phrase.source.as_str(), doubt))
    });
    doubts.map(warn).collect()
}

/// Choices that find the same words.
fn choices(found: &FoundTopic<'_>, lexicon: &Arc<Lexicon>) -> Vec<Diagnostic> {
    let topic = found.declared.topic.as_ref().filter(|_| !found.declared.is_broken);
    let warn = |same: SameChoices<'_>| {
        let [first, second] = [same.first, same.second].map(|one| one.choice.as_deref().unwrap_or_default());
        let message = format!("the choices `{first}` and `{second}` both find `{}`", same.words);
        let help = "a phrase finds what it says however a sentence says it, and a word all that have its stem: say more in one of them, \
                    or write `=word` for the word as it stands"
            .to_string();
        let span = place_of(found, &same.second.phrase.source);
        found.document.diagnostic(code::SAME_CHOICES, span, message, Some(help))
    };
    topic.into_iter().flat_map(|topic| same_choices(topic, lexicon)).map(warn).collect()
}

/// Brackets that say nothing.
fn brackets(found: &FoundTopic<'_>) -> Vec<Diagnostic> {
    let Some(topic) = found.declared.topic.as_ref().filter(|_| !found.declared.is_broken) else { return Vec::new() };
    let patterns = topic.patterns.iter().map(|pattern| &pattern.phrase);
    let all = patterns.chain(&topic.except).chain(&topic.not_near);
    let idle = all.filter_map(|phrase| Some((phrase, phrase.source.get(phrase.idle_brackets()?)?)));
    idle.map(|(phrase, words)| {
        let message = format!("the brackets in `{words}` hold one thing, and are no part of the text");
        let help = "leave them out, write `(a)?` for what may be missing, or `\\(` and `\\)` for brackets of the text";
        let span = place_of(found, &phrase.source);
        found.document.diagnostic(code::IDLE_BRACKETS, span, message, Some(help.to_string()))
    })
    .collect()
}

/// What to write where the engine reads a sample as a value of another kind.
fn another_kind(sample: &str, kind: Kind, lexicon: &Lexicon) -> Option<String> {
    let sentence = format!("They said {sample} there.");
    let read = mentions(&Text::plain(&sentence, lexicon), lexicon);
    let other = read.iter().find(|mention| {
        let is_figure = !matches!(mention.value.content, Content::Word(_));
        is_figure && !kind.takes(mention.value.kind)
    })?;
    let (words, other) = (sentence.get(other.span.range())?, other.value.kind);
    Some(format!("`{words}` is read as {}: write `kind: {other}`, and `<{other}>` for the hole", a(other)))
}

/// Where a phrase of a topic stands; where YAML writes it otherwise, the topic's name.
fn place_of(found: &FoundTopic<'_>, phrase: &str) -> Span {
    let text = &found.document.text;
    let from = found.declared.key.span.range().end;
    let behind = text.get(from..).and_then(|rest| rest.find(phrase));
    match behind {
        Some(at) => Span::new(from + at, from + at + phrase.len()),
        None => found.declared.key.words(text),
    }
}

/// Topics that no rule asks about, where there are rules and each of them was read.
pub(super) fn unused_topics(found: &[FoundTopic<'_>], rules: &[Candidate<'_>]) -> Vec<Diagnostic> {
    if rules.iter().all(|candidate| candidate.is_shipped) || rules.iter().any(|candidate| candidate.rule.is_none()) {
        return Vec::new();
    }
    let mut named: BTreeMap<Arc<str>, BTreeSet<Option<&str>>> = BTreeMap::new();
    for rule in rules.iter().filter_map(|candidate| candidate.rule.as_ref()) {
        for subject in rule.tree.subjects() {
            if let Matter::Topic(name) = subject.id.matter {
                named.entry(name).or_default().insert(rule.story.as_deref());
            }
        }
    }
    let is_used = |topic: &FoundTopic<'_>| {
        let stories = named.get(topic.declared.name.as_str()).into_iter().flatten();
        stories.into_iter().any(|story| overlap(*story, topic.story.as_deref()))
    };
    let own = found.iter().filter(|topic| topic.role == FileRole::Named && !topic.declared.is_broken);
    let unused = own.filter(|topic| !is_used(topic));
    unused
        .map(|topic| {
            let name = &topic.declared.name;
            let span = topic.declared.key.words(&topic.document.text);
            let help = format!("write a rule about it, such as `{name} consistent across sources`");
            let message = format!("no rule asks about the topic `{name}`");
            topic.document.diagnostic(code::UNUSED_TOPIC, span, message, Some(help))
        })
        .collect()
}

/// Rules that ask the same in one story.
fn same_rules(rules: &[Candidate<'_>]) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, Vec<&Candidate<'_>>> = BTreeMap::new();
    let mut warnings = Vec::new();
    for second in rules {
        let Some(rule) = &second.rule else { continue };
        let earlier = known.entry(rule.tree.to_string()).or_default();
        let same = earlier.iter().find(|first| overlap(first.story.as_deref(), second.story.as_deref()));
        if let Some(first) = same {
            let message = format!("the rules `{}` and `{}` ask the same", first.id, second.id);
            let help = "take one of them out".to_string();
            let related = first.document.diagnostic_place(first.named_at);
            let found = second.document.diagnostic(code::SAME_RULE, second.named_at, message, Some(help));
            warnings.push(found.with_related(related, "first here"));
        }
        earlier.push(second);
    }
    warnings
}

/// A rule that no value can meet.
fn impossible(candidate: &Candidate<'_>) -> Option<Diagnostic> {
    let rule: &Rule = candidate.rule.as_ref()?;
    let contradictions: Vec<Option<String>> =
        rule.tree.requirement.alternatives.iter().map(|clauses| contradiction(clauses)).collect();
    let subject = contradictions.into_iter().collect::<Option<Vec<String>>>()?.into_iter().next()?;
    let message = format!("no value of `{subject}` can meet this");
    let help = "the bounds exclude each other: widen one, or join them with `or`".to_string();
    Some(candidate.document.diagnostic(code::IMPOSSIBLE_BOUND, candidate.named_at, message, Some(help)))
}

/// A rule whose date is another day where people write the day first.
fn two_days(candidate: &Candidate<'_>, lexicon: &Lexicon) -> Option<Diagnostic> {
    let rule = candidate.rule.as_ref().filter(|_| !candidate.is_shipped)?;
    let clauses = rule.tree.requirement.alternatives.iter().flatten();
    let given = clauses.flat_map(|clause| clause.predicate.given());
    let (words, [one, other]) = given.into_iter().find_map(|given| match given {
        Given::Value(literal) => Some((literal.words.clone(), day_orders(&literal.words, lexicon)?)),
        Given::Distance(_) | Given::Tolerance(..) => None,
    })?;
    let message = format!("`{words}` is read as {one}, and can be meant as {other}");
    let help = format!("write `{one}` or `{other}`");
    Some(candidate.document.diagnostic(code::AMBIGUOUS_DATE, candidate.named_at, message, Some(help)))
}

/// "05/02/2024" as the project reads it, and as others do; nothing where only one of them is a day.
fn day_orders(words: &str, lexicon: &Lexicon) -> Option<[String; 2]> {
    let parts: Vec<u32> = words.split('/').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let [first, second, year] = parts.as_slice() else { return None };
    let is_month = |number: &u32| (1..=12).contains(number);
    if first == second || !is_month(first) || !is_month(second) {
        return None;
    }
    let year = match year {
        0..50 => year + 2000,
        50..100 => year + 1900,
        _ => *year,
    };
    let month_first = format!("{year}-{first:02}-{second:02}");
    let day_first = format!("{year}-{second:02}-{first:02}");
    Some(match lexicon.day_order {
        DayOrder::MonthFirst | DayOrder::Unstated => [month_first, day_first],
        DayOrder::DayFirst => [day_first, month_first],
    })
}

/// The subject of clauses that must all hold, and whose bounds leave no value.
fn contradiction(clauses: &[Clause]) -> Option<String> {
    let mut allowed: BTreeMap<(&SubjectId, String), Interval> = BTreeMap::new();
    for clause in clauses.iter().filter(|clause| clause.sense == Sense::Plain) {
        let Some((axis, region)) = clause.predicate.region() else { continue };
        let unbounded = Interval { lo: f64::NEG_INFINITY, hi: f64::INFINITY, lo_open: true, hi_open: true };
        let start = clause.subject.kind.facts().least.map_or(unbounded, Interval::at_least);
        let so_far = allowed.entry((&clause.subject.id, axis)).or_insert(start);
        if !so_far.intersects(region) {
            return Some(clause.subject.to_string());
        }
        *so_far = so_far.intersection(region);
    }
    None
}
