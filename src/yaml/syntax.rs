//! What the YAML parser complains about, in words for a writer: what YAML made of the text, and what to type instead.

use super::{Document, tree::DEEPEST};
use crate::{
    diagnostic::{Diagnostic, Level},
    span::Span,
};
use granit_parser::{ErrorKind, ScanError};

/// The diagnostic of one syntax error.
///
/// `bracket` is the innermost one that was open there: where it stands on an earlier line, it was probably never closed.
pub(super) fn diagnostic(document: &Document, error: &ScanError, bracket: Option<Span>) -> Diagnostic {
    let text = document.text.as_str();
    let at = error.marker().byte_offset().unwrap_or(text.len());
    let line = line_of(text, at).start;
    let bracket = match error.kind() {
        // The parser looks ahead for a colon before it says that a bracket was opened.
        ErrorKind::InvalidColonPlacement => bracket.or_else(|| bracket_above(text, line)),
        _ => bracket,
    };
    let complaint = match bracket.filter(|bracket| bracket.start < line && is_about_brackets(error.kind())) {
        Some(bracket) => unclosed_bracket(bracket.of(text)).at(bracket),
        None => complaint(text, error.kind(), at),
    };
    let span = complaint.span.unwrap_or_else(|| word_at(text, at));
    document.diagnostic(complaint.code, Level::Error, span, complaint.message, complaint.help)
}

struct Complaint {
    code: &'static str,
    message: String,
    help: Option<String>,
    /// Where it stands, where that is not the word at which the parser stopped.
    span: Option<Span>,
}

impl Complaint {
    fn new(code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, message: message.into(), help: Some(help.into()), span: None }
    }

    fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}

/// Whether the parser may have stopped because a bracket above was left open.
fn is_about_brackets(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::UnclosedFlowCollection { .. }
            | E::InvalidColonPlacement
            | E::MappingValueNotAllowed
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::BlockEntryInFlowCollection
    )
}

/// The last bracket of the line before `line`, where that opens more than it closes.
fn bracket_above(text: &str, line: u32) -> Option<Span> {
    let before = text.get(..line as usize)?.trim_end();
    let line = line_of(text, before.len());
    let words = line.of(text);
    let count = |brackets: [char; 2]| words.matches(brackets).count();
    let open = words.rfind(['[', '{']).filter(|_| count(['[', '{']) > count([']', '}']))?;
    Some(Span::new(line.range().start + open, line.range().start + open + 1))
}

fn unclosed_bracket(bracket: &str) -> Complaint {
    Complaint::new(
        "unclosed-bracket",
        format!("the bracket `{bracket}` is not closed"),
        "close it, or put a text with brackets in quotes",
    )
}

fn complaint(text: &str, kind: &ErrorKind, at: usize) -> Complaint {
    use ErrorKind as E;
    match kind {
        E::RecursionLimitExceeded => Complaint::new(
            "too-deep",
            format!("lists and mappings lie more than {DEEPEST} deep in each other"),
            "no rule file needs that: look for brackets or indentation gone wrong",
        ),
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => tab(text, at),
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => colon(text, at),
        E::InvalidTrailingDoubleQuotedScalar | E::InvalidTrailingSingleQuotedScalar => after_quotes(text, at),
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent | E::DocumentIndicatorInQuotedScalar => {
            unclosed_quotes(text, at)
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidUnicodeEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate => Complaint::new(
            "bad-escape",
            "a backslash in double quotes begins an escape, and this is none",
            "use single quotes, in which a backslash is only a backslash",
        ),
        E::UnexpectedCharacter { character } => Complaint::new(
            "reserved-character",
            format!("in YAML a text cannot begin with `{character}`"),
            "put the text in quotes",
        ),
        E::UnclosedFlowCollection { open } => unclosed_bracket(&open.to_string()),
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::BlockEntryInFlowCollection
        | E::FlowMappingValueAdjacentCollection => Complaint::new(
            "broken-brackets",
            "the brackets around this do not fit",
            "close each `[` with `]` and each `{` with `}`, or write the entries as a list, one `- ` a line",
        ),
        E::SimpleKeyExpected | E::ExpectedBlockMappingKey | E::InvalidSimpleKey | E::MappingKeyNotAllowed => {
            Complaint::new(
                "missing-colon",
                "a key with a colon should stand here",
                "write `key: value`, or indent a line that goes on from the one before",
            )
        }
        E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent
        | E::BlockSequenceEntryNotAllowed => Complaint::new(
            "bad-indentation",
            "this line is not indented like its neighbours",
            "begin entries that belong together in the same column",
        ),
        E::ExpectedDocumentStart => Complaint::new(
            "bad-indentation",
            "this does not belong to what stands before it",
            "begin the keys of one mapping in the same column, and each with a colon",
        ),
        // The parser has many more, for corners of YAML that no rule file comes near; its list may grow.
        _ => Complaint::new(
            "not-yaml",
            "YAML cannot read this",
            "put the text in quotes, and check indentation and brackets",
        ),
    }
}

fn tab(text: &str, at: usize) -> Complaint {
    let line = line_of(text, at);
    let tab = line.of(text).find('\t').map(|offset| line.range().start + offset);
    let start = tab.unwrap_or(at);
    let tabs = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches('\t').len()).max(1);
    Complaint::new("tab", "YAML does not take tabs as indentation", "indent with spaces")
        .at(Span::new(start, start + tabs))
}

/// A second colon in `rule: troop figure: cited`.
fn colon(text: &str, at: usize) -> Complaint {
    let line = line_of(text, at);
    let words = line.of(text).trim();
    let (lead, rest) = match words.strip_prefix("- ") {
        Some(rest) => ("- ", rest.trim_start()),
        None => ("", words),
    };
    let help = match rest.split_once(": ") {
        Some((key, value)) if value.contains(':') => {
            format!("put the text in quotes: `{lead}{key}: {}`", quoted(value.trim()))
        }
        Some(_) | None => format!("put the text in quotes: `{lead}{}`", quoted(rest)),
    };
    Complaint::new("colon-in-text", "YAML reads a colon with a blank after it as the end of a key", help)
        .at(Span::new(at, at + 1))
}

fn after_quotes(text: &str, at: usize) -> Complaint {
    let line = line_of(text, at).of(text).trim();
    let entry = line.strip_prefix("- ").unwrap_or(line);
    let value = match entry.split_once(": ") {
        Some((key, value)) if !key.contains(['"', '\'']) => value,
        Some(_) | None => entry,
    };
    let help = format!("put the whole text in quotes of the other sort: {}", quoted(value.trim()));
    Complaint::new("text-after-quotes", "the text goes on after its closing quotation mark", help)
}

fn unclosed_quotes(text: &str, at: usize) -> Complaint {
    let before = text.get(..text.floor_char_boundary(at)).unwrap_or(text);
    let opening = before
        .char_indices()
        .rev()
        .filter(|(_, character)| matches!(character, '"' | '\''))
        .find(|(offset, _)| begins_text(before.get(..*offset).unwrap_or("")))
        .map_or(at, |(offset, _)| offset);
    Complaint::new(
        "unclosed-quotes",
        "the quotation mark here is not closed",
        "close it; a text that begins with a quotation mark or an apostrophe goes in quotes as a whole: `\"'s call\"`",
    )
    .at(Span::new(opening, opening + 1))
}

/// Whether what follows `before` is the start of a YAML text.
fn begins_text(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or("").trim_end_matches(' ');
    before.ends_with([' ', '\n', '[', '{', ',']) && (line.is_empty() || line.ends_with(['-', ':', '[', '{', ',', '?']))
        || before.is_empty()
}

/// The text in quotes: double ones, or single ones where it has double ones itself.
#[must_use]
pub fn quoted(text: &str) -> String {
    if !text.contains(['"', '\\']) {
        format!("\"{text}\"")
    } else {
        format!("'{}'", text.replace('\'', "''"))
    }
}

/// The line that holds `offset`.
pub(super) fn line_of(text: &str, offset: usize) -> Span {
    let offset = text.floor_char_boundary(offset);
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let end = text.get(offset..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| offset + newline);
    Span::new(start, end)
}

/// The word at `offset`, or the last one before it where nothing follows.
fn word_at(text: &str, offset: usize) -> Span {
    let offset = text.floor_char_boundary(offset);
    let rest = text.get(offset..).unwrap_or("");
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    if length > 0 {
        return Span::new(offset, offset + length);
    }
    let before = text.get(..offset).unwrap_or("").trim_end();
    let start = before.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    Span::new(text.ceil_char_boundary(start), before.len())
}
