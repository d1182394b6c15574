//! `--baseline`: the findings of a day on which all were accepted, read, applied and written anew.

use super::{arguments, code_of_diagnostics, is_in_ci, output};
use crate::{
    diagnostic::{Diagnostic, code},
    files::Lock,
    finding::{Report, Summary},
    pipeline, report as formats,
    snapshot::Baseline,
};
use anyhow::Context;
use std::{collections::BTreeSet, path::Path};

/// Accepts what the baseline of the arguments holds, if they name one; where it is to be written, that first.
pub fn apply(report: &mut Report, arguments: &arguments::BaselineArguments) -> anyhow::Result<()> {
    let Some(file) = arguments.baseline.as_deref() else { return Ok(()) };
    // Two at once would lose what one of them takes in.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let lock = arguments.update_baseline.then(|| Lock::of(folder)).transpose();
    let _lock = lock.context("the folder of the baseline cannot be opened")?;
    let known = Baseline::read(file).map_err(|found| anyhow::Error::new(*found))?;
    let baseline = match (known, arguments.update_baseline) {
        (known, true) => updated(report, known, file, arguments)?,
        (Some(known), false) => known,
        (None, false) => {
            let help = Some("write it with `--update-baseline`".to_string());
            let name = file.to_string_lossy();
            let found = Diagnostic::about_file(code::BAD_BASELINE, &name, "there is no such baseline", help);
            return Err(anyhow::Error::new(found));
        }
    };
    pipeline::accept_baseline(&mut report.stories, &baseline);
    report.summary = Summary::of(&report.stories);
    Ok(())
}

/// The baseline as it is from now on: without what is gone, and with what is new where that is wanted, or where there was
/// none.
fn updated(
    report: &Report,
    known: Option<Baseline>,
    file: &Path,
    arguments: &arguments::BaselineArguments,
) -> anyhow::Result<Baseline> {
    if is_in_ci() {
        anyhow::bail!("CI is set, so no baseline is written: run this where somebody looks at it, and commit the file");
    }
    if code_of_diagnostics(&report.diagnostics) != super::FINE {
        let mistakes: Vec<Diagnostic> = report.diagnostics.clone();
        output::complain_about(&mistakes, formats::Detail::Normal);
        anyhow::bail!("no baseline is written, because it would miss what could not be read");
    }
    let now = Baseline::of(report);
    let judged: BTreeSet<&str> = report.stories.iter().map(|story| story.story.as_str()).collect();
    let next = match &known {
        None => now,
        Some(known) => {
            let kept = known.kept(&now, &judged);
            let new = now.without(known);
            if arguments.allow_new {
                kept.with(new)
            } else {
                if new.count() > 0 {
                    let findings = formats::counted(new.count(), "new finding");
                    output::complain(&format!("{findings} not taken into the baseline: `--allow-new` takes them in"));
                }
                kept
            }
        }
    };
    if known.as_ref() != Some(&next) {
        output::write_file(file, &next.text())?;
    }
    Ok(next)
}
