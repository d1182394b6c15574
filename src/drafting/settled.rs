//! Which of the phrases that were tried make a topic: those that find what the articles say of it, and little else.

use super::{DraftTopic, Ground};
use crate::{
    align::{AspectOneness, AspectPlace},
    claim::{ArticleClaims, Claim},
    fold,
    value::Kind,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A topic whose phrases are tried.
#[derive(Clone, Debug)]
pub struct SettledTopic {
    /// Its name.
    pub name: String,
    /// The kind of its values.
    pub kind: Kind,
    /// Its phrases.
    pub phrases: Vec<String>,
    /// Whether they are of the same one.
    pub sameness: AspectOneness,
    ground: Ground,
    /// Where each of them finds something.
    finds: Vec<BTreeSet<AspectPlace>>,
    /// What they found: the words, with the name of the source.
    pub found: Vec<(String, String)>,
    /// Where.
    pub(super) places: BTreeSet<AspectPlace>,
}

/// A claim with its article.
type TriedClaim<'c> = (&'c ArticleClaims, &'c Claim);

/// The topics whose phrases find more than one article, each place in one topic of a kind only; `covered` are places that
/// rules look at already.
pub(super) fn settle(
    drafts: &[DraftTopic],
    articles: &[ArticleClaims],
    covered: &BTreeSet<AspectPlace>,
) -> Vec<SettledTopic> {
    let mut found: BTreeMap<&str, Vec<TriedClaim<'_>>> = BTreeMap::new();
    for article in articles {
        for claim in &article.claims {
            found.entry(claim.subject.declared().unwrap_or_default()).or_default().push((article, claim));
        }
    }
    let settled = drafts.iter().enumerate().filter_map(|(index, draft)| settled(index, draft, &found));
    let mut settled: Vec<SettledTopic> = settled.filter(|topic| !is_mostly(&topic.places, covered)).collect();
    settled.sort_by_key(|topic| (topic.ground, Reverse(topic.places.len())));
    let mut kept: Vec<SettledTopic> = Vec::new();
    for topic in settled {
        let same = kept.iter_mut().find(|known| known.kind == topic.kind && is_mostly(&topic.places, &known.places));
        match same {
            Some(known) => known.take_in(topic),
            None => kept.push(topic),
        }
    }
    kept.sort_by(|a, b| a.places.first().cmp(&b.places.first()).then_with(|| a.name.cmp(&b.name)));
    kept
}

impl SettledTopic {
    /// Takes in the phrases of another that finds much the same, where they find more; not where they find much else.
    fn take_in(&mut self, other: Self) {
        for (phrase, finds) in other.phrases.into_iter().zip(other.finds) {
            let new = finds.iter().filter(|place| !self.places.contains(place)).count();
            if new > 0 && new <= finds.len() - new {
                self.places.extend(finds.iter().cloned());
                self.phrases.push(phrase);
                self.finds.push(finds);
            }
        }
        let known: BTreeSet<(String, String)> = self.found.iter().cloned().collect();
        self.found.extend(other.found.into_iter().filter(|found| !known.contains(found)));
    }
}

/// Whether half of the places or more are known.
fn is_mostly(places: &BTreeSet<AspectPlace>, known: &BTreeSet<AspectPlace>) -> bool {
    2 * places.iter().filter(|place| known.contains(place)).count() >= places.len()
}

fn settled(index: usize, draft: &DraftTopic, found: &BTreeMap<&str, Vec<TriedClaim<'_>>>) -> Option<SettledTopic> {
    let own: BTreeSet<&AspectPlace> = draft.places.iter().collect();
    let (mut phrases, mut finds) = (Vec::new(), Vec::new());
    let (mut places, mut words) = (BTreeSet::new(), Vec::new());
    // A sentence that is copied is one.
    let mut sentences = BTreeSet::new();
    for (number, phrase) in draft.phrases.iter().enumerate() {
        let claims = found.get(super::trial_name(index, number).as_str()).map(Vec::as_slice).unwrap_or_default();
        let all: Vec<AspectPlace> = claims.iter().map(|(article, claim)| place(article, claim)).collect();
        let meant = all.iter().filter(|place| own.contains(place)).count();
        let adds = all.iter().any(|place| own.contains(place) && !places.contains(place));
        if !adds || all.len() > 2 * meant {
            continue;
        }
        phrases.push(phrase.clone());
        finds.push(all.iter().cloned().collect());
        for ((article, claim), place) in claims.iter().zip(all) {
            if places.insert(place) {
                let quote = &claim.quote;
                sentences.insert(fold::words(&format!("{}{}{}", quote.prefix, quote.exact, quote.suffix)).into_owned());
                words.push((claim.quote.exact.to_string(), article.metadata.source.clone()));
            }
        }
    }
    let articles: BTreeSet<&String> = places.iter().map(|place| &place.article).collect();
    (articles.len() > 1 && sentences.len() > 1).then(|| SettledTopic {
        name: draft.name.clone(),
        kind: draft.kind,
        phrases,
        sameness: draft.sameness,
        ground: draft.ground,
        finds,
        found: words,
        places,
    })
}

pub(super) fn place(article: &ArticleClaims, claim: &Claim) -> AspectPlace {
    AspectPlace { article: article.article.clone(), start: claim.quote.start }
}
