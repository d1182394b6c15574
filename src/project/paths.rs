//! Paths as the project shows them: relative to its root, with forward slashes; and the nearest path that exists.

use super::OpenTexts;
use crate::{
    files::{self, Fence, Limit, Unreadable},
    suggest::Vocabulary,
    yaml::Advice,
};
use std::{
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
};

/// Where a project's files are looked for, and which may be read.
#[derive(Clone, Copy)]
pub(super) struct Disk<'d> {
    /// The folder that paths are relative to.
    pub root: &'d Path,
    /// What may be read.
    pub fence: &'d Fence,
    /// Texts that stand in place of those on the disk.
    pub open: &'d OpenTexts,
}

impl Disk<'_> {
    /// The bytes of a file, as somebody has it open, else as it is on the disk.
    pub(super) fn read(self, file: &Path, limit: &'static Limit) -> Result<Vec<u8>, Unreadable> {
        match self.open.get(&normal(file)) {
            Some(text) if text.len() as u64 > limit.most => Err(Unreadable::TooLong(limit)),
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => files::read(file, limit),
        }
    }
}

/// What to do about a path that leads out of the project's folder.
pub(super) const OUTSIDE_HELP: &str = "copy it into the folder of crosscheck.yaml, name it on the command line, or allow it \
                                       with `--allow-outside`";

/// Whether a name is that of a YAML file.
pub(super) fn is_yaml(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("yaml" | "yml"))
}

/// The path without `.` and `..`, as far as its words tell.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => {
                normal.pop();
            }
            Component::ParentDir if normal.has_root() => {}
            Component::ParentDir | Component::Normal(_) | Component::RootDir | Component::Prefix(_) => {
                normal.push(component);
            }
        }
    }
    normal
}

/// The path relative to the root, or the whole path where it lies outside; with forward slashes.
pub(super) fn shown(root: &Path, path: &Path) -> String {
    let path = normal(path);
    let path = path.strip_prefix(root).unwrap_or(&path);
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
        .replacen("//", "/", 1)
}

/// The help for a path or glob that names nothing: the nearest one that exists, or what stands where it should.
pub(super) fn suggestion(root: &Path, wanted: &str, otherwise: &str) -> Advice {
    Listings::default().suggestion(root, wanted, otherwise)
}

/// What folders hold: each is listed once, however many paths lead into it and name nothing there.
#[derive(Default)]
pub(super) struct Listings(BTreeMap<PathBuf, Listing>);

struct Listing {
    names: Vec<String>,
    words: Vocabulary,
}

impl Listings {
    fn of(&mut self, folder: PathBuf) -> &Listing {
        self.0.entry(folder).or_insert_with_key(|folder| {
            let names = names(folder);
            Listing { words: Vocabulary::new(names.iter().map(String::as_str)), names }
        })
    }

    /// As [`suggestion`] says it.
    pub(super) fn suggestion(&mut self, root: &Path, wanted: &str, otherwise: &str) -> Advice {
        let mut folder = root.to_path_buf();
        let mut good = String::new();
        let parts: Vec<&str> = wanted.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
        for (index, part) in parts.iter().enumerate() {
            let next = folder.join(part);
            if !is_glob(part) && next.exists() {
                folder = next;
                good.push_str(part);
                good.push('/');
                continue;
            }
            let Listing { names, words } = self.of(folder);
            if is_glob(part) {
                return holdings(good.trim_end_matches('/'), names, otherwise).into();
            }
            let rest = parts.get(index + 1..).unwrap_or_default().iter().map(|part| format!("/{part}"));
            let rest: String = rest.collect();
            return match words.nearest(part).and_then(|near| names.get(near)) {
                Some(near) => {
                    let meant = format!("{good}{near}{rest}");
                    Advice::meant(&meant, format!("did you mean `{meant}`?"))
                }
                None => otherwise.into(),
            };
        }
        otherwise.into()
    }
}

/// What a folder holds, for whoever wrote a glob that matches none of it.
fn holdings(folder: &str, names: &[String], otherwise: &str) -> String {
    let folder = if folder.is_empty() { "the folder".to_string() } else { format!("`{folder}`") };
    match names {
        [] => format!("{folder} is empty"),
        [first, second, third, _, ..] => format!("{otherwise}; {folder} holds `{first}`, `{second}`, `{third}`, ..."),
        few => {
            let few: Vec<String> = few.iter().map(|name| format!("`{name}`")).collect();
            format!("{otherwise}; {folder} holds {}", few.join(", "))
        }
    }
}

pub(super) fn is_glob(part: &str) -> bool {
    part.contains(['*', '?', '[', '{'])
}

/// The names in a folder, in order; hidden ones left out.
pub(super) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_from_the_root() {
        for (root, path, expected) in [
            ("/p", "/p/a/./b/../c.txt", "a/c.txt"),
            ("/p", "/q/a.txt", "/q/a.txt"),
            ("/p", "/p", ""),
            ("/", "/../a", "a"),
        ] {
            assert_eq!(shown(Path::new(root), Path::new(path)), expected, "{path}");
        }
    }
}
