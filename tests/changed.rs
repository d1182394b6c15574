//! `check --changed-since` and `check --whole-stories`: which stories hang on the files that changed, or that are named.

use crate::support::{Run, crosscheck, outside, write};
use std::{collections::BTreeSet, fs, path::Path, process::Command};
use tempfile::TempDir;

const CONFIG: &str = "\
rules: [rules]
stories:
  ferry: [ferry/*.txt]
  storm: [storm/*.txt]
  vote: [vote/*.txt]
";

/// Rules for all stories, with a file that they include and one for facts.
const SHARED: &str = "\
include: [common/topics.yaml]
facts: {fare: facts.json#fare}
rules:
  - length consistent across sources
  - fare matches its fact
";

const TOPICS: &str = "\
topics:
  length: {kind: duration, phrases: ['took <duration>']}
  fare: {kind: money, phrases: ['costs <money>']}
";

const FILES: [(&str, &str); 12] = [
    ("crosscheck.yaml", CONFIG),
    ("rules/shared.yaml", SHARED),
    ("rules/facts.json", "{\"fare\": \"$4\"}\n"),
    ("rules/common/topics.yaml", TOPICS),
    ("rules/storm.yaml", "story: storm\nrules:\n  - every quotation closed\n"),
    ("ferry/herald.txt", "New ferry sails\n\nThe crossing took 50 minutes.\n"),
    ("ferry/radio.txt", "Ferry on time\n\nThe crossing took 35 minutes.\n"),
    ("storm/herald.txt", "Roof gone\n\nThe rescue took two hours.\n"),
    ("storm/radio.txt", "Storm passes\n\nThe rescue took 2 hours.\n"),
    ("vote/herald.txt", "Council votes\n\nThe count took 40 minutes.\n"),
    ("vote/radio.txt", "Vote is close\n\nThe count took 40 minutes.\n"),
    ("notes.rst", "Nothing that is judged.\n"),
];

const ALL: [&str; 3] = ["ferry", "storm", "vote"];

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(folder).args(arguments);
    outside(&mut git);
    let output = git.output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "More"]);
}

/// Three stories below a folder of a repository, all of it committed.
fn repository(below: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in FILES {
        write(folder.path(), Path::new(below).join(path), text);
    }
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"]);
    commit(folder.path());
    folder
}

/// The stories that are judged, and what is said of it.
fn judged(folder: &Path, arguments: &[&str]) -> (Vec<String>, String) {
    let Run { code, stdout, stderr } = crosscheck(folder, &[&["check", "--format", "json"], arguments].concat());
    assert!(code < 2, "{arguments:?}: {stderr}");
    let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let stories = report["stories"].as_array().unwrap().iter();
    (stories.map(|story| story["story"].as_str().unwrap().to_string()).collect(), stderr)
}

fn since(folder: &Path, revision: &str) -> Vec<String> {
    judged(folder, &["--changed-since", revision]).0
}

fn append(file: &Path) {
    let text = fs::read_to_string(file).unwrap();
    fs::write(file, text + "\n").unwrap();
}

#[test]
fn what_changed_chooses_the_stories_that_hang_on_it() {
    let folder = repository("");
    let cases: [(&str, &[&str]); 8] = [
        ("ferry/radio.txt", &["ferry"]),
        ("rules/storm.yaml", &["storm"]),
        ("rules/shared.yaml", &ALL),
        ("rules/common/topics.yaml", &ALL),
        ("rules/facts.json", &ALL),
        ("crosscheck.yaml", &ALL),
        ("notes.rst", &[]),
        ("rules/README.md", &[]),
    ];
    write(folder.path(), "rules/README.md", "What the rules are for.\n");
    commit(folder.path());
    for (file, expected) in cases {
        append(&folder.path().join(file));
        assert_eq!(since(folder.path(), "HEAD"), expected, "{file} is changed");
        git(folder.path(), &["add", file]);
        assert_eq!(since(folder.path(), "HEAD"), expected, "{file} is staged");
        commit(folder.path());
        assert_eq!(since(folder.path(), "HEAD"), [""; 0], "nothing changed since the commit of {file}");
        assert_eq!(since(folder.path(), "HEAD~1"), expected, "{file} is committed");
    }
}

#[test]
fn the_whole_story_of_a_changed_article_is_judged() {
    let folder = repository("");
    append(&folder.path().join("ferry/radio.txt"));
    let run = crosscheck(folder.path(), &["check", "--changed-since", "main"]);
    assert_eq!(run.code, 1, "the conflict is with the article that did not change");
    assert!(run.stdout.contains("herald gives the length as 50 minutes; radio gives 35 minutes"), "{}", run.stdout);
    assert_eq!(run.stderr, "1 story changed since `main`, 2 left out\n");
    let quiet = crosscheck(folder.path(), &["check", "--quiet", "--changed-since", "main"]);
    assert_eq!(quiet.stderr, "");
}

#[test]
fn where_nothing_changed_nothing_fails() {
    let folder = repository("");
    assert_eq!(crosscheck(folder.path(), &["check"]).code, 1);
    let sarif = folder.path().join("out.sarif");
    let run = crosscheck(folder.path(), &["check", "--changed-since", "HEAD", "--report", "sarif=out.sarif"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "0 stories changed since `HEAD`, 3 left out\n"));
    assert!(sarif.exists(), "a report is written all the same: {}", run.stdout);
    write(folder.path(), "rules/shared.yaml", "rules: [length is never]\n");
    assert_eq!(crosscheck(folder.path(), &["check", "--changed-since", "HEAD"]).code, 2, "a mistake is one");
}

#[test]
fn articles_and_rules_that_are_gone_or_new_are_changes() {
    let folder = repository("");
    let at = |path: &str| folder.path().join(path);
    fs::remove_file(at("ferry/radio.txt")).unwrap();
    assert_eq!(since(folder.path(), "HEAD"), ["ferry"], "gone");
    commit(folder.path());
    assert_eq!(since(folder.path(), "HEAD~1"), ["ferry"]);
    fs::rename(at("vote/radio.txt"), at("storm/wire.txt")).unwrap();
    assert_eq!(since(folder.path(), "HEAD"), ["storm", "vote"], "moved from one story to another");
    commit(folder.path());
    fs::remove_file(at("rules/storm.yaml")).unwrap();
    assert_eq!(since(folder.path(), "HEAD"), ALL, "nobody knows any more for whom it was");
    commit(folder.path());
    write(folder.path(), "vote/post.txt", "Count ends\n\nThe count took an hour.\n");
    assert_eq!(since(folder.path(), "HEAD"), ["vote"], "not added yet");
    write(folder.path(), ".gitignore", "post.txt\n");
    commit(folder.path());
    assert_eq!(since(folder.path(), "HEAD"), ["vote"], "what git leaves out and a glob names may have changed");
}

#[test]
fn folders_are_stories_of_what_was_in_them() {
    let folder = repository("");
    write(folder.path(), "crosscheck.yaml", "rules: [rules]\n");
    commit(folder.path());
    fs::remove_file(folder.path().join("vote/radio.txt")).unwrap();
    assert_eq!(since(folder.path(), "HEAD"), ["vote"]);
    commit(folder.path());
    write(folder.path(), ".gitignore", "herald.txt\n");
    assert_eq!(
        since(folder.path(), "HEAD"),
        ["ferry", "storm"],
        "other articles are found now: the vote has none left"
    );
}

#[test]
fn a_snapshot_or_a_baseline_is_a_change() {
    let folder = repository("");
    assert_eq!(crosscheck(folder.path(), &["snapshot"]).code, 0);
    let baseline: &[&str] = &["--baseline", "known.json"];
    crosscheck(folder.path(), &[&["check", "--update-baseline"], baseline].concat());
    commit(folder.path());
    assert_eq!(since(folder.path(), "HEAD"), [""; 0]);
    let snapshot = folder.path().join("snapshots/vote.snap");
    let text = fs::read_to_string(&snapshot).unwrap();
    fs::write(&snapshot, text.replace("40 minutes", "45 minutes")).unwrap();
    let run = crosscheck(folder.path(), &["check", "--changed-since", "HEAD", "--fail-on-change", "--quiet"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("changed[vote]"), "{}", run.stdout);
    assert!(!run.stderr.contains("stale"), "the other snapshots belong to stories: {}", run.stderr);
    commit(folder.path());
    append(&folder.path().join("known.json"));
    assert_eq!(judged(folder.path(), &[&["--changed-since", "HEAD"], baseline].concat()).0, ALL);
    assert_eq!(since(folder.path(), "HEAD"), [""; 0], "nobody asked for it");
}

#[test]
fn a_branch_is_meant_from_where_this_one_left_it() {
    let folder = repository("");
    git(folder.path(), &["switch", "--quiet", "--create", "desk"]);
    append(&folder.path().join("ferry/radio.txt"));
    commit(folder.path());
    git(folder.path(), &["switch", "--quiet", "main"]);
    append(&folder.path().join("vote/radio.txt"));
    commit(folder.path());
    git(folder.path(), &["switch", "--quiet", "desk"]);
    assert_eq!(since(folder.path(), "main"), ["ferry"]);
    git(folder.path(), &["switch", "--quiet", "--orphan", "other"]);
    for (path, text) in FILES {
        write(folder.path(), path, text);
    }
    append(&folder.path().join("notes.rst"));
    commit(folder.path());
    assert_eq!(since(folder.path(), "main"), ["vote"], "two histories with nothing in common are compared as they are");
}

#[test]
fn a_project_may_be_a_part_of_a_repository() {
    let folder = repository("news desk/a");
    let project = folder.path().join("news desk/a");
    append(&project.join("vote/radio.txt"));
    append(&project.join("notes.rst"));
    write(folder.path(), "elsewhere/ferry/radio.txt", "Not of this project.\n");
    assert_eq!(since(&project, "HEAD"), ["vote"]);
    assert_eq!(since(&project.join("rules"), "HEAD"), ["vote"], "from a folder below");
    let config = ["--config", "news desk/a/crosscheck.yaml", "--changed-since", "HEAD"];
    assert_eq!(judged(folder.path(), &config).0, ["vote"], "from a folder above");
    assert_eq!(judged(&project, &["vote", "storm", "--changed-since", "HEAD"]).0, ["vote"]);
    assert_eq!(judged(&project, &["storm", "--changed-since", "HEAD"]).0, [""; 0]);
}

#[test]
fn what_git_does_not_know_is_said() {
    let folder = repository("");
    let wrong = |folder: &Path, revision: &str| {
        let run = crosscheck(folder, &["check", "--changed-since", revision]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{revision}");
        run.stderr
    };
    let unknown = wrong(folder.path(), "nowhere");
    assert_eq!(
        unknown,
        "error: git knows no revision `nowhere`: write a branch, a tag or a commit that `git log` knows\n"
    );
    // Neither an option nor a command.
    for revision in ["--output=taken.txt", "$(touch taken.txt)", "HEAD\u{1b}[31m", "", "main..HEAD", "HEAD:rules"] {
        let said = crosscheck(folder.path(), &["check", &format!("--changed-since={revision}")]);
        assert_eq!(said.code, 2, "{revision}: {}", said.stderr);
        assert!(said.stderr.contains("git knows no revision") && !said.stderr.contains('\u{1b}'), "{}", said.stderr);
        assert!(!folder.path().join("taken.txt").exists(), "{revision}");
    }
    let shallow = TempDir::new().unwrap();
    append(&folder.path().join("vote/radio.txt"));
    commit(folder.path());
    let from = format!("file://{}", folder.path().display());
    git(shallow.path(), &["clone", "--quiet", "--depth", "1", &from, "copy"]);
    assert!(wrong(&shallow.path().join("copy"), "HEAD~1").contains("`fetch-depth: 0`"));
    let none = TempDir::new().unwrap();
    for (path, text) in FILES {
        write(none.path(), path, text);
    }
    assert!(wrong(none.path(), "HEAD").contains("not a git repository"));
}

#[test]
fn files_that_are_named_mean_whole_stories() {
    let folder = repository("");
    let whole = |paths: &[&str]| judged(folder.path(), &[&["--whole-stories"], paths].concat()).0;
    let cases: [(&[&str], &[&str]); 9] = [
        (&["ferry/radio.txt"], &["ferry"]),
        (&["ferry/radio.txt", "ferry/herald.txt", "vote/herald.txt", "notes.rst"], &["ferry", "vote"]),
        (&["rules/storm.yaml", "vote/herald.txt"], &["storm", "vote"]),
        (&["rules/shared.yaml"], &ALL),
        (&["rules/common"], &ALL),
        (&["crosscheck.yaml"], &ALL),
        (&["storm"], &["storm"]),
        (&["."], &ALL),
        (&["notes.rst"], &[]),
    ];
    for (paths, expected) in cases {
        assert_eq!(whole(paths), expected, "{paths:?}");
    }
    let run = crosscheck(folder.path(), &["check", "--whole-stories", "ferry/radio.txt"]);
    assert!(run.code == 1 && run.stdout.contains("herald gives the length as 50 minutes"), "{}", run.stdout);
    let alone = crosscheck(folder.path(), &["check", "ferry/radio.txt"]);
    assert_eq!(alone.code, 0, "an article by itself is at odds with nobody");
    let none = crosscheck(folder.path(), &["check", "--whole-stories", "notes.rst"]);
    assert_eq!((none.code, none.stderr.as_str()), (0, "no story hangs on what is named\n"));
    let missing = crosscheck(folder.path(), &["check", "--whole-stories", "ferry/rado.txt"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("error[missing-path]: there is no such file or folder"), "{}", missing.stderr);
    let nothing = crosscheck(folder.path(), &["check", "--whole-stories"]);
    assert_eq!(nothing.code, 2, "{}", nothing.stderr);
}

#[test]
fn the_report_of_a_chosen_story_is_that_of_the_whole_run() {
    let folder = repository("");
    let report = |arguments: &[&str]| -> serde_json::Value {
        let run = crosscheck(folder.path(), &[&["check", "--format", "json", "--verbose"], arguments].concat());
        serde_json::from_str(&run.stdout).unwrap()
    };
    let all = report(&[]);
    append(&folder.path().join("vote/radio.txt"));
    for arguments in [["--changed-since", "HEAD"], ["--whole-stories", "vote/radio.txt"]] {
        let chosen = report(&arguments);
        assert_eq!(chosen["stories"], serde_json::json!([all["stories"][2]]), "{arguments:?}");
        let codes = |report: &serde_json::Value| -> BTreeSet<String> {
            report["diagnostics"].as_array().unwrap().iter().map(|found| found["code"].to_string()).collect()
        };
        assert!(codes(&chosen).is_subset(&codes(&all)), "{chosen:#}");
    }
}
