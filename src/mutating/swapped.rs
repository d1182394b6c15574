//! A word of a value for another of its sort: a month, a day of the week, a zone, a unit.

use super::{Alteration, ChangeScene, Makes, Mutator, Unseen, written};
use crate::{
    lexicon::{Class, MutationWords},
    mention::Mention,
    text::TokenKind,
    value::Content,
};
use std::collections::BTreeMap;

/// The month of a date.
pub const MONTH: Mutator = Mutator {
    name: "month",
    about: "the month of a date",
    makes: Makes::Text(|scene| made(scene, |words| &words.months, is_dated), Unseen::Equal),
};

/// The unit of an amount.
pub const UNIT: Mutator = Mutator {
    name: "unit",
    about: "a unit or a currency for another",
    makes: Makes::Text(|scene| made(scene, |words| &words.units, is_amount), Unseen::Equal),
};

/// A day of the week.
pub const WEEKDAY: Mutator = Mutator {
    name: "weekday",
    about: "a day of the week for the next",
    makes: Makes::Text(|scene| made(scene, |words| &words.weekdays, is_dated), Unseen::Equal),
};

/// The zone of a time.
pub const ZONE: Mutator = Mutator {
    name: "zone",
    about: "the zone of a time of day",
    makes: Makes::Text(|scene| made(scene, |words| &words.zones, is_time), Unseen::Equal),
};

fn is_dated(mention: &Mention) -> bool {
    matches!(mention.value.content, Content::Date(_) | Content::Time(_))
}

fn is_time(mention: &Mention) -> bool {
    matches!(mention.value.content, Content::Time(_))
}

fn is_amount(mention: &Mention) -> bool {
    matches!(mention.value.content, Content::Amount(_))
}

/// The first word of each such value that the table has another for.
fn made(
    scene: &ChangeScene<'_>,
    table: fn(&MutationWords) -> &BTreeMap<String, String>,
    is_asked: fn(&Mention) -> bool,
) -> Vec<Alteration> {
    let others = table(scene.lexicon.mutations());
    let mut found = Vec::new();
    for mention in scene.claimed_mentions().filter(|mention| is_asked(mention)) {
        found.extend((mention.first..mention.end).find_map(|at| {
            // "km/h" is one unit.
            let joined = (scene.text.token(at + 1).kind == TokenKind::Slash).then_some(at + 3);
            let ends = joined.into_iter().chain([at + 1]).filter(|end| *end <= mention.end);
            ends.filter_map(|end| of_words(scene, others, (at, end), mention)).next()
        }));
    }
    found
}

fn of_words(
    scene: &ChangeScene<'_>,
    others: &BTreeMap<String, String>,
    (first, end): (usize, usize),
    mention: &Mention,
) -> Option<Alteration> {
    let span = scene.text.span_of(first, end);
    let words = span.of(scene.text.source());
    let with = written::recased(others.get(&words.to_lowercase())?, words);
    // "An hour" is no "an minute", and the second of several is no unit.
    let is_bare = scene.text.token(first).kind == TokenKind::Word
        && is_amount(mention)
        && (first == mention.first || scene.lexicon.word(scene.text.token(first - 1).word).is(Class::ARTICLE));
    (!is_bare).then_some(Alteration { span, with, whole: mention.span })
}
