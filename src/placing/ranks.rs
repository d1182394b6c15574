//! Words that have an order, in a row: each lies at its place among those it is compared with.

use super::{Position, Situation};
use crate::value::{Content, Interval, Kind, Likeness, Precision, Value, WordOrder};
use std::cmp::Ordering;

/// What orders the words of a kind, where something does.
fn order_of(kind: Kind) -> Option<WordOrder> {
    match kind.facts().likeness {
        Likeness::Ordered(order) => Some(order),
        Likeness::Same | Likeness::Person | Likeness::Passage => None,
    }
}

/// Puts the words that have an order in a row of their kind: equal ones lie at one place. One by itself has no place, and
/// stays the word that it is.
pub(super) fn align(values: &[(&Value, &Situation)], positions: &mut [Position]) {
    let mut ranked: Vec<(usize, &Value, &str, WordOrder)> = Vec::new();
    for (index, (value, _)) in values.iter().enumerate() {
        if let (Content::Word(word), Some(order)) = (&value.content, order_of(value.kind)) {
            ranked.push((index, value, word, order));
        }
    }
    if let [(index, value, word, _)] = ranked.as_slice() {
        if let (Some(position), Some(hedge)) = (positions.get_mut(*index), hedge_of(value.precision)) {
            *position = Position::Word(format!("{hedge} {word}"));
        }
        return;
    }
    ranked.sort_by(|(_, a, one, order), (_, b, other, _)| {
        a.kind.name().cmp(b.kind.name()).then_with(|| order(one, other))
    });
    let mut place = 0.0;
    let mut last: Option<(&Value, &str)> = None;
    for (index, value, word, order) in ranked {
        let is_next = last.is_some_and(|(of, before)| of.kind != value.kind || order(before, word) != Ordering::Equal);
        place += if is_next { 1.0 } else { 0.0 };
        last = Some((value, word));
        if let (Some(position), Some(interval)) = (positions.get_mut(index), around(place, value.precision)) {
            *position = Position::On { axis: format!("{}s", value.kind), interval, anchored: false };
        }
    }
}

/// The hedge that says how far a word reaches.
fn hedge_of(precision: Precision) -> Option<&'static str> {
    match precision {
        Precision::AtLeast => Some("at least"),
        Precision::AtMost => Some("at most"),
        Precision::MoreThan => Some("more than"),
        Precision::LessThan => Some("less than"),
        Precision::Exact | Precision::Approximate | Precision::Range | Precision::Vague => None,
    }
}

/// What a place stands for, as its hedge says; none where the words around it do not tell how far it reaches.
fn around(place: f64, precision: Precision) -> Option<Interval> {
    match precision {
        Precision::Exact => Some(Interval::point(place)),
        Precision::AtLeast => Some(Interval::at_least(place)),
        Precision::MoreThan => Some(Interval::more_than(place)),
        Precision::AtMost => Some(Interval::at_most(place)),
        Precision::LessThan => Some(Interval::less_than(place)),
        Precision::Approximate | Precision::Range | Precision::Vague => None,
    }
}
