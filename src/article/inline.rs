//! Marks that people leave in plain text: links, emphasis, headings, bullets, quoted lines, code.

use super::paragraph::{ArticleParagraph, ParagraphShape, is_linked};
use crate::span::Span;

/// Makes a paragraph of `span` that stands apart, and adds its marks to `markup`.
pub(super) fn paragraph(text: &str, span: Span, markup: &mut Vec<Span>) -> ArticleParagraph {
    let first = markup.len();
    let mut scan = Scan { words: span.of(text), offset: span.start as usize, ..Scan::default() };
    let shape = scan.line_starts();
    scan.inline();
    scan.marks.sort_unstable();
    for mark in scan.marks {
        // Marks that cross, as in `**a *b** c*`, stay apart.
        if markup.last().is_none_or(|last| last.end <= mark.start) {
            markup.push(mark);
        }
    }
    let marks = markup.get(first..).unwrap_or_default();
    let is_linked = !scan.links.is_empty() && is_linked(text, span, &scan.links, marks);
    let is_picture = scan.pictures > 0 && is_linked;
    let shape = if is_picture { ParagraphShape::Picture } else { shape };
    ArticleParagraph { span, shape, is_apart: true, is_linked, markup: first..markup.len() }
}

/// The marks of one paragraph; places inside it are counted from its start.
#[derive(Default)]
struct Scan<'a> {
    words: &'a str,
    offset: usize,
    marks: Vec<Span>,
    links: Vec<Span>,
    pictures: usize,
    /// The square brackets that are open.
    brackets: Vec<usize>,
    /// The last emphasis that is open, by mark and length.
    emphasis: [Option<usize>; 6],
    /// The last backticks that are open, by number.
    code: [Option<usize>; 3],
}

impl<'a> Scan<'a> {
    fn mark(&mut self, start: usize, end: usize) {
        self.marks.push(Span::new(self.offset + start, self.offset + end));
    }

    fn rest(&self, at: usize) -> &'a str {
        self.words.get(at..).unwrap_or("")
    }

    /// Marks `>` at the start of each line, and a heading's `#` or a bullet at the start of the first.
    fn line_starts(&mut self) -> ParagraphShape {
        let mut at = 0;
        loop {
            let line = self.rest(at);
            let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
            let quoted = line.bytes().skip(blanks).take_while(|byte| matches!(byte, b'>' | b' ')).count();
            if line.get(blanks..).is_some_and(|line| line.starts_with('>')) {
                self.mark(at + blanks, at + blanks + quoted);
            }
            match memchr::memchr(b'\n', line.as_bytes()) {
                Some(end) => at += end + 1,
                None => break,
            }
        }
        let start = self.marks.first().filter(|mark| mark.start as usize == self.offset).map_or(0, |mark| mark.len());
        let line = self.rest(start);
        if let Some((length, shape)) = heading(line).or_else(|| bullet(line)) {
            self.mark(start, start + length);
            return shape;
        }
        ParagraphShape::Running
    }

    fn inline(&mut self) {
        let mut at = 0;
        while let Some(&byte) = self.words.as_bytes().get(at) {
            at = match byte {
                b'[' => {
                    self.brackets.push(at);
                    at + 1
                }
                b']' => self.link(at),
                b'<' => self.address(at),
                b'*' | b'_' | b'`' => self.run(at, byte),
                _ => at + 1,
            };
        }
    }

    /// `](address)` after an open bracket.
    fn link(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else { return at + 1 };
        let Some(length) = self.rest(at + 1).strip_prefix('(').and_then(address_length) else { return at + 1 };
        let end = at + 2 + length;
        let is_picture = open > 0 && self.words.as_bytes().get(open - 1) == Some(&b'!');
        self.mark(open - usize::from(is_picture), open + 1);
        self.mark(at, end);
        self.links.push(Span::new(self.offset + open, self.offset + end));
        self.pictures += usize::from(is_picture);
        end
    }

    /// `<https://...>`.
    fn address(&mut self, at: usize) -> usize {
        let rest = self.rest(at + 1);
        if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("mailto:") {
            let length = rest.find(|letter: char| letter == '>' || letter.is_whitespace()).unwrap_or(0);
            if rest.get(length..).is_some_and(|rest| rest.starts_with('>')) && length > 0 {
                self.mark(at, at + length + 2);
                return at + length + 2;
            }
        }
        at + 1
    }

    /// A run of `*`, `_` or backticks opens or closes; marks inside words, and marks alone, are neither.
    fn run(&mut self, at: usize, byte: u8) -> usize {
        let length = self.words.bytes().skip(at).take_while(|&next| next == byte).count();
        let end = at + length;
        let before = self.words.get(..at).and_then(|words| words.chars().next_back());
        let after = self.rest(end).chars().next();
        let is_edge = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        let is_blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        let (opens, closes) = (is_edge(before) && !is_blank(after), is_edge(after) && !is_blank(before));
        let slot = match byte {
            b'*' => self.emphasis.get_mut(length.wrapping_sub(1)).filter(|_| length <= 3),
            b'_' => self.emphasis.get_mut(length + 2).filter(|_| length <= 3),
            _ => self.code.get_mut(length.wrapping_sub(1)),
        };
        if let Some(open) = slot {
            if let Some(start) = open.filter(|_| closes) {
                *open = None;
                self.mark(start, start + length);
                self.mark(at, end);
            } else if opens {
                *open = Some(at);
            }
        }
        end
    }
}

/// The length of an address and its closing bracket: no blanks, brackets paired, and it looks like an address.
fn address_length(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, letter) in rest.char_indices().take(2000) {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            ')' => {
                let address = rest.get(..at)?;
                let is_address = address.is_empty() || address.starts_with('#') || address.contains(['.', '/', ':']);
                return is_address.then_some(at + 1);
            }
            '[' | ']' | '<' | '`' => return None,
            letter if letter.is_whitespace() => return titled_length(rest, at),
            _ => {}
        }
    }
    None
}

/// The length where a title in quotation marks follows the address: `(x.png "A bridge")`.
fn titled_length(rest: &str, blank: usize) -> Option<usize> {
    let title = rest.get(blank..)?.trim_start().strip_prefix('"')?;
    let end = title.get(..title.len().min(600)).unwrap_or(title).find("\")")?;
    Some(rest.len() - title.len() + end + 2)
}

fn heading(line: &str) -> Option<(usize, ParagraphShape)> {
    let level = line.bytes().take_while(|&byte| byte == b'#').count();
    let after = line.get(level..)?;
    let is_heading = (1..=6).contains(&level) && after.starts_with([' ', '\t']);
    is_heading.then_some((level, ParagraphShape::Heading(u8::try_from(level).unwrap_or(6))))
}

/// `- `, `* `, `• ` and `1. `; a number only before a capital or a mark, since a sentence may begin with one.
pub(super) fn bullet(line: &str) -> Option<(usize, ParagraphShape)> {
    let mark = line.chars().next()?;
    if "-*+•‣◦▪■●·".contains(mark) {
        let after = line.get(mark.len_utf8()..)?;
        return after.starts_with([' ', '\t', '\u{a0}']).then_some((mark.len_utf8(), ParagraphShape::Item));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let after = line.get(digits..)?.strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    let is_item =
        (1..=2).contains(&digits) && !after.starts_with(|letter: char| letter.is_lowercase() || letter.is_numeric());
    is_item.then_some((digits + 1, ParagraphShape::Item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &str) -> Vec<&str> {
        let mut markup = Vec::new();
        let paragraph = paragraph(text, Span::new(0, text.len()), &mut markup);
        assert_eq!(paragraph.markup, 0..markup.len());
        markup.iter().map(|mark| mark.of(text)).collect()
    }

    #[test]
    fn marks_are_no_words() {
        for (text, found) in [
            ("By [Ada Quill](#) and [Bo](/bo)", vec!["[", "](#)", "[", "](/bo)"]),
            ("![A bridge](a.png \"The old bridge\") x", vec!["![", "](a.png \"The old bridge\")"]),
            ("see <https://quill.example/a_b_c> now", vec!["<https://quill.example/a_b_c>"]),
            ("**Related:** it", vec!["**", "**"]),
            ("*one* and _two_, __three__ ***four***", vec!["*", "*", "_", "_", "__", "__", "***", "***"]),
            ("**_both_**", vec!["**", "_", "_", "**"]),
            ("“*quoted*”", vec!["*", "*"]),
            ("## **Toll**", vec!["##", "**", "**"]),
            ("- an item", vec!["-"]),
            ("12. An item", vec!["12."]),
            ("> quoted\n> twice", vec!["> ", "> "]),
            ("run `toll --all` or ``a`b``", vec!["`", "`", "``", "``"]),
            ("[a (b) c](https://q.example/w_(x))", vec!["[", "](https://q.example/w_(x))"]),
        ] {
            assert_eq!(marks(text), found, "{text}");
        }
    }

    #[test]
    fn what_is_no_mark() {
        for text in [
            "5 * 3 * 2",
            "5*3*2",
            "snake_case_name and other_name_s",
            "full [U.S.] support for [the town]",
            "[sic](and so on)",
            "the price* fell\n*without tax",
            "#1 in the town",
            "2021. It was",
            "3. and 4. of May",
            "f***",
            "a < b and c > d",
            "`quoted' and `again'",
            "-5 degrees",
            "<b>bold</b>",
            "*****",
            "]( [ ](",
        ] {
            assert!(marks(text).is_empty(), "{text}: {:?}", marks(text));
        }
    }
}
