//! Columns of a terminal: how wide a text is, where it is cut, how it is wrapped, padded and painted.

use crate::{diagnostic::Colour, printable::printable};
use anstyle::{AnsiColor, Color, Effects};
use unicode_width::UnicodeWidthChar;

/// What stands for words that were left out.
const GAP: char = '…';

/// A foreign text on one line, harmless: runs of white space are one blank, hidden characters are visible.
///
/// A blank at either end stays, because it parts the words from those beside them.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        if !character.is_whitespace() {
            line.push(character);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    printable(&line).into_owned()
}

/// The same, without blanks at its ends.
pub fn words(text: &str) -> String {
    line(text).trim().to_string()
}

/// How many more there are than are shown, on a line of its own; nothing where there are none.
pub fn and_more(indent: &str, hidden: usize) -> String {
    match hidden {
        0 => String::new(),
        more => format!("{indent}{GAP} and {more} more (all with --verbose)\n"),
    }
}

/// The columns that a printable text takes.
pub fn width(text: &str) -> usize {
    text.chars().map(character_width).sum()
}

fn character_width(character: char) -> usize {
    character.width().unwrap_or(0)
}

/// The text from its beginning, in at most `room` columns, cut between words where one ends near; a cut is shown as `…`.
pub fn beginning(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_string();
    }
    let kept = take(text.chars(), room.saturating_sub(1));
    let kept = match kept.rsplit_once(' ') {
        Some((whole, broken)) if broken.len() <= LONGEST_BROKEN_WORD => whole,
        Some(_) | None => &kept,
    };
    format!("{}{GAP}", kept.trim_end())
}

/// The text up to its end, cut likewise at its beginning.
pub fn ending(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_string();
    }
    let kept: String = take(text.chars().rev(), room.saturating_sub(1)).chars().rev().collect();
    let kept = match kept.split_once(' ') {
        Some((broken, rest)) if broken.len() <= LONGEST_BROKEN_WORD => rest,
        Some(_) | None => &kept,
    };
    format!("{GAP}{kept}")
}

/// The text with its middle left out where it takes more than `room` columns.
pub fn both_ends(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_string();
    }
    let half = room.saturating_sub(1) / 2;
    let tail: String = take(text.chars().rev(), half).chars().rev().collect();
    format!("{}{GAP}{tail}", take(text.chars(), room.saturating_sub(1 + half)))
}

/// A word of more bytes than this is cut inside rather than left out whole.
const LONGEST_BROKEN_WORD: usize = 24;

/// As many characters as fit.
fn take(characters: impl Iterator<Item = char>, room: usize) -> String {
    let mut used = 0;
    characters
        .take_while(|&character| {
            used += character_width(character);
            used <= room
        })
        .collect()
}

/// The text in lines of at most `room` columns, broken between words; a longer word is broken inside. At least one line.
pub fn wrapped(text: &str, room: usize) -> Vec<String> {
    let room = room.max(2);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let needed = width(word) + usize::from(used > 0);
        if used + needed <= room {
            push(&mut lines, if used > 0 { " " } else { "" });
            push(&mut lines, word);
            used += needed;
            continue;
        }
        if used > 0 {
            lines.push(String::new());
            used = 0;
        }
        for character in word.chars() {
            if used + character_width(character) > room {
                lines.push(String::new());
                used = 0;
            }
            push(&mut lines, character.encode_utf8(&mut [0; 4]));
            used += character_width(character);
        }
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

/// The text, and blanks up to `room` columns.
pub fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(width(text))))
}

/// A colour of the report, by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// An error, a claim against.
    Bad,
    /// A warning, a figure that develops.
    Doubtful,
    /// A note.
    Noted,
    /// No evidence.
    Missing,
    /// A pass, a claim in support.
    Good,
    /// What leads the eye: arrows, headings.
    Guide,
    /// What may be passed over.
    Faint,
    /// What is said in words.
    Strong,
}

/// The text in the colour, where there are colours.
pub fn painted(text: &str, paint: Paint, colour: Colour) -> String {
    let style = anstyle::Style::new();
    let in_colour = |name: AnsiColor| style.fg_color(Some(Color::Ansi(name))).effects(Effects::BOLD);
    let style = match paint {
        Paint::Bad => in_colour(AnsiColor::Red),
        Paint::Doubtful => in_colour(AnsiColor::Yellow),
        Paint::Noted => in_colour(AnsiColor::Cyan),
        Paint::Missing => in_colour(AnsiColor::Magenta),
        Paint::Good => in_colour(AnsiColor::Green),
        Paint::Guide => in_colour(AnsiColor::Blue),
        Paint::Faint => style.dimmed(),
        Paint::Strong => style.bold(),
    };
    match colour {
        Colour::Ansi if !text.is_empty() => format!("{style}{text}{style:#}"),
        Colour::Ansi | Colour::Plain => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_between_words_and_by_columns() {
        let cases = [
            (beginning as fn(&str, usize) -> String, "the call lasted long", 20, "the call lasted long"),
            (beginning, "the call lasted long", 14, "the call…"),
            (beginning, "二〇二二年一月", 7, "二〇二…"),
            (beginning, "", 0, ""),
            (ending, "the call lasted long", 14, "…lasted long"),
            (ending, "二〇二二年一月", 7, "…年一月"),
            (both_ends, "abcdefghij", 7, "abc…hij"),
            (both_ends, "二〇二二年一月", 9, "二〇…一月"),
        ];
        for (cut, text, room, expected) in cases {
            assert_eq!(cut(text, room), expected, "{text} in {room}");
            assert!(width(&cut(text, room)) <= room.max(1));
        }
    }

    #[test]
    fn texts_are_wrapped_between_words() {
        assert_eq!(wrapped("about 50 minutes", 9), ["about 50", "minutes"]);
        assert_eq!(wrapped("internationally so", 6), ["intern", "ationa", "lly so"]);
        assert_eq!(wrapped("二〇二二年", 4), ["二〇", "二二", "年"]);
        assert_eq!(wrapped("", 4), [""]);
    }

    #[test]
    fn foreign_text_is_one_harmless_line() {
        assert_eq!(line("a\r\n\tb\u{a0}c "), "a b c ");
        let shown = words(" a\u{1b}[31m\u{9b}\u{202e}\u{200b}\n");
        assert!(!shown.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{200b}']), "{shown}");
    }
}
