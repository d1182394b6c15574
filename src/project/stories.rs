//! Which articles make which story: as the configuration says, or by folder; and those that the command line picks.

use super::{
    ArticleFile, Coverage, ProjectOptions, Story,
    configuration::{ArticleMetadata, Configuration, LocatedGlob, StoryEntry},
    metadata::merge,
    paths::{self, Disk},
};
use crate::{
    article::{self, ArticleGlob, ArticleGlobs, GlobFiles, MetadataLayer, StreamedArticle},
    diagnostic::{Diagnostic, code, reason},
    yaml::FileReading,
};
use std::collections::{BTreeMap, BTreeSet};

/// The articles of each story, by name.
type ByStory = BTreeMap<String, BTreeSet<String>>;

/// The stories to check. What the configuration names wrongly is noted in `reading`, the rest is returned.
pub(super) fn stories(
    reading: &mut FileReading<'_>,
    disk: Disk<'_>,
    settings: &Configuration,
    arguments: &ProjectOptions,
) -> (Vec<Story>, Coverage, Vec<Diagnostic>) {
    let mut mistakes = Vec::new();
    let mut all = ByStory::new();
    match &settings.stories {
        Some(entries) => {
            let named = entries.iter().flat_map(|entry| entry.globs.iter().map(move |glob| (&entry.name, glob)));
            let (names, globs): (Vec<&String>, Vec<&LocatedGlob>) = named.unzip();
            all.extend(entries.iter().map(|entry| (entry.name.clone(), BTreeSet::new())));
            for (name, files) in names.into_iter().zip(matches(reading, disk, &globs, &mut mistakes)) {
                all.entry(name.clone()).or_default().extend(files);
            }
        }
        None if arguments.paths.is_empty() => discover(disk, "", &mut all, &mut mistakes),
        None => {}
    }
    let is_picked = !arguments.paths.is_empty();
    let chosen = if is_picked { picked(disk, arguments, &all, &mut mistakes) } else { all.clone() };
    unmatched_metadata(reading, disk, &settings.articles, &mut mistakes);
    let configured = settings.stories.as_deref().unwrap_or_default();
    let stories = chosen.into_iter().filter(|(_, articles)| !articles.is_empty());
    let layers = Layers::new(configured, &settings.articles);
    let stories: Vec<Story> = stories.map(|(name, articles)| layers.story(name, articles)).collect();
    if stories.is_empty() && mistakes.is_empty() && reading.errors() == 0 {
        let message = "there are no articles";
        let help = "name articles or folders, or put text files (.txt, .md) into a folder of the project".to_string();
        mistakes.push(Diagnostic::new(code::NO_ARTICLES, message, Some(help)));
    }
    let coverage = if is_picked && settings.stories.is_none() {
        Coverage::InPart
    } else {
        Coverage::of(&stories, all.iter().map(|(name, articles)| (name, articles.iter())))
    };
    (stories, coverage, mistakes)
}

/// The articles of each glob; one without any is a mistake.
fn matches(
    reading: &mut FileReading<'_>,
    disk: Disk<'_>,
    globs: &[&LocatedGlob],
    mistakes: &mut Vec<Diagnostic>,
) -> Vec<Vec<String>> {
    let plain: Vec<&ArticleGlob> = globs.iter().map(|located| &located.glob).collect();
    let (found, diagnostics) = article::files_of(&plain, disk.root, disk.fence);
    mistakes.extend(diagnostics);
    let mut listings = paths::Listings::default();
    for (LocatedGlob { at, .. }, _) in globs.iter().zip(&found).filter(|(_, found)| is_unknown(found)) {
        let help = listings.suggestion(disk.root, &at.text, "the glob is relative to this file");
        reading.mistake(code::NO_MATCH, at.span, format!("no article matches `{}`", at.text), help);
    }
    found.into_iter().map(|found| found.files).collect()
}

fn is_unknown(found: &GlobFiles) -> bool {
    found.files.is_empty() && !found.is_explained
}

fn discover(disk: Disk<'_>, folder: &str, all: &mut ByStory, mistakes: &mut Vec<Diagnostic>) {
    let (stories, found) = article::discover(disk.root, folder, disk.fence);
    mistakes.extend(found);
    for (name, articles) in stories {
        all.entry(name).or_default().extend(articles);
    }
}

/// Globs under `articles:` that no file matches: their metadata would be lost without a word.
fn unmatched_metadata(
    reading: &mut FileReading<'_>,
    disk: Disk<'_>,
    entries: &[ArticleMetadata],
    mistakes: &mut Vec<Diagnostic>,
) {
    let globs: Vec<&LocatedGlob> = entries.iter().map(|entry| &entry.glob).collect();
    matches(reading, disk, &globs, mistakes);
}

/// What the command line names: articles and folders, each in the story that it has by configuration, else by folder.
fn picked(disk: Disk<'_>, arguments: &ProjectOptions, all: &ByStory, mistakes: &mut Vec<Diagnostic>) -> ByStory {
    let (mut chosen, mut found) = (ByStory::new(), ByStory::new());
    let folder = paths::normal(&arguments.working_folder);
    for path in &arguments.paths {
        let whole = paths::normal(&folder.join(path));
        let shown = paths::shown(disk.root, &whole);
        if whole.to_str().is_none() && whole.exists() {
            let message = "the name is not UTF-8".to_string();
            let help = Some("give the file or folder a name in UTF-8".to_string());
            mistakes.push(Diagnostic::about_file(code::NAME_NOT_UTF_8, &shown, message, help));
            continue;
        }
        match std::fs::metadata(&whole) {
            Ok(entry) if entry.is_dir() => pick_folder(disk, &shown, all, (&mut chosen, &mut found), mistakes),
            Ok(_) => pick_article(&shown, all, (&mut chosen, &mut found)),
            Err(error) => {
                let given = path.to_string_lossy();
                let message = match error.kind() {
                    std::io::ErrorKind::NotFound => "there is no such file or folder".to_string(),
                    _ => format!("it cannot be read: {}", reason(&error)),
                };
                let help = paths::suggestion(&folder, &given, "name an article or a folder with articles");
                mistakes.push(Diagnostic::about_file(code::MISSING_PATH, &given, message, Some(help.help)));
            }
        }
    }
    let names = article::names_of_stories(disk.root, found.keys().map(String::as_str));
    for (articles, name) in found.into_values().zip(names) {
        chosen.entry(name).or_default().extend(articles);
    }
    chosen
}

/// What is picked: the articles of configured stories by name, and the others by folder.
type Picked<'p> = (&'p mut ByStory, &'p mut ByStory);

fn pick_article(shown: &str, all: &ByStory, (chosen, found): Picked<'_>) {
    let mut is_configured = false;
    for (name, _) in all.iter().filter(|(_, articles)| articles.contains(shown)) {
        chosen.entry(name.clone()).or_default().insert(shown.to_string());
        is_configured = true;
    }
    if !is_configured {
        found.entry(folder_of(shown).to_string()).or_default().insert(shown.to_string());
    }
}

/// The folder of a path from the project's folder; empty for that folder itself.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn pick_folder(
    disk: Disk<'_>,
    shown: &str,
    all: &ByStory,
    (chosen, others): Picked<'_>,
    mistakes: &mut Vec<Diagnostic>,
) {
    let mut configured = BTreeSet::new();
    for (name, articles) in all {
        let inside = articles.iter().filter(|article| shown.is_empty() || is_below(article, shown));
        for article in inside {
            configured.insert(article.clone());
            chosen.entry(name.clone()).or_default().insert(article.clone());
        }
    }
    let mut found = ByStory::new();
    let before = mistakes.len();
    discover(disk, shown, &mut found, mistakes);
    let is_empty = found.values().all(BTreeSet::is_empty) && configured.is_empty();
    let new = found.into_values().flatten().filter(|article| !configured.contains(article));
    for article in new {
        others.entry(folder_of(&article).to_string()).or_default().insert(article);
    }
    if is_empty && mistakes.len() == before {
        let help = "an article is a file with the ending .txt or .md".to_string();
        let message = "the folder has no articles";
        mistakes.push(Diagnostic::about_file(code::NO_ARTICLES, shown, message, Some(help)));
    }
}

fn is_below(article: &str, folder: &str) -> bool {
    article.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// What the configuration says of articles.
#[derive(Debug)]
pub struct Layers<'c> {
    /// The first of each name.
    stories: BTreeMap<&'c str, &'c MetadataLayer>,
    entries: &'c [ArticleMetadata],
    globs: ArticleGlobs<'c>,
}

impl<'c> Layers<'c> {
    pub(super) fn new(configured: &'c [StoryEntry], entries: &'c [ArticleMetadata]) -> Self {
        let mut stories = BTreeMap::new();
        for entry in configured {
            stories.entry(entry.name.as_str()).or_insert(&entry.layer);
        }
        Self { stories, entries, globs: ArticleGlobs::new(entries.iter().map(|entry| &entry.glob.glob)) }
    }

    /// The story with the metadata of each article: the story's own, then every glob that matches, the later over the
    /// earlier.
    fn story(&self, name: String, articles: BTreeSet<String>) -> Story {
        let of_story = self.stories.get(name.as_str()).copied().cloned().unwrap_or_default();
        let articles = articles.into_iter().map(|path| {
            let layer = self.of_globs(&path, of_story.clone());
            ArticleFile { path, layer, text: None }
        });
        let mut articles: Vec<ArticleFile> = articles.collect();
        name_apart(&mut articles);
        Story { articles, timezone: of_story.timezone.clone(), name }
    }

    /// What every glob that matches a path says, the later over the earlier, over what is said before.
    fn of_globs(&self, path: &str, before: MetadataLayer) -> MetadataLayer {
        let naming = self.globs.naming(path);
        let matching = naming.iter().filter_map(|index| self.entries.get(*index));
        matching.fold(before, |layer, entry| merge(&layer, &entry.layer))
    }

    /// The story of an article that came through a pipe, with that article alone, as if it stood in a file: what its line says
    /// of it is below what the configuration says. `line` names an article that has no other name.
    #[must_use]
    pub fn streamed(&self, article: StreamedArticle, line: usize) -> Story {
        let own = || match self.stories.iter().next() {
            Some((only, _)) if self.stories.len() == 1 => (*only).to_string(),
            _ => NO_STORY.to_string(),
        };
        let name = article.story.clone().unwrap_or_else(own);
        let (path, unnamed) = match &article.path {
            Some(path) => (path.clone(), None),
            None => {
                let name = article.name(line);
                (if article::is_plain(&name) { name.clone() } else { format!("{name}.txt") }, Some(name))
            }
        };
        let of_line = MetadataLayer { unnamed, given_by: Some(BY_LINE.to_string()), ..article.layer };
        let of_story = self.stories.get(name.as_str()).copied().cloned().unwrap_or_default();
        let timezone = of_story.timezone.clone();
        let layer = self.of_globs(&path, merge(&of_line, &of_story));
        Story { name, timezone, articles: vec![ArticleFile { path, layer, text: Some(article.text.into()) }] }
    }

    /// A story of articles that came through a pipe. What came twice counts once; another article of a name that was there
    /// is a mistake.
    #[must_use]
    pub fn gathered(&self, name: String, mut articles: Vec<ArticleFile>) -> (Story, Vec<Diagnostic>) {
        articles.sort_by(|one, other| one.path.cmp(&other.path));
        let mut told = Vec::new();
        articles.dedup_by(|later, first| {
            let is_same = later.path == first.path;
            if is_same && later != first {
                told.push(of_same_name(&name, &first.path));
            }
            is_same
        });
        name_apart(&mut articles);
        let timezone = self.stories.get(name.as_str()).and_then(|layer| layer.timezone.clone());
        (Story { name, timezone, articles }, told)
    }
}

fn of_same_name(story: &str, path: &str) -> Diagnostic {
    let message = format!("another article of the story `{story}` came by this name, and is left out");
    let help = Some("give each article of a story an `id` or a `path` of its own".to_string());
    Diagnostic::about_file(code::BROKEN_RECORD, path, message, help)
}

/// The story of articles that came through a pipe and belong to no other.
const NO_STORY: &str = "stdin";

/// Who says what the line of an article says of it.
const BY_LINE: &str = "the line that it came on";

/// Gives files of one name the path that tells them apart, for where nothing else names their source.
fn name_apart(articles: &mut [ArticleFile]) {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    for file in articles.iter() {
        *uses.entry(article::name_of_file(&file.path)).or_default() += 1;
    }
    for file in articles.iter_mut().filter(|file| uses.get(&article::name_of_file(&file.path)) != Some(&1)) {
        file.layer.unnamed.get_or_insert_with(|| file.path.clone());
    }
}
