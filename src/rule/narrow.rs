//! What narrows a topic beside its phrases: the unit and the thing counted that a value must have, and which way it develops.

use crate::{
    claim::topic::Develops,
    diagnostic::code,
    kind::literal,
    lexicon::Lexicon,
    value::{Content, Kind},
    yaml::{Fields, Reading, Scalar, suggestion},
};

/// The units of percentages, as rule files write them, and as values have them.
const SHARES: &[(&str, &str)] = &[
    ("percent", "%"),
    ("per cent", "%"),
    ("%", "%"),
    ("percentage points", "percentage point"),
    ("percentage point", "percentage point"),
    ("basis points", "basis point"),
    ("basis point", "basis point"),
];

/// Each way by the word for it.
pub(super) const DIRECTIONS: &[(&str, Develops)] = &[("up", Develops::Up), ("down", Develops::Down)];

/// Reads `unit:`, for a topic of this kind.
pub(super) fn unit<'d>(
    reading: &mut Reading<'d>,
    fields: &Fields<'d>,
    kind: Kind,
    lexicon: &Lexicon,
) -> Option<String> {
    let scalar = label(reading, fields, "unit")?;
    let word = scalar.value.trim();
    let found = match kind.name() {
        "money" => currency(word, lexicon),
        "measure" => measure(word, lexicon),
        "percent" => share(word),
        _ => return no_unit(reading, fields, kind),
    };
    match found {
        Ok(unit) => Some(unit),
        Err(help) => {
            reading.mistake(
                code::UNKNOWN_UNIT,
                reading.words(scalar),
                format!("`{word}` is no unit of {}", of_kind(kind)),
                help,
            );
            None
        }
    }
}

fn of_kind(kind: Kind) -> &'static str {
    match kind.name() {
        "money" => "money",
        "measure" => "a measure",
        _ => "a percentage",
    }
}

fn currency(word: &str, lexicon: &Lexicon) -> Result<String, String> {
    let codes: Vec<&str> = lexicon.currencies.iter().map(|currency| currency.code.as_str()).collect();
    if codes.contains(&word) {
        return Ok(word.to_string());
    }
    // What people write for a currency is read as articles are: "dollars", "€".
    let meant = Kind::find("money").and_then(|money| {
        let written = [format!("{word} 5000"), format!("{word}5000"), format!("5000 {word}")];
        let value = written.iter().find_map(|written| literal(written, money, lexicon).ok())?;
        match value.content {
            Content::Amount(amount) => amount.currency.map(|code| code.to_string()),
            Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
        }
    });
    let code = word.to_uppercase();
    let near = codes.contains(&code.as_str()).then_some(code).or(meant);
    let what = "the unit of money is a currency by its code in ISO 4217, such as `USD`";
    Err(near.map_or_else(|| what.to_string(), |near| format!("write `{near}`: {what}")))
}

fn measure(word: &str, lexicon: &Lexicon) -> Result<String, String> {
    if lexicon.unit(word).is_some() {
        return Ok(word.to_string());
    }
    let names: Vec<&str> = lexicon.units.iter().map(|unit| unit.name.as_str()).collect();
    Err(suggestion(word, &names, "the unit of a measure is one that articles write, such as `km`, `hectares` or `°C`"))
}

fn share(word: &str) -> Result<String, String> {
    let found = SHARES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    let names: Vec<&str> = SHARES.iter().map(|(name, _)| *name).collect();
    let what = "the unit of a percentage is `percent`, `percentage points` or `basis points`";
    found.map(|(_, unit)| (*unit).to_string()).ok_or_else(|| suggestion(word, &names, what))
}

/// Notes a unit where there can be none.
fn no_unit<'d>(reading: &mut Reading<'d>, fields: &Fields<'d>, kind: Kind) -> Option<String> {
    let help = match kind.name() {
        "count" | "number" => "for the thing that is counted write `of: troops`",
        "duration" | "age" => "take it out: spans of time are compared in whatever unit they are written",
        _ => "take it out",
    };
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
pub(super) fn of<'d>(reading: &mut Reading<'d>, fields: &Fields<'d>, kind: Kind) -> Option<String> {
    let scalar = label(reading, fields, "of")?;
    if kind.takes("count") {
        return Some(scalar.value.trim().to_string());
    }
    let help = match kind.name() {
        "money" | "measure" | "percent" => "say in the phrases what the amount is of, or take it out",
        _ => "take it out",
    };
    misplaced(reading, fields, "of", format!("`of` is what a count counts, and a {kind} counts nothing"), help);
    None
}

/// Reads `develops:`, which way a value goes as time passes.
pub(super) fn develops<'d>(reading: &mut Reading<'d>, fields: &Fields<'d>, kind: Kind) -> Option<Develops> {
    let develops = reading.one_of(fields.get("develops")?, "`develops`", DIRECTIONS)?;
    if matches!(kind.name(), "choice" | "name" | "quotation") {
        let message = format!("a {kind} goes neither up nor down");
        misplaced(reading, fields, "develops", message, "take it out; only what has an order develops");
        return None;
    }
    Some(develops)
}

fn misplaced<'d>(reading: &mut Reading<'d>, fields: &Fields<'d>, key: &str, message: String, help: &str) {
    if let Some(entry) = fields.entry(key) {
        reading.mistake(code::WRONG_KEY_FOR_KIND, reading.words(&entry.key), message, help);
    }
}

fn label<'d>(reading: &mut Reading<'d>, fields: &Fields<'d>, key: &str) -> Option<&'d Scalar> {
    reading.text(fields.get(key)?, &format!("`{key}`"))
}
