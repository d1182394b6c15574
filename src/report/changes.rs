//! What changed since a story's snapshot, as people read it.

use super::{
    Style,
    columns::{self, Paint, painted},
    evidence::{self, INDENT},
    view::{ChangesView, StoryView, VersionWords, word_changes},
};
use crate::finding::{Change, ChangedSentence, Fact};

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

/// The sentences of a change's claims, old and new, with the words marked that changed.
#[must_use]
pub fn sentences(change: &Change, style: &Style) -> String {
    let mut text = String::new();
    for sentence in &change.sentences {
        if change.sentences.len() > 1 {
            let source = painted(&columns::words(&sentence.source), Paint::Faint, style.colour);
            text.push_str(&format!("{INDENT}{source}\n"));
        }
        text.push_str(&both_versions(sentence, &claimed(change, sentence), style));
    }
    text
}

/// The words of the claim whose sentence this is, where it is new or gone.
fn claimed(change: &Change, sentence: &ChangedSentence) -> String {
    let text = sentence.after.as_ref().or(sentence.before.as_ref()).map(String::as_str).unwrap_or_default();
    let exact = change.after.iter().chain(&change.before).find_map(|fact| match fact {
        Fact::Claim { source, exact, .. } if *source == sentence.source && text.contains(exact.as_str()) => Some(exact),
        Fact::Agreement { .. } | Fact::Claim { .. } | Fact::Outcome { .. } | Fact::Source { .. } => None,
    });
    exact.cloned().unwrap_or_default()
}

/// One sentence in two versions with marks at what changed; in one where it is new, gone or the same, with marks at `claimed`.
pub fn both_versions(sentence: &ChangedSentence, claimed: &str, style: &Style) -> String {
    let (label, text, paint) = match (&sentence.before, &sentence.after) {
        (Some(before), Some(after)) if before != after => {
            let [old, new] = word_changes(before, after);
            return version("was: ", &old, Paint::Bad, style) + &version("now: ", &new, Paint::Good, style);
        }
        (_, Some(after)) => ("now: ", after, Paint::Good),
        (Some(before), None) => ("was: ", before, Paint::Bad),
        (None, None) => return String::new(),
    };
    let part = |text: &str, is_changed| VersionWords { text: text.to_string(), is_changed };
    let pieces = match text.split_once(claimed).filter(|_| !claimed.is_empty()) {
        Some((before, after)) => vec![part(before, false), part(claimed, true), part(after, false)],
        None => vec![part(text, false)],
    };
    version(label, &pieces, paint, style)
}

/// One version on a line, with carets under what changed; in full, with brackets around it, where it is longer than a line.
fn version(label: &str, pieces: &[VersionWords], paint: Paint, style: &Style) -> String {
    let room = evidence::room(style).saturating_sub(label.len());
    let whole: String = pieces.iter().map(|piece| columns::line(&piece.text)).collect();
    let is_long = columns::width(&whole) > room;
    let (mut line, mut marks) = (String::new(), String::new());
    for piece in pieces {
        let text = columns::line(&piece.text);
        let bare = text.trim_end();
        let blanks = " ".repeat(columns::width(&text).saturating_sub(columns::width(bare)));
        let mark = if piece.is_changed { "^" } else { " " };
        marks.push_str(&format!("{}{blanks}", mark.repeat(columns::width(bare))));
        if piece.is_changed && is_long {
            line.push_str(&format!("{}{blanks}", painted(&format!("[{bare}]"), paint, style.colour)));
        } else if piece.is_changed {
            line.push_str(&format!("{}{blanks}", painted(bare, paint, style.colour)));
        } else {
            line.push_str(&text);
        }
    }
    let marks = match marks.trim_end() {
        marks if marks.is_empty() || is_long => String::new(),
        marks => format!("{INDENT}{}{}\n", " ".repeat(label.len()), painted(marks, paint, style.colour)),
    };
    format!("{INDENT}{}{}\n{marks}", painted(label, Paint::Faint, style.colour), line.trim_end())
}

/// The changes of a story one a line, each with the story's name.
pub fn one_a_line(story: &StoryView<'_>, style: &Style) -> String {
    let label = painted(&format!("changed[{}]", columns::words(story.story)), Paint::Doubtful, style.colour);
    let changes = story.changes.shown.iter();
    changes.map(|change| format!("{label}: {}\n", change_line(change, style))).collect()
}
