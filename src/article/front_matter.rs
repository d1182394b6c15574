//! YAML front matter: `---`, keys, `---` at the start of a file.

use super::MetadataLayer;
use crate::{
    diagnostic::{Diagnostic, code},
    files,
    span::Span,
    yaml::{self, Node, NodeShape, Scalar, WrittenStyle},
};

/// What the front matter of a file says.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub layer: MetadataLayer,
    /// Where values stand, for what is wrong with them, and for the headline.
    pub places: Places,
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

const KEYS: [&str; 9] = ["source", "published", "timezone", "title", "url", "byline", "agency", "group", "language"];

/// Reads the front matter of `text`, if it has any; what is malformed is passed over with a diagnostic.
pub(super) fn read(path: &str, text: &str) -> FrontMatter {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    match bounds(text, start) {
        Bounds::None => FrontMatter { end: start, ..FrontMatter::default() },
        Bounds::Open(first) => {
            let message = "the front matter has no end";
            let help = "write a line `---` below its last key".to_string();
            let mistake = Diagnostic::in_file(code::FRONT_MATTER, path, text, first, message, Some(help));
            FrontMatter { end: start, diagnostics: vec![mistake], ..FrontMatter::default() }
        }
        Bounds::Closed { yaml, end } => parse(path, text, yaml, end),
    }
}

enum Bounds {
    None,
    /// It begins, and nothing ends it.
    Open(Span),
    Closed {
        yaml: Span,
        end: usize,
    },
}

fn bounds(text: &str, start: usize) -> Bounds {
    let mut lines = line_spans(text, start);
    let Some(first) = lines.next().filter(|line| line.of(text).trim_end() == "---") else { return Bounds::None };
    let (mut yaml, mut is_meant, mut is_first) = (None::<Span>, false, true);
    for line in lines {
        let words = line.of(text).trim_end();
        if matches!(words, "---" | "...") {
            // Between two rules of dashes stands front matter only where it looks like keys.
            let yaml = yaml.unwrap_or(Span { start: line.start, end: line.start });
            let is_empty = yaml.of(text).trim().is_empty();
            let closed = Bounds::Closed { yaml: Span { end: line.start, ..yaml }, end: next_line(text, line) };
            return if is_meant || is_empty { closed } else { Bounds::None };
        }
        yaml = Some(yaml.map_or(line, |yaml| yaml.cover(line)));
        if !words.trim().is_empty() {
            is_meant |= is_first && looks_like_key(words) || has_known_key(words);
            is_first = false;
        }
    }
    // Text below a rule of dashes may have a line such as `source: ...`, but not as its first.
    let opens_with_key = yaml.and_then(|yaml| yaml.of(text).lines().next()).is_some_and(has_known_key);
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

fn has_known_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| KEYS.contains(&key.trim_matches(['"', '\''])))
}

/// Reads the keys with the reader of rule files: what it can read counts, and each mistake has its place.
fn parse(path: &str, text: &str, yaml: Span, end: usize) -> FrontMatter {
    if yaml.len() as u64 > files::FRONT_MATTER.most {
        let message = format!("the front matter is longer than {}", files::FRONT_MATTER.in_words());
        let help = "keep to a few keys, and write the text below a line `---`".to_string();
        let first = Span { end: yaml.start, ..yaml };
        let mistake = Diagnostic::in_file(code::FRONT_MATTER, path, text, first, message, Some(help));
        return FrontMatter { end, diagnostics: vec![mistake], ..FrontMatter::default() };
    }
    // The line of dashes above the keys begins a document of YAML too: places are those of the file.
    let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (document, mistakes) = yaml::read(path, text.get(skipped..yaml.range().end).unwrap_or(""));
    let mut front = FrontMatter { end, ..FrontMatter::default() };
    front.diagnostics = mistakes.into_iter().map(|mistake| of_front_matter(mistake, skipped)).collect();
    let Some(mapping) = document.root.as_ref().and_then(Node::mapping) else { return front };
    let value = |key: &str| mapping.get(key).map(|entry| &entry.value);
    let words = |key: &str| value(key).and_then(words);
    let place = |key: &str| {
        let scalar = value(key)?.scalar()?;
        Some(moved(scalar.words(&document.text), skipped))
    };
    front.layer = MetadataLayer {
        source: words("source"),
        published: words("published"),
        timezone: words("timezone"),
        title: words("title"),
        url: words("url"),
        byline: words("byline"),
        agency: words("agency"),
        group: words("group"),
        language: words("language"),
    };
    front.places = Places {
        published: place("published"),
        timezone: place("timezone"),
        language: place("language"),
        title: place("title").filter(|_| front.layer.title.is_some()),
    };
    front
}

/// A mistake of YAML as one of front matter.
fn of_front_matter(mistake: Diagnostic, skipped: usize) -> Diagnostic {
    let help = "write one `key: value` a line, and put a value that has `: ` or `#` in quotation marks".to_string();
    let place = mistake.place.map(|mut place| {
        place.span = moved(place.span, skipped);
        place.excerpt_start = moved(Span { start: place.excerpt_start, end: place.excerpt_start }, skipped).start;
        place
    });
    let message = format!("the front matter is not YAML: {}", mistake.message);
    Diagnostic { place, ..Diagnostic::new(code::FRONT_MATTER, message, Some(mistake.help.unwrap_or(help))) }
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
        NodeShape::List(list) => {
            list.items.iter().filter_map(|item| text(item.scalar()?)).collect::<Vec<_>>().join(", ")
        }
        NodeShape::Mapping(_) => String::new(),
    };
    Some(words).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(text: &str) -> MetadataLayer {
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
            assert_eq!(layer(&text).published.as_deref(), words, "{value}");
        }
    }

    #[test]
    fn where_the_text_begins() {
        for (text, rest, source) in [
            ("---\nsource: Quill\n---\nText", "Text", Some("Quill")),
            ("\u{feff}---\r\nsource: Quill\r\n---\r\nText", "Text", Some("Quill")),
            ("---\rsource: Quill\r---\rText", "Text", Some("Quill")),
            ("---\nsource: Quill\n...\nText", "Text", Some("Quill")),
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
        ] {
            let found = read("a.md", text);
            let place = found.diagnostics.first().and_then(|mistake| mistake.place.clone()).unwrap();
            assert_eq!((place.line, place.column), (line, column), "{text}: {:?}", found.diagnostics);
            assert!(!place.excerpt.is_empty());
        }
        let bomb = format!("---\nsource: {}\n---\nText", "[".repeat(10_000));
        assert_eq!(read("a.md", &bomb).diagnostics.len(), 1);
    }
}
