//! `ordinal`: a place in a row: "the second call", "his 21st win".

use super::KindEntry;
use crate::{
    lexicon::{Class, WordGroup},
    reading::{AmountReading, Figure, Reader, is_plural},
    text::TokenKind,
    value::{
        Amount, Facts, Interval, Kind, Sort, ValueTie,
        worded::{self, WordedNumber, bounded},
    },
};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "ordinal",
        one: "an ordinal",
        also: &["rank", "position"],
        example: "2nd",
        samples: &["second", "2nd"],
        sort: Sort::Amount,
        axis: |amount, _, _| Ok(("ordinals".to_string(), amount.interval)),
        said: |interval, _| {
            bounded(interval, &|place| WordedNumber::bare(format!("number {}", worded::grouped(place))))
        },
        least: Some(0.0),
        tie: ValueTie::Belongs,
        stand_in: "second",
        ..Facts::PLAIN
    },
    begins: Class::ORDINAL.and(Class::CARDINAL),
    read,
};

fn read(reader: &Reader, at: usize, _figure: Option<&Figure>) -> Option<AmountReading> {
    let (end, place) = match reader.kind(at) {
        TokenKind::Number => in_digits(reader, at)?,
        TokenKind::Word if reader.is_capital(at) => in_words(reader, at).filter(|(end, _)| opens(reader, at, *end))?,
        TokenKind::Word => in_words(reader, at).filter(|(end, _)| {
            is_pointed_at(reader, at)
                || is_reached(reader, at, *end)
                || is_aside(reader, at, *end)
                || is_all(reader, at, *end)
        })?,
        _ => return None,
    };
    // "The first six months" is a length of time, and "the first 100 days"; not so "a second four-year term".
    let counts_on = (reader.kind(end) == TokenKind::Number || reader.word(end).is(Class::CARDINAL))
        && reader.kind(end + 1) != TokenKind::Hyphen;
    if counts_on || !ranks(reader, at, end) {
        return None;
    }
    let amount = Amount { interval: Interval::point(place), best: Some(place), ..Amount::default() };
    Some(reader.value(Kind::of(&ENTRY), at, end, amount.into()))
}

/// "21st": digits and their ending.
fn in_digits(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    let ending = reader.written(at + 1);
    if ending.len() != 2 || !reader.is_glued(at + 1) || reader.is_glued(at) {
        return None;
    }
    let number = reader.written(at);
    let teen = number.len() >= 2 && number.get(number.len() - 2..number.len() - 1) == Some("1");
    let expected = match number.bytes().last() {
        Some(b'1') if !teen => "st",
        Some(b'2') if !teen => "nd",
        Some(b'3') if !teen => "rd",
        _ => "th",
    };
    let place = number.parse::<u32>().ok().map(f64::from)?;
    ending.eq_ignore_ascii_case(expected).then_some((at + 2, place))
}

/// "second", "twenty-fifth".
fn in_words(reader: &Reader, at: usize) -> Option<(usize, f64)> {
    let word = reader.word(at);
    if word.is(Class::ORDINAL) {
        return Some((at + 1, word.number));
    }
    let next = reader.past_hyphen(at + 1);
    let unit = reader.word(next);
    let cardinal = word.is(Class::CARDINAL) && unit.is(Class::ORDINAL);
    // "The two hundredth".
    if cardinal && unit.number >= 100.0 {
        return Some((next + 1, word.number * unit.number));
    }
    let tens = cardinal && word.number >= 20.0 && unit.number < 10.0;
    tens.then(|| (next + 1, word.number + unit.number))
}

/// A word ranks where a determiner stands before it: "the second call", not "he first said".
fn is_pointed_at(reader: &Reader, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let joined = reader.is_of(before, WordGroup::PAIRED);
    let listed = joined && before > 1 && reader.word(before - 1).is(Class::ORDINAL);
    // "The miners' second strike".
    let owned = reader.kind(before) == TokenKind::SingleQuote
        && reader.is_glued(before)
        && is_plural(reader, before.wrapping_sub(1));
    listed || owned || reader.kind(before) == TokenKind::Possessive || reader.is_of(before, WordGroup::BEFORE_RANK)
}

/// "finished third", "came second in the race", "was first to arrive", "in fourth place".
fn is_reached(reader: &Reader, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if reader.is_of(before, WordGroup::IN_PLACE) {
        return reader.is(end, "place");
    }
    let closes = match reader.kind(end) {
        TokenKind::Comma | TokenKind::Stop | TokenKind::End => true,
        TokenKind::Word => reader.is_of(end, WordGroup::BEHIND_RANK),
        _ => false,
    };
    closes && reader.word(before).is(Class::RANKING)
}

/// "Oil tops $90, first time since 2029".
fn is_aside(reader: &Reader, at: usize, end: usize) -> bool {
    reader.is(end, "time")
        && at.checked_sub(1).is_some_and(|before| matches!(reader.kind(before), TokenKind::Comma | TokenKind::Dash))
}

/// "Sixth suspect arrested": at the start of a sentence, before the noun that it ranks. "First responders", "Second came".
fn opens(reader: &Reader, at: usize, end: usize) -> bool {
    let noun = reader.past_hyphen(end);
    let class = reader.word(noun);
    reader.is_sentence_start(at)
        && !reader.is(at, "first")
        && reader.kind(noun) == TokenKind::Word
        && !reader.is_capital(noun)
        && !class.is(Class::FUNCTION.and(Class::PAST))
        && !is_plural(reader, noun)
}

/// A rule may write nothing but the ordinal.
fn is_all(reader: &Reader, at: usize, end: usize) -> bool {
    reader.is_sentence_start(at) && reader.kind(end) == TokenKind::End
}

/// Whether what follows can be ranked: a noun in lower case, "of", or a compound ("second-largest"), but no share ("a third
/// of"), no fixed expression ("first lady", "second-hand") and no name ("the Sixth Fleet").
fn ranks(reader: &Reader, at: usize, end: usize) -> bool {
    let is_share = reader.is(at.wrapping_sub(1), "a") && reader.is(end, "of");
    // "in a second", "a fraction of a second".
    let is_time = reader.is(at, "second")
        && reader.is(at.wrapping_sub(1), "a")
        && (reader.kind(end) != TokenKind::Word || reader.is(at.wrapping_sub(2), "of"));
    // "120 frames a second at night".
    let rated = reader.is(at, "second")
        && reader.is(at.wrapping_sub(1), "a")
        && is_plural(reader, at.wrapping_sub(2))
        && reader.word(end).is(Class::FUNCTION);
    let is_time = is_time || rated;
    let behind = reader.past_hyphen(end);
    // "the fourth and fifth floors".
    let listed = reader.is(behind, "and") && reader.word(behind + 1).is(Class::ORDINAL);
    let fixed = reader.word(behind).is(Class::UNRANKED) && !listed;
    let named = reader.kind(end) == TokenKind::Word && reader.is_capital(end);
    let is_day = reader.kind(at) == TokenKind::Number
        && reader.is(at.wrapping_sub(1), "the")
        && reader.is(at.wrapping_sub(2), "on")
        && reader.kind(end) != TokenKind::Word;
    // "The second-to-last lap" is counted from the end.
    let from_end =
        ["to", "from"].iter().any(|word| reader.is(behind, word)) && reader.is(reader.past_hyphen(behind + 1), "last");
    // "The 2nd century BC".
    let is_century = reader.word(behind + 1).is(Class::ERA) && reader.is(behind, "century");
    !is_share && !is_time && !is_century && !from_end && !fixed && !named && !is_day
}

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("It was the second call.", &["second = ordinal number 2"]),
            ("his 21st win", &["21st = ordinal number 21"]),
            ("the twenty-fifth meeting", &["twenty-fifth = ordinal number 25"]),
            ("the country's third-largest city", &["third = ordinal number 3"]),
            ("won a second four-year term", &["second = ordinal number 2", "four-year = duration 1,461 days"]),
            ("for the fourth time", &["fourth = ordinal number 4"]),
            ("a 112th victim", &["112th = ordinal number 112"]),
            ("He finished third in the race.", &["third = ordinal number 3"]),
            ("She was first to arrive.", &["first = ordinal number 1"]),
            ("in fourth place", &["fourth = ordinal number 4"]),
            ("on the 21st floor", &["21st = ordinal number 21"]),
            ("the three hundredth visitor", &["three hundredth = ordinal number 300"]),
            ("She is the thirty-second mayor.", &["thirty-second = ordinal number 32"]),
            ("It was the bakers' second march.", &["second = ordinal number 2"]),
            ("Sixth suspect arrested after fire", &["Sixth = ordinal number 6"]),
            ("Second-largest port reopens", &["Second = ordinal number 2"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "second to none",
            "the second-to-last lap",
            "the third from last row",
            "in the 2nd century BC",
            "when he first said so",
            "at first",
            "the Sixth Fleet",
            "the first lady",
            "a second-hand car",
            "the 11st",
            "On second thoughts, no.",
            "Give me a second.",
            "a fraction of a second",
            "It was first reported there.",
            "the 117th Congress",
            "42nd Street",
            "First responders came.",
            "First minister resigns",
            "Second came the flood.",
            "Second, it was late.",
            "Third Fleet sails",
            "Second helpings were had.",
        ]);
    }
}
