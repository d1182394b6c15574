//! Reviews without a terminal, what waits to be accepted, and the tools of the snapshots' layout.

use crate::support::{command, crosscheck, fed, output, project, read, replace, transcript, write};
use std::{fs, path::Path, process::Command};
use tempfile::TempDir;

const FILE: &str = "snapshots/ferry.snap";
const PENDING: &str = "snapshots/ferry.snap.new";

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("snapshots")).into_iter().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The small project with its snapshot, after two things changed: a figure that moves nothing else, and a time that a rule is
/// about.
fn changed() -> TempDir {
    let folder = project();
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    replace(folder.path(), "articles/herald.txt", "120 passengers", "130 passengers");
    replace(folder.path(), "articles/radio.txt", "35 minutes", "50 minutes");
    folder
}

const TIME: &str = "Radio: crossing time 35 minutes → 50 minutes; agreement 0 of 2 → 2 of 2 (2 sources give it, all agree), \
                    conflict → consistent; rule crossing: fail → pass";
const FIGURE: &str = "Herald: passengers 120 → 130";

fn left(folder: &Path) -> Vec<String> {
    let run = crosscheck(folder, &["review", "--list", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let changes = report["stories"].as_array().unwrap().iter().flat_map(|story| story["changes"].as_array().unwrap());
    changes.map(|change| change["message"].as_str().unwrap().to_string()).collect()
}

/// What is left after these arguments, and the exit code.
#[test]
fn patterns_choose_by_story_topic_source_rule_and_file() {
    for (arguments, code, expected) in [
        (&["--accept"][..], 0, &[][..]),
        (&["--accept", "ferry"], 0, &[]),
        (&["--accept", "articles/"], 0, &[]),
        (&["--accept", "articles/radio.txt"], 0, &[FIGURE]),
        (&["--accept", "pass*"], 0, &[TIME]),
        (&["--accept", "herald"], 0, &[TIME]),
        (&["--accept", "crossing"], 0, &[FIGURE]),
        (&["--accept", "*130*"], 0, &[TIME]),
        (&["--accept", "radio", "--accept", "herald"], 0, &[]),
        (&["--accept", "--reject", "passengers"], 1, &[FIGURE]),
        (&["--reject"], 1, &[TIME, FIGURE]),
        (&["--accept", "gazette"], 2, &[TIME, FIGURE]),
        (&["--accept", "a[b"], 2, &[TIME, FIGURE]),
    ] {
        let folder = changed();
        let run = crosscheck(folder.path(), &[&["review"], arguments].concat());
        assert_eq!(
            (run.code, left(folder.path())),
            (code, expected.iter().map(ToString::to_string).collect()),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_decision_is_told_in_text_and_json() {
    let folder = changed();
    insta::assert_snapshot!(transcript(folder.path(), &["review", "--accept", "radio", "--reject", "herald"]));
    let folder = changed();
    let run = crosscheck(folder.path(), &["review", "--accept", "radio", "--reject", "herald", "--format", "json"]);
    insta::assert_snapshot!(run.stdout);
    let run = crosscheck(folder.path(), &["review", "--list", "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_fault_more_of_a_failing_rule_is_a_change() {
    let folder = project();
    write(
        folder.path(),
        "rules/zones.yaml",
        "rules:\n  - id: zones\n    rule: every time has a zone\n    severity: note\n",
    );
    replace(folder.path(), "articles/radio.txt", "Ferry", "It left at 9:15 a.m. on Friday.\n\nFerry");
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    assert!(read(folder.path(), FILE).contains("outcome | zones | fail | 1 fail\n"), "{}", read(folder.path(), FILE));
    replace(folder.path(), "articles/radio.txt", "It left at 9:15", "It left at 8:05 a.m. and at 9:15");
    assert_eq!(left(folder.path()), ["rule zones: of its items 1 → 2 fail"]);
}

#[test]
fn what_waits_is_beside_the_snapshot_until_nothing_differs() {
    let folder = changed();
    let run = crosscheck(folder.path(), &["check", "--pending", "--fail-on", "never"]);
    assert_eq!((run.code, files(folder.path())), (0, vec!["ferry.snap".to_string(), "ferry.snap.new".into()]));
    assert!(run.stderr.contains("snapshots/ferry.snap.new waits to be accepted"), "{}", run.stderr);
    let waiting = read(folder.path(), PENDING);
    assert!(waiting.contains("| 130 passengers |") && waiting.contains("outcome | crossing | pass"), "{waiting}");
    // The snapshot itself is as it was, and the same file is written again.
    assert_eq!(left(folder.path()), [TIME, FIGURE]);
    crosscheck(folder.path(), &["check", "--pending"]);
    assert_eq!(read(folder.path(), PENDING), waiting);
    // Whoever accepts it by renaming it has accepted all.
    fs::rename(folder.path().join(PENDING), folder.path().join(FILE)).unwrap();
    assert!(left(folder.path()).is_empty());
    // What waits goes where it is out of date.
    write(folder.path(), PENDING, "old");
    crosscheck(folder.path(), &["check", "--pending"]);
    assert_eq!(files(folder.path()), ["ferry.snap"]);
    replace(folder.path(), "articles/herald.txt", "130 passengers", "140 passengers");
    crosscheck(folder.path(), &["check", "--pending"]);
    crosscheck(folder.path(), &["review", "--accept"]);
    assert_eq!(files(folder.path()), ["ferry.snap"]);
}

#[test]
fn a_first_run_waits_too_and_ci_writes_nothing() {
    let folder = project();
    let run = output(command(folder.path(), &["check", "--pending", "--fail-on", "never"]).env("CI", "true"));
    assert_eq!((run.code, files(folder.path()).len()), (0, 0), "{}", run.stderr);
    assert!(run.stderr.contains("CI is set"), "{}", run.stderr);
    let run = crosscheck(folder.path(), &["check", "--pending", "--fail-on", "never"]);
    assert_eq!((run.code, files(folder.path())), (0, vec!["ferry.snap.new".to_string()]));
    assert_eq!(crosscheck(folder.path(), &["check", "--rules", "rules", "--pending"]).code, 2);
}

#[test]
fn snapshots_of_stories_that_are_gone_are_removed_when_asked() {
    let folder = project();
    crosscheck(folder.path(), &["snapshot"]);
    write(folder.path(), "snapshots/gone.snap", read(folder.path(), FILE).replace("story: ferry", "story: gone"));
    write(folder.path(), "snapshots/gone.snap.new", "x");
    write(folder.path(), "snapshots/notes.txt", "mine");
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert!(run.stderr.contains("stale-snapshot"), "{}", run.stderr);
    let run = crosscheck(folder.path(), &["snapshot", "--prune"]);
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (0, "snapshots/gone.snap: removed\nsnapshots/gone.snap.new: removed\n")
    );
    assert_eq!(files(folder.path()), ["ferry.snap", "notes.txt"]);
    let run = crosscheck(folder.path(), &["snapshot", "--prune"]);
    assert_eq!(run.stdout, "every snapshot is of a story that the project has\n");
    let run = output(command(folder.path(), &["snapshot", "--prune"]).env("CI", "true"));
    assert_eq!(run.code, 2);
    // A story that is lost by a mistake is not gone.
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\nstories:\n  ferri: [articel/*]\n");
    let run = crosscheck(folder.path(), &["snapshot", "--prune"]);
    assert!(run.code == 2 && run.stderr.contains("nothing is removed"), "{}", run.stderr);
    assert_eq!(files(folder.path()), ["ferry.snap", "notes.txt"]);
}

/// Insta itself reads the file, and writes it back with every fact and every key of ours.
#[test]
fn the_layout_is_that_of_insta() {
    let folder = changed();
    for story in ["ferry", "2031", "true", "a: b # c", "été | \\ 'x'"] {
        let path = folder.path().join("snapshots/other.snap");
        let name = serde_json::to_string(story).unwrap();
        write(folder.path(), "crosscheck.yaml", format!("rules: [rules]\nstories:\n  {name}: [articles/*]\n"));
        fs::remove_dir_all(folder.path().join("snapshots")).unwrap();
        let run = crosscheck(folder.path(), &["snapshot"]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let own = fs::read_dir(folder.path().join("snapshots")).unwrap().next().unwrap().unwrap().path();
        insta::Snapshot::from_file(&own).unwrap().save(&path).unwrap();
        fs::rename(&path, &own).unwrap();
        assert!(left(folder.path()).is_empty(), "{story}: {}", fs::read_to_string(&own).unwrap());
        let run = crosscheck(folder.path(), &["check", "--fail-on", "never", "--fail-on-change"]);
        assert_eq!(run.code, 0, "{story}: {}{}", run.stdout, run.stderr);
    }
}

/// The tool itself, where it is installed.
#[test]
#[ignore = "needs cargo-insta: cargo install cargo-insta"]
fn cargo_insta_accepts_what_waits() {
    let folder = changed();
    crosscheck(folder.path(), &["check", "--pending"]);
    // It looks for snapshots beside a package; a stub is one.
    write(
        folder.path(),
        "Cargo.toml",
        "[package]\nname = \"stub\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[lib]\npath = \"none.rs\"\n[workspace]\n",
    );
    let insta = |arguments: &[&str]| {
        let run = Command::new("cargo-insta")
            .arg("insta")
            .args(arguments)
            .current_dir(folder.path())
            .env_remove("CI")
            .output();
        let run = run.expect("cargo-insta");
        format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr))
    };
    let said = insta(&["pending-snapshots"]);
    assert!(said.contains("ferry.snap"), "{said}");
    let said = insta(&["accept"]);
    assert_eq!(files(folder.path()), ["ferry.snap"], "{said}");
    let run = crosscheck(folder.path(), &["check", "--fail-on", "never", "--fail-on-change"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", read(folder.path(), FILE));
}

/// The halves give the changes of the whole, sentences too.
#[test]
fn claims_then_judge_says_what_changed_in_the_same_words() {
    let folder = changed();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    let halves = fed(folder.path(), &["judge", "--format", "json"], claims.as_bytes());
    assert_eq!(halves, crosscheck(folder.path(), &["check", "--format", "json"]));
}

/// A mistake keeps rules and claims from being there: that is no news about the story.
#[test]
fn what_a_mistake_takes_away_is_no_news() {
    let folder = changed();
    let rules = read(folder.path(), "rules/ferry.yaml");
    write(folder.path(), "rules/ferry.yaml", rules.replace("crossing time consistent", "crosing time consistent"));
    let run = crosscheck(folder.path(), &["check", "--fail-on-change"]);
    assert_eq!(run.code, 2);
    assert!(
        !run.stdout.contains("changed since") && run.stdout.contains("something could not be read"),
        "{}",
        run.stdout
    );
}

/// What one source changed is told, and decided, apart from another that came.
#[test]
fn a_new_source_takes_no_others_along() {
    let folder = changed();
    write(folder.path(), "articles/gazette.txt", "---\nsource: Gazette\n---\nFerry\n\nOn board were 120 passengers.\n");
    let told = left(folder.path());
    assert!(told.contains(&"new source: Gazette".to_string()) && told.contains(&TIME.to_string()), "{told:?}");
    assert_eq!(told.len(), 3, "{told:?}");
}

/// A figure in headline and lead, with and without what it counts, is one change.
#[test]
fn the_same_words_twice_are_one_change() {
    let folder = project();
    let text = |figure: &str| {
        format!("---\nsource: Gazette\n---\nBoard of {figure} passengers\n\nOn board were {figure} passengers.\n")
    };
    write(folder.path(), "articles/gazette.txt", text("90"));
    crosscheck(folder.path(), &["snapshot"]);
    write(folder.path(), "articles/gazette.txt", text("95"));
    let told = left(folder.path());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("Gazette: passengers 90 → 95"), "{told:?}");
}
