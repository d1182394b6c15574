//! Words for messages: who says what, in one sentence for a person.

use crate::{
    finding::{Outcome, Role},
    lexicon::Spoken,
    placing::Position,
    predicate::Verdict,
    saying, suggest,
    table::{Placed, Subject, Table},
    value::{Interval, Sort, Units, Unplaced},
};
use indexmap::IndexSet;
use std::{collections::BTreeSet, fmt};

/// How many sources are named one by one; more are counted.
const MOST_NAMED: usize = 2;
/// How many different answers a message lists.
pub const MOST_LISTED: usize = 3;

/// How many answers a message lists where there are no more; of more, one fewer and the number of the rest.
const MOST_ANSWERS: usize = 4;

/// How many sources are listed where a rule names none of them.
const MOST_KNOWN: usize = 6;

/// A subject with its article: "the call duration", "the Geneva talks"; names ("Selm and Orvane", "Selm's mayor") have none,
/// and what is no name of a thing stands between marks ("requested by").
#[must_use]
pub fn the(subject: &str) -> String {
    let words: Vec<&str> = subject.split_whitespace().collect();
    let is_low = |word: &str| word.starts_with(char::is_lowercase);
    let joins = |word: &str| Spoken::words().joining.contains(word);
    let bare = match words.as_slice() {
        [.., _, last] if joins(last) => return format!("`{subject}`"),
        ["the" | "a" | "an", ..] | [] => true,
        [name, noun, .., last] if !is_low(name) => {
            !is_low(noun) || joins(noun) || !is_low(last) || name.ends_with("'s") || name.ends_with("’s")
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

/// Who says something, as a sentence begins.
pub struct Speakers {
    /// Their names, or their number.
    pub named: String,
    /// Whether a verb is plural behind it.
    pub are_several: bool,
}

impl Speakers {
    /// The ending of a verb behind it: "gives", "give".
    #[must_use]
    pub fn s(&self) -> &'static str {
        if self.are_several { "" } else { "s" }
    }
}

impl fmt::Display for Speakers {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.named)
    }
}

/// The sources of some articles: by name where they are few, else their number.
#[must_use]
pub fn sources(table: &Table<'_>, articles: impl IntoIterator<Item = usize>) -> Speakers {
    let mut sources: Vec<usize> = articles.into_iter().map(|article| table.source_of(article)).collect();
    sources.sort_unstable();
    sources.dedup();
    Speakers { named: named(table, &sources, MOST_NAMED), are_several: sources.len() != 1 }
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
    let words = saying::in_words(value, &placed.position);
    match value.kind.sort() {
        Sort::Word => format!("`{words}`"),
        Sort::Amount | Sort::Moment | Sort::Rank => words,
    }
}

/// "Harbour Post gives the call duration as 50 minutes", "3 sources put the call date on 30 December 2021"; of several
/// answers, "3 sources give the call duration as 50 minutes or about an hour".
#[must_use]
pub fn says(who: &Speakers, what: &str, said: &[&Placed<'_>]) -> String {
    let (s, words) = (who.s(), in_one(who, said));
    match sort(said) {
        Sort::Word => format!("{who} give{s} {words} for {what}"),
        Sort::Amount | Sort::Rank => format!("{who} give{s} {what} as {words}"),
        Sort::Moment => format!("{who} put{s} {what} {words}"),
    }
}

/// The same of the topic that was just named: "Harbour Post gives 50 minutes", "3 sources put it on 30 December 2021".
#[must_use]
pub fn says_too(who: &Speakers, said: &[&Placed<'_>]) -> String {
    let (s, words) = (who.s(), in_one(who, said));
    match sort(said) {
        Sort::Word | Sort::Amount | Sort::Rank => format!("{who} give{s} {words}"),
        Sort::Moment => format!("{who} put{s} it {words}"),
    }
}

/// One of many values, which no topic names: "Harbour Post gives 50 minutes", "Harbour Post gives `noon` (12:00 GMT)".
#[must_use]
pub fn writes(who: &Speakers, placed: &Placed<'_>) -> String {
    format!("{who} give{} {}", who.s(), written(placed))
}

/// What a claim says; of a day or a time the words, and what they stand for.
#[must_use]
pub fn written(placed: &Placed<'_>) -> String {
    let value = &placed.claim.value;
    match value.kind.sort() {
        Sort::Word | Sort::Amount | Sort::Rank => shown(placed),
        Sort::Moment => match meaning(placed) {
            Some(meaning) => format!("`{}` ({meaning})", value.text),
            None => format!("`{}`", value.text),
        },
    }
}

/// What the words of a day or a time stand for, where they do not say it themselves.
#[must_use]
pub fn meaning(placed: &Placed<'_>) -> Option<String> {
    match placed.claim.value.kind.sort() {
        Sort::Word | Sort::Amount | Sort::Rank => None,
        Sort::Moment => saying::reading(&placed.claim.value, &placed.position, Units::Same),
    }
}

fn sort(said: &[&Placed<'_>]) -> Sort {
    said.first().map_or(Sort::Amount, |placed| placed.claim.value.kind.sort())
}

/// What is said, as it stands behind "as", "gives" or "puts it".
fn in_one(who: &Speakers, said: &[&Placed<'_>]) -> String {
    let words = |placed: &&Placed<'_>| match placed.claim.value.kind.sort() {
        Sort::Word | Sort::Amount | Sort::Rank => shown(placed),
        Sort::Moment => saying::when(&placed.claim.value, &placed.position),
    };
    let words = said.iter().map(words).collect();
    if who.are_several { any_of(words) } else { each_of(words) }
}

/// What one source says, it says all of: "82 and about 80".
#[must_use]
pub fn each_of(words: Vec<String>) -> String {
    listed(&first_of(words, other_answers))
}

/// What several sources say: "82, about 80 or more than 75".
fn any_of(words: Vec<String>) -> String {
    match first_of(words, other_answers).as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        few => listed(few),
    }
}

fn other_answers(number: usize) -> String {
    format!("{number} other answers")
}

/// Words as they come, each once.
#[must_use]
pub fn each_once(words: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut known = BTreeSet::new();
    words.into_iter().filter(|words| known.insert(words.clone())).collect()
}

/// All where they are few; else the first, and the number of the rest.
#[must_use]
pub fn first_of(mut words: Vec<String>, rest: impl Fn(usize) -> String) -> Vec<String> {
    if words.len() > MOST_ANSWERS {
        let more = words.split_off(MOST_ANSWERS - 1).len();
        words.push(rest(more));
    }
    words
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
    subject.id.section.map_or_else(String::new, |section| format!(" in {}", section.name()))
}

/// That no article gives a subject: "no source gives the toll", "no article has a quotation in headline".
#[must_use]
pub fn nobody_gives(subject: &Subject) -> String {
    match subject.noun() {
        Some(noun) => {
            let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            format!("no article has {article} {noun}{}", place(subject))
        }
        None => format!("no source gives {}", the(&subject.to_string())),
    }
}

/// The verdict on a topic that nothing can be said of, with its claims as context.
#[must_use]
pub fn nothing(table: &Table<'_>, subject: &Subject, claims: &[Placed<'_>]) -> Verdict {
    let what = the(&subject.to_string());
    let message = match unclear(table, claims) {
        _ if claims.is_empty() => nobody_gives(subject),
        Some(why) => format!("no claim on {what} can be compared: {why}"),
        None => format!("no claim on {what} can be compared"),
    };
    let evidence = claims.iter().map(|placed| table.evidence(placed, Role::Context)).collect();
    Verdict { evidence, ..Verdict::bare(Outcome::NoEvidence, message) }
}

/// Why the first claim that cannot be compared cannot: "`Thursday` in Harbour Post is unclear, because its article has no date".
#[must_use]
pub fn unclear(table: &Table<'_>, claims: &[Placed<'_>]) -> Option<String> {
    claims.iter().find_map(|placed| match &placed.position {
        _ if !placed.is_asserted() => {
            let source = table.source_name(table.source_of(placed.article));
            Some(format!("`{}` in {source} is only said to be possible", placed.claim.value.text))
        }
        Position::Indeterminate(why) if *why != Unplaced::Unsaid => {
            let source = table.source_name(table.source_of(placed.article));
            Some(format!("`{}` in {source} is unclear, because {why}", placed.claim.value.text))
        }
        Position::Indeterminate(_) | Position::On { .. } | Position::Word(_) => None,
    })
}

/// That no article of the story is of the source or the group that a rule names, nor its path of such a pattern.
#[must_use]
pub fn no_such_articles(table: &Table<'_>, name: &str) -> String {
    if name.contains(['*', '/', '?', '[']) {
        return format!("no article of this story is called \"{name}\"");
    }
    let groups = table.articles.iter().filter_map(|article| article.metadata.group.as_deref());
    let known: IndexSet<&str> = groups.chain(table.sources.iter().copied()).collect();
    unknown("source or group", name, &Vec::from_iter(known))
}

/// That a name is none of those there are: `no source of this story is called "Pots" (did you mean "Post"?); there are
/// Herald and Post`.
#[must_use]
pub fn unknown(noun: &str, name: &str, known: &[&str]) -> String {
    let near = suggest::nearest(name, known.iter().copied());
    let meant = near.map_or_else(String::new, |near| format!(" (did you mean \"{near}\"?)"));
    let mut listed: Vec<String> = known.iter().take(MOST_KNOWN).map(ToString::to_string).collect();
    let more = known.len().saturating_sub(listed.len());
    if more > 0 {
        listed.push(format!("{more} more"));
    }
    let verb = if known.len() == 1 { "is" } else { "are" };
    format!("no {noun} of this story is called \"{name}\"{meant}; there {verb} {}", self::listed(&listed))
}

/// The first words of a sentence.
#[must_use]
pub fn beginning(sentence: &str) -> String {
    const MOST: usize = 8;
    let words: Vec<&str> = sentence.split_whitespace().collect();
    match words.get(..MOST) {
        Some(first) if words.len() > MOST => format!("{} ...", first.join(" ")),
        _ => words.join(" "),
    }
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
