//! What stands at a place of a YAML file: a key or a text, and the keys that lead to it.

use crate::{
    span::Span,
    yaml::{Document, Mapping, Node, NodeShape, Scalar},
};

/// One step from the root of a file on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathStep<'d> {
    /// Into the value of a key.
    Key(&'d str),
    /// Into an item of a list.
    Item,
}

/// A key or a text at a place.
#[derive(Debug)]
pub struct YamlSpot<'d> {
    /// The steps to it; those to the mapping that holds it, where it is a key.
    pub path: Vec<PathStep<'d>>,
    /// What it is.
    pub role: SpotRole,
    /// Its words.
    pub scalar: &'d Scalar,
    /// The keys of the mapping that holds it, without itself; only of a key.
    pub siblings: Vec<&'d str>,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpotRole {
    /// A key.
    Key,
    /// A text that is no key.
    Text,
}

impl<'d> YamlSpot<'d> {
    /// What stands at a byte of a file, or ends there.
    pub fn at(document: &'d Document, offset: usize) -> Option<Self> {
        let mut path = Vec::new();
        within(document.root.as_ref()?, offset, &mut path)
    }

    /// Whether it is a sentence of a rule file.
    pub fn is_sentence(&self) -> bool {
        use PathStep::{Item, Key};
        self.role == SpotRole::Text
            && matches!(self.path.as_slice(), [Key("rules"), Item] | [Key("rules"), Item, Key("rule")])
    }

    /// The name of the topic that it declares, or gives a fact; nothing where it is something else.
    pub fn topic_key(&self) -> Option<&'d str> {
        let is_topic =
            self.role == SpotRole::Key && matches!(self.path.as_slice(), [PathStep::Key("topics" | "facts")]);
        is_topic.then_some(self.scalar.value.as_str())
    }
}

fn within<'d>(node: &'d Node, offset: usize, path: &mut Vec<PathStep<'d>>) -> Option<YamlSpot<'d>> {
    // What an alias repeats stands elsewhere.
    if node.alias.is_some() {
        return None;
    }
    match &node.shape {
        NodeShape::Scalar(scalar) if touches(scalar.span, offset) => {
            Some(YamlSpot { path: std::mem::take(path), role: SpotRole::Text, scalar, siblings: Vec::new() })
        }
        NodeShape::Scalar(_) => None,
        NodeShape::List(list) => list.items.iter().find_map(|item| stepped(PathStep::Item, item, offset, path)),
        NodeShape::Mapping(mapping) => in_mapping(mapping, offset, path),
    }
}

fn in_mapping<'d>(mapping: &'d Mapping, offset: usize, path: &mut Vec<PathStep<'d>>) -> Option<YamlSpot<'d>> {
    mapping.entries.iter().find_map(|entry| {
        if touches(entry.key.span, offset) {
            let keys = mapping.entries.iter().map(|other| &other.key);
            let siblings = keys.filter(|key| key.span != entry.key.span).map(|key| key.value.as_str()).collect();
            return Some(YamlSpot { path: std::mem::take(path), role: SpotRole::Key, scalar: &entry.key, siblings });
        }
        stepped(PathStep::Key(&entry.key.value), &entry.value, offset, path)
    })
}

fn stepped<'d>(
    step: PathStep<'d>,
    node: &'d Node,
    offset: usize,
    path: &mut Vec<PathStep<'d>>,
) -> Option<YamlSpot<'d>> {
    path.push(step);
    let found = within(node, offset, path);
    if found.is_none() {
        path.pop();
    }
    found
}

fn touches(span: Span, offset: usize) -> bool {
    let range = span.range();
    !range.is_empty() && range.start <= offset && offset <= range.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    #[test]
    fn a_place_has_its_path() {
        let text = "story: storm\ntopics:\n  toll:\n    kind: count\n    phrases: [<count> dead, \"x\"]\nrules:\n  - toll cited\n  - rule: >-\n      toll\n      cited\n    id: a\n";
        let (document, _) = yaml::read("f", text);
        for (words, expected) in [
            ("story", "Key "),
            ("storm", "Text story"),
            ("toll", "Key topics"),
            ("kind", "Key topics toll"),
            ("<count> dead", "Text topics toll phrases -"),
            ("\"x\"", "Text topics toll phrases -"),
            ("toll cited", "Text rules -"),
            ("cited\n    id", "Text rules - rule"),
            ("id", "Key rules -"),
        ] {
            let spot = YamlSpot::at(&document, text.find(words).unwrap() + 1).unwrap();
            let path: Vec<&str> = spot
                .path
                .iter()
                .map(|step| match step {
                    PathStep::Key(key) => key,
                    PathStep::Item => "-",
                })
                .collect();
            assert_eq!(format!("{:?} {}", spot.role, path.join(" ")), expected, "{words}");
        }
        assert!(YamlSpot::at(&document, text.len() + 9).is_none());
    }
}
