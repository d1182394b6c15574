//! `check --watch`: the same again, whenever a file changes that it reads.

use super::output;
use crate::{printable::printable, project::Project};
use anyhow::Context;
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::Duration,
};

/// An editor writes a file in several steps: nothing is done before it has been quiet for so long.
const QUIET: Duration = Duration::from_millis(100);

/// So many changed files are named.
const MOST_NAMED: usize = 3;

/// Runs something, and again whenever a file of the project or one of `paths` changes, but for those that the run itself has
/// `written`. It does not end by itself.
pub fn over(
    project: &Project,
    paths: &[PathBuf],
    written: Vec<PathBuf>,
    mut run: impl FnMut() -> anyhow::Result<u8>,
) -> anyhow::Result<u8> {
    let (to, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(to).context("the system does not tell what changes")?;
    let root = project.root.clone();
    let outside = paths.iter().filter(|path| !path.starts_with(&root));
    for path in std::iter::once(&root).chain(outside) {
        // What is not there is told by the run.
        if path.exists() {
            watcher.watch(path, RecursiveMode::Recursive).with_context(|| format!("`{}`", path.display()))?;
        }
    }
    let watched = WatchedFiles { root, written: written.iter().filter_map(|file| place(file)).collect() };
    loop {
        if let Err(error) = run() {
            output::complain(&format!("{error:#}"));
        }
        output::hint("watching for changes; stop with Ctrl-C");
        let changed = watched.changed(&changes)?;
        output::hint(&format!("\nchanged: {}", named(&changed)));
    }
}

/// Which changes matter.
struct WatchedFiles {
    root: PathBuf,
    written: BTreeSet<PathBuf>,
}

impl WatchedFiles {
    /// Waits until something changed that matters, and then until nothing does for a while.
    fn changed(&self, changes: &Receiver<notify::Result<Event>>) -> anyhow::Result<BTreeSet<String>> {
        let mut changed = BTreeSet::new();
        loop {
            let event = if changed.is_empty() {
                changes.recv().map_err(|_| RecvTimeoutError::Disconnected)
            } else {
                changes.recv_timeout(QUIET)
            };
            match event {
                Ok(Ok(event)) => changed.extend(self.files(&event)),
                Ok(Err(error)) => output::complain(&format!("a change was lost: {error}")),
                Err(RecvTimeoutError::Timeout) => return Ok(changed),
                Err(RecvTimeoutError::Disconnected) => anyhow::bail!("the system tells of no more changes"),
            }
        }
    }

    /// The files of an event that a run may read.
    fn files(&self, event: &Event) -> Vec<String> {
        if matches!(event.kind, EventKind::Access(_)) {
            return Vec::new();
        }
        let shown = |path: &PathBuf| path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().into_owned();
        event.paths.iter().filter(|path| self.is_read(path)).map(shown).collect()
    }

    /// Hidden files are none, as for articles; neither is what the run writes itself.
    fn is_read(&self, path: &Path) -> bool {
        let own = path.strip_prefix(&self.root).unwrap_or(path);
        let is_hidden =
            |part: Component<'_>| matches!(part, Component::Normal(name) if name.to_string_lossy().starts_with('.'));
        let is_pending = path.extension().is_some_and(|ending| ending == "new");
        !own.components().any(is_hidden) && !is_pending && !self.written.contains(path)
    }
}

/// A file by its whole name, as the system tells it.
fn place(file: &Path) -> Option<PathBuf> {
    crate::files::place(file)
}

/// `storm/wire.txt, rules.yaml and 3 more`
fn named(changed: &BTreeSet<String>) -> String {
    let shown: Vec<String> = changed.iter().take(MOST_NAMED).map(|file| printable(file).into_owned()).collect();
    let more = changed.len() - shown.len();
    if more == 0 { shown.join(", ") } else { format!("{} and {more} more", shown.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_a_run_may_read_matter() {
        let written = BTreeSet::from([PathBuf::from("/p/out.sarif")]);
        let watched = WatchedFiles { root: PathBuf::from("/p"), written };
        for (path, is_read) in [
            ("/p/storm/wire.txt", true),
            ("/p/rules.yaml", true),
            ("/elsewhere/a.txt", true),
            ("/p/.crosscheck_cache/a.json", false),
            ("/p/.git/index", false),
            ("/p/storm/.wire.txt.swp", false),
            ("/p/snapshots/storm.snap", true),
            ("/p/snapshots/storm.snap.new", false),
            ("/p/out.sarif", false),
        ] {
            assert_eq!(watched.is_read(Path::new(path)), is_read, "{path}");
        }
    }

    #[test]
    fn many_files_are_counted() {
        let names = |number: usize| (0..number).map(|at| format!("{at}.txt")).collect::<BTreeSet<_>>();
        assert_eq!(named(&names(2)), "0.txt, 1.txt");
        assert_eq!(named(&names(5)), "0.txt, 1.txt, 2.txt and 2 more");
    }
}
