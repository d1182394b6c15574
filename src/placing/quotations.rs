//! Quotations of one story: a part lies where the whole does.

use super::{Position, Situation};
use crate::{
    kind::quotation::Passage,
    lexicon::Lexicon,
    value::{Content, Likeness, Value},
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// So many that may be cuts of the same are held against one.
const MOST_CUTS: usize = 16;

/// A quotation among the values.
struct Quoted<'v> {
    index: usize,
    situation: &'v Situation,
    words: &'v str,
    passage: Passage,
}

/// Gives quotations that are a part of another one the position of the longest that holds them, so that they agree; of several
/// that hold one and differ, that of its own article, so that no article is said to contradict what it does not say. Cuts
/// of one quotation that overlap have one position too.
pub(super) fn align(values: &[(&Value, &Situation)], positions: &mut [Position], lexicon: &Lexicon) {
    // A value by itself is printed more often than several are compared.
    if values.len() < 2 {
        return;
    }
    let quotations: Vec<Quoted<'_>> = values
        .iter()
        .enumerate()
        .filter_map(|(index, (value, situation))| match &value.content {
            Content::Word(words) if matches!(value.kind.facts().likeness, Likeness::Passage) => {
                Some(Quoted { index, situation, words, passage: Passage::read(words, lexicon) })
            }
            Content::Word(_) | Content::Amount(_) | Content::Date(_) | Content::Time(_) => None,
        })
        .collect();
    if quotations.len() < 2 {
        return;
    }
    // Longer ones first.
    let mut order: Vec<&Quoted<'_>> = quotations.iter().collect();
    order.sort_by_key(|one| (std::cmp::Reverse(one.passage.len()), one.words));
    let mut known = KnownQuotations::default();
    for own in order {
        let whole = known.whole(own);
        let like = whole.or_else(|| known.cut(own));
        let position = like.and_then(|like| positions.get(like.index)).cloned();
        if let (Some(position), Some(place)) = (position, positions.get_mut(own.index)) {
            *place = position;
        }
        if whole.is_none() {
            known.add(own);
        }
    }
}

/// The quotations that no other holds, by their words.
#[derive(Default)]
struct KnownQuotations<'q, 'v> {
    with_word: BTreeMap<&'q str, Vec<&'q Quoted<'v>>>,
    with_opening: FxHashMap<Vec<&'q str>, Vec<&'q Quoted<'v>>>,
    opened_by: FxHashMap<Vec<&'q str>, Vec<&'q Quoted<'v>>>,
}

impl<'q, 'v> KnownQuotations<'q, 'v> {
    /// That which holds another, looked for among those that have its rarest word: one of its own article, else the longest.
    fn whole(&self, own: &Quoted<'_>) -> Option<&'q Quoted<'v>> {
        let rarest = own.passage.words().map(|word| self.with_word.get(word).map_or(&[][..], Vec::as_slice));
        let among = rarest.min_by_key(|candidates| candidates.len()).unwrap_or_default();
        let holding = || among.iter().copied().filter(|one| one.passage.holds(&own.passage));
        let is_at_home = |one: &&Quoted<'_>| one.situation.article == own.situation.article;
        holding().find(is_at_home).or_else(|| holding().next())
    }

    /// That which is a cut of the same.
    fn cut(&self, own: &Quoted<'_>) -> Option<&'q Quoted<'v>> {
        let begin = own.passage.opening().and_then(|opening| self.with_opening.get(&opening));
        let behind = own.passage.openings().filter_map(|opening| self.opened_by.get(&opening));
        let among = begin.into_iter().chain(behind).flatten().copied();
        among.take(MOST_CUTS).find(|one| one.passage.overlaps(&own.passage))
    }

    fn add(&mut self, own: &'q Quoted<'v>) {
        for word in own.passage.words() {
            let known = self.with_word.entry(word).or_default();
            if known.last().is_none_or(|last| !std::ptr::eq(*last, own)) {
                known.push(own);
            }
        }
        for opening in own.passage.openings() {
            self.with_opening.entry(opening).or_default().push(own);
        }
        if let Some(opening) = own.passage.opening() {
            self.opened_by.entry(opening).or_default().push(own);
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
            ("The deck tipped … I ran", "The deck tipped ... I ran", true),
            ("We knew the wall was weak in May", "the wall was weak in May and nobody came", true),
            ("We knew the wall was weak", "was weak and we told them", false),
        ] {
            let situation = Situation::default();
            let value = |words: &str| Value::word(Kind::of(&ENTRY), words, words);
            let (one_value, other_value) = (value(one), value(other));
            let found = positions(&[(&one_value, &situation), (&other_value, &situation)], Lexicon::english());
            assert_eq!(found[0] == found[1], agree, "{one} / {other}");
        }
    }

    #[test]
    fn a_fragment_that_several_hold_is_with_its_own_article() {
        let situations = [0, 1].map(|article| Situation { article, ..Situation::default() });
        let value = |words: &str| Value::word(Kind::of(&ENTRY), words, words);
        let values = [value("a deck tipped"), value("I say a deck tipped"), value("It was Monday and a deck tipped")];
        let found = |of: [usize; 3]| {
            let situated: Vec<_> = values.iter().zip(of).map(|(value, of)| (value, &situations[of])).collect();
            positions(&situated, Lexicon::english())
        };
        // The entry of a live page is of its article, whatever its day.
        let entry = Situation { anchor: "2030-05-02".parse().ok(), ..situations[0].clone() };
        let of_entry = positions(
            &[(&values[0], &entry), (&values[1], &situations[1]), (&values[2], &situations[0])],
            Lexicon::english(),
        );
        assert_eq!(of_entry[0], of_entry[2]);
        let own = found([0, 0, 1]);
        assert_eq!(own[0], own[1]);
        let other = found([1, 0, 1]);
        assert_eq!(other[0], other[2]);
    }
}
