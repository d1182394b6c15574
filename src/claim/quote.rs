//! The words of a claim, with their place and what stands around them.

use super::{Quote, open::OpenArticle};
use crate::{
    mention::ExcerptPlace,
    span::{LineIndex, Span},
};

/// A prefix or suffix has at most so many bytes.
const LONGEST_CONTEXT: usize = 160;

impl<'a> OpenArticle<'a> {
    /// Where words stand, and where their whole sentence does.
    pub(super) fn shown(&self, first: usize, end: usize) -> (Span, Span) {
        let words = self.span_of(first, end);
        if let Some(excerpt) = self.excerpt_of(first) {
            return (words, excerpt.shown);
        }
        (words, self.sentence_of(first).map_or(words, |sentence| self.text.span_of(sentence.first, sentence.end)))
    }

    /// Where the words of tokens stand: of an excerpt's only its own, and all of them where none of its own are among the tokens.
    pub(super) fn span_of(&self, first: usize, end: usize) -> Span {
        let Some(ExcerptPlace { own, .. }) = self.excerpt_of(first) else { return self.text.span_of(first, end) };
        let (from, to) = (first.max(own.start), end.min(own.end));
        if from < to { self.text.span_of(from, to) } else { self.text.span_of(own.start, own.end) }
    }

    /// The excerpt that a token stands in.
    fn excerpt_of(&self, token: usize) -> Option<&'a ExcerptPlace> {
        let number = || self.text.sentences().partition_point(|sentence| sentence.end <= token);
        if self.excerpts.is_empty() { None } else { self.excerpts.get(number()) }
    }

    /// The exact words with the rest of their sentence, trimmed.
    pub(super) fn quote(&self, first: usize, end: usize) -> Quote {
        let (words, shown) = self.shown(first, end);
        quote(self.text.source(), &self.lines, words, shown)
    }
}

/// The words at a place of a text, with what stands around them in another, trimmed.
pub(super) fn quote(source: &str, lines: &LineIndex, words: Span, shown: Span) -> Quote {
    let before = source.get(shown.range().start..words.range().start).unwrap_or_default();
    let after = source.get(words.range().end..shown.range().end.max(words.range().end)).unwrap_or_default();
    let (line, column) = lines.narrow(source, words.range().start);
    let (end_line, end_column) = lines.narrow(source, words.range().end);
    Quote {
        start: words.start,
        end: words.end,
        line,
        column,
        end_line,
        end_column,
        exact: words.of(source).into(),
        prefix: last_words(before, LONGEST_CONTEXT).into(),
        suffix: first_words(after, LONGEST_CONTEXT).into(),
    }
}

/// The last words of a text, from a blank on where it is longer than so many bytes.
fn last_words(text: &str, longest: usize) -> &str {
    let Some(mut from) = text.len().checked_sub(longest) else { return text };
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let rest = text.get(from..).unwrap_or_default();
    rest.find(char::is_whitespace).and_then(|space| rest.get(space..)).map_or(rest, str::trim_start)
}

/// The first words of a text, up to a blank where it is longer than so many bytes.
pub(super) fn first_words(text: &str, longest: usize) -> &str {
    if text.len() <= longest {
        return text;
    }
    let mut to = longest;
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let cut = text.get(..to).unwrap_or_default();
    cut.rfind(char::is_whitespace).and_then(|space| cut.get(..space)).map_or(cut, str::trim_end)
}
