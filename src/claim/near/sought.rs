//! The topics on which some articles are silent, and the words by which a sentence shows that it may speak of one.

use super::known::KnownValues;
use crate::{
    claim::{Topic, Topics, phrase::Element},
    kind::name::Spellings,
    lexicon::{Class, Lexicon},
};
use rustc_hash::FxHashMap;
use std::{collections::BTreeSet, sync::Arc};

/// A topic on which some articles are silent.
#[derive(Clone, Debug)]
pub struct SoughtTopic<'t> {
    /// The topic.
    pub topic: &'t Topic,
    /// What other articles give for it.
    pub known: KnownValues,
    /// The keys of words that stand in their sentences, beside its own.
    pub around: Vec<String>,
}

/// Such topics compiled for articles to be looked through.
#[derive(Debug)]
pub struct SoughtTopics {
    pub(super) topics: Topics,
    pub(super) known: Vec<KnownValues>,
    /// The topics that a word tells of, by its number.
    pub(super) telling: FxHashMap<u32, Vec<(usize, TellingSort)>>,
}

/// How a word tells of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TellingSort {
    /// It is one of its phrases, or kin to one.
    Own,
    /// It stands where others speak of it.
    Around,
}

impl SoughtTopics {
    /// Compiles topics, for articles in which names are spelled so.
    #[must_use]
    pub fn new(sought: &[SoughtTopic<'_>], spellings: Arc<Spellings>, lexicon: &Arc<Lexicon>) -> Self {
        let mut topics = Topics::new(sought.iter().map(|sought| sought.topic), spellings, lexicon);
        let mut telling: FxHashMap<u32, Vec<(usize, TellingSort)>> = FxHashMap::default();
        for (index, one) in sought.iter().enumerate() {
            let own = own_words(one.topic, lexicon);
            let around = one.around.iter().filter(|key| !own.contains(*key)).map(|key| (key, TellingSort::Around));
            for (key, sort) in own.iter().map(|key| (key, TellingSort::Own)).chain(around) {
                telling.entry(topics.keys.number(key)).or_default().push((index, sort));
            }
        }
        Self { topics, known: sought.iter().map(|sought| sought.known.clone()).collect(), telling }
    }
}

/// The keys of the words that tell of a topic: those of its phrases that say something and must be there, with their kin,
/// and those of its name.
#[must_use]
pub fn own_words(topic: &Topic, lexicon: &Lexicon) -> BTreeSet<String> {
    let mut written: Vec<&str> = topic.name().split_whitespace().collect();
    topic.patterns.iter().for_each(|pattern| words_of(&pattern.phrase.elements, &mut written));
    // All sorts of sentences speak of people.
    let tells_apart = |word: &&str| tells(word, lexicon) && !lexicon.look_up(word).is(Class::PEOPLE);
    let keys = written.into_iter().filter(tells_apart).map(|word| lexicon.stems().key(word));
    let keys: BTreeSet<String> = keys.collect();
    let kin = keys.iter().flat_map(|key| lexicon.relations().kin(key)).cloned().collect::<Vec<_>>();
    keys.into_iter().chain(kin).collect()
}

fn words_of<'e>(elements: &'e [Element], words: &mut Vec<&'e str>) {
    for element in elements {
        match element {
            Element::Word(word) | Element::Unit(word) => words.push(&word.written),
            Element::Exact(word) => words.push(word),
            Element::Choice(choices) => choices.iter().for_each(|choice| words_of(choice, words)),
            Element::Optional(_) | Element::Possessive | Element::Mark(_) | Element::Hole(_) | Element::Gap => {}
        }
    }
}

/// Whether a word says something by itself.
#[must_use]
pub fn tells(word: &str, lexicon: &Lexicon) -> bool {
    let common = Class::FUNCTION.and(Class::STARTER).and(Class::PASSED_OVER).and(Class::ARTICLE).and(Class::SHARE);
    let common = common.and(Class::CARDINAL).and(Class::WEEKDAY).and(Class::MONTH).and(Class::HALF_DAY);
    word.chars().any(char::is_alphabetic) && !lexicon.look_up(word).is(common)
}
