//! `crosscheck schema`: what an editor has to know of rule files and of crosscheck.yaml, and a program of the report.

use super::{
    FINE,
    arguments::{self, SchemaOf},
    output,
};
use crate::{project, report, rule, sink::Harmless};

/// Runs the command.
pub fn run(arguments: &arguments::SchemaArguments) -> anyhow::Result<u8> {
    let schema = match arguments.files {
        SchemaOf::Rules => rule::schema(),
        SchemaOf::Config => project::schema(),
        SchemaOf::Report => report::schema(),
    };
    let text = format!("{schema:#}\n");
    match &arguments.output {
        Some(file) => output::write_file(file, &text)?,
        None => output::write_stdout(&Harmless::own(text))?,
    }
    Ok(FINE)
}
