//! What the words of the calendar tell: units, parts of days and years, holidays.

use serde::Deserialize;

/// A part of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Days 1 to 10 of a month, the first third of a year.
    Early,
    /// Days 11 to 20, the second third.
    Mid,
    /// Day 21 to the end, the last third.
    Late,
    /// From the beginning up to the anchor.
    Earlier,
    /// From the anchor to the end.
    Later,
    /// "the first half of".
    FirstHalf,
    /// "the second half of".
    SecondHalf,
}

/// A unit of the calendar that a relative date counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarUnit {
    /// A day.
    Day,
    /// A week from Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten calendar years, from one that ends in 0.
    Decade,
    /// A hundred calendar years, from one that ends in 01.
    Century,
}

/// A part of a day, as TIMEX3 tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hours {
    /// `TMO`.
    Morning,
    /// `TAF`.
    Afternoon,
    /// `TEV`.
    Evening,
    /// `TNI`.
    Night,
}

/// When in a year a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// A month and a day.
    Fixed(u32, u32),
    /// A month, a weekday from 1 (Monday), and which one: -1 is the last.
    Nth(u32, u32, i8),
    /// So many days after Easter Sunday in the West.
    Easter(i64),
}

/// A date that names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VagueDate {
    /// "recently".
    Past,
    /// "now".
    Present,
    /// "soon".
    Future,
}
