//! `never decreases`: no version of an article gives less than the one before.

use super::{ClauseReading, Predicate, PredicateEntry, Sense, Verdict, versions::Followed, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    placing::Position,
    table::{Placed, Subject, Table},
    value::{Interval, Sort, interval},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["never decreases"], production: Rule::never_decreases, read };

/// `never decreases`
#[derive(Clone, Debug, PartialEq)]
pub struct NeverDecreases;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    let kind = reading.kind(pair)?;
    match kind.sort() {
        Sort::Amount | Sort::Moment | Sort::Rank => Ok(Arc::new(NeverDecreases)),
        Sort::Word => Err(reading.wrong_kind(pair, "amount", kind)),
    }
}

impl fmt::Display for NeverDecreases {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("never decreases")
    }
}

impl Predicate for NeverDecreases {
    fn asks(&self) -> &'static str {
        "no later version of an article lowers it"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let followed = match Followed::new(subject, table, table.claims(&subject.id)) {
            Ok(followed) => followed,
            Err(nothing) => return nothing,
        };
        let falls: Vec<Fall<'_, '_>> = followed.chains.iter().flat_map(|chain| falls(chain, &followed)).collect();
        let place = |placed: &Placed<'_>| (placed.article, placed.claim.quote.start, placed.claim.quote.end);
        let falling: BTreeSet<(usize, u32, u32)> = falls.iter().map(|fall| place(fall.after)).collect();
        let evidence = followed.evidence(table, |placed| falling.contains(&place(placed)).then_some(Role::Violates));
        let what = wording::the(&subject.to_string());
        let (outcome, message) = match falls.first() {
            None => (Outcome::Pass, format!("no later version lowers {what}")),
            Some(fall) => {
                let source = table.source_name(table.source_of(fall.after.article));
                let (before, after) = (wording::shown(fall.before), wording::shown(fall.after));
                (Outcome::Fail, format!("{source} lowered {what} from {before} to {after}"))
            }
        };
        Verdict { evidence, ..Verdict::bare(outcome, message) }.in_sense(sense)
    }
}

/// A claim that lies below one of an earlier version.
struct Fall<'p, 'a> {
    before: &'p Placed<'a>,
    after: &'p Placed<'a>,
}

/// The claims of a chain of versions that lie below what an earlier version gives at the least.
fn falls<'p, 'a>(chain: &[usize], followed: &Followed<'p, 'a>) -> Vec<Fall<'p, 'a>> {
    let mut highest: BTreeMap<&str, (&'p Placed<'a>, Interval)> = BTreeMap::new();
    let mut found = Vec::new();
    for article in chain {
        let own = followed.of(*article);
        let intervals = || {
            own.iter().filter(|placed| !placed.is_part()).filter_map(|placed| match &placed.position {
                Position::On { axis, interval, .. } => Some((*placed, axis.as_str(), *interval)),
                Position::Word(_) | Position::Indeterminate(_) => None,
            })
        };
        for (after, axis, interval) in intervals() {
            let lower =
                highest.get(axis).filter(|(_, floor)| interval.hi < floor.lo && !interval::same(interval.hi, floor.lo));
            found.extend(lower.map(|(before, _)| Fall { before, after }));
        }
        for (placed, axis, interval) in intervals() {
            if highest.get(axis).is_none_or(|(_, floor)| interval.lo > floor.lo) {
                highest.insert(axis, (placed, interval));
            }
        }
    }
    found
}
