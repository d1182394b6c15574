//! A topic: what a rule file names and claims are about.

use super::phrase::Phrase;
use crate::{article::Property, text::Part, value::Kind};

/// What claims are about: its kind, and the phrases that find its claims.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its name, as rules write it.
    pub name: String,
    /// The kind of its values.
    pub kind: Kind,
    /// What its claims are taken from.
    pub drawn: Drawn,
    /// Whether no file declares it and a rule asks for it all the same: `every time`, `publication date`.
    pub derived: bool,
    /// The only story it is read in; every story where `None`.
    pub story: Option<String>,
    /// What finds its claims.
    pub patterns: Vec<Pattern>,
    /// What vetoes: a phrase with a hole vetoes that mention, one without its whole sentence.
    pub except: Vec<Phrase>,
    /// What vetoes also where it stands one sentence before.
    pub not_near: Vec<Phrase>,
    /// The parts its claims are taken from; those that are evidence where `None`.
    pub parts: Option<Vec<Part>>,
    /// Whether only claims inside quotations are taken.
    pub quoted: bool,
    /// The unit its values must have (or convert to).
    pub unit: Option<String>,
    /// The thing its values must count.
    pub of: Option<String>,
    /// Whether later figures are expected to grow or to shrink.
    pub develops: Option<Develops>,
}

/// What the claims of a topic are taken from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawn {
    /// The values that its phrases find.
    #[default]
    Phrases,
    /// Every value of its kind: `every time`.
    Values,
    /// Every sentence that is long enough to be told from others.
    Sentences,
    /// What the article says about itself.
    Property(Property),
}

/// A part of an article as a rule names it: `in headline`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The body, its first paragraph included.
    Body,
    /// What stands under pictures.
    Captions,
    /// The headline.
    Headline,
    /// The first paragraph of the body.
    Lead,
    /// What stands between quotation marks, wherever that is.
    Quotations,
    /// The titles between paragraphs.
    Subheadings,
}

impl Section {
    /// Every section, in alphabetical order of their names.
    pub const ALL: &[Self] =
        &[Self::Body, Self::Captions, Self::Headline, Self::Lead, Self::Quotations, Self::Subheadings];

    /// Its name in sentences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Captions => "captions",
            Self::Headline => "headline",
            Self::Lead => "lead",
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
            Self::Headline => Part::Headline,
            Self::Lead => Part::Lead,
            Self::Quotations => return None,
            Self::Subheadings => Part::Subheading,
        };
        Some(vec![part])
    }
}

/// A phrase, and for a choice topic which choice it means.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The phrase.
    pub phrase: Phrase,
    /// The choice's name.
    pub choice: Option<String>,
}

/// Which way a topic's figures go as time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Develops {
    /// Later figures are larger.
    Up,
    /// Later figures are smaller.
    Down,
}

impl Topic {
    /// A topic of this name and kind without a phrase.
    #[must_use]
    pub fn new(name: String, kind: Kind) -> Self {
        Self {
            name,
            kind,
            drawn: Drawn::Phrases,
            derived: false,
            story: None,
            patterns: Vec::new(),
            except: Vec::new(),
            not_near: Vec::new(),
            parts: None,
            quoted: false,
            unit: None,
            of: None,
            develops: None,
        }
    }

    /// Whether its claims may stand in this part of an article.
    #[must_use]
    pub fn is_in(&self, part: Part) -> bool {
        match &self.parts {
            Some(parts) => parts.contains(&part) || part == Part::Lead && parts.contains(&Part::Body),
            None => part.is_evidence(),
        }
    }

    /// The names of a choice topic's choices, in the order written, each once.
    pub fn choices(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for choice in self.patterns.iter().filter_map(|pattern| pattern.choice.as_deref()) {
            if !names.contains(&choice) {
                names.push(choice);
            }
        }
        names
    }
}
