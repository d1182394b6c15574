//! Evidence: claims and absences in the shape that findings carry.

use super::{Placed, Table};
use crate::{
    claim::{ClaimSpeaker, ClaimStatus, Fingerprint, SubjectId},
    finding::{ClaimMeaning, Evidence, Role, SpokenBy, ToldValue},
    fold,
    placing::Position,
    saying,
    value::Units,
};
use serde_json::Map;
use std::collections::BTreeSet;

impl Table<'_> {
    /// A claim as evidence.
    #[must_use]
    pub fn evidence(&self, placed: &Placed<'_>, role: Role) -> Evidence {
        let claim = placed.claim;
        let quote = Some(&claim.quote).filter(|quote| quote.is_placed());
        let shape = saying::shape(&claim.value, Some(&placed.position), self.placing.lexicon);
        let told = ToldValue {
            value: Some(Map::from(shape).into()),
            meaning: self.meaning(placed),
            brief: saying::brief(&claim.value, &placed.position, self.units(placed)).map(Into::into),
        };
        Evidence {
            given_by: self.giver(placed.article),
            quote: quote.cloned(),
            role,
            told: Some(self.told.one(told)),
            status: claim.status,
            said: claim.said_by.as_deref().and_then(said).map(Into::into),
            apart: (role == Role::Context).then(|| apart(placed)).flatten().map(Into::into),
            fingerprint: claim.fingerprint,
        }
    }

    /// A claim that decides nothing, and why.
    #[must_use]
    pub fn context(&self, placed: &Placed<'_>, why: &str) -> Evidence {
        Evidence { apart: Some(why.into()), ..self.evidence(placed, Role::Context) }
    }

    /// What the words of a claim do not show by themselves.
    fn meaning(&self, placed: &Placed<'_>) -> Option<ClaimMeaning> {
        if let Position::Indeterminate(why) = &placed.position {
            return Some(ClaimMeaning::Unclear(why.to_string().into()));
        }
        saying::reading(&placed.claim.value, &placed.position, self.units(placed))
            .map(|reading| ClaimMeaning::Reads(reading.into()))
    }

    /// Whether the claims beside one are in other units.
    fn units(&self, placed: &Placed<'_>) -> Units {
        self.column(&placed.claim.subject).map(|column| column.units).unwrap_or_default()
    }

    /// What some articles without a claim on a subject say of it that decides nothing, as evidence.
    pub fn apart(&self, subject: &SubjectId, is_asked: &impl Fn(usize) -> bool) -> Vec<Evidence> {
        let Some(column) = self.column(subject) else { return Vec::new() };
        let speaking: BTreeSet<usize> = column.claims.iter().map(|placed| placed.article).collect();
        let silent = column.apart.iter().filter(|(article, _)| !speaking.contains(article) && is_asked(*article));
        silent
            .map(|(article, one)| {
                let mut placed = [Placed::of(*article, &one.claim)];
                self.place(&mut placed);
                let [placed] = placed;
                self.context(&placed, &one.to_string())
            })
            .collect()
    }

    /// An article's silence on a subject as evidence.
    #[must_use]
    pub fn silence(&self, article: usize, subject: &SubjectId) -> Evidence {
        let given_by = self.giver(article);
        let fingerprint = fingerprint([&*fold::words(&subject.to_string()), &*fold::name(&given_by.source), ""]);
        Evidence {
            given_by,
            quote: None,
            role: Role::Violates,
            told: None,
            status: ClaimStatus::Asserted,
            said: None,
            apart: None,
            fingerprint,
        }
    }
}

/// Whose words a claim is in, and who passes them on.
fn said(chain: &[ClaimSpeaker]) -> Option<SpokenBy> {
    let (speaker, chain) = chain.split_last()?;
    Some(SpokenBy { speaker: speaker.who.clone(), chain: chain.iter().map(|link| link.who.clone()).collect() })
}

/// Why a claim that can be placed was compared with nothing, as far as it shows that itself.
fn apart(placed: &Placed<'_>) -> Option<&'static str> {
    if placed.is_superseded {
        return Some("superseded by a later version of its page");
    }
    if !placed.is_asserted() {
        return None;
    }
    if placed.is_part() {
        return Some("a part of a larger number");
    }
    let units = placed.claim.value.kind.facts().units.as_ref().filter(|_| placed.is_determinate());
    units.map(|units| units.apart)
}

/// What stands for these texts, in this order.
#[must_use]
pub fn fingerprint(texts: impl IntoIterator<Item: AsRef<str>>) -> Fingerprint {
    let mut hash = blake3::Hasher::new();
    for text in texts {
        let text = text.as_ref();
        hash.update(&(text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    Fingerprint::of(&hash.finalize())
}

/// Evidence in the order of reports: by article, then place; what stands at no place first.
pub fn sort(evidence: &mut [Evidence]) {
    fn key(one: &Evidence) -> impl Ord {
        let place = one.quote.as_deref().map(|quote| (quote.start, quote.end));
        (&one.given_by.article, place, one.fingerprint, one.role)
    }
    // Mostly it is in order, and to sort it takes as much room again.
    if !evidence.is_sorted_by(|a, b| key(a) <= key(b)) {
        evidence.sort_by(|a, b| key(a).cmp(&key(b)));
    }
}
