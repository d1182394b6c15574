//! A kind of value, by name, with the facts that hold of its values. The shelf of kinds, `crate::kind`, says which there are.

use super::Amount;
use crate::lexicon::Lexicon;
use serde::{Serialize, Serializer};

/// One kind of value. Two kinds are equal when their names are.
#[derive(Clone, Copy)]
pub struct Kind(&'static Facts);

/// What is true of one kind, whatever reads it.
pub struct Facts {
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
    /// Whether the phrases of its topics have a hole for the value; else they are themselves what an article says.
    pub has_hole: bool,
    /// Whether it is looked for in a whole text, and may contain other values.
    pub wide: bool,
    /// Whether an amount is in the unit that a topic asks for, or converts to it; none where values have no unit to ask for.
    pub is_in: Option<fn(&Amount, &str, &Lexicon) -> bool>,
}

impl Facts {
    /// What kinds have that say nothing else: values that are equal or not, without a unit, and not read from figures.
    pub const PLAIN: Self = Self {
        name: "",
        also: &[],
        example: "",
        samples: &[],
        tolerance: None,
        rank: 0,
        alone: false,
        has_hole: true,
        wide: false,
        is_in: None,
    };
}

/// Figures of every kind: what `every figure` asks for. No topic is of it.
const FIGURE: Facts = Facts { name: "figure", example: "100,000", ..Facts::PLAIN };

/// Words that are compared as they stand: a headline, a sentence. No topic is of it.
const TEXT: Facts = Facts { name: "text", example: "\"the words\"", ..Facts::PLAIN };

impl Kind {
    /// Figures of every kind: number, count, measure, money and percent.
    pub const FIGURE: Self = Self(&FIGURE);

    /// Words that are compared as they stand.
    pub const TEXT: Self = Self(&TEXT);

    /// The kind of these facts.
    #[must_use]
    pub const fn of_facts(facts: &'static Facts) -> Self {
        Self(facts)
    }

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

    /// What is true of it.
    #[must_use]
    pub fn facts(self) -> &'static Facts {
        self.0
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for Kind {}

impl PartialOrd for Kind {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Kind {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.name.cmp(other.0.name)
    }
}

impl std::hash::Hash for Kind {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.name.hash(state);
    }
}

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
