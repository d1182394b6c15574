//! A mistake in a text that stands somewhere in a file: its reader knows the text alone, and whoever holds the file places it.

use super::{Code, Diagnostic, DiagnosticPlace, Fix};
use crate::span::Span;
use std::ops::Range;

/// A mistake in a sentence, a phrase, a literal, a line: its place is the bytes of that text at fault.
pub type Mistake = Diagnostic<Range<usize>>;

impl Mistake {
    /// A mistake at `range` of a text.
    #[must_use]
    pub fn at(code: Code, range: Range<usize>, message: impl Into<String>, help: Option<String>) -> Self {
        Self::new(code, message, help).moved(range)
    }

    /// The same elsewhere.
    #[must_use]
    pub fn moved(self, range: Range<usize>) -> Self {
        Self { place: Some(range), ..self }
    }

    /// The same, where this is what to write in place of the words at fault.
    #[must_use]
    pub fn written(self, text: String) -> Self {
        let Range { start, end } = self.range();
        self.with_fix(Some(Fix { span: Span::new(start, end), text }))
    }

    /// The bytes at fault; none where it has no place.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.place.clone().unwrap_or_default()
    }

    /// The same in its file, at the place that its bytes have there.
    ///
    /// ```
    /// use crosscheck::rooms::{diagnostic::{Code, DiagnosticPlace, Mistake}, span::{LineIndex, Span}};
    /// let (file, text) = ("a.yaml", "rule: call lasted");
    /// let code = Code::find("unknown-topic").ok_or("no such code")?;
    /// let mistake = Mistake::at(code, 0..4, "there is no topic `call`", None);
    /// let place = DiagnosticPlace::new(file, text, &LineIndex::new(text), Span::new(6, 6 + mistake.range().end));
    /// assert_eq!(mistake.placed(place).place.map(|place| place.column), Some(7));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn placed(self, place: DiagnosticPlace) -> Diagnostic {
        let Self { code, level, message, help, instead, fix, .. } = self;
        Diagnostic { code, level, message, help, instead, fix, place: Some(place), related: None }
    }
}
