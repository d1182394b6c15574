//! Dates that name their day, month or year: "30 December 2021", "Jan. 10", "2014".

use super::named::{self, suffixed};
use crate::{
    lexicon::{Class, DayOrder, NameClass, WordGroup},
    reading::{Figure, Reader, is_plural},
    text::TokenKind,
    value::{
        Precision,
        date::{DateExpr, DatePoint},
    },
};

/// The digits of a year, and those of a wire's stamp.
const YEAR_DIGITS: usize = 4;
const STAMP_DIGITS: usize = 8;

/// Years that a text means when it writes four digits.
const YEARS: std::ops::RangeInclusive<f64> = 1000.0..=2999.0;
/// Years that a text most likely means when it writes four digits before a plural.
const LIKELY_YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2099.0;

/// Whether an unknown word with a capital stands there, and not because it opens the sentence.
pub(super) fn is_name(reader: &Reader, index: usize) -> bool {
    reader.kind(index) == TokenKind::Word
        && reader.is_capital(index)
        && reader.word(index).classes == Class::default()
        && !reader.is_sentence_start(index)
}

/// A month's name counts with a capital, and not inside a person's name ("Theresa May").
fn month_name(reader: &Reader, at: usize) -> Option<(usize, u32)> {
    let word = reader.word(at);
    if word.month == 0 || !reader.is_capital(at) {
        return None;
    }
    let after = if reader.kind(at + 1) == TokenKind::AbbreviationStop { at + 2 } else { at + 1 };
    Some((after, word.month.into()))
}

/// Whether a number between 1 and 31 stands at `at`, perhaps with "th"; one past it, and the day.
pub(super) fn day_number(reader: &Reader, at: usize) -> Option<(usize, u32)> {
    if reader.kind(at) != TokenKind::Number {
        return None;
    }
    if reader.token(at).span.len() > 2 {
        return None;
    }
    let day: u32 = reader.written(at).parse().ok().filter(|day| (1..=31).contains(day))?;
    let mut end = at + 1;
    if reader.is_glued(end) && reader.kind(end) == TokenKind::Word {
        if !reader.is_of(end, WordGroup::DAY_ENDING) {
            return None;
        }
        end += 1;
    }
    let joins = matches!(reader.kind(end), TokenKind::Colon | TokenKind::Percent | TokenKind::Slash | TokenKind::Other)
        && !reader.is(end, ";");
    // "Dec. 6: snow", and not "6:30".
    let apart = reader.kind(end) == TokenKind::Colon && !reader.is_glued(end + 1);
    (apart || !(joins && reader.is_glued(end))).then_some((end, day))
}

/// "May the eleventh", "May the twenty-first": one past it, and the day.
fn worded_day(reader: &Reader, at: usize) -> Option<(usize, u32)> {
    let (word, next) = (reader.word(at), reader.word(at + 2));
    let tens = word.is(Class::CARDINAL) && reader.kind(at + 1) == TokenKind::Hyphen && next.is(Class::ORDINAL);
    let (end, day) = match () {
        () if word.is(Class::ORDINAL) => (at + 1, word.number),
        () if tens => (at + 3, word.number + next.number),
        () => return None,
    };
    (1.0..=31.0).contains(&day).then_some((end, day as u32))
}

/// How many days a month has; without a year, the fewest.
pub(super) fn month_length(year: Option<i32>, month: u32) -> Option<u32> {
    let first = |year: i32, month: u32| chrono::NaiveDate::from_ymd_opt(year, month, 1);
    let year = year.unwrap_or(2001);
    let next = if month == 12 { first(year + 1, 1)? } else { first(year, month + 1)? };
    u32::try_from((next - first(year, month)?).num_days()).ok()
}

/// "In nineteen eighty-two", "by the year two thousand forty": a year in words behind what leads to one.
pub(super) fn spoken_year(reader: &Reader, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let figure = figure.filter(|figure| !figure.digits && figure.precision == Precision::Exact)?;
    let year = figure.best.filter(|best| best.fract() == 0.0)?;
    let before = figure.first.wrapping_sub(1);
    let named = reader.is(before, "year");
    let led = reader.word(before).is(Class::LEADS_DATE) || named;
    let pair = figure.is_spoken_pair(reader) && (1000.0..2100.0).contains(&year);
    let thousands = (2001.0..2100.0).contains(&year) || named && (1000.0..3000.0).contains(&year);
    let counts = reader.kind(figure.end) == TokenKind::Word && !reader.word(figure.end).is(Class::FUNCTION)
        || reader.kind(figure.end) == TokenKind::Hyphen
        || reader.word(figure.end).is(Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT));
    (led && (pair || thousands) && !counts).then(|| (figure.end, DatePoint::Year { year: year as i32 }.into()))
}

/// A year of four digits at `at`; one past it, and the year.
pub(super) fn year_number(reader: &Reader, at: usize) -> Option<(usize, i32)> {
    if reader.kind(at) != TokenKind::Number || reader.token(at).span.len() != YEAR_DIGITS {
        return None;
    }
    let year: i32 = reader.written(at).parse().ok()?;
    YEARS.contains(&f64::from(year)).then_some((at + 1, year))
}

/// "'94", at the mark: one past it, and the year.
pub(super) fn marked_year(reader: &Reader, at: usize) -> Option<(usize, i32)> {
    let marked = reader.kind(at) == TokenKind::SingleQuote && reader.is_glued(at + 1) && !reader.is_glued(at);
    if !marked {
        return None;
    }
    let written = reader.written(at + 1);
    let goes_on = match reader.kind(at + 2) {
        TokenKind::SingleQuote | TokenKind::Possessive => true,
        TokenKind::Word | TokenKind::Slash | TokenKind::Colon => reader.is_glued(at + 2),
        _ => false,
    };
    let year: i32 = written.parse().ok().filter(|_| written.len() == 2 && !goes_on)?;
    Some((at + 2, if year < 30 { 2000 + year } else { 1900 + year }))
}

/// "since '94": a year of two digits where its mark and the word before say so, at the digits.
pub(super) fn short_year(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let mark = at.checked_sub(1)?;
    let (end, year) = marked_year(reader, mark)?;
    let led = reader.word(mark.checked_sub(1)?).is(Class::LEADS_DATE);
    led.then(|| (end, DatePoint::Year { year }.into()))
}

/// A year behind a day or a month, perhaps with a comma: "Dec. 30, 2021".
fn year_behind(reader: &Reader, at: usize) -> (usize, Option<i32>) {
    // "5 May '30".
    if let Some((end, year)) = marked_year(reader, at).filter(|(end, _)| !may_count(reader, *end)) {
        return (end, Some(year));
    }
    let next = if reader.kind(at) == TokenKind::Comma { at + 1 } else { at };
    match year_number(reader, next) {
        // "on Jan. 10, 2022 people met" still is a year.
        Some((end, year)) if LIKELY_YEARS.contains(&f64::from(year)) || !is_plural(reader, end) => (end, Some(year)),
        Some(_) | None => (at, None),
    }
}

/// Whether a noun may stand there.
fn may_count(reader: &Reader, at: usize) -> bool {
    reader.kind(at) == TokenKind::Word && !reader.word(at).is(Class::FUNCTION.and(Class::PAST))
}

/// "January", "January 10", "Jan. 10, 2022", "January 2022", "Jan. 10-12".
pub(super) fn month(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (after, month) = month_name(reader, at)?;
    if let Some(found) = quarter_of(reader, at, after, month) {
        return Some(found);
    }
    if let Some((end, day)) = worded_day(reader, after + 1).filter(|(_, day)| is_day_of(month, *day))
        && reader.is(after, "the")
    {
        let (end, year) = year_behind(reader, end);
        return Some((end, DatePoint::Day { year, month, day }.into()));
    }
    let the = reader.is(after, "the") && suffixed(reader, after + 1).is_some();
    if let Some((end, day)) = day_number(reader, if the { after + 1 } else { after }) {
        if !is_day_of(month, day) {
            return None;
        }
        let (last_end, last) = last_day(reader, at, end, day);
        let (end, year) = year_behind(reader, last_end);
        let mut expr: DateExpr = DatePoint::Day { year, month, day }.into();
        expr.until = last.map(|day| DatePoint::Day { year, month, day });
        return Some((end, expr));
    }
    let (end, year) = match year_behind(reader, after) {
        (end, Some(year)) => (end, Some(year)),
        (_, None) if reader.is(after, "of") => {
            year_number(reader, after + 1).map_or((after, None), |(end, year)| (end, Some(year)))
        }
        (_, None) => (after, None),
    };
    if year.is_none() && is_person(reader, at, after) {
        return None;
    }
    Some((end, DatePoint::Month { year, month }.into()))
}

/// "the September quarter": the quarter that the month at `at` ends or lies in.
fn quarter_of(reader: &Reader, at: usize, after: usize, month: u32) -> Option<(usize, DateExpr)> {
    let (end, year) = year_number(reader, after).map_or((after, None), |(end, year)| (end, Some(year)));
    let named = reader.is(end, "quarter") && reader.is(at.wrapping_sub(1), "the");
    named.then(|| (end + 1, DatePoint::Quarter { year, quarter: (month - 1) / 3 + 1 }.into()))
}

fn is_day_of(month: u32, day: u32) -> bool {
    chrono::NaiveDate::from_ymd_opt(2000, month, day).is_some()
}

/// The day behind "10-", "10 to" or, for a date at `at`, "between 10 and": one past it, and the day.
fn last_day(reader: &Reader, at: usize, end: usize, first: u32) -> (usize, Option<u32>) {
    let joins = matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Dash)
        || reader.is(end, "to")
        || reader.is(end, "through")
        || reader.is(end, "and") && reader.is(at.wrapping_sub(1), "between");
    match day_number(reader, end + 1) {
        Some((after, last)) if joins && last > first && year_number(reader, end + 1).is_none() => (after, Some(last)),
        Some(_) | None => (end, None),
    }
}

/// "April Smith", "Theresa May", "Sun Tzu", and "May" or "March" where they open a sentence without a number.
fn is_person(reader: &Reader, at: usize, after: usize) -> bool {
    let doubtful = matches!(reader.word(at).month, 3..=6 | 8) || reader.is(at, "jan") && after == at + 1;
    let before = at.wrapping_sub(1);
    // The first name may open the sentence, and a title may stand before the last.
    let before_is_name = reader.kind(before) == TokenKind::Word
        && reader.is_capital(before)
        && reader.word(before).classes == Class::default()
        && !reader.is_glued(at);
    let titled = reader.word(before).is(Class::TITLE)
        || reader.kind(before) == TokenKind::AbbreviationStop && reader.word(before.wrapping_sub(1)).is(Class::TITLE)
        || is_titled(reader, before) && after == at + 1;
    let speaks = reader.is_of(after, WordGroup::BEHIND_PERSON);
    // "In March Ford closed the plant": what follows is another name.
    let led = reader.word(before).is(Class::LEADS_DATE) && !reader.is_of(before, WordGroup::NAMES_ON);
    // "The annual March for Water".
    let march = reader.is(after, "for") && reader.is_capital(after + 1) && !reader.word(before).is(Class::LEADS_DATE);
    let street = reader.word(after).is(Class::STREET) && reader.is_capital(after);
    let followed = is_name(reader, after) && !led || street;
    doubtful && (before_is_name || march || titled || speaks || followed || reader.is_sentence_start(at))
}

/// "Prime Minister May": a title with a capital.
fn is_titled(reader: &Reader, before: usize) -> bool {
    let names = reader.lexicon.names();
    reader.kind(before) == TokenKind::Word
        && reader.is_capital(before)
        && names.class(reader.written(before)).is(NameClass::TITLE)
}

/// "30 December 2021", "30th of December", "2021-12-30", "12/30/2021".
pub(super) fn numeric(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    if let Some(found) = stamp(reader, at) {
        return Some(found);
    }
    let glued_before = reader.is_glued(at)
        && !matches!(
            reader.kind(at.wrapping_sub(1)),
            TokenKind::Open | TokenKind::DoubleQuote | TokenKind::SingleQuote | TokenKind::Dash
        );
    let next = reader.kind(at + 1);
    let may_go_on = matches!(next, TokenKind::Word | TokenKind::Hyphen | TokenKind::Dash | TokenKind::Slash);
    if glued_before || !may_go_on {
        return None;
    }
    iso(reader, at).or_else(|| slashed(reader, at)).or_else(|| hyphenated(reader, at)).or_else(|| day_month(reader, at))
}

/// "30.12.2021", one token: the day first, everywhere where people write so.
pub(super) fn dotted(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let mut parts = reader.written(at).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    valid_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(|expr| (at + 1, expr))
}

/// "30-Dec-2021".
fn hyphenated(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let is_joined = |index: usize| reader.kind(index) == TokenKind::Hyphen && reader.is_glued(index);
    let day: u32 = reader.written(at).parse().ok().filter(|day| (1..=31).contains(day))?;
    let (end, month) = month_name(reader, at + 2).filter(|(end, _)| is_joined(at + 1) && is_joined(*end))?;
    let (end, year) = year_number(reader, end + 1)?;
    valid_day(year, month, day).map(|expr| (end, expr))
}

pub(super) fn day_month(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (first_end, first) = day_number(reader, at)?;
    let (end, last) = last_day(reader, at, first_end, first);
    let next = if reader.is(end, "of") { end + 1 } else { end };
    let (after, month) = month_name(reader, next)?;
    if !is_day_of(month, first) {
        return None;
    }
    let (end, year) = year_behind(reader, after);
    let mut expr: DateExpr = DatePoint::Day { year, month, day: first }.into();
    expr.until = last.map(|day| DatePoint::Day { year, month, day });
    Some((end, expr))
}

/// Three glued numbers with a mark between.
fn triple<'a>(reader: &Reader<'a>, at: usize, mark: TokenKind) -> Option<[&'a str; 3]> {
    let marks = reader.kind(at + 1) == mark && reader.kind(at + 3) == mark;
    let numbers = [at, at + 2, at + 4].iter().all(|index| reader.kind(*index) == TokenKind::Number);
    let glued = (at + 1..at + 5).all(|index| reader.is_glued(index));
    let ends = !(reader.is_glued(at + 5) && matches!(reader.kind(at + 5), TokenKind::Slash | TokenKind::Hyphen));
    (marks && numbers && glued && ends).then(|| [reader.written(at), reader.written(at + 2), reader.written(at + 4)])
}

fn iso(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let [year, month, day] = triple(reader, at, TokenKind::Hyphen)?;
    if year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    valid_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(|expr| (at + 5, expr))
}

/// "19980227", as agencies date their wires.
fn stamp(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    if reader.token(at).span.len() != STAMP_DIGITS {
        return None;
    }
    let written = reader.written(at);
    let next = reader.kind(at + 1);
    let goes_on = reader.is_glued(at + 1) && !matches!(next, TokenKind::Stop | TokenKind::Comma | TokenKind::Close);
    let alone = !reader.is_glued(at) && !goes_on;
    let likely = written.starts_with("19") || written.starts_with("20");
    if !alone || !likely || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| written.get(range)?.parse::<u32>().ok();
    let year = i32::try_from(part(0..4)?).ok()?;
    valid_day(year, part(4..6)?, part(6..8)?).map(|expr| (at + 1, expr))
}

/// "12/30/2021" in the order of the project, the US one if it says nothing; "30/12/2021" where only the other can be.
fn slashed(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let [first, second, year] = triple(reader, at, TokenKind::Slash)?;
    if first.len() == 4 && year.len() <= 2 {
        return valid_day(first.parse().ok()?, second.parse().ok()?, year.parse().ok()?).map(|expr| (at + 5, expr));
    }
    let written: i32 = year.parse().ok()?;
    let year = match year.len() {
        4 => written,
        2 if written < 50 => 2000 + written,
        2 => 1900 + written,
        _ => return None,
    };
    let (first, second) = (first.parse().ok()?, second.parse().ok()?);
    let (month, day) = match reader.lexicon.day_order {
        DayOrder::MonthFirst | DayOrder::Unstated => (first, second),
        DayOrder::DayFirst => (second, first),
    };
    valid_day(year, month, day).or_else(|| valid_day(year, day, month)).map(|expr| (at + 5, expr))
}

fn valid_day(year: i32, month: u32, day: u32) -> Option<DateExpr> {
    chrono::NaiveDate::from_ymd_opt(year, month, day)?;
    Some(DatePoint::Day { year: Some(year), month, day }.into())
}

/// "the 30th", where a word before leads to a day and nothing after makes it an ordinal.
pub(super) fn day_of_month(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let day = u32::try_from(suffixed(reader, at)?).ok().filter(|day| (1..=31).contains(day))?;
    let lead = at.checked_sub(2).filter(|_| reader.is(at - 1, "the"))?;
    let led = reader.is(lead, "on") || reader.is_of(lead, WordGroup::UNTIL.and(WordGroup::BY));
    let after = reader.kind(at + 2);
    let goes_on = matches!(after, TokenKind::Hyphen | TokenKind::Possessive)
        || after == TokenKind::Word && !reader.word(at + 2).is(Class::FUNCTION);
    (led && !goes_on && !reader.is(at + 2, "of")).then(|| (at + 2, DatePoint::DayOfMonth { day }.into()))
}

/// "2014" by itself: a year where the words around it do not count it.
pub(super) fn bare_year(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (end, year) = year_number(reader, at)?;
    let glued = |index: usize, kinds: &[TokenKind]| {
        reader.is_glued(index) && kinds.contains(&reader.kind(index)) && !reader.is(index, ";")
    };
    // "2015/16" is a season.
    let next_year = || {
        let last = reader.written(end + 1);
        let follows = last.len() == 2 && last.parse() == Ok((year + 1).rem_euclid(100));
        let ends = matches!(reader.kind(end + 2), TokenKind::Stop | TokenKind::Comma | TokenKind::Close);
        follows && reader.is_glued(end + 1) && (ends || !reader.is_glued(end + 2))
    };
    let season = reader.kind(end) == TokenKind::Slash && next_year();
    let bound = [
        TokenKind::Word,
        TokenKind::Percent,
        TokenKind::Slash,
        TokenKind::Colon,
        TokenKind::Other,
        TokenKind::Currency,
        TokenKind::Number,
    ];
    if glued(end, &bound) && !season
        || at > 0
            && reader.is_glued(at)
            && !matches!(
                reader.kind(at - 1),
                TokenKind::Hyphen | TokenKind::Dash | TokenKind::Open | TokenKind::DoubleQuote | TokenKind::SingleQuote
            )
    {
        return None;
    }
    let next = reader.word(end);
    // "Flight 1998" and "Room 2010" have numbers for names.
    let labelled =
        reader.word(at.wrapping_sub(1)).is(Class::LABEL) && !reader.word(at.wrapping_sub(1)).is(Class::LEADS_DATE);
    if next.is(Class::ERA) || labelled {
        return None;
    }
    if let Some(found) = named::year_of_firm(reader, end, year) {
        return Some(found);
    }
    let counts = Class::MAGNITUDE.and(Class::DURATION).and(Class::UNIT).and(Class::CURRENCY).and(Class::HALF_DAY);
    if next.is(counts) && !next.is(Class::FUNCTION) || reader.lexicon.zones.contains_key(reader.written(end)) {
        return None;
    }
    let before = at.checked_sub(1);
    // "As early as 1984", and not "as many as 1984".
    let as_early = |before: usize| reader.is(before, "as") && reader.is_of(before.wrapping_sub(1), WordGroup::AS_EARLY);
    let led = before.is_some_and(|before| {
        let named = reader.is(before, "the") || reader.is(before, "year");
        reader.word(before).is(Class::LEADS_DATE) || named || as_early(before)
    });
    let likely = LIKELY_YEARS.contains(&f64::from(year));
    // "The yard's 2030 sales" are of a year.
    let reported = next.is(Class::REPORTED) && before.is_some_and(|at| reader.kind(at) == TokenKind::Possessive);
    let counted = is_plural(reader, end) && !reported;
    let hedged = before.is_some_and(|before| reader.word(before).is(Class::HEDGE_END)) && !led;
    // "Gone by 2150", and not "rose by 2150".
    let changes = |at: usize| reader.word(at).is(Class::CHANGE) && !reader.is(at, "gone");
    let by = |before: usize| reader.is(before, "by") && !changes(before.wrapping_sub(1));
    let far = (2100..=2300).contains(&year) && !counted && before.is_some_and(by);
    // "She ruled 1712-19", "(1712-1719)": a stretch behind what was done, or in a bracket.
    let told = |before: usize| {
        let done = reader.word(before).is(Class::PAST) || reader.written(before).ends_with("ed");
        done || reader.kind(before) == TokenKind::Open
    };
    let stretch = || {
        let (last, joined) = (reader.written(end + 1), matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Dash));
        let ends = !reader.is_glued(end + 2)
            || matches!(reader.kind(end + 2), TokenKind::Stop | TokenKind::Comma | TokenKind::Close);
        let century = year.rem_euclid(100);
        let rises = match last.len() {
            2 => last.parse().is_ok_and(|last: i32| last > century),
            4 => last.parse().is_ok_and(|last: i32| (year + 1..year + 150).contains(&last)),
            _ => false,
        };
        joined && reader.is_glued(end) && reader.is_glued(end + 1) && ends && rises && year < 2100
    };
    let stands = before.is_some_and(told) && stretch()
        || likely && !hedged && (led || !counted)
        || far
        || led && !counted && before.is_some_and(|before| reader.is_of(before, WordGroup::FAR))
        || before
            .is_some_and(|before| reader.is(before, "from") && !reader.word(before.wrapping_sub(1)).is(Class::CHANGE))
            && reader.is(end, "to")
            && { year_number(reader, end + 1).is_some_and(|(after, last)| last > year && !is_plural(reader, after)) };
    stands.then(|| (end, DatePoint::Year { year }.into()))
}
