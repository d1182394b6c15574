//! `crosscheck compare`: what the articles say of the same things, without a rule.

use super::{arguments, code_of_diagnostics, load_without_rules, output, progress, spare_articles};
use crate::{pipeline, report};

/// Runs the command.
pub fn run(arguments: &arguments::CompareArguments) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::COMPARED, name) else { anyhow::bail!("there is no format `{name}`") };
    if !arguments.project.rules.is_empty() {
        anyhow::bail!("compare reads no rules: leave out `--rules`");
    }
    let project = load_without_rules(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let report = progress::during(&project, |step| pipeline::compared(&project, arguments.most, step));
    output::write(format, &report, &report.diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&report.diagnostics))
}
