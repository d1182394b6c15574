//! One claim as a finding shows it: where it stands, and the exact words marked in their sentence.

use super::{
    Style,
    columns::{Paint, beginning, both_ends, ending, line, painted, width, words},
};
use crate::finding::{Evidence, Role};
use chrono::{DateTime, NaiveDate, Utc};

/// The columns of an excerpt where no terminal says otherwise.
const WIDTH: usize = 100;

/// The columns of an excerpt on the narrowest terminal.
const NARROWEST: usize = 40;

/// How far an excerpt stands in.
const INDENT: &str = "      ";

/// The claim on three lines: its place, its sentence, and carets under its words.
pub fn excerpt(evidence: &Evidence, style: &Style) -> String {
    let cut = Cut::new(evidence, room(style));
    let paint = paint(evidence.role);
    let carets = "^".repeat(width(&cut.exact).max(1));
    let marks = match reading(evidence) {
        Some(reading) => format!("{carets} {reading}"),
        None => carets,
    };
    format!(
        "{}\n{INDENT}{}{}{}\n{INDENT}{}{}\n",
        place(evidence, style),
        cut.prefix,
        painted(&cut.exact, paint, style.colour),
        cut.suffix,
        " ".repeat(width(&cut.prefix)),
        painted(&marks, paint, style.colour),
    )
}

/// The claim on one line: its place and its exact words.
pub fn mention(evidence: &Evidence, style: &Style) -> String {
    match &evidence.exact {
        Some(exact) => format!("{}: {}\n", place(evidence, style), both_ends(&words(exact), room(style) / 2)),
        None => format!("{}: no claim\n", place(evidence, style)),
    }
}

fn room(style: &Style) -> usize {
    style.width.unwrap_or(WIDTH).clamp(NARROWEST, WIDTH).saturating_sub(INDENT.len())
}

fn paint(role: Role) -> Paint {
    match role {
        Role::Supports => Paint::Good,
        Role::Opposes | Role::Violates => Paint::Bad,
        Role::Context => Paint::Faint,
    }
}

/// `--> articles/ap.txt:3:24 (AP, quoting a minister)`.
fn place(evidence: &Evidence, style: &Style) -> String {
    let mut place = words(&evidence.article);
    if let (Some(line), Some(column)) = (evidence.line, evidence.column) {
        place.push_str(&format!(":{line}:{column}"));
    }
    let mut who = words(&evidence.source);
    if let Some(speaker) = &evidence.speaker {
        who.push_str(&format!(", quoting {}", words(speaker)));
    }
    let speaker = evidence.speaker.as_ref();
    let relays: Vec<String> =
        evidence.chain.iter().rev().filter(|relay| Some(*relay) != speaker).map(|relay| words(relay)).collect();
    if !relays.is_empty() {
        who.push_str(&format!(", as told by {}", relays.join(", by ")));
    }
    format!("  {} {place} ({who})", painted("-->", Paint::Guide, style.colour))
}

/// The sentence, cut to the room there is.
struct Cut {
    prefix: String,
    exact: String,
    suffix: String,
}

impl Cut {
    fn new(evidence: &Evidence, room: usize) -> Self {
        let shown = |part: &Option<String>| line(part.as_deref().unwrap_or(""));
        let (prefix, suffix) = (shown(&evidence.prefix), shown(&evidence.suffix));
        let (prefix, suffix) = (prefix.trim_start(), suffix.trim_end());
        let exact = both_ends(&words(evidence.exact.as_deref().unwrap_or("")), room);
        let left = room.saturating_sub(width(&exact));
        let before = width(prefix).min((left / 2).max(left.saturating_sub(width(suffix))));
        let after = left.saturating_sub(before);
        Self { prefix: ending(prefix, before), suffix: beginning(suffix, after), exact }
    }
}

/// What words stand for that do not say it themselves: the day of "Thursday", the instant of "3:30 p.m.".
fn reading(evidence: &Evidence) -> Option<String> {
    let value = evidence.value.as_ref()?;
    let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
    let said = match text("kind")? {
        "date" => from_to(&day(text("from")?)?, &day(text("to")?)?),
        "time" => from_to(&instant(text("from")?)?, &instant(text("to")?)?),
        "choice" => words(text("choice")?),
        _ => return None,
    };
    let exact = words(evidence.exact.as_deref()?);
    (!exact.eq_ignore_ascii_case(&said)).then_some(said)
}

fn from_to(from: &str, to: &str) -> String {
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}

fn day(text: &str) -> Option<String> {
    Some(text.parse::<NaiveDate>().ok()?.format("%-d %B %Y").to_string())
}

fn instant(text: &str) -> Option<String> {
    Some(text.parse::<DateTime<Utc>>().ok()?.format("%H:%M UTC, %-d %B %Y").to_string())
}
