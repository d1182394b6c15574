//! `--format json`: the report as one object, the shape that other programs read.

use super::{Diagnostics, Format};
use crate::{finding::Report, sink::Syntax};
use serde::Serialize;

/// The report as one object.
pub const FORMAT: Format<Report> = Format {
    name: "json",
    about: "one JSON object with every finding, its evidence and all claims",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |report, _| pretty(report),
};

/// Indented JSON with a line feed at its end.
pub fn pretty<T: Serialize + ?Sized>(value: &T) -> String {
    // Plain data with text keys always serialises; the error would say so in the output.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_else(|error| format!("\"{error}\""));
    text.push('\n');
    text
}
