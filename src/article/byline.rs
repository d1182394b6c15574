//! The lines between headline and body that say who wrote an article, and when.

use super::{
    date_line::{DateLine, Label},
    dateline,
};
use crate::{fold, lexicon::Lexicon};
use chrono::NaiveDate;

/// Who wrote an article, as a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Byline {
    /// The names as written.
    pub names: String,
    /// The agency they write for, or that stands in their place.
    pub agency: Option<String>,
}

/// No byline is longer, in bytes.
const LONGEST: usize = 200;

impl Byline {
    /// Reads "By Ada Quill", "By Ada Quill for AFP and Bo Lint", "By AFP", "Ada Quill, Reuters".
    pub fn read(line: &str, lexicon: &Lexicon) -> Option<Self> {
        if line.len() > LONGEST || line.ends_with(['!', '?', ':', ';', ',', '"', '\u{201d}']) {
            return None;
        }
        match after_opening(line, lexicon) {
            Some(names) => Self::of_names(names, lexicon),
            None => Self::with_agency(line, lexicon),
        }
    }

    fn of_names(names: &str, lexicon: &Lexicon) -> Option<Self> {
        let known = lexicon.articles();
        let words: Vec<&str> = names.split_whitespace().collect();
        let is_abbreviated = words.last().is_some_and(|word| word.len() <= 4);
        if words.len() > 18 || names.ends_with('.') && !is_abbreviated {
            return None;
        }
        let are_names = words.iter().all(|word| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '&');
            let is_name = word.contains(char::is_uppercase) && !word.contains(|letter: char| letter.is_ascii_digit());
            word.is_empty() || is_name || known.byline_joining.contains(&*fold::words(word))
        });
        let first = words.first()?.trim_end_matches([',', '.']);
        let agency = agency_of(names, lexicon);
        let is_plain_word = words.len() < 2 && agency.is_none();
        if !are_names || is_plain_word || lexicon.is_calendar_word(first) || !first.contains(char::is_uppercase) {
            return None;
        }
        Some(Self { names: words.join(" "), agency })
    }

    /// "Ada Quill, Reuters": only a known agency shows that it is a byline.
    fn with_agency(line: &str, lexicon: &Lexicon) -> Option<Self> {
        let (name, agency) = line.split_once(',')?;
        let agency = lexicon.articles().agency(agency.trim())?;
        is_name(name, lexicon).then(|| Self { names: line.to_string(), agency: Some(agency.to_string()) })
    }
}

/// Whether words are two to four that begin with capitals, without digits: a person's name.
pub(super) fn is_name(words: &str, lexicon: &Lexicon) -> bool {
    let mut count = 0;
    for word in words.split_whitespace() {
        count += 1;
        let is_part = word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(|letter| letter.is_alphabetic() || "-'\u{2019}.".contains(letter));
        if !is_part || lexicon.is_calendar_word(word) {
            return false;
        }
    }
    (2..=4).contains(&count)
}

/// "Ada Quill", "Ada Quill in Zarand".
pub(super) fn is_name_and_place(words: &str, lexicon: &Lexicon) -> bool {
    let (name, place) = words.split_once(" in ").unwrap_or((words, ""));
    let is_place = place.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    is_name(name, lexicon) && is_place
}

fn after_opening<'a>(line: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let mut after = lexicon.articles().byline_openings.after(line);
    let names = after.find(|names| names.starts_with(|mark: char| mark.is_whitespace() || mark == ':'))?;
    Some(names.trim_start_matches(':').trim_start())
}

/// The first known agency that stands for itself among the names, or that somebody writes for.
pub(super) fn agency_of(names: &str, lexicon: &Lexicon) -> Option<String> {
    let known = lexicon.articles();
    names
        .split([',', '/', '|', '(', ')', ';'])
        .flat_map(|names| names.split(" and "))
        .flat_map(|names| names.split(" & "))
        .flat_map(|names| names.split(" for "))
        .find_map(|name| known.agency(name))
        .map(str::to_string)
}

/// A line of names and dates above the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TopLine {
    pub byline: Option<Byline>,
    pub date: Option<(NaiveDate, Label)>,
    /// Whether the names open with a word such as "by", so that they are hardly anything else.
    pub is_opened: bool,
}

impl TopLine {
    /// Reads a line whose every piece is a byline, an agency or a date: "By Ada Quill | December 30, 2021".
    pub fn read(line: &str, lexicon: &Lexicon) -> Option<Self> {
        if line.len() > LONGEST || line.ends_with('.') && line.split_whitespace().nth(18).is_some() {
            return None;
        }
        if let Some(line) = Self::of_pieces([line].into_iter(), lexicon) {
            return Some(line);
        }
        if let Some(line) = Self::dated_before_names(line, lexicon).or_else(|| Self::of_place(line, lexicon)) {
            return Some(line);
        }
        let breaks = [" | ", " • ", " · ", " – ", " — ", " - ", "\t", "  ", ", "];
        breaks.iter().filter(|mark| line.contains(**mark)).find_map(|mark| {
            // A comma stands inside dates as well: the names end at one of the first.
            if *mark == ", " {
                line.match_indices(mark).take(3).find_map(|(at, _)| {
                    let (names, date) = line.split_at_checked(at)?;
                    Self::of_pieces([names, date.trim_start_matches(mark)].into_iter(), lexicon)
                })
            } else {
                Self::of_pieces(line.split(mark).map(str::trim).filter(|piece| !piece.is_empty()), lexicon)
            }
        })
    }

    /// "Posted on December 30, 2021 by Ada Quill": no mark stands between the two.
    fn dated_before_names(line: &str, lexicon: &Lexicon) -> Option<Self> {
        let (at, _) = line
            .match_indices(' ')
            .find(|(at, _)| line.get(at + 1..).and_then(|names| after_opening(names, lexicon)).is_some())?;
        let (date, names) = line.split_at_checked(at)?;
        let line = Self::of_pieces([date, names.trim_start()].into_iter(), lexicon)?;
        (line.date.is_some() && line.is_opened).then_some(line)
    }

    /// "ZARAND - Dec 30, 2021 - 10:02 | World": a place in capitals, a date, and what a page sets behind it.
    fn of_place(line: &str, lexicon: &Lexicon) -> Option<Self> {
        let mut pieces = line.split(['-', '–', '—', '|', '•', '·']).map(str::trim);
        let is_place = pieces.next().is_some_and(dateline::is_capital);
        let date = pieces.next().filter(|_| is_place).and_then(|piece| DateLine::read(piece, lexicon))?;
        let is_short = |piece: &str| {
            piece.split_whitespace().nth(2).is_none() && !piece.starts_with(|first: char| first.is_lowercase())
        };
        pieces.all(is_short).then(|| Self::dated(date))
    }

    /// A line that is nothing but a date.
    pub fn dated(line: DateLine) -> Self {
        Self { byline: None, date: Some((line.date, line.label)), is_opened: false }
    }

    fn of_pieces<'a>(pieces: impl Iterator<Item = &'a str>, lexicon: &Lexicon) -> Option<Self> {
        let mut line = Self { byline: None, date: None, is_opened: false };
        for piece in pieces {
            if let Some(date) = DateLine::read(piece, lexicon) {
                line.date = line.date.or(Some((date.date, date.label)));
            } else if let Some(agency) = lexicon.articles().agency(piece) {
                let agency = Some(agency.to_string());
                match &mut line.byline {
                    Some(byline) => byline.agency = byline.agency.take().or(agency),
                    None => line.byline = Some(Byline { names: piece.trim().to_string(), agency }),
                }
            } else if let Some(byline) = Byline::read(piece, lexicon) {
                line.is_opened |= after_opening(piece, lexicon).is_some();
                line.byline.get_or_insert(byline);
            } else {
                return None;
            }
        }
        (line.byline.is_some() || line.date.is_some()).then_some(line)
    }

    /// Whether it is nothing but the name of an agency.
    pub fn is_agency_alone(&self, lexicon: &Lexicon) -> bool {
        let is_alone = |byline: &Byline| lexicon.articles().agency(&byline.names).is_some();
        self.date.is_none() && !self.is_opened && self.byline.as_ref().is_some_and(is_alone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines() {
        for (line, names, agency) in [
            ("By Ada Quill", "Ada Quill", None),
            ("BY ADA QUILL", "ADA QUILL", None),
            ("By Ada Quill for AFP and Bo Lint for AFP", "Ada Quill for AFP and Bo Lint for AFP", Some("AFP")),
            ("By AFP", "AFP", Some("AFP")),
            ("By The Associated Press", "The Associated Press", Some("AP")),
            ("By Ada Quill, Bo Lint and Cy al-Mard", "Ada Quill, Bo Lint and Cy al-Mard", None),
            ("By Ada Quill in Zarand", "Ada Quill in Zarand", None),
            ("By: Ada Quill Jr.", "Ada Quill Jr.", None),
            ("Written by Ada Quill", "Ada Quill", None),
            ("Ada Quill, Reuters", "Ada Quill, Reuters", Some("Reuters")),
        ] {
            let expected = Byline { names: names.into(), agency: agency.map(str::to_string) };
            assert_eq!(Byline::read(line, Lexicon::english()), Some(expected), "{line}");
        }
    }

    #[test]
    fn what_is_no_byline() {
        for line in [
            "By 2021, the toll had doubled.",
            "By 2021 the Toll Had Doubled",
            "By Thursday Morning",
            "By January",
            "By then the bridge was closed",
            "By Ada Quill, who crossed the bridge",
            "By design",
            "By Zarand.",
            "Bystanders Ada Quill and Bo Lint",
            "The mayor, Reuters",
            "Ada Quill, mayor of Zarand",
            "by",
            "",
        ] {
            assert_eq!(Byline::read(line, Lexicon::english()), None, "{line}");
        }
    }

    #[test]
    fn lines_of_names_and_dates() {
        let day = NaiveDate::from_ymd_opt(2021, 12, 30);
        for (line, names) in [
            ("By Ada Quill | December 30, 2021", Some("Ada Quill")),
            ("By Ada Quill, Dec. 30, 2021", Some("Ada Quill")),
            ("Reuters - 30 December 2021 14:05 GMT", Some("Reuters")),
            ("December 30, 2021 • By Ada Quill", Some("Ada Quill")),
            ("Published: 30 Dec 2021 — Updated: 31 Dec 2021", None),
            ("Posted on December 30, 2021 by Ada Quill", Some("Ada Quill")),
            ("ZARAND - Dec 30, 2021 - 10:02 | World", None),
            ("ZARAND | Dec 30, 2021", None),
        ] {
            let read = TopLine::read(line, Lexicon::english()).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(read.date.map(|(date, _)| date), day, "{line}");
            assert_eq!(read.byline.map(|byline| byline.names).as_deref(), names, "{line}");
        }
        for line in [
            "Ada Quill | Zarand",
            "Ada Quill - December 30, 2021 - bridge",
            "The call, December 30, 2021",
            "Posted on December 30, 2021 by the river",
            "ZARAND - Dec 30, 2021 - they met",
            "ZARAND - Dec 30, 2021 - The Mayors Met Here",
        ] {
            assert_eq!(TopLine::read(line, Lexicon::english()), None, "{line}");
        }
    }
}
