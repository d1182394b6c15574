//! What counts as the same words: the one fold, by what is compared.
//!
//! Two texts are the same where their folds are equal. Every sense starts from one table of letters, and differs in what it
//! does with marks:
//!
//! | written differently | [`words`] | [`name`] | [`listed`] | [`quotation`] |
//! |---|---|---|---|---|
//! | case (`ß` is `ss`) | same | same | same | same |
//! | blanks of any width, line ends, their number | same | same | same | same |
//! | apostrophes and single marks: `'` `’` `ʼ` `′` `` ` `` | same | same | same | same |
//! | double marks: `"` `“` `„` `«` | same | same | left out | left out |
//! | hyphens, dashes, the minus sign | same | same | as a blank | as a blank |
//! | `…` and `...` | same | same | left out | where a stretch ends |
//! | what nobody sees: zero width, direction, soft hyphens, variation selectors | left out | left out | left out | left out |
//! | ligatures, full-width forms, an accent as a letter of its own | same | same | same | same |
//! | full stops behind initials and abbreviations: `U.S.` | differ | left out | left out | as a blank |
//! | "the" before it | differs | differs | left out | differs |
//! | brackets | differ | differ | as a blank | left out |
//! | other marks: `!` `,` `&` | differ | differ | as a blank | as a blank, save `%` and signs of money |
//!
//! [`source`] is [`name`] with letters of other scripts as the Latin ones that they look like (`rules/lexicon/look-alikes.txt`).
//!
//! Nothing else is the same: an accent, a letter more or less, an apostrophe left out, a hyphen against a blank in a name of a
//! source, a raised figure against one on the line.

mod look_alike;

pub use look_alike::{Disguise, disguises, source};

use crate::printable;
use std::{borrow::Cow, char::ToLowercase, iter::Peekable, str::Chars};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Words of phrases, claims and lists, as they are compared: what two articles share when they write the same.
///
/// ```
/// use crosscheck::rooms::fold::words;
/// assert_eq!(words("“It’s\u{a0}done”"), "\"it's done\"");
/// assert_ne!(words("resume"), words("résumé"));
/// ```
#[must_use]
pub fn words(text: &str) -> Cow<'_, str> {
    if !is_plain(text) {
        Cow::Owned(composed(single_blanks(letters(text))))
    } else if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// The name of a source, a group, an agency or a person, as it is compared.
///
/// ```
/// use crosscheck::rooms::fold::name;
/// assert_eq!(name("Editor’s  Post"), name("EDITOR'S POST"));
/// assert_eq!(name("U.S. News"), name("US News"));
/// assert_ne!(name("quill.example"), name("quillexample"));
/// ```
#[must_use]
pub fn name(text: &str) -> Cow<'_, str> {
    match words(text) {
        folded if !folded.contains('.') => folded,
        folded => Cow::Owned(without_stops(&folded)),
    }
}

/// A name as it is looked up among those that a project lists: its words alone, without "the" before them.
///
/// ```
/// use crosscheck::rooms::fold::listed;
/// assert_eq!(listed("the Kim Song-ho"), listed("Kim Song Ho"));
/// ```
#[must_use]
pub fn listed(name: &str) -> String {
    let plain = words(name).replace('.', "");
    let inner = |letter: char| letter.is_alphanumeric() || letter == '\'';
    let words: Vec<&str> = plain.split(|letter| !inner(letter)).filter(|word| !word.is_empty()).collect();
    let words = words.strip_prefix(&["the"]).filter(|rest| !rest.is_empty()).unwrap_or(&words);
    words.join(" ")
}

/// A text on one line: its words with one blank between.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each word of a text, without any mark.
#[must_use]
pub fn each_word(text: &str) -> Vec<String> {
    let folded = words(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_string).collect()
}

/// Words without the accents of their letters: "Etienne" for "\u{c9}tienne", folded.
///
/// ```
/// use crosscheck::rooms::fold::without_accents;
/// assert_eq!(without_accents("\u{c9}tienne Øst"), "etienne øst");
/// ```
#[must_use]
pub fn without_accents(text: &str) -> Cow<'_, str> {
    match words(text) {
        folded if folded.is_ascii() => folded,
        folded => Cow::Owned(
            folded.nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)).nfc().collect(),
        ),
    }
}

/// Whether it is an accent that stands behind its letter.
#[must_use]
pub fn is_accent(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// The letters and digits of a text, and nothing else.
pub fn letters_alone(text: &str) -> impl Iterator<Item = char> {
    letters(text).filter(|letter| letter.is_alphanumeric())
}

/// What follows words at the beginning of a text; the words are folded.
#[must_use]
pub fn after<'a>(text: &'a str, folded: &str) -> Option<&'a str> {
    let mut rest = text;
    let mut wanted = folded.chars().peekable();
    while wanted.peek().is_some() {
        let mut found = rest.chars();
        takes(&mut wanted, found.next()?)?;
        rest = found.as_str();
    }
    Some(rest)
}

/// Takes what a character folds to off the letters that are wanted; `None` where they are others.
fn takes(wanted: &mut Peekable<Chars>, character: char) -> Option<()> {
    of_letter(character).all(|letter| wanted.next_if_eq(&letter).is_some()).then_some(())
}

/// Whether two characters are one letter.
#[must_use]
pub fn is_same_letter(one: char, other: char) -> bool {
    one == other || of_letter(one).eq(of_letter(other))
}

/// Whether nothing but the case of its letters parts a text from its fold: so it is with nearly all that is looked up.
fn is_plain(text: &str) -> bool {
    let mut before = b' ';
    let is_plain = text.bytes().all(|byte| {
        let is_plain = matches!(byte, b'!'..=b'~' if byte != b'`') || byte == b' ' && before != b' ';
        before = byte;
        is_plain
    });
    is_plain && (before != b' ' || text.is_empty())
}

/// The text with an accent and its letter as one character.
fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(of_letter)
}

/// One blank between words, none around them.
fn single_blanks(letters: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    let mut is_apart = false;
    for letter in letters {
        if letter == ' ' {
            is_apart = !folded.is_empty();
            continue;
        }
        if is_apart {
            folded.push(' ');
            is_apart = false;
        }
        folded.push(letter);
    }
    folded
}

/// A folded name without the full stops that end a word or stand behind a single letter.
fn without_stops(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().collect();
    let is_word = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
    let mut plain = String::with_capacity(folded.len());
    for (at, letter) in letters.iter().enumerate() {
        let ends_word = at > 0 && is_word(at - 1) && !is_word(at + 1);
        let is_initial = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphabetic());
        let is_behind_initial = at > 0 && is_initial(at - 1) && !(at > 1 && is_word(at - 2));
        if *letter != '.' || !(ends_word || is_behind_initial) {
            plain.push(*letter);
        }
    }
    plain
}

/// What a character is compared as: the table of all senses.
fn of_letter(character: char) -> FoldedLetters {
    let fixed = match character {
        ' '..='_' | 'a'..='~' => return FoldedLetters::Lower(character.to_lowercase()),
        '\u{2018}'..='\u{201b}' | '\u{2039}' | '\u{203a}' | '\u{2bb}'..='\u{2bd}' | '\u{2b9}' => "'",
        '\u{2032}' | '\u{2035}' | '`' | '\u{b4}' | '\u{ff07}' | '\u{ff40}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}' | '\u{2036}' | '\u{301d}'..='\u{301f}' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' => "-",
        '\u{2026}' => "...",
        'ß' | 'ẞ' => "ss",
        'ς' => "σ",
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        '\u{132}' | '\u{133}' => "ij",
        '\u{ff01}'..='\u{ff5e}' => return FoldedLetters::Lower(on_one_line(character).to_lowercase()),
        _ if character.is_whitespace() => " ",
        _ if printable::is_hidden(character) => "",
        _ => return FoldedLetters::Lower(character.to_lowercase()),
    };
    FoldedLetters::Fixed(fixed.chars())
}

/// A full-width form as the ASCII character that it is.
fn on_one_line(wide: char) -> char {
    char::from_u32(u32::from(wide) - 0xfee0).unwrap_or(wide)
}

/// The letters that one character is compared as.
#[derive(Clone)]
enum FoldedLetters {
    Fixed(Chars<'static>),
    Lower(ToLowercase),
}

impl Iterator for FoldedLetters {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::Fixed(letters) => letters.next(),
            Self::Lower(letters) => letters.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether two texts are the same words, name and listed name.
    fn same(one: &str, other: &str) -> [bool; 3] {
        [words(one) == words(other), name(one) == name(other), listed(one) == listed(other)]
    }

    #[test]
    fn what_is_the_same_in_every_sense() {
        for (one, other) in [
            ("Editor's Post", "Editor’s Post"),
            ("Editor's Post", "editorʼs post"),
            ("Editor's Post", "Editor`s Post"),
            ("Harbour Post", "HARBOUR\u{a0} \tpost\n"),
            ("Harbour Post", "Harbour\u{2009}Post\u{202f}"),
            ("Harbour Post", "Har\u{ad}bour \u{200b}Po\u{200d}st\u{fe0f}"),
            ("Harbour Post", "\u{feff}Harbour\u{2060} P\u{e0101}ost"),
            ("Selm-Harran", "Selm–Harran"),
            ("Selm-Harran", "Selm\u{2011}Harran"),
            ("a - b", "a — b"),
            ("the \"call\"", "the “call”"),
            ("the \"call\"", "the «call»"),
            ("go on...", "go on…"),
            ("first office", "ﬁrst oﬃce"),
            ("Post 24", "Ｐｏｓｔ　２４"),
            ("Café Élan", "Cafe\u{301} E\u{301}LAN"),
            ("Weißburg", "WEISSBURG"),
        ] {
            assert_eq!(same(one, other), [true; 3], "{one:?} {other:?}");
        }
    }

    #[test]
    fn what_is_the_same_in_no_sense() {
        for (one, other) in [
            ("Editor's Post", "Editors Post"),
            ("Editor's Post", "Editor Post"),
            ("Harbour Post", "HarbourPost"),
            ("Harbour Post", "Harbor Post"),
            ("Selm-Harran", "SelmHarran"),
            ("Élan", "Elan"),
            ("naïve", "naive"),
            ("10²", "102"),
            ("½", "1/2"),
            ("Post 1", "Post l"),
            ("", "a"),
        ] {
            assert_eq!(same(one, other), [false; 3], "{one:?} {other:?}");
        }
    }

    #[test]
    fn where_the_senses_differ() {
        for (one, other, expected) in [
            ("U.S. News", "US News", [false, true, true]),
            ("J. Quill", "J Quill", [false, true, true]),
            ("quill.example", "quillexample", [false, false, true]),
            ("v1.2", "v12", [false, false, true]),
            ("1.2", "12", [false, false, true]),
            ("The Post", "Post", [false, false, true]),
            ("Kim Song-ho", "Kim Song Ho", [false, false, true]),
            ("Post!", "Post", [false, false, true]),
            ("the [second] way", "the second way", [false, false, true]),
            ("we agreed ... to go", "we agreed to go", [false, false, true]),
            ("we, they said, agreed", "we they said agreed", [false, false, true]),
            ("\"yes\"", "yes", [false, false, true]),
            ("5%", "5", [false, false, true]),
        ] {
            assert_eq!(same(one, other), expected, "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_fold_is_its_own_fold() {
        for text in ["Editor’s  Post", "U.S. a.b.c.", "ﬁ ﬀ … ß", "İzmir", "", " ", "a`b", "É\u{301}", "ǅ", "ΟΔΟΣ"]
        {
            assert_eq!(words(&words(text)), words(text), "{text:?}");
            assert_eq!(name(&name(text)), name(text), "{text:?}");
        }
        assert!(matches!(words("as it stands, 24 times"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_follows_an_opening() {
        for (text, opening, rest) in [
            ("Don’t  miss", "don't", Some("  miss")),
            ("READ\u{a0}MORE: a", "read more", Some(": a")),
            ("ﬁrst of all", "first", Some(" of all")),
            ("ﬁrst of all", "f", None),
            ("Re", "read", None),
            ("anything", "", Some("anything")),
        ] {
            assert_eq!(after(text, opening), rest, "{text}");
        }
    }

    #[test]
    fn a_letter_is_the_same_in_any_case() {
        for (one, other) in [('a', 'A'), ('É', 'é'), ('\'', '’'), ('-', '–'), (' ', '\u{a0}')] {
            assert!(is_same_letter(one, other), "{one} {other}");
        }
        for (one, other) in [('a', 'b'), ('e', 'é'), ('-', ' '), ('1', 'l')] {
            assert!(!is_same_letter(one, other), "{one} {other}");
        }
        assert!(letters_alone("A-b, “C”").eq("abc".chars()));
    }
}
