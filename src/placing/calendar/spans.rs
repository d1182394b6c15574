//! Stretches of days: years, quarters, seasons, holidays, and what counting from a day gives.

use super::{DateReference, DaySpan, Unit};
use crate::lexicon::{DayPart, Holiday};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

pub(super) fn moved(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    if by >= 0 {
        day.checked_add_days(Days::new(by.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(by.unsigned_abs()))
    }
}

pub(super) fn moved_months(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by >= 0 { day.checked_add_months(months) } else { day.checked_sub_months(months) }
}

pub(super) fn day_span(year: i32, month: u32, day: u32) -> Option<(NaiveDate, NaiveDate)> {
    NaiveDate::from_ymd_opt(year, month, day).map(|day| (day, day))
}

pub(super) fn month_span(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((first, moved_months(first, 1)?.pred_opt()?))
}

pub(super) fn year_span(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}

/// From the first day of a month to the last day of another, both counted from January of a year: 0 is January, 12 the
/// next one.
fn months_span(year: i32, from: i64, to: i64) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    Some((moved_months(first, from)?, moved_months(first, to + 1)?.pred_opt()?))
}

pub(super) fn quarter_span(year: i32, quarter: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = i64::from(quarter) * 3 - 3;
    months_span(year, first, first + 2)
}

pub(super) fn half_span(year: i32, half: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = i64::from(half) * 6 - 6;
    months_span(year, first, first + 5)
}

/// A season, by the calendar of weather and by that of the sun together; a winter is the one that began in the year.
pub(super) fn season_span(year: i32, season: u32) -> Option<(NaiveDate, NaiveDate)> {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    match season {
        1 => Some((day(3, 1)?, day(6, 20)?)),
        2 => Some((day(6, 1)?, day(9, 22)?)),
        3 => Some((day(9, 1)?, day(12, 20)?)),
        _ => months_span(year, 11, 14),
    }
}

/// A season of a year that is named: "the winter of 2014" is the one that ended in that year, or that began in it.
pub(super) fn named_season_span(year: i32, season: u32) -> Option<(NaiveDate, NaiveDate)> {
    match season {
        1..=3 => season_span(year, season),
        _ => months_span(year, -1, 14),
    }
}

/// A fiscal year ends somewhere in its year, or begins in it.
pub(super) fn fiscal_span(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    months_span(year, -9, 14)
}

pub(super) fn decade_span(first: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(first, 1, 1)?, NaiveDate::from_ymd_opt(first.checked_add(9)?, 12, 31)?))
}

/// The 20th century is 1901 to 2000; most writers begin it with 1900, so it is read as both.
pub(super) fn century_span(century: i32) -> Option<(NaiveDate, NaiveDate)> {
    let last = century.checked_mul(100)?;
    Some((NaiveDate::from_ymd_opt(last.checked_sub(100)?, 1, 1)?, NaiveDate::from_ymd_opt(last, 12, 31)?))
}

pub(super) fn holiday_span(year: i32, holiday: Holiday) -> Option<(NaiveDate, NaiveDate)> {
    let day = match holiday {
        Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
        Holiday::Nth(month, weekday, nth) => {
            let weekday = Weekday::try_from(u8::try_from(weekday.checked_sub(1)?).ok()?).ok()?;
            match u8::try_from(nth) {
                Ok(nth) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth)?,
                Err(_) => {
                    (1..=5).rev().find_map(|nth| NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth))?
                }
            }
        }
        Holiday::Easter(days) => moved(easter(year)?, days)?,
    };
    Some((day, day))
}

/// Easter Sunday of the Gregorian calendar, after the anonymous algorithm of 1876 (Meeus, Astronomical Algorithms, ch. 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * weekday) / 451;
    let days = moon + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?)
}

/// So many units from a day, as a report counts them: "next month" is the whole month, "three weeks ago" a day, give or
/// take half a unit.
pub(super) fn counted_whole(from: NaiveDate, unit: Unit, shift: i32) -> Option<(NaiveDate, NaiveDate)> {
    let near = i64::from(shift);
    match unit {
        _ if near.abs() > 1 => counted(from, unit, shift),
        Unit::Week => {
            let monday = from.week(Weekday::Mon).checked_first_day()?;
            Some((moved(monday, near * 7)?, moved(monday, near * 7 + 6)?))
        }
        Unit::Month => {
            let day = moved_months(from.with_day(1)?, near)?;
            month_span(day.year(), day.month())
        }
        Unit::Year => year_span(i32::try_from(i64::from(from.year()) + near).ok()?),
        Unit::Day | Unit::Weekend | Unit::Quarter | Unit::Decade | Unit::Century => counted(from, unit, shift),
    }
}

/// So many units from a day, give or take half a unit.
pub(super) fn counted(from: NaiveDate, unit: Unit, shift: i32) -> Option<(NaiveDate, NaiveDate)> {
    let shift = i64::from(shift);
    match unit {
        Unit::Day => moved(from, shift).map(|day| (day, day)),
        Unit::Week => Some((moved(from, shift * 7 - 3)?, moved(from, shift * 7 + 3)?)),
        Unit::Month => {
            let day = moved_months(from, shift)?;
            Some((moved(day, -15)?, moved(day, 15)?))
        }
        Unit::Weekend => {
            let saturday = moved(from.week(Weekday::Mon).checked_first_day()?, 5 + shift * 7)?;
            Some((saturday, saturday.succ_opt()?))
        }
        Unit::Quarter => {
            let quarters = i64::from(from.month0() / 3) + shift;
            months_span(from.year(), quarters * 3, quarters * 3 + 2)
        }
        Unit::Decade => {
            decade_span(i32::try_from(i64::from(from.year().div_euclid(10)) + shift).ok()?.checked_mul(10)?)
        }
        Unit::Century => century_span(i32::try_from(i64::from((from.year() - 1).div_euclid(100)) + shift + 1).ok()?),
        Unit::Year => {
            let day = moved_months(from, shift.checked_mul(12)?)?;
            Some((moved(day, -183)?, moved(day, 183)?))
        }
    }
}

/// A part of a stretch of days: thirds of a month by its days 10 and 20, of a longer stretch by its length; "earlier" and
/// "later" end or begin at the anchor.
pub(super) fn narrowed(whole: DaySpan, part: DayPart, against: DateReference) -> Option<DaySpan> {
    let length = (whole.to - whole.from).num_days() + 1;
    let (early, mid) = if (28..=31).contains(&length) { (10, 20) } else { (length / 3, 2 * length / 3) };
    // The halves of a year are of six months.
    let half = if (365..=366).contains(&length) { length - 184 } else { length / 2 };
    let anchor = match against {
        DateReference::Anchor(anchor) => Some(anchor),
        DateReference::SameArticle(_) | DateReference::Nothing => None,
    };
    let within = |day: NaiveDate| (whole.from..=whole.to).contains(&day).then_some(day);
    let (from, to, anchored) = match part {
        DayPart::Early => (whole.from, moved(whole.from, early - 1)?, whole.anchored),
        DayPart::Mid => (moved(whole.from, early)?, moved(whole.from, mid - 1)?, whole.anchored),
        DayPart::Late => (moved(whole.from, mid)?, whole.to, whole.anchored),
        DayPart::FirstHalf => (whole.from, moved(whole.from, half - 1)?, whole.anchored),
        DayPart::SecondHalf => (moved(whole.from, half)?, whole.to, whole.anchored),
        DayPart::Earlier => (whole.from, anchor.and_then(within).unwrap_or(whole.to), true),
        DayPart::Later => (anchor.and_then(within).unwrap_or(whole.from), whole.to, true),
    };
    (from <= to).then_some(DaySpan { from, to, anchored })
}
