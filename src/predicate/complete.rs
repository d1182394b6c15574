//! `complete`: a sentence has its beginning and its end.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    undamaged::{DamageClause, DamageTest},
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    text::Damage,
};
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &[TEST.form], production: Rule::complete, read };

const TEST: DamageTest = DamageTest {
    form: "complete",
    asks: "no sentence is cut in the middle",
    of: || "sentence",
    holds: "complete",
    wrong,
    shown,
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    DamageClause::read(&TEST, pair, reading)
}

fn wrong(damage: Damage) -> Option<&'static str> {
    match damage {
        Damage::Endless => Some("breaks off"),
        Damage::Parted => Some("stands before a new paragraph in the middle of its sentence"),
        Damage::Headless => Some("begins in the middle of a sentence"),
        Damage::Unclosed | Damage::Unopened | Damage::Orphaned => None,
    }
}

/// So many words beside the cut are shown.
const SHOWN: usize = 5;

/// The words beside the cut.
fn shown(damage: Damage, sentence: &str) -> String {
    let before_cut = match damage {
        // Where a paragraph ends, a line is empty.
        Damage::Parted => paragraphs(sentence).next().unwrap_or(sentence),
        _ => sentence,
    };
    let words: Vec<&str> = before_cut.split_whitespace().collect();
    let kept =
        if damage == Damage::Headless { words.get(..SHOWN) } else { words.get(words.len().saturating_sub(SHOWN)..) };
    kept.unwrap_or(&words).join(" ")
}

fn paragraphs(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('\n').filter(|line| !line.trim().is_empty())
}
