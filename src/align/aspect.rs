//! The aspect that a value is of: the key under which the values of all articles come together.

use crate::{
    claim::{Tie, TieSort},
    kind::age,
    lexicon::Lexicon,
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

    /// The same for all words by which the same is said: "wounded" and "hurt".
    pub(super) fn said_alike(self, lexicon: &'a Lexicon) -> Self {
        let words = lexicon.relations();
        Self { governor: words.said_alike(self.governor), thing: words.exchanged(self.thing), ..self }
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
    /// By its bits, the one age that its sentence tells: the same is that of the same person.
    age: Option<u64>,
}

impl<'a> Setting<'a> {
    /// An amount in a sentence that tells the age of one person.
    pub(super) fn of_person(tie: &Tie, age: Option<u64>) -> Option<Self> {
        let is_amount = match tie.sort {
            TieSort::Amount | TieSort::Behind(_) => tie.thing.is_none(),
            TieSort::Undergoer | TieSort::Doer | TieSort::When => false,
        };
        age.filter(|_| is_amount).map(|age| Self { narrowing: &[], other: None, age: Some(age) })
    }

    /// Whether it is that of a person of whom all that is known is the age.
    pub(super) fn is_of_person(&self) -> bool {
        self.age.is_some()
    }

    pub(super) fn of(value: &Value, tie: &'a Tie) -> Self {
        let other = match tie.sort {
            TieSort::Undergoer => None,
            TieSort::Doer | TieSort::Amount | TieSort::When | TieSort::Behind(_) => {
                tie.other.as_ref().map(|other| other.key.as_str())
            }
        };
        // A day is that of an event, and an age that of a name, however much an article says of that.
        let is_aside = tie.sort == TieSort::When || is_age_of_name(value, tie);
        let narrowing = if is_aside { &[] } else { tie.narrowing.as_slice() };
        Self { narrowing, other, age: None }
    }
}

/// "Robert Hask, 32"
pub(super) fn is_age_of_name(value: &Value, tie: &Tie) -> bool {
    value.kind == Kind::of(&age::ENTRY) && tie.governor.written.starts_with(char::is_uppercase)
}
