//! `unchanged across revisions`: the versions of an article give the same.

use super::{ClauseReading, Predicate, PredicateEntry, Sense, Verdict, versions::Followed, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    placing::Position,
    table::{Placed, Subject, Table},
};
use std::{cmp::Ordering, collections::BTreeSet, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry =
    PredicateEntry { forms: &["unchanged across revisions"], production: Rule::unchanged, read };

/// `unchanged across revisions`
#[derive(Clone, Debug, PartialEq)]
pub struct Unchanged;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.one_thing(pair)?;
    Ok(Arc::new(Unchanged))
}

impl fmt::Display for Unchanged {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("unchanged across revisions")
    }
}

impl Predicate for Unchanged {
    fn asks(&self) -> &'static str {
        "no later version of an article changes it"
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let followed = match Followed::new(subject, table, table.claims(&subject.id)) {
            Ok(followed) => followed,
            Err(nothing) => return nothing,
        };
        let mut changes = Vec::new();
        for pair in followed.chains.iter().flat_map(|chain| chain.windows(2)) {
            if let [earlier, later] = pair
                && !same(followed.of(*earlier), followed.of(*later))
            {
                changes.push((*earlier, *later));
            }
        }
        let changed: BTreeSet<usize> = changes.iter().flat_map(|(earlier, later)| [*earlier, *later]).collect();
        let evidence = followed.evidence(table, |placed| changed.contains(&placed.article).then_some(Role::Opposes));
        let what = wording::the(&subject.to_string());
        let (outcome, message) = match changes.first() {
            None => (Outcome::Pass, format!("no later version changes {what}")),
            Some((earlier, later)) => {
                let (before, after) = (followed.of(*earlier), followed.of(*later));
                (Outcome::Fail, change(table, &what, *later, before, after, changes.len() - 1))
            }
        };
        Verdict { evidence, ..Verdict::bare(outcome, message) }.in_sense(sense)
    }
}

/// Whether two versions give the same values, however often.
fn same(before: &[&Placed<'_>], after: &[&Placed<'_>]) -> bool {
    let (before, after) = (distinct(before), distinct(after));
    before.len() == after.len() && before.iter().zip(&after).all(|(one, other)| equal(one, other))
}

/// The values of some claims, each once, in an order of their own.
fn distinct<'p>(claims: &[&'p Placed<'_>]) -> Vec<&'p Position> {
    let mut positions: Vec<&Position> = claims.iter().map(|placed| &placed.position).collect();
    positions.sort_by(|a, b| match (a, b) {
        (Position::On { axis, interval, .. }, Position::On { axis: other, interval: second, .. }) => axis
            .cmp(other)
            .then(interval.lo.total_cmp(&second.lo))
            .then(interval.hi.total_cmp(&second.hi))
            .then((interval.lo_open, interval.hi_open).cmp(&(second.lo_open, second.hi_open))),
        (Position::Word(a), Position::Word(b)) => a.cmp(b),
        (Position::On { .. }, _) => Ordering::Less,
        (_, Position::On { .. }) => Ordering::Greater,
        (Position::Word(_) | Position::Indeterminate(_), _) => Ordering::Equal,
    });
    positions.dedup_by(|next, kept| equal(next, kept));
    positions
}

fn equal(a: &Position, b: &Position) -> bool {
    match (a, b) {
        (Position::On { axis, interval, .. }, Position::On { axis: other, interval: second, .. }) => {
            axis == other && interval.equals(*second)
        }
        (Position::Word(a), Position::Word(b)) => a == b,
        _ => false,
    }
}

/// "Harbour Post changed the toll from 12 to 15", "Harbour Post no longer gives the toll"
fn change(
    table: &Table<'_>,
    what: &str,
    later: usize,
    before: &[&Placed<'_>],
    after: &[&Placed<'_>],
    more: usize,
) -> String {
    let source = table.source_name(table.source_of(later));
    let published = table.articles.get(later).and_then(|article| article.metadata.published);
    let on = published.map_or_else(String::new, |day| format!(" on {}", crate::saying::day_in_words(day)));
    let shown = |claims: &[&Placed<'_>]| {
        let mut words: Vec<String> = claims.iter().map(|placed| wording::shown(placed)).collect();
        words.dedup();
        wording::listed(&words)
    };
    let mut message = match (before, after) {
        ([], after) => format!("{source} added {what}, {}{on}", shown(after)),
        (before, []) => format!("{source} took {what}, {}, out{on}", shown(before)),
        (before, after) => format!("{source} changed {what} from {} to {}{on}", shown(before), shown(after)),
    };
    match more {
        0 => {}
        1 => message.push_str("; 1 more version differs"),
        _ => message.push_str(&format!("; {more} more versions differ")),
    }
    message
}
