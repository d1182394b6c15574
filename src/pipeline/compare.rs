//! `crosscheck compare`: the values of every article with what they are of, then what the articles of each story say alike and not.

use super::Progress;
use crate::{
    align::{self, COMPARED_VERSION, ComparedReport},
    claim::{self, TiedArticle, Topics},
    diagnostic::{Diagnostic, code},
    project::Project,
};
use std::sync::Arc;

/// Compares the articles of each story of a project, at most so many topics of each; and every mistake that was found.
#[must_use]
pub fn compared(project: &Project, most: usize, progress: Progress<'_>) -> ComparedReport {
    let none = Topics::new(std::iter::empty(), Arc::default(), &project.lexicon);
    let (articles, diagnostics) = tied(project, &none, progress);
    let stories = align::compare(&articles, &project.lexicon).into_iter().map(|story| story.at_most(most)).collect();
    ComparedReport { version: COMPARED_VERSION, stories, diagnostics }
}

/// The values of every article of a project with what they are of; the topics find nothing, and say which kinds are read.
pub(super) fn tied(project: &Project, none: &Topics, progress: Progress<'_>) -> (Vec<TiedArticle>, Vec<Diagnostic>) {
    // Articles are compared without rules.
    let mut diagnostics: Vec<Diagnostic> =
        project.diagnostics.iter().filter(|found| found.code != code::NO_RULES).cloned().collect();
    let mut articles = Vec::new();
    let found = super::articles(project, progress, |story, article| {
        claim::tied(&article, &story.name, story.timezone.as_deref(), none)
    });
    for (article, wrong) in found {
        articles.extend(article);
        diagnostics.extend(wrong);
    }
    (articles, super::in_order(diagnostics))
}
