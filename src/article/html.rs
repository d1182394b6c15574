//! Blocks of HTML inside Markdown: their words are read, their tags are marks.

use super::{
    lines::trimmed,
    paragraph::{ArticleParagraph, Layout, ParagraphShape},
};
use crate::span::Span;

/// Elements that stand on lines of their own: one ends the paragraph before it.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Elements whose words are no longer so.
const STRUCK: &[&str] = &["del", "s", "strike"];
/// Elements whose words nobody sees.
const UNSEEN: &[&str] = &["script", "style", "svg", "template", "head", "title"];

/// A tag as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HtmlTag {
    /// Its name in small letters; empty for a comment or a declaration.
    pub name: String,
    /// Whether it ends its element.
    pub closes: bool,
    /// Its length in bytes.
    pub length: usize,
}

impl HtmlTag {
    /// The tag, comment or declaration at the beginning of a text.
    pub fn read(text: &str) -> Option<Self> {
        if let Some(comment) = text.strip_prefix("<!--") {
            let length = comment.find("-->").map_or(text.len(), |end| end + 7);
            return Some(Self { name: String::new(), closes: false, length });
        }
        let inner = text.strip_prefix('<')?;
        let closes = inner.starts_with('/');
        let words = inner.strip_prefix('/').unwrap_or(inner);
        let end = inner.find('>').filter(|_| Self::may_begin(text))?;
        let name: String = words.chars().take_while(char::is_ascii_alphanumeric).collect();
        Some(Self { name: name.to_ascii_lowercase(), closes, length: end + 2 })
    }

    /// Whether a text begins as a tag does.
    fn may_begin(text: &str) -> bool {
        let words = text.strip_prefix("</").or_else(|| text.strip_prefix('<')).unwrap_or_default();
        words.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '!' || letter == '?')
    }

    /// The first tag behind a byte, with where it begins.
    fn next(text: &str, mut from: usize, end: usize) -> Option<(usize, Self)> {
        loop {
            let open = from + memchr::memchr(b'<', text.as_bytes().get(from..end)?)?;
            let behind = text.get(open..end)?;
            match Self::read(behind) {
                Some(tag) => return Some((open, tag)),
                // Nothing behind it ends a tag.
                None if Self::may_begin(behind) => return None,
                None => from = open + 1,
            }
        }
    }

    /// Whether the words of its element are struck out.
    pub fn strikes(&self) -> bool {
        STRUCK.contains(&self.name.as_str())
    }

    /// Whether the words of its element are left out of the text.
    fn drops(&self) -> bool {
        self.strikes() || UNSEEN.contains(&self.name.as_str())
    }

    /// Whether it stands on lines of its own.
    pub fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name.as_str())
    }

    /// What its element makes of its words.
    fn shape(&self) -> Option<ParagraphShape> {
        if self.closes {
            return None;
        }
        match self.name.as_str() {
            "li" => Some(ParagraphShape::Item),
            "figcaption" => Some(ParagraphShape::Picture),
            "pre" => Some(ParagraphShape::Code),
            name => {
                let level = name.strip_prefix('h')?.parse().ok()?;
                (1..=6).contains(&level).then_some(ParagraphShape::Heading(level))
            }
        }
    }
}

/// Adds the paragraphs of a block of HTML to a layout.
pub(super) fn paragraphs(text: &str, block: Span, layout: &mut Layout) {
    let mut reader = HtmlReader { text, layout, shape: ParagraphShape::Running, covered: Vec::new() };
    let end = block.range().end.min(text.len());
    let (mut at, mut from) = (block.range().start, block.range().start);
    while let Some((open, tag)) = HtmlTag::next(text, at, end) {
        reader.cover(from, open);
        at = (open + tag.length).min(end);
        if tag.drops() && !tag.closes {
            at = element_end(text, at, end, &tag.name);
        }
        from = at;
        reader.tag(&tag);
    }
    reader.cover(from, end);
    reader.close();
}

/// One past the closing tag of an element that is dropped; where it has none, its block ends it.
fn element_end(text: &str, from: usize, end: usize, name: &str) -> usize {
    let mut at = from;
    while let Some((open, tag)) = HtmlTag::next(text, at, end) {
        at = (open + tag.length).min(end);
        if tag.closes && tag.name == name {
            return at;
        }
    }
    end
}

struct HtmlReader<'t, 'l> {
    text: &'t str,
    layout: &'l mut Layout,
    shape: ParagraphShape,
    /// The words of the paragraph that is being read.
    covered: Vec<Span>,
}

impl HtmlReader<'_, '_> {
    fn cover(&mut self, start: usize, end: usize) {
        if self.shape == ParagraphShape::Code {
            self.layout.code_lines(self.text, Span::new(start, end));
        } else if self.text.get(start..end).is_some_and(|words| words.contains(|letter: char| !letter.is_whitespace()))
        {
            self.covered.push(Span::new(start, end));
        }
    }

    fn tag(&mut self, tag: &HtmlTag) {
        if tag.is_block() {
            self.close();
            self.shape = tag.shape().unwrap_or(ParagraphShape::Running);
        }
    }

    /// Ends the paragraph; one without words is none.
    fn close(&mut self) {
        let covered = std::mem::take(&mut self.covered);
        let has_words = covered.iter().any(|words| words.of(self.text).contains(char::is_alphanumeric));
        let (Some(first), Some(last)) = (covered.first().filter(|_| has_words), covered.last()) else { return };
        let span = trimmed(self.text, first.cover(*last));
        let before = self.layout.markup.len();
        for pair in covered.windows(2) {
            if let [one, next] = pair {
                self.layout.markup.push(Span { start: one.end, end: next.start });
            }
        }
        let markup = before..self.layout.markup.len();
        let (shape, is_apart, is_linked) = (self.shape, true, false);
        self.layout.paragraphs.push(ArticleParagraph { span, shape, is_apart, is_linked, markup });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{article::markdown, lexicon::Lexicon};

    fn check(text: &str, expected: &[(ParagraphShape, &str)]) {
        let layout = markdown::layout(text, 0, Lexicon::english());
        let words = |paragraph: &ArticleParagraph| (paragraph.shape, layout.words(text, paragraph));
        let found: Vec<_> = layout.paragraphs.iter().map(words).collect();
        let found: Vec<_> = found.iter().map(|(shape, words)| (*shape, words.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_between_tags_are_read() {
        use ParagraphShape::{Code, Heading, Item, Running};
        check("<p>The plan costs <b>$27</b>.</p>\n", &[(Running, "The plan costs $27.")]);
        check("<h2>Prices</h2>\n<ul><li>Free<li>Pro</ul>\n", &[(Heading(2), "Prices"), (Item, "Free"), (Item, "Pro")]);
        check("<div>\none<br>two <!-- not three -->\n</div>\n", &[(Running, "one"), (Running, "two")]);
        check("<p>Now $5, not <del>$9</del> <s>$8</s>.</p>\n", &[(Running, "Now $5, not .")]);
        check("<pre>\na = 5\nb = 6\n</pre>\n", &[(Code, "a = 5"), (Code, "b = 6")]);
        check("<p>5 < 6 and 7 > 6</p>\n", &[(Running, "5 < 6 and 7 > 6")]);
        check("<div>\n\nIt *stands*.\n\n</div>\n", &[(Running, "It stands.")]);
        check("It was ~~nine~~ <del>eight</del> five.", &[(Running, "It was   five.")]);
        check("one<br>two", &[(Running, "one"), (Running, "two")]);
    }

    #[test]
    fn an_element_that_is_not_closed_ends_with_its_paragraph() {
        use ParagraphShape::Running;
        check("It was <del>nine.\n\nIt is five.", &[(Running, "It was "), (Running, "It is five.")]);
        check(
            "Set the <title> tag to 60 letters.\n\nIt is five.",
            &[(Running, "Set the"), (Running, "tag to 60 letters."), (Running, "It is five.")],
        );
        check("<div>\n5 <a 6 <b 7\n</div", &[(Running, "5 <a 6 <b 7\n</div")]);
    }

    #[test]
    fn what_nobody_sees_is_no_text() {
        for text in [
            "<script>\nlet a = 5;\n</script>\n",
            "<!-- 5 words -->\n",
            "<style>p { top: 5px }</style>\n",
            "<div></div>\n",
        ] {
            check(text, &[]);
        }
    }
}
