//! Values in the published shape of version 1: what JSON prints.

use crate::{
    lexicon::Lexicon,
    placing::{self, INSTANTS, Position, Situation},
    value::{Amount, Content, Precision, Value},
};
use serde::Serialize;
use serde_json::{Map, Value as Json};

/// What is published of a value, by keys in the order they are printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueShape(Vec<(&'static str, Field)>);

/// What stands at a key.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Field {
    /// Nothing.
    Null,
    /// Yes or no.
    Truth(bool),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Words of the engine.
    Name(&'static str),
    /// Words of the article.
    Text(Box<str>),
    /// How exactly it is given.
    Precision(Precision),
}

impl ValueShape {
    /// Puts something at a key; what stood there is replaced in its place.
    pub fn insert(&mut self, key: &'static str, field: Field) {
        match self.0.iter_mut().find(|(known, _)| *known == key) {
            Some((_, place)) => *place = field,
            None => self.0.push((key, field)),
        }
    }

    /// The words that stand at a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        match &self.0.iter().find(|(known, _)| *known == key)?.1 {
            Field::Name(text) => Some(text),
            Field::Text(text) => Some(text),
            Field::Null | Field::Truth(_) | Field::Whole(_) | Field::Number(_) | Field::Precision(_) => None,
        }
    }

    /// Its keys and what stands there.
    pub fn fields(&self) -> impl Iterator<Item = &(&'static str, Field)> {
        self.0.iter()
    }
}

impl From<ValueShape> for Map<String, Json> {
    fn from(shape: ValueShape) -> Self {
        // Plain data always serialises.
        let json = |field| serde_json::to_value(field).unwrap_or_default();
        shape.0.into_iter().map(|(key, field)| (key.to_string(), json(field))).collect()
    }
}

/// A shape has at most about so many keys.
const MOST_KEYS: usize = 14;

fn text(words: Option<impl Into<Box<str>>>) -> Field {
    words.map_or(Field::Null, |words| Field::Text(words.into()))
}

/// A value in the shape of version 1: `kind` and `text` always, then what its kind has. With a position, symbolic values
/// are resolved.
#[must_use]
pub fn shape(value: &Value, position: Option<&Position>, lexicon: &Lexicon) -> ValueShape {
    let mut map = ValueShape(Vec::with_capacity(MOST_KEYS));
    map.insert("kind", Field::Name(value.kind.name()));
    map.insert("text", Field::Text(value.text.clone()));
    match &value.content {
        Content::Amount(amount) => amount_shape(value, amount, lexicon, &mut map),
        Content::Date(date) => {
            let position = position.map(|position| placing::covered(value, position.clone()));
            let span = position
                .and_then(|position| position.interval())
                .map(|interval| (placing::day_of(interval.lo), placing::day_of(interval.hi)));
            let (from, to) = span.unwrap_or_default();
            map.insert("from", text(from.map(|day| day.to_string())));
            map.insert("to", text(to.map(|day| day.to_string())));
            let timex = from.zip(to).map_or_else(|| date.timex(), |(from, to)| date.timex_on(from, to));
            map.insert("timex", text(Some(timex)));
        }
        Content::Time(time) => match position {
            Some(Position::On { axis, interval, .. }) if axis == INSTANTS => {
                map.insert("from", text(instant(interval.lo)));
                map.insert("to", text(instant(interval.hi)));
            }
            Some(Position::On { .. } | Position::Word(_) | Position::Indeterminate(_)) | None => {
                map.insert("clock", text(Some(clock(time.from))));
                map.insert("zone", text(time.zone_text.clone()));
            }
        },
        Content::Word(word) => {
            // Text is what it says.
            let Some(key) = value.kind.facts().key else { return map };
            map.insert(key, Field::Text(word.clone()));
            if value.precision != Precision::Exact {
                map.insert("precision", Field::Precision(value.precision));
                map.insert("hedge", text(value.hedge.clone()));
            }
        }
    }
    map
}

fn amount_shape(value: &Value, amount: &Amount, lexicon: &Lexicon, map: &mut ValueShape) {
    map.insert("lo", number(amount.interval.lo));
    map.insert("hi", number(amount.interval.hi));
    map.insert("best", amount.best.map_or(Field::Null, number));
    map.insert("lo_open", Field::Truth(amount.interval.lo_open));
    map.insert("hi_open", Field::Truth(amount.interval.hi_open));
    map.insert("precision", Field::Precision(value.precision));
    map.insert("hedge", text(value.hedge.clone()));
    map.insert("unit", text(amount.unit.clone()));
    map.insert("of", text(amount.of.clone()));
    if let Some(currency) = &amount.currency {
        map.insert("currency", Field::Text(currency.clone()));
    }
    if amount.part {
        map.insert("part", Field::Truth(true));
    }
    if amount.understood {
        map.insert("understood", Field::Truth(true));
    }
    if amount.narrower {
        map.insert("narrower", Field::Truth(true));
    }
    if amount.derived {
        map.insert("derived", Field::Truth(true));
    }
    if let Some(iso) = value.kind.facts().iso {
        let months = amount.months.as_deref().filter(|months| months.is_point()).map(|months| months.lo);
        map.insert("months", months.map_or(Field::Null, number));
        map.insert("iso", text(iso(amount, value.precision, lexicon)));
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
fn number(number: f64) -> Field {
    // What arithmetic rounds away is not printed: 8,199,999,999.999999 is 8,200,000,000.
    if crate::value::interval::same(number, number.round()) && number.abs() >= 1.0 || number == 0.0 {
        return if number.abs() < 9e15 { Field::Whole(number.round() as i64) } else { Field::Number(number.round()) };
    }
    // Nor 3.3000000000000003, which is 3.3.
    let rounded: f64 = format!("{number:.9}").parse().unwrap_or(number);
    let shown = if crate::value::interval::same(rounded, number) { rounded } else { number };
    Field::Number(shown)
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
