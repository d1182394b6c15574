//! Negations around the words of a choice: "not arson", "arson has been ruled out".

use crate::{
    lexicon::{Class, Lexicon},
    text::{Text, TokenKind},
};

/// A negation stands at most so many words before the choice that it takes back.
const REACH: usize = 4;

/// Whether a negation stands right before a token, in the same clause of the sentence that begins at `sentence`.
pub(super) fn stands_before(text: &Text, lexicon: &Lexicon, (sentence, first): (usize, usize)) -> bool {
    let nearest = (sentence..first).rev().take(REACH);
    let clause = nearest.take_while(|index| {
        let token = text.token(*index);
        !matches!(
            token.kind,
            TokenKind::Comma | TokenKind::Dash | TokenKind::Colon | TokenKind::DoubleQuote | TokenKind::Other
        )
    });
    clause.into_iter().any(|last| {
        let ends = |index: usize| lexicon.word(text.token(index).word).is(Class::NEGATION_END);
        let backwards = (sentence..=last).rev().map(|index| text.token(index).word);
        is_contracted(text.written(last)) || ends(last) && lexicon.negations.longest(backwards).is_some()
    })
}

/// Whether what begins at a token takes back the words before it, auxiliaries aside: "arson has been ruled out".
pub(super) fn stands_behind(text: &Text, lexicon: &Lexicon, (from, end): (usize, usize)) -> bool {
    let passed = |index: &usize| lexicon.word(text.token(*index).word).is(Class::PASSED_OVER);
    let behind = from + (from..end).take(REACH).take_while(passed).count();
    let ids = (behind..end).map(|index| text.token(index).word);
    behind < end && is_contracted(text.written(behind)) || lexicon.denials.longest(ids).is_some()
}

/// "Wasn't".
fn is_contracted(written: &str) -> bool {
    written.ends_with("n't") || written.ends_with("n\u{2019}t")
}
