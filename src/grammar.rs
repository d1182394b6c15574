//! The grammar of rule sentences and phrases: `grammar/*.pest`, compiled, and what is taken out of a sentence before.

pub mod index;
pub mod masked;

pub use compiled::{Grammar, Rule};

/// What pest makes of the three files; a module of its own because pest documents none of it.
#[allow(missing_docs)]
mod compiled {
    /// The parser.
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/sentences.pest"]
    #[grammar = "../grammar/predicates.pest"]
    #[grammar = "../grammar/phrases.pest"]
    pub struct Grammar;
}

/// A production of a sentence, matched.
pub type Pair<'i> = pest::iterators::Pair<'i, Rule>;

/// The part of a production that this other production names, at any depth; the first where there are several.
#[must_use]
pub fn part<'i>(pair: &Pair<'i>, rule: Rule) -> Option<Pair<'i>> {
    pair.clone().into_inner().flatten().find(|inner| inner.as_rule() == rule)
}
