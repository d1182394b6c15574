//! Words: sentences of tokens over one string, the quotation marks, and the parts of an article.

use crate::span::Span;
use serde::{Deserialize, Serialize};

/// The part of an article that a stretch of text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The title, and a first line that repeats it.
    Headline,
    /// The first paragraph of the body.
    Lead,
    /// The running text.
    Body,
    /// A short line between paragraphs that titles what follows.
    Subheading,
    /// The words under a picture, its alternative text, its credit.
    Caption,
    /// A line that only leads to another article ("READ MORE: ...").
    Link,
    /// What a page shows until something has loaded ("Loading...").
    Placeholder,
    /// Byline, date line, URL: words about the article, not of it.
    Metadata,
}

impl Part {
    /// Every part, in the order of an article.
    pub const ALL: &[Self] = &[
        Self::Headline,
        Self::Lead,
        Self::Body,
        Self::Subheading,
        Self::Caption,
        Self::Link,
        Self::Placeholder,
        Self::Metadata,
    ];

    /// The word for it in rules and output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Body => "body",
            Self::Subheading => "subheading",
            Self::Caption => "caption",
            Self::Link => "link",
            Self::Placeholder => "placeholder",
            Self::Metadata => "metadata",
        }
    }

    /// Whether a topic takes claims from this part without being asked to: link lines, captions and placeholders are no
    /// evidence unless `in:` names them.
    #[must_use]
    pub fn is_evidence(self) -> bool {
        match self {
            Self::Headline | Self::Lead | Self::Body | Self::Subheading => true,
            Self::Caption | Self::Link | Self::Placeholder | Self::Metadata => false,
        }
    }
}

/// A stretch of an article's text that stands on its own: a heading, a paragraph, a caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub part: Part,
}

/// Sentences of tokens over one string.
#[derive(Debug)]
pub struct Text<'a> {
    words: Vec<&'a str>,
}

impl<'a> Text<'a> {
    /// Reads the blocks of `source`, passing over `markup`.
    #[must_use]
    pub fn new(source: &'a str, _blocks: &[Block], _markup: &[Span], _lexicon: &crate::lexicon::Lexicon) -> Self {
        Self { words: source.split_whitespace().collect() }
    }

    /// Its tokens.
    #[must_use]
    pub fn tokens(&self) -> &[&'a str] {
        &self.words
    }
}
