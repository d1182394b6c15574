//! Text made safe to print: control, direction and zero-width characters, and the commands of build servers, are shown,
//! not obeyed.

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
        return harmless_to_ci(Cow::Borrowed(text));
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\r' && characters.peek() == Some(&'\n') {
            continue;
        }
        show(character, &mut shown);
    }
    harmless_to_ci(Cow::Owned(shown))
}

/// What a build server would take for a command in a log: `::error::` where a line begins, `##[` and `##vso[` anywhere.
/// Their first character is written as `\u{3a}` and `\u{23}`.
fn harmless_to_ci(text: Cow<'_, str>) -> Cow<'_, str> {
    let begins = |line: &str| line.trim_start().starts_with("::");
    let has_command = text.contains("##[") || text.contains("##vso[");
    if !has_command && !text.split('\n').any(begins) {
        return text;
    }
    let lines = text.split('\n').map(|line| {
        let line = if begins(line) { line.replacen("::", "\\u{3a}:", 1) } else { line.to_string() };
        line.replace("##[", "\\u{23}#[").replace("##vso[", "\\u{23}#vso[")
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
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

fn show(character: char, shown: &mut String) {
    if !is_hidden(character) {
        shown.push(character);
        return;
    }
    let code = u32::from(character);
    let picture = match code {
        0..=0x1f => char::from_u32(0x2400 + code),
        0x7f => Some('␡'),
        _ => None,
    };
    match picture {
        Some(picture) => shown.push(picture),
        None => shown.push_str(&character.escape_unicode().to_string()),
    }
}

/// Controls (C0, C1), zero-width characters, marks and overrides of direction, line and paragraph separators, tags.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\t' => false,
        '\u{ad}' | '\u{61c}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' => true,
        '\u{e0000}'..='\u{e0fff}' => true,
        _ => character.is_control(),
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
            ("::error::x", "\\u{3a}:error::x"),
            ("a\r\n \t::error::x", "a\n \t\\u{3a}:error::x"),
            ("a ##[error]x ##vso[task]y", "a \\u{23}#[error]x \\u{23}#vso[task]y"),
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
