//! `crosscheck explain`: rules and topics of the example project, a small project with every sort of subject, and mistakes.

use crate::support::{command, crosscheck, output, write};
use crosscheck::rooms::{pipeline, project};
use serde_json::Value as Json;
use std::path::Path;
use tempfile::TempDir;

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
    not near:
      - last year
rules:
  - id: crossing
    rule: crossing  time Consistent across sources within 5 minutes
    why: the timetable is printed from it
  - id: headline
    rule: passengers in headline cited in every source
    severity: warning
  - id: zones
    rule: every time has a zone
  - id: dated
    rule: publication date on 9 May 2031
";

const HERALD: &str = "\
---
source: The Selm Herald
published: 2031-05-09
---
New ferry sails with 120 passengers

The crossing took about 50 minutes on Thursday. It left at 9:15 a.m.

Last year it took 80 passengers.

Read more: The old ferry took 70 passengers
";

const RADIO: &str = "\
Ferry on time

It was a 35-minute stormy crossing, the harbour master said on Thursday.
";

fn ferry() -> TempDir {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "crosscheck.yaml", "rules: [rules.yaml]\nstories:\n  ferry: [articles/*]\n");
    write(folder.path(), "rules.yaml", RULES);
    write(folder.path(), "articles/herald.txt", HERALD);
    write(folder.path(), "articles/radio.txt", RADIO);
    folder
}

/// What a command prints; it must end well.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let run = crosscheck(folder, &[&["explain"], arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    run.stdout
}

/// The example project of this repository.
fn example(arguments: &[&str]) -> String {
    printed(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

#[test]
fn a_weekday_and_the_day_it_is_counted_from() {
    insta::assert_snapshot!(example(&["call-date"]));
}

#[test]
fn a_figure_with_its_near_misses() {
    insta::assert_snapshot!(example(&["injured"]));
}

#[test]
fn an_article_with_everything_in_it() {
    insta::assert_snapshot!(example(&["--article", "fixtures/stories/ferry/coast-radio.txt"]));
}

#[test]
fn an_article_with_the_clauses_of_its_sentences() {
    insta::assert_snapshot!(example(&["--article", "fixtures/stories/ferry/coast-radio.txt", "--clauses"]));
}

#[test]
fn tolerances_parts_kinds_and_properties() {
    let folder = ferry();
    let shown: Vec<String> =
        ["crossing", "headline", "zones", "dated"].map(|rule| printed(folder.path(), &[rule])).to_vec();
    insta::assert_snapshot!(shown.join("\n----\n"));
}

#[test]
fn a_rule_is_found_by_id_and_sentence_and_a_topic_by_name() {
    let folder = ferry();
    let by_id = printed(folder.path(), &["crossing"]);
    for name in [
        "CROSSING",
        "crossing  time Consistent across sources within 5 minutes",
        "crossing time consistent across sources within 5 minutes",
    ] {
        assert_eq!(printed(folder.path(), &[name]), by_id, "{name}");
    }
    let topic = printed(folder.path(), &["Crossing Time"]);
    assert!(topic.starts_with("  crossing time (topic)\n      kind: duration\n"), "{topic}");
    assert!(topic.contains("`stormy` stands in the way, before `crossing`"), "{topic}");
    let one = printed(folder.path(), &["crossing", "articles/radio.txt"]);
    assert!(!one.contains("Selm"), "{one}");
}

#[test]
fn a_phrase_is_tried_by_itself() {
    let folder = ferry();
    let found = printed(folder.path(), &["--phrase", "crossing took <duration>"]);
    assert!(found.starts_with("  crossing took <duration> (topic)\n      kind: duration\n"), "{found}");
    assert!(found.contains("articles/herald.txt") && found.contains("about 50 minutes"), "{found}");
    let near = printed(folder.path(), &["--phrase", "<duration> crossing", "articles/radio.txt"]);
    assert!(near.contains("`stormy` stands in the way, before `crossing`") && !near.contains("herald"), "{near}");
    // No rule is needed, and none is read into it.
    let without = printed(folder.path(), &["--phrase", "harbour master said", "--rules", "rules.yaml"]);
    assert!(without.contains("kind: choice") && without.contains("articles/radio.txt"), "{without}");
    for (phrase, expected, code) in [
        ("<people> hurt", "there is no kind `people`", 2),
        ("<count> (hurt", "`(` is not closed", 2),
        ("<count> minutes", "`<count> minutes`", 0),
        ("", "the phrase is empty", 2),
    ] {
        let run = crosscheck(folder.path(), &["explain", "--phrase", phrase]);
        assert!(run.code == code && (run.stderr.contains(expected) || code == 0), "{phrase}: {}", run.stderr);
    }
}

#[test]
fn quiet_is_the_answer_and_verbose_is_everything() {
    let folder = ferry();
    let quiet = printed(folder.path(), &["headline", "--quiet"]);
    assert!(!quiet.contains("nearly taken"), "{quiet}");
    assert!(quiet.contains("radio does not give the passengers in headline"), "{quiet}");
    let mut text = String::from("Ferry\n");
    (0..9).for_each(|number| text.push_str(&format!("\nIt was a {}-minute stormy crossing.\n", 30 + number)));
    write(folder.path(), "articles/storms.txt", &text);
    let normal = printed(folder.path(), &["crossing", "articles/storms.txt"]);
    assert_eq!(normal.matches("`stormy`").count(), 3, "{normal}");
    assert!(normal.contains("… and 6 more (all with --verbose)"), "{normal}");
    let verbose = printed(folder.path(), &["crossing", "articles/storms.txt", "--verbose"]);
    assert_eq!(verbose.matches("`stormy`").count(), 9, "{verbose}");
}

#[test]
fn json_has_what_the_text_has() {
    let folder = ferry();
    let json: Json = serde_json::from_str(&printed(folder.path(), &["crossing", "--format", "json"])).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["version", "rule", "pieces", "stories"]);
    assert_eq!(json["rule"]["canonical"], "crossing time consistent across sources within 5 minutes");
    let article = &json["stories"][0]["subjects"][0]["articles"][0];
    assert_eq!(article["claims"][0]["phrases"], serde_json::json!(["crossing took <duration>"]));
    assert_eq!(article["claims"][0]["because"], serde_json::json!(["`about` means 10 % less to 10 % more"]));
    assert_eq!(article["claims"][0]["value"]["best"], 3000);
    let marked = printed(folder.path(), &["--article", "articles/herald.txt", "--format", "json"]);
    let marked: Json = serde_json::from_str(&marked).unwrap();
    assert_eq!(marked["parts"][0]["part"], "headline");
    let mark = &marked["marks"].as_array().unwrap().iter().find(|mark| mark["kind"] == "duration").unwrap();
    assert_eq!((&mark["means"], &mark["topics"][0]), (&Json::from("45 to 55 minutes"), &Json::from("crossing time")));
}

#[test]
fn what_is_not_there_is_told_with_what_is() {
    let folder = ferry();
    let refused = |arguments: &[&str]| {
        let run = crosscheck(folder.path(), &[&["explain"], arguments].concat());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        run.stderr
    };
    assert_eq!(
        refused(&["crosing"]),
        "error: there is no rule, no topic and no code `crosing`; did you mean `crossing`?\n\
         the rules are: crossing, headline, zones, dated\n\
         the topics are: crossing time, passengers\n"
    );
    assert!(refused(&["zebra"]).starts_with("error: there is no rule, no topic and no code `zebra`\nthe rules are: "));
    assert!(refused(&[]).contains("<RULE|--article <FILE>>") || refused(&[]).contains("RULE"));
    assert!(refused(&["crossing", "--article", "articles/radio.txt"]).contains("cannot be used with"));
    assert!(refused(&["--article", "articles/none.txt"]).contains("there is no such file or folder"));
    write(folder.path(), "rules.yaml", "rules: []\n");
    assert!(refused(&["x"]).ends_with("there are no rules\nthere are no topics\n"));
}

#[test]
fn a_rule_with_a_mistake_is_told_to_be_one() {
    let folder = ferry();
    write(folder.path(), "rules.yaml", RULES.replace("every time has a zone", "every time has a zoen"));
    let run = crosscheck(folder.path(), &["explain", "zones"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("rules.yaml:21:"), "{}", run.stderr);
    assert!(run.stderr.contains("there is no rule, no topic and no code `zones`"), "{}", run.stderr);
}

#[test]
fn help() {
    insta::assert_snapshot!(printed(ferry().path(), &["--help"]));
}

#[test]
fn every_claim_of_the_example_project_has_its_phrase_and_no_claim_is_a_near_miss() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf();
    let project = project::load(&project::ProjectOptions { working_folder: root, ..Default::default() });
    let mut seen = 0;
    for topic in &project.rules.topics {
        let (explained, _) = pipeline::explain(&project, topic.name(), &|| {}).unwrap();
        let articles = explained.iter().flat_map(|one| &one.stories).flat_map(|story| &story.subjects);
        for article in articles.flat_map(|subject| &subject.articles) {
            for claim in &article.claims {
                assert!(!claim.phrases.is_empty(), "{}: {claim:?}", topic.name());
                let place = (claim.words.start, claim.words.end);
                let nearly = article.nearly.iter().find(|missed| (missed.words.start, missed.words.end) == place);
                assert_eq!(nearly, None, "{}: {claim:?}", topic.name());
                seen += 1;
            }
            assert!(article.nearly.is_sorted_by_key(|missed| missed.distance));
        }
    }
    assert!(seen > 50, "{seen}");
}

#[test]
fn odd_articles_are_shown_harmlessly() {
    let folder = ferry();
    let odd = [
        "".to_string(),
        "\u{feff}\n\n\n".to_string(),
        "T\u{1b}[31m\r\n\r\nThe crossing took \u{202e}50 minutes\u{7}.\r\n".to_string(),
        "Ä\n\nDie crossing took 1e400 minutes 二〇二二年 \u{301}.\n::error::x\n".to_string(),
        format!("Title\n\n{}\n", "The crossing took 50 stormy minutes and \"".repeat(2000)),
        format!("Title\n\n{}\n", "5".repeat(20_000)),
    ];
    for text in odd {
        write(folder.path(), "articles/radio.txt", &text);
        for arguments in
            [&["crossing"][..], &["zones"], &["--article", "articles/radio.txt"], &["crossing", "--format", "json"]]
        {
            let run = output(command(folder.path(), &[&["explain"], arguments].concat()).env("COLUMNS", "40"));
            assert!(run.code == 0 || run.code == 2, "{arguments:?}: {}", run.stderr);
            assert!(!run.stdout.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{arguments:?}");
            assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
        }
    }
}
