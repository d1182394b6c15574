//! `closed`: quotation marks that pair rightly, told by their places and not by their number.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    undamaged::{DamageClause, DamageTest},
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    kind::quotation,
    text::Damage,
    value::Kind,
};
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &[TEST.form], production: Rule::closed, read };

const TEST: DamageTest = DamageTest {
    form: "closed",
    asks: "each quotation mark has its partner",
    of: || Kind::of(&quotation::ENTRY).name(),
    holds: "closed",
    wrong,
    shown,
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    DamageClause::read(&TEST, pair, reading)
}

fn wrong(damage: Damage) -> Option<&'static str> {
    match damage {
        Damage::Unopened => Some("closes a quotation that nothing opens"),
        Damage::Unclosed => Some("opens a quotation that nothing closes"),
        Damage::Endless | Damage::Parted | Damage::Headless | Damage::Orphaned => None,
    }
}

/// The mark and the words beside it.
fn shown(_: Damage, words: &str) -> String {
    words.to_string()
}
