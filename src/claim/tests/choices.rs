//! Tables of choices: each phrase finds what it says however a sentence says it, and of two that share their stems the one that
//! is written so.

use super::{meanings, topic};
use crate::claim::{Topic, topic::Pattern};

/// A topic of choices, each with its phrases.
fn choices(all: &[(&str, &[&str])]) -> Topic {
    let pattern = |choice: &str, phrase: &str| {
        let pattern = topic("choice", phrase).patterns.remove(0);
        Pattern { choice: Some(choice.to_string()), ..pattern }
    };
    let patterns = all.iter().flat_map(|(choice, phrases)| phrases.iter().map(|phrase| pattern(choice, phrase)));
    Topic { patterns: patterns.collect(), ..topic("choice", "x") }
}

fn check(topic: &Topic, cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (text, expected) in cases {
        let found = meanings(topic, text);
        if found != *expected {
            wrong.push_str(&format!("{text}\n    finds {found:?} and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_phrase_of_a_choice_is_found_in_any_construction() {
    let asked = choices(&[
        ("Norland", &["requested by the Norlanders", "Norland's initiative", "request of the Norland side"]),
        ("Sudmark", &["requested by the (Sudmarkers|palace)"]),
    ]);
    check(
        &asked,
        &[
            ("The call was requested by the Norlanders.", &["Norland"]),
            ("Norlanders requested the call.", &["Norland"]),
            ("The Norlanders had requested the call on Monday.", &["Norland"]),
            ("The palace requested the call.", &["Sudmark"]),
            ("The call, requested by the palace, lasted an hour.", &["Sudmark"]),
            ("The call, which the palace requested, lasted an hour.", &["Sudmark"]),
            ("The call that the Norlanders had requested lasted an hour.", &["Norland"]),
            ("The call was made at the request of the Norland side.", &["Norland"]),
            ("The Norland side requested the call.", &["Norland"]),
            ("The call was requested by the Norland side.", &["Norland"]),
            ("The call came at the palace's request.", &["Sudmark"]),
            ("It was Norland's initiative.", &["Norland"]),
            ("It came on the initiative of Norland.", &["Norland"]),
            ("The call may have been requested by the palace.", &["Sudmark"]),
        ],
    );
    check(
        &asked,
        &[
            ("The palace denied that it had requested the call.", &[]),
            ("The palace did not request the call.", &[]),
            ("If the palace requested the call, nobody knew.", &[]),
            ("The palace said the call was requested by others.", &[]),
            ("The palace received the request.", &[]),
            ("The palace answered the call that the duke requested.", &[]),
            ("The duke requested the palace.", &[]),
            ("The rival of the palace requested the call.", &[]),
            ("The palace and the Norlanders requested the call.", &[]),
            ("The call was requested for the palace.", &[]),
            ("The palace wanted to request a call.", &[]),
            ("Did the palace request the call?", &[]),
            ("The call to the palace was requested by the duke.", &[]),
            ("The duke's request angered the palace.", &[]),
            ("Norlanders refused the request.", &[]),
            ("No request by the palace came.", &[]),
        ],
    );
}

#[test]
fn what_was_done_to_whom_keeps_its_sides() {
    let seized = choices(&[("yes", &["army seized the port"]), ("no", &["port seized the army"])]);
    check(
        &seized,
        &[
            ("The army seized the port.", &["yes"]),
            ("The port was seized by the army.", &["yes"]),
            ("The army's seizure of the port shocked many.", &["yes"]),
            ("The port, seized by the army, is shut.", &["yes"]),
            ("The army was seized.", &[]),
            ("The army left after rebels seized the port.", &[]),
            ("The army seized the road to the port.", &[]),
        ],
    );
    let plea = choices(&[("guilty", &["pleaded guilty"]), ("not guilty", &["pleaded not guilty"])]);
    check(
        &plea,
        &[
            ("He pleaded guilty.", &["guilty"]),
            ("He pleaded not guilty.", &["not guilty"]),
            ("He has pleaded, his lawyer said, guilty.", &["guilty"]),
            ("He did not plead guilty.", &[]),
        ],
    );
    let cause = choices(&[("arson", &["arson", "set on purpose"]), ("fault", &["(caused|started) by a fault"])]);
    check(
        &cause,
        &[
            ("A fault caused the fire.", &["fault"]),
            ("The fire was started by a fault.", &["fault"]),
            ("The fire may have been arson.", &["arson"]),
            ("The fire caused a fault.", &[]),
            ("A fault did not cause the fire.", &[]),
        ],
    );
}

#[test]
fn of_words_that_share_their_stems_those_that_are_written_so_are_meant() {
    let quay = choices(&[("Kells", &["Kells Quay"]), ("Kell", &["Kell Quay"])]);
    check(
        &quay,
        &[
            ("It sank at Kells Quay.", &["Kells"]),
            ("It sank at Kell Quay.", &["Kell"]),
            ("It sank at the Kell Quay, not at Kells Quay.", &["Kell"]),
            ("It sank at KELL QUAY.", &["Kell"]),
        ],
    );
    let moved = choices(&[("up", &["rises"]), ("also up", &["rise"])]);
    check(&moved, &[("Sales rise.", &["also up"]), ("It rises.", &["up"]), ("It is rising.", &["up", "also up"])]);
}
