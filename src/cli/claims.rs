//! `crosscheck claims`: the first half of `check`, printed; of files, or of articles that come over a pipe.

use super::{
    FINE, WRONG, arguments, code_of_diagnostics,
    output::{self, Speech},
    progress, spare_articles,
    stream::{self, LineAnswer, StreamLine, StreamLines},
};
use crate::{
    article::{FieldNames, RefusedLine, StreamedArticle},
    diagnostic::{Diagnostic, Level},
    pipeline::{self, ExtractedStream},
    report::{self, Record, record_line},
    sink::Syntax,
};
use rayon::prelude::*;
use std::io::IsTerminal;

/// Runs the command.
pub fn run(arguments: &arguments::ClaimsArguments) -> anyhow::Result<u8> {
    if arguments.ndjson {
        return of_stream(arguments);
    }
    let name = &arguments.format;
    let Some(format) = report::find(report::CLAIMS, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = super::load_kept(&arguments.project, &arguments.cache, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let mut records = progress::during(&project, |step| pipeline::claims(&project, step));
    if !arguments.context && matches!(format.syntax, Syntax::Text | Syntax::Csv) {
        leave_context_out(&mut records);
    }
    let diagnostics = pipeline::diagnostics(&records);
    output::write(format, &records, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}

/// Keeps only what can decide.
fn leave_context_out(records: &mut [Record]) {
    for record in records {
        match record {
            Record::Article(article) => article.context.clear(),
            Record::Diagnostic(_) => {}
        }
    }
}

/// Answers each line of standard input with a record, in order. What is wrong with the project is no answer to any of them.
fn of_stream(arguments: &arguments::ClaimsArguments) -> anyhow::Result<u8> {
    let mut project = super::load(&arguments.project, &[])?;
    project.diagnostics.retain(|found| !stream::OF_ARTICLES.contains(&found.code));
    output::write_diagnostics(&project.diagnostics, &arguments.output);
    if std::io::stdin().is_terminal() {
        output::hint(
            "waiting for articles, one a line: {\"text\": \"...\", \"story\": \"storm\", \"source\": \"Harbour Post\"}",
        );
    }
    let (names, mut extracted) = (arguments.fields.names(), ExtractedStream::new(&project));
    let lines = StreamLines::new(std::io::stdin(), &stream::ARTICLES);
    let is_bad = stream::answered(lines, &mut Speech::new(), |lines| records_of(&lines, &names, &mut extracted))?;
    Ok(code_of_diagnostics(&project.diagnostics).max(if is_bad { WRONG } else { FINE }))
}

fn records_of(lines: &[StreamLine], names: &FieldNames, extracted: &mut ExtractedStream<'_>) -> Vec<LineAnswer> {
    let read: Vec<Result<StreamedArticle, RefusedLine>> = lines.par_iter().map(|line| line.article(names)).collect();
    let (mut articles, mut broken) = (Vec::new(), Vec::new());
    for (line, read) in lines.iter().zip(read) {
        match read {
            Ok(article) => {
                articles.push((line.number, article));
                broken.push(None);
            }
            Err(refused) => broken.push(Some(Record::Diagnostic(line.broken(&stream::ARTICLES, *refused.mistake)))),
        }
    }
    let mut records = extracted.records(articles).into_iter();
    let in_order: Vec<Record> =
        broken.into_iter().filter_map(|broken| broken.or_else(|| records.next().flatten())).collect();
    in_order.par_iter().map(|record| LineAnswer { text: record_line(record), is_bad: is_bad(record) }).collect()
}

fn is_bad(record: &Record) -> bool {
    let is_error = |found: &Diagnostic| found.level == Level::Error;
    match record {
        Record::Article(article) => article.diagnostics.iter().any(is_error),
        Record::Diagnostic(found) => is_error(found),
    }
}
