//! As much of JSON Schema as the schemas of this project use. A keyword that it does not know stops the test.

use serde_json::{Map, Value as Json};

/// What is wrong with a file, each with its place.
pub fn complaints(schema: &Json, file: &Json) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, file, "", &mut found);
    found
}

fn check(root: &Json, schema: &Json, value: &Json, place: &str, found: &mut Vec<String>) {
    let fits = |schema: &Json| {
        let mut wrong = Vec::new();
        check(root, schema, value, place, &mut wrong);
        wrong.is_empty()
    };
    let told = |what: &str| format!("{place}: {what}");
    let empty = Map::new();
    let object = value.as_object();
    for (keyword, meant) in schema.as_object().expect("a schema is an object") {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "then" | "else" => {}
            "$ref" => {
                let target = root.pointer(meant.as_str().unwrap().trim_start_matches('#')).expect("a target");
                check(root, target, value, place, found);
                return;
            }
            "type" if !is_type(meant, value) => return found.push(told("another type")),
            "type" => {}
            "const" if meant != value => found.push(told("another value")),
            "const" => {}
            "enum" if !meant.as_array().unwrap().contains(value) => found.push(told("none of the words")),
            "enum" => {}
            "anyOf" if !meant.as_array().unwrap().iter().any(fits) => found.push(told("none of the shapes")),
            "anyOf" => {}
            "not" if fits(meant) => found.push(told("what must not be")),
            "not" => {}
            "required" => {
                let keys = meant.as_array().unwrap().iter().map(|key| key.as_str().unwrap());
                let missing = keys.filter(|key| object.is_some_and(|object| !object.contains_key(*key)));
                missing.for_each(|key| found.push(told(&format!("`{key}` is missing"))));
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, meant, item, &format!("{place}/{index}"), found);
                }
            }
            "properties" => {
                for (key, value) in object.unwrap_or(&empty) {
                    if let Some(schema) = meant.get(key) {
                        check(root, schema, value, &format!("{place}/{key}"), found);
                    }
                }
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Json::as_object).unwrap_or(&empty);
                for (key, value) in object.unwrap_or(&empty).iter().filter(|(key, _)| !known.contains_key(*key)) {
                    let place = format!("{place}/{key}");
                    match meant {
                        Json::Bool(false) => found.push(format!("{place}: no such key")),
                        _ => check(root, meant, value, &place, found),
                    }
                }
            }
            "if" => {
                let branch = schema.get(if fits(meant) { "then" } else { "else" });
                branch.iter().for_each(|branch| check(root, branch, value, place, found));
            }
            other => panic!("the keyword `{other}` is not read here"),
        }
    }
}

fn is_type(meant: &Json, value: &Json) -> bool {
    let name = match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    match meant {
        Json::Array(names) => names.iter().any(|known| known == name),
        known => known == name,
    }
}
