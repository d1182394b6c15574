//! What sources say alike: values of one aspect that meet, and numbers of the same thing, in whatever words they are said.

use super::{AlignedStory, Chosen, ClaimAt, Relating, aspect::kind_key, strand::Strand};
use crate::{
    claim::{Claim, Tie, TieStanding},
    lexicon::Lexicon,
    table::{
        agreement::by_axis,
        group::{self, Member},
    },
    value::{Content, Precision},
};
use std::collections::{BTreeMap, BTreeSet};

/// Smaller numbers of a thing are the same by chance: "two men".
const TELLING: f64 = 10.0;

/// The values of an aspect that two sources share, and beside them those that are of something else.
pub(super) fn shared<'a>(story: &AlignedStory<'a>, strand: &Strand<'a>) -> Vec<Chosen<'a>> {
    let mut found = Vec::new();
    for members in by_axis(&strand.claims, &strand.said()).values() {
        let members = group::members(&strand.claims, members, None, |article| story.source_of(article));
        let shared = group::partition(members).into_iter().filter(|group| group::voters(group) > 1);
        found.extend(shared.map(|group| chosen(strand, &group)));
    }
    if let [one] = found.as_mut_slice() {
        one.aside = aside(strand).into_iter().filter(|(at, _)| !one.claims.contains(at)).collect();
    }
    found
}

fn chosen<'a>(strand: &Strand<'a>, group: &[Member]) -> Chosen<'a> {
    let indexes = || group.iter().map(|member| member.claim);
    Chosen {
        claims: indexes().filter_map(|index| strand.at.get(index).copied()).collect(),
        relating: Relating::Alike,
        aside: Vec::new(),
        ties: indexes().filter_map(|index| strand.ties.get(index).copied()).collect(),
    }
}

/// The claims of an aspect that are of another time or of several events.
fn aside(strand: &Strand<'_>) -> Vec<(ClaimAt, &'static str)> {
    let why = |tie: &Tie| match tie.standing {
        TieStanding::OtherDate => Some("other date"),
        TieStanding::Total => Some("total"),
        TieStanding::Claimed | TieStanding::Unclaimed | TieStanding::Unclear | TieStanding::Added => None,
    };
    strand.at.iter().zip(&strand.ties).filter_map(|(at, tie)| Some((*at, why(tie)?))).collect()
}

/// A number as it is the same in other words.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct NumberKey<'a> {
    kind: &'static str,
    unit: &'a str,
    number: u64,
    thing: String,
}

impl<'a> NumberKey<'a> {
    /// The key of a telling number; none of what is vague, small, or of nothing.
    fn of(claim: &'a Claim, lexicon: &Lexicon) -> Option<Self> {
        let Content::Amount(amount) = &claim.value.content else { return None };
        let number = amount.best.filter(|best| *best >= TELLING || best.fract() != 0.0)?;
        let thing = amount.thing(lexicon).map(|thing| lexicon.stems().key(thing));
        let unit = amount.currency.as_deref().or(amount.unit.as_deref());
        if claim.value.precision == Precision::Vague || thing.is_none() && (unit.is_none() || is_common(number)) {
            return None;
        }
        let (kind, unit) = (kind_key(claim.value.kind), unit.unwrap_or_default());
        Some(Self { kind, unit, number: number.to_bits(), thing: thing.unwrap_or_default() })
    }
}

/// Whether at most two of a number's digits say something, so that much has it by chance: five hours, 34 years, 500 km.
fn is_common(number: f64) -> bool {
    let magnitude = 10_f64.powf(number.abs().log10().floor() - 1.0);
    (number / magnitude).fract() == 0.0
}

/// Numbers that two sources give for the same thing, among the claims that nothing was said of yet.
pub(super) fn numbers<'a>(story: &AlignedStory<'a>, chosen: &[Chosen<'a>], lexicon: &Lexicon) -> Vec<Chosen<'a>> {
    let told: BTreeSet<ClaimAt> = chosen.iter().flat_map(|one| one.claims.iter().copied()).collect();
    let mut by_number: BTreeMap<NumberKey<'a>, Vec<ClaimAt>> = BTreeMap::new();
    for (article, tied) in story.articles.iter().enumerate() {
        for (index, (claim, tie)) in tied.claims.claims.iter().zip(&tied.ties).enumerate() {
            let at = ClaimAt { article, claim: index };
            let is_claimed = tie.as_ref().is_none_or(|tie| tie.standing != TieStanding::Unclaimed);
            if let Some(key) = NumberKey::of(claim, lexicon).filter(|_| is_claimed && !told.contains(&at)) {
                by_number.entry(key).or_default().push(at);
            }
        }
    }
    let shared = by_number.into_values().filter(|claims| {
        let sources: BTreeSet<usize> = claims.iter().map(|at| story.source_of(at.article)).collect();
        sources.len() > 1
    });
    shared.map(|claims| Chosen { claims, relating: Relating::Alike, aside: Vec::new(), ties: Vec::new() }).collect()
}
