//! A glob of articles, and the files that it names.

use super::discover::{clean, is_article, outside, walk};
use crate::{
    diagnostic::{Diagnostic, Mistake},
    files::{self, Fence, Stars},
};
use globset::GlobSet;
use std::path::Path;

/// Files that a glob names.
#[derive(Clone, Debug)]
pub struct ArticleGlob {
    /// The glob without `./` and the like.
    glob: String,
    matcher: GlobSet,
    /// Whether its last part names an ending. One that names none finds articles only.
    names_ending: bool,
}

impl ArticleGlob {
    /// Reads a glob that is relative to a root: `*` stays inside one folder, `**` goes through all.
    ///
    /// # Errors
    /// Why it is none.
    pub fn new(glob: &str) -> Result<Self, Mistake> {
        let glob = clean(glob);
        let matcher = files::glob(&glob, Stars::InOneFolder)?;
        let name = glob.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
        let names_ending = name.is_some_and(|(_, ending)| !ending.is_empty() && !ending.contains(['*', '?']));
        Ok(Self { glob, matcher, names_ending })
    }

    /// Whether it names the file of this path from the root.
    #[must_use]
    pub fn names(&self, path: &str) -> bool {
        self.glob == path || self.matcher.is_match(path) && (self.names_ending || is_article(path))
    }

    /// The files that it names, sorted, with forward slashes. That it finds nothing is for the caller to say, who knows
    /// where it is written.
    #[must_use]
    pub fn matching(&self, root: &Path, fence: &Fence) -> (Vec<String>, Vec<Diagnostic>) {
        let prefix = literal_prefix(&self.glob);
        let rest = self.glob.get(prefix.len()..).unwrap_or("").trim_start_matches('/');
        let (mut files, diagnostics) = if rest.is_empty() {
            let path = root.join(&self.glob);
            let is_there = path.exists() && !path.is_dir();
            if fence.holds(&path) {
                (is_there.then(|| self.glob.clone()).into_iter().collect(), Vec::new())
            } else {
                (Vec::new(), vec![outside(&self.glob)])
            }
        } else {
            let depth = if rest.contains("**") { usize::MAX } else { rest.split('/').count() };
            walk(&root.join(prefix), prefix, depth, fence, &|path| self.names(path))
        };
        files.sort();
        (files, diagnostics)
    }
}

/// The folders of a glob before the first part with a sign that means more than itself.
fn literal_prefix(glob: &str) -> &str {
    match glob.find(['*', '?', '[', '{', '\\']) {
        Some(at) => glob.get(..at).and_then(|start| start.rfind('/')).and_then(|end| glob.get(..end)).unwrap_or(""),
        None => glob,
    }
}
