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
    ("!=", "is not "),
    ("<>", "is not "),
    ("isn't ", "is not "),
    ("is never ", "is not "),
    ("does not equal ", "is not "),
    ("is different from ", "not matches "),
    ("does not match ", "not matches "),
    ("doesn't match ", "not matches "),
    ("match ", "matches "),
    ("matches the ", "matches "),
    ("agrees with ", "matches "),
    ("agree with ", "matches "),
    ("equals ", "matches "),
    ("is the same as ", "matches "),
    ("is equal to ", "matches "),
    ("equals sum of ", "equals the sum of "),
    ("equals total of ", "equals the sum of "),
    ("is the sum of ", "equals the sum of "),
    ("adds up to ", "equals the sum of "),
    ("sums to ", "equals the sum of "),
    ("is a ", "falls on "),
    ("is on a ", "falls on "),
    ("falls on a ", "falls on "),
    ("falls on the ", "falls on "),
    ("is ", "falls on "),
    ("has a time zone", "has a zone"),
    ("has a timezone", "has a zone"),
    ("has timezone", "has a zone"),
    ("has zone", "has a zone"),
    ("has a named zone", "has a zone"),
    ("names its zone", "has a zone"),
    ("in gmt", "has a zone"),
    ("in utc", "has a zone"),
    ("supported by the body", "supported by body"),
    ("supported by its body", "supported by body"),
    ("supported in the body", "supported by body"),
    ("supported in body", "supported by body"),
    ("backed by ", "supported by "),
    ("found in body", "supported by body"),
    ("found in the body", "supported by body"),
    ("printed only once", "printed once"),
    ("printed twice", "not printed once"),
    ("unique", "printed once"),
    ("repeated", "not printed once"),
    ("balanced", "closed"),
    ("terminated", "closed"),
    ("never falls", "never decreases"),
    ("never drops", "never decreases"),
    ("never shrinks", "never decreases"),
    ("only increases", "never decreases"),
    ("only grows", "never decreases"),
    ("only goes up", "never decreases"),
    ("only rises", "never decreases"),
    ("goes up", "never decreases"),
    ("rises", "never decreases"),
    ("rises over time", "never decreases"),
    ("increases over time", "never decreases"),
    ("grows over time", "never decreases"),
    ("unchanged", "unchanged across revisions"),
    ("unchanged across versions", "unchanged across revisions"),
    ("never changes", "unchanged across revisions"),
    ("does not change", "unchanged across revisions"),
    ("missing", "absent"),
    ("not present", "absent"),
    ("never mentioned", "absent"),
    ("not mentioned", "absent"),
    ("empty", "absent"),
    ("null", "absent"),
    ("not null", "cited in every source"),
    ("not empty", "cited in every source"),
    ("consistent in each article", "consistent within each article"),
    ("consistent within articles", "consistent within each article"),
    ("consistent within every article", "consistent within each article"),
    ("consistent within the article", "consistent within each article"),
    ("consistent inside each article", "consistent within each article"),
    ("in title ", "in headline "),
    ("in the headline ", "in headline "),
    ("in the title ", "in headline "),
    ("in the lead ", "in lead "),
    ("in the body ", "in body "),
    ("in text ", "in body "),
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
    ("longer than ", "more than "),
    ("shorter than ", "less than "),
    ("about ", "is about "),
    ("around ", "is about "),
    ("roughly ", "is about "),
    ("approximately ", "is about "),
    (": ", "is "),
    ("no more than ", "at most "),
    ("no longer than ", "at most "),
    ("no higher than ", "at most "),
    ("no shorter than ", "at least "),
    ("no lower than ", "at least "),
    ("no fewer than ", "at least "),
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
    ("differs", "not consistent across sources"),
    ("differs between sources", "not consistent across sources"),
    ("differs across sources", "not consistent across sources"),
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
    ("exists", "cited in every source"),
    ("exist", "cited in every source"),
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
pub fn rewritten(subject: &str, rest: &str, means: &dyn Fn(&str) -> bool) -> Option<Rewritten> {
    let mut second_best = None;
    let mut tried: BTreeSet<String> = BTreeSet::new();
    let mut layer = vec![rest.to_string()];
    for _ in 0..DEEPEST {
        let mut next = Vec::new();
        for candidate in layer.iter().flat_map(|text| candidates(text)) {
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
    let values = beginnings(rest, REWRITES_TO_IS).into_iter();
    let mut values = values.map(|candidate| format!("{subject} {candidate}")).filter(|clause| reads(clause));
    let first = values.next().filter(|clause| means(clause)).map(Rewritten::Right);
    first.or(second_best)
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
