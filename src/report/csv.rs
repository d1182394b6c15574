//! Rows of comma-separated values, as RFC 4180 says them, that harm no spreadsheet.

/// A row, with CR LF at its end.
pub fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(","))
}

/// One cell: no formula to any spreadsheet, in quotation marks where it needs them. `\r\n` is left to the ends of rows.
fn cell(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
    let mut text = lines.join("\n");
    if text.starts_with(['\t', '\r']) || text.trim_start().starts_with(FORMULA) {
        text.insert(0, '\'');
    }
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// What a formula begins with, also where it is typed at its full width or as a small form.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];

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
            ("\t=1", "'\t=1"),
            ("\ta", "'\ta"),
            ("\r=1", "\"'\r=1\""),
            ("\n@x", "\"'\n@x\""),
            (" ＝1+1", "' ＝1+1"),
            ("＋3", "'＋3"),
            ("－5", "'－5"),
            ("＠x", "'＠x"),
            ("﹣5", "'﹣5"),
            ("a\r\r\nb", "\"a\nb\""),
            ("a=b", "a=b"),
            ("=a,b", "\"'=a,b\""),
            ("", ""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }
}
