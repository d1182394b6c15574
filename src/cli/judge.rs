//! `crosscheck judge`: the second half of `check`, on claims that come through a pipe.

use super::{
    arguments, check,
    grouped::{ArrivedStory, GroupedLine, GroupedStories, StoryReports},
    output::{self, Speech},
    snapshot, spare_articles_of_reports,
    stream::{self, BrokenLines, StreamLine, StreamLines, StreamOf},
};
use crate::{
    claim::ArticleClaims,
    diagnostic::Mistake,
    files, pipeline,
    project::Project,
    report::{Record, read_record},
};
use rayon::prelude::*;
use std::{
    collections::BTreeSet,
    io::{IsTerminal, Read},
};

/// Records of claims.
const RECORDS: StreamOf = StreamOf {
    limit: &files::RECORD,
    line: "a record of claims",
    lines: "records of claims",
    help: "each line is a record as `crosscheck claims --format ndjson` writes it: `{\"article\": ...}` or \
           `{\"diagnostic\": ...}`",
};

/// Runs the command.
pub fn run(arguments: &arguments::JudgeArguments) -> anyhow::Result<u8> {
    let mut project = super::load(&arguments.project, &[])?;
    project.today = super::day(arguments.report.failing.today);
    spare_articles_of_reports(&project, &arguments.report)?;
    // The articles may be elsewhere; what is wrong with them comes with the claims.
    project.diagnostics.retain(|diagnostic| !stream::OF_ARTICLES.contains(&diagnostic.code));
    if std::io::stdin().is_terminal() {
        output::hint("waiting for claims: crosscheck claims --format ndjson | crosscheck judge");
    }
    if arguments.grouped {
        return story_by_story(&project, &arguments.report);
    }
    let mut records = read(std::io::stdin())?;
    let stories: BTreeSet<&str> = records
        .iter()
        .filter_map(|record| match record {
            Record::Article(article) => Some(article.story.as_str()),
            Record::Diagnostic(_) => None,
        })
        .collect();
    let missing = stream::never_judged(&project, Some(&stories).filter(|stories| !stories.is_empty()));
    records.extend(missing.into_iter().map(Record::Diagnostic));
    let report = pipeline::judge(&project, records);
    let report = snapshot::compared(report, &project, &arguments.project)?;
    check::print(&project, report, &arguments.report)
}

/// Reads one record a line; a broken line is a diagnostic and hides no other. Empty lines are passed over, but a stream
/// without a record is a mistake: `claims` always writes one.
fn read(stream: impl Read) -> anyhow::Result<Vec<Record>> {
    let mut lines = StreamLines::new(stream, &RECORDS);
    let (mut records, mut broken) = (Vec::new(), BrokenLines::default());
    while let Some(some) = lines.some()? {
        let read: Vec<_> = some.par_iter().map(record).collect();
        for (line, read) in some.iter().zip(read) {
            match read {
                Ok(record) => records.push(record),
                Err(mistake) => broken.push(line.broken(&RECORDS, mistake)),
            }
        }
    }
    records.extend(broken.diagnostics(&RECORDS).into_iter().map(Record::Diagnostic));
    if records.is_empty() {
        records.push(Record::Diagnostic(stream::nothing_came(&RECORDS)));
    }
    Ok(records)
}

fn record(line: &StreamLine) -> Result<Record, Mistake> {
    read_record(line.bytes(&RECORDS)?)
}

/// Judges and prints each story as soon as the next begins.
fn story_by_story(project: &Project, arguments: &arguments::ReportArguments) -> anyhow::Result<u8> {
    let mut reports = StoryReports::new(project, arguments)?;
    let read = |line: &StreamLine| match record(line) {
        Ok(Record::Article(article)) => GroupedLine::Member { story: article.story.clone(), says: article },
        Ok(Record::Diagnostic(diagnostic)) => GroupedLine::Told(Box::new(diagnostic)),
        Err(mistake) => GroupedLine::Told(Box::new(line.broken(&RECORDS, mistake))),
    };
    let named: BTreeSet<&str> = project.rules.rules.iter().filter_map(|rule| rule.story.as_deref()).collect();
    let mut judged: BTreeSet<&str> = BTreeSet::new();
    let mut is_judged = false;
    let mut stories = GroupedStories::new(std::io::stdin(), &RECORDS);
    let is_any = reports.print(&mut stories, &read, |arrived: Vec<ArrivedStory<ArticleClaims>>| {
        is_judged |= !arrived.is_empty();
        judged.extend(arrived.iter().filter_map(|story| named.get(story.name.as_str()).copied()));
        let one = |story: ArrivedStory<ArticleClaims>| pipeline::judge_story(project, Vec::new(), story.members);
        arrived.into_par_iter().map(one).collect()
    })?;
    let last = if is_any {
        stream::never_judged(project, if is_judged { Some(&judged) } else { None })
    } else {
        vec![stream::nothing_came(&RECORDS)]
    };
    reports.show(&pipeline::judge_story(project, last, Vec::new()), &mut Speech::new())?;
    Ok(reports.code)
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
        let told = messages(&"{}\n".repeat(stream::MOST_SHOWN + 7));
        assert_eq!(told.len(), stream::MOST_SHOWN + 1);
        assert!(told.contains(&"7 more lines are not records of claims".to_string()), "{told:?}");
    }
}
