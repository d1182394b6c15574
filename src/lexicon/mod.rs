//! The words the engine knows, by language: number words, units, months, hedges, abbreviations, cues. All of it is data,
//! in `rules/lexicon/`.

use std::sync::OnceLock;

/// The words of one language.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The shipped English lexicon.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH.get_or_init(Self::default)
    }
}
