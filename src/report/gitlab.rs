//! `--format gitlab`: a code quality report, which GitLab shows in a merge request.

use super::{
    Diagnostics, Format, Style, columns, json, listed,
    view::{self, ListedFinding, Remark},
};
use crate::{
    claim::Fingerprint,
    diagnostic::{Diagnostic, Level},
    finding::{Report, Severity},
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
    let remarks = view::remarks(report, style.detail);
    json::pretty(&json::OneByOne(&remarks, issue), page)
}

fn issue(remark: &Remark<'_>) -> Json {
    match remark {
        Remark::Mistake(found) => mistake(found),
        Remark::Finding(listed) => finding(listed),
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
    let (file, line) = listed::line_of_mistake(found);
    let words = format!("{}\0{file}\0{}", found.code, found.message);
    json!({
        "description": listed::mistake(found),
        "check_name": found.code.name(),
        "fingerprint": Fingerprint::of(&blake3::hash(words.as_bytes())),
        "severity": severity,
        "location": {"path": file, "lines": {"begin": line, "end": line}},
    })
}
