//! `crosscheck suggest`: a draft of a rule file for the articles of one story.

use super::{arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{pipeline, project::Project, report::Detail};

/// Runs the command.
pub fn run(arguments: &arguments::SuggestArguments) -> anyhow::Result<u8> {
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    one_story(&project)?;
    let (draft, diagnostics) = progress::during(&project, |step| pipeline::suggested(&project, step));
    output::style(arguments.output.color);
    let detail = if arguments.output.quiet { Detail::Quiet } else { Detail::Normal };
    output::complain_about(&diagnostics, detail);
    match (draft, &arguments.output.output) {
        (Some(draft), Some(file)) => output::write_file(file, &draft)?,
        (Some(draft), None) => output::say(&draft)?,
        (None, _) => {
            output::hint("no two sources speak of the same thing beyond what the rules look at, as far as can be told")
        }
    }
    Ok(code_of_diagnostics(&diagnostics))
}

/// Refuses several stories: each is about something else.
fn one_story(project: &Project) -> anyhow::Result<()> {
    let names: Vec<&str> = project.stories.iter().map(|story| story.name.as_str()).collect();
    if names.len() > 1 {
        anyhow::bail!("rules are drafted for one story at a time: name the articles of one of {}", names.join(", "));
    }
    Ok(())
}
