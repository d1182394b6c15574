//! The claims that need support, with what was found of each: as items, and in words.

use super::{
    DOES_NOT_CONVERT, HEDGE_DROPPED, MORE_PRECISE_THAN_SOURCE, OTHER_SPEAKER, Supported, difference, speakers,
    support::{Support, SupportStanding},
};
use crate::{
    finding::{Evidence, Role},
    predicate::{FailedItem, ItemAnswer, Items},
    table::{Placed, Table},
};

/// Claims that need support.
pub struct Questioned<'t, 'a> {
    /// They.
    pub claims: Vec<&'t Placed<'a>>,
    /// What may support them.
    pub supporters: Vec<&'t Placed<'a>>,
    /// What was found of each.
    pub found: Vec<Support>,
}

impl<'t, 'a> Questioned<'t, 'a> {
    /// Each by itself.
    pub fn items(&self, by: &Supported, table: &Table<'_>) -> Items {
        Items::of(self.claims.iter().zip(&self.found).map(|(placed, support)| {
            let answer = match support.standing {
                SupportStanding::Holds => ItemAnswer::Holds,
                SupportStanding::Open => ItemAnswer::Unchecked(Evidence {
                    apart: support.reason.map(Into::into),
                    ..table.evidence(placed, Role::Context)
                }),
                SupportStanding::Fails => ItemAnswer::Fails(self.failed(by, table, placed, support)),
            };
            ((placed.article, placed.claim.fingerprint), answer)
        }))
    }

    fn failed(&self, by: &Supported, table: &Table<'_>, placed: &Placed<'_>, support: &Support) -> FailedItem {
        let others = self.others(support).map(|other| table.evidence(other, Role::Opposes));
        FailedItem {
            evidence: std::iter::once(table.evidence(placed, Role::Violates)).chain(others).collect(),
            reasons: support.reason.into_iter().collect(),
            message: self.message(by, table, placed, support),
        }
    }

    fn others(&self, support: &Support) -> impl Iterator<Item = &'t Placed<'a>> {
        support.by.iter().filter_map(|&index| self.supporters.get(index).copied())
    }

    /// "`35 percent` in Daily Digest is not found in \"sources\"; nearest is `$35 million` in Ledger"
    fn message(&self, by: &Supported, table: &Table<'_>, placed: &Placed<'_>, support: &Support) -> String {
        let source = |placed: &Placed<'_>| table.source_name(table.source_of(placed.article));
        let near = self.others(support).next();
        let (own, other) = difference::told(placed, near);
        let near = near.zip(other.clone()).map(|(near, words)| (words, source(near)));
        if support.reason == Some(OTHER_SPEAKER)
            && let Some(near) = self.others(support).next()
        {
            let who = |placed: &Placed<'_>| {
                speakers::speaker(placed).map(|speaker| speaker.who.to_string()).unwrap_or_default()
            };
            let (mine, theirs) = (who(placed), who(near));
            return format!("{} gives {own} to {mine}, but {} gives it to {theirs}", source(placed), source(near));
        }
        match (support.reason, near) {
            (Some(HEDGE_DROPPED), Some((words, who))) => {
                format!("{own} in {} drops a hedge, but {who} has {words}", source(placed))
            }
            (Some(MORE_PRECISE_THAN_SOURCE), Some((words, who))) => {
                format!("{own} in {} is more precise than its sources; {who} has {words}", source(placed))
            }
            (_, Some((words, who))) => {
                format!("{own} in {} is not found in {}; nearest is {words} in {who}", source(placed), by.named())
            }
            (Some(DOES_NOT_CONVERT), None) => {
                let also = placed.claim.value.misconverted(table.placing.lexicon);
                let also = also.and_then(placed.claim.value.kind.facts().given).unwrap_or_default();
                format!("{own} in {} does not convert: {also} is another amount", source(placed))
            }
            (_, None) => format!("{own} in {} is not found in {}", source(placed), by.named()),
        }
    }

    /// What is wrong with the first that fails, and how many more do; nothing where none does. What is nowhere is graver
    /// than a hedge that is gone.
    pub fn complaint(&self, by: &Supported, table: &Table<'_>) -> Option<String> {
        let fails = |(_, support): &(&&Placed<'_>, &Support)| support.standing == SupportStanding::Fails;
        let faulty = || self.claims.iter().zip(&self.found).filter(fails);
        let (placed, support) = faulty().find(|(_, support)| support.reason.is_none()).or_else(|| faulty().next())?;
        let message = self.message(by, table, placed, support);
        Some(match faulty().count() - 1 {
            0 => message,
            1 => format!("{message}; 1 more is not supported as it stands"),
            more => format!("{message}; {more} more are not supported as they stand"),
        })
    }
}
