//! A sentence in two versions.

use super::{EditSort, VersionEdit, pairs::MatchedSentences, version::ReadVersion};
use crate::{lexicon::Lexicon, mention::Mention, placing::Position, value::Kind};
use std::ops::Range;

/// A sentence in both versions.
pub struct SentencePair<'v, 'a> {
    /// The old version.
    pub old: &'v ReadVersion<'a>,
    /// The new version.
    pub new: &'v ReadVersion<'a>,
    /// Where the sentence stands in both, and how much it has kept.
    pub matched: MatchedSentences,
    /// The words of the language.
    pub lexicon: &'v Lexicon,
}

/// What an edit is about in one version of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditPlace {
    /// These tokens.
    Tokens(Range<usize>),
    /// All of it.
    Sentence,
    /// Nothing.
    Nowhere,
}

impl EditPlace {
    /// The tokens of a mention.
    pub fn of(mention: &Mention) -> Self {
        Self::Tokens(mention.first..mention.end)
    }
}

impl<'v> SentencePair<'v, '_> {
    /// Both sentences as they are.
    pub fn whole(&self) -> [EditPlace; 2] {
        [EditPlace::Sentence, EditPlace::Sentence]
    }

    /// An edit about words of both versions.
    pub fn edit(&self, sort: EditSort, message: String, [before, after]: [EditPlace; 2]) -> VersionEdit {
        let shown = |version: &ReadVersion<'_>, sentence: usize, place: EditPlace| match place {
            EditPlace::Tokens(tokens) => version.words(sentence, Some(tokens)),
            EditPlace::Sentence => version.words(sentence, None),
            EditPlace::Nowhere => None,
        };
        let before = shown(self.old, self.matched.before, before);
        let after = shown(self.new, self.matched.after, after);
        VersionEdit { sort, message, kind: None, before, after }
    }

    /// The same about values of a kind.
    pub fn edit_of(&self, kind: Kind, sort: EditSort, message: String, places: [EditPlace; 2]) -> VersionEdit {
        VersionEdit { kind: Some(kind.name()), ..self.edit(sort, message, places) }
    }

    /// The values of both.
    pub fn mentions(&self) -> [Vec<&'v Mention>; 2] {
        [self.old.mentions_of(self.matched.before), self.new.mentions_of(self.matched.after)]
            .map(|mentions| mentions.iter().collect())
    }

    /// Where two values lie, each as its own version places it.
    pub fn positions(&self, one: &Mention, other: &Mention) -> Option<(Position, Position)> {
        Some((self.old.position(one, self.lexicon)?, self.new.position(other, self.lexicon)?))
    }
}
