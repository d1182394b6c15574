//! Reading on after a syntax error: the broken entry is taken out, and the file is read again.

use super::{Document, syntax, tree};
use crate::{diagnostic::Diagnostic, span::Span};

/// How many syntax errors of one file are reported; each costs another pass.
const MOST_ERRORS: usize = 20;

pub(super) fn read(file: &str, text: &str) -> (Document, Vec<Diagnostic>) {
    let mut document = Document::new(file, text);
    let mut errors: Vec<Diagnostic> = Vec::new();
    let mut left = text.to_string();
    loop {
        let pass = tree::build(&document, &left);
        let error = pass.error.map(|error| {
            let at = error.marker().byte_offset().unwrap_or(text.len());
            (syntax::diagnostic(&document, &error, pass.bracket), at)
        });
        let broken = error.as_ref().and_then(|(diagnostic, at)| {
            let place = diagnostic.place.as_ref().map_or(*at, |place| place.span.range().start);
            broken_entry(&left, place.min(*at))
        });
        if let Some((diagnostic, _)) = error {
            document.has_gaps = true;
            errors.push(diagnostic);
        }
        match broken {
            Some(broken) if errors.len() < MOST_ERRORS => left = without(&left, broken),
            Some(_) | None => {
                document.root = pass.root;
                document.has_gaps |= pass.is_cut;
                errors.extend(pass.mistakes);
                errors.sort_by(|one, other| one.order().cmp(&other.order()));
                return (document, errors);
            }
        }
    }
}

/// What to take out so that the rest can be read: the entry of a section that holds `offset` (a topic, a rule), or the
/// section where it is a single one. An entry begins at a line that is indented like the section's first one.
fn broken_entry(text: &str, offset: usize) -> Option<Span> {
    let line = syntax::line_of(text, offset);
    let is_entry = line.of(text).starts_with([' ', '\t', '-', '\r']) || line.of(text).is_empty();
    let mut start = if is_entry { None } else { Some(line.range().start) };
    let first = if is_entry { section(text, line.range().end)?.range().end } else { line.range().end };
    let mut entries = Entries { text, at: first + 1, depth: None };
    while let Some((begin, is_section)) = entries.next_start() {
        if begin > offset && (is_entry || is_section) {
            return start.map(|start| Span::new(start, begin));
        }
        if is_entry {
            start = Some(begin);
        }
    }
    start.map(|start| Span::new(start, text.len())).filter(|broken| !broken.of(text).trim().is_empty())
}

/// The starts of a section's entries.
struct Entries<'t> {
    text: &'t str,
    at: usize,
    depth: Option<usize>,
}

impl Entries<'_> {
    /// The next line that begins an entry, or the next section.
    fn next_start(&mut self) -> Option<(usize, bool)> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let begin = self.at;
            let line = rest.split('\n').next().unwrap_or("");
            self.at += line.len() + 1;
            let content = line.trim_start_matches(' ');
            // A tab is no indentation and a closing bracket no entry: both go on from the line before.
            if content.trim().is_empty() || content.starts_with(['#', '\t', ']', '}']) {
                continue;
            }
            let depth = line.len() - content.len();
            let is_item = content.starts_with("- ") || content.trim_end() == "-";
            if depth == 0 && !is_item {
                return Some((begin, true));
            }
            if depth <= *self.depth.get_or_insert(depth) {
                return Some((begin, false));
            }
        }
    }
}

/// The last line before `end` that begins in the first column with a key: `rules:`.
fn section(text: &str, end: usize) -> Option<Span> {
    let mut at = end;
    loop {
        let line = syntax::line_of(text, at);
        let words = line.of(text).trim_start_matches('\u{feff}');
        let is_section = !words.starts_with([' ', '\t', '-', '#', '\r', '}', ']']) && words.trim_end().ends_with(':');
        if is_section {
            return Some(line);
        }
        at = line.range().start.checked_sub(1)?;
    }
}

/// The same text with blanks in the place of `broken`: every other place stays what it is.
fn without(text: &str, broken: Span) -> String {
    let mut left = String::with_capacity(text.len());
    left.push_str(text.get(..broken.range().start).unwrap_or(""));
    for byte in broken.of(text).bytes() {
        left.push(if byte == b'\n' { '\n' } else { ' ' });
    }
    left.push_str(text.get(broken.range().end..).unwrap_or(""));
    left
}
