//! Measures who says what against annotated news: `cargo run --example attributions -- TEXTS ANNOTATIONS [--errors N [QUOTATION|INDIRECT|WRONG]]`.
//!
//! With `--print FILE` instead it prints what it reads in a text: speaker, cue, content.
//!
//! TEXTS is a folder of plain texts, ANNOTATIONS one of files in the standoff format of brat, named as the texts with another
//! ending (a tail of `_` and letters is left out), with events `Attribution` that have roles `Source`, `Cue` and `Content`.
//! Places in them count characters. Printed are:
//!
//! - **quotations**: words between quotation marks that lie in a content. One is found where an attribution's content has at
//!   least half of it; its speaker is right where the words of ours and of theirs overlap.
//! - **indirect**: contents without quotation marks. One is found where an attribution of ours has its cue or half of its
//!   content, and the speakers overlap.
//! - **precision**: of our attributions without marks, those that share their cue or half of their content with one of theirs.

#![allow(clippy::indexing_slicing, clippy::string_slice, reason = "a tool for developers, over files that are whole")]

use crosscheck::rooms::{
    attribution::{Attribution, Attributions, Speaker},
    kind::name::{Spellings, names},
    lexicon::Lexicon,
    span::Span,
    text::{Block, Part, Text, quotations},
};
use std::{collections::BTreeMap, ops::Range, path::Path};

#[derive(Debug, Default)]
struct GoldAttribution {
    source: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

#[derive(Default)]
struct Counts {
    quotations: usize,
    quotations_found: usize,
    speakers_right: usize,
    indirect: usize,
    indirect_found: usize,
    indirect_with_speaker: usize,
    ours: usize,
    ours_right: usize,
    lines: Vec<String>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [print, file, ..] = arguments.as_slice()
        && print == "--print"
    {
        show(&std::fs::read_to_string(file)?);
        return Ok(());
    }
    let shown = arguments.iter().position(|word| word == "--errors");
    let only = shown.and_then(|at| arguments.get(at + 2)).map_or("", |word| word.as_str());
    let limit = shown.and_then(|at| arguments.get(at + 1)).and_then(|number| number.parse().ok()).unwrap_or(0);
    let [texts, annotations, ..] = arguments.as_slice() else { return Err("which texts, which annotations?".into()) };
    let mut files: Vec<_> = std::fs::read_dir(annotations)?.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort();
    let mut counts = Counts::default();
    for file in files {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let name = stem.rsplit_once('_').map_or(stem, |(name, _)| name);
        let Ok(text) = std::fs::read_to_string(Path::new(texts).join(format!("{name}.txt"))) else { continue };
        measure(&text, &gold(&std::fs::read_to_string(&file)?, &text), &mut counts, name);
    }
    let share = |part: usize, of: usize| if of == 0 { 0.0 } else { part as f64 / of as f64 * 100.0 };
    println!(
        "quotations {:5}   found {:.1} %   speaker right {:.1} %",
        counts.quotations,
        share(counts.quotations_found, counts.quotations),
        share(counts.speakers_right, counts.quotations)
    );
    println!(
        "indirect   {:5}   found {:.1} %   with speaker {:.1} %",
        counts.indirect,
        share(counts.indirect_found, counts.indirect),
        share(counts.indirect_with_speaker, counts.indirect)
    );
    println!("ours       {:5}   precision {:.1} %", counts.ours, share(counts.ours_right, counts.ours));
    counts.lines.retain(|line| line.starts_with(only));
    let step = (counts.lines.len() / limit.max(1)).max(1);
    counts.lines.iter().step_by(step).take(limit).for_each(|line| println!("{line}"));
    Ok(())
}

fn gold(annotations: &str, text: &str) -> Vec<GoldAttribution> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut spans: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    let mut found = Vec::new();
    for line in annotations.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields.as_slice() {
            [id, place, ..] if id.starts_with('T') => {
                let Some((_, places)) = place.split_once(' ') else { continue };
                let ranges = places.split(';').filter_map(|range| {
                    let (from, to) = range.split_once(' ')?;
                    Some(*bytes.get(from.parse::<usize>().ok()?)?..*bytes.get(to.parse::<usize>().ok()?)?)
                });
                spans.insert(id, ranges.collect());
            }
            [id, roles] if id.starts_with('E') => {
                let mut one = GoldAttribution::default();
                for role in roles.split(' ') {
                    let Some((role, id)) = role.split_once(':') else { continue };
                    let ranges = spans.get(id).cloned().unwrap_or_default();
                    match role.trim_end_matches(|letter: char| letter.is_ascii_digit()) {
                        "Source" => one.source.extend(ranges),
                        "Cue" => one.cue.extend(ranges),
                        "Content" => one.content.extend(ranges),
                        _ => {}
                    }
                }
                if !one.content.is_empty() {
                    found.push(one);
                }
            }
            _ => {}
        }
    }
    found
}

fn overlap(one: &[Range<usize>], other: &[Range<usize>]) -> usize {
    one.iter().map(|a| other.iter().map(|b| a.end.min(b.end).saturating_sub(a.start.max(b.start))).sum::<usize>()).sum()
}

fn size(ranges: &[Range<usize>]) -> usize {
    ranges.iter().map(ExactSizeIterator::len).sum()
}

struct Ours {
    speaker: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
}

fn blocks(source: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let trimmed = line.trim_end();
        if !trimmed.trim_start().is_empty() {
            blocks.push(Block { span: Span::new(at, at + trimmed.len()), part: Part::Body });
        }
        at += line.len();
    }
    blocks
}

/// Prints what is read in a text.
fn show(source: &str) {
    let lexicon = Lexicon::english();
    let text = Text::new(source, &blocks(source), &[], lexicon);
    let own_names = names(&text, lexicon, &Spellings::default(), &|_| false);
    let read = Attributions::read(&text, &own_names, &quotations(&text, lexicon).found, lexicon);
    for (index, one) in read.all.iter().enumerate() {
        let words = |range: &Range<usize>| text.words(range.start, range.end).replace('\n', " ");
        let Speaker { sort, name, .. } = &one.speaker;
        let stands_for = one.speaker.stands_for.as_ref().map(words);
        let who = format!("{} ({}, name {name:?}, stands for {stands_for:?})", words(&one.speaker.words), sort.name());
        let content: Vec<String> = one.content.iter().map(words).collect();
        println!("{index}: {} | {} | {} | within {:?}", who, words(&one.cue), content.join(" … "), one.within);
    }
}

fn measure(source: &str, gold: &[GoldAttribution], counts: &mut Counts, name: &str) {
    let lexicon = Lexicon::english();
    let text = Text::new(source, &blocks(source), &[], lexicon);
    let own_names = names(&text, lexicon, &Spellings::default(), &|_| false);
    let marks = quotations(&text, lexicon).found;
    let read = Attributions::read(&text, &own_names, &marks, lexicon);
    let bytes = |range: &Range<usize>| {
        let span = text.span_of(range.start, range.end);
        span.range().start..span.range().end
    };
    let ours: Vec<Ours> = read
        .all
        .iter()
        .map(|one: &Attribution| Ours {
            speaker: vec![bytes(&one.speaker.words)],
            cue: Some(bytes(&one.cue)).filter(|cue| !cue.is_empty()).into_iter().collect(),
            content: one.content.iter().map(bytes).collect(),
        })
        .collect();
    let marked: Vec<Range<usize>> = marks.iter().map(|mark| bytes(&(mark.first..mark.end))).collect();
    let brief = |ranges: &[Range<usize>]| {
        ranges.iter().map(|range| source[range.clone()].replace('\n', " ")).collect::<Vec<_>>().join(" … ")
    };
    for quotation in &marked {
        let whole = std::slice::from_ref(quotation);
        let Some(gold) = gold
            .iter()
            .filter(|gold| overlap(whole, &gold.content) * 2 >= size(whole))
            .min_by_key(|gold| size(&gold.content))
        else {
            continue;
        };
        counts.quotations += 1;
        let found: Vec<&Ours> = ours
            .iter()
            .filter(|one| overlap(whole, &one.content) * 2 >= size(whole) && overlap(whole, &one.cue) == 0)
            .collect();
        counts.quotations_found += usize::from(!found.is_empty());
        let nearest = found.iter().min_by_key(|one| size(&one.content));
        let right = nearest.is_some_and(|one| {
            overlap(&one.speaker, &gold.source) > 0
                || one.speaker.is_empty() && gold.source.is_empty()
                || same(&brief(&one.speaker), &brief(&gold.source))
        });
        counts.speakers_right += usize::from(right);
        if !right {
            let nearest = nearest.map(|one| format!("{} | {}", brief(&one.speaker), brief(&one.cue)));
            counts.lines.push(format!(
                "QUOTATION {name}: {} || theirs: {} | {} || ours: {nearest:?}",
                brief(whole),
                brief(&gold.source),
                brief(&gold.cue)
            ));
        }
    }
    let has_marks = |content: &[Range<usize>]| overlap(content, &marked) > 0;
    let matches = |gold: &GoldAttribution, one: &Ours| {
        overlap(&one.cue, &gold.cue) > 0 || overlap(&one.content, &gold.content) * 2 >= size(&gold.content)
    };
    for gold in gold.iter().filter(|gold| !has_marks(&gold.content)) {
        counts.indirect += 1;
        let found = ours
            .iter()
            .filter(|one| matches(gold, one))
            .max_by_key(|one| (overlap(&one.cue, &gold.cue) > 0, overlap(&one.content, &gold.content)));
        counts.indirect_found += usize::from(found.is_some());
        let right = found.is_some_and(|one| overlap(&one.speaker, &gold.source) > 0 || gold.source.is_empty());
        counts.indirect_with_speaker += usize::from(right);
        if !right {
            let found =
                found.map(|one| format!("{} | {} | {}", brief(&one.speaker), brief(&one.cue), brief(&one.content)));
            counts.lines.push(format!(
                "INDIRECT {name}: {} | {} | {} || ours: {found:?}",
                brief(&gold.source),
                brief(&gold.cue),
                brief(&gold.content)
            ));
        }
    }
    for one in ours.iter().filter(|one| !has_marks(&one.content)) {
        counts.ours += 1;
        let right = gold.iter().any(|gold| {
            matches(gold, one)
                || overlap(&one.content, &gold.content) * 2 >= size(&one.content)
                    && overlap(&one.speaker, &gold.source) > 0
        });
        counts.ours_right += usize::from(right);
        if !right {
            counts.lines.push(format!(
                "WRONG {name}: {} | {} | {}",
                brief(&one.speaker),
                brief(&one.cue),
                brief(&one.content)
            ));
        }
    }
}

/// Whether one name holds the last word of the other.
fn same(one: &str, other: &str) -> bool {
    let last = |words: &str| words.split_whitespace().last().map(str::to_lowercase).unwrap_or_default();
    !one.is_empty() && !other.is_empty() && last(one) == last(other)
}
