//! What every predicate about damage shares: what is damaged so fails, and the words of it are shown.

use super::{ClauseReading, FailedItem, ItemAnswer, Items, Predicate, Sense, Verdict, items::all_hold, wording};
use crate::{
    diagnostic::Mistake,
    finding::{Outcome, Role},
    grammar::Pair,
    table::{Placed, Subject, Table},
    text::Damage,
};
use std::{fmt, sync::Arc};

/// What is asked about damage, and how it is told.
#[derive(Debug)]
pub struct DamageTest {
    /// Its words in a rule: "closed".
    pub form: &'static str,
    /// What is asked, in plain words.
    pub asks: &'static str,
    /// What it is asked of every one of: "quotation".
    pub of: fn() -> &'static str,
    /// How undamaged ones are: "all 3 quotations are closed".
    pub holds: &'static str,
    /// What the message says of the words of a claim that is damaged so, behind "`words` in Harbour Post"; none where it is
    /// not asked about.
    pub wrong: fn(Damage) -> Option<&'static str>,
    /// The words that the message shows.
    pub shown: fn(Damage, &str) -> String,
}

/// `closed`, `complete`, ...: one of the tests.
#[derive(Clone, Debug)]
pub struct DamageClause(&'static DamageTest);

impl PartialEq for DamageClause {
    fn eq(&self, other: &Self) -> bool {
        self.0.form == other.0.form
    }
}

impl DamageClause {
    /// Reads a clause of a test.
    ///
    /// # Errors
    /// It is asked of something else.
    pub fn read(
        test: &'static DamageTest,
        pair: &Pair<'_>,
        reading: &ClauseReading<'_>,
    ) -> Result<Arc<dyn Predicate>, Vec<Mistake>> {
        reading.every_one(pair, (test.of)())?;
        Ok(Arc::new(Self(test)))
    }

    fn wrong(&self, placed: &Placed<'_>) -> Option<(Damage, &'static str)> {
        let damage = placed.claim.damage?;
        (self.0.wrong)(damage).map(|says| (damage, says))
    }
}

impl fmt::Display for DamageClause {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0.form)
    }
}

impl Predicate for DamageClause {
    fn asks(&self) -> &'static str {
        self.0.asks
    }

    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict {
        let claims = table.claims(&subject.id);
        if claims.is_empty() {
            return wording::nothing(table, subject, claims);
        }
        if claims.iter().all(|placed| self.wrong(placed).is_none()) {
            let verb = if claims.len() == 1 { "is" } else { "are" };
            let message = format!("{} {verb} {}", wording::all_of(subject, claims.len()), self.0.holds);
            return Verdict::bare(Outcome::Pass, message).with_items(all_hold(claims)).in_sense(sense);
        }
        let items = Items::of(claims.iter().map(|placed| {
            let answer = self.wrong(placed).map_or(ItemAnswer::Holds, |(damage, says)| {
                let source = table.source_name(table.source_of(placed.article));
                let words = (self.0.shown)(damage, &placed.claim.quote.exact);
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
}
