//! Plain text: lines to paragraphs.

use super::{
    byline::Byline,
    date_line::DateLine,
    inline,
    lines::{self, Breaks, Line},
    paragraph::{ArticleParagraph, Layout},
};
use crate::{lexicon::Lexicon, span::Span};

/// A byline stands among so many lines at most.
const TOP: usize = 12;

/// The paragraphs of a plain text from the byte `from` on.
pub(super) fn layout(text: &str, from: usize, lexicon: &Lexicon) -> Layout {
    let lines = lines::lines(text, from);
    let breaks = Breaks::of(text, &lines);
    let mut layout = Layout::default();
    let (mut open, mut is_apart, mut number) = (None::<OpenLines>, true, 0_usize);
    for line in lines {
        if !line.span.of(text).contains(char::is_alphanumeric) {
            // A blank line, or a rule of dashes.
            close(&mut layout, text, open.take());
            is_apart = true;
            continue;
        }
        number += 1;
        match &mut open {
            Some(OpenLines { span, last, .. })
                if breaks.joins(text, *last, line)
                    && !is_alone([*last, line].map(|line| line.span.of(text)), number, lexicon) =>
            {
                *span = span.cover(line.span);
                *last = line;
            }
            _ => {
                close(&mut layout, text, open.take());
                open = Some(OpenLines { span: line.span, last: line, is_apart });
                is_apart = false;
            }
        }
    }
    close(&mut layout, text, open);
    layout
}

/// The lines of a paragraph that may go on.
struct OpenLines {
    span: Span,
    last: Line,
    is_apart: bool,
}

fn close(layout: &mut Layout, text: &str, open: Option<OpenLines>) {
    if let Some(OpenLines { span, is_apart, .. }) = open {
        let paragraph = inline::paragraph(text, span, &mut layout.markup);
        layout.paragraphs.push(ArticleParagraph { is_apart, ..paragraph });
    }
}

/// Whether one of two lines is a paragraph by itself although lines of this file are joined: an address, a date line, a
/// byline, an item of a list.
fn is_alone([above, below]: [&str; 2], number: usize, lexicon: &Lexicon) -> bool {
    let is_fixed = |line: &str| is_address(line) || DateLine::read(line, lexicon).is_some();
    let is_byline = |line: &str| number <= TOP && (line.starts_with("By [") || Byline::read(line, lexicon).is_some());
    is_fixed(above)
        || is_fixed(below)
        || is_byline(above)
        || is_byline(below)
        || inline::bullet(below).is_some()
        || below.starts_with("![")
        || above.starts_with('#')
}

/// Whether a line is an address and nothing else.
pub(super) fn is_address(line: &str) -> bool {
    let line = line.trim_start_matches('<');
    let begins = line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.");
    begins && line.contains('.') && !line.contains(char::is_whitespace)
}
