//! What a clause is about, and in which articles.

use crate::{
    article::Property,
    claim::{ArticleClaims, Every, Matter, Section, SubjectId, Topic},
    files::{self, Stars},
    fold,
    text::Part,
    value::Kind,
};
use globset::GlobSet;
use std::fmt;

/// What a clause is about: a column of the table, and in which articles. Its `Display` is the name of the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The column.
    pub id: SubjectId,
    /// The kind of its values.
    pub kind: Kind,
    /// The articles that are looked at.
    pub scope: ArticleScope,
}

/// Which articles a clause looks at: all that are in `only`, and not in `except`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleScope {
    /// A group, a source, or a pattern of paths.
    pub only: Option<String>,
    /// Groups, sources, or patterns of paths.
    pub except: Vec<String>,
}

impl ArticleScope {
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

impl Subject {
    /// A declared topic, wherever its claims stand.
    #[must_use]
    pub fn topic(topic: &Topic) -> Self {
        Self::everywhere(SubjectId::topic(topic.name()), topic.kind)
    }

    /// Every one of something.
    #[must_use]
    pub fn every(every: Every) -> Self {
        Self::everywhere(SubjectId::whole(Matter::Every(every)), every.kind())
    }

    /// What each article says about itself.
    #[must_use]
    pub fn property(property: Property) -> Self {
        Self::everywhere(SubjectId::whole(Matter::Property(property)), property.kind())
    }

    fn everywhere(id: SubjectId, kind: Kind) -> Self {
        Self { id, kind, scope: ArticleScope::default() }
    }

    /// The same where it stands in a section.
    #[must_use]
    pub fn within(self, section: Option<Section>) -> Self {
        Self { id: SubjectId { section, ..self.id }, ..self }
    }

    /// What one of them is called, where it is about every one of something.
    #[must_use]
    pub fn noun(&self) -> Option<&'static str> {
        match &self.id.matter {
            Matter::Every(every) => Some(every.noun()),
            Matter::Topic(_) | Matter::Property(_) => None,
        }
    }

    /// The topics that extraction needs beside the declared ones, so that it finds the claims of this subject: none for a
    /// declared topic as it is.
    #[must_use]
    pub fn derived<'t>(&self, declared: impl Iterator<Item = &'t Topic>) -> Vec<Topic> {
        let of = |topic: Topic| Topic {
            parts: self.id.section.and_then(Section::parts).or(topic.parts),
            subject: self.id.clone(),
            ..topic
        };
        match &self.id.matter {
            Matter::Topic(_) if self.id.is_declared() => Vec::new(),
            Matter::Topic(name) => {
                let is_declared = |topic: &&Topic| topic.subject.is_declared() && topic.name() == &**name;
                declared.filter(is_declared).cloned().map(of).collect()
            }
            Matter::Every(every) => {
                let parts = match every {
                    Every::Kind(_) | Every::UnnamedSource | Every::Article => None,
                    // A headline is often the first sentence again; a caption should not be.
                    Every::Sentence => Some(vec![Part::Body, Part::Subheading, Part::Caption]),
                    Every::BoilerplateLine => {
                        Some(vec![Part::Lead, Part::Body, Part::Caption, Part::Link, Part::Placeholder])
                    }
                };
                vec![of(Topic { parts, ..Topic::new(self.id.clone(), self.kind) })]
            }
            Matter::Property(_) => vec![Topic::new(self.id.clone(), self.kind)],
        }
    }
}

/// The pattern of paths that a name is, where it is one.
#[must_use]
pub fn pattern(name: &str) -> Option<GlobSet> {
    let is_pattern = name.contains(['*', '/', '?', '[', '.']);
    if is_pattern { files::glob(name, Stars::InAnyFolder).ok() } else { None }
}

/// Which of the articles are of the group or the source of this name, or have a path of this pattern.
#[must_use]
pub fn members(articles: &[&ArticleClaims], name: &str) -> Vec<bool> {
    let wanted = fold::source(name);
    let pattern = pattern(name);
    let is_member = |article: &&ArticleClaims| {
        let metadata = &article.metadata;
        fold::source(&metadata.source) == wanted
            || metadata.group.as_deref().is_some_and(|group| fold::source(group) == wanted)
            || pattern.as_ref().is_some_and(|pattern| pattern.is_match(&article.article))
    };
    articles.iter().map(is_member).collect()
}

impl fmt::Display for Subject {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.id.fmt(to)
    }
}
