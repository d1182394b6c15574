//! Letters of other scripts that look like Latin ones, and characters that nobody sees: what makes two names look the same.

use crate::printable;
use rustc_hash::FxHashMap;
use std::{borrow::Cow, sync::LazyLock};
use unicode_normalization::UnicodeNormalization;

/// The Latin letter that each small letter looks like.
static LOOK_ALIKES: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let lines = include_str!("../../rules/lexicon/look-alikes.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(' '));
    let letters = pairs.flat_map(|(latin, others)| {
        let latin = latin.chars().next();
        others.chars().filter_map(move |other| Some((small(other), latin?)))
    });
    letters.collect()
});

/// The name of a source, a group or an agency, as it is compared: what looks the same is the same, whatever its letters are.
///
/// A letter is compared as the Latin one that it looks like, in every name. So a name in another script is the same as a Latin
/// one only where each of its letters looks like the Latin one in its place.
///
/// ```
/// use crosscheck::rooms::fold::source;
/// assert_eq!(source("АР"), source("AP"), "the first is Cyrillic");
/// assert_ne!(source("Правда"), source("Pravda"));
/// ```
#[must_use]
pub fn source(text: &str) -> Cow<'_, str> {
    match super::name(text) {
        folded if folded.is_ascii() => folded,
        // An accent stands on either letter.
        folded => Cow::Owned(folded.nfd().map(|letter| look(letter).unwrap_or(letter)).nfc().collect()),
    }
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The Latin letter that a letter of another script looks like.
fn look(letter: char) -> Option<char> {
    if letter.is_ascii() { None } else { LOOK_ALIKES.get(&small(letter)).copied() }
}

/// A character of a name that is not what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disguise {
    /// The character.
    pub character: char,
    /// The Latin character that it looks like; none where nobody sees it.
    pub looks_like: Option<char>,
}

/// The characters of a name that are not what they look like, in their order; in small letters, so that case makes no
/// difference.
#[must_use]
pub fn disguises(text: &str) -> Vec<Disguise> {
    let of = |character: char| {
        let wide = matches!(character, '\u{ff01}'..='\u{ff5e}');
        if printable::is_hidden(character) && !character.is_whitespace() {
            Some(Disguise { character, looks_like: None })
        } else if wide {
            super::of_letter(character)
                .next()
                .map(|plain| Disguise { character: small(character), looks_like: Some(plain) })
        } else {
            look(character).map(|plain| Disguise { character: small(character), looks_like: Some(plain) })
        }
    };
    text.chars().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_letter_is_listed_once() {
        let text = include_str!("../../rules/lexicon/look-alikes.txt");
        let mut seen = BTreeSet::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (latin, others) = line.split_once(' ').unwrap();
            assert!(latin.len() == 1 && latin.is_ascii(), "{line}");
            for other in others.chars() {
                assert!(!other.is_ascii() && seen.insert(small(other)), "{other} in {line}");
            }
        }
        assert!(seen.len() > 80 && seen.len() < 400, "{}", seen.len());
    }

    #[test]
    fn what_looks_the_same_is_one_source() {
        for (one, other) in [
            ("AP", "АР"),
            ("AP", "А\u{200b}P"),
            ("AP", "AP\u{fe0f}"),
            ("AP", "ＡＰ"),
            ("AP", "ΑΡ"),
            ("ap", "аp"),
            ("TACC", "ТАСС"),
            ("Harbour Post", "Наrbоur Роst"),
            ("Élan", "Е\u{301}lan"),
            ("Выборг", "Bыбopг"),
            ("Βήμα", "Bήμα"),
            ("Upland Wire", "Uplаnd\u{ad} Wіrе"),
        ] {
            assert_eq!(source(one), source(other), "{one} {other}");
            assert_ne!(disguises(one), disguises(other), "{one} {other}");
        }
        for (one, other) in
            [("AP", "ap"), ("ТАСС", "Тасс"), ("U.S. News", "us news"), ("Editor’s Post", "Editor's Post")]
        {
            assert_eq!(
                (source(one), disguises(one)),
                (source(other), disguises(other)),
                "nothing to tell: {one} {other}"
            );
        }
    }

    #[test]
    fn what_means_something_else_stays_apart() {
        for (one, other) in [
            ("Правда", "Pravda"),
            ("Новости", "Hovosti"),
            ("Τα Νέα", "Ta Nea"),
            ("Ведомости", "Vedomosti"),
            ("Post 1", "Post l"),
            ("Post 0", "Post O"),
            ("Élan", "Elan"),
            ("Harbour Post", "Harbor Post"),
            ("日本", "日木"),
        ] {
            assert_ne!(source(one), source(other), "{one} {other}");
        }
    }

    #[test]
    fn names_that_are_the_same_stay_the_same() {
        for text in ["АР", "ТАСС", "Правда", "Τα Νέα", "U.S. News", "Élan", "ВВС", "ввс", "ℕ"]
        {
            assert_eq!(source(text), source(&text.to_lowercase()), "{text}");
            assert_eq!(source(&source(text)), source(text), "{text}");
        }
    }
}
