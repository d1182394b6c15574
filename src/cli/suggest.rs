//! `crosscheck suggest`: a draft of a rule file for the articles of one story, or phrases for one topic.

use super::{FINE, arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{diagnostic::Diagnostic, fold, pipeline, project::Project, suggest};
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &arguments::SuggestArguments) -> anyhow::Result<u8> {
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let topic = arguments.topic.as_deref().map(|name| known_topic(&project, name)).transpose()?;
    let (draft, diagnostics) = match topic {
        Some(topic) => progress::during(&project, |step| pipeline::suggested_phrases(&project, topic, step)),
        None => {
            one_story(&project)?;
            progress::during(&project, |step| pipeline::suggested(&project, step))
        }
    };
    output::write_diagnostics(&diagnostics, &arguments.output);
    match (draft, &arguments.output.output) {
        (Some(draft), Some(file)) => output::write_file(file, &draft)?,
        (Some(draft), None) => output::say(&draft)?,
        (None, file) => say_nothing_is_drafted(&diagnostics, topic, file.as_deref()),
    }
    Ok(code_of_diagnostics(&diagnostics))
}

/// Says why there is no draft, unless a mistake that is told may be why; and that the file is not written.
fn say_nothing_is_drafted(diagnostics: &[Diagnostic], topic: Option<&str>, file: Option<&Path>) {
    if code_of_diagnostics(diagnostics) == FINE {
        output::hint(&match topic {
            Some(topic) => {
                format!("no source that is silent on the {topic} nearly says something, as far as can be told")
            }
            None => {
                "no two sources speak of the same thing beyond what the rules look at, as far as can be told".into()
            }
        });
    }
    if let Some(file) = file {
        output::hint(&format!("nothing is drafted, so `{}` is not written", file.display()));
    }
}

/// The topic of this name, as its file writes it.
fn known_topic<'p>(project: &'p Project, name: &str) -> anyhow::Result<&'p str> {
    let wanted = fold::words(name);
    let names = || project.rules.topics.iter().map(|topic| topic.name());
    match names().find(|known| fold::words(known) == wanted) {
        Some(known) => Ok(known),
        None => {
            let near =
                suggest::nearest(name, names()).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            anyhow::bail!("there is no topic `{name}`{near}")
        }
    }
}

/// Refuses several stories: each is about something else.
fn one_story(project: &Project) -> anyhow::Result<()> {
    let names: Vec<&str> = project.stories.iter().map(|story| story.name.as_str()).collect();
    if names.len() > 1 {
        anyhow::bail!("rules are drafted for one story at a time: name the articles of one of {}", names.join(", "));
    }
    Ok(())
}
