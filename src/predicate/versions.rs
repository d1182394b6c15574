//! What the predicates about versions of an article share: which claims can be followed through time.

use super::{Verdict, wording};
use crate::{
    finding::{Evidence, Role},
    table::{Placed, Subject, Table, revision::versions},
};
use std::collections::{BTreeMap, BTreeSet};

/// Why a claim decides nothing.
const NO_OTHER_VERSION: &str = "its article has no other version";

/// The claims on a subject, by the versions of articles.
pub struct Followed<'p, 'a> {
    /// The versions of each article that has several, in order of time.
    pub chains: Vec<Vec<usize>>,
    claims: &'p [Placed<'a>],
    of_article: BTreeMap<usize, Vec<&'p Placed<'a>>>,
    in_a_chain: BTreeSet<usize>,
}

impl<'p, 'a> Followed<'p, 'a> {
    /// Follows claims on a subject through the versions of their articles.
    ///
    /// # Errors
    /// There is nothing to follow, as a verdict: no article has a second version, or none of them gives the subject.
    pub fn new(subject: &Subject, table: &Table<'_>, claims: &'p [Placed<'a>]) -> Result<Self, Verdict> {
        let chains = versions(table);
        let in_a_chain: BTreeSet<usize> = chains.iter().flatten().copied().collect();
        let mut of_article: BTreeMap<usize, Vec<&Placed<'_>>> = BTreeMap::new();
        for placed in claims.iter().filter(|placed| placed.is_determinate() && in_a_chain.contains(&placed.article)) {
            of_article.entry(placed.article).or_default().push(placed);
        }
        if !of_article.is_empty() {
            return Ok(Self { chains, claims, of_article, in_a_chain });
        }
        let mut nothing = wording::nothing(table, subject, claims);
        if chains.is_empty() {
            nothing.message =
                "no article has a second version: one of the same source and address, or headline".to_string();
        } else if !claims.is_empty() {
            nothing.message = format!("no article with a second version gives {}", wording::the(&subject.to_string()));
        }
        Err(nothing)
    }

    /// What a version gives.
    #[must_use]
    pub fn of(&self, article: usize) -> &[&'p Placed<'a>] {
        self.of_article.get(&article).map(Vec::as_slice).unwrap_or_default()
    }

    /// All claims as evidence: `decides` says what one does that breaks the rule; the others of a version support it.
    pub fn evidence(&self, table: &Table<'_>, decides: impl Fn(&Placed<'_>) -> Option<Role>) -> Vec<Evidence> {
        let of = |placed: &Placed<'_>| match decides(placed) {
            Some(role) if placed.is_asserted() => table.evidence(placed, role),
            _ if !placed.is_asserted() => table.evidence(placed, Role::Context),
            _ if self.in_a_chain.contains(&placed.article) => table.evidence(placed, Role::Supports),
            _ => table.context(placed, NO_OTHER_VERSION),
        };
        self.claims.iter().map(of).collect()
    }
}
