//! Shelf 2: what a sentence may say, one file a predicate.
//!
//! A predicate is a production of `grammar/predicates.pest`, a file here, and a line in [`ALL`]. Its file holds the whole
//! idea: the forms for help texts, how its production is read and checked against the kind of its subject, how it judges
//! the claims of a story, and what it says of them. It knows positions and intervals, and of a kind its facts; what is asked
//! of one kind alone takes that kind's file.

pub mod absent;
pub mod acting;
pub mod answers;
pub mod arithmetic;
pub mod around;
pub mod attached;
pub mod attributed;
pub mod between;
pub mod bound;
pub mod cited;
pub mod closed;
pub mod complete;
pub mod consistent;
pub mod consistent_articles;
pub mod consistent_within;
pub mod corroborated;
mod course;
pub mod directed;
pub mod each;
pub mod equals_sum;
pub mod explained;
pub mod falls_on;
pub mod falls_on_its_weekday;
pub mod has_zone;
pub mod independent;
pub mod is_value;
pub mod items;
pub mod literal;
pub mod matches;
pub mod matches_fact;
pub mod near;
pub mod negated;
pub mod never_decreases;
mod not_compared;
pub mod order;
pub mod printed_once;
pub mod reading;
pub mod same_speaker;
pub mod same_spelling;
pub mod says_whom;
pub mod supported;
pub mod truth;
pub mod two_topics;
pub mod unchanged;
pub mod undamaged;
pub mod verbatim;
mod versions;
pub mod wording;

pub use items::{FailedItem, ItemAnswer, Items};
pub use literal::Literal;
pub use reading::ClauseReading;

use crate::{
    claim::{KeptSpeech, KeptWords},
    diagnostic::Mistake,
    finding::{Agreement, Evidence, Outcome, Role},
    grammar::{Pair, Rule},
    placing::Tolerance,
    table::{Subject, Table},
    value::Interval,
};
use std::{any::Any, fmt, sync::Arc};

/// A predicate as a sentence gives it. Its `Display` is its canonical text.
pub trait Predicate: fmt::Debug + fmt::Display + Send + Sync + Comparable {
    /// What it answers about a subject in a story, or what its denial answers.
    fn judge(&self, subject: &Subject, table: &Table<'_>, sense: Sense) -> Verdict;

    /// When it holds, in one sentence without its subject.
    fn asks(&self) -> &'static str;

    /// The values and distances that its sentence writes, in order.
    fn given(&self) -> Vec<Given<'_>> {
        Vec::new()
    }

    /// What it reads beside its subject: the operands that are columns of the table.
    fn operands(&self, subject: &Subject) -> Vec<Subject> {
        let _ = subject;
        Vec::new()
    }

    /// The values that meet it, on their axis, where it asks each claim for one of a stretch of values.
    fn region(&self) -> Option<(String, Interval)> {
        None
    }

    /// How many sources it asks for, where it asks for a number of them.
    fn sources_wanted(&self) -> Option<usize> {
        None
    }

    /// The source or the group that it asks, beside those that its subject is taken from.
    fn articles_named(&self) -> Option<&str> {
        None
    }

    /// Whether it asks, or its denial, that nobody gives its subject.
    fn asks_for_silence(&self, sense: Sense) -> bool {
        let _ = sense;
        false
    }

    /// Whether it looks at articles that its subject is not taken from: then it narrows the articles itself.
    fn looks_further(&self) -> bool {
        false
    }

    /// Which words it looks for beside those of claims: records keep them.
    fn reads_words(&self) -> KeptWords {
        KeptWords::OfClaims
    }

    /// Whether it asks who says the claims of its subject: records keep that.
    fn reads_speech(&self, subject: &Subject) -> KeptSpeech {
        let _ = subject;
        KeptSpeech::Nothing
    }
}

/// What a sentence writes for its predicate to go by.
#[derive(Clone, Debug, PartialEq)]
pub enum Given<'p> {
    /// A value.
    Value(&'p Literal),
    /// How far from something claims may lie.
    Distance(&'p str),
    /// How far apart claims may lie: its words, and the distance on the axis of the subject's kind.
    Tolerance(&'p str, Tolerance),
}

/// Whether a clause asks that something is so, or that it is not: `cited`, `not cited`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sense {
    /// That it is so.
    #[default]
    Plain,
    /// That it is not.
    Denied,
}

/// Equality of predicates of any sort; every predicate that can be compared with its own sort has it.
pub trait Comparable: Any {
    /// Whether the other is the same predicate with the same operands.
    fn equals(&self, other: &dyn Any) -> bool;
    /// The predicate as something that can be looked into.
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + Any> Comparable for T {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// What a clause answers on one story.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Whether it holds.
    pub outcome: Outcome,
    /// How the claims relate; `None` where that has no meaning.
    pub agreement: Option<Agreement>,
    /// Why, in plain words.
    pub reasons: Vec<&'static str>,
    /// One sentence for a person.
    pub message: String,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// The article whose anchor is probably wrong, by its place in the table.
    pub blames: Option<usize>,
    /// What was found one by one, where the clause asks so.
    pub items: Option<Box<Items>>,
}

impl Verdict {
    /// An answer with nothing to show.
    #[must_use]
    pub fn bare(outcome: Outcome, message: String) -> Self {
        Self { outcome, agreement: None, reasons: Vec::new(), message, evidence: Vec::new(), blames: None, items: None }
    }

    /// What was found one by one as an answer: what is wrong with the first that fails, and how many more do; where none
    /// does, what holds of them all.
    #[must_use]
    pub fn of_items(items: Items, held: String) -> Self {
        let Some(first) = items.failed.first() else { return Self::bare(Outcome::Pass, held).with_items(items) };
        let more = match items.failed.len() {
            1 => String::new(),
            2 => "; 1 more fails".to_string(),
            number => format!("; {} more fail", number - 1),
        };
        let message = format!("{}{more}", first.message);
        let evidence = items.failed.iter().flat_map(|item| item.evidence.clone()).collect();
        Self { evidence, ..Self::bare(Outcome::Fail, message) }.with_items(items)
    }

    /// The answer with what was found one by one: where nothing fails and some could not be compared, nobody knows whether
    /// all hold.
    #[must_use]
    pub fn with_items(self, items: Items) -> Self {
        let open = items.left_open().filter(|_| self.outcome == Outcome::Pass);
        match open {
            Some(open) => {
                let message = format!("{}; {open}", self.message);
                Self { outcome: Outcome::NoEvidence, message, items: Some(items.into()), ..self }
            }
            None => Self { items: Some(items.into()), ..self },
        }
    }

    /// The answer to the denial of what this is the answer to, where that is what was asked: what holds must not, and what
    /// does not is as it should be.
    #[must_use]
    pub fn in_sense(self, sense: Sense) -> Self {
        match (sense, self.outcome) {
            (Sense::Plain, _) | (Sense::Denied, Outcome::NoEvidence) => self,
            (Sense::Denied, Outcome::Pass) => {
                let violates = |evidence: Evidence| match evidence.role {
                    Role::Supports => Evidence { role: Role::Violates, ..evidence },
                    Role::Opposes | Role::Violates | Role::Context => evidence,
                };
                let evidence = self.evidence.into_iter().map(violates).collect();
                let message = format!("{}, which must not be", self.message);
                // What holds by itself says nothing of why it must not.
                Self { outcome: Outcome::Fail, evidence, message, items: None, ..self }
            }
            (Sense::Denied, Outcome::Fail) => {
                let supports = |evidence: Evidence| match evidence.role {
                    Role::Violates | Role::Opposes => Evidence { role: Role::Supports, ..evidence },
                    Role::Supports | Role::Context => evidence,
                };
                let evidence = self.evidence.into_iter().map(supports).collect();
                Self { outcome: Outcome::Pass, evidence, items: None, ..self }
            }
        }
    }
}

/// How a production is read.
pub type Read = fn(&Pair<'_>, &ClauseReading<'_>) -> Result<Arc<dyn Predicate>, Vec<Mistake>>;

/// One predicate: a place on the shelf.
pub struct PredicateEntry {
    /// How it is written, for help texts.
    pub forms: &'static [&'static str],
    /// Its production.
    pub production: Rule,
    /// Reads its production, and checks it against the subject.
    pub read: Read,
}

/// Every predicate, in alphabetical order.
pub const ALL: &[&PredicateEntry] = &[
    &absent::ENTRY,
    &acting::ENTRY,
    &arithmetic::ENTRY,
    &attached::ENTRY,
    &attributed::ENTRY,
    &between::ENTRY,
    &bound::ENTRY,
    &cited::ENTRY,
    &closed::ENTRY,
    &complete::ENTRY,
    &consistent::ENTRY,
    &consistent_articles::ENTRY,
    &consistent_within::ENTRY,
    &corroborated::ENTRY,
    &directed::ENTRY,
    &equals_sum::ENTRY,
    &explained::ENTRY,
    &falls_on::ENTRY,
    &falls_on_its_weekday::ENTRY,
    &has_zone::ENTRY,
    &independent::ENTRY,
    &is_value::ENTRY,
    &matches::ENTRY,
    &matches_fact::ENTRY,
    &near::ENTRY,
    &negated::ENTRY,
    &never_decreases::ENTRY,
    &order::ENTRY,
    &printed_once::ENTRY,
    &same_speaker::ENTRY,
    &same_spelling::ENTRY,
    &says_whom::ENTRY,
    &supported::ENTRY,
    &unchanged::ENTRY,
    &verbatim::ENTRY,
];

/// The predicate that a production belongs to.
#[must_use]
pub fn find(production: Rule) -> Option<&'static PredicateEntry> {
    ALL.iter().copied().find(|entry| entry.production == production)
}

/// The words with which predicates begin: the first of each form.
pub fn openings() -> impl Iterator<Item = &'static str> {
    forms().filter_map(|form| form.split(' ').next())
}

/// Every form of every predicate.
pub fn forms() -> impl Iterator<Item = &'static str> {
    ALL.iter().flat_map(|entry| entry.forms.iter().copied())
}
