//! Straight double marks that are inches: `a 27" monitor`, and not `"we lost 27" players`.

use super::{Text, TokenKind};
use crate::lexicon::{Class, Lexicon};

/// Marks of a paragraph are looked at this far back.
const REACH: usize = 120;

/// Whether the mark at a token is of inches: straight, right behind digits, before a noun, and no quotation is open there.
#[must_use]
pub fn is_inches(text: &Text, lexicon: &Lexicon, token: usize) -> bool {
    let Some(number) = token.checked_sub(1).filter(|_| text.written(token) == "\"" && text.is_glued(token)) else {
        return false;
    };
    text.token(number).kind == TokenKind::Number && is_before_noun(text, lexicon, token) && !is_quoted(text, token)
}

/// "27" monitor", "12"-wide", "8" x 10"", "6'2" tall": what is measured, or another side.
fn is_before_noun(text: &Text, lexicon: &Lexicon, token: usize) -> bool {
    let next = text.token(token + 1);
    let word = lexicon.word(next.word);
    let spoken = Class::FUNCTION.and(Class::PAST).and(Class::FUTURE).and(Class::PASSED_OVER);
    match next.kind {
        TokenKind::Word => {
            let small = text.written(token + 1).starts_with(char::is_lowercase);
            small && !word.is(spoken) && !text.is_glued(token + 1)
        }
        TokenKind::Hyphen => text.is_glued(token + 1) && text.is_glued(token + 2),
        _ => false,
    }
}

/// Whether a quotation is open at the mark: one that opened before it in its paragraph, or too far back to be known.
fn is_quoted(text: &Text, token: usize) -> bool {
    let paragraphs = text.paragraphs();
    let index = paragraphs.partition_point(|paragraph| paragraph.end <= token);
    let Some(paragraph) = paragraphs.get(index).filter(|paragraph| paragraph.first + REACH > token) else {
        return true;
    };
    let mut is_open = false;
    for at in paragraph.first..token {
        if text.token(at).kind == TokenKind::DoubleQuote {
            let opens = at == paragraph.first || !text.is_glued(at) || text.token(at - 1).kind == TokenKind::Open;
            // Behind digits outside of a quotation it is an inch as well.
            is_open = opens;
        }
    }
    is_open
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each straight mark behind a digit is of inches.
    fn found(source: &str) -> Vec<bool> {
        let text = Text::plain(source, Lexicon::english());
        let marks = (1..text.tokens().len()).filter(|at| {
            text.token(*at).kind == TokenKind::DoubleQuote && text.token(at - 1).kind == TokenKind::Number
        });
        marks.map(|at| is_inches(&text, Lexicon::english(), at)).collect()
    }

    #[test]
    fn marks_of_inches() {
        for (source, expected) in [
            ("A 27\" monitor fell.", vec![true]),
            ("It has a 5.5\" screen.", vec![true]),
            ("He said \"no\" and sold a 12\" record.", vec![true]),
            ("A 12\" record and a 7\" single were sold.", vec![true, true]),
            ("A 12\"-wide board broke.", vec![true]),
            ("He said \"we lost 27\" players.", vec![false]),
            ("\"It was bad. We lost 12\" players said.", vec![false]),
            ("We lost 12\" he said.", vec![false]),
            ("We lost 12\" said Quill.", vec![false]),
            ("They call it \"Area 12\".", vec![false]),
        ] {
            assert_eq!(found(source), expected, "{source}");
        }
    }
}
