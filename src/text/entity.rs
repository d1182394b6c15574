//! Entities of HTML, as they stand in Markdown and in text that was copied from a page: "&nbsp;", "&euro;", "&#39;".

use super::characters::{is_apostrophe, is_ignorable};

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
    ("shy", "\u{ad}"),
    ("thinsp", "\u{2009}"),
    ("times", "×"),
    ("yen", "¥"),
];

/// Those that are letters, by name and character.
const LETTERS: &[(&str, char)] = &[
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Auml", 'Ä'),
    ("Aring", 'Å'),
    ("AElig", 'Æ'),
    ("Ccedil", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Euml", 'Ë'),
    ("Igrave", 'Ì'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Iuml", 'Ï'),
    ("ETH", 'Ð'),
    ("Ntilde", 'Ñ'),
    ("Ograve", 'Ò'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'),
    ("Ouml", 'Ö'),
    ("Oslash", 'Ø'),
    ("Ugrave", 'Ù'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Uuml", 'Ü'),
    ("Yacute", 'Ý'),
    ("THORN", 'Þ'),
    ("szlig", 'ß'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("eth", 'ð'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("oslash", 'ø'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("thorn", 'þ'),
    ("yuml", 'ÿ'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Yuml", 'Ÿ'),
    ("Zcaron", 'Ž'),
    ("zcaron", 'ž'),
    ("Ccaron", 'Č'),
    ("ccaron", 'č'),
    ("Lstrok", 'Ł'),
    ("lstrok", 'ł'),
    ("nacute", 'ń'),
    ("Sacute", 'Ś'),
    ("sacute", 'ś'),
    ("Amacr", 'Ā'),
    ("amacr", 'ā'),
];

/// What an entity at the beginning of a text stands for, and its length in bytes.
pub(super) fn at(text: &str) -> Option<(usize, &'static str)> {
    let (length, name) = name(text)?;
    let (_, meaning) = match code(name) {
        Some(code) => {
            let letter = code?;
            ENTITIES.iter().find(|(_, meaning)| meaning.starts_with(letter))?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?,
    };
    Some((length, meaning))
}

/// The name between the marks of an entity at the beginning of a text, and the length of the whole.
fn name(text: &str) -> Option<(usize, &str)> {
    let bytes = text.as_bytes();
    let end = memchr::memchr(b';', bytes.get(1..bytes.len().min(LONGEST + 2))?)? + 1;
    Some((end + 1, text.get(1..end)?))
}

/// The character of a name that is a number; none where the number is that of no character.
#[allow(clippy::option_option, reason = "a number of no character is no name either")]
fn code(name: &str) -> Option<Option<char>> {
    let code = name.strip_prefix('#')?;
    let hexadecimal = code.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
    Some(hexadecimal.unwrap_or_else(|| code.parse()).ok().and_then(char::from_u32))
}

/// What an entity may be inside a word: a letter, an apostrophe, or what nobody sees; and its length in bytes.
pub(super) fn in_word(text: &str) -> Option<(usize, char)> {
    let (length, name) = name(text)?;
    let meaning = match code(name) {
        Some(code) => code,
        None => {
            let letter = LETTERS.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
            letter.or_else(|| at(text).and_then(|(_, meaning)| meaning.chars().next()))
        }
    };
    let joins = |letter: char| letter == '\'' || is_apostrophe(letter) || is_ignorable(letter);
    let is_of_word = |letter: &char| letter.is_alphanumeric() || joins(*letter);
    Some((length, meaning.filter(is_of_word)?))
}

/// Words in which some letters or marks are written as entities, as they are read.
pub fn decoded(written: &str) -> String {
    let mut word = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, _)) = rest.split_once('&') {
        word.push_str(before);
        let behind = rest.get(before.len()..).unwrap_or_default();
        let length = match (in_word(behind), at(behind)) {
            (Some((length, letter)), _) => {
                word.extend(Some(letter).filter(|letter| !is_ignorable(*letter)));
                length
            }
            (None, Some((length, meaning))) => {
                word.push_str(meaning);
                length
            }
            (None, None) => {
                word.push('&');
                1
            }
        };
        rest = behind.get(length..).unwrap_or_default();
    }
    word + rest
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
        for (written, expected) in [
            ("Jos&eacute;", "José"),
            ("&Eacute;tienne", "Étienne"),
            ("O&#8217;Brien", "O\u{2019}Brien"),
            ("Krak&#xf3;w", "Kraków"),
            ("har&shy;bour", "harbour"),
            ("AT&amp;T", "AT&T"),
            ("&ldquo;&frac12; of it&rdquo;", "\u{201c}½ of it\u{201d}"),
            ("a&b", "a&b"),
            ("&", "&"),
            ("", ""),
        ] {
            assert_eq!(decoded(written), expected, "{written}");
        }
        assert_eq!(read("&pound;"), "£");
        assert_eq!(read("&"), "&");
    }
}
