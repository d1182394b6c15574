//! What the articles of a story are called: their groups, their sources and their paths.

use crate::{claim::ArticleClaims, fold, suggest::Vocabulary, table::subject};
use std::{borrow::Cow, cell::OnceCell, collections::BTreeSet};

/// Articles by what a rule can call them, looked through once for all rules.
pub struct CalledArticles<'a> {
    /// Their paths, in the order of the articles.
    pub paths: Vec<&'a str>,
    /// Their groups and sources as they are written.
    names: Vec<&'a str>,
    /// The same as they are compared.
    folded: BTreeSet<Cow<'a, str>>,
    /// Once a name is looked for that is none.
    spelling: OnceCell<Vocabulary>,
}

impl<'a> CalledArticles<'a> {
    /// Those of one story, or of all.
    pub fn new(story: Option<&str>, articles: &'a [ArticleClaims]) -> Self {
        let judged = articles.iter().filter(|article| story.is_none_or(|only| only == article.story));
        Self::of(&judged.collect::<Vec<_>>())
    }

    /// All of some articles.
    pub fn of(articles: &[&'a ArticleClaims]) -> Self {
        let names = articles.iter().flat_map(|article| {
            article.metadata.group.as_deref().into_iter().chain([article.metadata.source.as_str()])
        });
        let names: Vec<&str> = names.collect();
        let folded = names.iter().map(|name| fold::source(name)).collect();
        let paths = articles.iter().map(|article| article.article.as_str()).collect();
        Self { paths, names, folded, spelling: OnceCell::new() }
    }

    /// Whether one of them is called so.
    pub fn has(&self, name: &str) -> bool {
        self.folded.contains(&fold::source(name))
            || subject::pattern(name).is_some_and(|pattern| self.paths.iter().any(|path| pattern.is_match(path)))
    }

    /// The name that is meant by one that none has.
    pub fn nearest(&self, name: &str) -> Option<&'a str> {
        let spelling = self.spelling.get_or_init(|| Vocabulary::new(self.names.iter().copied()));
        spelling.nearest(name).and_then(|index| self.names.get(index)).copied()
    }
}
