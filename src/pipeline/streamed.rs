//! Articles that come through a pipe: some are read at a time, and what was read of them is let go.

use super::cached::one_read;
use crate::{
    article::StreamedArticle,
    diagnostic::{Diagnostic, Level},
    project::{Layers, Project, Story},
    report::Record,
    rule::ComingTopics,
};
use rayon::prelude::*;
use std::collections::BTreeSet;

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

/// The first error, else the first of all.
fn gravest(diagnostics: Vec<Diagnostic>) -> Option<Diagnostic> {
    let first = diagnostics.iter().position(|found| found.level == Level::Error).unwrap_or_default();
    diagnostics.into_iter().nth(first)
}
