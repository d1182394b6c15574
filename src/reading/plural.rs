//! Words in the plural.

use super::Reader;
use crate::{lexicon::Class, text::TokenKind};

/// Whether a lower-case plural stands at `at`: "people", "troops".
#[must_use]
pub fn is_plural(reader: &Reader, at: usize) -> bool {
    let (written, word) = (reader.written(at), reader.word(at));
    let ends_alike = reader.lexicon.endings().is_plural(written);
    reader.kind(at) == TokenKind::Word
        && written.starts_with(char::is_lowercase)
        && (ends_alike && !word.is(Class::SINGULAR.and(Class::FUNCTION).and(Class::VERB)) || word.is(Class::PLURAL))
}
