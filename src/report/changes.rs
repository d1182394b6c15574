//! What changed since a story's snapshot, as people read it.

use super::{
    Style,
    columns::{self, Paint, painted},
    view::{ChangesView, StoryView},
};
use crate::finding::Change;

/// The changes of a story under a title of their own; one line where there is nothing to compare with.
pub fn draw(changes: &ChangesView<'_>, style: &Style) -> String {
    if let Some(aside) = changes.aside {
        return format!("{}\n\n", painted(aside, Paint::Faint, style.colour));
    }
    if changes.shown.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", painted("changed since the snapshot:", Paint::Doubtful, style.colour));
    for change in changes.shown {
        text.push_str(&format!("  {}\n", change_line(change, style)));
    }
    text.push_str(&columns::and_more("  ", changes.hidden));
    text.push('\n');
    text
}

/// A change on one line, with the place of the new words.
#[must_use]
pub fn change_line(change: &Change, style: &Style) -> String {
    let place = match (&change.article, change.line, change.column) {
        (Some(article), Some(line), Some(column)) => format!(" ({}:{line}:{column})", columns::words(article)),
        _ => String::new(),
    };
    format!("{}{}", columns::words(&change.message), painted(&place, Paint::Faint, style.colour))
}

/// The changes of a story one a line, each with the story's name.
pub fn one_a_line(story: &StoryView<'_>, style: &Style) -> String {
    let label = painted(&format!("changed[{}]", columns::words(story.story)), Paint::Doubtful, style.colour);
    let changes = story.changes.shown.iter();
    changes.map(|change| format!("{label}: {}\n", change_line(change, style))).collect()
}
