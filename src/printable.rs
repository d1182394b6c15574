//! What nobody sees made visible, before a text is measured, wrapped or pointed at: controls, directions, characters
//! without a shape. Whether finished text may be written is asked once, in [`crate::sink`].

use std::borrow::Cow;

/// The same text with every character that a terminal would obey or hide made visible: `␛`, `\u{202e}`.
///
/// Line feeds and tabs stay; a carriage return before a line feed is left out.
///
/// ```
/// use crosscheck::rooms::printable::printable;
/// assert_eq!(printable("a\u{1b}[31m b\u{202e}c"), "a␛[31m b\\u{202e}c");
/// assert_eq!(printable("one\r\ntwo"), "one\ntwo");
/// ```
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            hidden if is_hidden(hidden) => show(hidden, &mut shown),
            seen => shown.push(seen),
        }
    }
    Cow::Owned(shown)
}

/// As [`printable`], on one line: line feeds are shown as `␊`, tabs as blanks.
///
/// ```
/// assert_eq!(crosscheck::rooms::printable::printable_line("a\nb\tc"), "a␊b c");
/// ```
#[must_use]
pub fn printable_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\t']) {
        Cow::Owned(printable(text).replace('\n', "␊").replace('\t', " "))
    } else {
        printable(text)
    }
}

/// Writes what stands for a character: the picture of a control, or the character's number.
pub fn show(character: char, to: &mut String) {
    let code = u32::from(character);
    let picture = match code {
        0..=0x1f => char::from_u32(0x2400 + code),
        0x7f => Some('␡'),
        _ => None,
    };
    match picture {
        Some(picture) => to.push(picture),
        None => to.extend(character.escape_unicode()),
    }
}

/// What is obeyed or has no shape: controls but line feed and tab, whatever Unicode calls ignorable by default (zero width,
/// fillers, variation selectors, tags), marks and overrides of direction, separators of lines and paragraphs, formats,
/// blanks that are letters, and what is no character at all.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{feff}' => true,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}' => true,
        '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{fff0}'..='\u{fffb}' | '\u{13430}'..='\u{13455}' => true,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}' => true,
        '\u{e0000}'..='\u{e0fff}' | '\u{fdd0}'..='\u{fdef}' => true,
        _ => character.is_control() || u32::from(character) & 0xfffe == 0xfffe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_shown() {
        for (text, shown) in [
            ("\u{0}\u{7}\u{1b}\u{7f}", "␀␇␛␡"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("a\u{200b}b", "a\\u{200b}b"),
            ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("lone\rreturn", "lone␍return"),
            ("a\r\r\nb", "a␍\nb"),
            ("\u{feff}a", "\\u{feff}a"),
            ("x\u{e0100}\u{3164}", "x\\u{e0100}\\u{3164}"),
            ("AP\u{fe0f} \u{1f468}\u{200d}\u{1f469}", "AP\\u{fe0f} \u{1f468}\\u{200d}\u{1f469}"),
            ("\u{2800}\u{fdd0}\u{1fffe}\u{fff5}", "\\u{2800}\\u{fdd0}\\u{1fffe}\\u{fff5}"),
        ] {
            assert_eq!(printable(text), shown, "{text:?}");
        }
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in
            ["", "one\ntwo\tthree", "“curly” – dash…", "日本語 emoji 🎵 é", "no\u{a0}break", "std::io", "a\n# b ::"]
        {
            assert!(matches!(printable(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }
}
