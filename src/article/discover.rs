//! Articles on disk: the folders that are stories, and the files below a folder.

use super::ignored::IgnoredFiles;
use super::passed_over::PassedOver;
use crate::{
    diagnostic::{Diagnostic, code, reason},
    files::Fence,
};
use rustc_hash::FxHashMap;
use std::{
    collections::BTreeMap,
    path::{Component, Path},
};
use walkdir::{DirEntry, WalkDir};

/// The endings of files that are articles.
const ENDINGS: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// A story's name and the paths of its articles, relative to the root.
pub type FoundStory = (String, Vec<String>);

/// Finds the stories in `folder` and below: each folder that holds articles is one, named as the folder. Paths are
/// relative to `root`, sorted, with forward slashes. Names that begin with `.` or `_`, README files, and what a `.gitignore` leaves
/// out are passed over.
///
/// Two folders of one name are told apart by the path that leads to them. What lies outside of the fence is told, and not
/// opened.
#[must_use]
pub fn discover(root: &Path, folder: &str, fence: &Fence) -> (Vec<FoundStory>, Vec<Diagnostic>) {
    let folder = clean(folder);
    let start = root.join(&folder);
    if !start.is_dir() {
        let message = format!("there is no folder `{}`", shown(&folder));
        let help = "name a folder that holds articles".to_string();
        return (Vec::new(), vec![Diagnostic::about_file(code::MISSING_FOLDER, shown(&folder), message, Some(help))]);
    }
    let passed_over = PassedOver::default();
    let is_meant = |path: &str| is_article(path) || passed_over.note(path);
    let searched = SearchedFolder { root, folder: &folder, depth: usize::MAX, skips: Skips::Ignored };
    let (files, mut diagnostics) = walk(searched, fence, &is_meant);
    diagnostics.extend(passed_over.told(&files));
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files {
        folders.entry(parent(&path).to_string()).or_default().push(path);
    }
    let names = names_of_stories(root, folders.keys().map(String::as_str));
    let stories = folders.into_values().zip(names).map(|(mut paths, name)| {
        paths.sort();
        (name, paths)
    });
    let mut stories: Vec<FoundStory> = stories.collect();
    stories.sort();
    (stories, diagnostics)
}

/// The names of the stories of some folders, in their order: each its folder's own, or where others have it too the path that
/// leads to it.
#[must_use]
pub fn names_of_stories<'f>(root: &Path, folders: impl Iterator<Item = &'f str>) -> Vec<String> {
    let named: Vec<(&str, String)> = folders.map(|folder| (folder, name_of(root, folder))).collect();
    let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
    named.iter().for_each(|(_, name)| *uses.entry(name).or_default() += 1);
    let is_unique = |name: &str| uses.get(name) == Some(&1);
    named.iter().map(|(folder, name)| if is_unique(name) { name.clone() } else { (*folder).to_string() }).collect()
}

/// Where is searched.
#[derive(Clone, Copy)]
pub(super) struct SearchedFolder<'s> {
    /// The project's folder.
    pub root: &'s Path,
    /// The folder that is searched, relative to it.
    pub folder: &'s str,
    /// How many folders below it.
    pub depth: usize,
    pub skips: Skips,
}

/// What a search passes over beside what is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Skips {
    /// What a `.gitignore` leaves out.
    Ignored,
    /// Nothing: files are named.
    Nothing,
}

/// Every file that is meant where is searched. Hidden folders are passed over,
/// links are followed inside the fence, and a link to a folder above is no loop but the end of that branch.
pub(super) fn walk(
    SearchedFolder { root, folder: prefix, depth, skips }: SearchedFolder<'_>,
    fence: &Fence,
    is_meant: &dyn Fn(&str) -> bool,
) -> (Vec<String>, Vec<Diagnostic>) {
    let start = &root.join(prefix);
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    if !fence.holds(start) {
        return (files, vec![outside(prefix)]);
    }
    let mut ignored = (skips == Skips::Ignored).then(|| IgnoredFiles::below(root));
    let own = start.canonicalize().unwrap_or_default();
    let path_of = |path: &Path| join(prefix, &slashed(path.strip_prefix(start).unwrap_or(path)));
    let mut fenced_off = Vec::new();
    let is_open = |entry: &DirEntry| {
        let is_hidden = entry.file_name().to_string_lossy().starts_with(['.', '_']);
        if entry.depth() == 0 {
            return true;
        }
        if is_hidden || leads_back(entry, &own) {
            return false;
        }
        if ignored.as_mut().is_some_and(|ignored| ignored.leave_out(entry)) {
            return false;
        }
        let is_outside = entry.path_is_symlink() && !fence.holds(entry.path());
        let path = path_of(entry.path());
        if is_outside && (entry.file_type().is_dir() || is_meant(&path)) {
            fenced_off.push(outside(&path));
        }
        !is_outside
    };
    let entries = WalkDir::new(start).follow_links(true).max_depth(depth).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(is_open) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            // What is no plain file is refused, with its name, where it is read.
            Ok(entry) => {
                let path = path_of(entry.path());
                match entry.path().to_str() {
                    Some(_) if is_meant(&path) => files.push(path),
                    None if is_article(&path) => diagnostics.push(unnameable(&path)),
                    Some(_) | None => {}
                }
            }
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) if error.depth() == 0 && error.io_error().is_some_and(is_missing) => {}
            Err(error) => diagnostics.push(unreadable(&error, error.path().map(path_of).unwrap_or_default())),
        }
    }
    diagnostics.append(&mut fenced_off);
    (files, diagnostics)
}

/// A folder that cannot be opened, or a link that leads nowhere.
fn unreadable(error: &walkdir::Error, path: String) -> Diagnostic {
    let path = shown(&path);
    let is_link = error.path().is_some_and(|path| !path.exists() && path.is_symlink());
    let (message, help) = if is_link {
        (format!("the link `{path}` leads nowhere"), "remove the link, or mend it")
    } else {
        let reason = error.io_error().map_or_else(|| "it leads into itself".to_string(), reason);
        (format!("the folder `{path}` cannot be read: {reason}"), "give yourself permission to read it")
    };
    Diagnostic::about_file(code::UNREADABLE_FOLDER, path, message, Some(help.to_string()))
}

/// What is said of articles outside of the fence.
pub(super) fn outside(path: &str) -> Diagnostic {
    let message = format!("`{}` lies outside of the project's folder, and is not read", shown(path));
    let help = "copy it into the folder of crosscheck.yaml, name it on the command line, or allow it with \
                `--allow-outside`";
    Diagnostic::about_file(code::OUTSIDE_PROJECT, shown(path), message, Some(help.to_string()))
}

/// A name that no rule, configuration or report can write.
fn unnameable(path: &str) -> Diagnostic {
    let message = format!("the name of the file `{path}` is not UTF-8");
    let help = "give the file a name in UTF-8".to_string();
    Diagnostic::about_file(code::NAME_NOT_UTF_8, path, message, Some(help))
}

/// Whether an entry is a link to a folder above or below the one that is walked, which would be found twice.
fn leads_back(entry: &DirEntry, own: &Path) -> bool {
    entry.path_is_symlink()
        && entry.file_type().is_dir()
        && entry.path().canonicalize().is_ok_and(|to| to.starts_with(own) || own.starts_with(&to))
}

fn is_missing(error: &std::io::Error) -> bool {
    error.kind() == std::io::ErrorKind::NotFound
}

/// Whether a file of this path below a folder that is searched would be found as an article.
#[must_use]
pub fn is_found(path: &str) -> bool {
    is_article(path) && !path.split('/').any(|part| part.starts_with(['.', '_']))
}

/// Whether a file's name is that of an article: a README is about what lies beside it.
pub(super) fn is_article(path: &str) -> bool {
    let stem = name_of_article(path).and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem);
    stem.is_some_and(|stem| !stem.eq_ignore_ascii_case("readme"))
}

/// Whether a file's name is that of what a glob may mean by an article, a README too.
pub(super) fn may_be_article(path: &str) -> bool {
    name_of_article(path).is_some()
}

/// The name of a file that is no draft and has the ending of an article.
fn name_of_article(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (_, ending) = name.rsplit_once('.')?;
    let is_known = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known));
    (is_known && !name.starts_with(['.', '_'])).then_some(name)
}

/// Without `./`, `//` and, on Windows, backslashes.
pub(super) fn clean(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_string() };
    let start = if path.starts_with('/') { "/" } else { "" };
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    format!("{start}{}", parts.join("/"))
}

fn join(folder: &str, below: &str) -> String {
    match (folder, below) {
        ("", below) => below.to_string(),
        (folder, "") => folder.to_string(),
        (folder, below) => format!("{}/{below}", folder.trim_end_matches('/')),
    }
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn shown(folder: &str) -> &str {
    if folder.is_empty() { "." } else { folder }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A folder's own name; that of the root is found on disk.
fn name_of(root: &Path, folder: &str) -> String {
    let last = folder.rsplit('/').next().unwrap_or("");
    if !last.is_empty() && last != ".." {
        return last.to_string();
    }
    let full = root.join(folder).canonicalize().unwrap_or_default();
    match full.components().next_back() {
        Some(Component::Normal(name)) => name.to_string_lossy().into_owned(),
        Some(_) | None => "articles".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{glob::ArticleGlob, globs::files_of},
        *,
    };
    use std::fs;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "Text.").unwrap();
        }
        root
    }

    fn files(glob: &str, root: &Path, fence: &Fence) -> (Vec<String>, Vec<Diagnostic>) {
        let (mut found, mut diagnostics) = files_of(&[&ArticleGlob::new(glob).unwrap()], root, fence);
        diagnostics.retain(|told| told.code != code::PASSED_OVER);
        assert_eq!(found[0].is_explained, !diagnostics.is_empty(), "{glob}");
        (found.remove(0).files, diagnostics)
    }

    const FILES: [&str; 11] = [
        "flood/b.txt",
        "flood/a.md",
        "flood/README.md",
        "flood/_draft.txt",
        "flood/.hidden.txt",
        "flood/a.expected.yaml",
        "flood/day2/c.HTML",
        "_old/flood/d.txt",
        "storm/day2/e.txt",
        "top.txt",
        "notes.pdf",
    ];

    #[test]
    fn a_folder_with_articles_is_a_story() {
        let root = folder(&FILES);
        let (stories, diagnostics) = discover(root.path(), "flood", &Fence::open());
        assert_eq!(diagnostics, []);
        let expected = [("day2", vec!["flood/day2/c.HTML"]), ("flood", vec!["flood/a.md", "flood/b.txt"])];
        assert_eq!(
            stories,
            expected.map(|(name, paths)| (name.to_string(), paths.into_iter().map(String::from).collect()))
        );
        let (stories, _) = discover(root.path(), "./", &Fence::open());
        let names: Vec<_> = stories.iter().map(|(name, _)| name.as_str()).collect();
        let own = root.path().file_name().unwrap().to_string_lossy().into_owned();
        let mut expected = vec![own.as_str(), "flood", "flood/day2", "storm/day2"];
        expected.sort_unstable();
        assert_eq!(names, expected, "two folders of one name keep their paths");
    }

    #[test]
    fn globs_name_articles() {
        let root = folder(&FILES);
        for (glob, expected) in [
            ("flood/*.txt", vec!["flood/b.txt"]),
            ("./flood//*", vec!["flood/README.md", "flood/a.md", "flood/b.txt"]),
            ("**/*.txt", vec!["flood/b.txt", "storm/day2/e.txt", "top.txt"]),
            (
                "{flood,storm}/**",
                vec!["flood/README.md", "flood/a.md", "flood/b.txt", "flood/day2/c.HTML", "storm/day2/e.txt"],
            ),
            ("flood/a.md", vec!["flood/a.md"]),
            ("flood/*.md", vec!["flood/README.md", "flood/a.md"]),
            ("flood/README.*", vec!["flood/README.md"]),
            ("*.pdf", vec!["notes.pdf"]),
            ("flood/[abR]*.*", vec!["flood/README.md", "flood/a.md", "flood/b.txt"]),
            ("flood/[ab].*", vec!["flood/a.md", "flood/b.txt"]),
        ] {
            let found = ArticleGlob::new(glob).unwrap();
            let expected: Vec<String> = expected.into_iter().map(String::from).collect();
            assert!(expected.iter().all(|path| found.names(path)), "{glob}");
            assert_eq!(files(glob, root.path(), &Fence::open()), (expected, Vec::new()), "{glob}");
        }
        for glob in ["ice/*.txt", "flood/z.txt"] {
            assert_eq!(files(glob, root.path(), &Fence::open()), (Vec::new(), Vec::new()), "{glob}");
        }
    }

    #[test]
    fn what_is_left_out_is_not_found() {
        let root =
            folder(&["flood/a.txt", "flood/b.txt", "flood/old/c.txt", "flood/keep/d.txt", "out/f.txt", "out/in/e.txt"]);
        fs::write(root.path().join(".gitignore"), "/out/\nold\n*.log.txt\n").unwrap();
        fs::write(root.path().join("flood/.gitignore"), "# none\nb.*\n!a.txt\n").unwrap();
        let found = |folder: &str| -> Vec<String> {
            discover(root.path(), folder, &Fence::open()).0.into_iter().flat_map(|(_, paths)| paths).collect()
        };
        assert_eq!(found(""), ["flood/a.txt", "flood/keep/d.txt"]);
        assert_eq!(found("flood"), ["flood/a.txt", "flood/keep/d.txt"]);
        assert_eq!(found("out"), ["out/in/e.txt", "out/f.txt"], "what is named is searched");
        assert_eq!(files("flood/*.txt", root.path(), &Fence::open()).0, ["flood/a.txt", "flood/b.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_outside_of_the_fence_is_opened() {
        use std::os::unix::fs::symlink;
        let outside = folder(&["b.txt", "notes.pdf"]);
        let root = folder(&["flood/a.txt"]);
        let at = |path: &str| root.path().join(path);
        symlink(outside.path(), at("flood/all")).unwrap();
        symlink(outside.path().join("b.txt"), at("flood/b.txt")).unwrap();
        symlink(outside.path().join("notes.pdf"), at("flood/notes.pdf")).unwrap();
        symlink(at("flood/a.txt"), at("flood/same.txt")).unwrap();
        let fence = Fence::around([root.path()]);
        let told = |found: Vec<Diagnostic>| -> Vec<String> {
            found.into_iter().map(|found| format!("{} {}", found.code, found.place.unwrap().file)).collect()
        };
        let (stories, found) = discover(root.path(), "", &fence);
        assert_eq!(stories, [("flood".to_string(), vec!["flood/a.txt".to_string(), "flood/same.txt".to_string()])]);
        assert_eq!(told(found), ["outside-project flood/all", "outside-project flood/b.txt", "passed-over flood"]);
        let elsewhere = outside.path().to_string_lossy().into_owned();
        for (glob, articles, mistakes) in [
            ("flood/b.txt".to_string(), 0, 1),
            ("flood/*.pdf".to_string(), 0, 2),
            ("flood/all/*".to_string(), 0, 1),
            (format!("{elsewhere}/*.txt"), 0, 1),
            (format!("{elsewhere}/b.txt"), 0, 1),
            ("/**".to_string(), 0, 1),
            ("flood/*".to_string(), 2, 2),
        ] {
            let (paths, found) = files(&glob, root.path(), &fence);
            assert_eq!((paths.len(), found.len()), (articles, mistakes), "{glob}: {found:?}");
            let named = Fence::around([root.path(), outside.path()]);
            assert_eq!(files(&glob, root.path(), &named).1, [], "{glob}");
        }
        let globs = ["flood/*.pdf", "flood/n*", "flood/z*"].map(|glob| ArticleGlob::new(glob).unwrap());
        let alone = root.path().join("alone");
        fs::create_dir_all(alone.join("flood")).unwrap();
        symlink(outside.path().join("notes.pdf"), alone.join("flood/notes.pdf")).unwrap();
        let (found, mut told) = files_of(&globs.each_ref(), &alone, &Fence::around([alone.as_path()]));
        told.retain(|told| told.code != code::PASSED_OVER);
        let explained: Vec<bool> = found.iter().map(|found| found.is_explained).collect();
        assert_eq!(
            (explained, told.len()),
            (vec![true, false, false], 1),
            "what one glob misses, another did not want"
        );
    }

    #[test]
    fn what_would_be_found_as_an_article() {
        for (path, expected) in [
            ("storm/a.txt", true),
            ("report.HTML", true),
            ("storm/a.json", false),
            ("_out/a.txt", false),
            (".git/a.md", false),
            ("README.md", false),
            ("storm/_a.txt", false),
        ] {
            assert_eq!(is_found(path), expected, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn loops_and_dead_links_are_survived() {
        let root = folder(&["flood/a.txt"]);
        std::os::unix::fs::symlink(root.path(), root.path().join("flood/loop")).unwrap();
        assert_eq!(
            discover(root.path(), "flood", &Fence::open()),
            (vec![("flood".into(), vec!["flood/a.txt".into()])], Vec::new())
        );
        std::os::unix::fs::symlink("nowhere", root.path().join("flood/dead.txt")).unwrap();
        let (stories, diagnostics) = discover(root.path(), "flood", &Fence::open());
        assert_eq!((stories.len(), diagnostics.len()), (1, 1));
        std::os::unix::fs::symlink("own.txt", root.path().join("flood/own.txt")).unwrap();
        let messages: Vec<String> =
            discover(root.path(), "flood", &Fence::open()).1.into_iter().map(|found| found.message).collect();
        assert_eq!(messages, ["the link `flood/dead.txt` leads nowhere", "the link `flood/own.txt` leads nowhere"]);
        assert_eq!(discover(root.path(), "ice", &Fence::open()).1.len(), 1);
    }
}
