//! `crosscheck test`: the examples of rules and topics, tried.

use super::{FAILED, FINE, arguments, code_of_diagnostics, not_of_articles, output, progress};
use crate::{
    pipeline::{self, TestScope},
    report::{self, TestResult},
};

/// Runs the command.
pub fn run(arguments: &arguments::TestArguments) -> anyhow::Result<u8> {
    let project = super::load(&arguments.project, &[])?;
    let scope = if arguments.coverage || arguments.strict { TestScope::Coverage } else { TestScope::Examples };
    let mut report = progress::during(&project, |step| pipeline::tested(&project, scope, step));
    report.diagnostics = not_of_articles(&project).cloned().collect();
    let name = &arguments.format;
    let Some(format) = report::find(report::TESTED, name) else { anyhow::bail!("there is no format `{name}`") };
    output::write(format, &report, &report.diagnostics, &arguments.output)?;
    let is_wrong = report.number(TestResult::Wrong) > 0;
    let is_open = arguments.strict && (!report.unreached.is_empty() || report.number(TestResult::Mended) > 0);
    Ok(code_of_diagnostics(&report.diagnostics).max(if is_wrong || is_open { FAILED } else { FINE }))
}
