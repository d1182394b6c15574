//! Expressions of several words, read one word at a time.

use super::WordId;
use rustc_hash::FxHashMap;

/// Values by sequences of words.
#[derive(Clone, Debug)]
pub struct Trie<T> {
    steps: FxHashMap<(u32, WordId), u32>,
    values: Vec<Option<T>>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { steps: FxHashMap::default(), values: vec![None] }
    }
}

impl<T> Trie<T> {
    /// Gives a sequence of words its value; a later value replaces an earlier one.
    pub fn insert(&mut self, words: impl IntoIterator<Item = WordId>, value: T) {
        let mut node = 0;
        for word in words {
            let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            let step = *self.steps.entry((node, word)).or_insert(next);
            if step == next {
                self.values.push(None);
            }
            node = step;
        }
        if let Some(place) = self.values.get_mut(node as usize) {
            *place = Some(value);
        }
    }

    /// The longest sequence that `words` begins with: how many words it has, and its value. Reads no further than it must.
    pub fn longest(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, &T)> {
        let mut node = 0;
        let mut best = None;
        for (count, word) in words.into_iter().enumerate() {
            let Some(step) = self.steps.get(&(node, word)) else { break };
            node = *step;
            if let Some(Some(value)) = self.values.get(node as usize) {
                best = Some((count + 1, value));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_sequence_wins() {
        let words: Vec<WordId> = (1..5).map(WordId::from_index).collect();
        let mut trie = Trie::default();
        trie.insert(words[..1].to_vec(), "one");
        trie.insert(words[..3].to_vec(), "three");
        assert_eq!(trie.longest(words.clone()), Some((3, &"three")));
        assert_eq!(trie.longest(words[..2].to_vec()), Some((1, &"one")));
        assert_eq!(trie.longest(words[1..].to_vec()), None);
    }
}
