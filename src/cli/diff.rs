//! `crosscheck diff`: two versions of an article or a folder, and what the new one claims otherwise.

use super::{FAILED, FINE, arguments, code_of_diagnostics, load_without_rules, output, progress, spare_articles};
use crate::{
    files,
    pipeline::{self, VersionFolder},
    report,
};
use std::path::Path;

/// Runs the command.
pub fn run(arguments: &arguments::DiffArguments) -> anyhow::Result<u8> {
    let name = &arguments.format;
    let Some(format) = report::find(report::EDITED, name) else { anyhow::bail!("there is no format `{name}`") };
    let (old, new) = (version(&arguments.old, arguments)?, version(&arguments.new, arguments)?);
    if arguments.old.is_dir() != arguments.new.is_dir() {
        anyhow::bail!("one of the two is a folder and the other a file: name two files, or two folders");
    }
    spare_articles(&new.project, &arguments.output)?;
    let report = progress::during(&new.project, |step| pipeline::edited(&old, &new, step));
    output::write(format, &report, &report.diagnostics, &arguments.output)?;
    let differs = if report.is_same() { FINE } else { FAILED };
    Ok(code_of_diagnostics(&report.diagnostics).max(differs))
}

fn version(path: &Path, arguments: &arguments::DiffArguments) -> anyhow::Result<VersionFolder> {
    let options = arguments::ProjectArguments {
        config: arguments.config.clone(),
        rules: Vec::new(),
        packs: Vec::new(),
        allow_outside: arguments.allow_outside,
    };
    let base = files::place(path).ok_or_else(|| anyhow::anyhow!("there is no file or folder `{}`", path.display()))?;
    Ok(VersionFolder { project: load_without_rules(&options, &[path.to_path_buf()])?, base })
}
