//! What each sort of change makes of a text, and of a rule.

use super::{ALL, ClaimedPlaces, Makes, MutableArticle, Mutator, reworded};
use crate::{
    article::{self, MetadataLayer},
    kind::name::Spellings,
    lexicon::Lexicon,
    rule::{self, Defaults, RuleSource, sentence::KnownTopics},
};
use std::collections::BTreeSet;

fn sort(name: &str) -> &'static Mutator {
    ALL.iter().copied().find(|mutator| mutator.name == name).unwrap()
}

/// The whole words of each change that a sort makes in an article whose every word is claimed, and the words in their place.
fn changed(name: &str, text: &str) -> Vec<(String, String)> {
    let lexicon = Lexicon::english();
    let text = format!("News of the day\n\n{text}\n");
    let (article, _) = article::read("a.txt", text.clone().into_bytes(), &MetadataLayer::default(), lexicon);
    let article = article.unwrap();
    let (claimed, spellings) = (ClaimedPlaces::words(&text), Spellings::default());
    let one = MutableArticle { article: &article, of_topics: claimed.clone(), claimed, spellings: &spellings, lexicon };
    one.scene(one.speakers(), |scene| {
        let Makes::Text(changes, _) = sort(name).makes else { panic!("{name} changes no text") };
        changes(scene).iter().map(|change| (change.whole.of(&text).to_string(), change.after(&text))).collect()
    })
}

fn check(name: &str, cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let found = changed(name, text);
        let found: Vec<(&str, &str)> = found.iter().map(|(before, after)| (&**before, &**after)).collect();
        assert_eq!(found, *expected, "{name}: {text}");
    }
}

#[test]
fn figures_stay_as_they_are_written() {
    check(
        "figure",
        &[
            ("Nine people died.", &[("Nine people", "Ninety people"), ("Nine people", "Eight people")]),
            ("It cost 900 people their homes.", &[("900 people", "9,000 people"), ("900 people", "1,200 people")]),
            (
                "An estimated 100,000 troops left.",
                &[
                    ("An estimated 100,000 troops", "An estimated 1,000,000 troops"),
                    ("An estimated 100,000 troops", "An estimated 130,000 troops"),
                ],
            ),
            ("The fund has $3.2 million.", &[("$3.2 million", "$32 million"), ("$3.2 million", "$4.1 million")]),
            ("A 50-minute call.", &[("50-minute", "500-minute"), ("50-minute", "65-minute")]),
            ("Twenty-five people died.", &[("Twenty-five people", "Twenty-six people")]),
            ("It rose by 35 percent.", &[("35 percent", "350 percent"), ("35 percent", "45 percent")]),
            ("No one died.", &[]),
            ("Dozens of people died.", &[]),
            ("It was on 14 February 2023 at 3:30 p.m.", &[]),
        ],
    );
}

#[test]
fn units_are_of_the_same_axis() {
    check(
        "unit",
        &[
            ("It lasted 50 minutes.", &[("50 minutes", "50 hours")]),
            ("A 50-minute call.", &[("50-minute", "50-hour")]),
            ("It is 12 km away.", &[("12 km", "12 miles")]),
            ("Winds of 90 km/h blew.", &[("90 km/h", "90 mph")]),
            ("It costs $3.2 million.", &[("$3.2 million", "€3.2 million")]),
            ("It took an hour.", &[]),
            ("Nine people died.", &[]),
            ("It is the second call.", &[]),
        ],
    );
}

#[test]
fn dates_and_times_move() {
    let date = "It was on Dec. 30, 2021.";
    check(
        "month",
        &[
            ("It was on 14 February 2023.", &[("14 February 2023", "14 March 2023")]),
            (date, &[("Dec. 30, 2021", "Jan. 30, 2021")]),
            ("They may march on.", &[]),
        ],
    );
    check("day", &[(date, &[("Dec. 30, 2021", "Dec. 18, 2021")]), ("It was in March 2021.", &[])]);
    check("year", &[(date, &[("Dec. 30, 2021", "Dec. 30, 2022")]), ("It was on 3 March.", &[])]);
    check("weekday", &[("They met on Thursday.", &[("Thursday", "Friday")]), ("They met on 3 March.", &[])]);
    check("hour", &[("It began at 3:30 p.m. ET.", &[("3:30 p.m. ET", "2:30 p.m. ET")]), ("It took 3 hours.", &[])]);
    check(
        "zone",
        &[("It began at 3:30 p.m. ET.", &[("3:30 p.m. ET", "3:30 p.m. GMT")]), ("ET was seen at 3:30 p.m.", &[])],
    );
}

#[test]
fn hedges_turn_or_go() {
    check(
        "hedge",
        &[
            ("More than 9 people died.", &[("More than 9 people", "Less than 9 people")]),
            ("At least nine people died.", &[("At least nine people", "At most nine people")]),
            ("About nine people died.", &[("About nine people", "Nine people")]),
            ("It lasted about 50 minutes.", &[("about 50 minutes", "50 minutes")]),
            ("Nine people died.", &[]),
        ],
    );
}

#[test]
fn clauses_are_denied_or_no_more() {
    check(
        "not",
        &[
            ("Nine people were killed.", &[("were killed", "were not killed")]),
            ("The storm killed nine people.", &[("killed", "never killed")]),
            ("The road is closed.", &[("is closed", "is not closed")]),
            ("The road was not closed.", &[("was not closed", "was closed")]),
            ("The road wasn't closed.", &[("wasn't closed", "was closed")]),
            ("They will meet on Monday.", &[("will meet", "will not meet")]),
        ],
    );
}

#[test]
fn quotations_lose_a_word() {
    check(
        "quoted",
        &[
            ("\"We will not close the harbour,\" she said.", &[("not close the", "not the")]),
            ("\"No comment,\" she said.", &[]),
            ("We will not close the harbour.", &[]),
        ],
    );
}

#[test]
fn speakers_change_places() {
    let text = "Ada Lang said nine people died. Bo Orsk, the mayor, said that ten people were hurt.";
    check(
        "speaker",
        &[(text, &[("Ada Lang", "Bo Orsk"), ("Bo Orsk", "Ada Lang")]), ("Ada Lang said nine people died.", &[])],
    );
}

/// The sentences that a sort makes of one.
fn said(name: &str, sentence: &str) -> Vec<String> {
    let lexicon = Lexicon::english();
    let topics = "topics:\n  dead: {kind: count, phrases: [<count> dead]}\n  length: {kind: duration, phrases: [took <duration>]}\n  day: {kind: date, phrases: [met on <date>]}\n";
    let text = format!("{topics}rules:\n  - {sentence}\n");
    let (rules, wrong) = rule::read(&[RuleSource { path: "r.yaml".into(), text }], &Defaults::default(), lexicon);
    let found = rules.rules.first().unwrap_or_else(|| panic!("{sentence}: {wrong:?}"));
    let known = KnownTopics::new(&rules.topics);
    let Makes::Sentence(exchanges) = sort(name).makes else { panic!("{name} changes no rule") };
    let all = exchanges(found, lexicon.mutations());
    let changed = all.iter().filter_map(|exchange| reworded(found, exchange, &known, lexicon));
    changed.map(|rule| rule.sentence).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn rules_ask_for_more_or_less() {
    for (name, sentence, expected) in [
        (
            "tolerance",
            "length consistent across sources within 5 minutes",
            &[
                "length consistent across sources within 1 minutes",
                "length consistent across sources within 50 minutes",
            ][..],
        ),
        ("tolerance", "day within two days of 3 March 2031", &["day within twenty days of 3 March 2031"]),
        ("tolerance", "length consistent across sources", &[]),
        ("bound", "dead at most 5", &["dead at most 1", "dead at most 50"]),
        ("bound", "dead between 2 and 6", &["dead between 1 and 6", "dead between 2 and 60"]),
        ("bound", "day on 3 March 2031", &["day on 3 April 2031", "day on 3 March 2030", "day on 3 March 2032"]),
        ("bound", "dead cited", &[]),
        ("quantifier", "dead cited in every source", &["dead cited in most sources"]),
        (
            "quantifier",
            "dead cited in most sources",
            &["dead cited in at least 1 source", "dead cited in every source"],
        ),
        (
            "quantifier",
            "dead corroborated by at least 2 independent sources",
            &[
                "dead corroborated by at least 1 independent source",
                "dead corroborated by at least 3 independent sources",
            ],
        ),
        (
            "quantifier",
            "dead cited in every source and length cited in most sources",
            &[
                "dead cited in every source and length cited in at least 1 source",
                "dead cited in every source and length cited in every source",
                "dead cited in every source or length cited in most sources",
                "dead cited in most sources and length cited in most sources",
            ],
        ),
    ] {
        assert_eq!(said(name, sentence), expected, "{name}: {sentence}");
    }
}

#[test]
fn the_shelf_is_in_alphabetical_order() {
    let names: Vec<&str> = ALL.iter().map(|mutator| mutator.name).collect();
    assert!(names.is_sorted(), "{names:?}");
}
