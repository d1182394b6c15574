//! What a build server shows beside the lines of files: so many of each level, and how many it does not show.

use super::{Detail, ListedFinding, changes::ChangesView, faults};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Change, Comparison, Report, Severity, StoryReport},
};

/// GitHub shows so many of each level in one step, and passes over the others.
const MOST: usize = 10;

/// Mistakes, findings and what changed, as many as are shown.
#[derive(Debug)]
pub struct Annotations<'r> {
    /// Mistakes in rule files and inputs.
    pub mistakes: Vec<&'r Diagnostic>,
    /// Findings that do not hold, or had nothing to compare.
    pub findings: Vec<ListedFinding<'r>>,
    /// What changed since the snapshots, which can fail a run by itself.
    pub news: Vec<StoryNews<'r>>,
    /// How many of all are not shown.
    pub hidden: usize,
}

/// What a story says otherwise than its snapshot, or that it has none.
#[derive(Clone, Copy, Debug)]
pub struct StoryNews<'r> {
    /// The story.
    pub story: &'r str,
    /// What is said of it.
    pub message: &'r str,
    /// The change, where it is one.
    pub change: Option<&'r Change>,
}

impl<'r> Annotations<'r> {
    /// Those of a report.
    #[must_use]
    pub fn new(report: &'r Report, detail: Detail) -> Self {
        let findings = faults(report, detail);
        let news: Vec<StoryNews<'r>> = report.stories.iter().flat_map(|story| news(story, detail)).collect();
        let shown = Self::within(report, &findings, &news, MOST);
        // What tells of the rest is a note itself.
        if shown.hidden == 0 { shown } else { Self::within(report, &findings, &news, MOST - 1) }
    }

    fn within(report: &'r Report, findings: &[ListedFinding<'r>], news: &[StoryNews<'r>], notes: usize) -> Self {
        let (mut errors, mut warnings, mut notes) = (MOST, MOST, notes);
        let mut has_room = |severity: Severity| {
            let room = match severity {
                Severity::Error => &mut errors,
                Severity::Warning => &mut warnings,
                Severity::Note => &mut notes,
            };
            let has_room = *room > 0;
            *room = room.saturating_sub(1);
            has_room
        };
        let mistakes: Vec<&Diagnostic> = report.diagnostics.iter().filter(|found| has_room(severity(found))).collect();
        let shown: Vec<ListedFinding<'r>> =
            findings.iter().filter(|listed| has_room(listed.weight().unwrap_or(Severity::Note))).copied().collect();
        let told: Vec<StoryNews<'r>> = news.iter().filter(|_| has_room(Severity::Note)).copied().collect();
        let all = report.diagnostics.len() + findings.len() + news.len();
        let hidden = all - mistakes.len() - shown.len() - told.len();
        Self { mistakes, findings: shown, news: told, hidden }
    }
}

/// What changed in a story, each by itself.
fn news(story: &StoryReport, detail: Detail) -> Vec<StoryNews<'_>> {
    let story_name = story.story.as_str();
    let missing = match story.comparison {
        Comparison::Missing => ChangesView::new(&story.comparison, detail).aside,
        Comparison::Unwanted
        | Comparison::Damaged
        | Comparison::Mistaken
        | Comparison::InPart
        | Comparison::Compared { .. } => None,
    };
    let changes = story.comparison.changes().iter();
    let changes = changes.map(|change| StoryNews { story: story_name, message: &change.message, change: Some(change) });
    changes.chain(missing.map(|message| StoryNews { story: story_name, message, change: None })).collect()
}

/// A mistake weighs as a failure of this severity.
fn severity(found: &Diagnostic) -> Severity {
    match found.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
    }
}
