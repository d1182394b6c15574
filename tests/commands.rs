//! What the built binary prints and how it exits, on a small project in a folder of its own.

use crate::support::{Run, command, crosscheck, fed, output, transcript, write};
use std::{fs, path::Path, process::Stdio};
use tempfile::TempDir;

const CONFIG: &str = "\
rules: [rules]
stories:
  ferry: [articles/*.txt]
";

const RULES: &str = "\
topics:
  crossing time:
    kind: duration
    phrases:
      - crossing took <duration>
      - <duration> crossing
  passengers:
    kind: count
    phrases:
      - <count> passengers
rules:
  - id: crossing
    rule: crossing time consistent across sources
    why: the timetable is printed from it
  - id: passengers
    rule: passengers cited in every source
    severity: warning
";

const ARTICLES: &[(&str, &str)] = &[
    (
        "articles/herald.txt",
        "---\nsource: The Selm Herald\npublished: 2031-05-09\n---\nNew ferry sails\n\nThe crossing took 50 minutes on Thursday. On board were 120 passengers.\n",
    ),
    (
        "articles/radio.txt",
        "---\nsource: Radio Orvane\npublished: 2031-05-09\n---\nFerry on time\n\nIt was a 35-minute crossing, the harbour master said.\n",
    ),
];

/// A folder with the project in it.
fn project() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "crosscheck.yaml", CONFIG);
    write(folder.path(), "rules/ferry.yaml", RULES);
    ARTICLES.iter().for_each(|(path, text)| write(folder.path(), path, text));
    folder
}

#[test]
fn help() {
    let folder = project();
    let commands: [&[&str]; 15] = [
        &["--help"],
        &["check", "--help"],
        &["values", "--help"],
        &["claims", "--help"],
        &["compare", "--help"],
        &["suggest", "--help"],
        &["judge", "--help"],
        &["snapshot", "--help"],
        &["review", "--help"],
        &["mutate", "--help"],
        &["fmt", "--help"],
        &["schema", "--help"],
        &["init", "--help"],
        &["completions", "--help"],
        &["-h"],
    ];
    insta::assert_snapshot!(commands.map(|arguments| transcript(folder.path(), arguments)).join("\n"));
}

#[test]
fn version() {
    let run = crosscheck(project().path(), &["--version"]);
    assert_eq!((run.code, run.stdout), (0, format!("crosscheck {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn wrong_arguments_are_exit_2_and_say_what_is_meant() {
    let folder = project();
    let commands: [&[&str]; 8] = [
        &[],
        &["chek"],
        &["check", "--formt", "json"],
        &["check", "--format", "yaml"],
        &["check", "--fail-on", "warn"],
        &["values", "--kind", "durations"],
        &["check", "--quiet", "--verbose"],
        &["check", "--output", "no/such/folder/report.txt"],
    ];
    for arguments in commands {
        assert_eq!(crosscheck(folder.path(), arguments).code, 2, "{arguments:?}");
    }
    let told = commands.map(|arguments| crosscheck(folder.path(), arguments).stderr);
    let told: Vec<&str> = told.iter().skip(1).map(|text| text.split("\n\nUsage").next().unwrap().trim_end()).collect();
    // The words for a missing folder are the system's.
    insta::with_settings!({filters => vec![(r"written: .*", "written: [why]")]}, {
        insta::assert_snapshot!(told.join("\n----\n"));
    });
}

#[test]
fn check_shows_both_sides() {
    insta::assert_snapshot!(transcript(project().path(), &["check"]));
}

#[test]
fn check_quiet_is_one_line_a_failure() {
    let run = crosscheck(project().path(), &["check", "--quiet"]);
    let rules: Vec<&str> = run.stdout.lines().map(|line| line.split(": ").nth(2).unwrap()).collect();
    assert_eq!(rules, ["error[crossing]", "warning[passengers]"]);
    assert_eq!(run.stderr, "");
}

#[test]
fn check_json_is_one_object_of_version_2() {
    let run = crosscheck(project().path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["version"], 2);
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["version", "stories", "diagnostics", "summary"]);
    assert_eq!(report["stories"][0]["findings"][0]["outcome"], "fail");
    assert_eq!(
        report["summary"],
        serde_json::json!({"pass": 0, "fail": 2, "no_evidence": 0, "suppressed": 0,
            "items": {"checked": 0, "failed": 0, "unchecked": 0}})
    );
    assert_eq!(run.code, 1);
}

/// Whether nothing to compare fails a run shows in every format, and not in the exit code alone.
#[test]
fn a_failure_for_want_of_evidence_is_said() {
    for (counts_as, failure, summary, line, code) in [
        ("warn", false, [0, 0, 1], "1 rule: 0 pass, 0 fail, 1 has no evidence", 0),
        (
            "fail",
            true,
            [0, 1, 1],
            "1 rule: 0 pass, 1 fails (1 error), 1 has no evidence (which counts as a failure)",
            1,
        ),
        ("pass", false, [1, 0, 0], "1 rule: 1 passes, 0 fail, 0 have no evidence", 0),
    ] {
        let folder = TempDir::new().unwrap();
        let rule = format!(
            "topics: {{toll: {{kind: count, phrases: ['<count> dead']}}}}\nrules:\n  - rule: toll consistent across sources\n    on no evidence: {counts_as}\n"
        );
        write(folder.path(), "rules.yaml", &rule);
        write(folder.path(), "storm/post.txt", "There were 5 dead.\n");
        let check =
            |format: &str| crosscheck(folder.path(), &["check", "storm", "--rules", "rules.yaml", "--format", format]);
        let run = check("json");
        let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let counts = ["pass", "fail", "no_evidence"].map(|key| report["summary"][key].as_u64().unwrap());
        assert_eq!((counts, run.code), (summary, code), "{counts_as}");
        assert_eq!(report["stories"][0]["findings"][0]["failure"], failure, "{counts_as}");
        assert_eq!(check("text").stdout.lines().last(), Some(line), "{counts_as}");
    }
}

/// A topic may be called as what an article says about itself, or as every value of a kind: they stay apart, also in a pipe.
#[test]
fn two_subjects_of_one_name_are_two() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "crosscheck.yaml", "rules: [all.yaml, books.yaml]\nstories: {books: [books/*.txt]}\n");
    write(folder.path(), "all.yaml", "rules:\n  - publication date cited in every source\n  - every time has a zone\n");
    let topics = "topics:\n  publication date: {kind: date, phrases: ['came out on <date>']}\n  \
                  every time: {kind: count, phrases: ['<count> readings']}\n";
    let rules = "rules:\n  - publication date consistent across sources\n  - every time consistent across sources\n";
    write(folder.path(), "books.yaml", format!("story: books\n{topics}{rules}"));
    for (source, day, time) in [("post", 1, "3 pm GMT"), ("wire", 2, "5 pm")] {
        let text = format!("It came out on 3 May 2021 at {time}, after two readings.");
        let file = format!("---\nsource: {source}\npublished: 2024-05-0{day}\n---\n\n{text}\n");
        write(folder.path(), format!("books/{source}.txt"), &file);
    }
    let run = crosscheck(folder.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let findings = report["stories"][0]["findings"].as_array().unwrap();
    let outcomes: Vec<(&str, &str, usize)> = findings
        .iter()
        .map(|finding| {
            let evidence = finding["evidence"].as_array().unwrap().len();
            (finding["sentence"].as_str().unwrap(), finding["outcome"].as_str().unwrap(), evidence)
        })
        .collect();
    assert_eq!(
        outcomes,
        [
            ("publication date cited in every source", "pass", 2),
            ("every time has a zone", "fail", 1),
            ("publication date consistent across sources", "pass", 2),
            ("every time consistent across sources", "pass", 2),
        ]
    );
    let topics = report["stories"][0]["topics"].as_array().unwrap();
    let rows: Vec<(&str, usize)> = topics
        .iter()
        .map(|topic| (topic["topic"].as_str().unwrap(), topic["claims"].as_array().unwrap().len()))
        .collect();
    assert_eq!(rows, [("publication date", 2), ("every time", 2)]);
    piped_is_the_same(folder.path(), &[]);
}

#[test]
fn values_need_no_rules_and_no_configuration() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "one.txt", "It took 50 minutes.\n");
    insta::assert_snapshot!(transcript(folder.path(), &["values", "one.txt", "--kind", "duration"]));
}

#[test]
fn values_read_no_rule_file() {
    let (folder, _) = mistaken();
    let run = crosscheck(folder.path(), &["values", "articles/herald.txt", "--kind", "duration"]);
    assert!(run.stderr.is_empty() && run.stdout.contains("50 minutes"), "{}{}", run.stdout, run.stderr);
    assert_eq!(run.code, 0);
}

#[test]
fn a_rule_that_does_not_apply_is_one_line() {
    let folder = project();
    write(
        folder.path(),
        "rules/more.yaml",
        "rules:\n  - when passengers at least 500, passengers cited in every source\n",
    );
    let run = crosscheck(folder.path(), &["check", "--rules", "rules"]);
    let said: Vec<&str> = run.stdout.split("\n\n").filter(|part| part.contains("does not apply")).collect();
    assert_eq!(
        said,
        [
            "no evidence[when-passengers-at-least-500-passengers-cited-in-every-source]: does not apply: The Selm Herald gives the \
          passengers as 120, which is not at least 500 (rules/more.yaml:2:5)"
        ]
    );
}

#[test]
fn words_of_two_topics_are_shown_once() {
    let folder = project();
    let rules = "\
topics:
  aboard: {kind: count, phrases: ['<count> passengers']}
  paying: {kind: count, phrases: ['<count> passengers']}
  crew: {kind: count, phrases: ['crew of <count>']}
rules:
  - aboard equals the sum of paying and crew
";
    write(folder.path(), "two.yaml", rules);
    let run = crosscheck(folder.path(), &["check", "--rules", "two.yaml"]);
    assert_eq!(run.stdout.matches("herald.txt:7:57").count(), 1, "{}", run.stdout);
    assert!(!run.stdout.contains("also at"), "{}", run.stdout);
}

#[test]
fn a_tolerated_difference_is_no_conflict_in_the_matrix() {
    let folder = project();
    let rules = RULES.replace("consistent across sources", "consistent across sources within 20 minutes");
    write(folder.path(), "rules/ferry.yaml", &rules);
    let run = crosscheck(folder.path(), &["check"]);
    assert!(run.stdout.contains("differs, within 20") && !run.stdout.contains("conflict"), "{}", run.stdout);
    let run = crosscheck(folder.path(), &["check", "--format", "json"]);
    assert!(run.stdout.contains("\"agreement\": \"conflict\"") || run.stdout.contains("\"agreement\":\"conflict\""));
}

#[test]
fn values_json_is_an_array_of_articles() {
    let run = crosscheck(project().path(), &["values", "articles/herald.txt", "--format", "json"]);
    let articles: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(articles[0]["article"], "articles/herald.txt");
    let keys: Vec<&String> = articles[0]["values"][0].as_object().expect("a value").keys().collect();
    assert!(keys.starts_with(&[&"start".into(), &"end".into(), &"line".into(), &"column".into()]), "{keys:?}");
    assert_eq!(run.code, 0);
}

#[test]
fn claims_are_shown_by_article() {
    insta::assert_snapshot!(transcript(project().path(), &["claims"]));
}

/// A project with a mistake in a rule, and an article that is not there.
fn mistaken() -> (TempDir, Vec<&'static str>) {
    let folder = project();
    write(folder.path(), "rules/more.yaml", "rules:\n  - crosing time consistent across sources\n");
    (folder, vec!["articles/herald.txt", "articles/none.txt", "articles/radio.txt"])
}

fn piped_is_the_same(folder: &Path, paths: &[&str]) {
    let claims = crosscheck(folder, &[&["claims", "--format", "ndjson"], paths].concat());
    assert_eq!(claims.stderr, "", "what is wrong is among the records");
    for options in
        [&["--format", "text"][..], &["--format", "json"], &["--verbose"], &["--quiet"], &["--color", "always"]]
    {
        let whole = crosscheck(folder, &[&["check"], options, paths].concat());
        let halves = fed(folder, &[&["judge"], options].concat(), &claims.stdout);
        assert_eq!(halves, whole, "{options:?}");
    }
}

#[test]
fn claims_then_judge_is_check() {
    piped_is_the_same(project().path(), &[]);
}

#[test]
fn claims_then_judge_is_check_with_diagnostics_too() {
    let (folder, paths) = mistaken();
    piped_is_the_same(folder.path(), &paths);
}

#[test]
fn packs_and_included_files_go_through_the_pipe() {
    let folder = project();
    let path = folder.path();
    write(path, "crosscheck.yaml", format!("{CONFIG}use: [newsroom-standards, {{pack: dates, severity: error}}]\n"));
    write(path, "rules/more.yaml", "include: [more/boats.yaml]\nrules: []\n");
    write(path, "rules/more/boats.yaml", "use: quotes\nrules:\n  - crossing time at most 40 minutes\n");
    piped_is_the_same(path, &[]);
    insta::assert_snapshot!(transcript(path, &["check", "--quiet"]));
}

#[test]
fn words_that_support_something_go_through_the_pipe() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let packs = "[llm-summary, newsroom-standards, quotes, dates]";
    let groups = "  s/digest.md: { group: summary }\n  \"s/*.txt\": { group: sources }\n";
    write(path, "crosscheck.yaml", format!("use: {packs}\narticles:\n{groups}"));
    let digest = "# Dam at Maurin breaks\n\nPilot Ada Quill flew to Maurin. Orvania won the U.S. vote, he said.\n";
    write(path, "s/digest.md", digest);
    write(path, "s/a.txt", "Water at Maurin\n\nMaurin was under water. \"Ada Quill flew,\" they said. Orvanta lost.\n");
    write(path, "s/b.txt", "Vote in Selm\n\nThe United States voted on 3 May 2031, they said in Selm.\n");
    let claims = crosscheck(path, &["claims", "--format", "ndjson"]);
    assert!(claims.stdout.contains("\"openers\""), "{}", claims.stdout);
    let run = crosscheck(path, &["check", "--quiet"]);
    assert!(run.stdout.contains("`Orvania` in digest is not found"), "{}", run.stdout);
    piped_is_the_same(path, &[]);
    write(path, "crosscheck.yaml", "use: [dates]\n");
    let claims = crosscheck(path, &["claims", "--format", "ndjson"]);
    assert!(!claims.stdout.contains("\"words\":{\"sentences\""), "no rule asks for words");
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = project();
    for number in 0..40 {
        let text =
            format!("---\nsource: Outlet {number}\n---\nFerry\n\nThe crossing took {} minutes.\n", 30 + number % 3);
        write(folder.path(), format!("articles/outlet-{number}.txt"), &text);
    }
    let with = |threads: &str| {
        output(command(folder.path(), &["check", "--format", "json"]).env("RAYON_NUM_THREADS", threads))
    };
    assert_eq!(with("1"), with("7"));
}

#[test]
fn judge_needs_no_articles() {
    let folder = project();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]);
    let checked = crosscheck(folder.path(), &["check"]);
    fs::remove_dir_all(folder.path().join("articles")).unwrap();
    assert_eq!(fed(folder.path(), &["judge"], &claims.stdout), checked);
}

#[test]
fn claims_that_are_piped_twice_count_once() {
    let folder = project();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    let twice = fed(folder.path(), &["judge"], format!("{claims}{claims}"));
    assert_eq!(twice, crosscheck(folder.path(), &["check"]));
}

#[test]
fn a_broken_line_is_told_and_hides_no_other() {
    let folder = project();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    let run = fed(folder.path(), &["judge", "--format", "text"], format!("{claims}{{\"article\": 7}}\n"));
    assert_eq!(run.code, 2);
    let line = claims.lines().count() + 1;
    assert!(run.stderr.contains(&format!("standard input:{line}:")), "{}", run.stderr);
    assert!(run.stderr.contains("broken-record"), "{}", run.stderr);
    let whole = crosscheck(folder.path(), &["check"]).stdout;
    let findings = |text: &str| text.lines().rev().skip(1).map(String::from).collect::<Vec<_>>();
    assert_eq!(findings(&run.stdout), findings(&whole));
}

#[test]
fn exit_codes() {
    let folder = project();
    let code = |arguments: &[&str]| crosscheck(folder.path(), arguments).code;
    assert_eq!(code(&["check"]), 1);
    assert_eq!(code(&["check", "--fail-on", "never"]), 0);
    assert_eq!(code(&["check", "--fail-on", "note"]), 1);
    let kinder = RULES.replace("crossing time consistent across sources", "crossing time cited in every source");
    write(folder.path(), "rules/ferry.yaml", &kinder);
    assert_eq!(code(&["check"]), 0, "only a warning failed");
    assert_eq!(code(&["check", "--fail-on", "warning"]), 1);
    let (folder, paths) = mistaken();
    assert_eq!(crosscheck(folder.path(), &[&["check"][..], &paths].concat()).code, 2, "2 wins over 1");
}

#[test]
fn output_goes_to_a_file_without_colours() {
    let folder = project();
    let printed = crosscheck(folder.path(), &["check"]);
    let run = crosscheck(folder.path(), &["check", "--output", "report.txt"]);
    assert_eq!((run.code, run.stdout.as_str()), (printed.code, ""));
    assert_eq!(fs::read_to_string(folder.path().join("report.txt")).unwrap(), printed.stdout);
    let strays = fs::read_dir(folder.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".crosscheck-"));
    assert_eq!(strays.count(), 0);
}

#[cfg(unix)]
#[test]
fn output_to_a_device_leaves_it_a_device() {
    let folder = project();
    let run = crosscheck(folder.path(), &["check", "--output", "/dev/null"]);
    assert_eq!(run.stdout, "");
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn colours_are_as_asked() {
    let folder = project();
    let is_painted = |run: Run| run.stdout.contains('\u{1b}');
    assert!(!is_painted(crosscheck(folder.path(), &["check"])));
    assert!(!is_painted(crosscheck(folder.path(), &["check", "--color", "never"])));
    assert!(is_painted(crosscheck(folder.path(), &["check", "--color", "always"])));
    let run = output(command(folder.path(), &["check"]).env("NO_COLOR", "1"));
    assert!(!is_painted(run));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let folder = project();
    let mut child =
        command(folder.path(), &["check", "--verbose"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_ne!(output.status.code(), Some(101));
}

#[test]
fn a_shell_completes_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = crosscheck(project().path(), &["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{shell}");
        for word in ["check", "explain", "fail-on-change", "completions"] {
            assert!(run.stdout.contains(word), "{shell}: {word}");
        }
    }
    let run = crosscheck(project().path(), &["completions", "tcsh"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("possible values: bash"), "{}", run.stderr);
}
