//! The unit that a phrase names: a bare number in its hole is of it.

use super::Phrase;
use crate::{lexicon::Lexicon, text::Text};

impl Phrase {
    /// The unit of which a phrase with a hole for a measure has the name, and the word for it: one that alone measures what
    /// it measures, as "magnitude" does. Others stand beside each number that is in them.
    #[must_use]
    pub fn only_unit(&self, lexicon: &Lexicon) -> Option<(String, String)> {
        self.hole().filter(|kind| kind.converts())?;
        let text = Text::plain(&self.source, lexicon);
        let words = (0..text.tokens().len()).map(|at| text.written(at));
        let (word, unit) = words.filter_map(|word| Some((word, lexicon.unit(word)?))).next()?;
        lexicon.is_only_unit(&unit.name).then(|| (word.to_string(), unit.name.clone()))
    }
}
