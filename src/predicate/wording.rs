//! Words for messages: who says what, in one sentence for a person.

use super::reading::{Sort, sort_of};
use crate::{
    finding::{Outcome, Role},
    predicate::Verdict,
    table::{Placed, Subject, Table},
    value::{self, Interval, Position},
};
use std::fmt;

/// How many sources are named one by one; more are counted.
const MOST_NAMED: usize = 2;
/// How many different answers a message lists.
pub const MOST_LISTED: usize = 3;

/// Words that join others: none of them is what a subject is about.
const JOINING: &[&str] =
    &["about", "against", "and", "at", "by", "for", "from", "in", "of", "on", "or", "to", "vs", "with"];

/// A subject with its article: "the call duration", "the Geneva talks"; names ("Selm and Orvane", "Selm's mayor") have none,
/// and what is no name of a thing stands between marks ("requested by").
#[must_use]
pub fn the(subject: &str) -> String {
    let words: Vec<&str> = subject.split_whitespace().collect();
    let is_low = |word: &str| word.starts_with(char::is_lowercase);
    let bare = match words.as_slice() {
        [.., _, last] if JOINING.contains(last) => return format!("`{subject}`"),
        ["the" | "a" | "an", ..] | [] => true,
        [name, noun, .., last] if !is_low(name) => {
            !is_low(noun) || JOINING.contains(noun) || !is_low(last) || name.ends_with("'s") || name.ends_with("’s")
        }
        [name, noun] if !is_low(name) => !is_low(noun) || name.ends_with("'s") || name.ends_with("’s"),
        [first, ..] => !is_low(first),
    };
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

/// What a claim says, in the words of a message; a choice stands between marks.
#[must_use]
pub fn shown(placed: &Placed<'_>) -> String {
    let value = &placed.claim.value;
    let words = value::in_words(value, &placed.position);
    match sort_of(value.kind) {
        Sort::Word => format!("`{words}`"),
        Sort::Amount | Sort::Moment => words,
    }
}

/// "Harbour Post gives the call duration as 50 minutes", "3 sources put the call date on 30 December 2021".
#[must_use]
pub fn says((who, plural): (&str, bool), what: &str, placed: &Placed<'_>) -> String {
    let s = if plural { "" } else { "s" };
    let shown = shown(placed);
    match sort_of(placed.claim.value.kind) {
        Sort::Word => format!("{who} give{s} {shown} for {what}"),
        Sort::Amount => format!("{who} give{s} {what} as {shown}"),
        Sort::Moment => format!("{who} put{s} {what} {}", value::when(&placed.claim.value, &placed.position)),
    }
}

/// The same of the topic that was just named: "Harbour Post gives 50 minutes", "3 sources put it on 30 December 2021".
#[must_use]
pub fn says_too((who, plural): (&str, bool), placed: &Placed<'_>) -> String {
    let s = if plural { "" } else { "s" };
    match sort_of(placed.claim.value.kind) {
        Sort::Word | Sort::Amount => format!("{who} give{s} {}", shown(placed)),
        Sort::Moment => format!("{who} put{s} it {}", value::when(&placed.claim.value, &placed.position)),
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

/// "the one claim on the toll", "both times", "all 3 quotations in headline".
#[must_use]
pub fn all_of(subject: &Subject, number: usize) -> String {
    let Some(noun) = subject.noun() else {
        let what = the(&subject.to_string());
        return match number {
            1 => format!("the one claim on {what}"),
            2 => format!("both claims on {what}"),
            _ => format!("all {number} claims on {what}"),
        };
    };
    let place = place(subject);
    match number {
        1 => format!("the one {noun}{place}"),
        2 => format!("both {noun}s{place}"),
        _ => format!("all {number} {noun}s{place}"),
    }
}

/// " in headline", or nothing.
#[must_use]
pub fn place(subject: &Subject) -> String {
    subject.section.map_or_else(String::new, |section| format!(" in {}", section.name()))
}

/// That no article gives a subject: "no source gives the toll", "no article has a quotation in headline".
#[must_use]
pub fn nobody_gives(subject: &Subject) -> String {
    match subject.noun() {
        Some(noun) => format!("no article has a {noun}{}", place(subject)),
        None => format!("no source gives {}", the(&subject.to_string())),
    }
}

/// The verdict on a topic that nothing can be said of, with its claims as context.
#[must_use]
pub fn nothing(table: &Table<'_>, subject: &Subject, claims: &[Placed<'_>]) -> Verdict {
    let what = the(&subject.to_string());
    let message = match (claims.is_empty(), unclear(table, claims)) {
        (true, _) => nobody_gives(subject),
        (false, Some(why)) => format!("no claim on {what} can be compared: {why}"),
        (false, None) => format!("no claim on {what} can be compared"),
    };
    let evidence = claims.iter().map(|placed| table.evidence(placed, Role::Context)).collect();
    Verdict { evidence, ..Verdict::bare(Outcome::NoEvidence, message) }
}

/// Why the first claim that lies nowhere does: "`Thursday` in Harbour Post is unclear, because its article has no date".
#[must_use]
pub fn unclear(table: &Table<'_>, claims: &[Placed<'_>]) -> Option<String> {
    claims.iter().find_map(|placed| match &placed.position {
        Position::Indeterminate(why) if !why.is_empty() => {
            let source = table.source_name(table.source_of(placed.article));
            Some(format!("`{}` in {source} is unclear, because {why}", placed.claim.value.text))
        }
        Position::Indeterminate(_) | Position::On { .. } | Position::Word(_) => None,
    })
}

/// Writes words between quotation marks that they do not hold themselves.
///
/// # Errors
/// Those of the writer.
pub fn write_quoted(to: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
    if words.contains('"') { write!(to, "\u{201C}{words}\u{201D}") } else { write!(to, "\"{words}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subjects_get_their_article() {
        for (subject, expected) in [
            ("call duration", "the call duration"),
            ("injured", "the injured"),
            ("the toll", "the toll"),
            ("NATO at the talks", "NATO at the talks"),
            ("NATO meeting", "the NATO meeting"),
            ("Dutch farmers near the border", "the Dutch farmers near the border"),
            ("Selm and Orvane meet", "Selm and Orvane meet"),
            ("Selm's mayor", "Selm's mayor"),
            ("Selm", "Selm"),
            ("requested by", "`requested by`"),
        ] {
            assert_eq!(the(subject), expected);
        }
    }
}
