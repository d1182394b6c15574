//! The values that other articles give for a topic, to hold the values of a silent one against.

use crate::{
    fold,
    lexicon::Lexicon,
    placing::{self, Position, Situation},
    value::{Content, Precision, Value, date::Unit},
};

/// Of more values than this, the rest is not held against others: those that are given most often come first.
const MOST: usize = 24;

/// The values that articles give for a topic.
#[derive(Clone, Debug, Default)]
pub struct KnownValues {
    values: Vec<KnownValue>,
}

/// A value that articles give for a topic.
#[derive(Clone, Debug)]
pub struct KnownValue {
    /// The value.
    pub value: Value,
    /// What it resolves against.
    pub situation: Situation,
    /// How many articles give it in these words.
    pub articles: usize,
}

/// How a value stands to those that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KnownStanding {
    /// It cannot be compared with any, or is of another size than all of them.
    Far,
    /// It meets none of them.
    Apart,
    /// There is none.
    Unknown,
    /// It meets one, as an open bound or a year does; or one that fewer articles give than another; or it is written as one
    /// that nobody can place.
    Meets,
    /// It is one of those that most articles give, as exactly as both are given.
    Same,
}

impl KnownValues {
    /// These values, those that most articles give first.
    #[must_use]
    pub fn new(values: impl IntoIterator<Item = KnownValue>) -> Self {
        Self { values: values.into_iter().take(MOST).collect() }
    }

    /// How each of some values of one article stands to those that are known.
    #[must_use]
    pub fn standings(&self, values: &[&Value], situation: &Situation, lexicon: &Lexicon) -> Vec<KnownStanding> {
        let known = self.values.iter().map(|known| (&known.value, &known.situation));
        let all: Vec<(&Value, &Situation)> = known.chain(values.iter().map(|value| (*value, situation))).collect();
        let positions = placing::positions(&all, lexicon);
        let places: Vec<(&Position, &Value)> =
            positions.iter().zip(&all).map(|(at, (value, _))| (at, *value)).collect();
        let (known, own) = places.split_at_checked(self.values.len()).unwrap_or_default();
        let support = self.support(known);
        own.iter().map(|one| standing(*one, known, &support)).collect()
    }

    /// How many articles give what each of the values meets.
    fn support(&self, known: &[(&Position, &Value)]) -> Vec<usize> {
        let of = |one: &(&Position, &Value)| {
            let met = known.iter().zip(&self.values).filter(|(other, _)| meets(one.0, other.0) == Some(true));
            met.map(|(_, value)| value.articles).sum()
        };
        known.iter().map(of).collect()
    }

    /// The nouns of what is counted.
    pub(super) fn things(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter_map(|known| known.value.content.amount()?.of.as_deref())
    }
}

fn standing(one: (&Position, &Value), known: &[(&Position, &Value)], support: &[usize]) -> KnownStanding {
    let most = support.iter().max().copied().unwrap_or_default();
    let each = known.iter().zip(support).map(|(other, support)| {
        let is_said_by_most = 2 * support > most;
        match meets(one.0, other.0) {
            Some(true) if is_said_by_most && is_exact(one.1) && is_exact(other.1) => KnownStanding::Same,
            Some(true) if is_exact(other.1) || are_of_one_size(one.0, other.0) => KnownStanding::Meets,
            Some(false) if are_of_one_size(one.0, other.0) => KnownStanding::Apart,
            None if fold::words(&one.1.text) == fold::words(&other.1.text) => KnownStanding::Meets,
            Some(_) | None => KnownStanding::Far,
        }
    });
    each.max().unwrap_or(KnownStanding::Unknown)
}

/// Whether neither of two amounts is many times the other.
fn are_of_one_size(a: &Position, b: &Position) -> bool {
    let size = |position: &Position| position.interval().map(|interval| interval.lo.abs().max(interval.hi.abs()));
    match (size(a), size(b)) {
        (Some(a), Some(b)) => a <= MANY * b && b <= MANY * a,
        (Some(_) | None, _) => true,
    }
}

/// So many times as much is no other figure for the same, but one for something else.
const MANY: f64 = 5.0;

/// Whether two values meet; nothing where they cannot be compared.
fn meets(a: &Position, b: &Position) -> Option<bool> {
    match (a, b) {
        (Position::Word(a), Position::Word(b)) => Some(a == b),
        (a, b) => a.on_one_axis(b).map(|(one, other)| one.meets(other)),
    }
}

/// Whether a value says more than that something is above or below, or in a year.
fn is_exact(value: &Value) -> bool {
    let is_given = match value.precision {
        Precision::Exact | Precision::Approximate | Precision::Range => true,
        Precision::AtLeast | Precision::AtMost | Precision::MoreThan | Precision::LessThan | Precision::Vague => false,
    };
    match &value.content {
        Content::Amount(amount) => is_given && amount.best.is_some(),
        Content::Date(date) => date.point.unit() == Some(Unit::Day),
        Content::Time(_) | Content::Word(_) => true,
    }
}
