//! Tables of sentence and phrase: what is said of words that were nearly a claim, and where nothing is said.

mod agreement;

use super::*;
use crate::{
    claim::{
        extract,
        phrase::{Phrase, PhraseVocabulary, PhraseWords, Use},
        topic::Pattern,
    },
    lexicon::Lexicon,
    span::Span,
    text::Block,
    value::Kind,
};
use std::sync::Arc;

fn phrase(text: &str, used_as: Use) -> Phrase {
    Phrase::parse(text, used_as, PhraseWords { vocabulary: &PhraseVocabulary::default(), lexicon: Lexicon::english() })
        .unwrap()
}

fn topic(kind: &str, phrases: &[&str]) -> Topic {
    let kind = Kind::find(kind).unwrap();
    let choice = (kind.name() == "choice").then(|| "yes".to_string());
    let pattern = |text: &&str| Pattern { phrase: phrase(text, Use::Topic(kind)), choice: choice.clone() };
    Topic { patterns: phrases.iter().map(pattern).collect(), ..Topic::new(SubjectId::topic("topic"), kind) }
}

fn article(text: &str, part: Part) -> Article {
    let span = Span::new(0, text.len());
    let (path, metadata) = ("herald.txt".to_string(), crate::article::Metadata::default());
    let text = text.to_string();
    Article {
        path,
        text,
        transcoded: None,
        blocks: vec![Block { span, part }],
        markup: Vec::new(),
        excerpts: Vec::new(),
        entries: Vec::new(),
        allowances: Vec::new(),
        metadata,
    }
}

fn looked_at(topic: &Topic, text: &str, part: Part) -> Inspection {
    let topics = Topics::new([topic], Arc::default(), Lexicon::english());
    inspect(&article(text, part), &topics).remove(0)
}

/// "`50 minutes`: `call` is not in the sentence", a line for each near miss.
fn said(topic: &Topic, text: &str, part: Part) -> Vec<String> {
    let line = |missed: &Missed| {
        let why: Vec<String> = missed.obstacles.iter().map(ToString::to_string).collect();
        format!("{}: {}", missed.quote.exact, why.join("; "))
    };
    looked_at(topic, text, part).missed.iter().map(line).collect()
}

/// Kind, phrase, text, what is said.
type Case<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

fn check(cases: &[Case<'_>]) {
    for (kind, phrase, text, expected) in cases {
        assert_eq!(&said(&topic(kind, &[phrase]), text, Part::Body), expected, "{phrase:?} in {text:?}");
    }
}

#[test]
fn words_that_are_missing_or_in_the_way() {
    check(&[
        (
            "duration",
            "phone call lasted <duration>",
            "Their call lasted 50 minutes.",
            &["50 minutes: `phone` is not in the sentence"],
        ),
        (
            "duration",
            "<duration> call",
            "The call went on for 50 minutes.",
            &["50 minutes: `call` stands in the sentence, but not where the phrase has it"],
        ),
        (
            "duration",
            "<duration> call",
            "It was a 50-minute video call.",
            &["50-minute: `video` stands in the way, before `call`"],
        ),
        (
            "choice",
            "\"call lasted long\"",
            "The call, he said, lasted long.",
            &["call, he said, lasted long: `, he said,` stands in the way, before `lasted`"],
        ),
        (
            "count",
            "<count> (troops|soldiers) at the border",
            "There are 5,000 tents at the border.",
            &["5,000: `tents` stands where the phrase has one of `troops`, `soldiers`"],
        ),
        (
            "count",
            "=Apple sold <count>",
            "Every apple sold 12 times.",
            &["12: `apple` is not written as `=Apple` asks"],
        ),
        (
            "count",
            "=Calls for <count>",
            "There were calls for 12 seats.",
            &["12: `calls` is not written as `=Calls` asks"],
        ),
        ("count", "hurt: <count>", "The hurt 12 waited.", &["12: `:` is not in the sentence"]),
        (
            "count",
            "(=May|=June) sold <count>",
            "The shop sold 12 lamps.",
            &["12: none of `May`, `June` is in the sentence"],
        ),
        (
            "measure",
            "quake of magnitude <measure> hit",
            "The quake of 6.1 magnitude struck.",
            &["6.1: `hit` is not in the sentence"],
        ),
        ("count", "farm's <count> cows", "The farm 12 cows left.", &["12: `'s` is not in the sentence"]),
    ]);
}

#[test]
fn gaps() {
    let long = format!("The call, {}lasted an hour.", "as somebody who was there said, ".repeat(6));
    let topic = topic("duration", &["call ... lasted <duration>"]);
    assert_eq!(said(&topic, &long, Part::Body), ["an hour: `...` would be 36 words long, and is at most 30"]);
    let crossing = "\"The call is over,\" he said, and it lasted an hour.";
    assert_eq!(said(&topic, crossing, Part::Body), ["an hour: `...` would cross the edge of a quotation"]);
}

#[test]
fn values_of_another_kind_or_none() {
    check(&[
        (
            "duration",
            "call lasted <duration>",
            "The call lasted 50 percent longer.",
            &["50 percent: `50 percent` is a percent, and not a duration"],
        ),
        // One word alone, without a value, is told where the article has nothing else.
        (
            "money",
            "fund of <money>",
            "The fund of the town is planned.",
            &["fund of: no money stands where the phrase has `<money>`"],
        ),
        (
            "duration",
            "call lasted <duration>",
            "The call lasted long.",
            &["call lasted: no duration stands where the phrase has `<duration>`"],
        ),
        (
            "date",
            "storm came <date>",
            "The storm came recently.",
            &["recently: `recently` is a date that names no day"],
        ),
    ]);
}

#[test]
fn vetoes() {
    let veto = |text: &str| phrase(text, Use::Veto(Kind::find("count").unwrap()));
    let plain = topic("count", &["<count> hurt"]);
    let except = Topic { except: vec![veto("in the drill"), veto("<count> horses")], ..plain.clone() };
    let near = Topic { not_near: vec![veto("last year")], ..plain.clone() };
    let of = Topic { of: Some("people".into()), ..topic("count", &["<count> (people|horses)? hurt"]) };
    let headline = Topic { parts: Some(vec![Part::Headline]), ..plain.clone() };
    let dollars = Topic { unit: Some("USD".into()), ..topic("money", &["fund of <money>"]) };
    let cases: &[(&Topic, &str, &str)] = &[
        (&except, "9 were hurt in the drill.", "9: `in the drill` is one of the topic's `except`: `in the drill`"),
        (&near, "Last year 9 were hurt.", "9: `Last year` stands near, and the topic is `not near` `last year`"),
        (
            &near,
            "It was last year. 9 were hurt.",
            "9: `last year` stands near, and the topic is `not near` `last year`",
        ),
        (&of, "9 horses were hurt.", "9: it counts horses, and the topic says `of: people`"),
        (&headline, "9 were hurt.", "9: it stands in the body, where the topic does not look"),
        (&dollars, "A fund of €5 million.", "€5 million: its unit is EUR, and the topic says `unit: USD`"),
    ];
    for (topic, text, expected) in cases {
        assert_eq!(said(topic, text, Part::Body), [*expected], "{text}");
    }
    let expected = ["9: it stands in a caption, where nobody looks unless `in` says so"];
    assert_eq!(said(&plain, "9 were hurt.", Part::Caption), expected);
}

#[test]
fn choices_and_quotations() {
    check(&[
        (
            "choice",
            "asked for by Norland",
            "It was asked for by Sudmark.",
            &["asked for by: `Norland` is not in the sentence"],
        ),
        ("choice", "agreed to talks", "They have not agreed to talks.", &["agreed to talks: its clause denies it"]),
        ("choice", "arson", "Arson has been ruled out.", &["Arson: the words behind it take it back"]),
        ("quotation", "we will respond", "They said we will respond.", &["we will respond: it stands in no quotation"]),
    ]);
}

#[test]
fn what_is_not_near() {
    check(&[
        ("duration", "call lasted <duration>", "The call lasted 50 minutes.", &[]),
        ("duration", "call lasted <duration>", "It rained for 50 minutes.", &[]),
        ("duration", "call lasted <duration>", "", &[]),
        ("count", "<count> of the dead", "Of the 12 one is old.", &[]),
        ("choice", "Geneva talks", "The talks go on.", &[]),
        (
            "count",
            "<count> troops",
            "The 2 leaders met on the day before the parade, which was called off as no troops came.",
            &[],
        ),
        ("count", "<count> (people)? hurt", "Six people died.", &[]),
        // The sentence has its claim.
        ("count", "<count> troops", "Of 20 ships and 500 troops none came.", &[]),
    ]);
}

#[test]
fn the_nearest_comes_first_and_what_is_far_only_where_there_is_nothing_nearer() {
    let topic = topic("duration", &["call lasted <duration>", "<duration> call"]);
    let far = "The long call lasted more than it had to.";
    let broken = "For 50 minutes it was a call.";
    let text = format!("{far} {broken} It was a 50-minute video call.");
    let found = said(&topic, &text, Part::Body);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("50-minute"), "{found:?}");
    assert!(said(&topic, far, Part::Body).len() == 1, "{far}");
    // Where there is a claim, only what is right beside one is worth telling.
    let claimed = looked_at(&topic, &format!("{text} The call lasted an hour."), Part::Body);
    assert_eq!((claimed.found.len(), claimed.missed.len()), (2, 1), "{claimed:?}");
    assert_eq!(claimed.found[0].phrase, "call lasted <duration>");
}

#[test]
fn what_is_found_is_what_extraction_finds() {
    let text = "A 50-minute call. The call lasted an hour, and dozens of troops came. The 12 troops lasted.";
    for topic in [
        topic("duration", &["call ... lasted <duration>", "<duration> (phone)? call"]),
        topic("count", &["<count> (of)? troops"]),
    ] {
        let topics = Topics::new([&topic], Arc::default(), Lexicon::english());
        let claims = extract(&article(text, Part::Body), "s", None, &topics).claims;
        let places: Vec<_> = claims.iter().map(|claim| claim.quote.range()).collect();
        let found = looked_at(&topic, text, Part::Body).found;
        // A claim may be found by several phrases.
        let mut shown: Vec<_> = found.iter().map(|found| found.start..found.end).collect();
        shown.dedup();
        assert_eq!(shown, places);
    }
}

#[test]
fn what_is_found_is_shown_in_the_longest_sentence() {
    let text = format!("The call lasted an hour, {}and was over", "and on it went, ".repeat(200));
    let topic = topic("duration", &["call lasted <duration>"]);
    assert_eq!(looked_at(&topic, &text, Part::Body).found.len(), 1);
    // What it nearly says nobody could find in it.
    assert_eq!(said(&topic, &text.replace("call", "talk"), Part::Body), [""; 0]);
}

#[test]
fn values_where_nobody_looks_are_of_the_topics_kind() {
    let number = Every::Kind(Kind::find("number").unwrap());
    let every = Topic { subject: SubjectId::whole(Matter::Every(number)), ..topic("number", &[]) };
    let text = "It came 7 to 5 before 300 people";
    let shown = |part| {
        let topics = Topics::new([&every], Arc::default(), Lexicon::english());
        let claims = extract(&article(text, part), "s", None, &topics).claims;
        claims.into_iter().map(|claim| claim.quote.exact.clone()).collect::<Vec<_>>()
    };
    let missed: Vec<Box<str>> =
        looked_at(&every, text, Part::Caption).missed.into_iter().map(|missed| missed.quote.exact).collect();
    assert_eq!((missed, shown(Part::Caption)), (shown(Part::Body), Vec::new()));
    assert!(!shown(Part::Body).is_empty());
}

#[test]
fn odd_texts_do_no_harm() {
    let topic = topic("duration", &["(a|b c)? call ... 's, <duration> (x)? =Y"]);
    let texts = ["call", "call \u{301}\u{200d}", "\"\"\"\"", "call 's , 5 minutes", "call call call 5 5 5 Y y"];
    for text in texts.iter().map(ToString::to_string).chain([texts.concat().repeat(300)]) {
        looked_at(&topic, &text, Part::Body);
    }
}

#[test]
fn words_whose_clause_says_something_else() {
    check(&[
        (
            "count",
            "<count> people killed",
            "Two people killed nine women at the pier.",
            &["Two: its clause says that these did it, not that it was done to them"],
        ),
        (
            "count",
            "<count> people killed",
            "Officials fear that 12 people were killed.",
            &["12: its clause asks it or only supposes it"],
        ),
        (
            "count",
            "<count> people killed",
            "If 12 people are killed, the pier closes.",
            &["12: its clause asks it or only supposes it"],
        ),
        (
            "count",
            "<count> passengers killed",
            "Two of the 12 passengers were killed.",
            &["12: only a share of it is meant"],
        ),
        ("count", "<count> people killed", "Two pilots were also killed.", &["Two: it comes on top of others"]),
    ]);
}

#[test]
fn whose_a_value_is_instead() {
    let names = vec![phrase("Orvane Bank", Use::Veto(Kind::find("money").unwrap()))];
    let revenue = Topic { about: names, ..topic("money", &["revenue of <money>"]) };
    for (text, expected) in [
        ("Orvane Bank had revenue of $3 million.", &[][..]),
        (
            "Selm Mills had revenue of $3 million.",
            &["$3 million: it is about `Selm Mills`, and the topic says `about: Orvane Bank`"],
        ),
        (
            "Orvane Bank grew. Selm Mills shrank. It had revenue of $3 million.",
            &["$3 million: it is about `Selm Mills`, and the topic says `about: Orvane Bank`"],
        ),
        ("It had revenue of $3 million.", &["$3 million: nothing says that it is about `Orvane Bank`"]),
    ] {
        assert_eq!(said(&revenue, text, Part::Body), expected, "{text}");
    }
}
