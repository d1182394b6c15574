//! Where a source is silent: what `check` and `explain` nearly find there, the phrases that they offer, and what they do not.

use crate::support::{Run, crosscheck, fed, transcript, write};
use std::{fs, path::Path};
use tempfile::TempDir;

/// A story of five outlets, with rules that were written for two of them.
fn slide() -> TempDir {
    let folder = TempDir::new().unwrap();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/silence");
    for entry in fs::read_dir(fixtures.join("slide")).unwrap() {
        let file = entry.unwrap().path();
        write(folder.path(), Path::new("slide").join(file.file_name().unwrap()), fs::read(&file).unwrap());
    }
    write(folder.path(), "rules.yaml", fs::read(fixtures.join("slide.rules.yaml")).unwrap());
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\nstories:\n  slide: [slide/*]\n");
    folder
}

#[test]
fn a_finding_and_the_matrix_show_what_silent_sources_nearly_say() {
    insta::assert_snapshot!(transcript(slide().path(), &["check"]));
}

#[test]
fn a_topic_is_explained_with_what_it_nearly_finds() {
    insta::assert_snapshot!(transcript(slide().path(), &["explain", "rescued"]));
}

#[test]
fn new_phrases_are_written_for_one_topic() {
    let folder = slide();
    insta::assert_snapshot!(transcript(folder.path(), &["suggest", "--topic", "Rescued"]));
    let nothing = crosscheck(folder.path(), &["suggest", "--topic", "driver's age"]);
    assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    assert!(nothing.stderr.contains("no source that is silent on the driver's age"), "{}", nothing.stderr);
    let unknown = crosscheck(folder.path(), &["suggest", "--topic", "rescue"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("there is no topic `rescue`; did you mean `rescued`?"), "{}", unknown.stderr);
}

#[test]
fn one_line_a_failure_has_no_room_for_it() {
    let run = crosscheck(slide().path(), &["check", "--quiet"]);
    assert!(!run.stdout.contains("nearly"), "{}", run.stdout);
}

/// The phrases that `check` offers, with the words that each would take and where.
fn offered(run: &Run) -> Vec<String> {
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect(&run.stderr);
    let topics = report["stories"][0]["topics"].as_array().unwrap();
    let nearly = topics.iter().filter_map(|topic| topic["nearly"].as_array()).flatten();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_string();
    nearly.map(|one| format!("{}: {} ({})", text(&one["phrase"]), text(&one["exact"]), text(&one["source"]))).collect()
}

/// A project of one topic and two articles that give it, A and B, and others, from C on, that do not.
fn project(kind: &str, phrases: &[&str], more: &str, articles: &[&str]) -> TempDir {
    let folder = TempDir::new().unwrap();
    let phrases: Vec<String> = phrases.iter().map(|phrase| format!("      - {phrase}\n")).collect();
    let rules = format!(
        "topics:\n  asked:\n    kind: {kind}\n    phrases:\n{}{more}rules:\n  - asked consistent across sources\n",
        phrases.concat()
    );
    write(folder.path(), "rules.yaml", rules);
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\nstories:\n  story: [articles/*]\n");
    for (name, text) in ('A'..).zip(articles) {
        let text = format!("---\nsource: {name}\npublished: 2031-03-14\n---\nNews of the day\n\n{text}\n");
        write(folder.path(), format!("articles/{name}.txt"), text);
    }
    folder
}

fn offered_for(kind: &str, phrases: &[&str], more: &str, articles: &[&str]) -> Vec<String> {
    let folder = project(kind, phrases, more, articles);
    offered(&crosscheck(folder.path(), &["check", "--format", "json"]))
}

const RESCUED: &[&str] = &["<count> people rescued"];

#[test]
fn a_phrase_is_offered_for_what_a_silent_source_says_in_other_words() {
    let crowd = ["43 people were rescued.", "In all, 43 people were rescued at sea."];
    let slope = ["The slope fell 600 metres.", "It fell 600 metres, she said."];
    let with = |first: &[&'static str], last: &'static str| [first, &[last]].concat();
    let cases = [
        (
            "count",
            RESCUED,
            with(&crowd, "A rescue in the dark: boats carried 43 villagers ashore."),
            "carried <count> villagers: 43 (C)",
        ),
        (
            "measure",
            &["fell <measure>"],
            with(&slope, "The fall of the slope covered 600 metres of road."),
            "covered <measure> of road: 600 metres (C)",
        ),
        // Another value of the same size, where no source that gives the topic is contradicted by the phrase.
        (
            "measure",
            &["slope fell <measure>"],
            with(&slope[..1], "The slope slid and fell down by 500 metres."),
            "slope fell by <measure>: 500 metres (B)",
        ),
        (
            "name",
            &["operated by <name>"],
            with(
                &["The bus was operated by Halden Lines.", "It was operated by Halden Lines."],
                "A bus of Halden Lines, which operates the route, burned.",
            ),
            "bus of <name> ... operates: Halden Lines (C)",
        ),
        (
            "date",
            &["bridge fell on <date>"],
            with(
                &["The bridge fell on 3 March.", "The bridge fell on Monday, 3 March."],
                "The bridge came down on 3 March.",
            ),
            "bridge came on <date>: 3 March (C)",
        ),
    ];
    for (kind, phrases, articles, expected) in cases {
        let found = offered_for(kind, phrases, "", &articles);
        assert_eq!(found.join("; "), expected, "{articles:?}");
    }
}

#[test]
fn what_is_not_near_is_not_offered() {
    let crowd = ["43 people were rescued.", "In all, 43 people were rescued at sea."];
    let cases = [
        // The same number of other things.
        ("count", RESCUED, "", &crowd[..], "The rescue boats made 43 crossings."),
        // The same number, and no word of the topic beside it.
        ("count", RESCUED, "", &crowd[..], "The road to Orvane is 43 years old. A rescue is under way."),
        // A small number that is the same by chance.
        (
            "count",
            &["<count> children"],
            "",
            &["Two children fell ill.", "The two children are well."],
            "Two doctors came.",
        ),
        // Another number.
        ("count", RESCUED, "", &crowd[..], "A rescue in the dark: boats carried 12 villagers ashore."),
        // Another size.
        (
            "duration",
            &["talks lasted <duration>"],
            "",
            &["The talks lasted three weeks.", "Talks lasted three weeks."],
            "The talks about talks: a call of 50 minutes.",
        ),
        // Another name, another day.
        (
            "name",
            &["operated by <name>"],
            "",
            &["The bus was operated by Halden Lines.", "Operated by Halden Lines."],
            "Orvane Coaches operates no bus there.",
        ),
        (
            "date",
            &["bridge fell on <date>"],
            "",
            &["The bridge fell on 3 March.", "The bridge fell on 3 March."],
            "The bridge was built on 5 May 1990, and fell.",
        ),
        // What the topic itself leaves out.
        ("count", RESCUED, "    except: [drill]\n", &crowd[..], "In a rescue drill boats carried 43 villagers ashore."),
        // It would take another figure from an article that gives the topic.
        (
            "count",
            RESCUED,
            "",
            &["43 people were rescued. A rescue boat carried 12 villagers.", "43 people were rescued."],
            "A rescue boat carried 43 villagers.",
        ),
    ];
    for (kind, phrases, more, giving, silent) in cases {
        let found = offered_for(kind, phrases, more, &[giving, &[silent]].concat());
        assert_eq!(found, Vec::<String>::new(), "{silent}");
    }
}

#[test]
fn an_offered_line_finds_what_it_was_offered_for() {
    let folder = slide();
    let before = offered(&crosscheck(folder.path(), &["check", "--format", "json"]));
    assert!(before.iter().any(|one| one.starts_with("<count> villagers pulled: 43")), "{before:?}");
    let rules = fs::read_to_string(folder.path().join("rules.yaml")).unwrap();
    let rules = rules.replace("people (were)? rescued\n", "people (were)? rescued\n      - <count> villagers pulled\n");
    write(folder.path(), "rules.yaml", rules);
    let run = crosscheck(folder.path(), &["claims", "--format", "csv"]);
    let rescued = run.stdout.lines().filter(|line| line.contains(",rescued,")).count();
    assert_eq!(rescued, 4, "{}", run.stdout);
    let after = offered(&crosscheck(folder.path(), &["check", "--format", "json"]));
    assert!(!after.iter().any(|one| one.contains("villagers")), "{after:?}");
}

#[test]
fn stored_claims_have_no_text_to_look_in() {
    let folder = slide();
    let claims = crosscheck(folder.path(), &["claims", "--format", "ndjson"]);
    let judged = fed(folder.path(), &["judge", "--format", "json"], &claims.stdout);
    assert_eq!(offered(&judged), Vec::<String>::new());
    let without = |run: &Run| -> serde_json::Value {
        let mut report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        for story in report["stories"].as_array_mut().unwrap() {
            for key in ["topics", "findings"] {
                for one in story[key].as_array_mut().unwrap() {
                    one.as_object_mut().unwrap().remove("nearly");
                }
            }
        }
        report
    };
    assert_eq!(without(&crosscheck(folder.path(), &["check", "--format", "json"])), without(&judged));
}

#[test]
fn only_sources_whose_silence_fails_a_rule_are_offered_a_phrase_under_it() {
    let crowd = ["43 people were rescued.", "In all, 43 people were rescued at sea."];
    let last = "A rescue in the dark: boats carried 43 villagers ashore.";
    for (sentence, offers) in [
        ("asked cited in every source", 1),
        ("asked cited in every source except in \"C\"", 0),
        ("asked cited in \"A\" and publication date after 2031-06-01", 0),
    ] {
        let folder = project("count", RESCUED, "", &[crowd[0], crowd[1], last]);
        let rules = fs::read_to_string(folder.path().join("rules.yaml")).unwrap();
        write(folder.path(), "rules.yaml", rules.replace("asked consistent across sources", sentence));
        let run = crosscheck(folder.path(), &["check", "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&run.stdout).expect(&run.stderr);
        let nearly = report["stories"][0]["findings"][0]["nearly"].as_array().map_or(0, Vec::len);
        assert_eq!(nearly, offers, "{sentence}: {}", run.stdout);
    }
}
