//! A configuration with one more finding that is accepted; all its other text stays as it is.

use super::configuration;
use crate::{
    diagnostic::{Diagnostic, code},
    span::Span,
    yaml::{Document, FileReading, List, NodeShape},
};

/// The text of a configuration with one more entry under `suppressions`, at the end of the list.
///
/// # Errors
/// Why it cannot be written there: the file has mistakes, or the list is one in brackets.
pub fn with_suppression(file: &str, text: &str, keys: &[(&str, &str)]) -> Result<String, Box<Diagnostic>> {
    let (document, mistakes) = crate::yaml::read(file, text);
    let refusal = |span: Option<Span>| {
        let message = "the suppression cannot be added to this file";
        let help = Some(format!("write it under `suppressions:`, one a line: {{{}}}", inline(keys)));
        Box::new(match span {
            Some(span) => document.diagnostic(code::BAD_SUPPRESSION, span, message, help),
            None => Diagnostic::about_file(code::BAD_SUPPRESSION, file, message, help),
        })
    };
    if let Some(mistake) = mistakes.into_iter().next() {
        return Err(Box::new(mistake));
    }
    let root = document.root.as_ref().filter(|root| !root.is_absent());
    let entries = match root.map(|root| (root, root.mapping())) {
        None => None,
        Some((_, Some(mapping))) if !mapping.is_flow => Some(mapping),
        Some((root, Some(_) | None)) => return Err(refusal(Some(document.first_line(root.span)))),
    };
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let entry = entries.and_then(|mapping| mapping.get("suppressions"));
    let (at, before) = match entry.map(|entry| (entry, &entry.value.shape)) {
        None => (text.len(), format!("suppressions:{ending}")),
        Some((entry, _)) if entry.value.is_absent() => (behind_line(text, entry.key.span), String::new()),
        Some((_, NodeShape::List(list))) if !list.is_flow => {
            let last = list.items.last().map_or_else(Span::default, |item| item.span);
            (behind_line(text, last), String::new())
        }
        Some((entry, _)) => return Err(refusal(Some(document.first_line(entry.value.span)))),
    };
    let indent = match entry.map(|entry| &entry.value.shape) {
        Some(NodeShape::List(list)) => indent(&document, list),
        Some(NodeShape::Scalar(_) | NodeShape::Mapping(_)) | None => "  ".to_string(),
    };
    let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
    let gap = if head.is_empty() || head.ends_with('\n') { "" } else { ending };
    let item = item(keys, &indent, ending);
    let written = format!("{head}{gap}{before}{item}{tail}");
    let count = |text: &str| {
        let (document, mistakes) = crate::yaml::read(file, text);
        let mut reading = FileReading::new(&document);
        let settings = configuration::read(&mut reading);
        (settings.suppressions.len(), mistakes.len() + reading.mistakes.len())
    };
    let ((known, wrong), (now, still)) = (count(text), count(&written));
    if now == known + 1 && still <= wrong { Ok(written) } else { Err(refusal(entry.map(|entry| entry.key.span))) }
}

/// What stands before the dash of the items of a list.
fn indent(document: &Document, list: &List) -> String {
    let first = list.items.first().map_or(0, |item| item.span.range().start);
    let before = document.text.get(..first).unwrap_or("");
    let line = before.get(before.rfind('\n').map_or(0, |end| end + 1)..).unwrap_or("");
    line.chars().take_while(|character| *character == ' ').collect()
}

/// Where the line after that of the last word of a span begins.
fn behind_line(text: &str, span: Span) -> usize {
    let words = text.get(..span.range().end).unwrap_or(text).trim_end().len();
    text.get(words..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| words + end + 1)
}

fn item(keys: &[(&str, &str)], indent: &str, ending: &str) -> String {
    let line = |(at, (key, value)): (usize, &(&str, &str))| {
        let mark = if at == 0 { "- " } else { "  " };
        format!("{indent}{mark}{key}: {}{ending}", written(value))
    };
    keys.iter().enumerate().map(line).collect()
}

fn inline(keys: &[(&str, &str)]) -> String {
    keys.iter().map(|(key, value)| format!("{key}: {}", written(value))).collect::<Vec<_>>().join(", ")
}

/// A text as YAML reads it as that text: in quotation marks, where it is more than a word or a day.
fn written(text: &str) -> String {
    let is_word = text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    let is_day = crate::rule::suppression::date(text).is_some();
    let is_other = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&&*text.to_lowercase());
    if (is_word && !is_other) || is_day { text.to_string() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entry_stands_at_the_end_of_the_list_and_all_else_stays() {
        let keys = [("rule", "toll"), ("reason", "they count \"the\" missing: two")];
        let entry = "- rule: toll\n    reason: \"they count \\\"the\\\" missing: two\"\n";
        for (text, written) in [
            ("", "suppressions:\n  @"),
            ("rules: [a] # all\n", "rules: [a] # all\nsuppressions:\n  @"),
            ("rules: [a]", "rules: [a]\nsuppressions:\n  @"),
            ("suppressions:\nrules: [a]\n", "suppressions:\n  @rules: [a]\n"),
            (
                "suppressions:\n  - {rule: b, reason: c} # d\n\n# e\nrules: [a]\n",
                "suppressions:\n  - {rule: b, reason: c} # d\n  @\n# e\nrules: [a]\n",
            ),
            (
                "suppressions:\n  - rule: b\n    reason: c\nrules: [a]\n",
                "suppressions:\n  - rule: b\n    reason: c\n  @rules: [a]\n",
            ),
        ] {
            let found = with_suppression("crosscheck.yaml", text, &keys).map_err(|found| found.message);
            assert_eq!(found.as_deref(), Ok(written.replace('@', entry).as_str()), "{text}");
        }
        for text in ["{rules: [a]}\n", "suppressions: [{rule: b, reason: c}]\n", "- a\n", "a: [\n"] {
            assert!(with_suppression("crosscheck.yaml", text, &keys).is_err(), "{text}");
        }
    }
}
