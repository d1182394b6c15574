//! The phrases that are offered for one topic, as its rule file would have them.

use crate::{
    drafting::file::words_of_sources,
    finding::NearlyFound,
    yaml::{self, Around, WrittenStyle},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The place of a phrase among all, and the words that it takes, each with its source.
type TakenWords<'n> = (usize, BTreeSet<(&'n str, &'n str)>);

/// The topic with its new phrases, those for most sources first, and behind each what it would take; nothing where there are
/// none.
#[must_use]
pub fn phrase_lines(topic: &str, nearly: &[NearlyFound]) -> Option<String> {
    let mut by_phrase: BTreeMap<&str, TakenWords<'_>> = BTreeMap::new();
    for (order, found) in nearly.iter().enumerate() {
        let words = found.words.exact().unwrap_or_default();
        by_phrase.entry(&found.phrase).or_insert((order, BTreeSet::new())).1.insert((words, found.words.source()));
    }
    let mut phrases: Vec<_> = by_phrase.into_iter().collect();
    phrases.sort_by_key(|(_, (order, found))| (Reverse(found.len()), *order));
    if phrases.is_empty() {
        return None;
    }
    let name = yaml::written(topic, WrittenStyle::Plain, Around::Lines);
    let mut text = format!("topics:\n  {name}:\n    phrases:\n");
    for (phrase, (_, found)) in phrases {
        let phrase = yaml::written(phrase, WrittenStyle::Plain, Around::Lines);
        let found: Vec<(&str, &str)> = found.into_iter().collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "      - {phrase}  # {}", words_of_sources(&found));
    }
    Some(text)
}
