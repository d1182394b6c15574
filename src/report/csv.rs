//! Rows of comma-separated values, as RFC 4180 says them, that harm no spreadsheet.

use crate::printable::printable;

/// A row, with CR LF at its end.
pub fn row(cells: &[String]) -> String {
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
