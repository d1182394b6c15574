//! The JSON Schema of the report that `--format json` prints, for programs that read it.

use crate::{
    finding::{Agreement, Outcome, SuppressedBy, VERSION},
    yaml::schema::titled,
};
use serde_json::{Map, Value as Json, json};

/// The schema of a report. What is not known or has no meaning is null; keys that only stand where there is something are
/// not required.
#[must_use]
pub fn schema() -> Json {
    let about = "What `crosscheck check --format json` and `crosscheck judge --format json` print.";
    let report = object(&[
        ("version", json!({"const": VERSION})),
        ("stories", list("story")),
        ("diagnostics", list("diagnostic")),
        ("summary", summary()),
    ]);
    let mut schema = titled("Crosscheck report", about, report);
    let parts = [
        ("story", story()),
        ("article", object(&[("article", text()), ("source", text()), ("published", or_null(text()))])),
        ("origin", object(&[("articles", texts()), ("bonds", list("bond"))])),
        ("bond", object(&[("one", text()), ("other", text()), ("why", text())])),
        ("topic", topic()),
        ("rule", rule()),
        ("finding", finding()),
        ("evidence", object_with(&evidence(), &[("status", text()), ("speaker", text()), ("chain", texts())])),
        ("nearly", nearly()),
        ("suppressed", suppressed()),
        ("items", items()),
        ("rulePlace", object(&[("file", text()), ("line", number()), ("column", number())])),
        ("change", change()),
        ("diagnostic", diagnostic()),
        ("filePlace", file_place()),
    ];
    let parts: Map<String, Json> = parts.into_iter().map(|(name, part)| (name.to_string(), part)).collect();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$defs".into(), parts.into());
    }
    schema
}

fn summary() -> Json {
    object(&[
        ("pass", number()),
        ("fail", number()),
        ("no_evidence", number()),
        ("suppressed", number()),
        ("items", part("items")),
    ])
}

fn story() -> Json {
    let keys = [
        ("story", text()),
        ("articles", list("article")),
        ("topics", list("topic")),
        ("rules", list("rule")),
        ("findings", list("finding")),
        ("snapshot", one_of(["unwanted", "missing", "damaged", "mistaken", "in_part", "compared"])),
    ];
    object_with(&keys, &[("origins", list("origin")), ("changes", list("change"))])
}

fn topic() -> Json {
    let keys = [
        ("topic", text()),
        ("kind", text()),
        ("agreement", agreement()),
        ("reasons", texts()),
        ("blames", or_null(text())),
        ("tolerated", or_null(text())),
        ("claims", list("evidence")),
    ];
    object_with(&keys, &[("nearly", list("nearly"))])
}

fn rule() -> Json {
    object(&[
        ("rule", text()),
        ("place", part("rulePlace")),
        ("topics", texts()),
        ("outcome", outcome()),
        ("failure", truth()),
        ("severity", severity()),
        ("findings", number()),
        ("suppressed", number()),
        ("items", json!({"anyOf": [part("items"), {"type": "null"}]})),
        ("unchecked", list("evidence")),
    ])
}

fn finding() -> Json {
    let keys = [
        ("rule", text()),
        ("sentence", text()),
        ("outcome", outcome()),
        ("failure", truth()),
        ("severity", severity()),
        ("agreement", json!({"anyOf": [agreement(), {"type": "null"}]})),
        ("reasons", texts()),
        ("blames", or_null(text())),
        ("message", text()),
        ("why", or_null(text())),
        ("tags", texts()),
        ("fingerprint", text()),
        ("place", part("rulePlace")),
        ("item", or_null(number())),
        ("evidence", list("evidence")),
        ("primary", or_null(number())),
    ];
    object_with(
        &keys,
        &[("nearly", list("nearly")), ("suppressed", part("suppressed")), ("baseline", one_of(["new", "unchanged"]))],
    )
}

fn suppressed() -> Json {
    object(&[
        ("by", one_of(SuppressedBy::ALL.iter().map(|(name, _)| *name))),
        ("reason", text()),
        ("owner", or_null(text())),
        ("expires", or_null(text())),
        ("place", json!({"anyOf": [part("rulePlace"), {"type": "null"}]})),
    ])
}

/// The keys of evidence.
fn evidence() -> [(&'static str, Json); 17] {
    let places = ["start", "end", "line", "column", "end_line", "end_column"].map(|key| (key, or_null(number())));
    let [start, end, line, column, end_line, end_column] = places;
    [
        ("article", text()),
        ("source", text()),
        start,
        end,
        line,
        column,
        end_line,
        end_column,
        ("exact", or_null(text())),
        ("prefix", or_null(text())),
        ("suffix", or_null(text())),
        ("role", one_of(["supports", "opposes", "violates", "context"])),
        ("value", json!({"type": ["object", "null"], "required": ["kind", "text"]})),
        ("meaning", json!({"type": ["object", "null"], "additionalProperties": text()})),
        ("brief", or_null(text())),
        ("apart", or_null(text())),
        ("fingerprint", text()),
    ]
}

fn nearly() -> Json {
    let keys: Vec<(&str, Json)> = [("topic", text()), ("phrase", text())].into_iter().chain(evidence()).collect();
    object_with(&keys, &[("status", text()), ("speaker", text()), ("chain", texts())])
}

fn items() -> Json {
    object(&[("checked", number()), ("failed", number()), ("unchecked", number())])
}

fn change() -> Json {
    let facts = || json!({"type": "array", "items": {"type": "object", "required": ["fact"]}});
    let sentence = object(&[("source", text()), ("before", or_null(text())), ("after", or_null(text()))]);
    object(&[
        ("message", text()),
        ("before", facts()),
        ("after", facts()),
        ("sentences", json!({"type": "array", "items": sentence})),
        ("article", or_null(text())),
        ("line", or_null(number())),
        ("column", or_null(number())),
    ])
}

fn diagnostic() -> Json {
    let keys = [
        ("code", text()),
        ("level", one_of(["error", "warning"])),
        ("message", text()),
        ("help", or_null(text())),
        ("place", json!({"anyOf": [part("filePlace"), {"type": "null"}]})),
    ];
    let fix = object(&[("span", json!({"type": "object"})), ("text", text())]);
    object_with(&keys, &[("instead", text()), ("fix", fix), ("related", part("filePlace"))])
}

fn file_place() -> Json {
    object(&[
        ("file", text()),
        ("line", number()),
        ("column", number()),
        ("span", json!({"type": "object"})),
        ("excerpt", text()),
        ("excerpt_start", number()),
        ("label", or_null(text())),
    ])
}

/// An object that has these keys, and no others.
fn object(keys: &[(&str, Json)]) -> Json {
    object_with(keys, &[])
}

/// An object that has the first keys, may have the second, and has no others.
fn object_with(keys: &[(&str, Json)], more: &[(&str, Json)]) -> Json {
    let required: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    let properties: Map<String, Json> =
        keys.iter().chain(more).map(|(key, schema)| ((*key).to_string(), schema.clone())).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn part(name: &str) -> Json {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn list(of: &str) -> Json {
    json!({"type": "array", "items": part(of)})
}

fn text() -> Json {
    json!({"type": "string"})
}

fn texts() -> Json {
    json!({"type": "array", "items": text()})
}

fn number() -> Json {
    json!({"type": "number"})
}

fn truth() -> Json {
    json!({"type": "boolean"})
}

/// The same, or null.
fn or_null(mut schema: Json) -> Json {
    if let Some(kind) = schema.get_mut("type") {
        *kind = json!([kind.clone(), "null"]);
    }
    schema
}

fn one_of<'w>(words: impl IntoIterator<Item = &'w str>) -> Json {
    json!({"enum": words.into_iter().collect::<Vec<_>>()})
}

/// The words of a table as JSON has them.
fn joined(names: impl Iterator<Item = &'static str>) -> Json {
    json!({"enum": names.map(|name| name.replace(' ', "_")).collect::<Vec<_>>()})
}

fn outcome() -> Json {
    joined(Outcome::ALL.iter().map(|(name, _)| *name))
}

fn agreement() -> Json {
    joined(Agreement::ALL.iter().map(|(name, _)| *name))
}

fn severity() -> Json {
    one_of(["note", "warning", "error"])
}
