//! `--format marked` of `crosscheck values`: each line of an article with its values underlined and named below it.

use super::{
    ArticleValues, Diagnostics, Format, FoundValue, Style,
    columns::{self, Paint, painted},
    marks::{self, Labelled, rows},
    one_by_one,
};
use crate::{
    sink::{Page, Syntax},
    span::LineIndex,
};
use std::io;

/// The lines that hold a value, each with a row of marks and kinds below it.
pub const FORMAT: Format<[ArticleValues]> = Format {
    name: "marked",
    about: "the lines of each article, with the values underlined and named; for people",
    diagnostics: Diagnostics::Apart,
    syntax: Syntax::Text,
    print: |articles, style, page| one_by_one(articles, page, |article, page| marked(article, style, page)),
};

fn marked(article: &ArticleValues, style: &Style, page: &mut Page<'_>) -> io::Result<()> {
    page.text(&format!("{}\n", painted(&columns::words(&article.article), Paint::Strong, style.colour)))?;
    let lines = LineIndex::new(&article.text);
    let digits = article.text.lines().count().to_string().len();
    let mut start = 0;
    let mut values = article.values.iter().peekable();
    // Values that began in an earlier line and go on.
    let mut open: Vec<&FoundValue> = Vec::new();
    for line in article.text.split_inclusive('\n') {
        let end = start + line.len();
        open.retain(|value| value.span.range().end > start);
        while let Some(value) = values.next_if(|value| value.span.range().start < end) {
            open.push(value);
        }
        if !open.is_empty() {
            let number = lines.line_column(&article.text, start).line;
            page.text(&marked_line(&article.text, (start, end), &open, &format!("{number:>digits$}"), style))?;
        }
        start = end;
    }
    Ok(())
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
    let place = value.span.range();
    Labelled { start: place.start, end: place.end, label: value.value.kind.name() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnostic::Colour,
        lexicon::Lexicon,
        placing::Situation,
        report::{Detail, ValueSetting},
        span::Span,
        value::{Kind, Value},
    };
    use std::sync::Arc;

    fn value(text: &str, words: &str, kind: &str) -> FoundValue {
        let start = text.find(words).unwrap();
        let setting = ValueSetting { situation: Situation::default(), lexicon: Arc::clone(Lexicon::english()) };
        FoundValue {
            span: Span::new(start, start + words.len()),
            line: 1,
            column: 1,
            value: Value::word(Kind::find(kind).unwrap(), words, words),
            setting: Arc::new(setting),
        }
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
        assert_eq!(&*FORMAT.printed(&[article], &style), expected);
    }
}
