//! StreamLines that come through a pipe, some at a time: read within their limit, answered in their order, in bounded memory.

use super::output::Speech;
use crate::{
    article::{FieldNames, RefusedLine, StreamedArticle},
    diagnostic::{Code, Diagnostic, DiagnosticPlace, Mistake, code},
    files::{self, BoundedLine, Limit},
    project::Project,
    sink::Harmless,
    span::{LineIndex, Span},
};
use anyhow::Context;
use serde_json::Value as Json;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufReader, ErrorKind, Read, Write},
};

/// So many lines are read before they are answered, in parallel.
const LINES: usize = 256;

/// Or so many bytes.
const BYTES: usize = 4 * 1024 * 1024;

/// What diagnostics call the stream.
pub const STREAM: &str = "standard input";

/// A line of the stream.
#[derive(Debug)]
pub struct StreamLine {
    /// Its number, from 1.
    pub number: usize,
    /// Its first byte.
    offset: usize,
    /// Its bytes, without what stands around the words of a line; nothing where it is too long.
    bytes: Option<Vec<u8>>,
}

/// What a stream holds, in the words of its mistakes.
#[derive(Debug)]
pub struct StreamOf {
    /// The most that a line may have.
    pub limit: &'static Limit,
    /// What a line is.
    pub line: &'static str,
    /// The same of several.
    pub lines: &'static str,
    /// What a line has to be.
    pub help: &'static str,
}

/// Articles.
pub const ARTICLES: StreamOf = StreamOf {
    limit: &files::STREAM,
    line: "an article",
    lines: "articles",
    help: "each line is an object with the `text` of an article, and what is known of it: `{\"text\": \"...\", \"source\": \"...\"}`",
};

/// So many broken lines are shown; of the rest, how many there are.
pub const MOST_SHOWN: usize = 20;

/// What is wrong with lines, where all of it is told at the end.
#[derive(Default)]
pub struct BrokenLines {
    shown: Vec<Diagnostic>,
    more: usize,
}

impl BrokenLines {
    /// Another one.
    pub fn push(&mut self, broken: Diagnostic) {
        if self.shown.len() < MOST_SHOWN {
            self.shown.push(broken);
        } else {
            self.more += 1;
        }
    }

    /// All of them.
    pub fn diagnostics(mut self, of: &StreamOf) -> Vec<Diagnostic> {
        if self.more > 0 {
            let message = format!("{} more lines are not {}", self.more, of.lines);
            self.shown.push(of_stream(code::BROKEN_RECORD, message, of));
        }
        self.shown
    }
}

/// What is told where nothing came in, which must not look as if nothing failed.
pub fn nothing_came(of: &StreamOf) -> Diagnostic {
    of_stream(code::NO_CLAIMS, "nothing came in, so nothing is judged".to_string(), of)
}

/// A mistake of the stream as a whole.
fn of_stream(code: Code, message: String, of: &StreamOf) -> Diagnostic {
    Diagnostic::about_file(code, STREAM, message, Some(of.help.to_string()))
}

/// Mistakes of a project that are about its articles.
pub const OF_ARTICLES: &[Code] =
    &[code::NO_ARTICLES, code::NO_MATCH, code::PASSED_OVER, code::UNKNOWN_STORY, code::UNREADABLE_FOLDER];

/// The stories that rules are for and of which nothing came in. Where nothing came at all, that is told already.
pub fn never_judged(project: &Project, stories: Option<&BTreeSet<&str>>) -> Vec<Diagnostic> {
    let Some(stories) = stories else { return Vec::new() };
    let known = |story: &str| stories.contains(story) || project.stories.iter().any(|known| known.name == story);
    let mut missing: BTreeMap<&str, Diagnostic> = BTreeMap::new();
    for rule in &project.rules.rules {
        let Some(story) = rule.story.as_deref().filter(|story| !known(story)) else { continue };
        let message = format!("nothing came in of the story `{story}`, so these rules are not judged");
        let help = format!("take `story: {story}` out where the rules are for all stories, or check the name");
        let found =
            Diagnostic { place: rule.words.clone(), ..Diagnostic::new(code::UNKNOWN_STORY, message, Some(help)) };
        missing.entry(story).or_insert(found);
    }
    missing.into_values().collect()
}

/// An answer to a line.
pub struct LineAnswer {
    /// What is said.
    pub text: Harmless,
    /// Whether the line was bad.
    pub is_bad: bool,
}

/// The lines of a stream.
pub struct StreamLines<R> {
    from: BufReader<R>,
    of: &'static StreamOf,
    number: usize,
    offset: usize,
}

impl<R: Read> StreamLines<R> {
    /// Before any line is read.
    pub fn new(from: R, of: &'static StreamOf) -> Self {
        Self { from: BufReader::with_capacity(BYTES, from), of, number: 0, offset: 0 }
    }

    /// Some lines with something in them; `None` at the end. What has arrived is given before more is waited for, so that
    /// another program can ask line by line.
    pub fn some(&mut self) -> anyhow::Result<Option<Vec<StreamLine>>> {
        let (mut lines, mut bytes): (Vec<StreamLine>, usize) = (Vec::new(), 0);
        while lines.len() < LINES && bytes < BYTES {
            let Some(line) = self.line().context("standard input cannot be read")? else {
                return Ok(if lines.is_empty() { None } else { Some(lines) });
            };
            bytes += line.bytes.as_ref().map_or(0, Vec::len);
            if line.bytes.as_ref().is_none_or(|bytes| !bytes.is_empty()) {
                lines.push(line);
            }
            if self.from.buffer().is_empty() && !lines.is_empty() {
                break;
            }
        }
        Ok(Some(lines))
    }

    /// One line; `None` at the end. What is too long is passed over, and not kept.
    fn line(&mut self) -> std::io::Result<Option<StreamLine>> {
        let (number, offset) = (self.number + 1, self.offset);
        let Some(line) = files::line(&mut self.from, self.of.limit)? else { return Ok(None) };
        self.number = number;
        let bytes = match line {
            BoundedLine::Whole(line) => {
                self.offset += line.len();
                // Some shells put a byte-order mark before what they pipe.
                Some(line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii().to_vec())
            }
            BoundedLine::TooLong => {
                files::rest_of_line(&mut self.from)?;
                None
            }
        };
        Ok(Some(StreamLine { number, offset, bytes }))
    }
}

impl StreamLine {
    /// Its bytes; a mistake where it is too long.
    pub fn bytes(&self, of: &StreamOf) -> Result<&[u8], Mistake> {
        let message = || format!("the line is longer than {}", of.limit.in_words());
        self.bytes.as_deref().ok_or_else(|| Mistake::new(code::BROKEN_RECORD, message(), None))
    }

    /// The article that it is.
    pub fn article(&self, names: &FieldNames) -> Result<StreamedArticle, RefusedLine> {
        let nameless = |mistake: Mistake| RefusedLine { id: Json::Null, mistake: Box::new(mistake) };
        StreamedArticle::read(self.bytes(&ARTICLES).map_err(nameless)?, names)
    }

    /// What is wrong with it, at its place.
    pub fn broken(&self, of: &StreamOf, mistake: Mistake) -> Diagnostic {
        let text = String::from_utf8_lossy(self.bytes.as_deref().unwrap_or_default());
        let end = mistake.range().end.min(text.len());
        let of_line =
            DiagnosticPlace::new(STREAM, &text, &LineIndex::new(&text), Span::new(end.saturating_sub(1), end));
        let before = Span::new(self.offset, self.offset).start;
        let span =
            Span { start: of_line.span.start.saturating_add(before), end: of_line.span.end.saturating_add(before) };
        let excerpt_start = of_line.excerpt_start.saturating_add(before);
        let message = format!("this line is not {}: {mistake}", of.line);
        Diagnostic { message, help: Some(of.help.to_string()), ..mistake }.placed(DiagnosticPlace {
            line: self.number,
            span,
            excerpt_start,
            ..of_line
        })
    }
}

/// Answers each line of a stream, in order; gives whether any was bad. A reader that has seen enough is no error.
pub fn answered<R: Read, W: Write>(
    mut from: StreamLines<R>,
    to: &mut Speech<W>,
    mut answers: impl FnMut(Vec<StreamLine>) -> Vec<LineAnswer>,
) -> anyhow::Result<bool> {
    let mut is_bad = false;
    while let Some(lines) = from.some()? {
        let answers = answers(lines);
        is_bad |= answers.iter().any(|answer| answer.is_bad);
        match to.write(&answers.into_iter().map(|answer| answer.text).collect()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
            result => result.context("standard output cannot be written")?,
        }
    }
    Ok(is_bad)
}
