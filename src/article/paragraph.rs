//! The paragraphs of a file, whatever its format, before it is known what they are.

use super::{Excerpt, lines};
use crate::span::Span;
use std::ops::Range;

/// What the formats make of a file.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub paragraphs: Vec<ArticleParagraph>,
    /// Marks inside paragraphs that are not words, in order.
    pub markup: Vec<Span>,
    /// What is also read by itself.
    pub excerpts: Vec<Excerpt>,
}

/// A stretch of a text that stands on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ArticleParagraph {
    pub span: Span,
    pub shape: ParagraphShape,
    /// Whether something other than a line end, such as a blank line, stands between it and the one before.
    pub is_apart: bool,
    /// Whether all its words are those of links.
    pub is_linked: bool,
    /// Its part of the layout's markup.
    pub markup: Range<usize>,
}

/// What a format itself says of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParagraphShape {
    /// Nothing.
    Running,
    /// It is a heading; 1 is the highest.
    Heading(u8),
    /// It is an item of a list.
    Item,
    /// It is a picture's alternative text.
    Picture,
    /// It is a row of a table.
    Row,
    /// It is a line of code.
    Code,
}

impl Layout {
    /// Adds each line of a stretch of code as a paragraph.
    pub fn code_lines(&mut self, text: &str, code: Span) {
        let end = code.range().end;
        let own = lines::lines(text.get(..end).unwrap_or(text), code.range().start);
        for line in own.iter().filter(|line| line.span.of(text).contains(char::is_alphanumeric)) {
            let markup = self.markup.len()..self.markup.len();
            let (shape, is_apart, is_linked) = (ParagraphShape::Code, true, false);
            self.paragraphs.push(ArticleParagraph { span: line.span, shape, is_apart, is_linked, markup });
        }
    }

    /// The words of a paragraph without its markup.
    pub fn words(&self, text: &str, paragraph: &ArticleParagraph) -> String {
        let marks = self.markup.get(paragraph.markup.clone()).unwrap_or_default();
        let mut words = String::with_capacity(paragraph.span.len());
        let mut start = paragraph.span.start;
        for mark in marks {
            words.push_str(Span { start, end: mark.start }.of(text));
            start = mark.end;
        }
        words.push_str(Span { start, end: paragraph.span.end }.of(text));
        words
    }
}

/// Whether no letter or digit of `span` lies outside the links, where there are links.
pub(super) fn is_linked(text: &str, span: Span, links: &[Span], marks: &[Span]) -> bool {
    let has_words = |start: u32, end: u32| Span { start, end }.of(text).contains(char::is_alphanumeric);
    let mut covered: Vec<Span> = links.iter().chain(marks).copied().collect();
    covered.sort_unstable();
    let mut at = span.start;
    for cover in covered {
        if at < cover.start && has_words(at, cover.start) {
            return false;
        }
        at = at.max(cover.end);
    }
    !links.is_empty() && (at >= span.end || !has_words(at, span.end))
}
