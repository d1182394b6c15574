//! The words of a claim, with their place and what stands around them.

use super::{Quote, open::OpenArticle};
use crate::span::Span;

/// A prefix or suffix has at most so many bytes.
const LONGEST_CONTEXT: usize = 160;

impl OpenArticle<'_> {
    /// The exact words with the rest of their sentence, trimmed.
    pub(super) fn quote(&self, first: usize, end: usize) -> Quote {
        let source = self.text.source();
        let span = self.text.span_of(first, end);
        let whole = self.sentence_of(first).map_or(span, |sentence| self.text.span_of(sentence.first, sentence.end));
        let before = source.get(whole.range().start..span.range().start).unwrap_or_default();
        let after = source.get(span.range().end..whole.range().end.max(span.range().end)).unwrap_or_default();
        Quote {
            prefix: last_words(before, LONGEST_CONTEXT).into(),
            suffix: first_words(after, LONGEST_CONTEXT).into(),
            ..self.quote_alone(span)
        }
    }

    /// The exact words at a place.
    pub(super) fn quote_alone(&self, span: Span) -> Quote {
        let source = self.text.source();
        let (line, column) = self.lines.narrow(source, span.range().start);
        let (end_line, end_column) = self.lines.narrow(source, span.range().end);
        Quote {
            start: span.start,
            end: span.end,
            line,
            column,
            end_line,
            end_column,
            exact: span.of(source).into(),
            ..Quote::default()
        }
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
