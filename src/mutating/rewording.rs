//! A rule whose sentence has one thing changed.

use super::{Exchange, decimal::Decimal, written};
use crate::{
    lexicon::{Lexicon, MutationWords},
    rule::{Rule, sentence},
};

/// The rule with words of its sentence exchanged, wherever that gives a sentence about the same that asks something else.
#[must_use]
pub fn reworded(
    rule: &Rule,
    exchange: &Exchange,
    topics: &sentence::KnownTopics<'_>,
    lexicon: &Lexicon,
) -> Option<Rule> {
    let before = exchange.before.as_str();
    rule.sentence.match_indices(before).find_map(|(at, _)| {
        let (first, rest) = (rule.sentence.get(..at)?, rule.sentence.get(at + before.len()..)?);
        let text = format!("{first}{}{rest}", exchange.after);
        let tree = sentence::parse(&text, topics, lexicon).ok()?;
        let is_about_the_same = tree.subjects().eq(rule.tree.subjects());
        (is_about_the_same && tree != rule.tree).then(|| Rule { sentence: text, tree, ..rule.clone() })
    })
}

/// Words in which the first figure is another: ten times it, and a tenth of it.
pub(super) fn refigured(words: &str, others: &MutationWords) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
    if let Some(from) = words.find(|letter: char| letter.is_ascii_digit()) {
        let rest = words.get(from..).unwrap_or_default();
        let run = rest.split(|letter: char| !is_part(letter)).next().unwrap_or_default().trim_end_matches([',', '.']);
        let Some(decimal) = Decimal::read(run) else { return Vec::new() };
        let (before, behind) = (words.get(..from), words.get(from + run.len()..));
        let around = |figure: String| format!("{}{figure}{}", before.unwrap_or_default(), behind.unwrap_or_default());
        return [decimal.by_ten(), decimal.by_a_tenth()].into_iter().map(|one| around(one.written())).collect();
    }
    let mut by_word = words.split(' ').filter_map(|word| Some((word, others.numbers.get(&word.to_lowercase())?)));
    let replaced = by_word.next().map(|(word, (ten, _))| words.replacen(word, &written::recased(ten, word), 1));
    replaced.into_iter().collect()
}
