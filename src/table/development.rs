//! Figures that move one way as time goes on, and the steps that go the other way.

use super::{Placed, Table};
use crate::{
    claim::topic::Develops,
    value::{Interval, interval},
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Two claims, one behind the other, of which the later lies where no value of the earlier may come to; by their place in
/// their column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongStep {
    /// The earlier.
    pub before: usize,
    /// The later.
    pub after: usize,
}

/// When a claim was made: its day, and the minute of an entry of a live page. Minutes of two articles are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Moment {
    day: NaiveDate,
    /// The article and its minute.
    entry: Option<(usize, u16)>,
}

impl Moment {
    fn of(table: &Table<'_>, placed: &Placed<'_>) -> Option<Self> {
        let minute = placed.claim.entry.and_then(|entry| entry.minute);
        Some(Self { day: table.day_of(placed)?, entry: minute.map(|minute| (placed.article, minute)) })
    }
}

/// A step with the entry that it stands in: its article and its minute.
type EntryStep = (Option<(usize, u16)>, PlacedStep);

/// The steps of some claims, in order of time, that go the wrong way: none where they only move one way. Claims of one day
/// stand in any order, unless they are of entries of one page; so do those without a day, for which there is always a day at
/// which they fit. Behind a step the figure goes on from where it went.
#[must_use]
pub fn wrong_steps(way: Develops, table: &Table<'_>, claims: &[Placed<'_>], chosen: &[usize]) -> Vec<WrongStep> {
    let mut days: BTreeMap<NaiveDate, Vec<EntryStep>> = BTreeMap::new();
    for &claim in chosen {
        let Some(placed) = claims.get(claim) else { continue };
        let (Some(interval), Some(moment)) = (placed.position.interval(), Moment::of(table, placed)) else { continue };
        let standing = PlacedStep { claim, interval: towards(way, interval) };
        days.entry(moment.day).or_default().push((moment.entry, standing));
    }
    let (mut floor, mut wrong) = (None::<PlacedStep>, Vec::new());
    for of_day in days.into_values() {
        let own: Vec<PlacedStep> = of_day.iter().map(|(_, standing)| *standing).collect();
        let falls = own.iter().filter_map(|later| floor.and_then(|floor| floor.step_to(later)));
        let before = wrong.len();
        wrong.extend(falls);
        let all_fall = wrong.len() - before == own.len();
        wrong.extend(steps_of_entries(of_day));
        let start = floor.filter(|_| !all_fall);
        floor = own.into_iter().fold(start, |floor, later| Some(floor.map_or(later, |floor| floor.raised_to(later))));
    }
    wrong.dedup();
    wrong
}

/// The same among the entries of each page, on one day.
fn steps_of_entries(of_day: Vec<EntryStep>) -> Vec<WrongStep> {
    let mut entries: BTreeMap<(usize, u16), Vec<PlacedStep>> = BTreeMap::new();
    for (entry, standing) in of_day {
        if let Some(entry) = entry {
            entries.entry(entry).or_default().push(standing);
        }
    }
    let (mut floors, mut wrong): (BTreeMap<usize, PlacedStep>, _) = (BTreeMap::new(), Vec::new());
    for ((article, _), own) in entries {
        let floor = floors.get(&article).copied();
        wrong.extend(own.iter().filter_map(|later| floor.and_then(|floor| floor.step_to(later))));
        let raised =
            own.into_iter().fold(floor, |floor, later| Some(floor.map_or(later, |floor| floor.raised_to(later))));
        floors.extend(raised.map(|raised| (article, raised)));
    }
    wrong
}

/// A claim and where it lies, as if it grew.
#[derive(Clone, Copy)]
struct PlacedStep {
    claim: usize,
    interval: Interval,
}

impl PlacedStep {
    /// The step to a later claim, where that lies below.
    fn step_to(&self, later: &Self) -> Option<WrongStep> {
        let is_below = !may_reach(self.interval, later.interval);
        is_below.then_some(WrongStep { before: self.claim, after: later.claim })
    }

    /// The one that asks more of what follows; of two alike the later.
    fn raised_to(self, later: Self) -> Self {
        let (own, next) = (self.interval, later.interval);
        let is_higher = if interval::same(own.lo, next.lo) { next.lo_open || !own.lo_open } else { next.lo > own.lo };
        if is_higher { later } else { self }
    }
}

/// A figure that shrinks grows on the mirrored axis.
fn towards(way: Develops, interval: Interval) -> Interval {
    match way {
        Develops::Up => interval,
        Develops::Down => {
            Interval { lo: -interval.hi, hi: -interval.lo, lo_open: interval.hi_open, hi_open: interval.lo_open }
        }
    }
}

/// Whether a value of `later` is not below the lower end of `floor`.
fn may_reach(floor: Interval, later: Interval) -> bool {
    if interval::same(floor.lo, later.hi) { !(floor.lo_open && later.hi_open) } else { floor.lo < later.hi }
}
