//! The dateline that opens a body: "ZARAND, Dec. 30 (Reuters) -".

use super::date_line::{self, DateLine, Label};
use crate::lexicon::Lexicon;
use chrono::NaiveDate;

/// Place, day and agency before the first sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The day, where it gives a year.
    pub date: Option<NaiveDate>,
    pub agency: Option<String>,
    /// Its bytes, without the dash.
    pub length: usize,
}

/// No dateline is longer, in bytes.
const LONGEST: usize = 120;

impl Dateline {
    /// Reads the dateline at the start of a paragraph.
    pub fn read(words: &str, lexicon: &Lexicon) -> Option<Self> {
        let dash = words.char_indices().take_while(|(at, _)| *at <= LONGEST).find(|(at, letter)| {
            let follows_blank = words.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
            matches!(letter, '\u{2013}' | '\u{2014}') || *letter == '-' && follows_blank
        })?;
        let before = words.get(..dash.0)?.trim_end();
        let (place, bracketed) = match before.strip_suffix(')').and_then(|before| before.rsplit_once('(')) {
            Some((place, bracketed)) => (place.trim_end(), Some(bracketed)),
            None => (before, None),
        };
        let agency = bracketed.and_then(|names| names.split('/').find_map(|name| lexicon.articles().agency(name)));
        let agency = agency.map(str::to_string);
        let (name, rest) = place.split_once(',').unwrap_or((place, ""));
        let date =
            place.match_indices(',').find_map(|(at, _)| date_line::date_of_publication(place.get(at + 1..)?, lexicon));
        let is_place = is_capital(name) && rest.split([',', ' ']).all(is_capitalised);
        let is_dated =
            date.is_some() && name.split_whitespace().count() <= 3 && name.split_whitespace().all(is_capitalised);
        let is_agency = place.is_empty() && agency.is_some();
        if let Some(date) = bracketed.and_then(|inside| day_before_place(place, inside, agency.as_deref(), lexicon)) {
            return Some(Self { date: Some(date), agency, length: before.len() });
        }
        (is_place || is_dated || is_agency).then_some(Self { date, agency, length: before.len() })
    }
}

/// The day of "December 30, 2021 (ZARAND) -": nothing but a date, and a place or an agency in the bracket behind it.
fn day_before_place(words: &str, inside: &str, agency: Option<&str>, lexicon: &Lexicon) -> Option<NaiveDate> {
    let line = DateLine::read(words, lexicon).filter(|line| line.label == Label::None)?;
    (agency.is_some() || is_capital(inside)).then_some(line.date)
}

/// Whether a place is written in capitals throughout: "NEW ZARAND".
pub(super) fn is_capital(name: &str) -> bool {
    let is_allowed = |letter: char| letter.is_uppercase() || " .'\u{2019}-/".contains(letter);
    name.chars().filter(|letter| letter.is_uppercase()).count() >= 3
        && name.chars().all(is_allowed)
        && name.split_whitespace().count() <= 5
}

fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_none_or(|first| first.is_uppercase() || first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        let day = NaiveDate::from_ymd_opt(2021, 12, 30);
        for (words, date, agency) in [
            ("ZARAND, Dec. 30 (Reuters) - The two mayors met.", None, Some("Reuters")),
            ("ZARAND, 30 December 2021 — The two mayors met.", day, None),
            ("NEW ZARAND, Ill. (AP) — The two mayors met.", None, Some("AP")),
            ("ZARAND, Dec 30, 2021 (AFP) – The mayors met.", day, Some("AFP")),
            ("ZARAND (AFP/Reuters) -- The mayors met.", None, Some("AFP")),
            ("(Reuters) - The two mayors met.", None, Some("Reuters")),
            ("Zarand, 30 December 2021—The mayors met.", day, None),
            ("ZARAND — The mayors met.", None, None),
            ("December 30, 2021 (ZARAND) - The mayors met.", day, None),
            ("30 December 2021 (AFP) – The mayors met.", day, Some("AFP")),
        ] {
            let found = Dateline::read(words, Lexicon::english()).unwrap_or_else(|| panic!("{words}"));
            assert_eq!((found.date, found.agency.as_deref()), (date, agency), "{words}");
        }
    }

    #[test]
    fn what_is_no_dateline() {
        for words in [
            "The mayors — both of them — met.",
            "On Dec. 30, 2021 (Reuters) - the mayors met.",
            "US - the mayors met.",
            "December 30, 2021 — the mayors met.",
            "December 30, 2021 (Thursday) - the mayors met.",
            "December 30 (ZARAND) - the mayors met.",
            "(a mayor) - The two met.",
            "ZARAND The two mayors met.",
            "",
        ] {
            assert_eq!(Dateline::read(words, Lexicon::english()), None, "{words}");
        }
    }
}
