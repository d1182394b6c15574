//! Another value for the one that a rule holds claims against.

use super::{Exchange, Makes, Mutator, rewording::refigured, written};
use crate::{
    lexicon::MutationWords,
    predicate::{Given, Literal},
    rule::Rule,
    value::Content,
};

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "bound",
    about: "a value in a rule: ten times, a tenth; another month, another weekday, the year before and after",
    makes: Makes::Sentence(exchanges),
};

fn exchanges(rule: &Rule, words: &MutationWords) -> Vec<Exchange> {
    let mut found = Vec::new();
    for given in rule.tree.clauses().flat_map(|clause| clause.predicate.given()) {
        let Given::Value(literal) = given else { continue };
        let own = &literal.words;
        found.extend(others(literal, words).into_iter().map(|after| Exchange { before: own.clone(), after }));
    }
    found
}

fn others(literal: &Literal, words: &MutationWords) -> Vec<String> {
    match literal.value.content {
        Content::Amount(_) => refigured(&literal.words, words),
        Content::Date(_) => redated(&literal.words, words),
        Content::Time(_) | Content::Word(_) => Vec::new(),
    }
}

/// A date in another month, else on another weekday; and in the years around its own.
fn redated(date: &str, words: &MutationWords) -> Vec<String> {
    let mut found = Vec::new();
    for word in date.split([' ', ',', '.']) {
        let lower = word.to_lowercase();
        if let Some(other) = words.months.get(&lower).or_else(|| words.weekdays.get(&lower)) {
            found.push(date.replacen(word, &written::recased(other, word), 1));
        }
        let year: Option<u32> = word.parse().ok().filter(|year| (1000..=9998).contains(year));
        let around = year.into_iter().flat_map(|year| [year - 1, year + 1]);
        found.extend(around.map(|other| date.replacen(word, &other.to_string(), 1)));
    }
    found
}
