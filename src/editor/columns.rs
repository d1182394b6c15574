//! Places as editors count them: lines and columns from 0, columns in units of an encoding.

use crate::{diagnostic::DiagnosticPlace, span::Span};

/// What columns are counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnUnit {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16.
    #[default]
    Utf16,
}

impl ColumnUnit {
    /// How many there are in a text.
    #[must_use]
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }

    /// The byte of a line at which a column begins, or its end; inside of a character the beginning of that.
    fn byte(self, line: &str, column: usize) -> usize {
        let mut before = 0;
        for (at, character) in line.char_indices() {
            let length = match self {
                Self::Utf8 => character.len_utf8(),
                Self::Utf16 => character.len_utf16(),
            };
            if before + length > column {
                return at;
            }
            before += length;
        }
        line.len()
    }
}

/// A place in a text, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPosition {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextRange {
    /// Its first place.
    pub start: TextPosition,
    /// One past its last.
    pub end: TextPosition,
}

impl TextPosition {
    fn new(line: usize, column: usize) -> Self {
        let Span { start, end } = Span::new(line, column);
        Self { line: start, column: end }
    }
}

/// Where the lines of a text begin. Lines end at `\n`, `\r\n` and `\r`.
#[derive(Clone, Debug)]
pub struct LineTable<'t> {
    text: &'t str,
    unit: ColumnUnit,
    starts: Vec<usize>,
}

impl<'t> LineTable<'t> {
    /// Reads a text once.
    #[must_use]
    pub fn new(text: &'t str, unit: ColumnUnit) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
        let is_end = |end: &usize| bytes.get(*end) == Some(&b'\n') || bytes.get(end + 1) != Some(&b'\n');
        let starts = std::iter::once(0).chain(ends.filter(is_end).map(|end| end + 1)).collect();
        Self { text, unit, starts }
    }

    /// The place of a byte; past the end of the text its end.
    #[must_use]
    pub fn position(&self, offset: usize) -> TextPosition {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        TextPosition::new(line, self.unit.count(self.text.get(start..offset).unwrap_or("")))
    }

    /// The stretch of a span.
    #[must_use]
    pub fn range(&self, span: Span) -> TextRange {
        let range = span.range();
        TextRange { start: self.position(range.start), end: self.position(range.end.max(range.start)) }
    }

    /// The byte at a place; past the end of a line its end, past the last line the end of the text.
    #[must_use]
    pub fn offset(&self, position: TextPosition) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else { return self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r']);
        start + self.unit.byte(text, position.column as usize)
    }

    /// The span of a stretch; one whose ends are turned round is empty.
    #[must_use]
    pub fn span(&self, range: TextRange) -> Span {
        let start = self.offset(range.start);
        Span::new(start, self.offset(range.end).max(start))
    }
}

/// The stretch of a diagnostic's place in a file of which only the excerpt is at hand.
#[must_use]
pub fn range_of_place(place: &DiagnosticPlace, unit: ColumnUnit) -> TextRange {
    let start_of_excerpt = place.excerpt_start as usize;
    let before = place.span.range().start.saturating_sub(start_of_excerpt);
    let before = place.excerpt.get(..before).unwrap_or("");
    let (line, column) = (place.line.saturating_sub(1), place.column.saturating_sub(1));
    // A long line is cut, and its columns are only nearly known.
    let column = if before.chars().count() == column { unit.count(before) } else { column };
    let words = place.excerpt.get(before.len()..).unwrap_or("");
    let words = words.get(..place.span.len().min(words.len())).unwrap_or("").lines().next().unwrap_or("");
    let start = TextPosition::new(line, column);
    TextRange { start, end: TextPosition::new(line, column + unit.count(words)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::LineIndex;

    #[test]
    fn places_go_both_ways() {
        let text = "a\r\nb\u{1d11e}é\rc\n\nd";
        for (offset, line, utf8, utf16) in [
            (0, 0, 0, 0),
            (1, 0, 1, 1),
            (3, 1, 0, 0),
            (4, 1, 1, 1),
            (8, 1, 5, 3),
            (10, 1, 7, 4),
            (11, 2, 0, 0),
            (12, 2, 1, 1),
            (13, 3, 0, 0),
            (14, 4, 0, 0),
            (15, 4, 1, 1),
        ] {
            for (unit, column) in [(ColumnUnit::Utf8, utf8), (ColumnUnit::Utf16, utf16)] {
                let lines = LineTable::new(text, unit);
                let position = TextPosition { line, column };
                assert_eq!((lines.position(offset), lines.offset(position)), (position, offset), "{offset} {unit:?}");
            }
        }
    }

    #[test]
    fn places_that_are_none_are_the_nearest() {
        let lines = LineTable::new("a\u{1d11e}b\r\nc", ColumnUnit::Utf16);
        for (line, column, offset) in [(0, 2, 1), (0, 99, 6), (1, 9, 9), (7, 0, 9), (u32::MAX, u32::MAX, 9)] {
            assert_eq!(lines.offset(TextPosition { line, column }), offset, "{line}:{column}");
        }
        assert_eq!(lines.position(3), TextPosition { line: 0, column: 1 });
        assert_eq!(lines.position(999), TextPosition { line: 1, column: 1 });
        let turned = TextRange { start: TextPosition { line: 1, column: 1 }, end: TextPosition::default() };
        assert_eq!(lines.span(turned), Span::new(9, 9));
    }

    #[test]
    fn an_excerpt_tells_the_columns_of_its_line() {
        let text = "one\n\u{1d11e} two three\n";
        let start = text.find("two").unwrap();
        let place = DiagnosticPlace::new("f", text, &LineIndex::new(text), Span::new(start, start + 3));
        let whole = LineTable::new(text, ColumnUnit::Utf16).range(place.span);
        assert_eq!(range_of_place(&place, ColumnUnit::Utf16), whole);
        assert_eq!(range_of_place(&DiagnosticPlace::whole("f"), ColumnUnit::Utf16), TextRange::default());
    }
}
