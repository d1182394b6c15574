//! A scalar: its text as YAML means it, and for each byte of that text the bytes of the file that it was written with.

use crate::span::Span;
use std::ops::Range;

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenStyle {
    /// Without quotation marks, on one line or more.
    Plain,
    /// In `'...'`.
    SingleQuoted,
    /// In `"..."`.
    DoubleQuoted,
    /// After `|` or `>`.
    Block,
}

/// A text of a YAML file. It is a text whatever it looks like: `no`, `on` and `1353` too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// What it says, escapes and folded lines resolved.
    pub value: String,
    /// How it was written.
    pub style: WrittenStyle,
    /// Where it stands: with its quotation marks; from the first line of its content on for a block.
    pub span: Span,
}

impl Scalar {
    /// Whether nothing was written, or `~`: the value of `key:` with nothing after it.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.style == WrittenStyle::Plain && (self.span.is_empty() || self.value == "~")
    }

    /// The bytes of the file `source` that `range` of the value was written with.
    ///
    /// ```
    /// let (document, _) = crosscheck::rooms::yaml::read("f", r#"a: "one \x74wo" "#);
    /// let root = document.root.as_ref().and_then(|root| root.mapping()).unwrap();
    /// let scalar = root.entries[0].value.scalar().unwrap();
    /// assert_eq!(scalar.value, "one two");
    /// assert_eq!(scalar.place(&document.text, 4..7).of(&document.text), r"\x74wo");
    /// ```
    #[must_use]
    pub fn place(&self, source: &str, range: Range<usize>) -> Span {
        let Some(units) = self.units(source) else { return self.span };
        let end_of_all = units.last().map_or(self.span.start, |unit| unit.end);
        let Some(first) = units.get(range.start) else { return Span { start: end_of_all, end: end_of_all } };
        let last = if range.end > range.start { units.get(range.end.min(units.len()) - 1) } else { None };
        last.map_or(Span { start: first.start, end: first.start }, |last| first.cover(*last))
    }

    /// The bytes of the file `source` that hold its words: without quotation marks, and without blanks at either end.
    #[must_use]
    pub fn words(&self, source: &str) -> Span {
        let start = self.value.len() - self.value.trim_start().len();
        let end = self.value.trim_end().len();
        if start >= end { self.span } else { self.place(source, start..end) }
    }

    /// For each byte of the value the bytes of the file that its character was written with; nothing where the file's
    /// text is not this scalar's.
    fn units(&self, source: &str) -> Option<Vec<Span>> {
        let written = self.span.of(source);
        let (inner, skipped) = match self.style {
            WrittenStyle::Plain | WrittenStyle::Block => (written, 0),
            WrittenStyle::SingleQuoted => (written.strip_prefix('\'')?.strip_suffix('\'')?, 1),
            WrittenStyle::DoubleQuoted => (written.strip_prefix('"')?.strip_suffix('"')?, 1),
        };
        let first = self.span.range().start + skipped;
        let pieces = match self.style {
            WrittenStyle::Plain | WrittenStyle::Block => pieces(inner, |_| None),
            WrittenStyle::SingleQuoted => pieces(inner, single_quote),
            WrittenStyle::DoubleQuoted => pieces(inner, escape),
        };
        align(&self.value, &pieces, first)
    }
}

/// A stretch of the written text that stands for one character, for blanks, or for nothing.
struct ScalarPiece {
    start: usize,
    end: usize,
    meaning: PieceMeaning,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PieceMeaning {
    /// This very character.
    Character(char),
    /// White space as written: folding and indentation decide what becomes of it.
    Blank,
    /// Nothing: a backslash before the end of a line.
    Nothing,
}

/// Cuts the written text: `special` reads an escape at the start of what is left, with its length.
fn pieces(written: &str, special: fn(&str) -> Option<(PieceMeaning, usize)>) -> Vec<ScalarPiece> {
    let mut pieces = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some(character) = rest.chars().next() {
        let verbatim = if is_blank(character) { PieceMeaning::Blank } else { PieceMeaning::Character(character) };
        let (meaning, length) = special(rest).unwrap_or((verbatim, character.len_utf8()));
        let start = written.len() - rest.len();
        pieces.push(ScalarPiece { start, end: start + length, meaning });
        rest = rest.get(length..).unwrap_or("");
    }
    pieces
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

fn single_quote(rest: &str) -> Option<(PieceMeaning, usize)> {
    rest.starts_with("''").then_some((PieceMeaning::Character('\''), 2))
}

/// An escape of a double-quoted scalar.
fn escape(rest: &str) -> Option<(PieceMeaning, usize)> {
    let letter = rest.strip_prefix('\\')?.chars().next()?;
    let meaning = match letter {
        '\n' => return Some((PieceMeaning::Nothing, 2)),
        '\r' => return Some((PieceMeaning::Nothing, if rest.starts_with("\\\r\n") { 3 } else { 2 })),
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' => return code(rest, 2),
        'u' => return surrogates(rest).or_else(|| code(rest, 4)),
        'U' => return code(rest, 8),
        other => other,
    };
    Some((PieceMeaning::Character(meaning), 1 + letter.len_utf8()))
}

fn hexadecimal(rest: &str, digits: usize) -> Option<u32> {
    u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()
}

fn code(rest: &str, digits: usize) -> Option<(PieceMeaning, usize)> {
    let character = char::from_u32(hexadecimal(rest, digits)?)?;
    Some((PieceMeaning::Character(character), 2 + digits))
}

/// Two escapes that are one character, as JSON writes them.
fn surrogates(rest: &str) -> Option<(PieceMeaning, usize)> {
    let high = hexadecimal(rest, 4).filter(|high| (0xd800..0xdc00).contains(high))?;
    let second = rest.get(6..).filter(|second| second.starts_with("\\u"))?;
    let low = hexadecimal(second, 4).filter(|low| (0xdc00..0xe000).contains(low))?;
    let character = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))?;
    Some((PieceMeaning::Character(character), 12))
}

/// Lays the value along the written pieces: every character that is not blank stands for itself, and a run of blanks,
/// folded or unfolded, lies on the run of blanks at the same place.
fn align(value: &str, pieces: &[ScalarPiece], first: usize) -> Option<Vec<Span>> {
    let place = |piece: &ScalarPiece| Span::new(first + piece.start, first + piece.end);
    let mut units: Vec<Span> = Vec::with_capacity(value.len());
    let mut left = pieces;
    let mut before = Span::new(first, first);
    for character in value.chars() {
        let next = left.iter().position(|piece| match piece.meaning {
            PieceMeaning::Character(written) => is_blank(character) || !is_blank(written),
            PieceMeaning::Blank => is_blank(character),
            PieceMeaning::Nothing => false,
        });
        let found = next.and_then(|next| Some((next, left.get(next)?)));
        let stands = found.filter(|(_, piece)| match piece.meaning {
            PieceMeaning::Character(written) => written == character || (is_blank(written) && is_blank(character)),
            PieceMeaning::Blank => true,
            PieceMeaning::Nothing => false,
        });
        match stands {
            Some((next, piece)) => {
                before = place(piece);
                left = left.get(next + 1..).unwrap_or_default();
            }
            // More blanks than were written, as the line feed that `|` adds at the end of a file: they lie on the last one.
            None if is_blank(character) => {}
            None => return None,
        }
        units.extend(std::iter::repeat_n(before, character.len_utf8()));
    }
    Some(units)
}

#[cfg(test)]
mod tests {
    use crate::yaml::read;

    /// The scalar at `a:` of a mapping, and for `words` in its value what the file has at their place.
    fn written(yaml: &str, words: &str) -> String {
        let (document, mistakes) = read("f", yaml);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let root = document.root.as_ref().and_then(|root| root.mapping()).unwrap();
        let scalar = root.entries.iter().rev().find_map(|entry| entry.value.scalar()).unwrap();
        let start = scalar.value.find(words).unwrap_or_else(|| panic!("{words:?} in {:?}", scalar.value));
        scalar.place(&document.text, start..start + words.len()).of(&document.text).to_string()
    }

    #[test]
    fn words_are_found_in_every_style() {
        for (yaml, words, expected) in [
            ("a: one two", "two", "two"),
            ("a: one\n  two\n\n  three four", "three", "three"),
            ("a: one\n  two", "one two", "one\n  two"),
            ("a: 'it''s two'", "it's", "it''s"),
            ("a: 'it''s two'", "two", "two"),
            ("a: \"\\u0066our \\x74wo\"", "four", "\\u0066our"),
            ("a: \"\\u0066our \\x74wo\"", "two", "\\x74wo"),
            ("a: \"one \\\n   two\\tthree\"", "two", "two"),
            ("a: \"one \\\n   two\\tthree\"", "two\tthree", "two\\tthree"),
            ("a: \"\\uD83C\\uDFB5 note\"", "note", "note"),
            ("a: |2-\n   x y\n   z", "z", "z"),
            ("a: >\n  fo ld\n  ed\n\n  last\n", "ld ed", "ld\n  ed"),
            ("a: >-\r\n  fo ld\r\n  ed\r\n", "ed", "ed"),
            ("\u{feff}a: été deux", "deux", "deux"),
            ("b: &x one two\na: *x", "two", "two"),
            ("a: {b: c}\nd: \t one\ttwo", "two", "two"),
            ("a: 日本 call # comment", "call", "call"),
        ] {
            assert_eq!(written(yaml, words), expected, "{yaml:?}");
        }
    }
}
