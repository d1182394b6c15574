//! A file of the lexicon, read; what is wrong with one is said in words.

use serde::Deserialize;

/// Reads the text of the file `name`.
pub(super) fn parse<'a, T: Deserialize<'a>>(name: &str, text: &'a str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| format!("{name}: {}", error.without_snippet()))
}
