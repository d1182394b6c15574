//! How far apart claims may lie: "within 5 %", "within 10 minutes".

use super::{Position, Situation, positions};
use crate::{
    diagnostic::{Mistake, code},
    kind::{duration, literal, percent},
    lexicon::Lexicon,
    value::{Distance, Interval, Kind, Value},
};

/// Seconds of a year of 365.25 days.
const YEAR: f64 = 31_557_600.0;

/// How far apart claims may lie under `within`.
#[derive(Clone, Debug, PartialEq)]
pub enum Tolerance {
    /// An amount on the axis of the kind: seconds for durations and times, days for dates, base units for measures.
    Amount(f64),
    /// A share of the largest value, in percent.
    Percent(f64),
}

/// Reads a tolerance for a kind: an amount of the kind, days for dates, minutes and the like for times, or a percentage.
///
/// # Errors
/// What is wrong, for the writer of the rule.
pub fn tolerance(text: &str, kind: Kind, lexicon: &Lexicon) -> Result<Tolerance, Mistake> {
    let Some(example) = kind.facts().tolerance else {
        return Err(no_distance(format!("{} is equal to another or not: it takes no tolerance", kind.with_article())));
    };
    let what = || format!("`{}` is no tolerance for {}", text.trim(), kind.with_article());
    let mistake = || no_distance(format!("{}; write it like `within {example}`", what()));
    let read = |kind: Kind| literal(text, kind, lexicon).ok();
    let share = |percent: Kind| read(percent).as_ref().and_then(|value| width(value, lexicon)).map(Tolerance::Percent);
    let (percent, duration) = (Kind::of(&percent::ENTRY), Kind::of(&duration::ENTRY));
    let amount = |kind: Kind| read(kind).as_ref().and_then(|value| width(value, lexicon)).ok_or_else(mistake);
    Ok(match kind.facts().distance {
        Distance::AmountOrShare => match share(percent) {
            Some(share) => share,
            None => Tolerance::Amount(amount(kind)?),
        },
        Distance::Amount => Tolerance::Amount(amount(kind)?),
        Distance::Time => Tolerance::Amount(amount(duration)?),
        Distance::Days => Tolerance::Amount((amount(duration)? / duration::DAY).round()),
        Distance::YearsOrShare => match share(percent) {
            Some(share) => share,
            None => Tolerance::Amount((amount(duration)? / YEAR * 12.0).round() / 12.0),
        },
    })
}

/// A text that is no distance between values of the kind.
fn no_distance(message: String) -> Mistake {
    Mistake::new(code::BAD_TOLERANCE, message, None)
}

/// The one number of an exact amount, on its axis.
fn width(value: &Value, lexicon: &Lexicon) -> Option<f64> {
    match positions(&[(value, &Situation::default())], lexicon).pop()? {
        Position::On { interval: Interval { lo, hi, .. }, .. } if lo >= 0.0 && hi.is_finite() => {
            (value.hedge.is_none()).then_some(hi)
        }
        Position::On { .. } | Position::Word(_) | Position::Indeterminate(_) => None,
    }
}
