//! What an article says about itself, as values that rules can compare.

use super::{Article, Metadata};
use crate::{
    kind::date,
    span::Span,
    text::Part,
    value::{
        Kind, Precision, Value,
        date::{DateExpr, DatePoint},
    },
};
use chrono::{Datelike, NaiveDate};

/// What an article says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Property {
    /// Its headline.
    Headline,
    /// The day it was published.
    PublicationDate,
    /// The outlet that published it.
    Source,
    /// The day in its address.
    UrlDate,
}

impl Property {
    /// Every property, in alphabetical order of their names.
    pub const ALL: &[Self] = &[Self::Headline, Self::PublicationDate, Self::Source, Self::UrlDate];

    /// Its name in sentences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::PublicationDate => "publication date",
            Self::Source => "source",
            Self::UrlDate => "url date",
        }
    }

    /// The property of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|property| property.name() == name)
    }

    /// The kind of its values.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Headline | Self::Source => Kind::TEXT,
            Self::PublicationDate | Self::UrlDate => Kind::of(&date::ENTRY),
        }
    }

    /// What an article gives for it.
    #[must_use]
    pub fn of(self, metadata: &Metadata) -> Option<Value> {
        match self {
            Self::Headline => metadata.title.as_deref().map(text),
            Self::PublicationDate => metadata.published.map(day),
            Self::Source => Some(text(&metadata.source)),
            Self::UrlDate => metadata.url_date.map(day),
        }
    }

    /// Where it stands in the text, where the text itself gives it.
    #[must_use]
    pub fn place(self, article: &Article) -> Option<Span> {
        match self {
            Self::Headline => {
                let headline = article.blocks.iter().find(|block| block.part == Part::Headline)?;
                let words = headline.span.of(&article.text);
                (Some(words) == article.metadata.title.as_deref()).then_some(headline.span)
            }
            Self::PublicationDate | Self::Source | Self::UrlDate => None,
        }
    }
}

/// Words that are compared as they stand.
fn text(words: &str) -> Value {
    Value::word(Kind::TEXT, words, words)
}

fn day(day: NaiveDate) -> Value {
    Value {
        kind: Kind::of(&date::ENTRY),
        text: day.to_string().into(),
        hedge: None,
        precision: Precision::Exact,
        content: DateExpr::from(DatePoint::Day { year: Some(day.year()), month: day.month(), day: day.day() }).into(),
    }
}
