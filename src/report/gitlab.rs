//! `--format gitlab`: a code quality report, which GitLab shows in a merge request.

use super::{
    Diagnostics, Format, Style, columns, json, listed,
    view::{self, ListedFinding},
};
use crate::{
    claim::Fingerprint,
    diagnostic::{Diagnostic, Level},
    finding::{Outcome, Report, Severity},
    sink::{Page, Syntax},
};
use serde_json::{Value as Json, json};
use std::io;

/// A list of issues: mistakes, then what does not hold or had nothing to compare.
pub const FORMAT: Format<Report> = Format {
    name: "gitlab",
    about: "a code quality report for GitLab: an issue a finding",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print,
};

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let mut findings = view::listed(report, style.detail);
    findings.retain(|listed| listed.finding.outcome != Outcome::Pass && listed.finding.suppressed.is_none());
    let mistakes = report.diagnostics.iter().map(Issue::Mistake);
    let issues: Vec<Issue<'_>> = mistakes.chain(findings.into_iter().map(Issue::Finding)).collect();
    json::pretty(&json::OneByOne(&issues, issue), page)
}

enum Issue<'r> {
    Mistake(&'r Diagnostic),
    Finding(ListedFinding<'r>),
}

fn issue(issue: &Issue<'_>) -> Json {
    match issue {
        Issue::Mistake(found) => mistake(found),
        Issue::Finding(listed) => finding(listed),
    }
}

fn finding(listed: &ListedFinding<'_>) -> Json {
    let severity = match listed.weight() {
        Some(Severity::Error) => "major",
        Some(Severity::Warning) => "minor",
        Some(Severity::Note) | None => "info",
    };
    let (begin, end) = listed::lines(listed.words());
    json!({
        "description": listed::message(listed.finding),
        "check_name": columns::words(&listed.finding.rule),
        "fingerprint": listed.fingerprint(),
        "severity": severity,
        "location": {"path": listed.fault.file, "lines": {"begin": begin, "end": end}},
    })
}

fn mistake(found: &Diagnostic) -> Json {
    let severity = match found.level {
        Level::Error => "blocker",
        Level::Warning => "minor",
    };
    // A mistake without a file is of the project as a whole.
    let (file, line) =
        found.place.as_ref().map_or(("crosscheck.yaml", 1), |place| (place.file.as_str(), place.line.max(1)));
    let words = format!("{}\0{file}\0{}", found.code, found.message);
    json!({
        "description": listed::mistake(found),
        "check_name": found.code.name(),
        "fingerprint": Fingerprint::of(&blake3::hash(words.as_bytes())),
        "severity": severity,
        "location": {"path": file, "lines": {"begin": line, "end": line}},
    })
}
