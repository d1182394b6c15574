//! Clock times become instants: each on the day it states, borrows or is assumed to have, in its zone.

use super::{DateReference, INSTANTS, LOCAL, Position, Situation, calendar, zone};
use crate::value::{
    Content, Interval, Unplaced, Value,
    time::{TimeExpr, ZoneName},
};
use chrono::{MappedLocalTime, NaiveDate, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;
use std::collections::BTreeSet;

const DAY: f64 = 86_400.0;

/// Which day a clock time is on.
#[derive(Clone, Copy)]
enum ClockDay {
    /// Its sentence says so.
    Stated(NaiveDate, bool),
    /// The day of publication: never the ground of a conflict.
    Assumed(NaiveDate),
    /// Unknown.
    None,
}

/// What a clock time's zone is taken from.
#[derive(Clone, Copy, PartialEq)]
enum ZoneSource {
    /// The zones that are named, or that the articles and the story have.
    Known,
    /// No time names a zone and none is known: all are times of one place, and compare with each other only.
    OnePlace,
}

/// Puts the clock times among `values` on the axis of instants. A stated day counts; a time with an assumed day, or none,
/// takes the day nearest to the others, so that it compares by its clock.
pub(super) fn align(values: &[(&Value, &Situation)], positions: &mut [Position]) {
    let times: Vec<(usize, &TimeExpr, &Situation, ClockDay)> = values
        .iter()
        .enumerate()
        .filter_map(|(index, (value, situation))| match &value.content {
            Content::Time(time) => Some((index, &**time, *situation, day_of(time, situation))),
            Content::Amount(_) | Content::Date(_) | Content::Word(_) => None,
        })
        .collect();
    if times.is_empty() {
        return;
    }
    let bare = |time: &TimeExpr, situation: &Situation| {
        matches!(time.zone.as_deref(), None | Some(ZoneName::Local)) && situation.timezone.is_none()
    };
    let zones = if times.iter().all(|(_, time, situation, _)| bare(time, situation)) {
        ZoneSource::OnePlace
    } else {
        ZoneSource::Known
    };
    let stated = times.iter().find_map(|(_, time, situation, day)| match day {
        ClockDay::Stated(day, _) => Some((*time, *situation, *day)),
        ClockDay::Assumed(_) | ClockDay::None => None,
    });
    let assumed = times.iter().find_map(|(_, time, situation, day)| match day {
        ClockDay::Assumed(day) => Some((*time, *situation, *day)),
        ClockDay::Stated(..) | ClockDay::None => None,
    });
    let first = times.first().map(|(_, time, situation, _)| (*time, *situation, NaiveDate::default()));
    let base = stated.or(assumed).or(first);
    let reference = base.and_then(|(time, situation, day)| instant(time, situation, day, zones).ok());
    let axis = if zones == ZoneSource::OnePlace { LOCAL } else { INSTANTS };
    for (index, time, situation, day) in times {
        let Some(place) = positions.get_mut(index) else { continue };
        let interval = match day {
            ClockDay::Stated(day, anchored) => {
                instant(time, situation, day, zones).map(|interval| (interval, anchored))
            }
            ClockDay::Assumed(_) | ClockDay::None => {
                let day = base.map_or_else(NaiveDate::default, |(_, _, day)| day);
                nearest(time, situation, day, reference, zones).map(|interval| (interval, false))
            }
        };
        *place = match interval {
            Ok((interval, anchored)) => Position::On { axis: axis.to_string(), interval, anchored },
            Err(why) => Position::Indeterminate(why),
        };
    }
}

/// Puts the clock times of one article in an order of their own: those of no stated day on the day that the others state,
/// where that is one day, so that two of no stated day are of the same. Where more of them name no zone than can be placed
/// with one, those are times of one place.
pub(super) fn align_within_article(values: &[&Value], situation: &Situation, positions: &mut [Position]) {
    let times: Vec<(usize, &TimeExpr)> = values
        .iter()
        .enumerate()
        .filter_map(|(index, value)| match &value.content {
            Content::Time(time) => Some((index, &**time)),
            Content::Amount(_) | Content::Date(_) | Content::Word(_) => None,
        })
        .collect();
    let days = days_within_article(&times, situation);
    let place = |zones: ZoneSource| -> Vec<Result<Interval, Unplaced>> {
        let instants = times.iter().zip(&days);
        instants.map(|((_, time), day)| within_article(time, situation, day.clone()?, zones)).collect()
    };
    let known = |placed: &[Result<Interval, Unplaced>]| placed.iter().filter(|interval| interval.is_ok()).count();
    let (with_zones, of_one_place) = (place(ZoneSource::Known), place(ZoneSource::OnePlace));
    let (axis, placed) =
        if known(&of_one_place) > known(&with_zones) { (LOCAL, of_one_place) } else { (INSTANTS, with_zones) };
    for ((index, _), interval) in times.into_iter().zip(placed) {
        let Some(position) = positions.get_mut(index) else { continue };
        *position = match interval {
            Ok(interval) => Position::On { axis: axis.to_string(), interval, anchored: false },
            Err(why) => Position::Indeterminate(why),
        };
    }
}

/// The day of each clock time of one article, where it is known or common to all.
fn days_within_article(times: &[(usize, &TimeExpr)], situation: &Situation) -> Vec<Result<NaiveDate, Unplaced>> {
    let anywhere = NaiveDate::default();
    let base = calendar::season(times.iter().filter_map(|(_, time)| time.day.as_deref())).unwrap_or(anywhere);
    let against = situation.anchor.map_or(DateReference::SameArticle(base), DateReference::Anchor);
    let stated = |time: &TimeExpr| {
        let span = time.day.as_deref()?.resolve(against);
        Some(span.ok().filter(|span| span.from == span.to).map(|span| span.from).ok_or(Unplaced::NoDay))
    };
    let days: BTreeSet<NaiveDate> = times.iter().filter_map(|(_, time)| stated(time)?.ok()).collect();
    let common = match days.len() {
        0 => Ok(situation.anchor.unwrap_or(anywhere)),
        1 => days.first().copied().ok_or(Unplaced::NoDay),
        _ => Err(Unplaced::NoDay),
    };
    times.iter().map(|(_, time)| stated(time).unwrap_or_else(|| common.clone())).collect()
}

fn within_article(
    time: &TimeExpr,
    situation: &Situation,
    day: NaiveDate,
    zones: ZoneSource,
) -> Result<Interval, Unplaced> {
    match (zones, time.zone.as_deref()) {
        (ZoneSource::Known, _) => instant(time, situation, day, zones),
        (ZoneSource::OnePlace, None | Some(ZoneName::Local)) => instant(time, &Situation::default(), day, zones),
        (ZoneSource::OnePlace, Some(_)) => Err(Unplaced::OthersWithoutZone),
    }
}

fn day_of(time: &TimeExpr, situation: &Situation) -> ClockDay {
    let against = situation.anchor.map_or(DateReference::Nothing, DateReference::Anchor);
    match time.day.as_deref().map(|day| day.resolve(against)) {
        Some(Ok(span)) if span.from == span.to => ClockDay::Stated(span.from, span.anchored),
        // A day that its sentence names but nobody can resolve is borrowed like none at all.
        Some(Ok(_) | Err(_)) => ClockDay::None,
        None => situation.anchor.map_or(ClockDay::None, ClockDay::Assumed),
    }
}

/// The time on the day before, on or after `day`, whichever lies nearest to the reference.
fn nearest(
    time: &TimeExpr,
    situation: &Situation,
    day: NaiveDate,
    reference: Option<Interval>,
    zones: ZoneSource,
) -> Result<Interval, Unplaced> {
    let on = instant(time, situation, day, zones)?;
    let Some(reference) = reference else { return Ok(on) };
    let candidates = [day.pred_opt(), day.succ_opt()]
        .into_iter()
        .flatten()
        .filter_map(|day| instant(time, situation, day, zones).ok());
    Ok(candidates.fold(on, |best, next| {
        if next.least_distance(reference) + 1.0 < best.least_distance(reference) { next } else { best }
    }))
}

/// Seconds since 1970-01-01T00:00Z.
fn instant(time: &TimeExpr, situation: &Situation, day: NaiveDate, zones: ZoneSource) -> Result<Interval, Unplaced> {
    let own = situation.timezone.as_deref();
    let offset = match time.zone.as_deref() {
        Some(ZoneName::Offset(minutes)) => f64::from(*minutes) * 60.0,
        Some(ZoneName::Named(zone)) => offset_of(zone, day, time.from)?,
        Some(ZoneName::Ambiguous(zones)) => match own.filter(|own| zones.iter().any(|zone| zone == own)) {
            Some(zone) => offset_of(zone, day, time.from)?,
            None => {
                return Err(Unplaced::AmbiguousZone {
                    written: time.zone_text.as_deref().unwrap_or_default().to_string(),
                    zones: zones.clone(),
                });
            }
        },
        Some(ZoneName::Local) | None => match own {
            Some(zone) => offset_of(zone, day, time.from)?,
            None if zones == ZoneSource::OnePlace => 0.0,
            None => return Err(Unplaced::NoZone),
        },
    };
    let midnight = super::position::day_number(day) * DAY - offset;
    Ok(Interval::closed(midnight + f64::from(time.from) * 60.0, midnight + f64::from(time.to) * 60.0))
}

/// Seconds east of Greenwich at that minute of that day; in the hour that a clock change repeats or skips, the earlier.
fn offset_of(zone: &str, day: NaiveDate, minute: i32) -> Result<f64, Unplaced> {
    if let Some(minutes) = zone::offset(zone) {
        return Ok(f64::from(minutes) * 60.0);
    }
    let zone: Tz = zone.parse().map_err(|_| Unplaced::NoSuchZone(zone.to_string()))?;
    let minute = u32::try_from(minute.rem_euclid(24 * 60)).unwrap_or(0);
    let clock = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap_or_default();
    let local = day.and_time(clock);
    let offset = match zone.offset_from_local_datetime(&local) {
        MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => offset,
        MappedLocalTime::None => zone.offset_from_utc_datetime(&day.pred_opt().unwrap_or(day).and_time(clock)),
    };
    Ok(f64::from(offset.fix().local_minus_utc()))
}
