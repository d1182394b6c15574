//! Whether a value that came from elsewhere is one that words can mean: arithmetic on others would run over.

use super::{
    Amount, Content, Value,
    date::{DateExpr, DatePoint},
    time::{TimeExpr, ZoneName},
};
use crate::{
    diagnostic::{Mistake, code},
    lexicon::Holiday,
};
use std::ops::RangeInclusive;

/// The years that dates name: those of the calendar, and some to spare at either end.
pub const YEARS: RangeInclusive<i32> = -250_000..=250_000;

/// How many days, weeks or years "ago" and "from now" count.
const SHIFTS: RangeInclusive<i32> = -1_000_000_000..=1_000_000_000;

/// The minutes of a time of day, or of a zone: either may reach into the days beside its own.
const MINUTES: RangeInclusive<i32> = -14_400..=14_400;

/// Dates point at dates, at most so deep.
const DEEPEST: usize = 8;

impl Value {
    /// Whether words can mean it: a seventh weekday, and no eighth.
    ///
    /// # Errors
    /// What in it cannot be.
    pub fn sound(&self) -> Result<(), Mistake> {
        match &self.content {
            Content::Amount(amount) => sound_amount(amount, DEEPEST),
            Content::Date(date) => sound_date(date, DEEPEST),
            Content::Time(time) => sound_time(time),
            Content::Word(_) => Ok(()),
        }
    }
}

fn absurd(why: String) -> Mistake {
    Mistake::new(code::BROKEN_RECORD, why, None)
}

fn within<T: PartialOrd + ToString>(what: &str, number: T, range: &RangeInclusive<T>) -> Result<(), Mistake> {
    if range.contains(&number) { Ok(()) } else { Err(absurd(format!("there is no {what} {}", number.to_string()))) }
}

fn year(year: Option<i32>) -> Result<(), Mistake> {
    year.map_or(Ok(()), |year| within("year", year, &YEARS))
}

fn shift(shift: Option<i32>) -> Result<(), Mistake> {
    shift.map_or(Ok(()), |shift| within("shift by", shift, &SHIFTS))
}

fn sound_amount(amount: &Amount, depth: usize) -> Result<(), Mistake> {
    let ends = [amount.interval.lo, amount.interval.hi, amount.best.unwrap_or(0.0)];
    if ends.iter().any(|end| end.is_nan()) {
        return Err(absurd("there is no such number".to_string()));
    }
    if depth == 0 {
        return Err(absurd("it has too many other amounts in it".to_string()));
    }
    amount.also.iter().try_for_each(|other| sound_amount(other, depth - 1))
}

fn sound_date(date: &DateExpr, depth: usize) -> Result<(), Mistake> {
    sound_point(&date.point)?;
    date.until.as_ref().map_or(Ok(()), sound_point)?;
    shift(date.shift)?;
    shift(date.year_shift)?;
    date.weekday.map_or(Ok(()), |weekday| within("weekday", weekday, &(1..=7)))?;
    match &date.reference {
        Some(_) if depth == 0 => Err(absurd("it points at too many other dates".to_string())),
        Some(other) => sound_date(other, depth - 1),
        None => Ok(()),
    }
}

fn sound_point(point: &DatePoint) -> Result<(), Mistake> {
    match *point {
        DatePoint::Day { year: of, month, day } => {
            year(of)?;
            within("month", month, &(1..=12))?;
            within("day", day, &(1..=31))
        }
        DatePoint::Month { year: of, month } => {
            year(of)?;
            within("month", month, &(1..=12))
        }
        DatePoint::Weekday { weekday, shift: by } => {
            within("weekday", weekday, &(1..=7))?;
            shift(by)
        }
        DatePoint::EachWeekday { weekday } => within("weekday", weekday, &(1..=7)),
        DatePoint::DayOfMonth { day } => within("day", day, &(1..=31)),
        DatePoint::Relative { shift: by, .. } | DatePoint::Referred { shift: by, .. } => shift(Some(by)),
        DatePoint::Loose { shift: by, years, year: of, .. } => {
            year(of)?;
            shift(Some(by))?;
            shift(Some(years))
        }
        DatePoint::Quarter { year: of, quarter } => {
            year(of)?;
            within("quarter", quarter, &(1..=4))
        }
        DatePoint::Half { year: of, half } => {
            year(of)?;
            within("half", half, &(1..=2))
        }
        DatePoint::Season { year: of, season } => {
            year(of)?;
            within("season", season, &(1..=4))
        }
        DatePoint::Century { century } => within("century", century, &(-2500..=2500)),
        DatePoint::Holiday { year: of, holiday } => {
            year(of)?;
            sound_holiday(holiday)
        }
        DatePoint::Year { year: of } | DatePoint::Fiscal { year: of } | DatePoint::Decade { first: of } => {
            year(Some(of))
        }
        DatePoint::Each { .. } | DatePoint::Vague { .. } => Ok(()),
    }
}

fn sound_holiday(holiday: Holiday) -> Result<(), Mistake> {
    match holiday {
        Holiday::Fixed(month, day) => {
            within("month", month, &(1..=12))?;
            within("day", day, &(1..=31))
        }
        Holiday::Nth(month, weekday, _) => {
            within("month", month, &(1..=12))?;
            within("weekday", weekday, &(1..=7))
        }
        Holiday::Easter(days) => within("day from Easter", days, &(-366..=366)),
    }
}

fn sound_time(time: &TimeExpr) -> Result<(), Mistake> {
    for minute in [Some(time.from), Some(time.to), time.stated].into_iter().flatten() {
        within("minute", minute, &MINUTES)?;
    }
    if let Some(ZoneName::Offset(minutes)) = time.zone.as_deref() {
        within("minute east of Greenwich", *minutes, &MINUTES)?;
    }
    time.day.as_deref().map_or(Ok(()), |day| sound_date(day, DEEPEST))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Interval, Kind, Precision};

    fn sound(content: &str) -> Result<(), Mistake> {
        let content: Content = serde_json::from_str(content).unwrap();
        let kind = Kind::find("date").unwrap();
        Value { kind, text: "x".into(), hedge: None, precision: Precision::Exact, content }.sound()
    }

    #[test]
    fn what_no_words_mean() {
        for (content, why) in [
            (r#"{"date":{"point":{"weekday":{"weekday":4,"shift":null}}}}"#, None),
            (
                r#"{"date":{"point":{"weekday":{"weekday":4294967295,"shift":null}}}}"#,
                Some("there is no weekday 4294967295"),
            ),
            (r#"{"date":{"point":{"weekday":{"weekday":0,"shift":null}}}}"#, Some("there is no weekday 0")),
            (r#"{"date":{"point":{"day":{"year":null,"month":2,"day":30}}}}"#, None),
            (r#"{"date":{"point":{"day":{"year":2031,"month":13,"day":1}}}}"#, Some("there is no month 13")),
            (
                r#"{"date":{"point":{"day":{"year":2147483647,"month":1,"day":1}}}}"#,
                Some("there is no year 2147483647"),
            ),
            (r#"{"date":{"point":{"relative":{"unit":"year","shift":-150000}}}}"#, None),
            (
                r#"{"date":{"point":{"relative":{"unit":"year","shift":-2147483648}}}}"#,
                Some("there is no shift by -2147483648"),
            ),
            (r#"{"date":{"point":{"century":{"century":-2147483648}}}}"#, Some("there is no century -2147483648")),
            (
                r#"{"date":{"point":{"quarter":{"year":null,"quarter":4294967295}}}}"#,
                Some("there is no quarter 4294967295"),
            ),
            (
                r#"{"date":{"point":{"holiday":{"year":null,"holiday":{"easter":9223372036854775807}}}}}"#,
                Some("there is no day from Easter 9223372036854775807"),
            ),
            (
                r#"{"date":{"point":{"vague":{"when":"past"}},"reference":{"point":{"each_weekday":{"weekday":9}}}}}"#,
                Some("there is no weekday 9"),
            ),
            (r#"{"time":{"from":360,"to":1500}}"#, None),
            (r#"{"time":{"from":360,"to":2147483647}}"#, Some("there is no minute 2147483647")),
            (
                r#"{"time":{"from":0,"to":0,"zone":{"offset":-2147483648}}}"#,
                Some("there is no minute east of Greenwich -2147483648"),
            ),
            (r#"{"word":"x"}"#, None),
        ] {
            assert_eq!(sound(content).err().map(|found| found.message).as_deref(), why, "{content}");
        }
    }

    #[test]
    fn what_lies_too_deep() {
        let mut date = DateExpr::from(DatePoint::Year { year: 2031 });
        let mut amount = Amount { interval: Interval::point(1.0), ..Amount::default() };
        for _ in 0..DEEPEST {
            date = DateExpr { reference: Some(Box::new(date.clone())), ..date };
        }
        assert_eq!(sound_date(&date, DEEPEST), Ok(()));
        date = DateExpr { reference: Some(Box::new(date.clone())), ..date };
        assert!(sound_date(&date, DEEPEST).is_err());
        for _ in 0..DEEPEST {
            amount = Amount { also: [amount.clone()].into(), ..amount };
        }
        assert!(sound_amount(&amount, DEEPEST).is_err());
    }
}
