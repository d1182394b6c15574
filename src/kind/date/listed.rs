//! Days of a month that share its name, or lean on another month: "March 7, 8 and 9", "the 3rd and 4th of March", "the 20th of
//! next month", "the first week of October".

use super::{
    FoundDate,
    absolute::{self, day_month},
    named::suffixed,
};
use crate::{
    lexicon::{Class, WordGroup},
    reading::Reader,
    text::TokenKind,
    value::date::{DateExpr, DatePoint, Unit},
};

/// A list of days has at most so many tokens.
const LONGEST: usize = 12;

/// "The 20th of next month", "on 23 of this month".
pub(super) fn of_shifted_month(reader: &Reader, at: usize) -> FoundDate {
    if reader.kind(at + 1) != TokenKind::Word {
        return None;
    }
    let (end, day) = absolute::day_number(reader, at)?;
    let led = end > at + 1 || reader.is(at.wrapping_sub(1), "on");
    let shift = reader.word(end + 1);
    let named = shift.is(Class::SHIFT) && reader.word(end + 2).unit == Some(Unit::Month) && reader.is(end, "of");
    let expr = DateExpr { shift: Some(shift.shift.into()), ..DatePoint::DayOfMonth { day }.into() };
    (led && named).then_some((end + 3, expr))
}

/// "8" and "9" of "March 7, 8 and 9", "3rd" of "the 3rd, 4th and 5th of March".
pub(super) fn day(reader: &Reader, at: usize) -> FoundDate {
    let lead = at.wrapping_sub(1);
    let joins = reader.kind(lead) == TokenKind::Comma || reader.is_of(lead, WordGroup::PAIRED);
    if !joins && reader.kind(at + 1) != TokenKind::Word {
        return None;
    }
    let (end, day) = absolute::day_number(reader, at)?;
    let month = behind_month(reader, at, end).or_else(|| before_month(reader, at, end))?;
    chrono::NaiveDate::from_ymd_opt(2000, month, day)?;
    Some((end, DatePoint::Day { year: None, month, day }.into()))
}

/// What stands between two days of a list: one past it.
fn joint(reader: &Reader, at: usize) -> Option<usize> {
    match reader.kind(at) {
        TokenKind::Comma => Some(at + 1 + usize::from(reader.is_of(at + 1, WordGroup::PAIRED))),
        TokenKind::Word if reader.is_of(at, WordGroup::PAIRED) => Some(at + 1),
        _ => None,
    }
}

/// The month before a list that the day at `at` closes or goes on with: nothing that it counts stands behind it.
fn behind_month(reader: &Reader, at: usize, end: usize) -> Option<u32> {
    let counts = match reader.kind(end) {
        TokenKind::Word => !reader.word(end).is(Class::FUNCTION),
        TokenKind::Percent | TokenKind::Currency | TokenKind::Hyphen | TokenKind::Slash | TokenKind::Number => true,
        _ => false,
    };
    if counts {
        return None;
    }
    let joins = |at: usize| reader.kind(at) == TokenKind::Comma || reader.is_of(at, WordGroup::PAIRED);
    let mut before = at.checked_sub(1).filter(|before| joins(*before))?;
    let first = at.saturating_sub(LONGEST);
    // Most numbers behind a comma have no month before them.
    if !(first.saturating_sub(1)..before).any(|before| reader.word(before).month > 0) {
        return None;
    }
    while before > first && (joins(before) || absolute::day_number(reader, before).is_some()) {
        before -= 1;
    }
    let stop = reader.kind(before) == TokenKind::AbbreviationStop;
    let name = if stop { before.wrapping_sub(1) } else { before };
    let month = reader.word(name).month;
    // "May 12, and 7 of them": a day stands right behind the month.
    let dated = reader.is_capital(name) && absolute::day_number(reader, before + 1).is_some();
    (month > 0 && dated).then_some(month.into())
}

/// The month behind a list that the day at `at` opens: "3rd, 4th and 5th of March".
fn before_month(reader: &Reader, at: usize, end: usize) -> Option<u32> {
    suffixed(reader, at)?;
    let mut next = end;
    while next < at + LONGEST {
        next = joint(reader, next)?;
        if let Some((_, DateExpr { point: DatePoint::Day { month, .. }, .. })) = day_month(reader, next) {
            return Some(month);
        }
        (next, _) = absolute::day_number(reader, next)?;
    }
    None
}

/// "The first week of October", "the last five days of May 2030": days that its month counts.
pub(super) fn part_of_month(reader: &Reader, at: usize) -> FoundDate {
    let word = reader.word(at);
    let last = word.is(Class::SHIFT);
    let counted = reader.word(at + 1).is(Class::CARDINAL);
    let count = if counted { reader.word(at + 1).number as u32 } else { 1 };
    let unit = at + 1 + usize::from(counted);
    let days = match reader.word(unit).unit {
        Some(Unit::Week) => 7,
        Some(Unit::Day) => 1,
        _ => return None,
    };
    let fits = reader.is(unit + 1, "of") && if last { reader.is(at, "last") } else { word.number <= 4.0 || days == 1 };
    let (end, expr) = absolute::month(reader, unit + 2).filter(|_| fits)?;
    let DatePoint::Month { year, month } = expr.point else { return None };
    let length = absolute::month_length(year, month)?;
    let (from, to) = if last {
        ((length + 1).checked_sub(days * count)?, length)
    } else {
        let nth = word.number as u32;
        // "The first two weeks", and "the second week".
        let before = if counted { 0 } else { (nth - 1) * days };
        (before + 1, before + days * count)
    };
    let first: DateExpr = DatePoint::Day { year, month, day: from }.into();
    let until = (to > from).then_some(DatePoint::Day { year, month, day: to });
    let fits = (1..=length).contains(&from) && to <= length && !(counted && !last && word.number > 1.0);
    fits.then_some((end, DateExpr { until, ..first }))
}
