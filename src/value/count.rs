//! `count`: a number of things. The thing counted is an attribute of the value, not part of its words.

use super::{
    Amount, Content, Interval, Kind, Precision,
    figure::Figure,
    kind::Entry,
    number::{is_figure, is_plural},
    reader::{Reader, Reading},
};
use crate::{
    lexicon::{Class, ZeroCount},
    text::TokenKind,
};

/// The shelf's entry.
pub const ENTRY: Entry = Entry { name: "count", example: "100,000", tolerance: Some("5,000"), rank: 1, read };

/// The thing counted has at most so many tokens: modifiers and a head.
const LONGEST_THING: usize = 7;

/// "No one on board was hurt": what befell nobody stands so near.
const NEAR: usize = 7;

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    if let Some(zero) = zero(reader, at) {
        return Some(zero);
    }
    if let Some(sum) = sum(reader, at, figure) {
        return Some(sum);
    }
    let millions = figure.filter(|figure| figure.money_only && reader.word(figure.end).is(Class::MILLIONS));
    let plain = millions.map(|figure| Figure { money_only: false, ..*figure });
    let figure = plain.as_ref().or(figure).filter(|figure| is_figure(reader, figure))?;
    let whole = whole(reader, figure);
    let of_them = pronoun(reader, figure.end);
    let thing = thing(reader, whole.or(of_them).unwrap_or(figure.end));
    if is_pronoun(reader, figure, whole.is_some()) {
        return None;
    }
    let counts = thing.as_ref().is_some_and(|thing| thing.plural || figure.best == Some(1.0));
    if !counts
        && whole.is_none()
        && of_them.is_none()
        && figure.precision != Precision::Vague
        && !suffers(reader, figure)
    {
        return None;
    }
    let part = whole.is_some() || of_them.is_some() || is_share(reader, figure);
    let of = thing.map(|thing| reader.text.slice(thing.first, thing.end).into());
    let amount = Amount { interval: figure.interval, best: figure.best, of, part, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), figure, figure.end, amount, 1.0))
}

/// "no one was hurt", "no casualties" are zero; "no reports of" is open upwards.
fn zero(reader: &Reader, at: usize) -> Option<Reading> {
    if !reader.word(at).is(Class::VAGUE) {
        return None;
    }
    let (count, zero) = reader.lexicon.zero_counts.longest(reader.ids(at))?;
    let end = at + count;
    if at.checked_sub(1).is_some_and(|before| reader.is(before, "to")) {
        return None;
    }
    let thing = thing(reader, end);
    if reader.is(at, "no") && count == 1 {
        // "no new members" is a wish or a rule more often than a number.
        let thing = thing.as_ref().filter(|thing| thing.plural)?;
        let head = reader.word(thing.end - 1);
        if head.is(Class::ABSTRACT) || thing.end > thing.first + 1 && !head.is(Class::PERSON) {
            return None;
        }
    } else if *zero == ZeroCount::None && !(end..end + NEAR).any(|at| reader.word(at).is(Class::HARM)) {
        // "No one knows" counts nothing.
        return None;
    }
    let (interval, precision) = match zero {
        ZeroCount::None => (Interval::point(0.0), Precision::Exact),
        ZeroCount::NoneKnown => (Interval::at_least(0.0), Precision::Vague),
    };
    let best = (precision == Precision::Exact).then_some(0.0);
    let of = thing.map(|thing| reader.text.slice(thing.first, thing.end).into());
    let amount = Amount { interval, best, of, ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), at, end, Content::Amount(amount));
    reading.value.precision = precision;
    Some(reading)
}

/// "a woman and three men", "two boys and a girl": the people add up.
fn sum(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Reading> {
    let (first, left) = person(reader, at, figure)?;
    if !reader.is(first, "and") {
        return None;
    }
    let upper = if reader.word(first + 1).is(Class::ARTICLE) { None } else { Figure::read(reader, first + 1) };
    let (end, right) = person(reader, first + 1, upper.as_ref())?;
    // Two figures are two values, and a reader may ask for either.
    if figure.is_some() && upper.is_some() {
        return None;
    }
    let total = left + right;
    let of = Some("people".into());
    let amount = Amount { interval: Interval::point(total), best: Some(total), of, derived: true, ..Amount::default() };
    Some(reader.value(Kind::of(&ENTRY), at, end, Content::Amount(amount)))
}

/// "a woman", "three men": one past it, and how many.
fn person(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<(usize, f64)> {
    let is_person = |index: usize| reader.word(index).is(Class::PERSON);
    match figure {
        None => (reader.word(at).is(Class::ARTICLE) && is_person(at + 1) && !is_plural(reader, at + 1))
            .then_some((at + 2, 1.0)),
        Some(figure) => {
            let fits = figure.first == at && is_person(figure.end) && is_figure(reader, figure);
            fits.then_some((figure.end + 1, figure.best?))
        }
    }
}

/// Where the thing counted begins behind "12 of the 30": behind the second figure.
fn whole(reader: &Reader, figure: &Figure) -> Option<usize> {
    if !reader.is(figure.end, "of") {
        return None;
    }
    let mut at = figure.end + 1;
    while reader.word(at).is(Class::FUNCTION) && at < figure.end + 3 {
        at += 1;
    }
    let whole = Figure::read(reader, at).filter(|whole| whole.best.is_some() && whole.end > whole.first)?;
    Some(whole.end)
}

/// Where the thing counted begins behind "12 of them".
fn pronoun(reader: &Reader, at: usize) -> Option<usize> {
    let pronouns = ["them", "whom", "us", "those"];
    (reader.is(at, "of") && pronouns.iter().any(|word| reader.is(at + 1, word))).then_some(at + 2)
}

/// "one of the leaders", "one day", "one another": a pronoun more than a number.
fn is_pronoun(reader: &Reader, figure: &Figure, whole: bool) -> bool {
    let one = figure.best == Some(1.0) && !figure.digits && figure.end == figure.first + 1;
    let points = ["the", "this", "that", "no", "any", "every", "each", "which", "another"];
    one && !whole
        && (reader.word(figure.end).is(Class::POINTED.and(Class::FUNCTION).and(Class::SHARE))
            || points.iter().any(|word| reader.is(figure.first.wrapping_sub(1), word)))
}

/// "the other two", "another five": a share of a larger number.
fn is_share(reader: &Reader, figure: &Figure) -> bool {
    figure.first.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::SHARE))
}

/// "five were killed", "killing 12", "100,000 strong": people, though nobody says so.
fn suffers(reader: &Reader, figure: &Figure) -> bool {
    if reader.is(figure.end, "strong") {
        return true;
    }
    let start = reader.hedge_before(figure.first).map_or(figure.first, |(start, _)| start);
    let before = start.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::HARM));
    let mut at = figure.end;
    while at < figure.end + 3 && reader.word(at).is(Class::PASSED_OVER) {
        at += 1;
    }
    before || reader.word(at).is(Class::HARM)
}

/// The words of the thing counted.
struct Thing {
    first: usize,
    end: usize,
    plural: bool,
}

/// The thing counted: the words behind the figure, up to its head, or to the first that cannot belong to it.
fn thing(reader: &Reader, end: usize) -> Option<Thing> {
    let mut at = end;
    if reader.is(at, "of") {
        at += 1;
    }
    let first = at;
    let ends = Class::FUNCTION.and(Class::DURATION).and(Class::MONTH).and(Class::WEEKDAY).and(Class::UNIT);
    while at < first + LONGEST_THING {
        match reader.kind(at) {
            TokenKind::Word if is_designation(reader, at) => at += 1,
            TokenKind::Word if !reader.word(at).is(ends) && !befalls(reader, at) => at += 1,
            // "two Mi-8 helicopters", "three four-storey houses".
            TokenKind::Hyphen if at > first && reader.kind(at + 1) != TokenKind::End => {
                at += 2;
                continue;
            }
            _ => break,
        }
        if is_head(reader, at - 1) && !is_head(reader, at) && reader.kind(at) != TokenKind::Hyphen {
            return Some(Thing { first, end: at, plural: true });
        }
    }
    (at > first).then_some(Thing { first, end: at, plural: false })
}

/// The letters of a type such as "Mi-8", whatever else they are the sign of.
fn is_designation(reader: &Reader, at: usize) -> bool {
    reader.is_capital(at) && reader.kind(at + 1) == TokenKind::Hyphen && reader.kind(at + 2) == TokenKind::Number
}

/// Whether the token may be the head of the thing counted: a plural, in lower case or of a people ("Americans").
fn is_head(reader: &Reader, at: usize) -> bool {
    let written = reader.written(at);
    let people = reader.is_capital(at)
        && ["ans", "is", "ns", "rs", "ts"].iter().any(|ending| written.ends_with(ending))
        && !(reader.kind(at + 1) == TokenKind::Word && reader.is_capital(at + 1));
    is_plural(reader, at) || people || reader.kind(at) == TokenKind::Word && reader.word(at).is(Class::PLURAL)
}

/// "five killed": a verb, and nothing counted; "five injured" are the injured.
fn befalls(reader: &Reader, at: usize) -> bool {
    reader.word(at).is(Class::HARM) && !reader.word(at).is(Class::PLURAL) && !is_plural(reader, at)
}

#[cfg(test)]
mod tests {
    use crate::value::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("Some 100,000 Dutch farmers", &["Some 100,000 = count 90,000 to 110,000 of Dutch farmers"]),
            ("killed at least five people", &["at least five = count at least 5 of people"]),
            ("Five were killed.", &["Five = count 5"]),
            ("A blast killed 12 in the port.", &["12 = count 12"]),
            ("the dead, 12 of them children", &["12 = count 12 of children, a part"]),
            ("a woman and three men", &["a woman and three men = count 4 of people, derived"]),
            ("two women and three men", &["two = count 2 of women", "three = count 3 of men"]),
            ("12 of the 30 passengers", &["12 = count 12 of passengers, a part", "30 = count 30 of passengers"]),
            ("the other two crew members", &["two = count 2 of crew members, a part"]),
            ("No one was hurt.", &["No one = count 0"]),
            ("no casualties", &["no = count 0 of casualties"]),
            ("There were no reports of injuries.", &["no reports of = count at least 0 of injuries"]),
            ("2.6m people", &["2.6m = count 2.6 million of people"]),
            ("from 10 to as many as 20 boats", &["from 10 to as many as 20 = count 10 to 20 of boats"]),
            ("10 or 12 boats", &["10 or 12 = count 10 to 12 of boats"]),
            ("some 40-odd houses", &["some 40-odd = count 36 to 44 of houses"]),
            ("500-plus guests", &["500-plus = count at least 500 of guests"]),
            ("30,000+ people", &["30,000+ = count at least 30,000 of people"]),
            ("~50 boats", &["~50 = count 45 to 55 of boats"]),
            ("100 or so boats", &["100 or so = count 90 to 110 of boats"]),
            ("no fewer than 30 boats", &["no fewer than 30 = count at least 30 of boats"]),
            ("two Mi-8 helicopters", &["two = count 2 of Mi-8 helicopters"]),
            ("five Americans were held", &["five = count 5 of Americans"]),
            ("nineteen hundred sheep", &["nineteen hundred = count 1,900 of sheep"]),
            ("one and a half million people", &["one and a half million = count 1.5 million of people"]),
            ("two to three hundred boats", &["two to three hundred = count 200 to 300 of boats"]),
            ("a couple of boats", &["a couple = count 2 to 3 of boats"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "one of the leaders",
            "No one knows why.",
            "the one who left",
            "one side",
            "They met one another.",
            "There are no plans to go.",
            "Air Force One landed.",
            "the Group of Seven",
            "Call 555-1234.",
            "No. 5",
            "pp. 12",
        ]);
    }
}
