//! What every predicate about damage shares: what is damaged so fails, and the words of it are shown.

use super::{FailedItem, ItemAnswer, Items, Sense, Verdict, items::all_hold, wording};
use crate::{
    finding::{Outcome, Role},
    table::{Placed, Subject, Table},
    text::Damage,
};

/// What is asked about damage.
pub struct AskedDamage {
    /// How an undamaged one is: "closed".
    pub holds: &'static str,
    /// What the message says of the words of a claim that is damaged so, behind "`words` in Harbour Post"; none where it is
    /// not asked about.
    pub wrong: fn(Damage) -> Option<&'static str>,
    /// The words that the message shows.
    pub shown: fn(Damage, &str) -> String,
}

/// Whether no claim is damaged so.
pub fn judge(subject: &Subject, table: &Table<'_>, sense: Sense, asked: &AskedDamage) -> Verdict {
    let claims = table.claims(&subject.id);
    if claims.is_empty() {
        return wording::nothing(table, subject, claims);
    }
    let wrong =
        |placed: &Placed<'_>| placed.claim.damage.and_then(|damage| (asked.wrong)(damage).map(|says| (damage, says)));
    if claims.iter().all(|placed| wrong(placed).is_none()) {
        let verb = if claims.len() == 1 { "is" } else { "are" };
        let message = format!("{} {verb} {}", wording::all_of(subject, claims.len()), asked.holds);
        return Verdict::bare(Outcome::Pass, message).with_items(all_hold(claims)).in_sense(sense);
    }
    let items = Items::of(claims.iter().map(|placed| {
        let answer = wrong(placed).map_or(ItemAnswer::Holds, |(damage, says)| {
            let source = table.source_name(table.source_of(placed.article));
            let words = (asked.shown)(damage, &placed.claim.quote.exact);
            ItemAnswer::Fails(FailedItem {
                evidence: vec![table.evidence(placed, Role::Violates)],
                reasons: Vec::new(),
                message: format!("`{words}` in {source} {says}"),
            })
        });
        ((placed.article, placed.claim.fingerprint), answer)
    }));
    Verdict::of_items(items, String::new()).in_sense(sense)
}
