//! Lines of a text with words underlined, and named below.

use super::{Style, columns};

/// A line is wrapped at this width where the terminal's is not known.
const USUAL_WIDTH: usize = 100;

/// No line is wrapped narrower.
const LEAST_WIDTH: usize = 30;

/// Words to underline, and what is written below them.
#[derive(Clone, Copy, Debug)]
pub struct Labelled<'a> {
    /// Their first byte.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// What is written below them.
    pub label: &'a str,
}

/// The columns that a line of text has behind its margin.
pub fn room(style: &Style, margin: usize) -> usize {
    style.width.unwrap_or(USUAL_WIDTH).saturating_sub(margin).max(LEAST_WIDTH)
}

/// The stretches of a line that fit beside the margin, cut between words.
pub fn pieces(text: &str, start: usize, end: usize, room: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let (mut from, mut cut, mut used) = (start, None, 0);
    for (offset, character) in text.get(start..end).unwrap_or_default().char_indices() {
        let at = start + offset;
        used += columns::width(character.encode_utf8(&mut [0; 4]));
        if used > room && at > from {
            let to = cut.filter(|to| *to > from).unwrap_or(at);
            pieces.push((from, to));
            used = columns::width(text.get(to..at + character.len_utf8()).unwrap_or_default());
            from = to;
        }
        if character == ' ' {
            cut = Some(at + 1);
        }
    }
    if text.get(from..end).is_some_and(|rest| !rest.trim().is_empty()) {
        pieces.push((from, end));
    }
    pieces
}

/// One row of marks and names for the values that do not overlap, and one more for each level of nesting.
pub fn rows(text: &str, values: &[Labelled<'_>], from: usize, to: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let column = |at: usize| columns::width(&columns::line(text.get(from..at.max(from)).unwrap_or_default()));
    for value in values.iter().filter(|value| value.start < to && value.end > from).rev() {
        let (first, last) = (column(value.start), column(value.end.min(to)));
        let label = if value.start >= from { value.label } else { "" };
        let taken = last.max(first + columns::width(label)) + 1;
        let fits = |row: &String| {
            let marks: Vec<char> = row.chars().collect();
            marks.iter().skip(first).take(taken - first).all(|mark| *mark == ' ')
        };
        let marks = "~".repeat(last.saturating_sub(first).max(1));
        let at = rows.chunks(2).position(|pair| pair.iter().all(fits));
        let at = at.map_or(rows.len(), |at| 2 * at);
        if at == rows.len() {
            rows.extend([String::new(), String::new()]);
        }
        for (row, words) in rows.iter_mut().skip(at).zip([marks.as_str(), label]) {
            overlay(row, first, words);
        }
    }
    rows.retain(|row| !row.trim().is_empty());
    rows
}

/// Writes words over the blanks of a row.
fn overlay(row: &mut String, first: usize, words: &str) {
    let mut marks: Vec<char> = row.chars().collect();
    let end = first + words.chars().count();
    if marks.len() < end {
        marks.resize(end, ' ');
    }
    for (mark, word) in marks.iter_mut().skip(first).zip(words.chars()) {
        *mark = word;
    }
    *row = marks.into_iter().collect();
}
