//! What is tied to the governing word of a relation as its hole is.

use crate::claim::{
    construction::{Construction, NounCover},
    filler::Filler,
    matching::SumEnd,
};

/// A noun phrase, the clause that says it, and in which construction.
#[derive(Clone, Copy, Debug)]
pub(super) struct TiedPhrase {
    pub phrase: usize,
    pub clause: usize,
    pub construction: Construction,
}

/// A value that stands as the hole does, the clause that says so, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct TiedValue {
    pub filler: Filler,
    pub clause: usize,
    pub construction: Construction,
    pub cover: NounCover,
    /// The tokens of it that are meant, where it is a sum of more.
    pub part: Option<(usize, usize)>,
    /// The last of the values that it adds up to a sum with.
    pub sum_to: Option<SumEnd>,
}

impl TiedValue {
    /// A value that is meant whole.
    pub fn whole(filler: Filler, clause: usize, construction: Construction) -> Self {
        Self { filler, clause, construction, cover: NounCover::Whole, part: None, sum_to: None }
    }
}
