//! Ranges of dates: "Jan. 10-12", "from Monday to Friday", "1939-45", "between 2011 and 2014", "May to July 2010".

use super::absolute;
use crate::kind::date;
use crate::{
    lexicon::Class,
    reading::Reader,
    text::TokenKind,
    value::date::{DateExpr, DatePoint, Unit},
};

/// The date with the end of its range, where one follows.
pub(super) fn lengthened(reader: &Reader, at: usize, (end, expr): (usize, DateExpr)) -> (usize, DateExpr) {
    let (end, expr) = of_shifted_year(reader, end, expr);
    let whole = expr.until.is_none() && expr.part.is_none() && expr.shift.is_none() && expr.year_shift.is_none();
    if !whole || !may_begin(&expr.point) {
        return (end, expr);
    }
    short_year(reader, end, &expr).or_else(|| range(reader, at, end, &expr)).unwrap_or((end, expr))
}

/// "January last year", "the third quarter of this year".
fn of_shifted_year(reader: &Reader, end: usize, expr: DateExpr) -> (usize, DateExpr) {
    let next = if reader.is(end, "of") { end + 1 } else { end };
    let shift = reader.word(next);
    let year = shift.is(Class::SHIFT) && reader.word(next + 1).unit == Some(Unit::Year) && reader.is(next + 1, "year");
    if !year || expr.shift.is_some() || !expr.needs_year() {
        return (end, expr);
    }
    (next + 2, DateExpr { year_shift: Some(shift.shift.into()), ..expr })
}

/// Whether "-30" stands behind the year that ends at `end`: a season or a fiscal year, which no part is told of.
pub(super) fn is_season(reader: &Reader, end: usize) -> bool {
    let joined = matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Slash);
    let short = reader.kind(end + 1) == TokenKind::Number && reader.written(end + 1).len() <= 2;
    let year = absolute::year_number(reader, end.wrapping_sub(1)).is_some();
    year && joined && short && reader.is_glued(end) && reader.is_glued(end + 1)
}

fn may_begin(point: &DatePoint) -> bool {
    match point {
        DatePoint::Day { .. } | DatePoint::Month { .. } | DatePoint::Year { .. } | DatePoint::Weekday { .. } => true,
        DatePoint::Relative { .. }
        | DatePoint::Referred { .. }
        | DatePoint::DayOfMonth { .. }
        | DatePoint::Quarter { .. }
        | DatePoint::Half { .. }
        | DatePoint::Season { .. }
        | DatePoint::Fiscal { .. }
        | DatePoint::Decade { .. }
        | DatePoint::Century { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Each { .. }
        | DatePoint::EachWeekday { .. }
        | DatePoint::Loose { .. }
        | DatePoint::Vague { .. } => false,
    }
}

/// "1939-45", "2021/22".
fn short_year(reader: &Reader, end: usize, expr: &DateExpr) -> Option<(usize, DateExpr)> {
    let DatePoint::Year { year } = expr.point else { return None };
    let joined = matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Slash);
    let glued = reader.is_glued(end) && reader.is_glued(end + 1) && !reader.is_glued(end + 2)
        || matches!(reader.kind(end + 2), TokenKind::Comma | TokenKind::Stop | TokenKind::Close);
    let written = reader.written(end + 1);
    // "2028-9" and "2028-29".
    let within = match written.len() {
        1 => 10,
        2 => 100,
        _ => return None,
    };
    if !joined || !glued || reader.kind(end + 1) != TokenKind::Number {
        return None;
    }
    let last = year - year.rem_euclid(within) + written.parse::<i32>().ok()?;
    (last > year).then(|| (end + 2, with_end(expr, DatePoint::Year { year: last })))
}

/// Two dates with a dash or a word between. "To" and "through" join dates that say "from", months and weekdays; "and"
/// only after "between".
fn range(reader: &Reader, at: usize, end: usize, expr: &DateExpr) -> Option<(usize, DateExpr)> {
    let before = |word: &str| at > 0 && reader.is(at - 1, word);
    let word = |word: &str| reader.is(end, word);
    let led = before("from") && (word("to") || word("until") || word("till")) || before("between") && word("and");
    let loose = word("through") || word("to") && !matches!(expr.point, DatePoint::Year { .. });
    let marked = matches!(reader.kind(end), TokenKind::Hyphen | TokenKind::Dash);
    if !led && !loose && !marked {
        return None;
    }
    let next = if reader.word(end + 1).is(Class::WEEKDAY.and(Class::MONTH)) || reader.kind(end + 1) == TokenKind::Number
    {
        end + 1
    } else {
        return None;
    };
    let (last_end, last) = match expr.point {
        DatePoint::Year { .. } => {
            let (end, year) = absolute::year_number(reader, next)?;
            (end, DatePoint::Year { year }.into())
        }
        _ => date::point(reader, next, None)?,
    };
    let alike = matches!(
        (&expr.point, &last.point),
        (DatePoint::Day { .. }, DatePoint::Day { .. })
            | (DatePoint::Month { .. }, DatePoint::Month { .. })
            | (DatePoint::Year { .. }, DatePoint::Year { .. })
            | (DatePoint::Weekday { .. }, DatePoint::Weekday { .. })
    );
    // "Monday - Tuesday's call" is no range.
    if !alike || last.until.is_some() || last.part.is_some() || marked && !is_close(reader, end, &expr.point) {
        return None;
    }
    let mut whole = expr.clone();
    let mut last = last.point;
    match (whole.point.year(), last.year()) {
        (Some(year), None) => last.in_year(if order(&last) < order(&expr.point) { year + 1 } else { year }),
        (None, Some(year)) => whole.point.in_year(if order(&last) < order(&expr.point) { year - 1 } else { year }),
        (Some(first), Some(second)) if (second, order(&last)) <= (first, order(&expr.point)) => return None,
        // "From August to October in 2018".
        (None, None) if reader.is(last_end, "in") || reader.is(last_end, "of") => {
            if let Some((end, year)) = absolute::year_number(reader, last_end + 1) {
                last.in_year(year);
                whole.point.in_year(if order(&last) < order(&expr.point) { year - 1 } else { year });
                return Some((end, with_end(&whole, last)));
            }
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    Some((last_end, with_end(&whole, last)))
}

/// Whether a mark joins the two: glued on both sides, or between months or days of months.
fn is_close(reader: &Reader, mark: usize, point: &DatePoint) -> bool {
    let glued = reader.is_glued(mark) && reader.is_glued(mark + 1);
    glued || matches!(point, DatePoint::Day { .. } | DatePoint::Month { .. })
}

fn order(point: &DatePoint) -> (u32, u32) {
    match *point {
        DatePoint::Day { month, day, .. } => (month, day),
        DatePoint::Month { month, .. } => (month, 0),
        DatePoint::Year { .. }
        | DatePoint::Weekday { .. }
        | DatePoint::Relative { .. }
        | DatePoint::Referred { .. }
        | DatePoint::DayOfMonth { .. }
        | DatePoint::Quarter { .. }
        | DatePoint::Half { .. }
        | DatePoint::Season { .. }
        | DatePoint::Fiscal { .. }
        | DatePoint::Decade { .. }
        | DatePoint::Century { .. }
        | DatePoint::Holiday { .. }
        | DatePoint::Each { .. }
        | DatePoint::EachWeekday { .. }
        | DatePoint::Loose { .. }
        | DatePoint::Vague { .. } => (0, 0),
    }
}

fn with_end(expr: &DateExpr, until: DatePoint) -> DateExpr {
    DateExpr { until: Some(until), ..expr.clone() }
}
