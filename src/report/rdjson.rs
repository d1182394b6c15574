//! `--format rdjson`: the format of reviewdog, which comments on the lines of a change.
//!
//! Its columns are bytes of a line, which a report does not know, so that lines alone are said.

use super::{
    Diagnostics, Format, Style, columns, json, listed,
    view::{self, ListedFinding, Remark, WordsPlace},
};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Evidence, Report, Severity},
    sink::{Page, Syntax},
};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::io;

/// One object: mistakes, then what does not hold or had nothing to compare.
pub const FORMAT: Format<Report> = Format {
    name: "rdjson",
    about: "one JSON object for reviewdog, which comments on changed lines",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print,
};

fn print(report: &Report, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    let remarks = view::remarks(report, style.detail);
    let all = Remarks { source: RemarkSource { name: "crosscheck" }, diagnostics: json::OneByOne(&remarks, remark) };
    json::pretty(&all, page)
}

#[derive(Serialize)]
struct Remarks<D> {
    source: RemarkSource,
    diagnostics: D,
}

#[derive(Serialize)]
struct RemarkSource {
    name: &'static str,
}

fn remark(remark: &Remark<'_>) -> Json {
    match remark {
        Remark::Mistake(found) => mistake(found),
        Remark::Finding(listed) => finding(listed),
    }
}

fn finding(listed: &ListedFinding<'_>) -> Json {
    let severity = match listed.weight() {
        Some(Severity::Error) => "ERROR",
        Some(Severity::Warning) => "WARNING",
        Some(Severity::Note) | None => "INFO",
    };
    let (others, _) = listed.decisive();
    let related = |evidence: &Evidence| json!({"message": listed::told(evidence), "location": location(evidence.article(), WordsPlace::of(evidence))});
    json!({
        "message": listed::message(listed.finding),
        "location": location(listed.fault.file, listed.words()),
        "severity": severity,
        "code": {"value": columns::words(&listed.finding.rule)},
        "related_locations": others.into_iter().map(related).collect::<Vec<_>>(),
    })
}

fn mistake(found: &Diagnostic) -> Json {
    let severity = match found.level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
    };
    let (file, line) = listed::line_of_mistake(found);
    json!({
        "message": listed::mistake(found),
        "location": {"path": file, "range": {"start": {"line": line}}},
        "severity": severity,
        "code": {"value": found.code.name()},
    })
}

fn location(file: &str, words: Option<WordsPlace>) -> Json {
    let (start, end) = listed::lines(words);
    json!({"path": file, "range": {"start": {"line": start}, "end": {"line": end}}})
}
