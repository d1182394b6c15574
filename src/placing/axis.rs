//! The values of one topic on one axis.

use super::{
    calendar::{self, DateReference},
    clock, names,
    position::{self, DAYS, Position, Situation},
    quotations, ranks,
};
use crate::{
    lexicon::Lexicon,
    value::{
        Amount, Beside, Content, Interval, Units, Unplaced, Value,
        date::{DateExpr, OpenEnd},
    },
};

/// Puts the values of one topic on one axis, so that they compare: dates against the anchor of their article, clock times
/// on the day they state or borrow, measures in one unit. One position a value, in the same order.
#[must_use]
pub fn positions(values: &[(&Value, &Situation)], lexicon: &Lexicon) -> Vec<Position> {
    let amounts: Vec<&Amount> = values.iter().filter_map(|(value, _)| value.content.amount()).collect();
    let mixed = amounts.windows(2).any(|pair| matches!(pair, [a, b] if a.unit != b.unit));
    let units = if mixed { Units::Differ } else { Units::Same };
    let beside = Beside { currency: common_currency(&amounts), units, lexicon };
    let mut positions: Vec<Position> = values
        .iter()
        .map(|(value, situation)| match &value.content {
            Content::Amount(amount) => of_amount(value, amount, &beside),
            Content::Date(date) => {
                of_date(date, situation.anchor.map_or(DateReference::Nothing, DateReference::Anchor))
            }
            Content::Time(_) => Position::Indeterminate(Unplaced::Unsaid),
            Content::Word(word) => Position::Word(word.to_string()),
        })
        .collect();
    clock::align(values, &mut positions);
    names::align(values, &mut positions, lexicon.names());
    quotations::align(values, &mut positions, lexicon);
    ranks::align(values, &mut positions);
    positions
}

/// The positions of dates of one article without an anchor, and of clock times of one whose zone nobody knows, in an order of
/// their own: they compare with each other, and with nothing else. What cannot be known stays indeterminate.
#[must_use]
pub fn positions_within_article(values: &[&Value], situation: &Situation) -> Vec<Position> {
    let dates = || values.iter().filter_map(|value| date_of(value));
    let base = calendar::season(dates());
    let mut positions: Vec<Position> = values
        .iter()
        .map(|value| match (date_of(value), base) {
            (Some(date), Some(base)) => of_date(date, DateReference::SameArticle(base)),
            _ => Position::Indeterminate(Unplaced::NoPublicationDate),
        })
        .collect();
    clock::align_within_article(values, situation, &mut positions);
    positions
}

/// Where the words of a value lie, which for "since 2019" is more than what it compares by.
#[must_use]
pub fn covered(value: &Value, position: Position) -> Position {
    // "Since year-end" names its day only roughly.
    let date = date_of(value).filter(|date| date.part.is_none());
    match (date.and_then(|date| date.open), position) {
        (Some(OpenEnd::Since), Position::On { axis, interval, anchored }) => {
            Position::On { axis, interval: Interval::at_least(interval.lo), anchored }
        }
        (_, position) => position,
    }
}

fn date_of(value: &Value) -> Option<&DateExpr> {
    match &value.content {
        Content::Date(date) => Some(date),
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

fn of_date(date: &DateExpr, against: DateReference) -> Position {
    match date.resolve(against) {
        Ok(span) => {
            let (from, to) = (position::day_number(span.from), position::day_number(span.to));
            // Where a stretch lies in a longer one only roughly ("before the end of the year"), its far end counts.
            let is_rough = date.part.is_some() || date.is_counted();
            let interval = match date.open {
                Some(OpenEnd::Before) => Interval::at_most(if is_rough { to } else { from - 1.0 }),
                Some(OpenEnd::After) => Interval::at_least(if is_rough { from } else { to + 1.0 }),
                // "Shut since 2019" and "shut in 2021" differ.
                Some(OpenEnd::Since) | None => Interval::closed(from, to),
            };
            Position::On { axis: DAYS.to_string(), interval, anchored: span.anchored }
        }
        Err(why) => Position::Indeterminate(why),
    }
}

/// The currency that most amounts are given in; of two alike, the first.
fn common_currency<'a>(amounts: &[&'a Amount]) -> Option<&'a str> {
    let given = |code: &str| amounts.iter().filter(|amount| amount.in_currency(code).is_some()).count();
    let mut best: Option<(&str, usize)> = None;
    for code in amounts.iter().filter_map(|amount| amount.currency.as_deref()) {
        let count = given(code);
        if best.is_none_or(|(_, most)| count > most) {
            best = Some((code, count));
        }
        if count == amounts.len() {
            break;
        }
    }
    best.map(|(code, _)| code)
}

fn of_amount(value: &Value, amount: &Amount, beside: &Beside) -> Position {
    match (value.kind.facts().axis)(amount, value.precision, beside) {
        Ok((axis, interval)) => Position::On { axis, interval, anchored: false },
        Err(why) => Position::Indeterminate(why),
    }
}
