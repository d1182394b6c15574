//! Snapshots written, read, compared; files that are damaged.

use super::*;
use crate::finding::{Agreement, Outcome};
use proptest::prelude::*;
use serde_json::json;

/// A story of claims `topic | source | words | value`, in one topic each, and rules `rule | outcome`.
fn story(claims: &[(&str, &str, &str, i64)], rules: &[(&str, &str)]) -> StoryReport {
    let mut topics: BTreeMap<&str, Vec<serde_json::Value>> = BTreeMap::new();
    for (number, (topic, source, exact, value)) in claims.iter().enumerate() {
        topics.entry(topic).or_default().push(json!({
            "article": format!("{source}.txt"), "source": source, "start": number, "end": number, "line": number + 1,
            "column": 1, "exact": exact, "prefix": "", "suffix": "", "role": "supports", "meaning": null, "apart": null,
            "end_line": number + 1, "end_column": 1, "fingerprint": "0000000000000000", "value": {"kind": "count", "text": exact, "lo": value, "hi": value},
        }));
    }
    let topic = |(topic, claims): (&str, Vec<serde_json::Value>)| {
        let values: BTreeSet<String> = claims.iter().map(|claim| claim["value"]["lo"].to_string()).collect();
        let agreement = if values.len() > 1 { "conflict" } else { "consistent" };
        json!({"topic": topic, "kind": "count", "agreement": agreement, "reasons": [], "blames": null, "tolerated": null, "claims": claims})
    };
    let rule = |(rule, outcome): &(&str, &str)| {
        json!({"rule": rule, "place": {"file": "", "line": 1, "column": 1}, "outcome": outcome, "failure": *outcome == "fail",
            "topics": ["a"], "severity": "error", "findings": 0, "items": null, "unchecked": []})
    };
    let sources: BTreeSet<&str> = claims.iter().map(|(_, source, ..)| *source).collect();
    let article = |source: &str| json!({"article": format!("{source}.txt"), "source": source, "published": null});
    serde_json::from_value(json!({
        "story": "ferry",
        "snapshot": "unwanted",
        "articles": sources.into_iter().map(article).collect::<Vec<_>>(),
        "topics": topics.into_iter().map(topic).collect::<Vec<_>>(),
        "rules": rules.iter().map(rule).collect::<Vec<_>>(),
        "findings": [],
    }))
    .unwrap()
}

fn messages(before: &StoryReport, after: &StoryReport) -> Vec<String> {
    changes(&Snapshot::of(before), after).into_iter().map(|change| change.message).collect()
}

#[test]
fn changes_are_told_as_facts() {
    let base: &[(&str, &str, &str, i64)] =
        &[("troops", "Post", "100,000", 100_000), ("troops", "Wire", "100,000", 100_000)];
    for (after, expected) in [
        (&[("troops", "Wire", "100,000", 100_000), ("troops", "Post", "100,000", 100_000)][..], &[][..]),
        (
            &[("troops", "Post", "120,000", 120_000), ("troops", "Wire", "100,000", 100_000)],
            &["Post: troops 100,000 → 120,000; agreement consistent → conflict"],
        ),
        (
            &[("troops", "Post", "100 thousand", 100_000), ("troops", "Wire", "100,000", 100_000)],
            &["Post: troops 100,000 → 100 thousand, in other words"],
        ),
        (
            &[("troops", "Post", "100,000", 90_000), ("troops", "Wire", "100,000", 100_000)],
            &["Post: troops 100,000, read as 100000 → 90000; agreement consistent → conflict"],
        ),
        (
            &[("troops", "Wire", "100,000", 100_000)],
            &["source gone: Post", "Post: claim gone, troops 100,000; agreement 2 of 2 → 1 of 1 (1 source gives it)"],
        ),
        (
            &[("troops", "Post", "5", 5), ("troops", "Post", "6", 6), ("troops", "Wire", "100,000", 100_000)],
            &["Post: claim gone, troops 100,000; Post: new claim, troops 5; Post: new claim, troops 6; troops: \
               agreement consistent → conflict"],
        ),
        (
            &[
                ("troops", "Post", "100,000", 100_000),
                ("troops", "Wire", "100,000", 100_000),
                ("ships", "Wire", "3", 3),
            ],
            &["Wire: new claim, ships 3; new topic ships: consistent, 1 of 1"],
        ),
    ] {
        assert_eq!(messages(&story(base, &[]), &story(after, &[])), expected);
    }
}

#[test]
fn outcomes_are_told_by_rule() {
    let (before, after) =
        (story(&[], &[("a", "pass"), ("b", "pass")]), story(&[], &[("a", "no_evidence"), ("c", "fail")]));
    assert_eq!(
        messages(&before, &after),
        ["rule a: pass → no evidence", "rule gone: b (it was pass)", "new rule c: fail"]
    );
}

/// A rule about a topic answers otherwise because of what changed there; one of another topic, and one that is new, do not.
#[test]
fn what_follows_from_a_change_is_told_with_it() {
    let base = story(&[("a", "Post", "5", 5), ("b", "Post", "1", 1)], &[("r", "pass")]);
    let after = story(&[("a", "Post", "6", 6), ("b", "Post", "2", 2)], &[("r", "fail"), ("s", "pass")]);
    assert_eq!(messages(&base, &after), ["Post: a 5 → 6; rule r: pass → fail", "Post: b 1 → 2", "new rule s: pass"]);
    // Claims that nothing follows from are decided one by one.
    let base = story(&[("b", "Post", "1", 1), ("b", "Post", "3", 3)], &[]);
    let after = story(&[("b", "Post", "2", 1), ("b", "Post", "3", 4)], &[]);
    assert_eq!(messages(&base, &after), ["Post: b 3, read as 3 → 4", "Post: b 1 → 2, in other words"]);
}

#[test]
fn what_is_accepted_is_there_and_what_is_not_is_shown_again() {
    let before = story(&[("a", "Post", "5", 5), ("a", "Wire", "5", 5), ("b", "Post", "1", 1)], &[("r", "pass")]);
    let after = story(&[("a", "Post", "6", 6), ("a", "Wire", "5", 5), ("b", "Post", "2", 2)], &[("r", "fail")]);
    let all = changes(&Snapshot::of(&before), &after);
    for (number, accepted) in all.iter().enumerate() {
        let mut snapshot = Snapshot::of(&before);
        snapshot.accept(accepted, &Snapshot::of(&after));
        let left = changes(&snapshot, &after);
        let expected: Vec<&Change> =
            all.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, one)| one).collect();
        assert_eq!(left.iter().collect::<Vec<_>>(), expected);
    }
    let mut snapshot = Snapshot::of(&before);
    all.iter().for_each(|change| snapshot.accept(change, &Snapshot::of(&after)));
    assert_eq!(snapshot, Snapshot::of(&after));
}

#[test]
fn hostile_words_stay_on_their_line() {
    let words = "a | b\\ \u{1b}[31m\n---\nclaim \u{202e}x";
    let told = story(&[("t | u", "::error::", words, 1)], &[("r\n---", "pass")]);
    let text = Snapshot::of(&told).text();
    assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text}");
    assert_eq!(text.matches("\n---\n").count(), 1, "{text}");
    assert_eq!(read("f", &text), Ok(Snapshot::of(&told)));
}

#[test]
fn what_a_later_version_adds_is_passed_over_and_kept() {
    let text = "---\nsource: x\ninfo:\n  version: 2\n  story: ferry\n  seed: [1, 2]\n---\n\
                claim | a | Post | 5 | 5 | a minister | Said. | more\nspeaker | Post | a minister\n";
    let mut snapshot = read("f", text).unwrap();
    assert_eq!(snapshot.facts.len(), 1);
    let change = Change {
        message: String::new(),
        before: Vec::new(),
        after: vec![Fact::Source { source: "Post".into() }],
        sentences: Vec::new(),
        article: None,
        line: None,
        column: None,
    };
    snapshot.accept(&change, &Snapshot::default());
    let written = snapshot.text();
    assert!(written.contains("\n  seed: [1, 2]\n") && written.contains("\nspeaker | Post | a minister\n"), "{written}");
    assert_eq!(read("f", &written), Ok(snapshot));
}

#[test]
fn line_ends_marks_and_order_mean_nothing() {
    let text = Snapshot::of(&story(&[("a", "Post", "5", 5), ("a", "Wire", "6", 6)], &[("r", "pass")])).text();
    let (header, body) = text.split_at(text.rfind("---\n").unwrap() + 4);
    let mut lines: Vec<&str> = body.lines().rev().collect();
    lines.insert(2, "");
    let other = format!("\u{feff}{header}{}", lines.join("\n")).replace('\n', "\r\n");
    assert_eq!(read("f", &other), read("f", &text));
}

#[test]
fn every_damage_is_told_at_its_place() {
    const HEAD: &str = "---\ninfo:\n  version: 2\n  story: s\n---\n";
    let headed = |lines: &str| format!("{HEAD}{lines}");
    for (text, expected) in [
        (String::new(), &["1:1 this is no snapshot: it has no header"][..]),
        ("claim | a\n".into(), &["1:1 this is no snapshot: it has no header"]),
        ("---\nstory: s\n".into(), &["1:1 this is no snapshot: it has no header"]),
        ("---\n---\n".into(), &["1:1 the header says nothing"]),
        ("---\nstory: s\n---\n".into(), &["1:1 the header has no `version`"]),
        (
            "---\nversion: one\n---\n".into(),
            &["2:10 `one` is no version of a snapshot", "1:1 the header names no `story`"],
        ),
        (
            "---\ninfo:\n  version: 3\n  story: s\n---\n".into(),
            &["3:12 the snapshot is of version 3, and this program reads version 2"],
        ),
        (
            "---\nversion: 1\nstory: s\n---\n".into(),
            &["2:10 the snapshot is of version 1, which had no sentences and no speakers"],
        ),
        (headed("nonsense\n"), &["6:1 this line is no fact"]),
        (
            headed("claim | a | Post\nagreement | a | consistent | many\noutcome | r | maybe\n"),
            &[
                "6:1 a line of `claim` has more: `claim | TOPIC | SOURCE | WORDS | VALUE | SPEAKER | SENTENCE`",
                "7:1 `many` does not say how many agree; write it like `3 of 4`",
                "8:1 `maybe` is no outcome of a rule",
            ],
        ),
        (
            headed("outcome | r | pass\noutcome | r | fail\n"),
            &["7:1 this contradicts another line: `outcome | r | pass`"],
        ),
        (
            headed("<<<<<<< ours\nsource | Post\n=======\n  >>>>>>> theirs\n"),
            &["6:1 a merge has left its marks", "8:1 a merge has left its marks", "9:3 a merge has left its marks"],
        ),
    ] {
        let told: Vec<String> = read("f", &text)
            .expect_err(&text)
            .into_iter()
            .map(|found| {
                let place = found.place.unwrap();
                format!("{}:{} {}", place.line, place.column, found.message)
            })
            .collect();
        assert_eq!(told, expected, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_read(
        name in ".{1,20}",
        texts in prop::collection::vec((".{0,12}", "[ -~]{0,12}", ".{0,12}"), 0..6),
        counts in (0..9usize, 0..9usize),
    ) {
        let (mut facts, mut sentences) = (BTreeSet::new(), BTreeMap::new());
        for (number, (one, two, three)) in texts.iter().enumerate() {
            let (one, two, three) = (shown(one), shown(two), shown(three));
            facts.insert(Fact::Source { source: two.clone() });
            let rule = format!("{one}{number}");
            facts.insert(Fact::Outcome { rule: rule.clone(), outcome: Outcome::Fail, failed: Some(number).filter(|n| *n > 0) });
            let (agree, of) = counts;
            facts.insert(Fact::Agreement { topic: rule, agreement: Agreement::Conflict, agree, of });
            let speaker = Some(two.clone()).filter(|speaker| !speaker.is_empty());
            let claim = Fact::Claim { topic: one, source: two, exact: three.clone(), value: "1..2".into(), speaker };
            if !three.is_empty() {
                sentences.insert(claim.clone(), three);
            }
            facts.insert(claim);
        }
        let snapshot = Snapshot { story: name, facts, sentences, rules: "blake3-0".into(), later: Later::default() };
        prop_assert_eq!(read("f", &snapshot.text()), Ok(snapshot));
    }

    #[test]
    fn no_file_makes_it_panic(text in "(---\n)?(info:\n  version: 2\n)?(  story: s\n)?(---\n)?([a-z|\\\\ ]{0,12}\n){0,5}\\PC{0,20}") {
        let _ = read("f", &text);
    }
}
