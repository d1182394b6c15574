//! Words for messages: who says what, in one sentence for a person.

use super::reading::{Sort, sort_of};
use crate::{
    finding::{Outcome, Role},
    predicate::Verdict,
    table::{Placed, Subject, Table},
    value::{self, Interval, Kind, Position},
};
use std::fmt;

/// How many sources are named one by one; more are counted.
const MOST_NAMED: usize = 2;
/// How many different answers a message lists.
pub const MOST_LISTED: usize = 3;

/// A subject with its article: "the call duration"; names of their own have none.
#[must_use]
pub fn the(subject: &str) -> String {
    let first = subject.split_whitespace().next().unwrap_or("");
    let bare = matches!(first, "the" | "a" | "an") || !first.starts_with(char::is_lowercase);
    if bare { subject.to_string() } else { format!("the {subject}") }
}

/// "1 source", "3 sources".
#[must_use]
pub fn counted(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// "A", "A and B", "A, B and C".
#[must_use]
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The sources of some articles: by name where they are few, else their number; and whether a verb is plural after it.
#[must_use]
pub fn sources(table: &Table<'_>, articles: impl IntoIterator<Item = usize>) -> (String, bool) {
    let mut sources: Vec<usize> = articles.into_iter().map(|article| table.source_of(article)).collect();
    sources.sort_unstable();
    sources.dedup();
    let plural = sources.len() != 1;
    (named(table, &sources, MOST_NAMED), plural)
}

/// Sources by name where they are at most `most`, else their number.
#[must_use]
pub fn named(table: &Table<'_>, sources: &[usize], most: usize) -> String {
    if sources.len() > most {
        return counted(sources.len(), "source");
    }
    listed(&sources.iter().map(|source| table.source_name(*source).to_string()).collect::<Vec<_>>())
}

/// What a claim says, in the words of a report; its own words where it lies nowhere.
#[must_use]
pub fn shown(kind: Kind, placed: &Placed<'_>) -> String {
    if placed.is_determinate() { value::describe(kind, &placed.position) } else { placed.claim.value.text.to_string() }
}

/// "Harbour Post gives the call duration as 50 minutes", "3 sources put it on 30 December 2021"; `what` is "it" or the subject.
#[must_use]
pub fn says(kind: Kind, (who, plural): (&str, bool), what: &str, shown: &str) -> String {
    let s = if plural { "" } else { "s" };
    match sort_of(kind) {
        Sort::Word => format!("{who} say{s} {shown} for {what}"),
        Sort::Amount => format!("{who} give{s} {what} as {shown}"),
        Sort::Moment if kind.name() == "time" => format!("{who} put{s} {what} at {shown}"),
        Sort::Moment => {
            let on = shown.starts_with(|first: char| first.is_ascii_digit());
            format!("{who} put{s} {what} {} {shown}", if on { "on" } else { "in" })
        }
    }
}

/// The claim that says most exactly what a group of claims says: that with the narrowest interval, the first of several.
#[must_use]
pub fn narrowest<'t, 'a>(claims: &'t [Placed<'a>], group: &[usize]) -> Option<&'t Placed<'a>> {
    let width = |placed: &Placed<'_>| placed.position.interval().map_or(0.0, |Interval { lo, hi, .. }| hi - lo);
    group
        .iter()
        .filter_map(|&index| claims.get(index))
        .filter(|placed| placed.is_determinate())
        .min_by(|a, b| width(a).total_cmp(&width(b)))
}

/// The verdict on a topic that nothing can be said of, with its claims as context.
#[must_use]
pub fn nothing(table: &Table<'_>, subject: &Subject, claims: &[Placed<'_>]) -> Verdict {
    let what = the(&subject.to_string());
    let why = claims.iter().find_map(|placed| match &placed.position {
        Position::Indeterminate(why) if !why.is_empty() => Some(why.as_str()),
        Position::Indeterminate(_) | Position::On { .. } | Position::Word(_) => None,
    });
    let message = match (claims.is_empty(), why) {
        (true, _) => format!("no source gives {what}"),
        (false, Some(why)) => format!("no claim on {what} can be compared: {why}"),
        (false, None) => format!("no claim on {what} can be compared"),
    };
    let evidence = claims.iter().map(|placed| table.evidence(placed, Role::Context)).collect();
    Verdict { evidence, ..Verdict::bare(Outcome::NoEvidence, message) }
}

/// Writes words between quotation marks that they do not hold themselves.
///
/// # Errors
/// Those of the writer.
pub fn write_quoted(to: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
    if words.contains('"') { write!(to, "\u{201C}{words}\u{201D}") } else { write!(to, "\"{words}\"") }
}
