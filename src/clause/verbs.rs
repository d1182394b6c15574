//! What verbs are still to come in a stretch of words, told from the lists before anything is settled.

use super::unit::{ClauseUnit, Tag};
use crate::lexicon::ClauseClass;

/// For each unit, whether a word that is a verb for sure stands between it and the next mark.
pub(super) struct VerbAhead {
    before_mark: Vec<bool>,
}

impl VerbAhead {
    /// Reads the units once, backwards.
    pub fn new(units: &[ClauseUnit]) -> Self {
        let mut before_mark = vec![false; units.len() + 1];
        let mut ahead = false;
        for (at, unit) in units.iter().enumerate().rev() {
            ahead = !(unit.tag.is_mark() && unit.tag != Tag::Other) && (ahead || is_surely_verb(unit));
            if let Some(place) = before_mark.get_mut(at) {
                *place = ahead;
            }
        }
        Self { before_mark }
    }

    /// Whether one stands at or behind a unit, and before the next mark.
    pub fn before_mark(&self, at: usize) -> bool {
        self.before_mark.get(at).copied().unwrap_or(false)
    }
}

/// A past, a present that is no noun, an auxiliary.
fn is_surely_verb(unit: &ClauseUnit) -> bool {
    let finite = ClauseClass::PAST.and(ClauseClass::PRESENT).and(ClauseClass::MODAL).and(ClauseClass::HAVE);
    let be = unit.may.is(ClauseClass::BE) && !unit.may.is(ClauseClass::ING.and(ClauseClass::PARTICIPLE));
    let other = ClauseClass::NOUN_TOO.and(ClauseClass::ADJECTIVE).and(ClauseClass::PREPOSITION);
    !unit.capital && !unit.compound && (be || unit.may.is(finite) && !unit.may.is(other))
}
