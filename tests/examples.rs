//! `crosscheck test`: the examples of rules and topics, what no example reaches, and the exit codes.

use crate::support::{crosscheck, write};
use tempfile::TempDir;

const TOPIC: &str = "topics:\n  dead:\n    kind: count\n    phrases:\n      - <count> people died\n";

fn project(rules: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "rules.yaml", rules);
    folder
}

/// What it says of some examples of one rule, and its exit code.
fn tried(examples: &str, options: &[&str]) -> (String, i32) {
    let folder = project(&format!("{TOPIC}rules:\n  - id: few\n    rule: dead at most 5\n    examples: {examples}\n"));
    let run = crosscheck(folder.path(), &[&["test", "--rules", "rules.yaml"], options].concat());
    (run.stdout, run.code)
}

#[test]
fn each_example_is_tried() {
    for (examples, code, says) in [
        ("{pass: 5 people died., fail: 6 people died.}", 0, "2 examples: 2 as they say\n"),
        ("{pass: 6 people died.}", 1, "few: must pass, and fails: "),
        ("{fail: 5 people died.}", 1, "few: must fail, and passes: "),
        ("{pass: It was bad.}", 1, "few: must pass, and has no evidence: "),
        ("{no evidence: It was bad.}", 0, "1 example: 1 as they say\n"),
        ("{no evidence: 5 people died.}", 1, "few: must have no evidence, and passes: "),
        ("{todo: {pass: 6 people died.}}", 0, "few: should pass, and fails: "),
        ("{todo: {pass: 5 people died.}}", 0, "few: passes, as it should: take it out of `todo`\n"),
        ("{}", 0, "0 examples: 0 as they say; 1 rule without an example\n"),
    ] {
        let (printed, found) = tried(examples, &[]);
        assert_eq!(found, code, "{examples}: {printed}");
        assert!(printed.contains(says), "{examples}: {printed}");
    }
}

#[test]
fn strict_wants_every_rule_and_phrase_reached() {
    let both = "{pass: 5 people died., fail: 6 people died.}";
    for (examples, options, code, says) in [
        (both, &["--coverage"][..], 0, "2 examples: 2 as they say\n"),
        (both, &["--strict"], 0, "2 examples: 2 as they say\n"),
        ("{pass: 5 people died.}", &["--coverage"], 0, "the rule `few` has no example that fails"),
        ("{pass: 5 people died.}", &["--strict"], 1, "the rule `few` has no example that fails"),
        (
            "{no evidence: It was bad.}",
            &["--strict"],
            1,
            "the phrase `<count> people died` of the topic `dead` finds nothing",
        ),
        (
            "{pass: 5 people died., fail: 6 people died., todo: {pass: 4 people died.}}",
            &["--strict"],
            1,
            "take it out of `todo`",
        ),
    ] {
        let (printed, found) = tried(examples, options);
        assert_eq!(found, code, "{examples}: {printed}");
        assert!(printed.contains(says), "{examples}: {printed}");
    }
}

#[test]
fn topics_find_what_they_say() {
    let of = |examples: &str| {
        let folder = project(&format!("{TOPIC}    examples: {examples}\nrules:\n  - dead cited\n"));
        let run = crosscheck(folder.path(), &["test", "--rules", "rules.yaml"]);
        (run.stdout, run.code)
    };
    assert_eq!(of("{finds: [<Nine> people died.], finds nothing: [Nine people fled.]}").1, 0);
    let (printed, code) = of("{finds: [<Nine> people fled.], finds nothing: [Nine people died.]}");
    assert_eq!(code, 1, "{printed}");
    assert!(printed.contains("topic dead: must find `Nine`, and finds nothing\n"), "{printed}");
    assert!(printed.contains("topic dead: must find nothing, and finds `Nine`\n"), "{printed}");
}

#[test]
fn packs_are_under_test_where_they_are_made_and_mistakes_win() {
    let folder =
        project(&format!("use: [quotes]\n{TOPIC}rules:\n  - rule: dead cited\n    examples: {{fail: It was bad.}}\n"));
    let run = crosscheck(folder.path(), &["test", "--rules", "rules.yaml"]);
    assert_eq!((run.stdout.as_str(), run.code), ("1 example: 1 as they say\n", 0));
    let folder = project("rules:\n  - dead cited\n");
    let run = crosscheck(folder.path(), &["test", "--rules", "rules.yaml"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("unknown-topic"), "{}", run.stderr);
}

/// Each clause of a sentence has to be seen to hold and to fail.
#[test]
fn coverage_looks_at_each_clause_of_a_sentence() {
    let topics = format!("{TOPIC}  boats: {{kind: count, phrases: [<count> boats sank]}}\n");
    let tried = |examples: &str| {
        let rule = format!(
            "rules:\n  - id: both\n    rule: when boats at least 1, dead at most 5\n    examples: {examples}\n"
        );
        let folder = project(&format!("{topics}{rule}"));
        let run = crosscheck(folder.path(), &["test", "--rules", "rules.yaml", "--coverage"]);
        (run.stdout, run.code)
    };
    let (printed, code) = tried("{pass: 2 boats sank. 5 people died., fail: 2 boats sank. 6 people died.}");
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("in no example of the rule `both` does `boats at least 1` fail"), "{printed}");
    assert!(!printed.contains("dead at most 5"), "{printed}");
}

#[test]
fn json_has_every_example_and_what_is_not_reached() {
    let folder = project(&format!(
        "{TOPIC}rules:\n  - id: few\n    rule: dead at most 5\n    examples: {{pass: 6 people died., todo: {{fail: 3 died.}}}}\n"
    ));
    let run = crosscheck(folder.path(), &["test", "--rules", "rules.yaml", "--coverage", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(run.code, 1);
    let examples = &report["tested"][0]["examples"];
    assert_eq!((&examples[0]["result"], &examples[1]["result"]), (&"wrong".into(), &"gap".into()), "{report}");
    assert_eq!(examples[0]["answered"], serde_json::json!({"answers": "fail"}));
    assert_eq!(report["unreached"][0]["what"], serde_json::json!({"answer": {"rule": "few", "outcome": "fail"}}));
}
