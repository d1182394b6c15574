//! `--format csv` of `crosscheck values`: one row a value, as RFC 4180 says it.

use super::{ArticleValues, Diagnostics, Format, csv, values::key};
use crate::sink::Syntax;

/// A header and one row a value; rows end in CR LF. A cell that a spreadsheet would take for a formula begins with `'`.
pub const FORMAT: Format<[ArticleValues]> = Format {
    name: "csv",
    about: "a table for spreadsheets, one row a value",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Csv,
    print: |articles, _| {
        let mut text = csv::row(&COLUMNS.map(str::to_string));
        for article in articles {
            for value in &article.values {
                text.push_str(&csv::row(&[
                    article.article.clone(),
                    value.start.to_string(),
                    value.end.to_string(),
                    value.line.to_string(),
                    value.column.to_string(),
                    key(value, "kind").to_string(),
                    key(value, "text").to_string(),
                    value.meaning(),
                ]));
            }
        }
        text
    },
};

const COLUMNS: [&str; 8] = ["article", "start", "end", "line", "column", "kind", "text", "meaning"];
