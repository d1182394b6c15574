//! The folder of a project's snapshots, one file a story: read whole, compared with a report.

use super::{Snapshot, changes};
use crate::{
    diagnostic::{Diagnostic, Level, code, reason},
    files::{self, Fence},
    finding::{Comparison, Report, StoryReport},
    project::Project,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The folder's name; it stands beside the configuration.
pub const FOLDER: &str = "snapshots";

/// The ending of its files.
const ENDING: &str = ".snap";

/// What the name of a file ends with that waits for somebody to accept it.
pub const PENDING: &str = ".new";

/// A longer file name is cut.
const LONGEST_NAME: usize = 100;

/// The snapshots of a project.
#[derive(Debug, Default)]
pub struct Snapshots {
    /// Whether there is a folder of snapshots at all.
    pub is_kept: bool,
    /// Each story's snapshot, with its file.
    pub stories: BTreeMap<String, (String, Snapshot)>,
    /// What is wrong with files of the folder.
    pub diagnostics: Vec<Diagnostic>,
    /// Files that could not be read; nothing is said about their stories.
    damaged: BTreeSet<String>,
    /// Files that wait for somebody to accept them.
    pending: BTreeSet<String>,
}

impl Snapshots {
    /// Reads the folder `snapshots/` of `root`. Files with another ending are passed over, and those outside of the fence
    /// are told.
    #[must_use]
    pub fn load(root: &Path, fence: &Fence) -> Self {
        let mut snapshots = Self::default();
        let entries = match std::fs::read_dir(root.join(FOLDER)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return snapshots,
            Err(error) => {
                let message = format!("the folder cannot be read: {}", reason(&error));
                snapshots.damage(FOLDER, vec![about(FOLDER, message)]);
                return snapshots;
            }
        };
        snapshots.is_kept = true;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let names: BTreeSet<String> = names.filter(|name| !name.starts_with('.')).collect();
        for name in names {
            let file = format!("{FOLDER}/{name}");
            if name.ends_with(ENDING) {
                snapshots.add(root, fence, &file);
            } else if name.strip_suffix(PENDING).is_some_and(|name| name.ends_with(ENDING)) {
                snapshots.pending.insert(file);
            }
        }
        snapshots
    }

    fn add(&mut self, root: &Path, fence: &Fence, file: &str) {
        match read_file(root, fence, file) {
            Ok(snapshot) => match self.stories.get(&snapshot.story) {
                Some((first, _)) => {
                    let message = format!("`{first}` is a snapshot of the story `{}` too", snapshot.story);
                    self.damage(file, vec![about(file, message)]);
                }
                None => {
                    self.stories.insert(snapshot.story.clone(), (file.to_string(), snapshot));
                }
            },
            Err(mistakes) => self.damage(file, mistakes),
        }
    }

    fn damage(&mut self, file: &str, mistakes: Vec<Diagnostic>) {
        self.damaged.insert(file.to_string());
        self.diagnostics.extend(mistakes);
    }

    /// The file of a story: the one that it has, or the one that it would get.
    #[must_use]
    pub fn file_of(&self, story: &str) -> String {
        self.stories.get(story).map_or_else(|| file_name(story), |(file, _)| file.clone())
    }

    /// Compares every story of a report with its snapshot; what is wrong with snapshots is told among the diagnostics.
    ///
    /// `whole` is the project without a choice of articles: it tells which stories were read only in part, and which
    /// snapshots belong to no story.
    #[must_use]
    pub fn compared(&self, mut report: Report, whole: &Project) -> Report {
        if !self.is_kept && self.diagnostics.is_empty() {
            return report;
        }
        let known: BTreeSet<&str> =
            report.diagnostics.iter().flat_map(|found| &found.place).map(|p| p.file.as_str()).collect();
        let errors: Vec<&Diagnostic> = report.diagnostics.iter().filter(|found| found.level == Level::Error).collect();
        // What is wrong with an article is no matter to another story.
        let is_of_other = |story: &str, found: &Diagnostic| {
            found.place.as_ref().is_some_and(|place| {
                let mut others = whole.stories.iter().filter(|other| other.name != story);
                others.any(|other| other.articles.iter().any(|file| file.path == place.file))
            })
        };
        let is_mistaken = |story: &str| errors.iter().any(|found| !is_of_other(story, found));
        let mistaken: Vec<bool> = report.stories.iter().map(|story| is_mistaken(&story.story)).collect();
        let in_part: Vec<bool> = report.stories.iter().map(|story| is_in_part(story, whole, &known)).collect();
        let read: BTreeSet<String> = report.stories.iter().map(|story| story.story.clone()).collect();
        for (story, (in_part, is_mistaken)) in report.stories.iter_mut().zip(in_part.into_iter().zip(mistaken)) {
            story.comparison = match self.stories.get(&story.story) {
                _ if self.damaged.contains(&file_name(&story.story)) => Comparison::Damaged,
                None => Comparison::Missing,
                Some(_) if is_mistaken => Comparison::Mistaken,
                Some(_) if in_part => Comparison::InPart,
                Some((_, snapshot)) => Comparison::Compared { changes: changes(snapshot, story) },
            };
        }
        report.diagnostics.extend(self.diagnostics.iter().cloned());
        report.diagnostics.extend(self.stale(&read, whole));
        report.diagnostics.sort_by(|one, other| one.order().cmp(&other.order()));
        report
    }

    /// Tells of snapshots of stories that the project has no more.
    fn stale(&self, read: &BTreeSet<String>, whole: &Project) -> Vec<Diagnostic> {
        let told = self.unreferenced(whole).into_iter().filter(|(story, _)| !read.contains(*story));
        let told = told.map(|(story, file)| {
            let message = format!("the snapshot is of the story `{story}`, and there is none of that name any more");
            let help =
                Some("if the story is gone for good, `crosscheck snapshot --prune` removes the file".to_string());
            Diagnostic::about_file(code::STALE_SNAPSHOT, file, message, help)
        });
        told.collect()
    }

    /// The stories that have a snapshot and that the project has no more, each with the file.
    #[must_use]
    pub fn unreferenced(&self, whole: &Project) -> Vec<(&str, &str)> {
        // Claims that are judged far from their articles show no stories to look for.
        if whole.stories.is_empty() {
            return Vec::new();
        }
        let is_gone = |story: &str| whole.stories.iter().all(|known| known.name != story);
        let gone = self.stories.iter().filter(|(story, _)| is_gone(story));
        gone.map(|(story, (file, _))| (story.as_str(), file.as_str())).collect()
    }

    /// The files that wait for somebody to accept them, and belong to no story of the project any more.
    pub fn unreferenced_pending<'s>(&'s self, whole: &Project) -> impl Iterator<Item = &'s str> {
        let stories = whole.stories.iter().map(|story| format!("{}{PENDING}", self.file_of(&story.name)));
        let known: BTreeSet<String> = stories.collect();
        self.pending.iter().filter(move |file| !known.contains(*file)).map(String::as_str)
    }
}

/// The snapshot in a file of the project.
///
/// # Errors
/// Every mistake of the file, or why it is not read.
pub fn read_file(root: &Path, fence: &Fence, file: &str) -> Result<Snapshot, Vec<Diagnostic>> {
    let path = root.join(file);
    if !fence.holds(&path) {
        return Err(vec![about(file, "the snapshot is a link that leads out of the project's folder".to_string())]);
    }
    let bytes = files::read(&path, &files::SNAPSHOT)
        .map_err(|why| vec![about(file, format!("the snapshot cannot be read: {why}"))])?;
    let text = String::from_utf8(bytes).map_err(|_| vec![about(file, "the snapshot is not UTF-8".to_string())])?;
    super::read(file, &text)
}

/// Whether the project has an article of the story of which nothing was heard.
fn is_in_part(story: &StoryReport, whole: &Project, known: &BTreeSet<&str>) -> bool {
    let read: BTreeSet<&str> = story.articles.iter().map(|article| article.article.as_str()).collect();
    let stories = whole.stories.iter().filter(|one| one.name == story.story);
    let mut articles = stories.flat_map(|one| &one.articles).map(|file| file.path.as_str());
    articles.any(|path| !read.contains(path) && !known.contains(path))
}

fn about(file: &str, message: String) -> Diagnostic {
    let help = Some("write it anew with `crosscheck snapshot`, or take it back from version control".to_string());
    Diagnostic::about_file(code::DAMAGED_SNAPSHOT, file, message, help)
}

/// The file of a story's snapshot, relative to the project: what a file name cannot hold everywhere is written `%20`.
///
/// ```
/// use crosscheck::rooms::snapshot::file_name;
/// assert_eq!(file_name("phone-call"), "snapshots/phone-call.snap");
/// assert_eq!(file_name("../a b"), "snapshots/%2E.%2Fa%20b.snap");
/// ```
#[must_use]
pub fn file_name(story: &str) -> String {
    let mut name = String::new();
    for (at, character) in story.char_indices() {
        let is_plain = character.is_alphanumeric() || matches!(character, '-' | '_') || (character == '.' && at > 0);
        if is_plain {
            name.push(character);
        } else {
            character.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| name.push_str(&format!("%{byte:02X}")));
        }
    }
    if name.len() > LONGEST_NAME {
        let hash = blake3::hash(story.as_bytes()).to_hex();
        name = format!("{}-{}", name.get(..name.floor_char_boundary(80)).unwrap_or(""), hash.get(..16).unwrap_or(""));
    }
    format!("{FOLDER}/{name}{ENDING}")
}
