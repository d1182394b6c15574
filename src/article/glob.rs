//! A glob of articles.

use super::discover::{clean, may_be_article};
use crate::{
    diagnostic::Mistake,
    files::{self, Stars},
};
use globset::GlobSet;

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
        self.glob == path || self.matcher.is_match(path) && (self.names_ending || may_be_article(path))
    }

    /// Whether it means a file of this path that is no article: it names no ending.
    pub(super) fn passes_over(&self, path: &str) -> bool {
        !self.names_ending && self.matcher.is_match(path) && !may_be_article(path)
    }

    /// The glob itself, which is a path where it has no signs.
    pub(super) fn path(&self) -> &str {
        &self.glob
    }

    /// What each path that it names begins and ends with.
    pub(super) fn ends(&self) -> (&str, &str) {
        let Some(first) = self.glob.find(SIGNS) else { return (&self.glob, "") };
        let start = self.glob.get(..first).unwrap_or("").trim_end_matches('/');
        let last = self.glob.rfind(|sign| SIGNS.contains(&sign) || matches!(sign, ']' | '}'));
        // Folders that `**` stands for may be none, and then there is no slash.
        let end = last.and_then(|last| self.glob.get(last + 1..)).unwrap_or("").trim_start_matches('/');
        (start, end)
    }

    /// The folder that its files are looked for in, and how deep; none where it names one file.
    pub(super) fn walk(&self) -> Option<(&str, usize)> {
        let folder = literal_prefix(&self.glob);
        let rest = self.glob.get(folder.len()..).unwrap_or("").trim_start_matches('/');
        let depth = if rest.contains("**") { usize::MAX } else { rest.split('/').count() };
        (!rest.is_empty()).then_some((folder, depth))
    }
}

/// The signs that mean more than themselves.
const SIGNS: [char; 5] = ['*', '?', '[', '{', '\\'];

/// The folders of a glob before the first part with a sign that means more than itself.
fn literal_prefix(glob: &str) -> &str {
    match glob.find(SIGNS) {
        Some(at) => glob.get(..at).and_then(|start| start.rfind('/')).and_then(|end| glob.get(..end)).unwrap_or(""),
        None => glob,
    }
}
