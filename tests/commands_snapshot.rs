//! `crosscheck snapshot`, `crosscheck review`, and what `check` says of them.

use crate::support::{command, crosscheck, fed, output, project, read, replace, transcript, write};
use std::{fs, path::Path};
use tempfile::TempDir;

const FILE: &str = "snapshots/ferry.snap";

/// The small project with its snapshot.
fn kept() -> TempDir {
    let folder = project();
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    folder
}

/// The same, with another figure in one article.
fn changed() -> TempDir {
    let folder = kept();
    replace(folder.path(), "articles/herald.txt", "120 passengers", "130 passengers");
    folder
}

/// What `check` says has changed.
fn changes(folder: &Path) -> Vec<String> {
    let run = crosscheck(folder, &["check", "--quiet"]);
    run.stdout.lines().filter_map(|line| line.strip_prefix("changed[ferry]: ").map(str::to_string)).collect()
}

const FIGURE: &str = "Herald: passengers 120 → 130 (articles/herald.txt:7:57)";

#[test]
fn a_snapshot_is_one_fact_a_line() {
    insta::assert_snapshot!(read(kept().path(), FILE));
}

#[test]
fn a_changed_figure_is_told_as_a_fact() {
    let folder = changed();
    assert_eq!(changes(folder.path()), [FIGURE]);
    insta::assert_snapshot!(transcript(folder.path(), &["check", "--fail-on", "never"]));
}

#[test]
fn facts_fail_only_where_that_is_asked() {
    let folder = changed();
    let code = |arguments: &[&str]| crosscheck(folder.path(), &[&["check"], arguments].concat()).code;
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--fail-on", "never", "--fail-on-change"]), 1);
    crosscheck(folder.path(), &["review", "--accept"]);
    assert_eq!(code(&["--fail-on", "never", "--fail-on-change"]), 0);
    fs::remove_dir_all(folder.path().join("snapshots")).unwrap();
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--fail-on", "never", "--fail-on-change"]), 1, "a story without a snapshot is a change");
    assert_eq!(code(&["--rules", "rules", "--fail-on-change"]), 2);
}

#[test]
fn json_has_changes_only_where_there_is_a_snapshot() {
    let story = |folder: &Path| {
        let run = crosscheck(folder, &["check", "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&run.stdout).unwrap()["stories"][0].clone()
    };
    assert!(story(project().path()).get("changes").is_none());
    assert_eq!(story(kept().path())["changes"], serde_json::json!([]));
    let figure = |exact: &str| {
        let value = format!("{exact} passengers");
        serde_json::json!({"fact": "claim", "topic": "passengers", "source": "Herald", "exact": exact, "value": value})
    };
    assert_eq!(
        story(changed().path())["changes"],
        serde_json::json!([{
            "message": "Herald: passengers 120 → 130", "before": [figure("120")], "after": [figure("130")],
            "sentences": [{
                "source": "Herald", "before": "On board were 120 passengers.", "after": "On board were 130 passengers.",
            }],
            "article": "articles/herald.txt", "line": 7, "column": 57,
        }])
    );
}

#[test]
fn accepting_writes_exactly_that_and_the_next_check_is_clean() {
    let folder = changed();
    let before = read(folder.path(), FILE);
    let run = crosscheck(folder.path(), &["review", "--accept"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.starts_with(&format!("{FILE}:\n  accepted: {FIGURE}\n")), "{}", run.stdout);
    assert!(run.stdout.ends_with("\n1 change accepted\n"), "{}", run.stdout);
    let expected = before
        .replace("| 120 | 120 passengers |  | On board were 120", "| 130 | 130 passengers |  | On board were 130");
    assert_ne!(before, expected);
    assert_eq!(read(folder.path(), FILE), expected);
    assert_eq!(changes(folder.path()), [""; 0]);
    let names: Vec<_> = fs::read_dir(folder.path().join("snapshots")).unwrap().collect();
    assert_eq!(names.len(), 1, "no other file is left");
}

#[test]
fn where_words_stand_makes_no_difference() {
    let folder = kept();
    let herald = "\u{feff}---\nsource: Herald\npublished: 2031-05-09\n---\nNew ferry sails\n\nA paragraph more.\n\n\
                  On board were 120 passengers.\n\nThe crossing took  50 minutes on Thursday.\n";
    fs::remove_file(folder.path().join("articles/herald.txt")).unwrap();
    write(folder.path(), "articles/z-herald.txt", herald.replace('\n', "\r\n"));
    assert_eq!(changes(folder.path()), [""; 0]);
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).stdout, format!("{FILE}: unchanged\n"));
    let text = read(folder.path(), FILE);
    write(folder.path(), FILE, text.replace('\n', "\r\n"));
    assert_eq!(changes(folder.path()), [""; 0]);
}

#[test]
fn sources_topics_and_outcomes_are_facts_too() {
    let folder = kept();
    write(folder.path(), "articles/gazette.txt", "---\nsource: Gazette\n---\nFerry\n\nThe crossing took 50 minutes.\n");
    fs::remove_file(folder.path().join("articles/radio.txt")).unwrap();
    replace(
        folder.path(),
        "rules/ferry.yaml",
        "crossing time consistent across sources",
        "crossing time is 50 minutes",
    );
    assert_eq!(
        changes(folder.path()),
        [
            "new source: Gazette",
            "source gone: Radio",
            "Gazette: new claim, crossing time 50 minutes; Radio: claim gone, crossing time 35 minutes; crossing time: \
             agreement 0 of 2 → 2 of 2 (2 sources give it, all agree), conflict → consistent; rule crossing: fail → pass \
             (articles/gazette.txt:6:19)"
        ]
    );
}

#[test]
fn without_a_terminal_review_lists_and_says_what_to_do() {
    let folder = changed();
    insta::assert_snapshot!(
        [&["review"][..], &["review", "--list"], &["review", "--list", "--accept"]]
            .map(|arguments| transcript(folder.path(), arguments))
            .join("\n")
    );
    assert_eq!(changes(folder.path()), [FIGURE], "nothing was written");
    let run = crosscheck(kept().path(), &["review"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "nothing changed since the snapshots\n"));
    let run = crosscheck(project().path(), &["review"]);
    assert_eq!(run.stdout, format!("{FILE}: there is none yet; `crosscheck snapshot` writes it\n"));
}

#[test]
fn in_ci_nothing_is_written() {
    for (value, code) in [("true", 2), ("1", 2), ("", 0), ("false", 0)] {
        let folder = project();
        let run = output(command(folder.path(), &["snapshot"]).env("CI", value));
        assert_eq!(
            (run.code, folder.path().join("snapshots").exists()),
            (code, code == 0),
            "{value:?}: {}",
            run.stderr
        );
    }
    let folder = changed();
    let before = read(folder.path(), FILE);
    let run = output(command(folder.path(), &["review", "--accept"]).env("CI", "true"));
    assert_eq!((run.code, read(folder.path(), FILE)), (2, before));
    assert!(run.stderr.contains("CI is set, so nothing is written"), "{}", run.stderr);
    assert_eq!(output(command(folder.path(), &["review", "--list"]).env("CI", "true")).code, 0);
}

#[test]
fn a_story_is_kept_and_compared_whole() {
    let folder = kept();
    let run = crosscheck(folder.path(), &["check", "articles/herald.txt"]);
    assert!(run.stdout.contains("not compared with its snapshot: only a part of the story was read"), "{}", run.stdout);
    assert!(!run.stdout.contains("changed since"), "{}", run.stdout);
    let text = read(folder.path(), FILE);
    assert_eq!(crosscheck(folder.path(), &["snapshot", "articles/herald.txt"]).stdout, format!("{FILE}: unchanged\n"));
    assert_eq!(read(folder.path(), FILE), text);
}

#[test]
fn stories_are_kept_one_by_one() {
    let folder = project();
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\nstories:\n  ferry: [articles/*]\n  a b: [more/*]\n");
    write(folder.path(), "more/post.txt", "Ferry\n\nOn board were 7 passengers.\n");
    let run = crosscheck(folder.path(), &["snapshot", "more"]);
    assert_eq!(run.stdout, "snapshots/a%20b.snap: new, with 1 claim and 2 outcomes\n", "{}", run.stderr);
    assert!(!folder.path().join(FILE).exists());
    let run = crosscheck(folder.path(), &["check"]);
    assert_eq!(run.stdout.matches("no snapshot of this story yet: `crosscheck snapshot` writes one\n").count(), 1);
    assert_eq!(run.stdout.matches("changed since").count(), 0);
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\nstories:\n  ferry: [articles/*]\n");
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    let stale = "warning[stale-snapshot]: the snapshot is of the story `a b`, and there is none of that name any more \
                 (snapshots/a%20b.snap)\n";
    assert_eq!((run.code, run.stderr.as_str()), (1, stale));
}

#[test]
fn a_damaged_snapshot_is_a_diagnostic_and_hides_nothing_else() {
    let folder = kept();
    replace(folder.path(), FILE, "outcome | crossing | fail", "<<<<<<< HEAD\noutcome | crossing | maybe");
    insta::assert_snapshot!(transcript(folder.path(), &["check", "--fail-on", "never"]));
    let run = crosscheck(folder.path(), &["review", "--list"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    let run = crosscheck(folder.path(), &["check", "--fail-on-change"]);
    assert!(run.code == 2 && !run.stdout.contains("no snapshot"), "{}", run.stdout);
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    assert_eq!(crosscheck(folder.path(), &["check", "--fail-on", "never"]).code, 0);
    replace(folder.path(), FILE, "version: 2", "version: 3");
    let run = crosscheck(folder.path(), &["snapshot"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("error[newer-snapshot]"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_read_is_not_gone() {
    let folder = kept();
    write(folder.path(), "rules/more.yaml", "rules:\n  - crosing time cited\n");
    let before = read(folder.path(), FILE);
    for arguments in [&["snapshot"][..], &["review", "--accept"]] {
        let run = crosscheck(folder.path(), arguments);
        assert_eq!((run.code, read(folder.path(), FILE)), (2, before.clone()));
        assert!(run.stderr.contains("did you mean `crossing time cited`") && run.stderr.contains("error: nothing is"));
    }
}

#[test]
fn claims_then_judge_sees_the_same_changes() {
    let folder = changed();
    for paths in [&[][..], &["articles/herald.txt"]] {
        let claims = crosscheck(folder.path(), &[&["claims", "--format", "ndjson"], paths].concat()).stdout;
        let halves = fed(folder.path(), &["judge", "--fail-on-change"], claims.as_bytes());
        assert_eq!(halves, crosscheck(folder.path(), &[&["check", "--fail-on-change"], paths].concat()));
    }
}
