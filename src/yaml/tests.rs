//! The tree, its mistakes, its budgets; and the property that every place is right.

use super::*;

fn codes(yaml: &str) -> Vec<String> {
    read("f", yaml).1.into_iter().map(|mistake| mistake.code.name().to_string()).collect()
}

/// The tree in a line, for comparing.
fn show(node: &Node) -> String {
    match &node.shape {
        NodeShape::Scalar(scalar) if scalar.is_absent() => "-".to_string(),
        NodeShape::Scalar(scalar) => scalar.value.clone(),
        NodeShape::List(list) => format!("[{}]", list.items.iter().map(show).collect::<Vec<_>>().join(", ")),
        NodeShape::Mapping(mapping) => {
            let entries = mapping.entries.iter().map(|entry| format!("{}: {}", entry.key.value, show(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn tree(yaml: &str) -> String {
    read("f", yaml).0.root.as_ref().map_or(String::new(), show)
}

#[test]
fn texts_stay_texts() {
    for (yaml, expected) in [
        ("", ""),
        ("# only a comment\n", ""),
        (
            "a: no\nb: on\nc: 1353\nd: 1.0\ne: null\nf: 2021-01-01",
            "{a: no, b: on, c: 1353, d: 1.0, e: null, f: 2021-01-01}",
        ),
        ("a:\nb: ~\nc: ''", "{a: -, b: -, c: }"),
        ("a: [x, {b: c}]\n", "{a: [x, {b: c}]}"),
        ("a: &x [one, two]\nb: *x\n", "{a: [one, two], b: [one, two]}"),
        ("no: yes\n1: 2", "{no: yes, 1: 2}"),
        ("{rule: when a, b is c}", "{rule: when a, b is c: -}"),
        ("a: !!str 5", "{a: 5}"),
    ] {
        assert_eq!(tree(yaml), expected, "{yaml:?}");
        assert_eq!(codes(yaml), Vec::<String>::new(), "{yaml:?}");
    }
}

#[test]
fn mistakes_are_named() {
    for (yaml, expected) in [
        ("a: 1\na: 2", vec!["duplicate-key"]),
        ("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3", vec!["duplicate-key", "duplicate-key", "duplicate-key"]),
        ("[a]: b", vec!["key-not-text"]),
        ("a: &x {b: c}\nd:\n  <<: *x", vec!["merge-key"]),
        ("a: *b", vec!["unknown-alias"]),
        ("a: &a [*a]", vec!["alias-inside-itself"]),
        ("a: !wow b", vec!["stray-tag"]),
        ("a: b\n---\nc: d", vec!["second-document"]),
        ("a:\n\tb: c", vec!["tab"]),
        ("rules:\n  - rule: troop figure: cited\n", vec!["colon-in-text"]),
        ("rules:\n  - \"call\" lasted\n", vec!["text-after-quotes"]),
        ("rules:\n  - 's call\n  - x\n", vec!["unclosed-quotes"]),
        ("rules:\n  - @x\n", vec!["reserved-character"]),
        ("rules:\n  - [x, y\nb: c\n", vec!["unclosed-bracket"]),
        ("rules: [x, y\nb: c\n", vec!["unclosed-bracket"]),
        ("rules: {x: y\n  z: w}\n", vec!["unclosed-bracket"]),
        ("rules:\n  - \"a\\qb\"\n", vec!["bad-escape"]),
    ] {
        assert_eq!(codes(yaml), expected, "{yaml:?}");
    }
}

#[test]
fn what_stands_around_a_mistake_is_read() {
    for (yaml, expected, mistakes) in [
        ("rules:\n  - one\n  - \"two\" x\n  - three\n  - a: b: c\n  - five\n", "{rules: [one, three, five]}", 2),
        (
            "topics:\n  a:\n    kind: x: y\n  b:\n    kind: z\nrules:\n  - one\n",
            "{topics: {b: {kind: z}}, rules: [one]}",
            1,
        ),
        ("rules:\n- one\n- @two\n- three\nstory: x\n", "{rules: [one, three], story: x}", 1),
        ("rules:\n  - one\n  - 's\n  - three\nstory: x\n", "{rules: [one, three], story: x}", 1),
        ("a: b: c\nd: e\n", "{d: e}", 1),
        ("a: x\nrules: [b, c\nd: e\n", "{a: x, d: e}", 1),
    ] {
        assert_eq!(tree(yaml), expected, "{yaml:?}");
        assert_eq!(codes(yaml).len(), mistakes, "{yaml:?}");
    }
}

#[test]
fn a_file_made_to_exhaust_is_one_diagnostic() {
    let bomb = |levels: usize| {
        let mut yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_string();
        for level in 1..levels {
            let items = vec![format!("*a{}", level - 1); 9].join(", ");
            yaml.push_str(&format!("a{level}: &a{level} [{items}]\n"));
        }
        yaml
    };
    for (yaml, code) in [
        (bomb(9), "too-many-aliases"),
        ("[".repeat(10_000), "too-deep"),
        ("{a: ".repeat(10_000), "too-deep"),
        ("- ".repeat(10_000), "too-deep"),
        ((0..10_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect(), "too-deep"),
    ] {
        assert_eq!(codes(&yaml), [code]);
    }
}

#[test]
fn a_long_file_is_read() {
    let yaml = format!("rules:\n{}", "  - call date consistent across sources\n".repeat(20_000));
    assert_eq!(codes(&yaml).len(), 0);
}

/// Every text of the tree, keys too.
fn scalars(node: &Node) -> Vec<&Scalar> {
    match &node.shape {
        NodeShape::Scalar(scalar) => vec![scalar],
        NodeShape::List(list) => list.items.iter().flat_map(scalars).collect(),
        NodeShape::Mapping(mapping) => {
            mapping.entries.iter().flat_map(|entry| std::iter::once(&entry.key).chain(scalars(&entry.value))).collect()
        }
    }
}

/// Checks that each character of each text lies on itself in the file, or on the escape that stands for it.
fn check_places(yaml: &str) -> usize {
    let (document, _) = read("f", yaml);
    let mut checked = 0;
    if document.has_gaps {
        // A text may then go across what was taken out; its mistakes are shown at the whole of it.
        return 0;
    }
    for scalar in document.root.as_ref().map(scalars).unwrap_or_default() {
        if scalar.is_absent() {
            continue;
        }
        for (offset, character) in scalar.value.char_indices().filter(|(_, character)| !character.is_whitespace()) {
            let place = scalar.place(&document.text, offset..offset + character.len_utf8());
            let written = place.of(&document.text);
            let is_itself = written.chars().eq([character]);
            let is_escape = scalar.style == WrittenStyle::DoubleQuoted && written.starts_with('\\');
            let is_quote = scalar.style == WrittenStyle::SingleQuoted && written == "''" && character == '\'';
            assert!(is_itself || is_escape || is_quote, "{character:?} on {written:?} of {scalar:?} in {yaml:?}");
            checked += 1;
        }
    }
    checked
}

/// `words` as one text in the style of this number, over several lines: the lines of it from the key on.
fn write_in_style(words: &[String], style: usize, feed: &str) -> String {
    let escaped = |word: &String| {
        let escape = |character: char| match character {
            '"' => "\\\"".to_string(),
            '\\' => "\\\\".to_string(),
            'é' => "\\xe9".to_string(),
            'o' => "\\u006f".to_string(),
            '🎵' => "\\U0001F3B5".to_string(),
            '日' => "\\u65e5".to_string(),
            other => other.to_string(),
        };
        word.chars().map(escape).collect::<String>()
    };
    let single: Vec<String> = words.iter().map(|word| word.replace('\'', "''")).collect();
    let double: Vec<String> = words.iter().map(escaped).collect();
    let body = match style % 6 {
        0 => format!("'{}'", single.join(&format!("{feed}    "))),
        1 => format!("\"{}\"", double.join(&format!(" \\{feed}    "))),
        2 => format!("\"{}\"", double.join(&format!("{feed}{feed}      "))),
        3 => format!(">-{feed}    {}", words.join(&format!("{feed}    "))),
        4 => format!("|{feed}    {}", words.join(&format!("{feed}{feed}      "))),
        _ => format!("x{}", words.join(&format!("{feed}    "))),
    };
    format!("key: {body}{feed}last: x{feed}")
}

proptest::proptest! {
    #[test]
    fn every_place_of_a_written_text_is_right(
        words in proptest::collection::vec("[a-zéo日🎵'\"\\\\(<>)|?.,]{1,8}", 1..6),
        style in 0usize..6,
        returns in proptest::bool::ANY,
        mark in proptest::bool::ANY,
    ) {
        let feed = if returns { "\r\n" } else { "\n" };
        let yaml = format!("{}{}", if mark { "\u{feff}" } else { "" }, write_in_style(&words, style, feed));
        let letters: usize = words.iter().map(|word| word.chars().count()).sum();
        let checked = check_places(&yaml);
        proptest::prop_assert!(checked >= letters + "keylastx".len(), "{checked} of {letters} in {yaml:?}");
    }

    #[test]
    fn no_text_is_too_odd(yaml in "[ab é\t\n\r:,?!&*#\\-\\[\\]{}|>'\"%@`~\\\\0x]{0,60}") {
        check_places(&yaml);
        let (_, mistakes) = read("f", &yaml);
        for mistake in mistakes {
            let shown = crate::diagnostic::render(&mistake, crate::diagnostic::Colour::Plain);
            proptest::prop_assert!(!shown.is_empty());
        }
    }
}
