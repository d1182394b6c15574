//! `says whom it means`: no "he" or "she" stands before everybody for whom it could.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    undamaged::{self, AskedDamage},
    wording,
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    table::{Subject, Table},
    text::Damage,
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["says whom it means"], production: Rule::says_whom, read };

/// `says whom it means`
#[derive(Clone, Debug, PartialEq)]
pub struct SaysWhom;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, "sentence")?;
    Ok(Arc::new(SaysWhom))
}

impl fmt::Display for SaysWhom {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("says whom it means")
    }
}

impl Predicate for SaysWhom {
    fn asks(&self) -> &'static str {
        "somebody is named before a sentence says \"he\" or \"she\""
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        undamaged::judge(subject, table, sense, &ASKED)
    }
}

const ASKED: AskedDamage = AskedDamage { holds: "clear about whom they mean", wrong, shown };

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
