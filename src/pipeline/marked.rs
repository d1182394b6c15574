//! `crosscheck explain --article`: one article, with every value and every claim in it.

use super::{Progress, explain::is_told, story_topics};
use crate::{
    article::Article,
    claim::{self, Topics},
    diagnostic::{Diagnostic, code},
    mention::{self, Mention},
    placing::{self, Position},
    project::{Project, Story},
    report::{Mark, MarkedArticle, MarkedPart},
    saying,
    value::{self, Kind, Units},
};
use std::collections::BTreeMap;

/// The articles of a project, each with every value and every claim in it; and every mistake that was found on the way.
#[must_use]
pub fn marked(project: &Project, progress: Progress<'_>) -> (Vec<MarkedArticle>, Vec<Diagnostic>) {
    // An article can be looked at before there is a rule.
    let mut diagnostics: Vec<Diagnostic> =
        project.diagnostics.iter().filter(|found| found.code != code::NO_RULES).cloned().collect();
    let mut marked = Vec::new();
    let topics = story_topics(project);
    let found = super::articles(project, progress, |story, article| {
        topics.of(&story.name).map(|topics| marks(project, story, &article, topics))
    });
    for (article, wrong) in found.into_iter().map(|(article, wrong)| (article.flatten(), wrong)) {
        marked.extend(article);
        diagnostics.extend(wrong);
    }
    (marked, super::in_order(diagnostics))
}

fn marks(project: &Project, story: &Story, article: &Article, topics: &Topics) -> MarkedArticle {
    let situation = mention::situation(article, story.timezone.as_deref());
    let text = mention::text(article, &project.lexicon);
    let spellings = project.rules.spellings(&story.name);
    let found = mention::mentions_of(&text, &project.lexicon, &spellings, &|_| true);
    let claims = claim::extract(article, &story.name, story.timezone.as_deref(), topics).claims;
    let mut marks: BTreeMap<(usize, std::cmp::Reverse<usize>), Mark> = BTreeMap::new();
    let mut mark = |(start, end): (usize, usize), kind: Kind, value: &value::Value, topic: Option<&str>| {
        let position = placing::positions(&[(value, &situation)], &project.lexicon).into_iter().next();
        let means = position.and_then(|position| match &position {
            Position::Indeterminate(why) => Some(format!("unclear: {why}")),
            Position::On { .. } | Position::Word(_) => saying::reading(value, &position, Units::Same),
        });
        let kind = kind.name().to_string();
        let new = || Mark { start, end, kind, means: means.filter(|_| is_told(value)), topics: Vec::new() };
        let mark = marks.entry((start, std::cmp::Reverse(end))).or_insert_with(new);
        mark.topics.extend(topic.filter(|topic| mark.topics.iter().all(|known| known != topic)).map(str::to_string));
    };
    for Mention { span, value, .. } in &found {
        mark((span.range().start, span.range().end), value.kind, value, None);
    }
    // What rules ask of every value says nothing about one of them.
    for claim in claims.iter().filter(|claim| claim.subject.is_declared()) {
        let place = claim.quote.range();
        mark((place.start, place.end), claim.value.kind, &claim.value, claim.subject.declared());
    }
    let part = |block: &crate::text::Block| {
        let range = block.span.range();
        MarkedPart { start: range.start, end: range.end, part: block.part.name() }
    };
    MarkedArticle {
        version: 1,
        article: article.path.clone(),
        source: article.metadata.source.clone(),
        published: article.metadata.published.map(|day| day.to_string()),
        published_from: article.metadata.published_from.clone(),
        parts: article.blocks.iter().map(part).collect(),
        marks: marks.into_values().collect(),
        text: article.text.clone(),
    }
}
