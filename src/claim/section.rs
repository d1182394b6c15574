//! A section of articles, as rules name it.

use crate::text::Part;

/// A part of an article as a rule names it: `in headline`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The body, its first paragraph included.
    Body,
    /// What stands under pictures.
    Captions,
    /// What an outlet says it had wrong.
    Corrections,
    /// The headline.
    Headline,
    /// The first paragraph of the body.
    Lead,
    /// The lines that lead to other articles.
    Links,
    /// What a page shows beside its text: players, galleries, advertisements.
    Placeholders,
    /// What stands between quotation marks, wherever that is.
    Quotations,
    /// The titles between paragraphs.
    Subheadings,
}

impl Section {
    /// Every section, in alphabetical order of their names.
    pub const ALL: &[Self] = &[
        Self::Body,
        Self::Captions,
        Self::Corrections,
        Self::Headline,
        Self::Lead,
        Self::Links,
        Self::Placeholders,
        Self::Quotations,
        Self::Subheadings,
    ];

    /// Its name in sentences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Captions => "captions",
            Self::Corrections => "corrections",
            Self::Headline => "headline",
            Self::Lead => "lead",
            Self::Links => "links",
            Self::Placeholders => "placeholders",
            Self::Quotations => "quotations",
            Self::Subheadings => "subheadings",
        }
    }

    /// The section of this name, in the singular or the plural.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        Self::ALL.iter().copied().find(|section| {
            let known = section.name();
            known == name || known.strip_suffix('s').is_some_and(|one| one == name)
        })
    }

    /// The parts of the text that it means; `None` where any may hold it.
    #[must_use]
    pub fn parts(self) -> Option<Vec<Part>> {
        let part = match self {
            Self::Body => Part::Body,
            Self::Captions => Part::Caption,
            Self::Corrections => Part::Correction,
            Self::Headline => Part::Headline,
            Self::Lead => Part::Lead,
            Self::Links => Part::Link,
            Self::Placeholders => Part::Placeholder,
            Self::Quotations => return None,
            Self::Subheadings => Part::Subheading,
        };
        Some(vec![part])
    }
}
