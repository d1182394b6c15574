//! `crosscheck diff`: two versions of an article or of a folder.

use crate::support::{crosscheck, transcript, write};
use tempfile::TempDir;

const OLD: &str = "Ferry sinks off Selm, 12 dead\n\nBy Ada Quill\n\n9 May 2031\n\nAt least 12 people died when a ferry sank off \
                   Selm on Thursday, the coast guard said.\n\n\"We did not get any warning before the storm,\" Captain Jan Ode \
                   told Radio Selm.\n\nThe ship had not been inspected since 2029. About 140 passengers were on board.\n\n\
                   The mayor, Lena Vark, thanked the divers.\n\nRescuers worked through the night.\n";

const NEW: &str = "Ferry sinks off Selm, 15 dead\n\nBy Ada Quill\n\n9 May 2031\n\nRescuers worked through the night.\n\n15 people \
                   died when a ferry sank off Selm on Thursday, the transport ministry said.\n\n\"We did get a warning before \
                   the storm,\" Captain Jan Ode told Radio Selm.\n\nThe ship had been inspected since 2029. Exactly 140 \
                   passengers were on board.\n\nThe mayor, Lena Varek, thanked the divers.\n\nThe owner has not commented.\n";

fn versions() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "old/ferry.txt", OLD);
    write(folder.path(), "new/ferry.txt", NEW);
    write(folder.path(), "old/gone.txt", "Dam\n\nThe dam held.\n");
    write(folder.path(), "new/late.txt", "Road\n\nThe road is shut.\n");
    write(folder.path(), "old/same.txt", "Bridge\n\nIt cost $3 million.\n\nThe town paid.\n");
    write(folder.path(), "new/same.txt", "Bridge\n\nThe town paid.\n\nIt cost 3 million dollars.\n");
    folder
}

#[test]
fn edits_are_told_in_every_format() {
    let folder = versions();
    let told = [
        &["diff", "old/ferry.txt", "new/ferry.txt"][..],
        &["diff", "old", "new", "--quiet"],
        &["diff", "old", "new", "--format", "markdown"],
    ];
    insta::assert_snapshot!(told.map(|arguments| transcript(folder.path(), arguments)).join("\n"));
}

#[test]
fn json_holds_both_sides_with_their_places() {
    let run = crosscheck(versions().path(), &["diff", "old/ferry.txt", "new/ferry.txt", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let article = &report["articles"][0];
    assert_eq!((&article["old"], &article["is_noted"]), (&"old/ferry.txt".into(), &false.into()));
    let sorts: Vec<&str> =
        article["edits"].as_array().unwrap().iter().map(|edit| edit["sort"].as_str().unwrap()).collect();
    assert_eq!(
        sorts,
        ["value", "value", "speaker", "quotation", "negation", "negation", "hedge", "name", "sentence_new"]
    );
    assert_eq!(
        article["edits"][1],
        serde_json::json!({
            "sort": "value", "message": "At least 12 → 15", "kind": "count",
            "before": {"exact": "At least 12", "part": "lead", "line": 7, "column": 1,
                "sentence": "At least 12 people died when a ferry sank off Selm on Thursday, the coast guard said."},
            "after": {"exact": "15", "part": "body", "line": 9, "column": 1,
                "sentence": "15 people died when a ferry sank off Selm on Thursday, the transport ministry said."},
        })
    );
}

#[test]
fn exit_codes_are_those_of_a_comparison() {
    let folder = versions();
    for (arguments, code) in [
        (&["old/same.txt", "new/same.txt"][..], 0),
        (&["old/ferry.txt", "old/ferry.txt"], 0),
        (&["old", "old"], 0),
        (&["old/ferry.txt", "new/ferry.txt"], 1),
        // Their names need not be the same.
        (&["old/ferry.txt", "new/late.txt"], 1),
        (&["old", "new"], 1),
        (&["old/none.txt", "new/ferry.txt"], 2),
        (&["old", "new/ferry.txt"], 2),
        (&["old"], 2),
    ] {
        let run = crosscheck(folder.path(), &[&["diff"], arguments].concat());
        assert_eq!(run.code, code, "{arguments:?}: {}{}", run.stdout, run.stderr);
    }
    assert_eq!(crosscheck(folder.path(), &["diff", "old/ferry.txt", "old/ferry.txt"]).stdout, "nothing changed\n");
}

/// What one version alone cannot be read of is neither gone nor new.
#[test]
fn what_cannot_be_read_is_told_and_not_compared() {
    let folder = versions();
    write(folder.path(), "new/same.txt", b"PK\x03\x04\x00\x00\x00\x00".as_slice());
    let run = crosscheck(folder.path(), &["diff", "old", "new", "--format", "json"]);
    assert_eq!(run.code, 2);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert!(!report["diagnostics"].as_array().unwrap().is_empty());
    let named = report["articles"].as_array().unwrap().iter().any(|article| article["old"] == "old/same.txt");
    assert!(!named, "{report}");
}

#[test]
fn hostile_words_are_harmless() {
    let folder = TempDir::new().unwrap();
    let text = |number: u8| {
        format!(
            "Storm\n\n::error::x \u{1b}[31m<script>{number}0 people</script> died | `@all` [a](b) \u{202e}.\n\n![x](y) {number}1 died.\n"
        )
    };
    write(folder.path(), "a.md", text(3));
    write(folder.path(), "b.md", text(4));
    for format in ["text", "markdown", "json"] {
        let run = crosscheck(folder.path(), &["diff", "a.md", "b.md", "--format", format]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(!run.stdout.contains(['\u{1b}', '\u{202e}']), "{}", run.stdout);
        assert!(!run.stdout.lines().any(|line| line.starts_with("::")), "{}", run.stdout);
        if format == "markdown" {
            assert!(!run.stdout.contains("<script") && !run.stdout.contains("[a](b)"), "{}", run.stdout);
        }
    }
}
