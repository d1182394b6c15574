//! Quick fixes: what is written so takes the mistake away.

use crosscheck::rooms::{
    diagnostic::{Diagnostic, Fix},
    lexicon::Lexicon,
    project::{self, ProjectOptions},
    rule::{self, Defaults, RuleSource},
};
use std::fs;

fn mistakes(text: &str) -> Vec<Diagnostic> {
    let file = RuleSource { path: "a.yaml".into(), text: text.into() };
    rule::read(&[file], &Defaults::default(), Lexicon::english()).1
}

fn fixed(text: &str, fix: &Fix) -> String {
    let mut fixed = text.to_string();
    fixed.replace_range(fix.span.range(), &fix.text);
    fixed
}

const TOPICS: &str = "topics:\n  toll: {kind: count, phrases: [\"<count> dead\"]}\n  by:\n    kind: choice\n    choices: {Norland: [a b], Sudland: [c d]}\n";

/// Rules with one mistake, and what its fix makes of them.
#[test]
fn a_fix_is_what_the_help_says() {
    for (rules, expected) in [
        ("rules:\n  - tol cited\n", "rules:\n  - toll cited\n"),
        ("rules:\n  - 'toll cted'\n", "rules:\n  - 'toll cited'\n"),
        ("rules: [tol cited, by is Norland]\n", "rules: [toll cited, by is Norland]\n"),
        (
            "rules:\n  - rule: >-\n      toll\n      cted\n    id: x\n",
            "rules:\n  - rule: >-\n      toll cited\n    id: x\n",
        ),
        ("rules:\n  - by is Norlnd\n", "rules:\n  - by is Norland\n"),
        // What is denied stays so.
        ("rules:\n  - by is not Norlnd\n", "rules:\n  - by is not Norland\n"),
        (
            "rules:\n  - by in \"x\" is not Norlnd except in \"y\"\n",
            "rules:\n  - by in \"x\" is not Norland except in \"y\"\n",
        ),
        ("rules:\n  - every dat cited\n", "rules:\n  - every date cited\n"),
        ("rules:\n  - {rule: toll cited, sevrity: note}\n", "rules:\n  - {rule: toll cited, severity: note}\n"),
        ("rules:\n  - rule: toll cited\n    level: note\n", "rules:\n  - rule: toll cited\n    severity: note\n"),
        (
            "rules:\n  - rule: toll cited\n    severity: \"warnin\"\n",
            "rules:\n  - rule: toll cited\n    severity: \"warning\"\n",
        ),
        ("use: quots\n", "use: quotes\n"),
        (
            "rules:\n  - rule: toll cited\n    why: a\n    why: >-\n      b\n      c\n\n    id: x\n",
            "rules:\n  - rule: toll cited\n    why: a\n\n    id: x\n",
        ),
    ] {
        let text = format!("{TOPICS}{rules}");
        let told = mistakes(&text);
        let fixes: Vec<&Fix> = told.iter().filter_map(|found| found.fix.as_deref()).collect();
        assert_eq!(fixes.len(), 1, "{rules}: {told:#?}");
        assert_eq!(fixed(&text, fixes[0]), format!("{TOPICS}{expected}"), "{rules}");
    }
    for (topic, expected) in [
        ("{kind: cont, phrases: [\"<count> dead\"]}", "{kind: count, phrases: [\"<count> dead\"]}"),
        (
            "{kind: length of time, phrases: [\"<duration> talks\"]}",
            "{kind: duration, phrases: [\"<duration> talks\"]}",
        ),
        ("{kind: count, phrases: [\"<cont> dead\"]}", "{kind: count, phrases: [\"<count> dead\"]}"),
        ("{kind: count, phrases: [\"<date> dead\"]}", "{kind: count, phrases: [\"<count> dead\"]}"),
        (
            "{kind: measure, unit: mle, phrases: [\"<measure> away\"]}",
            "{kind: measure, unit: mile, phrases: [\"<measure> away\"]}",
        ),
        (
            "{kind: count, in: headlne, phrases: [\"<count> dead\"]}",
            "{kind: count, in: headline, phrases: [\"<count> dead\"]}",
        ),
        ("{kind: count, phrases: [\"<count> $hrt\"]}", "{kind: count, phrases: [\"<count> $hurt\"]}"),
    ] {
        let around =
            |topic: &str| format!("words: {{hurt: [hurt, wounded]}}\ntopics:\n  one: {topic}\nrules: [one cited]\n");
        let text = around(topic);
        let told = mistakes(&text);
        let fix = told.iter().find_map(|found| found.fix.as_deref()).unwrap_or_else(|| panic!("{topic}: {told:#?}"));
        assert_eq!(fixed(&text, fix), around(expected), "{topic}");
        assert!(mistakes(&around(expected)).iter().all(|found| found.fix.is_none()), "{expected}");
    }
}

/// Of every mistake that the fixtures show, each fix takes the mistake away, or makes one of fewer words.
#[test]
fn a_fix_takes_its_mistake_away() {
    let mut number = 0;
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/diagnostics")).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let told = mistakes(&text);
        for found in &told {
            let Some(fix) = found.fix.as_deref() else { continue };
            number += 1;
            let mended = fixed(&text, fix);
            let left = mistakes(&mended);
            let start = |of: &Diagnostic| of.place.as_ref().map(|place| place.span.start);
            let same = |other: &&Diagnostic| {
                (other.code, &other.message, start(other)) == (found.code, &found.message, start(found))
            };
            let (before, after) = (told.iter().filter(same).count(), left.iter().filter(same).count());
            assert!(after < before, "{}: {found:#?} is left by {mended}", path.display());
        }
    }
    assert!(number > 40, "only {number} fixes were tried");
}

#[test]
fn paths_and_zones_of_a_project_are_mended() {
    let folder = tempfile::TempDir::new().unwrap();
    crate::support::write(folder.path(), "rules/storm.yaml", "rules: [every date falls on its weekday]\n");
    crate::support::write(folder.path(), "storm/post.txt", "Storm\n\nIt blew.\n");
    let text = "rules: [ruls]\nstories:\n  storm: {articles: [strom/*.txt], timezone: Europ/Kyiv}\n";
    crate::support::write(folder.path(), "crosscheck.yaml", text);
    let options = ProjectOptions { working_folder: folder.path().to_path_buf(), ..ProjectOptions::default() };
    let mut told = project::load(&options).diagnostics;
    told.retain(|found| found.fix.is_some());
    let mut mended = text.to_string();
    for found in told.iter().rev() {
        mended = fixed(&mended, found.fix.as_deref().unwrap());
    }
    assert_eq!(mended, "rules: [rules]\nstories:\n  storm: {articles: [storm/*.txt], timezone: Europe/Kyiv}\n");
}
