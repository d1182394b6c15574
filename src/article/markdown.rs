//! Markdown: the events of pulldown-cmark to paragraphs.

use super::{
    Excerpt,
    byline::Byline,
    date_line::DateLine,
    html,
    lines::{self, Breaks, trimmed},
    paragraph::{ArticleParagraph, Layout, ParagraphShape, is_linked},
    plain,
    table::OpenTable,
};
use crate::{lexicon::Lexicon, span::Span, text::Part};
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The paragraphs of a Markdown text from the byte `from` on. Each row of a table is one, and each line of code.
pub(super) fn layout(text: &str, from: usize, lexicon: &Lexicon) -> Layout {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let source = text.get(from..).unwrap_or("");
    let mut reader = MarkdownReader::new(text, Breaks::of(text, &lines::lines(text, from)), lexicon);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        reader.read(event, range.start + from..range.end + from);
    }
    reader.close();
    reader.layout
}

/// The paragraph that is being read.
#[derive(Clone, Debug)]
struct OpenParagraph {
    shape: ParagraphShape,
    start: usize,
    end: usize,
    /// The bytes that are words or line ends.
    covered: Vec<Span>,
    links: Vec<Span>,
    /// Whether it has words, or an address, which is a mark.
    has_content: bool,
}

impl OpenParagraph {
    fn new(shape: ParagraphShape, start: usize) -> Self {
        Self { shape, start, end: start, covered: Vec::new(), links: Vec::new(), has_content: false }
    }
}

/// A block whose text is no running one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BlockText {
    /// Lines of code.
    Code,
    /// What was read already, or is not read.
    Passed,
}

struct MarkdownReader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    breaks: Breaks,
    layout: Layout,
    open: Option<OpenParagraph>,
    /// Lists that are open; the text of a tight one is in no paragraph.
    items: usize,
    /// What the text is, where it is none of a paragraph.
    inside: Option<BlockText>,
    /// How many elements are open whose words are struck out.
    struck: usize,
    table: OpenTable,
    /// Whether the text is an address in angle brackets.
    is_address: bool,
    /// How many paragraphs there were before the block that is being read; those after the first adjoin one another.
    before: usize,
}

impl<'a> MarkdownReader<'a> {
    fn new(text: &'a str, breaks: Breaks, lexicon: &'a Lexicon) -> Self {
        let layout = Layout::default();
        Self {
            text,
            lexicon,
            breaks,
            layout,
            open: None,
            items: 0,
            inside: None,
            struck: 0,
            table: OpenTable::default(),
            is_address: false,
            before: 0,
        }
    }

    fn read(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(_) if self.inside == Some(BlockText::Code) => {
                self.layout.code_lines(self.text, Span::new(range.start, range.end));
            }
            Event::Text(_) => self.cover(range),
            Event::Code(_) => {
                let written = self.text.get(range.clone()).unwrap_or("");
                let ticks = written.bytes().take_while(|&byte| byte == b'`').count();
                let code = range.start + ticks..range.end.saturating_sub(ticks).max(range.start + ticks);
                self.extend(range);
                self.cover(code.clone());
                let span = trimmed(self.text, Span::new(code.start, code.end));
                let (above, beside, shown, part) = (None, None, None, Some(Part::Code));
                self.layout.excerpts.push(Excerpt { span, above, beside, shown, part });
            }
            Event::SoftBreak | Event::HardBreak => self.line_end(range),
            Event::InlineHtml(_) => self.tag(range),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => self.extend(range),
            Event::Html(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.begin(ParagraphShape::Heading(number(*level)), range.start);
                self.before = self.layout.paragraphs.len();
            }
            Tag::Paragraph => {
                let shape = if self.items > 0 { ParagraphShape::Item } else { ParagraphShape::Running };
                self.begin(shape, range.start);
                self.before = self.layout.paragraphs.len();
            }
            Tag::Item => {
                self.close();
                self.before = self.layout.paragraphs.len();
                self.items += 1;
            }
            Tag::Image { .. } if self.is_in_row() => {
                // A picture in a cell has no caption.
                self.extend(range);
                self.struck += 1;
            }
            Tag::Image { .. } => {
                self.begin(ParagraphShape::Picture, range.start);
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.extend(range);
                self.is_address = true;
                self.note_content();
            }
            Tag::Link { .. } => {
                self.extend(range.clone());
                if let Some(open) = &mut self.open {
                    open.links.push(Span::new(range.start, range.end));
                }
            }
            Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => self.extend(range),
            Tag::Strikethrough => {
                self.extend(range);
                self.struck += 1;
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.inside = Some(BlockText::Code);
            }
            Tag::HtmlBlock => {
                self.close();
                html::paragraphs(self.text, Span::new(range.start, range.end), &mut self.layout);
                self.inside = Some(BlockText::Passed);
            }
            Tag::MetadataBlock(_) => {
                self.close();
                self.inside = Some(BlockText::Passed);
            }
            Tag::TableHead | Tag::TableRow => {
                self.begin(ParagraphShape::Row, range.start);
                self.before = self.layout.paragraphs.len();
                self.table.row();
            }
            Tag::TableCell => self.cell(range),
            Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_) => self.close(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        if let TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item = tag {
            // What is struck out ends with its block.
            self.struck = 0;
        }
        match tag {
            TagEnd::Image if self.is_in_row() => self.struck = self.struck.saturating_sub(1),
            TagEnd::Image => {
                self.extend(range.clone());
                self.close();
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => self.inside = None,
            TagEnd::Strikethrough => self.struck = self.struck.saturating_sub(1),
            TagEnd::TableCell => self.table.end_cell(self.open.as_ref().map_or(&[], |open| &open.covered)),
            TagEnd::TableHead => {
                self.table.head();
                self.close();
            }
            TagEnd::TableRow => {
                self.close_row();
            }
            TagEnd::Item => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Link => self.is_address = false,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table => self.close(),
        }
    }

    fn is_in_row(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.shape == ParagraphShape::Row)
    }

    /// A tag inside a paragraph: a line break ends it, and what is struck out is none of its words.
    fn tag(&mut self, range: Range<usize>) {
        let Some(tag) = self.text.get(range.clone()).and_then(html::HtmlTag::read) else { return self.extend(range) };
        if tag.strikes() {
            self.extend(range);
            self.struck = if tag.closes { self.struck.saturating_sub(1) } else { self.struck + 1 };
            return;
        }
        match self.open.as_ref().map(|open| open.shape) {
            Some(shape) if tag.is_block() && shape != ParagraphShape::Row => self.begin(shape, range.end),
            Some(_) | None => self.extend(range),
        }
    }

    /// A cell begins: the bar before it is a mark of the row that is read.
    fn cell(&mut self, range: Range<usize>) {
        let before = self.text.get(..range.start + 1).unwrap_or("").rfind('|');
        let Some(open) = &mut self.open else { return };
        if let Some(bar) = before.filter(|bar| !open.covered.is_empty() && *bar >= open.start) {
            open.covered.push(Span::new(bar, bar + 1));
        }
        self.table.begin_cell(open.covered.len());
    }

    /// Ends a row, whose cells are also read by themselves.
    fn close_row(&mut self) {
        let paragraphs = self.layout.paragraphs.len();
        self.close();
        if let Some(row) = self.layout.paragraphs.get(paragraphs) {
            let row = row.span;
            self.layout.excerpts.extend(self.table.excerpts(self.text, row));
        }
    }

    fn begin(&mut self, shape: ParagraphShape, start: usize) {
        self.cut(start);
        self.close();
        self.open = Some(OpenParagraph::new(shape, start));
    }

    /// Ends the open paragraph at a byte, although emphasis or a link may go on after it.
    fn cut(&mut self, end: usize) {
        if let Some(open) = &mut self.open {
            open.end = open.end.min(end);
        }
    }

    /// Takes bytes into the open paragraph; opens one for the text of a tight list.
    fn extend(&mut self, range: Range<usize>) {
        if self.inside.is_some() {
            return;
        }
        let shape = if self.items > 0 { ParagraphShape::Item } else { ParagraphShape::Running };
        let open = self.open.get_or_insert_with(|| OpenParagraph::new(shape, range.start));
        open.end = open.end.max(range.end);
    }

    fn cover(&mut self, range: Range<usize>) {
        self.extend(range.clone());
        if self.is_address || self.struck > 0 || self.inside.is_some() {
            return;
        }
        if self.text.get(range.clone()).is_some_and(|words| words.contains(char::is_alphanumeric)) {
            self.note_content();
        }
        if let Some(open) = &mut self.open {
            open.covered.push(Span::new(range.start, range.end));
        }
    }

    fn note_content(&mut self) {
        if let Some(open) = &mut self.open {
            open.has_content = true;
        }
    }

    /// A line ends: the paragraph goes on, unless one of the two lines is a paragraph by itself.
    fn line_end(&mut self, range: Range<usize>) {
        let above = self.text.get(..range.start).unwrap_or("").rsplit(['\n', '\r']).next().unwrap_or("");
        let after = self.text.get(range.start..).unwrap_or("");
        let after = after.trim_start_matches(['\\', ' ']).trim_start_matches(['\r', '\n']);
        let below = after.split(['\n', '\r']).next().unwrap_or("");
        let is_alone = |line: &str| {
            plain::is_address(line.trim())
                || DateLine::read(line, self.lexicon).is_some()
                || line.starts_with("By [")
                || Byline::read(line, self.lexicon).is_some()
        };
        let is_paragraph =
            self.breaks == Breaks::Paragraph && above.len() > 110 && above.ends_with(['.', '"', '”', '!', '?']);
        if is_paragraph || is_alone(above) || is_alone(below) {
            let shape = self.open.as_ref().map_or(ParagraphShape::Running, |open| open.shape);
            self.cut(range.start);
            self.begin(shape, range.end);
        } else {
            self.cover(range);
        }
    }

    /// Ends the open paragraph; one without words is none.
    fn close(&mut self) {
        let Some(open) = self.open.take().filter(|open| open.has_content) else { return };
        let span = trimmed(self.text, Span::new(open.start, open.end));
        let first = self.layout.markup.len();
        let mut at = span.start;
        for covered in &open.covered {
            self.mark(Span { start: at, end: covered.start.min(span.end) });
            at = at.max(covered.end);
        }
        self.mark(Span { start: at, end: span.end });
        let marks = self.layout.markup.get(first..).unwrap_or_default();
        let is_linked = !open.links.is_empty() && is_linked(self.text, span, &open.links, marks);
        let is_apart = self.layout.paragraphs.len() == self.before;
        let markup = first..self.layout.markup.len();
        self.layout.paragraphs.push(ArticleParagraph { span, shape: open.shape, is_apart, is_linked, markup });
    }

    /// Marks a gap between words, without the blanks at its ends.
    fn mark(&mut self, gap: Span) {
        if gap.start < gap.end {
            let gap = trimmed(self.text, gap);
            if !gap.is_empty() {
                self.layout.markup.push(gap);
            }
        }
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Vec<(ParagraphShape, String)> {
        let layout = layout(text, 0, Lexicon::english());
        layout.paragraphs.iter().map(|paragraph| (paragraph.shape, layout.words(text, paragraph))).collect()
    }

    fn check(text: &str, expected: &[(ParagraphShape, &str)]) {
        let found = spelled(text);
        let found: Vec<_> = found.iter().map(|(shape, words)| (*shape, words.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn blocks_become_paragraphs() {
        use ParagraphShape::{Code, Heading, Item, Picture, Row, Running};
        check("# **Toll** rises\n\nIt _did_.\n", &[(Heading(1), "Toll rises"), (Running, "It did.")]);
        check("- one\n- [two](#)\n", &[(Item, "one"), (Item, "two")]);
        check("- one\n\n- two `x`\n", &[(Item, "one"), (Item, "two x")]);
        check("> quoted\n> twice\n", &[(Running, "quoted\n twice")]);
        check("![The bridge](a.png)\n\nIt stands.", &[(Picture, "The bridge"), (Running, "It stands.")]);
        check("It ![bridge](a.png) stands.", &[(Running, "It"), (Picture, "bridge"), (Running, "stands.")]);
        check("| a | b |\n|---|---|\n| 1 | **2** |\n", &[(Row, " a | b"), (Row, " 1 | 2")]);
        check("A[^1] line.\n\n[^1]: A note.\n", &[(Running, "A line."), (Running, "A note.")]);
        check("two &amp; *three*", &[(Running, "two &amp; three")]);
        check("```sh\nrun 5\n\nrun 6\n```\n", &[(Code, "run 5"), (Code, "run 6")]);
        check("    run 5\n", &[(Code, "run 5")]);
        check("one\ntwo\r\nthree", &[(Running, "one\ntwo\r\nthree")]);
        check(
            "By Ada Quill\nDecember 30, 2021\nhttps://q.example/a",
            &[(Running, "By Ada Quill"), (Running, "December 30, 2021"), (Running, "https://q.example/a")],
        );
    }

    #[test]
    fn what_has_no_words_is_no_paragraph() {
        for text in ["```\n```", "<div>\n</div>\n", "---\n", "[a]: https://q.example\n", "[](#)"] {
            assert!(spelled(text).is_empty(), "{text}");
        }
    }
}
