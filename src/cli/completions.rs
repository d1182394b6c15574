//! `crosscheck completions`: what a shell has to know to complete a command line.

use super::{
    FINE,
    arguments::{self, Arguments},
    output,
};
use crate::sink::Harmless;
use clap::CommandFactory;

/// Runs the command.
pub fn run(arguments: &arguments::CompletionsArguments) -> anyhow::Result<u8> {
    let mut script = Vec::new();
    let mut command = Arguments::command();
    let name = command.get_name().to_string();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    output::write_stdout(&Harmless::own(String::from_utf8(script)?))?;
    Ok(FINE)
}
