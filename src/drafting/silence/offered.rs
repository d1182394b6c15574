//! Which of the phrases that were tried are offered: as few as take what can be taken, those for most sources first.

use super::{
    SilentTopic, TriedArticle, TriedPhrase,
    tried::{TrialHit, TrialSort},
};
use crate::claim::{Claim, Nearness, phrase::Element};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A phrase that takes what silent sources say.
#[derive(Clone, Debug)]
pub struct OfferedPhrase {
    /// The topic, as it was sought.
    pub topic: usize,
    /// The phrase.
    pub phrase: String,
    /// What it takes, one claim a source.
    pub claims: Vec<OfferedClaim>,
}

/// A claim that an offered phrase makes.
#[derive(Clone, Debug)]
pub struct OfferedClaim {
    /// Its article.
    pub article: String,
    /// The claim; its subject is that of the trial.
    pub claim: Claim,
}

/// What a phrase finds in the articles of silent sources.
#[derive(Debug, Default)]
struct Findings<'a> {
    /// By source, the article and the words.
    takes: BTreeMap<&'a str, (&'a TriedArticle, TrialHit)>,
    /// Whether it finds what is at odds with the articles that give the topic.
    is_against: bool,
    /// Whether it takes what others give.
    takes_known: bool,
    /// Whether it takes something else.
    differs: bool,
}

/// The phrases that are offered for some topics.
#[must_use]
pub fn offered(topics: &[SilentTopic<'_>], tried: &[TriedPhrase], articles: &[TriedArticle]) -> Vec<OfferedPhrase> {
    let mut findings: Vec<Findings<'_>> = tried.iter().map(|_| Findings::default()).collect();
    for article in articles {
        for hit in &article.hits {
            let topic = tried.get(hit.phrase).and_then(|tried| topics.get(tried.topic));
            let (Some(found), Some(topic)) = (findings.get_mut(hit.phrase), topic) else { continue };
            found.add(article, *hit, topic);
        }
    }
    let mut offered = Vec::new();
    for (index, _) in topics.iter().enumerate() {
        let own = tried.iter().zip(&findings).filter(|(tried, found)| tried.topic == index && found.can_be_offered());
        offered.extend(chosen(index, own.collect()));
    }
    offered
}

impl<'a> Findings<'a> {
    fn add(&mut self, article: &'a TriedArticle, hit: TrialHit, topic: &'a SilentTopic<'_>) {
        self.is_against |= hit.sort == TrialSort::Against;
        self.differs |= hit.sort == TrialSort::Differs;
        self.takes_known |= hit.sort == TrialSort::Takes;
        let is_taken = matches!(hit.sort, TrialSort::Takes | TrialSort::Differs);
        let Some(source) = topic.silent.get(&article.article).filter(|_| is_taken) else { return };
        let nearer = |known: &(&TriedArticle, TrialHit)| rank(&known.1) < rank(&hit);
        if self.takes.get(source.as_str()).is_none_or(nearer) {
            self.takes.insert(source, (article, hit));
        }
    }

    fn can_be_offered(&self) -> bool {
        let is_mixed = self.takes_known && self.differs;
        !self.is_against && !is_mixed && !self.takes.is_empty()
    }
}

/// Of two words of one source those that say the same as others are shown, then the nearer ones.
fn rank(hit: &TrialHit) -> (Reverse<TrialSort>, Option<Nearness>) {
    (Reverse(hit.sort), hit.nearness)
}

/// Whether a phrase is a few words side by side, which are surely said of one thing; one word alone is said of many.
fn is_short_run(tried: &TriedPhrase) -> bool {
    let elements = &tried.phrase.elements;
    tried.telling >= BEST_LENGTH && elements.len() <= LONGEST_RUN && !elements.contains(&Element::Gap)
}

/// So many words, its hole among them.
const LONGEST_RUN: usize = 5;

/// A phrase of one word takes too much in the next article, one of many nothing.
const BEST_LENGTH: usize = 2;

/// As few phrases as take what can be taken: in turn the one that takes most of what is left. Those that also take something
/// else than the others say come last.
fn chosen(topic: usize, mut phrases: Vec<(&TriedPhrase, &Findings<'_>)>) -> Vec<OfferedPhrase> {
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    let mut chosen = Vec::new();
    loop {
        let worth = |(tried, found): &(&TriedPhrase, &Findings<'_>)| {
            let new = found.takes.keys().filter(|source| !covered.contains(*source)).count();
            let is_run = is_short_run(tried);
            let length = Reverse(tried.telling.abs_diff(BEST_LENGTH));
            (!found.differs, new, is_run, tried.own.min(1), tried.own.min(2), length)
        };
        phrases.retain(|(_, found)| found.takes.keys().any(|source| !covered.contains(source)));
        // Of equals the first: it was made of what is nearest.
        let best = phrases.iter().rev().max_by_key(|phrase| worth(phrase)).copied();
        let Some((tried, found)) = best else { return chosen };
        let new = found.takes.iter().filter(|(source, _)| !covered.contains(**source));
        let claim = |(article, hit): &(&TriedArticle, TrialHit)| {
            let claim = article.claims.get(&(topic, hit.start))?.clone();
            Some(OfferedClaim { article: article.article.clone(), claim })
        };
        let claims = new.filter_map(|(_, taken)| claim(taken)).collect();
        chosen.push(OfferedPhrase { topic, phrase: tried.phrase.source.clone(), claims });
        covered.extend(found.takes.keys());
    }
}
