//! Who says a quotation, beside who says it in the sources.

use super::{OTHER_SPEAKER, Support, passages};
use crate::{
    claim::ClaimSpeaker,
    kind::quotation::Passage,
    table::{Placed, Table},
    value::Kind,
};

/// So many of those who may have the same are looked at.
const MOST_LOOKED_AT: usize = 512;

/// What was found of a value, once its speaker is held against those of the sources: where each who has it gives it to somebody
/// else, they do not support it. Of a quotation they have the words, of another value they put it where it lies; a name is
/// nobody's word.
pub fn compared(placed: &Placed<'_>, support: Support, supporters: &[&Placed<'_>], table: &Table<'_>) -> Support {
    let lexicon = table.placing.lexicon;
    let kind = placed.claim.value.kind;
    // What is made of several figures is nobody's word.
    let Some(&first) = support.by.first().filter(|_| support.by.len() == 1 || passages::are_passages(kind)) else {
        return support;
    };
    let Some(own) = speaker(placed).filter(|_| support.holds() && is_said(kind)) else { return support };
    let is_other = |other: &Placed<'_>| {
        let chain = other.claim.said_by.as_deref().unwrap_or_default();
        let known = speaker(other).is_some();
        known
            && chain.iter().all(|theirs| own.differs(theirs, lexicon) && !is_cited(placed, theirs))
            && !own.is_named_in(&other.claim.value.text)
    };
    let Some(found) = supporters.get(first).filter(|other| is_other(other)) else { return support };
    let agrees = |other: &Placed<'_>| {
        if passages::are_passages(kind) {
            let words = |placed: &Placed<'_>| Passage::read(placed.claim.value.chosen().unwrap_or_default(), lexicon);
            return words(other).holds(&words(placed));
        }
        // The same value, or one that may be it, said by nobody or by the same; also where it names no thing.
        let amount = |placed: &Placed<'_>| placed.claim.value.content.amount().map(|amount| amount.interval);
        let lie = other.position.on_one_axis(&found.position);
        lie.or_else(|| amount(other).zip(amount(found))).is_some_and(|(other, found)| other.meets(found))
    };
    let mut looked_at = supporters.iter().take(MOST_LOOKED_AT);
    // Of more nobody looks at all, and where one may agree there is no alarm.
    let agreed = supporters.len() > MOST_LOOKED_AT || looked_at.any(|other| agrees(other) && !is_other(other));
    if agreed { support } else { Support::fails(OTHER_SPEAKER, Some(first)) }
}

/// Whether the sentence of a claim names somebody before it: "Lang said, citing Orsk, that 12 were hurt".
fn is_cited(placed: &Placed<'_>, speaker: &ClaimSpeaker) -> bool {
    let before = &placed.claim.quote.prefix;
    speaker.is_named_in(before.rsplit(['.', '!', '?']).next().unwrap_or_default())
}

/// Whether it matters who says values of a kind.
pub fn is_said(kind: Kind) -> bool {
    passages::are_passages(kind) || !kind.facts().wide
}

/// Who says a claim for sure.
pub fn speaker<'p>(placed: &'p Placed<'_>) -> Option<&'p ClaimSpeaker> {
    placed.claim.said_by.as_deref()?.last().filter(|speaker| !speaker.inferred && speaker.is_named())
}
