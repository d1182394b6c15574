//! Which articles make which story: as the configuration says, or by folder; and those that the command line picks.

use super::{
    ArticleFile, ProjectOptions, Story,
    configuration::{ArticleMetadata, Configuration, LocatedGlob, StoryEntry},
    metadata::merge,
    paths::{self, Disk},
};
use crate::{
    article::{self, MetadataLayer},
    diagnostic::{Diagnostic, code, reason},
    yaml::FileReading,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The articles of each story, by name.
type ByStory = BTreeMap<String, BTreeSet<String>>;

/// The stories to check. What the configuration names wrongly is noted in `reading`, the rest is returned.
pub(super) fn stories(
    reading: &mut FileReading<'_>,
    disk: Disk<'_>,
    settings: &Configuration,
    arguments: &ProjectOptions,
) -> (Vec<Story>, Vec<Diagnostic>) {
    let mut mistakes = Vec::new();
    let mut all = ByStory::new();
    match &settings.stories {
        Some(entries) => {
            for entry in entries {
                let articles = all.entry(entry.name.clone()).or_default();
                for glob in &entry.globs {
                    articles.extend(matches(reading, disk, glob, &mut mistakes));
                }
            }
        }
        None if arguments.paths.is_empty() => discover(disk, "", &mut all, &mut mistakes),
        None => {}
    }
    let chosen = if arguments.paths.is_empty() { all } else { picked(disk, arguments, &all, &mut mistakes) };
    unmatched_metadata(reading, disk, &settings.articles, &mut mistakes);
    let configured = settings.stories.as_deref().unwrap_or_default();
    let stories = chosen.into_iter().filter(|(_, articles)| !articles.is_empty());
    let stories: Vec<Story> =
        stories.map(|(name, articles)| story(name, articles, configured, &settings.articles)).collect();
    if stories.is_empty() && mistakes.is_empty() && reading.errors() == 0 {
        let message = "there are no articles";
        let help = "name articles or folders, or put text files (.txt, .md) into a folder of the project".to_string();
        mistakes.push(Diagnostic::new(code::NO_ARTICLES, message, Some(help)));
    }
    (stories, mistakes)
}

fn matches(
    reading: &mut FileReading<'_>,
    disk: Disk<'_>,
    LocatedGlob { at, glob }: &LocatedGlob,
    mistakes: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let (articles, found) = glob.matching(disk.root, disk.fence);
    let is_explained = !found.is_empty();
    mistakes.extend(found);
    if articles.is_empty() && !is_explained {
        let help = paths::suggestion(disk.root, &at.text, "the glob is relative to this file");
        reading.mistake(code::NO_MATCH, at.span, format!("no article matches `{}`", at.text), help);
    }
    articles
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
    for entry in entries {
        matches(reading, disk, &entry.glob, mistakes);
    }
}

/// What the command line names: articles and folders, each in the story that it has by configuration, else by folder.
fn picked(disk: Disk<'_>, arguments: &ProjectOptions, all: &ByStory, mistakes: &mut Vec<Diagnostic>) -> ByStory {
    let mut chosen = ByStory::new();
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
            Ok(found) if found.is_dir() => pick_folder(disk, &shown, all, &mut chosen, mistakes),
            Ok(_) => pick_article(disk.root, &whole, &shown, all, &mut chosen),
            Err(error) => {
                let given = path.to_string_lossy();
                let message = match error.kind() {
                    std::io::ErrorKind::NotFound => "there is no such file or folder".to_string(),
                    _ => format!("it cannot be read: {}", reason(&error)),
                };
                let help = paths::suggestion(&folder, &given, "name an article or a folder with articles");
                mistakes.push(Diagnostic::about_file(code::MISSING_PATH, &given, message, Some(help)));
            }
        }
    }
    chosen
}

fn pick_article(root: &Path, whole: &Path, shown: &str, all: &ByStory, chosen: &mut ByStory) {
    let mut is_configured = false;
    for (name, _) in all.iter().filter(|(_, articles)| articles.contains(shown)) {
        chosen.entry(name.clone()).or_default().insert(shown.to_string());
        is_configured = true;
    }
    if !is_configured {
        let folder = whole.parent().and_then(Path::file_name).or(root.file_name());
        let name = folder.map_or("story".into(), |name| name.to_string_lossy());
        chosen.entry(name.into_owned()).or_default().insert(shown.to_string());
    }
}

fn pick_folder(disk: Disk<'_>, shown: &str, all: &ByStory, chosen: &mut ByStory, mistakes: &mut Vec<Diagnostic>) {
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
    for (name, articles) in found {
        let new = articles.into_iter().filter(|article| !configured.contains(article));
        chosen.entry(name).or_default().extend(new);
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

/// The story with the metadata of each article: the story's own, then every glob that matches, the later over the earlier.
fn story(name: String, articles: BTreeSet<String>, configured: &[StoryEntry], entries: &[ArticleMetadata]) -> Story {
    let of_story = configured.iter().find(|entry| entry.name == name).map(|entry| entry.layer.clone());
    let of_story: MetadataLayer = of_story.unwrap_or_default();
    let articles = articles.into_iter().map(|path| {
        let matching = entries.iter().filter(|entry| entry.glob.glob.names(&path));
        let layer = matching.fold(of_story.clone(), |layer, entry| merge(&layer, &entry.layer));
        ArticleFile { path, layer }
    });
    Story { articles: articles.collect(), timezone: of_story.timezone.clone(), name }
}
