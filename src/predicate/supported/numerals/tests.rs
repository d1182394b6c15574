//! Numerals of a summary against the words of its sources.

use crate::predicate::supported::tests::{finding, outcome};

const RULE: &str = "every numeral in \"summary\" supported by \"sources\"";

fn check(cases: &[(&str, &str, &str)]) {
    for (summary, source, expected) in cases {
        let found = finding(RULE, &[&format!("summary: {summary}"), &format!("sources: {source}")]);
        assert_eq!(outcome(&found), *expected, "{summary} by {source}: {}", found.message);
    }
}

#[test]
fn a_score_stands_beside_the_same_word() {
    check(&[
        ("The hosts won 35-21.", "The hosts won by 35-21.", "pass"),
        ("The hosts won 35-21.", "The hosts won by 35\u{2013}21 in the rain.", "pass"),
        ("The hosts won it 35-21.", "The hosts won it 35 to 21.", "pass"),
        ("It passed by a vote of 54-45.", "The vote was 54-45.", "pass"),
        ("Orvane beat Maurin 3-1.", "Orvane 3-1 Maurin", "pass"),
        ("It fell after 9/11.", "It fell after the attacks of September 11.", "no evidence"),
        ("It fell after 9/11.", "It fell after the attacks.", "fail"),
        ("The hosts won 35-21.", "The hosts won 35-20.", "fail"),
        ("The hosts won 35-21.", "The hosts won.", "fail"),
        ("It passed by a vote of 54-45.", "The 52-47 vote passed it.", "fail"),
        // There, and beside another word.
        ("The hosts won 35-21.", "A bus to the ground, route 35-21, was late.", "no evidence"),
        ("The hosts won 35-21.", "It ended with 35 for the hosts and 21 for the guests.", "no evidence"),
        ("The hosts won 35-21.", "The guests lost it by 21-35.", "no evidence"),
        ("The hosts won 3-1.", "The hosts scored three and let in one.", "no evidence"),
        ("The hosts won 3-1.", "The hosts scored three. One of them was hurt.", "fail"),
    ]);
}

#[test]
fn a_numeral_behind_a_name_stands_behind_it() {
    check(&[
        ("She flew with Apollo 13.", "In Apollo 13 she flew.", "pass"),
        ("She flew with Apollo 13.", "In Apollo-13 she flew.", "pass"),
        ("He lives in Room 12.", "His is room 12 there.", "pass"),
        ("He lives in Room 13.", "They have rooms 12 and 13 there.", "pass"),
        ("He lives in Room 12.", "His is room No. 12 there.", "pass"),
        ("He saw Rocky IV.", "Rocky IV was shown.", "pass"),
        ("He saw Rocky IV.", "Rocky 4 was shown.", "pass"),
        ("It fell in World War II.", "It fell in the Second World War.", "pass"),
        ("It fell in World War II.", "It is of WWII times.", "pass"),
        ("An F-16 fell.", "The F16 fell.", "pass"),
        ("He filled in the 27B/6.", "They ask for a 27B/6.", "pass"),
        ("He filled in the 27B/6.", "They ask for a 27B/7, and for a 27B of 6 pages.", "fail"),
        ("It fought COVID-19.", "It fought COVID.", "pass"),
        ("It fought COVID-18.", "It fought COVID.", "fail"),
        ("The 5.68m whale was seen.", "The whale is 5.68 m long.", "pass"),
        ("The 5.68m whale was seen.", "The whale is 5.86 m long.", "fail"),
        ("She flew with Apollo 13.", "She flew with Apollo 11.", "fail"),
        ("She flew with Apollo 13.", "She flew with Apollo 11. He lives in Room 13.", "fail"),
        ("She flew with Apollo 13.", "She flew with them.", "fail"),
        ("He saw Rocky IV.", "Rocky V was shown.", "fail"),
        ("It fell in World War II.", "It fell in the First World War.", "fail"),
        ("She flew with Apollo 13.", "She is in Room 13.", "no evidence"),
        ("He saw Rocky IV.", "He saw 4 people.", "no evidence"),
    ]);
}

#[test]
fn letters_are_words_enough() {
    check(&[
        ("The B9 road is shut.", "They shut the B9.", "pass"),
        ("The B9 road is shut.", "They shut the B-9.", "pass"),
        ("Vitamin B12 helps.", "They say that vitamin B-12 helps.", "pass"),
        ("Flight MH370 was lost.", "The MH370 was lost.", "pass"),
        ("The B9 met.", "The Board of Nine met.", "pass"),
        ("The B9 road is shut.", "They shut the B8.", "fail"),
        ("The B9 road is shut.", "They shut nine roads.", "fail"),
    ]);
}

#[test]
fn messages_name_what_was_meant() {
    for (summary, source, expected) in [
        (
            "She flew with Apollo 13.",
            "She flew with Apollo 11.",
            "`Apollo 13` in S0 is not found in \"sources\"; nearest is `Apollo 11` in S1",
        ),
        (
            "The hosts won 35-21.",
            "The hosts won 35-20.",
            "`35-21` in S0 is not found in \"sources\"; nearest is `35-20` in S1",
        ),
        (
            "She flew with Apollo 13.",
            "She is in Room 13.",
            "nothing can be compared: it stands there beside another word",
        ),
        ("She flew with Apollo 13.", "She flew with Apollo 13.", "the one numeral is supported by \"sources\""),
    ] {
        let found = finding(RULE, &[&format!("summary: {summary}"), &format!("sources: {source}")]);
        assert_eq!(found.message, expected, "{summary} by {source}");
    }
}
