//! A project: what `crosscheck.yaml` says, and the rule files and articles it names.

use crate::{article::MetadataLayer, diagnostic::Diagnostic, finding::Severity, lexicon::Lexicon, rule::RuleSet};
use std::{path::PathBuf, sync::Arc};

/// Everything that a run needs, read and checked; articles are named, and loaded later.
#[derive(Debug)]
pub struct Project {
    /// The folder that paths are relative to: that of `crosscheck.yaml`, or the working folder where there is none.
    pub root: PathBuf,
    /// The rules and topics.
    pub rules: RuleSet,
    /// The stories, by name.
    pub stories: Vec<Story>,
    /// The words the engine knows, with the project's overrides.
    pub lexicon: Arc<Lexicon>,
    /// The least severity at which a failure makes the exit code 1.
    pub fail_on: Option<Severity>,
    /// Every mistake found on the way.
    pub diagnostics: Vec<Diagnostic>,
}

/// A story: the articles about one event.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Its name.
    pub name: String,
    /// What "local time" means, an IANA name.
    pub timezone: Option<String>,
    /// Its articles, by path.
    pub articles: Vec<ArticleFile>,
}

/// An article's file and what the configuration says of it.
#[derive(Clone, Debug, Default)]
pub struct ArticleFile {
    /// The path relative to the root, with forward slashes.
    pub path: String,
    /// What `crosscheck.yaml` says, all globs that match merged.
    pub layer: MetadataLayer,
}

/// What the command line says of a project.
#[derive(Clone, Debug, Default)]
pub struct Arguments {
    /// The folder that relative paths of the command line start from, and from which `crosscheck.yaml` is looked for upwards.
    pub working_folder: PathBuf,
    /// The configuration to use instead.
    pub config: Option<PathBuf>,
    /// Rule files and folders to use instead of the configuration's.
    pub rules: Vec<PathBuf>,
    /// Articles and folders to read instead of the configuration's.
    pub paths: Vec<PathBuf>,
}

/// Reads a project. Every mistake is in its `diagnostics`; what could be read is there.
#[must_use]
pub fn load(arguments: &Arguments) -> Project {
    let articles = arguments
        .paths
        .iter()
        .map(|path| ArticleFile { path: path.to_string_lossy().into_owned(), layer: MetadataLayer::default() });
    let story = Story { name: "story".into(), timezone: None, articles: articles.collect() };
    Project {
        root: arguments.working_folder.clone(),
        rules: RuleSet::default(),
        stories: vec![story],
        lexicon: Arc::new(Lexicon::default()),
        fail_on: Some(Severity::Error),
        diagnostics: Vec::new(),
    }
}
