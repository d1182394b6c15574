//! The last line of a report: how many rules hold, how many do not, and how many had nothing to compare.

use crate::{
    diagnostic::Level,
    finding::{Outcome, Report, Severity},
};
use std::collections::BTreeSet;

/// `31 rules: 24 pass, 6 fail (5 errors, 1 warning), 1 has no evidence; 2 mistakes in rule files or inputs`.
pub fn line(report: &Report) -> String {
    let findings = || report.stories.iter().flat_map(|story| &story.findings);
    if report.stories.is_empty() {
        return format!("nothing was judged: no article was read{}\n", mistakes(report));
    }
    let rules: BTreeSet<_> = findings().map(|finding| (&finding.place, &finding.rule)).collect();
    let mut text = counted(rules.len(), "rule");
    if report.stories.len() > 1 {
        text.push_str(&format!(" in {}", counted(report.stories.len(), "story")));
    }
    let counts = report.summary;
    let verb = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
    text.push_str(&format!(": {}, {}", verb(counts.pass, "passes", "pass"), verb(counts.fail, "fails", "fail")));
    let severities = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        (severity, findings().filter(|finding| finding.failure && finding.severity == severity).count())
    });
    let named: Vec<String> = severities
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| counted(*count, name(*severity)))
        .collect();
    if !named.is_empty() {
        text.push_str(&format!(" ({})", named.join(", ")));
    }
    text.push_str(&format!(", {} no evidence", verb(counts.no_evidence, "has", "have")));
    let silent = findings().filter(|finding| finding.failure && finding.outcome == Outcome::NoEvidence).count();
    match silent {
        0 => {}
        1 if counts.no_evidence == 1 => text.push_str(" (which counts as a failure)"),
        1 => text.push_str(" (1 counts as a failure)"),
        _ => text.push_str(&format!(" ({silent} count as failures)")),
    }
    let changes: usize = report.stories.iter().map(|story| story.comparison.changes().len()).sum();
    if changes > 0 {
        text.push_str(&format!("; {} since the snapshot", counted(changes, "change")));
    }
    text.push_str(&mistakes(report));
    text.push('\n');
    text
}

fn mistakes(report: &Report) -> String {
    let count = |level| report.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count();
    let (errors, warnings) = (count(Level::Error), count(Level::Warning));
    match (errors, warnings) {
        (0, 0) => String::new(),
        (0, _) => format!("; {} about rule files or inputs", counted(warnings, "warning")),
        (_, 0) => format!("; {} in rule files or inputs", counted(errors, "mistake")),
        _ => format!("; {} and {} in rule files or inputs", counted(errors, "mistake"), counted(warnings, "warning")),
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
