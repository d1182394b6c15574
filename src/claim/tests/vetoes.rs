//! Tables of vetoes: what one takes away, and what it leaves. A veto is the words that are written, in order: it has no kin
//! and no constructions, so that it stays as small as it looks.

use super::{found, topic, vocabulary};
use crate::{
    claim::{
        Topic,
        phrase::{Phrase, PhraseWords, Use},
    },
    lexicon::Lexicon,
    text::Part,
    value::Kind,
};

fn veto(kind: &str, phrase: &str) -> Phrase {
    let words = vocabulary();
    let words = PhraseWords { vocabulary: &words, lexicon: Lexicon::english() };
    Phrase::parse(phrase, Use::Veto(Kind::find(kind).unwrap()), words).unwrap()
}

/// Phrase of a veto, text and what the topic `<count> people $hurt` finds there, a line each.
fn check(with: impl Fn(Phrase) -> Topic, cases: &[(&str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (phrase, text, expected) in cases {
        let own = found(&with(veto("count", phrase)), text, Part::Body);
        if own != *expected {
            wrong.push_str(&format!("{phrase} in {text}\n    finds {own:?} and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn hurt() -> Topic {
    topic("count", "<count> people $hurt")
}

#[test]
fn a_veto_stays_as_small_as_it_is_written() {
    let with = |veto| Topic { except: vec![veto], ..hurt() };
    check(
        with,
        &[
            ("last year", "Last year 12 people were hurt.", &[]),
            ("last year", "Last year's flood hurt 12 people.", &[]),
            ("last year", "In the last month of a dry year 12 people were hurt.", &["12"]),
            ("last year", "It was last year. On Monday 12 people were hurt.", &["12"]),
            ("drill", "In a drill 12 people were hurt.", &[]),
            ("drill", "At the school 12 people were hurt in an exercise.", &["12"]),
            ("crash", "12 people were hurt in a crash.", &[]),
            ("crash", "12 people were hurt in a collision.", &["12"]),
            ("wounded", "12 people were injured.", &["12"]),
            ("wounded", "12 people were wounded.", &[]),
            ("killed", "12 people were hurt and three died.", &["12"]),
            ("<count> people slightly hurt", "12 people were slightly hurt.", &[]),
            ("<count> people slightly hurt", "12 people were slightly wounded.", &["12"]),
            ("<count> people were slightly hurt", "12 people were slightly hurt.", &[]),
            ("hurt <count> people", "12 people were hurt.", &["12"]),
            ("hurt <count> people", "The blast hurt 12 people.", &[]),
            ("<count> soldiers", "12 people were hurt, 3 soldiers died.", &["12"]),
            ("<count> people were hurt last year", "12 people were hurt; 9 people were hurt last year.", &["12"]),
            ("Zarand", "12 people were hurt in Zarandia.", &["12"]),
        ],
    );
}

#[test]
fn not_near_looks_one_sentence_back_and_no_further() {
    let with = |veto| Topic { not_near: vec![veto], ..hurt() };
    check(
        with,
        &[
            ("last year", "Last year 12 people were hurt.", &[]),
            ("last year", "It burned last year. 12 people were hurt.", &[]),
            ("last year", "It burned last year. It was dry. 12 people were hurt.", &["12"]),
            ("last year", "12 people were hurt. It burned last year too.", &["12"]),
            ("last year", "It burned in the year that was the last. 12 people were hurt.", &["12"]),
            ("crash", "There was a collision. 12 people were hurt.", &["12"]),
        ],
    );
}

#[test]
fn one_with_a_hole_takes_its_value_and_one_without_its_sentence() {
    let veto = |phrase: &str| veto("count", phrase);
    let mut topic = topic("count", "<count> troops");
    topic.except = vec![veto("return <count> troops")];
    assert_eq!(found(&topic, "The army returned 5,000 troops and kept 9,000 troops.", Part::Body), ["9,000"]);
    topic.except = vec![veto("last year")];
    assert_eq!(found(&topic, "Last year 5,000 troops came. Now 9,000 troops are there.", Part::Body), ["9,000"]);
    topic.except = Vec::new();
    topic.not_near = vec![veto("last year")];
    assert!(found(&topic, "It was last year. Then 5,000 troops came.", Part::Body).is_empty());
    topic.not_near = Vec::new();
    let mut distance = super::topic("measure", "<measure> away");
    distance.unit = Some("km".into());
    assert_eq!(found(&distance, "It is 12 tonnes away. It is 12 miles away.", Part::Body), ["12 miles"]);
    topic.of = Some("troops".into());
    assert_eq!(found(&topic, "9,000 troops", Part::Body), ["9,000"]);
    topic.of = None;
    topic.not_near = vec![veto("<count> sailors left")];
    assert!(found(&topic, "First 3 sailors left. Then 5,000 troops came.", Part::Body).is_empty());
    assert_eq!(found(&topic, "First all sailors left. Then 5,000 troops came.", Part::Body), ["5,000"]);
    topic.not_near = vec![veto("buildup")];
    assert!(found(&topic, "It was a build-up. Then 5,000 troops came.", Part::Body).is_empty());
}
