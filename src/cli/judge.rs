//! `crosscheck judge`: the second half of `check`, on claims that come through a pipe.

use super::{arguments, check, output, snapshot, spare_articles_of_reports};
use crate::{
    diagnostic::{Code, Diagnostic, DiagnosticPlace, Mistake, code},
    files::{self, BoundedLine},
    pipeline,
    project::Project,
    report::{Record, read_record},
    span::{LineIndex, Span},
};
use anyhow::Context;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead, IsTerminal},
};

/// What diagnostics call the stream.
const STREAM: &str = "standard input";

/// Mistakes of a project that are about its articles.
pub const OF_ARTICLES: &[Code] =
    &[code::NO_ARTICLES, code::NO_MATCH, code::PASSED_OVER, code::UNKNOWN_STORY, code::UNREADABLE_FOLDER];

/// What a line has to be.
const HELP: &str = "each line is a record as `crosscheck claims --format ndjson` writes it: \
                    `{\"article\": ...}` or `{\"diagnostic\": ...}`";

/// Runs the command.
pub fn run(arguments: &arguments::JudgeArguments) -> anyhow::Result<u8> {
    let mut project = super::load(&arguments.project, &[])?;
    project.today = super::day(arguments.report.failing.today);
    spare_articles_of_reports(&project, &arguments.report)?;
    // The articles may be elsewhere; what is wrong with them comes with the claims.
    project.diagnostics.retain(|diagnostic| !OF_ARTICLES.contains(&diagnostic.code));
    if std::io::stdin().is_terminal() {
        output::hint("waiting for claims: crosscheck claims --format ndjson | crosscheck judge");
    }
    let mut records = read(std::io::stdin().lock())?;
    records.extend(never_judged(&project, &records).into_iter().map(Record::Diagnostic));
    let report = pipeline::judge(&project, records);
    let report = snapshot::compared(report, &project, &arguments.project)?;
    check::print(&project, report, &arguments.report)
}

/// The stories that rules are for and of which nothing came in. Where nothing came at all, that is told already.
fn never_judged(project: &Project, records: &[Record]) -> Vec<Diagnostic> {
    let stories: BTreeSet<&str> = records
        .iter()
        .filter_map(|record| match record {
            Record::Article(article) => Some(article.story.as_str()),
            Record::Diagnostic(_) => None,
        })
        .collect();
    let known = |story: &str| stories.contains(story) || project.stories.iter().any(|known| known.name == story);
    let mut missing: BTreeMap<&str, Diagnostic> = BTreeMap::new();
    for rule in project.rules.rules.iter().filter(|_| !stories.is_empty()) {
        let Some(story) = rule.story.as_deref().filter(|story| !known(story)) else { continue };
        let message = format!("nothing came in of the story `{story}`, so these rules are not judged");
        let help = format!("take `story: {story}` out where the rules are for all stories, or check the name");
        let found =
            Diagnostic { place: rule.words.clone(), ..Diagnostic::new(code::UNKNOWN_STORY, message, Some(help)) };
        missing.entry(story).or_insert(found);
    }
    missing.into_values().collect()
}

/// Reads one record a line; a broken line is a diagnostic and hides no other. Empty lines are passed over, but a stream
/// without a record is a mistake: `claims` always writes one.
fn read(mut stream: impl BufRead) -> anyhow::Result<Vec<Record>> {
    let mut records = Vec::new();
    let (mut offset, mut length, mut wrong) = (0, 0, 0);
    for number in 1.. {
        offset += length;
        let line = match files::line(&mut stream, &files::RECORD).context("standard input cannot be read")? {
            None => break,
            Some(BoundedLine::Whole(line)) => line,
            Some(BoundedLine::TooLong) => {
                // What has so long a line may have no end at all.
                let message =
                    format!("line {number} is longer than {}; nothing from there on is read", files::RECORD.in_words());
                records.push(Record::Diagnostic(of_stream(code::BROKEN_RECORD, message)));
                break;
            }
        };
        length = line.len();
        // Some shells put a byte-order mark before what they pipe.
        let text = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if text.is_empty() {
            continue;
        }
        match read_record(text) {
            Ok(record) => records.push(record),
            Err(mistake) => {
                wrong += 1;
                if wrong <= MOST_SHOWN {
                    let line = RecordLine { number, offset, text: &String::from_utf8_lossy(text) };
                    records.push(Record::Diagnostic(broken(&line, mistake)));
                }
            }
        }
    }
    if wrong > MOST_SHOWN {
        let message = format!("{} more lines are not records of claims", wrong - MOST_SHOWN);
        records.push(Record::Diagnostic(of_stream(code::BROKEN_RECORD, message)));
    }
    if records.is_empty() {
        records
            .push(Record::Diagnostic(of_stream(code::NO_CLAIMS, "nothing came in, so nothing is judged".to_string())));
    }
    Ok(records)
}

/// A mistake of the stream as a whole.
fn of_stream(code: Code, message: String) -> Diagnostic {
    Diagnostic::about_file(code, STREAM, message, Some(HELP.to_string()))
}

/// So many broken lines are shown; of the rest, how many there are.
const MOST_SHOWN: usize = 20;

/// A line of the stream.
struct RecordLine<'t> {
    number: usize,
    /// Its first byte.
    offset: usize,
    text: &'t str,
}

fn broken(line: &RecordLine<'_>, mistake: Mistake) -> Diagnostic {
    let RecordLine { number, offset, text } = *line;
    let end = mistake.range().end.min(text.len());
    let of_line = DiagnosticPlace::new(STREAM, text, &LineIndex::new(text), Span::new(end.saturating_sub(1), end));
    let before = Span::new(offset, offset).start;
    let span = Span { start: of_line.span.start.saturating_add(before), end: of_line.span.end.saturating_add(before) };
    let excerpt_start = of_line.excerpt_start.saturating_add(before);
    let message = format!("this line is not a record of claims: {mistake}");
    Diagnostic { message, help: Some(HELP.to_string()), ..mistake }.placed(DiagnosticPlace {
        line: number,
        span,
        excerpt_start,
        ..of_line
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_hides_no_other() {
        let good = r#"{"diagnostic":{"code":"no-match","level":"warning","message":"m","help":null,"place":null,"related":null}}"#;
        let stream = format!("\u{feff}{good}\r\n\n{{\"article\": 7}}\n{good}");
        let records = read(stream.as_bytes()).unwrap();
        let lines: Vec<(String, usize)> = pipeline::diagnostics(&records)
            .into_iter()
            .map(|diagnostic| (diagnostic.code.name().to_string(), diagnostic.place.map_or(0, |place| place.line)))
            .collect();
        assert_eq!(records.len(), 3);
        assert_eq!(lines, [("no-match".to_string(), 0), ("broken-record".to_string(), 3)]);
    }

    #[test]
    fn nothing_at_all_is_a_mistake_and_many_broken_lines_are_counted() {
        let messages = |stream: &str| {
            let records = read(stream.as_bytes()).unwrap();
            pipeline::diagnostics(&records).into_iter().map(|found| found.message).collect::<Vec<_>>()
        };
        assert_eq!(messages("\n \r\n"), ["nothing came in, so nothing is judged"]);
        let told = messages(&"{}\n".repeat(MOST_SHOWN + 7));
        assert_eq!(told.len(), MOST_SHOWN + 1);
        assert!(told.contains(&"7 more lines are not records of claims".to_string()), "{told:?}");
    }
}
