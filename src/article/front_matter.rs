//! YAML front matter: `---`, keys, `---` at the start of a file.

use super::MetadataLayer;
use crate::{
    diagnostic::{Diagnostic, code},
    span::Span,
};
use serde::{Deserialize, Deserializer, de};
use serde_yaml::Spanned;

/// What the front matter of a file says.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub layer: MetadataLayer,
    /// Where `published`, `timezone` and `language` stand, for what is wrong with them.
    pub places: Places,
    /// Where the text begins.
    pub end: usize,
    pub diagnostics: Vec<Diagnostic>,
}

/// Where the values stand that can be wrong.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places {
    pub published: Option<Span>,
    pub timezone: Option<Span>,
    pub language: Option<Span>,
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

/// The known keys; others are the business of other programs.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Keys {
    source: Option<Spanned<Words>>,
    published: Option<Spanned<Words>>,
    timezone: Option<Spanned<Words>>,
    title: Option<Spanned<Words>>,
    url: Option<Spanned<Words>>,
    byline: Option<Spanned<Words>>,
    agency: Option<Spanned<Words>>,
    group: Option<Spanned<Words>>,
    language: Option<Spanned<Words>>,
}

/// A scalar of any type, or a list of them: `byline: [Ada Quill, Bo Lint]`.
#[derive(Default)]
struct Words {
    text: String,
    /// Whether it is a number or a truth value, whose digits the file itself shows best.
    is_typed: bool,
}

fn parse(path: &str, text: &str, yaml: Span, end: usize) -> FrontMatter {
    // Front matter is a few keys: what is larger or deeper was not written by hand.
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_events: 20_000, max_nodes: 5_000, max_aliases: 100, max_depth: 32 },
    };
    let source = yaml.of(text);
    if source.trim().is_empty() {
        return FrontMatter { end, ..FrontMatter::default() };
    }
    match serde_yaml::from_str_with_options::<Option<Keys>>(source, options) {
        Ok(keys) => {
            let keys = keys.unwrap_or_default();
            let words = |value: &Option<Spanned<Words>>| value.as_ref().and_then(|value| spelled(source, value));
            let place = |value: &Option<Spanned<Words>>| value.as_ref().and_then(|value| placed(yaml, value));
            let layer = MetadataLayer {
                source: words(&keys.source),
                published: words(&keys.published),
                timezone: words(&keys.timezone),
                title: words(&keys.title),
                url: words(&keys.url),
                byline: words(&keys.byline),
                agency: words(&keys.agency),
                group: words(&keys.group),
                language: words(&keys.language),
            };
            let places = Places {
                published: place(&keys.published),
                timezone: place(&keys.timezone),
                language: place(&keys.language),
            };
            FrontMatter { layer, places, end, diagnostics: Vec::new() }
        }
        Err(error) => {
            let error = error.without_snippet();
            let span = error.location().map_or(yaml, |location| place_of(text, yaml, location));
            let reason = error.to_string();
            let reason = reason.lines().next().unwrap_or("").split(" at line ").next().unwrap_or("");
            let message = format!("the front matter is not YAML: {}", reason.trim_end_matches('.').to_lowercase());
            let help =
                "write one `key: value` a line, and put a value that has `: ` or `#` in quotation marks".to_string();
            let mistake = Diagnostic::in_file(code::FRONT_MATTER, path, text, span, message, Some(help));
            FrontMatter { end, diagnostics: vec![mistake], ..FrontMatter::default() }
        }
    }
}

/// A value as the file spells it; none where it is empty.
fn spelled(source: &str, value: &Spanned<Words>) -> Option<String> {
    let written = || {
        let span = value.referenced.span();
        let start = usize::try_from(span.byte_offset()?).ok()?;
        let end = start + usize::try_from(span.byte_len()?).ok()?;
        source.get(start..end).map(|written| written.trim().to_string())
    };
    let text =
        if value.value.is_typed { written() } else { None }.unwrap_or_else(|| value.value.text.trim().to_string());
    (!text.is_empty()).then_some(text)
}

fn placed(yaml: Span, value: &Spanned<Words>) -> Option<Span> {
    let span = value.referenced.span();
    let start = yaml.start as usize + usize::try_from(span.byte_offset()?).ok()?;
    let end = start + usize::try_from(span.byte_len()?).ok()?;
    Some(Span::new(start, end.min(yaml.end as usize)))
}

/// The place of an error: its bytes where they are known, else those of its line from its column on.
fn place_of(text: &str, yaml: Span, location: serde_yaml::Location) -> Span {
    if let Some(offset) = location.span().byte_offset().and_then(|offset| usize::try_from(offset).ok())
        && (offset > 0 || location.line() == 1)
    {
        let start = (yaml.start as usize + offset).min(yaml.end as usize);
        let length = location.span().byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
        return within(text, Span::new(start, (start + length.max(1)).min(yaml.end as usize)));
    }
    let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
    let Some(line) = line_spans(text, yaml.start as usize).nth(line) else { return yaml };
    let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
    let start = line.of(text).char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    within(text, Span::new(line.start as usize + start, line.end as usize))
}

/// The span with both ends at characters.
fn within(text: &str, span: Span) -> Span {
    let floor = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    Span::new(floor((span.start as usize).min(text.len())), floor((span.end as usize).min(text.len())))
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Scalar)
    }
}

/// Takes any scalar, and lists of scalars.
struct Scalar;

impl<'de> de::Visitor<'de> for Scalar {
    type Value = Words;

    fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str("words")
    }

    fn visit_str<E>(self, text: &str) -> Result<Words, E> {
        Ok(Words { text: text.to_string(), is_typed: false })
    }

    fn visit_bool<E>(self, value: bool) -> Result<Words, E> {
        Ok(Words { text: value.to_string(), is_typed: true })
    }

    fn visit_i64<E>(self, value: i64) -> Result<Words, E> {
        Ok(Words { text: value.to_string(), is_typed: true })
    }

    fn visit_u64<E>(self, value: u64) -> Result<Words, E> {
        Ok(Words { text: value.to_string(), is_typed: true })
    }

    fn visit_i128<E>(self, value: i128) -> Result<Words, E> {
        Ok(Words { text: value.to_string(), is_typed: true })
    }

    fn visit_u128<E>(self, value: u128) -> Result<Words, E> {
        Ok(Words { text: value.to_string(), is_typed: true })
    }

    fn visit_f64<E>(self, value: f64) -> Result<Words, E> {
        Ok(Words { text: value.to_string(), is_typed: true })
    }

    fn visit_unit<E>(self) -> Result<Words, E> {
        Ok(Words::default())
    }

    fn visit_none<E>(self) -> Result<Words, E> {
        Ok(Words::default())
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Words, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Words, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element::<Words>()? {
            all.push(item.text);
        }
        Ok(Words { text: all.join(", "), is_typed: false })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut entries: A) -> Result<Words, A::Error> {
        while entries.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
        Ok(Words::default())
    }
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
            ("---\nsource: 'Quill\n---\nText", 3, 1),
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
