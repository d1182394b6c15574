//! The aspects that several sources speak of, for somebody who writes topics about them.

use super::{AlignedStory, ClaimAt, alike, naming, strand};
use crate::{
    claim::{Tie, TieSort, TieStanding, TiedArticle},
    fold,
    kind::quotation,
    lexicon::Lexicon,
    table::Placing,
    value::{Content, Kind, Value, ValueTie},
};
use std::collections::{BTreeMap, BTreeSet};

/// What several sources speak of, with every place.
#[derive(Clone, Debug)]
pub struct SharedAspect {
    /// What it may be called.
    pub name: String,
    /// The kind of its values.
    pub kind: Kind,
    /// What the values are of; none where only their numbers and things are the same.
    pub ties: Vec<Tie>,
    /// The words for the thing, or those of the quotation, where there are no ties.
    pub things: Vec<String>,
    /// Where it is said.
    pub places: Vec<AspectPlace>,
    /// Whether all say it of the same one.
    pub sameness: AspectOneness,
}

/// Whether several sources say something of the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AspectOneness {
    /// As far as their clauses say.
    Same,
    /// Perhaps each of another: "Lee spoke", "Orr spoke".
    Open,
}

/// Where a value stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AspectPlace {
    /// The article.
    pub article: String,
    /// The first byte of its words.
    pub start: u32,
}

/// The aspects of one story.
#[must_use]
pub fn aspects(articles: &[TiedArticle], lexicon: &Lexicon) -> Vec<SharedAspect> {
    let story = AlignedStory::new(articles.iter().collect(), Placing::shelf(lexicon));
    let strands = strand::strands(&story);
    let tied = strands.iter().filter(|strand| has_no_stranger(&story, strand));
    let tied = tied.flat_map(|strand| of_strand(&story, strand));
    let numbers = alike::numbers(&story, &[], lexicon);
    let loose = numbers.iter().filter_map(|chosen| of_claims(&story, &chosen.claims));
    tied.chain(loose).chain(of_quotations(&story)).collect()
}

/// The quotations that several sources have in the same words.
fn of_quotations(story: &AlignedStory<'_>) -> Vec<SharedAspect> {
    let mut by_words: BTreeMap<String, Vec<ClaimAt>> = BTreeMap::new();
    for (article, tied) in story.articles.iter().enumerate() {
        for (index, claim) in tied.claims.claims.iter().enumerate() {
            let words = claim.value.chosen().filter(|_| claim.value.kind == Kind::of(&quotation::ENTRY));
            if let Some(words) = words {
                by_words.entry(fold::words(words).into_owned()).or_default().push(ClaimAt { article, claim: index });
            }
        }
    }
    let shared = by_words.into_values().filter(|claims| are_of_several(story, claims));
    shared.filter_map(|claims| of_claims(story, &claims)).collect()
}

fn are_of_several(story: &AlignedStory<'_>, claims: &[ClaimAt]) -> bool {
    let sources: BTreeSet<usize> = claims.iter().map(|at| story.source_of(at.article)).collect();
    sources.len() > 1
}

/// Whether values of a strand may be of the same one: names where two sources have one in common.
fn has_no_stranger(story: &AlignedStory<'_>, strand: &strand::Strand<'_>) -> bool {
    let mut sources: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for placed in &strand.claims {
        if placed.claim.value.kind.facts().tie != ValueTie::Names {
            return true;
        }
        let words = placed.claim.value.chosen().map(|words| fold::words(words).into_owned());
        sources.entry(words.unwrap_or_default()).or_default().insert(story.source_of(placed.article));
    }
    sources.values().any(|sources| sources.len() > 1)
}

/// The aspects of a strand: where a verb governs the values, one for each who takes part.
fn of_strand(story: &AlignedStory<'_>, strand: &strand::Strand<'_>) -> Vec<SharedAspect> {
    let is_said = |tie: &Tie| !matches!(tie.standing, TieStanding::Unclaimed | TieStanding::Added);
    let mut by_other: BTreeMap<Option<&str>, (Vec<ClaimAt>, Vec<&Tie>)> = BTreeMap::new();
    for (at, tie) in strand.at.iter().zip(&strand.ties).filter(|(_, tie)| is_said(tie)) {
        let other = tie.other.as_ref().filter(|_| tie.sort != TieSort::Undergoer).map(|other| other.key.as_str());
        let group = by_other.entry(other).or_default();
        group.0.push(*at);
        group.1.push(tie);
    }
    let (shared, single): (Vec<_>, Vec<_>) = by_other.into_values().partition(|(at, _)| are_of_several(story, at));
    let mut found: Vec<SharedAspect> = shared.iter().filter_map(|(at, ties)| aspect(story, at, ties)).collect();
    // What no two sources say of the same one, they may say of each other's.
    let (at, ties): (Vec<Vec<ClaimAt>>, Vec<Vec<&Tie>>) = single.into_iter().unzip();
    let (at, ties): (Vec<ClaimAt>, Vec<Tie>) = (at.concat(), ties.concat().into_iter().map(without_other).collect());
    if found.is_empty() && are_of_several(story, &at) {
        let open = aspect(story, &at, &ties.iter().collect::<Vec<_>>());
        found.extend(open.map(|aspect| SharedAspect { sameness: AspectOneness::Open, ..aspect }));
    }
    found
}

fn without_other(tie: &Tie) -> Tie {
    Tie { other: None, ..tie.clone() }
}

fn of_claims(story: &AlignedStory<'_>, claims: &[ClaimAt]) -> Option<SharedAspect> {
    aspect(story, claims, &[])
}

fn aspect(story: &AlignedStory<'_>, at: &[ClaimAt], ties: &[&Tie]) -> Option<SharedAspect> {
    let values: Vec<&Value> = at.iter().filter_map(|at| story.claim(*at)).map(|claim| &claim.value).collect();
    let place = |at: &ClaimAt| {
        let article = story.articles.get(at.article)?.claims.article.clone();
        Some(AspectPlace { article, start: story.claim(*at)?.quote.start })
    };
    Some(SharedAspect {
        name: naming::name(ties, &values),
        kind: values.first()?.kind,
        ties: ties.iter().map(|tie| (*tie).clone()).collect(),
        things: values.iter().filter_map(|value| thing(value)).collect(),
        places: at.iter().filter_map(place).collect(),
        sameness: AspectOneness::Same,
    })
}

fn thing(value: &Value) -> Option<String> {
    match &value.content {
        Content::Amount(amount) => amount.of.as_deref().map(str::to_string),
        Content::Word(words) => Some(words.to_string()),
        Content::Date(_) | Content::Time(_) => None,
    }
}
