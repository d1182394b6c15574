//! The table of codes: every example raises its code, the page of the manual is the table, and `explain` shows it.

use crate::support::{crosscheck, shell, write};
use crosscheck::rooms::{
    article::{self, MetadataLayer},
    diagnostic::{AREAS, Code, CodeEntry, CodeExample, Diagnostic, Level},
    lexicon::Lexicon,
    rule::{self, Defaults, RuleSource},
    yaml,
};
use std::fs;
use tempfile::TempDir;

/// What an example raises, as far as it needs no program.
fn raised(example: CodeExample) -> Vec<Diagnostic> {
    match example {
        CodeExample::RuleFile(text) => {
            let bytes = text.as_bytes().to_vec();
            let text = yaml::decode("desk.yaml", bytes).unwrap();
            rule::read(&[RuleSource { path: "desk.yaml".into(), text }], &Defaults::default(), Lexicon::english()).1
        }
        CodeExample::Article(text) => {
            article::read("wire.txt", text.as_bytes().to_vec(), &MetadataLayer::default(), Lexicon::english()).1
        }
        CodeExample::Gone(path) => {
            article::load(TempDir::new().unwrap().path(), path, &MetadataLayer::default(), Lexicon::english()).1
        }
        CodeExample::Shell(_) => Vec::new(),
    }
}

#[test]
fn every_example_raises_its_code_and_no_other_error() {
    let mut wrong = Vec::new();
    for code in Code::all() {
        let CodeEntry { example, level, .. } = code.entry();
        if matches!(example, CodeExample::Shell(_)) {
            continue;
        }
        let found = raised(*example);
        let others = found.iter().filter(|found| found.code != code && found.level == Level::Error).count();
        let own = found.iter().any(|found| found.code == code && found.level <= *level);
        if !own || others > 0 {
            wrong.push(format!("{code}: {:?}", found.iter().map(|found| found.code).collect::<Vec<_>>()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether this user reads files that nobody may read.
#[cfg(target_os = "linux")]
fn reads_all(folder: &std::path::Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let file = folder.join("closed");
    fs::write(&file, "closed").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    let is_read = fs::read(&file).is_ok();
    fs::remove_file(file).unwrap();
    is_read
}

#[cfg(target_os = "linux")]
#[test]
fn every_example_for_a_shell_raises_its_code() {
    let mut wrong = Vec::new();
    for code in Code::all() {
        let CodeExample::Shell(lines) = code.entry().example else { continue };
        let folder = TempDir::new().unwrap();
        if lines.contains("chmod 000") && reads_all(folder.path()) {
            continue;
        }
        let run = shell(folder.path(), lines);
        let title = match code.entry().level {
            Level::Error => format!("error[{code}]"),
            Level::Warning => format!("warning[{code}]"),
        };
        if !run.stderr.contains(&title) {
            wrong.push(format!("{code}: {}{}", run.stdout, run.stderr));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The page of the manual, made of the table.
fn page() -> String {
    let mut page = "# Codes\n\nEvery mistake in a rule file, in `crosscheck.yaml` or in an article has a code, which stands in brackets behind\n\
        `error` or `warning`: `error[unknown-topic]`. Codes keep their names. An error makes the exit code 2; a warning does not.\n\
        `crosscheck explain unknown-topic` shows the entry of a code, and `crosscheck explain --codes` lists them all.\n\n\
        This page is written from the table in the program, and every example on it is run.\n".to_string();
    for area in AREAS {
        page.push_str(&format!("\n## {}\n", area.title));
        for code in area.codes {
            let CodeEntry { level, means, help, example, .. } = code.entry();
            let level = match level {
                Level::Error => "Error",
                Level::Warning => "Warning",
            };
            let (language, lead) = match example {
                CodeExample::RuleFile(_) => ("yaml", "A rule file that raises it:"),
                CodeExample::Article(_) => ("text", "An article that raises it:"),
                CodeExample::Gone(_) => {
                    ("text", "An article that is gone when it is read raises it, such as one that this names:")
                }
                CodeExample::Shell(_) => ("sh", "Commands that raise it, in an empty folder:"),
            };
            let example = example.text().trim_end_matches('\n');
            page.push_str(&format!(
                "\n### {code}\n\n{level}. {means}\n\n**What to do:** {help}\n\n{lead}\n\n```{language}\n{example}\n```\n"
            ));
        }
    }
    page
}

/// `UPDATE_PAGES=1 cargo test codes` writes the page.
#[test]
fn the_page_of_the_manual_is_the_table() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/diagnostics.md");
    if std::env::var_os("UPDATE_PAGES").is_some() {
        fs::write(file, page()).unwrap();
    }
    let written = fs::read_to_string(file).unwrap_or_default();
    assert!(written == page(), "docs/diagnostics.md is not what the table says: run this with UPDATE_PAGES=1");
}

fn explained(arguments: &[&str]) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    let run = crosscheck(folder.path(), &[&["explain"], arguments].concat());
    (run.code, run.stdout, run.stderr)
}

#[test]
fn a_code_is_explained_without_a_project() {
    let (code, printed, complaints) = explained(&["unknown-topic"]);
    assert_eq!((code, complaints.as_str()), (0, ""));
    insta::assert_snapshot!(printed);
    assert_eq!(explained(&["--code", "unknown-topic"]), (0, printed, String::new()));
}

#[test]
fn every_code_is_listed_and_explained() {
    let (code, listed, complaints) = explained(&["--codes"]);
    assert_eq!((code, complaints.as_str()), (0, ""));
    for known in Code::all() {
        assert!(listed.lines().any(|line| line.trim().ends_with(&format!(" {known}"))), "{known}");
    }
    let (_, json, _) = explained(&["--codes", "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(all.len(), Code::all().count());
    let (_, json, _) = explained(&["tab", "--format", "json"]);
    insta::assert_snapshot!(json);
}

#[test]
fn a_rule_of_the_same_name_wins_and_the_code_is_still_there() {
    let folder = TempDir::new().unwrap();
    let rules = "topics:\n  crossing: {kind: duration, phrases: [took <duration>]}\nrules:\n  - {id: tab, rule: crossing cited}\n";
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\nstories: {ferry: [a.txt]}\n");
    write(folder.path(), "rules.yaml", rules);
    write(folder.path(), "a.txt", "It took 50 minutes.\n");
    assert!(crosscheck(folder.path(), &["explain", "tab"]).stdout.contains("crossing cited"));
    assert!(crosscheck(folder.path(), &["explain", "--code", "tab"]).stdout.starts_with("error[tab]\n"));
}

#[test]
fn a_misspelt_code_is_recognised() {
    for (arguments, said) in [
        (&["--code", "unkown-topic"][..], "there is no code `unkown-topic`; did you mean `unknown-topic`?"),
        (&["--code", "zebra"], "there is no code `zebra`\n"),
        (&["unkown-topic"], "there is no rule, no topic and no code `unkown-topic`; did you mean `unknown-topic`?"),
    ] {
        let (code, printed, complaints) = explained(arguments);
        assert_eq!((code, printed.as_str()), (2, ""), "{arguments:?}");
        assert!(complaints.contains(said), "{complaints}");
    }
}
