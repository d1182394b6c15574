//! `--format marked` of `crosscheck values`: each line of an article with its values underlined and named below it.

use super::{
    ArticleValues, Diagnostics, Format, FoundValue, Style,
    columns::{Paint, line as harmless, painted, width, words},
    values::key,
};
use crate::span::LineIndex;

/// The lines that hold a value, each with a row of marks and kinds below it.
pub const FORMAT: Format<[ArticleValues]> = Format {
    name: "marked",
    about: "the lines of each article, with the values underlined and named; for people",
    diagnostics: Diagnostics::Apart,
    print: |articles, style| articles.iter().map(|article| marked(article, style)).collect::<Vec<_>>().join("\n"),
};

/// A line is wrapped at this width where the terminal's is not known.
const USUAL_WIDTH: usize = 100;

/// No line is wrapped narrower.
const LEAST_WIDTH: usize = 30;

fn marked(article: &ArticleValues, style: &Style) -> String {
    let mut shown = format!("{}\n", painted(&words(&article.article), Paint::Strong, style.colour));
    let lines = LineIndex::new(&article.text);
    let digits = article.text.lines().count().to_string().len();
    let room = style.width.unwrap_or(USUAL_WIDTH).saturating_sub(digits + 2).max(LEAST_WIDTH);
    let mut start = 0;
    let mut values = article.values.iter().peekable();
    // Values that began in an earlier line and go on.
    let mut open: Vec<&FoundValue> = Vec::new();
    for line in article.text.split_inclusive('\n') {
        let end = start + line.len();
        open.retain(|value| value.end > start);
        while let Some(value) = values.next_if(|value| value.start < end) {
            open.push(value);
        }
        if !open.is_empty() {
            let number = lines.line_column(&article.text, start).line;
            let pieces = pieces(&article.text, start, end, room);
            for (at, (from, to)) in pieces.into_iter().enumerate() {
                let label = if at == 0 { number.to_string() } else { String::new() };
                let margin = painted(&format!("{label:>digits$}  "), Paint::Faint, style.colour);
                let words = article.text.get(from..to).unwrap_or_default().trim_end();
                shown.push_str(&format!("{margin}{}\n", harmless(words)));
                for row in rows(&article.text, &open, from, from + words.len()) {
                    let row = painted(row.trim_end(), Paint::Good, style.colour);
                    shown.push_str(&format!("{}{row}\n", " ".repeat(digits + 2)));
                }
            }
        }
        start = end;
    }
    shown
}

/// The stretches of a line that fit beside the margin, cut between words.
fn pieces(text: &str, start: usize, end: usize, room: usize) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let (mut from, mut cut, mut used) = (start, None, 0);
    for (offset, character) in text.get(start..end).unwrap_or_default().char_indices() {
        let at = start + offset;
        used += width(character.encode_utf8(&mut [0; 4]));
        if used > room && at > from {
            let to = cut.filter(|to| *to > from).unwrap_or(at);
            pieces.push((from, to));
            used = width(text.get(to..at + character.len_utf8()).unwrap_or_default());
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
fn rows(text: &str, values: &[&FoundValue], from: usize, to: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let column = |at: usize| width(&harmless(text.get(from..at.max(from)).unwrap_or_default()));
    for value in values.iter().filter(|value| value.start < to && value.end > from).rev() {
        let (first, last) = (column(value.start), column(value.end.min(to)));
        let label = if value.start >= from { key(value, "kind") } else { "" };
        let taken = last.max(first + width(label)) + 1;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::Colour, report::Detail};

    fn value(text: &str, words: &str, kind: &str) -> FoundValue {
        let start = text.find(words).unwrap();
        let mut shape = serde_json::Map::new();
        shape.insert("kind".into(), kind.into());
        FoundValue { start, end: start + words.len(), line: 1, column: 1, shape, meaning: String::new() }
    }

    #[test]
    fn values_are_underlined_and_named() {
        let text = "Title\n\nAda Lang said \"it took 50 minutes\" to cross.\n".to_string();
        let values = vec![
            value(&text, "Ada Lang", "name"),
            value(&text, "\"it took 50 minutes\"", "quotation"),
            value(&text, "50 minutes", "duration"),
        ];
        let article = ArticleValues { article: "a.txt".into(), values, damaged: Vec::new(), text };
        let style = Style { colour: Colour::Plain, width: Some(80), detail: Detail::Normal };
        let expected = "\
a.txt
3  Ada Lang said \"it took 50 minutes\" to cross.
   ~~~~~~~~               ~~~~~~~~~~
   name                   duration
                 ~~~~~~~~~~~~~~~~~~~~
                 quotation
";
        assert_eq!(marked(&article, &style), expected);
    }
}
