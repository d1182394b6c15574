//! The sentences of `fixtures/values/times.txt`, with what TimeML marks in them.

use super::listed;
use crate::{
    lexicon::Lexicon,
    placing::{Situation, positions},
    saying::{shape, timex},
    text::Text,
};
use std::{fs, path::Path};

/// The sentence, with the dates, times and lengths that were found in it marked.
fn marked(source: &str, situation: &Situation) -> String {
    let lexicon = Lexicon::english();
    let text = Text::plain(source, lexicon);
    let (mut marked, mut at) = (String::new(), 0);
    for mention in listed(&text, lexicon, &|_| true) {
        let span = mention.span.range();
        let position = positions(&[(&mention.value, situation)], Lexicon::english()).pop();
        let shape = shape(&mention.value, position.as_ref(), Lexicon::english());
        let iso = || shape.text("iso").map(str::to_string);
        let Some(value) = timex(&mention.value, situation).or_else(iso) else { continue };
        let (before, words) = (source.get(at..span.start).unwrap(), source.get(span.clone()).unwrap());
        marked += &format!("{before}[[{words}|{value}]]");
        at = span.end;
    }
    marked + source.get(at..).unwrap()
}

/// The sentence without its marks.
fn plain(marked: &str) -> String {
    let parts = marked.split("[[").map(|part| match part.split_once("]]") {
        Some((mark, rest)) => mark.split('|').next().unwrap_or_default().to_string() + rest,
        None => part.to_string(),
    });
    parts.collect()
}

#[test]
fn the_times_of_the_newswire() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/values/times.txt");
    let text = fs::read_to_string(file).unwrap();
    let (mut situation, mut wrong) = (Situation::default(), String::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(day) = line.strip_prefix("== ") {
            situation.anchor = Some(day.parse().unwrap());
            continue;
        }
        let found = marked(&plain(line), &situation);
        if found != line {
            wrong += &format!("expected {line}\n   found {found}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
