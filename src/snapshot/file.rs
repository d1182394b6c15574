//! A snapshot as a file, in the layout of [insta]: a YAML header between `---` lines, then one fact a line. Its tools can go
//! through such files too, and keep of a header the keys `source`, `description` and `info`: what is ours stands under `info`.
//!
//! ```text
//! ---
//! source: crosscheck.yaml
//! description: what each source claims ...
//! info:
//!   version: 2
//!   crosscheck: 0.1.0
//!   rules: blake3-93e0b3a6f9a31a4c
//!   story: ferry
//! ---
//! agreement | crossing time | conflict | 0 of 2
//! claim | crossing time | Radio Orvane | 35-minute | 2100 s | the harbour master | It is a 35-minute crossing.
//! outcome | crossing | fail
//! source | Radio Orvane
//! ```
//!
//! The lines are sorted, and their order means nothing, so that two branches merge. In a text `|` is `\|` and `\` is `\\`.
//! A claim ends with whose word it is, where a rule asks that, and with its sentence. Keys and facts that a later version adds
//! are passed over, and kept where a change is accepted.
//!
//! [insta]: https://insta.rs/docs/snapshot-files/

use super::Snapshot;
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, Mistake, code},
    finding::{Agreement, Fact, Outcome},
    span::{LineIndex, Span},
    yaml::{self, Around, Document, WrittenStyle},
};
use std::collections::{BTreeMap, BTreeSet};

/// The version of files that this program writes, and the latest that it reads.
pub const VERSION: u32 = 2;

/// What the header says to somebody who opens the file.
const ABOUT: &str = "what each source claims and each rule answers; `crosscheck review` changes it";

/// What the tools of the layout call the file that a snapshot was made by.
const SOURCE: &str = "crosscheck.yaml";

const KNOWN: &[&str] = &["version", "crosscheck", "rules", "story"];

const MEND: &str = "put the line right, or write the file anew with `crosscheck snapshot`";

impl Snapshot {
    /// The file's text.
    #[must_use]
    pub fn text(&self) -> String {
        let program = env!("CARGO_PKG_VERSION");
        let mut text = format!("---\nsource: {SOURCE}\ndescription: {}\ninfo:\n", written(ABOUT));
        text.push_str(&format!("  version: {VERSION}\n  crosscheck: {}\n", written(program)));
        if !self.rules.is_empty() {
            text.push_str(&format!("  rules: {}\n", written(&self.rules)));
        }
        text.push_str(&format!("  story: {}\n", written(&self.story)));
        self.later.header.iter().for_each(|entry| text.push_str(&format!("  {entry}\n")));
        text.push_str("---\n");
        let line = |fact| line(fact, self.sentences.get(fact).map_or("", String::as_str));
        let lines: BTreeSet<String> = self.facts.iter().map(line).chain(self.later.lines.iter().cloned()).collect();
        lines.iter().for_each(|line| text.push_str(&format!("{line}\n")));
        text
    }
}

/// A fact as a line of the file, with the sentence in which it stands.
pub(super) fn line(fact: &Fact, sentence: &str) -> String {
    let failed = |failed: &Option<usize>| failed.map(|number| format!("{number} fail")).unwrap_or_default();
    match fact {
        Fact::Agreement { topic, agreement, agree, of } => {
            joined(4, &["agreement", topic, name(Agreement::ALL, agreement), &format!("{agree} of {of}")])
        }
        Fact::Claim { topic, source, exact, value, speaker } => {
            joined(5, &["claim", topic, source, exact, value, speaker.as_deref().unwrap_or_default(), sentence])
        }
        Fact::Outcome { rule, outcome, failed: number } => {
            joined(3, &["outcome", rule, name(Outcome::ALL, outcome), &failed(number)])
        }
        Fact::Source { source } => joined(2, &["source", source]),
    }
}

/// The fields of a line, of which so many always stand there; those at its end that are empty are left out.
fn joined(always: usize, fields: &[&str]) -> String {
    let filled = fields.iter().rposition(|field| !field.is_empty()).map_or(0, |last| last + 1);
    let fields = fields.iter().take(filled.max(always));
    let fields: Vec<String> = fields.map(|field| field.replace('\\', "\\\\").replace('|', "\\|")).collect();
    fields.join(" | ").trim_end().to_string()
}

/// Text as a value of the header. What is a text to us must not be a number or a truth to others who read the file.
fn written(text: &str) -> String {
    let begins_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
    let is_text = serde_yaml::from_str::<serde_json::Value>(text).is_ok_and(|value| value.is_string());
    let style = if begins_with_letter && is_text { WrittenStyle::Plain } else { WrittenStyle::DoubleQuoted };
    yaml::written(text, style, Around::Lines)
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
        let help = "it begins with `---`, `info:` and `---`; write it anew with `crosscheck snapshot`";
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
        // Everything of ours stands under `info`; before version 2 it stood in the header itself.
        let info = mapping.get("info").and_then(|entry| entry.value.mapping()).unwrap_or(mapping);
        let text = |key: &str| info.get(key).and_then(|entry| entry.value.scalar());
        match text("version").map(|scalar| (scalar, scalar.value.trim().parse::<u32>())) {
            Some((_, Ok(VERSION))) => {}
            Some((scalar, Ok(later))) if later > VERSION => self.newer(scalar.span, later),
            Some((scalar, Ok(older))) if older > 0 => {
                let message = format!("the snapshot is of version {older}, which had no sentences and no speakers");
                self.mistake(scalar.span, message, "write it anew with `crosscheck snapshot`");
            }
            Some((scalar, _)) => {
                let message = format!("`{}` is no version of a snapshot", scalar.value);
                self.mistake(scalar.span, message, &format!("write `version: {VERSION}`"));
            }
            None => {
                let help = format!("add `version: {VERSION}` under `info:`");
                self.mistake(Span::new(0, 3), "the header has no `version`", &help);
            }
        }
        match text("story").filter(|scalar| !scalar.is_absent()) {
            Some(scalar) => snapshot.story = scalar.value.clone(),
            None => {
                self.mistake(Span::new(0, 3), "the header names no `story`", "add `story:` and its name under `info:`")
            }
        }
        snapshot.rules = text("rules").map(|scalar| scalar.value.clone()).unwrap_or_default();
        let later = info.entries.iter().filter(|entry| !KNOWN.contains(&entry.key.value.as_str()));
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
            Some(Ok((fact, sentence))) => {
                let other = question(&fact).and_then(|asked| self.answers.insert(asked, fact.clone()));
                if let Some(other) = other.filter(|other| *other != fact) {
                    let help = "keep the one that is right";
                    self.mistake(span, format!("this contradicts another line: `{}`", self::line(&other, "")), help);
                }
                if !sentence.is_empty() {
                    snapshot.sentences.insert(fact.clone(), sentence);
                }
                snapshot.facts.insert(fact);
            }
            Some(Err(mistake)) => self.place(span, mistake),
            None if fields.len() > 1 && is_word(&fields) && !is_cut(&fields) => {
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

/// Whether the bar behind the first word is lost: `claim dead | ...`.
fn is_cut(fields: &[String]) -> bool {
    let first = fields.first().and_then(|field| field.split_once(' ')).map(|(word, _)| word);
    first.is_some_and(|word| matches!(word, "agreement" | "claim" | "outcome" | "source"))
}

fn is_word(fields: &[String]) -> bool {
    fields.first().is_some_and(|word| {
        !word.is_empty() && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'))
    })
}

/// The fact of a line and its sentence; what is wrong with it; nothing where its first word is unknown. More fields than are
/// known belong to a later version.
fn fact(fields: &[String]) -> Option<Result<(Fact, String), Mistake>> {
    let (kind, fields) = fields.split_first()?;
    let too_few = |wanted: &str| Err(damaged(format!("a line of `{kind}` has more: {wanted}")));
    let field = |at: usize| fields.get(at).map(String::as_str).unwrap_or_default();
    let bare = |fact: Fact| (fact, String::new());
    Some(match (kind.as_str(), fields) {
        ("agreement", [topic, word, counts, ..]) => agreement(topic, word, counts).map(bare),
        ("agreement", _) => too_few("`agreement | TOPIC | consistent | 3 of 3`"),
        ("claim", [topic, source, exact, value, ..]) => {
            let speaker = Some(field(4).to_string()).filter(|speaker| !speaker.is_empty());
            let (topic, source, exact, value) = (topic.clone(), source.clone(), exact.clone(), value.clone());
            Ok((Fact::Claim { topic, source, exact, value, speaker }, field(5).to_string()))
        }
        ("claim", _) => too_few("`claim | TOPIC | SOURCE | WORDS | VALUE | SPEAKER | SENTENCE`"),
        ("outcome", [rule, word, ..]) => outcome(rule, word, field(2)).map(bare),
        ("outcome", _) => too_few("`outcome | RULE | pass`"),
        ("source", [source, ..]) => Ok(bare(Fact::Source { source: source.clone() })),
        ("source", _) => too_few("`source | NAME`"),
        _ => return None,
    })
}

fn outcome(rule: &str, word: &str, items: &str) -> Result<Fact, Mistake> {
    let Some(outcome) = find(Outcome::ALL, word) else {
        return Err(damaged(format!("`{word}` is no outcome of a rule")));
    };
    let failed = match items.strip_suffix(" fail").map(str::parse) {
        None if items.is_empty() => None,
        Some(Ok(number)) => Some(number),
        Some(Err(_)) | None => {
            return Err(damaged(format!("`{items}` does not say how many items fail; write it like `3 fail`")));
        }
    };
    Ok(Fact::Outcome { rule: rule.to_string(), outcome, failed })
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
