//! Values that a rule writes: "about 50 minutes", "within 5 %". One reader for articles and rules.

use super::number;
use crate::{
    diagnostic::{Mistake, code},
    lexicon::Lexicon,
    reading::{Figure, Reader},
    text::Text,
    value::{Amount, Kind, Value},
};

/// Reads the whole of `text` as one value of a kind. A bare number is a count.
///
/// ```
/// use crosscheck::rooms::{kind::literal, lexicon::Lexicon, value::Kind};
/// let duration = Kind::find("duration").ok_or("no such kind")?;
/// assert!(literal("about 50 minutes", duration, Lexicon::english()).is_ok());
/// assert!(literal("50 apples", duration, Lexicon::english()).is_err());
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
/// What is wrong, for the writer of the rule.
pub fn literal(text: &str, kind: Kind, lexicon: &Lexicon) -> Result<Value, Mistake> {
    if kind.facts().wide {
        return word(text, kind);
    }
    let words = Text::plain(text, lexicon);
    let whole = words.tokens().len();
    let example = kind.facts().example;
    let mistake = || no_value(format!("`{}` is not {}; write it like `{example}`", text.trim(), kind.with_article()));
    let sentence = words.sentences().first().filter(|sentence| sentence.end == whole).ok_or_else(mistake)?;
    let reader = Reader::new(&words, lexicon, sentence);
    // A hedge or "the" may stand before the place where the value is read.
    let found = (0..whole.min(LONGEST_HEDGE)).find_map(|at| {
        let figure = Figure::read(&reader, at);
        // Where a count is asked for, "2024" is no year.
        let number = Kind::of(&number::ENTRY);
        let bare = |figure: &Figure| {
            let amount = Amount { interval: figure.interval, best: figure.best, ..Amount::default() };
            let is_asked = kind.takes(number) || kind.facts().from_bare.is_some();
            is_asked.then(|| reader.amount(number, figure, figure.end, amount, 1.0))
        };
        let reading = reader
            .longest(at, figure.as_ref(), |other| kind.takes(other))
            .or_else(|| figure.as_ref().and_then(bare))?;
        let begins = reading.first == 0 || words.slice(0, reading.first).eq_ignore_ascii_case("the");
        (begins && reading.end == whole).then_some(reading)
    });
    found.and_then(|reading| reading.value.into_kind(kind)).ok_or_else(mistake)
}

/// A text that is no value of the kind.
fn no_value(message: String) -> Mistake {
    Mistake::new(code::BAD_VALUE, message, None)
}

/// A name or the words of a quotation, with or without marks around them.
fn word(text: &str, kind: Kind) -> Result<Value, Mistake> {
    let words = text.trim().trim_matches(['"', '\u{201c}', '\u{201d}']).trim();
    if words.is_empty() {
        return Err(no_value(format!("there are no words of a {kind}; write it like `{}`", kind.facts().example)));
    }
    Ok(Value::word(kind, text.trim(), words))
}

/// A literal's hedge has at most so many words.
const LONGEST_HEDGE: usize = 8;

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
            assert_eq!(literal("soon", Kind::find(kind).unwrap(), Lexicon::english()).unwrap_err().message, expected);
        }
    }
}
