//! Whether one figure supports another: the same number to the precision written, or a number that the other allows.

use crate::{
    predicate::truth::lies_in,
    value::{Amount, Interval, Precision, Value, interval},
};

/// How a figure is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountSupport {
    /// The other says the same, or what this one allows.
    Same,
    /// The other is this one rounded.
    Rounder,
    /// The other is the same number under a hedge that this one drops.
    Hedged,
}

/// The middle of an interval; its known end where it has one.
pub fn middle(interval: Interval) -> f64 {
    let known = |end: f64| end.is_finite().then_some(end);
    match (known(interval.lo), known(interval.hi)) {
        (Some(lo), Some(hi)) => f64::midpoint(lo, hi),
        (end, None) | (None, end) => end.unwrap_or(0.0),
    }
}

/// What a number is a number of: its unit and its currency.
pub type MeasuredIn<'v> = (Option<&'v str>, Option<&'v str>);

/// The unit and the currency of an amount.
pub fn measured(amount: &Amount) -> MeasuredIn<'_> {
    (amount.unit.as_deref(), amount.currency.as_deref())
}

/// Whether a figure of an article is supported by another; intervals are on one axis.
pub fn compare(
    (value, amount, own): (&Value, &Amount, Interval),
    (other, supporter, theirs): (&Value, &Amount, Interval),
) -> Option<AmountSupport> {
    let is_exact = |value: &Value| value.precision == Precision::Exact;
    let numbers = amount.best.zip(supporter.best).filter(|_| measured(amount) == measured(supporter));
    let same_number = match numbers {
        Some((a, b)) => rounds_to(b, a, step(&value.text, a)),
        // In another unit, what is exact is as wide as its rounding.
        None => is_exact(value) && is_exact(other) && own.meets(theirs),
    };
    if same_number {
        if is_exact(other) {
            return Some(AmountSupport::Same);
        }
        if is_exact(value) {
            return Some(AmountSupport::Hedged);
        }
        let are_bounds = [value, other].map(|value| openness(value.precision) == Openness::Bound) == [true; 2];
        // "Up to 60" is not "at least 60", and meets it all the same.
        let agree = if are_bounds { is_same(own, theirs) } else { own.meets(theirs) };
        return agree.then_some(AmountSupport::Same);
    }
    // An end of a range is what its writer says of it.
    let is_end = other.precision == Precision::Range
        && is_exact(value)
        && amount.best.is_some()
        && measured(amount) == measured(supporter)
        && own.lo == own.hi
        && [theirs.lo, theirs.hi].into_iter().any(|end| interval::same(end, own.lo));
    if is_end || allows((value, own), (other, theirs)) {
        return Some(AmountSupport::Same);
    }
    let (a, b) = numbers?;
    (is_exact(value) && is_exact(other) && rounds_to(a, b, step(&other.text, b))).then_some(AmountSupport::Rounder)
}

/// Whether what one figure leaves open is what the other says: "more than 100" is borne out by 120, and by "more than 100";
/// "dozens" by 36; "10 to 20" by "10 to 20" alone.
fn allows((value, own): (&Value, Interval), (other, theirs): (&Value, Interval)) -> bool {
    match openness(value.precision) {
        Openness::None => false,
        Openness::Range => is_same(own, theirs),
        Openness::Bound => is_same(own, theirs) || openness(other.precision) != Openness::Bound && reaches(own, theirs),
        Openness::Around if counts_middle(value, other) => lies_in(Interval::point(middle(theirs)), own),
        Openness::Around => lies_in(theirs, own),
    }
}

/// Whether it is enough that the middle of the other lies in what a figure leaves open: "dozens" is borne out by "more than
/// 50", and "nearly 200" by "some 197".
fn counts_middle(value: &Value, other: &Value) -> bool {
    match value.precision {
        Precision::Vague => openness(other.precision) == Openness::Bound,
        Precision::Approximate => is_one_sided(value) && other.precision == Precision::Approximate,
        _ => false,
    }
}

/// Whether a number is an end of what it leaves open: "nearly 200".
pub fn is_one_sided(value: &Value) -> bool {
    let ends =
        |amount: &Amount| amount.best.is_some_and(|best| best >= amount.interval.hi || best <= amount.interval.lo);
    value.precision == Precision::Approximate && value.content.amount().is_some_and(ends)
}

/// What a figure leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Openness {
    /// Nothing.
    None,
    /// What lies between two ends that it names.
    Range,
    /// All on one side.
    Bound,
    /// What lies around it.
    Around,
}

/// What figures of a precision leave open.
pub fn openness(precision: Precision) -> Openness {
    match precision {
        Precision::Exact => Openness::None,
        Precision::Range => Openness::Range,
        Precision::AtLeast | Precision::AtMost | Precision::MoreThan | Precision::LessThan => Openness::Bound,
        Precision::Approximate | Precision::Vague => Openness::Around,
    }
}

/// How far on its side of a bound a figure may lie that bears it out, as a share of the bound.
const FARTHEST: f64 = 0.25;

/// The stretch on its side of a bound in which figures bear it out; the whole where the bound is none.
pub fn near_bound(own: Interval) -> Interval {
    match (own.lo, own.hi) {
        (lo, f64::INFINITY) => Interval { hi: lo + FARTHEST * lo.abs(), hi_open: false, ..own },
        (_, hi) => Interval { lo: hi - FARTHEST * hi.abs(), lo_open: false, ..own },
    }
}

/// Whether a figure lies on the side of a bound, and near it.
fn reaches(own: Interval, theirs: Interval) -> bool {
    let (near, at) = (near_bound(own), middle(theirs));
    lies_in(theirs, own) && near.lo - slack(near) <= at && at <= near.hi + slack(near)
}

/// What arithmetic may have rounded away from an end: twice what makes two numbers the same.
pub fn slack(interval: Interval) -> f64 {
    let finite = [interval.lo, interval.hi].into_iter().filter(|end| end.is_finite());
    2e-9 * finite.fold(0.0, |most: f64, end| most.max(end.abs()))
}

/// Whether two intervals have the same ends, as far as arithmetic keeps them.
pub fn is_same(a: Interval, b: Interval) -> bool {
    let same = |a: f64, b: f64| a == b || interval::same(a, b);
    same(a.lo, b.lo) && same(a.hi, b.hi)
}

/// Whether a number becomes another when it is rounded to steps of this size.
fn rounds_to(number: f64, rounded: f64, step: f64) -> bool {
    let distance = (number - rounded).abs();
    interval::same(number, rounded) || distance <= step / 2.0 || interval::same(distance, step / 2.0)
}

/// How much the last written digit of a number counts: 0.1 for "14.3", 100,000 for "1.2 million", 1 for "fourteen".
pub fn step(text: &str, number: f64) -> f64 {
    let digits: String = text
        .chars()
        .skip_while(|character| !character.is_ascii_digit())
        .take_while(|character| character.is_ascii_digit() || matches!(character, '.' | ','))
        .filter(|character| *character != ',')
        .collect();
    let digits = digits.trim_end_matches('.');
    let Some(written) = digits.parse::<f64>().ok().filter(|written| *written > 0.0) else {
        return if number.fract() == 0.0 { 1.0 } else { 0.0 };
    };
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let scale = number.abs() / written;
    // What is written is not always the number or so many tens of it: "1 in 5" is a fifth.
    if scale < 0.5 || !interval::same(scale, 10_f64.powf(scale.log10().round())) {
        return 0.0;
    }
    scale * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_counts_what_it_stands_for() {
        for (text, number, expected) in [
            ("14.3", 14.3, 0.1),
            ("14", 14.0, 1.0),
            ("100,000", 100_000.0, 1.0),
            ("1.2 million", 1_200_000.0, 100_000.0),
            ("$3bn", 3e9, 1e9),
            ("fourteen", 14.0, 1.0),
            ("half", 0.5, 0.0),
            ("1 in 5", 0.2, 0.0),
            ("1 in 1,000", 0.001, 0.0),
            ("3 lakh", 300_000.0, 100_000.0),
        ] {
            assert!(interval::same(step(text, number), expected), "{text}: {}", step(text, number));
        }
    }

    #[test]
    fn numbers_round_to_what_is_written() {
        for (number, rounded, step, expected) in [
            (14.29, 14.3, 0.1, true),
            (14.29, 14.0, 1.0, true),
            (14.29, 14.2, 0.1, false),
            (1_234_567.0, 1_200_000.0, 100_000.0, true),
            (98_700.0, 100_000.0, 1.0, false),
            (14.25, 14.3, 0.1, true),
        ] {
            assert_eq!(rounds_to(number, rounded, step), expected, "{number} to {rounded}");
        }
    }
}
