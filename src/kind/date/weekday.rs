//! Days of the week, alone and beside the day that they are.

use super::{
    absolute::{self, day_month, month},
    named::suffixed,
    relative::time_of_day,
};
use crate::{
    lexicon::{Class, WordGroup},
    reading::Reader,
    text::TokenKind,
    value::date::{DateExpr, DatePoint},
};

/// "Mon" has so many letters.
const SHORT_NAME: usize = 3;

/// "Thursday", "Thursday, December 30, 2021", "Thursday 30 December", "Wednesday night".
pub(super) fn read(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let weekday = u32::from(reader.word(at).weekday);
    let written = reader.written(at);
    let before = at.wrapping_sub(1);
    if !reader.is_capital(at) || reader.word(before).is(Class::EVERY) {
        return None;
    }
    if is_counted_off(reader, at) {
        return None;
    }
    if written.ends_with("days") {
        return Some((at + 1, DatePoint::EachWeekday { weekday }.into()));
    }
    let stop = written.len() <= 5 && matches!(reader.kind(at + 1), TokenKind::AbbreviationStop);
    let after = if stop { at + 2 } else { at + 1 };
    let comma = reader.kind(after) == TokenKind::Comma;
    let mut next = if comma { after + 1 } else { after };
    if reader.is(next, "the") {
        next += 1;
    }
    let of_weekday = |(end, expr): (usize, DateExpr)| (end, DateExpr { weekday: Some(weekday), ..expr });
    let full =
        || whole_day(reader, next).or_else(|| part_and_day(reader, after)).or_else(|| in_brackets(reader, after));
    if let Some(full) = full() {
        return Some(of_weekday(full));
    }
    if let Some((end, day)) = absolute::day_number(reader, next).filter(|(end, _)| !comma && ends_day(reader, *end)) {
        return Some(of_weekday((end, DatePoint::DayOfMonth { day }.into())));
    }
    // "Tuesday the 19th".
    if let Some(day) =
        suffixed(reader, next).and_then(|day| u32::try_from(day).ok()).filter(|day| (1..=31).contains(day))
        && !comma
    {
        return Some(of_weekday((next + 2, DatePoint::DayOfMonth { day }.into())));
    }
    // "Sun", "Mon", "Wed" are words and names too.
    let short = written.len() == SHORT_NAME && !stop && !reader.is(before, "on");
    let is_name = written.len() > 3 && absolute::is_name(reader, before) && absolute::is_name(reader, after);
    if short || is_name {
        return None;
    }
    // "The Sunday Times", "the Monday Night Football".
    let is_title = reader.is(before, "the") && reader.kind(after) == TokenKind::Word && reader.is_capital(after);
    if is_title {
        return None;
    }
    let (end, hours) = time_of_day(reader, after);
    let expr = DateExpr { hours, ..DatePoint::Weekday { weekday, shift: None }.into() };
    // "Thursday of next week", "Friday last week".
    let week = if reader.is(end, "of") { end + 1 } else { end };
    if reader.word(week).is(Class::SHIFT) && reader.is(week + 1, "week") {
        return Some((week + 2, DateExpr { shift: Some(reader.word(week).shift.into()), ..expr }));
    }
    Some((end, expr))
}

/// "Monday week", "the Monday before last", "a week on Monday", "Mon-Fri": another day than the next or the last of that name.
pub(super) fn is_counted_off(reader: &Reader, at: usize) -> bool {
    let (next, before) = (at + 1, at.wrapping_sub(1));
    let week = reader.is(next, "week")
        && match reader.kind(next + 1) {
            TokenKind::Word => reader.word(next + 1).is(Class::FUNCTION),
            TokenKind::Hyphen | TokenKind::Possessive => false,
            _ => true,
        };
    let before_last = reader.is(next, "before") && reader.is(next + 1, "last");
    // "A week on Monday", and not "the third in three weeks on Monday".
    let back = |words: usize| before.wrapping_sub(words);
    let week_on = reader.is(before, "on")
        && reader.is(back(1), "week")
        && reader.is(back(2), "a")
        && !reader.is_of(back(3), WordGroup::DURING);
    let short = before.wrapping_sub(1);
    let joined = reader.kind(before) == TokenKind::Hyphen
        && reader.word(short).weekday > 0
        && reader.written(short).len() == SHORT_NAME;
    week || before_last || week_on || joined
}

/// "Sunday night 9th June 2030", "Friday evening, May 2": the part of the day at `at` and the whole date behind it.
fn part_and_day(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (end, hours) = time_of_day(reader, at);
    hours?;
    let next = if reader.kind(end) == TokenKind::Comma { end + 1 } else { end };
    let next = if reader.is(next, "the") { next + 1 } else { next };
    let (end, expr) = whole_day(reader, next)?;
    Some((end, DateExpr { hours, ..expr }))
}

/// "30 December 2021", "December 30" at `at`.
fn whole_day(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    month(reader, at).filter(|(_, expr)| expr.is_day()).or_else(|| day_month(reader, at))
}

/// "(March 8, 2030)" at `at`.
fn in_brackets(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let (end, expr) = whole_day(reader, at + 1).filter(|_| reader.kind(at) == TokenKind::Open)?;
    (reader.kind(end) == TokenKind::Close).then_some((end + 1, expr))
}

/// The day of the week behind a whole day: "10 May 2031 (Saturday)", "May 10, 2031, a Saturday".
pub(super) fn behind(reader: &Reader, (end, expr): (usize, DateExpr)) -> (usize, DateExpr) {
    let is_whole = matches!(expr.point, DatePoint::Day { .. }) && expr.until.is_none() && expr.weekday.is_none();
    let weekday = |at: usize| Some(u32::from(reader.word(at).weekday)).filter(|day| *day > 0 && reader.is_capital(at));
    let bracketed = || weekday(end + 1).filter(|_| reader.kind(end) == TokenKind::Open);
    let told = || weekday(end + 2).filter(|_| reader.kind(end) == TokenKind::Comma && reader.is(end + 1, "a"));
    let closes = |at: usize, kinds: &[TokenKind]| kinds.contains(&reader.kind(at));
    match (is_whole.then(bracketed).flatten(), is_whole.then(told).flatten()) {
        (weekday @ Some(_), _) if closes(end + 2, &[TokenKind::Close]) => (end + 3, DateExpr { weekday, ..expr }),
        (None, weekday @ Some(_)) if closes(end + 3, &[TokenKind::Comma, TokenKind::Stop, TokenKind::End]) => {
            (end + 3, DateExpr { weekday, ..expr })
        }
        _ => (end, expr),
    }
}

/// Whether nothing is counted behind "Thursday 15": it ends there, or a time or another weekday follows.
fn ends_day(reader: &Reader, end: usize) -> bool {
    match reader.kind(end) {
        TokenKind::Stop | TokenKind::Comma | TokenKind::End | TokenKind::Close => true,
        TokenKind::Word => {
            reader.is(end, "at") && reader.kind(end + 1) == TokenKind::Number
                || reader.is_of(end, WordGroup::LISTED) && reader.word(end + 1).is(Class::WEEKDAY)
        }
        _ => false,
    }
}
