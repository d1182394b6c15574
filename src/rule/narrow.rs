//! What narrows a topic beside its phrases: the unit and the thing counted that a value must have, and which way it develops.

use crate::{
    claim::topic::Develops,
    diagnostic::code,
    lexicon::Lexicon,
    value::{Kind, Sort},
    yaml::{Fields, FileReading, Scalar},
};

/// Each way by the word for it.
pub(super) const DIRECTIONS: &[(&str, Develops)] = &[("up", Develops::Up), ("down", Develops::Down)];

/// Reads `unit:`, for a topic of this kind.
pub(super) fn unit<'d>(
    reading: &mut FileReading<'d>,
    fields: &Fields<'d>,
    kind: Kind,
    lexicon: &Lexicon,
) -> Option<String> {
    let scalar = label(reading, fields, "unit")?;
    let word = scalar.value.trim();
    let Some(units) = &kind.facts().units else { return no_unit(reading, fields, kind) };
    (units.find)(word, lexicon).map_err(|mistake| reading.in_text(scalar, mistake)).ok()
}

/// Notes a unit where there can be none.
fn no_unit<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, kind: Kind) -> Option<String> {
    let help = kind.facts().no_unit;
    misplaced(
        reading,
        fields,
        "unit",
        format!("money, measures and percentages have a unit, and a {kind} has none"),
        help,
    );
    None
}

/// Reads `of:`, the thing that a count counts.
pub(super) fn of<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, kind: Kind) -> Option<String> {
    let scalar = label(reading, fields, "of")?;
    if kind.is_bare() {
        return Some(scalar.value.trim().to_string());
    }
    let help = if kind.has_unit() { "say in the phrases what the amount is of, or take it out" } else { "take it out" };
    misplaced(reading, fields, "of", format!("`of` is what a count counts, and a {kind} counts nothing"), help);
    None
}

/// Reads `develops:`, which way a value goes as time passes.
pub(super) fn develops<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, kind: Kind) -> Option<Develops> {
    let develops = reading.one_of(fields.get("develops")?, "`develops`", DIRECTIONS)?;
    if kind.sort() == Sort::Word {
        let message = format!("a {kind} goes neither up nor down");
        misplaced(reading, fields, "develops", message, "take it out; only what has an order develops");
        return None;
    }
    Some(develops)
}

fn misplaced<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, key: &str, message: String, help: &str) {
    if let Some(entry) = fields.entry(key) {
        reading.mistake(code::WRONG_KEY_FOR_KIND, reading.words(&entry.key), message, help);
    }
}

fn label<'d>(reading: &mut FileReading<'d>, fields: &Fields<'d>, key: &str) -> Option<&'d Scalar> {
    reading.text(fields.get(key)?, &format!("`{key}`"))
}
