//! `every unnamed source explained`: whose name is kept back has a reason for it in the article.

use super::{
    ClauseReading, FailedItem, ItemAnswer, Items, Predicate, PredicateEntry, Sense, Verdict, items::all_hold, wording,
};
use crate::{
    claim::KeptSpeech,
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::{Pair, Rule},
    table::{Placed, Subject, Table},
};
use std::{fmt, sync::Arc};

/// Its place on the shelf.
pub const ENTRY: PredicateEntry = PredicateEntry { forms: &["explained"], production: Rule::explained, read };

/// `explained`
#[derive(Clone, Debug, PartialEq)]
pub struct Explained;

fn read(pair: &Pair<'_>, reading: &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
    reading.every_one(pair, "unnamed source")?;
    Ok(Arc::new(Explained))
}

impl fmt::Display for Explained {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("explained")
    }
}

/// Whether the article says why.
fn has_reason(placed: &Placed<'_>) -> bool {
    placed.claim.said_by.as_deref().is_some_and(|chain| chain.iter().any(|speaker| speaker.reason.is_some()))
}

impl Predicate for Explained {
    fn asks(&self) -> &'static str {
        "the article says why an unnamed source is not named"
    }

    fn reads_speech(&self, _: &Subject) -> KeptSpeech {
        KeptSpeech::Speakers
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        if claims.is_empty() {
            return wording::nothing(table, subject, claims);
        }
        if claims.iter().all(has_reason) {
            let verb = if claims.len() == 1 { "has" } else { "have" };
            let message = format!("{} {verb} a reason for it", wording::all_of(subject, claims.len()));
            return Verdict::bare(Outcome::Pass, message).with_items(all_hold(claims)).in_sense(sense);
        }
        let items = Items::of(claims.iter().map(|placed| {
            let answer = if has_reason(placed) {
                ItemAnswer::Holds
            } else {
                let source = table.source_name(table.source_of(placed.article));
                let words = &placed.claim.value.text;
                let message = format!("{source} does not say why `{words}` is not named");
                ItemAnswer::Fails(FailedItem {
                    evidence: vec![table.evidence(placed, Role::Violates)],
                    reasons: Vec::new(),
                    message,
                })
            };
            ((placed.article, placed.claim.fingerprint), answer)
        }));
        Verdict::of_items(items, String::new()).in_sense(sense)
    }
}
