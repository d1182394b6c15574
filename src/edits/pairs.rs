//! Which sentence of the new version is which of the old one: the same words wherever they stand, else most of them.

use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A word that so many changed sentences have tells none of them apart.
const MOST_SENTENCES: usize = 24;
/// So many candidates with most rare words in common are held against a sentence.
const MOST_CANDIDATES: usize = 8;
/// Versions of one sentence have at least this share of their words in common.
const LEAST_SHARED: f64 = 0.5;
/// Where they have so much in common, a value in the place of another is the other, changed.
const CLOSE: f64 = 0.65;
/// So many words of a sentence are looked at.
const MOST_WORDS: usize = 400;

/// How much two versions of a sentence have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// So much that a value in the place of another is the other, changed.
    Close,
    /// It was written anew.
    Rewritten,
}

/// A sentence that changed: where it stands in both versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedSentences {
    /// In the old version.
    pub before: usize,
    /// In the new version.
    pub after: usize,
    /// How much it has kept.
    pub closeness: Closeness,
}

/// The sentences of both versions, by their places.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Those that changed, in the order of the new version.
    pub changed: Vec<MatchedSentences>,
    /// Those of the old version alone.
    pub gone: Vec<usize>,
    /// Those of the new version alone.
    pub new: Vec<usize>,
}

/// Matches the sentences of two versions, each as its words.
pub fn matched(old: &[Vec<String>], new: &[Vec<String>]) -> Matched {
    let (mut gone, mut left) = without_common(old, new);
    let mut scored = scored(old, &gone, new, &left);
    scored.sort_by(|a, b| {
        b.0.total_cmp(&a.0).then(a.1.abs_diff(a.2).cmp(&b.1.abs_diff(b.2))).then((a.2, a.1).cmp(&(b.2, b.1)))
    });
    let (mut paired, mut changed) = (FxHashSet::default(), BTreeMap::new());
    for (score, before, after) in scored {
        if changed.contains_key(&after) || !paired.insert(before) {
            continue;
        }
        let closeness = if score >= CLOSE { Closeness::Close } else { Closeness::Rewritten };
        changed.insert(after, MatchedSentences { before, after, closeness });
    }
    gone.retain(|at| !paired.contains(at));
    left.retain(|at| !changed.contains_key(at));
    Matched { changed: changed.into_values().collect(), gone, new: left }
}

/// The sentences that do not stand in the other version too, each as often as it stands there.
fn without_common(old: &[Vec<String>], new: &[Vec<String>]) -> (Vec<usize>, Vec<usize>) {
    let mut known: FxHashMap<&[String], Vec<usize>> = FxHashMap::default();
    for (at, words) in old.iter().enumerate().rev() {
        known.entry(words).or_default().push(at);
    }
    let mut is_kept = vec![false; old.len()];
    let mut left = Vec::new();
    for (at, words) in new.iter().enumerate() {
        match known.get_mut(words.as_slice()).and_then(Vec::pop) {
            Some(same) => is_kept.get_mut(same).into_iter().for_each(|kept| *kept = true),
            None => left.push(at),
        }
    }
    let gone = (0..old.len()).filter(|at| is_kept.get(*at) == Some(&false)).collect();
    (gone, left)
}

/// Pairs that have enough in common, with how much that is.
fn scored(old: &[Vec<String>], gone: &[usize], new: &[Vec<String>], left: &[usize]) -> Vec<(f64, usize, usize)> {
    let words = |all: &'_ [Vec<String>], at: usize| -> Vec<String> {
        let mut words: Vec<String> = all.get(at).into_iter().flatten().take(MOST_WORDS).cloned().collect();
        words.retain(|word| word.chars().any(char::is_alphanumeric));
        words.sort();
        words
    };
    let of_old: FxHashMap<usize, Vec<String>> = gone.iter().map(|at| (*at, words(old, *at))).collect();
    let mut with_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for at in gone {
        let mut own: Vec<&str> = of_old.get(at).into_iter().flatten().map(String::as_str).collect();
        own.dedup();
        for word in own {
            let known = with_word.entry(word).or_default();
            if known.len() <= MOST_SENTENCES {
                known.push(*at);
            }
        }
    }
    let mut scored = Vec::new();
    for at in left {
        let own = words(new, *at);
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        let mut rare: Vec<&str> = own.iter().map(String::as_str).collect();
        rare.dedup();
        for word in rare {
            let known = with_word.get(word).filter(|known| known.len() <= MOST_SENTENCES);
            known.into_iter().flatten().for_each(|other| *shared.entry(*other).or_default() += 1);
        }
        let mut candidates: Vec<(usize, usize)> = shared.into_iter().map(|(other, number)| (number, other)).collect();
        candidates.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.abs_diff(*at).cmp(&b.1.abs_diff(*at))).then(a.1.cmp(&b.1)));
        for (_, other) in candidates.into_iter().take(MOST_CANDIDATES) {
            let theirs = of_old.get(&other).map_or(&[][..], Vec::as_slice);
            let score = likeness(theirs, &own);
            if score >= LEAST_SHARED {
                scored.push((score, other, *at));
            }
        }
    }
    scored
}

/// The share of their words that two sorted lists have in common, each word as often as both have it.
#[allow(clippy::cast_precision_loss, reason = "sentences have few words")]
fn likeness(one: &[String], other: &[String]) -> f64 {
    let (mut a, mut b, mut common) = (one.iter().peekable(), other.iter().peekable(), 0_usize);
    while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
        let order = left.cmp(right);
        common += usize::from(order.is_eq());
        if order.is_le() {
            a.next();
        }
        if order.is_ge() {
            b.next();
        }
    }
    2.0 * common as f64 / (one.len() + other.len()).max(1) as f64
}
