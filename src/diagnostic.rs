//! A mistake in a rule file, in `crosscheck.yaml` or in an input: what is wrong, where it stands, and what to write instead.

pub(crate) mod code;
mod mistake;
mod render;

pub use code::{AREAS, Area, Code, CodeEntry, CodeExample};
pub use mistake::Mistake;
pub use render::{Colour, render};

use crate::span::{LineIndex, Span};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How grave a diagnostic is. An error makes the exit code 2; a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Something could not be read or judged.
    Error,
    /// Everything was read, but somebody should look.
    Warning,
}

/// A mistake: never about what an article says.
///
/// `P` is what its place is: one in a file; in a `Mistake` the bytes of a
/// text of which only the caller of its reader knows the file. The excerpt
/// of a file is kept with the diagnostic, so that it prints the same from `check` and from claims that came through a pipe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic<P = DiagnosticPlace> {
    /// What kind of mistake this is.
    pub code: Code,
    /// How grave it is: as its code says, or graver where more is lost.
    pub level: Level,
    /// What is wrong: lower-case, without a full stop, the writer's words in backticks.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// The whole text to write in place of the one at fault, where the help offers it: `crosscheck fmt --fix` writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<String>,
    /// What to write where, so that the help is followed to the letter; only where that is exact. An editor offers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Box<Fix>>,
    /// Where it stands; `None` where there is no file (a wrong argument).
    pub place: Option<P>,
    /// The other place, where a mistake lies between two: the first of two equal keys.
    #[serde(default = "nowhere", skip_serializing_if = "Option::is_none")]
    pub related: Option<P>,
}

/// What to write in place of some words of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The bytes of the file that go, of a mistake in a text those of that text; none where something is only put in.
    pub span: Span,
    /// What comes in their place.
    pub text: String,
}

/// No other place.
const fn nowhere<P>() -> Option<P> {
    None
}

/// Where a diagnostic stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagnosticPlace {
    /// The file, relative to the configuration's folder, with forward slashes.
    pub file: String,
    /// Line from 1; 0 where the file as a whole is meant (it is missing, it could not be read).
    pub line: usize,
    /// Column from 1, in characters; 0 as for `line`.
    pub column: usize,
    /// The bytes of the file at fault.
    pub span: Span,
    /// The lines of the file that hold the span, for the caret; empty where the file as a whole is meant.
    pub excerpt: String,
    /// The byte of the file at which the excerpt begins.
    pub excerpt_start: u32,
    /// A few words at the caret, where the message alone does not say what the words are.
    pub label: Option<String>,
}

/// The longest stretch of one line that an excerpt keeps on either side of its span, in bytes.
const CONTEXT: usize = 200;

/// The longest stretch of a span that an excerpt keeps, in bytes.
const LONGEST_SPAN: usize = 800;

impl<P> Diagnostic<P> {
    /// A mistake without a place: a wrong argument, no project; what a text lacks as a whole.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>, help: Option<String>) -> Self {
        Self {
            code,
            level: code.entry().level,
            message: message.into(),
            help,
            instead: None,
            fix: None,
            place: None,
            related: None,
        }
    }

    /// The same with what to write where.
    #[must_use]
    pub fn with_fix(self, fix: Option<Fix>) -> Self {
        Self { fix: fix.map(Box::new), ..self }
    }
}

/// What is wrong, in the words of its message.
impl<P> fmt::Display for Diagnostic<P> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.message)
    }
}

impl<P: fmt::Debug> std::error::Error for Diagnostic<P> {}

impl Diagnostic {
    /// A mistake at `span` of `file`, whose whole text is `text`.
    ///
    /// ```
    /// use crosscheck::rooms::{diagnostic::{Code, Diagnostic}, span::Span};
    /// let code = Code::find("unknown-word").ok_or("no such code")?;
    /// let diagnostic = Diagnostic::in_file(code, "a.yaml", "x\ny: zz\n", Span::new(5, 7), "there is no `zz`", None);
    /// let place = diagnostic.place.ok_or("no place")?;
    /// assert_eq!((place.line, place.column, place.excerpt.as_str()), (2, 4, "y: zz"));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn in_file(
        code: Code,
        file: &str,
        text: &str,
        span: Span,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        let place = DiagnosticPlace::new(file, text, &LineIndex::new(text), span);
        Self { place: Some(place), ..Self::new(code, message, help) }
    }

    /// A mistake of a file as a whole: it is missing, it could not be read.
    #[must_use]
    pub fn about_file(code: Code, file: &str, message: impl Into<String>, help: Option<String>) -> Self {
        Self { place: Some(DiagnosticPlace::whole(file)), ..Self::new(code, message, help) }
    }

    /// The same with a few words at the caret.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        if let Some(place) = &mut self.place {
            place.label = Some(label.into());
        }
        self
    }

    /// The same with the other place that it lies between, and a few words there.
    #[must_use]
    pub fn with_related(mut self, mut place: DiagnosticPlace, label: impl Into<String>) -> Self {
        place.label = Some(label.into());
        self.related = Some(place);
        self
    }

    /// What diagnostics are sorted by: file, then place; those without a file come first.
    #[must_use]
    pub fn order(&self) -> (&str, u32, u32, &str) {
        match &self.place {
            Some(place) => (&place.file, place.span.start, place.span.end, &self.message),
            None => ("", 0, 0, &self.message),
        }
    }
}

impl DiagnosticPlace {
    /// The place of `span` in `file`, whose text is `text` and whose lines are `lines`.
    #[must_use]
    pub fn new(file: &str, text: &str, lines: &LineIndex, span: Span) -> Self {
        let start = floor(text, span.range().start);
        let end = floor(text, span.range().end).max(start);
        let at = lines.line_column(text, start);
        // A byte-order mark is a character of the file, but not one that anybody sees.
        let hidden = usize::from(at.line == 1 && start > 0 && text.starts_with('\u{feff}'));
        let excerpt = excerpt(text, start, end);
        Self {
            file: file.to_string(),
            line: at.line,
            column: at.column - hidden,
            span: Span::new(start, end),
            excerpt: text.get(excerpt.clone()).unwrap_or("").to_string(),
            excerpt_start: Span::new(excerpt.start, excerpt.end).start,
            label: None,
        }
    }

    /// A file as a whole.
    #[must_use]
    pub fn whole(file: &str) -> Self {
        Self {
            file: file.to_string(),
            line: 0,
            column: 0,
            span: Span::default(),
            excerpt: String::new(),
            excerpt_start: 0,
            label: None,
        }
    }

    /// The bytes of some words in its excerpt; nothing where they stand there more than once.
    #[must_use]
    pub fn only(&self, words: &str) -> Option<Span> {
        let mut found = self.excerpt.match_indices(words).map(|(at, _)| at);
        let at = found.next().filter(|_| found.next().is_none())? + self.excerpt_start as usize;
        Some(Span::new(at, at + words.len()))
    }
}

/// The lines that hold `start..end`, cut where they are very long.
fn excerpt(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let bytes = text.as_bytes();
    let end = end.min(start + LONGEST_SPAN);
    // Of a line that is longer no more is shown, so that no more is looked at.
    let nearest = start.saturating_sub(CONTEXT);
    let before = bytes.get(nearest..start).unwrap_or_default();
    let line_start = memchr::memrchr(b'\n', before).map_or(nearest, |newline| nearest + newline + 1);
    // The last line is that of the span's last byte: a span may take in the line feed.
    let last = end.saturating_sub(1).max(start);
    let farthest = text.len().min(end + CONTEXT);
    let after = bytes.get(last..farthest).unwrap_or_default();
    let line_end = memchr::memchr(b'\n', after).map_or(farthest, |newline| last + newline);
    let mark = if line_start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let from = ceil(text, line_start).max(mark);
    let to = floor(text, line_end).max(from);
    from..to
}

/// The last character boundary at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

/// The first character boundary at or after `offset`.
fn ceil(text: &str, offset: usize) -> usize {
    text.ceil_char_boundary(offset)
}

/// Why a file could not be read or written, in words.
///
/// ```
/// let error = std::fs::read("no/such/file").unwrap_err();
/// assert_eq!(crosscheck::rooms::diagnostic::reason(&error), "there is no such file");
/// ```
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind as E;
    let words = match error.kind() {
        E::NotFound => "there is no such file",
        E::PermissionDenied => "permission denied",
        E::IsADirectory => "it is a folder",
        E::NotADirectory => "a part of its path is no folder",
        E::StorageFull => "the disk is full",
        E::ReadOnlyFilesystem => "the disk can only be read",
        E::InvalidFilename => "the name is too long, or has characters that no file may have",
        // The system has many more reasons, each with words of its own.
        _ => return without_number(&error.to_string().to_lowercase()),
    };
    words.to_string()
}

/// The system's words without `(os error 40)`.
fn without_number(words: &str) -> String {
    words.split(" (os error").next().unwrap_or(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_the_lines_of_its_span() {
        for (text, start, end, line, column, lines) in [
            ("one\ntwo\nthree\n", 4, 7, 2, 1, "two"),
            ("one\ntwo\nthree\n", 5, 9, 2, 2, "two\nthree"),
            ("one\ntwo\nthree\n", 4, 8, 2, 1, "two"),
            ("one", 3, 3, 1, 4, "one"),
            ("one\n", 4, 4, 2, 1, ""),
            ("", 0, 0, 1, 1, ""),
            ("\u{feff}a: b", 6, 7, 1, 4, "a: b"),
            ("é\r\nñ: x\r\n", 4, 6, 2, 1, "ñ: x\r"),
            ("short", 99, 120, 1, 6, "short"),
        ] {
            let place = DiagnosticPlace::new("f", text, &LineIndex::new(text), Span::new(start, end));
            assert_eq!(
                (place.line, place.column, place.excerpt.as_str()),
                (line, column, lines),
                "{text:?} {start}..{end}"
            );
        }
    }

    #[test]
    fn a_huge_line_is_cut_on_character_boundaries() {
        let text = "é".repeat(500_000);
        for start in [0, 1, 999, 500_001, 999_999] {
            let place = DiagnosticPlace::new("f", &text, &LineIndex::new(&text), Span::new(start, start + 3));
            assert!(place.excerpt.len() <= 2 * CONTEXT + 8, "{}", place.excerpt.len());
            assert!(place.excerpt_start <= place.span.start);
        }
        let place = DiagnosticPlace::new("f", &text, &LineIndex::new(&text), Span::new(10, 900_000));
        assert!(place.excerpt.len() <= LONGEST_SPAN + 2 * CONTEXT);
    }
}
