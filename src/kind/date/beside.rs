//! Dates that lie on a side of another: "before 2015", "since March 2019", "two weeks before Christmas".

use super::relative::unit_of;
use crate::{
    lexicon::{Class, WordGroup},
    reading::Reader,
    text::TokenKind,
    value::{
        Precision,
        date::{DateExpr, DatePoint, OpenEnd, Unit},
    },
};

/// "Before 2015", "since March 2019", and not "shortly after Easter", "two weeks before Christmas", "after Monday's defeat" or
/// "before the 2015 vote".
pub(super) fn open_end(reader: &Reader, first: usize, end: usize) -> Option<OpenEnd> {
    let word = first.checked_sub(1)?;
    let open = match () {
        () if reader.is(word, "before") => OpenEnd::Before,
        () if reader.is(word, "after") => OpenEnd::After,
        () if reader.is(word, "since") => OpenEnd::Since,
        () => return None,
    };
    let leads = word.checked_sub(1).filter(|before| reader.range().contains(before));
    let measured = leads.is_some_and(|before| {
        let lead = reader.word(before);
        lead.unit.is_some()
            || lead.is_of(WordGroup::PAIRED)
            || lead.is(Class::DURATION.and(Class::DAY).and(Class::TIME_OF_DAY).and(Class::WEEKDAY))
            || open != OpenEnd::Since && reader.is_of(before, WordGroup::CLOSELY)
    });
    let goes_on = match reader.kind(end) {
        TokenKind::Possessive | TokenKind::Hyphen | TokenKind::Number => true,
        TokenKind::Word => !reader.word(end).is(Class::FUNCTION.and(Class::PAST)),
        _ => false,
    };
    (!measured && !goes_on).then_some(open)
}

/// "Less than a fortnight ago", "more than two years ago": the hedge before it, and which side of that day is meant.
pub(super) fn hedged(reader: &Reader, first: usize, expr: &DateExpr) -> Option<(usize, OpenEnd)> {
    let DatePoint::Relative { shift: ..0, .. } = expr.point else { return None };
    let counts = reader.kind(first) == TokenKind::Number || reader.word(first).is(Class::ARTICLE.and(Class::CARDINAL));
    let (start, meaning) = reader.hedge_before(first).filter(|_| counts)?;
    let open = match meaning.precision {
        Precision::LessThan | Precision::AtMost => OpenEnd::After,
        Precision::MoreThan | Precision::AtLeast => OpenEnd::Before,
        Precision::Exact | Precision::Approximate | Precision::Range | Precision::Vague => return None,
    };
    Some((start, open))
}

/// "Two weeks before Christmas", "a year after 2014", at its unit: so far from a date that is named. "For two weeks before
/// Christmas" is a length.
pub(super) fn named(reader: &Reader, first: usize, at: usize, count: f64) -> Option<(usize, DateExpr)> {
    let lead = first.wrapping_sub(1);
    let unit = unit_of(reader, at).filter(|unit| *unit != Unit::Weekend && count.fract() == 0.0)?;
    let is_length = reader.is_of(lead, WordGroup::LENGTH) || reader.is(lead, "in") || reader.is(lead, "the");
    let (end, shift, named) = on_side(reader, at + 1).filter(|_| !is_length)?;
    let shift = shift * count as i32;
    if let (Unit::Year, DatePoint::Year { year }) = (unit, &named.point) {
        return Some((end, DatePoint::Year { year: year + shift }.into()));
    }
    let point = DatePoint::Referred { unit, shift };
    Some((end, DateExpr { reference: Some(Box::new(named)), ..point.into() }))
}

/// "Before Christmas", "after 3 May", at the preposition: one past it, which side, and the date.
pub(super) fn on_side(reader: &Reader, at: usize) -> Option<(usize, i32, DateExpr)> {
    let side = match () {
        () if reader.is(at, "before") => -1,
        () if reader.is(at, "after") => 1,
        () => return None,
    };
    // What is counted from another is none, and "a week before a week before ..." would have no end.
    let begins = Class::MONTH.and(Class::HOLIDAY).and(Class::WEEKDAY).and(Class::SEASON).and(Class::QUARTER);
    let is_named = reader.kind(at + 1) == TokenKind::Number || reader.word(at + 1).is(begins);
    let (end, named) = is_named.then(|| super::point(reader, at + 1, None)).flatten()?;
    let is_plain = named.until.is_none() && named.part.is_none() && named.reference.is_none() && !named.is_vague();
    let is_told = !matches!(named.point, DatePoint::Referred { .. } | DatePoint::Relative { .. });
    (is_plain && is_told).then_some((end, side, named))
}
