//! How far apart claims may lie: "within 5 %", "within 10 minutes".

use super::{Position, Situation, positions};
use crate::{
    kind::literal,
    lexicon::Lexicon,
    value::{Interval, Kind, Value},
};

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
/// A message for the writer of the rule.
pub fn tolerance(text: &str, kind: Kind, lexicon: &Lexicon) -> Result<Tolerance, String> {
    let Some(example) = kind.facts().tolerance else {
        return Err(format!("{} is equal to another or not: it takes no tolerance", kind.with_article()));
    };
    let mistake =
        || format!("`{}` is no tolerance for {}; write it like `within {example}`", text.trim(), kind.with_article());
    let read = |name: &str| Kind::find(name).and_then(|kind| literal(text, kind, lexicon).ok());
    if !matches!(kind.name(), "date" | "time")
        && let Some(share) = read("percent")
        && let Some(percent) = width(&share)
        && kind.name() != "percent"
    {
        return Ok(Tolerance::Percent(percent));
    }
    let unit = match kind.name() {
        "date" | "time" | "age" => "duration",
        name => name,
    };
    let seconds = read(unit).as_ref().and_then(width).ok_or_else(mistake)?;
    Ok(Tolerance::Amount(match kind.name() {
        "date" => (seconds / 86_400.0).round(),
        "age" => (seconds / 31_557_600.0 * 12.0).round() / 12.0,
        _ => seconds,
    }))
}

/// The one number of an exact amount, on its axis.
fn width(value: &Value) -> Option<f64> {
    match positions(&[(value, &Situation::default())]).pop()? {
        Position::On { interval: Interval { lo, hi, .. }, .. } if lo >= 0.0 && hi.is_finite() => {
            (value.hedge.is_none()).then_some(hi)
        }
        Position::On { .. } | Position::Word(_) | Position::Indeterminate(_) => None,
    }
}
