//! Numbers that markup or an entity cuts: "$3**6**", "1&#44;500", "5\\.50". Nobody reads a part of one.

use super::{Token, TokenKind, entity};
use crate::span::Span;

/// Makes the pieces of such numbers no numbers.
pub(super) fn let_go(source: &str, tokens: &mut [Token]) {
    let mut at = 0;
    while let Some([first, second, ..]) = tokens.get(at..) {
        if first.kind != TokenKind::Number {
            at += 1;
            continue;
        }
        let joins = joint(source, *first, *second);
        let third = tokens.get(at + 2).copied().unwrap_or(Token::END);
        let last = match () {
            () if joins == CutJoint::Cut && second.kind == TokenKind::Number => Some(at + 1),
            () if is_separator(source, *second) && third.kind == TokenKind::Number => {
                let second_joins = joint(source, *second, third);
                let is_cut = joins == CutJoint::Cut || second_joins == CutJoint::Cut || is_entity(source, *second);
                (is_cut && joins != CutJoint::Apart && second_joins != CutJoint::Apart).then_some(at + 2)
            }
            () => None,
        };
        if let Some(last) = last {
            for token in tokens.get_mut(at..last).unwrap_or_default() {
                token.kind = TokenKind::Other;
            }
            // The last piece is looked at once more, as the first of what may follow.
            let_last_go(source, tokens, last);
            at = last;
        }
        at += 1;
    }
}

/// The last piece, and all that is cut off behind it.
fn let_last_go(source: &str, tokens: &mut [Token], mut at: usize) {
    loop {
        let next = tokens.get(at + 1).copied().unwrap_or(Token::END);
        let Some(token) = tokens.get_mut(at) else { return };
        let goes_on = next.kind == TokenKind::Number && joint(source, *token, next) == CutJoint::Cut;
        token.kind = TokenKind::Other;
        if !goes_on {
            return;
        }
        at += 1;
    }
}

/// How two tokens stand beside one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CutJoint {
    /// Nothing is between them.
    Glued,
    /// Markup, and no blank.
    Cut,
    /// A blank.
    Apart,
}

fn joint(source: &str, one: Token, next: Token) -> CutJoint {
    if next.kind == TokenKind::End || next.span.start < one.span.end {
        return CutJoint::Apart;
    }
    let gap = Span { start: one.span.end, end: next.span.start }.of(source);
    match () {
        () if gap.is_empty() => CutJoint::Glued,
        () if gap.contains(char::is_whitespace) || entity::are_blanks(gap) => CutJoint::Apart,
        () => CutJoint::Cut,
    }
}

/// A comma or a point, as a mark or as an entity.
fn is_separator(source: &str, token: Token) -> bool {
    let written = token.span.of(source);
    matches!(written, "," | ".") || is_entity(source, token) && matches!(entity::read(written), "," | ".")
}

fn is_entity(source: &str, token: Token) -> bool {
    token.span.len() > 3 && token.span.of(source).starts_with('&')
}

#[cfg(test)]
mod tests {
    use crate::{
        lexicon::Lexicon,
        span::Span,
        text::{Block, Part, Text, TokenKind},
    };

    /// The numbers of a text whose stars and backslashes are markup.
    fn numbers(source: &str) -> Vec<&str> {
        let markup: Vec<Span> =
            source.match_indices(['*', '\\']).map(|(at, mark)| Span::new(at, at + mark.len())).collect();
        let block = Block { span: Span::new(0, source.len()), part: Part::Body };
        let text = Text::new(source, &[block], &markup, Lexicon::english());
        let numbers = text.tokens().iter().filter(|token| token.kind == TokenKind::Number);
        numbers.map(|token| token.span.of(source)).collect()
    }

    #[test]
    fn pieces_of_numbers_are_none() {
        for (source, expected) in [
            ("It is $1&#44;500 here.", &[][..]),
            ("It is $3*6* here.", &[]),
            ("It is $3*6*5 and 12.", &["12"]),
            ("It is $5\\.50 here.", &[]),
            ("It is $*1*,500 here.", &[]),
            ("It is *36* here.", &["36"]),
            ("It is $*36*, 12 more.", &["36", "12"]),
            ("It is 12&nbsp;May 2031.", &["12", "2031"]),
            ("It is 1,500 here.", &["1,500"]),
            ("Of *12*, 5 left.", &["12", "5"]),
        ] {
            assert_eq!(numbers(source), expected, "{source}");
        }
    }
}
