//! A draft of a rule file: topics for what several sources speak of, with phrases that were tried on their articles, and a
//! rule about each.
//!
//! Aspects give phrases (`phrases`); each is tried by itself, through the same extraction as any other; those that find what
//! they should and little else make topics (`settled`), which are written down (`file`) and read back: what would be a
//! mistake, or only looks doubtful, is left out.

mod file;
mod phrases;
mod settled;
pub mod silence;
#[cfg(test)]
mod tests;

pub use file::{RuleDraft, draft_file};
pub use settled::SettledTopic;

use crate::{
    align::{AspectOneness, AspectPlace, SharedAspect},
    claim::{
        ArticleClaims, SubjectId, Topic,
        phrase::{Phrase, PhraseVocabulary, PhraseWords, Use},
        topic::Pattern,
    },
    lexicon::Lexicon,
    value::Kind,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// So many topics are drafted at most: nobody reads more.
const MOST_TOPICS: usize = 60;

/// Phrases of so many topics are tried at most: each is tried on every sentence that may have it.
const MOST_TRIED: usize = 120;

/// A topic with phrases that nobody has tried.
#[derive(Clone, Debug)]
pub struct DraftTopic {
    name: String,
    kind: Kind,
    phrases: Vec<String>,
    places: Vec<AspectPlace>,
    sameness: AspectOneness,
    ground: Ground,
}

/// What holds the values of a topic together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ground {
    /// What is said of them.
    Relation,
    /// Only their words.
    Words,
}

/// The topics to try for some aspects: those that are spoken of most.
#[must_use]
pub fn untried(aspects: &[SharedAspect], lexicon: &Lexicon) -> Vec<DraftTopic> {
    let draft = |aspect: &SharedAspect| DraftTopic {
        name: aspect.name.clone(),
        kind: phrases::kind_of(aspect),
        phrases: phrases::candidates(aspect, lexicon),
        places: aspect.places.clone(),
        sameness: aspect.sameness,
        ground: if aspect.ties.is_empty() { Ground::Words } else { Ground::Relation },
    };
    let mut often: Vec<&SharedAspect> = aspects.iter().collect();
    often.sort_by_key(|aspect| Reverse(aspect.places.len()));
    often.into_iter().take(MOST_TRIED).map(draft).collect()
}

/// Each phrase of the drafts as a topic of its own; one with a mistake is none.
#[must_use]
pub fn trials(drafts: &[DraftTopic], lexicon: &Lexicon) -> Vec<Topic> {
    let vocabulary = PhraseVocabulary::default();
    let mut topics = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        for (number, phrase) in draft.phrases.iter().enumerate() {
            let words = PhraseWords { vocabulary: &vocabulary, lexicon };
            if let Ok(phrase) = Phrase::parse(phrase, Use::Topic(draft.kind), words) {
                let subject = SubjectId::topic(&trial_name(index, number));
                let patterns = vec![Pattern { phrase, choice: None }];
                topics.push(Topic { patterns, ..Topic::new(subject, draft.kind) });
            }
        }
    }
    topics
}

/// The name under which a phrase is tried.
fn trial_name(draft: usize, phrase: usize) -> String {
    format!("{draft} {phrase}")
}

/// The topics that what was found makes, each with a name of its own; none of what rules look at already.
#[must_use]
pub fn settle(drafts: &[DraftTopic], found: &[ArticleClaims], looked_at: &[ArticleClaims]) -> Vec<SettledTopic> {
    let places = |article: &ArticleClaims| -> Vec<AspectPlace> {
        article.claims.iter().map(|claim| settled::place(article, claim)).collect()
    };
    let covered: BTreeSet<AspectPlace> = looked_at.iter().flat_map(places).collect();
    let mut topics = settled::settle(drafts, found, &covered);
    topics.truncate(MOST_TOPICS);
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for topic in &mut topics {
        let number = known.entry(topic.name.clone()).or_default();
        *number += 1;
        if *number > 1 {
            topic.name = format!("{} {number}", topic.name);
        }
    }
    topics
}
