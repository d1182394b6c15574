//! What each source says anywhere: a number of a thing, or of a governing word. Who also says the other's number is not at
//! odds with it.

use super::{AlignedStory, strand::Strand};
use crate::{claim::Tie, placing::Position, table::Placed, value::Content};
use rustc_hash::FxHashSet;

/// A value by its numbers, where it can be told by them.
type ValuePrint = (u64, u64);

/// The numbers that sources say, each with a word that it is said of.
pub(super) struct Said<'a> {
    known: FxHashSet<(usize, ValuePrint, &'a str)>,
}

impl<'a> Said<'a> {
    pub(super) fn new(story: &AlignedStory<'a>, strands: &[Strand<'a>]) -> Self {
        let mut known = FxHashSet::default();
        for strand in strands {
            for (placed, tie) in strand.claims.iter().zip(&strand.ties) {
                let print = print(placed);
                known.extend(words(tie).map(|word| (story.source_of(placed.article), print, word)));
            }
        }
        for (article, tied) in story.articles.iter().enumerate() {
            for (claim, tie) in tied.claims.claims.iter().zip(&tied.ties) {
                if let (Content::Amount(amount), Some(tie)) = (&claim.value.content, tie) {
                    let number = amount.best.unwrap_or_default().to_bits();
                    known.extend(words(tie).map(|word| (story.source_of(article), (number, number), word)));
                }
            }
        }
        Self { known }
    }

    /// Whether a source also says the value of a claim of the same thing, or of the same governing word.
    pub(super) fn says(&self, source: usize, placed: &Placed<'_>, tie: &'a Tie) -> bool {
        let print = print(placed);
        words(tie).any(|word| self.known.contains(&(source, print, word)))
    }
}

fn words(tie: &Tie) -> impl Iterator<Item = &str> {
    [Some(tie.governor.key.as_str()), tie.thing.as_ref().map(|thing| thing.key.as_str())].into_iter().flatten()
}

fn print(placed: &Placed<'_>) -> ValuePrint {
    if let Content::Amount(amount) = &placed.claim.value.content {
        let number = amount.best.unwrap_or_default().to_bits();
        return (number, number);
    }
    match &placed.position {
        Position::On { interval, .. } => (interval.lo.to_bits(), interval.hi.to_bits()),
        Position::Word(_) | Position::Indeterminate(_) => (0, 0),
    }
}
