//! Values that an article may give for topics on which it is silent: of their kind, in sentences that share words with the
//! topics' phrases or with those in which other articles speak of them.

mod around;
mod known;
mod sought;
#[cfg(test)]
mod tests;

pub use around::{AroundValue, AroundWord, WordWeight};
pub use known::{KnownStanding, KnownValue, KnownValues};
pub use sought::{SoughtTopic, SoughtTopics, own_words, tells};

use self::{around::Surroundings, sought::TellingSort};
use super::{
    Tie,
    compiled::CompiledTopic,
    line::{NumberedSentence, WordNumbers},
    relation,
};
use crate::{
    article::Article,
    lexicon::{Class, RelationClass},
    mention::{self, Mention},
    placing::Situation,
    text::{Sentence, Text},
    value::{Content, Value},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// So many values of one article are kept for a topic.
const KEPT: usize = 3;

/// So many are weighed.
const WEIGHED: usize = 200;

/// Words have to do with a value at most so many tokens away.
const REACH: usize = 14;

/// Smaller numbers are the same by chance.
const TELLING: f64 = 10.0;

/// A value that may be what a silent article gives for a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct NearValue {
    /// The topic, as it was sought.
    pub topic: usize,
    /// The first byte of its words.
    pub start: u32,
    /// How near it is.
    pub nearness: Nearness,
    /// What it is of, where its clause says that.
    pub tie: Option<Tie>,
    /// The words around it.
    pub around: AroundValue,
}

/// How near a value is to being a claim on a topic; of two the greater is nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nearness {
    /// By what.
    pub by: NearBy,
    /// How many words tell of the topic.
    pub words: usize,
}

/// By what a value is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NearBy {
    /// Several words of the topic's phrases stand with it.
    Words,
    /// It is what others give, and words stand with it that stand with theirs.
    SameAround,
    /// It is what others give, and a word of the topic's phrases stands with it.
    Same,
}

/// The values of an article that may be what it gives for those of the sought topics on which it is `silent`.
#[must_use]
pub fn near(
    article: &Article,
    story_timezone: Option<&str>,
    sought: &SoughtTopics,
    silent: &BTreeSet<usize>,
) -> Vec<NearValue> {
    let text = mention::text(article, &sought.topics.lexicon);
    let mut mentions = sought.topics.mentions(&text);
    mentions.retain(|mention| !mention.is_timeless());
    let looking = Looking { sought, text: &text, mentions: &mentions };
    let mut kept = looking.kept(silent, &mention::situation(article, story_timezone));
    kept.sort_by_key(|(_, one)| (one.sentence, one.topic, one.mention));
    looking.read(&kept)
}

/// An article that is looked through.
struct Looking<'a> {
    sought: &'a SoughtTopics,
    text: &'a Text<'a>,
    mentions: &'a [Mention],
}

/// A value in a sentence with words that tell of a topic.
#[derive(Clone, Copy, Debug)]
struct Weighed {
    topic: usize,
    mention: usize,
    sentence: usize,
    /// How many words of the topic stand with it.
    own: usize,
    /// How many of those around others.
    around: usize,
}

/// The words of a sentence that tell of a topic: where each stands, its number, how it tells.
type ToldWords = Vec<(usize, u32, TellingSort)>;

impl<'a> Looking<'a> {
    /// The nearest values for each topic.
    fn kept(&self, silent: &BTreeSet<usize>, situation: &Situation) -> Vec<(Nearness, Weighed)> {
        let mut by_topic: BTreeMap<usize, Vec<Weighed>> = BTreeMap::new();
        let mut numbers = WordNumbers::default();
        let mut next = 0;
        for (number, sentence) in self.text.sentences().iter().enumerate() {
            let own = mention::of_sentence(self.mentions, number, &mut next);
            if own.is_empty() || !sentence.part.is_evidence() {
                continue;
            }
            numbers.read(self.text, sentence, &self.sought.topics.keys, &self.sought.topics.lexicon);
            for (topic, told) in self.told(sentence, &numbers).into_iter().filter(|(topic, _)| silent.contains(topic)) {
                let weighed = by_topic.entry(topic).or_default();
                weighed.extend(self.weighed((topic, &told), (number, sentence), own.clone()));
                weighed.truncate(WEIGHED);
            }
        }
        let nearest = |(topic, weighed): (usize, Vec<Weighed>)| self.nearest(topic, &weighed, situation);
        by_topic.into_iter().flat_map(nearest).collect()
    }

    /// The words of a sentence that tell of topics.
    fn told(&self, sentence: &Sentence, numbers: &WordNumbers<'_>) -> BTreeMap<usize, ToldWords> {
        let mut told: BTreeMap<usize, ToldWords> = BTreeMap::new();
        for (offset, number) in numbers.words.iter().enumerate() {
            for (topic, sort) in self.sought.telling.get(number).into_iter().flatten() {
                told.entry(*topic).or_default().push((sentence.first + offset, *number, *sort));
            }
        }
        told
    }

    /// The values of a sentence that may be those of a topic.
    fn weighed(
        &self,
        (topic, told): (usize, &ToldWords),
        (number, sentence): (usize, &Sentence),
        mentions: Range<usize>,
    ) -> Vec<Weighed> {
        let Some(compiled) = self.sought.topics.topics.get(topic) else { return Vec::new() };
        if compiled.closed_to(sentence.part).is_some() {
            return Vec::new();
        }
        let weigh = |index: usize| {
            let mention = self.mentions.get(index).filter(|mention| self.fits((topic, compiled), mention))?;
            let from = told.partition_point(|(at, ..)| *at + REACH < mention.first);
            let to = told.partition_point(|(at, ..)| *at < mention.end + REACH);
            let near = told.get(from..to).unwrap_or_default();
            let with = |wanted: TellingSort| {
                let wanted = near.iter().filter(|(.., sort)| *sort == wanted);
                wanted.map(|(_, number, _)| number).collect::<BTreeSet<_>>().len()
            };
            let (own, around) = (with(TellingSort::Own), with(TellingSort::Around));
            (own + around > 0).then_some(Weighed { topic, mention: index, sentence: number, own, around })
        };
        mentions.filter_map(weigh).take(WEIGHED).collect()
    }

    fn fits(&self, (topic, compiled): (usize, &CompiledTopic), mention: &Mention) -> bool {
        let is_none = mention.value.content.amount().is_some_and(|amount| amount.interval.hi <= 0.0);
        let lexicon = &self.sought.topics.lexicon;
        let is_unmet = || compiled.unmet(&mention.value, lexicon).is_some();
        mention.value.is_a(compiled.topic.kind) && !is_none && !is_unmet() && self.counts_alike(topic, &mention.value)
    }

    /// Whether a value counts what others count or the topic names, or does not say what. People of any sort are people.
    fn counts_alike(&self, topic: usize, value: &Value) -> bool {
        let lexicon = &self.sought.topics.lexicon;
        let noun = |thing: &'_ str| thing.split_whitespace().next_back().map(str::to_string);
        let Some(own) = value.content.amount().and_then(|amount| noun(amount.of.as_deref()?)) else { return true };
        let known = self.sought.known.get(topic);
        let mut things = known.into_iter().flat_map(|known| known.things()).filter_map(noun).peekable();
        let key = lexicon.stems().key(&own);
        let told = self.sought.telling.get(&self.sought.topics.keys.known(&key));
        let is_told = told.is_some_and(|told| told.contains(&(topic, TellingSort::Own)));
        let is_person = lexicon.relations().class_of(&own, lexicon.stems()).is(RelationClass::PERSON);
        let is_alike = |thing: String| {
            lexicon.stems().key(&thing) == key || is_person && lexicon.look_up(&thing).is(Class::PEOPLE)
        };
        is_told || things.peek().is_none() || things.any(is_alike)
    }

    /// The nearest of some values, each with how near it is.
    fn nearest(&self, topic: usize, weighed: &[Weighed], situation: &Situation) -> Vec<(Nearness, Weighed)> {
        let Some(known) = self.sought.known.get(topic) else { return Vec::new() };
        let value = |one: &Weighed| self.mentions.get(one.mention).map(|mention| &mention.value);
        let placed: Vec<(&Weighed, &Value)> = weighed.iter().filter_map(|one| Some((one, value(one)?))).collect();
        let values: Vec<&Value> = placed.iter().map(|(_, value)| *value).collect();
        let standings = known.standings(&values, situation, &self.sought.topics.lexicon);
        let near = |((one, value), standing): (&(&Weighed, &Value), KnownStanding)| {
            Some((nearness(one, value, standing)?, **one))
        };
        let mut nearest: Vec<(Nearness, Weighed)> = placed.iter().zip(standings).filter_map(near).collect();
        nearest.sort_by_key(|(nearness, one)| (Reverse(*nearness), one.mention));
        nearest.truncate(KEPT);
        nearest
    }

    /// What of each of these values phrases can be made, in the order of the text.
    fn read(&self, kept: &[(Nearness, Weighed)]) -> Vec<NearValue> {
        let mut found = Vec::new();
        let mut numbers = WordNumbers::default();
        for same in kept.chunk_by(|(_, a), (_, b)| a.sentence == b.sentence) {
            let Some(number) = same.first().map(|(_, one)| one.sentence) else { continue };
            let Some(sentence) = self.text.sentences().get(number) else { continue };
            numbers.read(self.text, sentence, &self.sought.topics.keys, &self.sought.topics.lexicon);
            let from = self.mentions.partition_point(|mention| (mention.sentence as usize) < number);
            let to = self.mentions.partition_point(|mention| mention.sentence as usize <= number);
            let mentions = self.mentions.get(from..to).unwrap_or_default();
            let line = NumberedSentence::new(self.text, &self.sought.topics.lexicon, sentence, &numbers);
            let ties = relation::ties(&line, mentions);
            let told = self.told(sentence, &numbers);
            for (nearness, one) in same {
                let tie = one.mention.checked_sub(from).and_then(|index| ties.get(index)).cloned().flatten();
                let told: Vec<(usize, TellingSort)> =
                    told.get(&one.topic).into_iter().flatten().map(|(at, _, sort)| (*at, *sort)).collect();
                let Some(mention) = self.mentions.get(one.mention) else { continue };
                let place = mention.first..mention.end;
                let lexicon = &self.sought.topics.lexicon;
                let around = Surroundings { line, lexicon, mentions, place, told: &told }.read();
                found.push(NearValue { topic: one.topic, start: mention.span.start, nearness: *nearness, tie, around });
            }
        }
        found
    }
}

/// How near a value is; nothing where it is not near.
fn nearness(one: &Weighed, value: &Value, standing: KnownStanding) -> Option<Nearness> {
    let by = match standing {
        KnownStanding::Same if one.own > 0 => NearBy::Same,
        KnownStanding::Same if is_telling(value) && one.around > 1 => NearBy::SameAround,
        KnownStanding::Far => return None,
        // Any name may stand with any words, and another day is that of something else.
        KnownStanding::Apart | KnownStanding::Unknown if value.chosen().is_some() => return None,
        KnownStanding::Apart if value.content.date().is_some() || !is_telling(value) => return None,
        KnownStanding::Apart | KnownStanding::Unknown | KnownStanding::Meets | KnownStanding::Same if one.own > 1 => {
            NearBy::Words
        }
        KnownStanding::Apart | KnownStanding::Unknown | KnownStanding::Meets | KnownStanding::Same => return None,
    };
    Some(Nearness { by, words: 2 * one.own + one.around })
}

/// Whether two articles hardly have a value by chance.
#[must_use]
pub fn is_telling(value: &Value) -> bool {
    match &value.content {
        Content::Amount(amount) => amount.best.is_some_and(|best| best >= TELLING || best.fract() != 0.0),
        Content::Date(_) => false,
        Content::Time(_) | Content::Word(_) => true,
    }
}
