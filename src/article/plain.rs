//! Plain text: lines to paragraphs.

use super::{
    byline::Byline,
    date_line::DateLine,
    inline,
    lines::{Breaks, Line, lines},
    paragraph::Layout,
};
use crate::{lexicon::Lexicon, span::Span};

/// A byline stands among so many lines at most.
const TOP: usize = 12;

/// The paragraphs of a plain text from the byte `from` on.
pub(super) fn layout(text: &str, from: usize, lexicon: &Lexicon) -> Layout {
    let lines = lines(text, from);
    let breaks = Breaks::of(text, &lines);
    let mut layout = Layout::default();
    let (mut open, mut is_apart, mut number) = (None::<(Span, Line)>, true, 0_usize);
    for line in lines {
        if !line.span.of(text).contains(char::is_alphanumeric) {
            // A blank line, or a rule of dashes.
            close(&mut layout, text, &mut open, &mut is_apart);
            is_apart = true;
            continue;
        }
        number += 1;
        match &mut open {
            Some((span, above))
                if breaks.joins(text, *above, line)
                    && !is_alone([*above, line].map(|line| line.span.of(text)), number, lexicon) =>
            {
                *span = span.cover(line.span);
                *above = line;
            }
            _ => {
                close(&mut layout, text, &mut open, &mut is_apart);
                open = Some((line.span, line));
            }
        }
    }
    close(&mut layout, text, &mut open, &mut is_apart);
    layout
}

fn close(layout: &mut Layout, text: &str, open: &mut Option<(Span, Line)>, is_apart: &mut bool) {
    if let Some((span, _)) = open.take() {
        layout.paragraphs.push(inline::paragraph(text, span, *is_apart, &mut layout.markup));
        *is_apart = false;
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
