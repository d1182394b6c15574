//! Why a value lies nowhere.

use std::fmt;

/// Why the position of a value cannot be known from its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unplaced {
    /// Nothing is to be said of it: its position is still to come, or nobody asks.
    #[default]
    Unsaid,
    /// It is counted from the day of publication, and that is not known.
    NoPublicationDate,
    /// It has no year, and the day of publication is not known.
    NoYear,
    /// The calendar has no such day.
    NoSuchDay,
    /// It is no day at all: "recently".
    NamesNoDay,
    /// It lies before or after all that can be counted.
    OutsideCalendar,
    /// It points at another date, which was not found.
    NothingPointedAt,
    /// A clock time whose day is not known.
    NoDay,
    /// A clock time without a zone, in a story without one.
    NoZone,
    /// A clock time with a zone beside others that have none.
    OthersWithoutZone,
    /// The letters of its zone mean several.
    AmbiguousZone {
        /// The letters.
        written: String,
        /// What they may mean.
        zones: Vec<String>,
    },
    /// The time zone database has no zone of this name.
    NoSuchZone(String),
    /// Its unit is none that the lexicon has.
    UnknownUnit,
    /// Its currency is none that the lexicon has: "Z$4".
    UnknownCurrency,
    /// An amount of a kind whose values are no amounts.
    NoAxis,
}

impl fmt::Display for Unplaced {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Unsaid => "",
            Self::NoPublicationDate => "its article has no date of publication",
            Self::NoYear => "it has no year, and its article has no date of publication",
            Self::NoSuchDay => "there is no such day",
            Self::NamesNoDay => "it names no day",
            Self::OutsideCalendar => "it lies outside the calendar",
            Self::NothingPointedAt => "it points at a date that was not found",
            Self::NoDay => "its day is not known",
            Self::NoZone => "it names no zone; write `timezone: Europe/London` under its story in crosscheck.yaml",
            Self::OthersWithoutZone => "others of its article name no zone",
            Self::AmbiguousZone { written, zones } => {
                return write!(to, "`{written}` may be one of {}", zones.join(", "));
            }
            Self::NoSuchZone(zone) => return write!(to, "there is no zone `{zone}`"),
            Self::UnknownUnit => "its unit is not known",
            Self::UnknownCurrency => "its currency is not known",
            Self::NoAxis => "its kind has no axis",
        })
    }
}

impl std::error::Error for Unplaced {}
