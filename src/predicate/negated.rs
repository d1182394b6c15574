//! `negated as in "GROUP"`: what is said of a supported value is denied only where its sources deny it.

use super::{
    ClauseReading, Predicate, PredicateEntry,
    around::{AroundClause, AroundTest, SaidLikeness, SaidTwice},
};
use crate::{
    claim::SaidAround,
    diagnostic::Mistake,
    grammar::{Pair, Rule},
};
use std::sync::Arc;

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["negated as in \"GROUP\""], production: Rule::negated, read };

/// One of the two says that it is not so.
pub const NEGATION_DIFFERS: &str = "negation differs";

const TEST: AroundTest = AroundTest {
    likeness,
    reason: NEGATION_DIFFERS,
    complaint: "is denied where it is not, or the other way round,",
    form: "negated as in",
    asks: "what is said of each supported one is denied where all the supporting articles deny it, and nowhere else",
};

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    AroundClause::read(&TEST, pair, reading)
}

/// Only who says the same verb of it can deny what the other says.
fn likeness(said: &SaidTwice<'_>) -> SaidLikeness {
    let own = said.own.said;
    if own.verb.is_none() || own.supposed {
        return SaidLikeness::Untold;
    }
    let same: Vec<&SaidAround> =
        said.same.iter().map(|other| other.said).filter(|other| other.verb == own.verb).collect();
    if same.is_empty() {
        SaidLikeness::Untold
    } else if same.iter().all(|other| other.denied != own.denied && !other.supposed) {
        SaidLikeness::Unlike
    } else {
        SaidLikeness::Alike
    }
}
