//! Sentences and what they mean.

mod going_on;
mod mistakes;
mod productions;
mod properties;

use super::*;
use crate::{claim::Topic, verify::testing::topic};

fn declared() -> Vec<Topic> {
    vec![
        topic("call duration", "duration", &[]),
        topic("call date", "date", &[]),
        topic("talks date", "date", &[]),
        topic("call start", "time", &[]),
        topic("troop figure", "count", &[]),
        topic("Adams and Brown speak", "date", &[]),
        topic("requested by", "choice", &["Norland", "Sudland Union", "Norland and the Sudland Union"]),
        topic("founding of Port Elm", "date", &[]),
        topic("death toll", "count", &[]),
        topic("toll at sea", "count", &[]),
        topic("toll on land", "count", &[]),
    ]
}

fn read_with(topics: &[Topic], sentence: &str) -> Result<RuleSentence, Vec<crate::diagnostic::Mistake>> {
    parse(sentence, &KnownTopics::new(topics), Lexicon::english())
}

fn read_it(sentence: &str) -> Result<RuleSentence, Vec<crate::diagnostic::Mistake>> {
    read_with(&declared(), sentence)
}

#[test]
fn sentences_have_one_canonical_text() {
    let cases = [
        ("call duration consistent across sources", "call duration consistent across sources"),
        ("Call  Duration CONSISTENT\nacross sources", "call duration consistent across sources"),
        (
            "call duration consistent across sources within 5 minutes",
            "call duration consistent across sources within 5 minutes",
        ),
        ("call duration consistent across sources within 10 %", "call duration consistent across sources within 10 %"),
        ("troop figure cited", "troop figure cited in every source"),
        ("troop figure cited in at least two sources", "troop figure cited in at least 2 sources"),
        ("troop figure cited in at least 1 sources", "troop figure cited in at least 1 source"),
        ("troop figure cited in most sources", "troop figure cited in most sources"),
        ("troop figure cited in \u{201C}Harbour Post\u{201D}", "troop figure cited in \"Harbour Post\""),
        ("troop figure cited in \"A or B and troop figure\"", "troop figure cited in \"A or B and troop figure\""),
        ("requested by is Norland", "requested by is Norland"),
        ("requested by is norland and the sudland union", "requested by is Norland and the Sudland Union"),
        ("requested by is \"Norland\"", "requested by is Norland"),
        (
            "requested by is Norland and requested by corroborated by at least 2 independent sources",
            "requested by is Norland and requested by corroborated by at least 2 independent sources",
        ),
        ("troop figure at least 100,000", "troop figure at least 100,000"),
        (
            "troop figure at most 100,000 or troop figure more than 7",
            "troop figure at most 100,000 or troop figure more than 7",
        ),
        ("troop figure less than 9", "troop figure less than 9"),
        (
            "troop figure between 5 and 10 and troop figure cited",
            "troop figure between 5 and 10 and troop figure cited in every source",
        ),
        ("call date before talks date", "call date before talks date"),
        ("call date after 2021-12-01", "call date after 2021-12-01"),
        ("call date on 2021-12-30", "call date on 2021-12-30"),
        ("call date within 6 days of talks date", "call date within 6 days of talks date"),
        ("Adams and Brown speak consistent across sources", "Adams and Brown speak consistent across sources"),
        ("publication date cited in every source", "publication date cited in every source"),
        ("headline cited", "headline cited in every source"),
        ("call date absent", "call date absent"),
        ("call date NOT cited", "call date not cited in every source"),
        ("requested by is not Norland", "requested by is not Norland"),
        ("requested by not is Norland", "requested by is not Norland"),
        ("troop figure is not 5", "troop figure is not 5"),
        ("call date in headline cited", "call date in headline cited in every source"),
        ("troop figure in quotation at least 5", "troop figure in quotations at least 5"),
        ("troop figure in caption absent", "troop figure in captions absent"),
        ("troop figure in correction absent", "troop figure in corrections absent"),
        (
            "troop figure consistent within each article within 5",
            "troop figure consistent within each article within 5",
        ),
        ("publication date matches url date", "publication date matches url date"),
        (
            "call date matches talks date and call date cited",
            "call date matches talks date and call date cited in every source",
        ),
        ("publication date before 2021-12-30", "publication date before 2021-12-30"),
        ("call date within 2 days of publication date", "call date within 2 days of publication date"),
        ("every date before publication date", "every date before publication date"),
        ("source is \"Harbour Post\"", "source is Harbour Post"),
        ("call date falls on thursday", "call date falls on Thursday"),
        ("every time has a zone", "every time has a zone"),
        ("every date falls on its weekday", "every date falls on its weekday"),
        ("every figure Converts to its bracket", "every figure converts to its bracket"),
        ("every figure adds up", "every figure adds up"),
        ("every percent is within its whole", "every percent is within its whole"),
        ("every date has its ends in order", "every date has its ends in order"),
        ("Every Quotation in headline closed", "every quotation in headline closed"),
        ("every sentence printed once", "every sentence printed once"),
        (
            "death toll equals the sum of troop figure and toll at sea",
            "death toll equals the sum of troop figure and toll at sea",
        ),
        ("death toll equals the sum of troop figure, toll at sea and toll on land, and troop figure cited", "unread"),
        (
            "death toll equals the sum of troop figure, toll at sea, and toll on land",
            "death toll equals the sum of troop figure, toll at sea and toll on land",
        ),
        ("every figure supported by body", "every figure supported by body"),
        ("every figure in headline Attached as in body", "every figure in headline attached as in body"),
        ("every figure directed as in \u{201C}sources\u{201D}", "every figure directed as in \"sources\""),
        ("every name not negated as in \"sources\"", "every name not negated as in \"sources\""),
        ("every name acts as in \"sources\"", "every name acts as in \"sources\""),
        (
            "every figure in \u{201C}summary\u{201D} supported by \"sources\"",
            "every figure in \"summary\" supported by \"sources\"",
        ),
        (
            "troop figure cited in every source except in \"Harbour Post\", \"Tideline\" and \"X\"",
            "troop figure cited in every source except in \"Harbour Post\", \"Tideline\" and \"X\"",
        ),
        ("troop figure except in \"Harbour Post\" at least 5", "troop figure at least 5 except in \"Harbour Post\""),
        ("troop figure never decreases", "troop figure never decreases"),
        ("headline unchanged across revisions", "headline unchanged across revisions"),
        (
            "when call date cited, troop figure cited",
            "when call date cited in every source, troop figure cited in every source",
        ),
        (
            "when troop figure at least 5,000 and call date on 30 December 2021, talks date cited or headline cited",
            "when troop figure at least 5,000 and call date on 30 December 2021, talks date cited in every source or headline cited in every source",
        ),
        (
            "when troop figure more than 5, every time has a zone",
            "when troop figure more than 5, every time has a zone",
        ),
        (
            "call date cited unless talks date absent or troop figure absent",
            "call date cited in every source unless talks date absent or troop figure absent",
        ),
        (
            "when headline cited, call date cited unless talks date absent",
            "when headline cited in every source, call date cited in every source unless talks date absent",
        ),
    ];
    for (sentence, expected) in cases {
        if expected == "unread" {
            assert!(read_it(sentence).is_err(), "{sentence}");
            continue;
        }
        let requirement = read_it(sentence).unwrap_or_else(|mistakes| panic!("{sentence}: {mistakes:#?}"));
        assert_eq!(requirement.to_string(), expected, "{sentence}");
        assert_eq!(read_it(expected).as_ref(), Ok(&requirement), "{expected}");
    }
}

#[test]
fn and_binds_tighter_than_or() {
    let requirement = read_it("call date cited or talks date cited and troop figure cited").unwrap();
    let sizes: Vec<usize> = requirement.requirement.alternatives.iter().map(Vec::len).collect();
    assert_eq!(sizes, [1, 2]);
}

#[test]
fn topics_that_hold_keywords() {
    let topics = [
        topic("troops", "count", &[]),
        topic("troops at least", "count", &[]),
        topic("minutes", "count", &[]),
        topic("talk", "duration", &[]),
        topic("2014", "date", &[]),
        topic("day", "date", &[]),
        topic("A cited and B", "date", &[]),
        topic("A", "date", &[]),
        topic("B", "date", &[]),
    ];
    for (sentence, expected) in [
        ("troops at least 5", Ok("troops at least 5")),
        ("troops at least at least 5", Ok("troops at least at least 5")),
        ("troops at least cited", Ok("troops at least cited in every source")),
        ("talk consistent across sources within 5 minutes", Ok("talk consistent across sources within 5 minutes")),
        ("day before 2014", Err("ambiguous")),
        ("A cited and B cited", Err("ambiguous")),
    ] {
        let read = read_with(&topics, sentence);
        let shown = read.as_ref().map(ToString::to_string).map_err(|mistakes| mistakes[0].code);
        assert_eq!(shown.as_deref().map_err(|code| code.name()), expected, "{sentence}: {read:#?}");
    }
}

#[test]
fn long_and_odd_sentences_are_answered() {
    assert_eq!(read_it(&"word ".repeat(100_000)).unwrap_err()[0].code.name(), "too-long");
    assert_eq!(read_it(&"call date cited and ".repeat(190)).unwrap_err()[0].code.name(), "unfinished");
    for sentence in [
        "\u{E000} cited",
        "\" cited",
        "call date is \"",
        "and",
        ", , ,",
        "call date cited in \"\"",
        "\u{0}",
        "between and",
    ] {
        assert!(read_it(sentence).is_err(), "{sentence:?}");
    }
}

#[test]
fn a_thousand_rules_over_a_thousand_topics_are_read() {
    let topics: Vec<Topic> = (0..1_000).map(|n| topic(&format!("topic number {n}"), "date", &[])).collect();
    let named = KnownTopics::new(&topics);
    for n in 0..1_000 {
        let sentence = format!(
            "topic number {n} consistent across sources within 2 days and topic number {} before topic number 7",
            n / 2
        );
        assert!(parse(&sentence, &named, Lexicon::english()).is_ok(), "{sentence}");
    }
}
