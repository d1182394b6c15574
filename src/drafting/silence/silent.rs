//! On which topics the sources of a story are silent, and what the others give.

use crate::{
    claim::{self, ArticleClaims, Claim, KnownValue, KnownValues, SoughtTopic, Topic},
    fold,
    lexicon::Lexicon,
    placing::Situation,
};
use chrono::NaiveDate;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// What more topics of a story nearly find is not looked for.
const MOST_TOPICS: usize = 60;

/// The sentences of so many claims of one article say what words stand around a topic.
const SENTENCES: usize = 3;

/// So many words around a topic are looked for.
const AROUND: usize = 30;

/// A topic on which some sources of a story are silent.
#[derive(Clone, Debug)]
pub struct SilentTopic<'t> {
    /// The topic, and what the others give.
    pub sought: SoughtTopic<'t>,
    /// The articles of the silent sources, each with the key of its source.
    pub silent: BTreeMap<String, String>,
    /// The keys of the words that tell of the topic.
    pub own: BTreeSet<String>,
}

/// A claim with what its value resolves against.
type SituatedClaim<'c> = (&'c Claim, &'c Situation);

/// The topics on which some source of a story is silent. A choice has no value that could be near.
#[must_use]
pub fn silent_topics<'t>(
    topics: impl IntoIterator<Item = &'t Topic>,
    articles: &[&ArticleClaims],
    lexicon: &Lexicon,
) -> Vec<SilentTopic<'t>> {
    let mut claims: BTreeMap<&str, Vec<(usize, SituatedClaim<'_>)>> = BTreeMap::new();
    for (index, article) in articles.iter().enumerate() {
        for claim in article.claims.iter().filter(|claim| claim.subject.is_declared()) {
            let name = claim.subject.declared().unwrap_or_default();
            claims.entry(name).or_default().push((index, (claim, &article.situation)));
        }
    }
    let sources: Vec<String> = articles.iter().map(|one| fold::source(&one.metadata.source).into_owned()).collect();
    let silent = |topic: &'t Topic| {
        let claims = claims.get(topic.name()).map(Vec::as_slice).unwrap_or_default();
        let giving: BTreeSet<&String> = claims.iter().filter_map(|(article, _)| sources.get(*article)).collect();
        let silent = articles.iter().zip(&sources).filter(|(_, source)| !giving.contains(source));
        let silent: BTreeMap<String, String> =
            silent.map(|(article, source)| (article.article.clone(), source.clone())).collect();
        let known = known(claims);
        (!silent.is_empty()).then(|| SilentTopic {
            sought: SoughtTopic { topic, known, around: around(claims, lexicon) },
            silent,
            own: claim::own_words(topic, lexicon),
        })
    };
    let can_be_near = |topic: &&Topic| topic.subject.is_declared() && topic.kind.has_hole();
    topics.into_iter().filter(can_be_near).filter_map(silent).take(MOST_TOPICS).collect()
}

/// Each value once, those that most articles give first.
fn known(claims: &[(usize, SituatedClaim<'_>)]) -> KnownValues {
    type Given<'c> = (BTreeSet<usize>, usize, SituatedClaim<'c>);
    let mut often: BTreeMap<(String, Option<NaiveDate>), Given<'_>> = BTreeMap::new();
    for (order, (article, (claim, situation))) in claims.iter().enumerate() {
        let key = (fold::words(&claim.value.text).into_owned(), situation.anchor);
        often.entry(key).or_insert((BTreeSet::new(), order, (claim, situation))).0.insert(*article);
    }
    let mut values: Vec<Given<'_>> = often.into_values().collect();
    values.sort_by_key(|(articles, order, _)| (Reverse(articles.len()), *order));
    KnownValues::new(values.into_iter().map(|(articles, _, (claim, situation))| KnownValue {
        value: claim.value.clone(),
        situation: situation.clone(),
        articles: articles.len(),
    }))
}

/// The keys of the words that stand in the sentences of several articles' claims, the most frequent first; in those of the
/// only article.
fn around(claims: &[(usize, SituatedClaim<'_>)], lexicon: &Lexicon) -> Vec<String> {
    let mut by_article: BTreeMap<usize, (usize, BTreeSet<String>)> = BTreeMap::new();
    for (article, (claim, _)) in claims {
        let (sentences, keys) = by_article.entry(*article).or_default();
        *sentences += 1;
        if *sentences <= SENTENCES {
            let words = [&claim.quote.prefix, &claim.quote.suffix].into_iter().flat_map(|words| words_of(words));
            keys.extend(words.filter(|word| claim::tells(word, lexicon)).map(|word| lexicon.stems().key(word)));
        }
    }
    let mut often: BTreeMap<&String, usize> = BTreeMap::new();
    for key in by_article.values().flat_map(|(_, keys)| keys) {
        *often.entry(key).or_default() += 1;
    }
    let least = by_article.len().min(2);
    let mut keys: Vec<(&String, usize)> = often.into_iter().filter(|(_, number)| *number >= least).collect();
    keys.sort_by_key(|(_, number)| Reverse(*number));
    keys.into_iter().take(AROUND).map(|(key, _)| key.clone()).collect()
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
