//! Findings that somebody accepted: in `crosscheck.yaml`, in a rule, in an article; and what brings them back.

use crate::support::{CONFIG, RULES, crosscheck, fed, project, write};
use serde_json::Value as Json;
use std::{fs, path::Path};
use tempfile::TempDir;

/// The small project with suppressions in its configuration.
fn with(suppressions: &str) -> TempDir {
    let folder = project();
    write(folder.path(), "crosscheck.yaml", format!("{CONFIG}suppressions:\n{suppressions}"));
    folder
}

/// The rules whose findings fail on a day.
fn failing(folder: &Path, today: &str) -> Vec<String> {
    let run = crosscheck(folder, &["check", "--quiet", "--today", today, "--fail-on", "note"]);
    let rules = run.stdout.lines().filter_map(|line| Some(line.split_once('[')?.1.split_once(']')?.0.to_string()));
    let rules: Vec<String> = rules.collect();
    assert_eq!(run.code, i32::from(!rules.is_empty()), "{}{}", run.stdout, run.stderr);
    rules
}

fn json(folder: &Path, today: &str) -> Json {
    let run = crosscheck(folder, &["check", "--format", "json", "--today", today]);
    serde_json::from_str(&run.stdout).unwrap()
}

const DAY: &str = "2031-05-10";

#[test]
fn what_a_suppression_is_about_and_what_not() {
    let both = ["crossing", "passengers"].as_slice();
    for (suppression, left) in [
        ("{rule: crossing, reason: r}", ["passengers"].as_slice()),
        ("{rule: crossing, reason: r, source: Radio}", &["passengers"]),
        ("{rule: crossing, reason: r, source: ' radio '}", &["passengers"]),
        ("{rule: crossing, reason: r, article: articles/radio.txt}", &["passengers"]),
        ("{rule: crossing, reason: r, article: 'articles/r*'}", &["passengers"]),
        ("{rule: crossing, reason: r, article: [articles/x.txt, '**/radio.txt']}", &["passengers"]),
        ("{rule: crossing, reason: r, source: Radio, value: 35 minutes}", &["passengers"]),
        ("{rule: crossing, reason: r, source: Radio, expires: 2031-05-10}", &["passengers"]),
        ("{rule: passengers, reason: r, source: Radio}", &["crossing"]),
        // Another rule, article, source, value; a day that has passed.
        ("{rule: crossing, reason: r, source: Herald, article: articles/radio.txt}", both),
        ("{rule: crossing, reason: r, article: 'articles/x*'}", both),
        ("{rule: crossing, reason: r, source: Nobody}", both),
        ("{rule: crossing, reason: r, source: Radio, value: 36 minutes}", both),
        ("{rule: crossing, reason: r, source: Radio, value: 35}", both),
        ("{rule: crossing, reason: r, expires: 2031-05-09}", both),
        ("{rule: crossing, reason: r, fingerprint: '0000000000000000'}", both),
        // The source that is silent is Radio, and what Herald says is not at fault.
        ("{rule: passengers, reason: r, source: Herald}", both),
    ] {
        let folder = with(&format!("  - {suppression}\n"));
        assert_eq!(failing(folder.path(), DAY), left, "{suppression}");
    }
}

#[test]
fn a_figure_at_odds_with_several_is_accepted_alone() {
    let third = "---\nsource: Wire\npublished: 2031-05-09\n---\nFerry\n\nThe crossing took 20 minutes.\n";
    let fails = |source: &str, third: String| {
        let folder = with(&format!("  - {{rule: crossing, reason: r, source: {source}}}\n"));
        write(folder.path(), "articles/wire.txt", third);
        failing(folder.path(), DAY).contains(&"crossing".to_string())
    };
    // What is left of Herald and Wire is at odds, or is not.
    assert!(fails("Radio", third.to_string()));
    assert!(!fails("Radio", third.replace("20 minutes", "50 minutes")));
    assert!(fails("Herald", third.replace("20 minutes", "50 minutes")));
}

#[test]
fn what_is_accepted_is_counted_and_stays_in_the_report() {
    let folder = with("  - {rule: crossing, reason: he timed\n      the return, owner: desk, expires: 2031-12-31}\n");
    let report = json(folder.path(), DAY);
    let summary = &report["summary"];
    assert_eq!((&summary["fail"], &summary["suppressed"]), (&1.into(), &1.into()));
    let [rule, finding] = ["rules", "findings"].map(|key| &report["stories"][0][key][0]);
    assert_eq!((&rule["failure"], &rule["suppressed"], &rule["outcome"]), (&false.into(), &1.into(), &"fail".into()));
    assert_eq!((&finding["failure"], &finding["outcome"]), (&false.into(), &"fail".into()));
    let expected = serde_json::json!({"by": "project", "reason": "he timed the return", "owner": "desk",
        "expires": "2031-12-31", "place": {"file": "crosscheck.yaml", "line": 5, "column": 5}});
    assert_eq!(finding["suppressed"], expected);
    let text = |arguments: &[&str]| crosscheck(folder.path(), &[&["check", "--today", DAY], arguments].concat()).stdout;
    assert!(!text(&[]).contains("[crossing]"));
    assert!(text(&[]).ends_with("0 have no evidence; 1 finding suppressed\n"), "{}", text(&[]));
    let told = "  = suppressed: he timed the return (desk, until 2031-12-31; crosscheck.yaml:5)\n";
    assert!(text(&["--verbose"]).contains("suppressed[crossing]: Herald gives"));
    assert!(text(&["--verbose"]).contains(told));
}

#[test]
fn what_comes_back_says_why() {
    let folder = with("  - {rule: crossing, reason: r, source: Radio, value: 35 minutes, expires: 2031-05-10}\n");
    let reasons = |today: &str| json(folder.path(), today)["stories"][0]["findings"][0]["reasons"].clone();
    assert_eq!(reasons("2031-05-10"), serde_json::json!([]));
    assert_eq!(reasons("2031-05-11"), serde_json::json!(["it was accepted until 2031-05-10 (crosscheck.yaml:5)"]));
    let radio = folder.path().join("articles/radio.txt");
    let text = fs::read_to_string(&radio).unwrap().replace("35 minutes", "36 minutes");
    fs::write(&radio, text).unwrap();
    let why = "it was accepted while the value was 35 minutes (crosscheck.yaml:5)";
    assert_eq!(reasons("2031-05-10"), serde_json::json!([why]));
}

#[test]
fn in_a_rule() {
    let folder = project();
    let rules = RULES.replace("severity: warning", "suppress: {source: Radio, reason: they count the crew}");
    write(folder.path(), "rules/ferry.yaml", rules);
    assert_eq!(failing(folder.path(), DAY), ["crossing"]);
    assert_eq!(json(folder.path(), DAY)["stories"][0]["findings"][1]["suppressed"]["by"], "rule");
}

#[test]
fn in_an_article() {
    let comment = "<!-- crosscheck: allow passengers: 12 passengers are in the clip -->";
    let said = "The crossing took 35 minutes, he said.";
    for (name, text, left) in [
        ("radio.txt", format!("{comment}\n\nFerry on time\n\n{said}\n"), ["crossing"].as_slice()),
        ("radio.txt", format!("Ferry on time\n\n{said} {comment} He left.\n"), &["crossing"]),
        (
            "radio.txt",
            format!("Ferry on time\n\n{said}\n<!--crosscheck:allow passengers:in\nthe clip-->\n"),
            &["crossing"],
        ),
        ("radio.md", format!("# Ferry on time\n\n{comment}\n\n{said}\n"), &["crossing"]),
        ("radio.md", format!("# Ferry on time\n\n{said} {comment}\n"), &["crossing"]),
        (
            "radio.md",
            format!("---\ncrosscheck:\n  allow: {{passengers: in the clip}}\n---\n# Ferry\n\n{said}\n"),
            &["crossing"],
        ),
        // No comment to this program.
        (
            "radio.txt",
            format!("Ferry on time\n\n{said}\n<!-- allow passengers: in the clip -->\n"),
            &["crossing", "passengers"],
        ),
    ] {
        let folder = project();
        fs::remove_file(folder.path().join("articles/radio.txt")).unwrap();
        write(folder.path(), Path::new("articles").join(name), &text);
        assert_eq!(failing(folder.path(), DAY), left, "{text}");
        let claims = crosscheck(folder.path(), &["claims", "--format", "csv"]).stdout;
        assert!(!claims.contains(",12,") && !claims.contains("12 p"), "{text}: {claims}");
    }
}

#[test]
fn an_article_accepts_nothing_in_another() {
    let folder = project();
    let herald = fs::read_to_string(folder.path().join("articles/herald.txt")).unwrap();
    write(folder.path(), "articles/herald.txt", format!("{herald}\n<!-- crosscheck: allow passengers: no -->\n"));
    assert_eq!(failing(folder.path(), DAY), ["crossing", "passengers"]);
}

#[test]
fn claims_and_judge_accept_what_check_accepts() {
    let folder = with("  - {rule: crossing, reason: r, expires: 2031-05-10}\n");
    write(
        folder.path(),
        "articles/note.md",
        "# Crew\n\n<!-- crosscheck: allow passengers: no list -->\n\nThey sailed.\n",
    );
    for today in ["2031-05-10", "2031-05-11"] {
        let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
        let judged = fed(folder.path(), &["judge", "--today", today], &claims);
        assert_eq!(judged.stdout, crosscheck(folder.path(), &["check", "--today", today]).stdout);
    }
}

#[test]
fn what_accepts_nothing_is_told_where_all_is_checked() {
    let told = |folder: &Path, arguments: &[&str]| {
        let run = crosscheck(folder, &[&["check", "--quiet", "--today", DAY], arguments].concat());
        run.stderr
            .lines()
            .filter(|line| line.contains("suppression]") || line.contains("unknown-rule"))
            .map(str::to_string)
            .collect::<Vec<_>>()
    };
    let folder = with("  - {rule: crossing, reason: r, source: Nobody}\n  - {rule: crosing, reason: r}\n");
    assert_eq!(
        told(folder.path(), &[]),
        [
            "warning[unused-suppression]: this accepts nothing: what `crossing` finds now is something else (crosscheck.yaml:5:5)",
            "error[unknown-rule]: there is no rule `crosing`, so this accepts nothing (crosscheck.yaml:6:5)",
        ]
    );
    assert_eq!(told(folder.path(), &["articles/herald.txt"]).len(), 1, "only the rule that there is not");
    assert!(told(folder.path(), &["--rules", "rules"]).is_empty());
    let gone = with("  - {rule: crossing, reason: r}\n");
    write(gone.path(), "articles/radio.txt", "Ferry\n\nThe crossing took 50 minutes.\n");
    let message = "this accepts nothing: `crossing` has no such finding any more";
    assert_eq!(told(gone.path(), &[]), [format!("warning[unused-suppression]: {message} (crosscheck.yaml:5:5)")]);
}

/// The fingerprints of the failures, by rule.
fn prints(folder: &Path) -> Vec<(String, String)> {
    let report = json(folder, DAY);
    let findings = report["stories"][0]["findings"].as_array().unwrap().clone();
    let text = |one: &Json, key: &str| one[key].as_str().unwrap().to_string();
    findings.iter().map(|one| (text(one, "rule"), text(one, "fingerprint"))).collect()
}

#[test]
fn one_finding_is_accepted_by_its_fingerprint() {
    let folder = project();
    let (rule, print) = prints(folder.path())[0].clone();
    let accept = |more: &[&str]| crosscheck(folder.path(), &[&["accept", &print[..8], "--reason"], more].concat());
    let run = accept(&["two: ways \"round\"", "--owner", "the desk", "--expires", "2099-01-01"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let written = format!("{CONFIG}suppressions:\n  - rule: {rule}\n    fingerprint: ");
    let text = fs::read_to_string(folder.path().join("crosscheck.yaml")).unwrap();
    assert!(text.starts_with(&written) && text.ends_with("    expires: 2099-01-01\n"), "{text}");
    assert_eq!(failing(folder.path(), DAY), ["passengers"]);
    assert_eq!(json(folder.path(), DAY)["stories"][0]["findings"][0]["suppressed"]["reason"], "two: ways \"round\"");
    for (why, run) in [
        ("accepted already", accept(&["again"])),
        ("the reason is empty", accept(&[" "])),
        ("no finding has", crosscheck(folder.path(), &["accept", "0123456789abcdef", "--reason", "r"])),
        ("at least 6", crosscheck(folder.path(), &["accept", "01", "--reason", "r"])),
    ] {
        assert!(run.code == 2 && run.stderr.contains(why), "{why}: {}", run.stderr);
        assert_eq!(fs::read_to_string(folder.path().join("crosscheck.yaml")).unwrap(), text);
    }
    // Another figure is another finding.
    let radio = folder.path().join("articles/radio.txt");
    fs::write(&radio, fs::read_to_string(&radio).unwrap().replace("35 minutes", "36 minutes")).unwrap();
    assert_eq!(failing(folder.path(), DAY), ["crossing", "passengers"]);
}

#[test]
fn a_baseline_accepts_the_findings_of_a_day_and_takes_no_new_ones() {
    let folder = project();
    let check = |more: &[&str]| {
        let run = crosscheck(
            folder.path(),
            &[&["check", "-q", "--fail-on", "note", "--baseline", "old.json"], more].concat(),
        );
        (run.code, run.stdout.lines().count(), run.stderr)
    };
    let file = || fs::read_to_string(folder.path().join("old.json")).unwrap_or_default();
    let (code, _, told) = check(&[]);
    assert!(code == 2 && told.contains("error[bad-baseline]: there is no such baseline"), "{told}");
    assert_eq!(check(&["--update-baseline"]).0, 0);
    assert_eq!(file().matches("fingerprint").count(), 2);
    // Moved lines and line ends change nothing.
    let radio = folder.path().join("articles/radio.txt");
    let text = fs::read_to_string(&radio).unwrap();
    fs::write(&radio, text.replace("Ferry on time", "Ferry on time\n\nIt sailed.").replace('\n', "\r\n")).unwrap();
    assert_eq!((check(&[]).0, check(&[]).1), (0, 0));
    // One finding becomes another: it fails, and only the old one goes.
    fs::write(&radio, text.replace("35 minutes", "36 minutes")).unwrap();
    assert_eq!((check(&[]).0, check(&[]).1), (1, 1));
    let (code, _, told) = check(&["--update-baseline"]);
    assert!(code == 1 && told.contains("1 new finding not taken into the baseline"), "{told}");
    assert_eq!(file().matches("fingerprint").count(), 1);
    assert_eq!(check(&["--update-baseline", "--allow-new"]).0, 0);
    assert_eq!(file().matches("fingerprint").count(), 2);
    let before = file();
    write(folder.path(), "rules/broken.yaml", "rules: [toll]\n");
    assert_eq!(check(&["--update-baseline"]).0, 2);
    assert_eq!(file(), before, "what cannot be read is not gone");
    write(folder.path(), "old.json", "{}");
    assert_eq!(check(&[]).0, 2);
}

/// A code host tells what is new from what was there by this.
#[test]
fn sarif_says_which_failures_stand_in_the_baseline() {
    let folder = project();
    crosscheck(folder.path(), &["check", "-q", "--baseline", "old.json", "--update-baseline"]);
    let radio = folder.path().join("articles/radio.txt");
    let text = fs::read_to_string(&radio).unwrap();
    fs::write(&radio, text.replace("35 minutes", "36 minutes")).unwrap();
    let states = |arguments: &[&str]| {
        let run = crosscheck(folder.path(), &[&["check", "--format", "sarif", "--verbose"], arguments].concat());
        let log: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        let mut states: Vec<String> = results
            .iter()
            .filter_map(|result| Some(format!("{} {}", result["ruleId"].as_str()?, result["baselineState"].as_str()?)))
            .collect();
        states.sort();
        states
    };
    let of_baseline = states(&["--baseline", "old.json"]);
    assert_eq!(of_baseline.len(), 2, "{of_baseline:?}");
    assert!(of_baseline[0].ends_with(" new") && of_baseline[1].ends_with(" unchanged"), "{of_baseline:?}");
    assert!(states(&[]).is_empty());
}
