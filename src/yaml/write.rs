//! A text written so that YAML reads it back: plain where it can be, else in quotation marks.

use super::{Document, Scalar, WrittenStyle};
use crate::{diagnostic::Fix, printable, span::Span};

/// What stands around a text that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Lines: `- text`, `key: text`.
    Lines,
    /// Brackets: `[text]`, `{key: text}`.
    Brackets,
}

/// The text on one line in this style, or in the nearest one that says it whole; a block is written as plain text.
///
/// ```
/// use crosscheck::rooms::yaml::{Around, WrittenStyle, written};
/// assert_eq!(written("call within 5 minutes", WrittenStyle::Plain, Around::Lines), "call within 5 minutes");
/// assert_eq!(written("call: within", WrittenStyle::Plain, Around::Lines), "\"call: within\"");
/// assert_eq!(written("a, b", WrittenStyle::Plain, Around::Brackets), "\"a, b\"");
/// assert_eq!(written("it's", WrittenStyle::SingleQuoted, Around::Lines), "'it''s'");
/// ```
#[must_use]
pub fn written(text: &str, style: WrittenStyle, around: Around) -> String {
    match style {
        WrittenStyle::Plain | WrittenStyle::Block if is_plain(text, around) => text.to_string(),
        WrittenStyle::Plain | WrittenStyle::Block if !text.contains(['"', '\\']) || is_hidden(text) => in_double(text),
        WrittenStyle::DoubleQuoted => in_double(text),
        _ if is_hidden(text) => in_double(text),
        WrittenStyle::Plain | WrittenStyle::Block | WrittenStyle::SingleQuoted => {
            format!("'{}'", text.replace('\'', "''"))
        }
    }
}

impl Document {
    /// What to write so that a scalar says this text, in its own style where that can say it; nothing where that cannot be done
    /// in its place.
    #[must_use]
    pub fn rewritten(&self, scalar: &Scalar, around: Around, text: &str) -> Option<Fix> {
        let source = scalar.span.of(&self.text);
        match scalar.style {
            // A block has its marks above it, and no escapes.
            WrittenStyle::Block if written(text, WrittenStyle::Plain, around).contains("\\u") => None,
            WrittenStyle::Block => {
                let start = scalar.span.range().start + (source.len() - source.trim_start().len());
                Some(Fix { span: Span::new(start, start + source.trim().len()), text: text.to_string() })
            }
            WrittenStyle::Plain | WrittenStyle::SingleQuoted | WrittenStyle::DoubleQuoted => {
                Some(Fix { span: scalar.span, text: written(text, scalar.style, around) })
            }
        }
    }
}

/// Whether the text can stand without quotation marks, and without characters that nobody sees.
fn is_plain(text: &str, around: Around) -> bool {
    let file = match around {
        Around::Lines => format!("k: {text}\nl:\n  - {text}\n"),
        Around::Brackets => format!("k: {{m: {text}}}\nl: [{text}, {text}]\n"),
    };
    let (document, mistakes) = super::read("", &file);
    let found = texts(&document);
    let wanted = match around {
        Around::Lines => 2,
        Around::Brackets => 3,
    };
    let is_whole = found.len() == wanted && found.iter().all(|found| *found == text);
    mistakes.is_empty() && !document.has_gaps && is_whole && !is_hidden(text)
}

/// Every plain text of a document that is no key and not left out.
fn texts(document: &Document) -> Vec<&str> {
    let mut open: Vec<&super::Node> = document.root.iter().collect();
    let mut texts = Vec::new();
    while let Some(node) = open.pop() {
        match &node.shape {
            super::NodeShape::Scalar(scalar) if scalar.style == WrittenStyle::Plain && !scalar.is_absent() => {
                texts.push(scalar.value.as_str());
            }
            super::NodeShape::Scalar(_) => {}
            super::NodeShape::List(list) => open.extend(&list.items),
            super::NodeShape::Mapping(mapping) => open.extend(mapping.entries.iter().map(|entry| &entry.value)),
        }
    }
    texts
}

/// Whether it has characters that only an escape shows: line feeds and tabs are among them.
fn is_hidden(text: &str) -> bool {
    text.contains(['\n', '\t', '\u{85}']) || text.chars().any(hides)
}

fn hides(character: char) -> bool {
    // What only chooses the shape of the sign before it is the writer's own, and stays as it was written.
    let is_variation = ('\u{fe00}'..='\u{fe0f}').contains(&character);
    character.is_control() || printable::is_hidden(character) && !is_variation
}

fn in_double(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            hidden if hides(hidden) => {
                let code = u32::from(hidden);
                quoted.push_str(&if code > 0xffff { format!("\\U{code:08x}") } else { format!("\\u{code:04x}") });
            }
            shown => quoted.push(shown),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back_in_every_style() {
        let texts = [
            "call length at most 50 minutes",
            "a: b",
            "a:",
            "- a",
            "a #b",
            "a, b",
            "[a]",
            "it's \"so\"",
            "say \"so\"",
            "back\\slash",
            "\"so\" it is",
            "~",
            "",
            " a ",
            "?",
            "? a",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "|",
            ">-",
            "---",
            "été “x” 電話",
            "a\u{202e}b",
            "a\nb\tc",
            "\u{1b}[31m\u{e0041}",
            "::error::x",
            "{a}",
            "a}b",
        ];
        for text in texts {
            for style in
                [WrittenStyle::Plain, WrittenStyle::SingleQuoted, WrittenStyle::DoubleQuoted, WrittenStyle::Block]
            {
                for (around, file) in [
                    (Around::Lines, format!("- {}\n", written(text, style, Around::Lines))),
                    (Around::Brackets, format!("[{}]\n", written(text, style, Around::Brackets))),
                ] {
                    let (document, mistakes) = super::super::read("f", &file);
                    let items = &document.root.as_ref().unwrap().list().unwrap().items;
                    let values: Vec<&str> = items.iter().map(|item| item.scalar().unwrap().value.as_str()).collect();
                    assert_eq!((values, mistakes), (vec![text], vec![]), "{style:?} {around:?} {file}");
                }
            }
        }
    }

    #[test]
    fn a_style_is_kept_where_it_can_be() {
        for (text, style, around, expected) in [
            ("a b", WrittenStyle::Plain, Around::Lines, "a b"),
            ("a b", WrittenStyle::SingleQuoted, Around::Lines, "'a b'"),
            ("a b", WrittenStyle::DoubleQuoted, Around::Lines, "\"a b\""),
            ("a, b", WrittenStyle::Plain, Around::Lines, "a, b"),
            ("a is \"b: c\"", WrittenStyle::Plain, Around::Lines, "'a is \"b: c\"'"),
            ("a\u{202e}", WrittenStyle::SingleQuoted, Around::Lines, "\"a\\u202e\""),
        ] {
            assert_eq!(written(text, style, around), expected);
        }
    }
}
