//! `number`: a figure by itself, with nothing counted and no unit.

use super::{
    Amount, Interval, Kind, Precision,
    figure::{Figure, is_change, is_level},
    kind::Entry,
    reader::{Reader, Reading},
    thing::Thing,
};
use crate::{lexicon::Class, text::TokenKind};

/// The shelf's entry.
pub const ENTRY: Entry = Entry {
    name: "number",
    also: &["float", "decimal", "numeric", "ratio", "score", "num"],
    example: "12",
    samples: &["12", "1.5"],
    tolerance: Some("1"),
    alone: true,
    read,
    ..Entry::PLAIN
};

fn read(reader: &Reader, _at: usize, figure: Option<&Figure>) -> Option<Reading> {
    // "One" by itself is a pronoun far more often than a number.
    let is_pronoun = |figure: &Figure| !figure.digits && figure.best == Some(1.0);
    let figure = figure.filter(|figure| is_figure(reader, figure) && !is_pronoun(figure))?;
    let dated = figure.is_year(reader) || is_old_year(reader, figure);
    let paired = is_spell(reader, figure) || is_odds(reader, figure) || is_bare_pair(reader, figure);
    if dated || paired || is_size(reader, figure) || is_nothing(reader, figure) {
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
        let them = reader.is_any(end + 1, &["them", "whom", "those", "us"]);
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

/// Whether a figure is an amount at all: not a part of a name ("Nord Line 2", "Route 6", "F-16"), of a score or a date
/// ("24/7", "3-2"), of a clock time, of a telephone number, or a label ("number 4", "#4").
#[must_use]
pub fn is_figure(reader: &Reader, figure: &Figure) -> bool {
    if figure.money_only {
        return false;
    }
    let glued_after = reader.is_glued(figure.end);
    let joined_after = match reader.kind(figure.end) {
        TokenKind::Other if reader.written(figure.end) == ";" => false,
        TokenKind::Slash | TokenKind::Colon | TokenKind::Number | TokenKind::Other => {
            reader.kind(figure.end + 1) != TokenKind::End
        }
        // "23-year-old", "12-point": a compound that counts nothing by itself.
        TokenKind::Hyphen => true,
        TokenKind::Word => figure.digits,
        // "five- and six-storey".
        TokenKind::Dash => {
            let hangs = reader.is_any(figure.end + 1, &["and", "or", "to"]);
            figure.digits && reader.is_glued(figure.end + 1) || hangs && !reader.is_glued(figure.end + 1)
        }
        // "401(k)".
        TokenKind::Open => figure.digits,
        _ => false,
    };
    if glued_after && joined_after || figure.digits && is_in_row(reader, figure) || is_address(reader, figure) {
        return false;
    }
    let Some(before) = figure.first.checked_sub(1) else { return true };
    let joined_before = match reader.kind(before) {
        // A full stop right before digits is a decimal point or a footnote's.
        TokenKind::Slash | TokenKind::Hyphen | TokenKind::Colon | TokenKind::Word | TokenKind::Stop => true,
        TokenKind::Dash => before > 0 && reader.is_glued(before),
        TokenKind::Other => reader.hedge_before(figure.first).is_none(),
        _ => false,
    };
    if joined_before && reader.is_glued(figure.first) {
        return false;
    }
    !is_label(reader, figure, before) && !is_name(reader, figure, before)
}

/// Whether the word before a figure makes it a label: "exit 12C".
#[must_use]
pub fn is_labelled(reader: &Reader, figure: &Figure) -> bool {
    figure.first.checked_sub(1).is_some_and(|before| is_label(reader, figure, before))
}

/// "14 Harbour Street", "10 Downing Street".
fn is_address(reader: &Reader, figure: &Figure) -> bool {
    let capital = |at: usize| reader.kind(at) == TokenKind::Word && reader.is_capital(at);
    let is_street = |at: usize| reader.word(at).is(Class::STREET) && capital(at);
    let end = figure.end;
    figure.digits && capital(end) && (is_street(end + 1) || capital(end + 1) && is_street(end + 2))
}

/// Plain digits beside plain digits are a telephone number, a code or a table's row: "0800 123 456".
fn is_in_row(reader: &Reader, figure: &Figure) -> bool {
    let plain = |at: usize| {
        reader.kind(at) == TokenKind::Number && reader.written(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_date = |at: usize| {
        let number = reader.written(at);
        number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
            || at.checked_sub(1).is_some_and(|before| reader.word(before).is(Class::MONTH))
    };
    let before = figure.first.checked_sub(1).filter(|before| plain(*before) && !is_date(*before));
    plain(figure.first) && (before.is_some() || plain(figure.end) && !is_date(figure.first))
}

/// "Air Force One", "Six Nations", "the Big Three": a number word with a capital beside a capital is part of a name.
fn is_name(reader: &Reader, figure: &Figure, before: usize) -> bool {
    if figure.digits || !reader.is_capital(figure.first) || reader.is_sentence_start(figure.first) {
        return false;
    }
    let counted = reader.word(figure.end).is(Class::PERSON.and(Class::PLURAL).and(Class::HARM));
    let leads = reader.kind(before) == TokenKind::Word
        && reader.is_capital(before)
        && !reader.word(before).is(Class::HEDGE_END.and(Class::STARTER).and(Class::FUNCTION));
    // In a headline's capitals, people are counted all the same: "Blast Kills Five People".
    let counted = counted && reader.is_capital(before);
    !counted && (leads || reader.kind(figure.end) == TokenKind::Word && reader.is_capital(figure.end))
}

/// "H.R" of "H.R. 1442".
fn is_initials(written: &str) -> bool {
    written.len() < 6 && written.contains('.') && written.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// A figure behind a capitalised word is part of its name, unless a plural follows that it can count.
fn is_label(reader: &Reader, figure: &Figure, before: usize) -> bool {
    // "No. 5", "pp. 12".
    if reader.kind(before) == TokenKind::AbbreviationStop {
        let single = figure.end == figure.first + 1 && !is_plural(reader, figure.end);
        return before
            .checked_sub(1)
            .is_some_and(|word| reader.word(word).is(Class::LABEL) || single && is_initials(reader.written(word)));
    }
    if reader.kind(before) != TokenKind::Word {
        return false;
    }
    // "the Group of 20".
    if before > 0
        && reader.word(before - 1).is(Class::LABEL)
        && reader.is(before, "of")
        && reader.is_capital(before - 1)
    {
        return true;
    }
    let word = reader.word(before);
    // "day 12", but "in that case 12 people".
    if word.is(Class::LABEL) {
        return reader.is_capital(before) || !is_plural(reader, figure.end);
    }
    if word.is(Class::ARTICLE.and(Class::FUNCTION).and(Class::HEDGE_END).and(Class::STARTER).and(Class::SHARE)) {
        return false;
    }
    let single_word = figure.end == figure.first + 1;
    // "Year 6", though a year is a length elsewhere.
    let named = word.classes == Class::default() || word.is(Class::DURATION);
    let capital = reader.is_capital(before) && !reader.is_sentence_start(before) && named;
    // "Selm 40213": an amount of so many digits has commas.
    let written = reader.written(figure.first);
    let code = written.len() > 3 && written.bytes().all(|byte| byte.is_ascii_digit());
    let named = code || figure.best.is_some_and(|best| best < 1000.0);
    capital && single_word && named && !is_plural(reader, figure.end)
}

/// Whether a lower-case plural stands at `at`: "people", "troops".
#[must_use]
pub fn is_plural(reader: &Reader, at: usize) -> bool {
    let (written, word) = (reader.written(at), reader.word(at));
    let ends_alike = written.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| written.ends_with(ending));
    reader.kind(at) == TokenKind::Word
        && written.starts_with(char::is_lowercase)
        && (ends_alike && !word.is(Class::SINGULAR.and(Class::FUNCTION).and(Class::VERB)) || word.is(Class::PLURAL))
}

/// Where the upper amount of "5 % to 10 %" begins, if something behind the lower one's unit joins them.
#[must_use]
pub fn is_span(reader: &Reader, lower: &Figure, end: usize) -> Option<usize> {
    let from = reader.is(lower.first.wrapping_sub(1), "from");
    let joins = match reader.kind(end) {
        TokenKind::Hyphen | TokenKind::Dash => reader.is_glued(end) && reader.is_glued(end + 1),
        TokenKind::Word => {
            reader.is(end, "to") && !(from && is_change(reader, lower.first - 1))
                || reader.is(end, "and") && reader.is(lower.first.wrapping_sub(1), "between")
        }
        _ => false,
    };
    if !joins {
        return None;
    }
    // "-18 °C to -34 °C".
    if reader.kind(end + 1) == TokenKind::Dash && reader.is_glued(end + 2) {
        return Some(end + 2);
    }
    let behind =
        reader.hedge_before(end + 2).map_or(end + 1, |(first, _)| if first == end + 1 { end + 2 } else { end + 1 });
    Some(behind)
}

/// Two figures whose units were read as one range; "from" or "between" is part of it.
#[must_use]
pub fn join(reader: &Reader, lower: &Figure, upper: &Figure) -> Option<Figure> {
    let (mut low, mut top) = (lower.best?, upper.best?);
    // "-18 °C to -34 °C".
    if top < low && low < 0.0 {
        (low, top) = (top, low);
    }
    let opened = reader.is_any(lower.first.wrapping_sub(1), &["from", "between"]);
    let first = if opened { lower.first - 1 } else { lower.first };
    let range = Interval::closed(low, top);
    (low < top && !is_level(reader, lower, low, top)).then_some(Figure {
        first,
        interval: range,
        best: None,
        precision: Precision::Range,
        ..*upper
    })
}

#[cfg(test)]
mod tests {
    use crate::value::tests::{check, check_none};

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
            ("one in five voters", &["one in five = number 0.2 of voters"]),
            ("nine in 10 nurses", &["nine in 10 = number 0.9 of nurses"]),
            ("four out of five", &["four out of five = number 0.8"]),
            ("two in every three homes", &["two in every three = number 0.667 of homes"]),
            ("It fell to zero.", &["zero = number 0"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "14 Harbour Street",
            "the ratio is 3:1",
            "Call 555-1234 or 0800 555 012.",
            "zero tolerance",
            "a zero-sum game",
            "temperatures above zero",
            "Windows 11 and Formula 1",
            "in the first half of the game",
            "exit 12B",
        ]);
    }
}
