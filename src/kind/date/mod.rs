//! `date`: a stretch of days at its own precision, symbolic where it needs an anchor.

mod absolute;
mod beside;
mod era;
mod listed;
mod loose;
mod named;
mod range;
mod relative;
mod repeated;
#[cfg(test)]
mod tests;
mod weekday;

use self::{
    absolute::{bare_year, day_of_month, month, numeric},
    named::{century, fiscal, holiday, ordinal_day, quarter, year_decade},
    relative::{ago, neighbour, one_ago, referred, shifted, weekend},
};
use super::KindEntry;
use crate::{
    lexicon::{Class, Hours, WordGroup},
    reading::{AmountReading, Figure, Reader},
    text::TokenKind,
    value::{
        Brief, Distance, Facts, Kind, Precision, Sort, Value, ValueTie,
        date::{DateExpr, DatePoint, Tense, Unit},
    },
};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "date",
        one: "a date",
        also: &["day", "month", "year", "weekday", "datetime", "timestamp"],
        example: "10 January 2022",
        samples: &["10 January 2022", "Thursday", "2014", "January", "last week"],
        tolerance: Some("2 days"),
        rank: 2,
        alone: true,
        sort: Sort::Moment,
        distance: Distance::Days,
        brief: Brief::Day,
        tie: ValueTie::Dates,
        stand_in: "Sunday",
        other_form: without_side,
        ..Facts::PLAIN
    },
    begins: BEGINS,
    read,
};

/// The date that "after 3 May" names.
fn without_side(value: &Value) -> Option<Value> {
    let date = value.content.date().filter(|date| date.open.is_some())?;
    let content = DateExpr { open: None, ..date.clone() }.into();
    Some(Value { content, ..value.clone() })
}

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let (end, mut expr) = weekday::behind(reader, range::lengthened(reader, at, point(reader, at, figure)?));
    let mut first = first(reader, (at, end), &expr);
    if let Some((start, hours)) = hours_of(reader, first).filter(|_| expr.is_day() && expr.hours.is_none()) {
        (first, expr.hours) = (start, Some(hours));
    }
    // "The quarter ended May 31" is over, and so is "since January".
    let is_over = reader.is(first.wrapping_sub(1), "ended") || reader.is(first.wrapping_sub(1), "since");
    if is_over && expr.needs_year() && expr.tense == Tense::Unknown {
        expr.tense = Tense::Over;
    }
    expr.open = beside::open_end(reader, first, end).filter(|_| !expr.is_vague());
    if let Some((start, open)) = beside::hedged(reader, first, &expr) {
        (first, expr.open) = (start, Some(open));
    }
    let is_vague = expr.is_vague();
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, expr.into());
    if is_vague {
        reading.value.precision = Precision::Vague;
    }
    Some(reading)
}

/// "The night of" before a day at `day`: its first token, and the part of the day.
fn hours_of(reader: &Reader, day: usize) -> Option<(usize, Hours)> {
    let (of, part, the) = (day.wrapping_sub(1), day.wrapping_sub(2), day.wrapping_sub(3));
    let hours = reader.word(part).hours.filter(|_| reader.word(part).is(Class::TIME_OF_DAY))?;
    (reader.is(of, "of") && reader.is(the, "the")).then_some((the, hours))
}

/// Where its words begin: "the" belongs to a date that cannot do without it, and so does the mark of "'80s".
fn first(reader: &Reader, (at, end): (usize, usize), expr: &DateExpr) -> usize {
    let takes_article = match expr.point {
        DatePoint::Decade { .. } | DatePoint::DayOfMonth { .. } => true,
        DatePoint::Quarter { .. } | DatePoint::Century { .. } | DatePoint::Season { .. } => true,
        DatePoint::Half { .. } => reader.is(end - 1, "half"),
        DatePoint::Referred { unit, shift } => {
            shift != 0 || expr.reference.is_some() || unit == Unit::Day && expr.part.is_none()
        }
        DatePoint::Relative { unit, .. } => {
            unit == Unit::Weekend
                || reader.is_of(at, WordGroup::COMING)
                || reader.is(end - 1, "last")
                || reader.is(end - 1, "next")
        }
        DatePoint::Loose { .. } => !reader.is(at, "overnight"),
        DatePoint::Each { .. } | DatePoint::EachWeekday { .. } => false,
        DatePoint::Weekday { .. } => expr.reference.is_some(),
        DatePoint::Day { .. }
        | DatePoint::Month { .. }
        | DatePoint::Year { .. }
        | DatePoint::Fiscal { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Vague { .. } => false,
    };
    // "The 18th-century church" has an article of its own.
    let adjective = (at..end).any(|index| reader.kind(index) == TokenKind::Hyphen)
        && matches!(expr.point, DatePoint::Century { .. } | DatePoint::Quarter { .. })
        && expr.part.is_none();
    let takes_article = takes_article && !adjective;
    let full = matches!(expr.point, DatePoint::Loose { .. }) && reader.is(at.wrapping_sub(1), "full");
    let last = matches!(expr.point, DatePoint::Quarter { .. }) && reader.is(at, "quarter");
    let part = reader.word(at).is(Class::TIME_OF_DAY) && reader.word(at.wrapping_sub(1)).is(Class::DATE_PART);
    let at = if full || last || part { at - 1 } else { at };
    let mark = matches!(reader.kind(at.wrapping_sub(1)), TokenKind::SingleQuote) && reader.is_glued(at);
    let marked = matches!(expr.point, DatePoint::Decade { .. } | DatePoint::Year { .. });
    let at = if mark && marked { at - 1 } else { at };
    let at = if matches!(expr.point, DatePoint::Year { .. }) { era::start(reader, at, end) } else { at };
    let article = (takes_article || expr.part.is_some()) && at > 0 && reader.is(at - 1, "the");
    if article { at - 1 } else { at }
}

/// The date that begins at `at`, before any range.
fn point(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    match reader.kind(at) {
        TokenKind::Number => {
            // "20th", "1990s".
            let is_ended = matches!(reader.kind(at + 1), TokenKind::Word | TokenKind::Possessive);
            let ended = |read: Worded| if is_ended { read(reader, at) } else { None };
            numeric(reader, at)
                .or_else(|| era::of_era(reader, at))
                .or_else(|| listed::of_shifted_month(reader, at))
                .or_else(|| listed::day(reader, at))
                .or_else(|| ended(century).or_else(|| ended(year_decade)).or_else(|| ended(quarter)))
                .or_else(|| ago(reader, figure))
                .or_else(|| repeated::several_times(reader, figure))
                .or_else(|| ended(day_of_month))
                .or_else(|| named::quarter_of(reader, at))
                .or_else(|| named::lettered(reader, at))
                .or_else(|| loose::of_year(reader, at))
                .or_else(|| bare_year(reader, at))
                .or_else(|| absolute::short_year(reader, at))
        }
        TokenKind::Word if !reader.token(at).word.is_known() => named::fiscal_sign(reader, at),
        TokenKind::Word => worded(reader, at, figure),
        TokenKind::Other => absolute::dotted(reader, at),
        _ => None,
    }
}

/// One past a date's last token, and the date.
type FoundDate = Option<(usize, DateExpr)>;

/// Reads a date that begins with a word.
type Worded = fn(&Reader, usize) -> FoundDate;

/// What begins with a word of each class; a word may be of several.
const WORDED: &[(Class, Worded)] = &[
    (Class::HOLIDAY, holiday),
    (Class::MONTH, month),
    (Class::WEEKDAY, weekday::read),
    (Class::ORDINAL.and(Class::SHIFT), listed::part_of_month),
    (Class::DATE_PART, relative::part),
    (Class::DAY, relative::day),
    (Class::SHIFT, shifted),
    (Class::REFERENCE, loose::same),
    (Class::REFERENCE, loose::latest),
    (Class::REFERENCE, referred),
    (Class::NEIGHBOUR, neighbour),
    (Class::ORDINAL.and(Class::DATE_PART).and(Class::SHIFT), named::half),
    (Class::ORDINAL, quarter),
    (Class::ORDINAL, named::reported_half),
    (Class::ORDINAL, ordinal_day),
    (Class::ORDINAL.and(Class::CARDINAL), century),
    (Class::QUARTER, quarter),
    (Class::SEASON, named::season),
    (Class::DECADE, named::decade),
    (Class::FISCAL, fiscal),
    (Class::VAGUE_DATE.and(Class::ARTICLE), named::vague),
    (Class::CALENDAR_UNIT, named::last_quarter),
    (Class::CALENDAR_UNIT, weekend),
    (Class::CALENDAR_UNIT, loose::unit),
    (Class::TIME_OF_DAY, loose::part_of_day),
    (Class::ARTICLE, one_ago),
    (Class::EVERY, repeated::every),
    (Class::REPEATED, repeated::often),
    (Class::OFTEN, repeated::once),
];

/// What any of them begins with.
const BEGINS: Class = {
    let (mut all, mut index) = (Class::NONE, 0);
    while index < WORDED.len() {
        if let Some((class, _)) = WORDED.split_at(index).1.first() {
            all = all.and(*class);
        }
        index += 1;
    }
    all
};

/// Dates that begin with a word: month, weekday, "early", "next", "today", "that".
fn worded(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let word = reader.word(at);
    let found = WORDED.iter().filter(|(class, _)| word.is(*class)).find_map(|(_, read)| read(reader, at));
    let found = found.or_else(|| absolute::spoken_year(reader, figure));
    match (found, ago(reader, figure).or_else(|| repeated::several_times(reader, figure))) {
        (Some(found), Some(ago)) if ago.0 > found.0 => Some(ago),
        (found, ago) => found.or(ago),
    }
}
