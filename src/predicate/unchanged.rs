//! `unchanged across revisions`: the versions of an article give the same.

use super::{Entry, Predicate, Reading, Sense, Verdict, wording};
use crate::{
    finding::{Outcome, Role},
    grammar::{Pair, Rule, SentenceMistake},
    table::{Placed, Subject, Table, revision::versions},
    value::Position,
};
use std::{collections::BTreeMap, fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: Entry = Entry {
    name: "unchanged across revisions",
    forms: &["unchanged across revisions"],
    production: Rule::unchanged,
    read,
};

/// Why a claim decides nothing.
pub const NO_OTHER_VERSION: &str = "its article has no other version";

/// `unchanged across revisions`
#[derive(Clone, Debug, PartialEq)]
pub struct Unchanged;

fn read(pair: &Pair<'_>, reading: &Reading<'_>) -> Result<Arc<dyn Predicate>, Vec<SentenceMistake>> {
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
        let claims = table.claims(&subject.to_string());
        let of_article = by_article(claims);
        let chains = versions(table);
        if let Some(nothing) = nothing_to_follow(subject, table, claims, &chains) {
            return nothing;
        }
        let mut changes = Vec::new();
        for pair in chains.iter().flat_map(|chain| chain.windows(2)) {
            let [earlier, later] = pair else { continue };
            let (before, after) = (of_article.get(earlier), of_article.get(later));
            if !same(before, after) {
                changes.push((*earlier, *later));
            }
        }
        let changed = |article: usize| changes.iter().any(|(earlier, later)| *earlier == article || *later == article);
        let followed = |article: usize| chains.iter().any(|chain| chain.contains(&article));
        let role = |placed: &Placed<'_>| match (changed(placed.article), followed(placed.article)) {
            (true, _) => Role::Opposes,
            (false, true) => Role::Supports,
            (false, false) => Role::Context,
        };
        let evidence = claims.iter().map(|placed| match role(placed) {
            Role::Context => table.context(placed, NO_OTHER_VERSION),
            role => table.evidence(placed, role),
        });
        let evidence = evidence.collect();
        let what = wording::the(&subject.to_string());
        let (outcome, message) = match changes.first() {
            None => (Outcome::Pass, format!("no later version changes {what}")),
            Some((earlier, later)) => {
                let (before, after) = (of_article.get(earlier), of_article.get(later));
                (Outcome::Fail, change(table, &what, *later, before, after, changes.len() - 1))
            }
        };
        Verdict { evidence, ..Verdict::bare(outcome, message) }.in_sense(sense)
    }
}

/// The claims of each article.
#[must_use]
pub fn by_article<'p, 'a>(claims: &'p [Placed<'a>]) -> BTreeMap<usize, Vec<&'p Placed<'a>>> {
    let mut of_article: BTreeMap<usize, Vec<&Placed<'_>>> = BTreeMap::new();
    for placed in claims.iter().filter(|placed| placed.is_determinate()) {
        of_article.entry(placed.article).or_default().push(placed);
    }
    of_article
}

/// That there is nothing to follow through time, where that is so: no article has a second version, or none of them gives
/// the subject.
#[must_use]
pub fn nothing_to_follow(
    subject: &Subject,
    table: &Table<'_>,
    claims: &[Placed<'_>],
    chains: &[Vec<usize>],
) -> Option<Verdict> {
    let is_followed = |placed: &Placed<'_>| chains.iter().any(|chain| chain.contains(&placed.article));
    let mut nothing = wording::nothing(table, subject, claims);
    if chains.is_empty() {
        nothing.message =
            "no article has a second version: one of the same source and address, or headline".to_string();
    } else if claims.iter().any(|placed| placed.is_determinate() && is_followed(placed)) {
        return None;
    } else if !claims.is_empty() {
        nothing.message = format!("no article with a second version gives {}", wording::the(&subject.to_string()));
    }
    Some(nothing)
}

/// Whether two versions give the same values, however often.
fn same(before: Option<&Vec<&Placed<'_>>>, after: Option<&Vec<&Placed<'_>>>) -> bool {
    let (before, after) = match (before, after) {
        (None, None) => return true,
        (Some(before), Some(after)) => (before, after),
        (None, Some(_)) | (Some(_), None) => return false,
    };
    let covered = |some: &[&Placed<'_>], by: &[&Placed<'_>]| {
        some.iter().all(|one| by.iter().any(|other| equal(&one.position, &other.position)))
    };
    covered(before, after) && covered(after, before)
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
    before: Option<&Vec<&Placed<'_>>>,
    after: Option<&Vec<&Placed<'_>>>,
    more: usize,
) -> String {
    let source = table.source_name(table.source_of(later));
    let published = table.articles.get(later).and_then(|article| article.metadata.published);
    let on = published.map_or_else(String::new, |day| format!(" on {}", crate::value::day_in_words(day)));
    let shown = |claims: &Vec<&Placed<'_>>| {
        let mut words: Vec<String> = claims.iter().map(|placed| wording::shown(placed)).collect();
        words.dedup();
        wording::listed(&words)
    };
    let mut message = match (before, after) {
        (Some(before), Some(after)) => {
            format!("{source} changed {what} from {} to {}{on}", shown(before), shown(after))
        }
        (Some(before), None) => format!("{source} took {what}, {}, out{on}", shown(before)),
        (None, Some(after)) => format!("{source} added {what}, {}{on}", shown(after)),
        (None, None) => String::new(),
    };
    match more {
        0 => {}
        1 => message.push_str("; 1 more version differs"),
        _ => message.push_str(&format!("; {more} more versions differ")),
    }
    message
}
