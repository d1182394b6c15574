//! Stems: the key under which a word of a phrase finds the words of a text.

use crate::fold;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::{collections::BTreeMap, sync::OnceLock};

#[derive(Deserialize)]
struct Forms {
    irregular: BTreeMap<String, Vec<String>>,
}

/// Irregular forms, each with the base form that its stem is made of.
fn irregular() -> &'static FxHashMap<String, String> {
    static IRREGULAR: OnceLock<FxHashMap<String, String>> = OnceLock::new();
    IRREGULAR.get_or_init(|| {
        let text = include_str!("../../rules/lexicon/en/phrases.yaml");
        // The shipped file is under test: it always reads.
        let forms: Option<Forms> = serde_yaml::from_str(text).ok();
        let pairs = forms
            .into_iter()
            .flat_map(|forms| forms.irregular)
            .flat_map(|(base, forms)| forms.into_iter().map(move |form| (form, base.clone())));
        pairs.collect()
    })
}

/// The irregular forms that lead to a key.
fn forms_of(key: &str) -> &'static [String] {
    static FORMS: OnceLock<FxHashMap<String, Vec<String>>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms: FxHashMap<String, Vec<String>> = FxHashMap::default();
        let stemmer = Stemmer::create(Algorithm::English);
        let mut sorted: Vec<(&String, &String)> = irregular().iter().collect();
        sorted.sort();
        for (form, base) in sorted {
            forms.entry(stemmer.stem(base).into_owned()).or_default().push(form.clone());
        }
        forms
    });
    forms.get(key).map(Vec::as_slice).unwrap_or_default()
}

/// Words longer than this are kept whole: no English word is, and a stemmer need not look at a megabyte without a space.
const LONGEST_WORD: usize = 64;

/// The key of a word: case, full stops and typography folded, irregular forms led back, the ending cut (Snowball English).
///
/// ```
/// use crosscheck::claim::stem::key;
/// assert_eq!(key("calls"), key("called"));
/// assert_eq!(key("spoke"), key("speaking"));
/// assert_ne!(key("Italian"), key("Italy"));
/// assert_eq!(key("U.S."), key("US"));
/// assert_ne!(key("US"), key("us"));
/// ```
#[must_use]
pub fn key(word: &str) -> String {
    if is_acronym(word) {
        return word.chars().filter(|character| *character != '.').collect();
    }
    let folded = fold::words(word).replace('.', "");
    if folded.len() > LONGEST_WORD {
        return folded;
    }
    let base = irregular().get(&folded).unwrap_or(&folded);
    Stemmer::create(Algorithm::English).stem(base).into_owned()
}

/// "U.S.", "US", "UK", "EU": two capital letters, or capitals with a full stop behind each. Longer acronyms are words.
fn is_acronym(word: &str) -> bool {
    let bytes = word.as_bytes();
    match bytes {
        [a, b] => a.is_ascii_uppercase() && b.is_ascii_uppercase(),
        [a, b'.', c] | [a, b'.', c, b'.'] => a.is_ascii_uppercase() && c.is_ascii_uppercase(),
        _ => false,
    }
}

/// The keys that phrases use, numbered; and which words of a text have one, remembered by how they are written.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    numbers: FxHashMap<String, u32>,
    /// The first two bytes of keys, and of irregular forms that lead to one: other words need not be stemmed.
    beginnings: Vec<u64>,
}

/// No key of a phrase.
pub const NO_KEY: u32 = 0;

impl Keys {
    /// The number of a key that a phrase uses, from 1.
    pub fn number(&mut self, key: &str) -> u32 {
        let next = u32::try_from(self.numbers.len() + 1).unwrap_or(u32::MAX);
        if let Some(number) = self.numbers.get(key) {
            return *number;
        }
        self.numbers.insert(key.to_string(), next);
        self.remember(key);
        for form in forms_of(key) {
            self.remember(form);
        }
        next
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
        *memo.entry(written).or_insert_with(|| self.numbers.get(&key(written)).copied().unwrap_or(NO_KEY))
    }
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
    fn forms_of_a_word_share_a_key() {
        for (a, b) in
            [("call", "Calls"), ("speak", "spoke"), ("die", "died"), ("man", "men"), ("U.S.", "US"), ("build", "built")]
        {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        for (a, b) in [("Italy", "Italian"), ("US", "us"), ("talk", "tale")] {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
    }

    #[test]
    fn only_words_of_phrases_are_stemmed() {
        let mut keys = Keys::default();
        let speak = keys.number(&key("speak"));
        let mut memo = FxHashMap::default();
        for (word, expected) in
            [("spoke", speak), ("Speaking", speak), ("spear", NO_KEY), ("zebra", NO_KEY), ("", NO_KEY)]
        {
            assert_eq!(keys.of(word, &mut memo), expected, "{word}");
        }
        assert!(!memo.contains_key("zebra"));
    }
}
