//! How many of the articles that say something depend on no other: those that share an origin, or the whole sentence, are one.

use super::{AlignedStory, ClaimAt};
use crate::{claim::Claim, fold};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

impl<'a> AlignedStory<'a> {
    /// A claim of the story.
    pub(super) fn claim(&self, at: ClaimAt) -> Option<&'a Claim> {
        self.articles.get(at.article)?.claims.claims.get(at.claim)
    }

    /// How many independent origins these claims have.
    pub(super) fn independent(&self, claims: &[ClaimAt]) -> usize {
        let mut bound = BoundOrigins::default();
        let mut first_of: FxHashMap<String, usize> = FxHashMap::default();
        let mut origins: BTreeSet<usize> = BTreeSet::new();
        for at in claims {
            let origin = self.origins.get(at.article).copied().unwrap_or_default();
            origins.insert(origin);
            let sentence = self.claim(*at).map(sentence).unwrap_or_default();
            bound.bind(*first_of.entry(sentence).or_insert(origin), origin);
        }
        origins.into_iter().map(|origin| bound.root(origin)).collect::<BTreeSet<_>>().len()
    }
}

/// Origins that are one.
#[derive(Default)]
struct BoundOrigins {
    parents: FxHashMap<usize, usize>,
}

impl BoundOrigins {
    fn root(&mut self, origin: usize) -> usize {
        let mut root = origin;
        while let Some(parent) = self.parents.get(&root) {
            root = *parent;
        }
        // The way there is cut short, so that no chain grows.
        let mut at = origin;
        while let Some(parent) = self.parents.get_mut(&at) {
            at = std::mem::replace(parent, root);
        }
        root
    }

    fn bind(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.parents.insert(a.max(b), a.min(b));
        }
    }
}

/// The sentence of a claim, as far as it was kept, folded.
fn sentence(claim: &Claim) -> String {
    let quote = &claim.quote;
    fold::words(&format!("{} {} {}", quote.prefix, quote.exact, quote.suffix)).into_owned()
}
