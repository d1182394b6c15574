//! Finished text made harmless, once, where it is written: no terminal obeys it, no build server takes a line for a command,
//! nothing in it is hidden.
//!
//! Pieces that are harmless alone make a command where they meet: `##` before a caret and `vso[` behind it, a line that is
//! wrapped before `::error`. So what is cleaned is the whole, and whoever writes takes only [`Harmless`] text.
//!
//! A new syntax is one variant of [`Syntax`], which says how a character is written that must not stand as it is: `&#35;`
//! in XML and HTML, `%23` in the values of a command that a format gives on purpose.

mod page;

pub use page::Page;

use crate::{
    diagnostic::Colour,
    printable::{self, show},
};
use std::ops::Deref;

/// What finished text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// Lines for people.
    Text,
    /// JSON, in whole or a line each. What must not stand is in a string, and reads back as it was.
    Json,
    /// Comma-separated values; rows end in `\r\n`. What is no formula and needs no quotation marks, the format has said.
    Csv,
    /// Commands of a workflow, one a line, which a build server is meant to obey: those that begin a line. The format has put
    /// what is foreign in no line of its own.
    Commands,
    /// Markdown with HTML in it. What is markup, the format has said.
    Markdown,
    /// XML. What is markup, the format has said.
    Xml,
    /// A page of HTML. What is markup, the format has said, and nothing foreign is in its style or its script, where a
    /// character by its number would not read back.
    Html,
}

impl Syntax {
    /// Writes a character that must not stand as it is.
    fn escape(self, character: char, to: &mut String) {
        match self {
            Self::Markdown | Self::Xml | Self::Html if matches!(character, '#' | ':') => {
                to.push_str(&format!("&#{};", u32::from(character)));
            }
            // What nobody sees is no character of XML, or would be as invisible there.
            Self::Text | Self::Csv | Self::Commands | Self::Markdown | Self::Xml | Self::Html => show(character, to),
            Self::Json => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    to.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }

    /// The colours that it has where there are colours: what programs read has none, whoever asks for them.
    fn colour(self, asked: Colour) -> Colour {
        match self {
            Self::Text => asked,
            Self::Json | Self::Csv | Self::Commands | Self::Markdown | Self::Xml | Self::Html => Colour::Plain,
        }
    }

    /// Whether the end of its lines begins here, though a terminal obeys it.
    fn ends_line(self, rest: &str) -> bool {
        match self {
            Self::Csv => rest.starts_with("\r\n"),
            Self::Text | Self::Json | Self::Commands | Self::Markdown | Self::Xml | Self::Html => false,
        }
    }

    /// The bytes with which a command begins here that is the format's own: it begins its line, and says what it is.
    fn own_command(self, before: &str, rest: &str) -> usize {
        let is_own = self == Self::Commands && (before.is_empty() || before.ends_with('\n'));
        if is_own && OWN_COMMANDS.iter().any(|own| rest.starts_with(own)) { "::".len() } else { 0 }
    }
}

/// What a format may ask of a build server: to show something at a place.
const OWN_COMMANDS: [&str; 3] = ["::error ", "::notice ", "::warning "];

/// Text that nobody obeys; the only text that is written to standard output and standard error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Harmless(String);

impl Harmless {
    /// A text of this program in which nothing is foreign, as a script that it makes for a shell.
    #[must_use]
    pub fn own(text: String) -> Self {
        Self(text)
    }
}

/// Whole lines, one after the other: where they meet is no seam.
impl FromIterator<Harmless> for Harmless {
    fn from_iter<T: IntoIterator<Item = Self>>(lines: T) -> Self {
        Self(lines.into_iter().map(|line| line.0).collect())
    }
}

impl Deref for Harmless {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// The text with everything shown that somebody would obey or not see. Of escape sequences only the colours of this program
/// stay, and those only where `colour` says so: for what was painted, whose foreign words were made visible before that.
///
/// ```
/// use crosscheck::rooms::{diagnostic::Colour, sink::{Syntax, harmless}};
/// let shown = |text, syntax| harmless(text, syntax, Colour::Plain).to_string();
/// assert_eq!(shown("a ##vso[task.x]y\n::error::z\n", Syntax::Text), "a \\u{23}#vso[task.x]y\n\\u{3a}:error::z\n");
/// assert_eq!(shown("[\"##[x]\u{202e}\"]\n", Syntax::Json), "[\"\\u0023#[x]\\u202e\"]\n");
/// assert_eq!(shown("\u{1b}[31mred", Syntax::Text), "␛[31mred");
/// ```
#[must_use]
pub fn harmless(text: impl AsRef<str> + Into<String>, syntax: Syntax, colour: Colour) -> Harmless {
    // What is harmless as it is needs no room a second time.
    let shown = escaped(text.as_ref(), syntax, colour);
    Harmless(shown.unwrap_or_else(|| text.into()))
}

/// The text with everything shown; none where that is the text itself.
fn escaped(text: &str, syntax: Syntax, colour: Colour) -> Option<String> {
    let colour = syntax.colour(colour);
    let mut shown = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(found) = text.as_bytes().get(at..).and_then(|rest| rest.iter().position(|byte| is_suspect(*byte))) {
        at += found;
        let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
        let Some(character) = rest.chars().next() else { break };
        let own = style_length(rest, colour).max(syntax.own_command(before, rest));
        if own > 0 || syntax.ends_line(rest) {
            at += own.max(1);
            continue;
        }
        let is_obeyed = match character {
            '#' => begins_service_message(rest, colour),
            ':' if !is_near_command(before, rest) => false,
            ':' => begins_workflow_command(before, rest, colour) || ends_section(before, colour),
            '\t' => true,
            other => printable::is_hidden(other),
        };
        if is_obeyed {
            shown.push_str(text.get(done..at).unwrap_or_default());
            syntax.escape(character, &mut shown);
            done = at + character.len_utf8();
        }
        at += character.len_utf8();
    }
    shown.push_str(text.get(done..).unwrap_or_default());
    (done > 0).then_some(shown)
}

/// Whether a byte begins something to look at: all else stands as it is.
fn is_suspect(byte: u8) -> bool {
    matches!(byte, b'#' | b':' | 0..=9 | 0x0b..=0x1f | 0x7f..)
}

/// Whether a command can begin, or the name of a section end, at a colon: most stand between a key and its value.
fn is_near_command(before: &str, rest: &str) -> bool {
    matches!(rest.as_bytes().get(1), Some(b':' | 0x1b))
        || matches!(before.as_bytes().last().map(u8::to_ascii_lowercase), Some(b't' | b'd' | b'e' | b'm'))
}

/// Whether the name of a section ends here, whose colon is next.
fn ends_section(before: &str, colour: Colour) -> bool {
    let near = before.floor_char_boundary(before.len().saturating_sub(LONGEST_SECTION));
    let is_near = without_style(before, colour).ends_with(['t', 'd', 'e', 'T', 'D', 'E']);
    let seen = || visible(before.get(near..).unwrap_or_default(), colour).collect::<String>().to_ascii_lowercase();
    is_near && SECTIONS.iter().any(|name| seen().ends_with(name))
}

/// The name of a section takes at most so many bytes, its colours counted.
const LONGEST_SECTION: usize = 128;

/// What GitLab and Travis fold a log by, up to the colon.
const SECTIONS: [&str; 4] = ["section_start", "section_end", "travis_fold", "travis_time"];

/// `##[`, `##vso[`, `##teamcity[`: Azure, GitHub and TeamCity look for them anywhere in a line.
fn begins_service_message(rest: &str, colour: Colour) -> bool {
    let mut seen = visible(rest, colour);
    if (seen.next(), seen.next()) != (Some('#'), Some('#')) {
        return false;
    }
    let mut behind = seen.take(LONGEST_SERVICE + 1).skip_while(char::is_ascii_alphabetic);
    behind.next() == Some('[')
}

/// The name of a service in a message has at most so many letters.
const LONGEST_SERVICE: usize = 16;

/// `::error::`, which GitHub and its kin look for where a line begins, and others behind what a log puts before the line.
fn begins_workflow_command(before: &str, rest: &str, colour: Colour) -> bool {
    let mut seen = visible(rest, colour).skip(1);
    if seen.next() != Some(':') {
        return false;
    }
    // ` ::: rules.yaml:3:5` tells of a second file. To a build server it is a command without a name, and so none.
    if rest.starts_with("::: ") {
        return false;
    }
    let is_named = seen.next().is_some_and(|letter| letter.is_ascii_alphabetic());
    let (mut before, mut is_behind_blank) = (without_style(before, colour), false);
    loop {
        match before.chars().next_back() {
            None | Some('\n') => return true,
            Some(blank) if blank.is_whitespace() => {
                is_behind_blank = true;
                let shorter = before.len() - blank.len_utf8();
                before = without_style(before.get(..shorter).unwrap_or_default(), colour);
            }
            Some(_) => return is_behind_blank && is_named,
        }
    }
}

/// The characters of a text that are seen, its colours left out.
fn visible(mut text: &str, colour: Colour) -> impl Iterator<Item = char> {
    std::iter::from_fn(move || {
        while let own @ 1.. = style_length(text, colour) {
            text = text.get(own..)?;
        }
        let character = text.chars().next()?;
        text = text.get(character.len_utf8()..)?;
        Some(character)
    })
}

/// The text without the colours at its end.
fn without_style(mut text: &str, colour: Colour) -> &str {
    while text.ends_with('m') {
        let near = text.floor_char_boundary(text.len().saturating_sub(LONGEST_STYLE));
        let from = text.get(near..).and_then(|end| end.rfind('\u{1b}')).map(|from| near + from);
        match from.and_then(|from| Some((text.get(..from)?, text.get(from..)?))) {
            Some((shorter, end)) if style_length(end, colour) == end.len() => text = shorter,
            Some(_) | None => break,
        }
    }
    text
}

/// The bytes of `\u{1b}[31m`.
const LONGEST_STYLE: usize = 5;

/// The bytes of a colour of this program with which the text begins: the colours of letters, bold, faint, underlined, and
/// their end, one at a time. Nothing else is one, above all no sequence that hides, blinks or moves.
fn style_length(text: &str, colour: Colour) -> usize {
    match (colour, text.as_bytes()) {
        (Colour::Ansi, [0x1b, b'[', b'0' | b'1' | b'2' | b'4', b'm', ..]) => 4,
        (Colour::Ansi, [0x1b, b'[', b'3' | b'9', b'0'..=b'7', b'm', ..]) => LONGEST_STYLE,
        (Colour::Ansi | Colour::Plain, _) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Style;
    use proptest::{prelude::*, sample::select};

    fn shown(text: &str, colour: Colour) -> String {
        harmless(text, Syntax::Text, colour).to_string()
    }

    #[test]
    fn commands_of_build_servers_are_shown() {
        for (text, expected) in [
            ("::error::x", "\\u{3a}:error::x"),
            ("a\n \t::error::x", "a\n ␉\\u{3a}:error::x"),
            ("\u{a0}\u{3000}::x", "\u{a0}\u{3000}\\u{3a}:x"),
            ("12:00 ::error::x", "12:00 \\u{3a}:error::x"),
            (":::error", "\\u{3a}::error"),
            ("::: ::error::x", "::: \\u{3a}:error::x"),
            ("a ##[error]x ##vso[task]y", "a \\u{23}#[error]x \\u{23}#vso[task]y"),
            ("###VSO[x", "#\\u{23}#VSO[x"),
            ("##teamcity[message text='x']", "\\u{23}#teamcity[message text='x']"),
            ("section_start:1:x\r\u{1b}[0K", "section_start\\u{3a}1:x␍␛[0K"),
            ("travis_fold:start:x", "travis_fold\\u{3a}start:x"),
            ("Travis_FOLD:start:x", "Travis_FOLD\\u{3a}start:x"),
            ("##\u{200b}[x", "##\\u{200b}[x"),
        ] {
            assert_eq!(shown(text, Colour::Plain), expected, "{text:?}");
            assert_eq!(shown(expected, Colour::Plain), expected, "what is harmless stays as it is");
        }
    }

    #[test]
    fn what_is_no_command_stays() {
        for text in [
            "",
            "std::io::Result, a :: b, x::\n",
            "a: b\nc:\n:d",
            " ::: rules.yaml:3:5",
            "# Title\n## Part [1]\n##[",
            "no. #1 ##",
            "##aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa[",
            "a section, started: now",
            "“curly” – dash… 日本語 🎵 é no\u{a0}break",
        ] {
            let expected = text.replace("##[", "\\u{23}#[");
            assert_eq!(shown(text, Colour::Plain), expected);
        }
    }

    #[test]
    fn colours_hide_no_command_and_others_are_shown() {
        for (text, expected) in [
            ("\u{1b}[1m\u{1b}[31mred\u{1b}[0m", "\u{1b}[1m\u{1b}[31mred\u{1b}[0m"),
            ("##\u{1b}[1mvso[x", "\\u{23}#\u{1b}[1mvso[x"),
            ("#\u{1b}[0m\u{1b}[1m#[x", "\\u{23}\u{1b}[0m\u{1b}[1m#[x"),
            ("\u{1b}[1m \u{1b}[0m::x", "\u{1b}[1m \u{1b}[0m\\u{3a}:x"),
            ("::\u{1b}[1m: x", "\\u{3a}:\u{1b}[1m: x"),
            (":\u{1b}[1m:x", "\\u{3a}\u{1b}[1m:x"),
            ("\u{1b}[5m\u{1b}[41m\u{1b}[1;31m\u{1b}[K\u{1b}[m\u{1b}[8m", "␛[5m␛[41m␛[1;31m␛[K␛[m␛[8m"),
            ("\u{9b}31m", "\\u{9b}31m"),
        ] {
            assert_eq!(shown(text, Colour::Ansi), expected, "{text:?}");
        }
        assert_eq!(shown("\u{1b}[1mx", Colour::Plain), "␛[1mx");
    }

    #[test]
    fn what_is_hidden_in_json_reads_back() {
        let texts = ["plain", "é “x” 電話 🙂", "\u{7f}\u{9b}\u{202e}\u{200b}\u{e0041}\u{fe0f}\t\r", "\\##[e]\\u ::a"];
        let json = serde_json::to_string_pretty(&texts).unwrap();
        let written = harmless(&json, Syntax::Json, Style::default().colour);
        assert!(written.contains("é “x” 電話 🙂") && !written.contains("##["), "{}", &*written);
        assert!(!written.chars().any(|character| printable::is_hidden(character) || character == '\t'));
        assert_eq!(serde_json::from_str::<Vec<String>>(&written).unwrap(), texts);
    }

    #[test]
    fn rows_end_as_they_do() {
        let text = harmless("a,\"b\rc\"\r\nd\r\n", Syntax::Csv, Colour::Plain);
        assert_eq!(&*text, "a,\"b␍c\"\r\nd\r\n");
        let coloured = harmless("\u{1b}[31ma\r\n", Syntax::Csv, Colour::Ansi);
        assert_eq!(&*coloured, "␛[31ma\r\n", "a table is never painted, so the colour is foreign");
    }

    #[test]
    fn commands_of_the_format_stay_and_no_other() {
        let given = "::error file=a.txt,title=b::c\n::notice title=x::y ::error::z\n ::error file=x::y\n::debug::z\n::stop-commands::t";
        let expected = "::error file=a.txt,title=b::c\n::notice title=x::y \\u{3a}:error::z\n \\u{3a}:error file=x::y\n\\u{3a}:debug::z\n\\u{3a}:stop-commands::t";
        assert_eq!(&*harmless(given, Syntax::Commands, Colour::Ansi), expected);
        assert_eq!(&*harmless("::error file=a::b", Syntax::Text, Colour::Plain), "\\u{3a}:error file=a::b");
    }

    #[test]
    fn markup_reads_back() {
        let given = "<a b=\"##[x]\">\n::error::y\u{202e}\u{1b}[31m</a>\n";
        let expected = "<a b=\"&#35;#[x]\">\n&#58;:error::y\\u{202e}␛[31m</a>\n";
        for syntax in [Syntax::Markdown, Syntax::Xml, Syntax::Html] {
            assert_eq!(&*harmless(given, syntax, Colour::Ansi), expected);
            assert_eq!(&*harmless(expected, syntax, Colour::Ansi), expected, "what is harmless stays as it is");
        }
    }

    /// Pieces that make commands where they meet.
    pub(super) fn pieces() -> impl Strategy<Value = String> {
        let piece = select(vec![
            "\"",
            "#",
            "##",
            "[",
            "vso[",
            "teamcity[",
            "::",
            ":",
            "error",
            " ",
            "\n",
            "\u{1b}[1m",
            "\u{1b}[0m",
            "\u{1b}[",
            "m",
            "1",
            "\u{200b}",
            "\r",
            "\t",
            "section_",
            "start",
            "é",
            "a",
        ]);
        prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_line_is_a_command(text in pieces(), is_coloured: bool) {
            let colour = if is_coloured { Colour::Ansi } else { Colour::Plain };
            let written = shown(&text, colour);
            let plain: String = visible(&written, colour).collect();
            prop_assert!(!plain.chars().any(|character| printable::is_hidden(character) || character == '\t'), "{plain:?}");
            for line in written.split('\n').chain(plain.split('\n')) {
                let start = line.trim_start();
                prop_assert!(!start.starts_with("::") || start.starts_with("::: "), "{line:?}");
                prop_assert!(!line.contains(" ::e"), "{line:?}");
                prop_assert!(!["##[", "##vso[", "##teamcity[", "section_start:"].iter().any(|it| line.contains(it)), "{line:?}");
            }
            prop_assert_eq!(shown(&written, colour), written);
        }
    }
}
