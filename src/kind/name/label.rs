//! Labels before what they announce: "**Board Head:** Ada Quill". In title case they tell no name by their capitals.

use super::is_in_title_case;
use crate::{
    lexicon::{Class, ClauseClass, Lexicon, NameClass},
    text::{Sentence, Text, TokenKind},
};

/// A label has at most so many tokens.
const LONGEST: usize = 9;

/// One past the label that a sentence opens with, or its first token where it has none. A label ends before a colon, or
/// before a dash where it is emphasised; it is in title case, and emphasised, an item of a list, or made of common words.
pub(super) fn end(text: &Text, lexicon: &Lexicon, sentence: &Sentence) -> usize {
    let first = sentence.first;
    let opens = text.paragraphs().binary_search_by_key(&first, |paragraph| paragraph.first).is_ok();
    if !opens {
        return first;
    }
    let limit = sentence.end.min(first + LONGEST);
    let look = LabelLook::of(text, first);
    let ends = |token: &usize| match text.token(*token).kind {
        TokenKind::Colon => true,
        TokenKind::Dash | TokenKind::Hyphen => look == LabelLook::Emphasised && closes_emphasis(text, *token),
        _ => false,
    };
    let end = (first..limit).find(ends);
    // A whole line that is emphasised.
    let end = end.or_else(|| (look == LabelLook::Emphasised && is_line(text, sentence)).then_some(sentence.end));
    let Some(end) = end else { return first };
    let tokens = text.tokens().get(first..end).unwrap_or_default();
    let is_marked = look != LabelLook::Plain;
    let is_common = || (first..end).any(|token| is_common(text, lexicon, token));
    if is_in_title_case(text, lexicon, tokens) && (is_marked || is_common()) { end } else { first }
}

/// What stands before a label on its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LabelLook {
    /// Emphasis: `**`, `_`.
    Emphasised,
    /// The mark of an item.
    Item,
    /// Nothing.
    Plain,
}

impl LabelLook {
    fn of(text: &Text, first: usize) -> Self {
        let before = text.before_on_line(first);
        if before.ends_with(['*', '_']) {
            Self::Emphasised
        } else if before.trim_start().is_empty() {
            Self::Plain
        } else {
            Self::Item
        }
    }
}

/// Whether emphasis ends between a token and the one before it.
fn closes_emphasis(text: &Text, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).map(|before| text.token(before).span) else { return false };
    let gap = text.source().get(before.range().end..text.token(token).span.range().start);
    gap.is_some_and(|gap| gap.contains(['*', '_']))
}

/// Whether emphasis closes behind the last token of a short sentence.
fn is_line(text: &Text, sentence: &Sentence) -> bool {
    let end = text.token(sentence.end.saturating_sub(1)).span.range().end;
    let is_short = sentence.end - sentence.first <= LONGEST;
    is_short && text.source().get(end..).is_some_and(|rest| rest.starts_with(['*', '_']))
}

/// A word that is known as something else than a name.
fn is_common(text: &Text, lexicon: &Lexicon, token: usize) -> bool {
    let written = text.written(token);
    let class = lexicon.names().class(written);
    let word = lexicon.word(text.token(token).word);
    text.token(token).kind == TokenKind::Word
        && (class.is(NameClass::BARE_NOUN.and(NameClass::OPENER))
            || lexicon.clauses().class(written) != ClauseClass::NONE
            || lexicon.names().has_bare_end(written)
            || word.is(Class::LABEL.and(Class::ABSTRACT)))
        && !word.is(Class::MONTH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Part;

    #[test]
    fn labels() {
        for (source, expected) in [
            ("**Board Head:** Ada Quill", "Board Head"),
            ("**Power Outage**: it lasted", "Power Outage"),
            ("**Board Head** – Ada Quill", "Board Head"),
            ("- Impact on Homes: none", "Impact on Homes"),
            ("Overall Impact: none", "Overall Impact"),
            ("**Main Points**", "Main Points"),
            // No labels.
            ("Ada Quill: it is so.", ""),
            ("Strike Is Over, Ada Quill: it is so.", "Strike Is Over, Ada Quill"),
            ("Strike is Over: it is so.", ""),
            ("**Ada Quill** left the hall.", ""),
            ("The Selm Board said: it is so.", ""),
            ("They met Ada Quill: it is so.", ""),
            ("**They left the hall: it was late.**", ""),
            ("", ""),
        ] {
            let text = marked(source);
            let found = text
                .sentences()
                .first()
                .map_or("", |first| text.slice(first.first, end(&text, Lexicon::english(), first)));
            assert_eq!(found, expected, "{source}");
        }
    }

    /// A text whose marks are passed over.
    fn marked(source: &str) -> Text<'_> {
        use crate::{span::Span, text::Block};
        let marks = source.match_indices(['*', '_']).map(|(at, _)| Span::new(at, at + 1));
        let item = source.starts_with("- ").then(|| Span::new(0, 1));
        let markup: Vec<Span> = item.into_iter().chain(marks).collect();
        let block = Block { span: Span::new(0, source.len()), part: Part::Body };
        Text::new(source, &[block], &markup, Lexicon::english())
    }
}
