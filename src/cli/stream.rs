//! `crosscheck values --ndjson`: articles in, values out, a line each, in bounded memory.

use super::{
    FINE, WRONG, arguments,
    output::{self, Speech},
};
use crate::{
    article::MetadataLayer,
    diagnostic::{Mistake, code},
    files::{self, BoundedLine},
    lexicon::Lexicon,
    pipeline, report,
    sink::Harmless,
    value::Kind,
};
use anyhow::Context;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value as Json;
use std::{
    io::{BufRead, BufReader, ErrorKind, IsTerminal, Read, Write},
    sync::Arc,
};

/// So many lines are read before they are answered, in parallel.
const LINES: usize = 256;

/// Or so many bytes.
const BYTES: usize = 4 * 1024 * 1024;

/// An article as a line gives it; other keys are passed over.
#[derive(Deserialize)]
struct Input {
    #[serde(default)]
    id: Json,
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    timezone: Option<String>,
}

/// Why a line is not answered.
struct Refusal {
    /// The id that it gives.
    id: Json,
    mistake: Box<Mistake>,
}

/// A line that is no article.
fn broken(message: String) -> Mistake {
    Mistake::new(code::BROKEN_RECORD, message, None)
}

/// A line, or why there is none.
type StreamLine = Result<Vec<u8>, Mistake>;

/// Answers each line of standard input, in order.
pub fn run(arguments: &arguments::ValuesArguments, kinds: &[Kind]) -> anyhow::Result<u8> {
    // Without a configuration of its own, a stream needs no project.
    let lexicon = match arguments.project.config {
        Some(_) => super::load(&arguments.project, &[])?.lexicon,
        None => Arc::clone(Lexicon::english()),
    };
    if std::io::stdin().is_terminal() {
        output::hint("waiting for articles, one a line: {\"id\": 1, \"text\": \"...\", \"published\": \"2031-05-09\"}");
    }
    match answer(BufReader::with_capacity(BYTES, std::io::stdin()), &mut Speech::new(), &lexicon, kinds) {
        Err(error)
            if error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) =>
        {
            Ok(FINE)
        }
        result => result.map(|bad| if bad { WRONG } else { FINE }),
    }
}

/// Reads to the end; gives whether any line was bad.
///
/// What has arrived is answered before more is waited for, so that another program can ask line by line.
fn answer<R: Read, W: Write>(
    mut from: BufReader<R>,
    to: &mut Speech<W>,
    lexicon: &Arc<Lexicon>,
    kinds: &[Kind],
) -> anyhow::Result<bool> {
    let (mut bad, mut number, mut ended) = (false, 0, false);
    while !ended {
        let (mut lines, mut bytes): (Vec<(usize, StreamLine)>, usize) = (Vec::new(), 0);
        while lines.len() < LINES && bytes < BYTES {
            let Some(line) = read_line(&mut from).context("standard input cannot be read")? else {
                ended = true;
                break;
            };
            number += 1;
            bytes += line.as_ref().map_or(0, Vec::len);
            if !line.as_ref().is_ok_and(|line| line.trim_ascii().is_empty()) {
                lines.push((number, line));
            }
            if from.buffer().is_empty() {
                break;
            }
        }
        let answers: Vec<Result<Harmless, Refusal>> =
            lines.par_iter().map(|(_, line)| one(line, lexicon, kinds)).collect();
        bad |= answers.iter().any(Result::is_err);
        let answers = lines.iter().zip(answers).map(|((number, _), answer)| {
            answer.unwrap_or_else(|refusal| report::refusal(&refusal.id, *number, &refusal.mistake.message))
        });
        to.write(&answers.collect())?;
    }
    Ok(bad)
}

/// One line; `None` at the end. What is too long is passed over, and not kept.
fn read_line(from: &mut impl BufRead) -> std::io::Result<Option<StreamLine>> {
    Ok(match files::line(from, &files::STREAM)? {
        None => None,
        Some(BoundedLine::Whole(line)) => Some(Ok(line)),
        Some(BoundedLine::TooLong) => {
            files::rest_of_line(from)?;
            Some(Err(broken(format!("the line is longer than {}", files::STREAM.in_words()))))
        }
    })
}

/// The answer to one line; an error where it is bad.
fn one(line: &StreamLine, lexicon: &Arc<Lexicon>, kinds: &[Kind]) -> Result<Harmless, Refusal> {
    let nameless = |mistake: Mistake| Refusal { id: Json::Null, mistake: Box::new(mistake) };
    let line = line.as_ref().map_err(|mistake| nameless(mistake.clone()))?;
    // Some shells put a byte-order mark before what they pipe.
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line).trim_ascii();
    let input: Input = serde_json::from_slice(line).map_err(|error| {
        let text = error.to_string();
        nameless(broken(text.split(" at line ").next().unwrap_or(&text).replace('`', "'")))
    })?;
    let Input { id, text, published, source, timezone } = input;
    if !matches!(id, Json::Null | Json::String(_) | Json::Number(_)) {
        return Err(nameless(broken("the id is no text and no number".to_string())));
    }
    let layer = MetadataLayer { published, source, timezone, ..MetadataLayer::default() };
    match pipeline::values_of(&text, &layer, lexicon, kinds) {
        Ok(values) => Ok(report::answer(&id, &values)),
        Err(found) => {
            let mistake = Box::new(Mistake::new(found.code, found.message, found.help));
            Err(Refusal { id, mistake })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (bool, String) {
        let mut output = Vec::new();
        let bad = answer(BufReader::new(input), &mut Speech::plain(&mut output), Lexicon::english(), &[]).unwrap();
        (bad, String::from_utf8(output).unwrap())
    }

    #[test]
    fn a_bad_line_is_answered_and_hides_no_other() {
        let (bad, output) = answers(b"{\"id\":\"a\",\"text\":\"50 minutes\"}\n\nno json\n{\"id\":3,\"text\":\"\"}");
        let ids: Vec<&str> = output.lines().map(|line| line.split(',').next().unwrap()).collect();
        assert!(bad);
        assert_eq!(ids, ["{\"id\":\"a\"", "{\"id\":null", "{\"id\":3"]);
        assert!(output.contains("\"line\":3,\"error\":"), "{output}");
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut input = vec![b'x'; usize::try_from(files::STREAM.most).unwrap() + 10];
        input.extend(b"\n{\"id\":2,\"text\":\"a week\"}\n");
        let (bad, output) = answers(&input);
        assert!(bad);
        assert!(
            output.starts_with("{\"id\":null,\"line\":1,\"error\":\"the line is longer than 16 MiB\"}\n{\"id\":2,")
        );
    }

    #[test]
    fn answers_stand_in_the_order_of_the_lines() {
        let input: String = (0..1000).map(|id| format!("{{\"id\":{id},\"text\":\"{id} ships\"}}\n")).collect();
        let (bad, output) = answers(input.as_bytes());
        let ids: Vec<String> = output.lines().map(|line| line.split([':', ',']).nth(1).unwrap().to_string()).collect();
        assert!(!bad);
        assert_eq!(ids, (0..1000).map(|id| id.to_string()).collect::<Vec<_>>());
    }
}
