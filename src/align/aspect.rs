//! The aspect that a value is of: the key under which the values of all articles come together.

use crate::{
    claim::{Tie, TieSort},
    value::{Kind, Value},
};

/// What two values must have in common to be of the same thing: kind, relation, governing word, thing counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Aspect<'a> {
    kind: &'static str,
    sort: &'a TieSort,
    governor: &'a str,
    thing: &'a str,
}

impl<'a> Aspect<'a> {
    pub(super) fn of(value: &Value, tie: &'a Tie) -> Self {
        let thing = tie.thing.as_ref().map_or("", |thing| thing.key.as_str());
        Self { kind: kind_key(value.kind), sort: &tie.sort, governor: &tie.governor.key, thing }
    }
}

/// Kinds whose values may be the same have one key: a bare number is a count.
pub(super) fn kind_key(kind: Kind) -> &'static str {
    if kind.is_bare() { "" } else { kind.name() }
}

/// What must be equal before two values of one aspect can be at odds: what narrows them, and who else takes part where the
/// governing word alone does not say which of many it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Setting<'a> {
    narrowing: &'a [String],
    other: Option<&'a str>,
}

impl<'a> Setting<'a> {
    pub(super) fn of(tie: &'a Tie) -> Self {
        let other = match tie.sort {
            TieSort::Undergoer => None,
            TieSort::Doer | TieSort::Amount | TieSort::When | TieSort::Behind(_) => {
                tie.other.as_ref().map(|other| other.key.as_str())
            }
        };
        // A day is that of an event, however much its article says of that.
        let narrowing = if tie.sort == TieSort::When { &[] } else { tie.narrowing.as_slice() };
        Self { narrowing, other }
    }
}
