//! The clauses of one sentence, by rules and word lists: which verb says what of whom, and what belongs to which noun.
//!
//! A sentence is read in three passes over its tokens, each forward: words become units with a part of speech (`unit`,
//! `tagging`), units become pieces, which are noun phrases, verb groups and the small words between (`piece`), and pieces
//! become clauses on a stack of bounded depth (`building`). Nothing is looked for twice, so that any input costs time in
//! proportion to its length. What is read is plain data in tokens of the text, and asked for in [`Clauses`].

mod around;
mod building;
mod clauses;
mod deciding;
mod group;
mod index;
mod joining;
mod node;
mod noun;
mod open_words;
mod opening;
mod piece;
mod small_words;
mod state;
mod tagging;
mod unit;
mod verbal;
mod verbs;

pub use clauses::Clauses;
pub use node::{
    ClauseKind, ClauseNode, ClauseSubject, Complement, NounPhrase, PhraseLink, PhraseRole, SubjectSource, VerbForm,
    VerbGroup, VerbTense, Voice,
};

use crate::{lexicon::Lexicon, text::Text};
use std::ops::Range;

/// Longer sentences are read up to here: no writer's is, and a reader of them need not hold a megabyte without a full stop.
pub const LONGEST: usize = 2000;

impl Clauses {
    /// Reads one sentence, a range of tokens.
    ///
    /// ```
    /// use crosscheck::rooms::{clause::{Clauses, Voice}, lexicon::Lexicon, text::Text};
    /// let text = Text::plain("Twelve people were rescued on Friday.", Lexicon::english());
    /// let clauses = Clauses::read(&text, 0..text.tokens().len(), Lexicon::english());
    /// let clause = clauses.clause_of(3).and_then(|id| clauses.clause(id)).ok_or("a clause")?;
    /// let verb = clause.verb.as_ref().ok_or("a verb")?;
    /// assert_eq!((text.written(verb.head), verb.voice), ("rescued", Voice::Passive));
    /// let subject = clauses.subject(0).and_then(|id| clauses.phrase(id)).ok_or("a subject")?;
    /// assert_eq!(text.slice(subject.first, subject.end), "Twelve people");
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn read(text: &Text, sentence: Range<usize>, lexicon: &Lexicon) -> Self {
        let end = sentence.end.min(text.tokens().len()).min(sentence.start.saturating_add(LONGEST));
        let range = sentence.start.min(end)..end;
        let mut units = unit::units(text, range.clone(), lexicon);
        tagging::tag(&mut units);
        let pieces = piece::pieces(&units, text, lexicon);
        building::build(range, pieces)
    }
}

#[cfg(test)]
mod tests;
