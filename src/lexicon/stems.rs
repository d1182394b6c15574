//! Stems: the key under which a word of a phrase finds the words of a text.

use crate::{diagnostic::Mistake, fold};
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The shape of the part of `phrases.yaml` that stems are made of.
#[derive(Default, Deserialize)]
struct Forms {
    /// How endings are cut: a Snowball stemmer, by the name of its language.
    stemmer: Option<Algorithm>,
    irregular: BTreeMap<String, Vec<String>>,
}

/// How the words of one language are led back to their stems.
#[derive(Debug, Default)]
pub struct Stems {
    /// How endings are cut; where the language has no stemmer, none is.
    stemmer: Option<Algorithm>,
    /// Irregular forms, each with the base form that its stem is made of.
    irregular: FxHashMap<String, String>,
    /// The irregular forms that lead to a key, in alphabetical order.
    forms: FxHashMap<String, Vec<String>>,
}

/// Words longer than this are kept whole: hardly any word is, and a stemmer need not look at a megabyte without a space.
const LONGEST_WORD: usize = 64;

impl Stems {
    /// Reads the irregular forms.
    pub(super) fn read(phrases: &str) -> Result<Self, Mistake> {
        let read: Forms = super::parse::parse("phrases.yaml", phrases)?;
        let mut stems = Self { stemmer: read.stemmer, ..Self::default() };
        for (base, forms) in read.irregular {
            let key = stems.cut(&base);
            for form in forms {
                stems.forms.entry(key.clone()).or_default().push(form.clone());
                stems.irregular.insert(form, base.clone());
            }
        }
        Ok(stems)
    }

    /// The key of a word: folded, full stops left out, irregular forms led back, the ending cut.
    ///
    /// ```
    /// let stems = crosscheck::rooms::lexicon::Lexicon::english().stems();
    /// assert_eq!(stems.key("calls"), stems.key("called"));
    /// assert_eq!(stems.key("spoke"), stems.key("speaking"));
    /// assert_ne!(stems.key("Italian"), stems.key("Italy"));
    /// assert_eq!(stems.key("U.S."), stems.key("US"));
    /// assert_ne!(stems.key("US"), stems.key("us"));
    /// ```
    #[must_use]
    pub fn key(&self, word: &str) -> String {
        if is_acronym(word) {
            return word.chars().filter(|character| *character != '.').collect();
        }
        if word.contains('.') && word.starts_with(|letter: char| letter.is_ascii_digit()) {
            // "3.2.0" is neither 320 nor 3.20.
            return fold::words(word).into_owned();
        }
        let folded = fold::words(word).replace('.', "");
        if folded.len() > LONGEST_WORD {
            return folded;
        }
        self.cut(self.irregular.get(&folded).unwrap_or(&folded))
    }

    /// Whether a folded word is an irregular form of another.
    #[must_use]
    pub fn is_irregular(&self, folded: &str) -> bool {
        self.irregular.contains_key(folded)
    }

    /// A word without its ending.
    fn cut(&self, word: &str) -> String {
        match self.stemmer {
            Some(stemmer) => Stemmer::create(stemmer).stem(word).into_owned(),
            None => word.to_string(),
        }
    }

    /// The irregular forms that lead to a key.
    #[must_use]
    pub fn forms_of(&self, key: &str) -> &[String] {
        self.forms.get(key).map(Vec::as_slice).unwrap_or_default()
    }
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

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn forms_of_a_word_share_a_key() {
        let stems = Lexicon::english().stems();
        for (a, b) in
            [("call", "Calls"), ("speak", "spoke"), ("die", "died"), ("man", "men"), ("U.S.", "US"), ("build", "built")]
        {
            assert_eq!(stems.key(a), stems.key(b), "{a} {b}");
        }
        for (a, b) in [("Italy", "Italian"), ("US", "us"), ("talk", "tale")] {
            assert_ne!(stems.key(a), stems.key(b), "{a} {b}");
        }
        assert!(stems.forms_of(&stems.key("speak")).contains(&"spoke".to_string()));
        assert!(stems.forms_of("spear").is_empty());
    }
}
