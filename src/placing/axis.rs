//! The values of one topic on one axis.

use super::{
    calendar::Against,
    clock, names,
    position::{AGES, DAYS, NUMBERS, ORDINALS, PERCENT, POINTS, Position, SECONDS, Situation, day_number},
    quotations,
};
use crate::{
    kind::age,
    lexicon::Lexicon,
    value::{Amount, Content, Interval, Precision, Value, date::DateExpr},
};
use chrono::NaiveDate;

/// Puts the values of one topic on one axis, so that they compare: dates against the anchor of their article, clock times
/// on the day they state or borrow, measures in one unit. One position a value, in the same order.
#[must_use]
pub fn positions(values: &[(&Value, &Situation)]) -> Vec<Position> {
    let amounts: Vec<&Amount> = values.iter().filter_map(|(value, _)| amount_of(value)).collect();
    let currency = common_currency(&amounts);
    let mixed = amounts.windows(2).any(|pair| matches!(pair, [a, b] if a.unit != b.unit));
    let mut positions: Vec<Position> = values
        .iter()
        .map(|(value, situation)| match &value.content {
            Content::Amount(amount) => of_amount(value, amount, currency, mixed),
            Content::Date(date) => of_date(date, situation.anchor.map_or(Against::Nothing, Against::Anchor)),
            Content::Time(_) => Position::Indeterminate(String::new()),
            Content::Word(word) => Position::Word(word.to_string()),
        })
        .collect();
    clock::align(values, &mut positions);
    names::align(values, &mut positions);
    quotations::align(values, &mut positions);
    positions
}

/// The positions of dates of one article without an anchor, and of clock times of one whose zone nobody knows, in an order of
/// their own: they compare with each other, and with nothing else. What cannot be known stays indeterminate.
#[must_use]
pub fn positions_within_article(values: &[&Value], situation: &Situation) -> Vec<Position> {
    let dates = || values.iter().filter_map(|value| date_of(value));
    // Any year serves; the first date that names a day or a month gives the season that the others lie nearest to.
    let anywhere = NaiveDate::default();
    let base = dates().find_map(|date| date.resolve(Against::SameArticle(anywhere)).ok().map(|span| span.from));
    let mut positions: Vec<Position> = values
        .iter()
        .map(|value| match (date_of(value), base) {
            (Some(date), Some(base)) => of_date(date, Against::SameArticle(base)),
            _ => Position::Indeterminate("its article has no date of publication".to_string()),
        })
        .collect();
    clock::align_within_article(values, situation, &mut positions);
    positions
}

fn amount_of(value: &Value) -> Option<&Amount> {
    match &value.content {
        Content::Amount(amount) => Some(amount),
        Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

fn date_of(value: &Value) -> Option<&DateExpr> {
    match &value.content {
        Content::Date(date) => Some(date),
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => None,
    }
}

fn of_date(date: &DateExpr, against: Against) -> Position {
    match date.resolve(against) {
        Ok(span) => {
            let interval = Interval::closed(day_number(span.from), day_number(span.to));
            Position::On { axis: DAYS.to_string(), interval, anchored: span.anchored }
        }
        Err(why) => Position::Indeterminate(why),
    }
}

/// The currency that most amounts are given in; of two alike, the first.
fn common_currency<'a>(amounts: &[&'a Amount]) -> Option<&'a str> {
    let given = |code: &str| amounts.iter().filter(|amount| in_currency(amount, code).is_some()).count();
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

fn in_currency<'a>(amount: &'a Amount, code: &str) -> Option<&'a Amount> {
    std::iter::once(amount).chain(&amount.also).find(|amount| amount.currency.as_deref() == Some(code))
}

fn of_amount(value: &Value, amount: &Amount, currency: Option<&str>, mixed: bool) -> Position {
    let on = |axis: &str, interval: Interval| Position::On { axis: axis.to_string(), interval, anchored: false };
    match value.kind.name() {
        "duration" => on(SECONDS, amount.interval),
        "percent" => match amount.unit.as_deref() {
            Some("percentage point") => on(POINTS, amount.interval),
            Some("basis point") => on(POINTS, amount.interval.scaled(0.01)),
            _ => on(PERCENT, amount.interval),
        },
        "ordinal" => on(ORDINALS, amount.interval),
        "age" => on(AGES, amount.interval.scaled(age::years(amount))),
        "money" => {
            let amount = currency.and_then(|code| in_currency(amount, code)).unwrap_or(amount);
            let code = amount.currency.as_deref().unwrap_or_default();
            match &amount.unit {
                // A price is no sum: "$70 a barrel" and "$70" do not compare.
                Some(per) => on(&format!("{code} {per}"), amount.interval),
                None => on(code, amount.interval),
            }
        }
        "measure" => of_measure(value, amount, mixed),
        _ => on(NUMBERS, amount.interval),
    }
}

/// A measure in base units. Beside another unit, an unhedged number is as exact as it was written: 6 miles is 5.5 to 6.5.
fn of_measure(value: &Value, amount: &Amount, mixed: bool) -> Position {
    let units = &Lexicon::english().units;
    let Some(unit) = units.iter().find(|unit| Some(unit.name.as_str()) == amount.unit.as_deref()) else {
        return Position::Indeterminate("its unit is not known".to_string());
    };
    let rounded = mixed && value.precision == Precision::Exact;
    let interval = if rounded { rounding(amount) } else { amount.interval };
    Position::On {
        axis: unit.dimension.clone(),
        interval: interval.shifted(unit.offset).scaled(unit.factor),
        anchored: false,
    }
}

/// What rounding to the last written digit could have hidden, a tenth of the value at the most.
fn rounding(amount: &Amount) -> Interval {
    let best = amount.best.unwrap_or(amount.interval.lo).abs();
    let mut step = 1.0;
    let is_whole = |number: f64| (number - number.round()).abs() < 1e-6;
    while !is_whole(best / step) && step > 1e-6 {
        step /= 10.0;
    }
    while best > 0.0 && is_whole(best / (step * 10.0)) && step < best {
        step *= 10.0;
    }
    let slack = (step / 2.0).min(best / 10.0);
    Interval::closed(amount.interval.lo - slack, amount.interval.hi + slack)
}
