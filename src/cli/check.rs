//! `crosscheck check`: articles to claims, claims to findings, printed.

use super::{arguments, code_of_report, load, output, progress};
use crate::{finding::Report, pipeline, project::Project, report};

/// Runs the command.
pub fn run(arguments: &arguments::Check) -> anyhow::Result<u8> {
    let project = load(&arguments.project, &arguments.articles.paths)?;
    let records = progress::during(&project, |step| pipeline::claims(&project, step));
    let report = pipeline::judge(&project, records);
    print(&project, &report, &arguments.format, &arguments.failing, &arguments.output)
}

/// Prints a report as the arguments say; gives the exit code.
pub fn print(
    project: &Project,
    report: &Report,
    format: &str,
    failing: &arguments::Failing,
    output: &arguments::Output,
) -> anyhow::Result<u8> {
    let Some(format) = report::find(report::ALL, format) else { anyhow::bail!("there is no format `{format}`") };
    output::write(format, report, &report.diagnostics, output)?;
    // Where neither says otherwise, a failed rule of severity error fails the run.
    let configured = Some(project.fail_on.unwrap_or_default());
    let fail_on = failing.fail_on.map_or(configured, arguments::FailOn::severity);
    Ok(code_of_report(report, fail_on))
}
