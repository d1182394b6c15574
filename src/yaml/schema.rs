//! JSON Schema of YAML files, for editors: pieces that stand for what the readers of [`super::FileReading`] take.

use serde_json::{Map, Value as Json, json};

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A key, what it means, and the shape of its value.
pub type Described = (&'static str, &'static str, fn() -> Json);

/// A mapping with these keys and no others, of which some are needed. A key that nobody has described takes any value, so
/// that an editor never complains of what the reader takes.
#[must_use]
pub fn mapping(keys: &[&str], needed: &[&str], described: &[Described]) -> Json {
    let mut properties = Map::new();
    for key in keys {
        let mut shape = json!({});
        if let Some((_, about, of)) = described.iter().find(|(name, ..)| name == key) {
            shape = of();
            if let Some(shape) = shape.as_object_mut() {
                shape.insert("description".into(), json!(about));
            }
        }
        properties.insert((*key).to_string(), shape);
    }
    json!({"type": "object", "properties": properties, "required": needed, "additionalProperties": false})
}

/// A schema with its dialect, a title and a sentence on what it is for.
#[must_use]
pub fn titled(title: &str, about: &str, schema: Json) -> Json {
    let mut titled = json!({"$schema": DIALECT, "title": title, "description": about});
    if let (Some(titled), Json::Object(schema)) = (titled.as_object_mut(), schema) {
        titled.extend(schema);
    }
    titled
}

/// A mapping of names that the writer chooses.
#[must_use]
pub fn named(value: &Json) -> Json {
    json!({"type": "object", "additionalProperties": value})
}

/// A text, whatever it looks like: an editor takes `1353` for a number, and `no` for a word of logic.
#[must_use]
pub fn text() -> Json {
    json!({"type": ["string", "number", "boolean"]})
}

/// A text, or a list of texts.
#[must_use]
pub fn texts() -> Json {
    json!({"anyOf": [text(), {"type": "array", "items": text()}]})
}

/// One of a few words.
#[must_use]
pub fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Json {
    json!({"enum": words.into_iter().collect::<Vec<_>>()})
}
