//! `age`: how old somebody is: "23-year-old", "aged 23", "Smith, 23,", "in her 40s".

mod behind_name;
mod decade;

use super::KindEntry;
use crate::{
    lexicon::{Class, WordGroup},
    reading::{AmountReading, Figure, Reader, is_plural},
    text::TokenKind,
    value::{
        Amount, Distance, Facts, Interval, Kind, Precision, Sort, ValueTie,
        worded::{self, WordedNumber, bounded},
    },
};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "age",
        one: "an age",
        example: "23 years old",
        samples: &["23 years old", "23-year-old", "23"],
        tolerance: Some("2 years"),
        rank: 3,
        alone: true,
        sort: Sort::Amount,
        distance: Distance::YearsOrShare,
        axis: |amount, _, _| Ok(("years of age".to_string(), amount.interval.scaled(years(amount)))),
        said: |interval, _| bounded(interval, &|years| WordedNumber::bare(worded::grouped(years)).of("years old")),
        least: Some(0.0),
        no_unit: super::SPANS_OF_TIME,
        tie: ValueTie::Belongs,
        stand_in: "23",
        stand_in_before: "23-year-old",
        ..Facts::PLAIN
    },
    begins: Class::DECADE.and(Class::DATE_PART),
    read,
};

/// Nobody is older; a larger number behind a name is something else.
const OLDEST: f64 = 120.0;

/// A list of ages has at most so many tokens.
const LONGEST_LIST: usize = 8;

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    if let Some(decade) = decade::decade(reader, at) {
        return Some(decade);
    }
    let figure = figure.filter(|figure| !figure.money_only)?;
    if let Some(old) = old(reader, figure) {
        return Some(old);
    }
    let figure = Some(figure).filter(|figure| figure.interval.hi <= 10.0 * OLDEST)?;
    ages(reader, figure)
        .or_else(|| aged(reader, figure))
        .or_else(|| side(reader, figure))
        .or_else(|| told(reader, figure))
        .or_else(|| of_somebody(reader, figure))
        .or_else(|| of_two(reader, figure))
        .or_else(|| now_aged(reader, figure))
        .or_else(|| behind_name::behind_name(reader, figure))
        .or_else(|| grouped(reader, figure))
}

/// "The 8-10 age group", "in the 18-to-24 age range".
fn grouped(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let group = reader.past_hyphen(figure.end);
    let named = reader.is(group, "age") && reader.is_of(reader.past_hyphen(group + 1), WordGroup::AGE_GROUP);
    let fits = named && figure.digits && figure.interval.hi <= OLDEST && figure.precision == Precision::Range;
    fits.then(|| reader.amount(Kind::of(&ENTRY), figure, figure.end, as_age(figure, "year"), 1.0))
}

fn as_age(figure: &Figure, unit: &str) -> Amount {
    Amount { interval: figure.interval, best: figure.best, unit: Some(unit.into()), ..Amount::default() }
}

/// Years of an age's own unit.
fn years(amount: &Amount) -> f64 {
    match amount.unit.as_deref() {
        Some("month") => 1.0 / 12.0,
        Some("week") => 7.0 / 365.25,
        Some("day") => 1.0 / 365.25,
        _ => 1.0,
    }
}

/// "23-year-old", "10 months old", "16-year-olds", and the "9" of "9- and 11-year-old".
fn old(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let whole = |figure: &Figure, end: usize, unit: &str| {
        reader.amount(Kind::of(&ENTRY), figure, end, as_age(figure, unit), 1.0)
    };
    if let Some((end, unit)) = old_unit(reader, figure) {
        return Some(whole(figure, end, unit));
    }
    let (first, (_, unit)) = figure.shared(reader, |last| old_unit(reader, last))?;
    Some(whole(&first, figure.end, unit))
}

/// One past "years old", and the unit.
fn old_unit<'a>(reader: &Reader<'a>, figure: &Figure) -> Option<(usize, &'a str)> {
    let at = reader.past_hyphen(figure.end);
    // "43 y/o".
    if reader.is(at, "y") && reader.kind(at + 1) == TokenKind::Slash && reader.is(at + 2, "o") {
        let year = reader.lexicon.durations.iter().find(|unit| unit.name == "year")?;
        return Some((at + 3, year.name.as_str()));
    }
    let index = usize::from(reader.word(at).duration).checked_sub(1)?;
    let unit = reader.lexicon.durations.get(index)?;
    let end = reader.past_hyphen(at + 1);
    let is_old = reader.is(end, "old") || reader.is(end, "olds") || reader.is(end, "of") && reader.is(end + 1, "age");
    let end = if reader.is(end, "of") { end + 2 } else { end + 1 };
    (is_old && unit.ages).then_some((end, unit.name.as_str()))
}

/// "between the ages of 6 and 11".
fn ages(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let from = figure.first.checked_sub(4).filter(|_| reader.is(figure.end, "and"))?;
    let begins = reader.is(from, "between") && reader.is(from + 1, "the");
    if !begins || !reader.is(from + 2, "ages") || !reader.is(from + 3, "of") {
        return None;
    }
    let upper = Figure::read(reader, figure.end + 1)?;
    let (low, top) = (figure.best?, upper.best?);
    let range = Figure { first: from, interval: Interval::closed(low, top), best: None, ..upper };
    let range = Figure { precision: Precision::Range, ..range };
    (low < top && top <= OLDEST)
        .then(|| reader.amount(Kind::of(&ENTRY), &range, range.end, as_age(&range, "year"), 1.0))
}

/// "Children under 12", "those over 65", "the under-16s", "voters 65 and older": an age by the side of it that counts.
fn side(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    if figure.interval.hi > OLDEST && figure.interval.hi.is_finite() || figure.precision == Precision::Vague {
        return None;
    }
    let whole = |end: usize| Some(reader.amount(Kind::of(&ENTRY), figure, end, as_age(figure, "year"), 1.0));
    let last = figure.end.wrapping_sub(1);
    if figure.end > figure.first + 1 && (reader.is(last, "older") || reader.is(last, "younger")) {
        return whole(figure.end);
    }
    // "Those 65 and up", "anyone 18+".
    let is_least = reader.is(last, "up") || reader.written(last) == "+";
    if figure.end > figure.first + 1 && is_least && reader.is_of(figure.first.wrapping_sub(1), WordGroup::WHOEVER) {
        return whole(figure.end);
    }
    let plural = reader.is(figure.end, "s") && reader.is_glued(figure.end);
    let joint = figure.first.checked_sub(1)?;
    let start = reader.start_of(figure);
    if plural && figure.digits {
        let aside = || if is_side(reader, start) { whole(figure.end + 1) } else { None };
        return hyphened(reader, figure, joint).or_else(aside);
    }
    let noun = start.checked_sub(1).filter(|_| is_side(reader, start))?;
    let counted = reader.word(noun).is(Class::PERSON) || reader.is_of(noun, WordGroup::WHOEVER);
    let next = reader.past_hyphen(figure.end);
    let measures = Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT).and(Class::MAGNITUDE);
    let counts = reader.word(next).is(measures)
        || is_plural(reader, next)
        || matches!(reader.kind(next), TokenKind::Percent | TokenKind::Colon | TokenKind::Slash);
    if counted && !counts { whole(figure.end) } else { None }
}

/// Whether a reading begins with "under" or "over".
fn is_side(reader: &Reader, first: usize) -> bool {
    reader.is_of(first, WordGroup::AGE_SIDES)
}

/// "under-16s".
fn hyphened(reader: &Reader, figure: &Figure, joint: usize) -> Option<AmountReading> {
    let first = joint.checked_sub(1).filter(|_| reader.kind(joint) == TokenKind::Hyphen)?;
    of_side(reader, first, figure.end + 1, figure.best?)
}

/// The ages on the side that the word at `first` names.
fn of_side(reader: &Reader, first: usize, end: usize, years: f64) -> Option<AmountReading> {
    let (interval, precision) = if reader.is(first, "under") {
        (Interval { lo: 0.0, hi: years, lo_open: false, hi_open: true }, Precision::LessThan)
    } else if reader.is(first, "over") {
        (Interval { lo: years, hi: f64::INFINITY, lo_open: true, hi_open: true }, Precision::MoreThan)
    } else {
        return None;
    };
    let amount = Amount { interval, best: Some(years), unit: Some("year".into()), ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), first, end, amount.into());
    reading.value.hedge = Some(reader.written(first).into());
    reading.value.precision = precision;
    Some(reading)
}

/// "He is 58.", "who was 58 when", "she turned 90 on Sunday".
fn told(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let verb = reader.start_of(figure).checked_sub(1)?;
    if !matches!(reader.kind(verb), TokenKind::Word | TokenKind::Possessive) {
        return None;
    }
    // "At 38, he is the oldest."
    let he = reader.is_of(figure.end + 1, WordGroup::HE_SHE);
    let told_at =
        reader.is_sentence_start(verb) && reader.is(verb, "at") && reader.kind(figure.end) == TokenKind::Comma;
    let is_one = verb.checked_sub(1).is_some_and(|before| reader.is_of(before, WordGroup::TOLD_OF));
    let is_verb = reader.is_of(verb, WordGroup::AGE_VERBS);
    let says = is_one && (is_verb || reader.kind(verb) == TokenKind::Possessive);
    let next = figure.end;
    let closes = match reader.kind(next) {
        TokenKind::Stop | TokenKind::Comma | TokenKind::End | TokenKind::DoubleQuote | TokenKind::Dash => true,
        TokenKind::Word => reader.is_of(next, WordGroup::BEHIND_AGE),
        _ => false,
    };
    let fits = figure.interval.hi <= OLDEST && figure.best.is_some_and(|best| best >= 2.0 && best.fract() == 0.0);
    (fits && (says && closes || he && told_at))
        .then(|| reader.amount(Kind::of(&ENTRY), figure, next, as_age(figure, "year"), 1.0))
}

/// Nobody tells an hour so late: "died at 91".
const LATEST_HOUR: f64 = 24.0;

/// "A woman of 34 was held", "he died at 91".
fn of_somebody(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let lead = figure.first.checked_sub(1)?;
    let (of, at_age) = (reader.is(lead, "of"), reader.is(lead, "at"));
    if !of && !at_age {
        return None;
    }
    let (next, noun) = (figure.end, lead.checked_sub(1)?);
    let closes = match reader.kind(next) {
        TokenKind::Stop | TokenKind::Comma | TokenKind::End | TokenKind::DoubleQuote | TokenKind::Dash => true,
        TokenKind::Word => reader.word(next).is(Class::FUNCTION.and(Class::PAST)) && !reader.is_capital(next),
        _ => false,
    };
    let whole = figure.best.is_some_and(|best| best >= 2.0 && best.fract() == 0.0 && best <= OLDEST);
    let person = of && reader.is_of(noun, WordGroup::OF_AN_AGE) && reader.word(noun.wrapping_sub(1)).is(Class::ARTICLE);
    let deed = at_age && reader.is_of(noun, WordGroup::AT_AN_AGE) && figure.best > Some(LATEST_HOUR);
    let fits = whole && closes && (person || deed);
    fits.then(|| reader.amount(Kind::of(&ENTRY), figure, next, as_age(figure, "year"), 1.0))
}

/// "Ada Quill, now 34, left", "aged just 12".
fn now_aged(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let (at, lead) = (figure.first, figure.first.checked_sub(2)?);
    if !reader.is_of(at - 1, WordGroup::NOW_AGED) {
        return None;
    }
    let plain = figure.digits && figure.end == at + 1 && figure.best.is_some_and(|best| best.fract() == 0.0);
    if !plain || figure.interval.hi > OLDEST {
        return None;
    }
    let comma = |at: usize| reader.kind(at) == TokenKind::Comma;
    let name = lead.wrapping_sub(1);
    let named = comma(lead)
        && reader.is_capital(name)
        && reader.kind(name) == TokenKind::Word
        && !reader.word(name).is(Class::MONTH.and(Class::WEEKDAY).and(Class::LABEL).and(Class::FUNCTION));
    let closes = comma(figure.end) && reader.kind(figure.end + 1) != TokenKind::Number;
    let aged = reader.is(lead, "aged") && !reader.is(at - 1, "aged");
    (named && closes || aged && (closes || reader.kind(figure.end) == TokenKind::Stop))
        .then(|| reader.value(Kind::of(&ENTRY), at, at + 1, as_age(figure, "year").into()))
}

/// "The boys, 8 and 10, were found": two ages between commas behind as many.
fn of_two(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let at = figure.first;
    if figure.end != at + 1 || !figure.digits || !reader.is(at + 1, "and") && !reader.is(at.wrapping_sub(1), "and") {
        return None;
    }
    let digits = |at: usize| reader.kind(at) == TokenKind::Number && reader.written(at).len() <= 2;
    let comma = |at: usize| reader.kind(at) == TokenKind::Comma;
    let pair = |first: usize| {
        let people = first.wrapping_sub(2);
        digits(first)
            && reader.is(first + 1, "and")
            && digits(first + 2)
            && comma(first.wrapping_sub(1))
            && comma(first + 3)
            && reader.word(people).is(Class::PERSON)
            && is_plural(reader, people)
    };
    let fits = pair(at) || pair(at.wrapping_sub(2));
    fits.then(|| reader.value(Kind::of(&ENTRY), at, at + 1, as_age(figure, "year").into()))
}

/// "aged 23", "aged between 10 and 20", "at the age of 12", "age 5".
fn aged(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let start = reader.start_of(figure);
    let before = start.checked_sub(1)?;
    if !matches!(reader.kind(before), TokenKind::Word | TokenKind::Comma) {
        return None;
    }
    let says = reader.is(before, "aged")
        || (reader.is(before, "age") || reader.is(before, "ages")) && figure.first == start
        || (reader.is(before, "of") && start >= 2 && (reader.is(start - 2, "age") || reader.is(start - 2, "ages")))
        || is_listed(reader, before)
        || is_both(reader, figure, before);
    let unit = reader.past_hyphen(figure.end);
    let counts = reader.word(unit).is(Class::DURATION.and(Class::UNIT).and(Class::MAGNITUDE));
    // "Under the age of 7 years".
    let of_years = reader.is(before, "of") && (reader.is(unit, "years") || reader.is(unit, "year"));
    let end = if of_years { unit + 1 } else { figure.end };
    // "Under the age of 7".
    let sided = start.checked_sub(4).filter(|_| reader.is(before, "of") && reader.is(start - 3, "the"));
    if let (Some(years), Some(side)) = (figure.best.filter(|_| !counts || of_years), sided)
        && let Some(found) = of_side(reader, side, end, years)
    {
        return Some(found);
    }
    let fits = says && (!counts || of_years) && figure.interval.hi <= OLDEST && figure.precision != Precision::Vague;
    fits.then(|| reader.amount(Kind::of(&ENTRY), figure, end, as_age(figure, "year"), 1.0))
}

/// "the suspects, both 19, were held".
fn is_both(reader: &Reader, figure: &Figure, before: usize) -> bool {
    let comma = |at: usize| matches!(reader.kind(at), TokenKind::Comma | TokenKind::Dash);
    let closes = comma(figure.end) || reader.kind(figure.end) == TokenKind::Stop;
    reader.is(before, "both") && comma(before.wrapping_sub(1)) && closes && figure.digits
}

/// "aged 16, 17 and 19": whether what stands before a figure is a list of ages.
fn is_listed(reader: &Reader, before: usize) -> bool {
    let opens = |at: usize| reader.is(at, "aged") || reader.is(at, "ages");
    if !(before.saturating_sub(LONGEST_LIST)..before).any(opens) {
        return false;
    }
    let mut at = before;
    let joins = |at: usize| reader.kind(at) == TokenKind::Comma || reader.is_of(at, WordGroup::PAIRED);
    let counts = |at: usize| reader.kind(at) == TokenKind::Number || reader.word(at).is(Class::CARDINAL);
    if !joins(at) {
        return false;
    }
    while before - at < LONGEST_LIST && (joins(at) || counts(at)) {
        let Some(left) = at.checked_sub(1) else { return false };
        at = left;
    }
    opens(at)
}

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

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
            ("The minister, 58, left.", &["58 = age 58 years old"]),
            ("The man at the controls, 42, was held.", &["42 = age 42 years old"]),
            ("Ada Quill (34) left.", &["34 = age 34 years old"]),
            ("He is 58.", &["58 = age 58 years old"]),
            ("She turned 90 on Sunday.", &["90 = age 90 years old", "Sunday = date 26 December 2021"]),
            ("boys aged 13, 15 and 16", &["13 = age 13 years old", "15 = age 15 years old", "16 = age 16 years old"]),
            ("between the ages of 6 and 11", &["between the ages of 6 and 11 = age 6 to 11 years old"]),
            ("Riders under the age of 7 years need one.", &["under the age of 7 years = age less than 7 years old"]),
            ("nobody over the age of 65", &["over the age of 65 = age more than 65 years old"]),
            (
                "Ana Lund, 33; Bo Lind, 41; Cy Dahl, 12.",
                &["33 = age 33 years old", "41 = age 41 years old", "12 = age 12 years old"],
            ),
            ("A woman of 34 was held.", &["34 = age 34 years old"]),
            ("Ada Quill, now 34, left.", &["now = date unknown (it names no day)", "34 = age 34 years old"]),
            ("Ada Quill, then 34, left.", &["34 = age 34 years old"]),
            ("Those 65 and up left.", &["65 and up = age at least 65 years old"]),
            ("Anyone 18+ may go.", &["18+ = age at least 18 years old"]),
            ("A man in his early to mid 30s left.", &[]),
            ("A boy of nine was found.", &["nine = age 9 years old"]),
            ("He died at 91 in Selm.", &["91 = age 91 years old"]),
            (
                "Two boys, 8 and 10, were found.",
                &["Two = count 2 of boys", "8 = age 8 years old", "10 = age 10 years old"],
            ),
            ("then mr hask , 89 , left .", &["89 = age 89 years old"]),
            ("then for all , 89 , left .", &["89 = number 89"]),
            ("children under 12", &["under 12 = age less than 12 years old"]),
            ("people aged 65 and over", &["65 and over = age at least 65 years old"]),
            ("voters 65 and older", &["65 and older = age at least 65 years old"]),
            ("the under-16s", &["under-16s = age less than 16 years old"]),
            ("both in their 20s and 30s", &["20s = age 20 to 29 years old", "30s = age 30 to 39 years old"]),
            ("a man in his seventies", &["seventies = age 70 to 79 years old"]),
            ("18-to-24-year-olds", &["18-to-24-year-olds = age 18 to 24 years old"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&["the age of reason", "of all ages", "Psalm 23,", "old age", "He died at 40 Elm Street."]);
        // Others are told by a number too.
        check(&[
            ("a mother of 12", &["12 = number 12"]),
            ("It sank with a child of 12 villagers.", &["12 = count 12 of villagers"]),
            ("Two boats, 8 and 10, sank.", &["Two = count 2 of boats", "8 = number 8", "10 = number 10"]),
        ]);
    }
}
