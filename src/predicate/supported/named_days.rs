//! Days that no article places, held against each other by what they name: a weekday, a day of a month, a month, a quarter.

use super::{Within, support::Support};
use crate::{
    placing::Position,
    table::Placed,
    value::{
        Content,
        date::{DateExpr, DatePoint, Unit},
    },
};
use chrono::{Datelike, NaiveDate};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// What a date names that needs no year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum DaySort {
    Weekday,
    MonthDay,
    Month,
    Quarter,
    /// "35 years ago", by how many.
    YearsAgo,
}

/// A sort, and which of it, from 1.
type NamedDay = (DaySort, u32);

/// More than any month has days.
const MONTH: u32 = 100;
const MONTHS_OF_QUARTER: u32 = 3;

/// What the dates of supporters name.
#[derive(Debug, Default)]
pub struct NamedDays {
    /// The first that names it.
    named: FxHashMap<(Within, DaySort), BTreeMap<u32, usize>>,
    /// What one that names something else may be, too.
    possible: FxHashMap<(Within, NamedDay), usize>,
    /// Where a day is told that may be any: "the next day" of an article that nobody places.
    any_day: FxHashSet<Within>,
    /// The years that are named.
    years: BTreeSet<(Within, i32)>,
}

impl NamedDays {
    /// Those of supporters, each with where it must stand and where it lies.
    pub fn new<'p>(supporters: impl Iterator<Item = (Within, &'p Placed<'p>, &'p Position)>) -> Self {
        let mut days = Self::default();
        for (index, (within, placed, position)) in supporters.enumerate() {
            let Content::Date(date) = &placed.claim.value.content else { continue };
            for point in std::iter::once(&date.point).chain(&date.until) {
                for (sort, number) in names(point) {
                    days.named.entry((within, sort)).or_default().entry(number).or_insert(index);
                }
            }
            days.years.extend(date.point.year().map(|year| (within, year)));
            if is_any_day(&date.point) && position.interval().is_none() {
                days.any_day.insert(within);
            }
            for day in may_be(&date.point).into_iter().chain(placed_on(position)) {
                days.possible.entry((within, day)).or_insert(index);
            }
        }
        days
    }

    /// What supports a date that nobody places. Where others of its sort are named, and it may be none of them, it fails.
    pub fn support(&self, within: Within, date: &DateExpr) -> Support {
        let is_plain = date.until.is_none() && date.reference.is_none() && date.year_shift.is_none();
        let Some((sort, number)) = names(&date.point).into_iter().next().filter(|_| is_plain) else {
            return Support::open();
        };
        let Some(known) = self.named.get(&(within, sort)) else { return Support::open() };
        if let Some(index) = known.get(&number) {
            return Support::by(*index);
        }
        if self.any_day.contains(&within) || self.possible.contains_key(&(within, (sort, number))) {
            return Support::open();
        }
        if sort == DaySort::YearsAgo && self.are_years_apart(within, number) {
            return Support::open();
        }
        let below = known.range(..number).next_back();
        let nearest = below.into_iter().chain(known.range(number..).next());
        Support::missing(nearest.min_by_key(|(other, _)| other.abs_diff(number)).map(|(_, index)| *index))
    }
}

impl NamedDays {
    /// Whether so many years lie between two that are named, or one more or less: who knows the day may have counted them.
    fn are_years_apart(&self, within: Within, number: u32) -> bool {
        let Ok(number) = i32::try_from(number) else { return false };
        let own = self.years.range((within, i32::MIN)..=(within, i32::MAX));
        own.flat_map(|(_, year)| (-1..=1).map(move |more| year.saturating_add(number).saturating_add(more)))
            .any(|later| self.years.contains(&(within, later)))
    }
}

/// What a date names, the narrowest first.
fn names(point: &DatePoint) -> Vec<NamedDay> {
    match point {
        DatePoint::Weekday { weekday, .. } => vec![(DaySort::Weekday, *weekday)],
        DatePoint::Day { month, day, .. } => vec![(DaySort::MonthDay, month * MONTH + day), (DaySort::Month, *month)],
        DatePoint::Month { month, .. } => vec![(DaySort::Month, *month)],
        DatePoint::Quarter { quarter, .. } => vec![(DaySort::Quarter, *quarter)],
        // "Last year" may be said of any year.
        DatePoint::Relative { unit: Unit::Year, shift } if *shift < -1 => {
            vec![(DaySort::YearsAgo, shift.unsigned_abs())]
        }
        DatePoint::Year { .. }
        | DatePoint::Relative { .. }
        | DatePoint::Referred { .. }
        | DatePoint::DayOfMonth { .. }
        | DatePoint::Half { .. }
        | DatePoint::Season { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Fiscal { .. }
        | DatePoint::Decade { .. }
        | DatePoint::Century { .. }
        | DatePoint::Each { .. }
        | DatePoint::EachWeekday { .. }
        | DatePoint::Loose { .. }
        | DatePoint::Vague { .. } => Vec::new(),
    }
}

/// Whether it is a day that says of itself neither its weekday nor its month, and follows one that is told. Who knows only that
/// it was yesterday knows no weekday.
fn is_any_day(point: &DatePoint) -> bool {
    matches!(point, DatePoint::Referred { unit: Unit::Day, .. } | DatePoint::DayOfMonth { .. })
}

/// The quarter in which a month lies.
fn may_be(point: &DatePoint) -> Option<NamedDay> {
    let month = names(point).into_iter().find(|(sort, _)| *sort == DaySort::Month)?.1;
    Some((DaySort::Quarter, month.saturating_sub(1) / MONTHS_OF_QUARTER + 1))
}

/// What a day is of which it is known where it lies.
fn placed_on(position: &Position) -> Vec<NamedDay> {
    let day = position.interval().filter(|interval| interval.lo == interval.hi).map(|interval| interval.lo as i64);
    let day = day.and_then(|day| i32::try_from(day).ok()).and_then(NaiveDate::from_epoch_days);
    let Some(day) = day else { return Vec::new() };
    let month = day.month();
    let month_day = (DaySort::MonthDay, month * MONTH + day.day());
    vec![(DaySort::Weekday, day.weekday().number_from_monday()), month_day, (DaySort::Month, month)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::predicate::supported::support::SupportStanding;

    fn point(month: u32, day: u32) -> DatePoint {
        DatePoint::Day { year: None, month, day }
    }

    #[test]
    fn a_date_names_what_needs_no_year() {
        assert_eq!(names(&point(3, 18)), [(DaySort::MonthDay, 318), (DaySort::Month, 3)]);
        assert_eq!(names(&DatePoint::Quarter { year: None, quarter: 2 }), [(DaySort::Quarter, 2)]);
        assert!(names(&DatePoint::Year { year: 2014 }).is_empty());
        assert_eq!(may_be(&point(12, 1)), Some((DaySort::Quarter, 4)));
        assert_eq!(may_be(&DatePoint::Weekday { weekday: 3, shift: None }), None);
    }

    #[test]
    fn another_of_its_sort_is_the_nearest_to_it() {
        let mut days = NamedDays::default();
        for (index, (sort, number)) in names(&point(3, 18)).into_iter().chain(names(&point(5, 2))).enumerate() {
            days.named.entry((None, sort)).or_default().insert(number, index);
        }
        let support = |point: DatePoint| days.support(None, &DateExpr::from(point));
        assert!(support(point(3, 18)).holds());
        assert!(support(DatePoint::Month { year: None, month: 5 }).holds());
        assert_eq!(support(point(3, 19)), Support::missing(Some(0)));
        assert_eq!(support(DatePoint::Month { year: None, month: 9 }).standing, SupportStanding::Fails);
        assert_eq!(support(DatePoint::Weekday { weekday: 3, shift: None }), Support::open());
        assert_eq!(days.support(Some(2), &DateExpr::from(point(3, 19))), Support::open());
    }
}
