//! Late resolution: which days a date means, once the day of publication is known.

mod spans;
#[cfg(test)]
mod tests;

use self::spans::{
    century_span, counted_whole, day_span, decade_span, fiscal_span, half_span, holiday_span, month_span,
    named_season_span, narrowed, quarter_span, season_span, year_span,
};
use crate::value::{
    Unplaced,
    date::{DateExpr, DatePoint, Tense, Unit},
};
use chrono::{Datelike, NaiveDate};

/// The days that a date means, both in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Whether another anchor could give other days.
    pub anchored: bool,
}

/// What a date resolves against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReference {
    /// The day of publication.
    Anchor(NaiveDate),
    /// Another date of the same article, whose year is not known: only dates of this article compare, and no day of the
    /// week is certain.
    SameArticle(NaiveDate),
    /// Nothing.
    Nothing,
}

/// A year-less date at most so many days from the anchor is the nearest one, whatever the tense of its clause.
const NEAR: i64 = 120;
/// In a clause of the past, one to come is the nearest only so many days before it: "The court ruled in January", said in
/// October, is nine months ago.
const NEAR_AHEAD: i64 = 45;
/// The days of a year.
const LONGEST_YEAR: i64 = 366;

/// The day that dates of one article lie nearest to where nobody knows when it was published: the first that has a year, so
/// that "January 7" is of the year of "7 January 2022". Without one any year serves, and the first date gives the season.
#[must_use]
pub fn season<'d>(dates: impl Iterator<Item = &'d DateExpr> + Clone) -> Option<NaiveDate> {
    let first =
        |against: DateReference| dates.clone().find_map(|date| date.resolve(against).ok().map(|span| span.from));
    first(DateReference::Nothing).or_else(|| first(DateReference::SameArticle(NaiveDate::default())))
}

impl DateExpr {
    /// The days it means, or why they cannot be known.
    ///
    /// # Errors
    /// What is missing.
    pub fn resolve(&self, against: DateReference) -> Result<DaySpan, Unplaced> {
        self.resolve_within(against, 4)
    }

    fn resolve_within(&self, against: DateReference, depth: u8) -> Result<DaySpan, Unplaced> {
        let whole = self.whole(&self.point, against, depth)?;
        let mut span = match self.part {
            Some(part) => narrowed(whole, part, against).unwrap_or(whole),
            None => whole,
        };
        if let Some(until) = &self.until {
            let last = match until {
                // "From Monday to Friday": the first such day after.
                DatePoint::Weekday { weekday, .. } => {
                    let ahead = i64::from((weekday + 7 - span.to.weekday().number_from_monday()) % 7);
                    spans::moved(span.to, ahead).ok_or(Unplaced::OutsideCalendar)?
                }
                DatePoint::Day { year: None, .. } | DatePoint::Month { year: None, .. } => {
                    let next_year = |day: NaiveDate| day.with_year(day.year() + 1);
                    let last = self.whole(until, against, depth)?.to;
                    if last < span.from { next_year(last).unwrap_or(last) } else { last }
                }
                point => self.whole(point, against, depth)?.to,
            };
            if last >= span.from {
                span.to = last;
            }
        }
        Ok(span)
    }

    fn whole(&self, point: &DatePoint, against: DateReference, depth: u8) -> Result<DaySpan, Unplaced> {
        let fixed = |span: Option<(NaiveDate, NaiveDate)>| {
            span.map(|(from, to)| DaySpan { from, to, anchored: false }).ok_or(Unplaced::NoSuchDay)
        };
        match *point {
            DatePoint::Day { year, month, day } => self.in_year(year, against, |year| day_span(year, month, day)),
            DatePoint::Month { year, month } => self.in_year(year, against, |year| month_span(year, month)),
            DatePoint::Quarter { year, quarter } => self.in_year(year, against, |year| quarter_span(year, quarter)),
            DatePoint::Half { year, half } => self.in_year(year, against, |year| half_span(year, half)),
            DatePoint::Season { year: Some(year), season } => fixed(named_season_span(year, season)),
            DatePoint::Season { year: None, season } => self.yearless(against, |year| season_span(year, season)),
            DatePoint::Holiday { year, holiday } => self.in_year(year, against, |year| holiday_span(year, holiday)),
            DatePoint::Year { year } => fixed(year_span(year)),
            DatePoint::Fiscal { year } => fixed(fiscal_span(year)),
            DatePoint::Decade { first } => fixed(decade_span(first)),
            DatePoint::Century { century } => fixed(century_span(century)),
            DatePoint::Weekday { weekday, shift: Some(shift) } if self.reference.is_some() => {
                self.beside(weekday, shift, against, depth)
            }
            DatePoint::Weekday { weekday, shift } => self.weekday(weekday, shift, against),
            DatePoint::DayOfMonth { day } => self.day_of_month(day, against),
            DatePoint::Relative { unit, shift } => match against {
                DateReference::Anchor(anchor) => self
                    .relative(anchor, unit, shift)
                    .map(|(from, to)| DaySpan { from, to, anchored: true })
                    .ok_or(Unplaced::OutsideCalendar),
                DateReference::SameArticle(_) | DateReference::Nothing => Err(Unplaced::NoPublicationDate),
            },
            DatePoint::Referred { unit, shift } => self.referred(unit, shift, against, depth),
            DatePoint::Each { .. }
            | DatePoint::EachWeekday { .. }
            | DatePoint::Loose { .. }
            | DatePoint::Vague { .. } => Err(Unplaced::NamesNoDay),
        }
    }

    /// "Next month" is the whole month; "three weeks ago" is a day, give or take half a unit. The weekend of a past clause
    /// is the one that is over.
    fn relative(&self, anchor: NaiveDate, unit: Unit, shift: i32) -> Option<(NaiveDate, NaiveDate)> {
        let over = unit == Unit::Weekend && shift == 0 && self.tense.is_past();
        let shift = if over && anchor.weekday().number_from_monday() < 6 { -1 } else { shift };
        counted_whole(anchor, unit, shift)
    }

    /// A date of a year that is given, or of the one that its clause and the anchor give.
    fn in_year(
        &self,
        year: Option<i32>,
        against: DateReference,
        span: impl Fn(i32) -> Option<(NaiveDate, NaiveDate)>,
    ) -> Result<DaySpan, Unplaced> {
        match year {
            Some(year) => span(year).map(|(from, to)| DaySpan { from, to, anchored: false }).ok_or(Unplaced::NoSuchDay),
            None => self.yearless(against, span),
        }
    }

    /// "The 30th": of the month that puts it nearest the anchor, or the one its clause points to.
    fn day_of_month(&self, day: u32, against: DateReference) -> Result<DaySpan, Unplaced> {
        let DateReference::Anchor(anchor) = against else {
            return Err(Unplaced::NoPublicationDate);
        };
        // "The 20th of next month".
        if let Some(shift) = self.shift {
            let day =
                spans::moved_months(anchor.with_day(1).unwrap_or(anchor), shift.into()).and_then(|to| to.with_day(day));
            return day.map(|day| DaySpan { from: day, to: day, anchored: true }).ok_or(Unplaced::NoSuchDay);
        }
        // "Friday the 13th" is in the next or the last month whose 13th is a Friday: there is one in any fourteen.
        let reach = if self.weekday.is_some() { 14 } else { 2 };
        let months = (-reach..=reach).filter_map(|by| spans::moved_months(anchor.with_day(1)?, by)?.with_day(day));
        let fits =
            |found: &NaiveDate| self.weekday.is_none_or(|weekday| found.weekday().number_from_monday() == weekday);
        let candidates: Vec<NaiveDate> = months.filter(fits).collect();
        let found = match self.tense {
            Tense::Past | Tense::Over => candidates.iter().rev().find(|day| **day <= anchor),
            Tense::Future => candidates.iter().find(|day| **day >= anchor),
            Tense::Unknown => candidates.iter().min_by_key(|day| (**day - anchor).num_days().abs()),
        };
        let day = found.copied().ok_or(Unplaced::NoSuchDay)?;
        Ok(DaySpan { from: day, to: day, anchored: true })
    }

    /// The year that puts the date nearest the anchor; where that is far, the one its clause points to.
    fn yearless(
        &self,
        against: DateReference,
        span: impl Fn(i32) -> Option<(NaiveDate, NaiveDate)>,
    ) -> Result<DaySpan, Unplaced> {
        let anchor = match against {
            DateReference::Anchor(anchor) | DateReference::SameArticle(anchor) => anchor,
            DateReference::Nothing => return Err(Unplaced::NoYear),
        };
        let distance =
            |span: &(NaiveDate, NaiveDate)| (span.0 - anchor).num_days().max((anchor - span.1).num_days()).max(0);
        let candidates: Vec<(NaiveDate, NaiveDate)> =
            (-2..=2).filter_map(|offset| span(anchor.year().checked_add(offset)?)).collect();
        if let Some(shift) = self.year_shift {
            let year = anchor.year().checked_add(shift).and_then(span);
            let (from, to) = year.ok_or(Unplaced::NoSuchDay)?;
            return Ok(DaySpan { from, to, anchored: true });
        }
        if let Some(shift) = self.shift {
            let chosen = match shift {
                ..0 => candidates.iter().rev().find(|span| span.1 < anchor),
                0 => candidates.iter().find(|span| span.0.year() == anchor.year() || span.1.year() == anchor.year()),
                1.. => candidates.iter().find(|span| span.0 > anchor),
            };
            let (from, to) = chosen.copied().ok_or(Unplaced::NoSuchDay)?;
            return Ok(DaySpan { from, to, anchored: true });
        }
        let nearest = candidates.iter().min_by_key(|span| distance(span));
        let directed = match self.tense {
            Tense::Past | Tense::Over => candidates.iter().rev().find(|span| span.0 <= anchor),
            Tense::Future => candidates.iter().find(|span| span.1 >= anchor),
            // Of two that are far off, news is about the one that was.
            Tense::Unknown if matches!(self.point, DatePoint::Day { .. } | DatePoint::Month { .. }) => {
                candidates.iter().rev().find(|span| span.0 <= anchor)
            }
            Tense::Unknown => None,
        };
        // A quarter or a season is long enough for its clause to say which.
        let is_ahead = nearest.is_some_and(|span| span.0 > anchor);
        let near = match self.point {
            // Firms report a quarter in the weeks behind it: "is expected to show growth for the third quarter".
            DatePoint::Quarter { .. } | DatePoint::Holiday { .. } if !is_ahead && self.tense == Tense::Future => {
                NEAR_AHEAD
            }
            DatePoint::Quarter { .. } | DatePoint::Half { .. } | DatePoint::Season { .. } => 0,
            // "The vote will be in March", said in May.
            _ if !is_ahead && self.tense == Tense::Future => NEAR_AHEAD,
            // What is over is not ahead.
            _ if is_ahead && self.tense == Tense::Over => 0,
            _ if is_ahead && self.tense == Tense::Past => NEAR_AHEAD,
            _ => NEAR,
        };
        // "Thursday, 29 December" far from the anchor is of the year in which it is a Thursday.
        let is_so = |span: &&(NaiveDate, NaiveDate)| self.weekday == Some(span.0.weekday().number_from_monday());
        let neighbours = candidates.iter().filter(|span| distance(span) <= LONGEST_YEAR);
        let named = neighbours.filter(is_so).min_by_key(|span| distance(span));
        let chosen = match (nearest, directed, named) {
            (Some(nearest), _, Some(named)) if distance(nearest) > NEAR_AHEAD => Some(named),
            (Some(nearest), Some(directed), _) if distance(nearest) > near => Some(directed),
            (nearest, ..) => nearest,
        };
        // "February 29" may need a leap year farther off.
        let chosen = chosen.copied().or_else(|| (0..8).find_map(|offset| span(anchor.year().checked_add(offset)?)));
        chosen.map(|(from, to)| DaySpan { from, to, anchored: true }).ok_or(Unplaced::NoSuchDay)
    }

    /// The anchor's own weekday is that day; otherwise the tense of the clause decides, else the nearest.
    fn weekday(&self, weekday: u32, shift: Option<i32>, against: DateReference) -> Result<DaySpan, Unplaced> {
        let DateReference::Anchor(anchor) = against else {
            return Err(Unplaced::NoPublicationDate);
        };
        if let Some(week) = self.shift {
            let day = anchor.week(chrono::Weekday::Mon).checked_first_day();
            let day = day.and_then(|monday| spans::moved(monday, i64::from(week) * 7 + i64::from(weekday) - 1));
            return day.map(|day| DaySpan { from: day, to: day, anchored: true }).ok_or(Unplaced::OutsideCalendar);
        }
        let ahead = i64::from((weekday + 7 - anchor.weekday().number_from_monday()) % 7);
        let (from, to) = match (shift, self.tense) {
            (Some(shift), _) if shift < 0 => (last(ahead), last(ahead)),
            // "Next Thursday" is the coming one or the one of next week: writers differ.
            (Some(shift), _) if shift > 0 => (if ahead == 0 { 7 } else { ahead }, ahead + 7),
            (_, Tense::Past | Tense::Over) if ahead > 0 => (ahead - 7, ahead - 7),
            (_, Tense::Future) => (ahead, ahead),
            (_, Tense::Past | Tense::Over | Tense::Unknown) => {
                // News is about what was, save for tomorrow.
                let nearest = if ahead > 1 { ahead - 7 } else { ahead };
                (nearest, nearest)
            }
        };
        match (spans::moved(anchor, from), spans::moved(anchor, to)) {
            (Some(from), Some(to)) => Ok(DaySpan { from, to, anchored: true }),
            _ => Err(Unplaced::OutsideCalendar),
        }
    }

    /// "The following Friday", "the previous Friday": the next to the date last mentioned, on the side that is said.
    fn beside(&self, weekday: u32, shift: i32, against: DateReference, depth: u8) -> Result<DaySpan, Unplaced> {
        let reference = self.reference.as_deref().filter(|_| depth > 0).ok_or(Unplaced::NothingPointedAt)?;
        let base = reference.resolve_within(against, depth - 1)?;
        let from = if shift > 0 { base.to } else { base.from };
        let ahead = i64::from((weekday + 6 - from.weekday().number_from_monday()) % 7) + 1;
        let by = if shift > 0 {
            ahead
        } else if ahead == 7 {
            -7
        } else {
            ahead - 7
        };
        let day = spans::moved(from, by).ok_or(Unplaced::OutsideCalendar)?;
        Ok(DaySpan { from: day, to: day, anchored: base.anchored })
    }

    /// Counted from the date last mentioned; without one, from the anchor.
    fn referred(&self, unit: Unit, shift: i32, against: DateReference, depth: u8) -> Result<DaySpan, Unplaced> {
        let Some(reference) = self.reference.as_deref().filter(|_| depth > 0) else {
            // "From a year earlier": without a date before it, reports count from their own day.
            return match against {
                DateReference::Anchor(anchor) if shift < 0 && matches!(unit, Unit::Year | Unit::Quarter) => {
                    counted_whole(anchor, unit, shift)
                        .map(|(from, to)| DaySpan { from, to, anchored: true })
                        .ok_or(Unplaced::OutsideCalendar)
                }
                DateReference::Anchor(_) | DateReference::SameArticle(_) | DateReference::Nothing => {
                    Err(Unplaced::NothingPointedAt)
                }
            };
        };
        let base = reference.resolve_within(against, depth - 1)?;
        let year_is_known = matches!(against, DateReference::Anchor(_)) || !base.anchored;
        if unit == Unit::Week && shift == 0 && !year_is_known {
            let (from, to) = (
                spans::moved(base.from, -6).ok_or(Unplaced::OutsideCalendar)?,
                spans::moved(base.to, 6).ok_or(Unplaced::OutsideCalendar)?,
            );
            return Ok(DaySpan { from, to, anchored: true });
        }
        let exact = unit == Unit::Day || shift == 0;
        // "A year earlier" than a day or a month is about that long before its middle.
        let length = (base.to - base.from).num_days();
        let shorter = unit == Unit::Year && length < 184 || unit == Unit::Month && length < 16;
        let middle = spans::moved(base.from, length / 2).filter(|_| shorter && !exact);
        let count = |from: NaiveDate| {
            let span = if exact { counted_whole(from, unit, shift) } else { spans::counted(from, unit, shift) };
            span.ok_or(Unplaced::OutsideCalendar)
        };
        let (from, _) = count(middle.unwrap_or(base.from))?;
        let (_, to) = count(middle.unwrap_or(base.to))?;
        Ok(DaySpan { from, to, anchored: base.anchored })
    }
}

/// The last such weekday before the anchor: "last Thursday" said on a Thursday is a week ago.
fn last(ahead: i64) -> i64 {
    ahead - 7
}
