//! What `review` prints where it asks nothing: the changes of every story, with what was decided about them.

use super::{
    Detail, Diagnostics, Format, Style,
    changes::{self, change_line},
    columns::{self, Paint, painted},
    json, summary,
};
use crate::{
    finding::Change,
    sink::{Page, Syntax},
};
use serde::Serialize;
use std::io;

/// As people read it, and as one object, in alphabetical order.
pub const REVIEWED: &[&Format<ReviewedReport>] = &[
    &Format {
        name: "json",
        about: "one JSON object with every change, the facts before and after it, and what was decided",
        diagnostics: Diagnostics::Apart,
        syntax: Syntax::Json,
        print: |report, _, page| json::pretty(report, page),
    },
    &Format {
        name: REVIEWED_TEXT,
        about: "changes under the file of their story, each with its sentences; for people",
        diagnostics: Diagnostics::Apart,
        syntax: Syntax::Text,
        print: draw,
    },
];

/// The name of the format in which somebody is asked.
pub const REVIEWED_TEXT: &str = "text";

/// The version of the shape of a review in JSON.
const VERSION: u32 = 1;

/// The changes of some stories since their snapshots.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewedReport {
    version: u32,
    /// The stories, in the order of the report.
    pub stories: Vec<ReviewedStory>,
}

impl ReviewedReport {
    /// One of some stories.
    pub fn new(stories: Vec<ReviewedStory>) -> Self {
        Self { version: VERSION, stories }
    }

    /// How many changes were decided so.
    pub fn number(&self, decision: Decision) -> usize {
        self.stories.iter().flat_map(|story| &story.changes).filter(|one| one.decision == decision).count()
    }
}

/// The changes of a story.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewedStory {
    /// Its name.
    pub story: String,
    /// The file of its snapshot.
    pub file: String,
    /// Whether there is something to compare with.
    pub snapshot: SnapshotState,
    /// What changed.
    pub changes: Vec<ReviewedChange>,
}

/// Whether a story has a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SnapshotState {
    /// It was compared.
    Compared,
    /// There is none yet.
    Missing,
    /// It cannot be read, or only a part of the story was.
    NotCompared,
}

/// A change, and what was decided about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewedChange {
    /// What was decided.
    pub decision: Decision,
    /// Why it could not be accepted.
    pub refused: Option<String>,
    /// What changed.
    #[serde(flatten)]
    pub change: Change,
}

/// What becomes of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The snapshot has taken it in.
    Accepted,
    /// The snapshot stays: the article is wrong.
    Rejected,
    /// Nothing yet.
    Open,
}

impl Decision {
    fn label(self) -> &'static str {
        match self {
            Self::Accepted => "accepted: ",
            Self::Rejected => "rejected: ",
            Self::Open => "",
        }
    }
}

fn draw(report: &ReviewedReport, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let mut is_quiet = style.detail == Detail::Quiet;
    for story in &report.stories {
        page.text(&draw_story(story, style))?;
        is_quiet |= !story.changes.is_empty() || story.snapshot != SnapshotState::Compared;
    }
    if !is_quiet {
        page.text("nothing changed since the snapshots\n")?;
    }
    let (accepted, rejected) = (report.number(Decision::Accepted), report.number(Decision::Rejected));
    if accepted + rejected > 0 && style.detail != Detail::Quiet {
        page.text(&tally(accepted, rejected, report.number(Decision::Open)))?;
    }
    Ok(())
}

fn tally(accepted: usize, rejected: usize, open: usize) -> String {
    match (rejected, open) {
        (0, 0) => format!("{} accepted\n", summary::counted(accepted, "change")),
        (_, 0) => format!("{accepted} accepted, {rejected} rejected\n"),
        (_, open) => format!("{accepted} accepted, {rejected} rejected, {open} left for later\n"),
    }
}

fn draw_story(story: &ReviewedStory, style: &Style) -> String {
    let file = columns::words(&story.file);
    if story.snapshot == SnapshotState::Missing {
        return format!("{file}: there is none yet; `crosscheck snapshot` writes it\n");
    }
    if story.changes.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", painted(&format!("{file}:"), Paint::Strong, style.colour));
    for reviewed in &story.changes {
        text.push_str(&format!("  {}{}\n", reviewed.decision.label(), change_line(&reviewed.change, style)));
        if let Some(why) = &reviewed.refused {
            text.push_str(&format!("      not accepted: {}\n", columns::words(why)));
        }
        if style.detail != Detail::Quiet {
            text.push_str(&changes::sentences(&reviewed.change, style));
        }
    }
    text
}
