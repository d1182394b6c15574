//! Tables of phrase and sentence: what a phrase finds, and what it must not.

mod about;
mod choices;
mod holes;
mod ties;
mod vetoes;

use super::{
    Claim, ClaimStatus, SubjectId, Topic, Topics, extract,
    phrase::{Phrase, PhraseVocabulary, PhraseWords, Use},
    topic::Pattern,
};
use crate::{
    article::{Article, Metadata},
    lexicon::Lexicon,
    span::Span,
    text::{Block, Part},
    value::{Content, Kind},
};
use std::sync::Arc;

pub(super) fn vocabulary() -> PhraseVocabulary {
    let mut vocabulary = PhraseVocabulary::default();
    vocabulary.names.insert("Kowalczyk".into(), vec!["Kowalchik".into(), "Kowaltschik".into()]);
    vocabulary.words.insert("hurt".into(), vec!["hurt".into(), "wounded".into(), "injured".into()]);
    vocabulary
}

pub(super) fn topic(kind: &str, phrase: &str) -> Topic {
    let kind = Kind::find(kind).unwrap();
    let choice = (kind.name() == "choice").then(|| "yes".to_string());
    let phrase =
        Phrase::parse(phrase, Use::Topic(kind), PhraseWords { vocabulary: &vocabulary(), lexicon: Lexicon::english() })
            .unwrap();
    Topic { patterns: vec![Pattern { phrase, choice }], ..Topic::new(SubjectId::topic("topic"), kind) }
}

pub(super) fn article(text: &str, part: Part) -> Article {
    let blocks = text
        .split("\n\n")
        .map(|block| {
            let start = block.as_ptr() as usize - text.as_ptr() as usize;
            Block { span: Span::new(start, start + block.len()), part }
        })
        .collect();
    let metadata = Metadata { source: "The Herald".into(), language: "en".into(), ..Metadata::default() };
    Article {
        path: "herald.txt".into(),
        text: text.into(),
        transcoded: None,
        blocks,
        markup: Vec::new(),
        excerpts: Vec::new(),
        entries: Vec::new(),
        allowances: Vec::new(),
        metadata,
    }
}

/// The words of every claim; of what is only possible, with "may be" before them.
pub(super) fn found(topic: &Topic, text: &str, part: Part) -> Vec<String> {
    let topics = Topics::new([topic], Arc::default(), Lexicon::english());
    let claims = extract(&article(text, part), "story", None, &topics).claims;
    for claim in &claims {
        assert_eq!(text.get(claim.quote.range()), Some(&*claim.quote.exact));
    }
    let words = |claim: Claim| match claim.status {
        ClaimStatus::Possible => format!("may be {}", claim.quote.exact),
        ClaimStatus::Asserted | ClaimStatus::Denied | ClaimStatus::Supposed => claim.quote.exact.to_string(),
    };
    claims.into_iter().map(words).collect()
}

/// What the claims on a topic of words mean.
fn meanings(topic: &Topic, text: &str) -> Vec<String> {
    let topics = Topics::new([topic], Arc::default(), Lexicon::english());
    let claims = extract(&article(text, Part::Body), "story", None, &topics).claims;
    let word = |claim: Claim| match claim.value.content {
        Content::Word(word) => word.to_string(),
        _ => String::new(),
    };
    claims.into_iter().map(word).collect()
}

pub(super) fn check(cases: &[(&str, &str, &str, &[&str])]) {
    for (kind, phrase, text, expected) in cases {
        assert_eq!(&found(&topic(kind, phrase), text, Part::Body), expected, "{phrase:?} in {text:?}");
    }
}

#[test]
fn phrases_find_what_a_writer_means() {
    check(&[
        ("duration", "<duration> (phone)? call", "It was a 50 minute phone call in all.", &["50 minute"]),
        ("duration", "<duration> (phone)? call", "a 50-minute call", &["50-minute"]),
        (
            "duration",
            "call ... lasted <duration>",
            "Thursday's call, which lasted about 50 minutes, ended.",
            &["about 50 minutes"],
        ),
        (
            "count",
            "<count> (of)? (Selmian)? (troops|forces)",
            "Tens of thousands of Selmian troops are there.",
            &["Tens of thousands"],
        ),
        ("count", "<count> troops", "dozens of troops, and 12 troops", &["dozens", "12"]),
        (
            "count",
            "gathering of crowds ... <count>",
            "the gathering of crowds along the river, swelling to an estimated 100,000 and more",
            &["an estimated 100,000"],
        ),
        ("count", "claimed <count> lives", "a war that has claimed over 13,000 lives", &["over 13,000"]),
        ("count", "<count> killed", "At least 12 were reportedly killed.", &["At least 12"]),
        (
            "count",
            "killed <count> people",
            "It killed another five people and killed the other two people.",
            &["five", "two"],
        ),
        ("count", "<count> (people)? $hurt", "30 people were wounded; 4 hurt", &["30", "4"]),
        ("date", "<date>'s call", "Thursday’s call is near. Thursday's call is over.", &["Thursday", "Thursday"]),
        ("date", "talks (on)? <date>", "high-level talks on January 10", &["January 10"]),
        (
            "date",
            "in <date>, engineers moved into ... Orvane",
            "In 2014, engineers moved into the old port of Orvane.",
            &["2014"],
        ),
        (
            "date",
            "spoke ... <date> with ... Kowalczyk",
            "He spoke by phone on Wednesday with Mr. Kowalchik.",
            &["Wednesday"],
        ),
        ("time", "begin at <time>", "It will begin at 20:30 GMT.", &["20:30 GMT"]),
        (
            "choice",
            "(build-up|massing) of troops",
            "A buildup of troops, a build up of troops",
            &["buildup of troops", "build up of troops"],
        ),
        ("choice", "buildup of troops", "a build-up of troops", &["build-up of troops"]),
        ("choice", "request of the U.S. side", "at the request of the US side", &["request of the US side"]),
        (
            "choice",
            "call was Lang's initiative",
            "she said that the call was Lang's initiative.",
            &["call was Lang's initiative"],
        ),
        ("choice", "=May vote", "the May vote", &["May vote"]),
        ("choice", "arson", "They did not wait: it was arson.", &["arson"]),
        ("choice", "arson", "No one doubts it, arson is likely.", &["arson"]),
        ("choice", "(storm|gale)? (warning)?", "A gale blew. A storm warning came at 9 p.m.", &["gale", "warning"]),
        ("choice", "arson (suspect)? ... (held)?", "It was arson", &["arson"]),
        ("count", "(dozens|<count>) troops", "dozens of troops", &["dozens"]),
        ("money", "fund of <money>", "a fund of $3.2 million", &["$3.2 million"]),
        ("measure", "<measure> from", "It sank 58 km (36 miles) from the port.", &["58 km (36 miles)"]),
    ]);
}

#[test]
fn phrases_leave_out_what_is_something_else() {
    check(&[
        ("count", "<count> troops", "100,000 people and troops", &[]),
        ("count", "<count> troops", "100,000. Troops moved.", &[]),
        ("count", "<count> injured", "12 dead, injured pets", &[]),
        ("count", "<count> (gas)? pipeline", "the Nord Line 2 gas pipeline", &[]),
        ("duration", "<duration> call", "a 50-minute, call", &[]),
        ("date", "talks on <date>", "talks on Geneva and January 10", &[]),
        ("choice", "hard line", "a hard \"line\"", &[]),
        ("choice", "request ... side", "the request \"of the\" side", &[]),
        ("choice", "=May vote", "they may vote", &[]),
        ("choice", "Italian talks", "Italy talks", &[]),
        ("choice", "talks ... Geneva", "The talks end. Geneva waits.", &[]),
        ("choice", "arson", "The police have ruled out arson.", &[]),
        ("choice", "arson", "Arson has been ruled out.", &[]),
        ("choice", "arson", "Arson was not the cause.", &[]),
        ("choice", "arson", "Arson is unlikely, he said.", &[]),
        ("choice", "arson", "Arson wasn't suspected.", &[]),
        ("choice", "arson", "Arson is suspected, and lightning ruled out.", &["Arson"]),
        ("choice", "talks in Geneva", "The talks in Geneva are not yet over.", &["talks in Geneva"]),
        ("choice", "arson", "It was not arson; there is no sign of arson.", &[]),
        ("choice", "requested by the islanders", "It wasn't requested by the islanders.", &[]),
        ("choice", "call was their idea", "He denied that the call was their idea.", &[]),
    ]);
    let long = format!("talks {} Geneva", "word ".repeat(31));
    assert!(found(&topic("choice", "talks ... Geneva"), &long, Part::Body).is_empty());
}

#[test]
fn link_lines_and_captions_are_no_evidence_unless_asked_for() {
    let mut topic = topic("count", "<count> troops");
    let text = "Army returns 5,000 troops to base";
    assert!(found(&topic, text, Part::Link).is_empty());
    assert!(found(&topic, text, Part::Caption).is_empty());
    topic.parts = Some(vec![Part::Caption]);
    assert_eq!(found(&topic, text, Part::Caption), ["5,000"]);
    assert!(found(&topic, text, Part::Body).is_empty());
}

#[test]
fn a_unit_is_asked_for() {
    for (kind, unit, phrase, text, expected) in [
        ("money", "USD", "cost <money>", "It cost $5. It cost €6. It cost 7 dollars.", &["$5", "7 dollars"][..]),
        ("measure", "km", "<measure> away", "It is 12 tonnes away, and 12 miles away.", &["12 miles"]),
        ("measure", "hectares", "<measure> burned", "30 hectares burned, 5 km burned.", &["30 hectares"]),
        ("measure", "°C", "fell to <measure>", "It fell to 30 °F, not to 30 m.", &["30 °F"]),
        ("percent", "%", "rose <percent>", "It rose 5 percent. It rose 5 percentage points.", &["5 percent"]),
        (
            "percent",
            "percentage point",
            "rose <percent>",
            "It rose 5 percent. It rose 5 percentage points. It rose 5 basis points.",
            &["5 percentage points", "5 basis points"],
        ),
    ] {
        let topic = Topic { unit: Some(unit.into()), ..topic(kind, phrase) };
        assert_eq!(found(&topic, text, Part::Body), expected, "{unit} of {kind}");
    }
}

#[test]
fn mistakes_in_phrases_name_their_place() {
    for (kind, phrase, code, words) in [
        ("count", "(troops|forces", "unclosed-bracket", "("),
        ("count", "troops) <count>", "unopened-bracket", ")"),
        ("count", "<cuont> troops", "unknown-kind", "<cuont>"),
        ("count", "<date> troops", "wrong-hole", "<date>"),
        ("count", "<count> of <count> troops", "two-holes", "<count>"),
        ("count", "troops", "no-hole", "troops"),
        ("choice", "<count> troops", "hole-in-choice", "<count>"),
        ("count", "<count> $hrut", "unknown-list", "$hrut"),
        ("count", "... <count> troops", "gap-at-edge", "..."),
        ("count", "phone? <count>", "phrase-syntax", "?"),
        ("count", "<count> a|b", "phrase-syntax", "|"),
        ("count", " ", "empty-text", " "),
        ("count", r"<count> \d people", "pattern-in-phrase", r"\d"),
        ("count", r"<count> people\", "pattern-in-phrase", r"\"),
        ("count", "<count> people for $5", "unknown-list", "$5"),
        ("count", r"\(<count> people)", "unopened-bracket", ")"),
        ("count", "\"(<count> people\"", "unclosed-bracket", "("),
    ] {
        let found = Phrase::parse(
            phrase,
            Use::Topic(Kind::find(kind).unwrap()),
            PhraseWords { vocabulary: &vocabulary(), lexicon: Lexicon::english() },
        )
        .unwrap_err();
        assert_eq!((found[0].code.name(), phrase.get(found[0].range())), (code, Some(words)), "{phrase}");
    }
}

#[test]
fn a_hostile_phrase_and_text_stay_linear() {
    let phrase = format!("{}<count> b", "(a)? ... (a|b)? ".repeat(8).trim_start());
    let topic = topic("count", &format!("x {phrase}"));
    let text = format!("x {} 5 c", "a b ".repeat(3000));
    assert!(found(&topic, &text, Part::Body).is_empty());
}

#[test]
fn a_quotation_is_found_by_its_words() {
    check(&[
        (
            "quotation",
            "severe consequences",
            "Lang spoke of \"very severe consequences\" and a \"mistake.\"",
            &["\"very severe consequences\""],
        ),
        ("quotation", "no plan", "\"It is done. There is no plan,\" he said.", &["\"It is done. There is no plan,\""]),
        (
            "quotation",
            "the way",
            "He said \u{201c}they call it \u{2018}the way\u{2019} here\u{201d}.",
            &["\u{2018}the way\u{2019}"],
        ),
        ("quotation", "severe consequences", "There will be severe consequences.", &[]),
        ("quotation", "severe consequences", "He said \"there will be severe consequences.", &[]),
        ("name", "delegation led by <name>", "The delegation was led by Miabek Lang.", &["Miabek Lang"]),
        ("name", "delegation led by <name>", "The delegation was led by nobody.", &[]),
    ]);
}
