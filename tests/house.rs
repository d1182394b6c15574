//! The layout of the house: rooms import only from below, nothing below `cli` touches the world, no file lies about unused.

use crosscheck::rooms::diagnostic::Code;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder of the repository, in order; none where there is no such folder.
fn files(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    found
}

pub fn relative(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

fn ends_with(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
}

/// The code of a source file: without comments, and without the tests at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Whether a source file holds nothing but tests: `tests.rs`, and what is in a folder of that name.
fn is_test(path: &Path) -> bool {
    path.strip_prefix(root()).unwrap().with_extension("").components().any(|part| part.as_os_str() == "tests")
}

/// Source files that are compiled into the library: all but `main.rs` and files of tests.
fn sources() -> Vec<PathBuf> {
    let is_code = |path: &PathBuf| ends_with(path, "rs") && !is_test(path) && !path.ends_with("src/main.rs");
    files("src").into_iter().filter(is_code).collect()
}

/// The room that a source file belongs to.
fn room(path: &Path) -> String {
    let path = relative(path);
    let below = path.strip_prefix("src/").unwrap();
    below.split('/').next().unwrap().trim_end_matches(".rs").to_string()
}

/// The rooms, lowest floor first, as the drawing in the crate's manual lists them: a line is one room with its
/// description after two blanks or more, or several rooms.
fn floors() -> Vec<String> {
    let manual = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let drawing = manual.split("//! ```text\n").nth(1).expect("the drawing of the rooms in src/lib.rs");
    let drawing = drawing.split("//! ```").next().unwrap();
    let mut rooms = Vec::new();
    for line in drawing.lines().map(|line| line.trim_start_matches("//!").trim()) {
        let names = line.split("  ").next().unwrap();
        rooms.extend(names.split_whitespace().map(str::to_string));
    }
    rooms
}

/// The first names after `crate::` in a piece of code: `crate::a::b` and `crate::{a::{b, c}, d}`.
fn imports(code: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            rooms.insert(name(rest));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, character) in group.char_indices() {
            match character {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                letter if start && depth == 0 && (letter.is_alphanumeric() || letter == '_') => {
                    rooms.insert(name(group.get(at..).unwrap()));
                    start = false;
                }
                _ => {}
            }
        }
    }
    rooms
}

fn name(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn imports_are_read() {
    let read: Vec<String> = imports("use crate::{a::{b, c}, d, e::f};\nlet x = crate::g::h();").into_iter().collect();
    assert_eq!(read, ["a", "d", "e", "g"]);
}

/// Files of `src/` that are no room: the crate's page, and what opens the rooms to these tests.
pub const OPENED: [&str; 2] = ["lib", "rooms"];

#[test]
fn every_room_is_in_the_drawing() {
    let drawn = floors();
    let manual = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let module =
        |line: &str| Some(line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';')?.to_string());
    let declared: BTreeSet<String> =
        manual.lines().filter_map(module).filter(|name| !OPENED.contains(&&**name)).collect();
    let drawn_set: BTreeSet<String> = drawn.iter().cloned().collect();
    assert_eq!(drawn.len(), drawn_set.len(), "a room is drawn twice: {drawn:?}");
    assert_eq!(declared, drawn_set, "left: `mod` in src/lib.rs; right: the drawing at its top");
}

/// The rooms as `docs/architecture.md` lists them: rows of a table whose first cell begins with a name in backquotes.
#[test]
fn the_architecture_names_every_room_in_order() {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let table = page.split("| room |").nth(1).expect("the table of the rooms in docs/architecture.md");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let named: Vec<&str> = rows.flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2)).collect();
    assert_eq!(named, floors(), "left: docs/architecture.md; right: the drawing at the top of src/lib.rs");
}

#[test]
fn a_room_imports_only_from_rooms_below_it() {
    let floors = floors();
    let floor = |room: &str| floors.iter().position(|name| name == room);
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| !OPENED.contains(&&*room(path))) {
        let own = room(path);
        let Some(own_floor) = floor(&own) else {
            wrong.push(format!("{}: the room `{own}` is not in the drawing in src/lib.rs", relative(path)));
            continue;
        };
        for import in imports(&code(path)) {
            if floor(&import).is_some_and(|floor| floor > own_floor) {
                wrong.push(format!("{}: `{own}` imports from `{import}`, which is above it", relative(path)));
            }
        }
    }
    assert!(wrong.is_empty(), "move the code, or the room in the drawing in src/lib.rs:\n{}", wrong.join("\n"));
}

/// The path of modules that a source file is: `["kind", "date"]` for `src/kind/date/mod.rs`.
fn module(path: &Path) -> Vec<String> {
    let path = relative(&path.with_extension(""));
    let path = path.strip_prefix("src/").unwrap();
    path.strip_suffix("/mod").unwrap_or(path).split('/').map(str::to_string).collect()
}

/// Code as words and marks, `::` as one.
pub fn words_of(code: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            _ if rest.starts_with("::") => 2,
            _ if first.is_alphanumeric() || first == '_' => name(rest).len(),
            _ => first.len_utf8(),
        };
        let (word, behind) = rest.split_at(length);
        if !first.is_whitespace() {
            words.push(word);
        }
        rest = behind;
    }
    words
}

/// The paths that a tree of `a::{b, c::d}` names, from its first word on, and what stands behind it.
fn paths<'c>(words: &[&'c str], before: &[&'c str], found: &mut Vec<Vec<&'c str>>) -> usize {
    let mut path = before.to_vec();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match *word {
            "{" => {
                at += 1;
                while words.get(at).is_some_and(|word| *word != "}") {
                    at += paths(words.split_at(at).1, &path, found).max(1);
                    at += usize::from(words.get(at) == Some(&","));
                }
                return at + 1;
            }
            "::" => at += 1,
            word if word.chars().all(|letter| letter.is_alphanumeric() || letter == '_') => {
                path.push(word);
                at += 1;
                if words.get(at) != Some(&"::") {
                    break;
                }
            }
            _ => break,
        }
    }
    found.push(path);
    at + if words.get(at) == Some(&"as") { 2 } else { 0 }
}

/// A room's files as modules, and what each hands on from another: name, and where that stands.
pub struct Modules {
    pub files: BTreeMap<Vec<String>, PathBuf>,
    handed_on: BTreeMap<(Vec<String>, String), Vec<String>>,
}

impl Modules {
    pub fn read() -> Self {
        let files: BTreeMap<Vec<String>, PathBuf> = sources().into_iter().map(|path| (module(&path), path)).collect();
        let mut modules = Self { files, handed_on: BTreeMap::new() };
        for (module, path) in modules.files.clone() {
            for (named, is_handed_on) in modules.named(&module, &code(&path)) {
                if let (true, Some(name)) = (is_handed_on, named.last()) {
                    modules.handed_on.insert((module.clone(), name.clone()), named.clone());
                }
            }
        }
        modules
    }

    /// The paths that a file's code names, from the crate's root, and whether each is only handed on (`pub use`).
    pub fn named(&self, module: &[String], code: &str) -> Vec<(Vec<String>, bool)> {
        let words = words_of(code);
        let is_child = |word: &str| self.files.contains_key(&[module, &[word.to_string()]].concat());
        let mut named = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let rest = words.split_at(at).1;
            let before = at.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default();
            let is_root = |word: &str| matches!(word, "crate" | "super" | "self") || is_child(word);
            let mut found = Vec::new();
            let (is_use, is_handed_on) = (rest.first() == Some(&"use"), before == "pub" || before == ")");
            match rest {
                ["use", root, ..] if is_root(root) => at += 1 + paths(rest.split_at(1).1, &[], &mut found),
                [root, "::", ..] if is_root(root) && before != "::" && before != "." => {
                    at += paths(rest, &[], &mut found).max(1);
                }
                _ => at += 1,
            }
            named.extend(found.into_iter().map(|path| (absolute(module, &path), is_use && is_handed_on)));
        }
        named
    }

    /// The file that a path leads to.
    fn file(&self, path: &[String]) -> Option<&PathBuf> {
        let depth = (0..=path.len()).rev().find(|depth| self.files.contains_key(path.split_at(*depth).0))?;
        let module = path.split_at(depth).0;
        let handed = path.get(depth).and_then(|name| self.handed_on.get(&(module.to_vec(), name.clone())));
        match handed {
            Some(target) => self.file(target),
            None => self.files.get(module),
        }
    }

    /// What a file takes from other files of its room. Its own folder's `mod.rs` is the front that it stands behind, and
    /// what a file only hands on it does not take.
    fn taken(&self, module: &[String], path: &Path) -> BTreeSet<PathBuf> {
        let named = self.named(module, &code(path)).into_iter().filter(|(_, is_handed_on)| !is_handed_on);
        let files = named.filter_map(|(named, _)| self.file(&named).cloned());
        let front = |file: &Path| file.ends_with("mod.rs") && path.starts_with(file.parent().unwrap());
        files.filter(|file| file != path && room(file) == room(path) && !front(file)).collect()
    }
}

/// A path from the crate's root on, as a module writes it.
fn absolute(module: &[String], path: &[&str]) -> Vec<String> {
    let mut from = match path.first() {
        Some(&"crate") => Vec::new(),
        _ => module.to_vec(),
    };
    for word in path {
        match *word {
            "crate" | "self" => {}
            "super" => drop(from.pop()),
            word => from.push(word.to_string()),
        }
    }
    from
}

/// Folders whose files may take from each other: a grammar of phrases calls itself.
const GRAMMARS: &[&str] = &["src/kind/date/"];

/// The arrows that are left when files at no circle are taken away.
fn circles(mut arrows: BTreeMap<PathBuf, BTreeSet<PathBuf>>) -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
    loop {
        let from: BTreeSet<PathBuf> = arrows.keys().cloned().collect();
        let to: BTreeSet<PathBuf> = arrows.values().flatten().cloned().collect();
        let before = (arrows.len(), to.len());
        arrows.retain(|file, _| to.contains(file));
        arrows.values_mut().for_each(|taken| taken.retain(|file| from.contains(file)));
        arrows.retain(|_, taken| !taken.is_empty());
        let to: BTreeSet<&PathBuf> = arrows.values().flatten().collect();
        if (arrows.len(), to.len()) == before {
            return arrows;
        }
    }
}

#[test]
fn inside_a_room_nothing_goes_in_circles() {
    let modules = Modules::read();
    let mut arrows: BTreeMap<PathBuf, BTreeSet<PathBuf>> = BTreeMap::new();
    for (module, path) in modules.files.iter().filter(|(_, path)| !OPENED.contains(&&*room(path))) {
        let is_grammar = |file: &Path| GRAMMARS.iter().find(|folder| relative(file).starts_with(**folder));
        let mut taken = modules.taken(module, path);
        taken.retain(|file| is_grammar(path).is_none() || is_grammar(path) != is_grammar(file));
        arrows.insert(path.clone(), taken);
    }
    assert!(arrows.values().map(BTreeSet::len).sum::<usize>() > 200, "the arrows are not read: {arrows:?}");
    let left: Vec<String> = circles(arrows)
        .iter()
        .flat_map(|(file, taken)| taken.iter().map(|other| format!("{} -> {}", relative(file), relative(other))))
        .collect();
    assert!(left.is_empty(), "these files take from each other in a circle:\n{}", left.join("\n"));
}

#[test]
fn circles_are_found() {
    let arrows = |all: &[(&str, &[&str])]| -> BTreeMap<PathBuf, BTreeSet<PathBuf>> {
        all.iter().map(|(from, to)| (from.into(), to.iter().map(PathBuf::from).collect())).collect()
    };
    assert!(circles(arrows(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])])).is_empty());
    let found = circles(arrows(&[("a", &["b"]), ("b", &["c"]), ("c", &["b", "d"]), ("d", &[])]));
    assert_eq!(found, arrows(&[("b", &["c"]), ("c", &["b"])]));
    let mut read = Vec::new();
    let words = words_of("super::{a::{b, c as d}, e}; x");
    let end = paths(&words, &[], &mut read);
    assert_eq!(
        (read, words.get(end)),
        (vec![vec!["super", "a", "b"], vec!["super", "a", "c"], vec!["super", "e"]], Some(&";"))
    );
}

/// Words between quotation marks that a kind of value has for its name too, and that mean something else there.
const NO_KINDS: &[(&str, &str)] = &[
    // What JSON Schema calls a number.
    ("src/yaml/schema.rs", "number"),
    ("src/report/schema.rs", "number"),
    // A key of front matter, and the key of who wrote in it.
    ("src/article/front_keys.rs", "date"),
    ("src/article/front_matter.rs", "name"),
    ("src/article/streamed.rs", "name"),
    ("src/article/toml_matter.rs", "name"),
    // Which shape a report has.
    ("src/report/schema.rs", "version"),
    // What people write for `id:`.
    ("src/yaml/shapes.rs", "name"),
    // Which shape a snapshot has.
    ("src/snapshot/file.rs", "version"),
    // A list of words in the lexicon.
    ("src/lexicon/counting.rs", "percent"),
];

/// What is asked of a kind stands on its entry, so that a new one is one file and one line.
#[test]
fn no_kind_is_told_by_its_name_outside_the_shelf() {
    let names: Vec<String> = crosscheck::rooms::value::Kind::all().map(|kind| format!("\"{kind}\"")).collect();
    // The stories of the judge's tests are written with topics of some kinds.
    let outside = sources().into_iter().filter(|path| room(path) != "kind" && !path.ends_with("verify/testing.rs"));
    let mut named = Vec::new();
    for path in outside {
        let (code, path) = (code(&path), relative(&path));
        let means_else = |name: &str| NO_KINDS.contains(&(path.as_str(), name.trim_matches('"')));
        let found = names.iter().filter(|name| code.contains(name.as_str()) && !means_else(name));
        named.extend(found.map(|name| format!("{path}: {name}")));
    }
    assert!(named.is_empty(), "ask for a fact of the kind's entry instead:\n{}", named.join("\n"));
}

/// What only `cli` may do.
const WORLDLY: &[&str] = &[
    "println!",
    "eprintln!",
    "print!(",
    "eprint!(",
    "std::env",
    "env::var",
    "process::exit",
    "SystemTime::now",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "io::stdout",
    "io::stderr",
    "io::stdin",
];

#[test]
fn nothing_below_cli_touches_the_world() {
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| room(path) != "cli") {
        let code = code(path);
        let found = WORLDLY.iter().filter(|worldly| code.contains(**worldly));
        wrong.extend(found.map(|worldly| format!("{}: `{worldly}`", relative(path))));
    }
    assert!(wrong.is_empty(), "only `cli` prints, exits, and reads clock or environment:\n{}", wrong.join("\n"));
}

/// What only `files` may do: everything that opens a file.
const OPENING: &[&str] = &[
    "fs::read(",
    "fs::read_to_string(",
    "fs::write(",
    "fs::copy(",
    "File::open",
    "File::create",
    "OpenOptions",
    ".persist",
    "fs_err::",
    "tempfile",
    "canonicalize(",
];

/// Where folders are walked, whether two paths are one folder is asked of the system too.
const WALKING: &[(&str, &str)] = &[("src/article/discover.rs", "canonicalize(")];

#[test]
fn one_room_opens_files() {
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| room(path) != "files" && !is_of_tests(path)) {
        let (code, file) = (code(path), relative(path));
        let found = OPENING.iter().filter(|opening| code.contains(**opening));
        let found = found.filter(|opening| !WALKING.contains(&(file.as_str(), **opening)));
        wrong.extend(found.map(|opening| format!("{file}: `{opening}`")));
    }
    assert!(wrong.is_empty(), "only `files` opens files, within their limits:\n{}", wrong.join("\n"));
}

/// Whether a file is compiled for tests alone: the module that holds it says so.
fn is_of_tests(path: &Path) -> bool {
    let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
    let declared = [format!("#[cfg(test)]\nmod {stem};"), format!("#[cfg(test)]\npub(crate) mod {stem};")];
    let above = fs::read_to_string(path.with_file_name("mod.rs")).unwrap_or_default();
    is_test(path) || declared.iter().any(|line| above.contains(line.as_str()))
}

/// The code of every source file that is compiled outside of tests, with its path.
pub fn all_code() -> Vec<(String, String)> {
    let paths = sources().into_iter().filter(|path| !is_of_tests(path));
    paths.map(|path| (relative(&path), code(&path))).collect()
}

/// Which lexicon is read with is settled at the top, and handed down.
#[test]
fn nothing_below_the_top_calls_a_lexicon_by_its_language() {
    let below = |path: &&PathBuf| !is_of_tests(path) && !["cli", "front", "project", "lexicon"].contains(&&*room(path));
    let mut wrong = Vec::new();
    for path in sources().iter().filter(below) {
        let code = code(path);
        let found = ["english()", "Lexicon::of("].into_iter().filter(|global| code.contains(global));
        wrong.extend(found.map(|global| format!("{}: `{global}`", relative(path))));
    }
    assert!(wrong.is_empty(), "take the lexicon as an argument:\n{}", wrong.join("\n"));
}

/// Rooms that read articles, or say what was read: their words come from the lexicon.
const READERS: &[&str] = &[
    "reading",
    "kind",
    "mention",
    "text",
    "article",
    "attribution",
    "clause",
    "claim",
    "saying",
    "placing",
    "value",
    "table",
    "finding",
];

/// Lists in those rooms that are no words of a language: file, first entry.
const NO_WORDS: &[(&str, &str)] = &[
    // The endings of files.
    ("src/article/discover.rs", "txt"),
    ("src/article/load.rs", "json"),
    // The keys of a line of a stream, which is a format.
    ("src/article/fields.rs", "text"),
    // The elements of HTML.
    ("src/article/html.rs", "script"),
    // The keys of front matter, which is a format.
    ("src/article/front_matter.rs", "source"),
    // Codes of languages.
    ("src/article/language.rs", "no"),
    // The endings of files.
    ("src/article/passed_over.rs", "doc"),
    ("src/article/passed_over.rs", "csv"),
    // What a release to come is called in version numbers, in any language.
    ("src/kind/version.rs", "alpha"),
    // Roman numerals.
    ("src/mention/numeral.rs", "L"),
];

/// What a kind is called in rules, and what help texts show of it: facts of its entry.
const OF_ENTRIES: &[&str] = &["also: &", "samples: &"];

/// So many words make a list.
const LIST: usize = 4;

/// The lists of plain words in a piece of code, each with what stands before it on its line: `["a", "b"]` and `"a" | "b"`.
fn word_lists(code: &str) -> Vec<(String, Vec<&str>)> {
    let pieces: Vec<&str> = code.split('"').collect();
    let is_word =
        |text: &str| !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphabetic() || letter == ' ');
    let (mut lists, mut at) = (Vec::new(), 1);
    while at < pieces.len() {
        let mut words = vec![pieces[at]];
        let mark = pieces.get(at + 1).map_or("", |between| between.trim());
        while matches!(mark, "," | "|") && at + 2 < pieces.len() && pieces[at + 1].trim() == mark {
            at += 2;
            words.push(pieces[at]);
        }
        if words.len() >= LIST && words.iter().all(|word| is_word(word)) {
            let before = pieces[at + 1 - 2 * words.len()].trim_end().rsplit('\n').next().unwrap_or_default();
            lists.push((before.trim().to_string(), words));
        }
        at += 2;
    }
    lists
}

#[test]
fn lists_of_words_are_found() {
    let code = "const A: &[&str] = &[\n    \"on\",\n    \"at\", \"in\", \"by\",\n];\nmatches!(x, \"a\" | \"b\" | \"c\" | \"d\") && f(\"e\", \"f\") && [\"%\", \"a\", \"b\", \"c\"]";
    let found: Vec<Vec<&str>> = word_lists(code).into_iter().map(|(_, words)| words).collect();
    assert_eq!(found, [["on", "at", "in", "by"], ["a", "b", "c", "d"]]);
}

/// An article may be in another language one day, and a list in the code is one that nobody finds.
#[test]
fn readers_hold_no_lists_of_words() {
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| READERS.contains(&&*room(path)) && !is_of_tests(path)) {
        let (code, file) = (code(path), relative(path));
        for (before, words) in word_lists(&code) {
            let of_entry = room(path) == "kind" && OF_ENTRIES.iter().any(|field| before.starts_with(field));
            if !of_entry && !NO_WORDS.contains(&(file.as_str(), words[0])) {
                wrong.push(format!("{file}: {}", words.join(", ")));
            }
        }
    }
    assert!(wrong.is_empty(), "make these a list of rules/lexicon/, and ask the lexicon:\n{}", wrong.join("\n"));
}

/// What writes to a terminal, a pipe or a log. A format gives only harmless text, and this file takes only that.
#[test]
fn one_file_writes_to_the_terminal() {
    let writes = [
        "println!",
        "print!(",
        "io::stdout",
        "io::stderr",
        "anstream",
        "files::write(",
        "files::write_new(",
        "files::write_pieces(",
    ];
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| relative(path) != "src/cli/output.rs") {
        let code = code(path);
        let found = writes.iter().filter(|writes| code.contains(**writes));
        wrong.extend(found.map(|writes| format!("{}: `{writes}`", relative(path))));
    }
    assert!(wrong.is_empty(), "only `src/cli/output.rs` writes:\n{}", wrong.join("\n"));
}

/// The one place clears the environment: a test must give the same at a desk and in CI.
#[test]
fn one_place_runs_the_binary() {
    let name = concat!("CARGO_BIN_EXE", "_crosscheck");
    let running = files("tests").into_iter().filter(|path| ends_with(path, "rs"));
    let running = running.filter(|path| fs::read_to_string(path).unwrap().contains(name));
    assert_eq!(running.map(|path| relative(&path)).collect::<Vec<_>>(), ["tests/support/mod.rs"]);
}

#[test]
fn every_grammar_lexicon_and_pack_file_is_used() {
    let code: String = files("src").iter().filter(|path| ends_with(path, "rs")).map(|path| code(path)).collect();
    let data = files("grammar").into_iter().chain(files("rules/lexicon")).chain(files("rules/packs"));
    let unused: Vec<String> = data
        .filter(|path| !code.contains(&*path.file_name().unwrap().to_string_lossy()))
        .map(|path| relative(&path))
        .collect();
    assert!(unused.is_empty(), "no source file names these: {unused:?}");
}

/// The value of a key in a snapshot's header.
fn header<'a>(snapshot: &'a str, key: &str) -> Option<&'a str> {
    let header = snapshot.split("---\n").nth(1)?;
    header.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": ")).map(|value| value.trim_matches('"'))
}

/// Why a snapshot belongs to no test, if it does not.
fn stray(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).unwrap();
    let Some(source) = header(&text, "source") else { return Some("has no `source:`".into()) };
    let Ok(test) = fs::read_to_string(root().join(source)) else { return Some(format!("`{source}` is gone")) };
    if let Some(input) = header(&text, "input_file").filter(|input| !root().join(input).exists()) {
        return Some(format!("`{input}` is gone"));
    }
    let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
    let name = stem.split('@').next().unwrap().rsplit("__").next().unwrap();
    let plain = name.trim_end_matches(|letter: char| letter.is_ascii_digit()).trim_end_matches('-');
    let is_named = test.contains(name) || test.contains(plain);
    (!is_named).then(|| format!("`{source}` has no test or snapshot `{name}`"))
}

#[test]
fn every_snapshot_belongs_to_a_test() {
    let snapshots = files("tests").into_iter().chain(files("src")).filter(|path| ends_with(path, "snap"));
    let stray: Vec<String> =
        snapshots.filter_map(|path| Some(format!("{}: {}", relative(&path), stray(&path)?))).collect();
    assert!(stray.is_empty(), "delete these snapshots:\n{}", stray.join("\n"));
}

/// Every file of tests, snapshots and manuals, and the tests inside source files, as one text.
fn tests_and_manuals() -> String {
    let inside = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap_or_default();
        if is_test(path) || !relative(path).starts_with("src/") {
            return text;
        }
        text.split_once("#[cfg(test)]\nmod tests {").map(|(_, tests)| tests.to_string()).unwrap_or_default()
    };
    let all = ["src", "tests", "docs"].into_iter().flat_map(files).chain([root().join("README.md")]);
    // The page of all codes names each of them, and shows none as it is printed.
    all.filter(|path| !path.ends_with("house.rs") && !path.ends_with("docs/diagnostics.md"))
        .map(|path| inside(&path))
        .collect()
}

/// The files of the table of codes, as they stand: those of areas, each constant with its entry.
fn tables_of_codes() -> Vec<PathBuf> {
    files("src/diagnostic/code").into_iter().filter(|path| !path.ends_with("mod.rs")).collect()
}

#[test]
fn every_mistake_is_under_test() {
    let tests = tests_and_manuals();
    let untested: Vec<&str> = Code::all().map(Code::name).filter(|name| !tests.contains(name)).collect();
    assert!(untested.is_empty(), "no test shows these mistakes: {untested:?}");
}

/// A code in quotes would be a second list beside the table.
#[test]
fn no_code_stands_in_quotes_outside_the_table() {
    let tables = tables_of_codes();
    let mut wrong = Vec::new();
    for path in sources().iter().filter(|path| !tables.contains(path)) {
        let code = code(path);
        let quoted = Code::all().filter(|known| code.contains(&format!("\"{known}\"")));
        wrong.extend(quoted.map(|known| format!("{}: `{known}`", relative(path))));
    }
    assert!(wrong.is_empty(), "write the constant of the table:\n{}", wrong.join("\n"));
}

/// The arguments of every `Result<...>` in a piece of code.
fn results(code: &str) -> Vec<&str> {
    let arguments = |rest: &'_ str| -> Option<usize> {
        let mut depth = 1;
        rest.char_indices().find_map(|(at, sign)| {
            let is_arrow = sign == '>' && rest.get(..at).is_some_and(|before| before.ends_with('-'));
            depth += match sign {
                '<' => 1,
                '>' if !is_arrow => -1,
                _ => 0,
            };
            (depth == 0).then_some(at)
        })
    };
    code.split("Result<").skip(1).filter_map(|rest| rest.get(..arguments(rest)?)).collect()
}

#[test]
fn no_mistake_is_a_bare_text() {
    assert_eq!(results("fn f() -> Result<Vec<u8>, String> { g::<Result<(), E>>() }"), ["Vec<u8>, String", "(), E"]);
    let mut wrong = Vec::new();
    for path in sources() {
        let code = code(&path);
        let bare = results(&code).into_iter().filter(|arguments| arguments.ends_with(", String"));
        wrong.extend(bare.map(|arguments| format!("{}: `Result<{arguments}>`", relative(&path))));
    }
    assert!(wrong.is_empty(), "give these an error with a type of its own:\n{}", wrong.join("\n"));
}

#[test]
fn every_code_is_raised_somewhere() {
    let tables = tables_of_codes();
    let code: String = sources().iter().filter(|path| !tables.contains(path)).map(|path| code(path)).collect();
    let constant = |known: &Code| format!("code::{}", known.name().replace('-', "_").to_uppercase());
    let is_raised = |known: &Code| code.split(&constant(known)).skip(1).any(|behind| !behind.starts_with('_'));
    let idle: Vec<Code> = Code::all().filter(|known| !is_raised(known)).collect();
    assert!(idle.is_empty(), "nothing raises these: {idle:?}");
}

#[test]
fn every_production_has_an_example() {
    for path in files("grammar") {
        let text = fs::read_to_string(&path).unwrap();
        let mut before = "";
        for line in text.lines() {
            let is_production = line
                .split_once(" = ")
                .is_some_and(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            // A silent production is seen in no tree.
            let is_silent = line.contains(" = _{") || line.starts_with("WHITESPACE");
            assert!(
                !is_production || is_silent || before.starts_with("//"),
                "{}: `{line}` has no example",
                relative(&path)
            );
            if !line.trim().is_empty() {
                before = line;
            }
        }
    }
}

#[test]
fn every_predicate_is_in_the_manual() {
    let manual = fs::read_to_string(root().join("docs/language.md")).unwrap();
    for form in crosscheck::rooms::predicate::forms() {
        let words: Vec<&str> =
            form.split(' ').take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).collect();
        let words = words.join(" ");
        let is_shown = manual.lines().any(|line| line.starts_with("| `") && line.contains(&words));
        assert!(is_shown, "docs/language.md has no table with `{words}`");
    }
}
