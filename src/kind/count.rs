//! `count`: a number of things. The thing counted is an attribute of the value, not part of its words.

use super::KindEntry;
use crate::{
    lexicon::{Class, WordGroup, ZeroCount},
    reading::{AmountReading, Figure, Reader, Thing, is_figure, is_plural, past_determiners},
    text::TokenKind,
    value::{Amount, Facts, Family, Interval, Kind, Precision, Sort, ValueTie},
};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "count",
        one: "a count",
        also: &["integer", "int", "total", "amount", "quantity", "figure"],
        example: "100,000",
        samples: &["100,000", "tens of thousands", "two"],
        tolerance: Some("5,000"),
        rank: 1,
        sort: Sort::Amount,
        family: Family::Bare,
        axis: super::number::axis,
        said: super::number::said,
        least: Some(0.0),
        no_unit: super::number::NO_UNIT,
        tie: ValueTie::Counts,
        stand_in: "12",
        ..Facts::PLAIN
    },
    begins: Class::VAGUE.and(Class::ARTICLE),
    read,
};

/// "No one on board was hurt": what befell nobody stands so near.
const NEAR: usize = 7;

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    if let Some(zero) = zero(reader, at) {
        return Some(zero);
    }
    if let Some(sum) = sum(reader, at, figure) {
        return Some(sum);
    }
    if let Some(compound) = compound(reader, figure?) {
        return Some(compound);
    }
    let plain = in_millions(reader, figure?);
    let counts = |figure: &&Figure| is_figure(reader, figure) && !figure.is_share() && !figure.is_spoken_pair(reader);
    let figure = plain.as_ref().or(figure).filter(counts)?;
    let whole = whole(reader, figure);
    let of_them = pronoun(reader, figure.end);
    // "56 of which held goods" is about what stands before.
    let relative = of_them.is_some_and(|at| reader.word(at).is(Class::PAST));
    // "Thousands flee": behind a word that counts by itself, and behind "of them", only a plural is a noun for certain.
    let sure = of_them.is_some()
        || figure.precision == Precision::Vague && !reader.is(figure.end, "of")
        || reader.is(figure.end, "strong");
    let thing = Thing::read(reader, whole.or(of_them).unwrap_or(figure.end))
        .filter(|thing| !relative && (thing.plural || !sure))
        // "the 2028 Games".
        .filter(|thing| !figure.is_year(reader) || !reader.is_capital(thing.end - 1));
    // "from 12 to 18 boats", where the range is a change.
    let from = reader.is(figure.first.wrapping_sub(1), "from") && reader.is(figure.end, "to");
    let plural = |last: &Figure| Thing::read(reader, last.end).filter(|thing| thing.plural);
    let shared = if thing.is_none() && from { figure.shared(reader, plural) } else { None };
    let figure = &shared.map_or(*figure, |(figure, _)| figure);
    let thing = thing.or(shared.map(|(_, thing)| thing));
    // "Model year 2030 cars".
    if figure.is_year(reader) && reader.is(figure.first.wrapping_sub(1), "year") {
        return None;
    }
    if whole.is_none() && is_pronoun(reader, figure) {
        return None;
    }
    // "nine others were hurt": a share, of whatever they are.
    let others = reader.is(figure.end, "others");
    // "100 thousands fled".
    let plural = reader.word(figure.end - 1).is(Class::SUFFIX) && reader.written(figure.end - 1).ends_with('s');
    let counts = others || plural || thing.as_ref().is_some_and(|thing| thing.plural || figure.best == Some(1.0));
    if !counts
        && !adds(reader, figure)
        && whole.is_none()
        && of_them.is_none()
        && figure.precision != Precision::Vague
        && !suffers(reader, figure)
    {
        return None;
    }
    // "four of the injured".
    let of_all = reader.is(figure.end, "of") && reader.word(figure.end + 1).is(Class::DETERMINER);
    let part = whole.is_some() || of_them.is_some() || of_all || is_share(reader, figure);
    let of = if others { Some("others".into()) } else { thing.map(|thing| thing.words(reader)) };
    let amount = Amount { interval: figure.interval, best: figure.best, of, part, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), figure, figure.end, amount, 1.0))
}

/// "2.6m people", "1.5m Dutch farmers": a million of what nobody has metres of.
fn in_millions(reader: &Reader, figure: &Figure) -> Option<Figure> {
    if !figure.money_only {
        return None;
    }
    let thing = Thing::read(reader, figure.end).filter(|thing| thing.plural)?;
    // "3.4m combined containers", "12m of its pumps": a length has no such words behind it.
    let first = reader.written(thing.first);
    let joined = first.ends_with("ed") && thing.end > thing.first + 1 && !reader.is_capital(thing.first);
    let of_its = reader.is(figure.end, "of") && reader.word(figure.end + 1).is(Class::DETERMINER);
    let counted = reader.word(thing.end - 1).is(Class::MILLIONS) || joined || of_its;
    counted.then_some(Figure { money_only: false, ..*figure })
}

/// "a 12-member panel", "the 100,000-strong force": the compound counts what its noun names; of "strong", nobody says what.
fn compound(reader: &Reader, figure: &Figure) -> Option<AmountReading> {
    let (figure, of) = match compound_noun(reader, figure) {
        Some(of) => (*figure, of),
        // "five- and six-storey".
        None => figure.shared(reader, |last| compound_noun(reader, last))?,
    };
    let amount = Amount { interval: figure.interval, best: figure.best, of, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), &figure, figure.end, amount, 1.0))
}

/// The noun of a compound; inside, none of "strong".
#[allow(clippy::option_option, reason = "a compound without a noun is a compound")]
fn compound_noun(reader: &Reader, figure: &Figure) -> Option<Option<Box<str>>> {
    let noun = figure.end + 1;
    let counts =
        reader.word(noun).is(Class::COMPOUND) && figure.best.is_none_or(|best| best >= 2.0 || best.fract() > 0.0);
    if reader.kind(figure.end) != TokenKind::Hyphen || !counts {
        return None;
    }
    let whole = Figure { end: noun + 1, ..*figure };
    let joined = matches!(reader.kind(whole.end), TokenKind::Hyphen | TokenKind::Slash);
    if joined || !is_figure(reader, &whole) {
        return None;
    }
    Some((!reader.is(noun, "strong")).then(|| reader.written(noun).into()))
}

/// "no one was hurt", "no casualties" are zero; "no reports of" is open upwards.
fn zero(reader: &Reader, at: usize) -> Option<AmountReading> {
    if !reader.word(at).is(Class::VAGUE) {
        return None;
    }
    let (count, zero) = reader.lexicon.zero_counts.longest(reader.ids(at))?;
    let end = at + count;
    if at.checked_sub(1).is_some_and(|before| reader.is(before, "to")) {
        return None;
    }
    let thing = Thing::read(reader, end);
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
    let of = thing.map(|thing| thing.words(reader));
    let amount = Amount { interval, best, of, ..Amount::default() };
    let mut reading = reader.value(Kind::of(&ENTRY), at, end, amount.into());
    reading.value.precision = precision;
    Some(reading)
}

/// "a woman and three men", "two boys and a girl": the people add up.
fn sum(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
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
    let exactly = |number| Amount { interval: Interval::point(number), best: Some(number), ..Amount::default() };
    let amount = exactly(left).and(&exactly(right), &reader.lexicon.anybody);
    Some(reader.value(Kind::of(&ENTRY), at, end, amount.into()))
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
    let first = past_determiners(reader, figure.end + 1);
    let mut at = first;
    // "six of their last seven games".
    let passed = Class::SHIFT.and(Class::WHICH).and(Class::SHARE);
    while (reader.word(at).is(passed) || reader.word(at).is(Class::HEDGE_END) || reader.is(at, "only"))
        && at < first + 4
    {
        at += 1;
    }
    let whole = Figure::read(reader, at).filter(|whole| whole.best.is_some() && whole.end > whole.first)?;
    let measured = reader.word(reader.past_hyphen(whole.end)).is(Class::UNIT.and(Class::DURATION).and(Class::PERCENT));
    (!measured).then_some(whole.end)
}

/// Where the thing counted begins behind "12 of them".
fn pronoun(reader: &Reader, at: usize) -> Option<usize> {
    let pronoun = reader.is_of(at + 1, WordGroup::THEM.and(WordGroup::US)) || reader.is(at + 1, "which");
    (reader.is(at, "of") && pronoun).then_some(at + 2)
}

/// "one of the leaders", "one day", "one another": a pronoun more than a number.
fn is_pronoun(reader: &Reader, figure: &Figure) -> bool {
    let one = figure.best == Some(1.0) && !figure.digits && figure.end == figure.first + 1;
    one && (reader.word(figure.end).is(Class::POINTED.and(Class::FUNCTION).and(Class::SHARE))
        || reader.is_of(figure.first.wrapping_sub(1), WordGroup::BEFORE_ONE))
}

/// "the other two", "another five": a share of a larger number.
fn is_share(reader: &Reader, figure: &Figure) -> bool {
    let start = reader.start_of(figure);
    start.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::SHARE))
        || reader.word(figure.end).is(Class::SHARE)
        || reader.is(figure.end, "others") && !befell_otherwise(reader, figure, start)
        || reader.is_of(figure.end, WordGroup::MORE) && !reader.is(figure.end + 1, "than")
}

/// "Nine were killed and 12 others were hurt": the others are all that were hurt, where what is told before befell nobody else so.
fn befell_otherwise(reader: &Reader, figure: &Figure, start: usize) -> bool {
    let harms = |at: &usize| reader.word(*at).is(Class::HARM);
    let passed = |at: &usize| reader.word(*at).is(Class::PASSED_OVER.and(Class::DEEMED));
    let behind = figure.end + 1 + (figure.end + 1..figure.end + 4).take_while(passed).count();
    let before = start.checked_sub(1).filter(harms);
    let Some(own) = Some(behind).filter(harms).or(before) else { return false };
    let (relations, stems) = (reader.lexicon.relations(), reader.lexicon.stems());
    let harm = |at: usize| relations.said_alike(&stems.key(reader.written(at))).to_string();
    let told: Vec<usize> = (reader.range().start..start).filter(harms).filter(|at| *at != own).collect();
    !told.is_empty() && told.into_iter().all(|at| harm(at) != harm(own))
}

/// "options for 15 more.", "and another 12.": more of what has been counted.
fn adds(reader: &Reader, figure: &Figure) -> bool {
    let whole = figure.best.is_some_and(|best| best >= 1.0 && best.fract() == 0.0);
    let more = reader.is(figure.end, "more");
    whole && is_share(reader, figure) && reader.kind(figure.end + usize::from(more)) != TokenKind::Word
}

/// "five were killed", "killing 12", "100,000 strong": people, though nobody says so.
fn suffers(reader: &Reader, figure: &Figure) -> bool {
    if reader.is(figure.end, "strong") {
        return true;
    }
    let start = reader.start_of(figure);
    let before = start.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::HARM));
    let end = figure.end + usize::from(reader.is(figure.end, "more"));
    let mut at = end;
    // "30 are feared dead", "six more were hurt".
    while at < end + 4 && !reader.word(at).is(Class::HARM) && reader.word(at).is(Class::PASSED_OVER.and(Class::DEEMED))
    {
        at += 1;
    }
    before || reader.word(at).is(Class::HARM)
}

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

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
            (
                "Nine people were killed and 12 others were hurt",
                &["Nine = count 9 of people", "12 = count 12 of others"],
            ),
            ("It killed nine people, injuring 12 others", &["nine = count 9 of people", "12 = count 12 of others"]),
            ("Nine were hurt and 12 others were injured", &["Nine = count 9", "12 = count 12 of others, a part"]),
            ("12 others were hurt", &["12 = count 12 of others, a part"]),
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
            ("None of the passengers was hurt.", &["None = count 0 of passengers"]),
            ("Ten more bodies were found.", &["Ten = count 10 of bodies, a part"]),
            ("Nine others were hurt.", &["Nine = count 9 of others, a part"]),
            ("six of their last seven games", &["six = count 6 of games, a part", "seven = count 7 of games"]),
            ("the 100,000-strong force", &["100,000 = count 100,000"]),
            ("The quay 6/9 42 people were hurt.", &["42 = count 42 of people"]),
            ("a 12-member panel", &["12 = count 12 of member"]),
            ("a four-storey house", &["four = count 4 of storey"]),
            ("1.5m Dutch customers", &["1.5m = count 1.5 million of Dutch customers"]),
            ("2.6m used tyres", &["2.6m = count 2.6 million of used tyres"]),
            ("It sold 4m of its lamps.", &["4m = count 4 million of lamps, a part"]),
            ("The valley has 30 000 people.", &["30 000 = count 30,000 of people"]),
            ("about half million people", &["about half million = count 450,000 to 550,000 of people"]),
            ("It drew 7-8,000 guests.", &["7-8,000 = count 7,000 to 8,000 of guests"]),
            ("four 757 Dreamliner jets", &["four = count 4 of 757 Dreamliner jets"]),
            ("It bought 18 747 MAX 9 jets.", &["18 = count 18 of 747 MAX 9 jets"]),
            ("Some 200 thousands stayed.", &["Some 200 thousands = count 180,000 to 220,000"]),
            ("They sold 1.5 millions of lamps.", &["1.5 millions = count 1.5 million of lamps"]),
            ("In 2028 thousands of people left.", &["2028 = date 2028", "thousands = count 2,000 to 10,000 of people"]),
            ("control over 14 villages", &["14 = count 14 of villages"]),
            ("a film about 12 sailors", &["12 = count 12 of sailors"]),
            ("killed over 100 people", &["over 100 = count more than 100 of people"]),
            ("At least 30 are feared dead.", &["At least 30 = count at least 30"]),
            ("two short-range missiles", &["two = count 2 of short-range missiles"]),
            ("120 buses carried 40 sales staff", &["120 = count 120 of buses", "40 = count 40 of sales staff"]),
            ("17 of the bank's 24 directors", &["17 = count 17 of directors, a part", "24 = count 24 of directors"]),
            ("three of them critically", &["three = count 3, a part"]),
            ("one family lost its home", &["one = count 1 of family"]),
            ("In the photo 12 boats lie in the harbour.", &["12 = count 12 of boats"]),
            ("He sold 6 of 12 boats.", &["6 = count 6 of boats, a part", "12 = count 12 of boats"]),
            ("two U.S. soldiers", &["two = count 2 of U.S. soldiers"]),
            ("One soldier fired.", &["One = count 1 of soldier"]),
            ("27 EU nations signed", &["27 = count 27 of EU nations"]),
            ("In that case 12 people were hurt.", &["12 = count 12 of people"]),
            ("five wounded and three dead", &["five = count 5 of wounded", "three = count 3 of dead"]),
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
            "Nos. 12 and 14",
            "Rooms 12, 14 and 16 are shut.",
            "Fire in Selm 1 / 9 Photos",
            "Row 9/6 42 people",
            "call 6/9-4 42",
            "Photo 6 of 12 Boats in the harbour",
            "pp. 12",
            "the Seven Sisters",
            "a 6-3 win",
            "a two-way street",
            "a one-man show",
            "a six-figure sum",
            "day 12",
            "seat 12F in row 14",
            "the 401(k) plan",
            "the 60614 ZIP code",
            "a .22 rifle",
            "no longer",
        ]);
    }
}
