//! What sort of thing the values of a kind are: what a predicate can ask of them.

use crate::value::Kind;

/// What sort of thing the values of a kind are: what a predicate can ask of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// More or less of something.
    Amount,
    /// Earlier or later.
    Moment,
    /// The same or another.
    Word,
}

/// What sort of thing the values of a kind are.
#[must_use]
pub fn sort_of(kind: Kind) -> Sort {
    match kind.name() {
        "choice" | "name" | "quotation" | "text" => Sort::Word,
        "date" | "time" => Sort::Moment,
        _ => Sort::Amount,
    }
}
