//! What a report looks like in each format: a story made by hand that has every sort of finding.

use crate::support::harbour::{amount, claim, entries, harbour, possible, report, topic};
use crosscheck::rooms::{
    diagnostic::Colour,
    finding::{Agreement, Change, ChangedSentence, Comparison, Fact, Report, Role, StoryReport},
    report::{self, Detail, Style},
};
use std::collections::BTreeSet;

fn printed(format: &str, report: &Report, style: Style) -> String {
    report::find(report::ALL, format).expect("a format").printed(report, &style).to_string()
}

fn text(detail: Detail) -> String {
    printed("text", &report(vec![harbour()]), Style { detail, ..Style::default() })
}

#[test]
fn text_is_a_pleasure_to_read() {
    insta::assert_snapshot!(text(Detail::Normal));
}

#[test]
fn verbose_text_leaves_nothing_out() {
    insta::assert_snapshot!(text(Detail::Verbose));
}

#[test]
fn quiet_text_is_one_line_a_failure() {
    insta::assert_snapshot!(text(Detail::Quiet));
}

#[test]
fn text_fits_a_narrow_terminal() {
    insta::assert_snapshot!(printed("text", &report(vec![harbour()]), Style { width: Some(60), ..Style::default() }));
}

#[test]
fn colours_add_nothing_but_colours() {
    let painted = printed("text", &report(vec![harbour()]), Style { colour: Colour::Ansi, ..Style::default() });
    assert!(painted.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&painted).to_string(), text(Detail::Normal));
}

#[test]
fn a_matrix_of_many_sources_is_printed_in_blocks() {
    let sources: Vec<(String, String)> =
        (1..=14).map(|number| (format!("{number:02}.txt"), format!("Outlet number {number}"))).collect();
    let claims = sources.iter().map(|(path, source)| {
        claim(path, source, 1, "⟦an estimated 100,000 people⟧", Role::Supports, amount("an estimated 100,000 people"))
    });
    let named: Vec<(&str, &str)> = sources.iter().map(|(path, source)| (path.as_str(), source.as_str())).collect();
    let story = StoryReport {
        story: "march".into(),
        articles: entries(&named),
        origins: Vec::new(),
        topics: vec![topic("turnout", Agreement::Consistent, &[], claims.collect())],
        rules: Vec::new(),
        findings: vec![possible()],
        comparison: Comparison::default(),
    };
    insta::assert_snapshot!(printed(
        "text",
        &report(vec![story, harbour()]),
        Style { width: Some(80), ..Style::default() }
    ));
}

#[test]
fn the_values_of_very_many_sources_are_counted() {
    let sources: Vec<(String, String)> =
        (1..=31).map(|number| (format!("{number:02}.txt"), format!("Outlet {number}"))).collect();
    let claims = sources
        .iter()
        .skip(3)
        .map(|(path, source)| claim(path, source, 1, "⟦100,000 people⟧", Role::Supports, amount("100,000 people")));
    let named: Vec<(&str, &str)> = sources.iter().map(|(path, source)| (path.as_str(), source.as_str())).collect();
    let story = StoryReport {
        story: "march".into(),
        articles: entries(&named),
        origins: Vec::new(),
        topics: vec![topic("turnout", Agreement::Consistent, &[], claims.collect())],
        rules: Vec::new(),
        findings: vec![possible()],
        comparison: Comparison::default(),
    };
    let report = report(vec![story]);
    let verbose = printed("text", &report, Style { detail: Detail::Verbose, ..Style::default() });
    assert!(verbose.contains("Outlet 31") && verbose.contains("100,000 people"), "{verbose}");
    insta::assert_snapshot!(printed("text", &report, Style::default()));
}

#[test]
fn json_has_its_shape() {
    let mut story = harbour();
    story.topics.truncate(1);
    story.findings.retain(|finding| finding.rule == "cost-cited");
    insta::assert_snapshot!(printed("json", &report(vec![story]), Style::default()));
}

/// A source is one column, in whichever way its articles write its name.
#[test]
fn a_source_in_two_spellings_is_one_column() {
    let outlets = [("1.txt", "The Selm Post"), ("2.txt", "THE SELM\u{a0}POST"), ("3.txt", "Wire")];
    let claims =
        outlets.map(|(path, source)| claim(path, source, 1, "⟦120 ferries⟧", Role::Supports, amount("120 ferries")));
    let story = StoryReport {
        topics: vec![topic("ferries", Agreement::Consistent, &[], claims.to_vec())],
        findings: Vec::new(),
        articles: entries(&outlets),
        ..harbour()
    };
    let text = printed("text", &report(vec![story]), Style::default());
    let heading = text.lines().find(|line| line.starts_with("topic")).expect("a heading");
    assert!(text.contains("3 articles from 2 sources"), "{text}");
    let columns: Vec<&str> = heading.split('│').map(str::trim).collect();
    assert_eq!(columns, ["topic", "agreement", "The Selm Post", "Wire"]);
}

/// What JSON says is all that there is to say: every format draws the same of a report that was read back.
#[test]
fn a_report_that_was_read_back_is_drawn_alike() {
    for comparison in comparisons() {
        let given = report(vec![StoryReport { comparison, ..harbour() }]);
        let read: Report = serde_json::from_str(&printed("json", &given, Style::default())).expect("a report");
        assert_eq!(read, given);
        for detail in [Detail::Quiet, Detail::Normal, Detail::Verbose] {
            for format in report::ALL {
                let style = Style { detail, ..Style::default() };
                assert_eq!(printed(format.name, &read, style), printed(format.name, &given, style), "{}", format.name);
            }
        }
    }
}

/// What programs read is on its page.
#[test]
fn every_key_of_the_report_is_on_its_page() {
    fn keys(json: &serde_json::Value, found: &mut BTreeSet<String>) {
        match json {
            serde_json::Value::Object(map) => {
                found.extend(map.keys().cloned());
                map.values().for_each(|inner| keys(inner, found));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|inner| keys(inner, found)),
            _ => {}
        }
    }
    let page = include_str!("../docs/json.md");
    let mut found = BTreeSet::new();
    for comparison in comparisons() {
        let given = report(vec![StoryReport { comparison, ..harbour() }]);
        keys(&serde_json::to_value(&given).expect("JSON"), &mut found);
    }
    let missing: Vec<&String> = found
        .iter()
        .filter(|key| !page.contains(&format!("`{key}`")) && !page.contains(&format!("\"{key}\"")))
        .collect();
    assert!(missing.is_empty() && found.len() > 40, "docs/json.md says nothing of {missing:?}: {found:?}");
}

/// One of each sort.
fn comparisons() -> [Comparison; 6] {
    let change = Change {
        message: "Radio Orvane: ferries in harbour 90 → 120".into(),
        before: Vec::new(),
        after: vec![Fact::Source { source: "Radio Orvane".into() }],
        sentences: vec![ChangedSentence {
            source: "Radio Orvane".into(),
            before: Some("There were 90 ferries in harbour.".into()),
            after: Some("There were 120 ferries in harbour.".into()),
        }],
        article: Some("articles/radio-orvane.txt".into()),
        line: Some(7),
        column: Some(8),
    };
    [
        Comparison::Unwanted,
        Comparison::Missing,
        Comparison::Damaged,
        Comparison::InPart,
        Comparison::Compared { changes: Vec::new() },
        Comparison::Compared { changes: vec![change] },
    ]
}

/// Nothing that an article, a path or a rule says reaches the terminal as more than letters.
#[test]
fn no_format_lets_hidden_characters_through() {
    for detail in [Detail::Quiet, Detail::Normal, Detail::Verbose] {
        for format in report::ALL {
            let printed = printed(format.name, &report(vec![harbour()]), Style { detail, ..Style::default() });
            let printed =
                if ["csv", "event-coding"].contains(&format.name) { printed.replace("\r\n", "\n") } else { printed };
            let hidden = |character: &char| {
                (character.is_control() && *character != '\n') || matches!(character, '\u{200b}' | '\u{202e}')
            };
            assert_eq!(printed.chars().find(hidden), None, "{} {detail:?}", format.name);
        }
    }
}

#[test]
fn nothing_to_judge_is_said() {
    let empty = Report { diagnostics: Vec::new(), ..report(Vec::new()) };
    insta::assert_snapshot!(printed("text", &empty, Style::default()), @"nothing was judged: no article was read");
}
