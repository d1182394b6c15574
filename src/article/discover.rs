//! Articles on disk: the folders that are stories, and the files that a glob names.

use crate::diagnostic::{Code, Diagnostic, code, reason};
use globset::GlobBuilder;
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
/// relative to `root`, sorted, with forward slashes. Names that begin with `.` or `_`, and README files, are passed over.
///
/// Two folders of one name are told apart by the path that leads to them.
#[must_use]
pub fn discover(root: &Path, folder: &str) -> (Vec<FoundStory>, Vec<Diagnostic>) {
    let folder = clean(folder);
    let start = root.join(&folder);
    if !start.is_dir() {
        let message = format!("there is no folder `{}`", shown(&folder));
        let help = "name a folder that holds articles".to_string();
        return (Vec::new(), vec![Diagnostic::about_file(code::MISSING_FOLDER, shown(&folder), message, Some(help))]);
    }
    let (files, diagnostics) = walk(&start, &folder, usize::MAX);
    let mut folders: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files.into_iter().filter(|path| is_article(path)) {
        folders.entry(parent(&path).to_string()).or_default().push(path);
    }
    let names: Vec<String> = folders.keys().map(|folder| name_of(root, folder)).collect();
    let stories = folders.into_iter().zip(&names).map(|((folder, mut paths), name)| {
        paths.sort();
        let is_unique = names.iter().filter(|other| *other == name).count() == 1;
        (if is_unique { name.clone() } else { folder }, paths)
    });
    let mut stories: Vec<FoundStory> = stories.collect();
    stories.sort();
    (stories, diagnostics)
}

/// The files that a glob relative to `root` names, sorted, with forward slashes. A glob whose last part names no ending
/// finds articles only. That it finds nothing is for the caller to say, who knows where it is written.
#[must_use]
pub fn matching(root: &Path, glob: &str) -> (Vec<String>, Vec<Diagnostic>) {
    let glob = clean(glob);
    let matcher = match GlobBuilder::new(&glob).literal_separator(true).build() {
        Ok(matcher) => matcher.compile_matcher(),
        Err(error) => {
            let help = "write `*` for any name, `**` for any folders, `{a,b}` for one of several".to_string();
            let message = format!("`{glob}` is not a glob: {}", error.kind());
            return (Vec::new(), vec![without_place(code::BAD_GLOB, message, help)]);
        }
    };
    let prefix = literal_prefix(&glob);
    let rest = glob.get(prefix.len()..).unwrap_or("").trim_start_matches('/');
    let names_ending = rest
        .rsplit('/')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .is_some_and(|(_, ending)| !ending.is_empty() && !ending.contains(['*', '?']));
    let (files, diagnostics) = if rest.is_empty() {
        let path = root.join(&glob);
        ((path.exists() && !path.is_dir()).then(|| glob.clone()).into_iter().collect(), Vec::new())
    } else {
        let depth = if rest.contains("**") { usize::MAX } else { rest.split('/').count() };
        walk(&root.join(prefix), prefix, depth)
    };
    let is_meant = |path: &String| rest.is_empty() || matcher.is_match(path) && (names_ending || is_article(path));
    let mut files: Vec<String> = files.into_iter().filter(is_meant).collect();
    files.sort();
    (files, diagnostics)
}

fn without_place(code: Code, message: String, help: String) -> Diagnostic {
    Diagnostic::new(code, message, Some(help))
}

/// Every file at most `depth` folders below `start`, whose path is `prefix`. Hidden folders are passed over, links are
/// followed, and a link to a folder above is no loop but the end of that branch.
fn walk(start: &Path, prefix: &str, depth: usize) -> (Vec<String>, Vec<Diagnostic>) {
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    let own = start.canonicalize().unwrap_or_default();
    let is_open = |entry: &DirEntry| {
        let is_hidden = entry.file_name().to_string_lossy().starts_with(['.', '_']);
        entry.depth() == 0 || !is_hidden && !leads_back(entry, &own)
    };
    let entries = WalkDir::new(start).follow_links(true).max_depth(depth).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(is_open) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            // What is no plain file is refused, with its name, where it is read.
            Ok(entry) => {
                let below = entry.path().strip_prefix(start).unwrap_or(entry.path());
                let path = join(prefix, &slashed(below));
                if below.to_str().is_some() {
                    files.push(path);
                } else if is_article(&path) {
                    diagnostics.push(unnameable(&path));
                }
            }
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) if error.depth() == 0 && error.io_error().is_some_and(is_missing) => {}
            Err(error) => {
                let below =
                    error.path().and_then(|path| path.strip_prefix(start).ok()).map(slashed).unwrap_or_default();
                let path = join(prefix, &below);
                let path = shown(&path);
                let is_link = error.path().is_some_and(|path| !path.exists() && path.is_symlink());
                let (message, help) = if is_link {
                    (format!("the link `{path}` leads nowhere"), "remove the link, or mend it")
                } else {
                    let reason = error.io_error().map_or_else(|| "it leads into itself".to_string(), reason);
                    (format!("the folder `{path}` cannot be read: {reason}"), "give yourself permission to read it")
                };
                let help = Some(help.to_string());
                diagnostics.push(Diagnostic::about_file(code::UNREADABLE_FOLDER, path, message, help));
            }
        }
    }
    (files, diagnostics)
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

/// Whether a file's name is that of an article.
fn is_article(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    !name.starts_with(['.', '_'])
        && !stem.eq_ignore_ascii_case("readme")
        && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Without `./`, `//` and, on Windows, backslashes.
fn clean(path: &str) -> String {
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

/// The folders of a glob before the first part with a sign that means more than itself.
fn literal_prefix(glob: &str) -> &str {
    match glob.find(['*', '?', '[', '{', '\\']) {
        Some(at) => glob.get(..at).and_then(|start| start.rfind('/')).and_then(|end| glob.get(..end)).unwrap_or(""),
        None => glob,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let (stories, diagnostics) = discover(root.path(), "flood");
        assert_eq!(diagnostics, []);
        let expected = [("day2", vec!["flood/day2/c.HTML"]), ("flood", vec!["flood/a.md", "flood/b.txt"])];
        assert_eq!(
            stories,
            expected.map(|(name, paths)| (name.to_string(), paths.into_iter().map(String::from).collect()))
        );
        let (stories, _) = discover(root.path(), "./");
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
            ("./flood//*", vec!["flood/a.md", "flood/b.txt"]),
            ("**/*.txt", vec!["flood/b.txt", "storm/day2/e.txt", "top.txt"]),
            ("{flood,storm}/**", vec!["flood/a.md", "flood/b.txt", "flood/day2/c.HTML", "storm/day2/e.txt"]),
            ("flood/a.md", vec!["flood/a.md"]),
            ("*.pdf", vec!["notes.pdf"]),
            ("flood/[ab].*", vec!["flood/a.md", "flood/b.txt"]),
        ] {
            assert_eq!(
                matching(root.path(), glob),
                (expected.into_iter().map(String::from).collect(), Vec::new()),
                "{glob}"
            );
        }
        for (glob, code) in [("ice/*.txt", None), ("flood/z.txt", None), ("flood/[", Some("bad-glob"))] {
            let (files, diagnostics) = matching(root.path(), glob);
            assert!(files.is_empty());
            assert_eq!(diagnostics.first().map(|diagnostic| diagnostic.code.name()), code, "{glob}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn loops_and_dead_links_are_survived() {
        let root = folder(&["flood/a.txt"]);
        std::os::unix::fs::symlink(root.path(), root.path().join("flood/loop")).unwrap();
        assert_eq!(discover(root.path(), "flood"), (vec![("flood".into(), vec!["flood/a.txt".into()])], Vec::new()));
        std::os::unix::fs::symlink("nowhere", root.path().join("flood/dead.txt")).unwrap();
        let (stories, diagnostics) = discover(root.path(), "flood");
        assert_eq!((stories.len(), diagnostics.len()), (1, 1));
        std::os::unix::fs::symlink("own.txt", root.path().join("flood/own.txt")).unwrap();
        let messages: Vec<String> = discover(root.path(), "flood").1.into_iter().map(|found| found.message).collect();
        assert_eq!(messages, ["the link `flood/dead.txt` leads nowhere", "the link `flood/own.txt` leads nowhere"]);
        assert_eq!(discover(root.path(), "ice").1.len(), 1);
    }
}
