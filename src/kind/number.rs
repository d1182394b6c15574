//! `number`: a figure by itself, with nothing counted and no unit.

use super::{KindEntry, percent};
use crate::{
    lexicon::{Class, WordGroup},
    reading::{AmountReading, Figure, Reader, Thing, is_figure},
    text::TokenKind,
    value::{
        Amount, Beside, Facts, Family, Interval, Kind, Precision, Sort, Unplaced, Value, ValueTie, worded,
        worded::bounded,
    },
};

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "number",
        one: "a number",
        also: &["float", "decimal", "numeric", "ratio", "score", "num"],
        example: "12",
        samples: &["12", "1.5"],
        tolerance: Some("1"),
        alone: true,
        sort: Sort::Amount,
        family: Family::Bare,
        axis,
        said,
        no_unit: NO_UNIT,
        tie: ValueTie::Counts,
        stand_in: "12",
        other_form: as_percent,
        ..Facts::PLAIN
    },
    begins: Class::NONE,
    read,
};

/// A share in hundredths: "two-thirds", "1 in 5".
fn as_percent(value: &Value) -> Option<Value> {
    let is_share = value.is_less_than_one();
    is_share.then(|| value.scaled(100.0, Kind::of(&percent::ENTRY), percent::SHARE))?
}

/// What to do about a `unit:` of bare figures.
pub(super) const NO_UNIT: &str = "for the thing that is counted write `of: troops`";

/// The axis of plain numbers and counts.
const NUMBERS: &str = "numbers";

pub(super) fn axis(amount: &Amount, _: Precision, _: &Beside) -> Result<(String, Interval), Unplaced> {
    Ok((NUMBERS.to_string(), amount.interval))
}

/// "100,000", "10 to 20"; on an axis of their own, so many of what that counts.
pub(super) fn said(interval: Interval, axis: &str) -> String {
    if axis == NUMBERS { bounded(interval, &worded::number) } else { worded::natural(interval, axis) }
}

fn read(reader: &Reader, _at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    // "One" by itself is a pronoun far more often than a number.
    let is_pronoun = |figure: &Figure| !figure.digits && figure.best == Some(1.0);
    let spoken = |figure: &Figure| is_pronoun(figure) || figure.is_spoken_pair(reader);
    let figure = figure.filter(|figure| is_figure(reader, figure) && !spoken(figure))?;
    let dated = figure.is_year(reader) || is_old_year(reader, figure);
    let paired = is_spell(reader, figure) || is_odds(reader, figure) || is_bare_pair(reader, figure);
    // "20 minutes later": a time that no day is known of, and no twenty.
    let timed = reader.word(reader.past_hyphen(figure.end)).is(Class::DURATION) && !reader.is(figure.end, "second");
    if timed || dated || paired || is_size(reader, figure) || is_nothing(reader, figure) {
        return None;
    }
    let thing = if figure.is_share() { share_of(reader, figure.end) } else { None };
    let of = thing.map(|thing| thing.words(reader));
    let amount = Amount { interval: figure.interval, best: figure.best, of, ..Amount::default() };
    Some(reader.amount(Kind::of(&ENTRY), figure, figure.end, amount, 1.0))
}

/// What a share is of: "two-thirds of the voters", "half the voters", "one in five voters".
fn share_of(reader: &Reader, end: usize) -> Option<Thing> {
    if reader.is(end, "of") {
        let them = reader.is_of(end + 1, WordGroup::THEM.and(WordGroup::US));
        return if them { Thing::noun(reader, end + 2) } else { Thing::of(reader, end) };
    }
    let mut at = end;
    while reader.word(at).is(Class::DETERMINER) && at < end + 3 {
        at += 1;
    }
    Thing::noun(reader, at).filter(|thing| thing.plural || at > end)
}

/// "Zero tolerance", "above zero": the word is no number where nothing is, becomes or comes to it.
fn is_nothing(reader: &Reader, figure: &Figure) -> bool {
    if figure.digits || figure.best != Some(0.0) {
        return false;
    }
    let leads = Class::PASSED_OVER.and(Class::LEADS_NUMBER);
    let led = figure.first.checked_sub(1).is_some_and(|before| reader.word(before).is(leads));
    let named = reader.kind(figure.end) == TokenKind::Word && !reader.word(figure.end).is(Class::FUNCTION);
    !led || named
}

/// "5 for 38", "214 for 6": wickets and runs.
fn is_spell(reader: &Reader, figure: &Figure) -> bool {
    let bare = |at: usize| {
        let number = reader.kind(at) == TokenKind::Number || reader.word(at).is(Class::CARDINAL);
        number && !matches!(reader.kind(at + 1), TokenKind::Percent)
    };
    let first = figure.first;
    let follows = reader.is(figure.end, "for")
        && bare(figure.end + 1)
        && (reader.kind(figure.end + 2) != TokenKind::Word || reader.word(figure.end + 2).is(Class::FUNCTION));
    let led = first >= 2 && reader.is(first - 1, "for") && bare(first - 2);
    let wickets = figure.best.is_some_and(|best| best <= 10.0);
    (figure.digits || wickets) && (follows || led)
}

/// "three to one", "140 over 90": two numbers that are one only together.
fn is_odds(reader: &Reader, figure: &Figure) -> bool {
    let one = reader.is(figure.end + 1, "one") || reader.written(figure.end + 1) == "1";
    let counted = |end: usize| reader.kind(end) == TokenKind::Word && !reader.word(end).is(Class::FUNCTION);
    // "six under", "four over par".
    let par = (reader.is(figure.end, "under") || reader.is(figure.end, "over"))
        && (reader.is(figure.end + 1, "par") || reader.kind(figure.end + 1) == TokenKind::Stop);
    let over = |at: usize| reader.is(at, "over") && figure.digits;
    let above = reader.kind(figure.end + 1) == TokenKind::Number && over(figure.end) && !counted(figure.end + 2);
    // "It fell from three to one."
    let fell = [1, 3].iter().any(|back| reader.is(figure.first.wrapping_sub(*back), "from"));
    let to_one = figure.best == Some(1.0)
        && !fell
        && figure.first >= 2
        && reader.is(figure.first - 1, "to")
        && (reader.kind(figure.first - 2) == TokenKind::Number || reader.word(figure.first - 2).is(Class::CARDINAL))
        && !counted(figure.end);
    let below = figure.first >= 2 && over(figure.first - 1) && reader.kind(figure.first - 2) == TokenKind::Number;
    reader.is(figure.end, "to") && one && !fell && !counted(figure.end + 2) || to_one || par || above || below
}

/// "a 4K television", "the 5K race": a name of a size.
fn is_size(reader: &Reader, figure: &Figure) -> bool {
    let named = reader.kind(figure.end) == TokenKind::Word && !reader.word(figure.end).is(Class::FUNCTION);
    reader.written(figure.end - 1) == "K" && figure.interval.hi <= 10_000.0 && named
}

/// "It dates from 1740": the plain digits of an older year, behind a word that dates lean on.
fn is_old_year(reader: &Reader, figure: &Figure) -> bool {
    let led = figure.first.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::LEADS_DATE));
    let led = led || reader.is(figure.first.wrapping_sub(1), "circa");
    let plain = figure.digits && figure.end == figure.first + 1 && reader.written(figure.first).len() == 4;
    led && plain && figure.best.is_some_and(|best| (1000.0..1900.0).contains(&best))
}

/// "a 2-3 defeat": small numbers joined by a mark, with nothing counted, are a score more often than a range.
fn is_bare_pair(reader: &Reader, figure: &Figure) -> bool {
    figure.precision == Precision::Range
        && matches!(reader.kind(figure.first + 1), TokenKind::Hyphen | TokenKind::Dash)
        && reader.kind(figure.first) == TokenKind::Number
        && figure.interval.hi < 100.0
        && reader.hedge_before(figure.first).is_none()
}

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("a ratio of 4.5", &["4.5 = number 4.5"]),
            ("It rose to 8,204.", &["8,204 = number 8,204"]),
            ("to 33,561.81; then on", &["33,561.81 = number 33,561.81"]),
            (
                "a third of the country's 6.2 million people",
                &["a third = number 0.333 of people", "6.2 million = count 6.2 million of people"],
            ),
            ("from 1.5 to 2", &["from 1.5 to 2 = number 1.5 to 2"]),
            ("two-thirds of the voters", &["two-thirds = number 0.667 of voters"]),
            ("half the seats", &["half = number 0.5 of seats"]),
            ("half its staff", &["half = number 0.5 of staff"]),
            ("fewer than half passed", &["fewer than half = number less than 0.5"]),
            ("It shrank by a quarter.", &["a quarter = number 0.25"]),
            ("more than a third of its lorries", &["more than a third = number more than 0.333 of lorries"]),
            ("Two in three voters agreed.", &["Two in three = number 0.667 of voters"]),
            ("It lost two in three attacks.", &["two = number 2", "three = count 3 of attacks"]),
            ("one in five voters", &["one in five = number 0.2 of voters"]),
            ("nine in 10 nurses", &["nine in 10 = number 0.9 of nurses"]),
            ("four out of five", &["four out of five = number 0.8"]),
            ("two in every three homes", &["two in every three = number 0.667 of homes"]),
            ("It fell to zero.", &["zero = number 0"]),
            ("The index was .643 in May.", &[".643 = number 0.643", "May = date May 2021"]),
            ("It rose by 14 to 52.", &["14 = number 14", "52 = number 52"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "14 Harbour Street",
            "the shop at 8204 NE 31st Avenue",
            "Call +44 (0)20 7946 0007 or (555) 010-0122 ext. 31.",
            "the ratio is 3:1",
            "Call 555-1234 or 0800 555 012.",
            "zero tolerance",
            "a zero-sum game",
            "temperatures above zero",
            "Windows 11 and Formula 1",
            "in the first half of the game",
            "exit 12B",
            "Rows 12b and 14c",
            "pages 3,5",
        ]);
    }
}
