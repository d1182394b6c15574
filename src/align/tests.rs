//! Pairs of articles: what is at odds in them, what they say alike, and what must not be compared.

use super::compare;
use crate::{
    article::{self, MetadataLayer},
    claim::{self, TiedArticle, Topics},
    finding::Agreement,
    lexicon::Lexicon,
};
use std::sync::Arc;

/// An article of a source, published on a day.
fn read(source: &str, published: &str, text: &str) -> TiedArticle {
    let layer =
        MetadataLayer { source: Some(source.into()), published: Some(published.into()), ..MetadataLayer::default() };
    let lexicon = Lexicon::english();
    let text = format!("The headline of the day\n\n{text}\n");
    let (article, _) = article::read(&format!("{source}.txt"), text.into_bytes(), &layer, lexicon);
    let none = Topics::new(std::iter::empty(), Arc::default(), lexicon);
    claim::tied(&article.unwrap(), "story", None, &none)
}

/// "conflict people killed", "alike call duration": what articles of several sources, each of a day, say of the same things.
fn told(articles: &[(&str, &str)]) -> Vec<String> {
    let names = ["A", "B", "C", "D", "E"];
    let mut read: Vec<TiedArticle> =
        articles.iter().zip(names).map(|((published, text), name)| read(name, published, text)).collect();
    let stories = compare(&read, Lexicon::english());
    read.reverse();
    assert_eq!(compare(&read, Lexicon::english()), stories, "the order of the articles changes something");
    let topics = stories.into_iter().flat_map(|story| story.topics);
    let word = |agreement| match agreement {
        Agreement::Conflict => "conflict",
        Agreement::Compatible => "differs",
        Agreement::Developing => "grows",
        Agreement::Consistent | Agreement::SingleSource | Agreement::Absent | Agreement::Indeterminate => "alike",
    };
    topics.map(|topic| format!("{} {}", word(topic.agreement), topic.topic)).collect()
}

/// A day on which most articles appear.
const DAY: &str = "2031-05-06";

fn check(cases: &[(&str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (one, other, expected) in cases {
        let own = told(&[(DAY, one), (DAY, other)]);
        if own != *expected {
            wrong.push_str(&format!("{one}\n{other}\n    {own:?}\n    and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn values_of_one_thing_are_at_odds() {
    check(&[
        ("12 people were rescued.", "The crew rescued 14 people.", &["conflict people rescued"]),
        ("Twelve were killed in the blast.", "The blast killed 14 people.", &["conflict people killed"]),
        ("The call lasted 50 minutes.", "It was a 35-minute call.", &["conflict call duration"]),
        ("Shares in Marlin fell 5 percent.", "Shares in Marlin fell 8 percent.", &["conflict shares fell percent"]),
        ("A boy fell into the 80m-deep well.", "He is in a 40-metre-deep well.", &["conflict deep measure"]),
        ("12 Norland soldiers died.", "14 Norland soldiers died.", &["conflict soldiers died"]),
        ("The council passed the law on Monday.", "The law was passed on Sunday.", &["conflict law passed date"]),
        ("The council passed the law at 3:30 p.m.", "The law was passed at 3:45 p.m.", &["conflict law passed time"]),
        // A nought too many is a mistake, and no other thing.
        ("The flood displaced 12,000 people.", "120,000 people were displaced.", &["conflict people displaced"]),
        ("Lang scored three goals.", "Lang scored six goals.", &["conflict goals scored"]),
        ("The ship was 13 miles from Orvane.", "The ship was 50 miles from Orvane.", &["conflict ship measure"]),
        // Other words for the same.
        ("12 people were wounded.", "14 people were hurt.", &["conflict people hurt"]),
        ("The raid destroyed 12 lorries.", "The raid flattened 14 trucks.", &["conflict lorries destroyed"]),
        ("12 people were hurt in the riots.", "14 people were hurt in the violence.", &["conflict people hurt"]),
        // The 12 of the other are others.
        (
            "12 people were injured.",
            "Police said 18 people were injured and 12 arrested.",
            &["conflict people injured"],
        ),
        // People whom nobody names.
        (
            "It killed ten people and injured 80.",
            "It killed ten people and injured 50.",
            &["conflict people injured", "alike people killed"],
        ),
        // A name is that of one person.
        ("Robert Hask, 32, fell.", "The climber was 31-year-old Robert Hask of Selm.", &["conflict hask age"]),
        // So is an age.
        (
            "A 36-year-old climber fell 150 metres.",
            "On Monday, 36-year-old Ada Hask fell 60 metres from a ridge.",
            &["conflict fell measure"],
        ),
        ("The 6.1-magnitude quake struck Selm.", "The 5.9-magnitude quake struck Selm.", &["conflict quake measure"]),
    ]);
}

#[test]
fn values_of_other_things_are_not() {
    check(&[
        // Other sets of the same noun.
        ("Three officers searched the bank.", "Twelve officers closed the road.", &[]),
        ("Three officers searched the bank.", "Twelve officers searched the ship.", &[]),
        ("There were 12 boats.", "There were 14 boats.", &[]),
        // Fewer of them.
        ("12 people were rescued.", "14 soldiers were rescued.", &[]),
        ("12 people were rescued.", "14 young people were rescued.", &[]),
        ("12 people were rescued.", "14 people from Selm were rescued.", &[]),
        ("12 people were rescued.", "14 people who could not swim were rescued.", &[]),
        ("12 people were rescued.", "Two of the 14 people were rescued.", &[]),
        ("12 people were rescued.", "Another 14 people were rescued.", &[]),
        // Elsewhere, or in something else.
        ("12 people were killed in Selm.", "14 people were killed in Orvane.", &[]),
        ("12 people were killed in the crash.", "14 people were killed in the fire.", &[]),
        // At another time, or of several events.
        ("12 people were killed.", "In 2024, 14 people were killed.", &[]),
        ("12 people were killed.", "14 people have been killed this year.", &[]),
        // Nobody claims it.
        ("12 people were killed.", "Police denied that 14 people were killed.", &[]),
        ("12 people were killed.", "14 people could have been killed.", &[]),
        ("12 people died.", "14 people also died.", &[]),
        // The other has both.
        (
            "12 people were killed.",
            "Police spoke of 14 people killed, and the mayor of 12 people killed.",
            &["alike people killed"],
        ),
        (
            "About 300 rounds of ammunition were confiscated.",
            "Six rifles and about 300 rounds of ammunition were there. So the navy confiscated 923 rounds of ammunition.",
            &["alike rounds"],
        ),
        // Two runs, each with its figures.
        ("She made a 48-yard run.", "He made a 36-yard run.", &[]),
        ("It rose 770 km and flew for 12 km.", "It rose 550 km and flew for 14 km.", &[]),
        ("The first death was in May.", "It was the second death.", &[]),
        // Days of events of which there are many.
        ("Monday's launch failed.", "Friday's launch failed.", &[]),
        ("Two men died on Monday.", "A man died on Sunday.", &[]),
        ("They met on Monday.", "They met on Sunday.", &[]),
        ("The mayor said on Monday that it was so.", "The mayor said on Sunday that it was so.", &[]),
        // A day weeks off is of another event; one beside the subject is the subject's.
        ("A quake struck Selm on 2 May.", "On 6 April a quake struck Selm.", &[]),
        ("The club put Lee on leave on Monday.", "Lee, the best scorer in 2030, was put on leave.", &[]),
        // Far too much for the same thing.
        ("One person was arrested.", "Police arrested 46 people.", &[]),
        ("Lee spent ten minutes in court.", "Lee spent 45 years in court.", &[]),
        // From somewhere else; more closely described.
        ("The ship was 13 miles from the cutter.", "The ship was 150 miles from Orvane.", &[]),
        ("The basic model starts at $1,199.", "The larger model starts at $2,199.", &[]),
        // Nobody knows whose.
        ("He scored three goals.", "Lang scored six goals.", &[]),
        ("The deal is in the $75 million range.", "The offer was in the range of $145 million.", &[]),
        // Another person.
        ("Robert Hask, 32, fell.", "The climber was 61-year-old Ada Hask of Selm.", &[]),
        ("A 36-year-old climber fell 150 metres.", "On Monday, 40-year-old Ada Hask fell 60 metres.", &[]),
        ("A 36-year-old man fell 150 metres.", "Ada Hask, 36, whose son, 12, was there, fell 60 metres.", &[]),
        // A magnitude counts noughts: another quake.
        ("The 6.1-magnitude quake struck Selm.", "The 7.7-magnitude quake struck Selm.", &[]),
        // Another currency, another dimension.
        ("The deal cost $5 million.", "The deal cost 7 million euros.", &[]),
    ]);
}

#[test]
fn what_is_said_alike_is_told_with_what_differs() {
    check(&[
        ("12 people were rescued.", "The rescue of 12 people took hours.", &["alike people rescue"]),
        ("The call lasted 50 minutes.", "After a call of about 50 minutes he left.", &["differs call duration"]),
        ("There are 350 boats.", "He has counted 350 boats.", &["alike boats"]),
        ("There are two boats.", "He has counted two boats.", &[]),
        ("He won 26 points.", "She is 26 and happy.", &[]),
        ("The concert lasted five hours.", "Drivers waited five hours.", &[]),
        ("He is 34 years old.", "She is 34 years old.", &[]),
    ]);
}

#[test]
fn a_source_that_tells_of_several_is_at_odds_with_none() {
    let several = "12 people were rescued. Later 20 people were rescued.";
    assert!(told(&[(DAY, several), (DAY, "14 people were rescued.")]).is_empty());
}

#[test]
fn sources_that_tell_of_one_are_at_odds_beside_one_that_tells_of_several() {
    let several = "It killed ten people. The quake before it killed 612 people.";
    let told = |other| told(&[(DAY, several), (DAY, "It killed ten people there."), (DAY, other)]);
    assert_eq!(told("It killed three people."), ["conflict people killed"]);
    assert!(!told("It killed 612 people.").iter().any(|told| told.starts_with("conflict")));
    // Of things there are many.
    let models = [(DAY, "The model weighs 5 kg. The model weighs 8 kg."), (DAY, "The model weighs 6 kg.")];
    assert!(super::tests::told(&[models[0], models[1], (DAY, "The model weighs 7 kg.")]).is_empty());
}

#[test]
fn copies_add_no_source() {
    let (copied, own) = ("The call lasted 50 minutes.", "It was a 50-minute call.");
    assert!(told(&[(DAY, copied), (DAY, copied)]).is_empty());
    let articles = ["A", "B", "C"].map(|name| read(name, DAY, if name == "C" { own } else { copied }));
    let stories = compare(&articles, Lexicon::english());
    assert_eq!(stories[0].topics[0].independent, 2);
}

#[test]
fn figures_may_grow_from_day_to_day_and_weeks_later_are_others() {
    let (first, second) = ("12 people were killed.", "14 people were killed.");
    assert_eq!(told(&[(DAY, first), ("2031-05-07", second)]), ["grows people killed"]);
    let grown = [read("A", DAY, first), read("B", "2031-05-07", second)];
    assert_eq!(compare(&grown, Lexicon::english())[0].topics[0].reasons, ["later articles give more"]);
    assert_eq!(told(&[(DAY, second), ("2031-05-07", first)]), ["conflict people killed"]);
    assert!(told(&[(DAY, first), ("2031-06-07", second)]).is_empty());
    // Between two articles of one event that are far apart lies another event.
    let third = ("2031-08-07", "Twelve people were killed.");
    assert_eq!(told(&[(DAY, first), ("2031-06-07", second), third]), ["alike people killed"]);
}

#[test]
fn one_weekday_is_at_odds_where_a_day_of_publication_is_weeks_off() {
    let text = ["After Thursday's call he left.", "The call was on Thursday."];
    assert_eq!(told(&[(DAY, text[0]), ("2031-04-06", text[1])]), ["conflict call date"]);
    assert!(told(&[(DAY, text[0]), ("2031-04-29", text[1])]).is_empty());
}
