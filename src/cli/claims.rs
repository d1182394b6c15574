//! `crosscheck claims`: the first half of `check`, printed.

use super::{arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{pipeline, report};

/// Runs the command.
pub fn run(arguments: &arguments::ClaimsArguments) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::CLAIMS, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let records = progress::during(&project, |step| pipeline::claims(&project, step));
    let diagnostics = pipeline::diagnostics(&records);
    output::write(format, &records, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}
