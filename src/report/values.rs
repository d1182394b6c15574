//! What `crosscheck values` prints: every value of every article, where it stands and what it means.

use super::{
    Diagnostics, Format, Style,
    columns::{self, Paint, padded, painted},
    json::pretty,
};
use crate::{
    diagnostic::Colour,
    lexicon::Lexicon,
    placing::{self, Position, Situation},
    saying::{self, Field, ValueShape},
    sink::{Harmless, Page, Syntax, harmless},
    span::Span,
    value::Value,
};
use serde::{Serialize, ser::SerializeMap};
use serde_json::Value as Json;
use std::{io, sync::Arc};

/// The values of one article.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
pub struct FoundDamage {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
    /// "unclosed" or "unopened".
    pub mark: &'static str,
}

/// What the values of one article are understood by.
#[derive(Debug)]
pub struct ValueSetting {
    /// What relative ones resolve against.
    pub situation: Situation,
    /// The words the engine knows.
    pub lexicon: Arc<Lexicon>,
}

/// A value and its place. What is printed of it is made as it is printed, since it takes several times the room.
#[derive(Clone, Debug)]
pub struct FoundValue {
    /// Its bytes.
    pub span: Span,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
    /// What was read.
    pub value: Value,
    /// What it is understood by.
    pub setting: Arc<ValueSetting>,
}

impl FoundValue {
    /// What it means, in words.
    #[must_use]
    pub fn meaning(&self) -> String {
        self.position().map(|position| saying::describe(self.value.kind, &position)).unwrap_or_default()
    }

    /// The machine-readable shape: `kind`, `text`, and what its kind has.
    #[must_use]
    pub fn shape(&self) -> ValueShape {
        let ValueSetting { situation, lexicon } = &*self.setting;
        let mut shape = saying::shape(&self.value, self.position().as_ref(), lexicon);
        if let Some(timex) = saying::timex(&self.value, situation) {
            shape.insert("timex", Field::Text(timex.into()));
        }
        shape
    }

    fn position(&self) -> Option<Position> {
        let positions = placing::positions(&[(&self.value, &self.setting.situation)], &self.setting.lexicon);
        positions.into_iter().next().map(|position| placing::covered(&self.value, position))
    }
}

impl Serialize for FoundValue {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        let Span { start, end } = self.span;
        for (key, number) in [("start", start), ("end", end), ("line", self.line), ("column", self.column)] {
            map.serialize_entry(key, &number)?;
        }
        for (key, value) in self.shape().fields() {
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
        map.serialize_entry("start", &self.0.span.start)?;
        map.serialize_entry("end", &self.0.span.end)?;
        for (key, value) in self.0.shape().fields() {
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
    print: |articles, style, page| articles.iter().try_for_each(|article| lines(article, style, page)),
};

/// An array of articles.
pub const JSON: Format<[ArticleValues]> = Format {
    name: "json",
    about: "a JSON array of articles with their values",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print: |articles, _, page| pretty(articles, page),
};

/// The widest that the words of a value are printed.
const LONGEST: usize = 40;

/// The columns that places and kinds are filled up to, so that most lines stand under one another.
const KIND: usize = 9;

fn lines(article: &ArticleValues, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let path = columns::words(&article.article);
    let place = |line: u32, column: u32| format!("{path}:{line}:{column}");
    let width_of = |value: &FoundValue| columns::width(&place(value.line, value.column));
    let places = article.values.iter().map(width_of).max().unwrap_or(0);
    let text = |value: &FoundValue| columns::beginning(&columns::words(&value.value.text), LONGEST);
    let texts = article.values.iter().map(|value| columns::width(&text(value))).max().unwrap_or(0);
    let line = |value: &FoundValue| {
        let row = format!(
            "{}  {}  {}  {}",
            padded(&place(value.line, value.column), places),
            padded(value.value.kind.name(), KIND),
            painted(&padded(&text(value), texts), Paint::Good, style.colour),
            columns::words(&value.meaning()),
        );
        format!("{}\n", row.trim_end())
    };
    let damage = |mark: &FoundDamage| {
        let mark_is = painted(&format!("{} quotation mark", mark.mark), Paint::Bad, style.colour);
        format!("{}  {mark_is}\n", padded(&place(mark.line, mark.column), places))
    };
    let mut marks = article.damaged.iter().peekable();
    for value in &article.values {
        while let Some(mark) = marks.next_if(|mark| mark.start < value.span.start) {
            page.text(&damage(mark))?;
        }
        page.text(&line(value))?;
    }
    marks.try_for_each(|mark| page.text(&damage(mark)))
}
