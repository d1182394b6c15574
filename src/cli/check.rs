//! `crosscheck check`: articles to claims, claims to findings, printed.

use super::{
    FAILED, FINE, arguments, baseline, chosen, code_of_report, output, progress, snapshot, spare_articles_of_reports,
    watch,
};
use crate::{
    finding::{Comparison, Report},
    pipeline,
    project::Project,
    report,
};

/// Runs the command: once, or again whenever something changes.
pub fn run(arguments: &arguments::CheckArguments) -> anyhow::Result<u8> {
    if !arguments.watch {
        return once(arguments);
    }
    let project = super::load(&arguments.project, &arguments.articles.paths)?;
    let written = arguments.report.reports.iter().map(|report| &report.file).chain(&arguments.report.output.output);
    watch::over(&project, &arguments.articles.paths, written.cloned().collect(), || once(arguments))
}

fn once(arguments: &arguments::CheckArguments) -> anyhow::Result<u8> {
    let mut project = chosen::project(arguments)?;
    project.today = super::day(arguments.report.failing.today);
    spare_articles_of_reports(&project, &arguments.report)?;
    // One line a failure has no room for what was nearly found.
    let is_short =
        arguments.report.output.quiet && arguments.report.format == "text" && arguments.report.reports.is_empty();
    let judged = |step: pipeline::Progress<'_>| {
        if is_short {
            pipeline::judge(&project, pipeline::claims(&project, step))
        } else {
            pipeline::check(&project, step)
        }
    };
    let report = progress::during(&project, judged);
    let report = snapshot::compared(report, &project, &arguments.project)?;
    if arguments.pending {
        snapshot::write_pending(&project, &report)?;
    }
    let could_keep = report.stories.iter().any(|story| story.comparison == Comparison::Unwanted);
    let code = print(&project, report, &arguments.report)?;
    let is_read = output::is_watched() && arguments.report.format == "text" && !is_short;
    if is_read && could_keep && !project.has_other_rules && project.root.join("crosscheck.yaml").exists() {
        output::hint("no snapshot yet: `crosscheck snapshot` keeps what was found, and later checks show what changed");
    }
    Ok(code)
}

/// Prints a report as the arguments say; gives the exit code.
pub fn print(project: &Project, mut report: Report, arguments: &arguments::ReportArguments) -> anyhow::Result<u8> {
    let arguments::ReportArguments { format, reports, failing, baseline: accepted, output } = arguments;
    let Some(format) = report::find(report::ALL, format) else { anyhow::bail!("there is no format `{format}`") };
    report.diagnostics.extend(pipeline::no_rule(project, &report.diagnostics));
    baseline::apply(&mut report, accepted)?;
    if failing.fail_on_change {
        expect_snapshots(project, &mut report)?;
    }
    output::write(format, &report, &report.diagnostics, output)?;
    // One that cannot be written takes none of the others away.
    let write = |other: &arguments::ReportFile| output::write_beside(other.format, &report, &other.file, output);
    reports.iter().map(write).collect::<Vec<_>>().into_iter().collect::<anyhow::Result<()>>()?;
    // Where neither says otherwise, a failed rule of severity error fails the run.
    let configured = Some(project.fail_on.unwrap_or_default());
    let fail_on = failing.fail_on.map_or(configured, arguments::FailOnChoice::severity);
    let is_changed = failing.fail_on_change && report.stories.iter().any(|story| is_change(&story.comparison));
    Ok(code_of_report(&report, fail_on).max(if is_changed { FAILED } else { FINE }))
}

/// Where changes fail, a story without a snapshot is one, and says so.
fn expect_snapshots(project: &Project, report: &mut Report) -> anyhow::Result<()> {
    if project.has_other_rules {
        anyhow::bail!("snapshots are of the project's own rules: leave `--rules` or `--fail-on-change` out");
    }
    for story in &mut report.stories {
        if story.comparison == Comparison::Unwanted {
            story.comparison = Comparison::Missing;
        }
    }
    Ok(())
}

fn is_change(comparison: &Comparison) -> bool {
    match comparison {
        Comparison::Compared { changes } => !changes.is_empty(),
        Comparison::Missing => true,
        Comparison::Unwanted | Comparison::Damaged | Comparison::Mistaken | Comparison::InPart => false,
    }
}
