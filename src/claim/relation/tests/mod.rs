//! Tables of phrase and sentence, a family of constructions each: what a phrase finds as a relation, and what it must not.

mod belonging;
mod claimed;
mod counted;
mod guards;
mod whom;

use crate::{
    claim::tests::{found, topic},
    text::Part,
};

/// One kind; a phrase, a sentence and the values that it finds there, a line each.
fn check(kind: &str, cases: &[(&str, &str, &[&str])]) {
    let mut wrong = String::new();
    for (phrase, text, expected) in cases {
        let own = found(&topic(kind, phrase), text, Part::Body);
        if own != *expected {
            wrong.push_str(&format!("{phrase} in {text}\n    finds {own:?} and not {expected:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The same, where nothing is found.
fn check_none(kind: &str, cases: &[(&str, &str)]) {
    let cases: Vec<(&str, &str, &[&str])> = cases.iter().map(|(phrase, text)| (*phrase, *text, &[][..])).collect();
    check(kind, &cases);
}
