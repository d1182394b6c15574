//! `facts:`: the values that topics have in data files, each by the file and the way to it: `facts.yaml#plans.pro.monthly`.

use super::library::{self, Library, Unread, Wanted};
use crate::{
    claim::topic::TopicFact,
    diagnostic::{Mistake, code},
    fold,
    span::Span,
    suggest,
    yaml::{self, FileReading, Node, NodeShape, Scalar},
};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};
use serde_json::value::RawValue;
use std::fmt;

/// What a file says of the fact of a topic.
#[derive(Clone, Debug)]
pub(super) struct FoundFact {
    /// The topic's name as written.
    pub topic: String,
    /// Where the name stands.
    pub span: Span,
    /// The fact; nothing where it could not be read.
    pub fact: Option<TopicFact>,
}

/// Reads `facts:` of the rule file `from`.
pub(super) fn read(reading: &mut FileReading<'_>, node: &Node, from: &str, library: &dyn Library) -> Vec<FoundFact> {
    let help = "write `facts:` and below it `  price: facts.yaml#plans.pro.monthly`";
    let Some(mapping) = node.mapping() else {
        reading.wrong_shape(node, "`facts`", "a mapping", help);
        return Vec::new();
    };
    let (mut found, mut files) = (Vec::new(), DataFiles { from, library, known: FxHashMap::default() });
    for entry in &mapping.entries {
        let fact = match entry.value.scalar().filter(|scalar| !scalar.is_absent()) {
            Some(scalar) => looked_up(reading, scalar, &mut files),
            None => {
                reading.wrong_shape(&entry.value, "a fact", "a text", help);
                None
            }
        };
        let topic = fold::one_line(&entry.key.value);
        found.push(FoundFact { topic, span: reading.words(&entry.key), fact });
    }
    found
}

fn looked_up(reading: &mut FileReading<'_>, scalar: &Scalar, files: &mut DataFiles<'_>) -> Option<TopicFact> {
    let written = scalar.value.trim();
    match files.fact(written) {
        Ok(words) => Some(TopicFact { from: written.to_string(), words }),
        Err(mistake) => {
            reading.in_text(scalar, Mistake { code: code::BAD_FACT, ..mistake });
            None
        }
    }
}

/// The data files that a rule file names, each read once.
struct DataFiles<'f> {
    /// The rule file.
    from: &'f str,
    library: &'f dyn Library,
    /// By path: what they say, or why they cannot be read.
    known: FxHashMap<String, Result<DataNode, Mistake>>,
}

impl DataFiles<'_> {
    /// The words at the end of a way into a data file.
    fn fact(&mut self, written: &str) -> Result<String, Mistake> {
        let named = written.split_once('#').filter(|(file, way)| !file.is_empty() && !way.trim().is_empty());
        let Some((file, way)) = named else {
            let help = "write the file, `#` and the keys that lead to the value: `facts.yaml#plans.pro.monthly`";
            return Err(bad(format!("`{written}` names no value of a data file"), help));
        };
        let data = self.data(file)?;
        let keys: Vec<&str> = way.trim().split('.').collect();
        data.at(&keys)
            .map_err(|(message, help)| bad(format!("`{file}` has no value at `{}`: {message}", way.trim()), &help))
    }

    fn data(&mut self, file: &str) -> Result<&DataNode, Mistake> {
        let Some(read) = reader_of(file) else {
            return Err(bad(
                format!("`{file}` is no data file"),
                "name a file that ends in .yaml, .yml, .json or .csv",
            ));
        };
        let path = library::resolved(self.from, file)?;
        let (from, library) = (self.from, self.library);
        let data = self.known.entry(path).or_insert_with_key(|path| {
            let wanted = Wanted { path, folder: library::folder(from), written: file };
            let text = library.data(&wanted).map_err(|why| match why {
                Unread::Absent(mistake) => mistake,
                Unread::Bad(found) => bad(found.message.clone(), found.help.as_deref().unwrap_or("check the file")),
            })?;
            read(path, &text)
        });
        data.as_ref().map_err(Clone::clone)
    }
}

fn bad(message: String, help: &str) -> Mistake {
    Mistake::new(code::BAD_FACT, message, Some(help.to_string()))
}

/// How the data of a format is read.
type ReadData = fn(&str, &str) -> Result<DataNode, Mistake>;

/// The reader of a data file, by its ending.
fn reader_of(file: &str) -> Option<ReadData> {
    let (_, ending) = file.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "yaml" | "yml" => Some(read_yaml),
        "json" => Some(read_json),
        "csv" => Some(read_csv),
        _ => None,
    }
}

/// What a data file says.
#[derive(Clone, Debug, PartialEq)]
enum DataNode {
    /// A value, in words.
    Words(String),
    /// Nothing.
    Nothing,
    /// Values by key; those of a list by their number from 0.
    Keyed(Vec<(String, DataNode)>),
}

impl DataNode {
    /// The words that a way of keys leads to; a key may hold full stops itself. Else what is wrong, and the help.
    fn at(&self, keys: &[&str]) -> Result<String, (String, String)> {
        let entries = match (self, keys) {
            (Self::Words(words), []) => return Ok(words.clone()),
            (Self::Words(_), [key, ..]) => {
                return Err((format!("a value stands before `{key}`"), format!("leave `.{key}` out")));
            }
            (Self::Nothing, _) => return Err(("nothing stands there".to_string(), "write its value".to_string())),
            (Self::Keyed(entries), []) => {
                let names = suggest::some(entries.iter().map(|(name, _)| name.as_str()));
                return Err(("several values stand there".to_string(), format!("name one of them: {names}")));
            }
            (Self::Keyed(entries), [_, ..]) => entries,
        };
        let mut first = None;
        for length in 1..=keys.len() {
            let (name, rest) = keys.split_at_checked(length).unwrap_or((keys, &[]));
            let name = name.join(".");
            let same = |(known, _): &&(String, Self)| known.trim().eq_ignore_ascii_case(name.trim());
            let exact = entries.iter().find(|(known, _)| *known == name).or_else(|| entries.iter().find(same));
            match exact.map(|(_, node)| node.at(rest)) {
                Some(Ok(words)) => return Ok(words),
                Some(Err(why)) => first = first.or(Some(why)),
                None => {}
            }
        }
        let key = keys.first().copied().unwrap_or_default();
        let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        let known = match names.as_slice() {
            [] => "it has no keys".to_string(),
            names => format!("its keys are {}", suggest::some(names.iter().copied())),
        };
        Err(first.unwrap_or_else(|| (format!("there is no `{key}`"), yaml::suggestion(key, &names, &known).help)))
    }
}

/// A data file that cannot be read.
fn unreadable(path: &str, why: &str) -> Mistake {
    let message = format!("`{path}` cannot be read: {why}");
    Mistake::new(code::BAD_FACT, message, Some("mend the file".to_string()))
}

fn numbered(nodes: impl Iterator<Item = DataNode>) -> DataNode {
    DataNode::Keyed(nodes.enumerate().map(|(number, node)| (number.to_string(), node)).collect())
}

fn read_yaml(path: &str, text: &str) -> Result<DataNode, Mistake> {
    let (document, mistakes) = yaml::read(path, text);
    match (&document.root, document.has_gaps) {
        (Some(root), false) => Ok(of_yaml(root)),
        _ => Err(unreadable(path, mistakes.first().map_or("it is empty", |mistake| mistake.message.as_str()))),
    }
}

fn of_yaml(node: &Node) -> DataNode {
    match &node.shape {
        NodeShape::Scalar(scalar) if scalar.is_absent() => DataNode::Nothing,
        NodeShape::Scalar(scalar) => DataNode::Words(scalar.value.trim().to_string()),
        NodeShape::List(list) => numbered(list.items.iter().map(of_yaml)),
        NodeShape::Mapping(mapping) => DataNode::Keyed(
            mapping.entries.iter().map(|entry| (entry.key.value.clone(), of_yaml(&entry.value))).collect(),
        ),
    }
}

fn read_json(path: &str, text: &str) -> Result<DataNode, Mistake> {
    let unread = |error: serde_json::Error| unreadable(path, &error.to_string());
    let raw: &RawValue = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(unread)?;
    of_json(raw).map_err(unread)
}

/// A number as it is written: `3.10` is no 3.1.
fn of_json(raw: &RawValue) -> serde_json::Result<DataNode> {
    let written = raw.get();
    Ok(match written.as_bytes().first() {
        Some(b'{') => serde_json::from_str::<JsonEntries>(written)?.0,
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(written)?;
            let items: serde_json::Result<Vec<DataNode>> = items.into_iter().map(of_json).collect();
            numbered(items?.into_iter())
        }
        Some(b'"') => DataNode::Words(serde_json::from_str::<String>(written)?.trim().to_string()),
        Some(b'n') => DataNode::Nothing,
        _ => DataNode::Words(written.to_string()),
    })
}

/// An object, each key once.
struct JsonEntries(DataNode);

impl<'de> Deserialize<'de> for JsonEntries {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = JsonEntries;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonEntries, A::Error> {
        let mut entries: Vec<(String, DataNode)> = Vec::new();
        while let Some((key, raw)) = map.next_entry::<String, &RawValue>()? {
            entries.push((key, of_json(raw).map_err(A::Error::custom)?));
        }
        let known = entries.iter().map(|(key, _)| key.as_str());
        match twice(known) {
            Some(key) => Err(A::Error::custom(format!("`{key}` stands there twice"))),
            None => Ok(JsonEntries(DataNode::Keyed(entries))),
        }
    }
}

/// The first key that is not the only one of its name.
fn twice<'k>(keys: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let mut known = FxHashSet::default();
    keys.into_iter().find(|key| !known.insert(*key))
}

/// A table: a row by what stands in its first column, and in it a cell by the head of its column. Semicolons or tabs part cells
/// where the first line has no comma.
fn read_csv(path: &str, text: &str) -> Result<DataNode, Mistake> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let delimiter = *b",;\t".iter().find(|mark| first.as_bytes().contains(mark)).unwrap_or(&b',');
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let unread = |error: csv::Error| unreadable(path, &error.to_string());
    let heads = rows.headers().map_err(unread)?.clone();
    let again = |key: &str| unreadable(path, &format!("`{key}` stands there twice"));
    if let Some(head) = twice(heads.iter().skip(1).filter(|head| !head.trim().is_empty())) {
        return Err(again(head));
    }
    if text.matches('"').count() % 2 == 1 {
        return Err(unreadable(path, "a quotation mark is not closed"));
    }
    let words = |cell: &str| match cell.trim() {
        "" => DataNode::Nothing,
        words => DataNode::Words(words.to_string()),
    };
    let mut named = Vec::new();
    for row in rows.records() {
        let row = row.map_err(unread)?;
        let cells = heads.iter().zip(&row).skip(1).map(|(head, cell)| (head.to_string(), words(cell)));
        named.push((row.get(0).unwrap_or_default().to_string(), DataNode::Keyed(cells.collect())));
    }
    match twice(named.iter().map(|(name, _): &(String, DataNode)| name.as_str())) {
        Some(name) => Err(again(name)),
        None if named.is_empty() => Err(unreadable(path, "it is empty")),
        None => Ok(DataNode::Keyed(named)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Shelf;

    impl Library for Shelf {
        fn text(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
            self.data(wanted)
        }

        fn data(&self, wanted: &Wanted<'_>) -> Result<String, Unread> {
            match wanted.path {
                "facts.yaml" => {
                    Ok("plans:\n  pro: {monthly: $20, yearly: }\n  list: [1, 2]\nversions: {3.2: May}\n".into())
                }
                "rules/f.json" => {
                    Ok("{\"plans\": [{\"name\": \"Pro\", \"price\": 20.5}], \"on\": true, \"version\": 3.10}".into())
                }
                "f.csv" => Ok("plan;Monthly price\nPro;\"$1;\"\"2\"\n\nFree;\n".into()),
                "bad.json" => Ok("{".into()),
                "twice.json" => Ok("{\"a\": 1, \"a\": 2}".into()),
                "twice.csv" => Ok("plan,price\nPro,1\nPro,2\n".into()),
                "open.csv" => Ok("plan,price\nPro,\"1\n".into()),
                path => Err(Unread::absent(format!("there is no file `{path}`"), "check the path")),
            }
        }
    }

    fn files(from: &str) -> DataFiles<'_> {
        DataFiles { from, library: &Shelf, known: FxHashMap::default() }
    }

    #[test]
    fn values_are_found() {
        for (from, written, expected) in [
            ("a.yaml", "facts.yaml#plans.pro.monthly", "$20"),
            ("rules/a.yaml", "../facts.yaml#plans.list.1", "2"),
            ("a.yaml", "facts.yaml#versions.3.2", "May"),
            ("rules/a.yaml", "f.json#plans.0.price", "20.5"),
            ("a.yaml", "rules/f.json#on", "true"),
            ("a.yaml", "rules/f.json#version", "3.10"),
            ("a.yaml", "f.csv#Pro.monthly price", "$1;\"2"),
        ] {
            assert_eq!(files(from).fact(written).ok().as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_told() {
        for (written, expected) in [
            ("facts.yaml", "`facts.yaml` names no value of a data file"),
            ("facts.txt#a", "`facts.txt` is no data file"),
            ("none.yaml#a", "there is no file `none.yaml`"),
            ("facts.yaml#plans.por.monthly", "`facts.yaml` has no value at `plans.por.monthly`: there is no `por`"),
            ("facts.yaml#plans.pro", "`facts.yaml` has no value at `plans.pro`: several values stand there"),
            ("facts.yaml#plans.pro.yearly", "`facts.yaml` has no value at `plans.pro.yearly`: nothing stands there"),
            ("f.csv#Free.Monthly price", "`f.csv` has no value at `Free.Monthly price`: nothing stands there"),
        ] {
            let message = files("a.yaml").fact(written).map_err(|mistake| mistake.message);
            assert_eq!(message, Err(expected.to_string()), "{written}");
        }
        for broken in ["bad.json#a", "twice.json#a", "twice.csv#Pro.price", "open.csv#Pro.price"] {
            assert!(files("a.yaml").fact(broken).is_err(), "{broken}");
        }
    }
}
