//! `closed`: quotation marks that pair rightly, told by their places and not by their number.

use super::{
    ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, items::all_hold, wording,
};
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
            return Verdict::bare(Outcome::Pass, message).with_items(all_hold(claims)).in_sense(sense);
        };
        let items = Items::of(claims.iter().map(|placed| {
            let fails = || FailedItem {
                evidence: vec![table.evidence(placed, Role::Violates)],
                reasons: Vec::new(),
                message: without_a_partner(table, placed),
            };
            let answer = if placed.claim.damage.is_some() { ItemAnswer::Fails(fails()) } else { ItemAnswer::Holds };
            ((placed.article, placed.claim.fingerprint), answer)
        }));
        let mut message = without_a_partner(table, first);
        if damaged.len() > 1 {
            message.push_str(&format!("; {} have no partner", wording::counted(damaged.len(), "quotation mark")));
        }
        let evidence = damaged.iter().map(|placed| table.evidence(placed, Role::Violates)).collect();
        Verdict { evidence, items: Some(items.into()), ..Verdict::bare(Outcome::Fail, message) }.in_sense(sense)
    }
}

/// "`“It is` in Harbour Post opens a quotation that nothing closes"
fn without_a_partner(table: &Table<'_>, placed: &Placed<'_>) -> String {
    let what = match placed.claim.damage {
        Some(Damage::Unopened) => "closes a quotation that nothing opens",
        Some(Damage::Unclosed) | None => "opens a quotation that nothing closes",
    };
    let source = table.source_name(table.source_of(placed.article));
    format!("`{}` in {source} {what}", placed.claim.quote.exact)
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}
