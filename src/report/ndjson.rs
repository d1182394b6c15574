//! `--format ndjson`: one record a line, which `crosscheck judge` reads again. This is the seam between finding claims
//! and judging them.

use super::{Diagnostics, Format};
use crate::{
    claim::{ArticleClaims, RecordVersion},
    diagnostic::{Colour, Diagnostic, Mistake, code},
    sink::{Harmless, Page, Syntax, harmless},
    value::YEARS,
};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use std::io;

/// One line of the stream: `{"article": ...}` or `{"diagnostic": ...}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "the largest is the one that nearly all are")]
pub enum Record {
    /// What one article claims.
    Article(ArticleClaims),
    /// A mistake in an input, in the configuration or in a rule file.
    Diagnostic(Diagnostic),
}

/// One record a line.
pub const FORMAT: Format<[Record]> = Format {
    name: "ndjson",
    about: "one JSON object a line, as `crosscheck judge` reads them",
    diagnostics: Diagnostics::Inside,
    syntax: Syntax::Json,
    print: |records, _, page| records.iter().try_for_each(|record| one_line(record, page)),
};

fn one_line(record: &Record, page: &mut Page<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *page, record)?;
    page.text("\n")
}

/// One record as its line, where records come one by one.
#[must_use]
pub fn record_line(record: &Record) -> Harmless {
    let line = serde_json::to_string(record).unwrap_or_default();
    harmless(format!("{line}\n"), Syntax::Json, Colour::Plain)
}

/// Reads one line, without its line feed.
///
/// # Errors
/// What is wrong with it, and the column in bytes where that shows.
pub fn read_record(line: &[u8]) -> Result<Record, Mistake> {
    let record = parsed(line)?;
    match &record {
        Record::Article(article) => sound(article)?,
        Record::Diagnostic(_) => {}
    }
    Ok(record)
}

/// Whether judging can reckon with what an article claims.
fn sound(article: &ArticleClaims) -> Result<(), Mistake> {
    if article.version > RecordVersion::NEWEST {
        let (theirs, ours) = (article.version.number(), RecordVersion::NEWEST.number());
        return Err(broken(format!("it is of version {theirs}, and this program reads records up to version {ours}")));
    }
    let openers = || article.words.iter().flat_map(|words| &words.openers);
    let entries = || article.claims.iter().chain(openers()).filter_map(|claim| claim.entry);
    let moment = article.metadata.published_at.map(|moment| moment.date());
    let days = [article.situation.anchor, article.metadata.published, article.metadata.url_date, moment];
    let mut days = days.into_iter().chain(entries().map(|entry| entry.day)).flatten();
    if let Some(day) = days.find(|day| !YEARS.contains(&day.year())) {
        return Err(broken(format!("there is no day {day}")));
    }
    if let Some(minute) = entries().filter_map(|entry| entry.minute).find(|minute| *minute >= MINUTES_OF_DAY) {
        return Err(broken(format!("no day has a minute {minute}")));
    }
    for claim in article.claims.iter().chain(openers()) {
        let told = |why: Mistake| broken(format!("the value of `{}` cannot be: {why}", claim.subject));
        claim.value.sound().map_err(told)?;
    }
    Ok(())
}

fn broken(cause: String) -> Mistake {
    Mistake::at(code::BROKEN_RECORD, 0..0, cause, None)
}

fn parsed(line: &[u8]) -> Result<Record, Mistake> {
    serde_json::from_slice(line).map_err(|error| {
        let text = error.to_string();
        let detail = text.split(" at line ").next().unwrap_or(&text).replace('`', "'");
        let cause = match error.classify() {
            Category::Eof => "it ends in the middle".to_string(),
            Category::Syntax | Category::Io => "it is not JSON".to_string(),
            Category::Data => format!("it has another shape ({})", beginning(&detail)),
        };
        let end = error.column();
        Mistake::at(code::BROKEN_RECORD, end.saturating_sub(1)..end, cause, None)
    })
}

/// The parser repeats what it found, however long that is.
fn beginning(detail: &str) -> String {
    match detail.char_indices().nth(LONGEST_DETAIL) {
        Some((end, _)) => format!("{}…", detail.get(..end).unwrap_or("")),
        None => detail.to_string(),
    }
}

/// Minutes of a day.
const MINUTES_OF_DAY: u16 = 24 * 60;

/// So many characters of what the parser says are shown.
const LONGEST_DETAIL: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Style;

    #[test]
    fn a_record_that_was_written_is_read_again() {
        let claims = ArticleClaims { story: "a\u{2028}b\n".into(), article: "é".into(), ..ArticleClaims::default() };
        let record = Record::Article(claims);
        let line = FORMAT.printed(std::slice::from_ref(&record), &Style::default());
        assert_eq!(line.matches('\n').count(), 1);
        assert_eq!(read_record(line.trim_end().as_bytes()), Ok(record));
    }

    #[test]
    fn older_records_are_read_and_newer_ones_refused() {
        let record = Record::Article(ArticleClaims { article: "a".into(), ..ArticleClaims::default() });
        let line = FORMAT.printed(std::slice::from_ref(&record), &Style::default());
        let with = |version: &str| line.replace("\"version\":2,", version);
        let Ok(Record::Article(first)) = read_record(with("").trim_end().as_bytes()) else { panic!("{}", &*line) };
        assert_eq!(first.version, RecordVersion::unsaid());
        let mistake = read_record(with("\"version\":3,").trim_end().as_bytes()).unwrap_err();
        assert!(
            mistake.message.contains("of version 3, and this program reads records up to version 2"),
            "{mistake:?}"
        );
    }

    #[test]
    fn a_broken_record_says_where() {
        for (line, cause, column) in [
            (&b"{\"article\":"[..], "ends in the middle", 11),
            (b"[]", "it is not JSON", 1),
            (b"{\"articles\":{}}", "unknown variant", 11),
            (b"\xff", "it is not JSON", 1),
        ] {
            let mistake = read_record(line).unwrap_err();
            let (said, at) = (&mistake.message, mistake.range().end);
            assert!(said.contains(cause), "{said}");
            assert!(at == column || column == 0, "{said}: {at}");
        }
    }
}
