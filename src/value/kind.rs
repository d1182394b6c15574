//! A kind of value, by name, with the facts that hold of its values. The shelf of kinds, `crate::kind`, says which there are.

use super::{Amount, Interval, Precision, Unplaced, Value};
use crate::{
    diagnostic::{Fix, Mistake, code},
    lexicon::Lexicon,
    span::Span,
    yaml::Advice,
};
use serde::{Serialize, Serializer};
use std::cmp::Ordering;

/// One kind of value. Two kinds are equal when their names are.
#[derive(Clone, Copy)]
pub struct Kind(&'static Facts);

/// What is true of one kind, whatever reads it: everything that other rooms ask of a kind stands here.
pub struct Facts {
    /// Its name in rule files and output.
    pub name: &'static str,
    /// One of its values: "a count", "an age", "an amount of money".
    pub one: &'static str,
    /// What else people call it, for the answer to a name that is none: "length", "weight".
    pub also: &'static [&'static str],
    /// What a rule may write for it, for help texts: "50 minutes".
    pub example: &'static str,
    /// How articles write one, in several forms, for phrases to be tried on; none where no example stands for them.
    pub samples: &'static [&'static str],
    /// What predicates can ask of its values.
    pub sort: Sort,
    /// Which other kinds its values may stand for.
    pub family: Family,
    /// What a tolerance for it looks like ("5 minutes"); none where values are equal or not.
    pub tolerance: Option<&'static str>,
    /// In what a tolerance for it is written.
    pub distance: Distance,
    /// Of two readings that end at the same word the higher rank wins: a bare figure is 0, a thing counted 1, a unit 2.
    pub rank: u8,
    /// Whether a figure among other figures and marks may be one, with no word or sign beside it to say so: "10-12".
    pub alone: bool,
    /// How phrases find its values.
    pub phrasing: Phrasing,
    /// What its values are to the words that they are said of.
    pub tie: ValueTie,
    /// A value that stands for the hole where a phrase is read as a sentence; empty where none does.
    pub stand_in: &'static str,
    /// The same right before a noun, where it is written otherwise: "50-minute".
    pub stand_in_before: &'static str,
    /// Whether it is looked for in a whole text, and may contain other values.
    pub wide: bool,
    /// The axis that an amount lies on, and where.
    pub axis: AxisOf,
    /// A stretch of one of its axes in words: "45 to 55 minutes".
    pub said: fn(Interval, &str) -> String,
    /// An amount in the unit that it was given in, where it has one that its axis does not tell: "3 years", "12 miles".
    pub given: fn(&Amount) -> Option<String>,
    /// The least that there can be of it.
    pub least: Option<f64>,
    /// The units of which a topic may fix one.
    pub units: Option<Measured>,
    /// The units that stand behind a number of it, as somebody writes them.
    pub behind_number: fn(&Lexicon) -> Vec<String>,
    /// What to do about a `unit:` where values have none to ask for.
    pub no_unit: &'static str,
    /// What its amounts count in snapshots, in whatever unit they were written: "s".
    pub base_unit: Option<&'static str>,
    /// An amount as ISO 8601 writes it.
    pub iso: Option<IsoOf>,
    /// How two of its words compare.
    pub likeness: Likeness,
    /// What a bare number that is written so means, where one of the kind is asked for; none where no number does.
    pub from_bare: Option<BareWord>,
    /// A value that says the same, or the same and less, in another form, where it has one: a half as 50 percent.
    pub other_form: fn(&Value) -> Option<Value>,
    /// Where JSON has its words; none where they are the text itself.
    pub key: Option<&'static str>,
    /// What the matrix shows of a meaning, behind the words.
    pub brief: Brief,
}

/// The axis that an amount lies on, and its stretch there; else why it lies on none.
pub type AxisOf = fn(&Amount, Precision, &Beside) -> Result<(String, Interval), Unplaced>;

/// How an amount is written in ISO 8601.
pub type IsoOf = fn(&Amount, Precision, &Lexicon) -> Option<String>;

/// The word that a bare number stands for, by how it is written.
pub type BareWord = fn(&str) -> Option<Box<str>>;

/// Which of two words of a kind is higher.
pub type WordOrder = fn(&str, &str) -> Ordering;

/// What sort of thing the values of a kind are: what a predicate can ask of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// More or less of something.
    Amount,
    /// Earlier or later.
    Moment,
    /// Higher or lower, with no distance between two, and no sum.
    Rank,
    /// The same or another.
    Word,
}

/// Which other kinds the values of a kind may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A figure without a unit: each kind of them stands for each other, and all are figures.
    Bare,
    /// A figure with a unit: nothing else stands for it, but it belongs to every figure.
    Figure,
    /// Nothing but itself.
    Own,
}

/// In what the distance between two values is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// In amounts of the kind itself, or as a share of the largest.
    AmountOrShare,
    /// In amounts of the kind itself.
    Amount,
    /// As a length of time in whole days.
    Days,
    /// As a length of time.
    Time,
    /// As a length of time in years, or as a share of the largest.
    YearsOrShare,
}

/// How phrases find the values of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrasing {
    /// A hole in the phrase stands for the value.
    Hole,
    /// The words of the phrase stand in the value.
    Inside,
    /// The topic lists its values, each with the phrases that say it.
    Choices,
}

/// What a value is to the words that it is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueTie {
    /// It counts a noun: "12 people".
    Counts,
    /// It belongs to a noun or a verb: "a 50-minute call", "fell 60 metres".
    Belongs,
    /// It says when: "the crash on Sunday".
    Dates,
    /// It says who or what a noun is: "the pilot, Ada Lang".
    Names,
    /// None that clauses show.
    Apart,
}

/// What an amount is compared beside: what the other values of its topic are in.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The currency that most of them are given in.
    pub currency: Option<&'a str>,
    /// Whether they are in one unit.
    pub units: Units,
    /// The words the engine knows, and so the units.
    pub lexicon: &'a Lexicon,
}

/// Whether the values of one topic are in units that must be converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Units {
    /// All are in one.
    #[default]
    Same,
    /// Some are in others.
    Differ,
}

/// What a kind says of its units.
pub struct Measured {
    /// What they are units of: "money", "a measure".
    pub of: &'static str,
    /// The unit that an amount is in.
    pub unit: fn(&Amount) -> Option<&str>,
    /// Whether an amount is in the unit that a topic asks for, or converts to it.
    pub is_in: fn(&Amount, &str, &Lexicon) -> bool,
    /// The unit that a rule file means; else what is wrong with what it writes.
    pub find: fn(&str, &Lexicon) -> Result<String, Mistake>,
    /// Whether those of one dimension convert.
    pub scale: Scale,
    /// Why two amounts on different axes are compared with nothing.
    pub apart: &'static str,
}

/// The mistake of a word that is no unit: `of` is what units of the kind are of, and `help` what to write.
#[must_use]
pub fn unknown_unit(word: &str, of: &str, advice: Advice) -> Mistake {
    let Advice { help, meant } = advice;
    let mistake = Mistake::new(code::UNKNOWN_UNIT, format!("`{word}` is no unit of {of}"), Some(help));
    mistake.with_fix(meant.map(|text| Fix { span: Span::new(0, word.len()), text }))
}

/// Whether units convert.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Into each other, so that one can be told in the unit of another.
    Converted,
    /// Into nothing.
    Fixed,
}

/// How two words of a kind compare.
#[derive(Clone, Copy)]
pub enum Likeness {
    /// They are the same or not.
    Same,
    /// A short form is the person that it names.
    Person,
    /// A part of the words agrees with the whole.
    Passage,
    /// They have an order.
    Ordered(WordOrder),
}

/// What the matrix shows of a meaning, behind the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brief {
    /// Nothing.
    Words,
    /// The day, cut short.
    Day,
    /// The clock.
    Clock,
    /// The amount, where it is one and no range.
    One,
}

impl Facts {
    /// What kinds have that say nothing else: values that are equal or not, without a unit, and not read from figures.
    pub const PLAIN: Self = Self {
        name: "",
        one: "",
        also: &[],
        example: "",
        samples: &[],
        sort: Sort::Word,
        family: Family::Own,
        tolerance: None,
        distance: Distance::AmountOrShare,
        rank: 0,
        alone: false,
        phrasing: Phrasing::Hole,
        tie: ValueTie::Apart,
        stand_in: "",
        stand_in_before: "",
        wide: false,
        axis: |_, _, _| Err(Unplaced::NoAxis),
        said: |_, axis| axis.to_string(),
        given: |_| None,
        least: None,
        units: None,
        behind_number: |_| Vec::new(),
        no_unit: "take it out",
        base_unit: None,
        iso: None,
        likeness: Likeness::Same,
        from_bare: None,
        other_form: |_| None,
        key: None,
        brief: Brief::Words,
    };
}

/// Figures of every kind: what `every figure` asks for. No topic is of it.
const FIGURE: Facts = Facts { name: "figure", one: "a figure", example: "100,000", sort: Sort::Amount, ..Facts::PLAIN };

/// Words that are compared as they stand: a headline, a sentence. No topic is of it.
const TEXT: Facts = Facts { name: "text", one: "text", example: "\"the words\"", ..Facts::PLAIN };

/// Digits that are no value of any kind, and roman numerals behind names. No topic is of it.
const NUMERAL: Facts = Facts { name: "numeral", one: "a numeral", example: "\"Room 12\"", ..Facts::PLAIN };

impl Kind {
    /// Figures of every kind: number, count, measure, money and percent.
    pub const FIGURE: Self = Self(&FIGURE);

    /// Words that are compared as they stand.
    pub const TEXT: Self = Self(&TEXT);

    /// Digits that are no value of any kind, and roman numerals behind names.
    pub const NUMERAL: Self = Self(&NUMERAL);

    /// The kind of these facts.
    #[must_use]
    pub const fn of_facts(facts: &'static Facts) -> Self {
        Self(facts)
    }

    /// A kind with its article: "a count", "an amount of money", "text".
    #[must_use]
    pub fn with_article(self) -> &'static str {
        self.0.one
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// What predicates can ask of its values.
    #[must_use]
    pub fn sort(self) -> Sort {
        self.0.sort
    }

    /// Whether a value of another kind may stand where this kind is asked for: a bare number is a count, and a count a
    /// number.
    #[must_use]
    pub fn takes(self, other: Self) -> bool {
        let is_figure = match other.0.family {
            Family::Bare | Family::Figure => true,
            Family::Own => false,
        };
        self == other || self.is_bare() && other.is_bare() || self == Self::FIGURE && is_figure
    }

    /// Whether its values are figures without a unit.
    #[must_use]
    pub fn is_bare(self) -> bool {
        self.0.family == Family::Bare
    }

    /// Whether its topics list the values that there are.
    #[must_use]
    pub fn is_choice(self) -> bool {
        self.0.phrasing == Phrasing::Choices
    }

    /// Whether the phrases of its topics have a hole for the value; else they are themselves what an article says.
    #[must_use]
    pub fn has_hole(self) -> bool {
        self.0.phrasing == Phrasing::Hole
    }

    /// Whether its values are in units of which a topic may fix one.
    #[must_use]
    pub fn has_unit(self) -> bool {
        self.0.units.is_some()
    }

    /// Whether its units convert.
    #[must_use]
    pub fn converts(self) -> bool {
        self.0.units.as_ref().is_some_and(|units| units.scale == Scale::Converted)
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
