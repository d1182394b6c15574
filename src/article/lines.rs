//! The lines of a text, and whether they are paragraphs or were broken at a margin.

use crate::span::Span;

/// A line without the blanks at its ends; empty where nothing else is on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub span: Span,
    /// Whether blanks stand before its first letter.
    pub is_indented: bool,
}

/// No line that was broken at a margin is longer, in characters.
const WIDEST: usize = 110;

/// The lines of `text` from the byte `from` on. `\n`, `\r\n`, `\r` alone and Unicode's two separators end a line.
pub(super) fn lines(text: &str, from: usize) -> Vec<Line> {
    let bytes = text.as_bytes();
    let (mut lines, mut start) = (Vec::new(), from);
    for end in memchr::memchr3_iter(b'\n', b'\r', 0xe2, bytes.get(from..).unwrap_or_default()) {
        let end = from + end;
        let length = match bytes.get(end..) {
            _ if end < start => continue,
            Some([b'\r', b'\n', ..]) => 2,
            Some([b'\n' | b'\r', ..]) => 1,
            Some([0xe2, 0x80, 0xa8 | 0xa9, ..]) => 3,
            Some(_) | None => continue,
        };
        lines.push(line(text, start, end));
        start = end + length;
    }
    lines.push(line(text, start, text.len()));
    lines
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let span = trimmed(text, Span::new(start, end));
    Line { span, is_indented: span.start as usize > start && start > 0 }
}

/// The span without blanks and invisible marks at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let is_blank = |letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\0');
    let words = span.of(text);
    let without_start = words.trim_start_matches(is_blank);
    let start = span.start as usize + words.len() - without_start.len();
    Span::new(start, start + without_start.trim_end_matches(is_blank).len())
}

/// Whether the lines of a file were broken at a margin, so that several make a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Each line is a paragraph.
    #[default]
    Paragraph,
    /// Lines were broken at this width, in characters.
    Margin(usize),
}

impl Breaks {
    /// Decides by all lines of a file: in broken ones most lines that another follows directly stop in mid-sentence, and
    /// hardly any line is long.
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let (mut filled, mut long, mut widest, mut pairs, mut going_on) = (0_usize, 0_usize, 0, 0_usize, 0_usize);
        for pair in lines.windows(2) {
            let [above, below] = pair else { continue };
            if above.span.is_empty() {
                continue;
            }
            let width = width(above.span.of(text));
            filled += 1;
            if width > WIDEST {
                long += 1;
            } else if !below.span.is_empty() {
                widest = widest.max(width);
                pairs += 1;
                going_on += usize::from(width >= 30 && goes_on(above.span.of(text), below.span.of(text)));
            }
        }
        let is_broken = going_on > 0 && going_on * 5 >= pairs * 2 && long * 10 <= filled;
        if is_broken { Self::Margin(widest) } else { Self::Paragraph }
    }

    /// Whether the line below belongs to the paragraph of the line above it.
    pub fn joins(self, text: &str, above: Line, below: Line) -> bool {
        let Self::Margin(widest) = self else { return false };
        let (over, under) = (above.span.of(text), below.span.of(text));
        if goes_on(over, under) {
            return true;
        }
        // A line that had room for the next word was ended on purpose.
        let next_word = under.split_whitespace().next().unwrap_or("");
        let is_full = (width(over) + 1 + width(next_word)) * 10 >= widest * 8;
        let is_new = below.is_indented && !above.is_indented;
        is_full && !is_new && width(over) <= WIDEST
    }
}

/// Whether a sentence runs from one line into the next.
fn goes_on(above: &str, below: &str) -> bool {
    let is_open = !above.ends_with(['.', '!', '?', ':', '"', '\u{201d}']);
    is_open && below.starts_with(char::is_lowercase)
}

/// The number of characters; of a text that is too long to matter, its bytes.
fn width(words: &str) -> usize {
    if words.len() > 4 * WIDEST { words.len() } else { words.chars().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Vec<&str> {
        lines(text, 0).iter().map(|line| line.span.of(text)).collect()
    }

    #[test]
    fn every_line_end_counts() {
        assert_eq!(
            spelled("a\nb\r\nc\rd\u{2028}e\u{2029}f\n\n g\u{a0} \n"),
            ["a", "b", "c", "d", "e", "f", "", "g", ""]
        );
        assert_eq!(spelled("\u{feff}Title\r\r“Quoted”"), ["Title", "", "“Quoted”"]);
        assert_eq!(spelled(""), [""]);
    }

    #[test]
    fn a_margin_is_told_from_paragraphs() {
        let broken = "The two mayors met on the old bridge that spans the river,\nand spoke for an hour about the toll that\n\
                      both towns want. Neither would say who asked for the\nmeeting.\n\nNobody else came.";
        let paragraphs = "Two mayors meet on the bridge\nDecember 30, 2021\nThe two mayors met on the old bridge.\nNobody else came.";
        assert!(matches!(Breaks::of(broken, &lines(broken, 0)), Breaks::Margin(_)));
        assert_eq!(Breaks::of(paragraphs, &lines(paragraphs, 0)), Breaks::Paragraph);
    }
}
