//! `crosscheck claims`: the first half of `check`, printed.

use super::{arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{
    pipeline,
    report::{self, Record},
    sink::Syntax,
};

/// Runs the command.
pub fn run(arguments: &arguments::ClaimsArguments) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::CLAIMS, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = super::load_kept(&arguments.project, &arguments.cache, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let mut records = progress::during(&project, |step| pipeline::claims(&project, step));
    if !arguments.context && matches!(format.syntax, Syntax::Text | Syntax::Csv) {
        leave_context_out(&mut records);
    }
    let diagnostics = pipeline::diagnostics(&records);
    output::write(format, &records, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}

/// Keeps only what can decide.
fn leave_context_out(records: &mut [Record]) {
    for record in records {
        match record {
            Record::Article(article) => article.context.clear(),
            Record::Diagnostic(_) => {}
        }
    }
}
