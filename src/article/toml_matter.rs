//! Front matter as TOML, between two lines `+++`.

use super::front_keys::FrontKey;
use crate::span::Span;
use toml::de::{DeTable, DeValue};

/// The keys of a document of TOML that begins at a byte of a file.
///
/// # Errors
/// Why it is none, and where.
pub(super) fn keys(document: &str, start: usize) -> Result<Vec<FrontKey>, (Span, String)> {
    let moved = |range: std::ops::Range<usize>| Span::new(start + range.start, start + range.end);
    let table = DeTable::parse(document).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        (moved(at), error.message().to_string())
    })?;
    let mut keys: Vec<FrontKey> = table
        .get_ref()
        .iter()
        .map(|(name, value)| FrontKey {
            name: name.get_ref().to_string(),
            place: moved(name.span()),
            words: words(value.get_ref()),
            value: Some(moved(inside(document, value.span()))),
        })
        .collect();
    keys.sort_by_key(|key| key.place);
    Ok(keys)
}

/// A text without the marks around it.
fn inside(document: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let words = document.get(range.clone()).unwrap_or_default();
    let marks = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|marks| words.starts_with(marks) && words.len() >= 2 * marks.len());
    let width = marks.map_or(0, str::len);
    range.start + width..range.end - width
}

fn words(value: &DeValue<'_>) -> Option<String> {
    let words = match value {
        DeValue::String(words) => words.trim().to_string(),
        DeValue::Integer(number) => number.as_str().to_string(),
        DeValue::Float(number) => number.as_str().to_string(),
        DeValue::Boolean(is_so) => is_so.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(items) => items.iter().filter_map(|item| words(item.get_ref())).collect::<Vec<_>>().join(", "),
        DeValue::Table(table) => words(table.get("name")?.get_ref())?,
    };
    Some(words).filter(|words| !words.is_empty())
}
