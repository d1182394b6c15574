//! Amounts in words: numbers, lengths of time, money and measures, as a message prints them.

use super::{Interval, interval};
use crate::lexicon::Spoken;
use std::fmt;

/// What one unit of a currency costs in another is told to a hundredth of a cent up to here.
const LARGEST_RATE: f64 = 10.0;

/// A number in words, and what stands behind it: a magnitude, a unit, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordedNumber {
    number: String,
    unit: String,
}

impl WordedNumber {
    /// A number by itself.
    #[must_use]
    pub fn bare(number: String) -> Self {
        Self { number, unit: String::new() }
    }

    /// The number with a unit behind it.
    #[must_use]
    pub fn of(self, unit: &str) -> Self {
        let unit = if self.unit.is_empty() { unit.to_string() } else { format!("{} {unit}", self.unit) };
        Self { unit, ..self }
    }
}

impl fmt::Display for WordedNumber {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.number)?;
        if self.unit.is_empty() { Ok(()) } else { write!(to, " {}", self.unit) }
    }
}

/// An interval in words: one value, a range, or a bound. The ends of a range share their unit: "45 to 55 minutes".
#[must_use]
pub fn bounded(interval: Interval, show: &dyn Fn(f64) -> WordedNumber) -> String {
    let Interval { lo, hi, lo_open, hi_open } = interval;
    if interval.is_point() {
        return show(lo).to_string();
    }
    let known = |end: f64| end.is_finite().then_some(end);
    match (known(lo), known(hi)) {
        (Some(lo), None) if lo_open => format!("more than {}", show(lo)),
        (Some(lo), None) => format!("at least {}", show(lo)),
        (None | Some(0.0), Some(hi)) if hi_open => format!("less than {}", show(hi)),
        (None | Some(0.0), Some(hi)) => format!("at most {}", show(hi)),
        (Some(lo), Some(hi)) => range(&show(lo), &show(hi)),
        (None, None) => "any".to_string(),
    }
}

fn range(from: &WordedNumber, to: &WordedNumber) -> String {
    if from.unit == to.unit { format!("{} to {to}", from.number) } else { format!("{from} to {to}") }
}

/// "100,000", "1.2 million".
#[must_use]
pub fn number(number: f64) -> WordedNumber {
    let magnitude = Spoken::words().magnitudes.iter().find(|(size, _)| number.abs() >= *size);
    let count = |size: f64| (number / size * 100.0).round() / 100.0;
    match magnitude {
        // Nothing of a number is rounded away for the sake of its name.
        Some((size, name)) if interval::same(count(*size) * size, number) => {
            WordedNumber::bare(grouped(count(*size))).of(name)
        }
        Some(_) | None => WordedNumber::bare(grouped(number)),
    }
}

/// Digits in groups of three, with three decimals at most: "100,000".
#[must_use]
pub fn grouped(number: f64) -> String {
    let rounded = format!("{:.3}", number.abs());
    let (whole, decimals) = rounded.split_once('.').unwrap_or((&rounded, ""));
    let mut shown = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    if !decimals.is_empty() {
        shown.push('.');
        shown.push_str(decimals);
    }
    if number < 0.0 && shown != "0" { format!("-{shown}") } else { shown }
}

/// "$3.2 million", "50,000 CHF", "$2.9 to $3.5 million".
#[must_use]
pub fn money(interval: Interval, currency: &str) -> String {
    let show = |amount: f64| {
        let (minus, shown) = (if amount < 0.0 { "-" } else { "" }, cents(amount.abs()));
        match Spoken::words().signs.get(currency) {
            Some(sign) => WordedNumber { number: format!("{minus}{sign}{}", shown.number), ..shown },
            None => WordedNumber { number: format!("{minus}{}", shown.number), ..shown }.of(currency),
        }
    };
    bounded(interval, &show)
}

/// An amount of money below a million has two decimals or none; a rate of exchange has up to four.
fn cents(amount: f64) -> WordedNumber {
    if amount >= 1e6 || interval::same(amount, amount.round()) {
        return number(amount);
    }
    if amount < LARGEST_RATE && !interval::same(amount * 100.0, (amount * 100.0).round()) {
        return WordedNumber::bare(format!("{amount:.4}").trim_end_matches('0').to_string());
    }
    WordedNumber::bare(format!("{amount:.2}"))
}

/// The seconds of a century: longer spans are said in years, whose days nobody counts.
const CENTURY: f64 = 36_525.0 * 86_400.0;

/// A length of time in the largest unit that both its ends fill readably: "50 minutes", "3 to 3.5 weeks".
#[must_use]
pub fn length(interval: Interval) -> String {
    let ends: Vec<f64> = [interval.lo, interval.hi].into_iter().filter(|end| end.is_finite() && *end > 0.0).collect();
    let is_one = interval.is_point() || ends.len() < 2;
    let decimals = if is_one { 1.0 } else { 10.0 };
    let fits = |(size, name): &&(f64, String)| {
        let least = if name == "week" && is_one { 2.0 } else { 1.0 };
        ends.iter().all(|end| {
            let count = end / size;
            count >= least && interval::same(count * decimals, (count * decimals).round())
        })
    };
    let least = ends.iter().copied().fold(f64::INFINITY, f64::min);
    if least.is_finite() && least >= CENTURY {
        return bounded(interval, &|seconds| counted((seconds / CENTURY * 100.0).round(), "year"));
    }
    let lengths = &Spoken::words().lengths;
    let unit = lengths.iter().find(fits).or_else(|| lengths.iter().find(|(size, _)| least >= *size)).or(lengths.last());
    let (size, name) = unit.map_or((1.0, ""), |(size, name)| (*size, name.as_str()));
    bounded(interval, &|seconds| counted((seconds / size * 10.0).round() / 10.0, name))
}

/// A length in months, in the unit it was given in: "3 years", "21.6 to 26.4 months".
#[must_use]
pub fn months(months: Interval, unit: &str) -> String {
    let (size, name) = if unit == "month" { (1.0, "month") } else { (12.0, "year") };
    bounded(months, &|months| counted((months / size * 10.0).round() / 10.0, name))
}

/// An amount in a unit: "12 miles", "55 mph", "magnitude 6.1".
#[must_use]
pub fn measure(interval: Interval, unit: &str) -> String {
    bounded(interval, &|number| counted(number, unit))
}

/// A stretch of a dimension in the unit that is natural for its size: "19.3 km", "805 m".
#[must_use]
pub fn natural(interval: Interval, dimension: &str) -> String {
    let units = Spoken::words().units.get(dimension).map(Vec::as_slice).unwrap_or_default();
    let size = [interval.lo, interval.hi]
        .into_iter()
        .filter(|end| end.is_finite())
        .fold(0.0, |most: f64, end| most.max(end.abs()));
    let unit = units.iter().find(|(unit, _)| size >= *unit).or(units.last());
    let (unit, name) = unit.map_or((1.0, dimension), |(unit, name)| (*unit, name.as_str()));
    bounded(interval, &|base| counted(rounded(base / unit), name))
}

/// Three digits, or all before the point; of millions, four.
fn rounded(number: f64) -> f64 {
    let size = number.abs();
    if size >= 1e6 {
        let weight = 10.0_f64.powf(size.log10().floor() - 3.0);
        (number / weight).round() * weight
    } else if size >= 100.0 {
        number.round()
    } else if size >= 10.0 {
        (number * 10.0).round() / 10.0
    } else {
        (number * 100.0).round() / 100.0
    }
}

fn counted(count: f64, unit: &str) -> WordedNumber {
    let shown = number(count);
    if unit == "magnitude" {
        return WordedNumber::bare(format!("magnitude {shown}"));
    }
    if interval::same(count, 1.0) { shown.of(unit) } else { shown.of(&in_plural(unit)) }
}

/// The name of a unit behind a number that is not one.
#[must_use]
pub fn in_plural(unit: &str) -> String {
    Spoken::words().plurals.get(unit).cloned().unwrap_or_else(|| format!("{unit}s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_money() {
        for (amount, shown, dollars) in [
            (0.0, "0", "$0"),
            (12.0, "12", "$12"),
            (12.5, "12.5", "$12.50"),
            (0.9996, "1", "$0.9996"),
            (100_000.0, "100,000", "$100,000"),
            (999_999.0, "999,999", "$999,999"),
            (1_200_000.0, "1.2 million", "$1.2 million"),
            (3_250_000.0, "3.25 million", "$3.25 million"),
            (1_234_567.0, "1,234,567", "$1,234,567"),
            (2_600_000.0 * 1.1, "2.86 million", "$2.86 million"),
            (7e9, "7 billion", "$7 billion"),
            (1.5e12, "1.5 trillion", "$1.5 trillion"),
            (-4.0, "-4", "-$4"),
        ] {
            assert_eq!(number(amount).to_string(), shown, "{amount}");
            assert_eq!(money(Interval::point(amount), "USD"), dollars, "{amount}");
        }
        assert_eq!(money(Interval::closed(2.88e6, 3.52e6), "EUR"), "€2.88 to €3.52 million");
        assert_eq!(money(Interval::at_least(5e4), "CHF"), "at least 50,000 CHF");
    }

    #[test]
    fn lengths_of_time() {
        let minute = 60.0;
        let day = 86_400.0;
        for (from, to, shown) in [
            (50.0 * minute, 50.0 * minute, "50 minutes"),
            (90.0 * minute, 90.0 * minute, "90 minutes"),
            (120.0 * minute, 120.0 * minute, "2 hours"),
            (45.0 * minute, 55.0 * minute, "45 to 55 minutes"),
            (54.0 * minute, 66.0 * minute, "54 to 66 minutes"),
            (21.0 * day, 24.5 * day, "3 to 3.5 weeks"),
            (14.0 * day, 84.0 * day, "2 to 12 weeks"),
            (7.0 * day, 7.0 * day, "7 days"),
            (day, 2.0 * day, "1 day to 2 days"),
            (0.0, 2.0 * day, "at most 2 days"),
            (1.0, 1.0, "1 second"),
            (300.0 * 365.25 * day, 300.0 * 365.25 * day, "300 years"),
            (3e8 * 365.25 * day, 12e8 * 365.25 * day, "300 million years to 1.2 billion years"),
        ] {
            assert_eq!(length(Interval::closed(from, to)), shown);
        }
        assert_eq!(months(Interval::point(36.0), "year"), "3 years");
        assert_eq!(months(Interval::point(1.0), "month"), "1 month");
    }

    #[test]
    fn every_dimension_is_told_in_a_unit_of_its_own() {
        for unit in &crate::lexicon::Lexicon::english().units {
            assert!(Spoken::words().units.contains_key(&unit.dimension), "{}", unit.dimension);
        }
    }

    #[test]
    fn measures() {
        for (number, unit, shown) in [
            (12.0, "mile", "12 miles"),
            (1.0, "mile", "1 mile"),
            (6.0, "foot", "6 feet"),
            (19.0, "km", "19 km"),
            (6.1, "magnitude", "magnitude 6.1"),
            (5_500.0, "tonne", "5,500 tonnes"),
        ] {
            assert_eq!(measure(Interval::point(number), unit), shown);
        }
        for (number, dimension, shown) in [
            (19_312.1, "length", "19.3 km"),
            (804_672.0, "length", "805 km"),
            (300.0, "length", "300 m"),
            (25.0, "speed", "90 km/h"),
            (5_000.0, "mass", "5 tonnes"),
        ] {
            assert_eq!(natural(Interval::point(number), dimension), shown);
        }
        assert_eq!(natural(Interval::closed(17_380.0, 21_243.0), "length"), "17.4 to 21.2 km");
    }
}
