//! Values in words and in the published shape: what reports and JSON print.

use super::{
    Amount, Content, Interval, Kind, Position, Precision, Value,
    position::{DAYS, INSTANTS, LOCAL, NUMBERS, PERCENT, SECONDS, day_of},
};
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Number, Value as Json, json};

/// A value in the shape of version 1: `kind` and `text` always, then what its kind has. With a position, symbolic values
/// are resolved.
#[must_use]
pub fn shape(value: &Value, position: Option<&Position>) -> Map<String, Json> {
    let mut map = Map::new();
    map.insert("kind".into(), json!(value.kind.name()));
    map.insert("text".into(), json!(value.text));
    match &value.content {
        Content::Amount(amount) => amount_shape(value, amount, &mut map),
        Content::Date(date) => {
            let span = position.and_then(Position::interval).map(|interval| (day_of(interval.lo), day_of(interval.hi)));
            let (from, to) = span.unwrap_or_default();
            map.insert("from".into(), json!(from.map(|day| day.to_string())));
            map.insert("to".into(), json!(to.map(|day| day.to_string())));
            map.insert(
                "timex".into(),
                json!(from.zip(to).map_or_else(|| date.timex(), |(from, to)| date.timex_on(from, to))),
            );
            if value.precision == Precision::Vague {
                map.insert("precision".into(), json!(value.precision));
            }
        }
        Content::Time(time) => match position {
            Some(Position::On { axis, interval, .. }) if axis == INSTANTS => {
                map.insert("from".into(), json!(instant(interval.lo)));
                map.insert("to".into(), json!(instant(interval.hi)));
                map.insert("timex".into(), json!(time.timex(own_day(time.from, interval.lo))));
            }
            Some(Position::On { .. } | Position::Word(_) | Position::Indeterminate(_)) | None => {
                map.insert("clock".into(), json!(clock(time.from)));
                map.insert("zone".into(), json!(time.zone_text));
                map.insert("timex".into(), json!(time.timex(None)));
            }
        },
        Content::Word(word) => {
            let key = match value.kind.name() {
                "name" => "name",
                "quotation" => "words",
                _ => "choice",
            };
            map.insert(key.into(), json!(word));
        }
    }
    map
}

fn amount_shape(value: &Value, amount: &Amount, map: &mut Map<String, Json>) {
    let is_duration = value.kind.name() == "duration";
    map.insert("lo".into(), number(amount.interval.lo));
    map.insert("hi".into(), number(amount.interval.hi));
    map.insert("best".into(), amount.best.map_or(Json::Null, number));
    map.insert("lo_open".into(), json!(amount.interval.lo_open));
    map.insert("hi_open".into(), json!(amount.interval.hi_open));
    map.insert("precision".into(), json!(value.precision));
    map.insert("hedge".into(), json!(value.hedge));
    map.insert("unit".into(), json!(amount.unit));
    map.insert("of".into(), json!(amount.of));
    if let Some(currency) = &amount.currency {
        map.insert("currency".into(), json!(currency));
    }
    if amount.part {
        map.insert("part".into(), json!(true));
    }
    if is_duration {
        let months = amount.months.as_deref().filter(|months| months.is_point()).map(|months| months.lo);
        map.insert("months".into(), months.map_or(Json::Null, number));
        map.insert("iso".into(), json!(super::duration::iso(amount, value.precision)));
    }
}

/// A whole number prints without a decimal point; an infinite one is null.
fn number(number: f64) -> Json {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        return json!(number as i64);
    }
    // What arithmetic rounds away is not printed: 3.3000000000000003 is 3.3.
    let rounded: f64 = format!("{number:.9}").parse().unwrap_or(number);
    let shown = if crate::value::interval::same(rounded, number) { rounded } else { number };
    Number::from_f64(shown).map_or(Json::Null, Json::Number)
}

/// The day in its own zone of an instant whose clock shows `minute`; none of one without a day.
fn own_day(minute: i32, instant: f64) -> Option<NaiveDate> {
    let clock = f64::from(minute) * 60.0;
    let offset = clock - instant.rem_euclid(86_400.0);
    // No zone is more than 12 hours west or 14 hours east of Greenwich.
    let offset = if offset < -43_200.0 {
        offset + 86_400.0
    } else if offset > 50_400.0 {
        offset - 86_400.0
    } else {
        offset
    };
    day_of(((instant + offset) / 86_400.0).floor()).filter(|day| day.year() > 1970)
}

fn instant(seconds: f64) -> Option<String> {
    if !seconds.is_finite() {
        return None;
    }
    chrono::DateTime::from_timestamp(seconds as i64, 0).map(|instant| instant.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn clock(minute: i32) -> String {
    let minute = minute.rem_euclid(24 * 60);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// A position in the words of a report: "50 minutes", "30 December 2021", "November 2021".
#[must_use]
pub fn describe(kind: Kind, position: &Position) -> String {
    let _ = kind;
    match position {
        Position::Word(word) => word.clone(),
        Position::Indeterminate(why) => format!("unknown ({why})"),
        Position::On { axis, interval, .. } => match axis.as_str() {
            DAYS => days(*interval),
            INSTANTS => instants(*interval, " GMT"),
            LOCAL => instants(*interval, ""),
            SECONDS => bounded(*interval, &|seconds| length(seconds)),
            NUMBERS => bounded(*interval, &|number| grouped(number)),
            PERCENT => bounded(*interval, &|number| format!("{}%", grouped(number))),
            "length" => bounded(*interval, &|metres| {
                if metres >= 1000.0 {
                    format!("{} km", rounded(metres / 1000.0))
                } else {
                    format!("{} m", rounded(metres))
                }
            }),
            "mass" => bounded(*interval, &|kilograms| format!("{} kg", rounded(kilograms))),
            "speed" => bounded(*interval, &|speed| format!("{} km/h", rounded(speed * 3.6))),
            axis => bounded(*interval, &|number| format!("{} {axis}", grouped(rounded_to(number)))),
        },
    }
}

/// An interval in words: one value, a range, or a bound.
fn bounded(interval: Interval, show: &dyn Fn(f64) -> String) -> String {
    let Interval { lo, hi, lo_open, hi_open } = interval;
    if interval.is_point() {
        return show(lo);
    }
    match (lo.is_finite(), hi.is_finite()) {
        (true, false) if lo_open => format!("more than {}", show(lo)),
        (true, false) => format!("at least {}", show(lo)),
        (_, true) if (lo == 0.0 || !lo.is_finite()) && hi_open => format!("less than {}", show(hi)),
        (_, true) if lo == 0.0 || !lo.is_finite() => format!("at most {}", show(hi)),
        (true, true) => format!("{} to {}", show(lo), show(hi)),
        (false, _) => "any".to_string(),
    }
}

fn rounded_to(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

fn rounded(number: f64) -> String {
    let shown = if number.abs() >= 100.0 { number.round() } else { (number * 10.0).round() / 10.0 };
    grouped(shown)
}

/// Digits in groups of three: "100,000".
fn grouped(number: f64) -> String {
    let whole = format!("{}", number.abs().trunc());
    let mut shown = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    let fraction = number.abs().fract();
    if fraction > 1e-9 {
        let decimals = format!("{:.3}", fraction);
        shown.push_str(decimals.trim_start_matches('0').trim_end_matches('0'));
    }
    if number < 0.0 { format!("-{shown}") } else { shown }
}

/// A length of time in the largest unit that it fills evenly and readably: 90 minutes, 2 weeks, 24.5 days.
fn length(seconds: f64) -> String {
    let units = [
        (604_800.0, "week", 2.0, 52.0),
        (86_400.0, "day", 1.0, 366.0),
        (3600.0, "hour", 1.0, 48.0),
        (60.0, "minute", 1.0, 180.0),
        (1.0, "second", 0.0, 180.0),
    ];
    let even = |(size, _, least, most): &&(f64, &str, f64, f64)| {
        seconds % size == 0.0 && (*least..*most).contains(&(seconds / size))
    };
    let (size, name, ..) = units
        .iter()
        .find(even)
        .or_else(|| units.iter().skip(1).find(|(size, ..)| seconds >= *size))
        .copied()
        .unwrap_or((1.0, "second", 0.0, 0.0));
    let count = (seconds / size * 10.0).round() / 10.0;
    format!("{} {name}{}", grouped(count), if count == 1.0 { "" } else { "s" })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// A day in words: "30 December 2021".
#[must_use]
pub fn day_in_words(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(day), day.year())
}

fn days(interval: Interval) -> String {
    let (Some(from), Some(to)) = (day_of(interval.lo), day_of(interval.hi)) else {
        return bounded(interval, &|number| day_of(number).map(day_in_words).unwrap_or_default());
    };
    if from == to {
        return day_in_words(from);
    }
    let ends_month = to.succ_opt().is_some_and(|next| next.day() == 1);
    if from.ordinal() == 1 && to.month() == 12 && to.day() == 31 {
        return if from.year() == to.year() {
            format!("{}", from.year())
        } else {
            format!("{}–{}", from.year(), to.year())
        };
    }
    if from.year() == to.year() && from.month() == to.month() {
        if from.day() == 1 && ends_month {
            return format!("{} {}", month_name(from), from.year());
        }
        return format!("{}–{} {} {}", from.day(), to.day(), month_name(from), from.year());
    }
    format!("{} to {}", day_in_words(from), day_in_words(to))
}

fn instants(interval: Interval, zone: &str) -> String {
    let show = |seconds: f64| {
        chrono::DateTime::from_timestamp(seconds as i64, 0)
            .map(|instant| {
                let day = if (0.0..172_800.0).contains(&seconds) {
                    String::new()
                } else {
                    format!(" on {}", day_in_words(instant.date_naive()))
                };
                format!("{}{zone}{day}", instant.format("%H:%M"))
            })
            .unwrap_or_default()
    };
    bounded(interval, &show)
}

/// A precision in words.
#[must_use]
pub fn precision_in_words(precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => "exact",
        Precision::Approximate => "approximate",
        Precision::Range => "range",
        Precision::AtLeast => "at least",
        Precision::AtMost => "at most",
        Precision::MoreThan => "more than",
        Precision::LessThan => "less than",
        Precision::Vague => "vague",
    }
}
