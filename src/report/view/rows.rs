//! Topics by articles: what each article of a story says on each topic, a row each.

use crate::{
    finding::{ArticleEntry, Evidence, PublishedValue, Report, TopicEntry},
    fold,
};
use std::collections::{BTreeMap, BTreeSet};

/// What one article says on a topic.
#[derive(Debug)]
pub struct TopicRow<'r> {
    /// The story.
    pub story: &'r str,
    /// The topic.
    pub topic: &'r TopicEntry,
    /// The article.
    pub article: &'r ArticleEntry,
    /// Each form of words once, in the order of the text; none where it is silent.
    pub forms: Vec<RowForm<'r>>,
}

/// Words with what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowForm<'r> {
    /// As they are written.
    pub words: &'r str,
    /// In a few marks: `3000 s`.
    pub value: String,
    /// Whether it is said to be so, and not only to be possible.
    pub is_asserted: bool,
    /// Whose words it is in, where a rule asks that; else nothing.
    pub speaker: &'r str,
}

/// The rows of a report: by story, topic and article.
#[must_use]
pub fn topic_rows(report: &Report) -> Vec<TopicRow<'_>> {
    let mut rows = Vec::new();
    for story in &report.stories {
        for topic in &story.topics {
            let mut by_article: BTreeMap<&str, Vec<&Evidence>> = BTreeMap::new();
            for claim in &topic.claims {
                by_article.entry(claim.article()).or_default().push(claim);
            }
            rows.extend(story.articles.iter().map(|article| TopicRow {
                story: &story.story,
                topic,
                article,
                forms: forms(by_article.get(article.article.as_str()).map_or(&[], Vec::as_slice)),
            }));
        }
    }
    rows
}

fn forms<'r>(claims: &[&'r Evidence]) -> Vec<RowForm<'r>> {
    let mut known = BTreeSet::new();
    let mut forms = Vec::new();
    for claim in claims {
        let words = claim.exact().unwrap_or_default();
        let value = claim.value().map(PublishedValue::notation).unwrap_or_default();
        let is_asserted = claim.status.is_asserted();
        let speaker = claim.said.as_deref().map_or("", |said| &said.speaker);
        if known.insert((fold::words(words), value.clone(), is_asserted, speaker)) {
            forms.push(RowForm { words, value, is_asserted, speaker });
        }
    }
    forms
}
