//! Shelf 1: the kinds of value, one file a kind.

pub mod age;
pub mod count;
pub mod date;
pub mod duration;
mod literal;
mod longest;
pub mod measure;
pub mod money;
pub mod name;
pub mod number;
pub mod ordinal;
pub mod percent;
pub mod quotation;
#[cfg(test)]
pub(crate) mod tests;
pub mod time;
pub mod version;

pub use literal::literal;

use crate::{
    lexicon::Class,
    reading::{AmountReading, Figure, Reader},
    value::{Facts, Kind, Phrasing},
};
use serde::{Deserialize, Deserializer};

/// One place on the shelf.
pub struct KindEntry {
    /// What is true of its values.
    pub facts: Facts,
    /// What a word of the lexicon is that a value begins with where no figure stands; it is not asked at any other.
    pub begins: Class,
    /// Reads the value that begins at a token; the figure there, if there is one, has been read already.
    pub read: fn(&Reader, usize, Option<&Figure>) -> Option<AmountReading>,
}

/// What to do about a `unit:` of lengths of time and ages.
const SPANS_OF_TIME: &str = "take it out: spans of time are compared in whatever unit they are written";

/// What a kind reads whose values are looked for in a whole text, or are not read at all.
fn nothing(_: &Reader, _: usize, _: Option<&Figure>) -> Option<AmountReading> {
    None
}

/// Every kind, in alphabetical order.
pub const ALL: &[&KindEntry] = &[
    &age::ENTRY,
    &CHOICE,
    &count::ENTRY,
    &date::ENTRY,
    &duration::ENTRY,
    &measure::ENTRY,
    &money::ENTRY,
    &name::ENTRY,
    &number::ENTRY,
    &ordinal::ENTRY,
    &percent::ENTRY,
    &quotation::ENTRY,
    &time::ENTRY,
    &version::ENTRY,
];

/// One of the words that a topic lists: its phrases are themselves what an article says.
pub const CHOICE: KindEntry = KindEntry {
    facts: Facts {
        name: "choice",
        one: "a choice",
        also: &["boolean", "bool", "enum", "category", "option", "string", "text"],
        example: "one of the topic's choices",
        samples: &[""],
        rank: 2,
        phrasing: Phrasing::Choices,
        key: Some("choice"),
        ..Facts::PLAIN
    },
    begins: Class::NONE,
    read: nothing,
};

impl Kind {
    /// The kind of an entry of the shelf.
    #[must_use]
    pub const fn of(entry: &'static KindEntry) -> Self {
        Self::of_facts(&entry.facts)
    }

    /// The kind of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        ALL.iter().find(|entry| entry.facts.name == name).map(|entry| Self::of(entry))
    }

    /// The kind that people also call so.
    #[must_use]
    pub fn called(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let single = word.strip_suffix('s').unwrap_or(&word);
        let is_it = |name: &&str| *name == word || *name == single;
        ALL.iter()
            .find(|entry| is_it(&entry.facts.name) || entry.facts.also.iter().any(is_it))
            .map(|entry| Self::of(entry))
    }

    /// Every kind, in alphabetical order.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|entry| Self::of(entry))
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        let unlisted = [Self::FIGURE, Self::NUMERAL, Self::TEXT].into_iter().find(|kind| kind.name() == name);
        Self::find(&name).or(unlisted).ok_or_else(|| serde::de::Error::custom(format!("there is no kind `{name}`")))
    }
}
