//! `--format marked` of `crosscheck values`: each line of an article with its values underlined and named below it.

use super::{
    ArticleValues, Diagnostics, Format, FoundValue, Style,
    columns::{self, Paint, painted},
    marks::{self, Labelled, rows},
    values::key,
};
use crate::{sink::Syntax, span::LineIndex};

/// The lines that hold a value, each with a row of marks and kinds below it.
pub const FORMAT: Format<[ArticleValues]> = Format {
    name: "marked",
    about: "the lines of each article, with the values underlined and named; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |articles, style| articles.iter().map(|article| marked(article, style)).collect::<Vec<_>>().join("\n"),
};

fn marked(article: &ArticleValues, style: &Style) -> String {
    let mut shown = format!("{}\n", painted(&columns::words(&article.article), Paint::Strong, style.colour));
    let lines = LineIndex::new(&article.text);
    let digits = article.text.lines().count().to_string().len();
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
            shown.push_str(&marked_line(&article.text, (start, end), &open, &format!("{number:>digits$}"), style));
        }
        start = end;
    }
    shown
}

/// A line, in pieces that fit, with its values below each.
fn marked_line(
    text: &str,
    (start, end): (usize, usize),
    values: &[&FoundValue],
    number: &str,
    style: &Style,
) -> String {
    let (mut shown, margin) = (String::new(), number.len() + 2);
    let mut rest = values.iter().map(|value| labelled(value)).peekable();
    // Those that the piece at hand may hold: of a long line they are few.
    let mut here: Vec<Labelled<'_>> = Vec::new();
    for (from, to) in marks::pieces(text, start, end, marks::room(style, margin)) {
        here.retain(|value| value.end > from);
        while let Some(value) = rest.next_if(|value| value.start < to) {
            here.push(value);
        }
        let label = if shown.is_empty() { number } else { "" };
        let before = painted(&format!("{label:>width$}  ", width = number.len()), Paint::Faint, style.colour);
        let words = text.get(from..to).unwrap_or_default().trim_end();
        shown.push_str(&format!("{before}{}\n", columns::line(words)));
        for row in rows(text, &here, from, from + words.len()) {
            let row = painted(row.trim_end(), Paint::Good, style.colour);
            shown.push_str(&format!("{}{row}\n", " ".repeat(margin)));
        }
    }
    shown
}

fn labelled(value: &FoundValue) -> Labelled<'_> {
    Labelled { start: value.start, end: value.end, label: key(value, "kind") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnostic::Colour,
        report::Detail,
        saying::{Field, ValueShape},
    };

    fn value(text: &str, words: &str, kind: &'static str) -> FoundValue {
        let start = text.find(words).unwrap();
        let mut shape = ValueShape::default();
        shape.insert("kind", Field::Name(kind));
        FoundValue { start, end: start + words.len(), line: 1, column: 1, shape, meaning: None }
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
