//! The stems that phrases use, numbered, and which words of a text have one.

use crate::{fold, lexicon::Lexicon};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The keys that phrases use, numbered; and which words of a text have one, remembered by how they are written.
#[derive(Clone, Debug)]
pub struct Keys {
    lexicon: Arc<Lexicon>,
    numbers: FxHashMap<String, u32>,
    /// The first two bytes of keys, and of irregular forms that lead to one: other words need not be stemmed.
    beginnings: Vec<u64>,
}

/// No key of a phrase.
pub const NO_KEY: u32 = 0;

impl Keys {
    /// No keys yet, of words of this lexicon.
    #[must_use]
    pub fn new(lexicon: &Arc<Lexicon>) -> Self {
        Self { lexicon: Arc::clone(lexicon), numbers: FxHashMap::default(), beginnings: Vec::new() }
    }

    /// The key of a word.
    #[must_use]
    pub fn key(&self, word: &str) -> String {
        self.lexicon.stems().key(word)
    }

    /// The number of a key that a phrase uses, from 1.
    pub fn number(&mut self, key: &str) -> u32 {
        let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        self.numbers.insert(key.to_string(), next);
        self.remember(key);
        let lexicon = Arc::clone(&self.lexicon);
        for form in lexicon.stems().forms_of(key) {
            self.remember(form);
        }
        next
    }

    /// Every key that a phrase uses, in the order of their numbers.
    #[must_use]
    pub fn all(&self) -> Vec<&str> {
        let mut all: Vec<(u32, &str)> = self.numbers.iter().map(|(key, number)| (*number, key.as_str())).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, key)| key).collect()
    }

    /// The number of a key; `NO_KEY` where no phrase uses it.
    #[must_use]
    pub fn known(&self, key: &str) -> u32 {
        self.numbers.get(key).copied().unwrap_or(NO_KEY)
    }

    fn remember(&mut self, beginning: &str) {
        let bit = slot(beginning);
        if self.beginnings.is_empty() {
            self.beginnings = vec![0; 1024];
        }
        if let Some(word) = self.beginnings.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
    }

    /// The number of a written word's key; `NO_KEY` where no phrase uses it. `memo` remembers answers by how words are
    /// written, so that each is stemmed once.
    pub fn of<'a>(&self, written: &'a str, memo: &mut FxHashMap<&'a str, u32>) -> u32 {
        let bit = slot(written);
        if self.beginnings.get(bit / 64).is_none_or(|word| word & (1 << (bit % 64)) == 0) {
            return NO_KEY;
        }
        *memo.entry(written).or_insert_with(|| self.numbers.get(&self.key(written)).copied().unwrap_or(NO_KEY))
    }
}

/// Whether a token that is no word is more than a mark: "3.2.0", an address.
pub fn is_written_out(written: &str) -> bool {
    written.len() > 1 && written.contains(char::is_alphanumeric)
}

/// "v3.2.0" is 3.2.0.
pub fn without_v(written: &str) -> &str {
    let bare = written.strip_prefix(['v', 'V']).filter(|bare| bare.starts_with(|digit: char| digit.is_ascii_digit()));
    bare.filter(|bare| bare.contains('.')).unwrap_or(written)
}

/// The first two bytes of a word as it is compared, as a number below 65536.
fn slot(word: &str) -> usize {
    let mut bytes = word.bytes().filter(|byte| *byte != b'.').map(|byte| byte.to_ascii_lowercase());
    let slot =
        |first: Option<u8>, second: Option<u8>| usize::from(first.unwrap_or(0)) << 8 | usize::from(second.unwrap_or(0));
    match (bytes.next(), bytes.next()) {
        (first, second) if [first, second].into_iter().flatten().all(|byte| byte.is_ascii()) => slot(first, second),
        _ => {
            let folded = fold::words(word);
            let mut bytes = folded.bytes().filter(|byte| *byte != b'.');
            slot(bytes.next(), bytes.next())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_phrases_are_stemmed() {
        let mut keys = Keys::new(Lexicon::english());
        let speak = keys.number(&keys.key("speak"));
        let mut memo = FxHashMap::default();
        for (word, expected) in
            [("spoke", speak), ("Speaking", speak), ("spear", NO_KEY), ("zebra", NO_KEY), ("", NO_KEY)]
        {
            assert_eq!(keys.of(word, &mut memo), expected, "{word}");
        }
        assert!(!memo.contains_key("zebra"));
    }
}
