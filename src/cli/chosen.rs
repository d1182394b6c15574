//! Which stories of its project a check is of: all of them, those of some files, those that changed.

use super::{arguments, changed, output};
use crate::{
    diagnostic::{Diagnostic, code},
    files,
    project::{Project, TouchedFiles},
    report,
    snapshot::Snapshots,
};
use std::{collections::BTreeSet, path::PathBuf};

/// The project that the arguments mean, with the stories that they choose.
pub fn project(arguments: &arguments::CheckArguments) -> anyhow::Result<Project> {
    let paths = &arguments.articles.paths;
    let articles = if arguments.stories.whole_stories { &[] } else { paths.as_slice() };
    let mut project = super::load_kept(&arguments.project, &arguments.cache, articles)?;
    if arguments.stories.whole_stories {
        let named = named(paths)?;
        let touched = touched(&project, &named, arguments);
        project.leave_out_all_but(&touched);
        if project.stories.is_empty() && !arguments.report.output.quiet {
            output::hint("no story hangs on what is named");
        }
    }
    if let Some(revision) = &arguments.stories.changed_since {
        let changed = changed::since(revision, &project.root)?;
        let touched = touched(&project, &changed, arguments);
        let left_out = project.leave_out_all_but(&touched);
        if !arguments.report.output.quiet {
            let changed = report::counted(project.stories.len(), "story");
            output::hint(&format!("{changed} changed since `{revision}`, {left_out} left out"));
        }
    }
    Ok(project)
}

/// The files and folders of the command line. One that is not there is a mistake.
fn named(paths: &[PathBuf]) -> anyhow::Result<TouchedFiles> {
    let place = |path: &PathBuf| {
        files::place(path).filter(|place| place.exists()).ok_or_else(|| {
            let help = Some("name an article, a rule file or a folder".to_string());
            let message = "there is no such file or folder";
            anyhow::Error::new(Diagnostic::about_file(code::MISSING_PATH, &path.to_string_lossy(), message, help))
        })
    };
    let named = paths.iter().map(place).collect::<anyhow::Result<BTreeSet<PathBuf>>>()?;
    Ok(TouchedFiles { named, untouched: None })
}

/// The names of the stories that hang on some files, also by their snapshots, or by the baseline, which holds all of them.
fn touched(project: &Project, files: &TouchedFiles, arguments: &arguments::CheckArguments) -> BTreeSet<String> {
    let names = project.stories.iter().map(|story| story.name.clone());
    if arguments.report.baseline.baseline.as_ref().is_some_and(|baseline| files.hold(baseline)) {
        return names.collect();
    }
    let snapshots = Snapshots::load(&project.root, &project.fence);
    let of_snapshots = names.filter(|name| files.hold(&project.root.join(snapshots.file_of(name))));
    project.touched(files).into_iter().chain(of_snapshots).collect()
}
