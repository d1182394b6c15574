//! `closed`: quotation marks that pair rightly, told by their places and not by their number.

use super::{ClauseReading, Predicate, PredicateEntry, Sense, Verdict, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    kind::quotation,
    table::{Placed, Subject, Table},
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
        let claims = table.claims(&subject.id);
        if claims.is_empty() {
            return wording::nothing(table, subject, claims);
        }
        let damaged: Vec<&Placed<'_>> = claims.iter().filter(|placed| placed.claim.damage.is_some()).collect();
        let Some(first) = damaged.first() else {
            let message = format!("{} {} closed", wording::all_of(subject, claims.len()), are(claims.len()));
            return Verdict::bare(Outcome::Pass, message).in_sense(sense);
        };
        let what = match first.claim.damage {
            Some(Damage::Unopened) => "closes a quotation that nothing opens",
            Some(Damage::Unclosed) | None => "opens a quotation that nothing closes",
        };
        let source = table.source_name(table.source_of(first.article));
        let mut message = format!("`{}` in {source} {what}", first.claim.quote.exact);
        if damaged.len() > 1 {
            message.push_str(&format!("; {} have no partner", wording::counted(damaged.len(), "quotation mark")));
        }
        let evidence = damaged.iter().map(|placed| table.evidence(placed, Role::Violates)).collect();
        Verdict { evidence, ..Verdict::bare(Outcome::Fail, message) }.in_sense(sense)
    }
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}
