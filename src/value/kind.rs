//! The kinds of value, by name.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One kind of value: a place on the shelf. Two kinds are equal when their names are.
#[derive(Clone, Copy)]
pub struct Kind(&'static Entry);

/// What the shelf says of one kind.
pub struct Entry {
    /// Its name in rule files and output.
    pub name: &'static str,
    /// What a rule may write for it, for help texts: "50 minutes".
    pub example: &'static str,
    /// What a tolerance for it looks like: "5 minutes".
    pub tolerance: Option<&'static str>,
}

/// Every kind, in alphabetical order.
pub const ALL: &[&Entry] = &[
    &Entry { name: "choice", example: "one of the topic's choices", tolerance: None },
    &Entry { name: "count", example: "100,000", tolerance: Some("5,000") },
    &Entry { name: "date", example: "10 January 2022", tolerance: Some("2 days") },
    &Entry { name: "duration", example: "50 minutes", tolerance: Some("5 minutes") },
    &Entry { name: "measure", example: "10 km", tolerance: Some("500 m") },
    &Entry { name: "money", example: "$3.2 million", tolerance: Some("$100,000") },
    &Entry { name: "number", example: "12", tolerance: Some("1") },
    &Entry { name: "time", example: "15:30 GMT", tolerance: Some("10 minutes") },
];

impl Kind {
    /// The kind of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        ALL.iter().find(|entry| entry.name == name).map(|entry| Self(entry))
    }

    /// Every kind, in alphabetical order.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|entry| Self(entry))
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// What the shelf says of it.
    #[must_use]
    pub fn entry(self) -> &'static Entry {
        self.0
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Kind {}

impl std::fmt::Debug for Kind {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(self.0.name)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(self.0.name)
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.name)
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let name = String::deserialize(from)?;
        Self::find(&name).ok_or_else(|| serde::de::Error::custom(format!("there is no kind `{name}`")))
    }
}
