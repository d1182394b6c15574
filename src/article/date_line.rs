//! Dates of publication as people write them: a line that is nothing but dates, clock times and the words around them. The
//! dates themselves are read as those of running text are.

use crate::{
    kind::{date, time},
    lexicon::{Class, Lexicon},
    reading::{Figure, Reader},
    text::{Part, Sentence, Text, TokenKind},
    value::{Content, date::DatePoint, time::ZoneName},
};
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, TimeZone};

/// The day that `words` give, where they are nothing but a date in one of the forms of a date line, with or without a
/// weekday, a clock time and a label such as "Published".
#[must_use]
pub(super) fn date_of_publication(words: &str, lexicon: &Lexicon) -> Option<NaiveDate> {
    DateLine::read(words, lexicon).map(|line| line.date)
}

/// The time of day that stands beside a day of publication: in UTC where its zone is named, else as it is written.
#[must_use]
pub(super) fn time_of_publication(words: &str, day: NaiveDate, lexicon: &Lexicon) -> Option<NaiveDateTime> {
    let words = words.trim();
    if let Ok(moment) = DateTime::parse_from_rfc3339(words) {
        return Some(moment.naive_utc());
    }
    let prepared = prepared(words, lexicon)?;
    let text = Text::plain(&prepared, lexicon);
    let whole = Sentence { first: 0, end: text.tokens().len(), part: Part::Metadata, block: 0 };
    let reader = Reader::new(&text, lexicon, &whole);
    let midnight = day.and_hms_opt(0, 0, 0)?;
    let written = |minute: i32| midnight.checked_add_signed(Duration::minutes(i64::from(minute)));
    let clock = (0..whole.end).find_map(|at| (time::ENTRY.read)(&reader, at, None).filter(|found| found.first == at));
    let Some(Content::Time(time)) = clock.map(|found| found.value.content) else {
        let bare = (0..whole.end).find_map(|at| bare_minute(&reader, at))?.1?;
        return written(i32::from(bare));
    };
    let written = written(time.from)?;
    match time.zone.as_deref() {
        Some(ZoneName::Offset(minutes)) => written.checked_sub_signed(Duration::minutes(i64::from(*minutes))),
        Some(ZoneName::Named(name)) => {
            let zone: chrono_tz::Tz = name.parse().ok()?;
            zone.from_local_datetime(&written).earliest().map(|moment| moment.naive_utc())
        }
        Some(ZoneName::Ambiguous(_) | ZoneName::Local) | None => Some(written),
    }
}

/// The two days that "03/04/2031" may be; none where only one is meant.
#[must_use]
pub(super) fn two_readings(words: &str) -> Option<(NaiveDate, NaiveDate)> {
    words.split_whitespace().find_map(|word| {
        let numbers: Vec<u32> =
            word.trim_end_matches([',', '.']).split('/').map(|number| number.parse().ok()).collect::<Option<_>>()?;
        let [first, second, year] = numbers[..] else { return None };
        let year = i32::try_from(year).ok().filter(|year| (1000..=9999).contains(year))?;
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        day(first, second).zip(day(second, first)).filter(|(one, other)| one != other)
    })
}

/// A day: its year where one is written, its month and its number.
pub(super) type DayInMonth = (Option<i32>, u32, u32);

/// What a line is of that is nothing but a day, a time of day, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DateAndTime {
    /// Year, where it is written, month and day.
    pub day: Option<DayInMonth>,
    /// The minute of the day, as it is written.
    pub minute: Option<u16>,
}

/// Reads a line that is nothing but a day, with a year or without, a time of day, or both.
pub(super) fn date_and_time(line: &str, lexicon: &Lexicon) -> Option<DateAndTime> {
    read_line(line, lexicon, |reader, end| {
        let (mut found, mut at) = (DateAndTime::default(), 0);
        while at < end {
            if let Some((end, minute)) = minute(reader, at) {
                found.minute = found.minute.or(minute);
                at = end;
            } else if let Some((end, date)) = day_in_month(reader, at) {
                found.day = found.day.or(Some(date));
                at = end;
            } else {
                beside(reader, at, Label::None)?;
                at += 1;
            }
        }
        (found != DateAndTime::default()).then_some(found)
    })
}

/// Reads a line that may hold a date as tokens; the second of what `read` is given is one past the last.
fn read_line<T>(line: &str, lexicon: &Lexicon, read: impl FnOnce(&Reader, usize) -> Option<T>) -> Option<T> {
    if line.len() > LONGEST || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let line = prepared(line, lexicon)?;
    let text = Text::plain(&line, lexicon);
    let whole = Sentence { first: 0, end: text.tokens().len(), part: Part::Metadata, block: 0 };
    read(&Reader::new(&text, lexicon, &whole), whole.end)
}

/// A day of a month: one past its last token.
fn day_in_month(reader: &Reader, at: usize) -> Option<(usize, DayInMonth)> {
    let figure = Figure::read(reader, at);
    let reading = (date::ENTRY.read)(reader, at, figure.as_ref())?;
    let Content::Date(found) = reading.value.content else { return None };
    let DatePoint::Day { year, month, day } = found.point else { return None };
    (found.until.is_none() && found.part.is_none()).then_some((reading.end, (year, month, day)))
}

/// A time of day and its minute: one past its last token.
fn minute(reader: &Reader, at: usize) -> Option<(usize, Option<u16>)> {
    named_minute(reader, at).or_else(|| bare_minute(reader, at))
}

/// "17:42", which running text has for other things too.
fn bare_minute(reader: &Reader, at: usize) -> Option<(usize, Option<u16>)> {
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        let is_number = reader.kind(at) == TokenKind::Number && digits.contains(&reader.written(at).len());
        reader.written(at).parse::<u16>().ok().filter(|_| is_number)
    };
    let is_joined = reader.kind(at + 1) == TokenKind::Colon && reader.is_glued(at + 1) && reader.is_glued(at + 2);
    let (hour, minute) = number(at, 1..=2).zip(number(at + 2, 2..=2)).filter(|_| is_joined)?;
    (hour < 24 && minute < 60).then_some((at + 3, Some(60 * hour + minute)))
}

fn named_minute(reader: &Reader, at: usize) -> Option<(usize, Option<u16>)> {
    let reading = (time::ENTRY.read)(reader, at, None).filter(|reading| reading.first == at)?;
    let Content::Time(found) = &reading.value.content else { return None };
    let minute = u16::try_from(found.from).ok().filter(|_| found.from == found.to);
    Some((reading.end, minute))
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

/// The marks of a date line.
const MARKS: &str = "-–—:,.|/()+•·";

impl DateLine {
    /// Reads a line; `None` where anything on it is no part of a date.
    pub fn read(line: &str, lexicon: &Lexicon) -> Option<Self> {
        read_line(line, lexicon, |reader, end| {
            let (mut best, mut label, mut at) = (None::<Self>, Label::None, 0);
            while at < end {
                if let Some((end, date)) = day(reader, at) {
                    if best.is_none_or(|best| label < best.label) {
                        best = Some(Self { date, label });
                    }
                    (label, at) = (Label::None, end);
                } else if let Some(end) = clock(reader, at) {
                    at = end;
                } else {
                    label = beside(reader, at, label)?;
                    at += 1;
                }
            }
            best
        })
    }
}

/// The line as running text would have it: months and weekdays with a capital, a blank for the T before a clock time, nothing
/// that nobody sees. `None` where a word or a mark is of no date line, which nearly all lines show at their first word.
fn prepared(line: &str, lexicon: &Lexicon) -> Option<String> {
    let known = lexicon.articles();
    let mut prepared = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        if !first.is_alphabetic() {
            match first {
                '\u{feff}' | '\u{200b}' => {}
                _ if first.is_whitespace() => prepared.push(' '),
                _ if first.is_ascii_digit() || MARKS.contains(first) => prepared.push(first),
                _ => return None,
            }
            continue;
        }
        let is_between_digits = prepared.ends_with(|last: char| last.is_ascii_digit())
            && rest.starts_with(|next: char| next.is_ascii_digit());
        let class = lexicon.look_up(word);
        if word.eq_ignore_ascii_case("t") && is_between_digits {
            prepared.push(' ');
        } else if class.is(Class::MONTH.and(Class::WEEKDAY)) {
            prepared.extend(first.to_uppercase());
            prepared.push_str(word.get(first.len_utf8()..).unwrap_or(""));
        } else if class.is(Class::ZONE) || known.may_stand_beside_a_date(word) {
            prepared.push_str(word);
        } else {
            return None;
        }
    }
    Some(prepared)
}

/// A day with its year: one past its last token.
fn day(reader: &Reader, at: usize) -> Option<(usize, NaiveDate)> {
    let figure = Figure::read(reader, at);
    let reading = (date::ENTRY.read)(reader, at, figure.as_ref())?;
    let Content::Date(found) = reading.value.content else { return None };
    let DatePoint::Day { year: Some(year), month, day } = found.point else { return None };
    // A year of two digits may be a day, and outside of these years it is a number of another sort.
    let is_figure = |token: usize| reader.written(token).starts_with(|first: char| first.is_ascii_digit());
    let is_written = (at..reading.end).any(|token| is_figure(token) && reader.written(token).len() >= 4);
    let is_plain = found.until.is_none() && found.part.is_none() && is_written && (1500..=2499).contains(&year);
    NaiveDate::from_ymd_opt(year, month, day).filter(|_| is_plain).map(|date| (reading.end, date))
}

/// One past the last token of a clock time.
fn clock(reader: &Reader, at: usize) -> Option<usize> {
    (time::ENTRY.read)(reader, at, None).filter(|reading| reading.first == at).map(|reading| reading.end)
}

/// The label that a token leaves behind it, where it may stand beside a date.
fn beside(reader: &Reader, at: usize, label: Label) -> Option<Label> {
    let known = reader.lexicon.articles();
    match reader.kind(at) {
        TokenKind::Word if known.is_updated(reader.written(at)) => Some(Label::Updated),
        // "Last modified on" is no other label for its last word.
        TokenKind::Word if known.is_published(reader.written(at)) && label != Label::Updated => Some(Label::Published),
        TokenKind::Word if known.is_published(reader.written(at)) => Some(label),
        TokenKind::Word if known.is_of_clock(reader.written(at)) || reader.word(at).is(CLOCK_WORDS) => Some(label),
        TokenKind::Number if is_of_clock(reader, at) => Some(label),
        TokenKind::Word | TokenKind::Number | TokenKind::End => None,
        _ => Some(label),
    }
}

/// What is no part of the date that is read, and says nothing against it.
const CLOCK_WORDS: Class = Class::WEEKDAY.and(Class::ZONE);

/// Whether a number is of a clock time's seconds or of an offset: 05.000, +0300, -05:00.
fn is_of_clock(reader: &Reader, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let is_sign =
        matches!(reader.kind(before), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Colon) || reader.is(before, "+");
    let colon_behind = reader.kind(at + 1) == TokenKind::Colon && reader.is_glued(at + 1);
    reader.is_glued(at) && is_sign && reader.written(at).len() <= 10 || colon_behind && reader.written(at).len() <= 2
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
            assert_eq!(date_of_publication(line, Lexicon::english()), NaiveDate::from_ymd_opt(2021, 12, 30), "{line}");
        }
        assert_eq!(
            date_of_publication("04/05/2021", Lexicon::english()),
            NaiveDate::from_ymd_opt(2021, 4, 5),
            "the order of the United States"
        );
        for line in ["Updated 30 Dec 2021", "Last modified on 30 Dec 2021"] {
            let label = DateLine::read(line, Lexicon::english()).map(|line| line.label);
            assert_eq!(label, Some(Label::Updated), "{line}");
        }
    }

    #[test]
    fn times_beside_a_day() {
        let day = NaiveDate::from_ymd_opt(2021, 12, 30).unwrap();
        for (words, expected) in [
            ("2021-12-30T14:05:00Z", Some("2021-12-30 14:05:00")),
            ("2021-12-30T01:05:00+03:00", Some("2021-12-29 22:05:00")),
            ("Dec. 30, 2021 at 2:05 p.m. ET", Some("2021-12-30 19:05:00")),
            ("2021-12-30 14:05", Some("2021-12-30 14:05:00")),
            ("2021-12-30", None),
        ] {
            let found = time_of_publication(words, day, Lexicon::english());
            assert_eq!(found.map(|found| found.to_string()).as_deref(), expected, "{words}");
        }
    }

    #[test]
    fn days_that_can_be_read_in_two_ways() {
        for (words, expected) in [
            ("03/04/2031", true),
            ("Published: 3/4/2031, 14:05", true),
            ("13/04/2031", false),
            ("04/04/2031", false),
            ("2031/03/04", false),
            ("3 April 2031", false),
        ] {
            assert_eq!(two_readings(words).is_some(), expected, "{words}");
        }
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
            assert_eq!(date_of_publication(line, Lexicon::english()), None, "{line}");
        }
    }
}
