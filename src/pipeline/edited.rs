//! `crosscheck diff`: two versions of articles, each held against the one of the same name.

use super::Progress;
use crate::{
    article::{self, Article},
    diagnostic::{Diagnostic, code},
    edits::{self, ArticleEdits},
    files,
    project::{ArticleFile, Project},
    report::{EditedArticle, EditedReport},
};
use rayon::prelude::*;
use std::{collections::BTreeMap, path::PathBuf};

/// Articles as they are at one time: those of a file or a folder.
#[derive(Debug)]
pub struct VersionFolder {
    /// The project with these articles and no others.
    pub project: Project,
    /// The folder below which an article's name is the same in both versions; the file itself where it is one.
    pub base: PathBuf,
}

impl VersionFolder {
    /// The articles by the name that both versions have of them.
    fn articles(&self) -> BTreeMap<String, &ArticleFile> {
        let files = self.project.stories.iter().flat_map(|story| &story.articles);
        let name = |file: &ArticleFile| {
            let path = self.project.root.join(&file.path);
            let path = files::place(&path).unwrap_or(path);
            path.strip_prefix(&self.base).unwrap_or(&path).to_string_lossy().into_owned()
        };
        files.map(|file| (name(file), file)).collect()
    }

    fn load(&self, file: Option<&ArticleFile>) -> (Option<Article>, Vec<Diagnostic>) {
        let Some(file) = file else { return (None, Vec::new()) };
        article::load(&self.project.root, &file.path, &file.layer, &self.project.lexicon)
    }
}

/// What the new versions claim otherwise, and every mistake that was found.
#[must_use]
pub fn edited(old: &VersionFolder, new: &VersionFolder, progress: Progress<'_>) -> EditedReport {
    let (before, after) = (old.articles(), new.articles());
    let names: Vec<&String> = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name))).collect();
    let mut found: Vec<(&String, Option<EditedArticle>, Vec<Diagnostic>)> = names
        .into_par_iter()
        .map(|name| {
            let files = (before.get(name).copied(), after.get(name).copied());
            let (was, mut diagnostics) = old.load(files.0);
            let (is, wrong) = new.load(files.1);
            diagnostics.extend(wrong);
            let edits = match (&was, &is) {
                (Some(was), Some(is)) => Some(edits::edits(was, is, &new.project.lexicon)),
                // What cannot be read is neither gone nor new.
                _ if files.0.is_some() && files.1.is_some() => None,
                _ => Some(ArticleEdits::default()),
            };
            let path = |file: Option<&ArticleFile>| file.map(|file| file.path.clone());
            let article = edits.map(|edits| EditedArticle { old: path(files.0), new: path(files.1), edits });
            progress();
            (name, article, diagnostics)
        })
        .collect();
    found.sort_by(|one, other| one.0.cmp(other.0));
    let of_projects = [old, new].into_iter().flat_map(|side| &side.project.diagnostics);
    let mut diagnostics: Vec<Diagnostic> = of_projects.filter(|found| found.code != code::NO_RULES).cloned().collect();
    let mut articles = Vec::new();
    for (_, article, wrong) in found {
        articles.extend(article);
        diagnostics.extend(wrong);
    }
    EditedReport::new(articles, super::in_order(diagnostics))
}
