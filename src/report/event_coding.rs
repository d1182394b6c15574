//! `--format event-coding` of `crosscheck check`: the low, best and high estimate of each count, as RFC 4180 says it.

use super::{
    Diagnostics, Format, csv,
    view::{self, CodedCount, CodedNumber},
};
use crate::{finding::Report, sink::Syntax};

/// A header, and a row a story and topic of kind count that an article gives.
pub const FORMAT: Format<Report> = Format {
    name: "event-coding",
    about: "a table of events for research: the low, best and high estimate of each count, with the sources of each",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Csv,
    print: |report, _, page| {
        page.text(&csv::row(&COLUMNS.map(str::to_string)))?;
        view::coded_counts(report).iter().try_for_each(|count| page.text(&csv::row(&cells(count))))
    },
};

const COLUMNS: [&str; 10] =
    ["story", "topic", "low", "low sources", "best", "best sources", "high", "high sources", "sources", "vague words"];

fn cells(count: &CodedCount<'_>) -> [String; COLUMNS.len()] {
    let number = |one: &CodedNumber<'_>| one.number.map(|number| number.to_string()).unwrap_or_default();
    [
        count.story.to_string(),
        count.topic.to_string(),
        number(&count.low),
        count.low.sources.join(" / "),
        number(&count.best),
        count.best.sources.join(" / "),
        number(&count.high),
        count.high.sources.join(" / "),
        count.sources.len().to_string(),
        count.vague.join(" / "),
    ]
}
