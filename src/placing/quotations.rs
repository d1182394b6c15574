//! Quotations of one story: a part lies where the whole does.

use super::{Position, Situation};
use crate::{
    kind::quotation::Passage,
    lexicon::Lexicon,
    value::{Content, Likeness, Value},
};
use std::collections::BTreeMap;

/// Gives quotations that are a part of another one the position of the longest that holds them, so that they agree.
pub(super) fn align(values: &[(&Value, &Situation)], positions: &mut [Position], lexicon: &Lexicon) {
    let quotations: Vec<(usize, &str, Passage)> = values
        .iter()
        .enumerate()
        .filter_map(|(index, (value, _))| match &value.content {
            Content::Word(words) if matches!(value.kind.facts().likeness, Likeness::Passage) => {
                Some((index, &**words, Passage::read(words, lexicon)))
            }
            Content::Word(_) | Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        })
        .collect();
    if quotations.len() < 2 {
        return;
    }
    // Longer ones first; each is looked for among those that have its rarest word.
    let mut order: Vec<usize> = (0..quotations.len()).collect();
    let length = |at: &usize| quotations.get(*at).map_or(0, |(_, _, words)| words.len());
    order.sort_by_key(|at| (std::cmp::Reverse(length(at)), quotations.get(*at).map(|(_, words, _)| *words)));
    let mut with_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in order {
        let Some((index, _, own)) = quotations.get(at) else { continue };
        let rarest = own.words().map(|word| with_word.get(word).map_or(&[][..], Vec::as_slice));
        let among = rarest.min_by_key(|candidates| candidates.len()).unwrap_or_default();
        let whole = among.iter().filter_map(|at| quotations.get(*at)).find(|(_, _, words)| words.holds(own));
        if let (Some((_, words, _)), Some(position)) = (whole, positions.get_mut(*index)) {
            *position = Position::Word((*words).to_string());
            continue;
        }
        for word in own.words() {
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
    use crate::{kind::quotation::ENTRY, lexicon::Lexicon, placing::positions, value::Kind};

    #[test]
    fn quotations_agree_where_one_is_a_part_of_the_other() {
        for (one, other, agree) in [
            ("full support for Selm", "“Full [U.S.] support for Selm.”", true),
            ("full U.S. support for Selm", "Full [U.S.] support for Selm.", true),
            ("severe consequences", "would face severe consequences,", true),
            ("It’s done", "it's done", true),
            ("we agreed … to go on", "We agreed in Selm to go on today", true),
            ("to go on … we agreed", "We agreed in Selm to go on today", false),
            ("did not agree", "did agree", false),
            ("a mistake", "a colossal mistake", false),
        ] {
            let situation = Situation::default();
            let value = |words: &str| Value::word(Kind::of(&ENTRY), words, words);
            let (one_value, other_value) = (value(one), value(other));
            let found = positions(&[(&one_value, &situation), (&other_value, &situation)], Lexicon::english());
            assert_eq!(found[0] == found[1], agree, "{one} / {other}");
        }
    }
}
