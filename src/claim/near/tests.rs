//! Tables of sentences of a silent article: what is near in them, by what, and which words stand around it.

use super::*;
use crate::{
    claim::{
        Topic, Topics, extract,
        tests::{article, topic},
    },
    lexicon::Lexicon,
    text::Part,
};
use std::sync::Arc;

/// What an article gives for a topic, once for each of so many articles.
fn known(topic: &Topic, giving: &[(&str, usize)]) -> KnownValues {
    let topics = Topics::new([topic], Arc::default(), Lexicon::english());
    KnownValues::new(giving.iter().flat_map(|(text, articles)| {
        let claims = extract(&article(text, Part::Body), "s", None, &topics);
        let situation = claims.situation.clone();
        claims.claims.into_iter().map(move |claim| KnownValue {
            value: claim.value,
            situation: situation.clone(),
            articles: *articles,
        })
    }))
}

fn looked_through(topic: &Topic, giving: &[(&str, usize)], around: &[&str], text: &str) -> Vec<NearValue> {
    let lexicon = Lexicon::english();
    let around = around.iter().map(|word| lexicon.stems().key(word)).collect();
    let sought = SoughtTopic { topic, known: known(topic, giving), around };
    let sought = SoughtTopics::new(&[sought], Arc::default(), lexicon);
    near(&article(text, Part::Body), None, &sought, &BTreeSet::from([0]))
}

/// "43 by Same", the nearest in the text first.
fn said(kind: &str, phrase: &str, giving: &[(&str, usize)], text: &str) -> Vec<String> {
    let found = looked_through(&topic(kind, phrase), giving, &["mud", "hill"], text);
    let words =
        |near: &NearValue| text.get(near.start as usize..).unwrap().split([' ', '.']).next().unwrap().to_string();
    found.iter().map(|near| format!("{} by {:?}", words(near), near.nearness.by)).collect()
}

const RESCUED: &[(&str, usize)] = &[("43 people were rescued.", 2)];

#[test]
fn what_others_give_is_near_beside_words_of_the_topic_or_of_theirs() {
    for (kind, phrase, giving, text, expected) in [
        ("count", "<count> people rescued", RESCUED, "A rescue: boats pulled 43 villagers out.", &["43 by Same"][..]),
        (
            "count",
            "<count> people rescued",
            RESCUED,
            "Mud took the hill, and 43 came down alive.",
            &["43 by SameAround"],
        ),
        ("measure", "fell <measure>", &[("It fell 600 metres.", 1)], "The fall was of 1,970 feet.", &["1,970 by Same"]),
        (
            "measure",
            "slope fell <measure>",
            &[("The slope fell 600 metres.", 1)],
            "The slope falls by 400 metres.",
            &["400 by Words"],
        ),
        // What is given by most.
        (
            "count",
            "<count> people rescued",
            &[("43 people were rescued.", 3), ("40 people were rescued.", 1)],
            "In the rescue 40 came down.",
            &[],
        ),
        // Nothing is known.
        ("count", "<count> pirates captured", &[], "The capture of the pirates: 26 in all.", &["26 by Words"]),
    ] {
        assert_eq!(said(kind, phrase, giving, text), expected, "{text}");
    }
}

#[test]
fn what_is_not_near() {
    for (kind, phrase, giving, text) in [
        ("count", "<count> people rescued", RESCUED, "Boats pulled 43 villagers out."),
        ("count", "<count> people rescued", RESCUED, "The rescue took 43 boats."),
        ("count", "<count> people rescued", RESCUED, "The rescue was long."),
        // All sorts of sentences speak of people.
        ("count", "<count> people rescued", RESCUED, "To 43 people it was a party."),
        ("count", "<count> rescued", &[("2 were rescued.", 2)][..], "Mud took the hill, and 2 came down."),
        (
            "name",
            "operated by <name>",
            &[("It was operated by Halden Lines.", 2)],
            "Orvane Coaches operates buses in mud on the hill.",
        ),
        ("date", "fell on <date>", &[("It fell on 3 March 2031.", 2)], "It fell, and mud took the hill on 5 May 2029."),
        (
            "duration",
            "talks lasted <duration>",
            &[("The talks lasted three weeks.", 2)],
            "The last talks were a call of 50 minutes.",
        ),
    ] {
        assert_eq!(said(kind, phrase, giving, text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_words_around_a_value_end_at_marks_and_figures() {
    let topic = topic("count", "<count> people rescued");
    let text =
        "Rescue at dawn, said Arne: in 12 boats crews had now pulled 43 villagers' children out, and rescued all.";
    let found = looked_through(&topic, RESCUED, &[], text);
    let around = &found.first().unwrap().around;
    let words = |words: &[AroundWord]| words.iter().map(|word| word.written.clone()).collect::<Vec<_>>().join(" ");
    assert_eq!(words(&around.before), "boats crews had now pulled");
    assert_eq!((around.far_before.as_deref(), around.far_behind.as_deref()), (Some("rescue"), Some("rescued")));
}

#[test]
fn words_of_a_topic_are_those_that_say_something() {
    let own =
        |phrase: &str| own_words(&topic("count", phrase), Lexicon::english()).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(own("<count> (of)? (brave)? people (were)? rescued"), "rescu topic", "with the word of its name");
    assert_eq!(own("the <count> on Monday"), "topic");
}
