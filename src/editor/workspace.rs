//! The files that somebody has open, and the projects that they belong to, read once for every state of the texts.

use super::columns::{ColumnUnit, LineTable, TextRange};
use crate::{
    finding::Report,
    pipeline::{self, ClaimMemory},
    project::{self, CONFIGURATION, OpenTexts, Project, ProjectOptions},
    rule::sentence::KnownTopics,
    yaml::{self, Document, Node, NodeShape},
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

/// Open files and their projects.
#[derive(Debug, Default)]
pub struct Workspace {
    /// What columns are counted in.
    pub unit: ColumnUnit,
    /// The day with which the last days of what is accepted are compared.
    pub today: Option<NaiveDate>,
    texts: Arc<OpenTexts>,
    /// Projects as they are with the texts as they are.
    projects: BTreeMap<ProjectAt, Arc<ReadProject>>,
    reports: BTreeMap<ProjectAt, JudgedProject>,
    memory: ClaimMemory,
    /// How often a text changed.
    changes: u64,
}

/// What is read as one project.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ProjectAt {
    /// All that a configuration names.
    Configuration(PathBuf),
    /// A rule file by itself, which no configuration names.
    Alone(PathBuf),
}

/// A project, and the rule files that it reads.
#[derive(Debug)]
pub(super) struct ReadProject {
    pub project: Project,
    pub rule_files: Vec<String>,
}

/// What `check` says of a project, and of which state of its texts.
#[derive(Debug)]
pub(super) struct JudgedProject {
    pub report: Report,
    changes: u64,
}

/// An open file in its project.
#[derive(Clone, Debug)]
pub(super) struct OpenFile {
    pub text: Arc<str>,
    pub at: ProjectAt,
    pub project: Arc<ReadProject>,
    /// Its path from the project's folder.
    pub path: String,
    pub role: OpenFileRole,
}

/// What an open file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OpenFileRole {
    Configuration,
    Rules,
}

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BufferChange {
    /// What goes; the whole text where it is not said.
    pub range: Option<TextRange>,
    /// What comes.
    pub text: String,
}

/// Whether a project was judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judging {
    /// It was.
    Done,
    /// Something else was wanted before it was done.
    Cut,
    /// The file belongs to no project with articles.
    Nothing,
}

impl Workspace {
    /// Somebody opens a file, or it has this text now.
    pub fn open(&mut self, file: &Path, text: &str) {
        Arc::make_mut(&mut self.texts).insert(file.to_path_buf(), text.into());
        self.forget();
    }

    /// The text of an open file changes, one change after the other.
    pub fn change(&mut self, file: &Path, changes: &[BufferChange]) {
        let Some(text) = self.texts.get(file) else { return };
        let mut text = text.to_string();
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = LineTable::new(&text, self.unit).span(range);
                    text.replace_range(span.range(), &change.text);
                }
                None => text.clone_from(&change.text),
            }
        }
        self.open(file, &text);
    }

    /// Somebody closes a file: what is on the disk counts.
    pub fn close(&mut self, file: &Path) {
        Arc::make_mut(&mut self.texts).remove(file);
        self.forget();
    }

    /// Something else changed on the disk.
    pub fn forget(&mut self) {
        self.projects.clear();
        self.changes += 1;
    }

    /// The text of an open file.
    #[must_use]
    pub fn text(&self, file: &Path) -> Option<Arc<str>> {
        self.texts.get(file).cloned()
    }

    /// Reads the articles of a file's project and judges its rules, as long as that is wanted.
    pub fn judge(&mut self, file: &Path, is_wanted: &dyn Fn() -> bool) -> Judging {
        let Some(open) = self.open_file(file) else { return Judging::Nothing };
        let ProjectAt::Configuration(_) = &open.at else { return Judging::Nothing };
        if self.reports.get(&open.at).is_some_and(|known| known.changes == self.changes) {
            return Judging::Done;
        }
        let project = &open.project.project;
        let Some(records) = pipeline::claims_remembered(project, &mut self.memory, is_wanted) else {
            return Judging::Cut;
        };
        let report = pipeline::judge(project, records);
        self.reports.insert(open.at, JudgedProject { report, changes: self.changes });
        Judging::Done
    }

    /// An open file that belongs to a project, or is a rule file by itself.
    pub(super) fn open_file(&mut self, file: &Path) -> Option<OpenFile> {
        let text = self.text(file)?;
        let folder = file.parent()?;
        let is_configuration = file.file_name().is_some_and(|name| name == CONFIGURATION);
        let above = if is_configuration { Some(file.to_path_buf()) } else { project::nearest_configuration(folder) };
        if let Some(configuration) = above {
            let at = ProjectAt::Configuration(configuration);
            let project = self.project(&at);
            let path = project.project.name_of(file);
            if is_configuration {
                return Some(OpenFile { text, at, project, path, role: OpenFileRole::Configuration });
            }
            if project.rule_files.contains(&path) {
                return Some(OpenFile { text, at, project, path, role: OpenFileRole::Rules });
            }
        }
        if !looks_like_rules(&text) {
            return None;
        }
        let at = ProjectAt::Alone(file.to_path_buf());
        let project = self.project(&at);
        let path = project.project.name_of(file);
        Some(OpenFile { text, at, project, path, role: OpenFileRole::Rules })
    }

    fn project(&mut self, at: &ProjectAt) -> Arc<ReadProject> {
        if let Some(known) = self.projects.get(at) {
            return Arc::clone(known);
        }
        let options = ProjectOptions { open: Arc::clone(&self.texts), ..options(at) };
        let mut project = project::load(&options);
        project.today = self.today;
        let rule_files = project.rule_files();
        let read = Arc::new(ReadProject { project, rule_files });
        self.projects.insert(at.clone(), Arc::clone(&read));
        read
    }

    /// What `check` says of a project, as it was judged last.
    pub(super) fn last_report(&self, at: &ProjectAt) -> Option<&Report> {
        self.reports.get(at).map(|judged| &judged.report)
    }

    /// The same, where no text changed since.
    pub(super) fn fresh_report(&self, at: &ProjectAt) -> Option<&Report> {
        self.reports.get(at).filter(|judged| judged.changes == self.changes).map(|judged| &judged.report)
    }
}

fn options(at: &ProjectAt) -> ProjectOptions {
    let folder = |file: &Path| file.parent().map(Path::to_path_buf).unwrap_or_default();
    match at {
        ProjectAt::Configuration(file) => {
            // What is not on the disk yet is found by nobody.
            let config = (!file.exists()).then(|| file.clone());
            ProjectOptions { working_folder: folder(file), config, ..ProjectOptions::default() }
        }
        ProjectAt::Alone(file) => {
            let working_folder = folder(file);
            // Without a configuration nobody knows where articles end.
            let without_articles = project::nearest_configuration(&working_folder).is_none();
            ProjectOptions { working_folder, rules: vec![file.clone()], without_articles, ..ProjectOptions::default() }
        }
    }
}

/// Whether a YAML file that nobody names looks like a rule file: it has topics as they are declared, or rules as they are
/// written.
fn looks_like_rules(text: &str) -> bool {
    let (document, _) = yaml::read("", text);
    let root = document.root.as_ref().and_then(|root| root.mapping());
    let value = |key: &str| root.and_then(|root| root.get(key)).map(|entry| &entry.value);
    let is_topic = |node: &Node| {
        node.mapping()
            .is_some_and(|mapping| ["kind", "phrases", "choices"].iter().any(|key| mapping.get(key).is_some()))
    };
    let has_topics = value("topics")
        .and_then(Node::mapping)
        .is_some_and(|topics| topics.entries.iter().any(|entry| is_topic(&entry.value)));
    let is_rule = |node: &Node| match &node.shape {
        NodeShape::Scalar(scalar) => scalar.value.contains(' '),
        NodeShape::Mapping(mapping) => mapping.get("rule").is_some_and(|entry| entry.value.scalar().is_some()),
        NodeShape::List(_) => false,
    };
    has_topics || value("rules").and_then(Node::list).is_some_and(|rules| rules.items.iter().any(is_rule))
}

impl OpenFile {
    /// The file as a tree.
    pub fn document(&self) -> Document {
        yaml::read(&self.path, &self.text).0
    }

    /// The topics that its sentences may name.
    pub fn topics(&self, document: &Document) -> KnownTopics<'_> {
        let root = document.root.as_ref().and_then(|root| root.mapping());
        let story = root.and_then(|root| root.get("story")).and_then(|entry| entry.value.scalar());
        let story = story.map(|scalar| scalar.value.trim());
        let all = self.project.project.rules.topics.iter();
        let own = all.filter(|topic| topic.story.is_none() || topic.story.as_deref() == story);
        KnownTopics::new(own.filter(|topic| story.is_none_or(|story| topic.is_of(story))))
    }

    /// The sources and groups that the articles of its project have, as far as that is known.
    pub fn sources(&self, report: Option<&Report>) -> Vec<String> {
        let files = self.project.project.stories.iter().flat_map(|story| &story.articles);
        let configured = files.flat_map(|file| [&file.layer.source, &file.layer.group]).flatten().cloned();
        let articles = report.into_iter().flat_map(|report| &report.stories).flat_map(|story| &story.articles);
        let all: BTreeSet<String> = configured.chain(articles.map(|article| article.source.clone())).collect();
        all.into_iter().collect()
    }
}
