//! The productions of the grammar: each is reached by its own examples, and each kind has its word.

use super::{
    super::{masked, names::NamedTopics},
    KnownTopics, Topic,
};
use crate::{
    grammar::{Grammar, Rule},
    value::Kind,
    verify::testing::topic,
};
use pest::Parser;
use std::collections::BTreeSet;

/// The grammar as it is written.
const FILES: &[&str] = &[
    include_str!("../../../../grammar/sentences.pest"),
    include_str!("../../../../grammar/predicates.pest"),
    include_str!("../../../../grammar/phrases.pest"),
];

/// What a text is read as.
const ENTRIES: &[Rule] = &[Rule::sentence, Rule::repaired, Rule::begun, Rule::prolonged, Rule::phrase];

/// The topics that the examples of the grammar are about.
fn declared() -> Vec<Topic> {
    let names = [
        ("call duration", "duration"),
        ("troop figure", "count"),
        ("call date", "date"),
        ("talks date", "date"),
        ("board meeting", "date"),
        ("death toll", "count"),
        ("casualties", "count"),
        ("dead", "count"),
        ("dead soldiers", "count"),
        ("dead civilians", "count"),
        ("missing", "count"),
    ];
    let choice = topic("requested by", "choice", &["Norland", "Sudland"]);
    names.iter().map(|(name, kind)| topic(name, kind, &[])).chain([choice]).collect()
}

/// The examples in the comments of a file: what stands between backquotes, and comments that are one example.
fn examples(file: &'static str) -> impl Iterator<Item = &'static str> {
    let comments = file.lines().filter_map(|line| line.trim().strip_prefix("// "));
    comments.flat_map(|comment| match comment.contains('`') {
        true => comment.split('`').skip(1).step_by(2).collect(),
        false => vec![comment],
    })
}

/// The productions that leave no trace in what is read.
fn silent() -> BTreeSet<String> {
    let lines = FILES.iter().flat_map(|file| file.lines());
    lines.filter_map(|line| line.split_once(" = _{")).map(|(name, _)| name.to_string()).collect()
}

#[test]
fn every_production_is_reached_by_an_example() {
    let topics = declared();
    let known = KnownTopics::new(&topics);
    let mut reached: BTreeSet<String> = silent();
    for text in FILES.iter().flat_map(|file| examples(file)) {
        for reading in masked::readings(text, &NamedTopics::new(text, &known)) {
            for read in ENTRIES.iter().filter_map(|entry| Grammar::parse(*entry, &reading.text).ok()) {
                reached.extend(read.flatten().map(|pair| format!("{:?}", pair.as_rule())));
            }
        }
    }
    let all = Rule::all_rules().iter().map(|rule| format!("{rule:?}"));
    let unreached: Vec<String> = all.filter(|rule| !reached.contains(rule)).collect();
    assert!(unreached.is_empty(), "no example of grammar/*.pest reaches {unreached:?}");
}

#[test]
fn every_kind_has_its_word() {
    for kind in Kind::all() {
        // What is one only to its topic.
        let is_asked = !kind.is_choice();
        let sentence = format!("every {kind}");
        let readings = masked::readings(&sentence, &NamedTopics::new(&sentence, &KnownTopics::new(&[])));
        let is_read = readings.iter().any(|reading| Grammar::parse(Rule::begun, &reading.text).is_ok());
        assert_eq!(is_read, is_asked, "{kind}");
    }
}
