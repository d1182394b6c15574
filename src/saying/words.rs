//! Values in words: what messages say, and what reports add to the words of an article.

use crate::{
    lexicon::Spoken,
    placing::{self, DAYS, DateReference, INSTANTS, LOCAL, Position},
    value::{Amount, Brief, Content, Interval, Kind, Precision, Units, Value, interval, time::TimeExpr},
};
use chrono::{DateTime, Datelike, NaiveDate};
use std::fmt;

/// A position in the words of a report: "50 minutes", "30 December 2021", "$3.2 million".
#[must_use]
pub fn describe(kind: Kind, position: &Position) -> String {
    match position {
        Position::Word(word) => word.clone(),
        Position::Indeterminate(why) => format!("unknown ({why})"),
        Position::On { axis, interval, .. } => match axis.as_str() {
            DAYS => days(*interval, MonthNames::Whole).to_string(),
            INSTANTS => instants(*interval, " GMT", SaidDay::Said).to_string(),
            LOCAL => instants(*interval, "", SaidDay::Said).to_string(),
            axis => (kind.facts().said)(*interval, axis),
        },
    }
}

/// A value as a message says it: like [`describe`], but in the unit, with the hedge and only with the day that its article
/// gives. A value that lies nowhere keeps its own words.
#[must_use]
pub fn in_words(value: &Value, position: &Position) -> String {
    let Position::On { axis, interval, .. } = position else {
        return match position {
            Position::Word(word) => word.clone(),
            Position::On { .. } | Position::Indeterminate(_) => value.text.to_string(),
        };
    };
    match &value.content {
        Content::Amount(amount) => match (value.precision, amount.best) {
            (Precision::Approximate, Some(best)) => match (best - amount.interval.lo, amount.interval.hi - best) {
                (below, above) if interval::same(below, above) => format!("about {}", exactly(value, amount, position)),
                _ => uncapitalised(&value.text),
            },
            (Precision::Exact, _) => exactly(value, amount, position),
            (Precision::Vague, _) | (Precision::MoreThan | Precision::LessThan, Some(_))
                if interval.lo.is_finite() && interval.hi.is_finite() && interval.lo != 0.0 =>
            {
                uncapitalised(&value.text)
            }
            (
                Precision::Approximate
                | Precision::Range
                | Precision::AtLeast
                | Precision::AtMost
                | Precision::MoreThan
                | Precision::LessThan
                | Precision::Vague,
                _,
            ) => as_given(value.kind, amount, position),
        },
        Content::Time(time) => {
            let zone = if axis == INSTANTS { " GMT" } else { "" };
            instants(*interval, zone, day_of(time, position)).to_string()
        }
        // A place in a row is that of a word.
        Content::Word(word) if value.precision == Precision::Exact => word.to_string(),
        Content::Word(_) => uncapitalised(&value.text),
        Content::Date(_) => describe(value.kind, position),
    }
}

/// The number that an amount names, without its hedge.
fn exactly(value: &Value, amount: &Amount, position: &Position) -> String {
    match amount.best {
        // A length in months is as long as its months are.
        Some(best) if amount.months.is_none() => {
            let point = Amount { interval: Interval::point(best), ..amount.clone() };
            as_given(value.kind, &point, &at_point(position, best))
        }
        Some(_) | None => as_given(value.kind, amount, position),
    }
}

fn at_point(position: &Position, best: f64) -> Position {
    match position {
        Position::On { axis, anchored, .. } => {
            Position::On { axis: axis.clone(), interval: Interval::point(best), anchored: *anchored }
        }
        Position::Word(_) | Position::Indeterminate(_) => position.clone(),
    }
}

/// An amount in its own unit and currency.
fn as_given(kind: Kind, amount: &Amount, position: &Position) -> String {
    (kind.facts().given)(amount).unwrap_or_else(|| describe(kind, position))
}

/// "Tens of thousands" inside a sentence: "tens of thousands".
fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second.is_whitespace() => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_string(),
    }
}

/// When a date or a time lies, with the word before it: "on 30 December 2021", "in November 2021", "between 1 and 10
/// December 2021", "at 20:30 GMT".
#[must_use]
pub fn when(value: &Value, position: &Position) -> String {
    match (&value.content, position) {
        (_, Position::On { axis, interval, .. }) if axis == DAYS => days(*interval, MonthNames::Whole).in_sentence(),
        (Content::Time(time), Position::On { axis, interval, .. }) => {
            let zone = if axis == INSTANTS { " GMT" } else { "" };
            instants(*interval, zone, day_of(time, position)).in_sentence()
        }
        _ => format!("at {}", in_words(value, position)),
    }
}

/// What the words of a value stand for, where they do not show it: the day of "Thursday", the instant of "3:30 p.m. ET", the
/// stretch of "about 50 minutes", the kilometres of "12 miles" where the `others` are in other units.
#[must_use]
pub fn reading(value: &Value, position: &Position, others: Units) -> Option<String> {
    read(value, position, others).map(|(words, _)| words)
}

/// The reading as short as a cell of a table takes it: a day with its month cut short ("30 Dec 2021"), or what lacks in "Jan.
/// 10", its year; the clock, which places it among the others, without its day; an amount that is no range. Nothing where the
/// words of the value are enough.
#[must_use]
pub fn brief(value: &Value, position: &Position, others: Units) -> Option<String> {
    let (words, interval) = read(value, position, others)?;
    match value.kind.facts().brief {
        Brief::Words => None,
        Brief::Day => Some(interval.map_or(words, |days| brief_days(days, &value.text))),
        Brief::Clock => match position {
            Position::On { axis, interval, .. } => {
                let zone = if axis == INSTANTS { " GMT" } else { "" };
                Some(instants(*interval, zone, SaidDay::Assumed).to_string())
            }
            Position::Word(_) | Position::Indeterminate(_) => None,
        },
        Brief::One => interval.is_none_or(|interval| !is_range(interval)).then_some(words),
    }
}

/// Whether an interval is said by its two ends.
fn is_range(interval: Interval) -> bool {
    !interval.is_point() && interval.lo.is_finite() && interval.hi.is_finite() && interval.lo != 0.0
}

/// The reading, and the stretch that it says.
fn read(value: &Value, position: &Position, others: Units) -> Option<(String, Option<Interval>)> {
    let Position::On { axis, interval, .. } = position else {
        return match position {
            Position::Word(word) => adds(word, &value.text).map(|words| (words, None)),
            Position::On { .. } | Position::Indeterminate(_) => None,
        };
    };
    let Content::Amount(amount) = &value.content else {
        return adds(&in_words(value, position), &value.text).map(|words| (words, Some(*interval)));
    };
    let converts = value.kind.converts();
    // What rounding could hide is not worth saying beside the number.
    let rounded = converts && value.precision == Precision::Exact;
    let converts = converts && amount.also.is_empty() && (others == Units::Differ || rounded && !interval.is_point());
    let bare = match value.precision {
        Precision::Exact | Precision::Range => true,
        Precision::AtLeast | Precision::AtMost | Precision::MoreThan | Precision::LessThan => {
            !interval.hi.is_finite() || !interval.lo.is_finite() || interval.lo == 0.0
        }
        Precision::Approximate | Precision::Vague => false,
    };
    if converts {
        let shown = if rounded { Interval::point((interval.lo + interval.hi) / 2.0) } else { *interval };
        return adds(&(value.kind.facts().said)(shown, axis), &value.text).map(|words| (words, Some(shown)));
    }
    if bare {
        let is_none = *interval == Interval::point(0.0) && !value.text.contains(|c: char| c.is_ascii_digit());
        return is_none.then(|| ("0".to_string(), None));
    }
    adds(&as_given(value.kind, amount, position), &value.text).map(|words| (words, Some(amount.interval)))
}

/// The reading, unless each of its words stands in the text already.
fn adds(reading: &str, text: &str) -> Option<String> {
    let split = |words: &str| -> Vec<String> {
        let words = words.to_lowercase();
        words.split(|c: char| !c.is_alphanumeric() && c != ':').filter(|w| !w.is_empty()).map(str::to_string).collect()
    };
    let known = split(text);
    let is_known =
        |word: &String| known.iter().any(|known| known == word || known.len() > 2 && word.starts_with(known.as_str()));
    (!split(reading).iter().all(is_known)).then(|| reading.to_string())
}

fn name_of(names: &'static [String], index: u32) -> &'static str {
    names.get(index as usize).map(String::as_str).unwrap_or_default()
}

/// How the names of months are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MonthNames {
    /// "December"
    Whole,
    /// "Dec"
    Short,
}

/// The name of a month with more letters is cut short, to so many.
const LONGEST_MONTH: usize = 5;
const SHORT_MONTH: usize = 3;

impl MonthNames {
    fn of(self, day: NaiveDate) -> String {
        let name = name_of(Spoken::months(), day.month0());
        let is_cut = self == Self::Short && name.chars().count() > LONGEST_MONTH;
        if is_cut { name.chars().take(SHORT_MONTH).collect() } else { name.to_string() }
    }

    /// "30 December 2021"
    fn day(self, day: NaiveDate) -> String {
        format!("{} {} {}", day.day(), self.of(day), day.year())
    }
}

pub(super) fn weekday_name(day: NaiveDate) -> &'static str {
    name_of(Spoken::weekdays(), day.weekday().num_days_from_monday())
}

/// A day in words: "30 December 2021".
#[must_use]
pub fn day_in_words(day: NaiveDate) -> String {
    MonthNames::Whole.day(day)
}

/// When something lies, in words.
enum SpokenWhen {
    /// One day, one month, one hour; first the word before it in a sentence.
    One(&'static str, String),
    /// A stretch by its two ends, and what stands between them outside of a sentence.
    Stretch(String, &'static str, String),
    /// A stretch that lacks an end: "until 31 December 2014", "from 1 January 2019 on".
    Open(String),
}

impl SpokenWhen {
    /// "on 30 December 2021", "between 1 and 10 December 2021"
    fn in_sentence(&self) -> String {
        match self {
            Self::One(word, when) => format!("{word} {when}"),
            Self::Stretch(from, _, to) => format!("between {from} and {to}"),
            Self::Open(when) => when.clone(),
        }
    }
}

impl fmt::Display for SpokenWhen {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(_, when) => to.write_str(when),
            Self::Stretch(first, joint, last) => write!(to, "{first}{joint}{last}"),
            Self::Open(when) => to.write_str(when),
        }
    }
}

/// Between what shares its month or its year: "1–10 December 2021".
const DASH: &str = "–";

/// Between what has words of its own: "30 December 2021 to 2 January 2022".
const TO: &str = " to ";

fn days(interval: Interval, names: MonthNames) -> SpokenWhen {
    let (from, to) = match (placing::day_of(interval.lo), placing::day_of(interval.hi)) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => return SpokenWhen::Open(format!("from {} on", names.day(from))),
        (None, Some(to)) => return SpokenWhen::Open(format!("until {}", names.day(to))),
        (None, None) => return SpokenWhen::Open(String::new()),
    };
    if from == to {
        return SpokenWhen::One("on", names.day(from));
    }
    let same_year = from.year() == to.year();
    if from.ordinal() == 1 && to.month() == 12 && to.day() == 31 {
        let named = |day: NaiveDate| match day.year() {
            year @ 1.. => year.to_string(),
            year => format!("{} BC", 1 - year),
        };
        let (from, to) = (named(from), named(to));
        return if same_year { SpokenWhen::One("in", from) } else { SpokenWhen::Stretch(from, DASH, to) };
    }
    if from.day() == 1 && ends_month(to) {
        return months(from, to, names);
    }
    if same_year && from.month() == to.month() {
        SpokenWhen::Stretch(from.day().to_string(), DASH, names.day(to))
    } else if same_year {
        SpokenWhen::Stretch(format!("{} {}", from.day(), names.of(from)), TO, names.day(to))
    } else {
        SpokenWhen::Stretch(names.day(from), TO, names.day(to))
    }
}

fn ends_month(day: NaiveDate) -> bool {
    day.succ_opt().is_some_and(|next| next.day() == 1)
}

/// Whole months: "November 2021", "May–July 2021", "November 2021 to January 2022".
fn months(from: NaiveDate, to: NaiveDate, names: MonthNames) -> SpokenWhen {
    let of_year = |day: NaiveDate| format!("{} {}", names.of(day), day.year());
    if from.year() != to.year() {
        SpokenWhen::Stretch(of_year(from), TO, of_year(to))
    } else if from.month() != to.month() {
        SpokenWhen::Stretch(names.of(from), DASH, of_year(to))
    } else {
        SpokenWhen::One("in", of_year(from))
    }
}

/// Days with their months cut short, or the year alone where the words of the value have all else ("Jan. 10", "January").
fn brief_days(days_said: Interval, written: &str) -> String {
    let names = MonthNames::Short;
    let (from, to) = (placing::day_of(days_said.lo), placing::day_of(days_said.hi));
    let written: Vec<&str> = written.split_whitespace().map(|word| word.trim_end_matches(['.', ','])).collect();
    let has_all = |parts: &[String]| {
        written.len() == parts.len()
            && parts.iter().all(|part| written.iter().any(|word| word.starts_with(part.as_str())))
    };
    let lacks_year = match (from, to) {
        (Some(from), Some(to)) if from == to => has_all(&[from.day().to_string(), names.of(from)]),
        (Some(from), Some(to)) if from.day() == 1 && ends_month(to) && from.month() == to.month() => {
            from.year() == to.year() && has_all(&[names.of(from)])
        }
        _ => false,
    };
    match from.filter(|_| lacks_year) {
        Some(day) => day.year().to_string(),
        None => days(days_said, names).to_string(),
    }
}

/// Whether the day of a clock time is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SaidDay {
    /// Its article gives it.
    Said,
    /// It was taken from elsewhere, so that it is nothing to quote.
    Assumed,
}

/// Whether a clock time gives its day: one that nobody can resolve was taken from the other articles.
fn day_of(time: &TimeExpr, position: &Position) -> SaidDay {
    let is_anchored = match position {
        Position::On { anchored, .. } => *anchored,
        Position::Word(_) | Position::Indeterminate(_) => false,
    };
    let is_full = time.day.as_ref().is_some_and(|day| day.resolve(DateReference::Nothing).is_ok());
    if is_anchored || is_full { SaidDay::Said } else { SaidDay::Assumed }
}

fn instants(interval: Interval, zone: &str, day: SaidDay) -> SpokenWhen {
    let at = |seconds: f64| DateTime::from_timestamp(seconds as i64, 0);
    let (Some(from), Some(to)) = (at(interval.lo), at(interval.hi)) else {
        return SpokenWhen::One("at", String::new());
    };
    // Times of which no day is known lie on a day of their own.
    let is_dated = !(0.0..172_800.0).contains(&interval.lo) && day == SaidDay::Said;
    let on = if is_dated { format!(" on {}", day_in_words(from.date_naive())) } else { String::new() };
    let last = format!("{}{zone}{on}", to.format("%H:%M"));
    if from == to {
        SpokenWhen::One("at", last)
    } else {
        SpokenWhen::Stretch(from.format("%H:%M").to_string(), DASH, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::literal,
        lexicon::Lexicon,
        placing::{Situation, positions},
    };

    fn placed(kind: &str, words: &str) -> (Value, Position) {
        let value = literal(words, Kind::find(kind).unwrap(), Lexicon::english()).unwrap();
        let situation = Situation { anchor: "2021-12-30".parse().ok(), timezone: None, article: 0 };
        let position = positions(&[(&value, &situation)], Lexicon::english()).pop().unwrap();
        (value, position)
    }

    #[test]
    fn messages_and_readings() {
        for (kind, words, message, meaning) in [
            ("duration", "50 minutes", "50 minutes", None),
            ("duration", "about 50 minutes", "about 50 minutes", Some("45 to 55 minutes")),
            ("duration", "just over three weeks", "just over three weeks", Some("3 to 3.5 weeks")),
            ("duration", "less than a month", "less than 1 month", None),
            ("duration", "three years", "3 years", None),
            ("count", "Tens of thousands", "tens of thousands", Some("20,000 to 100,000")),
            ("count", "over 13,000", "more than 13,000", None),
            ("count", "nearly 300", "nearly 300", Some("270 to 300")),
            ("count", "10 to 20", "10 to 20", None),
            ("money", "3.2m dollars", "$3.2 million", None),
            ("money", "about $3.2 million", "about $3.2 million", Some("$2.88 to $3.52 million")),
            ("measure", "12 miles", "12 miles", None),
            ("measure", "about 12 miles", "about 12 miles", Some("10.8 to 13.2 miles")),
            ("date", "Thursday", "30 December 2021", Some("30 December 2021")),
            ("date", "Jan. 10", "10 January 2022", Some("10 January 2022")),
            ("date", "10 January 2022", "10 January 2022", None),
            ("date", "early next month", "1–10 January 2022", Some("1–10 January 2022")),
            ("date", "2014", "2014", None),
            ("time", "20:30 GMT", "20:30 GMT", None),
            ("time", "3:30 p.m. ET", "20:30 GMT", Some("20:30 GMT")),
        ] {
            let (value, position) = placed(kind, words);
            assert_eq!(in_words(&value, &position), message, "{words}");
            assert_eq!(reading(&value, &position, Units::Same).as_deref(), meaning, "{words}");
        }
    }

    #[test]
    fn units_convert_beside_others() {
        for (words, meaning) in [
            ("12 miles", Some("19.3 km")),
            ("about 12 miles", Some("17.4 to 21.2 km")),
            ("19 km", None),
            ("55 mph", Some("88.5 km/h")),
        ] {
            let (value, position) = placed("measure", words);
            assert_eq!(reading(&value, &position, Units::Differ).as_deref(), meaning, "{words}");
        }
    }

    #[test]
    fn moments_have_their_preposition() {
        for (kind, words, expected) in [
            ("date", "Thursday", "on 30 December 2021"),
            ("date", "November 2021", "in November 2021"),
            ("date", "2014", "in 2014"),
            ("date", "early December 2021", "between 1 and 10 December 2021"),
            ("time", "20:30 GMT", "at 20:30 GMT"),
        ] {
            let (value, position) = placed(kind, words);
            assert_eq!(when(&value, &position), expected, "{words}");
        }
    }
}
