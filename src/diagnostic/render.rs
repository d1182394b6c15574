//! Diagnostics as people read them: the message, the lines at fault with a caret, the help.

use super::{Diagnostic, DiagnosticPlace, Level};
use crate::printable::{printable, printable_line};
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level as Shown, Origin, Renderer, Snippet};
use std::ops::Range;

/// Whether the text carries colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// No escape sequences.
    #[default]
    Plain,
    /// ANSI colours.
    Ansi,
}

/// The width that long lines are trimmed to.
const WIDTH: usize = 140;

/// The diagnostic as text, without a line feed at its end. Whatever stands in the file is shown, never obeyed.
///
/// ```
/// use crosscheck::rooms::{diagnostic::{Code, Colour, Diagnostic, render}, span::Span};
/// let code = Code::find("unknown-word").ok_or("no such code")?;
/// let diagnostic = Diagnostic::in_file(code, "a.yaml", "y: zz\n", Span::new(3, 5), "there is no `zz`", None);
/// let text = render(&diagnostic, Colour::Plain);
/// assert!(text.starts_with("error[unknown-word]: there is no `zz`\n --> a.yaml:1:4\n"));
/// assert!(text.contains("   ^^"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn render(diagnostic: &Diagnostic, colour: Colour) -> String {
    let level = match diagnostic.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
    };
    let title = level.primary_title(printable_line(&diagnostic.message)).id(diagnostic.code.name());
    let group = Group::with_title(title).elements(elements(diagnostic));
    let renderer = match colour {
        Colour::Plain => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    };
    renderer.term_width(WIDTH).render(&[group])
}

fn elements(diagnostic: &Diagnostic) -> Vec<Element<'_>> {
    let mut elements = Vec::new();
    if let Some(place) = &diagnostic.place {
        elements.extend(place_elements(place, AnnotationKind::Primary));
    }
    if let Some(place) = &diagnostic.related {
        elements.extend(place_elements(place, AnnotationKind::Context));
    }
    if let Some(help) = &diagnostic.help {
        elements.push(Shown::HELP.message(printable(help)).into());
    }
    elements
}

/// The file with line and column, and its lines with a caret.
fn place_elements(place: &DiagnosticPlace, kind: AnnotationKind) -> Vec<Element<'_>> {
    let file = printable_line(&place.file);
    if place.line == 0 {
        return vec![Origin::path(file).into()];
    }
    let (excerpt, caret) = cleaned(place);
    let before = excerpt.get(..caret.start).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    let is_whole_line = before.chars().count() + 1 == place.column;
    let annotation: Annotation<'_> = kind.span(caret).label(place.label.as_deref().map(printable_line));
    let snippet = Snippet::source(excerpt).line_start(place.line).fold(false).annotation(annotation);
    if is_whole_line {
        return vec![snippet.path(file).into()];
    }
    // The excerpt of a very long line does not begin at its first column, so the renderer cannot count.
    vec![Origin::path(file).line(place.line).char_column(place.column).into(), snippet.into()]
}

/// The excerpt with hidden characters shown, and where its span has moved to.
fn cleaned(place: &DiagnosticPlace) -> (String, Range<usize>) {
    let excerpt = place.excerpt.as_str();
    let first = place.excerpt_start as usize;
    let at = |offset: u32| excerpt.floor_char_boundary((offset as usize).saturating_sub(first));
    let (start, end) = (at(place.span.start), at(place.span.end));
    let part = |range: Range<usize>| printable(excerpt.get(range).unwrap_or("")).into_owned();
    let (before, inside, after) = (part(0..start), part(start..end), part(end..excerpt.len()));
    let (from, to) = (before.len(), before.len() + inside.trim_end_matches('\n').len());
    let text = before + &inside + &after;
    let text = text.trim_end_matches(['\n', '␍']).to_string();
    // The renderer refuses a caret past the end of its text.
    let caret = from.min(text.len())..to.min(text.len());
    (text, caret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diagnostic::code, span::Span};

    fn at(text: &str, start: usize, end: usize) -> String {
        let found = Diagnostic::in_file(code::UNKNOWN_WORD, "f.yaml", text, Span::new(start, end), "wrong", None);
        render(&found, Colour::Plain)
    }

    /// The line under the last source line, from the caret's first column on.
    fn carets(rendered: &str) -> Option<(usize, usize)> {
        let line = rendered.lines().find(|line| line.contains('^'))?;
        let first = line.chars().position(|character| character == '^')?;
        Some((first, line.matches('^').count()))
    }

    #[test]
    fn the_caret_stands_under_its_words() {
        for (text, words) in [
            ("topics: nonsense\n", "nonsense"),
            ("\u{feff}topics: nonsense\r\n", "nonsense"),
            ("a\u{1b}[31mb nonsense", "nonsense"),
            ("a\u{202e}b\u{9b} nonsense", "nonsense"),
            ("é ñ nonsense", "nonsense"),
        ] {
            let start = text.find(words).unwrap();
            let rendered = at(text, start, start + words.len());
            let (first, count) = carets(&rendered).unwrap();
            let source = rendered.lines().find(|line| line.contains(words)).unwrap();
            let shown: String = source.chars().skip(first).take(count).collect();
            assert_eq!(shown, words, "{rendered}");
        }
    }

    #[test]
    fn nothing_in_a_file_reaches_the_terminal() {
        let dirty = "\u{1b}]0;x\u{7}\u{9b}2J\u{202e}\u{200b}";
        let text = format!("{dirty} word {dirty}");
        let start = text.find("word").unwrap();
        let diagnostic = Diagnostic::in_file(
            code::UNUSED_TOPIC,
            dirty,
            &text,
            Span::new(start, start + 4),
            dirty,
            Some(dirty.to_string()),
        )
        .with_label(dirty)
        .with_related(DiagnosticPlace::whole(dirty), dirty);
        let rendered = render(&diagnostic, Colour::Plain);
        for character in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{200b}'] {
            assert!(!rendered.contains(character), "{character:?} in {rendered:?}");
        }
    }

    #[test]
    fn a_file_as_a_whole_has_no_snippet() {
        let diagnostic = Diagnostic::about_file(code::MISSING_FILE, "x.yaml", "there is no such file", None);
        let rendered = render(&diagnostic, Colour::Plain);
        assert_eq!(rendered.trim_end(), "error[missing-file]: there is no such file\n--> x.yaml");
    }

    #[test]
    fn odd_spans_are_shown_without_a_panic() {
        for (text, start, end) in [
            ("", 0, 0),
            ("a", 1, 1),
            ("a\n", 2, 2),
            ("a\n\n\nb", 0, 5),
            ("日本語", 1, 2),
            ("a\r\nb\r\n", 0, 6),
            ("a", 7, 9),
        ] {
            assert!(at(text, start, end).contains("wrong"));
        }
    }
}
