//! What `.gitignore` leaves out of a folder that is searched.

use crate::files;
use ignore::{
    Match,
    gitignore::{Gitignore, GitignoreBuilder},
};
use rustc_hash::FxHashMap;
use std::path::{Path, PathBuf};
use walkdir::DirEntry;

/// The name of the files that say it.
const NAME: &str = ".gitignore";

/// The rules of a project's folder and those below it, each read once it is asked for. What a machine says beside them counts
/// for nothing.
pub(super) struct IgnoredFiles {
    root: PathBuf,
    of_folder: FxHashMap<PathBuf, Option<Gitignore>>,
}

impl IgnoredFiles {
    pub fn below(root: &Path) -> Self {
        Self { root: root.to_path_buf(), of_folder: FxHashMap::default() }
    }

    /// Whether a file or a folder is left out: the rules nearest to it count first.
    pub fn leave_out(&mut self, entry: &DirEntry) -> bool {
        let (path, is_folder) = (entry.path(), entry.file_type().is_dir());
        for folder in path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.root)) {
            let rules = self.of_folder.entry(folder.to_path_buf()).or_insert_with(|| rules(folder));
            match rules.as_ref().map(|rules| rules.matched(path, is_folder)) {
                Some(Match::Ignore(_)) => return true,
                Some(Match::Whitelist(_)) => return false,
                Some(Match::None) | None => {}
            }
        }
        false
    }
}

/// The rules that a folder has of its own.
fn rules(folder: &Path) -> Option<Gitignore> {
    let bytes = files::read(&folder.join(NAME), &files::IGNORED).ok()?;
    let mut builder = GitignoreBuilder::new(folder);
    for line in String::from_utf8_lossy(&bytes).lines() {
        // Git passes over a line that is no rule.
        let _ = builder.add_line(None, line);
    }
    builder.build().ok()
}
