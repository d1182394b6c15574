//! What the names in the code are held to: each means one thing in the whole crate.

use crate::house::all_code;
use std::collections::BTreeMap;

/// A line without the words that say who may see what it defines.
fn without_visibility(line: &str) -> &str {
    let Some(rest) = line.strip_prefix("pub") else { return line };
    let rest = match rest.strip_prefix('(') {
        Some(within) => within.split_once(')').map_or(rest, |(_, behind)| behind),
        None => rest,
    };
    rest.trim_start()
}

/// The word that a text starts with.
fn first_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap()
}

/// The type that a line defines; what stands for a type inside a trait is no name of the crate.
fn defined_type(line: &str) -> Option<&str> {
    let bare = without_visibility(line.trim_start());
    let (keyword, rest) = bare.split_once(' ')?;
    let is_definition = match keyword {
        "struct" | "enum" | "trait" => true,
        "type" => !line.starts_with(' '),
        _ => false,
    };
    is_definition.then(|| first_word(rest))
}

/// Names that several files define, with the files.
fn shared<'a>(defined: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let mut files: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (name, file) in defined {
        files.entry(name).or_default().push(file);
    }
    files.retain(|_, files| files.len() > 1);
    files.iter().map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

#[test]
fn no_type_name_is_defined_twice() {
    let all = all_code();
    let types =
        all.iter().flat_map(|(path, code)| code.lines().filter_map(defined_type).map(|name| (name, path.clone())));
    assert!(types.clone().count() > 400, "the definitions are not read");
    let twice = shared(types);
    assert!(twice.is_empty(), "each of these means two things; give one a longer name:\n{}", twice.join("\n"));
}

#[test]
fn definitions_of_types_are_read() {
    let cases = [
        ("pub struct Reader<'a> {", Some("Reader")),
        ("pub(super) enum Shape {", Some("Shape")),
        ("    struct Inner(u8);", Some("Inner")),
        ("trait Names<'a> {", Some("Names")),
        ("pub type Pair<'i> = pest::Pair<'i>;", Some("Pair")),
        ("    type Value = u8;", None),
        ("impl Shape {", None),
        ("let structure = 1;", None),
    ];
    for (line, name) in cases {
        assert_eq!(defined_type(line), name, "{line}");
    }
    let twice = shared([("A", "a.rs".to_string()), ("B", "a.rs".to_string()), ("A", "b.rs".to_string())].into_iter());
    assert_eq!(twice, ["A: a.rs, b.rs"]);
}
