//! `money`: an amount of a currency, by its ISO 4217 code. Currencies do not convert, and a price is no sum.

use super::{KindEntry, literal};
use crate::{
    diagnostic::Mistake,
    lexicon::{Class, Lexicon, WordGroup},
    reading::{self, AmountReading, Figure, Reader, Thing, is_span},
    text::TokenKind,
    value::{
        Amount, Beside, Content, Facts, Family, Interval, Kind, Measured, Precision, Scale, Sort, Unplaced, ValueTie,
        unknown_unit, worded,
    },
};
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
        given: |amount| Some(worded::money(amount.interval, amount.currency.as_deref().unwrap_or(UNKNOWN))),
        units: Some(Measured {
            of: OF,
            unit: |amount| amount.currency.as_deref(),
            is_in,
            find,
            scale: Scale::Fixed,
            apart: "in another currency",
        }),
        tie: ValueTie::Belongs,
        stand_in: "$3 million",
        ..Facts::PLAIN
    },
    read,
};

/// How a currency that the lexicon does not have is called.
const UNKNOWN: &str = "of an unknown currency";

/// In the currency that the others are in, where it is given in that.
fn axis(amount: &Amount, _: Precision, beside: &Beside) -> Result<(String, Interval), Unplaced> {
    let amount = beside.currency.and_then(|code| amount.in_currency(code)).unwrap_or(amount);
    let code = amount.currency.as_deref().ok_or(Unplaced::UnknownCurrency)?;
    let axis = match &amount.unit {
        // A price is no sum: "$70 a barrel" and "$70" do not compare.
        Some(per) => format!("{code} {per}"),
        None => code.to_string(),
    };
    Ok((axis, amount.interval))
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
    let code = word.to_uppercase();
    let near = codes.contains(&code.as_str()).then_some(code).or(meant);
    let what = "the unit of money is a currency by its code in ISO 4217, such as `USD`";
    let help = near.map_or_else(|| what.to_string(), |near| format!("write `{near}`: {what}"));
    Err(unknown_unit(word, OF, help))
}

fn is_in(amount: &Amount, currency: &str, _: &Lexicon) -> bool {
    amount.currency.as_deref() == Some(currency)
}

/// "10p" is pence; "720p" is the height of a picture.
const MOST_PENCE: f64 = 99.0;

/// "640p a share", "rose to 640p", but not "from 720p": how high pictures are.
const PICTURES: &[f64] = &[144.0, 240.0, 360.0, 480.0, 540.0, 576.0, 720.0, 1080.0, 1440.0, 2160.0];

/// "COP 26" is a conference; a code that is a word too is money only before more.
const LEAST_BY_WORD: f64 = 1000.0;

/// "$5 or $6" is a range; "$5 or $500" is a choice.
const WIDEST_CHOICE: f64 = 3.0;

/// A sign of a dollar that is not known has at most so many letters: "Z$4".
const LONGEST_UNKNOWN: usize = 4;

/// A figure with its currency: where it ends, which currency (none that is known, for "Z$4"), and what its number is divided
/// by (100 for cents).
#[derive(Clone, Copy)]
struct CurrencyFigure {
    figure: Figure,
    end: usize,
    currency: Option<usize>,
    divisor: f64,
}

fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<AmountReading> {
    let single = if figure.is_none() { one(reader, at) } else { None };
    let mut sum = sum(reader, at, figure.or(single.as_ref()))?;
    if let Some(range) = range(reader, &sum) {
        sum = range;
    } else if let Some((end, cents)) = cents(reader, &sum) {
        sum.figure.interval = sum.figure.interval.shifted(cents);
        sum.figure.best = sum.figure.best.map(|best| best + cents);
        sum.end = end;
    }
    let mut whole = amount(reader, &sum)?;
    if let Some((end, unit)) = per(reader, sum.end) {
        sum.end = end;
        whole.unit = Some(unit.into());
    } else {
        whole.of = funds(reader, sum.end).map(|funds| funds.words(reader));
    }
    let mut reading = reader.amount(Kind::of(&ENTRY), &sum.figure, sum.end, whole, 1.0);
    if let (Some((end, also)), Content::Amount(amount)) = (bracket(reader, reading.end), &mut reading.value.content)
        && also.currency != amount.currency
    {
        Arc::make_mut(amount).also.push(also);
        reading.end = end;
        reading.value.text = reader.text.slice(reading.first, end).into();
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

fn sum(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<CurrencyFigure> {
    match reader.kind(at) {
        TokenKind::Currency => before(reader, at),
        TokenKind::Word | TokenKind::Number => {
            let figure = figure?;
            behind(reader, figure).or_else(|| code_before(reader, figure)).or_else(|| shared(reader, figure))
        }
        _ => None,
    }
}

fn amount(reader: &Reader, sum: &CurrencyFigure) -> Option<Amount> {
    let code = sum.currency.and_then(|index| reader.lexicon.currencies.get(index));
    let (interval, best) = (sum.figure.interval, sum.figure.best);
    let (interval, best) = (interval.scaled(1.0 / sum.divisor), best.map(|best| best / sum.divisor));
    Some(Amount { interval, best, currency: code.map(|known| known.code.as_str().into()), ..Amount::default() })
}

/// The sign at `at` with the letters that belong to it, before ("MX$") or behind ("$US"): its first token, where its figure
/// begins, and its currency; none that is known for "Z$" and for signs that no currency here has.
fn sign(reader: &Reader, at: usize) -> (usize, usize, Option<usize>) {
    let known = |first: usize, end: usize| reader.lexicon.currency_symbols.get(reader.text.slice(first, end)).copied();
    let plain = || (at, at + 1, known(at, at + 1));
    if reader.kind(at + 1) == TokenKind::Word && reader.is_glued(at + 1) {
        return known(at, at + 2).map_or_else(plain, |currency| (at, at + 2, Some(currency)));
    }
    let Some(letters) = at.checked_sub(1).filter(|before| reader.kind(*before) == TokenKind::Word) else {
        return plain();
    };
    if !reader.is_glued(at) || reader.is_glued(letters) {
        return plain();
    }
    let written = reader.written(letters);
    let short = written.len() <= LONGEST_UNKNOWN && reader.is_capital(letters);
    match known(letters, at + 1) {
        Some(currency) => (letters, at + 1, Some(currency)),
        None if short && reader.written(at) == "$" => (letters, at + 1, None),
        None => plain(),
    }
}

/// "$3.2m", "US$3.2 million", "$US640", "-$5": the sign stands before the figure.
fn before(reader: &Reader, at: usize) -> Option<CurrencyFigure> {
    let (first, digits, currency) = sign(reader, at);
    let mut figure = Figure::read(reader, digits)?;
    if reader.kind(digits) == TokenKind::Word {
        return None;
    }
    let mut end = take_suffix(reader, &mut figure);
    // "$3m dollars" is slack writing, but it is money all the same.
    if reader.word(end).is(Class::CURRENCY)
        && let Some((behind, (named, _))) = reader.expression(&reader.lexicon.currency_names, end)
        && Some(*named) == currency
    {
        end = behind;
    }
    let opened = figure.first < at;
    figure.first = if opened { figure.first } else { first };
    if !opened && let Some(minus) = first.checked_sub(1).filter(|_| reader.is_glued(first)) {
        let apart = reader.kind(minus) == TokenKind::Dash && !reader.is_glued(minus);
        if apart
            && matches!(reader.written(minus), "-" | "−")
            && let Some(best) = figure.best
        {
            let interval = Interval::point(-best);
            (figure.first, figure.best, figure.interval) = (minus, Some(-best), interval);
        }
    }
    Some(CurrencyFigure { figure, end, currency, divisor: 1.0 })
}

/// "3.2 m", "6.5MM": a suffix that only money has, apart from its digits or as it is written. One past the figure.
fn take_suffix(reader: &Reader, figure: &mut Figure) -> usize {
    if figure.scale == 1.0
        && let Some(sign) = reader.lexicon.money_signs.get(reader.written(figure.end))
        && reader.is_glued(figure.end)
    {
        figure.multiply(*sign);
        return figure.end + 1;
    }
    let suffix = reader.word(figure.end);
    if suffix.is(Class::SUFFIX) && suffix.money_only && figure.best.is_some() && !reader.is_glued(figure.end) {
        figure.multiply(suffix.number);
        return figure.end + 1;
    }
    figure.end
}

/// "3.2 million dollars", "3.2m euros", "50 cents", "10p": the name stands behind it.
fn behind(reader: &Reader, figure: &Figure) -> Option<CurrencyFigure> {
    let at = figure.unit_at(reader);
    let sum = |end: usize, currency: usize, divisor: f64| {
        // "Nineteen ninety-nine dollars" are 19.99 as they are spoken.
        let divisor = if figure.is_spoken_pair(reader) { divisor * 100.0 } else { divisor };
        Some(CurrencyFigure { figure: *figure, end, currency: Some(currency), divisor })
    };
    if let Some(end) = is_pounds(reader, figure, at).then_some(at + 1) {
        return sum(end, *reader.lexicon.currency_symbols.get("£")?, 1.0);
    }
    match reader.kind(at) {
        // "50€", "10 €", "300 $US", but not the "$" of the next amount.
        TokenKind::Currency => {
            let (_, end, currency) = sign(reader, at);
            let currency = currency?;
            let alone = figure.digits && !matches!(reader.kind(end), TokenKind::Number);
            if alone { sum(end, currency, 1.0) } else { None }
        }
        TokenKind::Word if reader.word(at).is(Class::CURRENCY.and(Class::CURRENCY_CODE)) => {
            if let Some((end, (currency, divisor))) = reader.expression(&reader.lexicon.currency_names, at) {
                let named = reader.lexicon.currencies.get(*currency)?;
                let written = reader.written(at);
                let is_upper = written.bytes().all(|byte| byte.is_ascii_uppercase());
                // "3 cup" and "5 try" are no codes.
                let fits = if written.eq_ignore_ascii_case(&named.code) {
                    is_upper && (!named.word || figure.interval.hi >= LEAST_BY_WORD)
                } else {
                    is_upper || end > at + 1 || figure.interval.hi >= named.least
                };
                return if fits { sum(end, *currency, *divisor) } else { None };
            }
            pence(reader, figure, at)
        }
        TokenKind::Other => pence(reader, figure, at),
        _ => None,
    }
}

/// "from 30 to 40 cents".
fn shared(reader: &Reader, figure: &Figure) -> Option<CurrencyFigure> {
    let (first, sum) = figure.shared(reader, |last| behind(reader, last))?;
    Some(CurrencyFigure { figure: first, end: figure.end, ..sum })
}

fn pence(reader: &Reader, figure: &Figure, at: usize) -> Option<CurrencyFigure> {
    let currency = *reader.lexicon.cent_symbols.get(reader.written(at))?;
    let joined = matches!(reader.kind(at + 1), TokenKind::Word | TokenKind::Number | TokenKind::Slash);
    let apart = !(joined && reader.is_glued(at + 1));
    let few = figure.interval.hi <= MOST_PENCE;
    let pictured = figure.best.is_none_or(|best| PICTURES.contains(&best));
    let priced = reader.is_of(figure.first.wrapping_sub(1), WordGroup::BEFORE_PRICE);
    let priced = priced || reader.hedge_before(figure.first).is_some();
    let share = per(reader, at + 1).is_some() || priced && !pictured;
    let fits = figure.digits && reader.is_glued(at) && apart && (few || share);
    fits.then_some(CurrencyFigure { figure: *figure, end: at + 1, currency: Some(currency), divisor: 100.0 })
}

/// "USD 5m", "Rs 20", "Rs. 20": a code in capitals, or a sign in letters, before the digits.
fn code_before(reader: &Reader, figure: &Figure) -> Option<CurrencyFigure> {
    let mut first = figure.first.checked_sub(1).filter(|_| figure.digits)?;
    if matches!(reader.kind(first), TokenKind::AbbreviationStop | TokenKind::Stop) && reader.is_glued(first) {
        first = first.checked_sub(1)?;
    }
    let coded = Class::CURRENCY.and(Class::CURRENCY_CODE);
    if reader.kind(first) != TokenKind::Word || !reader.word(first).is(coded) || reader.is_glued(first) {
        return None;
    }
    let written = reader.written(first);
    let coded = || {
        let is_code = |currency: &crate::lexicon::Currency| currency.code == written;
        reader.lexicon.currencies.iter().position(is_code)
    };
    let currency = reader.lexicon.currency_symbols.get(written).copied().or_else(coded)?;
    let is_word = reader.lexicon.currencies.get(currency).is_some_and(|currency| currency.word);
    let mut figure = *figure;
    let end = take_suffix(reader, &mut figure);
    // "COP 26", "exit R 22".
    if (is_word || written.len() == 1) && figure.interval.hi < LEAST_BY_WORD {
        return None;
    }
    figure.first = first;
    Some(CurrencyFigure { figure, end, currency: Some(currency), divisor: 1.0 })
}

/// Whether "pounds" at `at` are money and no weight: millions of them, or paid, and not "pounds of" something.
#[must_use]
pub fn is_pounds(reader: &Reader, figure: &Figure, at: usize) -> bool {
    if !reader.word(at).is(Class::UNIT)
        || !reader.is(at, "pounds") && !reader.is(at, "pound")
        || reader.is(at + 1, "of")
    {
        return false;
    }
    let spent = (figure.first.saturating_sub(4)..figure.first).any(|before| reader.word(before).is(Class::SPENDING));
    figure.money_only || figure.scale >= 1e6 || spent
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
    let upper = sum(reader, behind, figure.as_ref())?;
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
    let Some(cents) = behind(reader, &figure).filter(|cents| cents.divisor > 1.0) else {
        let spoken = !and && !sum.figure.digits && !figure.digits && figure.best.is_some_and(|best| best >= 10.0);
        let ends = reader.kind(figure.end) != TokenKind::Word || reader.word(figure.end).is(Class::FUNCTION);
        return (spoken && ends).then_some((figure.end, figure.best? / 100.0));
    };
    Some((cents.end, figure.best? / cents.divisor))
}

/// "a barrel", "per kg", "/hour": one past it, and the unit in words.
fn per(reader: &Reader, at: usize) -> Option<(usize, String)> {
    if reader.is(at, "apiece") || reader.is(at, "each") && !matches!(reader.kind(at + 1), TokenKind::Word) {
        return Some((at + 1, price("piece")));
    }
    let apart = reader.is(at, "per") || reader.is(at, "each");
    let measured = Class::UNIT.and(Class::DURATION).and(Class::PRICED);
    let next = reader.word(at + 1);
    let priced = match reader.kind(at) {
        TokenKind::Word if apart => {
            reader.kind(at + 1) == TokenKind::Word || reader.is(at, "per") && reader.kind(at + 1) == TokenKind::Number
        }
        // "$5m a year earlier" is when, and no price.
        TokenKind::Word => {
            let from = reader.is(at + 2, "from") && reader.kind(at + 3) == TokenKind::Currency;
            let past = next.is(Class::DURATION) && reader.word(at + 2).is(Class::SINCE) && !from;
            reader.word(at).is(Class::ARTICLE) && next.is(measured) && !past
        }
        TokenKind::Slash | TokenKind::Hyphen => {
            let behind = if reader.is(at + 1, "a") || reader.is(at + 1, "per") { at + 3 } else { at + 1 };
            return reader.word(behind).is(measured).then(|| (behind + 1, price(reader.written(behind))));
        }
        _ => false,
    };
    let end = priced_end(reader, at + 1);
    priced.then(|| (end, price(reader.text.slice(at + 1, end))))
}

/// One past what a price is for: "share", "square foot", "diluted share".
fn priced_end(reader: &Reader, at: usize) -> usize {
    if let Some((end, _)) = reader.expression(&reader.lexicon.unit_names, at) {
        return end;
    }
    // "per 100 litres", "per million British thermal units".
    let figure = Figure::read(reader, at);
    let magnitude = usize::from(reader.word(at).is(Class::MAGNITUDE));
    let behind = figure.map_or(at + magnitude, |figure| figure.end);
    if behind > at {
        let unit = reader.expression(&reader.lexicon.unit_names, behind).map(|(end, _)| end);
        return unit.or_else(|| Thing::noun(reader, behind).map(|thing| thing.end)).unwrap_or(behind);
    }
    let modified = !reader.word(at).is(Class::PRICED.and(Class::DURATION)) && reader.word(at + 1).is(Class::PRICED);
    at + 1 + usize::from(modified)
}

fn price(unit: &str) -> String {
    format!("per {}", unit.to_lowercase())
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
    let sum = sum(reader, at, figure.as_ref())?;
    (reader.kind(sum.end) == TokenKind::Close).then_some((sum.end + 1, amount(reader, &sum)?))
}

#[cfg(test)]
mod tests {
    use crate::kind::tests::{check, check_none};

    #[test]
    fn meanings() {
        check(&[
            ("a $3.2 million fund", &["$3.2 million = money $3.2 million"]),
            ("worth $3.2m", &["$3.2m = money $3.2 million"]),
            ("3.2m dollars", &["3.2m dollars = money $3.2 million"]),
            ("some €2 billion", &["some €2 billion = money €1.8 to €2.2 billion"]),
            ("C$5 (US$4)", &["C$5 (US$4) = money C$5, twice"]),
            ("50 cents", &["50 cents = money $0.50"]),
            ("It cost 50p.", &["50p = money £0.50"]),
            ("USD 5m", &["USD 5m = money $5 million"]),
            ("Rs 20 crore", &["Rs 20 crore = money ₹200 million"]),
            ("$5-10 million", &["$5-10 million = money $5 to $10 million"]),
            ("$5 million to $10 million", &["$5 million to $10 million = money $5 to $10 million"]),
            ("between $5 and $10 million", &["between $5 and $10 million = money $5 to $10 million"]),
            ("between 10 and 20 dollars", &["between 10 and 20 dollars = money $10 to $20"]),
            ("It rose from $5 to $10.", &["$5 = money $5", "$10 = money $10"]),
            ("at $70 a barrel", &["$70 a barrel = money 70 USD per barrel"]),
            ("$15.40/hour", &["$15.40/hour = money 15.40 USD per hour"]),
            ("10 million pounds", &["10 million pounds = money £10 million"]),
            ("He was fined 2,000 pounds.", &["2,000 pounds = money £2,000"]),
            ("10 million pounds of beef", &["10 million pounds = measure 4,536 tonnes of beef"]),
            ("3 billion yuan", &["3 billion yuan = money 3 billion CNY"]),
            ("500 Canadian dollars", &["500 Canadian dollars = money C$500"]),
            ("3 dollars and 43 cents", &["3 dollars and 43 cents = money $3.43"]),
            ("a loss of -$5", &["-$5 = money -$5"]),
            ("$5 or $6", &["$5 or $6 = money $5 to $6"]),
            ("up from $5m a year earlier", &["$5m = money $5 million", "a year earlier = date 2020"]),
            ("$5m a year", &["$5m a year = money 5 million USD per year"]),
            ("$15 apiece", &["$15 apiece = money 15 USD per piece"]),
            ("$12,500 in damages", &["$12,500 = money $12,500 of damages"]),
            ("€2bn in military aid", &["€2bn = money €2 billion of military aid"]),
            ("under a dollar a day", &["under a dollar a day = money less than 1 USD per day"]),
            ("5,000 francs", &["5,000 francs = money 5,000 CHF"]),
            ("Rs500 or RM2.15m", &["Rs500 = money ₹500", "RM2.15m = money 2.15 million MYR"]),
            ("USD3.5bn", &["USD3.5bn = money $3.5 billion"]),
            ("$5m in June", &["$5m = money $5 million", "June = date June 2022"]),
            ("worth 4 bln euros or $7bln", &["4 bln euros = money €4 billion", "$7bln = money $7 billion"]),
            ("$12 mil and $2.5MM", &["$12 mil = money $12 million", "$2.5MM = money $2.5 million"]),
            ("$US7 million and $A2,500", &["$US7 million = money $7 million", "$A2,500 = money A$2,500"]),
            ("MX$40 or TT$5", &["MX$40 = money 40 MXN", "TT$5 = money 5 TTD"]),
            ("It cost Q$4.", &["Q$4 = money unknown (its currency is not known)"]),
            ("tickets at 12 € and 8 million €", &["12 € = money €12", "8 million € = money €8 million"]),
            ("₱60, ￥70 and ₫80,000", &["₱60 = money 60 PHP", "￥70 = money ¥70", "₫80,000 = money 80,000 VND"]),
            ("23,45,678 rupees", &["23,45,678 rupees = money ₹2,345,678"]),
            ("two lakh crore rupees", &["two lakh crore rupees = money ₹2 trillion"]),
            ("a quarter million dollars", &["a quarter million dollars = money $250,000"]),
            ("two-thirds of a billion euros", &["two-thirds of a billion euros = money €666,666,666.667"]),
            ("tens of thousands of euros", &["tens of thousands of euros = money €20,000 to €100,000"]),
            ("$4 and 75 cents", &["$4 and 75 cents = money $4.75"]),
            ("twelve dollars fifty", &["twelve dollars fifty = money $12.50"]),
            ("nineteen ninety-five dollars", &["nineteen ninety-five dollars = money $19.95"]),
            ("It costs more than 160p.", &["more than 160p = money more than £1.60"]),
            ("$6-9,000 a boat", &["$6-9,000 = money $6,000 to $9,000"]),
            ("1,5 million euros", &["1,5 million euros = money €1.5 million"]),
            ("2.345,60 euros", &["2.345,60 euros = money €2345.60"]),
            ("R3,5 million and R4,200", &["R3,5 million = money 3.5 million ZAR", "R4,200 = money 4,200 ZAR"]),
            ("7,000 TOP", &["7,000 TOP = money 7,000 TOP"]),
        ]);
    }

    #[test]
    fn what_is_none() {
        check_none(&[
            "the $ sign",
            "in US dollars",
            "a 720p film",
            "a pound of flesh",
            "COP26",
            "a dollar bill",
            "the USD",
            "an R22 engine, the N95 mask",
            "ALL in capitals",
        ]);
    }
}
