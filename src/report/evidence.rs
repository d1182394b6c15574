//! One claim as a finding shows it: where it stands, and the exact words marked in their sentence.

use super::{
    Style,
    columns::{self, Paint, both_ends, ending, painted},
    view::Told,
};
use crate::{
    claim::ClaimStatus,
    finding::{ClaimMeaning, Evidence, PublishedValue, Role},
};

/// The columns of an excerpt where no terminal says otherwise.
const WIDTH: usize = 100;

/// The columns of an excerpt on the narrowest terminal.
const NARROWEST: usize = 40;

/// How far an excerpt stands in.
pub const INDENT: &str = "      ";

/// The claim on three lines: its place, its sentence, and carets under its words with what they stand for.
pub fn excerpt(told: &Told<'_>, style: &Style) -> String {
    let evidence = told.first;
    let quote = evidence.quote.as_deref();
    let cut = Cut::new(quote.map_or([""; 3], |quote| [&quote.prefix, &quote.exact, &quote.suffix]), room(style));
    let paint = paint(evidence.role);
    let carets = "^".repeat(columns::width(&cut.exact).max(1));
    let marks = match evidence.meaning() {
        Some(ClaimMeaning::Reads(meaning)) => format!("{carets} {}", columns::words(meaning)),
        Some(ClaimMeaning::Unclear(why)) if !why.is_empty() => format!("{carets} unclear: {}", columns::words(why)),
        None | Some(ClaimMeaning::Unclear(_)) => carets,
    };
    let marks = match status(evidence) {
        Some(status) => format!("{marks} ({status})"),
        None => marks,
    };
    format!(
        "{}\n{INDENT}{}{}{}\n{INDENT}{}{}\n",
        place(told, style),
        cut.prefix,
        painted(&cut.exact, paint, style.colour),
        cut.suffix,
        " ".repeat(columns::width(&cut.prefix)),
        painted(&marks, paint, style.colour),
    )
}

/// The claim on one line: its place and its exact words, or what an article says about itself.
pub fn mention(told: &Told<'_>, style: &Style) -> String {
    format!("{}: {}\n", place(told, style), said(told.first, style))
}

/// What it says on one line: its exact words, or what an article says about itself.
pub fn said(evidence: &Evidence, style: &Style) -> String {
    let shape = evidence.value().filter(|_| evidence.quote.is_none());
    let shape = shape.map(PublishedValue::fields).unwrap_or_default();
    let given = shape.get("text").and_then(serde_json::Value::as_str);
    match (evidence.exact(), evidence.meaning(), given) {
        (Some(exact), ..) => {
            let exact = both_ends(&columns::words(exact), room(style) / 2);
            let notes = notes(evidence);
            if notes.is_empty() { exact } else { format!("{exact} ({})", columns::words(&notes)) }
        }
        (None, Some(ClaimMeaning::Reads(meaning)), _) => columns::words(meaning),
        (None, None | Some(ClaimMeaning::Unclear(_)), Some(given)) => both_ends(&columns::words(given), room(style)),
        (None, None | Some(ClaimMeaning::Unclear(_)), None) => "no claim".to_string(),
    }
}

/// What the words stand for, and why they decide nothing.
pub fn notes(evidence: &Evidence) -> String {
    let meaning = evidence.meaning().map(|meaning| match meaning {
        ClaimMeaning::Reads(words) | ClaimMeaning::Unclear(words) => &**words,
    });
    let known = [meaning, status(evidence), evidence.apart.as_deref()];
    known.into_iter().flatten().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("; ")
}

/// That it is not said to be so, where `apart` does not say that.
fn status(evidence: &Evidence) -> Option<&'static str> {
    match evidence.status {
        ClaimStatus::Possible => Some("only said to be possible"),
        ClaimStatus::Asserted | ClaimStatus::Denied | ClaimStatus::Supposed => None,
    }
}

/// The columns of an excerpt.
pub fn room(style: &Style) -> usize {
    style.width.unwrap_or(WIDTH).clamp(NARROWEST, WIDTH).saturating_sub(INDENT.len())
}

/// The colour of a claim, by what it does.
pub fn paint(role: Role) -> Paint {
    match role {
        Role::Supports => Paint::Good,
        Role::Opposes | Role::Violates => Paint::Bad,
        Role::Context => Paint::Faint,
    }
}

/// `--> articles/ap.txt:3:24 (AP), also at 7:1 and 9:12`.
fn place(told: &Told<'_>, style: &Style) -> String {
    format!("  {} {}", painted("-->", Paint::Guide, style.colour), whereabouts(told))
}

/// `articles/a.txt:3:18 (Herald), also at 7:1`.
pub fn whereabouts(told: &Told<'_>) -> String {
    let evidence = told.first;
    let mut place = columns::words(evidence.article());
    if let Some(at) = at(evidence) {
        place.push_str(&format!(":{at}"));
    }
    format!("{place} ({}{}){}", columns::words(evidence.source()), said_by(evidence), again(told))
}

/// "; said by Ada Lang", "; said by Ada Lang through an aide"
pub fn said_by(evidence: &Evidence) -> String {
    let Some(said) = evidence.said.as_deref() else { return String::new() };
    let chain: Vec<String> =
        said.chain.iter().rev().map(|link| both_ends(&columns::words(link), LONGEST_SPEAKER)).collect();
    let through = if chain.is_empty() { String::new() } else { format!(" through {}", chain.join(" and ")) };
    format!("; said by {}{through}", both_ends(&columns::words(&said.speaker), LONGEST_SPEAKER))
}

/// A speaker is shown in so many columns.
const LONGEST_SPEAKER: usize = 40;

/// ", also at 7:1 and 9:12"
pub fn again(told: &Told<'_>) -> String {
    let mut places: Vec<String> = told.again.iter().filter_map(|evidence| at(evidence)).collect();
    if told.more > 0 {
        places.push(format!("{} more places", told.more));
    }
    match places.as_slice() {
        [] => String::new(),
        [one] => format!(", also at {one}"),
        [first @ .., last] => format!(", also at {} and {last}", first.join(", ")),
    }
}

fn at(evidence: &Evidence) -> Option<String> {
    evidence.place().map(|(line, column)| format!("{line}:{column}"))
}

/// The sentence, cut to the room there is.
pub struct Cut {
    /// What stands before the words.
    pub prefix: String,
    /// The words.
    pub exact: String,
    /// What stands after them.
    pub suffix: String,
}

impl Cut {
    /// Words with what stands before and after them, on one line of so many columns.
    pub fn new([prefix, exact, suffix]: [&str; 3], room: usize) -> Self {
        let (prefix, suffix) = (columns::line(prefix), columns::line(suffix));
        let (prefix, suffix) = (prefix.trim_start(), suffix.trim_end());
        let exact = both_ends(&columns::words(exact), room);
        let left = room.saturating_sub(columns::width(&exact));
        let before = columns::width(prefix).min((left / 2).max(left.saturating_sub(columns::width(suffix))));
        let after = left.saturating_sub(before);
        Self { prefix: ending(prefix, before), suffix: columns::beginning(suffix, after), exact }
    }
}
