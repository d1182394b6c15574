//! The calendar's words: months, weekdays, seasons, holidays, parts of a day, and what a time of day begins with.

use super::{CalendarUnit, Class, DayPart, Holiday, Hours, Lexicon, Trie, VagueDate, Word, tables::WordTable};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Calendar {
    months: Vec<CalendarNames>,
    weekdays: Vec<CalendarNames>,
    days: WordTable<i8>,
    #[serde(rename = "hours of days")]
    hours_of_days: WordTable<Hours>,
    shifts: WordTable<i8>,
    references: Vec<String>,
    parts: WordTable<DayPart>,
    #[serde(rename = "times of day")]
    times_of_day: WordTable<Hours>,
    units: WordTable<CalendarUnit>,
    seasons: WordTable<i16>,
    quarters: WordTable<i16>,
    fiscal: Vec<String>,
    decades: WordTable<i16>,
    neighbours: WordTable<i16>,
    #[serde(rename = "led by")]
    led_by: Vec<String>,
    every: Vec<String>,
    repeated: WordTable<(CalendarUnit, u32)>,
    #[serde(rename = "how often")]
    how_often: Vec<String>,
    reported: Vec<String>,
    eras: Vec<String>,
    clock: WordTable<i16>,
    #[serde(rename = "o'clock")]
    o_clock: WordTable<i16>,
    #[serde(rename = "half days")]
    half_days: Vec<String>,
    #[serde(rename = "before times")]
    before_times: Vec<String>,
    #[serde(rename = "near times")]
    near_times: WordTable<(i32, i32)>,
    holidays: WordTable<Holiday>,
    vague: WordTable<VagueDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarNames {
    names: Vec<String>,
    short: Vec<String>,
}

/// The first name of each.
fn said(names: &[CalendarNames]) -> Vec<String> {
    names.iter().filter_map(|each| each.names.first().cloned()).collect()
}

impl Lexicon {
    pub(super) fn read_calendar(&mut self, calendar: Calendar) {
        self.months = said(&calendar.months);
        self.weekdays = said(&calendar.weekdays);
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
