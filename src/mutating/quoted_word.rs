//! A word lost from a quotation.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen};
use crate::{
    span::Span,
    text::{Initial, Quotation, TokenKind},
};

/// Its place on the shelf.
pub const ENTRY: Mutator =
    Mutator { name: "quoted", about: "a word lost from a quotation", makes: Makes::Text(made, Unseen::Unread) };

/// Fewer words are a name or a title as often as words that somebody said.
const FEWEST_WORDS: usize = 4;

fn made(scene: &ChangeScene<'_>) -> Vec<Alteration> {
    let outermost = scene.quotations.iter().filter(|quotation| quotation.depth == 0);
    let claimed = outermost.filter(|one| scene.claimed.meets(scene.text.span_of(one.first, one.end)));
    claimed.filter_map(|quotation| of_quotation(scene, quotation)).collect()
}

fn of_quotation(scene: &ChangeScene<'_>, quotation: &Quotation) -> Option<Alteration> {
    let is_word = |at: &usize| scene.text.token(*at).kind == TokenKind::Word;
    let words: Vec<usize> = (quotation.first + 1..quotation.end.saturating_sub(1)).filter(is_word).collect();
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let is_value = |at: usize| scene.mentions.iter().any(|mention| (mention.first..mention.end).contains(&at));
    let can_go = |at: &usize| scene.text.token(*at).initial == Initial::Lower && !is_value(*at);
    let inner = words.get(1..words.len() - 1)?;
    let middle = quotation.first.midpoint(quotation.end);
    let lost = inner.iter().copied().filter(can_go).min_by_key(|at| at.abs_diff(middle))?;
    let span = |at: usize| scene.text.token(at).span;
    let whole = span(lost - 1).cover(span(lost + 1));
    let gone = Span { start: span(lost).start, end: span(lost + 1).start };
    // A mark directly behind stays at the word before.
    let gone = if gone.end == span(lost).end { Span { start: span(lost - 1).end, end: span(lost).end } } else { gone };
    Some(Alteration { span: gone, with: String::new(), whole })
}
