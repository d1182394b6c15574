//! `money`: an amount of a currency, by its ISO 4217 code. Currencies do not convert, and a price is no sum.

mod currency;
mod price;
mod shillings;
#[cfg(test)]
mod tests;

pub use currency::is_pounds;

use super::{KindEntry, literal};
use crate::{
    diagnostic::Mistake,
    lexicon::{Class, Lexicon},
    reading::{self, AmountReading, Figure, Reader, Thing, is_span},
    text::TokenKind,
    value::{
        Amount, Beside, Content, Facts, Family, Interval, Kind, Measured, Precision, Scale, Sort, Units, Unplaced,
        Value, ValueTie, unknown_unit, worded,
    },
    yaml::Advice,
};
use currency::CurrencyFigure;
use std::sync::Arc;

/// What its units are units of.
const OF: &str = "money";

/// The shelf's entry.
pub const ENTRY: KindEntry = KindEntry {
    facts: Facts {
        name: "money",
        one: "an amount of money",
        also: &["currency", "price", "cost", "sum", "dollar", "euro"],
        example: "$3.2 million",
        samples: &["$3.2 million", "200 euros"],
        tolerance: Some("$100,000"),
        rank: 2,
        sort: Sort::Amount,
        family: Family::Figure,
        axis,
        said: worded::money,
        given: |amount| Some(price_in_words(amount)),
        units: Some(Measured {
            of: OF,
            unit: |amount| amount.currency.as_deref(),
            is_in,
            find,
            scale: Scale::Fixed,
            apart: "in another currency, or for another time or thing",
        }),
        behind_number: |lexicon| lexicon.currencies.iter().map(|currency| currency.code.clone()).collect(),
        tie: ValueTie::Belongs,
        stand_in: "$3 million",
        other_form: without_what_it_is_for,
        ..Facts::PLAIN
    },
    begins: Class::ARTICLE,
    read,
};

/// "$84 per barrel".
fn price_in_words(amount: &Amount) -> String {
    let money = worded::money(amount.interval, amount.currency.as_deref().unwrap_or(UNKNOWN));
    match &amount.unit {
        Some(per) => format!("{money} {per}"),
        None => money,
    }
}

/// A price by itself: "$84 a barrel" is $84.
fn without_what_it_is_for(value: &Value) -> Option<Value> {
    value.content.amount()?.unit.as_ref()?;
    value.clone().in_unit(value.kind, None)
}

/// The months of a year.
const MONTHS: f64 = 12.0;

/// How a currency that the lexicon does not have is called.
const UNKNOWN: &str = "of an unknown currency";

/// In the currency that the others are in, where it is given in that.
fn axis(amount: &Amount, _: Precision, beside: &Beside) -> Result<(String, Interval), Unplaced> {
    let amount = beside.currency.and_then(|code| amount.in_currency(code)).unwrap_or(amount);
    let code = amount.currency.as_deref().ok_or(Unplaced::UnknownCurrency)?;
    // A price is no sum: "$70 a barrel" and "$70" do not compare.
    let Some(per) = &amount.unit else { return Ok((code.to_string(), amount.interval)) };
    // Beside prices of other stretches, what is paid for a year is paid in twelve parts.
    let a_year = per.strip_suffix("per year").filter(|_| beside.units == Units::Differ);
    Ok(match a_year {
        Some(things) => (format!("{code} {things}per month"), amount.interval.scaled(1.0 / MONTHS)),
        None => (format!("{code} {per}"), amount.interval),
    })
}

fn find(word: &str, lexicon: &Lexicon) -> Result<String, Mistake> {
    let codes: Vec<&str> = lexicon.currencies.iter().map(|currency| currency.code.as_str()).collect();
    if codes.contains(&word) {
        return Ok(word.to_string());
    }
    // What people write for a currency is read as articles are: "dollars", "€".
    let meant = Some(Kind::of(&ENTRY)).and_then(|money| {
        let written = [format!("{word} 5000"), format!("{word}5000"), format!("5000 {word}")];
        let value = written.iter().find_map(|written| literal(written, money, lexicon).ok())?;
        value.content.amount()?.currency.as_ref().map(|code| code.to_string())
    });
    if let Some(rated) = rated(word, lexicon) {
        return Ok(rated);
    }
    let code = word.to_uppercase();
    let near = codes.contains(&code.as_str()).then_some(code).or(meant);
    let what = "the unit of money is a currency by its code in ISO 4217, such as `USD`";
    let advice = match near {
        Some(near) => Advice::meant(&near, format!("write `{near}`: {what}")),
        None => what.into(),
    };
    Err(unknown_unit(word, OF, advice))
}

/// "USD per month": the currency and what it is for, as prices have them.
fn rated(word: &str, lexicon: &Lexicon) -> Option<String> {
    let value = literal(&format!("5000 {word}"), Kind::of(&ENTRY), lexicon).ok()?;
    let amount = value.content.amount()?;
    Some(format!("{} {}", amount.currency.as_deref()?, amount.unit.as_deref()?))
}

/// Whether an amount is of a currency, and for what the unit says where it says that; what is paid for a year is also so for
/// a month.
fn is_in(amount: &Amount, unit: &str, _: &Lexicon) -> bool {
    let (currency, per) = unit.split_once(' ').unwrap_or((unit, ""));
    let monthly = |per: &str| per.replace("per year", "per month");
    let fits = |own: &str| per.is_empty() || monthly(own) == monthly(per);
    amount.currency.as_deref() == Some(currency) && fits(amount.unit.as_deref().unwrap_or_default())
}

/// "$5 or $6" is a range; "$5 or $500" is a choice.
const WIDEST_CHOICE: f64 = 3.0;

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let single = if figure.is_none() { one(reader, at) } else { None };
    if let Some(old) = figure.and_then(|figure| shillings::alone(reader, figure)) {
        let whole = amount(reader, &old)?;
        return Some(reader.amount(Kind::of(&ENTRY), &old.figure, old.end, whole, 1.0));
    }
    let mut sum = CurrencyFigure::read(reader, at, figure.or(single.as_ref()))?;
    if let Some((end, rest)) = shillings::behind(reader, &sum) {
        sum.figure.interval = sum.figure.interval.shifted(rest);
        sum.figure.best = sum.figure.best.map(|best| best + rest);
        sum.end = end;
    } else if let Some(range) = range(reader, &sum) {
        sum = range;
    } else if let Some((end, cents)) = cents(reader, &sum) {
        sum.figure.interval = sum.figure.interval.shifted(cents);
        sum.figure.best = sum.figure.best.map(|best| best + cents);
        sum.end = end;
    }
    let mut whole = amount(reader, &sum)?;
    if let Some((end, unit)) = price::per(reader, sum.end) {
        sum.end = end;
        whole.unit = Some(unit.into());
    } else {
        whole.of = funds(reader, sum.end).map(|funds| funds.words(reader));
    }
    let mut reading = reader.amount(Kind::of(&ENTRY), &sum.figure, sum.end, whole, 1.0);
    if let (Some((end, also)), Content::Amount(amount)) = (bracket(reader, reading.end), &mut reading.value.content)
        && also.currency != amount.currency
    {
        Arc::make_mut(amount).also = [also].into();
        reading.end = end;
        reading.value.text = reader.text.words(reading.first, end).into();
    }
    Some(reading)
}

/// "a dollar", "a euro", but not "a dollar bill".
fn one(reader: &Reader, at: usize) -> Option<Figure> {
    if !reader.word(at).is(Class::ARTICLE) || !reader.word(at + 1).is(Class::CURRENCY) {
        return None;
    }
    let (end, (_, divisor)) = reader.expression(&reader.lexicon.currency_names, at + 1)?;
    let named =
        matches!(reader.kind(end), TokenKind::Word | TokenKind::Hyphen) && !reader.word(end).is(Class::FUNCTION);
    let plural = reader.written(end - 1).ends_with('s');
    let rated = at.checked_sub(1).is_some_and(|before| reader.kind(before) == TokenKind::Number);
    let counts = !named || reader.word(end).is(Class::ARTICLE);
    (counts && !plural && !rated && *divisor == 1.0 && end == at + 2).then(|| Figure::in_words(at, at + 1, 1.0, 1.0))
}

fn amount(reader: &Reader, sum: &CurrencyFigure) -> Option<Amount> {
    let code = sum.currency.and_then(|index| reader.lexicon.currencies.get(index));
    let (interval, best) = (sum.figure.interval, sum.figure.best);
    let (interval, best) = (interval.scaled(1.0 / sum.divisor), best.map(|best| best / sum.divisor));
    Some(Amount { interval, best, currency: code.map(|known| known.code.as_str().into()), ..Amount::default() })
}

/// What the money is: "$2bn of debt", "$12,500 in damages".
fn funds(reader: &Reader, end: usize) -> Option<Thing> {
    if !reader.is(end, "in") {
        return Thing::of(reader, end);
    }
    let thing = Thing::noun(reader, end + 1)?;
    let fits = thing.plural || reader.word(thing.end - 1).is(Class::FUNDS);
    (fits && !reader.is_capital(thing.first)).then_some(thing)
}

/// "$5-$10 million", "$5 million to $10 million", "from 10 dollars to 20 dollars", "$5 or $6".
fn range(reader: &Reader, lower: &CurrencyFigure) -> Option<CurrencyFigure> {
    let choice = reader.is(lower.end, "or");
    let behind = if choice { lower.end + 1 } else { is_span(reader, &lower.figure, lower.end)? };
    let figure = if reader.kind(behind) == TokenKind::Currency { None } else { Figure::read(reader, behind) };
    let behind = behind + usize::from(reader.kind(behind + 1) == TokenKind::Currency && figure.is_none());
    let upper = CurrencyFigure::read(reader, behind, figure.as_ref())?;
    let mut figure = lower.figure;
    let (low, top) = (figure.best?, upper.figure.best?);
    if figure.scale == 1.0 && low < top / upper.figure.scale {
        figure.multiply(upper.figure.scale);
    }
    let near = !choice || top <= low * WIDEST_CHOICE;
    let alike = near && upper.currency == lower.currency && (upper.divisor - lower.divisor).abs() < f64::EPSILON;
    let figure = reading::join(reader, &figure, &upper.figure).filter(|_| alike)?;
    Some(CurrencyFigure { figure, ..upper })
}

/// "3 dollars and 43 cents", "$3 and 25 cents", "thirteen dollars forty-five": one past them, and what they add.
fn cents(reader: &Reader, sum: &CurrencyFigure) -> Option<(usize, f64)> {
    let named = reader.word(sum.end - 1).is(Class::CURRENCY);
    let and = reader.is(sum.end, "and");
    let whole = sum.figure.best.is_some_and(|best| best.fract() == 0.0);
    if !whole || !named && !and || sum.divisor > 1.0 {
        return None;
    }
    let at = if and { sum.end + 1 } else { sum.end };
    let figure = Figure::read(reader, at).filter(|figure| figure.best.is_some_and(|best| best < 100.0))?;
    let Some(cents) = currency::behind(reader, &figure).filter(|cents| cents.divisor > 1.0) else {
        let spoken = !and && !sum.figure.digits && !figure.digits && figure.best.is_some_and(|best| best >= 10.0);
        let ends = reader.kind(figure.end) != TokenKind::Word || reader.word(figure.end).is(Class::FUNCTION);
        return (spoken && ends).then_some((figure.end, figure.best? / 100.0));
    };
    Some((cents.end, figure.best? / cents.divisor))
}

/// "(€2.9m)" behind an amount: the same amount in another currency.
fn bracket(reader: &Reader, at: usize) -> Option<(usize, Amount)> {
    if reader.kind(at) != TokenKind::Open {
        return None;
    }
    let mut first = at + 1;
    while first < at + 5 && reader.word(first).is(Class::HEDGE_END) {
        first += 1;
    }
    if reader.kind(first + 1) == TokenKind::Currency
        && reader.is_glued(first + 1)
        && reader.kind(first) == TokenKind::Word
    {
        first += 1;
    }
    let figure = if reader.kind(first) == TokenKind::Currency { None } else { Figure::read(reader, first) };
    let figure = figure.or_else(|| Figure::read(reader, first + 1));
    let at = figure.as_ref().filter(|_| reader.kind(first) != TokenKind::Currency).map_or(first, |figure| figure.first);
    let sum = CurrencyFigure::read(reader, at, figure.as_ref())?;
    (reader.kind(sum.end) == TokenKind::Close).then_some((sum.end + 1, amount(reader, &sum)?))
}
