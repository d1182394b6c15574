//! The TIMEX3 value of a date, as ISO-TimeML writes it: "2022-01", "199" for a decade, "2021-WI" for a winter.

use super::{DateExpr, DatePoint, Unit};
use crate::lexicon::{DayPart, Holiday, Hours, VagueDate};
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

    /// Its TIMEX3 value where the days are known that it means, at its own precision: `2022-01` for "early next month".
    #[must_use]
    pub fn timex_on(&self, from: NaiveDate, to: NaiveDate) -> String {
        let grain = match (&self.point, self.part) {
            (DatePoint::Vague { .. }, _) => return self.timex(),
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
        if length > longest(grain) {
            return self.timex();
        }
        let middle = from + chrono::TimeDelta::days((length - 1) / 2);
        at(middle, grain) + self.hours.map_or("", hours)
    }
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
        | DatePoint::Vague { .. } => Grain::Day,
        DatePoint::Month { .. } => Grain::Month,
        DatePoint::Year { .. } => Grain::Year,
        DatePoint::Quarter { quarter, .. } => Grain::Quarter(Some(quarter)),
        DatePoint::Half { half, .. } => Grain::Half(half),
        DatePoint::Season { season, .. } => Grain::Season(season),
        DatePoint::Fiscal { .. } => Grain::Fiscal,
        DatePoint::Decade { .. } => Grain::Decade,
        DatePoint::Century { .. } => Grain::Century,
        DatePoint::Relative { unit, .. } | DatePoint::Referred { unit, .. } => match unit {
            Unit::Day => Grain::Day,
            Unit::Week => Grain::Week,
            Unit::Weekend => Grain::Weekend,
            Unit::Month => Grain::Month,
            Unit::Quarter => Grain::Quarter(None),
            Unit::Year => Grain::Year,
            Unit::Decade => Grain::Decade,
            Unit::Century => Grain::Century,
        },
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
        Grain::Year => format!("{year:04}"),
        Grain::Fiscal => format!("FY{year:04}"),
        Grain::Decade => format!("{:03}", year / 10),
        Grain::Century => format!("{:02}", (year - 1) / 100),
    }
}

fn symbolic(point: &DatePoint) -> String {
    let year = point.year().map_or_else(|| "XXXX".to_string(), |year| format!("{year:04}"));
    match *point {
        DatePoint::Day { month, day, .. } => format!("{year}-{month:02}-{day:02}"),
        DatePoint::Month { month, .. } => format!("{year}-{month:02}"),
        DatePoint::Year { .. } => year,
        DatePoint::Weekday { weekday, .. } => format!("XXXX-WXX-{weekday}"),
        DatePoint::DayOfMonth { day } => format!("XXXX-XX-{day:02}"),
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
        DatePoint::Relative { unit, .. } | DatePoint::Referred { unit, .. } => match unit {
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
