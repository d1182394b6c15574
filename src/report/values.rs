//! What `crosscheck values` prints: every value of every article, where it stands and what it means.

use super::{
    Diagnostics, Format, Style,
    columns::{Paint, beginning, padded, painted, width, words},
    json::pretty,
};
use serde::{Serialize, ser::SerializeMap};

/// The values of one article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleValues {
    /// The file, relative to the configuration's folder.
    pub article: String,
    /// Its values, in the order of the text.
    pub values: Vec<FoundValue>,
}

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundValue {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// The machine-readable shape: `kind`, `text`, and what its kind has.
    pub shape: serde_json::Map<String, serde_json::Value>,
    /// What it means, in words; not in JSON, which has the shape.
    pub meaning: String,
}

impl Serialize for FoundValue {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (key, number) in [("start", self.start), ("end", self.end), ("line", self.line), ("column", self.column)] {
            map.serialize_entry(key, &number)?;
        }
        for (key, value) in &self.shape {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// One value a line.
pub const TEXT: Format<[ArticleValues]> = Format {
    name: "text",
    about: "one value a line: place, kind, words, meaning; for people",
    diagnostics: Diagnostics::Apart,
    print: |articles, style| articles.iter().map(|article| lines(article, style)).collect(),
};

/// An array of articles.
pub const JSON: Format<[ArticleValues]> = Format {
    name: "json",
    about: "a JSON array of articles with their values",
    diagnostics: Diagnostics::Apart,
    print: |articles, _| pretty(articles),
};

/// The widest that the words of a value are printed.
const LONGEST: usize = 40;

/// The columns that places and kinds are filled up to, so that most lines stand under one another.
const KIND: usize = 8;

fn lines(article: &ArticleValues, style: &Style) -> String {
    let place = |value: &FoundValue| format!("{}:{}:{}", words(&article.article), value.line, value.column);
    let places = article.values.iter().map(|value| width(&place(value))).max().unwrap_or(0);
    let text = |value: &FoundValue| beginning(&words(key(value, "text")), LONGEST);
    let texts = article.values.iter().map(|value| width(&text(value))).max().unwrap_or(0);
    let line = |value: &FoundValue| {
        let row = format!(
            "{}  {}  {}  {}",
            padded(&place(value), places),
            padded(key(value, "kind"), KIND),
            painted(&padded(&text(value), texts), Paint::Good, style.colour),
            words(&value.meaning),
        );
        format!("{}\n", row.trim_end())
    };
    article.values.iter().map(line).collect()
}

fn key<'a>(value: &'a FoundValue, key: &str) -> &'a str {
    value.shape.get(key).and_then(serde_json::Value::as_str).unwrap_or("")
}
