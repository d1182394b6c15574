//! Dates of publication as people write them: a line that is nothing but a date, and the date in an address.

use super::vocabulary::Vocabulary;
use chrono::{Datelike, NaiveDate};

/// The day that `words` give, where they are nothing but a date in one of the forms of a date line, with or without a
/// weekday, a clock time and a label such as "Published".
///
/// ```
/// use crosscheck::article::date_of_publication;
/// assert_eq!(date_of_publication("Thursday, Dec. 30, 2021, 14:05 GMT"), date_of_publication("20211230"));
/// assert_eq!(date_of_publication("on the eve of 30 December 2021"), None);
/// ```
#[must_use]
pub fn date_of_publication(words: &str) -> Option<NaiveDate> {
    DateLine::read(words).map(|line| line.date)
}

/// A line that is nothing but a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    pub date: NaiveDate,
    pub label: Label,
}

/// What the date of a line says it is, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    Published,
    None,
    Updated,
}

/// No date line is longer.
const LONGEST: usize = 160;

impl DateLine {
    /// Reads a line; `None` where anything on it is no part of a date.
    pub fn read(line: &str) -> Option<Self> {
        if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let signs = signs(line);
        let vocabulary = Vocabulary::english();
        let (mut best, mut label, mut at) = (None::<Self>, Label::None, 0);
        while let Some(sign) = signs.get(at) {
            if let Some((date, length)) = date_at(&signs, at) {
                if best.is_none_or(|best| label < best.label) {
                    best = Some(Self { date, label });
                }
                (label, at) = (Label::None, at + length);
                continue;
            }
            match *sign {
                Sign::Word(word) => {
                    let word = word.to_lowercase();
                    if vocabulary.updated.contains(&word) {
                        label = Label::Updated;
                    } else if vocabulary.published.contains(&word) {
                        label = Label::Published;
                    } else if !vocabulary.clock.contains(&word) && !vocabulary.weekdays.contains(&word) {
                        return None;
                    }
                }
                Sign::Number(_) if !is_clock_number(&signs, at) => return None,
                Sign::Mark(mark) if !"-–—:,.|/()+•·".contains(mark) => return None,
                Sign::Number(_) | Sign::Mark(_) => {}
            }
            at += 1;
        }
        best
    }
}

/// A number, a word or a mark of a line; blanks are between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign<'a> {
    Number(&'a str),
    Word(&'a str),
    Mark(char),
}

fn signs(line: &str) -> Vec<Sign<'_>> {
    let mut signs = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let is_same: fn(char) -> bool = if first.is_ascii_digit() {
            |letter| letter.is_ascii_digit()
        } else if first.is_alphabetic() {
            char::is_alphabetic
        } else {
            |_| false
        };
        let length = rest.find(|letter| !is_same(letter)).unwrap_or(rest.len()).max(first.len_utf8());
        let (words, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if first.is_ascii_digit() {
            signs.push(Sign::Number(words));
        } else if first.is_alphabetic() {
            signs.push(Sign::Word(words));
        } else if !first.is_whitespace() && first != '\u{feff}' && first != '\u{200b}' {
            signs.push(Sign::Mark(first));
        }
        rest = after;
    }
    signs
}

/// Whether the number is one of a clock time or of an offset: 14:05, 2 p.m., +0300, 05.000.
fn is_clock_number(signs: &[Sign], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| signs.get(before));
    let after = signs.get(at + 1);
    let beside_a_clock_word = match after {
        Some(Sign::Word(word)) => {
            ["a", "p", "am", "pm", "h", "hrs", "hr"].iter().any(|clock| word.eq_ignore_ascii_case(clock))
        }
        Some(Sign::Number(_) | Sign::Mark(_)) | None => false,
    };
    match signs.get(at) {
        Some(Sign::Number(number)) if number.len() <= 2 => {
            beside_a_clock_word
                || [before, after].into_iter().flatten().any(|sign| matches!(sign, Sign::Mark(':' | '.' | '+' | '-')))
        }
        Some(Sign::Number(number)) if number.len() == 4 => {
            beside_a_clock_word || matches!(before, Some(Sign::Mark('+' | '-') | Sign::Word("T" | "t")))
        }
        Some(Sign::Number(number)) if number.len() <= 9 => {
            matches!(before, Some(Sign::Mark('.')) | Some(Sign::Word("T")))
        }
        Some(Sign::Number(_) | Sign::Word(_) | Sign::Mark(_)) | None => false,
    }
}

/// The date whose first sign is `signs[at]`, and how many signs it takes.
fn date_at(signs: &[Sign], at: usize) -> Option<(NaiveDate, usize)> {
    match signs.get(at)? {
        Sign::Word(word) => month_first(signs, at, Vocabulary::english().month(word)?),
        Sign::Number(number) if number.len() == 8 => Some((compact(number)?, 1)),
        Sign::Number(number) if number.len() == 4 => year_first(signs, at, number),
        Sign::Number(number) if number.len() <= 2 => {
            day_first(signs, at, number).or_else(|| all_numbers(signs, at, number))
        }
        Sign::Number(_) | Sign::Mark(_) => None,
    }
}

/// "Dec. 30, 2021", "December 30th 2021".
fn month_first(signs: &[Sign], at: usize, month: u32) -> Option<(NaiveDate, usize)> {
    let mut next = at + 1;
    skip(signs, &mut next, &['.']);
    let day = number(signs, &mut next, 2)?;
    skip_word(signs, &mut next, |word| Vocabulary::english().ordinals.contains(word));
    skip(signs, &mut next, &[',']);
    let year = year(signs, &mut next)?;
    Some((day_of(year, month, day)?, next - at))
}

/// "30 December 2021", "30th of Dec., 2021", "30-Dec-2021".
fn day_first(signs: &[Sign], at: usize, day: &str) -> Option<(NaiveDate, usize)> {
    let mut next = at + 1;
    skip_word(signs, &mut next, |word| Vocabulary::english().ordinals.contains(word));
    skip_word(signs, &mut next, |word| word == "of");
    skip(signs, &mut next, &['-', '/']);
    let Some(Sign::Word(month)) = signs.get(next) else { return None };
    let month = Vocabulary::english().month(month)?;
    next += 1;
    skip(signs, &mut next, &['.', '-', '/']);
    skip(signs, &mut next, &[',']);
    let year = year(signs, &mut next)?;
    Some((day_of(year, month, day.parse().ok()?)?, next - at))
}

/// "2021-12-30", "2021/12/30".
fn year_first(signs: &[Sign], at: usize, year: &str) -> Option<(NaiveDate, usize)> {
    let Some(Sign::Mark(mark @ ('-' | '/' | '.'))) = signs.get(at + 1) else { return None };
    let mut next = at + 2;
    let month = number(signs, &mut next, 2)?;
    if signs.get(next) != Some(&Sign::Mark(*mark)) {
        return None;
    }
    next += 1;
    let day = number(signs, &mut next, 2)?;
    Some((day_of(year.parse().ok()?, month, day)?, next - at))
}

/// "12/30/2021" in the order of the United States, unless the first number can be no month; "30.12.2021".
fn all_numbers(signs: &[Sign], at: usize, first: &str) -> Option<(NaiveDate, usize)> {
    let Some(Sign::Mark(mark @ ('-' | '/' | '.'))) = signs.get(at + 1) else { return None };
    let mut next = at + 2;
    let first: u32 = first.parse().ok()?;
    let second = number(signs, &mut next, 2)?;
    if signs.get(next) != Some(&Sign::Mark(*mark)) {
        return None;
    }
    next += 1;
    let year = year(signs, &mut next)?;
    let (month, day) = if *mark == '.' || first > 12 { (second, first) } else { (first, second) };
    Some((day_of(year, month, day)?, next - at))
}

/// "20211230".
fn compact(digits: &str) -> Option<NaiveDate> {
    let date: u32 = digits.parse().ok()?;
    day_of(i32::try_from(date / 10_000).ok()?, date / 100 % 100, date % 100)
}

fn skip(signs: &[Sign], next: &mut usize, marks: &[char]) {
    if let Some(Sign::Mark(mark)) = signs.get(*next)
        && marks.contains(mark)
    {
        *next += 1;
    }
}

fn skip_word(signs: &[Sign], next: &mut usize, is_meant: impl Fn(&str) -> bool) {
    if let Some(Sign::Word(word)) = signs.get(*next)
        && is_meant(&word.to_lowercase())
    {
        *next += 1;
    }
}

fn number(signs: &[Sign], next: &mut usize, digits: usize) -> Option<u32> {
    let Some(Sign::Number(number)) = signs.get(*next) else { return None };
    *next += 1;
    if number.len() <= digits { number.parse().ok() } else { None }
}

fn year(signs: &[Sign], next: &mut usize) -> Option<i32> {
    let Some(Sign::Number(number)) = signs.get(*next) else { return None };
    *next += 1;
    if number.len() == 4 { number.parse().ok() } else { None }
}

/// A day of a year in which articles were published: what lies outside is a number of another sort.
fn day_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    if (1500..=2499).contains(&year) { NaiveDate::from_ymd_opt(year, month, day) } else { None }
}

/// The day in the path of an address: `/2021/12/30/`, `/2021/dec/30/`, `2021-12-30`, `20211230`.
pub(super) fn date_in_address(address: &str) -> Option<NaiveDate> {
    let after_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = after_scheme.split_once('/')?.1;
    let bytes = path.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let run = run_length(bytes, at);
        if let Some(date) = path.get(at..).and_then(|rest| date_in_path(rest, run)) {
            return Some(date);
        }
        at += run;
    }
    None
}

fn run_length(bytes: &[u8], at: usize) -> usize {
    bytes.iter().skip(at).take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// The date at the start of `rest`, whose first run of letters and digits has `run` bytes.
fn date_in_path(rest: &str, run: usize) -> Option<NaiveDate> {
    let first = rest.get(..run)?;
    if !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let date = match run {
        8 => compact(first)?,
        4 => {
            let mark = rest.get(run..=run)?;
            let mut parts = rest.get(run + 1..)?.splitn(2, mark);
            let month = parts.next().filter(|month| month.len() <= 9)?;
            let month = month.parse().ok().or_else(|| Vocabulary::english().month(month))?;
            let day = parts.next()?;
            let day = day.get(..run_length(day.as_bytes(), 0)).filter(|day| day.len() <= 2)?;
            day_of(first.parse().ok()?, month, day.parse().ok()?)?
        }
        _ => return None,
    };
    // An eight-digit number of an article may look like a date of the far past or future.
    (1990..=2099).contains(&date.year()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines() {
        for line in [
            "December 30, 2021",
            "Dec. 30, 2021",
            "Dec 30th 2021",
            "30 Dec 2021",
            "30 December 2021",
            "30th of December, 2021",
            "30-Dec-2021",
            "2021-12-30",
            "2021/12/30",
            "20211230",
            "Thursday, December 30, 2021",
            "Thu 30 Dec 2021",
            "Thu, 30 Dec 2021 14:05:00 +0000",
            "Published: 30 Dec 2021 14:05 GMT",
            "Published December 30, 2021 at 2:05 p.m. ET",
            "Published Dec. 30, 2021 | Updated Jan. 2, 2022",
            "Last updated: 1 January 2022 (first published 30 December 2021)",
            "2:05 PM EST, Thu December 30, 2021",
            "2021-12-30T14:05:00Z",
            "2021-12-30T14:05:00.000+03:00",
            "2021-12-30 14:05:00 -0500",
            "12/30/2021",
            "30/12/2021",
            "30.12.2021",
            "December\u{a0}30,\u{a0}2021",
            "Updated 30 December 2021",
        ] {
            assert_eq!(date_of_publication(line), NaiveDate::from_ymd_opt(2021, 12, 30), "{line}");
        }
        assert_eq!(
            date_of_publication("04/05/2021"),
            NaiveDate::from_ymd_opt(2021, 4, 5),
            "the order of the United States"
        );
        assert_eq!(DateLine::read("Updated 30 Dec 2021").map(|line| line.label), Some(Label::Updated));
    }

    #[test]
    fn what_is_no_date_line() {
        for line in [
            "",
            "2021",
            "December 2021",
            "December 30",
            "On December 30, 2021, the two mayors met",
            "December 30, 2021 was a Thursday.",
            "30 December 2021 and 12 others",
            "Route 30, 2021-12-30 bus",
            "February 30, 2021",
            "0000-01-01",
            "99999-01-01",
            "99999999",
            "12345678",
            "20213112",
            "12/30/21",
            "30 30 2021",
            "December 30, 2021 17",
            "+1 202-555-0100",
        ] {
            assert_eq!(date_of_publication(line), None, "{line}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        for (address, found) in [
            ("https://quill.example/2021/12/30/the-call-a75", true),
            ("https://quill.example/2021/12/30", true),
            ("https://quill.example/world/2021/dec/30/the-call", true),
            ("https://quill.example/the-call-2021-12-30/", true),
            ("https://quill.example/20211230-call.html", true),
            ("http://quill.example/a?d=2021_12_30", true),
            ("https://quill.example/call-n20211230", false),
            ("https://quill.example/2021/12/the-call", false),
            ("https://quill.example/2021/13/30/the-call", false),
            ("https://20211230.example", false),
            ("https://quill.example/18121230", false),
            ("https://quill.example/2021é12é30", false),
        ] {
            let date = NaiveDate::from_ymd_opt(2021, 12, 30).filter(|_| found);
            assert_eq!(date_in_address(address), date, "{address}");
        }
    }
}
