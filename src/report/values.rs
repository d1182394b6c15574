//! What `crosscheck values` prints: every value of every article, where it stands and what it means.

use super::{
    Diagnostics, Format, Style,
    columns::{self, Paint, padded, painted},
    json::pretty,
};
use crate::{
    diagnostic::Colour,
    placing::Position,
    saying::{self, ValueShape},
    sink::{Harmless, Syntax, harmless},
    value::Kind,
};
use serde::{Serialize, ser::SerializeMap};
use serde_json::Value as Json;

/// The values of one article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleValues {
    /// The file, relative to the configuration's folder.
    pub article: String,
    /// Its values, in the order of the text; one that contains others stands before them.
    pub values: Vec<FoundValue>,
    /// Quotation marks without a partner, where quotations were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub damaged: Vec<FoundDamage>,
    /// The whole text, for views that show it.
    #[serde(skip)]
    pub text: String,
}

/// A quotation mark without a partner.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundDamage {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// "unclosed" or "unopened".
    pub mark: &'static str,
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
    pub shape: ValueShape,
    /// What it means, to be told in words; not in JSON, which has the shape.
    pub meaning: Option<(Kind, Position)>,
}

impl FoundValue {
    /// What it means, in words.
    #[must_use]
    pub fn meaning(&self) -> String {
        self.meaning.as_ref().map(|(kind, position)| saying::describe(*kind, position)).unwrap_or_default()
    }
}

impl Serialize for FoundValue {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (key, number) in [("start", self.start), ("end", self.end), ("line", self.line), ("column", self.column)] {
            map.serialize_entry(key, &number)?;
        }
        for (key, value) in self.shape.fields() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The line that answers one article of a stream: its id, and its values without lines and columns.
#[must_use]
pub fn answer(id: &Json, values: &[FoundValue]) -> Harmless {
    let values: Vec<Answered> = values.iter().map(Answered).collect();
    one_line(&serde_json::json!({ "id": id }), "values", &values)
}

/// The line that answers one that cannot be read; `line` counts from 1.
#[must_use]
pub fn refusal(id: &Json, line: usize, error: &str) -> Harmless {
    one_line(&serde_json::json!({ "id": id, "line": line }), "error", error)
}

/// An object with one more key, as one line.
fn one_line<T: Serialize + ?Sized>(head: &Json, key: &str, last: &T) -> Harmless {
    let (head, last) = (head.to_string(), serde_json::to_string(last).unwrap_or_default());
    let open = head.strip_suffix('}').unwrap_or(&head);
    harmless(format!("{open},\"{key}\":{last}}}\n"), Syntax::Json, Colour::Plain)
}

struct Answered<'a>(&'a FoundValue);

impl Serialize for Answered<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("start", &self.0.start)?;
        map.serialize_entry("end", &self.0.end)?;
        for (key, value) in self.0.shape.fields() {
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
    syntax: Syntax::Text,
    print: |articles, style| articles.iter().map(|article| lines(article, style)).collect(),
};

/// An array of articles.
pub const JSON: Format<[ArticleValues]> = Format {
    name: "json",
    about: "a JSON array of articles with their values",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print: |articles, _| pretty(articles),
};

/// The widest that the words of a value are printed.
const LONGEST: usize = 40;

/// The columns that places and kinds are filled up to, so that most lines stand under one another.
const KIND: usize = 9;

fn lines(article: &ArticleValues, style: &Style) -> String {
    let place = |value: &FoundValue| format!("{}:{}:{}", columns::words(&article.article), value.line, value.column);
    let places = article.values.iter().map(|value| columns::width(&place(value))).max().unwrap_or(0);
    let text = |value: &FoundValue| columns::beginning(&columns::words(key(value, "text")), LONGEST);
    let texts = article.values.iter().map(|value| columns::width(&text(value))).max().unwrap_or(0);
    let line = |value: &FoundValue| {
        let row = format!(
            "{}  {}  {}  {}",
            padded(&place(value), places),
            padded(key(value, "kind"), KIND),
            painted(&padded(&text(value), texts), Paint::Good, style.colour),
            columns::words(&value.meaning()),
        );
        format!("{}\n", row.trim_end())
    };
    let mut rows: Vec<(usize, String)> = article.values.iter().map(|value| (value.start, line(value))).collect();
    let damage = |mark: &FoundDamage| {
        let place = format!("{}:{}:{}", columns::words(&article.article), mark.line, mark.column);
        let mark_is = painted(&format!("{} quotation mark", mark.mark), Paint::Bad, style.colour);
        format!("{}  {mark_is}\n", padded(&place, places))
    };
    rows.extend(article.damaged.iter().map(|mark| (mark.start, damage(mark))));
    rows.sort_by_key(|(start, _)| *start);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// A value's text or kind.
pub(super) fn key<'a>(value: &'a FoundValue, key: &str) -> &'a str {
    value.shape.text(key).unwrap_or("")
}
