//! What is told of what is missing: groups and sources without an article, topics that find nothing, files that are no articles.

use crate::support::{crosscheck, fed, write};
use std::path::Path;

const CONFIGURATION: &str = "use: [llm-summary]
rules: [rules.yaml]
stories: {flood: [flood/*], storm: [storm/*]}
articles:
  '*/summary.txt': {group: summary}
  flood/post.txt: {group: sources}
";

const RULES: &str = "topics:
  toll: {kind: count, phrases: [<count> people died]}
  fled: {kind: count, phrases: [<count> people fled]}
  lost: {kind: count, phrases: [<count> boats sank]}
rules:
  - toll consistent across sources
  - fled consistent across sources
  - lost absent
  - toll cited in \"Herald\"
";

fn project(folder: &Path) {
    write(folder, "crosscheck.yaml", CONFIGURATION);
    write(folder, "rules.yaml", RULES);
    for story in ["flood", "storm"] {
        write(folder, format!("{story}/summary.txt"), "The water\n\nIn all 5 people died there.\n");
        write(folder, format!("{story}/post.txt"), "The water\n\nIt is said that 5 people died.\n");
    }
}

/// The warnings on standard error, one a line.
fn warnings(stderr: &str) -> Vec<&str> {
    stderr.lines().filter(|line| line.starts_with("warning[")).collect()
}

#[test]
fn each_is_told_once_at_the_rule_or_topic() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    insta::assert_snapshot!(run.stderr);
    assert_eq!(run.stderr.matches("warning[names-no-article]").count(), 2);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    let judged = fed(folder.path(), &["judge", "--quiet"], &claims);
    assert_eq!((judged.stdout, judged.stderr), (run.stdout, run.stderr));
}

#[test]
fn a_topic_is_silent_only_in_the_whole_project() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    for (paths, is_told) in [(&["flood"][..], false), (&["flood", "storm"], true), (&["."], true), (&[], true)] {
        let arguments: Vec<&str> = ["check", "--quiet"].into_iter().chain(paths.iter().copied()).collect();
        let run = crosscheck(folder.path(), &arguments);
        let told = warnings(&run.stderr).iter().any(|line| line.contains("finds-nothing"));
        assert_eq!(told, is_told, "{paths:?}: {}", run.stderr);
        let claims: Vec<&str> = ["claims", "--format", "ndjson"].into_iter().chain(paths.iter().copied()).collect();
        let judged = fed(folder.path(), &["judge", "--quiet"], crosscheck(folder.path(), &claims).stdout);
        assert_eq!(judged.stderr, run.stderr, "{paths:?}");
    }
    // One article is enough, and topics of packs are for articles of all sorts.
    write(folder.path(), "storm/post.txt", "The water\n\nIt is said that 5 people died and 9 people fled.\n");
    write(folder.path(), "crosscheck.yaml", CONFIGURATION.replace("llm-summary", "llm-summary, topics/casualties"));
    let run = crosscheck(folder.path(), &["check", "--quiet"]);
    assert!(!run.stderr.contains("finds-nothing"), "{}", run.stderr);
}

#[test]
fn files_that_are_no_articles_are_told_once_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    project(folder.path());
    for name in ["flood/a.pdf", "flood/b.pdf", "flood/c.docx", "flood/d.png", "scans/a.pdf", "out/a.json"] {
        write(folder.path(), name, "x");
    }
    let told = |stderr: &str| -> Vec<String> {
        let lines: Vec<&str> = stderr.lines().collect();
        let told = lines.windows(2).filter(|pair| pair[0].starts_with("warning[passed-over]"));
        told.map(|pair| pair.join("")).collect()
    };
    let flood = "warning[passed-over]: 3 passed over: 2 .pdf, 1 .docx--> flood";
    // What the configuration names, and what a folder holds.
    let run = crosscheck(folder.path(), &["check"]);
    assert_eq!(told(&run.stderr), [flood]);
    assert_eq!(told(&crosscheck(folder.path(), &["check", "--quiet"]).stderr), [] as [&str; 0]);
    assert_eq!(run.code, crosscheck(folder.path(), &["check", "--quiet"]).code);
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]).stdout;
    assert_eq!(fed(folder.path(), &["judge"], claims).stderr, run.stderr);
    let configuration = CONFIGURATION.replace("stories: {flood: [flood/*], storm: [storm/*]}\n", "");
    write(folder.path(), "crosscheck.yaml", &configuration);
    let scans = "warning[passed-over]: 1 passed over: 1 .pdf--> scans";
    assert_eq!(told(&crosscheck(folder.path(), &["check"]).stderr), [flood, scans]);
    // Who names an ending means no other.
    write(folder.path(), "crosscheck.yaml", CONFIGURATION.replace("flood/*]", "flood/*.txt]"));
    assert_eq!(told(&crosscheck(folder.path(), &["check"]).stderr), [] as [&str; 0]);
}
