//! The TIMEX3 value of a date, as ISO-TimeML writes it: "2022-01", "199" for a decade, "2021-WI" for a winter.

use crate::{
    lexicon::{DayPart, Holiday, Hours, VagueDate},
    placing::DateReference,
    value::{
        date::{DateExpr, DatePoint, Unit},
        time::TimeExpr,
    },
};
use chrono::{Datelike, NaiveDate};

/// How much of the calendar a value names.
#[derive(Clone, Copy)]
enum Grain {
    Day,
    Week,
    Weekend,
    Month,
    Quarter(Option<u32>),
    Half(u32),
    Season(u32),
    Year,
    Fiscal,
    Decade,
    Century,
}

impl DateExpr {
    /// Its TIMEX3 value as far as the words themselves give it: `XXXX-WXX-4` for "Thursday".
    #[must_use]
    pub fn timex(&self) -> String {
        let value = symbolic(&self.point);
        match &self.until {
            Some(until) => format!("{value}/{}", symbolic(until)),
            None => value + self.hours.map_or("", hours),
        }
    }

    /// Its TIMEX3 value, resolved as far as the day of publication allows. Where rules would not guess, this does, as a
    /// reader of the news does: what points at a date that was not mentioned counts from the day of publication.
    #[must_use]
    pub fn timex_in(&self, anchor: Option<NaiveDate>) -> String {
        let against = anchor.map_or(DateReference::Nothing, DateReference::Anchor);
        if let DatePoint::Loose { .. } = self.point {
            return self.loosely(against).unwrap_or_else(|| self.timex());
        }
        if let (DatePoint::Weekday { weekday, shift: Some(shift @ (-1 | 1)) }, Some(anchor), None) =
            (&self.point, anchor, &self.reference)
        {
            return self.of_week(*weekday, *shift, anchor).unwrap_or_else(|| self.timex());
        }
        let mut expr = self.clone();
        if anchor.is_some() {
            expr.count_from_today();
        }
        let Ok(days) = expr.resolve(against) else { return self.timex() };
        // "A year earlier" than a quarter is a quarter.
        let alike = expr.reference.as_deref().and_then(|reference| years_off(&expr.point, reference, against));
        alike.unwrap_or_else(|| expr.timex_on(days.from, days.to))
    }

    /// Lets a date that points at none point at the day of publication; so too the one that it points at.
    fn count_from_today(&mut self) {
        match &mut self.reference {
            Some(reference) => reference.count_from_today(),
            None if matches!(self.point, DatePoint::Referred { .. }) => {
                self.reference = Some(Box::new(DatePoint::Relative { unit: Unit::Day, shift: 0 }.into()));
            }
            None => {}
        }
    }

    /// "Last Thursday", "next Thursday": the day of the week before or after that of the publication. Rules leave open which
    /// of two it is, where writers differ.
    fn of_week(&self, weekday: u32, shift: i32, anchor: NaiveDate) -> Option<String> {
        let monday = anchor.week(chrono::Weekday::Mon).checked_first_day()?;
        let days = i64::from(shift) * 7 + i64::from(weekday) - 1;
        Some(at(monday.checked_add_signed(chrono::TimeDelta::days(days))?, Grain::Day) + self.hours.map_or("", hours))
    }

    /// The stretch of a loose date: where the date that it leans on lies, or the day of publication; a quarter that nobody
    /// named is the last that is over.
    fn loosely(&self, against: DateReference) -> Option<String> {
        let DatePoint::Loose { unit, shift, years, year } = self.point else { return None };
        let reference =
            self.reference.as_deref().and_then(|reference| Some((reference, reference.resolve(against).ok()?)));
        let (day, named) = match (reference, against) {
            (Some((reference, days)), _) => (days.from, Some(grain(&reference.point))),
            (None, DateReference::Anchor(anchor)) => (anchor, None),
            (None, DateReference::SameArticle(_) | DateReference::Nothing) => return None,
        };
        let grain = match unit {
            Some(unit) => grain_of(unit),
            None => named.unwrap_or(Grain::Quarter(None)),
        };
        let over = named.is_none() && matches!(grain, Grain::Quarter(_));
        let back = match grain {
            Grain::Quarter(_) if over => 3,
            Grain::Month if shift < 0 && named.is_none() => 1,
            _ => 0,
        };
        let years = year.map_or(Some(years), |year| year.checked_sub(day.year()))?;
        let months = years.checked_mul(12)?.checked_sub(back)?;
        let by = chrono::Months::new(months.unsigned_abs());
        let day = if months < 0 { day.checked_sub_months(by)? } else { day.checked_add_months(by)? };
        let weeks = if matches!(grain, Grain::Week) { i64::from(shift) * 7 } else { 0 };
        let day = day.checked_add_signed(chrono::TimeDelta::days(weeks))?;
        Some(at(day, grain) + self.hours.map_or("", hours))
    }

    /// Its TIMEX3 value where the days are known that it means, at its own precision: `2022-01` for "early next month".
    #[must_use]
    pub fn timex_on(&self, from: NaiveDate, to: NaiveDate) -> String {
        let grain = match (&self.point, self.part) {
            (DatePoint::Vague { .. } | DatePoint::Each { .. } | DatePoint::EachWeekday { .. }, _) => {
                return self.timex();
            }
            (point, part) => match (grain(point), part) {
                (Grain::Year, Some(DayPart::FirstHalf)) => Grain::Half(1),
                (Grain::Year, Some(DayPart::SecondHalf)) => Grain::Half(2),
                (grain, _) => grain,
            },
        };
        if let Some(until) = &self.until {
            return format!("{}/{}", at(from, grain), at(to, self::grain(until)));
        }
        let length = (to - from).num_days() + 1;
        // "Two years later" is that year, however far from sure its days are.
        let counted = matches!(self.point, DatePoint::Relative { .. } | DatePoint::Referred { .. });
        let is_sure = counted && !matches!(grain, Grain::Day);
        if length > longest(grain) && !is_sure {
            return self.timex();
        }
        let middle = from + chrono::TimeDelta::days((length - 1) / 2);
        at(middle, grain) + self.hours.map_or("", hours)
    }
}

/// "A year earlier" than a month, and any years off a quarter: the same one of another year.
fn years_off(point: &DatePoint, reference: &DateExpr, against: DateReference) -> Option<String> {
    let DatePoint::Referred { unit: Unit::Year, shift } = *point else { return None };
    let grain = grain(&reference.point);
    let days = reference.resolve(against).ok().filter(|_| shift != 0)?;
    let same = matches!(grain, Grain::Quarter(_)) || matches!(grain, Grain::Month) && shift == -1;
    let alike = same && reference.until.is_none();
    alike.then(|| days.from.with_year(days.from.year().checked_add(shift)?)).flatten().map(|day| at(day, grain))
}

/// The most days that a stretch of the grain has; twice as many where a date is only known to be somewhere about.
fn longest(grain: Grain) -> i64 {
    match grain {
        Grain::Day => 1,
        Grain::Week | Grain::Weekend => 7,
        Grain::Month => 31,
        Grain::Quarter(_) => 92,
        Grain::Half(_) => 184,
        Grain::Season(_) => 500,
        Grain::Year => 367,
        Grain::Fiscal => 1100,
        Grain::Decade => 3653,
        Grain::Century => 36_525,
    }
}

fn grain(point: &DatePoint) -> Grain {
    match *point {
        DatePoint::Day { .. }
        | DatePoint::Weekday { .. }
        | DatePoint::DayOfMonth { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Each { .. }
        | DatePoint::EachWeekday { .. }
        | DatePoint::Vague { .. } => Grain::Day,
        DatePoint::Month { .. } => Grain::Month,
        DatePoint::Year { .. } => Grain::Year,
        DatePoint::Quarter { quarter, .. } => Grain::Quarter(Some(quarter)),
        DatePoint::Half { half, .. } => Grain::Half(half),
        DatePoint::Season { season, .. } => Grain::Season(season),
        DatePoint::Fiscal { .. } => Grain::Fiscal,
        DatePoint::Decade { .. } => Grain::Decade,
        DatePoint::Century { .. } => Grain::Century,
        DatePoint::Loose { unit: None, .. } => Grain::Quarter(None),
        DatePoint::Relative { unit, .. }
        | DatePoint::Referred { unit, .. }
        | DatePoint::Loose { unit: Some(unit), .. } => grain_of(unit),
    }
}

fn grain_of(unit: Unit) -> Grain {
    match unit {
        Unit::Day => Grain::Day,
        Unit::Week => Grain::Week,
        Unit::Weekend => Grain::Weekend,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter(None),
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century => Grain::Century,
    }
}

/// The stretch of a grain that a day lies in.
fn at(day: NaiveDate, grain: Grain) -> String {
    let year = day.year();
    let week = || format!("{:04}-W{:02}", day.iso_week().year(), day.iso_week().week());
    match grain {
        Grain::Day => day.to_string(),
        Grain::Week => week(),
        Grain::Weekend => week() + "-WE",
        Grain::Month => format!("{year:04}-{:02}", day.month()),
        Grain::Quarter(quarter) => format!("{year:04}-Q{}", quarter.unwrap_or(day.month0() / 3 + 1)),
        Grain::Half(half) => format!("{year:04}-H{half}"),
        Grain::Season(number) => format!("{year:04}-{}", season(number)),
        Grain::Year => year_of_era(year),
        Grain::Fiscal => format!("FY{year:04}"),
        Grain::Decade => format!("{:03}", year / 10),
        Grain::Century => format!("{:02}", (year - 1) / 100),
    }
}

/// "2031", "BC0440".
fn year_of_era(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - year) }
}

fn symbolic(point: &DatePoint) -> String {
    let year = point.year().map_or_else(|| "XXXX".to_string(), |year| format!("{year:04}"));
    match *point {
        DatePoint::Day { month, day, .. } => format!("{year}-{month:02}-{day:02}"),
        DatePoint::Month { month, .. } => format!("{year}-{month:02}"),
        DatePoint::Year { year } => year_of_era(year),
        DatePoint::Weekday { weekday, .. } => format!("XXXX-WXX-{weekday}"),
        DatePoint::DayOfMonth { day, .. } => format!("XXXX-XX-{day:02}"),
        DatePoint::Quarter { quarter, .. } => format!("{year}-Q{quarter}"),
        DatePoint::Half { half, .. } => format!("{year}-H{half}"),
        DatePoint::Season { season: number, .. } => format!("{year}-{}", season(number)),
        DatePoint::Fiscal { .. } => format!("FY{year}"),
        DatePoint::Decade { first } => format!("{:03}", first / 10),
        DatePoint::Century { century } => format!("{:02}", century - 1),
        DatePoint::Holiday { holiday: Holiday::Fixed(month, day), .. } => {
            format!("{year}-{month:02}-{day:02}")
        }
        DatePoint::Holiday { .. } => format!("{year}-XX-XX"),
        DatePoint::Vague { when: VagueDate::Past } => "PAST_REF".to_string(),
        DatePoint::Vague { when: VagueDate::Present } => "PRESENT_REF".to_string(),
        DatePoint::Vague { when: VagueDate::Future } => "FUTURE_REF".to_string(),
        DatePoint::EachWeekday { weekday } => format!("XXXX-WXX-{weekday}"),
        DatePoint::Each { unit, count } => match unit {
            Unit::Day => format!("P{count}D"),
            Unit::Week => format!("P{count}W"),
            Unit::Weekend => "XXXX-WXX-WE".to_string(),
            Unit::Month => format!("P{count}M"),
            Unit::Quarter => format!("P{}M", count.saturating_mul(3)),
            Unit::Year => format!("P{count}Y"),
            Unit::Decade => format!("P{}Y", count.saturating_mul(10)),
            Unit::Century => format!("P{}Y", count.saturating_mul(100)),
        },
        DatePoint::Loose { unit: None, .. } => "XXXX".to_string(),
        DatePoint::Relative { unit, .. }
        | DatePoint::Referred { unit, .. }
        | DatePoint::Loose { unit: Some(unit), .. } => match unit {
            Unit::Day => "XXXX-XX-XX".to_string(),
            Unit::Week => "XXXX-WXX".to_string(),
            Unit::Weekend => "XXXX-WXX-WE".to_string(),
            Unit::Month => "XXXX-XX".to_string(),
            Unit::Quarter => "XXXX-QX".to_string(),
            Unit::Year => "XXXX".to_string(),
            Unit::Decade => "XXX".to_string(),
            Unit::Century => "XX".to_string(),
        },
    }
}

fn season(number: u32) -> &'static str {
    match number {
        1 => "SP",
        2 => "SU",
        3 => "FA",
        _ => "WI",
    }
}

fn hours(hours: Hours) -> &'static str {
    match hours {
        Hours::Morning => "TMO",
        Hours::Afternoon => "TAF",
        Hours::Evening => "TEV",
        Hours::Night => "TNI",
    }
}

impl TimeExpr {
    /// Its TIMEX3 value: the clock as it is written, on the day of its sentence, or the day of publication.
    #[must_use]
    pub fn timex_in(&self, anchor: Option<chrono::NaiveDate>) -> String {
        let day = match &self.day {
            Some(day) => day.timex_in(anchor),
            None => anchor.map(|day| day.to_string()).unwrap_or_default(),
        };
        // "Thursday night at 8 p.m.": the part of the day is said by the clock.
        let day = day.split('T').next().unwrap_or_default();
        let minute = self.stated.unwrap_or(self.from).rem_euclid(24 * 60);
        format!("{day}T{:02}:{:02}", minute / 60, minute % 60)
    }
}
