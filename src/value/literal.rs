//! Values that a rule writes: "about 50 minutes", "within 5 %". One reader for articles and rules.

use super::{
    Amount, Content, Interval, Kind, Position, Precision, Situation, Value, figure::Figure, positions, reader::Reader,
};
use crate::{lexicon::Lexicon, text::Text};

/// How far apart claims may lie under `within`.
#[derive(Clone, Debug, PartialEq)]
pub enum Tolerance {
    /// An amount on the axis of the kind: seconds for durations and times, days for dates, base units for measures.
    Amount(f64),
    /// A share of the largest value, in percent.
    Percent(f64),
}

/// Reads the whole of `text` as one value of a kind. A bare number is a count.
///
/// ```
/// use crosscheck::{lexicon::Lexicon, value::{Kind, literal}};
/// let duration = Kind::find("duration").ok_or("no such kind")?;
/// assert!(literal("about 50 minutes", duration, Lexicon::english()).is_ok());
/// assert!(literal("50 apples", duration, Lexicon::english()).is_err());
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// A message for the writer of the rule.
pub fn literal(text: &str, kind: Kind, lexicon: &Lexicon) -> Result<Value, String> {
    if kind.entry().wide {
        return word(text, kind);
    }
    let words = Text::plain(text, lexicon);
    let whole = words.tokens().len();
    let mistake =
        || format!("`{}` is not {}; write it like `{}`", text.trim(), kind.with_article(), kind.entry().example);
    let sentence = words.sentences().first().filter(|sentence| sentence.end == whole).ok_or_else(mistake)?;
    let reader = Reader::new(&words, lexicon, sentence);
    // A hedge or "the" may stand before the place where the value is read.
    let found = (0..whole.min(LONGEST_HEDGE)).find_map(|at| {
        let figure = Figure::read(&reader, at);
        // Where a count is asked for, "2024" is no year.
        let bare = |figure: &Figure| {
            let amount = Amount { interval: figure.interval, best: figure.best, ..Amount::default() };
            kind.takes("number").then(|| reader.amount(kind, figure, figure.end, amount, 1.0))
        };
        let reading = reader
            .longest(at, figure.as_ref(), |entry| kind.takes(entry.name))
            .or_else(|| figure.as_ref().and_then(bare))?;
        let begins = reading.first == 0 || words.slice(0, reading.first).eq_ignore_ascii_case("the");
        (begins && reading.end == whole).then_some(reading)
    });
    found.and_then(|reading| reading.value.into_kind(kind)).ok_or_else(mistake)
}

/// A name or the words of a quotation, with or without marks around them.
fn word(text: &str, kind: Kind) -> Result<Value, String> {
    let words = text.trim().trim_matches(['"', '\u{201c}', '\u{201d}']).trim();
    if words.is_empty() {
        return Err(format!("there are no words of a {kind}; write it like `{}`", kind.entry().example));
    }
    Ok(Value::word(kind, text.trim(), words))
}

/// A literal's hedge has at most so many words.
const LONGEST_HEDGE: usize = 8;

/// Reads a tolerance for a kind: an amount of the kind, days for dates, minutes and the like for times, or a percentage.
///
/// # Errors
/// A message for the writer of the rule.
pub fn tolerance(text: &str, kind: Kind, lexicon: &Lexicon) -> Result<Tolerance, String> {
    let Some(example) = kind.entry().tolerance else {
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

impl Value {
    /// A value that is equal to others or not: what is written, and what it is compared by.
    #[must_use]
    pub fn word(kind: Kind, written: &str, word: &str) -> Self {
        let content = Content::Word(word.into());
        Self { kind, text: written.into(), hedge: None, precision: Precision::Exact, content }
    }

    /// Whether the value may stand where a kind is asked for: a bare number is a count, and a count a number.
    #[must_use]
    pub fn is_a(&self, kind: Kind) -> bool {
        kind.takes(self.kind.name())
    }

    /// The value as one of another kind, where it may be.
    #[must_use]
    pub fn into_kind(mut self, kind: Kind) -> Option<Self> {
        if !self.is_a(kind) {
            return None;
        }
        // A figure stays of the kind that it was read as.
        if kind != Kind::FIGURE {
            self.kind = kind;
        }
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_name_the_kind_in_english() {
        for (kind, expected) in [
            ("money", "`soon` is not an amount of money; write it like `$3.2 million`"),
            ("age", "`soon` is not an age; write it like `23 years old`"),
            ("ordinal", "`soon` is not an ordinal; write it like `2nd`"),
            ("duration", "`soon` is not a duration; write it like `50 minutes`"),
        ] {
            assert_eq!(literal("soon", Kind::find(kind).unwrap(), Lexicon::english()).unwrap_err(), expected);
        }
    }
}
