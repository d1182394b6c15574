//! The choices of a topic, as sentences name them: found by their words, so that many cost no more than few.

use super::Topic;
use crate::{fold, grammar::index::NameIndex, suggest::Vocabulary};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// The choices of one topic.
#[derive(Default)]
pub struct Choices<'t> {
    /// Their names, in the order written, each once.
    pub all: Vec<&'t str>,
    index: NameIndex,
    /// Each by its folded words: the first of those.
    by_words: FxHashMap<String, usize>,
    /// The names, once one is looked for that is none.
    spelling: OnceCell<Vocabulary>,
}

impl<'t> Choices<'t> {
    /// Those of a topic; none where it is of another kind.
    pub fn new(topic: &'t Topic) -> Self {
        let all = topic.choices();
        let mut by_words = FxHashMap::default();
        for (at, name) in all.iter().enumerate() {
            by_words.entry(fold::words(name).into_owned()).or_insert(at);
        }
        Self { index: NameIndex::new(all.iter().copied()), all, by_words, spelling: OnceCell::new() }
    }

    /// The choice that words are, in any case.
    pub fn find(&self, words: &str) -> Option<&'t str> {
        self.by_words.get(&*fold::words(words)).and_then(|at| self.all.get(*at)).copied()
    }

    /// The choices that share a word with a text, in order: all that it names are among them.
    pub fn candidates(&self, text: &str) -> impl Iterator<Item = &'t str> {
        self.index.candidates(text).into_iter().filter_map(|at| self.all.get(at).copied())
    }

    /// The choice that is meant by words that are none.
    pub fn nearest(&self, words: &str) -> Option<&'t str> {
        let spelling = self.spelling.get_or_init(|| Vocabulary::new(self.all.iter().copied()));
        spelling.nearest(words).and_then(|at| self.all.get(at)).copied()
    }
}
