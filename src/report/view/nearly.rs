//! What silent sources nearly say, by the phrase that would take it.

use super::{Detail, Told};
use crate::finding::{NearlyFound, TopicEntry};
use std::cmp::Reverse;

/// Of more phrases than this under a finding, the rest is counted and not shown.
const UNDER_A_FINDING: usize = 3;

/// Of more phrases than this in a story, the rest is counted and not shown.
const IN_A_STORY: usize = 8;

/// Phrases with what they would take, and how many are not shown.
#[derive(Debug, Default)]
pub struct NearlyView<'r> {
    /// Those that are shown.
    pub phrases: Vec<NearlyPhrase<'r>>,
    /// How many are not.
    pub hidden: usize,
}

/// A phrase that would take what silent sources say.
#[derive(Debug)]
pub struct NearlyPhrase<'r> {
    /// Its topic.
    pub topic: &'r str,
    /// The phrase.
    pub phrase: &'r str,
    /// The words that it would take in the first of the sources.
    pub told: Told<'r>,
    /// The names of the other sources.
    pub others: Vec<&'r str>,
}

impl NearlyPhrase<'_> {
    /// In how many silent sources it finds something.
    #[must_use]
    pub fn sources(&self) -> usize {
        1 + self.others.len()
    }
}

impl<'r> NearlyView<'r> {
    /// What stands under a finding, in its order.
    #[must_use]
    pub fn of(nearly: &'r [NearlyFound], detail: Detail) -> Self {
        Self::cut(phrases(nearly), UNDER_A_FINDING, detail)
    }

    /// What stands with a topic that is asked about.
    #[must_use]
    pub fn of_topic(nearly: &'r [NearlyFound], detail: Detail) -> Self {
        Self::cut(phrases(nearly), IN_A_STORY, detail)
    }

    /// What stands under the matrix of a story: the phrases for most sources first.
    pub(super) fn of_story(topics: &'r [TopicEntry], detail: Detail) -> Self {
        let mut all: Vec<NearlyPhrase<'r>> = topics.iter().flat_map(|topic| phrases(&topic.nearly)).collect();
        all.sort_by_key(|phrase| Reverse(phrase.sources()));
        Self::cut(all, IN_A_STORY, detail)
    }

    fn cut(mut phrases: Vec<NearlyPhrase<'r>>, most: usize, detail: Detail) -> Self {
        let all = phrases.len();
        match detail {
            // One more takes no more room than saying that there is one more.
            Detail::Quiet | Detail::Normal if all > most + 1 => phrases.truncate(most),
            Detail::Quiet | Detail::Normal | Detail::Verbose => {}
        }
        Self { hidden: all - phrases.len(), phrases }
    }
}

/// Each phrase once, with what it would take: what one phrase takes stands together.
fn phrases(nearly: &[NearlyFound]) -> Vec<NearlyPhrase<'_>> {
    let same = nearly.chunk_by(|a, b| (&a.topic, &a.phrase) == (&b.topic, &b.phrase));
    same.filter_map(of_phrase).collect()
}

fn of_phrase(same: &[NearlyFound]) -> Option<NearlyPhrase<'_>> {
    let (first, others) = same.split_first()?;
    Some(NearlyPhrase {
        topic: &first.topic,
        phrase: &first.phrase,
        told: Told::alone(&first.words),
        others: others.iter().map(|other| other.words.source()).collect(),
    })
}
