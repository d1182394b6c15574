//! Ten times the tolerance of a rule, and a tenth of it.

use super::{Exchange, Makes, Mutator, rewording::refigured};
use crate::{lexicon::MutationWords, predicate::Given, rule::Rule};

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "tolerance",
    about: "how far from each other a rule lets values lie: ten times, a tenth",
    makes: Makes::Sentence(exchanges),
};

fn exchanges(rule: &Rule, words: &MutationWords) -> Vec<Exchange> {
    let mut found = Vec::new();
    for given in rule.tree.clauses().flat_map(|clause| clause.predicate.given()) {
        let (Given::Distance(distance) | Given::Tolerance(distance, _)) = given else { continue };
        for other in refigured(distance, words) {
            found.push(Exchange { before: format!("within {distance}"), after: format!("within {other}") });
        }
    }
    found
}
