//! An article: one text, published by one source at one time; how it is read from a file, and how files make a story.

use crate::{diagnostic::Diagnostic, span::Span, text::Block};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, path::Path};

/// One text with what is known of it.
#[derive(Clone, Debug)]
pub struct Article {
    /// The file, relative to the configuration's folder, with forward slashes.
    pub path: String,
    /// The whole file as text: the file's own bytes where they are UTF-8 (a byte-order mark included), else what they
    /// decode to.
    pub text: String,
    /// The encoding it was decoded from, where it was not UTF-8: positions are then those of the decoded text.
    pub transcoded: Option<String>,
    /// The parts of the text, in order, without overlap. What is in no block is white space or front matter.
    pub blocks: Vec<Block>,
    /// Marks inside blocks that are not words: Markdown's `**`, `](url)`, in order, without overlap. Tokens pass over them.
    pub markup: Vec<Span>,
    /// What is known of it.
    pub metadata: Metadata,
}

/// What is known of an article, by the precedence `crosscheck.yaml`, front matter, the text itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    /// The outlet that published it; where nothing names one, the file's name without its ending.
    pub source: String,
    /// The day of publication, which relative dates resolve against.
    pub published: Option<NaiveDate>,
    /// Where `published` comes from, in words for a person: "front matter", "its date line 20211130 (line 2)".
    pub published_from: Option<String>,
    /// The zone it is written in, an IANA name.
    pub timezone: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// A date in the address.
    pub url_date: Option<NaiveDate>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The agency whose text it is.
    pub agency: Option<String>,
    /// A group of articles that rules name.
    pub group: Option<String>,
    /// Its language, an ISO 639-1 code; `en` where nothing says otherwise.
    pub language: String,
}

/// Metadata as one layer gives it: `crosscheck.yaml`, or front matter. What is left out is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MetadataLayer {
    /// The outlet.
    pub source: Option<String>,
    /// The date of publication as written; every form that a date line may have.
    pub published: Option<String>,
    /// An IANA zone name.
    pub timezone: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// The agency.
    pub agency: Option<String>,
    /// A group that rules name.
    pub group: Option<String>,
    /// An ISO 639-1 code.
    pub language: Option<String>,
}

/// Each folder with articles at or below `folder` of `root` as a story, named as the folder.
#[must_use]
pub fn discover(root: &Path, folder: &str) -> (Vec<(String, Vec<String>)>, Vec<Diagnostic>) {
    let mut stories: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in articles_below(root, &root.join(folder)) {
        let name = path.rsplit('/').nth(1).map_or("story".to_string(), str::to_string);
        stories.entry(name).or_default().push(path);
    }
    (stories.into_iter().collect(), Vec::new())
}

/// The articles that a glob matches, in order.
#[must_use]
pub fn matching(root: &Path, glob: &str) -> (Vec<String>, Vec<Diagnostic>) {
    let glob = globset::GlobBuilder::new(glob).literal_separator(true).build();
    let Ok(matcher) = glob.map(|glob| glob.compile_matcher()) else { return (Vec::new(), Vec::new()) };
    (articles_below(root, root).into_iter().filter(|path| matcher.is_match(path)).collect(), Vec::new())
}

fn articles_below(root: &Path, folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let files = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    files.filter_map(|file| Some(file.path().strip_prefix(root).ok()?.to_string_lossy().into_owned())).collect()
}
