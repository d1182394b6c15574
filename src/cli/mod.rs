//! The command line: the only place with arguments, terminal, clock, environment and exit codes.

mod arguments;
mod check;
mod claims;
mod judge;
mod output;
mod progress;
mod values;

use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Report, Severity},
    project::{self, Project},
};
use arguments::{Arguments, Command};
use clap::Parser;
use std::{path::PathBuf, process::ExitCode};

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
            // Where not even this can be written, nobody is there to read it.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { WRONG } else { FINE });
        }
    };
    let result = match &arguments.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Values(arguments) => values::run(arguments),
        Command::Claims(arguments) => claims::run(arguments),
        Command::Judge(arguments) => judge::run(arguments),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            output::complain(&format!("{error:#}"));
            ExitCode::from(WRONG)
        }
    }
}

/// Reads the project that the arguments mean.
fn load(arguments: &arguments::Project, paths: &[PathBuf]) -> anyhow::Result<Project> {
    use anyhow::Context;
    Ok(project::load(&project::Arguments {
        working_folder: std::env::current_dir().context("the working folder cannot be read")?,
        config: arguments.config.clone(),
        rules: arguments.rules.clone(),
        paths: paths.to_vec(),
    }))
}

/// The exit code of mistakes alone: a warning is none.
fn code_of_diagnostics(diagnostics: &[Diagnostic]) -> u8 {
    if diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error) { WRONG } else { FINE }
}

/// The exit code of a report: a mistake wins over a failure.
fn code_of_report(report: &Report, fail_on: Option<Severity>) -> u8 {
    let findings = report.stories.iter().flat_map(|story| &story.findings);
    let mut failures = findings.filter(|finding| finding.is_failure());
    let failed = fail_on.is_some_and(|least| failures.any(|finding| finding.severity >= least));
    code_of_diagnostics(&report.diagnostics).max(if failed { FAILED } else { FINE })
}
