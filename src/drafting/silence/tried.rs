//! Phrases that are tried on the articles of a story, and what each finds there.

use super::SilentTopic;
use crate::{
    claim::{
        self, ArticleClaims, Claim, KnownStanding, NearValue, Nearness, SubjectId, Topic,
        phrase::{Phrase, PhraseVocabulary, PhraseWords, Use},
        topic::Pattern,
    },
    drafting::phrases,
    lexicon::Lexicon,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// So many phrases are tried for one topic.
const MOST: usize = 48;

/// A phrase for a topic that is tried.
#[derive(Clone, Debug)]
pub struct TriedPhrase {
    /// The topic, as it was sought.
    pub topic: usize,
    /// The phrase.
    pub phrase: Phrase,
    /// How many of its words tell of the topic.
    pub own: usize,
    /// How many of its words say something.
    pub telling: usize,
}

/// What the phrases find in one article.
#[derive(Clone, Debug, Default)]
pub struct TriedArticle {
    /// The article.
    pub article: String,
    /// What each phrase finds.
    pub hits: Vec<TrialHit>,
    /// The claims that they would be, by topic and first byte, where the source is silent.
    pub claims: BTreeMap<(usize, u32), Claim>,
}

/// Words that a phrase finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialHit {
    /// The phrase, as it was tried.
    pub phrase: usize,
    /// The first byte of the words.
    pub start: u32,
    /// What they are to the topic.
    pub sort: TrialSort,
    /// How near they are, where they are.
    pub nearness: Option<Nearness>,
}

/// What words that a phrase finds are to its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrialSort {
    /// What the article says anyway.
    Known,
    /// What others say, where the source is silent.
    Takes,
    /// Near, and something else than others say.
    Differs,
    /// At odds with what the article or others say.
    Against,
}

/// How often a phrase is thought of.
struct ThoughtOf<'n> {
    articles: BTreeSet<&'n str>,
    nearness: Nearness,
    /// Its place among those that were made of the same value.
    order: usize,
}

/// The phrases to try for some topics, those made of what is nearest first, then those made of most articles.
#[must_use]
pub fn untried_phrases(
    topics: &[SilentTopic<'_>],
    near: &[(String, Vec<NearValue>)],
    lexicon: &Lexicon,
) -> Vec<TriedPhrase> {
    let mut all: BTreeMap<(usize, String), ThoughtOf<'_>> = BTreeMap::new();
    for (article, value) in near.iter().flat_map(|(article, values)| values.iter().map(move |value| (article, value))) {
        let Some(topic) = topics.get(value.topic) else { continue };
        for (order, phrase) in phrases::of_value(value, topic.sought.topic.kind, lexicon).into_iter().enumerate() {
            let new = || ThoughtOf { articles: BTreeSet::new(), nearness: value.nearness, order };
            let known = all.entry((value.topic, phrase)).or_insert_with(new);
            known.articles.insert(article);
            known.nearness = known.nearness.max(value.nearness);
        }
    }
    let mut sorted: Vec<_> = all.into_iter().collect();
    sorted.sort_by_key(|((topic, _), one)| (*topic, Reverse(one.nearness), Reverse(one.articles.len()), one.order));
    let of_topic = sorted.chunk_by(|((a, _), _), ((b, _), _)| a == b);
    of_topic
        .flat_map(|same| same.iter().filter_map(|((topic, text), _)| untried(topics, *topic, text, lexicon)).take(MOST))
        .collect()
}

/// A phrase for a topic; nothing where none of its words says something, or it is no phrase.
fn untried(topics: &[SilentTopic<'_>], index: usize, text: &str, lexicon: &Lexicon) -> Option<TriedPhrase> {
    let topic = topics.get(index)?;
    let vocabulary = PhraseVocabulary::default();
    let words = PhraseWords { vocabulary: &vocabulary, lexicon };
    let phrase = Phrase::parse(text, Use::Topic(topic.sought.topic.kind), words).ok()?;
    let keys = telling_keys(text, lexicon);
    let own = keys.iter().filter(|key| topic.own.contains(*key)).count();
    let telling = keys.len();
    (telling > 0).then_some(TriedPhrase { topic: index, phrase, own, telling })
}

/// The keys of the words of a phrase that say something; its hole is none.
fn telling_keys(phrase: &str, lexicon: &Lexicon) -> Vec<String> {
    let words = phrase.split_whitespace().filter(|word| !word.starts_with('<'));
    words.filter(|word| claim::tells(word, lexicon)).map(|word| lexicon.stems().key(word)).collect()
}

/// Each phrase as a topic of its own, which takes what its topic would take.
#[must_use]
pub fn trial_topics(topics: &[SilentTopic<'_>], tried: &[TriedPhrase]) -> Vec<Topic> {
    let trial = |(index, one): (usize, &TriedPhrase)| {
        let topic = topics.get(one.topic)?.sought.topic;
        let patterns = vec![Pattern { phrase: one.phrase.clone(), choice: None }];
        Some(Topic { subject: SubjectId::topic(&index.to_string()), patterns, ..topic.clone() })
    };
    tried.iter().enumerate().filter_map(trial).collect()
}

/// What the phrases find in one article: `found` is what they find, `own` what the topics do, `near` what is near.
#[must_use]
pub fn tried_on(
    (topics, tried): (&[SilentTopic<'_>], &[TriedPhrase]),
    found: &ArticleClaims,
    own: &ArticleClaims,
    near: &[NearValue],
    lexicon: &Lexicon,
) -> TriedArticle {
    let mut by_topic: BTreeMap<usize, Vec<(usize, &Claim)>> = BTreeMap::new();
    for claim in &found.claims {
        let phrase = claim.subject.declared().and_then(|name| name.parse::<usize>().ok());
        let Some((phrase, one)) = phrase.and_then(|phrase| Some((phrase, tried.get(phrase)?))) else { continue };
        by_topic.entry(one.topic).or_default().push((phrase, claim));
    }
    let near: BTreeMap<(usize, u32), Nearness> =
        near.iter().map(|near| ((near.topic, near.start), near.nearness)).collect();
    let mut article = TriedArticle { article: found.article.clone(), ..TriedArticle::default() };
    for (index, claims) in by_topic {
        let Some(topic) = topics.get(index) else { continue };
        let values: Vec<_> = claims.iter().map(|(_, claim)| &claim.value).collect();
        let standings = topic.sought.known.standings(&values, &found.situation, lexicon);
        let places = claimed_places(own, topic.sought.topic.name());
        let is_silent = topic.silent.contains_key(&found.article);
        for ((phrase, claim), standing) in claims.into_iter().zip(standings) {
            let start = claim.quote.start;
            let nearness = near.get(&(index, start)).copied();
            let sort = match tried.get(phrase).filter(|_| is_silent) {
                Some(tried) => in_silence((claim, tried), standing, nearness),
                None => beside(claim, standing, &places),
            };
            if is_silent && sort != TrialSort::Against {
                article.claims.entry((index, start)).or_insert_with(|| claim.clone());
            }
            article.hits.push(TrialHit { phrase, start, sort, nearness });
        }
    }
    article
}

/// Where the claims on a topic stand, in the order of the text.
fn claimed_places(own: &ArticleClaims, topic: &str) -> Vec<(u32, u32)> {
    let own = own.claims.iter().filter(|claim| claim.subject.declared() == Some(topic));
    own.map(|claim| (claim.quote.start, claim.quote.end)).collect()
}

/// What words are where the source is silent.
fn in_silence(
    (claim, tried): (&Claim, &TriedPhrase),
    standing: KnownStanding,
    nearness: Option<Nearness>,
) -> TrialSort {
    let is_sure = tried.own > 0 || claim::is_telling(&claim.value);
    match standing {
        KnownStanding::Same if is_sure => TrialSort::Takes,
        KnownStanding::Meets | KnownStanding::Unknown if nearness.is_some() && tried.own > 0 => TrialSort::Takes,
        KnownStanding::Same | KnownStanding::Meets => TrialSort::Known,
        KnownStanding::Apart if nearness.is_some() && tried.own > 1 && claim::is_telling(&claim.value) => {
            TrialSort::Differs
        }
        KnownStanding::Unknown | KnownStanding::Apart | KnownStanding::Far => TrialSort::Against,
    }
}

/// What words are in an article whose source says something on the topic, at these places.
fn beside(claim: &Claim, standing: KnownStanding, places: &[(u32, u32)]) -> TrialSort {
    let before = places.partition_point(|(start, _)| *start < claim.quote.end);
    let last = before.checked_sub(1).and_then(|last| places.get(last));
    let is_said = last.is_some_and(|(_, end)| *end > claim.quote.start);
    match standing {
        KnownStanding::Same | KnownStanding::Meets | KnownStanding::Unknown => TrialSort::Known,
        KnownStanding::Apart | KnownStanding::Far if is_said => TrialSort::Known,
        KnownStanding::Apart | KnownStanding::Far => TrialSort::Against,
    }
}
