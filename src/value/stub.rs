//! Literals, minimally read, until the kinds are.

use super::{Amount, Content, Interval, Kind, Position, Precision, Tolerance, Value};
use crate::lexicon::Lexicon;

/// Reads a rule's literal.
///
/// # Errors
/// A message for the writer of the rule.
pub fn literal(text: &str, kind: Kind, _lexicon: &Lexicon) -> Result<Value, String> {
    let bad = || format!("`{text}` is no {kind}");
    let (best, content) = match kind.name() {
        "date" | "time" => {
            let digits = text.chars().filter(char::is_ascii_digit).count();
            if digits < 2 {
                return Err(bad());
            }
            (None, text.replace('-', "").parse().unwrap_or(0.0))
        }
        _ => {
            let number = text.split(' ').find_map(number).ok_or_else(bad)?;
            (Some(number), if text.contains("minute") { number * 60.0 } else { number })
        }
    };
    let amount = Amount { interval: Interval::point(content), best, ..Amount::default() };
    Ok(Value { kind, text: text.into(), hedge: None, precision: Precision::Exact, content: Content::Amount(amount) })
}

fn number(text: &str) -> Option<f64> {
    let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let index = words.iter().position(|word| word.eq_ignore_ascii_case(text));
    index.map(|index| index as f64).or_else(|| text.replace(',', "").trim_start_matches('$').parse().ok())
}

/// Reads a tolerance.
///
/// # Errors
/// A message for the writer of the rule.
pub fn tolerance(text: &str, kind: Kind, _lexicon: &Lexicon) -> Result<Tolerance, String> {
    let bad = || format!("`{text}` is no distance between two values of kind {kind}");
    let amount = text.split([' ', '%']).find_map(number).ok_or_else(bad)?;
    if text.contains('%') || text.contains("percent") {
        return Ok(Tolerance::Percent(amount));
    }
    let minutes = text.contains("minute");
    match kind.name() {
        "duration" | "time" if minutes => Ok(Tolerance::Amount(amount * 60.0)),
        "date" if text.contains("day") => Ok(Tolerance::Amount(amount)),
        "count" | "number" if !minutes => Ok(Tolerance::Amount(amount)),
        _ => Err(bad()),
    }
}

/// A value in the shape of the machine-readable output.
#[must_use]
pub fn shape(value: &Value, _position: Option<&Position>) -> serde_json::Map<String, serde_json::Value> {
    let mut map = serde_json::Map::new();
    map.insert("kind".into(), value.kind.name().into());
    map.insert("text".into(), value.text.clone().into());
    map
}
