//! Stories that stand together in a stream: each is done with as soon as the next begins, and let go.

use super::{
    FINE, arguments, code_of_report, fail_on_of,
    output::Speech,
    stream::{STREAM, StreamLine, StreamLines, StreamOf},
};
use crate::{
    diagnostic::{Diagnostic, code},
    finding::{Report, Severity},
    pipeline,
    project::Project,
    report::{self, Format, Style},
};
use anyhow::Context;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::io::{ErrorKind, Read, Write};

/// What a line is.
pub enum GroupedLine<T> {
    /// It belongs to a story.
    Member {
        /// The story.
        story: String,
        /// What it says.
        says: T,
    },
    /// A mistake, which belongs to none.
    Told(Box<Diagnostic>),
}

/// A story with all that came of it.
pub struct ArrivedStory<T> {
    /// Its name.
    pub name: String,
    /// What its lines say.
    pub members: Vec<T>,
}

/// Stories of which nothing more comes, and mistakes.
pub struct Arrivals<T> {
    /// In the order in which they came.
    pub stories: Vec<ArrivedStory<T>>,
    /// What is wrong with lines.
    pub mistakes: Vec<Diagnostic>,
}

/// The stories of a stream.
pub struct GroupedStories<R, T> {
    lines: StreamLines<R>,
    open: Option<ArrivedStory<T>>,
    /// A story that came again, of which nothing is taken.
    refused: Option<String>,
    /// Marks of the names of all that were let go: their names may be long.
    gone: FxHashSet<[u8; 16]>,
    is_ended: bool,
}

impl<R: Read, T: Send> GroupedStories<R, T> {
    /// Before any line is read.
    pub fn new(from: R, of: &'static StreamOf) -> Self {
        let lines = StreamLines::new(from, of);
        Self { lines, open: None, refused: None, gone: FxHashSet::default(), is_ended: false }
    }

    /// What came to its end meanwhile; `None` at the end. `read` says what a line is.
    pub fn some(
        &mut self,
        read: &(dyn Fn(&StreamLine) -> GroupedLine<T> + Sync),
    ) -> anyhow::Result<Option<Arrivals<T>>> {
        if self.is_ended {
            return Ok(None);
        }
        let mut arrived = Arrivals { stories: Vec::new(), mistakes: Vec::new() };
        let Some(lines) = self.lines.some()? else {
            self.is_ended = true;
            arrived.stories.extend(self.open.take());
            return Ok(Some(arrived));
        };
        let found: Vec<GroupedLine<T>> = lines.par_iter().map(read).collect();
        for (line, found) in lines.iter().zip(found) {
            match found {
                GroupedLine::Told(mistake) => arrived.mistakes.push(*mistake),
                GroupedLine::Member { story, says } => self.take(story, says, line, &mut arrived),
            }
        }
        Ok(Some(arrived))
    }

    fn take(&mut self, story: String, says: T, line: &StreamLine, arrived: &mut Arrivals<T>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.name == story) {
            open.members.push(says);
            return;
        }
        if self.refused.as_ref() == Some(&story) {
            return;
        }
        if let Some(done) = self.open.take() {
            self.gone.insert(mark(&done.name));
            arrived.stories.push(done);
        }
        if self.gone.contains(&mark(&story)) {
            let number = line.number;
            let message = format!("line {number}: the story `{story}` comes again, and what comes now is not judged");
            let help = Some("sort the lines by story, or leave `--grouped` out".to_string());
            arrived.mistakes.push(Diagnostic::about_file(code::BROKEN_RECORD, STREAM, message, help));
            self.refused = Some(story);
            return;
        }
        self.refused = None;
        self.open = Some(ArrivedStory { name: story, members: vec![says] });
    }
}

/// How the reports of stories are shown that are judged one by one.
pub struct StoryReports<'a> {
    /// The project.
    pub project: &'a Project,
    /// How they are printed.
    pub format: &'static Format<Report>,
    /// The least severity that fails.
    pub fail_on: Option<Severity>,
    /// The highest exit code so far.
    pub code: u8,
}

impl<'a> StoryReports<'a> {
    /// As the arguments say, before any story is judged.
    pub fn new(project: &'a Project, arguments: &arguments::ReportArguments) -> anyhow::Result<Self> {
        let Some(format) = report::find(report::STREAMED, &arguments.format) else {
            let names: Vec<&str> = report::STREAMED.iter().map(|format| format.name).collect();
            let (given, names) = (&arguments.format, names.join("` or `"));
            anyhow::bail!(
                "`{given}` cannot be printed story by story: take `--format {names}`, or leave `--grouped` out"
            );
        };
        Ok(Self { project, format, fail_on: fail_on_of(project, arguments), code: FINE })
    }

    /// Judges each story as soon as the next begins, and prints what came of it; gives whether anything came at all.
    pub fn print<R: Read, T: Send>(
        &mut self,
        stories: &mut GroupedStories<R, T>,
        read: &(dyn Fn(&StreamLine) -> GroupedLine<T> + Sync),
        mut judge: impl FnMut(Vec<ArrivedStory<T>>) -> Vec<Report>,
    ) -> anyhow::Result<bool> {
        let (mut speech, mut is_any) = (Speech::new(), false);
        let diagnostics = &self.project.diagnostics;
        let first = diagnostics.iter().cloned().chain(pipeline::no_rule(self.project, diagnostics)).collect();
        let mut goes_on = self.show(&pipeline::judge_story(self.project, first, Vec::new()), &mut speech)?;
        while goes_on && let Some(arrived) = stories.some(read)? {
            is_any |= !arrived.stories.is_empty() || !arrived.mistakes.is_empty();
            let mistakes = pipeline::judge_story(self.project, arrived.mistakes, Vec::new());
            for report in std::iter::once(mistakes).chain(judge(arrived.stories)) {
                goes_on = goes_on && self.show(&report, &mut speech)?;
            }
        }
        Ok(is_any || !goes_on)
    }

    /// Prints what came of some stories; gives whether somebody reads it.
    pub fn show<W: Write>(&mut self, report: &Report, to: &mut Speech<W>) -> anyhow::Result<bool> {
        self.code = self.code.max(code_of_report(report, self.fail_on));
        match self.format.print(report, &Style::default(), &mut |piece| to.write(piece)) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
            result => result.map(|()| true).context("standard output cannot be written"),
        }
    }
}

/// Sixteen bytes in place of a name.
fn mark(story: &str) -> [u8; 16] {
    let mut mark = [0; 16];
    blake3::Hasher::new().update(story.as_bytes()).finalize_xof().fill(&mut mark);
    mark
}
