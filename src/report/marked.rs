//! The formats of `crosscheck explain --article`: an article line by line, with its parts, its values and its claims.

use super::{
    Diagnostics, Format, Mark, MarkedArticle, Style,
    columns::{Paint, line as harmless, padded, painted, words},
    json::pretty,
    marks::{Labelled, pieces, room, rows},
};

/// One object, or several where an article is in two stories.
pub const JSON: Format<[MarkedArticle]> = Format {
    name: "json",
    about: "JSON with the parts, values and claims of the article",
    diagnostics: Diagnostics::Apart,
    print: |articles, _| match articles {
        [one] => pretty(one),
        several => pretty(several),
    },
};

/// For people.
pub const TEXT: Format<[MarkedArticle]> = Format {
    name: "text",
    about: "the article line by line, with its parts, and below the words what they mean; for people",
    diagnostics: Diagnostics::Apart,
    print: |articles, style| articles.iter().map(|one| marked(one, style)).collect::<Vec<_>>().join("\n"),
};

fn marked(article: &MarkedArticle, style: &Style) -> String {
    let path = painted(&words(&article.article), Paint::Strong, style.colour);
    let day = article.published.as_deref().unwrap_or("day of publication not known");
    let from = article.published_from.as_deref().map(|from| format!(" by {}", words(from))).unwrap_or_default();
    let mut shown = format!("{path} ({}, {day}{from})\n\n", words(&article.source));
    let labels: Vec<String> = article.marks.iter().map(label).collect();
    let labelled: Vec<Labelled<'_>> = article
        .marks
        .iter()
        .zip(&labels)
        .map(|(mark, label)| Labelled { start: mark.start, end: mark.end, label })
        .collect();
    let mut lines = Lines::new(article);
    let mut start = 0;
    let mut next = 0;
    // Marks that began in an earlier line and go on.
    let mut open: Vec<Labelled<'_>> = Vec::new();
    for (number, line) in article.text.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        open.retain(|mark| mark.end > start);
        while let Some(mark) = labelled.get(next).filter(|mark| mark.start < end) {
            open.push(*mark);
            next += 1;
        }
        shown.push_str(&lines.line(number + 1, (start, end), &open, style));
        start = end;
    }
    shown
}

/// "duration: 45 to 55 minutes = call length"
fn label(mark: &Mark) -> String {
    let mut label = mark.kind.clone();
    if let Some(means) = &mark.means {
        label.push_str(&format!(": {}", words(means)));
    }
    if !mark.topics.is_empty() {
        label.push_str(&format!(" = {}", words(&mark.topics.join(", "))));
    }
    label
}

/// The margin of the lines: their part, where it begins, and their number.
struct Lines<'a> {
    article: &'a MarkedArticle,
    part: usize,
    names: usize,
    digits: usize,
    next: usize,
}

impl<'a> Lines<'a> {
    fn new(article: &'a MarkedArticle) -> Self {
        let names = article.parts.iter().map(|part| part.part.len()).max().unwrap_or_default();
        Self { article, part: usize::MAX, names, digits: article.text.lines().count().to_string().len(), next: 0 }
    }

    /// The name of the part that a line is in, where it is another than that of the line before.
    fn part(&mut self, start: usize, end: usize) -> &'a str {
        let parts = &self.article.parts;
        while parts.get(self.next).is_some_and(|part| part.end <= start) {
            self.next += 1;
        }
        match parts.get(self.next).filter(|part| part.start < end) {
            Some(part) if self.part != self.next => {
                self.part = self.next;
                part.part
            }
            Some(_) | None => "",
        }
    }

    fn line(&mut self, number: usize, (start, end): (usize, usize), open: &[Labelled<'_>], style: &Style) -> String {
        let part = self.part(start, end);
        let (names, digits) = (self.names, self.digits);
        let margin = names + digits + 3;
        let text = &self.article.text;
        let mut shown = String::new();
        let mut left = (part.to_string(), number.to_string());
        for (from, to) in pieces(text, start, end, room(style, margin)) {
            let words = text.get(from..to).unwrap_or_default().trim_end();
            let (part, number) = std::mem::take(&mut left);
            let margin_text = format!("{} {number:>digits$}  ", padded(&part, names));
            let faint = painted(&margin_text, Paint::Faint, style.colour);
            shown.push_str(&format!("{faint}{}\n", harmless(words)));
            for row in rows(text, open, from, from + words.len()) {
                let row = painted(row.trim_end(), Paint::Good, style.colour);
                shown.push_str(&format!("{}{row}\n", " ".repeat(margin)));
            }
        }
        if shown.is_empty() { "\n".to_string() } else { shown }
    }
}
