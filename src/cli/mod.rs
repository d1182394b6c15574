//! The command line: the only place with arguments, terminal, clock, environment and exit codes.

mod accept;
mod arguments;
mod baseline;
mod changed;
mod check;
mod chosen;
mod claims;
mod compare;
mod completions;
mod diff;
mod drafted;
mod explain;
mod fmt;
mod grouped;
mod init;
mod judge;
mod lsp;
mod man;
mod mutate;
mod output;
mod progress;
mod question;
mod review;
mod schema;
mod snapshot;
mod stream;
mod suggest;
mod test;
mod values;
mod watch;

use crate::{
    diagnostic::{Diagnostic, Level, code},
    finding::{Report, Severity},
    project::{self, CacheFolder, Project},
    report::Detail,
};
use arguments::{Arguments, Command};
use chrono::{DateTime, NaiveDate};
use clap::Parser;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    process::ExitCode,
    time::SystemTime,
};

/// Nothing failed.
const FINE: u8 = 0;

/// A rule failed.
const FAILED: u8 = 1;

/// A rule file, an input or the command line is wrong.
const WRONG: u8 = 2;

/// Runs the command that the arguments of this process ask for.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            output::explain_usage(&error);
            return ExitCode::from(if error.use_stderr() { WRONG } else { FINE });
        }
    };
    let result = match &arguments.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Values(arguments) => values::run(arguments),
        Command::Claims(arguments) => claims::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Suggest(arguments) => suggest::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Judge(arguments) => judge::run(arguments),
        Command::Accept(arguments) => accept::run(arguments),
        Command::Snapshot(arguments) => snapshot::run(arguments),
        Command::Review(arguments) => review::run(arguments),
        Command::Mutate(arguments) => mutate::run(arguments),
        Command::Test(arguments) => test::run(arguments),
        Command::Fmt(arguments) => fmt::run(arguments),
        Command::Schema(arguments) => schema::run(arguments),
        Command::Init(arguments) => init::run(arguments),
        Command::Lsp(_) => lsp::run(),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(arguments) => man::run(arguments),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            match error.downcast_ref::<Diagnostic>() {
                Some(found) => output::complain_about(std::slice::from_ref(found), Detail::Normal),
                None => output::complain(&format!("{error:#}")),
            }
            ExitCode::from(WRONG)
        }
    }
}

/// Refuses to write a report where the next run would read it as an article.
fn spare_articles(project: &Project, output: &arguments::OutputArguments) -> anyhow::Result<()> {
    output.output.iter().try_for_each(|file| spare(project, file))
}

/// The same for all reports of a run, and refuses to write two of them to one file.
fn spare_articles_of_reports(project: &Project, arguments: &arguments::ReportArguments) -> anyhow::Result<()> {
    let others = arguments.reports.iter().map(|report| &report.file);
    let files: Vec<&PathBuf> = arguments.output.output.iter().chain(others).collect();
    if files.iter().collect::<BTreeSet<_>>().len() < files.len() {
        anyhow::bail!("two reports would be written to one file: give each a file of its own");
    }
    files.into_iter().try_for_each(|file| spare(project, file))
}

fn spare(project: &Project, file: &Path) -> anyhow::Result<()> {
    if !project.would_read(file) {
        return Ok(());
    }
    let message = "nothing is written, because the next run would read this as an article";
    let help = "give it another ending, or a folder whose name begins with `_`".to_string();
    let found = Diagnostic::about_file(code::REPORT_AMONG_ARTICLES, &file.to_string_lossy(), message, Some(help));
    Err(anyhow::Error::new(found))
}

/// Reads the project that the arguments mean.
fn load(arguments: &arguments::ProjectArguments, paths: &[PathBuf]) -> anyhow::Result<Project> {
    Ok(project::load(&meant(arguments, paths)?))
}

/// The same, with what the last run has read, unless the arguments say otherwise.
fn load_kept(
    arguments: &arguments::ProjectArguments,
    cache: &arguments::CacheArguments,
    paths: &[PathBuf],
) -> anyhow::Result<Project> {
    let mut project = load(arguments, paths)?;
    if !cache.no_cache && project.configuration.is_some() {
        let folder = project.root.join(CACHE);
        project.cache = program().map(|program| CacheFolder { folder, program });
    }
    Ok(project)
}

/// Reads the project that the arguments mean without its rule files, which may hold whatever they like.
fn load_without_rules(arguments: &arguments::ProjectArguments, paths: &[PathBuf]) -> anyhow::Result<Project> {
    Ok(project::load(&project::ProjectOptions { without_rules: true, ..meant(arguments, paths)? }))
}

/// The folder in which what was read is kept; its name keeps it from being looked at for articles.
const CACHE: &str = ".crosscheck_cache";

/// A mark of this program, another for each build; none where the system does not say what runs.
fn program() -> Option<String> {
    let known = std::env::current_exe().and_then(std::fs::metadata).ok()?;
    let built = known.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    Some(format!("{} {} {}", env!("CARGO_PKG_VERSION"), known.len(), built.as_nanos()))
}

fn meant(arguments: &arguments::ProjectArguments, paths: &[PathBuf]) -> anyhow::Result<project::ProjectOptions> {
    use anyhow::Context;
    Ok(project::ProjectOptions {
        working_folder: std::env::current_dir().context("the working folder cannot be read")?,
        config: arguments.config.clone(),
        rules: arguments.rules.clone(),
        paths: paths.to_vec(),
        allows_outside: arguments.allow_outside,
        packs: arguments.packs.clone(),
        ..project::ProjectOptions::default()
    })
}

/// The day that the command line says, else that of the clock, where people count days from midnight at Greenwich.
fn day(said: Option<NaiveDate>) -> Option<NaiveDate> {
    let since = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok();
    let clock = || Some(DateTime::from_timestamp(i64::try_from(since()?.as_secs()).ok()?, 0)?.date_naive());
    said.or_else(clock)
}

/// Whether a build server runs this, where no file is written that a person has to look at first.
fn is_in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// The exit code of mistakes alone: a warning is none.
fn code_of_diagnostics(diagnostics: &[Diagnostic]) -> u8 {
    if diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error) { WRONG } else { FINE }
}

/// The exit code of a report: a mistake wins over a failure.
fn code_of_report(report: &Report, fail_on: Option<Severity>) -> u8 {
    let rules = report.stories.iter().flat_map(|story| &story.rules);
    let mut failures = rules.filter(|rule| rule.failure);
    let failed = fail_on.is_some_and(|least| failures.any(|rule| rule.severity >= least));
    code_of_diagnostics(&report.diagnostics).max(if failed { FAILED } else { FINE })
}

/// The least severity that fails: where neither arguments nor project say otherwise, an error.
fn fail_on_of(project: &Project, arguments: &arguments::ReportArguments) -> Option<Severity> {
    let configured = Some(project.fail_on.unwrap_or_default());
    arguments.failing.fail_on.map_or(configured, arguments::FailOnChoice::severity)
}

/// What keeps sentences from being read. What is wrong with articles, and what only looks doubtful, `check` says.
fn not_of_articles(project: &Project) -> impl Iterator<Item = &Diagnostic> {
    let errors = project.diagnostics.iter().filter(|found| found.level == Level::Error);
    errors.filter(|found| !stream::OF_ARTICLES.contains(&found.code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Outcomes with their severities, levels of diagnostics, what fails, and the exit code.
    type Case = (&'static [(&'static str, &'static str)], &'static [&'static str], Option<Severity>, u8);

    #[test]
    fn mistakes_win_over_failures_and_failures_over_nothing() {
        let cases: &[Case] = &[
            (&[], &[], Some(Severity::Error), FINE),
            (&[("pass", "error"), ("no_evidence", "error")], &["warning"], Some(Severity::Note), FINE),
            (&[("fail", "warning")], &[], Some(Severity::Error), FINE),
            (&[("fail", "warning")], &[], Some(Severity::Warning), FAILED),
            (&[("fail", "error")], &[], Some(Severity::Warning), FAILED),
            (&[("fail", "error")], &[], None, FINE),
            (&[("fail", "error")], &["error"], Some(Severity::Error), WRONG),
            (&[], &["warning", "error"], None, WRONG),
        ];
        for (findings, levels, fail_on, code) in cases {
            assert_eq!(
                code_of_report(&report(findings, levels), *fail_on),
                *code,
                "{findings:?} {levels:?} {fail_on:?}"
            );
        }
    }

    fn report(findings: &[(&str, &str)], levels: &[&str]) -> Report {
        let rule = |(outcome, severity): &(&str, &str)| {
            json!({"rule": "r", "place": {"file": "r.yaml", "line": 1, "column": 1}, "outcome": outcome,
                "failure": *outcome == "fail", "severity": severity, "findings": 0, "suppressed": 0, "items": null, "unchecked": []})
        };
        let diagnostic = |level: &&str| json!({"code": "no-match", "level": level, "message": "m", "help": null, "place": null, "related": null});
        let story = json!({"story": "s", "articles": [], "topics": [], "snapshot": "unwanted",
            "rules": findings.iter().map(rule).collect::<Vec<_>>(), "findings": []});
        serde_json::from_value(json!({"version": 2, "stories": [story],
            "diagnostics": levels.iter().map(diagnostic).collect::<Vec<_>>(),
            "summary": {"pass": 0, "fail": 0, "no_evidence": 0, "items": {"checked": 0, "failed": 0, "unchecked": 0}}}))
        .unwrap()
    }
}
