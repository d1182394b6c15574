//! Declared names, each found by the rarest of its words, so that many cost no more than few.

use crate::fold;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Names by their places in a list.
#[derive(Debug, Default)]
pub struct NameIndex {
    by_word: FxHashMap<String, Vec<usize>>,
    /// Those that have no word: "%".
    without_word: Vec<usize>,
}

impl NameIndex {
    /// Reads the names once.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str> + Clone) -> Self {
        let mut uses: FxHashMap<String, usize> = FxHashMap::default();
        for word in names.clone().into_iter().flat_map(fold::each_word) {
            *uses.entry(word).or_default() += 1;
        }
        let mut index = Self::default();
        for (at, name) in names.into_iter().enumerate() {
            match fold::each_word(name).into_iter().min_by_key(|word| uses.get(word).copied()) {
                Some(rarest) => index.by_word.entry(rarest).or_default().push(at),
                None => index.without_word.push(at),
            }
        }
        index
    }

    /// The places of the names that share a word with a text, in order: all that it has are among them.
    pub fn candidates(&self, text: &str) -> BTreeSet<usize> {
        let mut found: BTreeSet<usize> = self.without_word.iter().copied().collect();
        found.extend(fold::each_word(text).into_iter().filter_map(|word| self.by_word.get(&word)).flatten());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_among_those_of_a_text_that_has_it() {
        let names = ["call", "call start", "Call end", "%", "price of calls", "ΛΌΓΟΣ"];
        let index = NameIndex::new(names);
        for (text, expected) in [
            ("the CALL, cited", &["call", "%"][..]),
            ("call start cited", &["call", "call start", "%"]),
            ("at the end of it", &["Call end", "%"]),
            ("the price of zebras", &["%", "price of calls"]),
            ("λόγοσ cited", &["%", "ΛΌΓΟΣ"]),
            ("ｃａｌｌ cited", &["call", "%"]),
            ("", &["%"]),
        ] {
            let found: Vec<&str> = index.candidates(text).into_iter().map(|at| names[at]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
