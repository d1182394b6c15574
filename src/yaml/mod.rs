//! YAML as a tree in which every text, key and list knows its place; every mistake of a file is reported, not the first.

pub mod schema;
mod shapes;

mod decode;
mod recovery;
mod scalar;
mod syntax;
mod tree;
mod write;

pub use decode::{decode, too_long};
pub use scalar::{Scalar, WrittenStyle};
pub use shapes::{Advice, Fields, FileReading, either, suggestion};
pub use syntax::quoted;
pub use write::{Around, written};

use crate::{
    diagnostic::{Code, Diagnostic, DiagnosticPlace},
    span::{LineColumn, LineIndex, Span},
};

/// A YAML file, read.
#[derive(Debug)]
pub struct Document {
    /// The file's name, for diagnostics.
    pub file: String,
    /// The file's text.
    pub text: String,
    /// What it says; nothing where the file is empty.
    pub root: Option<Node>,
    /// Whether a part of the file could not be read, so that what is missing may only be unread.
    pub has_gaps: bool,
    lines: LineIndex,
}

/// A text, a list or a mapping, at its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands: the place of the anchor's text where it was written as an alias.
    pub span: Span,
    /// Where the alias stands that repeats it here.
    pub alias: Option<Span>,
    /// What it is.
    pub shape: NodeShape,
}

/// The three things that YAML can say.
#[derive(Clone, Debug)]
pub enum NodeShape {
    /// A text.
    Scalar(Scalar),
    /// A list.
    List(List),
    /// A mapping.
    Mapping(Mapping),
}

/// A list of nodes.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Its items.
    pub items: Vec<Node>,
    /// Whether it was written `[a, b]`.
    pub is_flow: bool,
}

/// Keys with their values, in the order written, each key once.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Its entries.
    pub entries: Vec<MappingEntry>,
    /// Whether it was written `{a: b}`.
    pub is_flow: bool,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct MappingEntry {
    /// The key.
    pub key: Scalar,
    /// The value.
    pub value: Node,
}

/// Reads a YAML file as far as it can be read, with every mistake of syntax: a broken entry is passed over, and what
/// stands around it is kept.
///
/// ```
/// let (document, mistakes) = crosscheck::rooms::yaml::read("a.yaml", "rules:\n  - one\n  - \"two\" three\n  - four\n");
/// assert_eq!(mistakes.len(), 1);
/// let rules = document.root.as_ref().unwrap().mapping().unwrap().get("rules").unwrap();
/// assert_eq!(rules.value.list().unwrap().items.len(), 2);
/// ```
#[must_use]
pub fn read(file: &str, text: &str) -> (Document, Vec<Diagnostic>) {
    recovery::read(file, text)
}

impl Document {
    fn new(file: &str, text: &str) -> Self {
        Self {
            file: file.to_string(),
            text: text.to_string(),
            root: None,
            has_gaps: false,
            lines: LineIndex::new(text),
        }
    }

    /// A diagnostic at `span` of this file.
    #[must_use]
    pub fn diagnostic(&self, code: Code, span: Span, message: impl Into<String>, help: Option<String>) -> Diagnostic {
        Diagnostic { place: Some(self.diagnostic_place(span)), ..Diagnostic::new(code, message, help) }
    }

    /// The place of `span`, for a diagnostic that lies between two.
    #[must_use]
    pub fn diagnostic_place(&self, span: Span) -> DiagnosticPlace {
        DiagnosticPlace::new(&self.file, &self.text, &self.lines, span)
    }

    /// Where `span` begins.
    #[must_use]
    pub fn line_column(&self, span: Span) -> LineColumn {
        let place = self.diagnostic_place(Span { start: span.start, end: span.start });
        LineColumn { line: place.line, column: place.column }
    }

    /// The first line of `span`, without the blanks at its end.
    #[must_use]
    pub fn first_line(&self, span: Span) -> Span {
        let line = span.of(&self.text).lines().next().unwrap_or("").trim_end();
        Span { start: span.start, end: Span::new(0, span.range().start + line.len()).end }
    }
}

impl Node {
    /// The text, where it is one.
    #[must_use]
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.shape {
            NodeShape::Scalar(scalar) => Some(scalar),
            NodeShape::List(_) | NodeShape::Mapping(_) => None,
        }
    }

    /// The list, where it is one.
    #[must_use]
    pub fn list(&self) -> Option<&List> {
        match &self.shape {
            NodeShape::List(list) => Some(list),
            NodeShape::Scalar(_) | NodeShape::Mapping(_) => None,
        }
    }

    /// The mapping, where it is one.
    #[must_use]
    pub fn mapping(&self) -> Option<&Mapping> {
        match &self.shape {
            NodeShape::Mapping(mapping) => Some(mapping),
            NodeShape::Scalar(_) | NodeShape::List(_) => None,
        }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.scalar().is_some_and(Scalar::is_absent)
    }

    /// Where it is used: the alias, or the place itself.
    #[must_use]
    pub fn used_at(&self) -> Span {
        self.alias.unwrap_or(self.span)
    }

    /// What it is, for a message: "a list".
    #[must_use]
    pub fn shape_name(&self) -> &'static str {
        match &self.shape {
            NodeShape::Scalar(scalar) if scalar.is_absent() => "nothing",
            NodeShape::Scalar(_) => "a text",
            NodeShape::List(_) => "a list",
            NodeShape::Mapping(_) => "a mapping",
        }
    }
}

impl Mapping {
    /// The entry of this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&MappingEntry> {
        self.entries.iter().find(|entry| entry.key.value == key)
    }
}

#[cfg(test)]
mod tests;
