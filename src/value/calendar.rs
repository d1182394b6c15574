//! Late resolution: which days a date means, once the day of publication is known.

use super::date::{DateExpr, DatePoint, Tense, Unit};
use crate::lexicon::DayPart;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

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
pub enum Against {
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

impl DateExpr {
    /// The days it means, or why they cannot be known.
    ///
    /// # Errors
    /// A plain sentence: what is missing.
    pub fn resolve(&self, against: Against) -> Result<DaySpan, String> {
        self.resolve_within(against, 4)
    }

    fn resolve_within(&self, against: Against, depth: u8) -> Result<DaySpan, String> {
        let whole = self.whole(&self.point, against, depth)?;
        let mut span = match self.part {
            Some(part) => narrowed(whole, part, against).unwrap_or(whole),
            None => whole,
        };
        if let Some(until) = &self.until {
            let last = self.whole(until, against, depth)?;
            if last.to >= span.from {
                span.to = last.to;
            }
        }
        Ok(span)
    }

    fn whole(&self, point: &DatePoint, against: Against, depth: u8) -> Result<DaySpan, String> {
        let fixed = |span: Option<(NaiveDate, NaiveDate)>| {
            span.map(|(from, to)| DaySpan { from, to, anchored: false })
                .ok_or_else(|| "there is no such day".to_string())
        };
        match *point {
            DatePoint::Day { year: Some(year), month, day } => fixed(day_span(year, month, day)),
            DatePoint::Month { year: Some(year), month } => fixed(month_span(year, month)),
            DatePoint::Year { year } => fixed(year_span(year)),
            DatePoint::Day { year: None, month, day } => self.yearless(against, |year| day_span(year, month, day)),
            DatePoint::Month { year: None, month } => self.yearless(against, |year| month_span(year, month)),
            DatePoint::Weekday { weekday, shift } => self.weekday(weekday, shift, against),
            DatePoint::Relative { unit, shift } => match against {
                Against::Anchor(anchor) => counted(anchor, unit, shift, true)
                    .map(|(from, to)| DaySpan { from, to, anchored: true })
                    .ok_or_else(|| "it lies outside the calendar".to_string()),
                Against::SameArticle(_) | Against::Nothing => Err("its article has no date of publication".to_string()),
            },
            DatePoint::Referred { unit, shift } => self.referred(unit, shift, against, depth),
        }
    }

    /// The year that puts the date nearest the anchor; where that is far, the one its clause points to.
    fn yearless(
        &self,
        against: Against,
        span: impl Fn(i32) -> Option<(NaiveDate, NaiveDate)>,
    ) -> Result<DaySpan, String> {
        let anchor = match against {
            Against::Anchor(anchor) | Against::SameArticle(anchor) => anchor,
            Against::Nothing => return Err("it has no year, and its article has no date of publication".to_string()),
        };
        let distance =
            |span: &(NaiveDate, NaiveDate)| (span.0 - anchor).num_days().max((anchor - span.1).num_days()).max(0);
        let candidates: Vec<(NaiveDate, NaiveDate)> =
            (-1..=1).filter_map(|offset| span(anchor.year().checked_add(offset)?)).collect();
        let nearest = candidates.iter().min_by_key(|span| distance(span));
        let directed = match self.tense {
            Tense::Past => candidates.iter().rev().find(|span| span.0 <= anchor),
            Tense::Future => candidates.iter().find(|span| span.1 >= anchor),
            Tense::Unknown => None,
        };
        let chosen = match (nearest, directed) {
            (Some(nearest), Some(directed)) if distance(nearest) > NEAR => Some(directed),
            (nearest, _) => nearest,
        };
        // "February 29" may need a leap year farther off.
        let chosen = chosen.copied().or_else(|| (0..8).find_map(|offset| span(anchor.year().checked_add(offset)?)));
        chosen.map(|(from, to)| DaySpan { from, to, anchored: true }).ok_or_else(|| "there is no such day".to_string())
    }

    /// The anchor's own weekday is that day; otherwise the tense of the clause decides, else the nearest.
    fn weekday(&self, weekday: u32, shift: Option<i32>, against: Against) -> Result<DaySpan, String> {
        let Against::Anchor(anchor) = against else {
            return Err("its article has no date of publication".to_string());
        };
        let ahead = i64::from((weekday + 7 - anchor.weekday().number_from_monday()) % 7);
        let (from, to) = match (shift, self.tense) {
            (Some(shift), _) if shift < 0 => (last(ahead), last(ahead)),
            // "Next Thursday" is the coming one or the one of next week: writers differ.
            (Some(shift), _) if shift > 0 => (if ahead == 0 { 7 } else { ahead }, ahead + 7),
            (_, Tense::Past) if ahead > 0 => (ahead - 7, ahead - 7),
            (_, Tense::Future) => (ahead, ahead),
            (_, Tense::Past | Tense::Unknown) => {
                let nearest = if ahead > 3 { ahead - 7 } else { ahead };
                (nearest, nearest)
            }
        };
        match (moved(anchor, from), moved(anchor, to)) {
            (Some(from), Some(to)) => Ok(DaySpan { from, to, anchored: true }),
            _ => Err("it lies outside the calendar".to_string()),
        }
    }

    /// Counted from the date last mentioned; without one, from the anchor.
    fn referred(&self, unit: Unit, shift: i32, against: Against, depth: u8) -> Result<DaySpan, String> {
        let Some(reference) = self.reference.as_deref().filter(|_| depth > 0) else {
            return Err("it points at a date that was not found".to_string());
        };
        let base = reference.resolve_within(against, depth - 1)?;
        let outside = || "it lies outside the calendar".to_string();
        let year_is_known = matches!(against, Against::Anchor(_)) || !base.anchored;
        if unit == Unit::Week && shift == 0 && !year_is_known {
            let (from, to) = (moved(base.from, -6).ok_or_else(outside)?, moved(base.to, 6).ok_or_else(outside)?);
            return Ok(DaySpan { from, to, anchored: true });
        }
        let exact = unit == Unit::Day || shift == 0;
        let (from, _) = counted(base.from, unit, shift, exact).ok_or_else(outside)?;
        let (_, to) = counted(base.to, unit, shift, exact).ok_or_else(outside)?;
        Ok(DaySpan { from, to, anchored: base.anchored })
    }
}

/// The last such weekday before the anchor: "last Thursday" said on a Thursday is a week ago.
fn last(ahead: i64) -> i64 {
    ahead - 7
}

fn moved(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    if by >= 0 {
        day.checked_add_days(Days::new(by.unsigned_abs()))
    } else {
        day.checked_sub_days(Days::new(by.unsigned_abs()))
    }
}

fn moved_months(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by >= 0 { day.checked_add_months(months) } else { day.checked_sub_months(months) }
}

fn day_span(year: i32, month: u32, day: u32) -> Option<(NaiveDate, NaiveDate)> {
    NaiveDate::from_ymd_opt(year, month, day).map(|day| (day, day))
}

fn month_span(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((first, moved_months(first, 1)?.pred_opt()?))
}

fn year_span(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}

/// So many units from a day. "Next month" is the whole month (`whole`); "three weeks ago" is a day, give or take half a
/// unit.
fn counted(from: NaiveDate, unit: Unit, shift: i32, whole: bool) -> Option<(NaiveDate, NaiveDate)> {
    let shift = i64::from(shift);
    let near = shift.abs() <= 1 && whole;
    match unit {
        Unit::Day => moved(from, shift).map(|day| (day, day)),
        Unit::Week if near => {
            let monday = from.week(Weekday::Mon).checked_first_day()?;
            Some((moved(monday, shift * 7)?, moved(monday, shift * 7 + 6)?))
        }
        Unit::Week => Some((moved(from, shift * 7 - 3)?, moved(from, shift * 7 + 3)?)),
        Unit::Month if near => {
            let day = moved_months(from.with_day(1)?, shift)?;
            month_span(day.year(), day.month())
        }
        Unit::Month => {
            let day = moved_months(from, shift)?;
            Some((moved(day, -15)?, moved(day, 15)?))
        }
        Unit::Year if near => year_span(i32::try_from(i64::from(from.year()) + shift).ok()?),
        Unit::Year => {
            let day = moved_months(from, shift.checked_mul(12)?)?;
            Some((moved(day, -183)?, moved(day, 183)?))
        }
    }
}

/// A part of a stretch of days: thirds of a month by its days 10 and 20, of a longer stretch by its length; "earlier" and
/// "later" end or begin at the anchor.
fn narrowed(whole: DaySpan, part: DayPart, against: Against) -> Option<DaySpan> {
    let length = (whole.to - whole.from).num_days() + 1;
    let (early, mid) = if (28..=31).contains(&length) { (10, 20) } else { (length / 3, 2 * length / 3) };
    let anchor = match against {
        Against::Anchor(anchor) => Some(anchor),
        Against::SameArticle(_) | Against::Nothing => None,
    };
    let within = |day: NaiveDate| (whole.from..=whole.to).contains(&day).then_some(day);
    let (from, to, anchored) = match part {
        DayPart::Early => (whole.from, moved(whole.from, early - 1)?, whole.anchored),
        DayPart::Mid => (moved(whole.from, early)?, moved(whole.from, mid - 1)?, whole.anchored),
        DayPart::Late => (moved(whole.from, mid)?, whole.to, whole.anchored),
        DayPart::Earlier => (whole.from, anchor.and_then(within).unwrap_or(whole.to), true),
        DayPart::Later => (anchor.and_then(within).unwrap_or(whole.from), whole.to, true),
    };
    (from <= to).then_some(DaySpan { from, to, anchored })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        lexicon::Lexicon,
        value::{Content, Kind, literal},
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn check(anchor: &str, cases: &[(&str, Tense, &str, &str)]) {
        for (phrase, tense, from, to) in cases {
            let value = literal(phrase, Kind::find("date").unwrap(), Lexicon::english()).unwrap();
            let Content::Date(mut expr) = value.content else { panic!("{phrase} is no date") };
            expr.tense = *tense;
            let span = expr.resolve(Against::Anchor(day(anchor))).unwrap();
            assert_eq!((span.from, span.to), (day(from), day(to)), "{phrase} on {anchor}");
        }
    }

    #[test]
    fn dates_resolve_against_the_anchor() {
        use Tense::{Future, Past, Unknown};
        // 30 December 2021 was a Thursday.
        check(
            "2021-12-30",
            &[
                ("Thursday", Past, "2021-12-30", "2021-12-30"),
                ("Wednesday", Past, "2021-12-29", "2021-12-29"),
                ("Wednesday", Future, "2022-01-05", "2022-01-05"),
                ("Friday", Unknown, "2021-12-31", "2021-12-31"),
                ("Monday", Unknown, "2021-12-27", "2021-12-27"),
                ("last Thursday", Unknown, "2021-12-23", "2021-12-23"),
                ("next Thursday", Unknown, "2022-01-06", "2022-01-06"),
                ("next Monday", Unknown, "2022-01-03", "2022-01-10"),
                ("January 10", Unknown, "2022-01-10", "2022-01-10"),
                ("Jan. 10", Past, "2022-01-10", "2022-01-10"),
                ("January", Unknown, "2022-01-01", "2022-01-31"),
                ("early December", Unknown, "2021-12-01", "2021-12-10"),
                ("mid-December", Unknown, "2021-12-11", "2021-12-20"),
                ("late December", Unknown, "2021-12-21", "2021-12-31"),
                ("next month", Unknown, "2022-01-01", "2022-01-31"),
                ("early next month", Unknown, "2022-01-01", "2022-01-10"),
                ("earlier this month", Unknown, "2021-12-01", "2021-12-30"),
                ("this week", Unknown, "2021-12-27", "2022-01-02"),
                ("last year", Unknown, "2020-01-01", "2020-12-31"),
                ("early next year", Unknown, "2022-01-01", "2022-05-01"),
                ("today", Unknown, "2021-12-30", "2021-12-30"),
                ("yesterday", Unknown, "2021-12-29", "2021-12-29"),
                ("tomorrow", Unknown, "2021-12-31", "2021-12-31"),
                ("last night", Unknown, "2021-12-29", "2021-12-29"),
                ("two days ago", Unknown, "2021-12-28", "2021-12-28"),
                ("three weeks ago", Unknown, "2021-12-06", "2021-12-12"),
                ("July 4", Past, "2021-07-04", "2021-07-04"),
                ("July 4", Future, "2022-07-04", "2022-07-04"),
                ("Jan. 10-12", Unknown, "2022-01-10", "2022-01-12"),
                ("December 30, 2021", Unknown, "2021-12-30", "2021-12-30"),
                ("30 December 2021", Unknown, "2021-12-30", "2021-12-30"),
                ("Thursday, December 30", Unknown, "2021-12-30", "2021-12-30"),
                ("2021-12-30", Unknown, "2021-12-30", "2021-12-30"),
                ("12/30/2021", Unknown, "2021-12-30", "2021-12-30"),
                ("2014", Unknown, "2014-01-01", "2014-12-31"),
                ("January 2022", Unknown, "2022-01-01", "2022-01-31"),
                ("the end of January", Unknown, "2022-01-21", "2022-01-31"),
            ],
        );
        check(
            "2021-11-30",
            &[("Thursday", Past, "2021-11-25", "2021-11-25"), ("earlier this month", Past, "2021-11-01", "2021-11-30")],
        );
    }

    #[test]
    fn nothing_is_guessed_without_an_anchor() {
        for phrase in ["Thursday", "January 10", "next month", "yesterday", "that same week"] {
            let value = literal(phrase, Kind::find("date").unwrap(), Lexicon::english()).unwrap();
            let Content::Date(expr) = value.content else { panic!("{phrase} is no date") };
            assert!(expr.resolve(Against::Nothing).is_err(), "{phrase}");
        }
    }
}
