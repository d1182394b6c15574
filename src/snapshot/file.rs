//! A snapshot as a file: a YAML header between `---` lines, as other snapshots have it, then one fact a line.
//!
//! ```text
//! ---
//! version: 1
//! story: ferry
//! ---
//! agreement | crossing time | conflict | 0 of 2
//! claim | crossing time | Radio Orvane | 35-minute | 2100 s
//! outcome | crossing | fail
//! source | Radio Orvane
//! ```
//!
//! The lines are sorted, and their order means nothing, so that two branches merge. In a text `|` is `\|` and `\` is `\\`.
//! Keys and facts that a later version adds are passed over, and kept where a change is accepted.

use super::Snapshot;
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, Mistake, code},
    finding::{Agreement, Fact, Outcome},
    span::{LineIndex, Span},
    yaml::{self, Around, Document, WrittenStyle},
};
use std::collections::{BTreeMap, BTreeSet};

/// The version of files that this program writes, and the latest that it reads.
pub const VERSION: u32 = 1;

/// What the header says to somebody who opens the file.
const ABOUT: &str = "what each source claims and each rule answers; `crosscheck review` changes it";

const KNOWN: &[&str] = &["version", "story", "about"];

const MEND: &str = "put the line right, or write the file anew with `crosscheck snapshot`";

impl Snapshot {
    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        let story = yaml::written(&self.story, WrittenStyle::Plain, Around::Lines);
        let about = yaml::written(ABOUT, WrittenStyle::Plain, Around::Lines);
        let mut text = format!("---\nversion: {VERSION}\nstory: {story}\nabout: {about}\n");
        self.later.header.iter().for_each(|entry| text.push_str(&format!("{entry}\n")));
        text.push_str("---\n");
        let lines: BTreeSet<String> = self.facts.iter().map(line).chain(self.later.lines.iter().cloned()).collect();
        lines.iter().for_each(|line| text.push_str(&format!("{line}\n")));
        text
    }
}

/// A fact as a line of the file.
pub(super) fn line(fact: &Fact) -> String {
    let fields: Vec<&str> = match fact {
        Fact::Agreement { topic, agreement, agree, of } => {
            return joined(&["agreement", topic, name(Agreement::ALL, agreement), &format!("{agree} of {of}")]);
        }
        Fact::Claim { topic, source, exact, value } => vec!["claim", topic, source, exact, value],
        Fact::Outcome { rule, outcome } => vec!["outcome", rule, name(Outcome::ALL, outcome)],
        Fact::Source { source } => vec!["source", source],
    };
    joined(&fields)
}

fn joined(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| field.replace('\\', "\\\\").replace('|', "\\|")).collect();
    fields.join(" | ").trim_end().to_string()
}

/// The word for one of a few things.
pub(super) fn name<T: PartialEq>(all: &[(&'static str, T)], wanted: &T) -> &'static str {
    all.iter().find(|(_, one)| one == wanted).map_or("", |(name, _)| name)
}

fn find<T: Copy>(all: &[(&str, T)], wanted: &str) -> Option<T> {
    all.iter().find(|(name, _)| *name == wanted).map(|(_, one)| *one)
}

/// Reads a snapshot; `path` is what diagnostics call it.
///
/// # Errors
/// Every mistake of the file. A file with one is compared with nothing, because what it lost would seem to be new.
pub fn read(path: &str, text: &str) -> Result<Snapshot, Vec<Diagnostic>> {
    let lines = LineIndex::new(text);
    let mut reader = SnapshotReader { path, text, lines, mistakes: Vec::new(), answers: BTreeMap::new() };
    let Some(body) = reader.header_end() else { return Err(reader.mistakes) };
    let mut snapshot = reader.header(body);
    let mut start = body;
    for piece in text.get(body..).unwrap_or_default().split_inclusive('\n') {
        let line = piece.trim();
        let at = start + (piece.len() - piece.trim_start().len());
        start += piece.len();
        if !line.is_empty() {
            reader.line(line, Span::new(at, at + line.len()), &mut snapshot);
        }
    }
    if reader.mistakes.is_empty() { Ok(snapshot) } else { Err(reader.mistakes) }
}

struct SnapshotReader<'t> {
    path: &'t str,
    text: &'t str,
    /// Its lines, counted once for all mistakes.
    lines: LineIndex,
    mistakes: Vec<Diagnostic>,
    /// The facts that exclude others, by what they answer.
    answers: BTreeMap<(&'static str, String), Fact>,
}

impl SnapshotReader<'_> {
    fn mistake(&mut self, span: Span, message: impl Into<String>, help: &str) {
        self.place(span, Mistake::new(code::DAMAGED_SNAPSHOT, message, Some(help.to_string())));
    }

    fn place(&mut self, span: Span, mistake: Mistake) {
        self.mistakes.push(mistake.placed(DiagnosticPlace::new(self.path, self.text, &self.lines, span)));
    }

    /// Where the facts begin.
    fn header_end(&mut self) -> Option<usize> {
        let mut end = 0;
        let mut marks = 0;
        for line in self.text.split_inclusive('\n') {
            end += line.len();
            let is_mark = line.trim_start_matches('\u{feff}').trim_end() == "---";
            marks += usize::from(is_mark);
            if marks == 0 || (is_mark && marks == 2) {
                break;
            }
        }
        if marks == 2 {
            return Some(end);
        }
        let first = self.text.lines().next().unwrap_or("").len();
        let help = "it begins with `---`, `version:`, `story:` and `---`; write it anew with `crosscheck snapshot`";
        self.mistake(Span::new(0, first), "this is no snapshot: it has no header", help);
        None
    }

    fn header(&mut self, end: usize) -> Snapshot {
        let header = self.text.get(..end).unwrap_or_default();
        // The second mark would begin another document.
        let header = header.trim_end().strip_suffix("---").unwrap_or(header);
        let (document, mistakes) = yaml::read(self.path, header);
        self.mistakes.extend(mistakes);
        let mut snapshot = Snapshot::default();
        let Some(mapping) = document.root.as_ref().and_then(|root| root.mapping()) else {
            if self.mistakes.is_empty() {
                self.mistake(Span::new(0, 3), "the header says nothing", MEND);
            }
            return snapshot;
        };
        let text = |key: &str| mapping.get(key).and_then(|entry| entry.value.scalar());
        match text("version").map(|scalar| (scalar, scalar.value.trim().parse::<u32>())) {
            Some((_, Ok(VERSION))) => {}
            Some((scalar, Ok(later))) if later > VERSION => self.newer(scalar.span, later),
            Some((scalar, _)) => {
                let message = format!("`{}` is no version of a snapshot", scalar.value);
                self.mistake(scalar.span, message, &format!("write `version: {VERSION}`"));
            }
            None => self.mistake(Span::new(0, 3), "the header has no `version`", &format!("add `version: {VERSION}`")),
        }
        match text("story").filter(|scalar| !scalar.is_absent()) {
            Some(scalar) => snapshot.story = scalar.value.clone(),
            None => self.mistake(Span::new(0, 3), "the header names no `story`", "add `story:` and its name"),
        }
        let later = mapping.entries.iter().filter(|entry| !KNOWN.contains(&entry.key.value.as_str()));
        snapshot.later.header = later.map(|entry| raw(&document, entry)).collect();
        snapshot
    }

    fn newer(&mut self, span: Span, version: u32) {
        let message = format!("the snapshot is of version {version}, and this program reads version {VERSION}");
        let help = Some("use the crosscheck that wrote it, or a later one".to_string());
        self.place(span, Mistake::new(code::NEWER_SNAPSHOT, message, help));
    }

    fn line(&mut self, line: &str, span: Span, snapshot: &mut Snapshot) {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            let help = "keep the lines that are right, and take the marks out; the order of the lines means nothing";
            return self.mistake(span, "a merge has left its marks", help);
        }
        let fields = fields(line);
        match fact(&fields) {
            Some(Ok(fact)) => {
                let other = question(&fact).and_then(|asked| self.answers.insert(asked, fact.clone()));
                if let Some(other) = other.filter(|other| *other != fact) {
                    let help = "keep the one that is right";
                    self.mistake(span, format!("this contradicts another line: `{}`", self::line(&other)), help);
                }
                snapshot.facts.insert(fact);
            }
            Some(Err(mistake)) => self.place(span, mistake),
            None if fields.len() > 1 && is_word(&fields) => {
                snapshot.later.lines.insert(line.to_string());
            }
            None => self.mistake(span, "this line is no fact", MEND),
        }
    }
}

fn raw(document: &Document, entry: &yaml::MappingEntry) -> String {
    entry.key.span.cover(entry.value.used_at()).of(&document.text).trim_end().to_string()
}

/// The texts between bars, without their escapes.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '|' {
            fields.push(String::new());
            continue;
        }
        let meant = if character == '\\' { characters.next() } else { Some(character) };
        if let Some(field) = fields.last_mut() {
            field.extend(meant);
        }
    }
    fields.iter().map(|field| field.trim().to_string()).collect()
}

fn is_word(fields: &[String]) -> bool {
    fields.first().is_some_and(|word| {
        !word.is_empty() && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
    })
}

/// The fact of a line; what is wrong with it; nothing where its first word is unknown. More fields than are known belong
/// to a later version.
fn fact(fields: &[String]) -> Option<Result<Fact, Mistake>> {
    let (kind, fields) = fields.split_first()?;
    let too_few = |wanted: &str| Err(damaged(format!("a line of `{kind}` has more: {wanted}")));
    Some(match (kind.as_str(), fields) {
        ("agreement", [topic, word, counts, ..]) => agreement(topic, word, counts),
        ("agreement", _) => too_few("`agreement | TOPIC | consistent | 3 of 3`"),
        ("claim", [topic, source, exact, value, ..]) => {
            Ok(Fact::Claim { topic: topic.clone(), source: source.clone(), exact: exact.clone(), value: value.clone() })
        }
        ("claim", _) => too_few("`claim | TOPIC | SOURCE | WORDS | VALUE`"),
        ("outcome", [rule, word, ..]) => match find(Outcome::ALL, word) {
            Some(outcome) => Ok(Fact::Outcome { rule: rule.clone(), outcome }),
            None => Err(damaged(format!("`{word}` is no outcome of a rule"))),
        },
        ("outcome", _) => too_few("`outcome | RULE | pass`"),
        ("source", [source, ..]) => Ok(Fact::Source { source: source.clone() }),
        ("source", _) => too_few("`source | NAME`"),
        _ => return None,
    })
}

/// A line that is no fact.
fn damaged(message: String) -> Mistake {
    Mistake::new(code::DAMAGED_SNAPSHOT, message, Some(MEND.to_string()))
}

fn agreement(topic: &str, word: &str, counts: &str) -> Result<Fact, Mistake> {
    let Some(agreement) = find(Agreement::ALL, word) else {
        return Err(damaged(format!("`{word}` is no agreement")));
    };
    let numbers = counts.split_once(" of ").map(|(agree, of)| (agree.parse(), of.parse()));
    match numbers {
        Some((Ok(agree), Ok(of))) => Ok(Fact::Agreement { topic: topic.to_string(), agreement, agree, of }),
        Some(_) | None => Err(damaged(format!("`{counts}` does not say how many agree; write it like `3 of 4`"))),
    }
}

/// What a fact is the only answer to: a topic has one agreement, a rule one outcome.
pub(super) fn question(fact: &Fact) -> Option<(&'static str, String)> {
    match fact {
        Fact::Agreement { topic, .. } => Some(("agreement", topic.clone())),
        Fact::Outcome { rule, .. } => Some(("outcome", rule.clone())),
        Fact::Claim { .. } | Fact::Source { .. } => None,
    }
}
