//! Phrases in place: a value at a span of an article, its hedge, and the words it is about.

use crate::{
    article::Article,
    lexicon::Lexicon,
    span::Span,
    text::Part,
    value::{Situation, Value},
};

/// A value at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where its words stand.
    pub span: Span,
    /// The part of the article.
    pub part: Part,
    /// What they mean.
    pub value: Value,
}

/// Every value of an article, in the order of the text, without overlap.
#[must_use]
pub fn mentions(_article: &Article, _lexicon: &Lexicon) -> Vec<Mention> {
    Vec::new()
}

/// What an article's relative values resolve against.
#[must_use]
pub fn situation(article: &Article, story_timezone: Option<&str>) -> Situation {
    Situation {
        anchor: article.metadata.published,
        timezone: article.metadata.timezone.clone().or_else(|| story_timezone.map(str::to_string)),
    }
}
