//! The values of all articles on one aspect, placed on their axes.

use super::{AlignedStory, ClaimAt, aspect::Aspect};
use crate::{
    claim::{Tie, TieSort, TieStanding},
    kind::ordinal,
    lexicon::{Lexicon, RelationClass},
    table::Placed,
    value::{Content, Kind, Value},
};
use std::collections::{BTreeMap, BTreeSet};

/// The claims on one aspect, in the order of the articles, then of the text.
pub(super) struct Strand<'a> {
    pub claims: Vec<Placed<'a>>,
    pub at: Vec<ClaimAt>,
    pub ties: Vec<&'a Tie>,
}

/// The aspects on which two sources have a value, in the order of their keys.
pub(super) fn strands<'a>(story: &AlignedStory<'a>) -> Vec<Strand<'a>> {
    by(story, |aspect| aspect)
}

/// The same, whatever words say it: "12 were wounded", "14 were hurt".
pub(super) fn strands_alike<'a>(story: &AlignedStory<'a>) -> Vec<Strand<'a>> {
    by(story, |aspect| aspect.said_alike(story.placing.lexicon))
}

fn by<'a>(story: &AlignedStory<'a>, key: impl Fn(Aspect<'a>) -> Aspect<'a>) -> Vec<Strand<'a>> {
    let mut by_aspect: BTreeMap<Aspect<'a>, Strand<'a>> = BTreeMap::new();
    for (article, tied) in story.articles.iter().enumerate() {
        for (index, (claim, tie)) in tied.claims.claims.iter().zip(&tied.ties).enumerate() {
            let Some(tie) = tie else { continue };
            let strand = by_aspect.entry(key(Aspect::of(&claim.value, tie))).or_insert_with(Strand::empty);
            strand.claims.push(Placed::of(article, claim));
            strand.at.push(ClaimAt { article, claim: index });
            strand.ties.push(tie);
        }
    }
    let mut strands: Vec<Strand<'a>> = by_aspect.into_values().filter(|strand| strand.is_shared(story)).collect();
    strands.iter_mut().for_each(|strand| strand.place(story));
    strands
}

impl Strand<'_> {
    fn empty() -> Self {
        Self { claims: Vec::new(), at: Vec::new(), ties: Vec::new() }
    }

    fn is_shared(&self, story: &AlignedStory<'_>) -> bool {
        let sources: BTreeSet<usize> = self.claims.iter().map(|placed| story.source_of(placed.article)).collect();
        sources.len() > 1
    }

    /// Whether its values are of what befell somebody, or of an event.
    pub(super) fn is_of_event(&self, lexicon: &Lexicon) -> bool {
        let words = lexicon.relations();
        let is_event = |tie: &Tie| words.class(words.said_alike(&tie.governor.key)).is(RelationClass::EVENT);
        self.ties.iter().any(|tie| tie.sort == TieSort::Undergoer) || self.ties.iter().all(|tie| is_event(tie))
    }

    fn place(&mut self, story: &AlignedStory<'_>) {
        let situation = |article: usize| story.articles.get(article).map(|article| &article.claims.situation);
        story.placing.place(&mut self.claims, situation);
    }

    /// The claims that can stand against others: claimed, of the event, whole, written out.
    pub(super) fn certain(&self) -> Vec<usize> {
        self.standing(|standing| standing == TieStanding::Claimed)
    }

    /// The claims that may say the same as others: what is said of another time too, where it is the same.
    pub(super) fn said(&self) -> Vec<usize> {
        self.standing(|standing| !matches!(standing, TieStanding::Unclaimed | TieStanding::Added))
    }

    fn standing(&self, is_wanted: impl Fn(TieStanding) -> bool) -> Vec<usize> {
        let is_it = |index: &usize| {
            let (Some(placed), Some(tie)) = (self.claims.get(*index), self.ties.get(*index)) else { return false };
            is_wanted(tie.standing) && placed.is_determinate() && is_whole(&placed.claim.value, tie)
        };
        (0..self.claims.len()).filter(is_it).collect()
    }
}

/// Whether a value is no share of another, and neither added up nor completed from other words, save people whom something
/// befell ("killing 10 and injuring 80"); "the first death" is another than the second.
fn is_whole(value: &Value, tie: &Tie) -> bool {
    let befalls = || tie.sort == TieSort::Undergoer && tie.thing.is_some();
    match &value.content {
        Content::Amount(_) if value.kind == Kind::of(&ordinal::ENTRY) => false,
        Content::Amount(amount) => !amount.part && !amount.derived && (!amount.understood || befalls()),
        Content::Date(_) | Content::Time(_) | Content::Word(_) => true,
    }
}
