//! `crosscheck mutate`: what could be changed in a story or in its rules, and no rule would notice.

use super::{FAILED, FINE, arguments, code_of_diagnostics, output, progress, spare_articles};
use crate::{
    pipeline::{self, MutationOptions},
    report,
};

/// Runs the command.
pub fn run(arguments: &arguments::MutateArguments) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::MUTATED, name) else { anyhow::bail!("there is no format `{name}`") };
    let mut project = super::load(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    project.today = super::day(None);
    let (seed, budget, only) = (arguments.seed, arguments.budget, arguments.only.clone());
    let plan = pipeline::planned_mutants(&project, &MutationOptions { seed, budget, only });
    let report = if arguments.list {
        pipeline::listed_mutants(&plan)
    } else {
        progress::counting(plan.number(), "mutants", |step| pipeline::mutated(&plan, step))
    };
    output::write(format, &report, &report.diagnostics, &arguments.output)?;
    let is_below = |minimum: usize| report.summary.score.is_none_or(|score| score < minimum);
    let failed = if arguments.minimum.is_some_and(is_below) { FAILED } else { FINE };
    Ok(code_of_diagnostics(&report.diagnostics).max(failed))
}
