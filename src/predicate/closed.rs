//! `closed`: quotation marks that pair rightly, told by their places and not by their number.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    undamaged::{self, AskedDamage},
};
use crate::{
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    kind::quotation,
    table::{Subject, Table},
    text::Damage,
    value::Kind,
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["closed"], production: Rule::closed, read };

/// `closed`
#[derive(Clone, Debug, PartialEq)]
pub struct Closed;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, Kind::of(&quotation::ENTRY).name())?;
    Ok(Arc::new(Closed))
}

impl fmt::Display for Closed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("closed")
    }
}

impl Predicate for Closed {
    fn asks(&self) -> &'static str {
        "each quotation mark has its partner"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        undamaged::judge(subject, table, sense, &ASKED)
    }
}

const ASKED: AskedDamage = AskedDamage { holds: "closed", wrong, shown };

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
