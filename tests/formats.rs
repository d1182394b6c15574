//! The formats for build servers, code hosts and spreadsheets: what each is held to by whoever reads it.

use crate::support::{
    command,
    harbour::{finding, harbour, report},
    hostile, html,
    json_schema::complaints,
    obeyed::{fault, fault_of_table, without_own},
    output, project, write,
    xml::elements,
};
use crosscheck::rooms::{
    diagnostic::Colour,
    finding::{Outcome, Report, Severity, StoryReport},
    report::{self, Detail, Style},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn printed(format: &str, report: &Report, detail: Detail) -> String {
    let style = Style { detail, ..Style::default() };
    report::find(report::ALL, format).expect("a format").printed(report, &style).to_string()
}

fn of_harbour(format: &str) -> String {
    printed(format, &report(vec![harbour()]), Detail::Normal)
}

#[test]
fn sarif_has_its_shape() {
    insta::assert_snapshot!(of_harbour("sarif"));
}

#[test]
fn sarif_has_no_other_keys_and_its_references_lead_somewhere() {
    let schema: Value = serde_json::from_str(include_str!("../fixtures/formats/sarif.json")).unwrap();
    let folder = project();
    write(
        folder.path(),
        "rules/more.yaml",
        "rules:\n  - crossing time citd\n  - {rule: every quotation closed, tags: [a, a]}\n",
    );
    let run = output(&mut command(folder.path(), &["check", "--format", "sarif", "--verbose"])).stdout;
    let by_hand = [harbour(), hostile::story(hostile::WORDS)]
        .map(|story| printed("sarif", &report(vec![story]), Detail::Verbose));
    for text in by_hand.into_iter().chain([run]) {
        let log: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(complaints(&schema, &log), Vec::<String>::new(), "{text}");
        let driver = &log["runs"][0]["tool"]["driver"];
        let results = log["runs"][0]["results"].as_array().unwrap();
        assert!(!results.is_empty());
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(driver["rules"][index]["id"], result["ruleId"]);
        }
        for rule in driver["rules"].as_array().unwrap() {
            let tags = rule["properties"]["tags"].as_array().cloned().unwrap_or_default();
            let different: BTreeSet<&str> = tags.iter().map(|tag| tag.as_str().unwrap()).collect();
            assert_eq!(different.len(), tags.len(), "{rule}");
        }
    }
}

#[test]
fn junit_has_its_shape() {
    insta::assert_snapshot!(of_harbour("junit"));
}

#[test]
fn annotations_have_their_shape() {
    insta::assert_snapshot!(of_harbour("github"));
}

#[test]
fn code_quality_has_its_shape() {
    insta::assert_snapshot!(of_harbour("gitlab"));
}

#[test]
fn remarks_have_their_shape() {
    insta::assert_snapshot!(of_harbour("rdjson"));
}

#[test]
fn markdown_has_its_shape() {
    insta::assert_snapshot!(of_harbour("markdown"));
}

#[test]
fn topics_are_rows() {
    insta::assert_snapshot!(of_harbour("csv").replace("\r\n", "\n"));
}

#[test]
fn lines_for_agents_hold_no_excerpt() {
    insta::assert_snapshot!(of_harbour("agent"));
}

/// Which of its findings a report lists, by how much is wanted.
#[test]
fn what_is_wanted_is_listed() {
    let report = report(vec![harbour()]);
    let results = |detail| {
        let log: Value = serde_json::from_str(&printed("sarif", &report, detail)).unwrap();
        let results = log["runs"][0]["results"].as_array().unwrap().clone();
        results.iter().map(|result| result["kind"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let (quiet, normal, verbose) = (results(Detail::Quiet), results(Detail::Normal), results(Detail::Verbose));
    assert!(quiet.iter().all(|kind| kind == "fail") && !quiet.is_empty(), "{quiet:?}");
    assert!(normal.contains(&"open".to_string()) && !normal.contains(&"pass".to_string()), "{normal:?}");
    assert!(verbose.contains(&"pass".to_string()), "{verbose:?}");
}

#[test]
fn foreign_words_are_harmless_in_every_format() {
    let report = report(vec![hostile::story(hostile::WORDS)]);
    for format in report::ALL {
        for detail in [Detail::Quiet, Detail::Normal, Detail::Verbose] {
            let text = printed(format.name, &report, detail);
            if format.name != "text" {
                let terminal = Style { detail, colour: Colour::Ansi, width: Some(40) };
                assert_eq!(*format.printed(&report, &terminal), text, "{}: a terminal changes it", format.name);
            }
            assert_eq!(fault(&without_own(format.name, &text)), None, "{} {detail:?}", format.name);
        }
    }
    for table in ["csv", "event-coding"] {
        assert_eq!(fault_of_table(&printed(table, &report, Detail::Normal)), None, "{table}");
    }
    let commands = printed("github", &report, Detail::Normal);
    let lines: Vec<&str> = commands.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.starts_with("::error file=a%3A%3Ab%2Cc.txt,line=3,")).count(), 1);
    assert!(lines.iter().all(|line| line.starts_with("::error ") || line.starts_with("::warning ")), "{commands}");
    let xml = printed("junit", &report, Detail::Normal);
    assert!(!xml.contains("]]>") && !xml.contains("<script"), "{xml}");
    let read = elements(&xml).expect("XML");
    assert_eq!((read["testcase"], read["failure"], read["error"]), (2, 1, 1));
    let markdown = printed("markdown", &report, Detail::Normal);
    for markup in ["<script", "**b**", "`c`", "@octo", " #12", "[x]", "http:/"] {
        assert!(!markdown.contains(markup), "{markup}: {markdown}");
    }
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<usize> = markdown.lines().filter(|line| line.starts_with('|')).map(cells).collect();
    assert_eq!(rows, [5; 3], "{markdown}");
    let page = printed("html", &report, Detail::Normal);
    let tags = html::tags(&page).expect("HTML");
    assert_eq!(tags.iter().filter(|tag| tag.name == "script" && !tag.is_end).count(), 1, "{page}");
    let sarif = printed("sarif", &report, Detail::Normal);
    let log: Value = serde_json::from_str(&sarif).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert!(!result["message"]["text"].as_str().unwrap().contains("]("), "{result}");
    assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a%3A%3Ab%2Cc.txt");
}

/// GitHub passes over what is too much without a word, so the last annotation counts it.
#[test]
fn annotations_that_are_too_many_are_counted() {
    let story = |failures: usize| StoryReport {
        findings: (0..failures)
            .map(|number| finding(&format!("r{number}"), "s", Outcome::Fail, Severity::Error, "m"))
            .chain((0..12).map(|number| finding(&format!("n{number}"), "s", Outcome::NoEvidence, Severity::Error, "m")))
            .collect(),
        topics: Vec::new(),
        ..harbour()
    };
    let report = report(vec![story(23)]);
    let text = printed("github", &report, Detail::Normal);
    let of = |word: &str| text.lines().filter(|line| line.starts_with(word)).count();
    assert_eq!((of("::error "), of("::warning "), of("::notice ")), (10, 1, 10), "{text}");
    // Of 23 failures and a mistake 14, of 12 notices 3.
    assert!(text.ends_with("::notice title=crosscheck::17 more; the job summary or the log has all\n"), "{text}");
    let quiet = printed("github", &Report { diagnostics: Vec::new(), ..report }, Detail::Quiet);
    assert!(quiet.ends_with("::13 more; the job summary or the log has all\n"), "{quiet}");
}

/// One rule can say the same of two stories; whoever tells issues apart by their fingerprints has two.
#[test]
fn two_stories_have_two_fingerprints() {
    let other = StoryReport { story: "other".into(), ..harbour() };
    let issues: Vec<Value> =
        serde_json::from_str(&printed("gitlab", &report(vec![harbour(), other]), Detail::Normal)).unwrap();
    let of = |rule: &str| {
        let own = issues.iter().filter(|issue| issue["check_name"] == rule);
        own.map(|issue| issue["fingerprint"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    let prints = of("meeting-date");
    assert!(prints.len() == 2 && prints[0] != prints[1], "{prints:?}");
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = project();
    let run = |arguments: &[&str]| output(&mut command(folder.path(), arguments));
    let read = |file: &str| std::fs::read_to_string(folder.path().join(file)).unwrap();
    let alone = run(&["check"]);
    let both = run(&["check", "--report", "sarif=out.sarif", "--report", "markdown=_out/summary.md"]);
    assert_eq!((both.code, both.stderr.contains("there is no such folder")), (2, true), "{}", both.stderr);
    assert_eq!(both.stdout, alone.stdout, "what cannot be written takes nothing else away");
    assert_eq!(read("out.sarif"), run(&["check", "--format", "sarif"]).stdout);
    std::fs::create_dir(folder.path().join("_out")).unwrap();
    let all: Vec<String> = report::ALL.iter().map(|format| format!("{0}=_out/{0}", format.name)).collect();
    let arguments: Vec<&str> = all.iter().flat_map(|one| ["--report", one.as_str()]).collect();
    let run_all = run(&[&["check", "--output", "_out/main"][..], &arguments].concat());
    assert_eq!((run_all.code, run_all.stdout.as_str()), (1, ""), "{}", run_all.stderr);
    for format in report::ALL {
        let printed = run(&["check", "--format", format.name]).stdout;
        assert_eq!(read(&format!("_out/{}", format.name)), printed, "{}", format.name);
    }
    assert_eq!(read("_out/main"), alone.stdout);
}

#[test]
fn a_report_spares_articles_and_other_reports() {
    let folder = project();
    write(folder.path(), "same", "kept");
    let run = |arguments: &[&str]| output(&mut command(folder.path(), arguments));
    for (arguments, told) in [
        (&["check", "--report", "markdown=articles/new.md"][..], "error[report-among-articles]"),
        (&["check", "--report", "sarif=same", "--output", "same"], "two reports would be written to one file"),
        (&["check", "--report", "sarif=same", "--report", "json=same"], "two reports would be written to one file"),
        (&["check", "--report", "serif=x"], "did you mean `sarif`?"),
        (&["check", "--report", "sarif"], "write a format and a file, as in `sarif=out.sarif`"),
    ] {
        let run = run(arguments);
        assert!(run.code == 2 && run.stderr.contains(told) && run.stdout.is_empty(), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("same")).unwrap(), "kept");
    assert!(!folder.path().join("articles/new.md").exists());
}

/// What is wrong with the project is in the reports of build servers too, where a green page would hide it.
#[test]
fn mistakes_are_no_success() {
    let folder = project();
    write(folder.path(), "rules/more.yaml", "rules:\n  - crossing time citd\n");
    let run = |format: &str| output(&mut command(folder.path(), &["check", "--format", format])).stdout;
    let junit = elements(&run("junit")).unwrap();
    assert_eq!((junit["error"], junit["failure"]), (1, 2));
    let sarif: Value = serde_json::from_str(&run("sarif")).unwrap();
    let invocation = &sarif["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), 1);
    let issues: Value = serde_json::from_str(&run("gitlab")).unwrap();
    assert_eq!(
        (&issues[0]["severity"], &issues[0]["location"]["path"]),
        (&json!("blocker"), &json!("rules/more.yaml"))
    );
    let remarks: Value = serde_json::from_str(&run("rdjson")).unwrap();
    assert_eq!(remarks["diagnostics"][0]["severity"], "ERROR");
    assert!(run("github").starts_with("::error file=rules/more.yaml,line=2,col="), "{}", run("github"));
    assert!(run("agent").starts_with("mistake["), "{}", run("agent"));
    assert!(run("markdown").contains("rules/more.yaml"), "{}", run("markdown"));
    assert!(run("ndjson").starts_with("{\"diagnostic\":"), "{}", run("ndjson"));
}

/// Two of three articles are of one agency; the third stands alone, and is not listed.
#[test]
fn a_report_says_which_articles_are_one_origin_and_why() {
    let folder = project();
    let text = "---\nsource: Post\nagency: Herald\n---\nA ferry\n\nThe crossing took 50 minutes.\n";
    write(folder.path(), "articles/post.txt", text);
    let run = output(&mut command(folder.path(), &["check", "--format", "json"])).stdout;
    let report: Value = serde_json::from_str(&run).unwrap();
    let [one, other] = ["articles/herald.txt", "articles/post.txt"];
    let bond = json!({"one": one, "other": other, "why": "share an agency (Herald)"});
    assert_eq!(report["stories"][0]["origins"], json!([{"articles": [one, other], "bonds": [bond]}]));
}
