//! Each of the tests. What cannot be sure is not asked: a list of people and of others of them, a share of what is no whole.

use super::{ArithmeticTest, FigureBeside, Tested};
use crate::{
    lexicon::{Class, WordGroup},
    predicate::wording,
    table::Placed,
    value::{Amount, Interval, Precision},
};

/// "58 km (36 miles)"
pub(super) const BRACKET: ArithmeticTest = ArithmeticTest {
    form: "converts to its bracket",
    asks: "a bracket behind an amount gives the same in its other unit",
    needs: "a bracket in another unit",
    test: |beside| {
        let amount = beside.own.claim.value.content.amount().filter(|amount| !amount.also.is_empty())?;
        let value = &beside.own.claim.value;
        let converted = |also: &Amount| amount.converted_to(also, beside.lexicon);
        if !amount.also.iter().any(|also| converted(also).is_some()) {
            return None;
        }
        let wrong = value.misconverted(beside.lexicon).and_then(|also| {
            let given = value.kind.facts().given;
            let own = given(&Amount { also: Box::default(), ..amount.clone() })?;
            let meant = given(&Amount { interval: Interval::point(rounded(converted(also)?)), ..also.clone() })?;
            Some(format!("writes `{}`, but {own} are {meant}", value.text))
        });
        Some(Tested { with: &[], wrong })
    },
};

/// "12 people, seven men and five women, were hurt"
pub(super) const PARTS: ArithmeticTest = ArithmeticTest {
    form: "adds up",
    asks: "the parts of a number that stand behind it add up to it",
    needs: "its parts beside it",
    test: |beside| {
        let total = persons(beside.own, beside)?;
        let is_anybody = |noun: &str| beside.lexicon.look_up(noun).is(Class::PEOPLE);
        is_anybody(beside.own.claim.value.content.amount()?.of.as_deref()?).then_some(())?;
        let first = beside.behind.first()?;
        let opener = opener(gap(beside.own, first)?)?;
        let (mut sum, mut with, mut is_last) = (0.0, 0, false);
        loop {
            let part = beside.behind.get(with).filter(|_| with < MOST_PARTS)?;
            sum += persons(part, beside)?;
            with += 1;
            let next = beside.behind.get(with).and_then(|next| gap(part, next)).and_then(|gap| joint(gap, beside));
            match next {
                Some(_) if is_last => return None,
                Some(joint) => is_last = joint == PartJoint::Last,
                None if is_last && closes(&part.claim.quote.suffix, opener) => break,
                None => return None,
            }
        }
        let with = beside.behind.get(..with)?;
        let wrong = (sum != total).then(|| {
            let said = |placed: &Placed<'_>| {
                let of = placed.claim.value.content.amount().and_then(|amount| amount.of.as_deref());
                format!("{} {}", placed.claim.value.text, of.unwrap_or_default())
            };
            let parts: Vec<String> = with.iter().map(said).collect();
            let parts = wording::listed(&parts);
            format!("writes of `{}`, but {parts} are {sum}", said(beside.own))
        });
        Some(Tested { with, wrong })
    },
};

/// "120% of the voters"
pub(super) const WHOLE: ArithmeticTest = ArithmeticTest {
    form: "is within its whole",
    asks: "a share of some people is not more than all of them",
    needs: "people whose share it is",
    test: |beside| {
        let value = &beside.own.claim.value;
        let amount = value.content.amount().filter(|amount| amount.unit.as_deref() == Some("%"))?;
        let noun = amount.of.as_deref().filter(|noun| is_person(noun, beside))?;
        let suffix = || beside.own.claim.quote.suffix.split_whitespace();
        let small: Vec<&str> = suffix().take_while(|word| beside.is_of(word, WordGroup::ALL_OF)).collect();
        let is_whole = !small.is_empty() && suffix().nth(small.len())?.starts_with(noun);
        let is_more = amount.best.is_some_and(|best| best > 100.0);
        let whole = || format!("{} {noun}", small.join(" "));
        let wrong = is_more.then(|| format!("writes `{}` {}, which is more than all of them", value.text, whole()));
        if !is_whole {
            return None;
        }
        Some(Tested { with: &[], wrong })
    },
};

/// "between 20 and 10 people"
pub(super) const ENDS: ArithmeticTest = ArithmeticTest {
    form: "has its ends in order",
    asks: "the first of the two ends of a range is the lower one",
    needs: "two ends",
    test: |beside| {
        if is_range(beside.own) {
            return Some(Tested { with: &[], wrong: None });
        }
        let other = beside.behind.first()?;
        beside.is_of(gap(beside.own, other)?.trim(), WordGroup::SUMMING).then_some(())?;
        let before: Vec<&str> = beside.own.claim.quote.prefix.split_whitespace().rev().take(2).collect();
        let (between, compared) = (before.first()?, before.get(1));
        let is_compared = compared.is_some_and(|word| beside.is_of(word, WordGroup::OF_TWO));
        if !beside.is_of(between, WordGroup::BETWEEN) || is_compared {
            return None;
        }
        let (low, high) = ends(beside.own, other)?;
        let (first, last) = (&beside.own.claim.value.text, &other.claim.value.text);
        let wrong =
            (low.lo > high.hi).then(|| format!("writes `{between} {first} and {last}`, whose ends are turned round"));
        Some(Tested { with: std::slice::from_ref(other), wrong })
    },
};

/// A number of people has at most so many parts.
const MOST_PARTS: usize = 8;

/// At most so many words stand between a number of people and the mark before its parts: "12 people were killed: ...".
const MOST_WORDS: usize = 5;

/// The number of people that a value is, where it is exact.
fn persons(placed: &Placed<'_>, beside: &FigureBeside<'_, '_>) -> Option<f64> {
    let value = &placed.claim.value;
    let amount = value.content.amount().filter(|_| value.precision == Precision::Exact && placed.is_asserted())?;
    let noun = amount.of.as_deref().filter(|noun| !amount.understood && is_person(noun, beside))?;
    let behind = placed.claim.quote.suffix.trim_start();
    amount.best.filter(|_| behind.starts_with(noun) || value.text.ends_with(noun))
}

fn is_person(noun: &str, beside: &FigureBeside<'_, '_>) -> bool {
    beside.lexicon.look_up(noun).is(Class::PERSON.and(Class::PEOPLE))
}

/// What stands between two values of one sentence.
fn gap<'t>(first: &Placed<'t>, next: &Placed<'t>) -> Option<&'t str> {
    let (first, next) = (&first.claim.quote, &next.claim.quote);
    first.suffix.get(..next.start.checked_sub(first.end)? as usize)
}

/// The mark before the parts of a number, behind a few words.
fn opener(gap: &str) -> Option<char> {
    let (words, _) = gap.trim_end().split_at_checked(gap.trim_end().char_indices().next_back()?.0)?;
    let mark = gap.trim_end().chars().next_back().filter(|mark| ",(:—–-".contains(*mark))?;
    let words = words.trim_end_matches(['-', ' ']);
    let is_plain = words.chars().all(|letter| letter.is_alphabetic() || letter.is_whitespace());
    (is_plain && words.split_whitespace().count() <= MOST_WORDS).then_some(mark)
}

/// Whether a text goes on with its noun, and then with the mark that ends the parts.
fn closes(suffix: &str, opener: char) -> bool {
    let behind = suffix.trim_start().trim_start_matches(|letter: char| letter.is_alphabetic() || letter == '-');
    let ends = match opener {
        '(' => ")",
        ',' => ",",
        ':' => ".;",
        _ => "—–-",
    };
    behind.trim_start().starts_with(|mark| ends.contains(mark))
}

/// What joins two parts.
#[derive(Clone, Copy, PartialEq)]
enum PartJoint {
    /// A comma: others follow.
    Comma,
    /// "and": the last follows.
    Last,
}

/// What joins two parts, behind the one noun of the first.
fn joint(gap: &str, beside: &FigureBeside<'_, '_>) -> Option<PartJoint> {
    let is_word = |noun: &str| noun.chars().all(char::is_alphabetic);
    let words: Vec<&str> = gap.split_whitespace().collect();
    match words.as_slice() {
        [noun, last] if is_word(noun.trim_end_matches(',')) && beside.is_of(last, WordGroup::SUMMING) => {
            Some(PartJoint::Last)
        }
        [noun] if noun.strip_suffix(',').is_some_and(is_word) => Some(PartJoint::Comma),
        _ => None,
    }
}

/// Whether a value is read as a range: its first end is then the lower one.
fn is_range(placed: &Placed<'_>) -> bool {
    let value = &placed.claim.value;
    value.precision == Precision::Range || value.content.date().is_some_and(|date| date.until.is_some())
}

/// The ends of a range that two values are, in what both are measured in.
fn ends(first: &Placed<'_>, last: &Placed<'_>) -> Option<(Interval, Interval)> {
    match (first.claim.value.content.amount(), last.claim.value.content.amount()) {
        (Some(low), Some(high)) => {
            let is_bare = low.unit.is_none() && (low.currency.is_none() || low.currency == high.currency);
            let is_alike = low.unit == high.unit && low.currency == high.currency;
            let counts_alike = low.of.is_none() || low.of == high.of;
            ((is_bare || is_alike) && counts_alike).then_some(())?;
            Some((Interval::point(low.best?), Interval::point(high.best?)))
        }
        _ => first.position.on_one_axis(&last.position),
    }
}

/// A number as one would write it: at most three digits that count.
fn rounded(number: f64) -> f64 {
    let digits = number.abs().log10().floor();
    let step = 10f64.powf((digits - 2.0).max(if number.abs() < 10.0 { -1.0 } else { 0.0 }));
    if number == 0.0 { 0.0 } else { (number / step).round() * step }
}
