//! Sentences and what their values are of, where no phrase asks.

use super::article;
use crate::{
    claim::{Tie, TieSort, TieStanding, Topics, tied},
    lexicon::Lexicon,
    text::Part,
};
use std::sync::Arc;

/// "12: people rescued [Norland] by crew at Selm", by keys; what follows "!" is its standing.
fn told(exact: &str, tie: &Tie) -> String {
    let thing = tie.thing.as_ref().map(|thing| format!("{} ", thing.key)).unwrap_or_default();
    let sort = match &tie.sort {
        TieSort::Undergoer => "",
        TieSort::Doer => "do ",
        TieSort::Amount => "of ",
        TieSort::When => "day of ",
        TieSort::Behind(preposition) => &format!("{preposition} "),
    };
    let mut text = format!("{exact}: {thing}{sort}{}", tie.governor.key);
    let listed = |words: &[String]| words.join(" ");
    if !tie.narrowing.is_empty() {
        text.push_str(&format!(" [{}]", listed(&tie.narrowing)));
    }
    if let Some(other) = &tie.other {
        text.push_str(&format!(" by {}", other.key));
    }
    if !tie.beside.is_empty() {
        text.push_str(&format!(" at {}", listed(&tie.beside)));
    }
    if tie.standing != TieStanding::Claimed {
        text.push_str(&format!(" ! {:?}", tie.standing));
    }
    text
}

fn ties(text: &str) -> Vec<String> {
    let none = Topics::new(std::iter::empty(), Arc::default(), Lexicon::english());
    let found = tied(&article(text, Part::Body), "story", None, &none);
    let pairs = found.claims.claims.iter().zip(&found.ties);
    pairs
        .map(|(claim, tie)| tie.as_ref().map_or(claim.quote.exact.to_string(), |tie| told(&claim.quote.exact, tie)))
        .collect()
}

fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (text, expected) in cases {
        let own = ties(text);
        if own != *expected {
            wrong.push_str(&format!("{text}\n    {own:?}\n    and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn counts() {
    check(&[
        ("12 people were rescued.", &["12: people rescu"]),
        ("The crew rescued 12 people in Selm.", &["12: people rescu at crew selm"]),
        ("Twelve were killed.", &["Twelve: people kill"]),
        ("The blast left 12 people dead.", &["12: people dead at blast"]),
        ("12 people died.", &["12: people dead"]),
        ("The death of 12 people was confirmed.", &["12: people dead"]),
        ("There were 12 deaths.", &["12: people dead"]),
        ("12 Norland soldiers were killed.", &["12: soldier kill [norland]"]),
        ("12 soldiers from Norland were killed.", &["12: soldier kill [norland] at norland"]),
        ("The storm killed 12 from Norland.", &["12: people kill [norland] at norland storm"]),
        ("12 people injured in the crash were flown to Selm.", &["12: people injur at crash"]),
        ("12 crews searched the shore.", &["12: crew do search by shore"]),
        ("A bus with 12 passengers overturned.", &["12: passeng with bus ! Unclear"]),
        ("12 people could be killed.", &["12: people kill ! Unclaimed"]),
        ("Police denied that 12 people were killed.", &["12: people kill ! Unclaimed"]),
        ("Two pilots also died.", &["Two: pilot dead ! Added"]),
        ("There are 12 boats.", &["12"]),
        ("12 officials said so.", &["12"]),
    ]);
}

#[test]
fn amounts() {
    check(&[
        ("The call lasted 50 minutes.", &["50 minutes: of call"]),
        ("Thursday's call, which lasted 50 minutes, was friendly.", &["Thursday: day of call", "50 minutes: of call"]),
        ("After a 50-minute call they left.", &["50-minute: of call at call"]),
        ("It was a call of 50 minutes.", &["50 minutes: of call"]),
        ("Shares fell 5 percent.", &["5 percent: of fall by share"]),
        ("Ada Lang, 43, was the pilot.", &["43: of lang [ada]"]),
        ("A 43-year-old man was held.", &["43-year-old"]),
        ("The toll rose to 12.", &["12: to rise by toll ! Unclear"]),
    ]);
}

#[test]
fn days() {
    check(&[
        ("Sunday's crash shut the road.", &["Sunday: day of crash"]),
        ("The crash happened on Sunday.", &["Sunday: day of crash"]),
        (
            "It comes ahead of their latest phone call Thursday aimed at calm.",
            &["Thursday: day of call [latest phone]"],
        ),
        ("A plane crashed on Sunday.", &["Sunday: day of crash by plane"]),
        ("Ann Lee spoke on Wednesday with Ben Orr.", &["Wednesday: day of speak by lee at orr"]),
        (
            "The call comes ahead of talks between the two in Selm in January.",
            &["two: between come by call at selm talk ! Unclear", "January: day of talk [two]"],
        ),
        ("The mayor said on Sunday that it was calm.", &["Sunday"]),
    ]);
}
