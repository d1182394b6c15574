//! `crosscheck snapshot`: what the articles claim and the rules answer, written down to compare later runs with.

use super::{FINE, WRONG, arguments, code_of_diagnostics, is_in_ci, load, output, progress};
use crate::{
    diagnostic::{Diagnostic, code, reason},
    finding::{Comparison, Fact, Report, StoryReport},
    pipeline,
    printable::printable,
    project::Project,
    report::{Detail, Style, change_line, counted},
    snapshot::{FOLDER, Snapshot, Snapshots},
};
use std::path::{Path, PathBuf};

/// Runs the command.
pub fn run(arguments: &arguments::SnapshotArguments) -> anyhow::Result<u8> {
    if is_in_ci() {
        output::complain("CI is set, so nothing is written: run this where somebody looks at it, and commit the files");
        return Ok(WRONG);
    }
    let Whole { project, snapshots, report } = whole(&arguments.project, &arguments.articles.paths)?;
    let style = output::style(arguments.talk.color);
    output::complain_about(&of_rules_and_articles(&report), Detail::Normal);
    if code_of_diagnostics(&of_rules_and_articles(&report)) != FINE {
        output::complain("nothing is written, because a snapshot would miss what could not be read");
        return Ok(WRONG);
    }
    let mut told = String::new();
    for story in &report.stories {
        let file = snapshots.file_of(&story.story);
        if let Some(newer) = snapshots.diagnostics.iter().find(|found| is_newer(found, &file)) {
            output::complain_about(std::slice::from_ref(newer), Detail::Normal);
            return Ok(WRONG);
        }
        told.push_str(&write_story(&project.root, &snapshots, story, &style)?);
    }
    if !arguments.talk.quiet {
        output::say_painted(&told)?;
    }
    Ok(FINE)
}

/// Writes the snapshot of one story where it is another than before; says what it did.
fn write_story(root: &Path, snapshots: &Snapshots, story: &StoryReport, style: &Style) -> anyhow::Result<String> {
    let (file, now) = (snapshots.file_of(&story.story), Snapshot::of(story));
    let shown = printable(&file);
    let said = match (snapshots.stories.get(&story.story), &story.comparison) {
        (Some(_), Comparison::Compared { changes }) if changes.is_empty() => {
            return Ok(format!("{shown}: unchanged\n"));
        }
        (Some(_), Comparison::Compared { changes }) => {
            let lines: String = changes.iter().map(|change| format!("  {}\n", change_line(change, style))).collect();
            format!("{shown}: {}\n{lines}", counted(changes.len(), "change"))
        }
        _ => format!("{shown}: new, with {}\n", contents(&now)),
    };
    write(root, &file, &now)?;
    Ok(said)
}

/// Writes a snapshot whole or not at all.
pub fn write(root: &Path, file: &str, snapshot: &Snapshot) -> anyhow::Result<()> {
    let folder = root.join(FOLDER);
    std::fs::create_dir_all(&folder)
        .map_err(|error| anyhow::anyhow!("the folder `{}` cannot be made: {}", folder.display(), reason(&error)))?;
    output::write_file(&root.join(file), &snapshot.text())
}

fn contents(snapshot: &Snapshot) -> String {
    let count = |is_one: fn(&Fact) -> bool| snapshot.facts.iter().filter(|fact| is_one(fact)).count();
    let claims = counted(count(|fact| matches!(fact, Fact::Claim { .. })), "claim");
    format!("{claims} and {}", counted(count(|fact| matches!(fact, Fact::Outcome { .. })), "outcome"))
}

fn is_newer(found: &Diagnostic, file: &str) -> bool {
    found.code == code::NEWER_SNAPSHOT && found.place.as_ref().is_some_and(|place| place.file == file)
}

/// The mistakes that keep facts from a snapshot; those of snapshots themselves do not.
pub fn of_rules_and_articles(report: &Report) -> Vec<Diagnostic> {
    let is_of_snapshot = |found: &&Diagnostic| [code::DAMAGED_SNAPSHOT, code::NEWER_SNAPSHOT].contains(&found.code);
    report.diagnostics.iter().filter(|found| !is_of_snapshot(found)).cloned().collect()
}

/// A project with every chosen story read whole, compared with its snapshots.
pub struct Whole {
    /// The project.
    pub project: Project,
    /// What was kept of it.
    pub snapshots: Snapshots,
    /// What it says now.
    pub report: Report,
}

/// Reads every story that has one of the chosen articles, each whole: a part of a story is no snapshot.
pub fn whole(arguments: &arguments::ProjectArguments, paths: &[PathBuf]) -> anyhow::Result<Whole> {
    let mut project = load(arguments, paths)?;
    if project.has_other_rules {
        anyhow::bail!("snapshots are of the project's own rules: leave `--rules` out");
    }
    let all = load(arguments, &[])?;
    for story in &mut project.stories {
        let holds =
            |path: &str, articles: &[crate::project::ArticleFile]| articles.iter().any(|file| file.path == path);
        let mut same = all.stories.iter().filter(|one| one.name == story.name);
        if let Some(full) = same.find(|one| story.articles.iter().all(|file| holds(&file.path, &one.articles))) {
            story.articles.clone_from(&full.articles);
        }
    }
    let snapshots = Snapshots::load(&project.root, &project.fence);
    let records = progress::during(&project, |step| pipeline::claims(&project, step));
    let report = snapshots.compared(pipeline::judge(&project, records), &all);
    Ok(Whole { project, snapshots, report })
}

/// A report compared with the snapshots that the project keeps. With other rules than the project's own there is nothing
/// to compare.
pub fn compared(
    report: Report,
    project: &Project,
    arguments: &arguments::ProjectArguments,
    paths: &[PathBuf],
) -> anyhow::Result<Report> {
    let snapshots = Snapshots::load(&project.root, &project.fence);
    if project.has_other_rules || (!snapshots.is_kept && snapshots.diagnostics.is_empty()) {
        return Ok(report);
    }
    if paths.is_empty() {
        return Ok(snapshots.compared(report, project));
    }
    Ok(snapshots.compared(report, &load(arguments, &[])?))
}
