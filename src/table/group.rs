//! Groups of claims that one value satisfies, on ends that are counted instead of measured.
//!
//! Every end of the claims of one axis becomes a whole number: two for each place of the axis, so that an open bound meets
//! its own end and nothing else ("over 10" meets "10", and not "under 10"). After that, claims share a value exactly where
//! the greatest lower end is not above the least upper end.

use super::Placed;
use crate::{placing::Position, value::interval};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A claim on counted ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The claim's place in the column.
    pub claim: usize,
    /// Its article.
    pub article: usize,
    /// Whom it speaks for: its source, or its origin.
    pub voter: usize,
    /// The lower end.
    pub lo: usize,
    /// The upper end.
    pub hi: usize,
}

/// The claims of one axis on counted ends, in the order of the column. Under a tolerance (`width`) two claims share a value
/// where a window of that width touches both.
#[must_use]
pub fn members(
    claims: &[Placed<'_>],
    chosen: &[usize],
    width: Option<f64>,
    voter: impl Fn(usize) -> usize,
) -> Vec<Member> {
    let stretches: Vec<Stretch> = chosen
        .iter()
        .filter_map(|&claim| claims.get(claim).map(|placed| (claim, placed)))
        .filter_map(|(claim, placed)| Stretch::of(claim, placed, width))
        .collect();
    let words = ranked_words(&stretches);
    let places = ranked_numbers(&stretches);
    stretches
        .iter()
        .map(|stretch| {
            let (lo, hi) = match &stretch.ends {
                Ends::Word(word) => {
                    let rank = words.binary_search(&word.as_str()).unwrap_or_default();
                    (2 * rank, 2 * rank)
                }
                Ends::Numbers { lo, hi, lo_open, hi_open } => {
                    (2 * rank(&places, *lo) + usize::from(*lo_open), 2 * rank(&places, *hi) + usize::from(!*hi_open))
                }
            };
            Member { claim: stretch.claim, article: stretch.article, voter: voter(stretch.article), lo, hi: hi.max(lo) }
        })
        .collect()
}

struct Stretch {
    claim: usize,
    article: usize,
    ends: Ends,
}

enum Ends {
    Word(String),
    Numbers { lo: f64, hi: f64, lo_open: bool, hi_open: bool },
}

impl Stretch {
    fn of(claim: usize, placed: &Placed<'_>, width: Option<f64>) -> Option<Self> {
        let ends = match &placed.position {
            Position::Word(word) => Ends::Word(word.clone()),
            Position::On { interval, .. } => match width {
                None => Ends::Numbers {
                    lo: interval.lo,
                    hi: interval.hi,
                    lo_open: interval.lo_open,
                    hi_open: interval.hi_open,
                },
                Some(width) => {
                    Ends::Numbers { lo: interval.lo, hi: interval.hi + width, lo_open: false, hi_open: false }
                }
            },
            Position::Indeterminate(_) => return None,
        };
        Some(Self { claim, article: placed.article, ends })
    }
}

fn ranked_words(stretches: &[Stretch]) -> Vec<&str> {
    let mut words: Vec<&str> = stretches
        .iter()
        .filter_map(|stretch| match &stretch.ends {
            Ends::Word(word) => Some(word.as_str()),
            Ends::Numbers { .. } => None,
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The places of the axis where a claim begins or ends, in order, each once.
fn ranked_numbers(stretches: &[Stretch]) -> Vec<f64> {
    let mut places: Vec<f64> = stretches
        .iter()
        .flat_map(|stretch| match &stretch.ends {
            Ends::Word(_) => [None, None],
            Ends::Numbers { lo, hi, .. } => [Some(*lo), Some(*hi)],
        })
        .flatten()
        .collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, kept| interval::same(*next, *kept));
    places
}

/// Which place a number is: the last that is not above it, or the next where that is the same number.
fn rank(places: &[f64], number: f64) -> usize {
    let above = places.partition_point(|place| *place <= number);
    if places.get(above).is_some_and(|next| interval::same(*next, number)) { above } else { above.saturating_sub(1) }
}

/// Whether one value satisfies all.
#[must_use]
pub fn share_a_value(members: &[Member]) -> bool {
    let lo = members.iter().map(|member| member.lo).max();
    let hi = members.iter().map(|member| member.hi).min();
    lo <= hi || members.is_empty()
}

/// The articles whose own claims no value satisfies together.
#[must_use]
pub fn contradict_themselves<'m>(members: impl IntoIterator<Item = &'m Member>) -> BTreeSet<usize> {
    are_torn(members, |member| member.article)
}

/// Whose claims no value satisfies together.
#[must_use]
pub fn are_torn<'m>(
    members: impl IntoIterator<Item = &'m Member>,
    whose: impl Fn(&Member) -> usize,
) -> BTreeSet<usize> {
    let mut of: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for member in members {
        let ends = of.entry(whose(member)).or_insert((member.lo, member.hi));
        *ends = (ends.0.max(member.lo), ends.1.min(member.hi));
    }
    of.into_iter().filter(|(_, (lo, hi))| lo > hi).map(|(one, _)| one).collect()
}

/// The members that hold together without the suspects, with those suspects that hold with them; and the other suspects.
#[must_use]
pub fn apart(members: &[Member], is_suspect: impl Fn(&Member) -> bool) -> (Vec<Member>, Vec<Member>) {
    let (suspects, mut held): (Vec<Member>, Vec<Member>) = members.iter().partition(|member| is_suspect(member));
    let mut lo = held.iter().map(|member| member.lo).max().unwrap_or(0);
    let mut hi = held.iter().map(|member| member.hi).min().unwrap_or(usize::MAX);
    let mut opposed = Vec::new();
    for suspect in suspects {
        if suspect.lo.max(lo) <= suspect.hi.min(hi) {
            (lo, hi) = (suspect.lo.max(lo), suspect.hi.min(hi));
            held.push(suspect);
        } else {
            opposed.push(suspect);
        }
    }
    held.sort_by_key(|member| member.claim);
    (held, opposed)
}

/// How many different voters a group has.
#[must_use]
pub fn voters(group: &[Member]) -> usize {
    let mut voters: Vec<usize> = group.iter().map(|member| member.voter).collect();
    voters.sort_unstable();
    voters.dedup();
    voters.len()
}

/// The largest group that holds together first, then the fewest groups that hold the others, by voters, then first article.
#[must_use]
pub fn partition(mut members: Vec<Member>) -> Vec<Vec<Member>> {
    let Some(place) = fullest_place(&members, |_| true) else { return Vec::new() };
    let holds = |member: &Member| member.lo <= place && place <= member.hi;
    // There are as many as claims: they are sorted where they are, and copied once.
    members.sort_unstable_by_key(|member| (!holds(member), member.hi, member.lo, member.claim));
    let (largest, mut others) = members.split_at(members.partition_point(holds));
    let mut groups = vec![largest.to_vec()];
    while let Some(edge) = others.first().map(|member| member.hi) {
        let end = others.iter().position(|member| member.lo > edge).unwrap_or(others.len());
        let (group, rest) = others.split_at(end);
        groups.push(group.to_vec());
        others = rest;
    }
    for group in &mut groups {
        group.sort_unstable_by_key(|member| member.claim);
    }
    groups.sort_by_cached_key(|group| {
        (Reverse(voters(group)), group.first().map(|member| (member.article, member.claim)))
    });
    groups
}

/// The members that hold together with one that is needed, for the most voters; none where none is needed.
#[must_use]
pub fn largest_with(members: &[Member], is_needed: impl Fn(&Member) -> bool) -> Vec<Member> {
    let Some(place) = fullest_place(members, is_needed) else { return Vec::new() };
    members.iter().filter(|member| member.lo <= place && place <= member.hi).copied().collect()
}

/// The place that claims of the most voters hold, and one of them that is needed; of several, the one that the earliest
/// article holds, then most claims.
fn fullest_place(members: &[Member], is_needed: impl Fn(&Member) -> bool) -> Option<usize> {
    let mut starts: Vec<&Member> = members.iter().collect();
    starts.sort_by_key(|member| member.lo);
    let mut ends = starts.clone();
    ends.sort_by_key(|member| member.hi);
    let (mut starts, mut ends) = (starts.into_iter().peekable(), ends.into_iter().peekable());
    let mut voters: BTreeMap<usize, usize> = BTreeMap::new();
    let mut articles: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut claims, mut needed, mut best) = (0_usize, 0_usize, None);
    while let Some(place) = starts.peek().map(|member| member.lo) {
        while let Some(member) = starts.next_if(|member| member.lo == place) {
            *voters.entry(member.voter).or_default() += 1;
            *articles.entry(member.article).or_default() += 1;
            claims += 1;
            needed += usize::from(is_needed(member));
        }
        while let Some(member) = ends.next_if(|member| member.hi < place) {
            leave(&mut voters, member.voter);
            leave(&mut articles, member.article);
            claims -= 1;
            needed -= usize::from(is_needed(member));
        }
        let first = articles.first_key_value().map(|(article, _)| Reverse(*article));
        let score = (voters.len(), first, claims);
        if needed > 0 && best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, place));
        }
    }
    best.map(|(_, place)| place)
}

fn leave(counts: &mut BTreeMap<usize, usize>, key: usize) {
    if let Some(count) = counts.get_mut(&key) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&key);
        }
    }
}
