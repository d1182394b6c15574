//! What keeps a phrase from being read: signs of other tools' patterns, brackets without partners, signs out of place.

use super::{Use, escapes};
use crate::{
    diagnostic::{Mistake, code},
    grammar::Rule as Production,
};

/// What only a regular expression or another tool's pattern has: a phrase is words, and would look for the signs themselves.
pub(super) fn pattern(text: &str, used_as: Use) -> Option<Mistake> {
    const SIGNS: &[&str] = &[".*", ".+", ".?", ")*", ")+", "\\", "[", "(?:", "(?=", "{", "*"];
    let (at, sign) = SIGNS.iter().filter_map(|sign| text.find(sign).map(|at| (at, *sign))).min()?;
    let (Use::Topic(kind) | Use::Veto(kind)) = used_as;
    let is_for_value = !text.contains('<') && kind.has_hole() && matches!(sign, "\\" | "[" | "{");
    let hole = if is_for_value { format!("`<{kind}>` for the value, ") } else { String::new() };
    let rest = text.get(at..).unwrap_or_default();
    let behind = rest.strip_prefix('\\').map(|rest| rest.chars().next());
    let (message, itself) = match behind {
        None => {
            (format!("a phrase is words and no pattern: `{sign}` is looked for as it stands"), escapes::escaped(sign))
        }
        Some(None) => {
            ("a backslash takes the next sign as it is, and there is none".to_string(), escapes::escaped("\\"))
        }
        Some(Some(letter)) => {
            (format!("a phrase is words and no pattern: `\\{letter}` has no meaning in it"), escapes::escaped("\\"))
        }
    };
    let help = format!(
        "write {hole}`...` for any words, `(a|b)` for one of several, `(x)?` for what may be missing, `{itself}` for the \
         sign itself"
    );
    let width = sign.len() + behind.flatten().map_or(0, char::len_utf8);
    Some(Mistake::at(code::PATTERN_IN_PHRASE, at..at + width, message, Some(help)))
}

/// Brackets nest no deeper: a phrase is written by a person.
const DEEPEST: usize = 16;

/// A bracket without its partner, or brackets too deep.
pub(super) fn unbalanced(text: &str) -> Option<Mistake> {
    let mut open = Vec::new();
    for (at, character) in text.char_indices() {
        match character {
            '(' | '<' => open.push((at, character)),
            ')' | '>' => {
                let wanted = if character == ')' { '(' } else { '<' };
                if open.pop().is_none_or(|(_, opening)| opening != wanted) {
                    let message = format!("`{character}` closes nothing");
                    return Some(Mistake::at(
                        code::UNOPENED_BRACKET,
                        at..at + 1,
                        message,
                        Some(format!(
                            "write `{wanted}` before it, leave it out, or write `\\{character}` for the sign itself"
                        )),
                    ));
                }
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            let help = Some("write two phrases instead".to_string());
            return Some(Mistake::at(code::DEEP_BRACKETS, at..at + 1, "the brackets nest too deep".to_string(), help));
        }
    }
    let (at, opening) = open.pop()?;
    let closing = if opening == '(' { ')' } else { '>' };
    Some(Mistake::at(
        code::UNCLOSED_BRACKET,
        at..at + 1,
        format!("`{opening}` is not closed"),
        Some(format!("write `{closing}` behind the words it holds, or `\\{opening}` for the sign itself")),
    ))
}

/// pest's error in our words.
pub(super) fn syntax(text: &str, error: &pest::error::Error<Production>) -> Mistake {
    let at = match error.location {
        pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
    };
    let rest = text.get(at..).unwrap_or_default();
    let width = rest.chars().next().map_or(0, char::len_utf8);
    let (message, help) = match rest.chars().next() {
        Some('?') => ("`?` follows no bracket", "put the words that may be missing in brackets: `(phone)?`"),
        Some('|') => ("`|` stands outside brackets", "put the alternatives in brackets: `(troops|forces)`"),
        Some(')') => (
            "the brackets hold nothing",
            "write the words they hold, leave them out, or write `\\(` for the sign itself",
        ),
        Some('=') => ("`=` has no word behind it", "write the word right behind it: `=May`"),
        _ => ("the phrase cannot be read here", "a phrase is words, `<kind>`, `...`, `(a|b)` and `(a)?`"),
    };
    Mistake::at(code::PHRASE_SYNTAX, at..at + width, message.to_string(), Some(help.to_string()))
}
