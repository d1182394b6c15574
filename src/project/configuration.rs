//! `crosscheck.yaml`, read: which rules, which stories, which metadata; each path at its place.

use super::metadata::{self, layer};
use crate::{
    article::{ArticleGlob, MetadataLayer},
    diagnostic::{Diagnostic, code},
    finding::{Severity, Suppression},
    rule::{
        OnNoEvidence,
        pack::{self, PackUse},
        suppression,
    },
    span::Span,
    yaml::{FileReading, MappingEntry, Node, NodeShape, Scalar},
};

/// The keys of the configuration.
pub(super) const KEYS: &[&str] =
    &["rules", "use", "stories", "articles", "on no evidence", "fail-on", "lexicon", "suppressions"];

/// The least severity that fails, by the word for it; none fails with `never`.
pub(super) const FAIL_ON: &[(&str, FailOn)] = &[
    ("error", FailOn(Some(Severity::Error))),
    ("warning", FailOn(Some(Severity::Warning))),
    ("note", FailOn(Some(Severity::Note))),
    ("never", FailOn(None)),
];

/// The least severity that fails a run; an error where nothing else is said.
#[derive(Clone, Copy, Debug)]
pub(super) struct FailOn(pub Option<Severity>);

impl Default for FailOn {
    fn default() -> Self {
        Self(Some(Severity::Error))
    }
}

/// What the configuration says.
#[derive(Debug, Default)]
pub(super) struct Configuration {
    /// Rule files and folders; nothing where the key is left out.
    pub rules: Option<Vec<Located>>,
    /// The packs that all stories use.
    pub packs: Vec<PackUse>,
    /// The stories; nothing where each folder is one.
    pub stories: Option<Vec<StoryEntry>>,
    /// Metadata by file or glob, in the order written.
    pub articles: Vec<ArticleMetadata>,
    /// What nothing to compare counts as.
    pub on_no_evidence: OnNoEvidence,
    /// The least severity that fails a run.
    pub fail_on: FailOn,
    /// A file that overrides the lexicon.
    pub lexicon: Option<Located>,
    /// Findings that are accepted.
    pub suppressions: Vec<Suppression>,
}

/// A path or a glob, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Located {
    /// As written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// A glob of articles, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct LocatedGlob {
    /// As written.
    pub at: Located,
    /// What it means.
    pub glob: ArticleGlob,
}

/// A story as the configuration names it.
#[derive(Debug)]
pub(super) struct StoryEntry {
    /// Its name.
    pub name: String,
    /// Its articles.
    pub globs: Vec<LocatedGlob>,
    /// What holds for all of them.
    pub layer: MetadataLayer,
}

/// Metadata for the articles that a glob matches.
#[derive(Debug)]
pub(super) struct ArticleMetadata {
    /// The glob.
    pub glob: LocatedGlob,
    /// What holds for them.
    pub layer: MetadataLayer,
}

impl Configuration {
    /// The names of the configured stories.
    pub(super) fn story_names(&self) -> impl Iterator<Item = String> {
        self.stories.iter().flatten().map(|story| story.name.clone())
    }
}

/// Reads the configuration.
pub(super) fn read(reading: &mut FileReading<'_>) -> Configuration {
    let document = reading.document;
    let mut settings = Configuration::default();
    let root = document.root.as_ref().filter(|root| !root.is_absent());
    let Some(root) = root else {
        if !document.has_gaps {
            let help = Some("write `rules: [rules]`".to_string());
            let (file, message) = (&document.file, "the configuration says nothing");
            reading.mistakes.push(Diagnostic::about_file(code::EMPTY_FILE, file, message, help));
        }
        return settings;
    };
    let help = "write `rules: [rules]`, and each other key on a line of its own";
    let Some(mapping) = reading.mapping(root, "the configuration", help) else { return settings };
    let fields = reading.fields(mapping, "the configuration", KEYS);
    settings.rules = fields.get("rules").map(|node| paths(reading, node, "a path under `rules`"));
    settings.packs = fields.get("use").map(|node| pack::uses(reading, node)).unwrap_or_default();
    settings.stories = fields.get("stories").and_then(|node| stories(reading, node));
    settings.articles = fields.get("articles").map(|node| articles(reading, node)).unwrap_or_default();
    let evidence = fields.get("on no evidence");
    let evidence = evidence.and_then(|node| reading.one_of(node, "`on no evidence`", OnNoEvidence::NAMES));
    settings.on_no_evidence = evidence.unwrap_or_default();
    let fail_on = fields.get("fail-on").and_then(|node| reading.one_of(node, "`fail-on`", FAIL_ON));
    settings.fail_on = fail_on.unwrap_or_default();
    let lexicon = fields.get("lexicon").and_then(|node| reading.text(node, "`lexicon`"));
    settings.lexicon = lexicon.map(|scalar| located(reading, scalar));
    let suppressions = fields.get("suppressions").map(|node| suppression::of_project(reading, node));
    settings.suppressions = suppressions.unwrap_or_default();
    settings
}

fn located(reading: &FileReading<'_>, scalar: &Scalar) -> Located {
    Located { text: scalar.value.trim().to_string(), span: reading.words(scalar) }
}

fn paths<'d>(reading: &mut FileReading<'d>, node: &'d Node, what: &str) -> Vec<Located> {
    let texts = reading.texts(node, what);
    texts.into_iter().map(|scalar| located(reading, scalar)).collect()
}

fn stories<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Option<Vec<StoryEntry>> {
    let help = "write `stories:` and below it `  phone-call: [articles/*.txt]`";
    let mapping = reading.mapping(node, "`stories`", help)?;
    Some(mapping.entries.iter().filter_map(|entry| story(reading, entry)).collect())
}

fn story<'d>(reading: &mut FileReading<'d>, entry: &'d MappingEntry) -> Option<StoryEntry> {
    let name = entry.key.value.trim().to_string();
    // "timezone: Europe/London" as if it were a story.
    let is_key = |value: &str| metadata::KEYS.contains(&name.as_str()) && !value.contains('*');
    if let Some(scalar) = entry.value.scalar().filter(|scalar| is_key(&scalar.value)) {
        let help =
            format!("write it under its story: `{{ articles: [articles/*.txt], {name}: {} }}`", scalar.value.trim());
        let message = format!("`{name}` is no story, but a key of one");
        reading.mistake(code::UNKNOWN_KEY, reading.words(&entry.key), message, help);
        return None;
    }
    if name.is_empty() || entry.key.is_absent() {
        reading.mistake(
            code::EMPTY_TEXT,
            entry.key.span,
            "the story has no name",
            "write `phone-call: [articles/*.txt]`",
        );
        return None;
    }
    let what = format!("a glob of the story `{name}`");
    let (globs, layer) = match &entry.value.shape {
        NodeShape::Scalar(_) | NodeShape::List(_) => (globs(reading, &entry.value, &what), MetadataLayer::default()),
        NodeShape::Mapping(mapping) => {
            let fields = reading.fields(mapping, "a story", &story_keys());
            let globs = fields.get("articles").map(|node| globs(reading, node, &what)).unwrap_or_default();
            (globs, layer(reading, &fields))
        }
    };
    let has_list = entry.value.list().is_some_and(|list| !list.items.is_empty());
    let has_articles = entry.value.mapping().is_some_and(|mapping| mapping.get("articles").is_some());
    if globs.is_empty() && !has_list && !has_articles {
        let help = format!("write `{name}: [articles/*.txt]`");
        reading.mistake(
            code::NO_ARTICLES,
            reading.words(&entry.key),
            format!("the story `{name}` names no articles"),
            help,
        );
    }
    Some(StoryEntry { name, globs, layer })
}

/// The keys of a story: its articles, and what is known of all of them.
pub(super) fn story_keys() -> Vec<&'static str> {
    std::iter::once("articles").chain(metadata::KEYS.iter().copied()).collect()
}

/// Globs that can be read.
fn globs<'d>(reading: &mut FileReading<'d>, node: &'d Node, what: &str) -> Vec<LocatedGlob> {
    let found = paths(reading, node, what);
    found.into_iter().filter_map(|glob| compile(reading, glob)).collect()
}

/// The glob compiled; a mistake in it is reported.
fn compile(reading: &mut FileReading<'_>, at: Located) -> Option<LocatedGlob> {
    match ArticleGlob::new(&at.text) {
        Ok(glob) => Some(LocatedGlob { at, glob }),
        Err(why) => {
            let message = format!("`{}` is no glob: {why}", at.text);
            let help = "`*` is any part of a name, `**` any folders, `[ab]` and `{a,b}` one of several";
            reading.mistake(code::BAD_GLOB, at.span, message, help);
            None
        }
    }
}

fn articles<'d>(reading: &mut FileReading<'d>, node: &'d Node) -> Vec<ArticleMetadata> {
    let help = "write `articles:` and below it `  articles/002*: { source: The Northern Times }`";
    let Some(mapping) = reading.mapping(node, "`articles`", help) else { return Vec::new() };
    mapping.entries.iter().filter_map(|entry| article(reading, entry)).collect()
}

fn article<'d>(reading: &mut FileReading<'d>, entry: &'d MappingEntry) -> Option<ArticleMetadata> {
    let glob = located(reading, &entry.key);
    let glob = compile(reading, glob)?;
    let help = format!("write `{}: {{ source: ... }}`", glob.at.text);
    let mapping = reading.mapping(&entry.value, "the metadata of articles", &help)?;
    let fields = reading.fields(mapping, "an article", metadata::KEYS);
    let layer = layer(reading, &fields);
    Some(ArticleMetadata { glob, layer })
}
