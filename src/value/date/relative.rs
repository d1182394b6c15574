//! Dates against another date: weekdays, "next month", "that same week", "two days ago", and parts of them.

use super::{
    DateExpr, DatePoint, Unit,
    absolute::{day_month, month, year_number},
};
use crate::{
    lexicon::Class,
    text::TokenKind,
    value::{figure::Figure, reader::Reader},
};

/// "Thursday", "Thursday, December 30, 2021", "Thursday 30 December", "Wednesday night".
pub(super) fn weekday(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let weekday = u32::from(reader.word(at).weekday);
    let short = reader.written(at).len() <= 5;
    if !reader.is_capital(at) {
        return None;
    }
    let mut after = at + 1;
    if short && matches!(reader.kind(after), TokenKind::AbbreviationStop) {
        after += 1;
    }
    let mut next = if reader.kind(after) == TokenKind::Comma { after + 1 } else { after };
    if reader.is(next, "the") {
        next += 1;
    }
    let full = month(reader, next).filter(|(_, expr)| expr.is_day()).or_else(|| day_month(reader, next));
    if let Some(full) = full {
        return Some(full);
    }
    Some((time_of_day(reader, after), DatePoint::Weekday { weekday, shift: None }.into()))
}

/// One past "morning", "night" and the like.
pub(super) fn time_of_day(reader: &Reader, at: usize) -> usize {
    if reader.word(at).is(Class::TIME_OF_DAY) { at + 1 } else { at }
}

/// "early December", "early next month", "earlier this month", "the end of January", "mid-2021".
pub(super) fn part(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let part = reader.word(at).part?;
    let mut next = reader.past_hyphen(at + 1);
    let of = reader.is(next, "of");
    if of || reader.is(next, "in") {
        next += 1;
        if reader.is(next, "the") {
            next += 1;
        }
    } else if ["beginning", "start", "end", "middle"].iter().any(|word| reader.is(at, word)) {
        return None;
    }
    let word = reader.word(next);
    let (end, mut expr) = if word.is(Class::MONTH) {
        month(reader, next).filter(|(_, expr)| matches!(expr.point, DatePoint::Month { .. }))?
    } else if word.is(Class::SHIFT) {
        shifted(reader, next).filter(|(_, expr)| !expr.is_day())?
    } else if let Some((end, year)) = year_number(reader, next) {
        (end, DatePoint::Year { year }.into())
    } else {
        return None;
    };
    expr.part = Some(part);
    Some((end, expr))
}

fn unit_of(reader: &Reader, at: usize) -> Option<Unit> {
    if !reader.word(at).is(Class::DURATION) {
        return None;
    }
    let units = [("day", Unit::Day), ("week", Unit::Week), ("month", Unit::Month), ("year", Unit::Year)];
    let written = reader.written(at);
    let singular = written.strip_suffix(['s', 'S']).unwrap_or(written);
    units.iter().find(|(name, _)| name.eq_ignore_ascii_case(singular)).map(|(_, unit)| *unit)
}

/// "next month", "last Thursday", "this week", "last night", "next January".
pub(super) fn shifted(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let shift = i32::from(reader.word(at).shift);
    let next = at + 1;
    let word = reader.word(next);
    if word.is(Class::TIME_OF_DAY) {
        let shift = if reader.is(next, "night") || shift == 0 { shift } else { return None };
        return Some((next + 1, DatePoint::Relative { unit: Unit::Day, shift }.into()));
    }
    if word.is(Class::WEEKDAY) {
        return Some((
            time_of_day(reader, next + 1),
            DatePoint::Weekday { weekday: word.weekday.into(), shift: Some(shift) }.into(),
        ));
    }
    if reader.written(next).ends_with('s') {
        return None;
    }
    let unit = unit_of(reader, next).filter(|unit| *unit != Unit::Day)?;
    Some((next + 1, DatePoint::Relative { unit, shift }.into()))
}

/// "that same week", "the same day", "that year".
pub(super) fn referred(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let mut next = at + 1;
    if reader.is(at, "that") && reader.is(next, "same") {
        next += 1;
    }
    let unit = unit_of(reader, next).filter(|_| !reader.written(next).ends_with('s'))?;
    Some((next + 1, DatePoint::Referred { unit, shift: 0 }.into()))
}

/// "three weeks ago", "two days later", "a year earlier".
pub(super) fn ago(reader: &Reader, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let figure = figure?;
    distance(reader, figure.end, figure.best.filter(|count| count.fract() == 0.0 && *count <= 1000.0)? as i32)
}

pub(super) fn one_ago(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    if reader.word(at).is(Class::ARTICLE) { distance(reader, at + 1, 1) } else { None }
}

fn distance(reader: &Reader, at: usize, count: i32) -> Option<(usize, DateExpr)> {
    let unit = unit_of(reader, at)?;
    let point = if reader.is(at + 1, "ago") {
        DatePoint::Relative { unit, shift: -count }
    } else if reader.is(at + 1, "earlier") {
        DatePoint::Referred { unit, shift: -count }
    } else if reader.is(at + 1, "later") {
        DatePoint::Referred { unit, shift: count }
    } else {
        return None;
    };
    Some((at + 2, point.into()))
}
