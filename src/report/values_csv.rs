//! `--format csv` of `crosscheck values`: one row a value, as RFC 4180 says it.

use super::{ArticleValues, Diagnostics, Format, values::key};
use crate::printable::printable;

/// A header and one row a value; rows end in CR LF. A cell that a spreadsheet would take for a formula begins with `'`.
pub const FORMAT: Format<[ArticleValues]> = Format {
    name: "csv",
    about: "a table for spreadsheets, one row a value",
    diagnostics: Diagnostics::Apart,
    print: |articles, _| {
        let mut text = row(&COLUMNS.map(str::to_string));
        for article in articles {
            for value in &article.values {
                text.push_str(&row(&[
                    article.article.clone(),
                    value.start.to_string(),
                    value.end.to_string(),
                    value.line.to_string(),
                    value.column.to_string(),
                    key(value, "kind").to_string(),
                    key(value, "text").to_string(),
                    value.meaning.clone(),
                ]));
            }
        }
        text
    },
};

const COLUMNS: [&str; 8] = ["article", "start", "end", "line", "column", "kind", "text", "meaning"];

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(","))
}

/// One cell: harmless to spreadsheets and terminals, in quotation marks where it needs them.
fn cell(text: &str) -> String {
    let shown: Vec<_> = text.split('\n').map(|line| printable(line.trim_end_matches('\r'))).collect();
    let mut text = shown.join("\n");
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        text.insert(0, '\'');
    }
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_safe() {
        for (text, expected) in [
            ("plain", "plain"),
            ("100,000", "\"100,000\""),
            ("\"We agreed,\"", "\"\"\"We agreed,\"\"\""),
            ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"),
            ("+3", "'+3"),
            ("-5", "'-5"),
            ("@x", "'@x"),
            ("=a,b", "\"'=a,b\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
