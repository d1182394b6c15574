//! `crosscheck values`: every value of every article, printed; or of every article that comes over a pipe.

use super::{
    FINE, WRONG, arguments, code_of_diagnostics, load_without_rules,
    output::{self, Speech},
    progress, spare_articles,
    stream::{self, LineAnswer, StreamLine, StreamLines},
};
use crate::{
    article::{FieldNames, RefusedLine},
    diagnostic::Mistake,
    lexicon::Lexicon,
    pipeline, report,
    value::Kind,
};
use rayon::prelude::*;
use std::{
    io::{IsTerminal, Read, Write},
    sync::Arc,
};

/// Runs the command.
pub fn run(arguments: &arguments::ValuesArguments) -> anyhow::Result<u8> {
    let kinds: Vec<Kind> = arguments.kind.iter().filter_map(|name| Kind::find(name)).collect();
    if arguments.ndjson {
        return of_stream(arguments, &kinds);
    }
    let name = &arguments.format;
    let Some(format) = report::find(report::VALUES, name) else { anyhow::bail!("there is no format `{name}`") };
    let project = load_without_rules(&arguments.project, &arguments.articles.paths)?;
    spare_articles(&project, &arguments.output)?;
    let (values, diagnostics) = progress::during(&project, |step| pipeline::values(&project, &kinds, step));
    output::write(format, &values, &diagnostics, &arguments.output)?;
    Ok(code_of_diagnostics(&diagnostics))
}

/// How a stream is read.
struct ValueReading<'a> {
    lexicon: &'a Arc<Lexicon>,
    kinds: &'a [Kind],
    names: FieldNames,
}

/// Answers each line of standard input, in order.
fn of_stream(arguments: &arguments::ValuesArguments, kinds: &[Kind]) -> anyhow::Result<u8> {
    // Without a configuration of its own, a stream needs no project.
    let lexicon = match arguments.project.config {
        Some(_) => super::load(&arguments.project, &[])?.lexicon,
        None => Arc::clone(Lexicon::english()),
    };
    if std::io::stdin().is_terminal() {
        output::hint("waiting for articles, one a line: {\"id\": 1, \"text\": \"...\", \"published\": \"2031-05-09\"}");
    }
    let reading = ValueReading { lexicon: &lexicon, kinds, names: arguments.fields.names() };
    let is_bad = answer(std::io::stdin(), &mut Speech::new(), &reading)?;
    Ok(if is_bad { WRONG } else { FINE })
}

/// Reads to the end; gives whether any line was bad.
fn answer<R: Read, W: Write>(from: R, to: &mut Speech<W>, reading: &ValueReading<'_>) -> anyhow::Result<bool> {
    let lines = StreamLines::new(from, &stream::ARTICLES);
    stream::answered(lines, to, |lines| lines.par_iter().map(|line| one(line, reading)).collect())
}

/// The answer to one line.
fn one(line: &StreamLine, ValueReading { lexicon, kinds, names }: &ValueReading<'_>) -> LineAnswer {
    let found = line.article(names).and_then(|article| {
        let values = pipeline::values_of(&article.text, &article.layer, lexicon, kinds);
        match values {
            Ok(values) => Ok(report::answer(&article.id, &values)),
            Err(found) => {
                let mistake = Box::new(Mistake::new(found.code, found.message, found.help));
                Err(RefusedLine { id: article.id, mistake })
            }
        }
    });
    match found {
        Ok(text) => LineAnswer { text, is_bad: false },
        Err(RefusedLine { id, mistake }) => {
            LineAnswer { text: report::refusal(&id, line.number, &mistake.message), is_bad: true }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    fn answers(input: &[u8]) -> (bool, String) {
        let mut output = Vec::new();
        let reading = ValueReading { lexicon: Lexicon::english(), kinds: &[], names: FieldNames::default() };
        let bad = answer(input, &mut Speech::plain(&mut output), &reading).unwrap();
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
