//! `--format json`: the report as one object, the shape that other programs read.

use super::{Diagnostics, Format};
use crate::{finding::Report, printable::is_hidden};
use serde::Serialize;

/// The report as one object.
pub const FORMAT: Format<Report> = Format {
    name: "json",
    about: "one JSON object with every finding, its evidence and all claims",
    diagnostics: Diagnostics::Inside,
    print: |report, _| pretty(report),
};

/// Indented JSON with a line feed at its end.
pub fn pretty<T: Serialize + ?Sized>(value: &T) -> String {
    // Plain data with text keys always serialises; the error would say so in the output.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_else(|error| format!("\"{error}\""));
    text.push('\n');
    escaped(text)
}

/// JSON with its hidden characters written as `\u202e`, so that it is harmless on a terminal too. They stand only inside
/// strings, and the JSON says the same.
pub fn escaped(json: String) -> String {
    let json = harmless_to_ci(json);
    let is_hidden = |character: char| !matches!(character, '\n' | '\t' | ' '..='~') && is_hidden(character);
    if !json.contains(is_hidden) {
        return json;
    }
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if is_hidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            text.push(character);
        }
    }
    text
}

/// Build servers look for `##[` and `##vso[` anywhere in a line; both can only stand inside a string.
fn harmless_to_ci(json: String) -> String {
    if json.contains("##[") || json.contains("##vso[") {
        json.replace("##[", "\\u0023#[").replace("##vso[", "\\u0023#vso[")
    } else {
        json
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped_and_read_back() {
        let texts = [
            "plain",
            "é “x” 電話 🙂",
            "\u{1b}[31m\u{9b}\u{202e}\u{7f}\u{200b}\u{e0041}",
            "a\nb\\\"",
            "##[error]x ###vso[y",
        ];
        let json = pretty(&texts);
        assert!(!json.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7f}', '\u{200b}', '\u{e0041}']), "{json}");
        assert!(!json.contains("##[") && !json.contains("##vso["), "{json}");
        assert!(json.contains("é “x” 電話 🙂"));
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), texts);
    }
}
