//! `--format csv` of `crosscheck check`: topics by articles with their values, as RFC 4180 says it.

use super::{
    Diagnostics, Format, columns, csv,
    view::{self, RowForm, TopicRow},
};
use crate::{
    finding::{Agreement, Report},
    sink::Syntax,
};

/// A header, and one row a topic and article, also where it is silent.
pub const FORMAT: Format<Report> = Format {
    name: "csv",
    about: "a table for spreadsheets, one row a topic and article, with the words and what they mean",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Csv,
    print: |report, _, page| {
        page.text(&csv::row(&COLUMNS.map(str::to_string)))?;
        view::topic_rows(report).iter().try_for_each(|row| page.text(&csv::row(&cells(row))))
    },
};

const COLUMNS: [&str; 10] =
    ["story", "topic", "kind", "agreement", "article", "source", "published", "words", "value", "speaker"];

fn cells(row: &TopicRow<'_>) -> [String; COLUMNS.len()] {
    let joined = |form: fn(&RowForm<'_>) -> String| row.forms.iter().map(form).collect::<Vec<_>>().join(" / ");
    let agreement = Agreement::ALL.iter().find(|(_, agreement)| *agreement == row.topic.agreement);
    [
        row.story.to_string(),
        row.topic.topic.clone(),
        row.topic.kind.clone(),
        agreement.map(|(name, _)| (*name).to_string()).unwrap_or_default(),
        row.article.article.clone(),
        row.article.source.clone(),
        row.article.published.clone().unwrap_or_default(),
        joined(|form| columns::words(form.words)),
        joined(value),
        if row.forms.iter().all(|form| form.speaker.is_empty()) {
            String::new()
        } else {
            joined(|form| columns::words(form.speaker))
        },
    ]
}

fn value(form: &RowForm<'_>) -> String {
    let possible = if form.is_asserted { "" } else { " (possible)" };
    format!("{}{possible}", form.value)
}
