//! Places in a text: half-open byte ranges, and the lines and columns that people count.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, `start..end`, of one text.
///
/// Offsets are 32 bits wide: a text is at most 4 GiB, and the loader refuses longer files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`; offsets past 4 GiB are cut to it.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) }
    }

    /// The span as a range for slicing.
    #[inline]
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` at this span; empty where the span is not in the text.
    #[inline]
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The number of bytes.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        (self.end.saturating_sub(self.start)) as usize
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A line and a column, both counted from 1; columns count characters (Unicode scalar values).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
}

/// Where the lines of a text begin, so that a byte offset is found in them by halving.
///
/// Lines end at `\n`; a `\r` before it is the line's last character.
///
/// ```
/// use crosscheck::rooms::span::{LineColumn, LineIndex};
/// let text = "one\ntwö three";
/// let lines = LineIndex::new(text);
/// assert_eq!(lines.line_column(text, 9), LineColumn { line: 2, column: 5 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
    /// The characters before each stretch of `STRETCH` bytes, so that a column of a very long line is found at once.
    characters: Vec<usize>,
}

const STRETCH: usize = 128;

/// A character is counted at its first byte: every byte but UTF-8's continuation bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

impl LineIndex {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1)).collect();
        let mut before = 0;
        let characters = text
            .as_bytes()
            .chunks(STRETCH)
            .map(|stretch| {
                let here = before;
                before += count(stretch);
                here
            })
            .collect();
        Self { starts, characters }
    }

    /// The characters before a byte.
    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let stretch = offset / STRETCH;
        match self.characters.get(stretch) {
            Some(before) => before + count(text.as_bytes().get(stretch * STRETCH..offset).unwrap_or_default()),
            None => {
                self.characters.last().copied().unwrap_or(0)
                    + count(
                        text.as_bytes()
                            .get(self.characters.len().saturating_sub(1) * STRETCH..offset)
                            .unwrap_or_default(),
                    )
            }
        }
    }

    /// The line and column of the byte `offset` of the same `text`; an offset past the end is the end.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: usize) -> LineColumn {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self.characters_before(text, offset) - self.characters_before(text, start) + 1;
        LineColumn { line, column }
    }

    /// The same in half the room: a text has no more lines and columns than [`Span`] has bytes.
    #[must_use]
    pub fn narrow(&self, text: &str, offset: usize) -> (u32, u32) {
        let LineColumn { line, column } = self.line_column(text, offset);
        let Span { start, end } = Span::new(line, column);
        (start, end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_become_lines_and_columns() {
        let text = "a\r\nbé\n\nc";
        let lines = LineIndex::new(text);
        for (offset, line, column) in
            [(0, 1, 1), (2, 1, 3), (3, 2, 1), (4, 2, 2), (6, 2, 3), (7, 3, 1), (8, 4, 1), (99, 4, 2)]
        {
            assert_eq!(lines.line_column(text, offset), LineColumn { line, column }, "offset {offset}");
        }
        let long = "é\n".to_string() + &"é".repeat(2000);
        assert_eq!(LineIndex::new(&long).line_column(&long, long.len()), LineColumn { line: 2, column: 2001 });
    }
}
