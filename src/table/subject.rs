//! What a clause is about: a topic, every value of a kind, or what an article says about itself; and which of it.

use crate::{
    article::Property,
    claim::{
        ArticleClaims,
        topic::{Drawn, Section, Topic},
    },
    fold,
    text::Part,
    value::Kind,
};
use globset::Glob;
use std::fmt;

/// What a clause is about. Its `Display` is the name of its column: `troop figure in headline`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What is looked at.
    pub matter: Matter,
    /// The part of the article it must stand in.
    pub section: Option<Section>,
    /// The articles that are looked at.
    pub scope: Scope,
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A declared topic.
    Topic {
        /// Its name, as declared.
        name: String,
        /// The kind of its values.
        kind: Kind,
    },
    /// Every value of a kind, every sentence: `every time`.
    Every(Every),
    /// What an article says about itself.
    Property(Property),
}

/// What a rule can ask every one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Every value of a kind; of [`Kind::FIGURE`], figures of every kind.
    Kind(Kind),
    /// Every sentence.
    Sentence,
}

/// Which articles a clause looks at: all that are in `only`, and not in `except`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// A group, a source, or a pattern of paths.
    pub only: Option<String>,
    /// Groups, sources, or patterns of paths.
    pub except: Vec<String>,
}

impl Scope {
    /// Which of the articles are looked at.
    #[must_use]
    pub fn kept(&self, articles: &[&ArticleClaims]) -> Vec<bool> {
        let mut kept = self.only.as_deref().map_or_else(|| vec![true; articles.len()], |name| members(articles, name));
        for name in &self.except {
            for (is_kept, is_left_out) in kept.iter_mut().zip(members(articles, name)) {
                *is_kept &= !is_left_out;
            }
        }
        kept
    }

    /// Whether it is every article.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.only.is_none() && self.except.is_empty()
    }
}

impl Every {
    /// The kind of what is asked of.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Kind(kind) => kind,
            Self::Sentence => Kind::TEXT,
        }
    }

    /// The word for one of them: "quotation".
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.name(),
            Self::Sentence => "sentence",
        }
    }
}

impl Subject {
    /// A declared topic, wherever it stands.
    #[must_use]
    pub fn topic(name: &str, kind: Kind) -> Self {
        Self::whole(Matter::Topic { name: name.to_string(), kind })
    }

    /// All of a matter.
    #[must_use]
    pub fn whole(matter: Matter) -> Self {
        Self { matter, section: None, scope: Scope::default() }
    }

    /// The kind of its values.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.matter {
            Matter::Topic { kind, .. } => *kind,
            Matter::Every(every) => every.kind(),
            Matter::Property(property) => property.kind(),
        }
    }

    /// Whether its column is that of a declared topic as it is.
    #[must_use]
    pub fn is_declared(&self) -> bool {
        matches!(self.matter, Matter::Topic { .. }) && self.section.is_none()
    }

    /// What one of them is called, where it is about every one of something.
    #[must_use]
    pub fn noun(&self) -> Option<&'static str> {
        match &self.matter {
            Matter::Every(every) => Some(every.noun()),
            Matter::Topic { .. } | Matter::Property(_) => None,
        }
    }

    /// The topics that extraction needs beside the declared ones, so that it finds the claims of this subject: none for a
    /// declared topic as it is.
    #[must_use]
    pub fn derived<'t>(&self, declared: impl Iterator<Item = &'t Topic>) -> Vec<Topic> {
        let narrowed = |topic: &Topic| Topic {
            name: self.to_string(),
            derived: true,
            parts: self.section.and_then(Section::parts).or_else(|| topic.parts.clone()),
            quoted: self.section == Some(Section::Quotations),
            ..topic.clone()
        };
        match &self.matter {
            Matter::Topic { name, .. } => match self.section {
                None => Vec::new(),
                Some(_) => declared.filter(|topic| topic.name == *name).map(narrowed).collect(),
            },
            Matter::Every(every) => {
                let drawn = match every {
                    Every::Kind(_) => Drawn::Values,
                    Every::Sentence => Drawn::Sentences,
                };
                let parts = match every {
                    Every::Kind(_) => None,
                    // A headline is often the first sentence again; a caption should not be.
                    Every::Sentence => Some(vec![Part::Body, Part::Subheading, Part::Caption]),
                };
                vec![narrowed(&Topic { drawn, parts, ..Topic::new(String::new(), every.kind()) })]
            }
            Matter::Property(property) => {
                let drawn = Drawn::Property(*property);
                vec![Topic { drawn, derived: true, ..Topic::new(self.to_string(), property.kind()) }]
            }
        }
    }
}

/// Which of the articles are of the group or the source of this name, or have a path of this pattern.
#[must_use]
pub fn members(articles: &[&ArticleClaims], name: &str) -> Vec<bool> {
    let wanted = fold::name(name);
    let is_pattern = name.contains(['*', '/', '?', '[', '.']);
    let pattern = if is_pattern { Glob::new(name).ok().map(|glob| glob.compile_matcher()) } else { None };
    let is_member = |article: &&ArticleClaims| {
        let metadata = &article.metadata;
        fold::name(&metadata.source) == wanted
            || metadata.group.as_deref().is_some_and(|group| fold::name(group) == wanted)
            || pattern.as_ref().is_some_and(|pattern| pattern.is_match(&article.article))
    };
    articles.iter().map(is_member).collect()
}

impl fmt::Display for Subject {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.matter {
            Matter::Topic { name, .. } => to.write_str(name)?,
            Matter::Every(every) => write!(to, "every {}", every.noun())?,
            Matter::Property(property) => to.write_str(property.name())?,
        }
        match self.section {
            Some(section) => write!(to, " in {}", section.name()),
            None => Ok(()),
        }
    }
}
