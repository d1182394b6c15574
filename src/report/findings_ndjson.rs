//! `--format ndjson` of `crosscheck check`: one finding a line, with its story.

use super::{Diagnostics, Format};
use crate::{
    diagnostic::Diagnostic,
    finding::{Finding, Report},
    sink::{Page, Syntax},
};
use serde::Serialize;
use std::io;

/// A line a mistake, then a line a finding, all of them.
pub const FORMAT: Format<Report> = Format {
    name: "ndjson",
    about: "one JSON object a line: mistakes, then every finding with its story and evidence",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |report, _, page| {
        for diagnostic in &report.diagnostics {
            line(&DiagnosticLine { diagnostic }, page)?;
        }
        for story in &report.stories {
            for finding in &story.findings {
                line(&FindingLine { story: &story.story, finding }, page)?;
            }
        }
        Ok(())
    },
};

#[derive(Serialize)]
struct DiagnosticLine<'r> {
    diagnostic: &'r Diagnostic,
}

#[derive(Serialize)]
struct FindingLine<'r> {
    story: &'r str,
    #[serde(flatten)]
    finding: &'r Finding,
}

fn line(value: &impl Serialize, page: &mut Page<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *page, value)?;
    page.text("\n")
}
