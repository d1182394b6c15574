//! `crosscheck snapshot`: what the articles claim and the rules answer, written down to compare later runs with.

use super::{FINE, WRONG, arguments, code_of_diagnostics, is_in_ci, output, progress};
use crate::{
    diagnostic::{Diagnostic, code, reason},
    files::Lock,
    finding::{Comparison, Fact, Report, StoryReport},
    pipeline,
    printable::printable,
    project::{Coverage, Project},
    report::{self, Detail, Style, change_line},
    snapshot::{FOLDER, PENDING, Snapshot, Snapshots, read_file},
};
use std::path::PathBuf;

/// Runs the command.
pub fn run(arguments: &arguments::SnapshotArguments) -> anyhow::Result<u8> {
    if is_in_ci() {
        output::complain("CI is set, so nothing is written: run this where somebody looks at it, and commit the files");
        return Ok(WRONG);
    }
    if arguments.prune {
        return prune(arguments);
    }
    let Whole { project, snapshots, report } = whole(&arguments.project, &arguments.cache, &arguments.articles.paths)?;
    let style = output::style(arguments.talk.color);
    output::complain_about(&of_rules_and_articles(&report), Detail::Normal);
    if code_of_diagnostics(&of_rules_and_articles(&report)) != FINE {
        output::complain("nothing is written, because a snapshot would miss what could not be read");
        return Ok(WRONG);
    }
    let (mut told, mut code) = (String::new(), FINE);
    for story in &report.stories {
        let file = snapshots.file_of(&story.story);
        if let Some(newer) = snapshots.diagnostics.iter().find(|found| is_newer(found, &file)) {
            output::complain_about(std::slice::from_ref(newer), Detail::Normal);
            return Ok(WRONG);
        }
        match write_story(&project, &snapshots, story, &style)? {
            WriteResult::Done(said) => told.push_str(&said),
            WriteResult::Not => {
                output::complain(&format!("{file} was changed by somebody else meanwhile, so it stays: do this again"));
                code = WRONG;
            }
        }
    }
    if !arguments.talk.quiet {
        output::say_painted(&told)?;
    }
    Ok(code)
}

/// Removes the snapshots of stories that the project has no more, and what waits to be accepted for them.
fn prune(arguments: &arguments::SnapshotArguments) -> anyhow::Result<u8> {
    let project = super::load(&arguments.project, &[])?;
    let snapshots = Snapshots::load(&project.root, &project.fence);
    output::complain_about(&snapshots.diagnostics, Detail::Normal);
    if project.stories.is_empty() {
        output::complain("nothing is removed, because the project has no story at all");
        return Ok(WRONG);
    }
    if code_of_diagnostics(&project.diagnostics) != FINE {
        output::complain_about(&project.diagnostics, Detail::Normal);
        output::complain("nothing is removed, because a story that could not be read would seem to be gone");
        return Ok(WRONG);
    }
    let folder = if snapshots.is_kept { Some(OpenFolder::of(&project)?) } else { None };
    let mut told = String::new();
    let mut files: Vec<String> =
        snapshots.unreferenced(&project).into_iter().map(|(_, file)| file.to_string()).collect();
    files.extend(snapshots.unreferenced_pending(&project).map(str::to_string));
    for file in &files {
        if let Some(folder) = &folder {
            folder.remove(file)?;
        }
        told.push_str(&format!("{}: removed\n", printable(file)));
    }
    if files.is_empty() {
        told.push_str("every snapshot is of a story that the project has\n");
    }
    if !arguments.talk.quiet {
        output::say(&told)?;
    }
    Ok(code_of_diagnostics(&snapshots.diagnostics))
}

/// Writes beside the snapshot of each story what is found now, where that differs or there is none yet, for somebody to accept;
/// where nothing differs any more, takes that file away.
pub fn write_pending(project: &Project, report: &Report) -> anyhow::Result<()> {
    if is_in_ci() {
        output::hint("CI is set, so no file is written for `--pending`");
        return Ok(());
    }
    if project.has_other_rules {
        anyhow::bail!("snapshots are of the project's own rules: leave `--rules` or `--pending` out");
    }
    if code_of_diagnostics(&of_rules_and_articles(report)) != FINE {
        output::complain("no file is written for `--pending`, because it would miss what could not be read");
        return Ok(());
    }
    let snapshots = Snapshots::load(&project.root, &project.fence);
    for story in &report.stories {
        let file = snapshots.file_of(&story.story);
        let pending = format!("{file}{PENDING}");
        match &story.comparison {
            Comparison::Compared { changes } if changes.is_empty() => {
                if project.root.join(&pending).exists() {
                    OpenFolder::of(project)?.remove(&pending)?;
                }
            }
            Comparison::Compared { .. } | Comparison::Missing | Comparison::Unwanted => {
                let now = match snapshots.stories.get(&story.story) {
                    Some((_, kept)) => kept.renewed(story),
                    None => Snapshot::of(story),
                };
                OpenFolder::of(project)?.write_beside(&pending, &now)?;
                output::hint(&format!("{} waits to be accepted", printable(&pending)));
            }
            Comparison::Damaged | Comparison::Mistaken | Comparison::InPart => {}
        }
    }
    Ok(())
}

/// What became of a story's snapshot.
enum WriteResult {
    /// It is as the story is now; what was done for that, in words.
    Done(String),
    /// Somebody else changed it after it was read.
    Not,
}

/// Writes the snapshot of one story where it is another than before; says what it did.
fn write_story(
    project: &Project,
    snapshots: &Snapshots,
    story: &StoryReport,
    style: &Style,
) -> anyhow::Result<WriteResult> {
    let (file, now) = (snapshots.file_of(&story.story), Snapshot::of(story));
    let shown = printable(&file);
    let folder = OpenFolder::of(project)?;
    let kept = snapshots.stories.get(&story.story).map(|(_, kept)| kept);
    let current = folder.read(&file);
    if current.as_ref() != kept {
        let is_same = current.is_some_and(|current| current.facts == now.facts);
        return Ok(if is_same { WriteResult::Done(format!("{shown}: unchanged\n")) } else { WriteResult::Not });
    }
    let said = match (kept, &story.comparison) {
        (Some(_), Comparison::Compared { changes }) if changes.is_empty() => {
            return Ok(WriteResult::Done(format!("{shown}: unchanged\n")));
        }
        (Some(_), Comparison::Compared { changes }) => {
            let lines: String = changes.iter().map(|change| format!("  {}\n", change_line(change, style))).collect();
            format!("{shown}: {}\n{lines}", report::counted(changes.len(), "change"))
        }
        _ => format!("{shown}: new, with {}\n", contents(&now)),
    };
    let now = kept.map_or(now, |kept| kept.renewed(story));
    folder.write(&file, &now)?;
    Ok(WriteResult::Done(said))
}

/// The folder of snapshots, into which nobody else writes while this is held.
pub struct OpenFolder<'p> {
    project: &'p Project,
    _lock: Lock,
}

impl<'p> OpenFolder<'p> {
    /// The folder of a project, made where there is none; waits until nobody else has it open.
    pub fn of(project: &'p Project) -> anyhow::Result<Self> {
        let folder = project.root.join(FOLDER);
        let lock = std::fs::create_dir_all(&folder).and_then(|()| Lock::of(&folder));
        let lock = lock.map_err(|error| {
            anyhow::anyhow!("the folder `{}` cannot be opened: {}", folder.display(), reason(&error))
        })?;
        Ok(Self { project, _lock: lock })
    }

    /// What a file holds now; nothing where it is not there or damaged.
    pub fn read(&self, file: &str) -> Option<Snapshot> {
        read_file(&self.project.root, &self.project.fence, file).ok()
    }

    /// Writes a snapshot whole or not at all. What waited to be accepted in its place is out of date then, and goes.
    pub fn write(&self, file: &str, snapshot: &Snapshot) -> anyhow::Result<()> {
        self.write_beside(file, snapshot)?;
        self.remove(&format!("{file}{PENDING}"))
    }

    /// Writes a snapshot whole or not at all, under a name that may be another than its own.
    fn write_beside(&self, file: &str, snapshot: &Snapshot) -> anyhow::Result<()> {
        let path = self.project.root.join(file);
        if !self.project.fence.holds(&path) {
            anyhow::bail!("`{file}` is a link that leads out of the project's folder, and is not written");
        }
        output::write_file(&path, &snapshot.text())
    }

    /// Takes a file of the folder away.
    fn remove(&self, file: &str) -> anyhow::Result<()> {
        output::remove_file(&self.project.root.join(file))
    }
}

fn contents(snapshot: &Snapshot) -> String {
    let count = |is_one: fn(&Fact) -> bool| snapshot.facts.iter().filter(|fact| is_one(fact)).count();
    let claims = report::counted(count(|fact| matches!(fact, Fact::Claim { .. })), "claim");
    format!("{claims} and {}", report::counted(count(|fact| matches!(fact, Fact::Outcome { .. })), "outcome"))
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
pub fn whole(
    arguments: &arguments::ProjectArguments,
    cache: &arguments::CacheArguments,
    paths: &[PathBuf],
) -> anyhow::Result<Whole> {
    let mut project = super::load_kept(arguments, cache, paths)?;
    if project.has_other_rules {
        anyhow::bail!("snapshots are of the project's own rules: leave `--rules` out");
    }
    let all = super::load(arguments, &[])?;
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
pub fn compared(report: Report, project: &Project, arguments: &arguments::ProjectArguments) -> anyhow::Result<Report> {
    let snapshots = Snapshots::load(&project.root, &project.fence);
    if project.has_other_rules || (!snapshots.is_kept && snapshots.diagnostics.is_empty()) {
        return Ok(report);
    }
    if project.coverage == Coverage::Whole {
        return Ok(snapshots.compared(report, project));
    }
    Ok(snapshots.compared(report, &super::load(arguments, &[])?))
}
