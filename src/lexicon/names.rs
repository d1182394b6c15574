//! The words that make a run of capitals a name, and those around quotation marks: read when they are first asked for.

use super::lengths::Lengths;
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::sync::OnceLock;

/// A set of words and short phrases in lower case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words {
    all: Set,
    /// The first words of the phrases.
    firsts: Set,
}

#[derive(Clone, Debug, Default)]
struct Set {
    words: FxHashSet<String>,
    lengths: Lengths,
}

impl FromIterator<String> for Set {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let words: FxHashSet<String> = words.into_iter().collect();
        let mut lengths = Lengths::default();
        #[expect(clippy::iter_over_hash_type, reason = "the lengths are the same in any order")]
        for word in &words {
            lengths.add(word.as_bytes());
        }
        Self { words, lengths }
    }
}

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        let first = |phrase: &String| phrase.split_once([' ', '-']).map(|(first, _)| first.to_string());
        let firsts = words.iter().filter_map(first).collect();
        Self { all: words.into_iter().collect(), firsts }
    }
}

/// No word of a set is longer.
const LONGEST: usize = 48;

impl Words {
    /// Whether the word or phrase is one of them, in any case, curly apostrophes like straight ones.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        self.all.has(word)
    }

    /// Whether a phrase of several words begins with the word.
    #[must_use]
    pub fn begins_phrase(&self, word: &str) -> bool {
        self.firsts.has(word)
    }
}

impl Set {
    fn has(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.words.contains(&word.replace('\u{2019}', "'").to_lowercase());
        }
        if !self.lengths.may_have(word.as_bytes()) {
            return false;
        }
        let mut lower = [0_u8; LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else { return false };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).is_ok_and(|lower| self.words.contains(lower))
    }
}

/// `names.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameWords {
    /// Before a person's name, of one word or several: "prime minister".
    pub titles: Words,
    /// Before a title: "former".
    #[serde(rename = "before titles")]
    pub before_titles: Words,
    /// Small words inside a person's name: "van".
    pub particles: Words,
    /// Behind a name: "Jr".
    pub suffixes: Words,
    /// Nouns of bodies: "ministry".
    pub bodies: Words,
    /// Bodies whose names list several things: "the Ministry for Trade and Fisheries".
    pub offices: Words,
    /// Small words inside the names of bodies and places, not of persons: "of".
    pub joints: Words,
    /// Before a place's name, and part of it: "New".
    #[serde(rename = "places before")]
    pub places_before: Words,
    /// Nouns of places: "island".
    pub places: Words,
    /// Nouns of places that "of" leads on from: "the Gulf of Selm".
    pub regions: Words,
    /// What a hyphen joins to a name without being a part of it: "Selm-led".
    #[serde(rename = "compound ends")]
    pub compound_ends: Words,
    /// "Russian".
    pub nationalities: Words,
    /// "Britons".
    pub peoples: Words,
    /// Capitals that name nothing.
    #[serde(rename = "no names")]
    pub no_names: Words,
    /// Words that often open a sentence.
    pub openers: Words,
}

/// `quotations.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotationWords {
    /// Words whose first letters an apostrophe stands for: "em".
    pub elisions: Words,
    /// "said".
    pub reporting: Words,
}

impl NameWords {
    /// The shipped English words.
    #[must_use]
    pub fn english() -> &'static Self {
        static WORDS: OnceLock<NameWords> = OnceLock::new();
        // The shipped files are under test: they always read.
        WORDS
            .get_or_init(|| serde_yaml::from_str(include_str!("../../rules/lexicon/en/names.yaml")).unwrap_or_default())
    }
}

impl QuotationWords {
    /// The shipped English words.
    #[must_use]
    pub fn english() -> &'static Self {
        static WORDS: OnceLock<QuotationWords> = OnceLock::new();
        WORDS.get_or_init(|| {
            serde_yaml::from_str(include_str!("../../rules/lexicon/en/quotations.yaml")).unwrap_or_default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_files_read() {
        let read: Result<NameWords, _> = serde_yaml::from_str(include_str!("../../rules/lexicon/en/names.yaml"));
        read.unwrap();
        let read: Result<QuotationWords, _> =
            serde_yaml::from_str(include_str!("../../rules/lexicon/en/quotations.yaml"));
        read.unwrap();
    }

    #[test]
    fn words_are_known_in_any_case() {
        let words = NameWords::english();
        for (set, word) in [
            (&words.titles, "Prime Minister"),
            (&words.titles, "Mr"),
            (&words.particles, "van"),
            (&words.no_names, "I’m"),
            (&words.nationalities, "RUSSIAN"),
        ] {
            assert!(set.has(word), "{word}");
        }
        assert!(!words.titles.has("Selm"));
    }
}
