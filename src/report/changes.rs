//! What changed since a story's snapshot, as people read it.

use super::{
    Style,
    columns::{self, Paint, painted},
    evidence::{self, Cut, INDENT},
    view::{ChangesView, StoryView, VersionWords, word_changes},
};
use crate::finding::{Change, ChangedSentence};

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
        text.push_str(&both_versions(sentence, style));
    }
    text
}

/// One sentence on two lines with marks under what changed; on one where it is new, gone or the same.
pub fn both_versions(sentence: &ChangedSentence, style: &Style) -> String {
    let lines = match (&sentence.before, &sentence.after) {
        (Some(before), Some(after)) if before != after => {
            let [old, new] = word_changes(before, after);
            return version("was: ", &old, Paint::Bad, style) + &version("now: ", &new, Paint::Good, style);
        }
        (_, Some(after)) => ("now: ", after),
        (Some(before), None) => ("was: ", before),
        (None, None) => return String::new(),
    };
    let (label, text) = lines;
    version(label, &[VersionWords { text: text.clone(), is_changed: false }], Paint::Faint, style)
}

/// One version, cut around what changed where it is longer than a line.
fn version(label: &str, pieces: &[VersionWords], paint: Paint, style: &Style) -> String {
    let room = evidence::room(style).saturating_sub(label.len());
    let whole: String = pieces.iter().map(|piece| columns::line(&piece.text)).collect();
    let cut;
    let shown: Vec<(&str, bool)> = if columns::width(&whole) <= room {
        pieces.iter().map(|piece| (piece.text.as_str(), piece.is_changed)).collect()
    } else {
        cut = Cut::new(around(pieces).each_ref().map(String::as_str), room);
        vec![(&cut.prefix, false), (&cut.exact, true), (&cut.suffix, false)]
    };
    let (mut line, mut marks) = (String::new(), String::new());
    for (text, is_changed) in shown {
        let text = columns::line(text);
        let bare = text.trim_end();
        let mark = if is_changed { "^" } else { " " };
        let blanks = columns::width(&text).saturating_sub(columns::width(bare));
        marks.push_str(&format!("{}{}", mark.repeat(columns::width(bare)), " ".repeat(blanks)));
        if is_changed {
            line.push_str(&format!("{}{}", painted(bare, paint, style.colour), " ".repeat(blanks)));
        } else {
            line.push_str(&text);
        }
    }
    let marks = match marks.trim_end() {
        "" => String::new(),
        marks => format!("{INDENT}{}{}\n", " ".repeat(label.len()), painted(marks, paint, style.colour)),
    };
    format!("{INDENT}{}{}\n{marks}", painted(label, Paint::Faint, style.colour), line.trim_end())
}

/// What stands before the first changed word, from there to the last, and behind it.
fn around(pieces: &[VersionWords]) -> [String; 3] {
    let is_changed = |piece: &VersionWords| piece.is_changed;
    let first = pieces.iter().position(is_changed).unwrap_or(pieces.len());
    let end = pieces.iter().rposition(is_changed).map_or(first, |last| last + 1);
    let text =
        |range: Option<&[VersionWords]>| range.unwrap_or_default().iter().map(|piece| piece.text.as_str()).collect();
    [text(pieces.get(..first)), text(pieces.get(first..end)), text(pieces.get(end..))]
}

/// The changes of a story one a line, each with the story's name.
pub fn one_a_line(story: &StoryView<'_>, style: &Style) -> String {
    let label = painted(&format!("changed[{}]", columns::words(story.story)), Paint::Doubtful, style.colour);
    let changes = story.changes.shown.iter();
    changes.map(|change| format!("{label}: {}\n", change_line(change, style))).collect()
}
