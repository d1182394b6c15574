//! What the YAML parser complains about, in words for a writer: what YAML made of the text, and what to type instead.

use super::{Document, tree::DEEPEST};
use crate::{
    diagnostic::{Code, Diagnostic, Mistake, code},
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
        Some(bracket) => unclosed_bracket(bracket.of(text)).moved(bracket.range()),
        None => complaint(text, error.kind(), at),
    };
    let at_fault = complaint.place.clone().unwrap_or_else(|| word_at(text, at).range());
    complaint.placed(document.diagnostic_place(Span::new(at_fault.start, at_fault.end)))
}

/// A mistake at the word at which the parser stopped, unless it is moved elsewhere.
fn mistake(code: Code, message: impl Into<String>, help: impl Into<String>) -> Mistake {
    Mistake::new(code, message, Some(help.into()))
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

fn unclosed_bracket(bracket: &str) -> Mistake {
    mistake(
        code::UNCLOSED_BRACKET,
        format!("the bracket `{bracket}` is not closed"),
        "close it, or put a text with brackets in quotes",
    )
}

fn complaint(text: &str, kind: &ErrorKind, at: usize) -> Mistake {
    use ErrorKind as E;
    match kind {
        E::RecursionLimitExceeded => mistake(
            code::TOO_DEEP,
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
        | E::UnpairedLowSurrogate => escape(text, at),
        E::UnexpectedCharacter { character } => {
            let message = match character {
                '`' => "in YAML a text cannot begin with a backtick".to_string(),
                other => format!("in YAML a text cannot begin with `{other}`"),
            };
            mistake(code::RESERVED_CHARACTER, message, "put the text in quotes")
        }
        E::UnclosedFlowCollection { open } => unclosed_bracket(&open.to_string()),
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::BlockEntryInFlowCollection
        | E::FlowMappingValueAdjacentCollection => mistake(
            code::BROKEN_BRACKETS,
            "the brackets around this do not fit",
            "close each `[` with `]` and each `{` with `}`, or write the entries as a list, one `- ` a line",
        ),
        E::SimpleKeyExpected
        | E::ExpectedBlockMappingKey
        | E::InvalidSimpleKey
        | E::MappingKeyNotAllowed
        | E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidFlowScalarIndent
        | E::BlockSequenceEntryNotAllowed
        | E::ExpectedDocumentStart => misplaced(text, at),
        // The parser has many more, for corners of YAML that no rule file comes near; its list may grow.
        _ => other_bullet(text, at).unwrap_or_else(|| {
            mistake(
                code::NOT_YAML,
                "YAML cannot read this",
                "put the text in quotes, and check indentation and brackets",
            )
        }),
    }
}

/// `* cited`: an entry of a list as other languages begin it.
fn other_bullet(text: &str, at: usize) -> Option<Mistake> {
    let line = line_of(text, at);
    let words = line.of(text).trim_start();
    let bullet = words.chars().next().filter(|bullet| matches!(bullet, '*' | '•' | '–' | '—' | '+'))?;
    let entry = words.get(bullet.len_utf8()..)?.strip_prefix(' ')?.trim();
    let start = line.range().end - words.len();
    let help = format!("write `- {entry}`");
    let found = mistake(code::NOT_YAML, format!("an entry of a list begins with `- `, not with `{bullet} `"), help);
    Some(found.moved(start..start + bullet.len_utf8()))
}

/// Blanks before a line, at a place or on the line behind it, of which one is no space: a no-break space from a web page.
fn strange_blank(text: &str, at: usize) -> Option<Mistake> {
    let here = line_of(text, at);
    let next = line_of(text, (here.range().end + 1).min(text.len()));
    [here, next].into_iter().find_map(|line| {
        let words = line.of(text);
        let blanks = words.get(..indentation(words))?;
        let (offset, blank) = blanks.char_indices().find(|(_, blank)| !matches!(blank, ' ' | '\t'))?;
        let start = line.range().start + offset;
        let message = "before this line stands a blank that is no space, as web pages and word processors have it";
        let found = mistake(code::BAD_INDENTATION, message, "take it out, and indent with the space bar");
        Some(found.moved(start..start + blank.len_utf8()))
    })
}

fn tab(text: &str, at: usize) -> Mistake {
    let first = line_of(text, at).range().start;
    let mut offset = first;
    let mut place = None;
    for line in text.get(first..).unwrap_or("").split_inclusive('\n') {
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        let tab = line.find('\t').filter(|tab| *tab < indentation);
        if let Some(tab) = tab {
            place = Some(Span::new(offset + tab, offset + indentation));
            break;
        }
        offset += line.len();
    }
    let found = mistake(code::TAB, "YAML does not take tabs as indentation", "indent with spaces");
    found.moved(place.unwrap_or_else(|| word_at(text, at)).range())
}

/// A line that does not fit what stands before it.
fn misplaced(text: &str, at: usize) -> Mistake {
    if let Some(found) = strange_blank(text, at).or_else(|| other_bullet(text, at)) {
        return found;
    }
    let line = line_of(text, at);
    let words = line.of(text).trim();
    let value = words.strip_prefix("- ").or_else(|| words.split_once(": ").map(|(_, value)| value)).unwrap_or(words);
    if let Some(name) = value.trim_start().strip_prefix('*') {
        let alias = name.split_whitespace().next().unwrap_or("");
        let start = line.range().start + line.of(text).find('*').unwrap_or(0);
        let message = format!("YAML reads `*{alias}` as an alias, not as text");
        let help = format!("put the text in quotes: `{}`", quoted(value.trim()));
        return mistake(code::UNKNOWN_ALIAS, message, help).moved(start..start + 1 + alias.len());
    }
    if words.contains(": ") || words.ends_with(':') || words.starts_with("- ") {
        return mistake(
            code::BAD_INDENTATION,
            "this line is not indented like its neighbours",
            "begin entries that belong together in the same column",
        );
    }
    missing_colon(text, line)
}

fn missing_colon(text: &str, line: Span) -> Mistake {
    let words = line.of(text).trim();
    let start = line.range().start + line.of(text).find(words).unwrap_or(0);
    let help = format!("write `{words}:` if it is a key; indent it further if it goes on from the line before");
    mistake(code::MISSING_COLON, "a key without its colon", help).moved(start..start + words.len())
}

/// A backslash that begins no escape.
fn escape(text: &str, at: usize) -> Mistake {
    const LETTERS: &str = "0abt\tnvfre \"/\\N_LP\n\r";
    let at = text.floor_char_boundary(at);
    let rest = text.get(at..).unwrap_or("");
    let mut pairs =
        rest.match_indices('\\').map(|(offset, _)| (offset, rest.get(offset + 1..).unwrap_or("").chars().next()));
    let wrong = pairs.find(|(_, letter)| letter.is_none_or(|letter| !LETTERS.contains(letter)));
    let (offset, letter) = wrong.unwrap_or((0, None));
    let length = 1 + letter.map_or(0, char::len_utf8);
    mistake(
        code::BAD_ESCAPE,
        "a backslash in double quotes begins an escape, and this is none",
        "use single quotes, in which a backslash is only a backslash",
    )
    .moved(at + offset..at + offset + length)
}

/// A second colon in `rule: troop figure: cited`; or a line above that lacks its own, so that two lines became one text.
fn colon(text: &str, at: usize) -> Mistake {
    let line = line_of(text, at);
    let words = line.of(text).trim();
    if let Some(above) = line_above(text, line)
        && indentation(above.of(text)) == indentation(line.of(text))
        && !above.of(text).contains([':', '#', '['])
        && !above.of(text).trim_start().starts_with('-')
    {
        return missing_colon(text, above);
    }
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
    mistake(code::COLON_IN_TEXT, "YAML reads a colon with a blank after it as the end of a key", help).moved(at..at + 1)
}

/// The nearest line above that says something.
fn line_above(text: &str, line: Span) -> Option<Span> {
    let above = text.get(..line.range().start)?.trim_end();
    (!above.is_empty()).then(|| line_of(text, above.len()))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn after_quotes(text: &str, at: usize) -> Mistake {
    let line = line_of(text, at).of(text).trim();
    let entry = line.strip_prefix("- ").unwrap_or(line);
    let value = match entry.split_once(": ") {
        Some((key, value)) if !key.contains(['"', '\'']) => value,
        Some(_) | None => entry,
    };
    let help = format!("put the whole text in quotes of the other sort: `{}`", quoted(value.trim()));
    mistake(code::TEXT_AFTER_QUOTES, "the text goes on after its closing quotation mark", help)
}

fn unclosed_quotes(text: &str, at: usize) -> Mistake {
    let before = text.get(..text.floor_char_boundary(at)).unwrap_or(text);
    let opening = before
        .char_indices()
        .rev()
        .filter(|(_, character)| matches!(character, '"' | '\''))
        .find(|(offset, _)| begins_text(before.get(..*offset).unwrap_or("")))
        .map_or(at, |(offset, _)| offset);
    mistake(
        code::UNCLOSED_QUOTES,
        "the quotation mark here is not closed",
        "close it; a text that begins with a quotation mark or an apostrophe goes in quotes as a whole: `\"'s call\"`",
    )
    .moved(opening..opening + 1)
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
    if !text.contains(['"', '\\']) { format!("\"{text}\"") } else { format!("'{}'", text.replace('\'', "''")) }
}

/// The line that holds `offset`.
pub(super) fn line_of(text: &str, offset: usize) -> Span {
    let offset = text.floor_char_boundary(offset);
    let start = text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1);
    let end = text.get(offset..).and_then(|after| after.find('\n')).map_or(text.len(), |newline| offset + newline);
    Span::new(start, end)
}

/// How many bytes of a word are underlined: a word may be the rest of a file.
const LONGEST_WORD: usize = 60;

/// The word at `offset`, or the last one before it where nothing follows.
fn word_at(text: &str, offset: usize) -> Span {
    let offset = text.floor_char_boundary(offset);
    let rest = text.get(offset..).unwrap_or("");
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let length = rest.floor_char_boundary(length.min(LONGEST_WORD));
    if length > 0 {
        return Span::new(offset, offset + length);
    }
    let before = text.get(..offset).unwrap_or("").trim_end();
    let start = before.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    Span::new(text.ceil_char_boundary(start), before.len())
}
