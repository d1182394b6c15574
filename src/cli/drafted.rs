//! The files of a project for a folder of articles: its stories, and rules drafted from what their sources say.

use super::{output, progress};
use crate::{
    pipeline,
    project::{self, ProjectOptions, Story},
    report::Detail,
    yaml::{self, Around, WrittenStyle},
};
use anyhow::Context;
use std::{collections::BTreeSet, fmt::Write, path::Path};

/// A file to write: its path in the project, and what is in it.
pub type NewFile = (String, String);

/// The rule files, one a story, and then the configuration. The articles stay where they are.
pub fn files(folder: &Path, articles: &Path) -> anyhow::Result<Vec<NewFile>> {
    let working_folder = std::env::current_dir().context("the working folder cannot be read")?;
    let mut project = project::load(&ProjectOptions {
        working_folder: working_folder.join(folder),
        paths: vec![working_folder.join(articles)],
        without_rules: true,
        ..ProjectOptions::default()
    });
    let stories = std::mem::take(&mut project.stories);
    if stories.iter().flat_map(|story| &story.articles).any(|article| is_outside(&article.path)) {
        let (folder, articles) = (folder.display(), articles.display());
        anyhow::bail!(
            "the articles in `{articles}` lie outside of `{folder}`; write `crosscheck init {articles} --from {articles}`"
        );
    }
    let mut diagnostics = std::mem::take(&mut project.diagnostics);
    let (mut files, mut configuration) = (Vec::new(), String::from(BEGINNING));
    let scope = if stories.len() > 1 { RuleScope::Story } else { RuleScope::All };
    let mut names = BTreeSet::new();
    for story in stories {
        configuration.push_str(&line_of(&story));
        let name = story.name.clone();
        project.stories = vec![story];
        let (draft, found) = progress::during(&project, |step| pipeline::suggested(&project, step));
        diagnostics.extend(found);
        files.extend(draft.map(|draft| (file_for(&name, &mut names), scope.of(&name, &draft.text()))));
    }
    output::complain_about(&diagnostics, Detail::Normal);
    if names.is_empty() && configuration == BEGINNING {
        anyhow::bail!("there are no articles to begin with; nothing is written");
    }
    if files.is_empty() {
        anyhow::bail!(
            "no two sources speak of the same thing, as far as can be told, so there are no rules to begin with; nothing is written"
        );
    }
    files.push(("crosscheck.yaml".into(), configuration));
    Ok(files)
}

const BEGINNING: &str = "\
# A Crosscheck project. Paths are relative to this file.
rules: [rules]                  # rule files, or folders of them

stories:                        # a story is the articles about one event
";

fn is_outside(path: &str) -> bool {
    path.starts_with("../") || Path::new(path).is_absolute()
}

/// Which stories the rules of a file are for.
enum RuleScope {
    /// The only one there is.
    All,
    /// The one that the file names.
    Story,
}

impl RuleScope {
    fn of(&self, story: &str, draft: &str) -> String {
        match self {
            Self::All => draft.to_string(),
            Self::Story => {
                let story = yaml::written(story, WrittenStyle::Plain, Around::Lines);
                draft.replacen("topics:\n", &format!("story: {story}\ntopics:\n"), 1)
            }
        }
    }
}

/// The story with its globs, one a folder and ending.
fn line_of(story: &Story) -> String {
    let glob = |path: &str| {
        let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
        let ending = file.rsplit_once('.').map_or(String::new(), |(_, ending)| format!(".{ending}"));
        if folder.is_empty() { format!("*{ending}") } else { format!("{folder}/*{ending}") }
    };
    let globs: BTreeSet<String> = story.articles.iter().map(|article| glob(&article.path)).collect();
    let globs = globs.iter().map(|glob| yaml::written(glob, WrittenStyle::Plain, Around::Brackets));
    let mut line = String::new();
    let name = yaml::written(&story.name, WrittenStyle::Plain, Around::Lines);
    // Writing to a string cannot fail.
    let _ = writeln!(line, "  {name}: [{}]", globs.collect::<Vec<_>>().join(", "));
    line
}

/// A file for the rules of a story, whose name has only what every disk takes.
fn file_for(story: &str, names: &mut BTreeSet<String>) -> String {
    let plain = |character: char| if character.is_alphanumeric() || character == '_' { character } else { '-' };
    let stem: String = story.chars().map(plain).collect();
    let named = |number: usize| if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
    let name = (1..).map(named).find(|name| names.insert(name.to_lowercase()));
    format!("rules/{}.yaml", name.unwrap_or(stem))
}
