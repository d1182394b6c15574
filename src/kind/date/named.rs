//! Stretches with a name of their own: decades, centuries, quarters, halves, fiscal years, seasons, holidays, and the
//! vague ones.

use super::{
    FoundDate, absolute,
    relative::{nth_weekday, shifted},
};
use crate::{
    lexicon::{Class, DayPart, WordGroup},
    reading::Reader,
    text::TokenKind,
    value::date::{DateExpr, DatePoint, Unit},
};

/// What is hot or cold stands at most so many words before its degrees.
const HEAT: usize = 8;

/// Whose years of life they are stands at most so many words before them: "in his early to mid 30s".
const OWNED: usize = 5;

/// What a firm reports stands at most so many words before the half that it is of.
const REPORT: usize = 8;

/// "1990s", "1990's", "'80s".
pub(super) fn year_decade(reader: &Reader, at: usize) -> FoundDate {
    let written = reader.written(at);
    let plural = reader.is(at + 1, "s") || reader.kind(at + 1) == TokenKind::Possessive;
    // "1990's third quarter" is of one year.
    if !plural || !reader.is_glued(at + 1) || !written.ends_with('0') || possessed(reader, at + 1).is_some() {
        return None;
    }
    let number: i32 = written.parse().ok()?;
    let marked = reader.kind(at.wrapping_sub(1)) == TokenKind::SingleQuote && reader.is_glued(at);
    let parted = reader.word(at.wrapping_sub(1)).is(Class::DATE_PART);
    let before = |back: usize| at.wrapping_sub(back);
    // "The 1950s and 60s".
    let follows = reader.is_of(before(1), WordGroup::LISTED)
        && reader.is(before(2), "s")
        && reader.is_glued(before(2))
        && reader.written(before(3)).ends_with('0');
    let first = match written.len() {
        4 if (1000..3000).contains(&number) => number,
        // "The 00s": no temperature and no age is written so.
        2 if written == "00" && (marked || parted || reader.is(before(1), "the")) => 2000,
        // "Highs in the mid-80s" are degrees.
        2 if !marked && (1..=HEAT).any(|back| reader.is_of(before(back), WordGroup::HEAT)) => return None,
        // "In his early to mid 30s" is an age.
        2 if (1..=OWNED).any(|back| reader.is_of(before(back), WordGroup::OWNERS)) => return None,
        2 if marked || parted || follows || reader.kind(at.wrapping_sub(1)) == TokenKind::Hyphen => 1900 + number,
        _ => return None,
    };
    Some((at + 2, DatePoint::Decade { first }.into()))
}

/// "the nineties".
pub(super) fn decade(reader: &Reader, at: usize) -> FoundDate {
    let before = at.checked_sub(1)?;
    let led = reader.is(before, "the") || reader.word(before).is(Class::DATE_PART) || reader.is(before, "roaring");
    led.then(|| (at + 1, DatePoint::Decade { first: reader.word(at).calendar.into() }.into()))
}

/// "20th century", "nineteenth-century", "the twenty-first century".
pub(super) fn century(reader: &Reader, at: usize) -> FoundDate {
    let word = reader.word(at);
    let (end, century) = if reader.kind(at) == TokenKind::Number {
        (at + 2, suffixed(reader, at)?)
    } else if word.is(Class::ORDINAL) {
        (at + 1, word.number as i32)
    } else {
        let next = reader.past_hyphen(at + 1);
        let unit = reader.word(next);
        if !unit.is(Class::ORDINAL) || next == at + 1 {
            return None;
        }
        (next + 1, (word.number + unit.number) as i32)
    };
    let unit = reader.past_hyphen(end);
    let era = reader.word(unit + 1).is(Class::ERA);
    let named = reader.word(unit).unit == Some(Unit::Century) && (1..=30).contains(&century) && !era;
    named.then(|| (unit + 1, DatePoint::Century { century }.into()))
}

/// A number of two digits at most with "st", "nd", "rd" or "th" glued to it.
pub(super) fn suffixed(reader: &Reader, at: usize) -> Option<i32> {
    let known = || reader.is_of(at + 1, WordGroup::DAY_ENDING);
    let written = reader.written(at);
    if written.len() <= 2 && reader.is_glued(at + 1) && known() { written.parse().ok() } else { None }
}

/// A year behind a quarter or a season: one past it, and the year of "2021" or "of 2021"; "of the year" says nothing new.
fn of_year(reader: &Reader, at: usize) -> (usize, Option<i32>) {
    let next = if reader.is(at, "of") || reader.kind(at) == TokenKind::Comma { at + 1 } else { at };
    let next = if reader.is(at, "of") && reader.word(next).is(Class::FISCAL) { next + 1 } else { next };
    if let Some((end, year)) = absolute::year_number(reader, next).or_else(|| absolute::marked_year(reader, next)) {
        return (end, Some(year));
    }
    if reader.is(at, "of") && reader.is(next, "the") && reader.word(next + 1).unit == Some(Unit::Year) {
        return (next + 2, None);
    }
    (at, None)
}

/// "FY31", "FY2031": the year of a firm by itself.
pub(super) fn fiscal_sign(reader: &Reader, at: usize) -> FoundDate {
    let (_, year) = firm_year(reader, at)?;
    // "Q3 of FY31" is a part of it.
    let before = at.wrapping_sub(1);
    let quarter = if reader.is(before, "of") { before.wrapping_sub(1) } else { before };
    let parted = reader.word(quarter).is(Class::QUARTER) || reader.word(quarter).unit.is_some();
    let goes_on = reader.is_glued(at + 1) && matches!(reader.kind(at + 1), TokenKind::Hyphen | TokenKind::Slash);
    (!parted && !goes_on).then(|| (at + 1, DatePoint::Fiscal { year }.into()))
}

/// "FY31", "of FY2031" behind a quarter: one past it, and the year of a firm.
fn firm_year(reader: &Reader, at: usize) -> Option<(usize, i32)> {
    let sign = if reader.is(at, "of") { at + 1 } else { at };
    let digits = reader.written(sign).strip_prefix("FY")?;
    let number: i32 = digits.parse().ok()?;
    match digits.len() {
        2 => Some((sign + 1, 2000 + number)),
        4 if (1900..2100).contains(&number) => Some((sign + 1, number)),
        _ => None,
    }
}

/// "Q3 of FY31": a part of a firm's year, which nobody knows by its days. It is shown, and no rule reads it.
fn of_firm((end, year): (usize, i32)) -> (usize, DateExpr) {
    (end, DatePoint::Loose { unit: Some(Unit::Year), shift: 0, years: 0, year: Some(year) }.into())
}

/// "the third quarter of 2021", "third-quarter", "Q3 2021", "H1".
pub(super) fn quarter(reader: &Reader, at: usize) -> FoundDate {
    let word = reader.word(at);
    if word.is(Class::QUARTER) {
        let (end, year) = of_year(reader, at + 1);
        let number = u32::try_from(word.calendar).ok()?;
        let point = if number > 10 {
            DatePoint::Half { year, half: number - 10 }
        } else {
            DatePoint::Quarter { year, quarter: number }
        };
        let of_firm = firm_year(reader, end).map(of_firm);
        return reader.is_capital(at).then(|| of_firm.unwrap_or((end, point.into())));
    }
    let (number, after) = match suffixed(reader, at).filter(|_| reader.kind(at) == TokenKind::Number) {
        Some(number) => (u32::try_from(number).ok()?, at + 2),
        None => (word.number as u32, at + 1),
    };
    if !(1..=4).contains(&number) {
        return None;
    }
    let unit = reader.past_hyphen(after);
    let joined = reader.kind(unit + 1) == TokenKind::Hyphen;
    // "The third and fourth quarters".
    let joins = |at: usize| reader.is(at, "and") || reader.is(at, "or");
    let both = joins(after) && reader.word(after + 1).is(Class::ORDINAL) && reader.is(after + 2, "quarters");
    if both {
        return Some((after, DatePoint::Quarter { year: of_year(reader, after + 3).1, quarter: number }.into()));
    }
    let plural = reader.written(unit).ends_with(['s', 'S']) && !joins(at.wrapping_sub(1));
    let named = reader.word(unit).unit == Some(Unit::Quarter) && !plural;
    if !named || joined || reader.is_capital(unit) && !reader.is_capital(at) {
        return None;
    }
    if let Some(year) = firm_year(reader, unit + 1) {
        return Some(of_firm(year));
    }
    let (end, year) = of_year(reader, unit + 1);
    Some((end, DatePoint::Quarter { year, quarter: number }.into()))
}

/// "the final quarter of 1987", "the last quarter of this year", at "quarter".
pub(super) fn last_quarter(reader: &Reader, at: usize) -> FoundDate {
    let before = at.wrapping_sub(1);
    let led = reader.is(at, "quarter") && (reader.is(before, "final") || reader.is(before, "last"));
    let shifted = reader.word(at + 2).is(Class::SHIFT) && reader.is(at + 3, "year");
    let (end, year) = of_year(reader, at + 1);
    let found = led && reader.is(at + 1, "of") && (end > at + 1 || shifted);
    found.then(|| (end, DatePoint::Quarter { year, quarter: 4 }.into()))
}

/// "first-half profit": a half of a year where it is what a firm reports, and no half of a match.
pub(super) fn reported_half(reader: &Reader, at: usize) -> FoundDate {
    let half = match reader.word(at).number as i32 {
        1 => 1,
        2 => 2,
        _ => return None,
    };
    let joined = reader.kind(at + 1) == TokenKind::Hyphen && reader.is(at + 2, "half");
    // "Earnings in the first half slid", and not "scored in the first half".
    let lead = at.wrapping_sub(2);
    let led = reader.is(at.wrapping_sub(1), "the") && (reader.is(lead, "for") || reader.is_of(lead, WordGroup::DURING));
    let reports =
        || (1..=REPORT).map_while(|back| lead.checked_sub(back)).any(|at| reader.word(at).is(Class::REPORTED));
    if led && reader.is(at + 1, "half") && !reader.is(at + 2, "of") && reports() {
        return Some((at + 2, DatePoint::Half { year: None, half }.into()));
    }
    (joined && reader.word(at + 3).is(Class::REPORTED)).then(|| (at + 3, DatePoint::Half { year: None, half }.into()))
}

/// "the 1988 third quarter", "1988's third quarter": the year at `at` goes before its quarter.
pub(super) fn quarter_of(reader: &Reader, at: usize) -> FoundDate {
    let (next, year) = absolute::year_number(reader, at)?;
    // "2029 Q3", "2029-Q1".
    let sign = reader.past_hyphen(next);
    if reader.word(sign).is(Class::QUARTER)
        && let Some((end, mut expr)) = quarter(reader, sign).filter(|(_, expr)| expr.point.year().is_none())
    {
        expr.point.in_year(year);
        return Some((end, expr));
    }
    let ordinal = || quarter(reader, next).filter(|_| reader.word(next).is(Class::ORDINAL));
    let (end, mut expr) = possessed(reader, next).or_else(ordinal)?;
    expr.point.year().is_none().then(|| {
        expr.point.in_year(year);
        (end, expr)
    })
}

/// "4Q", "4Q20", "1H 2031": quarters and halves as analysts write them.
pub(super) fn lettered(reader: &Reader, at: usize) -> FoundDate {
    if reader.kind(at + 1) != TokenKind::Word || !reader.is_glued(at + 1) {
        return None;
    }
    let written = reader.written(at + 1);
    let number = reader.written(at).parse::<u32>().ok()?;
    let (letter, digits) = written.split_at_checked(1)?;
    let of_point = |year| match (letter, number) {
        ("Q", quarter @ 1..=4) => Some(DatePoint::Quarter { year, quarter }),
        ("H", half @ 1..=2) => Some(DatePoint::Half { year, half }),
        _ => None,
    };
    let (end, year) = match (digits.len(), digits.parse::<i32>()) {
        (0, _) => of_year(reader, at + 2),
        (2, Ok(year)) => (at + 2, Some(2000 + year)),
        (4, Ok(year)) => (at + 2, Some(year)),
        _ => return None,
    };
    Some((end, of_point(year)?.into()))
}

/// "'s third quarter", "'s first half", "'s summer": the quarter, half or season behind the mark at `at`.
pub(super) fn possessed(reader: &Reader, at: usize) -> FoundDate {
    if reader.kind(at) != TokenKind::Possessive {
        return None;
    }
    let next = at + 1;
    let half = match reader.word(next).number as i32 {
        1 => Some(1),
        2 => Some(2),
        _ => None,
    };
    let halved =
        half.filter(|_| reader.word(next).is(Class::ORDINAL) && reader.is(reader.past_hyphen(next + 1), "half"));
    let found = match halved {
        Some(half) => (reader.past_hyphen(next + 1) + 1, DatePoint::Half { year: None, half }.into()),
        None if reader.word(next).is(Class::ORDINAL) => quarter(reader, next)?,
        None => return None,
    };
    Some(found).filter(|(_, expr): &(usize, DateExpr)| expr.point.year().is_none())
}

/// "the first of March", "the second Tuesday of November".
pub(super) fn ordinal_day(reader: &Reader, at: usize) -> FoundDate {
    let day = reader.word(at).number as u32;
    if let Some(found) = i8::try_from(day).ok().filter(|nth| *nth <= 5).and_then(|nth| nth_weekday(reader, at + 1, nth))
    {
        return Some(found);
    }
    let (end, expr) = absolute::month(reader, at + 2).filter(|_| reader.is(at + 1, "of"))?;
    let DatePoint::Month { year, month } = expr.point else { return None };
    let led = reader.is(at.wrapping_sub(1), "the");
    (led && expr.until.is_none()).then(|| (end, DatePoint::Day { year, month, day }.into()))
}

/// "the first half of 2021", "the second half of next year", "the latter half of the 19th century".
pub(super) fn half(reader: &Reader, at: usize) -> FoundDate {
    let part = match reader.word(at).number as i32 {
        1 => DayPart::FirstHalf,
        2 => DayPart::SecondHalf,
        _ if reader.is(at, "latter") || reader.is(at, "last") => DayPart::SecondHalf,
        _ => return None,
    };
    if !reader.is(at + 1, "half") || !reader.is(at + 2, "of") {
        return None;
    }
    let next = if reader.is(at + 3, "the") { at + 4 } else { at + 3 };
    let (end, mut expr) = whole(reader, next)?;
    expr.part = Some(part);
    Some((end, expr))
}

/// What a part may be of: "2021", "January", "next year", "the year", "the 1990s", "the 19th century".
pub(super) fn whole(reader: &Reader, at: usize) -> FoundDate {
    let word = reader.word(at);
    if reader.kind(at) == TokenKind::Number {
        return century(reader, at).or_else(|| year_decade(reader, at)).or_else(|| {
            let (end, year) = absolute::year_number(reader, at)?;
            Some((end, DatePoint::Year { year }.into()))
        });
    }
    if word.is(Class::MONTH) {
        return absolute::month(reader, at).filter(|(_, expr)| matches!(expr.point, DatePoint::Month { .. }));
    }
    if word.is(Class::SHIFT) {
        return shifted(reader, at).filter(|(_, expr)| !expr.is_day());
    }
    if word.is(Class::DECADE) {
        return decade(reader, at);
    }
    let number = word.is(Class::ORDINAL.and(Class::CARDINAL));
    if let Some(found) = number.then(|| century(reader, at).or_else(|| quarter(reader, at))).flatten() {
        return Some(found);
    }
    let unit = word.unit.filter(|unit| *unit != Unit::Day && !reader.written(at).ends_with('s'))?;
    reader.is(at.wrapping_sub(1), "the").then(|| (at + 1, DatePoint::Relative { unit, shift: 0 }.into()))
}

/// "fiscal 2021", "fiscal year 2021", "FY2021", "FY21", "fiscal third quarter", "the fiscal year".
pub(super) fn fiscal(reader: &Reader, at: usize) -> FoundDate {
    if reader.word(at + 1).is(Class::ORDINAL) {
        return quarter(reader, at + 1);
    }
    let is_year = reader.word(at + 1).unit == Some(Unit::Year);
    if let Some((end, year)) = absolute::year_number(reader, if is_year { at + 2 } else { at + 1 }) {
        return Some((end, DatePoint::Fiscal { year }.into()));
    }
    let next = reader.kind(at + 2);
    let goes_on = matches!(next, TokenKind::Hyphen | TokenKind::Possessive);
    let named = is_year && reader.is(at + 1, "year") && !goes_on && reader.is(at.wrapping_sub(1), "the");
    named.then(|| (at + 2, DatePoint::Loose { unit: Some(Unit::Year), shift: 0, years: 0, year: None }.into()))
}

/// "the 1987 fiscal year": what follows a year at `at`.
pub(super) fn year_of_firm(reader: &Reader, at: usize, year: i32) -> FoundDate {
    let named = reader.word(at).is(Class::FISCAL) && reader.is(at + 1, "year");
    named.then(|| (at + 2, DatePoint::Fiscal { year }.into()))
}

/// "this fiscal year", "the current fiscal year", at "fiscal": nobody knows when it begins.
pub(super) fn fiscal_year(reader: &Reader, at: usize, years: i32) -> FoundDate {
    let named = reader.word(at).is(Class::FISCAL) && reader.is(at + 1, "year");
    named.then(|| (at + 2, DatePoint::Loose { unit: Some(Unit::Year), shift: 0, years, year: None }.into()))
}

/// "the summer of 2014", "spring 2022", "in winter": a season counts where something leads to it.
pub(super) fn season(reader: &Reader, at: usize) -> FoundDate {
    let season = u32::try_from(reader.word(at).calendar).ok()?;
    let (end, year) = of_year(reader, at + 1);
    let expr: DateExpr = DatePoint::Season { year, season }.into();
    if year.is_some() {
        return Some((end, expr));
    }
    let before = at.checked_sub(1)?;
    let lead = if reader.is(before, "the") { before.checked_sub(1)? } else { before };
    let led = reader.word(lead).is(Class::LEADS_DATE) && !reader.is_capital(at);
    let of_year = reader.word(at + 2).is(Class::SHIFT) && reader.word(at + 3).unit == Some(Unit::Year);
    let goes_on = reader.is(at + 1, "of") && !of_year
        || matches!(reader.kind(at + 1), TokenKind::Hyphen | TokenKind::Possessive)
        || reader.kind(at + 1) == TokenKind::Word && !reader.word(at + 1).is(Class::FUNCTION);
    let into = reader.is(lead, "into") && lead < before;
    let certain = reader.is_of(lead, WordGroup::DURING.and(WordGroup::UNTIL).and(WordGroup::BY));
    ((into || led && certain) && !goes_on).then_some((at + 1, expr))
}

/// "Christmas", "New Year's Eve", "Labor Day 2021".
pub(super) fn holiday(reader: &Reader, at: usize) -> FoundDate {
    if !reader.is_capital(at) {
        return None;
    }
    // The "'s" of "New Year's Day", and the full stop of "St. Patrick's Day", are passed over.
    let passed = |index: &usize| {
        !matches!(reader.kind(*index), TokenKind::Possessive | TokenKind::AbbreviationStop | TokenKind::SingleQuote)
    };
    let places: Vec<usize> = (at..at + 10).filter(passed).take(6).collect();
    let ids = places.iter().map(|index| reader.token(*index).word).take_while(|word| word.is_known());
    let (count, holiday) = reader.lexicon.holidays.longest(ids)?;
    let last = *places.get(count.checked_sub(1)?)?;
    let named = reader.is_capital(last) || reader.word(last).is(Class::MONTH);
    let (end, year) = match absolute::year_number(reader, last + 1) {
        Some((end, year)) => (end, Some(year)),
        None => (last + 1, None),
    };
    // "Easter Island", "Christmas Carol": a name goes on.
    let is_name = year.is_none()
        && (reader.kind(end) == TokenKind::Word && reader.is_capital(end) && !reader.word(end).is(Class::WEEKDAY)
            || absolute::is_name(reader, at.wrapping_sub(1)));
    // "Easter week" is no Sunday.
    let stretch = year.is_none() && reader.word(end).unit.is_some();
    (named && !is_name && !stretch).then(|| (end, DatePoint::Holiday { year, holiday: *holiday }.into()))
}

/// "now", "recently", "in the past".
pub(super) fn vague(reader: &Reader, at: usize) -> FoundDate {
    let (count, when) = reader.lexicon.vague_dates.longest(reader.ids(at))?;
    let after = at + count;
    // "The past week" is another thing; "the other day" is whole.
    let noun = reader.word(after - 1).unit.is_none();
    let goes_on = noun && reader.kind(after) == TokenKind::Number
        || noun && reader.kind(after) == TokenKind::Word && !reader.word(after).is(Class::FUNCTION);
    let as_soon = reader.is(at, "soon") && reader.is(at.wrapping_sub(1), "as");
    if as_soon || reader.kind(after) == TokenKind::Hyphen {
        return None;
    }
    // "The future of the town" is what becomes of it.
    let led = reader.word(at.wrapping_sub(1)).is(Class::LEADS_DATE);
    let owned = reader.is(after, "of") || reader.kind(after) == TokenKind::Possessive;
    if reader.is(at, "the") && (goes_on || owned && !led) {
        return None;
    }
    Some((after, DatePoint::Vague { when: *when }.into()))
}
