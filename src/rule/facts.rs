//! `facts:`: the values that topics have in data files, each by the file and the way to it: `facts.yaml#plans.pro.monthly`.

use super::library::{self, Library, Unread, Wanted};
use crate::{
    claim::topic::TopicFact,
    diagnostic::{Mistake, code},
    span::Span,
    suggest,
    yaml::{self, FileReading, Node, NodeShape, Scalar},
};
use serde_json::Value as Json;

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
    let mut found = Vec::new();
    for entry in &mapping.entries {
        let fact = match entry.value.scalar().filter(|scalar| !scalar.is_absent()) {
            Some(scalar) => looked_up(reading, scalar, from, library),
            None => {
                reading.wrong_shape(&entry.value, "a fact", "a text", help);
                None
            }
        };
        let topic = yaml::one_line(&entry.key.value);
        found.push(FoundFact { topic, span: reading.words(&entry.key), fact });
    }
    found
}

fn looked_up(reading: &mut FileReading<'_>, scalar: &Scalar, from: &str, library: &dyn Library) -> Option<TopicFact> {
    let written = scalar.value.trim();
    match fact(written, from, library) {
        Ok(words) => Some(TopicFact { from: written.to_string(), words }),
        Err(mistake) => {
            reading.in_text(scalar, Mistake { code: code::BAD_FACT, ..mistake });
            None
        }
    }
}

/// The words at the end of a way into a data file.
fn fact(written: &str, from: &str, library: &dyn Library) -> Result<String, Mistake> {
    let bad = |message: String, help: &str| Mistake::new(code::BAD_FACT, message, Some(help.to_string()));
    let Some((file, way)) = written.split_once('#').filter(|(file, way)| !file.is_empty() && !way.trim().is_empty())
    else {
        let help = "write the file, `#` and the keys that lead to the value: `facts.yaml#plans.pro.monthly`";
        return Err(bad(format!("`{written}` names no value of a data file"), help));
    };
    let Some(read) = DataFormat::of(file) else {
        return Err(bad(format!("`{file}` is no data file"), "name a file that ends in .yaml, .yml, .json or .csv"));
    };
    let path = library::resolved(from, file)?;
    let wanted = Wanted { path: &path, folder: library::folder(from), written: file };
    let text = library.data(&wanted).map_err(|why| match why {
        Unread::Absent(mistake) => mistake,
        Unread::Bad(found) => bad(found.message.clone(), found.help.as_deref().unwrap_or("check the file")),
    })?;
    let data = read(&path, &text)?;
    let keys: Vec<&str> = way.trim().split('.').collect();
    data.at(&keys)
        .map_err(|(message, help)| bad(format!("`{file}` has no value at `{}`: {message}", way.trim()), &help))
}

/// How the data of a format is read.
type ReadData = fn(&str, &str) -> Result<DataNode, Mistake>;

/// The formats of data files, by their endings.
struct DataFormat;

impl DataFormat {
    fn of(file: &str) -> Option<ReadData> {
        let (_, ending) = file.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(read_yaml),
            "json" => Some(read_json),
            "csv" => Some(read_csv),
            _ => None,
        }
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
        let known = format!("its keys are {}", suggest::some(names.iter().copied()));
        Err(first.unwrap_or_else(|| (format!("there is no `{key}`"), yaml::suggestion(key, &names, &known))))
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
    serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map(of_json)
        .map_err(|error| unreadable(path, &error.to_string()))
}

fn of_json(value: Json) -> DataNode {
    match value {
        Json::Null => DataNode::Nothing,
        Json::Bool(value) => DataNode::Words(value.to_string()),
        Json::Number(number) => DataNode::Words(number.to_string()),
        Json::String(words) => DataNode::Words(words.trim().to_string()),
        Json::Array(items) => numbered(items.into_iter().map(of_json)),
        Json::Object(entries) => {
            DataNode::Keyed(entries.into_iter().map(|(key, value)| (key, of_json(value))).collect())
        }
    }
}

/// A table: a row by what stands in its first column, and in it a cell by the head of its column.
fn read_csv(path: &str, text: &str) -> Result<DataNode, Mistake> {
    let mut rows = csv_rows(text.trim_start_matches('\u{feff}')).into_iter();
    let heads = rows.next().ok_or_else(|| unreadable(path, "it is empty"))?;
    let words = |cell: String| {
        if cell.trim().is_empty() { DataNode::Nothing } else { DataNode::Words(cell.trim().to_string()) }
    };
    let row = |cells: Vec<String>| {
        let name = cells.first().cloned().unwrap_or_default();
        (name, DataNode::Keyed(heads.iter().cloned().zip(cells.into_iter().map(words)).skip(1).collect()))
    };
    Ok(DataNode::Keyed(rows.map(row).collect()))
}

/// The cells of a text as RFC 4180 has them; semicolons or tabs part them where the first line has no comma.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let first = text.lines().next().unwrap_or_default();
    let comma = [',', ';', '\t'].into_iter().find(|mark| first.contains(*mark)).unwrap_or(',');
    let (mut rows, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => is_quoted = !is_quoted,
            letter if letter == comma && !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
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
                "rules/f.json" => Ok("{\"plans\": [{\"name\": \"Pro\", \"price\": 20.5}], \"on\": true}".into()),
                "f.csv" => Ok("plan;Monthly price\nPro;\"$1;\"\"2\"\n\nFree;\n".into()),
                "bad.json" => Ok("{".into()),
                path => Err(Unread::absent(format!("there is no file `{path}`"), "check the path".into())),
            }
        }
    }

    #[test]
    fn values_are_found() {
        for (from, written, expected) in [
            ("a.yaml", "facts.yaml#plans.pro.monthly", "$20"),
            ("rules/a.yaml", "../facts.yaml#plans.list.1", "2"),
            ("a.yaml", "facts.yaml#versions.3.2", "May"),
            ("rules/a.yaml", "f.json#plans.0.price", "20.5"),
            ("a.yaml", "rules/f.json#on", "true"),
            ("a.yaml", "f.csv#Pro.monthly price", "$1;\"2"),
        ] {
            assert_eq!(fact(written, from, &Shelf).ok().as_deref(), Some(expected), "{written}");
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
            let message = fact(written, "a.yaml", &Shelf).map_err(|mistake| mistake.message);
            assert_eq!(message, Err(expected.to_string()), "{written}");
        }
        assert!(fact("bad.json#a", "a.yaml", &Shelf).is_err());
    }
}
