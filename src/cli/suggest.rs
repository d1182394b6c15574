//! `crosscheck suggest`: a draft of a rule file for the articles of one story.

use super::{FINE, arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{diagnostic::Diagnostic, pipeline, project::Project};
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &arguments::SuggestArguments) -> anyhow::Result<u8> {
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    one_story(&project)?;
    let (draft, diagnostics) = progress::during(&project, |step| pipeline::suggested(&project, step));
    output::write_diagnostics(&diagnostics, &arguments.output);
    match (draft, &arguments.output.output) {
        (Some(draft), Some(file)) => output::write_file(file, &draft)?,
        (Some(draft), None) => output::say(&draft)?,
        (None, file) => say_nothing_is_drafted(&diagnostics, file.as_deref()),
    }
    Ok(code_of_diagnostics(&diagnostics))
}

/// Says why there is no draft, unless a mistake that is told may be why; and that the file is not written.
fn say_nothing_is_drafted(diagnostics: &[Diagnostic], file: Option<&Path>) {
    if code_of_diagnostics(diagnostics) == FINE {
        output::hint("no two sources speak of the same thing beyond what the rules look at, as far as can be told");
    }
    if let Some(file) = file {
        output::hint(&format!("nothing is drafted, so `{}` is not written", file.display()));
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
