//! A mistake in a rule file, in `crosscheck.yaml` or in an input: what is wrong, where it stands, and what to write instead.

use crate::span::{LineIndex, Span};
use serde::{Deserialize, Serialize};

/// How grave a diagnostic is. An error makes the exit code 2; a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Something could not be read or judged.
    Error,
    /// Everything was read, but somebody should look.
    Warning,
}

/// A mistake in a file: never about what an article says.
///
/// The excerpt is kept with the diagnostic, so that it prints the same from `check` and from claims that came through a pipe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// A stable name for this kind of mistake, in kebab-case (`unknown-topic`).
    pub code: String,
    /// How grave it is.
    pub level: Level,
    /// What is wrong: lower-case, without a full stop, the writer's words in backticks.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// Where it stands; `None` where there is no file (a wrong argument).
    pub place: Option<DiagnosticPlace>,
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

impl Diagnostic {
    /// A mistake at a span of a file's text.
    #[must_use]
    pub fn in_file(
        code: &str,
        level: Level,
        file: &str,
        text: &str,
        span: Span,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Self {
        let line_start = text.get(..span.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
        let rest = text.get(span.end as usize..).unwrap_or("");
        let end = span.end as usize + rest.find('\n').unwrap_or(rest.len());
        let at = LineIndex::new(text).line_column(text, span.start as usize);
        let place = DiagnosticPlace {
            file: file.to_string(),
            line: at.line,
            column: at.column,
            span,
            excerpt: Span::new(line_start, end).of(text).trim_end_matches('\r').to_string(),
            excerpt_start: Span::new(line_start, end).start,
            label: None,
        };
        Self { code: code.to_string(), level, message: message.into(), help, place: Some(place) }
    }

    /// A mistake of a file as a whole: it is missing, it could not be read.
    #[must_use]
    pub fn about_file(code: &str, level: Level, file: &str, message: impl Into<String>, help: Option<String>) -> Self {
        let place = DiagnosticPlace {
            file: file.to_string(),
            line: 0,
            column: 0,
            span: Span::default(),
            excerpt: String::new(),
            excerpt_start: 0,
            label: None,
        };
        Self { code: code.to_string(), level, message: message.into(), help, place: Some(place) }
    }
}
