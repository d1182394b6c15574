//! Claims of one article that say the same in the same words: told once.

use super::Detail;
use crate::{finding::Evidence, fold};
use std::collections::BTreeMap;

/// Of more places than this where an article says the same again, the rest is counted.
const PLACES: usize = 4;

/// Claims of one article that say the same in the same words, in the order of the text.
#[derive(Clone, Debug)]
pub struct Told<'r> {
    /// The first of them.
    pub first: &'r Evidence,
    /// The others, as far as their places are shown.
    pub again: Vec<&'r Evidence>,
    /// How many more there are.
    pub more: usize,
}

impl<'r> Told<'r> {
    /// One claim by itself.
    #[must_use]
    pub fn alone(claim: &'r Evidence) -> Self {
        Self { first: claim, again: Vec::new(), more: 0 }
    }

    /// Whether it shows the words at this place already: claims come in the order of the text.
    fn holds(&self, claim: &Evidence) -> bool {
        let start = |claim: &Evidence| claim.quote.as_deref().map(|quote| quote.start);
        start(claim).is_some() && start(self.again.last().unwrap_or(&self.first)) == start(claim)
    }

    /// Leaves out what has no place, and the places that are one too many.
    fn shortened(mut self) -> Self {
        self.more = self.again.len().saturating_sub(PLACES);
        self.again.retain(|claim| claim.quote.is_some());
        self.again.truncate(PLACES);
        self
    }
}

/// Claims with those together that one article makes in the same words; each by itself where nothing is to be left out.
pub(super) fn told<'r>(claims: impl Iterator<Item = &'r Evidence>, detail: Detail) -> Vec<Told<'r>> {
    let mut told: Vec<Told<'r>> = Vec::new();
    let mut known = BTreeMap::new();
    for claim in claims {
        let exact = claim.exact().map(fold::words);
        let key = (claim.article(), exact, claim.meaning(), claim.status, &claim.apart);
        let index = *known.entry(key).or_insert(told.len());
        match (told.get_mut(index), detail) {
            // Words that are claims on two topics stand there once.
            (Some(same), _) if same.holds(claim) => {}
            (Some(same), Detail::Quiet | Detail::Normal) => same.again.push(claim),
            (Some(_), Detail::Verbose) | (None, _) => told.push(Told::alone(claim)),
        }
    }
    told.into_iter().map(Told::shortened).collect()
}

/// Of more than are shown, one of each article before a second of any, in the order of the articles.
pub(super) fn most_telling(claims: Vec<Told<'_>>, most: usize) -> Vec<Told<'_>> {
    let mut seen = BTreeMap::new();
    let mut turns: Vec<(usize, usize, Told<'_>)> = Vec::new();
    for (index, claim) in claims.into_iter().enumerate() {
        let turn = seen.entry(claim.first.article()).or_insert(0);
        turns.push((*turn, index, claim));
        *turn += 1;
    }
    turns.sort_by_key(|(turn, index, _)| (*turn, *index));
    turns.truncate(most);
    turns.sort_by_key(|(_, index, _)| *index);
    turns.into_iter().map(|(.., claim)| claim).collect()
}
