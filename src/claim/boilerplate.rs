//! Boilerplate: the lines that a page has put between the paragraphs of an article, or into one.

use super::{Topic, extract::Extraction, quote::first_words};
use crate::{
    article, fold,
    span::Span,
    text::{Paragraph, Part, TokenKind},
    value::Value,
};
use std::ops::Range;

/// The words of a line that evidence shows are at most so many bytes.
const LONGEST_SHOWN: usize = 300;

impl Extraction<'_> {
    /// Every link, placeholder and caption that stands between two paragraphs of the body, and every sentence inside one that
    /// reads like such a line: without a full stop of its own.
    pub(super) fn boilerplate(&mut self, index: usize, topic: &Topic) {
        let (text, lexicon) = (self.open.text, &self.open.topics.lexicon);
        let paragraphs = text.paragraphs();
        let flows = |paragraph: &Paragraph| matches!(paragraph.part, Part::Lead | Part::Body);
        let first = paragraphs.iter().position(flows).unwrap_or(paragraphs.len());
        let last = paragraphs.iter().rposition(flows).unwrap_or_default();
        let between = paragraphs.get(first..last).unwrap_or_default().iter();
        // The words of a picture are told apart by its markup.
        let is_picture = |paragraph: &Paragraph| {
            let start = text.token(paragraph.first).span.range().start;
            text.source().get(..start).is_some_and(|before| before.ends_with("!["))
        };
        let is_line = |paragraph: &&Paragraph| {
            let is_one = matches!(paragraph.part, Part::Link | Part::Placeholder | Part::Caption);
            is_one && topic.is_in(paragraph.part) && !is_picture(paragraph)
        };
        let mut lines: Vec<(Range<usize>, Part)> =
            between.filter(is_line).map(|paragraph| (paragraph.first..paragraph.end, paragraph.part)).collect();
        let is_alone = |tokens: &Range<usize>| {
            text.paragraph_at(tokens.start).is_none_or(|whole| whole.first == tokens.start && whole.end == tokens.end)
        };
        for sentence in text.sentences().iter().filter(|sentence| topic.is_in(sentence.part)) {
            let tokens = sentence.first..sentence.end;
            if matches!(sentence.part, Part::Lead | Part::Body)
                && !is_alone(&tokens)
                && !matches!(text.token(sentence.end - 1).kind, TokenKind::Stop | TokenKind::DoubleQuote)
                && article::is_boilerplate(text.words_of(sentence), lexicon)
            {
                lines.push((tokens, sentence.part));
            }
        }
        lines.sort_by_key(|(tokens, _)| tokens.start);
        for (tokens, part) in lines.into_iter().filter(|(tokens, _)| !tokens.is_empty()) {
            let words = text.slice(tokens.start, tokens.end);
            let shown = first_words(words, LONGEST_SHOWN);
            let plain = text.words(tokens.start, tokens.end);
            let value = Value::word(topic.kind, first_words(&plain, LONGEST_SHOWN), &fold::words(words));
            let start = text.span_of(tokens.start, tokens.end).range().start;
            let place = Span::new(start, start + shown.len());
            self.claims.keep_at(index, value, part, Some((place, place)));
        }
    }
}
