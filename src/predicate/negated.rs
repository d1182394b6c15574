//! `negated as in "GROUP"`: what is said of a supported value is denied only where its sources deny it.

use super::{
    ClauseReading, Predicate, PredicateEntry, Sense, Verdict,
    around::{self, AroundTest, SaidLikeness, SaidTwice},
    supported::Supported,
};
use crate::{
    claim::{KeptWords, SaidAround},
    diagnostic::Mistake,
    grammar::{Pair, Rule},
    table::{Subject, Table},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["negated as in \"GROUP\""], production: Rule::negated, read };

/// One of the two says that it is not so.
pub const NEGATION_DIFFERS: &str = "negation differs";

const TEST: AroundTest = AroundTest {
    likeness,
    reason: NEGATION_DIFFERS,
    complaint: "is denied where it is not, or the other way round,",
    praise: "negated as in",
};

/// `negated as in "GROUP"`
#[derive(Clone, Debug, PartialEq)]
pub struct Negated {
    /// What it is held against.
    pub by: Supported,
}

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    Ok(Arc::new(Negated { by: around::of_values(pair, reading)? }))
}

impl fmt::Display for Negated {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("negated as in ")?;
        self.by.write_place(to)
    }
}

impl Predicate for Negated {
    fn asks(&self) -> &'static str {
        "what is said of each supported one is denied where all the supporting articles deny it, and nowhere else"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        around::judge(&self.by, subject, table, &TEST).in_sense(sense)
    }

    fn operands(&self, subject: &Subject) -> Vec<Subject> {
        vec![self.by.supporters(subject)]
    }

    fn looks_further(&self) -> bool {
        true
    }

    fn reads_words(&self) -> KeptWords {
        KeptWords::AroundValues
    }
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
