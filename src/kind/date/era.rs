//! Years by what stands beside them: "440 BC", "AD 79", "circa 1450", "closed around 1990".

use super::absolute::year_number;
use crate::{
    lexicon::{Class, WordGroup},
    reading::{Reader, is_plural},
    text::TokenKind,
    value::date::{DateExpr, DatePoint},
};

/// No year that a text names with its era lies farther off.
const FARTHEST: i32 = 100_000;
/// "Circa 1450" is so many years around it.
const ABOUT: i32 = 5;

/// "440 BC", "AD 79", "79 AD", "circa 1450", "c. 1450", "around 1990": a year by what stands beside it; its first and last token.
pub(super) fn of_era(reader: &Reader, at: usize) -> Option<(usize, DateExpr)> {
    let lead = era_word(reader, at);
    let eras = WordGroup::OUR_ERA.and(WordGroup::CIRCA).and(WordGroup::NEAR_YEAR);
    if !reader.word(at + 1).is(Class::ERA) && !reader.is_of(at + 1, eras) && !reader.is_of(lead, eras) {
        return None;
    }
    let digits: String = reader.written(at).chars().filter(|letter| *letter != ',').collect();
    let year: i32 = digits.parse().ok().filter(|year| (1..=FARTHEST).contains(year))?;
    if reader.is_glued(at) && !matches!(reader.kind(at - 1), TokenKind::Open | TokenKind::DoubleQuote) {
        return None;
    }
    let next = at + 1;
    let stop = |end: usize| if reader.kind(end) == TokenKind::AbbreviationStop { end + 1 } else { end };
    let word = lead;
    if reader.word(next).is(Class::ERA) && reader.is_capital(next) {
        // There was no year 0: 1 BC is the year before 1.
        return Some((stop(next + 1), DatePoint::Year { year: 1 - year }.into()));
    }
    let era = |at: usize| reader.is_of(at, WordGroup::OUR_ERA) && reader.is_capital(at);
    if year <= 2000 && era(next) {
        return Some((stop(next + 1), DatePoint::Year { year }.into()));
    }
    if year <= 2000 && reader.is_of(word, WordGroup::OUR_ERA) && reader.written(word).starts_with("A") && era(word) {
        return Some((next, DatePoint::Year { year }.into()));
    }
    let is_year = year_number(reader, at).is_some();
    let circa = reader.is_of(word, WordGroup::CIRCA) && (is_year || reader.is(word, "circa"))
        || reader.is_of(word, WordGroup::NEAR_YEAR) && is_year && word + 1 == at && is_near(reader, at);
    circa.then(|| {
        let until = Some(DatePoint::Year { year: year + ABOUT });
        (next, DateExpr { until, ..DatePoint::Year { year: year - ABOUT }.into() })
    })
}

/// The first token of a year at `at`, with the "AD" or "circa" before it.
pub(super) fn start(reader: &Reader, at: usize, end: usize) -> usize {
    let word = era_word(reader, at);
    let named = reader.is_of(word, WordGroup::OUR_ERA.and(WordGroup::CIRCA).and(WordGroup::NEAR_YEAR))
        && of_era(reader, at).is_some_and(|found| found.0 == end);
    if named && word < at && !reader.word(end - 1).is(Class::ERA) { word } else { at }
}

/// The word before a year at `at`, its full stop aside: the "c" of "c. 1450", which is no initial.
fn era_word(reader: &Reader, at: usize) -> usize {
    let before = at.wrapping_sub(1);
    let word = before.wrapping_sub(1);
    match reader.kind(before) {
        TokenKind::AbbreviationStop => word,
        TokenKind::Stop if reader.is_of(word, WordGroup::CIRCA) && !reader.is_capital(word) => word,
        _ => before,
    }
}

/// "Closed around 1990", "by about 1700": whether "about" before the four digits at `at` is of a year: a word that leads to a
/// year or a deed stands before, nothing that rises or falls, and nothing is counted behind.
fn is_near(reader: &Reader, at: usize) -> bool {
    let lead = at.wrapping_sub(2);
    let next = at + 1;
    let counted = match reader.kind(next) {
        TokenKind::Word if reader.is(next, "of") => true,
        TokenKind::Word => !reader.word(next).is(Class::FUNCTION.and(Class::PAST)) || is_plural(reader, next),
        TokenKind::Stop | TokenKind::Comma | TokenKind::Close | TokenKind::End | TokenKind::Dash => false,
        _ => true,
    };
    let (led, deed) = (reader.word(lead), reader.written(lead).ends_with("ed"));
    let changes = led.is(Class::CHANGE) || reader.word(lead.wrapping_sub(1)).is(Class::CHANGE);
    // "In about 1990", "built around 1990", and not "left about 1990".
    let dated = led.is(Class::LEADS_DATE) && !led.is_of(WordGroup::NO_LEAD)
        || reader.is(at.wrapping_sub(1), "around")
            && (led.is(Class::PAST) || deed)
            && reader.kind(lead) == TokenKind::Word;
    dated && !changes && !counted
}
