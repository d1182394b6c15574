//! The entries of a live page or a chronicle: what stands below a line that is a time or a day is of that time.

use super::{date_line::date_and_time, paragraph::Layout};
use crate::{lexicon::Lexicon, span::Span, text::Part};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The time of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryMoment {
    /// Its day, where the page gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// The minute of the day, as the page's clock has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<u16>,
}

/// An entry: from its first byte to the next entry it is of one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiveEntry {
    /// Its first byte.
    pub start: u32,
    /// When it was written.
    pub moment: EntryMoment,
}

/// A page has at least so many entries: one line with a time is a byline's.
const FEWEST: usize = 2;
/// So many paragraphs that open with a time are entries, and no chance.
const FEWEST_OPENED: usize = 3;
/// No line of a time is longer, in bytes.
const LONGEST: usize = 60;

/// The entries of an article, in order; none where it is no such page.
pub(super) fn entries(
    text: &str,
    layout: &Layout,
    parts: &[Part],
    published: Option<NaiveDate>,
    lexicon: &Lexicon,
) -> Vec<LiveEntry> {
    let (mut alone, mut opened) = (Vec::new(), Vec::new());
    for (paragraph, part) in layout.paragraphs.iter().zip(parts) {
        if !matches!(part, Part::Lead | Part::Body | Part::Subheading) {
            continue;
        }
        let mut words = Span { end: paragraph.span.end.min(paragraph.span.start + 4 * LONGEST_HEAD), ..paragraph.span };
        while !text.is_char_boundary(words.range().end) {
            words.end -= 1;
        }
        let is_whole = words == paragraph.span;
        let words = if is_whole { layout.words(text, paragraph) } else { words.of(text).to_string() };
        let (start, words) = (paragraph.span.start, words.trim());
        let line = is_whole && words.len() <= LONGEST && words.starts_with(|first: char| first.is_alphanumeric());
        if let Some(moment) = line.then(|| moment(words, published, lexicon)).flatten() {
            alone.push(LiveEntry { start, moment });
        } else if let Some(minute) = minute_of_opening(words, lexicon) {
            let moment = EntryMoment { day: None, minute: Some(minute) };
            alone.push(LiveEntry { start, moment });
            opened.push(start);
        }
    }
    if opened.len() < FEWEST_OPENED {
        alone.retain(|entry| !opened.contains(&entry.start));
    }
    if alone.len() < FEWEST {
        return Vec::new();
    }
    // A time stands below its day.
    let mut day = None;
    for entry in &mut alone {
        day = entry.moment.day.or(day);
        entry.moment.day = day;
    }
    alone
}

/// So many letters of a paragraph may be its time.
const LONGEST_HEAD: u32 = 40;

fn moment(line: &str, published: Option<NaiveDate>, lexicon: &Lexicon) -> Option<EntryMoment> {
    let found = date_and_time(line.trim_end_matches([':', '.', ' ']), lexicon)?;
    let day = found.day.and_then(|(year, month, day)| match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => nearest(month, day, published?),
    });
    let is_told = day.is_some() || found.minute.is_some();
    is_told.then_some(EntryMoment { day, minute: found.minute })
}

/// The day of that name that is nearest to another.
fn nearest(month: u32, day: u32, to: NaiveDate) -> Option<NaiveDate> {
    let years = [to.year() - 1, to.year(), to.year() + 1];
    let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|day| day.signed_duration_since(to).num_days().abs())
}

/// The time that opens a paragraph: "17:42 The coast guard ...", "5.42pm: ...".
fn minute_of_opening(words: &str, lexicon: &Lexicon) -> Option<u16> {
    let first = words.trim_start_matches(['*', '_', '[', '(']);
    let end = first.char_indices().find(|(_, letter)| letter.is_whitespace()).map(|(at, _)| at)?;
    let (head, rest) = first.split_at_checked(end)?;
    let head = head.trim_end_matches([':', '-', '–', '—', '|', ']', ')', '*', '_', ',']);
    let begins = rest.trim_start().trim_start_matches(['-', '–', '—', '|', ' ', '*', '_']);
    let is_head = head.starts_with(|letter: char| letter.is_ascii_digit()) && head.contains([':', '.', 'm']);
    if !is_head || !begins.starts_with(|letter: char| letter.is_uppercase() || "\"“‘'".contains(letter)) {
        return None;
    }
    date_and_time(head, lexicon).filter(|found| found.day.is_none())?.minute
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{markdown, plain};

    fn found(text: &str) -> Vec<String> {
        let lexicon = Lexicon::english();
        let layout =
            if text.contains("## ") { markdown::layout(text, 0, lexicon) } else { plain::layout(text, 0, lexicon) };
        let parts = vec![Part::Body; layout.paragraphs.len()];
        let published = NaiveDate::from_ymd_opt(2031, 5, 9);
        let shown = |entry: LiveEntry| {
            let day = entry.moment.day.map_or("-".to_string(), |day| day.to_string());
            let minute =
                entry.moment.minute.map_or("-".to_string(), |minute| format!("{}:{:02}", minute / 60, minute % 60));
            format!("{day} {minute}")
        };
        entries(text, &layout, &parts, published, lexicon).into_iter().map(shown).collect()
    }

    #[test]
    fn entries_have_a_time_of_their_own() {
        for (text, expected) in [
            ("## 17:42\n\nTwelve died.\n\n## 16:10\n\nNine died.", vec!["- 17:42", "- 16:10"]),
            ("17:42 GMT\n\nTwelve died.\n\n4.10pm\n\nNine died.", vec!["- 17:42", "- 16:10"]),
            (
                "17:42 - Twelve died.\n\n16:10 - Nine died.\n\n15:05 - Three died.",
                vec!["- 17:42", "- 16:10", "- 15:05"],
            ),
            ("8 May\n\nThree died.\n\n7 May 2031\n\nNone died.", vec!["2031-05-08 -", "2031-05-07 -"]),
            (
                "Thursday, 8 May\n\n17:42\n\nThree died.\n\n31 December\n\nNone died.",
                vec!["2031-05-08 -", "2031-05-08 17:42", "2030-12-31 -"],
            ),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_entry() {
        for text in [
            "17:42\n\nTwelve died.",
            "17:42 Twelve died.\n\n16:10 Nine died.",
            "9:30 a.m. trains were late.\n\n10:30 a.m. trains were late.\n\n11:30 a.m. trains were late.",
            "12\n\nTwelve died.\n\n13\n\nNine died.",
            "The wall fell in May.\n\nIt was mended in June.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
