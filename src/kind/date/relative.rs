//! Dates against another date: weekdays, "next month", "that same week", "two days ago", and parts of them.

use super::{
    absolute::{self, month},
    beside,
    named::{self, fiscal_year, holiday, possessed},
    weekday,
};
use crate::{
    lexicon::{Class, DayPart, Holiday, Hours, VagueDate, WordGroup},
    reading::{Figure, Reader, is_plural},
    text::TokenKind,
    value::date::{DateExpr, DatePoint, Tense, Unit},
};

/// What says that a clause is about what is to come stands at most so many words before "in two weeks".
const REACH: usize = 10;

/// "the week of Oct. 23": the week at `at` that a day lies in.
fn week_of(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let leads = reader.is(at + 1, "of") && reader.is(at, "week") && reader.is(at.wrapping_sub(1), "the");
    let (end, day) = month(reader, at + 2).filter(|(_, day)| leads && day.is_day())?;
    let week = DatePoint::Referred { unit: Unit::Week, shift: 0 };
    Some((end, DateExpr { reference: Some(Box::new(day)), ..week.into() }))
}

/// "today", "tonight", "yesterday morning".
pub(super) fn day(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let word = reader.word(at);
    if reader.is(at, "overnight") {
        return super::loose::overnight(reader, at);
    }
    // "Today's farmers", "the pilots of tomorrow": of an age, and no day.
    let before = at.wrapping_sub(1);
    let people = reader.kind(at + 1) == TokenKind::Possessive
        && is_plural(reader, at + 2)
        && reader.word(at + 2).is(Class::PERSON);
    let of_age = reader.is(before, "of") && is_plural(reader, before.wrapping_sub(1));
    if people || of_age && !reader.is(at, "yesterday") {
        return None;
    }
    let (end, hours) = time_of_day(reader, at + 1);
    let point = DatePoint::Relative { unit: Unit::Day, shift: word.shift.into() };
    Some((end, DateExpr { hours: hours.or(word.hours), ..point.into() }))
}

/// "morning", "night" and the like at `at`: one past it, and which.
pub(super) fn time_of_day(reader: &Reader, at: usize) -> (usize, Option<Hours>) {
    let word = reader.word(at);
    if word.is(Class::TIME_OF_DAY) && !reader.is_capital(at) { (at + 1, word.hours) } else { (at, None) }
}

/// "early December", "early next month", "earlier this month", "the end of January", "mid-2021", "late Thursday", "the
/// latter half of 2021".
pub(super) fn part(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let part = reader.word(at).part?;
    if part == DayPart::SecondHalf {
        return super::named::half(reader, at);
    }
    let mut next = reader.past_hyphen(at + 1);
    let of = reader.is(next, "of");
    let within = reader.is(next, "in");
    // "Late on Thursday".
    let on = reader.is(next, "on") && reader.word(next + 1).is(Class::WEEKDAY);
    if on && (reader.is(at, "early") || reader.is(at, "late")) {
        return weekday::read(reader, next + 1).filter(|(_, expr)| expr.is_day());
    }
    let noun = reader.is_of(at, WordGroup::DATE_PART_NOUN);
    if of || within {
        next += 1;
        if reader.is(next, "the") {
            next += 1;
        }
    } else if noun && reader.kind(at + 1) != TokenKind::Hyphen {
        return None;
    }
    if (noun || of) && within {
        return None;
    }
    if reader.kind(next) == TokenKind::SingleQuote {
        next += 1;
    }
    // "Earlier in the day" is the day of what was told.
    if within && reader.is(next, "day") && !reader.is(at, "mid") {
        return Some((next + 1, DatePoint::Loose { unit: Some(Unit::Day), shift: 0, years: 0, year: None }.into()));
    }
    let (end, mut expr) = if let Some(found) = named::whole(reader, next) {
        // "At the end of the 2029-30 season".
        Some(found).filter(|(end, _)| !super::range::is_season(reader, *end))?
    } else {
        // "Late Thursday", "earlier today" are that day.
        let word = reader.word(next);
        let day = [
            (Class::WEEKDAY, weekday::read as fn(&Reader, usize) -> _),
            (Class::DAY, day),
            (Class::SHIFT, shifted),
            (Class::REFERENCE, referred),
        ];
        let found = day.iter().filter(|(class, _)| word.is(*class)).find_map(|(_, read)| read(reader, next))?;
        return Some(found).filter(|_| !noun && !of);
    };
    let is_relative = matches!(expr.point, DatePoint::Relative { .. });
    // "Early in the year" may be any year; "earlier in the year" is this one.
    let any = within && is_relative && !matches!(part, DayPart::Earlier | DayPart::Later);
    if any || expr.part.is_some() {
        return None;
    }
    expr.part = Some(part);
    Some((end, expr))
}

/// The calendar's unit at `at`, in the singular or the plural.
pub(super) fn unit_of(reader: &Reader, at: usize) -> Option<Unit> {
    reader.word(at).unit.filter(|_| reader.kind(at) == TokenKind::Word)
}

fn one_unit(reader: &Reader, at: usize) -> Option<Unit> {
    unit_of(reader, at).filter(|_| !reader.written(at).ends_with(['s', 'S']))
}

/// "next month", "last Thursday", "this week", "last night", "next January", "last summer", "this past weekend".
pub(super) fn shifted(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let past = reader.is(at, "this") && reader.is(at + 1, "past");
    let (shift, next) = if past { (-1, at + 2) } else { (i32::from(reader.word(at).shift), at + 1) };
    let word = reader.word(next);
    if word.is(Class::TIME_OF_DAY) && shift == 1 && reader.is(at.wrapping_sub(1), "the") {
        let point = DatePoint::Referred { unit: Unit::Day, shift };
        return Some((next + 1, DateExpr { hours: word.hours, ..point.into() }));
    }
    if word.is(Class::TIME_OF_DAY) {
        let shift =
            if reader.is(next, "night") || reader.is(next, "evening") || shift == 0 { shift } else { return None };
        let point = DatePoint::Relative { unit: Unit::Day, shift };
        return Some((next + 1, DateExpr { hours: word.hours, ..point.into() }));
    }
    if word.is(Class::WEEKDAY) && reader.is_capital(next) {
        // "Last Monday week".
        if super::weekday::is_counted_off(reader, next) {
            return None;
        }
        if let Some(found) = nth_weekday(reader, next, -1).filter(|_| shift == -1) {
            return Some(found);
        }
        let (end, hours) = time_of_day(reader, next + 1);
        let point = DatePoint::Weekday { weekday: word.weekday.into(), shift: (!past).then_some(shift) };
        let tense = if past { Tense::Past } else { Tense::Unknown };
        return Some((end, DateExpr { hours, tense, ..point.into() }));
    }
    let yearless = |found: Option<(usize, DateExpr)>| {
        let (end, expr) = found.filter(|(_, expr)| expr.point.year().is_none() && expr.until.is_none())?;
        Some((end, DateExpr { shift: Some(shift), ..expr }))
    };
    if word.is(Class::MONTH) && reader.is_capital(next) {
        return yearless(month(reader, next));
    }
    if word.is(Class::HOLIDAY) && reader.is_capital(next) {
        return yearless(holiday(reader, next));
    }
    if word.is(Class::SEASON) && !reader.is_capital(next) && reader.kind(next + 1) != TokenKind::Hyphen {
        let season = u32::try_from(word.calendar).ok()?;
        let point = DatePoint::Season { year: None, season };
        // "This past summer" is the last that began.
        let tense = if past { Tense::Past } else { Tense::Unknown };
        return Some((next + 1, DateExpr { shift: (!past).then_some(shift), tense, ..point.into() }));
    }
    if let Some(found) = fiscal_year(reader, next, shift) {
        return Some(found);
    }
    // "The next day" hangs on another date, "the last year" is a length.
    let the = reader.is(at.wrapping_sub(1), "the");
    let referred = the && shift == 1;
    let length = the && shift == -1 && !past;
    let unit = one_unit(reader, next).filter(|unit| *unit != Unit::Day || referred)?;
    // "The last week of September" is no week of now; "over the next decade" is a length.
    let lead = referred && reader.is_of(at.wrapping_sub(2), WordGroup::LENGTH);
    let ahead = lead && !matches!(unit, Unit::Weekend | Unit::Quarter);
    if length || ahead || reader.is(next + 1, "of") && !reader.is(at, "this") {
        return None;
    }
    // "Sales for the next quarter" are of no quarter that was named.
    let referred = referred && !(lead && unit == Unit::Quarter);
    // "Last year's third quarter".
    if unit == Unit::Year
        && let Some((end, expr)) = possessed(reader, next + 1)
    {
        return Some((end, DateExpr { year_shift: Some(shift), ..expr }));
    }
    let point = if referred { DatePoint::Referred { unit, shift } } else { DatePoint::Relative { unit, shift } };
    Some((next + 1, point.into()))
}

/// "Monday of October 2014" behind "first" or "last": the weekday at `at`, and which one.
pub(super) fn nth_weekday(reader: &Reader, at: usize, nth: i8) -> Option<(usize, DateExpr)> {
    let weekday = u32::from(reader.word(at).weekday);
    let joined = reader.is(at + 1, "of") || reader.is(at + 1, "in");
    let (end, expr) = month(reader, at + 2).filter(|_| joined && weekday > 0)?;
    let DatePoint::Month { year, month } = expr.point else { return None };
    Some((end, DatePoint::Holiday { year, holiday: Holiday::Nth(month, weekday, nth) }.into()))
}

/// "that same week", "the same day", "that year".
pub(super) fn referred(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let mut next = at + 1;
    if !reader.is(at, "that") && !reader.is(at, "same") {
        return None;
    }
    if reader.is(at, "that") && reader.is(next, "same") {
        next += 1;
    }
    let word = reader.word(next);
    if word.is(Class::TIME_OF_DAY) && reader.is(at, "that") {
        let point = DatePoint::Referred { unit: Unit::Day, shift: 0 };
        return Some((next + 1, DateExpr { hours: word.hours, ..point.into() }));
    }
    // "That summer", "that November": of the year that was told of.
    if reader.is(at, "that") && word.is(Class::SEASON) && !absolute::is_name(reader, next) {
        let season = u32::try_from(word.calendar).ok()?;
        let goes_on =
            reader.kind(next + 1) == TokenKind::Word && !reader.word(next + 1).is(Class::FUNCTION.and(Class::PAST));
        return (!goes_on).then(|| (next + 1, DatePoint::Season { year: None, season }.into()));
    }
    // "That March day in 2019".
    if let Some((end, year)) = absolute::year_number(reader, next + 3)
        && word.is(Class::MONTH)
        && reader.word(next + 1).unit == Some(Unit::Day)
        && reader.is_of(next + 2, WordGroup::OF_YEAR)
    {
        return Some((end, DatePoint::Month { year: Some(year), month: word.month.into() }.into()));
    }
    if reader.is(at, "that") && word.is(Class::MONTH) && reader.is_capital(next) {
        return month(reader, next).filter(|(_, expr)| expr.point.year().is_none());
    }
    let unit = one_unit(reader, next)?;
    Some((next + 1, DatePoint::Referred { unit, shift: 0 }.into()))
}

/// "the previous day", "the following week".
pub(super) fn neighbour(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let shift = reader.word(at).calendar.into();
    let next = reader.word(at + 1);
    // "The following Friday": from the day that was named.
    if next.is(Class::WEEKDAY) && reader.is_capital(at + 1) && !reader.written(at + 1).ends_with("days") {
        let (end, hours) = time_of_day(reader, at + 2);
        let point = DatePoint::Weekday { weekday: next.weekday.into(), shift: Some(shift) };
        let named = DatePoint::Referred { unit: Unit::Day, shift: 0 };
        return Some((end, DateExpr { hours, reference: Some(Box::new(named.into())), ..point.into() }));
    }
    let unit = one_unit(reader, at + 1)?;
    reader.is(at.wrapping_sub(1), "the").then(|| (at + 2, DatePoint::Referred { unit, shift }.into()))
}

/// "the weekend", "the day before", "the next day".
pub(super) fn weekend(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    // "On weekends".
    if reader.is(at, "weekends") && reader.is(at.wrapping_sub(1), "on") {
        return Some((at + 1, DatePoint::Each { unit: Unit::Weekend, count: 1 }.into()));
    }
    let unit = one_unit(reader, at)?;
    if let Some(found) = week_of(reader, at) {
        return Some(found);
    }
    let led = reader.is(at.wrapping_sub(1), "the");
    let around = match () {
        () if reader.is(at + 1, "after") && reader.is(at + 2, "tomorrow") => Some(2),
        () if reader.is(at + 1, "before") && reader.is(at + 2, "yesterday") => Some(-2),
        () => None,
    };
    if let Some(shift) = around.filter(|_| unit == Unit::Day) {
        return Some((at + 3, DatePoint::Relative { unit, shift }.into()));
    }
    // "The year before last", "the week after next".
    let far = match () {
        () if reader.is(at + 1, "before") && reader.is(at + 2, "last") => Some(-2),
        () if reader.is(at + 1, "after") && reader.is(at + 2, "next") => Some(2),
        () => None,
    };
    if let Some(shift) = far.filter(|_| led && unit != Unit::Day) {
        return Some((at + 3, DatePoint::Relative { unit, shift }.into()));
    }
    if let Some((end, shift, named)) = beside::on_side(reader, at + 1).filter(|_| led && unit == Unit::Day) {
        let point = DatePoint::Referred { unit, shift };
        return Some((end, DateExpr { reference: Some(Box::new(named)), ..point.into() }));
    }
    let shift = match () {
        () if reader.is(at + 1, "before") || reader.is(at + 1, "earlier") => -1,
        () if reader.is(at + 1, "after") => 1,
        () if unit == Unit::Weekend
            && led
            && reader.word(at.wrapping_sub(2)).is(Class::LEADS_DATE.and(Class::HEDGE_END)) =>
        {
            return Some((at + 1, DatePoint::Relative { unit, shift: 0 }.into()));
        }
        () => return None,
    };
    // "The day before the vote" hangs on what follows.
    let ends = matches!(
        reader.kind(at + 2),
        TokenKind::Stop | TokenKind::Comma | TokenKind::End | TokenKind::Close | TokenKind::DoubleQuote
    );
    (led && ends).then(|| (at + 2, DatePoint::Referred { unit, shift }.into()))
}

/// "three weeks ago", "two days later", "a year earlier", "two and a half years ago".
pub(super) fn ago(reader: &Reader, figure: Option<&Figure>) -> Option<(usize, DateExpr)> {
    let figure = figure.filter(|figure| !figure.money_only && reader.kind(figure.end) == TokenKind::Word)?;
    // "Two hours ago": the day is not known for certain.
    if let Some(found) = short_ago(reader, figure.end) {
        return Some(found);
    }
    let count = figure.best.filter(|count| (0.0..=1000.0).contains(count))?;
    if let Some(found) =
        ahead(reader, figure, count).or_else(|| beside::named(reader, reader.start_of(figure), figure.end, count))
    {
        return Some(found);
    }
    if count.fract() == 0.0 {
        with_months(reader, figure.end, count as i32).or_else(|| distance(reader, figure.end, count as i32))
    } else {
        months(reader, figure.end, figure.end + 1, count).or_else(|| parted_ago(reader, figure.end))
    }
}

/// "Two and a half weeks ago": no length, and no day that is known for certain.
fn parted_ago(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let ago = unit_of(reader, at).is_some() && reader.is(at + 1, "ago");
    ago.then(|| (at + 2, DatePoint::Vague { when: VagueDate::Past }.into()))
}

/// "Hours ago", "minutes ago" behind a number, whose unit stands at `at`.
fn short_ago(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let short = reader.word(at).is(Class::DURATION) && unit_of(reader, at).is_none() && reader.is(at + 1, "ago");
    let fortnight = reader.is(at, "fortnight") || reader.is(at, "fortnights");
    (short && !fortnight).then(|| (at + 2, DatePoint::Vague { when: VagueDate::Past }.into()))
}

/// "They are to meet again in two weeks": a date where its clause is about what is to come, and no length.
fn ahead(reader: &Reader, figure: &Figure, count: f64) -> Option<(usize, DateExpr)> {
    let lead = figure.first.checked_sub(1).filter(|lead| reader.is(*lead, "in"))?;
    let unit = unit_of(reader, figure.end).filter(|_| count.fract() == 0.0)?;
    let end = figure.end + 1;
    let goes_on = reader.is(end, "of")
        || matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Possessive | TokenKind::SingleQuote)
        || reader.kind(end) == TokenKind::Word && !reader.word(end).is(Class::FUNCTION);
    let cue = (1..=REACH).map_while(|back| lead.checked_sub(back)).find(|at| {
        reader.word(*at).is(Class::FUTURE.and(Class::PAST))
            || reader.is_of(*at, WordGroup::IS_ARE) && reader.is(at + 1, "to")
    })?;
    let coming = !reader.word(cue).is(Class::PAST);
    (coming && !goes_on).then(|| (end, DatePoint::Relative { unit, shift: count as i32 }.into()))
}

/// "a year ago", "a year and a half ago".
pub(super) fn one_ago(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    if !reader.word(at).is(Class::ARTICLE) {
        return None;
    }
    if let Some(found) = short_ago(reader, at + 1) {
        return Some(found);
    }
    if let Some(found) = with_months(reader, at + 1, 1).or_else(|| beside::named(reader, at, at + 1, 1.0)) {
        return Some(found);
    }
    let half = reader.is(at + 2, "and") && reader.word(at + 3).is(Class::ARTICLE) && reader.is(at + 4, "half");
    if half { months(reader, at + 1, at + 5, 1.5) } else { distance(reader, at + 1, 1) }
}

/// "A year and two months ago", "three years and 6 months ago": the years, whose unit stands at `at`, and the months.
fn with_months(reader: &Reader, at: usize, years: i32) -> Option<(usize, DateExpr)> {
    if unit_of(reader, at) != Some(Unit::Year) || !reader.is(at + 1, "and") {
        return None;
    }
    let rest = Figure::read(reader, at + 2)?;
    let count = rest.best.filter(|best| best.fract() == 0.0 && *best < 12.0)?;
    let fits = unit_of(reader, rest.end) == Some(Unit::Month);
    fits.then(|| shifted_by(reader, rest.end + 1, Unit::Month, years * 12 + count as i32)).flatten()
}

/// So many years and a part of one, whose unit stands at `at` and whose words end before `end`: they are months.
fn months(reader: &Reader, at: usize, end: usize, years: f64) -> Option<(usize, DateExpr)> {
    let months = years * 12.0;
    let found = unit_of(reader, at) == Some(Unit::Year) && months.fract() == 0.0;
    found.then(|| shifted_by(reader, end, Unit::Month, months as i32)).flatten()
}

fn distance(reader: &Reader, at: usize, count: i32) -> Option<(usize, DateExpr)> {
    let fortnight = reader.is(at, "fortnight") || reader.is(at, "fortnights");
    let (unit, count) = if fortnight { (Unit::Week, count * 2) } else { (unit_of(reader, at)?, count) };
    shifted_by(reader, at + 1, unit, count)
}

/// "ago", "later", "from now" at `at`, behind so many units.
fn shifted_by(reader: &Reader, at: usize, unit: Unit, count: i32) -> Option<(usize, DateExpr)> {
    // "Down from $2 million a year before.", and not "a year before the vote".
    let before = reader.is(at, "before")
        && matches!(reader.kind(at + 1), TokenKind::Stop | TokenKind::Comma | TokenKind::End | TokenKind::Close);
    // "A week or so ago".
    let loose = reader.is(at, "or") && (reader.is(at + 1, "so") || reader.is(at + 1, "two"));
    let at = if loose { at + 2 } else { at };
    let back =
        reader.is(at, "back") && matches!(reader.kind(at + 1), TokenKind::Stop | TokenKind::Comma | TokenKind::End);
    let point = if reader.is(at, "ago") || back {
        DatePoint::Relative { unit, shift: -count }
    } else if before || reader.is(at, "earlier") || reader.is(at, "previously") {
        DatePoint::Referred { unit, shift: -count }
    } else if reader.is(at, "later") {
        DatePoint::Referred { unit, shift: count }
    } else if reader.is(at, "from") && (reader.is(at + 1, "now") || reader.is(at + 1, "today")) {
        return Some((at + 2, DatePoint::Relative { unit, shift: count }.into()));
    } else {
        return None;
    };
    Some((at + 1, point.into()))
}
