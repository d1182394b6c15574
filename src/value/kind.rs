//! The kinds of value, by name.

use super::{
    Amount, age, count, date, duration,
    figure::Figure,
    measure, money, name, number, ordinal, percent, quotation,
    reader::{Reader, Reading},
    time,
};
use crate::lexicon::Lexicon;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One kind of value: a place on the shelf. Two kinds are equal when their names are.
#[derive(Clone, Copy)]
pub struct Kind(&'static Entry);

/// What the shelf says of one kind.
pub struct Entry {
    /// Its name in rule files and output.
    pub name: &'static str,
    /// What else people call it, for the answer to a name that is none: "length", "weight".
    pub also: &'static [&'static str],
    /// What a rule may write for it, for help texts: "50 minutes".
    pub example: &'static str,
    /// How articles write one, in several forms, for phrases to be tried on; none where no example stands for them.
    pub samples: &'static [&'static str],
    /// What a tolerance for it looks like ("5 minutes"); none where values are equal or not.
    pub tolerance: Option<&'static str>,
    /// Of two readings that end at the same word the higher rank wins: a bare figure is 0, a thing counted 1, a unit 2.
    pub rank: u8,
    /// Whether a figure among other figures and marks may be one, with no word or sign beside it to say so: "10-12".
    pub alone: bool,
    /// Reads the value that begins at a token; the figure there, if there is one, has been read already.
    pub read: fn(&Reader, usize, Option<&Figure>) -> Option<Reading>,
    /// Whether the phrases of its topics have a hole for the value; else they are themselves what an article says.
    pub has_hole: bool,
    /// Whether it is looked for in a whole text, and may contain other values.
    pub wide: bool,
    /// Whether an amount is in the unit that a topic asks for, or converts to it; none where values have no unit to ask for.
    pub is_in: Option<fn(&Amount, &str, &Lexicon) -> bool>,
}

impl Entry {
    /// What kinds have that say nothing else: values that are equal or not, without a unit, and not read from figures.
    pub const PLAIN: Self = Self {
        name: "",
        also: &[],
        example: "",
        samples: &[],
        tolerance: None,
        rank: 0,
        alone: false,
        read: |_, _, _| None,
        has_hole: true,
        wide: false,
        is_in: None,
    };
}

/// Every kind, in alphabetical order.
pub const ALL: &[&Entry] = &[
    &age::ENTRY,
    &Entry {
        name: "choice",
        also: &["boolean", "bool", "enum", "category", "option", "string", "text"],
        example: "one of the topic's choices",
        samples: &[""],
        rank: 2,
        has_hole: false,
        ..Entry::PLAIN
    },
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
];

/// Figures of every kind: what `every figure` asks for. No topic is of it.
const FIGURE: Entry = Entry { name: "figure", example: "100,000", ..Entry::PLAIN };

/// Words that are compared as they stand: a headline, a sentence. No topic is of it.
const TEXT: Entry = Entry { name: "text", example: "\"the words\"", ..Entry::PLAIN };

impl Kind {
    /// Figures of every kind: number, count, measure, money and percent.
    pub const FIGURE: Self = Self(&FIGURE);

    /// Words that are compared as they stand.
    pub const TEXT: Self = Self(&TEXT);

    /// A kind with its article: "a count", "an amount of money", "text".
    #[must_use]
    pub fn with_article(self) -> String {
        match self.name() {
            "text" => "text".to_string(),
            "money" => "an amount of money".to_string(),
            "age" | "ordinal" => format!("an {self}"),
            _ => format!("a {self}"),
        }
    }

    /// The kind of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        ALL.iter().find(|entry| entry.name == name).map(|entry| Self(entry))
    }

    /// The kind that people also call so.
    #[must_use]
    pub fn called(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let single = word.strip_suffix('s').unwrap_or(&word);
        let is_it = |name: &&str| *name == word || *name == single;
        ALL.iter().find(|entry| is_it(&entry.name) || entry.also.iter().any(is_it)).map(|entry| Self(entry))
    }

    /// The kind of an entry of the shelf.
    #[must_use]
    pub const fn of(entry: &'static Entry) -> Self {
        Self(entry)
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

    /// Whether a value of the named kind may stand where this kind is asked for: a bare number is a count, and a count a
    /// number.
    #[must_use]
    pub fn takes(self, name: &str) -> bool {
        let plain = |name: &str| matches!(name, "count" | "number");
        let figure = |name: &str| plain(name) || matches!(name, "measure" | "money" | "percent");
        self.0.name == name || plain(self.0.name) && plain(name) || self == Self::FIGURE && figure(name)
    }

    /// Whether its values are in units of which a topic may fix one.
    #[must_use]
    pub fn has_unit(self) -> bool {
        self.0.is_in.is_some()
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
        let unlisted = [Self::FIGURE, Self::TEXT].into_iter().find(|kind| kind.name() == name);
        Self::find(&name).or(unlisted).ok_or_else(|| serde::de::Error::custom(format!("there is no kind `{name}`")))
    }
}
