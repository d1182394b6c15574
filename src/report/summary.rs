//! The last line of a report: how many rules hold, how many do not, and how many had nothing to compare.

use super::view::Tally;
use crate::finding::Severity;

/// `31 rules: 24 pass, 6 fail (5 errors, 1 warning), 1 has no evidence; 2 mistakes in rule files or inputs`.
pub fn line(tally: &Tally) -> String {
    if tally.stories == 0 {
        return format!("nothing was judged: no article was read{}\n", mistakes(tally));
    }
    let counts = tally.summary;
    let mut text = counted(tally.rules, "rule");
    if tally.stories > 1 {
        text.push_str(&format!(" in {}", counted(tally.stories, "story")));
    }
    let verb = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    text.push_str(&format!(": {}, {}", verb(counts.pass, "passes", "pass"), verb(counts.fail, "fails", "fail")));
    let named: Vec<String> =
        tally.failures.iter().map(|(severity, number)| counted(*number, name(*severity))).collect();
    if !named.is_empty() {
        text.push_str(&format!(" ({})", named.join(", ")));
    }
    text.push_str(&format!(", {} no evidence", verb(counts.no_evidence, "has", "have")));
    match tally.silent {
        0 => {}
        1 if counts.no_evidence == 1 => text.push_str(" (which counts as a failure)"),
        1 => text.push_str(" (1 counts as a failure)"),
        silent => text.push_str(&format!(" ({silent} count as failures)")),
    }
    let items = counts.items;
    if items.checked + items.unchecked > 0 {
        text.push_str(&format!("; {} checked", counted(items.checked, "item")));
        if items.failed > 0 {
            text.push_str(&format!(" ({})", verb(items.failed, "fails", "fail")));
        }
        if items.unchecked > 0 {
            text.push_str(&format!(", {} not", items.unchecked));
        }
    }
    if counts.suppressed > 0 {
        text.push_str(&format!("; {} suppressed", counted(counts.suppressed, "finding")));
    }
    if tally.changes > 0 {
        text.push_str(&format!("; {} since the snapshot", counted(tally.changes, "change")));
    }
    text.push_str(&mistakes(tally));
    text.push('\n');
    text
}

fn mistakes(tally: &Tally) -> String {
    match (tally.errors, tally.warnings) {
        (0, 0) => String::new(),
        (0, warnings) => format!("; {} about rule files or inputs", counted(warnings, "warning")),
        (errors, 0) => format!("; {} in rule files or inputs", counted(errors, "mistake")),
        (errors, warnings) => {
            format!("; {} and {} in rule files or inputs", counted(errors, "mistake"), counted(warnings, "warning"))
        }
    }
}

/// The word for a severity.
pub fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// "1 rule", "2 rules", "2 stories".
pub fn counted(count: usize, noun: &str) -> String {
    match noun.strip_suffix('y') {
        _ if count == 1 => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}
