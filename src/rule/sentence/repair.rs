//! What people write instead of a sentence, and the sentence they mean.

use crate::{
    grammar::{Grammar, Rule},
    lexicon::Rewrites,
    predicate, suggest,
};
use pest::Parser;
use std::collections::BTreeSet;

/// How many rewrites may follow each other.
const DEEPEST: usize = 3;

/// What somebody meant by words that are no predicate.
pub enum Rewritten {
    /// A clause without a mistake.
    Right(String),
    /// A clause that reads, and has a mistake of its own.
    Mistaken(String),
}

/// Whether a masked text reads as a clause.
pub fn reads(clause: &str) -> bool {
    Grammar::parse(Rule::repaired, clause).is_ok()
}

/// The clause that is meant by a subject (its private character) and `rest`, where a rewrite or three make one: the first
/// without a mistake, else the first that reads at all.
pub fn rewritten(subject: &str, rest: &str, rewrites: &Rewrites, means: &dyn Fn(&str) -> bool) -> Option<Rewritten> {
    let mut second_best = None;
    let mut tried: BTreeSet<String> = BTreeSet::new();
    let mut layer = vec![rest.to_string()];
    for _ in 0..DEEPEST {
        let mut next = Vec::new();
        for candidate in layer.iter().flat_map(|text| candidates(text, rewrites)) {
            if tried.insert(candidate.clone()) {
                let clause = format!("{subject} {candidate}");
                if reads(&clause) {
                    if means(&clause) {
                        return Some(Rewritten::Right(clause));
                    }
                    second_best = second_best.or(Some(Rewritten::Mistaken(clause)));
                }
                next.push(candidate);
            }
        }
        layer = next;
    }
    let values = beginnings(rest, &rewrites.values).into_iter();
    let mut values = values.map(|candidate| format!("{subject} {candidate}")).filter(|clause| reads(clause));
    let first = values.next().filter(|clause| means(clause)).map(Rewritten::Right);
    first.or(second_best)
}

/// What a text may mean after one rewrite.
fn candidates(text: &str, rewrites: &Rewrites) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let endings = rewrites.endings.iter().filter_map(|(written, meant)| {
        let kept = lower.strip_suffix(written.as_str())?;
        Some(format!("{}{meant}", text.get(..kept.len())?))
    });
    beginnings(text, &rewrites.beginnings).into_iter().chain(endings).collect()
}

/// What a text may mean with its first words put otherwise.
fn beginnings(text: &str, rewrites: &[(String, String)]) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let rewritten = rewrites.iter().filter_map(|(written, meant)| {
        let rest = lower.strip_prefix(written.as_str()).and_then(|rest| tail(text, rest.len()))?;
        let cut_in_a_word = written.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphanumeric);
        let rest = rest.trim_start();
        let blank = if rest.is_empty() || meant.is_empty() || meant.ends_with(' ') { "" } else { " " };
        (!cut_in_a_word).then(|| format!("{meant}{blank}{rest}"))
    });
    rewritten.collect()
}

/// The last `len` bytes of a text.
fn tail(text: &str, len: usize) -> Option<&str> {
    text.get(text.len().checked_sub(len)?..)
}

/// The clause with its misspelt words put right, and the place of the first of them in it.
pub fn respelled(clause: &str) -> Option<(String, std::ops::Range<usize>)> {
    let words: BTreeSet<&str> = predicate::forms()
        .flat_map(str::split_whitespace)
        .filter(|word| word.chars().all(|c| c.is_ascii_lowercase()))
        .collect();
    let mut spelled: Vec<String> = Vec::new();
    let mut first = None;
    let mut at = 0;
    for word in clause.split(' ') {
        let near = suggest::nearest(word, words.iter().copied()).filter(|near| !near.eq_ignore_ascii_case(word));
        let near = near.filter(|_| word.chars().count() > 1 && word.chars().all(char::is_alphabetic));
        if near.is_some() && first.is_none() {
            first = Some((spelled.len(), at..at + word.len()));
        }
        spelled.push(near.unwrap_or(word).to_string());
        at += word.len() + 1;
    }
    let (misspelt, place) = first?;
    let out = spelled.join(" ");
    if reads(&out) {
        return Some((out, place));
    }
    // Another word of the language may be as near, and more at its place: "source", "sources".
    let nearest = spelled.get(misspelt)?.clone();
    let others = words.iter().filter(|word| **word != nearest && suggest::nearest(&nearest, [**word]).is_some());
    let mut clauses = others.map(|other| {
        let instead = spelled.iter().enumerate().map(|(at, word)| if at == misspelt { *other } else { word.as_str() });
        instead.collect::<Vec<_>>().join(" ")
    });
    clauses.find(|clause| reads(clause)).map(|out| (out, place))
}
