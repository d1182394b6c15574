//! Stretches that lean on what a report is about: "the quarter", "the year-earlier period", "the same period last year",
//! "overnight". They are shown with the days they most likely mean, marked as vague, and no rule reads them.

use super::{FoundDate, absolute};
use crate::{
    lexicon::{Class, DayPart, Hours, WordGroup},
    reading::{self, Reader},
    text::TokenKind,
    value::date::{DateExpr, DatePoint, Unit},
};

fn point(unit: Option<Unit>, shift: i32, years: i32) -> DateExpr {
    DatePoint::Loose { unit, shift, years, year: None }.into()
}

/// "the quarter", "for the year", "the latest week", "the year-earlier quarter", at the unit or the word before it.
pub(super) fn unit(reader: &Reader, at: usize) -> FoundDate {
    if let Some(found) = year_earlier(reader, at).or_else(|| end(reader, at)) {
        return Some(found);
    }
    let unit = reader.word(at).unit.filter(|unit| !matches!(unit, Unit::Weekend | Unit::Decade | Unit::Century))?;
    let full = usize::from(reader.is(at.wrapping_sub(1), "full"));
    let the = at.checked_sub(1 + full).filter(|the| reader.is(*the, "the"))?;
    // "Off 12 points for the day", and not "by the day".
    let lead = the.checked_sub(1)?;
    let of_day = unit != Unit::Day || reader.is_of(lead, WordGroup::ALL_DAY);
    let led = of_day && reader.word(lead).is(Class::LEADS_DATE) && !reader.is_of(lead, WordGroup::NO_LEAD);
    let next = reader.kind(at + 1);
    let goes_on = matches!(next, TokenKind::Hyphen | TokenKind::Possessive | TokenKind::Number)
        || next == TokenKind::Word && !is_verb_or_joint(reader, at + 1)
        || reader.is_of(at + 1, WordGroup::GOES_ON.and(WordGroup::RELATED));
    let ended = reading::is_ended(reader, at);
    let single = !reader.written(at).ends_with(['s', 'S']) && !reader.is_capital(at);
    (led && single && !goes_on && !ended).then(|| (at + 1, point(Some(unit), 0, 0)))
}

/// "year-end", "month's end", "year-end 1988", "the year's end".
fn end(reader: &Reader, at: usize) -> FoundDate {
    let unit =
        reader.word(at).unit.filter(|unit| matches!(unit, Unit::Year | Unit::Month | Unit::Quarter | Unit::Week))?;
    let possessive = reader.kind(at + 1) == TokenKind::Possessive;
    let last = if possessive { at + 2 } else { reader.past_hyphen(at + 1) };
    let named =
        reader.kind(last) == TokenKind::Word && reader.is(last, "end") && reader.kind(last + 1) != TokenKind::Hyphen;
    // "By year end" has no article; "the year end results" are another thing.
    let lead = at.wrapping_sub(1);
    let led = reader.word(lead).is(Class::LEADS_DATE.and(Class::HEDGE_END).and(Class::BEFORE_TIME))
        || possessive && reader.is_of(at.wrapping_sub(1), WordGroup::YEAR_END);
    if !named || !led && last == at + 1 {
        return None;
    }
    let year = absolute::year_number(reader, last + 1).filter(|_| unit == Unit::Year);
    let (end, point) = match year {
        Some((end, year)) => (end, DatePoint::Year { year }),
        // "Since year-end" is since the last.
        None => (last + 1, DatePoint::Relative { unit, shift: -i32::from(reader.is(lead, "since")) }),
    };
    Some((end, DateExpr { part: Some(DayPart::Late), ..point.into() }))
}

/// Whether the noun phrase ends before `at`: a function word or a verb of the past follows.
fn is_verb_or_joint(reader: &Reader, at: usize) -> bool {
    reader.word(at).is(Class::FUNCTION.and(Class::PAST).and(Class::CHANGE)) || reader.written(at).ends_with("ed")
}

/// "year-earlier period", "year-ago quarter", "year-earlier".
fn year_earlier(reader: &Reader, at: usize) -> FoundDate {
    let joined = reader.is(at, "year") && reader.kind(at + 1) == TokenKind::Hyphen;
    if !joined || !reader.is_of(at + 2, WordGroup::YEAR_AGO) {
        return None;
    }
    let named = reader.is_of(at + 3, WordGroup::PERIOD);
    let unit = reader.word(at + 3).unit.filter(|_| named);
    Some((if named { at + 4 } else { at + 3 }, point(unit, 0, -1)))
}

/// "the same period last year", "the like quarter a year ago", "the corresponding period of 1988" without its year.
pub(super) fn same(reader: &Reader, at: usize) -> FoundDate {
    if !reader.is_of(at, WordGroup::SAME) || !reader.is_of(at + 1, WordGroup::PERIOD) {
        return None;
    }
    let unit = reader.word(at + 1).unit;
    let next = if reader.is_of(at + 2, WordGroup::OF_YEAR) { at + 3 } else { at + 2 };
    let last = reader.is(next, "last") && reader.is(next + 1, "year");
    let earlier = reader.word(next).is(Class::ARTICLE)
        && reader.is(next + 1, "year")
        && reader.is_of(next + 2, WordGroup::YEAR_BEFORE);
    let before = reader.is(next, "the") && reader.is_of(next + 1, WordGroup::PREVIOUS) && reader.is(next + 2, "year");
    match () {
        () if last => Some((next + 2, point(unit, 0, -1))),
        () if earlier || before => Some((next + 3, point(unit, 0, -1))),
        () => None,
    }
}

/// "the latest week", "the current quarter" behind "the".
pub(super) fn latest(reader: &Reader, at: usize) -> FoundDate {
    let unit = reader
        .word(at + 1)
        .unit
        .filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year))?;
    let led = reader.is(at, "latest") && reader.is(at.wrapping_sub(1), "the") && !reader.written(at + 1).ends_with('s');
    led.then(|| (at + 2, DateExpr { shift: Some(-1), ..point(Some(unit), -1, 0) }))
}

/// "the 1988 quarter", "the 1988 period": the year at `at` says which of a report's own stretches.
pub(super) fn of_year(reader: &Reader, at: usize) -> FoundDate {
    let (next, year) = absolute::year_number(reader, at)?;
    let led = reader.is(at.wrapping_sub(1), "the") || reader.is(at.wrapping_sub(1), "in");
    if !led || !reader.is_of(next, WordGroup::PERIOD_OF_YEAR) || reader.kind(next + 1) == TokenKind::Hyphen {
        return None;
    }
    let unit = reader.word(next).unit;
    Some((next + 1, DatePoint::Loose { unit, shift: 0, years: 0, year: Some(year) }.into()))
}

/// "in the morning", "through the night": of the day that is told of.
pub(super) fn part_of_day(reader: &Reader, at: usize) -> FoundDate {
    let hours = reader.word(at).hours;
    // "In the early morning", "by late afternoon".
    let part = usize::from(reader.is_of(at.wrapping_sub(1), WordGroup::ROUGHLY_WHEN));
    let before = at.wrapping_sub(1 + part);
    let led = reader.is(before, "the")
        && reader.is_of(before.wrapping_sub(1), WordGroup::DAY_PART_LEAD)
        && !(reader.is(at, "night") && reader.is(before.wrapping_sub(1), "in"))
        || part > 0 && reader.is_of(before, WordGroup::UNTIL.and(WordGroup::BY));
    let next = reader.kind(at + 1);
    let goes_on = matches!(next, TokenKind::Hyphen | TokenKind::Possessive)
        || next == TokenKind::Word && !is_verb_or_joint(reader, at + 1)
        || reader.is_of(at + 1, WordGroup::GOES_ON);
    (led && !goes_on).then(|| (at + 1, DateExpr { hours, ..point(Some(Unit::Day), 0, 0) }))
}

/// "overnight" where it is no adjective: the night before the day of publication, or of it.
pub(super) fn overnight(reader: &Reader, at: usize) -> FoundDate {
    let next = reader.kind(at + 1);
    let adverb = match next {
        TokenKind::Word => {
            reader.word(at + 1).is(Class::FUNCTION.and(Class::LEADS_DATE).and(Class::WEEKDAY).and(Class::DAY))
        }
        TokenKind::Hyphen | TokenKind::Possessive | TokenKind::Number => false,
        _ => true,
    };
    let hours = Some(Hours::Night);
    (adverb && reader.is(at, "overnight")).then(|| (at + 1, DateExpr { hours, ..point(Some(Unit::Day), 0, 0) }))
}
