//! `quotation`: the words between two marks, as they stand.

use super::{Content, Kind, Position, Precision, Situation, Value, kind::Entry};
use crate::{
    fold,
    text::{Quotation, Text},
};
use std::collections::BTreeMap;

/// The shelf's entry. It reads no figures: quotations are found in a whole text, see [`crate::text::quotations`].
pub const ENTRY: Entry = Entry {
    name: "quotation",
    also: &["quote", "citation", "statement"],
    example: "\"severe consequences\"",
    has_hole: false,
    wide: true,
    ..Entry::PLAIN
};

/// The value of a quotation: its text has the marks, its words do not.
#[must_use]
pub fn value(text: &Text, quotation: &Quotation) -> Value {
    Value {
        kind: Kind::of(&ENTRY),
        text: text.slice(quotation.first, quotation.end).into(),
        hedge: None,
        precision: Precision::Exact,
        content: Content::Word(words(text, quotation).into()),
    }
}

/// What stands between the marks; paragraphs are parted by one line feed, the marks that they repeat are left out.
fn words(text: &Text, quotation: &Quotation) -> String {
    let close = quotation.end.saturating_sub(1);
    let starts = std::iter::once(quotation.first).chain(quotation.repeated.iter().copied());
    let ends = quotation.repeated.iter().copied().chain(std::iter::once(close));
    let pieces = starts.zip(ends).map(|(start, end)| {
        let (start, end) = (text.token(start).span.range().end, text.token(end).span.range().start);
        text.source().get(start..end).unwrap_or_default().trim()
    });
    pieces.collect::<Vec<_>>().join("\n")
}

/// Whether the words of a quotation stand in another one: after folding typography, brackets and case, and with any words at
/// an ellipsis. Without words it is in none.
#[must_use]
pub fn is_part_of(part: &str, whole: &str) -> bool {
    let part = fold::quotation(part);
    !part.is_empty() && holds(&fold::quotation(whole), &part)
}

/// Whether all stretches of `part` stand in one stretch of `whole`, in order.
fn holds(whole: &[Vec<String>], part: &[Vec<String>]) -> bool {
    whole.iter().any(|words| {
        let mut from = 0;
        part.iter().all(|stretch| {
            let rest = words.get(from..).unwrap_or_default();
            let found = rest.windows(stretch.len().max(1)).position(|window| window == stretch.as_slice());
            from += found.unwrap_or(0) + stretch.len();
            found.is_some()
        })
    })
}

/// Gives quotations that are a part of another one the position of the longest that holds them, so that they agree.
pub(super) fn align(values: &[(&Value, &Situation)], positions: &mut [Position]) {
    let quotations: Vec<(usize, &str, Vec<Vec<String>>)> = values
        .iter()
        .enumerate()
        .filter_map(|(index, (value, _))| match &value.content {
            Content::Word(words) if value.kind.name() == ENTRY.name => Some((index, &**words, fold::quotation(words))),
            Content::Word(_) | Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        })
        .collect();
    if quotations.len() < 2 {
        return;
    }
    // Longer ones first; each is looked for among those that have its rarest word.
    let mut order: Vec<usize> = (0..quotations.len()).collect();
    let length = |at: &usize| quotations.get(*at).map_or(0, |(_, _, words)| words.iter().map(Vec::len).sum::<usize>());
    order.sort_by_key(|at| (std::cmp::Reverse(length(at)), quotations.get(*at).map(|(_, words, _)| *words)));
    let mut with_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in order {
        let Some((index, _, own)) = quotations.get(at) else { continue };
        let rarest = own.iter().flatten().map(|word| with_word.get(word.as_str()).map_or(&[][..], Vec::as_slice));
        let among = rarest.min_by_key(|candidates| candidates.len()).unwrap_or_default();
        let whole = among.iter().filter_map(|at| quotations.get(*at)).find(|(_, _, words)| holds(words, own));
        if let (Some((_, words, _)), Some(position)) = (whole, positions.get_mut(*index)) {
            *position = Position::Word((*words).to_string());
            continue;
        }
        for word in own.iter().flatten() {
            let known = with_word.entry(word).or_default();
            if known.last() != Some(&at) {
                known.push(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lexicon::Lexicon, text::quotations};

    #[test]
    fn words_are_kept_as_they_stand() {
        for (source, expected) in [
            ("\"We agreed,\" she said.", "We agreed,"),
            ("He wrote ‘a [second] “way”’ on it.", "a [second] “way”"),
            ("It is  'a  range' of topics.", "a  range"),
        ] {
            let text = Text::plain(source, Lexicon::english());
            let found = quotations(&text).found;
            assert_eq!(words(&text, &found[0]), expected, "{source}");
        }
    }

    #[test]
    fn quotations_agree_where_one_is_a_part_of_the_other() {
        for (one, other, agree) in [
            ("full support for Selm", "“Full [U.S.] support for Selm.”", false),
            ("full U.S. support for Selm", "Full [U.S.] support for Selm.", true),
            ("severe consequences", "would face severe consequences,", true),
            ("It’s done", "it's done", true),
            ("we agreed … to go on", "We agreed in Selm to go on today", true),
            ("to go on … we agreed", "We agreed in Selm to go on today", false),
            ("did not agree", "did agree", false),
            ("a mistake", "a colossal mistake", false),
        ] {
            let situation = Situation::default();
            let value = |words: &str| Value {
                kind: Kind::of(&ENTRY),
                text: words.into(),
                hedge: None,
                precision: Precision::Exact,
                content: Content::Word(words.into()),
            };
            let (one_value, other_value) = (value(one), value(other));
            let found = super::super::positions(&[(&one_value, &situation), (&other_value, &situation)]);
            assert_eq!(found[0] == found[1], agree, "{one} / {other}");
        }
    }
}
