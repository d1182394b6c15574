//! The calendar's words: months, weekdays, seasons, holidays, parts of a day, and what a time of day begins with.

use super::{Class, Lexicon, Trie, Word, tables::Table};
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calendar {
    months: Vec<Names>,
    weekdays: Vec<Names>,
    days: Table<i8>,
    #[serde(rename = "hours of days")]
    hours_of_days: Table<Hours>,
    shifts: Table<i8>,
    references: Vec<String>,
    parts: Table<DayPart>,
    #[serde(rename = "times of day")]
    times_of_day: Table<Hours>,
    units: Table<CalendarUnit>,
    seasons: Table<i16>,
    quarters: Table<i16>,
    fiscal: Vec<String>,
    decades: Table<i16>,
    neighbours: Table<i16>,
    #[serde(rename = "led by")]
    led_by: Vec<String>,
    every: Vec<String>,
    repeated: Table<(CalendarUnit, u32)>,
    #[serde(rename = "how often")]
    how_often: Vec<String>,
    reported: Vec<String>,
    eras: Vec<String>,
    clock: Table<i16>,
    #[serde(rename = "o'clock")]
    o_clock: Table<i16>,
    #[serde(rename = "half days")]
    half_days: Vec<String>,
    #[serde(rename = "before times")]
    before_times: Vec<String>,
    #[serde(rename = "near times")]
    near_times: Table<(i32, i32)>,
    holidays: Table<Holiday>,
    vague: Table<VagueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    names: Vec<String>,
    short: Vec<String>,
}

impl Lexicon {
    pub(super) fn read_calendar(&mut self, calendar: Calendar) {
        for (number, month) in (1_u8..).zip(&calendar.months) {
            for name in month.names.iter().chain(&month.short) {
                self.teach_each([(name.as_str(), number)], Class::MONTH, |word, number| word.month = number);
            }
        }
        for (number, weekday) in (1_u8..).zip(&calendar.weekdays) {
            for name in weekday.names.iter().chain(&weekday.short) {
                // "Sat., Jan. 8": the full stop of a short name seldom ends a sentence.
                let class = if name.len() == 3 { Class::WEEKDAY.and(Class::MAYBE_END) } else { Class::WEEKDAY };
                self.teach_each([(name.as_str(), number)], class, |word, number| word.weekday = number);
            }
        }
        self.teach_each(&calendar.days, Class::DAY, |word, shift| word.shift = *shift);
        self.teach_each(&calendar.hours_of_days, Class::DAY, |word, hours| word.hours = Some(*hours));
        self.teach_each(&calendar.repeated, Class::REPEATED, |word, each| word.each = Some(*each));
        self.teach_each(&calendar.shifts, Class::SHIFT, |word, shift| word.shift = *shift);
        self.teach_each(&calendar.parts, Class::DATE_PART, |word, part| word.part = Some(*part));
        self.teach_each(&calendar.times_of_day, Class::TIME_OF_DAY, |word, hours| word.hours = Some(*hours));
        self.teach_each(&calendar.units, Class::CALENDAR_UNIT, |word, unit| word.unit = Some(*unit));
        for (table, class) in [
            (&calendar.seasons, Class::SEASON),
            (&calendar.quarters, Class::QUARTER),
            (&calendar.decades, Class::DECADE),
            (&calendar.neighbours, Class::NEIGHBOUR),
            (&calendar.clock, Class::CLOCK),
            (&calendar.o_clock, Class::O_CLOCK),
        ] {
            self.teach_each(table, class, |word, number| word.calendar = *number);
        }
        for (words, class) in [
            (&calendar.references, Class::REFERENCE),
            (&calendar.fiscal, Class::FISCAL),
            (&calendar.led_by, Class::LEADS_DATE),
            (&calendar.every, Class::EVERY),
            (&calendar.how_often, Class::OFTEN),
            (&calendar.eras, Class::ERA),
            (&calendar.reported, Class::REPORTED),
            (&calendar.half_days, Class::HALF_DAY),
            (&calendar.before_times, Class::BEFORE_TIME),
        ] {
            self.classify(words, class);
        }
        self.read_dates_of_words(calendar);
    }

    fn teach_each<K: AsRef<str>, V>(
        &mut self,
        table: impl IntoIterator<Item = (K, V)>,
        class: Class,
        change: impl Fn(&mut Word, V),
    ) {
        for (name, value) in table {
            self.teach(name.as_ref(), |word| {
                word.add(class);
                change(word, value);
            });
        }
    }

    /// Expressions of several words.
    fn read_dates_of_words(&mut self, calendar: Calendar) {
        let mut near = Trie::default();
        for (words, minutes) in calendar.near_times {
            self.enter_backwards(&mut near, &words, Class::BEFORE_TIME, minutes);
        }
        self.near_times = near;
        let mut holidays = Trie::default();
        for (words, holiday) in calendar.holidays {
            self.enter(&mut holidays, &words, Class::HOLIDAY, holiday);
        }
        self.holidays = holidays;
        let mut vague = Trie::default();
        for (words, when) in calendar.vague {
            self.enter(&mut vague, &words, Class::VAGUE_DATE, when);
        }
        self.vague_dates = vague;
    }
}
