//! The formats of `crosscheck explain --article`: an article line by line, with its parts, its values and its claims.

use super::{
    Diagnostics, Format, Mark, MarkedArticle, Style,
    columns::{self, Paint, padded, painted},
    json::one_or_several,
    marks::{self, Labelled, rows},
    one_by_one,
};
use crate::sink::Syntax;

/// One object, or several where an article is in two stories.
pub const JSON: Format<[MarkedArticle]> = Format {
    name: "json",
    about: "JSON with the parts, values and claims of the article",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Json,
    print: |articles, _, page| one_or_several(articles, page),
};

/// For people.
pub const TEXT: Format<[MarkedArticle]> = Format {
    name: "text",
    about: "the article line by line, with its parts, and below the words what they mean; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |articles, style, page| one_by_one(articles, page, |one, page| page.text(&marked(one, style))),
};

fn marked(article: &MarkedArticle, style: &Style) -> String {
    let path = painted(&columns::words(&article.article), Paint::Strong, style.colour);
    let day = article.published.as_deref().unwrap_or("day of publication not known");
    let from =
        article.published_from.as_deref().map(|from| format!(" by {}", columns::words(from))).unwrap_or_default();
    let mut shown = format!("{path} ({}, {day}{from})\n\n", columns::words(&article.source));
    let labels: Vec<String> = article.marks.iter().map(label).collect();
    let labelled: Vec<Labelled<'_>> = article
        .marks
        .iter()
        .zip(&labels)
        .map(|(mark, label)| Labelled { start: mark.start, end: mark.end, label })
        .collect();
    let mut lines = Lines::new(article, &labelled);
    let mut start = 0;
    for (number, line) in article.text.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        shown.push_str(&lines.line(number + 1, (start, end), style));
        start = end;
    }
    shown
}

/// "duration: 45 to 55 minutes = call length"
fn label(mark: &Mark) -> String {
    let mut label = mark.kind.clone();
    if let Some(means) = &mark.means {
        label.push_str(&format!(": {}", columns::words(means)));
    }
    if !mark.topics.is_empty() {
        label.push_str(&format!(" = {}", columns::words(&mark.topics.join(", "))));
    }
    label
}

/// The lines of an article, one after the other, each with its margin: where a part begins its name, and the number.
struct Lines<'a> {
    article: &'a MarkedArticle,
    marks: &'a [Labelled<'a>],
    /// The first mark that no line has had yet.
    next_mark: usize,
    /// Marks that have begun, and not ended.
    open: Vec<Labelled<'a>>,
    /// The part of the line before.
    part: Option<usize>,
    /// The first part that does not end before the line.
    next_part: usize,
    names: usize,
    digits: usize,
}

impl<'a> Lines<'a> {
    fn new(article: &'a MarkedArticle, marks: &'a [Labelled<'a>]) -> Self {
        let names = article.parts.iter().map(|part| part.part.len()).max().unwrap_or_default();
        let digits = article.text.lines().count().to_string().len();
        Self { article, marks, next_mark: 0, open: Vec::new(), part: None, next_part: 0, names, digits }
    }

    /// The marks between two bytes; the bytes only go forward.
    fn marks(&mut self, from: usize, to: usize) -> &[Labelled<'a>] {
        self.open.retain(|mark| mark.end > from);
        while let Some(mark) = self.marks.get(self.next_mark).filter(|mark| mark.start < to) {
            self.open.push(*mark);
            self.next_mark += 1;
        }
        &self.open
    }

    /// The name of the part that a line is in, where it is another than that of the line before.
    fn part(&mut self, start: usize, end: usize) -> &'a str {
        let parts = &self.article.parts;
        while parts.get(self.next_part).is_some_and(|part| part.end <= start) {
            self.next_part += 1;
        }
        match parts.get(self.next_part).filter(|part| part.start < end) {
            Some(part) if self.part != Some(self.next_part) => {
                self.part = Some(self.next_part);
                part.part
            }
            Some(_) | None => "",
        }
    }

    fn line(&mut self, number: usize, (start, end): (usize, usize), style: &Style) -> String {
        let part = self.part(start, end);
        let (names, digits, text) = (self.names, self.digits, &self.article.text);
        let margin = names + digits + 3;
        let mut shown = String::new();
        let mut left = (part.to_string(), number.to_string());
        for (from, to) in marks::pieces(text, start, end, marks::room(style, margin)) {
            let words = text.get(from..to).unwrap_or_default().trim_end();
            let (part, number) = std::mem::take(&mut left);
            let before = format!("{} {number:>digits$}  ", padded(&part, names));
            shown.push_str(&format!("{}{}\n", painted(&before, Paint::Faint, style.colour), columns::line(words)));
            for row in rows(text, self.marks(from, to), from, from + words.len()) {
                let row = painted(row.trim_end(), Paint::Good, style.colour);
                shown.push_str(&format!("{}{row}\n", " ".repeat(margin)));
            }
        }
        if shown.is_empty() { "\n".to_string() } else { shown }
    }
}
