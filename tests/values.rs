//! `crosscheck values`: the examples of its manual, and what it prints in each format.

use crate::support::Run;
use crosscheck::rooms::{article::MetadataLayer, lexicon::Lexicon, pipeline, report::FoundValue, value::Kind};
use std::{collections::BTreeSet, fs, path::Path};

/// The rows of the manual's tables, `words | kind | meaning`, each with its heading.
fn rows(manual: &str) -> Vec<(String, [String; 3])> {
    let mut heading = String::new();
    let mut rows = Vec::new();
    for line in manual.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            heading = title.to_string();
        }
        let Some(row) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else { continue };
        let cells: Vec<String> = row.split(" | ").map(str::to_string).collect();
        let cells: [String; 3] = cells.try_into().expect("three cells a row");
        if cells.first().is_some_and(|first| first != "words") {
            rows.push((heading.clone(), cells));
        }
    }
    rows
}

fn values_of(text: &str, kind: &str) -> Vec<FoundValue> {
    let layer = MetadataLayer { published: Some("2031-05-09".into()), ..MetadataLayer::default() };
    pipeline::values_of(text, &layer, Lexicon::english(), &[Kind::find(kind).expect("a kind")]).unwrap()
}

#[test]
fn the_examples_of_the_manual_are_true() {
    let manual = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/values.md")).unwrap();
    let rows = rows(&manual);
    let shown: BTreeSet<&str> = rows.iter().map(|(_, [_, kind, _])| kind.as_str()).collect();
    let missing: Vec<&str> = Kind::all().map(Kind::name).filter(|name| !shown.contains(name)).collect();
    assert!(missing.is_empty(), "docs/values.md has no examples of {missing:?}");
    for (heading, [words, kind, meaning]) in rows {
        assert_eq!(heading, kind, "in `{words}`");
        let text = words.replace("**", "");
        let found = values_of(&text, &kind);
        let Some(start) = words.find("**") else {
            assert!(meaning == "–" && found.is_empty(), "in `{words}`: {found:?}");
            continue;
        };
        let bold = words.split("**").nth(1).unwrap();
        let value = found.iter().find(|value| value.span.range() == (start..start + bold.len()));
        let value = value.unwrap_or_else(|| panic!("no {kind} `{bold}` in `{words}`: {found:?}"));
        assert_eq!(value.meaning(), meaning, "in `{words}`");
    }
}

const ARTICLE: &str = "\
---
source: The Selm Herald
published: 2031-05-09
---
New ferry sails

\"It took 50 minutes,\" said Miabek Lang, the harbour master of Selm, on Thursday.

=2 ships left, Lang said. \"We wait for them.
";

fn run(arguments: &[&str], input: &str) -> String {
    let folder = tempfile::TempDir::new().unwrap();
    fs::write(folder.path().join("a.txt"), ARTICLE).unwrap();
    let Run { code, stdout, stderr } = crate::support::fed(folder.path(), arguments, input.as_bytes());
    format!("$ crosscheck {}\n{}{stderr}--- exit {code}\n", arguments.join(" "), stdout.replace('\r', "␍"))
}

#[test]
fn every_format() {
    let printed = |format: &str| run(&["values", "a.txt", "--format", format], "");
    insta::assert_snapshot!("every_format_text", printed("text"));
    insta::assert_snapshot!("every_format_marked", printed("marked"));
    insta::assert_snapshot!("every_format_csv", printed("csv"));
    insta::assert_snapshot!("every_format_json", printed("json"));
}

#[test]
fn kinds_are_chosen() {
    insta::assert_snapshot!(run(&["values", "a.txt", "--kind", "name", "--kind", "date"], ""));
}

#[test]
fn a_stream_is_answered_line_by_line() {
    let input = "{\"id\":\"a\",\"text\":\"It took 50 minutes on Thursday.\",\"published\":\"2031-05-09\",\"source\":\"S\"}\n\
                 nothing\n\n\
                 {\"id\":2,\"text\":\"\\\"Yes,\\\" said Ada Quill.\"}\n\
                 {\"id\":3}\n\
                 {\"id\":4,\"text\":\"x\",\"published\":\"never\"}\n\
                 {\"id\":5,\"text\":\"\"}";
    insta::assert_snapshot!(run(&["values", "--ndjson"], input));
}

/// A sentence of `fixtures/values/newswire.txt` with the quantities it has, a line each: `words = kind meaning of thing`.
fn newswire() -> Vec<(String, Vec<String>)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/values/newswire.txt");
    let mut sentences: Vec<(String, Vec<String>)> = Vec::new();
    for line in fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match (line.strip_prefix("    "), sentences.last_mut()) {
            (Some(value), Some((_, values))) => values.push(value.to_string()),
            (Some(_), None) | (None, _) => sentences.push((line.to_string(), Vec::new())),
        }
    }
    sentences
}

/// A value as the file writes it.
fn as_written(value: &FoundValue) -> String {
    let shape = value.shape();
    let word = |key: &str| shape.text(key);
    let of = word("of").map(|of| format!(" of {of}")).unwrap_or_default();
    let marks = ["part", "derived", "understood"].into_iter().filter(|mark| shape.fields().any(|(key, _)| key == mark));
    let marks: String = marks.map(|mark| format!(", {mark}")).collect();
    format!("{} = {} {}{of}{marks}", word("text").unwrap(), word("kind").unwrap(), value.meaning())
}

#[test]
fn the_quantities_of_the_newswire() {
    let kinds = ["age", "count", "measure", "money", "number", "ordinal", "percent"];
    let kinds: Vec<Kind> = kinds.iter().map(|kind| Kind::find(kind).unwrap()).collect();
    let mut wrong = String::new();
    for (sentence, expected) in newswire() {
        let layer = MetadataLayer { published: Some("2031-05-09".into()), ..MetadataLayer::default() };
        let found = pipeline::values_of(&sentence, &layer, Lexicon::english(), &kinds).unwrap();
        let found: Vec<String> = found.iter().map(as_written).collect();
        if found != expected {
            wrong.push_str(&format!("{sentence}\n  found    {found:?}\n  expected {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
