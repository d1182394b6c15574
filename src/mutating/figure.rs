//! Another figure: ten times as much, and about a third more. Digits stay digits, and words stay words.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen, decimal::Decimal, written};
use crate::{
    lexicon::{Class, MutationWords},
    mention::Mention,
    text::TokenKind,
};

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "figure",
    about: "a figure: ten times as much, a third more",
    makes: Makes::Text(made, Unseen::Equal),
};

fn made(scene: &ChangeScene<'_>) -> Vec<Alteration> {
    // "No one" is no figure, though it counts.
    let is_figure = |mention: &&Mention| mention.value.content.amount().is_some_and(|amount| amount.interval.hi > 0.0);
    let amounts = scene.claimed_mentions().filter(is_figure);
    amounts.flat_map(|mention| of_mention(scene, mention)).collect()
}

fn of_mention(scene: &ChangeScene<'_>, mention: &Mention) -> Vec<Alteration> {
    let is_word = |at: usize| scene.lexicon.word(scene.text.token(at).word).is(Class::CARDINAL);
    let is_figure = |at: &usize| scene.text.token(*at).kind == TokenKind::Number || is_word(*at);
    let Some(first) = (mention.first..mention.end).find(is_figure) else { return Vec::new() };
    let is_hyphen = scene.text.token(first + 1).kind == TokenKind::Hyphen;
    // Of "twenty-five" the last word is another, and "twenty-fifty" is no number.
    let is_pair = is_word(first) && is_hyphen && first + 2 < mention.end && is_word(first + 2);
    let at = if is_pair { first + 2 } else { first };
    let others = others(scene.word(at), scene.lexicon.mutations());
    let kept = others.into_iter().skip(usize::from(is_pair));
    kept.map(|with| Alteration { span: scene.text.token(at).span, with, whole: scene.shown(mention) }).collect()
}

/// Ten times a figure, and a little more or less than it.
fn others(word: &str, words: &MutationWords) -> Vec<String> {
    if let Some(decimal) = Decimal::read(word) {
        let others = [decimal.by_ten().written(), decimal.by_a_third().written()];
        return others.into_iter().filter(|other| other != word).collect();
    }
    let known = words.numbers.get(&word.to_lowercase());
    known.map(|(ten, near)| vec![written::recased(ten, word), written::recased(near, word)]).unwrap_or_default()
}
