//! `says whom it means`: no "he" or "she" stands before everybody for whom it could.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    undamaged::{DamageClause, DamageTest},
    wording,
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    text::Damage,
};
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &[TEST.form], production: Rule::says_whom, read };

const TEST: DamageTest = DamageTest {
    form: "says whom it means",
    asks: "somebody is named before a sentence says \"he\" or \"she\"",
    of: || "sentence",
    holds: "clear about whom they mean",
    wrong,
    shown,
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    DamageClause::read(&TEST, pair, reading)
}

fn wrong(damage: Damage) -> Option<&'static str> {
    match damage {
        Damage::Orphaned => Some("does not say whom it means: nobody is named before"),
        Damage::Unclosed | Damage::Unopened | Damage::Endless | Damage::Parted | Damage::Headless => None,
    }
}

/// The first words of the sentence.
fn shown(_: Damage, sentence: &str) -> String {
    wording::beginning(sentence)
}
