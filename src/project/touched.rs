//! Which stories hang on some files: on articles, also on those that are gone, on rule files, and on what is read for all.

use super::{
    Coverage, Project,
    paths::{self, Disk, is_yaml},
    stories,
};
use crate::{
    files,
    rule::{self, Library, Unread, Wanted},
};
use std::{
    cell::RefCell,
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// The name of files that say which others are none of a project.
const IGNORING: &str = ".gitignore";

/// Files that somebody changed, or means.
#[derive(Clone, Debug, Default)]
pub struct TouchedFiles {
    /// Files, also those that are gone, and folders with all that is in them.
    pub named: BTreeSet<PathBuf>,
    /// Every other file that is there counts too, but for these, where there is such a list.
    pub untouched: Option<BTreeSet<PathBuf>>,
}

impl TouchedFiles {
    /// Whether a file is one of them, by its own name or by that to which links lead.
    #[must_use]
    pub fn hold(&self, file: &Path) -> bool {
        let place = files::place(file).unwrap_or_else(|| file.to_path_buf());
        // A link that leads elsewhere now is another file.
        let own = file.parent().and_then(files::place).zip(file.file_name()).map(|(folder, name)| folder.join(name));
        let is_named = |path: &Path| path.ancestors().any(|above| self.named.contains(above));
        let is_other = self.untouched.as_ref().is_some_and(|untouched| !untouched.contains(&place));
        is_named(&place) || own.is_some_and(|own| is_named(&own)) || is_other && place.exists()
    }

    /// Those that are there no more.
    fn gone(&self) -> impl Iterator<Item = &PathBuf> {
        self.named.iter().filter(|path| !path.exists())
    }
}

/// What every story hangs on.
#[derive(Clone, Debug, Default)]
pub(super) struct Shared {
    /// The lexicon, what rule files include, and data files of facts.
    pub files: BTreeSet<PathBuf>,
    /// Rule files and folders of rule files, as they are named.
    pub rules: BTreeSet<PathBuf>,
}

/// A disk that notes which files are asked for.
pub(super) struct NotingDisk<'d> {
    disk: Disk<'d>,
    asked: RefCell<BTreeSet<PathBuf>>,
}

impl<'d> NotingDisk<'d> {
    pub(super) fn new(disk: Disk<'d>) -> Self {
        Self { disk, asked: RefCell::default() }
    }

    /// The files that were asked for.
    pub(super) fn asked(self) -> BTreeSet<PathBuf> {
        self.asked.into_inner()
    }

    fn note(&self, wanted: &Wanted<'_>) {
        self.asked.borrow_mut().insert(self.disk.root.join(wanted.path));
    }
}

impl Library for NotingDisk<'_> {
    fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        self.note(wanted);
        self.disk.text(wanted)
    }

    fn data(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
        self.note(wanted);
        self.disk.data(wanted)
    }
}

impl Project {
    /// The names of the stories that hang on one of some files.
    ///
    /// A rule file that names its story is for that story, and everything else that rules are made of is for all of them. An article that
    /// is gone belonged to the story whose globs name it, else to that of its folder.
    #[must_use]
    pub fn touched(&self, files: &TouchedFiles) -> BTreeSet<String> {
        if self.is_touched_as_a_whole(files) {
            return self.stories.iter().map(|story| story.name.clone()).collect();
        }
        let rules = self.sources.iter().filter(|source| files.hold(&self.root.join(&source.path)));
        let of_rules: BTreeSet<String> = rules.filter_map(rule::story_of).collect();
        let root = self.place();
        let gone: Vec<String> = files
            .gone()
            .filter(|path| path.starts_with(&root) && self.would_read(path))
            .map(|path| paths::shown(&root, path))
            .collect();
        let is_touched = |story: &&super::Story| {
            let lost = |path: &String| match &self.searched.stories {
                Some(globs) => globs.iter().any(|(name, glob)| *name == story.name && glob.names(path)),
                None => story.articles.iter().any(|file| stories::folder_of(&file.path) == stories::folder_of(path)),
            };
            of_rules.contains(&story.name)
                || gone.iter().any(lost)
                || story.articles.iter().any(|file| files.hold(&self.root.join(&file.path)))
        };
        self.stories.iter().filter(is_touched).map(|story| story.name.clone()).collect()
    }

    /// Whether something is touched that every story hangs on.
    fn is_touched_as_a_whole(&self, files: &TouchedFiles) -> bool {
        let root = self.place();
        let rules = self.sources.iter().filter(|source| files.hold(&self.root.join(&source.path)));
        let is_lost_rule = |path: &PathBuf| {
            is_yaml(&path.to_string_lossy())
                && self.shared.rules.iter().filter_map(|named| files::place(named)).any(|named| path.starts_with(named))
        };
        // What one leaves out may be an article now, and the other way round.
        let is_ignoring = |path: &PathBuf| path.starts_with(&root) && path.ends_with(IGNORING);
        let ignoring = self.ignoring();
        self.configuration.iter().chain(&self.shared.files).chain(&ignoring).any(|file| files.hold(file))
            || rules.map(rule::story_of).any(|story| story.is_none())
            || files.gone().any(is_lost_rule)
            || files.named.iter().any(is_ignoring)
    }

    /// The files beside its articles and above them that say which others are none.
    fn ignoring(&self) -> BTreeSet<PathBuf> {
        let articles = self.stories.iter().flat_map(|story| &story.articles);
        let folders: BTreeSet<&Path> = articles.flat_map(|file| Path::new(&file.path).ancestors().skip(1)).collect();
        let files = folders.into_iter().map(|folder| self.root.join(folder).join(IGNORING));
        files.filter(|file| file.exists()).collect()
    }

    /// Where its folder really is.
    fn place(&self) -> PathBuf {
        files::place(&self.root).unwrap_or_else(|| self.root.clone())
    }

    /// Leaves out every story but those of these names; gives how many it left out.
    pub fn leave_out_all_but(&mut self, names: &BTreeSet<String>) -> usize {
        let before = self.stories.len();
        self.stories.retain(|story| names.contains(&story.name));
        let left_out = before - self.stories.len();
        if left_out > 0 {
            self.coverage = Coverage::InPart;
        }
        left_out
    }
}
