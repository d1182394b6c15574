//! What may stand at a place of a file, by the schema that editors get of it.

use super::spot::PathStep;
use serde_json::Value as Json;

/// What the schema of a file has at a path: all that may stand there.
#[derive(Debug)]
pub struct Allowed<'s> {
    shapes: Vec<&'s Json>,
}

/// A key or a word, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedKey<'s> {
    /// The key or the word.
    pub text: &'s str,
    /// What it means.
    pub about: Option<&'s str>,
}

impl<'s> Allowed<'s> {
    /// What may stand at a path.
    pub fn at(schema: &'s Json, path: &[PathStep<'_>]) -> Self {
        let mut shapes = alternatives(schema, schema);
        for step in path {
            let next = shapes.iter().filter_map(|shape| match step {
                PathStep::Item => shape.get("items"),
                PathStep::Key(key) => {
                    let known = shape.get("properties").and_then(|properties| properties.get(key));
                    known.or_else(|| shape.get("additionalProperties").filter(|other| other.is_object()))
                }
            });
            shapes = next.flat_map(|shape| alternatives(schema, shape)).collect();
        }
        Self { shapes }
    }

    /// The keys of a mapping that may stand there.
    pub fn keys(&self) -> Vec<DescribedKey<'s>> {
        let properties = self.shapes.iter().filter_map(|shape| shape.get("properties")?.as_object()).flatten();
        let about = |shape: &'s Json| shape.get("description").and_then(Json::as_str);
        properties.map(|(key, shape)| DescribedKey { text: key, about: about(shape) }).collect()
    }

    /// The words of which one may stand there.
    pub fn words(&self) -> Vec<&'s str> {
        let words = self.shapes.iter().filter_map(|shape| shape.get("enum")?.as_array()).flatten();
        words.filter_map(Json::as_str).collect()
    }
}

/// A schema, or those of which one must fit; what it refers to in its place.
fn alternatives<'s>(root: &'s Json, schema: &'s Json) -> Vec<&'s Json> {
    let referred = schema.get("$ref").and_then(Json::as_str).and_then(|path| path.strip_prefix('#'));
    if let Some(target) = referred.and_then(|path| root.pointer(path)) {
        return vec![target];
    }
    match schema.get("anyOf").and_then(Json::as_array) {
        Some(shapes) => shapes.iter().flat_map(|shape| alternatives(root, shape)).collect(),
        None => vec![schema],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{project, rule};

    #[test]
    fn the_schema_tells_keys_and_words() {
        use PathStep::{Item, Key};
        let of_rules = rule::schema();
        let of_project = project::schema();
        for (schema, path, key, word) in [
            (&of_rules, &[][..], Some("topics"), None),
            (&of_rules, &[Key("rules"), Item], Some("severity"), None),
            (&of_rules, &[Key("rules"), Item, Key("severity")], None, Some("warning")),
            (&of_rules, &[Key("topics"), Key("toll")], Some("not near"), None),
            (&of_rules, &[Key("topics"), Key("toll"), Key("kind")], None, Some("count")),
            (&of_rules, &[Key("topics"), Key("toll"), Key("in"), Item], None, Some("headline")),
            (&of_rules, &[Key("use"), Item], Some("pack"), Some("quotes")),
            (&of_project, &[Key("stories"), Key("storm")], Some("timezone"), None),
            (&of_project, &[Key("fail-on")], None, Some("note")),
        ] {
            let allowed = Allowed::at(schema, path);
            let keys = allowed.keys();
            let found = keys.iter().find(|found| Some(found.text) == key);
            assert!(key.is_none() || found.is_some_and(|found| found.about.is_some()), "{path:?}: {keys:?}");
            assert!(word.is_none_or(|word| allowed.words().contains(&word)), "{path:?}: {:?}", allowed.words());
        }
        assert!(Allowed::at(&of_rules, &[Key("nothing"), Item]).keys().is_empty());
    }
}
