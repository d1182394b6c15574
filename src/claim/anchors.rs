//! The words by which phrases are looked up: of those that a phrase cannot do without, the rarest.

use super::{
    phrase::{Element, Phrase},
    stem::Keys,
};
use crate::lexicon::{Class, Lexicon};

/// How much it costs to look something up by a word: how often it is expected in a text, and how many phrases have it.
type Commonness = u32;

/// What each word of some phrases costs.
pub(super) struct Anchors<'k> {
    keys: &'k Keys,
    /// By the number of the word.
    costs: Vec<Commonness>,
}

impl<'k> Anchors<'k> {
    /// Weighs the words of phrases, each as often as it is used.
    pub(super) fn new(used: impl Iterator<Item = u32>, keys: &'k Keys, lexicon: &Lexicon) -> Self {
        let words = keys.all();
        let mut uses = vec![1_u32; words.len() + 1];
        for number in used {
            if let Some(uses) = usize::try_from(number).ok().and_then(|number| uses.get_mut(number)) {
                *uses += 1;
            }
        }
        let mut costs = vec![0];
        costs.extend(
            words.iter().zip(uses.iter().skip(1)).map(|(word, uses)| expected(word, lexicon) + 2 * uses.ilog2()),
        );
        Self { keys, costs }
    }

    fn cost(&self, number: u32) -> Commonness {
        usize::try_from(number).ok().and_then(|number| self.costs.get(number)).copied().unwrap_or_default()
    }

    /// The numbers of words of which one must occur where a phrase does; none where it needs none.
    pub(super) fn of_phrase(&self, phrase: &Phrase) -> Vec<u32> {
        self.of_sequence(&phrase.elements).map(|(_, words)| words).unwrap_or_default()
    }

    /// Of words that must all occur, each by its numbers, the rarest; of those that are as rare the first.
    pub(super) fn rarest<'w>(&self, words: impl Iterator<Item = &'w [u32]>) -> &'w [u32] {
        let cost = |numbers: &&[u32]| {
            let dearest = numbers.iter().map(|number| self.cost(*number)).max().unwrap_or_default();
            dearest + 2 * numbers.len().max(1).ilog2()
        };
        words.min_by_key(cost).unwrap_or_default()
    }

    /// The best set of words of which one must occur: of a sequence the rarest, of a choice all alternatives together.
    fn of_sequence(&self, elements: &[Element]) -> Option<(Commonness, Vec<u32>)> {
        let found = elements.iter().filter_map(|element| match element {
            Element::Word(word) | Element::Unit(word) => Some(self.of_key(&word.key)),
            Element::Exact(word) => Some(self.of_key(&self.keys.key(word))),
            Element::Choice(choices) => choices
                .iter()
                .map(|choice| self.of_sequence(choice))
                .try_fold((0, Vec::new()), |(most, mut words), found| {
                    let (common, more) = found?;
                    words.extend(more);
                    Some((most.max(common), words))
                })
                .filter(|(_, words)| !words.is_empty()),
            Element::Possessive | Element::Mark(_) | Element::Hole(_) | Element::Gap | Element::Optional(_) => None,
        });
        found.min_by_key(|(common, _)| *common)
    }

    fn of_key(&self, key: &str) -> (Commonness, Vec<u32>) {
        let number = self.keys.known(key);
        (self.cost(number), vec![number])
    }
}

/// How often a word is expected in a text: long ones are rare.
fn expected(word: &str, lexicon: &Lexicon) -> Commonness {
    let known = lexicon.look_up(word);
    let length = u32::try_from(word.len().min(12)).unwrap_or(12);
    let function = known.is(Class::FUNCTION.and(Class::STARTER).and(Class::PASSED_OVER));
    (12 - length) + if function { 100 } else { 0 }
}
