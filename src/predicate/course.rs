//! How a figure moves as time goes on, in words: its steps with their days, and the step that goes the wrong way.

use super::wording;
use crate::{
    claim::topic::Develops,
    finding::Role,
    saying,
    table::{
        Column, Placed, Relation, Table,
        development::{WrongStep, wrong_steps},
    },
};
use std::collections::BTreeSet;

/// So many steps between the first and the last are not all named.
const MOST_STEPS: usize = 4;

/// "from 2 (9 May 2031) to 6 (12 May 2031), by way of 5 (10 May 2031)": what the figure was, and from which day on.
#[must_use]
pub fn steps(table: &Table<'_>, column: &Column<'_>, compared: &[usize]) -> String {
    let claims = compared.iter().filter_map(|&index| column.claims.get(index)).filter(|placed| !placed.is_part());
    let mut claims: Vec<&Placed<'_>> = claims.collect();
    let low = |placed: &Placed<'_>| {
        let lo = placed.position.interval().map_or(f64::NEG_INFINITY, |interval| interval.lo);
        match column.topic.develops {
            Some(Develops::Down) => -lo,
            Some(Develops::Up) | None => lo,
        }
    };
    let minute = |placed: &Placed<'_>| placed.claim.entry.and_then(|entry| entry.minute);
    claims.sort_by(|a, b| {
        (table.day_of(a), minute(a)).cmp(&(table.day_of(b), minute(b))).then(low(a).total_cmp(&low(b)))
    });
    let mut steps: Vec<(String, String)> = Vec::new();
    let mut known = BTreeSet::new();
    let mut before: Option<&Placed<'_>> = None;
    for placed in claims {
        let shown = wording::shown(placed);
        let is_step = !before.is_some_and(|before| may_be_still(placed, before));
        if is_step && known.insert(shown.clone()) {
            steps.push((shown, when(table, placed)));
            before = Some(placed);
        }
    }
    let told =
        |(value, when): &(String, String)| if when.is_empty() { value.clone() } else { format!("{value} ({when})") };
    match steps.as_slice() {
        [first, between @ .., last] => {
            let way = match between {
                [] => String::new(),
                few if few.len() < MOST_STEPS => {
                    format!(", by way of {}", wording::listed(&few.iter().map(told).collect::<Vec<_>>()))
                }
                many => format!(", with {} steps between", many.len()),
            };
            format!("from {} to {}{way}", told(first), told(last))
        }
        few => wording::listed(&few.iter().map(told).collect::<Vec<_>>()),
    }
}

/// "About 145" behind 146: a figure that may still be the one before is no step.
fn may_be_still(placed: &Placed<'_>, before: &Placed<'_>) -> bool {
    let (Some(own), Some(known)) = (placed.position.interval(), before.position.interval()) else { return false };
    !own.is_point() && own.lo <= known.hi && known.lo <= own.hi
}

/// "the toll went down from 146 (Vale Post, 4 May 2024) to 143 (Upland Wire, 6 May 2024), and it should only rise".
#[must_use]
pub fn wrong_turn(table: &Table<'_>, column: &Column<'_>, relation: &Relation) -> Option<String> {
    let way = column.topic.develops?;
    let roles = relation.roles.iter().enumerate();
    let opposed: Vec<usize> = roles.filter(|(_, role)| **role == Role::Opposes).map(|(index, _)| index).collect();
    let steps = wrong_steps(way, table, &column.claims, &opposed);
    let (went, should) = match way {
        Develops::Up => ("went down", "rise"),
        Develops::Down => ("went up", "fall"),
    };
    let mut told = steps.iter().filter_map(|step| step_in_words(table, column, step));
    let first = told.next()?;
    let what = wording::the(&column.topic.subject.to_string());
    let mut message = format!("{what} {went} {first}, and it should only {should}");
    let mut told = told.peekable();
    if let Some(second) = told.next() {
        message.push_str(&format!("; it also {went} {second}"));
        match told.count() {
            0 => {}
            more => message.push_str(&format!(", and {}", wording::counted(more, "more time"))),
        }
    }
    Some(message)
}

/// "from 146 (Vale Post, 4 May 2024) to 143 (Upland Wire, 6 May 2024)"
fn step_in_words(table: &Table<'_>, column: &Column<'_>, step: &WrongStep) -> Option<String> {
    let told = |index: usize| {
        let placed = column.claims.get(index)?;
        let source = table.source_name(table.source_of(placed.article));
        let when = when(table, placed);
        let beside = if when.is_empty() { source.to_string() } else { format!("{source}, {when}") };
        Some(format!("{} ({beside})", wording::shown(placed)))
    };
    Some(format!("from {} to {}", told(step.before)?, told(step.after)?))
}

/// "9 May 2031, 16:10"; nothing where no day is known.
fn when(table: &Table<'_>, placed: &Placed<'_>) -> String {
    let day = table.day_of(placed).map(saying::day_in_words);
    let minute = placed.claim.entry.and_then(|entry| entry.minute);
    let clock = minute.map(|minute| format!("{}:{:02}", minute / 60, minute % 60));
    day.into_iter().chain(clock).collect::<Vec<_>>().join(", ")
}
