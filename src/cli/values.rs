//! `crosscheck values`: every value of every article, printed; or of every article that comes over a pipe.

use super::{arguments, code_of_diagnostics, load_without_rules, output, progress, spare_articles, stream};
use crate::{pipeline, report, value::Kind};

/// Runs the command.
pub fn run(arguments: &arguments::ValuesArguments) -> anyhow::Result<u8> {
    let kinds: Vec<Kind> = arguments.kind.iter().filter_map(|name| Kind::find(name)).collect();
    if arguments.ndjson {
        return stream::run(arguments, &kinds);
    }
    let name = &arguments.format;
    let Some(format) = report::find(report::VALUES, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = load_without_rules(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let (values, diagnostics) = progress::during(&project, |step| pipeline::values(&project, &kinds, step));
    output::write(format, &values, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}
