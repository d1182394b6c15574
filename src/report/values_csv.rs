//! `--format csv` of `crosscheck values`: one row a value, as RFC 4180 says it.

use super::{ArticleValues, Diagnostics, Format, csv};
use crate::sink::Syntax;

/// A header and one row a value; rows end in CR LF. A cell that a spreadsheet would take for a formula begins with `'`.
pub const FORMAT: Format<[ArticleValues]> = Format {
    name: "csv",
    about: "a table for spreadsheets, one row a value",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Csv,
    print: |articles, _, page| {
        page.text(&csv::row(&COLUMNS.map(str::to_string)))?;
        for article in articles {
            for value in &article.values {
                page.text(&csv::row(&[
                    article.article.clone(),
                    value.span.start.to_string(),
                    value.span.end.to_string(),
                    value.line.to_string(),
                    value.column.to_string(),
                    value.value.kind.name().to_string(),
                    value.value.text.to_string(),
                    value.meaning(),
                ]))?;
            }
        }
        Ok(())
    },
};

const COLUMNS: [&str; 8] = ["article", "start", "end", "line", "column", "kind", "text", "meaning"];
