//! Another number of sources for the one that a rule asks for, and one clause for all of them.

use super::{Exchange, Makes, Mutator};
use crate::{lexicon::MutationWords, rule::Rule};

/// Its place on the shelf.
pub const ENTRY: Mutator = Mutator {
    name: "quantifier",
    about: "how many sources a rule asks for; \"and\" for \"or\" between its clauses",
    makes: Makes::Sentence(exchanges),
};

/// Words of the language for others that ask for less, or for more.
const OTHERS: &[(&str, &str)] = &[
    ("every source", "most sources"),
    ("most sources", "at least 1 source"),
    ("most sources", "every source"),
    (" and ", " or "),
    (" or ", " and "),
];

fn exchanges(rule: &Rule, _: &MutationWords) -> Vec<Exchange> {
    let exchange = |(before, after): &(&str, &str)| Exchange { before: (*before).into(), after: (*after).into() };
    let mut found: Vec<Exchange> = OTHERS.iter().map(exchange).collect();
    for wanted in rule.tree.clauses().filter_map(|clause| clause.predicate.sources_wanted()) {
        for other in [wanted.saturating_sub(1), wanted + 1].into_iter().filter(|other| *other > 0) {
            for noun in ["independent source", "source"] {
                let written = |number: usize, end: &str| format!("at least {number} {noun}{end}");
                let end = if other == 1 { "" } else { "s" };
                let own_end = if wanted == 1 { "" } else { "s" };
                found.push(Exchange { before: written(wanted, own_end), after: written(other, end) });
            }
        }
    }
    found
}
