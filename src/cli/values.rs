//! `crosscheck values`: every value of every article, printed.

use super::{arguments, code_of_diagnostics, load, output, progress};
use crate::{pipeline, report, value::Kind};

/// Runs the command.
pub fn run(arguments: &arguments::Values) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::VALUES, name) else { anyhow::bail!("there is no format `{name}`") };
    let kind = arguments.kind.as_deref().and_then(Kind::find);
    let project = load(&arguments.project, &arguments.articles.paths)?;
    let (values, mut diagnostics) = progress::during(&project, |step| pipeline::values(&project, kind, step));
    // Values are found without rules.
    diagnostics.retain(|diagnostic| diagnostic.code != "no-rules");
    output::write(format, &values, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}
