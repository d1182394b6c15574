//! A project: what `crosscheck.yaml` says, and the rule files and articles it names.

mod accepting;
mod configuration;
mod metadata;
mod paths;
mod rule_files;
mod schema;
mod stories;
mod touched;

pub use accepting::with_suppression;
pub use schema::schema;
pub use stories::Layers;
pub use touched::TouchedFiles;

use crate::{
    article::{self, ArticleGlob, MetadataLayer},
    diagnostic::{Diagnostic, Mistake, code},
    files::{self, Fence, Unreadable},
    finding::{Severity, Suppression},
    lexicon::Lexicon,
    rule::{self, Defaults, Library, RuleSet, RuleSource, pack::PackUse},
    yaml::{Document, FileReading},
};
use chrono::NaiveDate;
use configuration::{ArticleMetadata, Configuration, Located, StoryEntry};
use paths::Disk;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};
use touched::{NotingDisk, Shared};

/// Everything that a run needs, read and checked; articles are named, and loaded later.
#[derive(Debug)]
pub struct Project {
    /// The folder that paths are relative to: that of `crosscheck.yaml`, or the working folder where there is none.
    pub root: PathBuf,
    /// The configuration, where there is one.
    pub configuration: Option<PathBuf>,
    /// The rules and topics.
    pub rules: RuleSet,
    /// The stories, by name.
    pub stories: Vec<Story>,
    /// The words the engine knows, with the project's overrides.
    pub lexicon: Arc<Lexicon>,
    /// A mark of these overrides: another where they are others; empty where there are none.
    pub own_words: String,
    /// Where what was read is kept for the next run; nowhere where it is `None`.
    pub cache: Option<CacheFolder>,
    /// The rule files as they were read, for what looks at their text.
    pub sources: Vec<RuleSource>,
    /// What may be read.
    pub fence: Fence,
    /// Texts that stand in place of those on the disk.
    pub open: Arc<OpenTexts>,
    /// Where articles are looked for.
    pub searched: Searched,
    /// Whether all of its stories are there.
    pub coverage: Coverage,
    /// Whether the command line took other rules than those of the configuration.
    pub has_other_rules: bool,
    /// The least severity at which a failure makes the exit code 1; none does where it is `None`.
    pub fail_on: Option<Severity>,
    /// Findings that the configuration accepts.
    pub suppressions: Vec<Suppression>,
    /// The day with which the last days of what is accepted are compared; nothing that has one holds where nobody says it.
    pub today: Option<NaiveDate>,
    /// What every story hangs on, beside the configuration and the rule files.
    shared: Shared,
    /// Every mistake found on the way.
    pub diagnostics: Vec<Diagnostic>,
    /// The stories that the configuration names.
    configured: Vec<StoryEntry>,
    /// What it says of articles.
    metadata: Vec<ArticleMetadata>,
}

/// A folder in which what was read of articles is kept for the next run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheFolder {
    /// The folder.
    pub folder: PathBuf,
    /// A mark of the program that reads: what another one kept is of no use.
    pub program: String,
}

/// Whether a project is checked as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coverage {
    /// All of its stories are.
    #[default]
    Whole,
    /// The command line picked some of its articles.
    InPart,
}

/// A story: the articles about one event.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Its name.
    pub name: String,
    /// What "local time" means: an IANA name, or an offset.
    pub timezone: Option<String>,
    /// Its articles, by path.
    pub articles: Vec<ArticleFile>,
}

/// An article's file and what the configuration says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFile {
    /// The path relative to the root, with forward slashes.
    pub path: String,
    /// What `crosscheck.yaml` says, all globs that match merged.
    pub layer: MetadataLayer,
    /// Its text, where that came through a pipe and stands in no file.
    pub text: Option<Arc<str>>,
}

impl ArticleFile {
    /// Its bytes; `root` is the folder that its path is relative to.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn bytes(&self, root: &Path) -> Result<Vec<u8>, Box<Diagnostic>> {
        match &self.text {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => article::bytes(root, &self.path),
        }
    }
}

/// What the command line says about the project.
#[derive(Clone, Debug, Default)]
pub struct ProjectOptions {
    /// The folder that paths of the command line are relative to.
    pub working_folder: PathBuf,
    /// The configuration; where it is not given, `crosscheck.yaml` is looked for upwards.
    pub config: Option<PathBuf>,
    /// Rule files and folders, in place of those of the configuration.
    pub rules: Vec<PathBuf>,
    /// Packs, in place of the rules and packs of the configuration.
    pub packs: Vec<String>,
    /// The only articles and folders to check; all stories where empty.
    pub paths: Vec<PathBuf>,
    /// Whether files outside of the project's folder are read too, though the command line does not name them.
    pub allows_outside: bool,
    /// Whether no rule file is to be read, because nobody asks for a rule.
    pub without_rules: bool,
    /// Whether no article is to be looked for, because nobody asks for one.
    pub without_articles: bool,
    /// Texts that stand in place of those on the disk.
    pub open: Arc<OpenTexts>,
}

/// Texts of files as somebody has them open, saved or not, by their whole paths.
pub type OpenTexts = BTreeMap<PathBuf, Arc<str>>;

/// The name of the configuration.
pub const CONFIGURATION: &str = "crosscheck.yaml";

/// Reads the configuration, the lexicon and the rule files, and finds the articles.
///
/// Nothing stops it: what cannot be read is a diagnostic, and the rest is there. Where no rules are named at all, the
/// diagnostic's code is `no-rules`, so that a command that needs none can pass over it.
#[must_use]
pub fn load(arguments: &ProjectOptions) -> Project {
    let path = configuration_path(arguments);
    let folder = path.as_ref().and_then(|path| path.parent());
    let root = folder.map_or_else(|| paths::normal(&arguments.working_folder), Path::to_path_buf);
    let fence = fence(&root, path.as_deref(), arguments);
    let disk = Disk { root: &root, fence: &fence, open: &arguments.open };
    let (document, mut diagnostics) = configuration(path.as_deref(), disk, arguments);
    let is_read =
        path.is_some() && diagnostics.iter().all(|found| found.place.as_ref().is_none_or(|place| place.line > 0));
    let mut reading = FileReading::new(&document);
    let settings = if is_read { configuration::read(&mut reading) } else { Configuration::default() };
    let (lexicon, own_words) = lexicon(&mut reading, disk, settings.lexicon.as_ref());
    let (stories, mut coverage, without_articles) = if arguments.without_articles {
        (Vec::new(), Coverage::InPart, Vec::new())
    } else {
        stories::stories(&mut reading, disk, &settings, arguments)
    };
    let (sources, without_rules) = if arguments.without_rules {
        (Vec::new(), Vec::new())
    } else {
        rule_files::rule_files(&mut reading, disk, &settings, arguments, path.as_deref())
    };
    let mut known: BTreeSet<String> =
        stories.iter().map(|story| story.name.clone()).chain(settings.story_names()).collect();
    // Rules for a story that nobody picked this time are no mistake.
    if path.is_some() && settings.stories.is_none() && !arguments.paths.is_empty() {
        let all: BTreeMap<_, _> = article::discover(&root, "", &fence).0.into_iter().collect();
        coverage = Coverage::of(&stories, all.iter().map(|(name, articles)| (name, articles.iter())));
        known.extend(all.into_keys());
    }
    let stories_known = (!arguments.without_articles).then(|| known.into_iter().collect());
    let has_own_rules = settings.rules.is_some() || !settings.packs.is_empty();
    let names_rules = !arguments.rules.is_empty() || !arguments.packs.is_empty();
    let has_other_rules = has_own_rules && names_rules;
    // Rules that the command line names stand in place of all that the configuration names.
    let named = arguments.packs.iter().filter_map(|name| PackUse::named(name, "--use"));
    let packs = if names_rules { named.collect() } else { settings.packs };
    let defaults = Defaults { on_no_evidence: settings.on_no_evidence, stories: stories_known, packs };
    let noting = NotingDisk::new(disk);
    let (rules, in_rules) = rule::read_with(&sources, &noting, &defaults, &lexicon);
    let shared = shared(&root, noting.asked(), settings.lexicon.as_ref(), settings.rules.as_deref(), arguments);
    reading.mistakes.sort_by(|one, other| one.order().cmp(&other.order()));
    // A configuration that could not be read names nothing: that is one mistake, not three.
    let is_mapping = document.root.as_ref().is_none_or(|root| root.mapping().is_some());
    let is_lost = document.has_gaps || !is_mapping || (path.is_some() && !is_read);
    let rest = [reading.mistakes, without_rules, in_rules, without_articles].into_iter().flatten();
    diagnostics.extend(rest.filter(|found| !is_lost || ![code::NO_RULES, code::NO_ARTICLES].contains(&found.code)));
    let fail_on = settings.fail_on.0;
    let searched = searched(&root, path.as_deref(), settings.stories.as_deref(), arguments);
    Project {
        root,
        configuration: path,
        rules,
        stories,
        lexicon,
        own_words,
        cache: None,
        sources,
        fence,
        open: Arc::clone(&arguments.open),
        searched,
        coverage,
        has_other_rules,
        fail_on,
        suppressions: settings.suppressions,
        today: None,
        shared,
        diagnostics,
        configured: settings.stories.unwrap_or_default(),
        metadata: settings.articles,
    }
}

impl Coverage {
    /// Whether some stories have each article of all.
    fn of<'a, A: Iterator<Item = &'a String>>(stories: &[Story], all: impl Iterator<Item = (&'a String, A)>) -> Self {
        let picked = stories.iter().flat_map(|story| story.articles.iter().map(move |file| (&story.name, &file.path)));
        let picked: BTreeSet<(&String, &String)> = picked.collect();
        let mut articles = all.flat_map(|(name, articles)| articles.map(move |article| (name, article)));
        if articles.all(|article| picked.contains(&article)) { Self::Whole } else { Self::InPart }
    }
}

/// Where the articles of a project are looked for.
#[derive(Clone, Debug, Default)]
pub struct Searched {
    /// The globs of each configured story, from the project's folder; nothing where each folder is a story.
    stories: Option<Vec<(String, ArticleGlob)>>,
    /// Folders that are searched with all that is in them.
    folders: Vec<PathBuf>,
}

fn searched(
    root: &Path,
    configuration: Option<&Path>,
    stories: Option<&[StoryEntry]>,
    arguments: &ProjectOptions,
) -> Searched {
    let folder = paths::normal(&arguments.working_folder);
    let mut folders: Vec<PathBuf> = arguments.paths.iter().map(|path| folder.join(path)).collect();
    if stories.is_none() && (configuration.is_some() || folders.is_empty()) {
        folders.push(root.to_path_buf());
    }
    let globs = |StoryEntry { name, globs, .. }: &StoryEntry| {
        globs.iter().map(|located| (name.clone(), located.glob.clone())).collect::<Vec<_>>()
    };
    Searched { stories: stories.map(|stories| stories.iter().flat_map(globs).collect()), folders }
}

/// What every story hangs on.
fn shared(
    root: &Path,
    mut files: BTreeSet<PathBuf>,
    lexicon: Option<&Located>,
    rules: Option<&[Located]>,
    arguments: &ProjectOptions,
) -> Shared {
    files.extend(lexicon.map(|file| root.join(&file.text)));
    let named = arguments.rules.iter().map(|path| arguments.working_folder.join(path));
    let configured = rules.unwrap_or_default().iter().map(|path| root.join(&path.text));
    Shared { files, rules: named.chain(configured).collect() }
}

impl Project {
    /// What the configuration says of articles.
    #[must_use]
    pub fn layers(&self) -> Layers<'_> {
        Layers::new(&self.configured, &self.metadata)
    }

    /// Whether articles, each with its story, are all that it has.
    #[must_use]
    pub fn is_whole<'a>(&self, articles: impl Iterator<Item = (&'a str, &'a str)>) -> bool {
        let read: BTreeSet<(&str, &str)> = articles.collect();
        let is_read = |story: &Story| story.articles.iter().all(|file| read.contains(&(&*story.name, &*file.path)));
        self.coverage == Coverage::Whole && self.stories.iter().all(is_read)
    }

    /// Whether a file at this place would be read as an article by the next run.
    #[must_use]
    pub fn would_read(&self, file: &Path) -> bool {
        let Some(place) = files::place(file) else { return false };
        let below = |folder: &Path| {
            let folder = files::place(folder)?;
            let parts = place.strip_prefix(folder).ok()?.components();
            Some(parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"))
        };
        let is_named = below(&self.root)
            .is_some_and(|path| self.searched.stories.iter().flatten().any(|(_, glob)| glob.names(&path)));
        let is_found = |folder: &PathBuf| below(folder).is_some_and(|path| article::is_found(&path));
        is_named || self.searched.folders.iter().any(is_found)
    }

    /// A file as its diagnostics name it: from its folder, with forward slashes.
    #[must_use]
    pub fn name_of(&self, file: &Path) -> String {
        paths::shown(&self.root, file)
    }

    /// The rule files that it reads, those that others include too; by their paths from its folder.
    #[must_use]
    pub fn rule_files(&self) -> Vec<String> {
        rule::files(&self.sources, &self.library())
    }

    /// Where rule files find those that they include.
    #[must_use]
    pub fn library(&self) -> impl Library + '_ {
        Disk { root: &self.root, fence: &self.fence, open: &self.open }
    }
}

/// The configuration that was named, or the nearest one above the working folder.
fn configuration_path(arguments: &ProjectOptions) -> Option<PathBuf> {
    let folder = paths::normal(&arguments.working_folder);
    match &arguments.config {
        Some(path) => Some(paths::normal(&folder.join(path))),
        None => nearest_configuration(&folder),
    }
}

/// The nearest configuration in a folder or above it.
#[must_use]
pub fn nearest_configuration(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().map(|above| above.join(CONFIGURATION)).find(|path| path.exists())
}

/// The project's folder, and what the command line names; with rule files also what stands beside them, which they include.
fn fence(root: &Path, configuration: Option<&Path>, arguments: &ProjectOptions) -> Fence {
    if arguments.allows_outside {
        return Fence::open();
    }
    let folder = paths::normal(&arguments.working_folder);
    let named = arguments.paths.iter().map(|path| folder.join(path));
    let rules = arguments.rules.iter().map(|path| folder.join(path));
    let rules = rules.map(|path| if path.is_dir() { path } else { path.parent().unwrap_or(&folder).to_path_buf() });
    let configuration = arguments.config.as_ref().and(configuration).map(Path::to_path_buf);
    let all: Vec<PathBuf> = named.chain(rules).chain(configuration).chain([root.to_path_buf()]).collect();
    Fence::around(all.iter().map(PathBuf::as_path))
}

/// The configuration as a tree: an empty one where there is none, or where it cannot be read.
fn configuration(path: Option<&Path>, disk: Disk<'_>, arguments: &ProjectOptions) -> (Document, Vec<Diagnostic>) {
    let Some(path) = path else { return crate::yaml::read(CONFIGURATION, "") };
    let name = path.file_name().map_or(CONFIGURATION.into(), |name| name.to_string_lossy());
    if !disk.fence.holds(path) {
        let message = "the configuration is a link that leads out of its folder, and is not read";
        let help = Some("copy it here, or name it after `--config`".to_string());
        let found = Diagnostic::about_file(code::OUTSIDE_PROJECT, &name, message, help);
        return (crate::yaml::read(&name, "").0, vec![found]);
    }
    let text = disk.read(path, &files::YAML).map_err(|why| {
        if let Unreadable::TooLong(limit) = why {
            return Box::new(crate::yaml::too_long(&name, limit));
        }
        let given = arguments.config.as_deref().unwrap_or(Path::new(CONFIGURATION)).to_string_lossy();
        let message = format!("the configuration cannot be read: {why}");
        let folder = paths::normal(&arguments.working_folder);
        let help = paths::suggestion(&folder, &given, "check the path after `--config`");
        Box::new(Diagnostic::about_file(code::MISSING_CONFIGURATION, &given, message, Some(help.help)))
    });
    match text.and_then(|bytes| crate::yaml::decode(&name, bytes)) {
        Ok(text) => crate::yaml::read(&name, &text),
        Err(diagnostic) => (crate::yaml::read(&name, "").0, vec![*diagnostic]),
    }
}

/// The shipped lexicon, with the project's entries, or those of a preset, in place of its own; and a mark of these.
fn lexicon(reading: &mut FileReading<'_>, disk: Disk<'_>, file: Option<&Located>) -> (Arc<Lexicon>, String) {
    let shipped = Lexicon::english();
    let Some(file) = file else { return (Arc::clone(shipped), String::new()) };
    if let Some(preset) = shipped.with_preset(&file.text) {
        return (Arc::new(preset), file.text.clone());
    }
    let path = disk.root.join(&file.text);
    if !disk.fence.holds(&path) {
        let message = format!("`{}` lies outside of the project's folder, and is not read", file.text);
        reading.mistake(code::OUTSIDE_PROJECT, file.span, message, paths::OUTSIDE_HELP);
        return (Arc::clone(shipped), String::new());
    }
    let bad = |why: String| Mistake::new(code::BAD_LEXICON, why, None);
    let text = if paths::is_yaml(&file.text) || !path.is_file() {
        disk.read(&path, &files::LEXICON).map_err(|why| bad(why.to_string()))
    } else {
        Err(bad("it does not end in .yaml or .yml".to_string()))
    };
    let text = text.and_then(|bytes| crate::yaml::decode(&file.text, bytes).map_err(|found| bad(found.message)));
    let mark = text.as_ref().map(|text| blake3::hash(text.as_bytes()).to_string()).unwrap_or_default();
    match text.and_then(|text| shipped.with_overrides(&text)) {
        Ok(lexicon) => (Arc::new(lexicon), mark),
        Err(reason) => {
            let message = format!("the lexicon `{}` cannot be read: {reason}", file.text);
            let help = paths::suggestion(disk.root, &file.text, "the path is relative to this file");
            reading.mistake(code::BAD_LEXICON, file.span, message, help);
            (Arc::clone(shipped), String::new())
        }
    }
}

#[cfg(test)]
mod tests;
