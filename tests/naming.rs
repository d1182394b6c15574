//! What the names in the code are held to: each means one thing in the whole crate.

use crate::house::{Modules, OPENED, all_code, relative};
use std::collections::{BTreeMap, BTreeSet};

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

/// The free function that a line defines: one of a type, or inside of another, is indented.
fn defined_function(line: &str) -> Option<&str> {
    let bare = without_visibility(line);
    let bare = bare.strip_prefix("const ").unwrap_or(bare);
    bare.strip_prefix("fn ").map(first_word)
}

/// The `use` statements of a piece of code that bring names in, and do not hand them on.
fn imports(code: &str) -> Vec<&str> {
    let at_start = |at: usize| code[..at].rsplit('\n').next().unwrap().trim().is_empty();
    let starts = code.match_indices("use ").map(|(at, _)| at).filter(|at| at_start(*at));
    starts.map(|at| code[at..].split_inclusive(';').next().unwrap()).collect()
}

/// The name of a free function is the only one of its kind in the crate, or whoever calls it from another file names its
/// module: `columns::words(text)`, and not `words(text)` behind `use columns::words`.
#[test]
fn a_function_whose_name_is_shared_is_called_through_its_module() {
    let all = all_code();
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, name) in
        all.iter().flat_map(|(path, code)| code.lines().filter_map(defined_function).map(move |name| (path, name)))
    {
        files.entry(name).or_default().insert(path);
    }
    assert!(files.len() > 900, "the definitions are not read");
    let modules = Modules::read();
    let mut wrong = Vec::new();
    for (module, path) in &modules.files {
        let path = relative(path);
        let Some((_, code)) = all.iter().find(|(known, _)| *known == path) else { continue };
        if module.len() == 1 && OPENED.contains(&&*module[0]) {
            continue;
        }
        let named = imports(code).into_iter().flat_map(|import| modules.named(module, import));
        for (target, _) in named.filter(|(target, _)| !modules.files.contains_key(target)) {
            let name = target.last().unwrap();
            if let Some(files) = files.get(name.as_str()).filter(|files| files.len() > 1) {
                wrong.push(format!("{path}: `{name}`, which {} files define", files.len()));
            }
        }
    }
    assert!(wrong.is_empty(), "import the module, and write its name before the call:\n{}", wrong.join("\n"));
}

#[test]
fn functions_and_imports_are_read() {
    for (line, name) in [
        ("pub(super) fn words(text: &str) -> String {", Some("words")),
        ("const fn one() -> u8 {", Some("one")),
        ("    fn of_a_type(&self) {", None),
        ("let f = fn_of(1);", None),
    ] {
        assert_eq!(defined_function(line), name, "{line}");
    }
    let code = "use a::{b,\n    c};\npub use d::e;\nfn f() {\n    use g::h;\n    i(\"use j;\")\n}";
    assert_eq!(imports(code), ["use a::{b,\n    c};", "use g::h;"]);
}
