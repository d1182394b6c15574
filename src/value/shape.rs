//! Values in the published shape of version 1: what JSON prints.

use super::{
    Amount, Content, Position, Situation, Value,
    position::{INSTANTS, day_of},
};
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
        }
        Content::Time(time) => match position {
            Some(Position::On { axis, interval, .. }) if axis == INSTANTS => {
                map.insert("from".into(), json!(instant(interval.lo)));
                map.insert("to".into(), json!(instant(interval.hi)));
            }
            Some(Position::On { .. } | Position::Word(_) | Position::Indeterminate(_)) | None => {
                map.insert("clock".into(), json!(clock(time.from)));
                map.insert("zone".into(), json!(time.zone_text));
            }
        },
        Content::Word(word) => {
            let key = match value.kind.name() {
                "name" => "name",
                "quotation" => "words",
                // Text is what it says.
                "text" => return map,
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
    if amount.understood {
        map.insert("understood".into(), json!(true));
    }
    if amount.derived {
        map.insert("derived".into(), json!(true));
    }
    if is_duration {
        let months = amount.months.as_deref().filter(|months| months.is_point()).map(|months| months.lo);
        map.insert("months".into(), months.map_or(Json::Null, number));
        map.insert("iso".into(), json!(super::duration::iso(amount, value.precision)));
    }
}

/// The TIMEX3 value of a date or a time, resolved against the day of publication as far as that goes.
#[must_use]
pub fn timex(value: &Value, situation: &Situation) -> Option<String> {
    match &value.content {
        Content::Date(date) => Some(date.timex_in(situation.anchor)),
        Content::Time(time) => Some(time.timex_in(situation.anchor)),
        Content::Amount(_) | Content::Word(_) => None,
    }
}

/// A whole number prints without a decimal point; an infinite one is null.
fn number(number: f64) -> Json {
    // What arithmetic rounds away is not printed: 8,199,999,999.999999 is 8,200,000,000.
    if crate::value::interval::same(number, number.round()) && number.abs() >= 1.0 || number == 0.0 {
        return if number.abs() < 9e15 { json!(number.round() as i64) } else { json!(number.round()) };
    }
    // Nor 3.3000000000000003, which is 3.3.
    let rounded: f64 = format!("{number:.9}").parse().unwrap_or(number);
    let shown = if crate::value::interval::same(rounded, number) { rounded } else { number };
    Number::from_f64(shown).map_or(Json::Null, Json::Number)
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
