//! Figures with their currency: a sign, a name or a code before or behind the digits.

use super::price;
use crate::{
    lexicon::{Class, WordGroup},
    reading::{Figure, Reader},
    text::TokenKind,
    value::Interval,
};

/// "10p" is pence; "720p" is the height of a picture.
const MOST_PENCE: f64 = 99.0;

/// "640p a share", "rose to 640p", but not "from 720p": how high pictures are.
const PICTURES: &[f64] = &[144.0, 240.0, 360.0, 480.0, 540.0, 576.0, 720.0, 1080.0, 1440.0, 2160.0];

/// "COP 26" is a conference; a code that is a word too is money only before more.
const LEAST_BY_WORD: f64 = 1000.0;

/// "A grand" is a thousand.
const GRAND: f64 = 1000.0;

/// A sign of a dollar that is not known has at most so many letters: "Z$4".
const LONGEST_UNKNOWN: usize = 4;

/// A figure with its currency: where it ends, which currency (none that is known, for "Z$4"), and what its number is divided
/// by (100 for cents).
#[derive(Clone, Copy)]
pub(super) struct CurrencyFigure {
    pub figure: Figure,
    pub end: usize,
    pub currency: Option<usize>,
    pub divisor: f64,
}

impl CurrencyFigure {
    /// The figure with its currency at a token, or with the figure that stands there.
    pub fn read(reader: &Reader, at: usize, figure: Option<&Figure>) -> Option<Self> {
        match reader.kind(at) {
            TokenKind::Currency => before(reader, at),
            TokenKind::Word | TokenKind::Number => {
                let figure = figure?;
                behind(reader, figure).or_else(|| code_before(reader, figure)).or_else(|| shared(reader, figure))
            }
            _ => None,
        }
    }
}

/// The sign at `at` with the letters that belong to it, before ("MX$") or behind ("$US"): its first token, where its figure
/// begins, and its currency; none that is known for "Z$" and for signs that no currency here has.
fn sign(reader: &Reader, at: usize) -> (usize, usize, Option<usize>) {
    let known =
        |first: usize, end: usize| reader.lexicon.currency_symbols.get(&*reader.text.words(first, end)).copied();
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
pub(super) fn behind(reader: &Reader, figure: &Figure) -> Option<CurrencyFigure> {
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
        // "25 US$".
        TokenKind::Word if reader.kind(at + 1) == TokenKind::Currency && reader.is_glued(at + 1) => {
            let (first, end, currency) = sign(reader, at + 1);
            let alone = figure.digits && first == at && !reader.is_glued(at) && reader.kind(end) != TokenKind::Number;
            if alone { sum(end, currency?, 1.0) } else { None }
        }
        TokenKind::Word if figure.digits && reader.is_of(at, WordGroup::SHARED_CURRENCIES) => {
            Some(CurrencyFigure { figure: *figure, end: at + 1, currency: None, divisor: 1.0 })
        }
        // "40 grand": thousands of the money that everybody there has.
        TokenKind::Word if reader.is(at, "grand") && !is_noun(reader, at + 1) && !reader.is_capital(at) => {
            let mut figure = *figure;
            figure.multiply(GRAND);
            Some(CurrencyFigure { figure, end: at + 1, currency: None, divisor: 1.0 })
        }
        TokenKind::Word if is_foreign(reader, figure, at) => {
            Some(CurrencyFigure { figure: *figure, end: at + 2, currency: None, divisor: 1.0 })
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
                // Ten shillings are no Kenyan ones for certain.
                if !fits && reader.is_of(at, WordGroup::NAMES_OF_CURRENCIES) {
                    return Some(CurrencyFigure { figure: *figure, end, currency: None, divisor: 1.0 });
                }
                return if fits { sum(end, *currency, *divisor) } else { None };
            }
            pence(reader, figure, at)
        }
        TokenKind::Other => pence(reader, figure, at),
        _ => None,
    }
}

fn is_noun(reader: &Reader, at: usize) -> bool {
    reader.kind(at) == TokenKind::Word && !reader.word(at).is(Class::FUNCTION)
}

/// "3 million Norland pounds": a name that several currencies have, of a country whose currency is not known here.
/// In a headline every word has a capital, so that none says that it is a country.
fn is_foreign(reader: &Reader, figure: &Figure, at: usize) -> bool {
    let before = reader.start_of(figure).wrapping_sub(1);
    let headline = reader.kind(before) == TokenKind::Word && reader.is_capital(before);
    let known = || reader.expression(&reader.lexicon.currency_names, at).is_some_and(|(end, _)| end > at + 1);
    reader.is_of(at + 1, WordGroup::NAMES_OF_CURRENCIES)
        && reader.is_capital(at)
        && !reader.word(at).is(Class::CURRENCY)
        && !headline
        && !known()
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
    let share = price::per(reader, at + 1).is_some() || priced && !pictured;
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
