//! `crosscheck man`: the help of every command as a manual page.

use super::{
    FINE,
    arguments::{self, Arguments},
    output,
};
use crate::diagnostic::reason;
use clap::CommandFactory;
use clap_mangen::Man;
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &arguments::ManArguments) -> anyhow::Result<u8> {
    let folder = &arguments.folder;
    std::fs::create_dir_all(folder)
        .map_err(|error| anyhow::anyhow!("the folder `{}` cannot be made: {}", folder.display(), reason(&error)))?;
    // `help` is no command that has a page.
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    for command in program.get_subcommands() {
        write(command.clone(), folder)?;
    }
    write(program, folder)?;
    Ok(FINE)
}

fn write(command: clap::Command, folder: &Path) -> anyhow::Result<()> {
    let page = Man::new(command);
    let mut text = Vec::new();
    page.render(&mut text)?;
    output::write_file(&folder.join(page.get_filename()), &String::from_utf8(text)?)
}
