//! How claims agree, and why, in the words of real values.

use super::Placing;
use crate::{
    claim::ArticleClaims,
    kind::literal,
    lexicon::Lexicon,
    value::{Kind, Value},
    verify::{
        judge_with,
        testing::{claim, rules, topic},
    },
};

/// The agreement of one topic that each of these articles gives in its own words.
fn agreement(kind: &str, words: &[&str]) -> String {
    let kind_of = Kind::find(kind).unwrap();
    let articles: Vec<ArticleClaims> = words
        .iter()
        .enumerate()
        .map(|(index, words)| {
            let value: Value = literal(words, kind_of, Lexicon::english()).unwrap();
            let mut article =
                ArticleClaims { story: "s".into(), article: index.to_string(), ..ArticleClaims::default() };
            article.metadata.source = index.to_string();
            article.claims.push(claim("topic", value, 0));
            article
        })
        .collect();
    let mut set = rules("n cited");
    set.topics = vec![topic("topic", kind, &[])];
    let reports = judge_with(&set, &articles, Placing::shelf(Lexicon::english()));
    let topic = &reports[0].topics[0];
    let name = serde_json::to_value(topic.agreement).unwrap().as_str().unwrap().to_string();
    [vec![name], topic.reasons.clone()].concat().join(", ")
}

#[test]
fn each_difference_has_its_reason() {
    for (kind, words, expected) in [
        ("duration", &["50 minutes", "about 50 minutes"][..], "compatible, hedge differs"),
        (
            "count",
            &["tens of thousands", "an estimated 100,000", "around 100,000", "some 100,000", "100,000"],
            "compatible, less precise, hedge differs",
        ),
        ("count", &["about 100,000", "some 100,000"], "consistent"),
        ("count", &["over 10", "10"], "compatible, hedge differs"),
        ("count", &["over 10", "12"], "compatible, less precise"),
        ("count", &["over 10", "500"], "compatible, bounds far apart"),
        ("count", &["47", "about 50"], "compatible, less precise"),
        ("measure", &["12 miles", "19 km"], "compatible, imprecise"),
        ("measure", &["12 miles", "about 12 miles"], "compatible, hedge differs"),
        ("measure", &["12 miles", "about 12 miles", "19 km"], "compatible, hedge differs, imprecise"),
        ("measure", &["some 58 km", "36 miles"], "compatible, hedge differs"),
        ("measure", &["about 90 km/h", "55 mph"], "compatible, less precise"),
        ("date", &["January 2022", "10 January 2022"], "compatible, less precise"),
        ("duration", &["less than a month", "just over three weeks"], "compatible, less precise"),
        ("duration", &["three weeks", "just over three weeks"], "compatible, hedge differs"),
        ("money", &["$3.2 million", "3.2m dollars"], "consistent"),
        ("money", &["$3.2 million", "about $3.2 million"], "compatible, hedge differs"),
    ] {
        assert_eq!(agreement(kind, words), expected, "{words:?}");
    }
}
