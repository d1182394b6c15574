//! `crosscheck explain`: a rule from its sentence to the words of the articles, or one article with all that is found in it.

use super::{FINE, arguments, code_of_diagnostics, load, output, progress};
use crate::{pipeline, report};
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &arguments::Explain) -> anyhow::Result<u8> {
    match (&arguments.article, &arguments.rule) {
        (Some(article), _) => run_article(arguments, article),
        (None, Some(rule)) => run_rule(arguments, rule),
        (None, None) => Ok(FINE),
    }
}

fn run_rule(arguments: &arguments::Explain, rule: &str) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::EXPLANATIONS, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = load(&arguments.project, &arguments.articles.paths)?;
    match progress::during(&project, |step| pipeline::explain(&project, rule, step)) {
        Ok((explanations, diagnostics)) => {
            output::write(format, &explanations, &diagnostics, &arguments.output)?;
            Ok(code_of_diagnostics(&diagnostics))
        }
        // A rule that is not there may be one with a mistake.
        Err(unknown) => {
            output::write_diagnostics(&project.diagnostics, &arguments.output);
            anyhow::bail!(unknown)
        }
    }
}

fn run_article(arguments: &arguments::Explain, article: &Path) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::MARKED, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = load(&arguments.project, &[article.to_path_buf()])?;
    let (marked, diagnostics) = progress::during(&project, |step| pipeline::marked(&project, step));
    output::write(format, &marked, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}
