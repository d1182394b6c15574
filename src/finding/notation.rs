//! What a value means in a few marks: `120000`, `2700..3300 s`, `>2600000`, `2031-05-08`. A snapshot that is read in ten
//! years has to mean the same, so this does not follow the wording of reports.

use crate::{fold, printable::printable_line, value::Kind};
use serde_json::{Map, Value as Json};

/// A value of the published shape in a few marks.
pub(super) fn notation(value: &Map<String, Json>) -> String {
    let text = |key: &str| value.get(key).and_then(Json::as_str).filter(|text| !text.is_empty());
    if value.contains_key("lo") {
        return amount(value);
    }
    if let (Some(from), Some(to)) = (text("from"), text("to")) {
        return if from == to { from.to_string() } else { format!("{from}..{to}") };
    }
    if let Some(clock) = text("clock") {
        return text("zone").map_or_else(|| clock.to_string(), |zone| format!("{clock} {}", shown(zone)));
    }
    let keys = Kind::all().filter_map(|kind| kind.facts().key);
    let words = std::iter::once("timex").chain(keys).chain(["text"]).find_map(text);
    let words = shown(words.unwrap_or_default());
    match text("precision") {
        Some("at_least") => format!(">={words}"),
        Some("at_most") => format!("<={words}"),
        Some("more_than") => format!(">{words}"),
        Some("less_than") => format!("<{words}"),
        Some(_) | None => words,
    }
}

/// On one line, with its hidden characters made visible.
fn shown(text: &str) -> String {
    printable_line(&fold::one_line(text)).into_owned()
}

fn amount(value: &Map<String, Json>) -> String {
    // As a fraction, 3300.0 prints without its point.
    let number = |key: &str| value.get(key).and_then(Json::as_f64).map(|number| number.to_string());
    let is_open = |key: &str| value.get(key).and_then(Json::as_bool) == Some(true);
    let (above, below) = (if is_open("lo_open") { ">" } else { "" }, if is_open("hi_open") { "<" } else { "" });
    let mut notation = match (number("lo"), number("hi")) {
        (Some(lo), Some(hi)) if lo == hi => lo,
        (Some(lo), Some(hi)) => format!("{above}{lo}..{below}{hi}"),
        (Some(lo), None) => format!("{}{lo}", if above.is_empty() { ">=" } else { ">" }),
        (None, Some(hi)) => format!("{}{hi}", if below.is_empty() { "<=" } else { "<" }),
        (None, None) => "any".to_string(),
    };
    let kind = value.get("kind").and_then(Json::as_str).and_then(Kind::find);
    let base_unit = kind.and_then(|kind| kind.facts().base_unit);
    // However it was written, a duration counts in seconds.
    let keys: &[&str] = if base_unit.is_some() { &[] } else { &["currency", "unit", "of"] };
    notation.extend(base_unit.iter().flat_map(|unit| [" ", *unit]));
    let words = keys.iter().filter_map(|key| value.get(*key).and_then(Json::as_str));
    for word in words.filter(|word| !word.is_empty()) {
        notation.push(' ');
        notation.push_str(&shown(word));
    }
    if is_open("part") {
        notation.push_str(" (part)");
    }
    notation
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_is_a_few_marks() {
        for (value, expected) in [
            (
                json!({"kind": "count", "text": "120,000", "lo": 120000, "hi": 120000, "lo_open": false, "hi_open": false, "of": "troops"}),
                "120000 troops",
            ),
            (
                json!({"kind": "duration", "text": "about 50 minutes", "lo": 2700, "hi": 3300.0, "unit": "minute"}),
                "2700..3300 s",
            ),
            (json!({"kind": "number", "text": "over 2.6", "lo": 2.6, "hi": null, "lo_open": true}), ">2.6"),
            (json!({"kind": "number", "text": "at least 2", "lo": 2, "hi": null, "lo_open": false}), ">=2"),
            (json!({"kind": "number", "text": "under 2", "lo": null, "hi": 2, "hi_open": true}), "<2"),
            (json!({"kind": "count", "text": "nearly 100", "lo": 90, "hi": 100, "hi_open": true}), "90..<100"),
            (json!({"kind": "money", "text": "$3", "lo": 3, "hi": 3, "currency": "USD", "unit": null}), "3 USD"),
            (json!({"kind": "count", "text": "other two", "lo": 2, "hi": 2, "part": true}), "2 (part)"),
            (
                json!({"kind": "date", "text": "Thursday", "from": "2031-05-08", "to": "2031-05-08", "timex": "2031-05-08"}),
                "2031-05-08",
            ),
            (
                json!({"kind": "date", "text": "Thursday", "from": null, "to": null, "timex": "XXXX-WXX-4"}),
                "XXXX-WXX-4",
            ),
            (json!({"kind": "time", "text": "3:30 pm", "clock": "15:30", "zone": "ET"}), "15:30 ET"),
            (json!({"kind": "choice", "text": "so", "choice": "United\u{202e} States"}), "United\\u{202e} States"),
            (json!({"kind": "later", "text": "so | so"}), "so | so"),
        ] {
            assert_eq!(notation(value.as_object().unwrap()), expected, "{value}");
        }
    }
}
