//! Entities of HTML, as they stand in Markdown and in text that was copied from a page: "&nbsp;", "&euro;", "&#39;".

/// No entity that is known here has more bytes.
const LONGEST: usize = 10;

/// Those that stand in running text, by name and character.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("cent", "¢"),
    ("comma", ","),
    ("copy", "©"),
    ("deg", "°"),
    ("emsp", "\u{2003}"),
    ("ensp", "\u{2002}"),
    ("euro", "€"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("frac34", "¾"),
    ("ge", "≥"),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "\u{201c}"),
    ("le", "≤"),
    ("lsquo", "\u{2018}"),
    ("lt", "<"),
    ("mdash", "—"),
    ("micro", "µ"),
    ("middot", "·"),
    ("minus", "−"),
    ("nbsp", "\u{a0}"),
    ("ndash", "–"),
    ("period", "."),
    ("plusmn", "±"),
    ("pound", "£"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rdquo", "\u{201d}"),
    ("rsquo", "\u{2019}"),
    ("thinsp", "\u{2009}"),
    ("times", "×"),
    ("yen", "¥"),
];

/// What an entity at the beginning of a text stands for, and its length in bytes.
pub(super) fn at(text: &str) -> Option<(usize, &'static str)> {
    let bytes = text.as_bytes();
    let end = memchr::memchr(b';', bytes.get(1..bytes.len().min(LONGEST + 2))?)? + 1;
    let name = text.get(1..end)?;
    let (_, meaning) = match name.strip_prefix('#') {
        Some(code) => {
            let hexadecimal = code.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
            let letter = char::from_u32(hexadecimal.unwrap_or_else(|| code.parse()).ok()?)?;
            ENTITIES.iter().find(|(_, meaning)| meaning.starts_with(letter))?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?,
    };
    Some((end + 1, meaning))
}

/// The words of a token: what an entity stands for.
#[inline]
pub(super) fn read(written: &str) -> &str {
    if written.len() < 4 || written.as_bytes().first() != Some(&b'&') {
        return written;
    }
    at(written).filter(|(length, _)| *length == written.len()).map_or(written, |(_, meaning)| meaning)
}

/// Whether words between two tokens are blanks, one of them written as an entity.
pub(super) fn are_blanks(words: &str) -> bool {
    at(words.trim_start()).is_some_and(|(_, meaning)| meaning.starts_with(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read() {
        for (written, expected) in [
            ("&nbsp;users", Some((6, "\u{a0}"))),
            ("&euro;20", Some((6, "€"))),
            ("&#39;s", Some((5, "'"))),
            ("&#x2019;s", Some((8, "\u{2019}"))),
            ("& Co; they", None),
            ("&nbsp", None),
            ("&unknown;", None),
            ("&#99999999;", None),
            ("&", None),
        ] {
            assert_eq!(at(written), expected, "{written}");
        }
        assert_eq!(read("&pound;"), "£");
        assert_eq!(read("&"), "&");
    }
}
