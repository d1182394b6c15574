//! What changed since a story's snapshot, as people read it: facts, told apart from failed rules.

use super::{
    Detail, Style,
    columns::{Paint, painted, words},
};
use crate::finding::{Change, Comparison, StoryReport};

/// Of more changes than this in one story, the rest is counted and not shown.
const SHOWN: usize = 20;

/// The changes of a story under a title of their own; one line where there is nothing to compare with.
pub fn changes(story: &StoryReport, style: &Style) -> String {
    let aside = |text: &str| format!("{}\n\n", painted(text, Paint::Faint, style.colour));
    match (&story.comparison, style.detail) {
        (Comparison::Unwanted, Detail::Verbose) => {
            aside("no snapshot to compare with: `crosscheck snapshot` writes one")
        }
        (Comparison::Damaged, _) | (Comparison::Unwanted, Detail::Quiet | Detail::Normal) => String::new(),
        (Comparison::Missing, _) => aside("no snapshot of this story yet: `crosscheck snapshot` writes one"),
        (Comparison::InPart, _) => aside("not compared with its snapshot: only a part of the story was read"),
        (Comparison::Compared { changes }, Detail::Verbose) if changes.is_empty() => {
            aside("nothing changed since the snapshot")
        }
        (Comparison::Compared { changes }, _) if changes.is_empty() => String::new(),
        (Comparison::Compared { changes }, Detail::Verbose) => listed(changes, usize::MAX, style),
        (Comparison::Compared { changes }, Detail::Quiet | Detail::Normal) => listed(changes, SHOWN, style),
    }
}

fn listed(changes: &[Change], limit: usize, style: &Style) -> String {
    let mut text = format!("{}\n", painted("changed since the snapshot:", Paint::Doubtful, style.colour));
    for change in changes.iter().take(limit) {
        text.push_str(&format!("  {}\n", change_line(change, style)));
    }
    let hidden = changes.len().saturating_sub(limit);
    if hidden > 0 {
        text.push_str(&format!("  … and {hidden} more (all with --verbose)\n"));
    }
    text.push('\n');
    text
}

/// A change on one line, with the place of the new words.
#[must_use]
pub fn change_line(change: &Change, style: &Style) -> String {
    let place = match (&change.article, change.line, change.column) {
        (Some(article), Some(line), Some(column)) => format!(" ({}:{line}:{column})", words(article)),
        _ => String::new(),
    };
    format!("{}{}", words(&change.message), painted(&place, Paint::Faint, style.colour))
}

/// The changes of a story one a line, each with the story's name.
pub fn one_a_line(story: &StoryReport, style: &Style) -> String {
    let label = painted(&format!("changed[{}]", words(&story.story)), Paint::Doubtful, style.colour);
    let changes = story.comparison.changes().iter();
    changes.map(|change| format!("{label}: {}\n", change_line(change, style))).collect()
}
