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
