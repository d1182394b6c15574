//! What each source says anywhere: a number of a thing, or of a governing word. Who also says the other's number is not at
//! odds with it.

use super::{AlignedStory, strand::Strand};
use crate::{
    claim::{Tie, TieSort, TieWord},
    lexicon::{Lexicon, RelationClass},
    placing::Position,
    table::Placed,
    value::Content,
};
use rustc_hash::FxHashSet;

/// A value by its numbers, where it can be told by them.
type ValuePrint = (u64, u64);

/// The numbers that sources say, each with a word that it is said of.
pub(super) struct Said<'a> {
    known: FxHashSet<(usize, ValuePrint, &'a str)>,
    /// Those whose clause does not say what they are of, with the key of what they count.
    counted: FxHashSet<(usize, ValuePrint, String)>,
    lexicon: &'a Lexicon,
}

impl<'a> Said<'a> {
    pub(super) fn new(story: &AlignedStory<'a>, strands: &[Strand<'a>]) -> Self {
        let lexicon = story.placing.lexicon;
        let (mut known, mut counted) = (FxHashSet::default(), FxHashSet::default());
        for strand in strands {
            for (placed, tie) in strand.claims.iter().zip(&strand.ties) {
                let print = print(placed);
                known.extend(words(tie, lexicon).map(|word| (story.source_of(placed.article), print, word)));
            }
        }
        for (article, tied) in story.articles.iter().enumerate() {
            for (claim, tie) in tied.claims.claims.iter().zip(&tied.ties) {
                let Content::Amount(amount) = &claim.value.content else { continue };
                let (source, number) = (story.source_of(article), amount.best.unwrap_or_default().to_bits());
                if let Some(tie) = tie {
                    known.extend(words(tie, lexicon).map(|word| (source, (number, number), word)));
                } else if let Some(thing) = amount.thing(lexicon) {
                    counted.insert((source, (number, number), lexicon.stems().key(thing)));
                }
            }
        }
        Self { known, counted, lexicon }
    }

    /// Whether a source also says the value of a claim of the same thing, or of the same governing word.
    pub(super) fn says(&self, source: usize, placed: &Placed<'_>, tie: &'a Tie) -> bool {
        let print = print(placed);
        let is_counted = |thing: &TieWord| self.counted.contains(&(source, print, thing.key.clone()));
        words(tie, self.lexicon).any(|word| self.known.contains(&(source, print, word)))
            || tie.thing.as_ref().is_some_and(is_counted)
    }
}

/// The governing word and the thing. What befell people says whom it counts: "12 arrested" are not the 12 who were hurt.
fn words<'t>(tie: &'t Tie, lexicon: &'t Lexicon) -> impl Iterator<Item = &'t str> {
    let words = lexicon.relations();
    let is_people = |thing: &&TieWord| *thing.key == *lexicon.anybody && tie.sort == TieSort::Undergoer;
    let befell = words.class(&tie.governor.key).is(RelationClass::OF_PERSONS);
    let thing = tie.thing.as_ref().filter(|thing| !(befell && is_people(thing)));
    let thing = thing.map(|thing| words.exchanged(&thing.key));
    [Some(words.said_alike(&tie.governor.key)), thing].into_iter().flatten()
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
