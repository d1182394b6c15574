//! Marks of citations, and the numbers of headings: "[1]", "[2, 3]", `[^4]`, "【5】", "## 2. Losses". They are no words.

use super::paragraph::{ArticleParagraph, Layout, ParagraphShape};
use crate::span::Span;

/// The number of a source has at most so many digits.
const LONGEST_NUMBER: usize = 3;
/// A mark of citations has at most so many bytes.
const LONGEST_MARK: usize = 40;

/// Adds the marks of citations and the numbers of headings to the marks of a layout.
pub(super) fn pass_over(text: &str, layout: &mut Layout) {
    let found: Vec<Vec<FoundMark>> = layout.paragraphs.iter().map(|paragraph| found(text, paragraph)).collect();
    // "[12] people" is the editor's word, unless others show that the text cites.
    let cites = found.iter().flatten().any(|mark| mark.cue == CitationCue::Clear);
    let mut markup = Vec::with_capacity(layout.markup.len());
    for (paragraph, found) in layout.paragraphs.iter_mut().zip(found) {
        let first = markup.len();
        markup.extend_from_slice(layout.markup.get(paragraph.markup.clone()).unwrap_or_default());
        let own = markup.get(first..).unwrap_or_default().to_vec();
        let marks = found.iter().filter(|mark| cites || mark.cue == CitationCue::Clear);
        markup.extend(marks.flat_map(|mark| uncovered(mark.span, &own)));
        if let ParagraphShape::Heading(_) = paragraph.shape {
            markup.extend(number_of_heading(text, paragraph.span, &own));
        }
        if let Some(all) = markup.get_mut(first..) {
            all.sort_unstable();
        }
        paragraph.markup = first..markup.len();
    }
    layout.markup = markup;
}

/// What looks like a citation.
struct FoundMark {
    span: Span,
    cue: CitationCue,
}

/// How surely it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CitationCue {
    /// It is glued to a word, ends a sentence or a clause, or leads somewhere.
    Clear,
    /// A word follows as in running text.
    Unclear,
}

fn found(text: &str, paragraph: &ArticleParagraph) -> Vec<FoundMark> {
    let words = match paragraph.shape {
        // "list[1]" cites nothing.
        ParagraphShape::Code => "",
        ParagraphShape::Running
        | ParagraphShape::Heading(_)
        | ParagraphShape::Item
        | ParagraphShape::Picture
        | ParagraphShape::Row => paragraph.span.of(text),
    };
    let offset = paragraph.span.range().start;
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = words.get(at..).and_then(|rest| rest.find(['[', '【'])).map(|open| at + open) {
        at = open + 1;
        let rest = words.get(open..).unwrap_or_default();
        if let Some(length) = mark_length(rest) {
            let (before, after) = (words.get(..open).unwrap_or_default(), rest.get(length..).unwrap_or_default());
            found.push(FoundMark { span: Span::new(offset + open, offset + open + length), cue: cue(before, after) });
            at = open + length;
        }
        while !words.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// The length of "[1]", `[^1]`, "[2, 3-5]" or "【1†source】" at the beginning of a text.
fn mark_length(rest: &str) -> Option<usize> {
    let (inner, close) = match rest.strip_prefix('[') {
        Some(inner) => (inner, ']'),
        None => (rest.strip_prefix('【')?, '】'),
    };
    let end = inner.char_indices().take(LONGEST_MARK).find(|(_, letter)| *letter == close).map(|(at, _)| at)?;
    let numbers = inner.get(..end)?;
    let numbers = numbers.strip_prefix('^').unwrap_or(numbers);
    let numbers = if close == '】' { numbers.split('†').next().unwrap_or(numbers) } else { numbers };
    let mut parts = numbers.split([',', ';', '-', '–', ' ', '^']).filter(|part| !part.is_empty());
    let is_number = |part: &str| part.len() <= LONGEST_NUMBER && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_mark = parts.clone().next().is_some() && parts.all(is_number);
    is_mark.then(|| rest.len() - inner.len() + end + close.len_utf8())
}

/// Told by what stands around it.
fn cue(before: &str, after: &str) -> CitationCue {
    let is_glued = before.ends_with(|letter: char| !letter.is_whitespace() && !"([\"'“‘".contains(letter));
    let leads = after.starts_with("](") || after.starts_with('(');
    let next = after.trim_start().chars().next();
    let ends = next.is_none_or(|letter| ".,;:!?)[【".contains(letter));
    if is_glued || leads || ends && !before.is_empty() { CitationCue::Clear } else { CitationCue::Unclear }
}

/// The pieces of a mark that are in no other.
pub(super) fn uncovered(mark: Span, others: &[Span]) -> Vec<Span> {
    let first = others.partition_point(|other| other.end <= mark.start);
    let mut pieces = Vec::new();
    let mut at = mark.start;
    for other in others.iter().skip(first).take_while(|other| other.start < mark.end) {
        pieces.push(Span { start: at, end: other.start.max(at) });
        at = at.max(other.end);
    }
    pieces.push(Span { start: at.min(mark.end), end: mark.end });
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// "2." at the beginning of a heading.
fn number_of_heading(text: &str, heading: Span, marks: &[Span]) -> Option<Span> {
    let first = marks.iter().take_while(|mark| mark.start == heading.start).map(|mark| mark.end).next();
    let start = first.unwrap_or(heading.start);
    let words = Span { start, end: heading.end }.of(text);
    let blanks = words.len() - words.trim_start().len();
    let words = words.get(blanks..)?;
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let after = words.get(digits..)?.strip_prefix(['.', ')', ':'])?;
    let is_number = (1..=2).contains(&digits) && after.starts_with(' ');
    let start = start as usize + blanks;
    let number = Span::new(start, start + digits + 1);
    (is_number && uncovered(number, marks) == [number]).then_some(number)
}

#[cfg(test)]
mod tests {
    use crate::{article::markdown, lexicon::Lexicon};

    fn words(text: &str) -> String {
        let mut layout = markdown::layout(text, 0, Lexicon::english());
        super::pass_over(text, &mut layout);
        let words: Vec<String> = layout.paragraphs.iter().map(|paragraph| layout.words(text, paragraph)).collect();
        words.join(" / ")
    }

    #[test]
    fn citations_are_no_words() {
        for (text, expected) in [
            ("The dam broke [1]. It did [2, 3].", "The dam broke . It did ."),
            ("The dam broke.[1][2] It did [^4].", "The dam broke. It did ."),
            ("The dam[3-5] broke【6】 and【7†source】 fell.", "The dam broke and fell."),
            ("The dam broke [1](https://q.example/a) there.", "The dam broke  there."),
            // Where others show that the text cites.
            ("The dam [1] broke [2].", "The dam  broke ."),
            ("## 2. Losses\n\nThe dam broke.", "  Losses / The dam broke."),
            ("### **3) Losses**", " Losses"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_citation() {
        for text in [
            "\"[12] people left,\" he said.",
            "He said that [12] people left.",
            "It rose [by 12].",
            "It was [1,200] in all.",
            "It was [sic] so.",
            "Broken [1",
            "[] and [ ]",
            "a【",
        ] {
            assert_eq!(words(text), text, "{text}");
        }
        assert_eq!(words("## 2031 was wet"), " 2031 was wet");
        assert_eq!(words("## 12 lost"), " 12 lost");
    }
}
