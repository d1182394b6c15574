//! What the ending of a word says.

use serde::Deserialize;

/// The endings of `endings.yaml`, by what words with them are.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordEndings {
    adverbs: Vec<String>,
    pasts: Vec<String>,
    #[serde(rename = "no pasts")]
    no_pasts: Vec<String>,
    ings: Vec<String>,
    adjectives: Vec<String>,
    plurals: Vec<String>,
    singulars: Vec<String>,
    #[serde(rename = "singulars with a capital")]
    singulars_with_capital: Vec<String>,
}

/// An ending with fewer bytes before it tells no part of speech: "red", "king".
const SHORTEST_STEM: usize = 3;

impl WordEndings {
    /// Whether a word ends as adverbs do: "slowly".
    #[must_use]
    pub fn is_adverb(&self, word: &str) -> bool {
        ends_long(word, &self.adverbs)
    }

    /// Whether a word ends as the pasts of regular verbs do: "iodised".
    #[must_use]
    pub fn is_past(&self, word: &str) -> bool {
        ends_long(word, &self.pasts) && !ends(word, &self.no_pasts)
    }

    /// Whether a word ends as verbs that go on do: "iodising".
    #[must_use]
    pub fn is_ing(&self, word: &str) -> bool {
        ends_long(word, &self.ings)
    }

    /// Whether a word ends as adjectives do: "famous".
    #[must_use]
    pub fn is_adjective(&self, word: &str) -> bool {
        ends_long(word, &self.adjectives)
    }

    /// Whether a word ends as plurals do and is long enough to be told by that: "troops".
    #[must_use]
    pub fn is_long_plural(&self, word: &str) -> bool {
        word.len() > SHORTEST_STEM && self.is_plural(word)
    }

    /// Whether a word ends as plurals do: "troops", and not "glass".
    #[must_use]
    pub fn is_plural(&self, word: &str) -> bool {
        ends(word, &self.plurals) && !ends(word, &self.singulars)
    }

    /// Whether a word with a capital ends as the plural of a people does: "Israelis".
    #[must_use]
    pub fn is_people(&self, word: &str) -> bool {
        ends(word, &self.plurals) && !ends(word, &self.singulars_with_capital)
    }
}

fn ends(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending.as_str()))
}

fn ends_long(word: &str, endings: &[String]) -> bool {
    endings.iter().any(|ending| word.len() >= ending.len() + SHORTEST_STEM && word.ends_with(ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    type Asked = fn(&WordEndings, &str) -> bool;

    #[test]
    fn endings_tell_what_a_word_is() {
        let endings = Lexicon::english().endings();
        let cases: [(Asked, &[&str], &[&str]); 7] = [
            (WordEndings::is_adverb, &["slowly"], &["fly", "slow"]),
            (WordEndings::is_past, &["iodised"], &["red", "breed", "indeed"]),
            (WordEndings::is_ing, &["iodising"], &["king", "ring"]),
            (WordEndings::is_adjective, &["famous", "tragic"], &["best", "famine"]),
            (WordEndings::is_long_plural, &["cars", "troops"], &["gas", "glass", "virus"]),
            (WordEndings::is_plural, &["cars", "gas"], &["glass", "virus", "Israelis", "car"]),
            (WordEndings::is_people, &["Israelis", "Britons"], &["Swiss", "Bus", "Dutch"]),
        ];
        for (is, words, others) in cases {
            assert!(words.iter().all(|word| is(endings, word)), "{words:?}");
            assert!(!others.iter().any(|word| is(endings, word)), "{others:?}");
        }
    }
}
