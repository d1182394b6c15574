//! What people write instead of a sentence, and the sentence they mean.

use crate::{
    grammar::{Grammar, Rule},
    predicate, suggest,
};
use pest::Parser;
use std::collections::BTreeSet;

/// What is often written after a subject, and what is written here. They are tried one after the other, in this order, and
/// only what then reads as a clause is offered.
const REWRITES: &[(&str, &str)] = &[
    ("should be ", ""),
    ("should ", ""),
    ("must be ", ""),
    ("must ", ""),
    ("shall be ", ""),
    ("has to be ", ""),
    ("have to be ", ""),
    ("needs to be ", ""),
    ("ought to be ", ""),
    ("is to be ", ""),
    ("will be ", ""),
    ("be ", ""),
    ("are ", ""),
    ("is ", ""),
    ("was ", ""),
    ("==", "is "),
    ("=", "is "),
    (">=", "at least "),
    ("=>", "at least "),
    ("\u{2265}", "at least "),
    ("<=", "at most "),
    ("\u{2264}", "at most "),
    (">", "more than "),
    ("<", "less than "),
    ("equals ", "is "),
    ("equal to ", "is "),
    ("equal ", "is "),
    ("greater than ", "more than "),
    ("higher than ", "more than "),
    ("over ", "more than "),
    ("above ", "more than "),
    ("exceeds ", "more than "),
    ("fewer than ", "less than "),
    ("lower than ", "less than "),
    ("under ", "less than "),
    ("below ", "less than "),
    ("no more than ", "at most "),
    ("no less than ", "at least "),
    ("up to ", "at most "),
    ("later than ", "after "),
    ("earlier than ", "before "),
    ("consistent across sources with ", "consistent across sources within "),
    ("consistent across sources to ", "consistent across sources within "),
    ("consistent across all sources", "consistent across sources"),
    ("consistent across every source", "consistent across sources"),
    ("consistent across articles", "consistent across sources"),
    ("consistent across all articles", "consistent across sources"),
    ("consistent in every source", "consistent across sources"),
    ("consistent between sources", "consistent across sources"),
    ("consistent among sources", "consistent across sources"),
    ("consistent within ", "consistent across sources within "),
    ("consistent to within ", "consistent across sources within "),
    ("consistent", "consistent across sources"),
    ("consistently reported", "consistent across sources"),
    ("the same across sources", "consistent across sources"),
    ("the same in every source", "consistent across sources"),
    ("the same", "consistent across sources"),
    ("same across sources", "consistent across sources"),
    ("same", "consistent across sources"),
    ("agree across sources", "consistent across sources"),
    ("agrees across sources", "consistent across sources"),
    ("agree", "consistent across sources"),
    ("agrees", "consistent across sources"),
    ("identical", "consistent across sources"),
    ("across sources", "consistent across sources"),
    ("cited by ", "cited in "),
    ("cited in all sources", "cited in every source"),
    ("cited in every sources", "cited in every source"),
    ("cited in each source", "cited in every source"),
    ("cited in any source", "cited in at least 1 source"),
    ("cited in all articles", "cited in every source"),
    ("cited in every article", "cited in every source"),
    ("cited everywhere", "cited in every source"),
    ("cited in all", "cited in every source"),
    ("cited in the majority of sources", "cited in most sources"),
    ("cited in a majority of sources", "cited in most sources"),
    ("cited in most articles", "cited in most sources"),
    ("cited at least ", "cited in at least "),
    ("cited in ", "cited in at least "),
    ("mentioned", "cited"),
    ("reported", "cited"),
    ("present", "cited"),
    ("given", "cited"),
    ("found", "cited"),
    ("required", "cited in every source"),
    ("exists", "cited"),
    ("appears", "cited"),
    ("confirmed by ", "corroborated by "),
    ("confirmed", "corroborated"),
    ("corroborated by at least two sources", "corroborated by at least 2 independent sources"),
    ("corroborated by ", "corroborated by at least "),
    ("corroborated", "corroborated by at least 2 independent sources"),
];

/// As [`REWRITES`], tried last because nearly everything reads as a value.
const REWRITES_TO_IS: &[(&str, &str)] =
    &[("should be ", "is "), ("must be ", "is "), ("be ", "is "), ("are ", "is "), ("was ", "is ")];

/// Words at the end of a clause that are often left out or put otherwise.
const ENDINGS: &[(&str, &str)] = &[
    (" sources", " independent sources"),
    (" source", " independent source"),
    (" articles", " sources"),
    (" articles", " independent sources"),
    (" outlets", " sources"),
    (" independent", " independent sources"),
    (".", ""),
    ("!", ""),
    (",", ""),
    (";", ""),
];

/// How many rewrites may follow each other.
const DEEPEST: usize = 3;

/// Whether a masked text reads as a clause.
pub fn reads(clause: &str) -> bool {
    Grammar::parse(Rule::repaired, clause).is_ok()
}

/// The clause that is meant by a subject (its private character) and `rest`, where a rewrite or three make one.
pub fn rewritten(subject: &str, rest: &str) -> Option<String> {
    let mut tried: BTreeSet<String> = BTreeSet::new();
    let mut layer = vec![rest.to_string()];
    for _ in 0..DEEPEST {
        let mut next = Vec::new();
        for candidate in layer.iter().flat_map(|text| candidates(text)) {
            if tried.insert(candidate.clone()) {
                let clause = format!("{subject} {candidate}");
                if reads(&clause) {
                    return Some(clause);
                }
                next.push(candidate);
            }
        }
        layer = next;
    }
    let values = beginnings(rest, REWRITES_TO_IS).into_iter();
    values.map(|candidate| format!("{subject} {candidate}")).find(|clause| reads(clause))
}

/// What a text may mean after one rewrite.
fn candidates(text: &str) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let endings = ENDINGS.iter().filter_map(|(written, meant)| {
        let kept = lower.strip_suffix(written)?;
        Some(format!("{}{meant}", text.get(..kept.len())?))
    });
    beginnings(text, REWRITES).into_iter().chain(endings).collect()
}

/// What a text may mean with its first words put otherwise.
fn beginnings(text: &str, rewrites: &[(&str, &str)]) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    let rewritten = rewrites.iter().filter_map(|(written, meant)| {
        let rest = lower.strip_prefix(written).and_then(|rest| tail(text, rest.len()))?;
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
    let mut out = String::new();
    let mut first = None;
    let mut at = 0;
    for word in clause.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        let near = suggest::nearest(word, words.iter().copied()).filter(|near| !near.eq_ignore_ascii_case(word));
        let spelled = near.filter(|_| word.chars().count() > 1 && word.chars().all(char::is_alphabetic));
        if spelled.is_some() && first.is_none() {
            first = Some(at..at + word.len());
        }
        out.push_str(spelled.unwrap_or(word));
        at += word.len() + 1;
    }
    first.filter(|_| reads(&out)).map(|first| (out, first))
}
