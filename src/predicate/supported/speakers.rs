//! Who says a quotation, beside who says it in the sources.

use super::{OTHER_SPEAKER, Support, passages};
use crate::{
    claim::ClaimSpeaker,
    kind::quotation::Passage,
    table::{Placed, Table},
};

/// What was found of a quotation, once its speaker is held against those of the sources: where each who has the words gives them
/// to somebody else, they do not support it.
pub fn compared(placed: &Placed<'_>, support: Support, supporters: &[&Placed<'_>], table: &Table<'_>) -> Support {
    let lexicon = table.placing.lexicon;
    let Some(first) = support.by.first().copied().filter(|_| support.holds()) else { return support };
    let Some(own) = speaker(placed).filter(|_| passages::are_passages(placed.claim.value.kind)) else { return support };
    let is_other = |other: &Placed<'_>| {
        let chain = other.claim.said_by.as_deref().unwrap_or_default();
        let known = speaker(other).is_some();
        known && chain.iter().all(|theirs| own.differs(theirs, lexicon)) && !own.is_named_in(&other.claim.value.text)
    };
    if !supporters.get(first).is_some_and(|other| is_other(other)) {
        return support;
    }
    let words = |placed: &Placed<'_>| Passage::read(placed.claim.value.chosen().unwrap_or_default(), lexicon);
    let wanted = words(placed);
    let agrees = |other: &&&Placed<'_>| !is_other(other) && words(other).holds(&wanted);
    match supporters.iter().find(agrees) {
        Some(_) => support,
        None => Support::fails(OTHER_SPEAKER, Some(first)),
    }
}

/// Who says a claim for sure.
pub fn speaker<'p>(placed: &'p Placed<'_>) -> Option<&'p ClaimSpeaker> {
    placed.claim.said_by.as_deref()?.last().filter(|speaker| !speaker.inferred && speaker.is_named())
}
