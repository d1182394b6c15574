//! `age`: how old somebody is: "23-year-old", "aged 23", "Smith, 23,", "in her 40s".

use super::{
    Amount, Content, Interval, Kind, Precision,
    figure::Figure,
    kind::Entry,
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, DayPart},
    text::TokenKind,
};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "age", example: "23 years old", tolerance: Some("2 years"), rank: 3, read };

/// Nobody is older; a larger number behind a name is something else.
const OLDEST: f64 = 120.0;

/// The year of a decade of life that "mid" begins with.
const MID: f64 = 4.0;
/// The year of a decade of life that "late" begins with.
const LATE: f64 = 7.0;

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    if let Some(decade) = decade(reader, at) {
        return Some(decade);
    }
    let figure = figure.filter(|figure| !figure.money_only && figure.interval.hi <= 10.0 * OLDEST)?;
    old(reader, figure).or_else(|| aged(reader, figure)).or_else(|| behind_name(reader, figure))
}

fn amount(figure: &Figure, unit: &str) -> Amount {
    Amount { interval: figure.interval, best: figure.best, unit: Some(unit.into()), ..Amount::default() }
}

/// Years of an age's own unit.
pub(super) fn years(amount: &Amount) -> f64 {
    match amount.unit.as_deref() {
        Some("month") => 1.0 / 12.0,
        Some("week") => 7.0 / 365.25,
        Some("day") => 1.0 / 365.25,
        _ => 1.0,
    }
}

/// "23-year-old", "10 months old", "16-year-olds".
fn old(reader: &Reader, figure: &Figure) -> Option<Reading> {
    let at = reader.past_hyphen(figure.end);
    let index = usize::from(reader.word(at).duration).checked_sub(1)?;
    let unit = reader.lexicon.durations.get(index)?;
    let end = reader.past_hyphen(at + 1);
    let is_old = reader.is(end, "old") || reader.is(end, "olds") || reader.is(end, "of") && reader.is(end + 1, "age");
    let end = if reader.is(end, "of") { end + 2 } else { end + 1 };
    let alive = matches!(unit.name.as_str(), "year" | "month" | "week" | "day");
    (is_old && alive).then(|| reader.amount(Kind::of(&ENTRY), figure, end, amount(figure, &unit.name), 1.0))
}

/// "aged 23", "aged between 10 and 20", "at the age of 12", "age 5".
fn aged(reader: &Reader, figure: &Figure) -> Option<Reading> {
    let start = reader.hedge_before(figure.first).map_or(figure.first, |(start, _)| start);
    let before = start.checked_sub(1)?;
    let says = reader.is(before, "aged")
        || reader.is(before, "age") && figure.end == figure.first + 1
        || (reader.is(before, "of") && start >= 2 && reader.is(start - 2, "age"));
    let counts = reader.word(reader.past_hyphen(figure.end)).is(Class::DURATION.and(Class::UNIT).and(Class::MAGNITUDE));
    let fits = says && !counts && figure.interval.hi <= OLDEST && figure.precision != Precision::Vague;
    fits.then(|| reader.amount(Kind::of(&ENTRY), figure, figure.end, amount(figure, "year"), 1.0))
}

/// "Smith, 23,": a number between commas behind a name.
fn behind_name(reader: &Reader, figure: &Figure) -> Option<Reading> {
    let at = figure.first;
    let plain = figure.digits && figure.end == at + 1 && at >= 2 && figure.best.is_some_and(|best| best.fract() == 0.0);
    if !plain || figure.interval.hi > OLDEST || reader.kind(at - 1) != TokenKind::Comma {
        return None;
    }
    let closes = match reader.kind(at + 1) {
        TokenKind::Comma => !matches!(reader.kind(at + 2), TokenKind::Number),
        TokenKind::Stop => at >= 3 && reader.is_capital(at - 3) && reader.kind(at - 3) == TokenKind::Word,
        _ => false,
    };
    let name = at - 2;
    let classes = Class::MONTH.and(Class::WEEKDAY).and(Class::LABEL).and(Class::FUNCTION).and(Class::STARTER);
    let named = reader.kind(name) == TokenKind::Word
        && reader.is_capital(name)
        && !reader.word(name).is(classes.and(Class::CARDINAL))
        && reader.written(name).len() > 1;
    (closes && named).then(|| reader.value(Kind::of(&ENTRY), at, at + 1, Content::Amount(amount(figure, "year"))))
}

/// "in her 40s", "in his early 20s", "in their mid-30s".
fn decade(reader: &Reader, at: usize) -> Option<Reading> {
    let before = at.checked_sub(1)?;
    let owners = ["his", "her", "their", "my", "your", "our"];
    let part = match reader.kind(at) {
        TokenKind::Number => None,
        TokenKind::Word => Some(reader.word(at).part?),
        _ => return None,
    };
    let digits = if part.is_some() { reader.past_hyphen(at + 1) } else { at };
    let plural = reader.is(digits + 1, "s") || reader.kind(digits + 1) == TokenKind::Possessive;
    let owned = owners.iter().any(|word| reader.is(before, word));
    if reader.kind(digits) != TokenKind::Number || !plural || !reader.is_glued(digits + 1) || !owned {
        return None;
    }
    let from: f64 = reader.written(digits).parse().ok().filter(|from| *from % 10.0 == 0.0 && *from <= 110.0)?;
    let (lo, hi) = match part {
        Some(DayPart::Early | DayPart::Earlier | DayPart::FirstHalf) => (from, from + MID - 1.0),
        Some(DayPart::Mid) => (from + MID, from + LATE - 1.0),
        Some(DayPart::Late | DayPart::Later | DayPart::SecondHalf) => (from + LATE, from + 9.0),
        None => (from, from + 9.0),
    };
    let amount = Amount { interval: Interval::closed(lo, hi), unit: Some("year".into()), ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), at, digits + 2, Content::Amount(amount));
    reading.value.precision = Precision::Range;
    Some(reading)
}

#[cfg(test)]
mod tests {
    use crate::value::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("the 23-year-old driver", &["23-year-old = age 23 years old"]),
            ("She is 90 years old.", &["90 years old = age 90 years old"]),
            ("a boy aged 12", &["12 = age 12 years old"]),
            ("children aged between 6 and 11", &["between 6 and 11 = age 6 to 11 years old"]),
            ("Maria Lang, 23, of Sollay", &["23 = age 23 years old"]),
            ("He died at the age of 84.", &["84 = age 84 years old"]),
            ("a woman in her 40s", &["40s = age 40 to 49 years old"]),
            ("a man in his early 20s", &["early 20s = age 20 to 23 years old"]),
            ("a 6-month-old baby", &["6-month-old = age 0.5 years old"]),
            ("a nearly 80-year-old bridge", &["nearly 80-year-old = age 72 to 80 years old"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&["the age of reason", "of all ages", "Psalm 23,", "old age"]);
    }
}
