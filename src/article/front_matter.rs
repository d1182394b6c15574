//! Front matter at the start of a file: `---`, keys as YAML, `---`; or `+++`, keys as TOML, `+++`.

use super::{
    MetadataLayer,
    allowance::{self, Allowance},
    front_keys::{self, FrontKey},
    toml_matter,
};
use crate::{
    diagnostic::{Diagnostic, DiagnosticPlace, code},
    files,
    span::Span,
    yaml::{self, MappingEntry, Node, NodeShape, Scalar, WrittenStyle},
};

/// What the front matter of a file says.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub layer: MetadataLayer,
    /// Where values stand, for what is wrong with them, and for the headline.
    pub places: Places,
    /// Other keys that give a day of publication.
    pub other_days: Vec<FrontKey>,
    /// The rules whose findings in the article are accepted.
    pub allowances: Vec<Allowance>,
    /// Where the text begins.
    pub end: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the values stand that can be wrong, and the headline, which is read like the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places {
    pub published: Option<Span>,
    pub timezone: Option<Span>,
    pub language: Option<Span>,
    pub title: Option<Span>,
}

/// Reads the front matter of `text`, if it has any; what is malformed is passed over with a diagnostic.
pub(super) fn read(path: &str, text: &str) -> FrontMatter {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    match bounds(text, start) {
        Bounds::None => FrontMatter { end: start, ..FrontMatter::default() },
        Bounds::Open(first) => {
            let message = "the front matter has no end";
            let help = format!("write a line `{}` below its last key", first.of(text));
            let mistake = Diagnostic::in_file(code::FRONT_MATTER, path, text, first, message, Some(help));
            FrontMatter { end: start, diagnostics: vec![mistake], ..FrontMatter::default() }
        }
        Bounds::Closed { keys, end, syntax } => parse(path, text, (keys, syntax), end),
    }
}

/// How the keys are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FrontSyntax {
    Yaml,
    Toml,
}

impl FrontSyntax {
    /// That which the first line of a file says.
    fn opened_by(line: &str) -> Option<Self> {
        match line {
            "---" => Some(Self::Yaml),
            "+++" => Some(Self::Toml),
            _ => None,
        }
    }

    fn closes(self, line: &str) -> bool {
        match self {
            Self::Yaml => matches!(line, "---" | "..."),
            Self::Toml => line == "+++",
        }
    }

    /// The key of a line, if it is one that front matter may have.
    fn has_known_key(self, line: &str) -> bool {
        let mark = match self {
            Self::Yaml => ':',
            Self::Toml => '=',
        };
        line.split_once(mark).is_some_and(|(key, _)| front_keys::is_known(key.trim().trim_matches(['"', '\''])))
    }

    fn looks_like_key(self, line: &str) -> bool {
        match self {
            Self::Yaml => looks_like_key(line),
            Self::Toml => line.starts_with(['#', '[']) || line.contains('='),
        }
    }
}

enum Bounds {
    None,
    /// It begins, and nothing ends it.
    Open(Span),
    Closed {
        keys: Span,
        end: usize,
        syntax: FrontSyntax,
    },
}

fn bounds(text: &str, start: usize) -> Bounds {
    let mut lines = line_spans(text, start);
    let Some(first) = lines.next() else { return Bounds::None };
    let Some(syntax) = FrontSyntax::opened_by(first.of(text).trim_end()) else { return Bounds::None };
    let (mut yaml, mut is_meant, mut is_first) = (None::<Span>, false, true);
    for line in lines {
        let words = line.of(text).trim_end();
        if syntax.closes(words) {
            // Between two rules of dashes stands front matter only where it looks like keys.
            let yaml = yaml.unwrap_or(Span { start: line.start, end: line.start });
            let is_empty = yaml.of(text).trim().is_empty();
            let keys = Span { end: line.start, ..yaml };
            let closed = Bounds::Closed { keys, end: next_line(text, line), syntax };
            return if is_meant || is_empty { closed } else { Bounds::None };
        }
        yaml = Some(yaml.map_or(line, |yaml| yaml.cover(line)));
        if !words.trim().is_empty() {
            is_meant |= is_first && syntax.looks_like_key(words) || syntax.has_known_key(words);
            is_first = false;
        }
    }
    // Text below a rule of dashes may have a line such as `source: ...`, but not as its first.
    let opening = yaml.and_then(|yaml| yaml.of(text).lines().next());
    let opens_with_key = opening.is_some_and(|line| syntax.has_known_key(line));
    if opens_with_key { Bounds::Open(Span { end: first.end, ..first }) } else { Bounds::None }
}

fn line_spans(text: &str, start: usize) -> impl Iterator<Item = Span> {
    let mut at = Some(start);
    std::iter::from_fn(move || {
        let start = at?;
        let rest = text.as_bytes().get(start..)?;
        let end = memchr::memchr2(b'\n', b'\r', rest).map(|end| start + end);
        let span = Span::new(start, end.unwrap_or(text.len()));
        at = end.map(|_| next_line(text, span));
        Some(span)
    })
}

fn next_line(text: &str, line: Span) -> usize {
    match text.as_bytes().get(line.end as usize..) {
        Some([b'\r', b'\n', ..]) => line.end as usize + 2,
        Some([b'\r' | b'\n', ..]) => line.end as usize + 1,
        Some(_) | None => text.len(),
    }
}

fn looks_like_key(line: &str) -> bool {
    let Some((key, rest)) = line.split_once(':') else { return line.starts_with('#') };
    let is_word = key.chars().all(|letter| letter.is_alphanumeric() || "_- \"'".contains(letter));
    is_word && key.len() <= 40 && !key.is_empty() && (rest.is_empty() || rest.starts_with(' '))
}

/// Reads the keys: what can be read counts, and each mistake has its place.
fn parse(path: &str, text: &str, (keys, syntax): (Span, FrontSyntax), end: usize) -> FrontMatter {
    if keys.len() as u64 > files::FRONT_MATTER.most {
        let message = format!("the front matter is longer than {}", files::FRONT_MATTER.in_words());
        let help = "keep to a few keys, and write the text below a line `---`".to_string();
        let first = Span { end: keys.start, ..keys };
        let mistake = Diagnostic::in_file(code::FRONT_MATTER, path, text, first, message, Some(help));
        return FrontMatter { end, diagnostics: vec![mistake], ..FrontMatter::default() };
    }
    let (found, allowances, mut diagnostics) = match syntax {
        FrontSyntax::Yaml => of_yaml(path, text, keys),
        FrontSyntax::Toml => {
            let (found, diagnostics) = of_toml(path, text, keys);
            (found, Vec::new(), diagnostics)
        }
    };
    diagnostics.extend(front_keys::look_alikes(path, text, &found));
    let (layer, place) = front_keys::layer_of_keys(&found);
    let places = Places {
        published: place("published"),
        timezone: place("timezone"),
        language: place("language"),
        title: place("title").filter(|_| layer.title.is_some()),
    };
    drop(place);
    FrontMatter { layer, places, other_days: front_keys::other_days(found), allowances, end, diagnostics }
}

/// Reads keys with the reader of rule files.
fn of_yaml(path: &str, text: &str, keys: Span) -> (Vec<FrontKey>, Vec<Allowance>, Vec<Diagnostic>) {
    // The line of dashes above the keys begins a document of YAML too: places are those of the file.
    let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (document, mistakes) = yaml::read(path, text.get(skipped..keys.range().end).unwrap_or(""));
    let mut diagnostics: Vec<Diagnostic> =
        mistakes.into_iter().map(|mistake| of_front_matter(mistake, skipped)).collect();
    let Some(mapping) = document.root.as_ref().and_then(Node::mapping) else {
        return (Vec::new(), Vec::new(), diagnostics);
    };
    let own = mapping.get("crosscheck").map(|entry| allowance::of_front_matter(&document, &entry.value));
    let (allowances, wrong) = own.unwrap_or_default();
    let allowed = |one: Allowance| Allowance { place: in_file(one.place, skipped), ..one };
    let misplaced = |one: Diagnostic| Diagnostic { place: one.place.map(|place| in_file(place, skipped)), ..one };
    diagnostics.extend(wrong.into_iter().map(misplaced));
    let key = |entry: &MappingEntry| FrontKey {
        name: entry.key.value.clone(),
        place: moved(entry.key.words(&document.text), skipped),
        words: words(&entry.value),
        value: entry.value.scalar().map(|scalar| moved(scalar.words(&document.text), skipped)),
    };
    (mapping.entries.iter().map(key).collect(), allowances.into_iter().map(allowed).collect(), diagnostics)
}

fn of_toml(path: &str, text: &str, keys: Span) -> (Vec<FrontKey>, Vec<Diagnostic>) {
    match toml_matter::keys(keys.of(text), keys.range().start) {
        Ok(keys) => (keys, Vec::new()),
        Err((place, why)) => {
            let message = format!("the front matter is not TOML: {why}");
            let help = "write one `key = \"value\"` a line".to_string();
            (Vec::new(), vec![Diagnostic::in_file(code::FRONT_MATTER, path, text, place, message, Some(help))])
        }
    }
}

/// A mistake of YAML as one of front matter.
fn of_front_matter(mistake: Diagnostic, skipped: usize) -> Diagnostic {
    let help = "write one `key: value` a line, and put a value that has `: ` or `#` in quotation marks".to_string();
    let place = mistake.place.map(|place| in_file(place, skipped));
    let message = format!("the front matter is not YAML: {}", mistake.message);
    Diagnostic { place, ..Diagnostic::new(code::FRONT_MATTER, message, Some(mistake.help.unwrap_or(help))) }
}

/// A place of the keys as one of the file, in which some bytes stand before them.
fn in_file(place: DiagnosticPlace, skipped: usize) -> DiagnosticPlace {
    let start = moved(Span { start: place.excerpt_start, end: place.excerpt_start }, skipped).start;
    DiagnosticPlace { span: moved(place.span, skipped), excerpt_start: start, ..place }
}

fn moved(span: Span, by: usize) -> Span {
    Span::new(span.range().start + by, span.range().end + by)
}

/// What a node says: a text, or a list of them, `byline: [Ada Quill, Bo Lint]`; none where it is empty.
fn words(node: &Node) -> Option<String> {
    let text = |scalar: &Scalar| {
        let is_null =
            scalar.is_absent() || scalar.style == WrittenStyle::Plain && scalar.value.eq_ignore_ascii_case("null");
        Some(scalar.value.trim().to_string()).filter(|words| !is_null && !words.is_empty())
    };
    let words = match &node.shape {
        NodeShape::Scalar(scalar) => return text(scalar),
        NodeShape::List(list) => list.items.iter().filter_map(words).collect::<Vec<_>>().join(", "),
        // `author: {name: Ada Quill}`
        NodeShape::Mapping(mapping) => mapping.get("name").and_then(|entry| words(&entry.value)).unwrap_or_default(),
    };
    Some(words).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer_of(text: &str) -> MetadataLayer {
        let found = read("a.md", text);
        assert!(found.diagnostics.is_empty(), "{text}: {:?}", found.diagnostics);
        found.layer
    }

    #[test]
    fn scalars_of_any_type_are_words() {
        for (value, words) in [
            ("2021-12-30", Some("2021-12-30")),
            ("20211231", Some("20211231")),
            ("2021-12-30T14:05:00Z", Some("2021-12-30T14:05:00Z")),
            ("'30 Dec 2021'", Some("30 Dec 2021")),
            ("1.10", Some("1.10")),
            ("0123", Some("0123")),
            ("no", Some("no")),
            ("[a, b]", Some("a, b")),
            ("{a: b}", None),
            ("null", None),
            ("~", None),
            ("", None),
        ] {
            let text = format!("---\nother: [1, {{x: y}}]\npublished: {value}\ntags:\n  - a\n---\nText\n");
            assert_eq!(layer_of(&text).published.as_deref(), words, "{value}");
        }
    }

    #[test]
    fn where_the_text_begins() {
        for (text, rest, source) in [
            ("---\nsource: Quill\n---\nText", "Text", Some("Quill")),
            ("\u{feff}---\r\nsource: Quill\r\n---\r\nText", "Text", Some("Quill")),
            ("---\rsource: Quill\r---\rText", "Text", Some("Quill")),
            ("---\nsource: Quill\n...\nText", "Text", Some("Quill")),
            ("+++\nsource = \"Quill\"\ndate = 2021-12-30T14:05:00Z\n[params]\na = 1\n+++\nText", "Text", Some("Quill")),
            ("+++\nThe bridge is old.\n+++\nText", "+++\nThe bridge is old.\n+++\nText", None),
            ("---\n---\nText", "Text", None),
            ("---\nThe bridge is old.\n---\nText", "---\nThe bridge is old.\n---\nText", None),
            ("---\nThe bridge is old.", "---\nThe bridge is old.", None),
            ("Text\n---\nsource: Quill\n---\n", "Text\n---\nsource: Quill\n---\n", None),
        ] {
            let found = read("a.md", text);
            assert_eq!(text.get(found.end..), Some(rest), "{text}");
            assert_eq!(found.layer.source.as_deref(), source, "{text}");
            assert!(found.diagnostics.is_empty(), "{text}");
        }
    }

    #[test]
    fn mistakes_have_their_place() {
        for (text, line, column) in [
            ("---\nsource: Quill\ntitle: a: b\n---\nText", 3, 9),
            ("---\nsource: Quill\nsource: Lint\n---\nText", 3, 1),
            ("---\nsource: 'Quill\n---\nText", 2, 9),
            ("---\nsource: Quill\n", 1, 1),
            ("+++\nsource = \"Quill\"\ndate = \n+++\nText", 3, 8),
        ] {
            let found = read("a.md", text);
            let place = found.diagnostics.first().and_then(|mistake| mistake.place.clone()).unwrap();
            assert_eq!((place.line, place.column), (line, column), "{text}: {:?}", found.diagnostics);
            assert!(!place.excerpt.is_empty());
        }
        let bomb = format!("---\nsource: {}\n---\nText", "[".repeat(10_000));
        assert_eq!(read("a.md", &bomb).diagnostics.len(), 1);
    }

    #[test]
    fn keys_of_clippers_and_generators() {
        let layer = layer_of(
            "---\nsite: Quill\ndate: 2021-12-30\nauthor:\n  - \"[[Ada Quill]]\"\n  - {name: Bo Lint}\npublished: true\n---\nText",
        );
        assert_eq!(layer.source.as_deref(), Some("Quill"));
        assert_eq!(layer.published.as_deref(), Some("2021-12-30"));
        assert_eq!(layer.byline.as_deref(), Some("Ada Quill, Bo Lint"));
        let found =
            read("a.md", "+++\ntitle = 'The bridge'\nauthors = [\"Ada\", \"Bo\"]\ndate = 2021-12-30\n+++\nText");
        assert_eq!(found.layer.title.as_deref(), Some("The bridge"));
        assert_eq!(found.layer.byline.as_deref(), Some("Ada, Bo"));
        assert_eq!(found.layer.published.as_deref(), Some("2021-12-30"));
    }
}
