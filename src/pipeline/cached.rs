//! Articles read, or taken as they were read before: by the bytes of the article, what it is read for, and the program that
//! reads. Nothing but time depends on what is kept.

use super::Progress;
use crate::{
    article,
    claim::{self, ArticleClaims, Topics},
    diagnostic::Diagnostic,
    files,
    project::{ArticleFile, CacheFolder, Coverage, Project, Story},
    report::Record,
    rule::StoryTopics,
};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, path::PathBuf};

/// What was read of an article, and what it was read from.
#[derive(Serialize, Deserialize)]
struct CachedArticle {
    /// The same for the same bytes, read in the same way.
    key: String,
    claims: Option<ArticleClaims>,
    diagnostics: Vec<Diagnostic>,
}

/// What was read of an article.
pub(super) type ReadArticle = (Option<ArticleClaims>, Vec<Diagnostic>);

/// The claims of every article of a project, in the order of stories and paths, and every mistake that was found.
///
/// Articles are read in parallel; the records are the same with any number of threads.
#[must_use]
pub fn claims(project: &Project, progress: Progress<'_>) -> Vec<Record> {
    let topics = super::story_topics(project);
    let told = project.diagnostics.iter().cloned().map(Record::Diagnostic);
    told.chain(claims_of(project, (&project.stories, &topics), progress)).collect()
}

/// The claims of every article of some stories, with the mistakes in them.
pub(super) fn claims_of(project: &Project, stories: (&[Story], &StoryTopics), progress: Progress<'_>) -> Vec<Record> {
    let mut records = Vec::new();
    for (claims, diagnostics) in each_read(project, stories, progress) {
        match claims {
            Some(mut claims) => {
                claims.diagnostics.extend(diagnostics);
                records.push(Record::Article(claims));
            }
            None => records.extend(diagnostics.into_iter().map(Record::Diagnostic)),
        }
    }
    records
}

/// The claims of each article of some stories, in their order, with the mistakes of each.
fn each_read(
    project: &Project,
    (stories, topics): (&[Story], &StoryTopics),
    progress: Progress<'_>,
) -> Vec<ReadArticle> {
    let cache = project.cache.as_ref().and_then(|cache| ClaimCache::open(project, cache));
    let files: Vec<(&Story, &ArticleFile)> =
        stories.iter().flat_map(|story| story.articles.iter().map(move |file| (story, file))).collect();
    let read = |(story, file): &(&Story, &ArticleFile)| {
        let read = match topics.of(&story.name) {
            Some(own) => one_read(project, (story, file), own, topics.mark(&story.name), cache.as_ref()),
            None => (None, Vec::new()),
        };
        progress();
        read
    };
    let found = files.par_iter().map(read).collect();
    if let Some(cache) = cache.filter(|_| project.coverage == Coverage::Whole) {
        cache.sweep(&files);
    }
    found
}

/// What is read of one article, or was read of it before.
pub(super) fn one_read(
    project: &Project,
    (story, file): (&Story, &ArticleFile),
    topics: &Topics,
    mark: Option<&str>,
    cache: Option<&ClaimCache<'_>>,
) -> ReadArticle {
    let bytes = match file.bytes(&project.root) {
        Ok(bytes) => bytes,
        Err(why) => return (None, vec![*why]),
    };
    let kept = cache.zip(mark).map(|(cache, mark)| (cache, cache.key(story, file, mark, &bytes)));
    if let Some(known) = kept.as_ref().and_then(|(cache, key)| cache.get(story, file, key)) {
        return known;
    }
    let path = article::written(&file.path);
    let (article, diagnostics) = article::read(&path, bytes, &file.layer, &project.lexicon);
    let claims = article.map(|article| claim::extract(&article, &story.name, story.timezone.as_deref(), topics));
    let Some((cache, key)) = kept else { return (claims, diagnostics) };
    let cached = CachedArticle { key, claims, diagnostics };
    cache.put(story, file, &cached);
    (cached.claims, cached.diagnostics)
}

/// The folder of what was read.
pub(super) struct ClaimCache<'p> {
    project: &'p Project,
    folder: &'p CacheFolder,
}

impl<'p> ClaimCache<'p> {
    /// Opens the folder, and makes it where it is not there; nothing where that is not allowed.
    fn open(project: &'p Project, cache: &'p CacheFolder) -> Option<Self> {
        if !project.fence.holds(&cache.folder) {
            return None;
        }
        if !cache.folder.is_dir() {
            std::fs::create_dir(&cache.folder).ok()?;
            // Neither version control nor backups have any use for it.
            files::keep(&cache.folder.join(IGNORED), "*\n").ok()?;
            files::keep(&cache.folder.join(TAG), TAG_TEXT).ok()?;
        }
        Some(Self { project, folder: cache })
    }

    /// What an article is read from, as one mark.
    fn key(&self, story: &Story, file: &ArticleFile, mark: &str, bytes: &[u8]) -> String {
        let layer = serde_json::to_string(&file.layer).unwrap_or_default();
        let timezone = story.timezone.as_deref().unwrap_or_default();
        let mut hasher = blake3::Hasher::new();
        for part in [&self.folder.program, &self.project.own_words, mark, &story.name, timezone, &file.path, &layer] {
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        hasher.update(bytes).finalize().to_string()
    }

    fn file(&self, story: &Story, file: &ArticleFile) -> PathBuf {
        self.folder.folder.join(name(story, file))
    }

    /// What is kept under this key. What cannot be read is read anew, as if nothing were there.
    fn get(&self, story: &Story, file: &ArticleFile, key: &str) -> Option<ReadArticle> {
        let bytes = files::read(&self.file(story, file), &files::CACHED).ok()?;
        // What was read from something else is not worth reading.
        if !bytes.starts_with(format!("{{\"key\":\"{key}\"").as_bytes()) {
            return None;
        }
        let kept: CachedArticle = serde_json::from_slice(&bytes).ok()?;
        Some((kept.claims, kept.diagnostics))
    }

    /// Keeps what was read. Where it cannot be kept, the next run reads it anew.
    fn put(&self, story: &Story, file: &ArticleFile, read: &CachedArticle) {
        if let Ok(text) = serde_json::to_string(read) {
            let _ = files::keep(&self.file(story, file), &text);
        }
    }

    /// Takes away what belongs to no article any more.
    fn sweep(&self, files: &[(&Story, &ArticleFile)]) {
        let names: BTreeSet<String> = files.iter().map(|(story, file)| name(story, file)).collect();
        files::sweep_all_but(&self.folder.folder, |name| names.contains(name) || [IGNORED, TAG].contains(&name));
    }
}

const IGNORED: &str = ".gitignore";

/// What tells programs that make backups to pass over a folder: <https://bford.info/cachedir/>.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str = "Signature: 8a477f597d28d172789f06886806bc55\n# What crosscheck read of articles, for its next run. It may be deleted.\n";

fn name(story: &Story, file: &ArticleFile) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(story.name.as_bytes()).update(b"\0").update(file.path.as_bytes());
    let hash = hasher.finalize().to_hex();
    format!("{}.json", hash.get(..32).unwrap_or_default())
}
