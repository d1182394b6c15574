//! A file of the lexicon, read; what is wrong with one is a mistake.

use crate::diagnostic::{Mistake, code};
use serde::Deserialize;

/// Reads the text of the file `name`.
pub(super) fn parse<'a, T: Deserialize<'a>>(name: &str, text: &'a str) -> Result<T, Mistake> {
    serde_yaml::from_str(text).map_err(|error| unreadable(format!("{name}: {}", error.without_snippet())))
}

/// What is wrong with a file of the lexicon.
pub(super) fn unreadable(message: String) -> Mistake {
    Mistake::new(code::BAD_LEXICON, message, None)
}
