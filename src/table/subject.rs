//! What a clause is about: a topic, or what an article says about itself.

use crate::{article::Metadata, value::Kind};
use std::fmt;

/// What a clause is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A declared topic.
    Topic {
        /// Its name, as declared.
        name: String,
        /// The kind of its values.
        kind: Kind,
    },
    /// What an article says about itself.
    Property(Property),
}

/// What an article says about itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Property {
    /// Its headline.
    Headline,
    /// The day it was published.
    PublicationDate,
    /// The day in its address.
    UrlDate,
}

impl Property {
    /// Every property, in alphabetical order of their names.
    pub const ALL: &[Self] = &[Self::Headline, Self::PublicationDate, Self::UrlDate];

    /// Its name in sentences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::PublicationDate => "publication date",
            Self::UrlDate => "url date",
        }
    }

    /// The property of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|property| property.name() == name)
    }

    /// What an article gives for it.
    #[must_use]
    pub fn of(self, metadata: &Metadata) -> Option<String> {
        match self {
            Self::Headline => metadata.title.clone(),
            Self::PublicationDate => metadata.published.map(|day| day.to_string()),
            Self::UrlDate => metadata.url_date.map(|day| day.to_string()),
        }
    }

    /// The kind of its values, by name.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Headline => "text",
            Self::PublicationDate | Self::UrlDate => "date",
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Topic { name, .. } => to.write_str(name),
            Self::Property(property) => to.write_str(property.name()),
        }
    }
}
