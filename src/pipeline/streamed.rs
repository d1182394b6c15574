//! Articles that come through a pipe: some are read at a time, and what was read of them is let go.

use super::{cached::one_read, silence};
use crate::{
    article::StreamedArticle,
    diagnostic::{Diagnostic, Level},
    finding::Report,
    project::{ArticleFile, Layers, Project, Story},
    report::Record,
    rule::ComingTopics,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What articles are read for that come through a pipe.
pub struct ExtractedStream<'p> {
    project: &'p Project,
    layers: Layers<'p>,
    topics: ComingTopics<'p>,
}

impl<'p> ExtractedStream<'p> {
    /// Before any article has come.
    #[must_use]
    pub fn new(project: &'p Project) -> Self {
        let topics = ComingTopics::new(&project.rules, &project.lexicon);
        Self { project, layers: project.layers(), topics }
    }

    /// One record for each of some articles, which come with the numbers of their lines: what it claims, else why it has no
    /// text.
    #[must_use]
    pub fn records(&mut self, articles: Vec<(usize, StreamedArticle)>) -> Vec<Option<Record>> {
        let (project, layers) = (self.project, &self.layers);
        let stories: Vec<Story> = articles.into_par_iter().map(|(line, one)| layers.streamed(one, line)).collect();
        let names: BTreeSet<&str> = stories.iter().map(|story| story.name.as_str()).collect();
        let topics = self.topics.of_stories(names);
        let read = |story: &Story| {
            let (file, own) = (story.articles.first()?, topics.of(&story.name)?);
            let (claims, diagnostics) = one_read(project, (story, file), own, None, None);
            match claims {
                Some(mut claims) => {
                    claims.diagnostics.extend(diagnostics);
                    Some(Record::Article(claims))
                }
                None => gravest(diagnostics).map(Record::Diagnostic),
            }
        };
        stories.par_iter().map(read).collect()
    }
}

impl ExtractedStream<'_> {
    /// What `check` says of each of some stories, whose articles all came: the name of each, and its articles.
    #[must_use]
    pub fn check(&mut self, stories: Vec<(String, Vec<ArticleFile>)>) -> Vec<Report> {
        let layers = &self.layers;
        let stories: Vec<(Story, Vec<Diagnostic>)> =
            stories.into_iter().map(|(name, articles)| layers.gathered(name, articles)).collect();
        let topics = self.topics.of_stories(stories.iter().map(|(story, _)| story.name.as_str()));
        let project = self.project;
        let check = |(story, told): (Story, Vec<Diagnostic>)| silence::check_story(project, topics, (&story, told));
        stories.into_par_iter().map(check).collect()
    }
}

/// The stories of articles that came in any order, each whole, and what is wrong with them.
#[must_use]
pub fn gathered(project: &Project, articles: Vec<(usize, StreamedArticle)>) -> (Vec<Story>, Vec<Diagnostic>) {
    let layers = project.layers();
    let mut stories: BTreeMap<String, Vec<ArticleFile>> = BTreeMap::new();
    for (line, article) in articles {
        let Story { name, articles, .. } = layers.streamed(article, line);
        stories.entry(name).or_default().extend(articles);
    }
    let whole = stories.into_iter().map(|(name, articles)| layers.gathered(name, articles));
    let (stories, told): (Vec<Story>, Vec<Vec<Diagnostic>>) = whole.unzip();
    (stories, told.into_iter().flatten().collect())
}

/// The first error, else the first of all.
fn gravest(diagnostics: Vec<Diagnostic>) -> Option<Diagnostic> {
    let first = diagnostics.iter().position(|found| found.level == Level::Error).unwrap_or_default();
    diagnostics.into_iter().nth(first)
}
