//! Quick fixes: what the help for a mistake says to write, where that is exact.

use super::{Workspace, columns::LineTable};
use crate::{diagnostic::Code, editor::TextRange, printable::printable_line};
use std::path::Path;

/// A change that mends a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickFix {
    /// What it does, for a menu.
    pub title: String,
    /// The mistake's code.
    pub code: Code,
    /// The words at fault.
    pub of: TextRange,
    /// What goes.
    pub range: TextRange,
    /// What comes.
    pub text: String,
}

/// A longer text is cut in a title.
const LONGEST_TITLE: usize = 80;

impl Workspace {
    /// The fixes of the mistakes of an open file that touch a stretch of it.
    pub fn fixes(&mut self, file: &Path, wanted: TextRange) -> Vec<QuickFix> {
        let Some(open) = self.open_file(file) else { return Vec::new() };
        let lines = LineTable::new(&open.text, self.unit);
        let fixes = self.diagnostics(&open).into_iter().filter_map(|found| {
            let of = lines.range(found.place?.span);
            let fix = *found.fix?;
            let is_touched = of.start <= wanted.end && wanted.start <= of.end;
            is_touched.then(|| QuickFix {
                title: title(&fix.text),
                code: found.code,
                of,
                range: lines.range(fix.span),
                text: fix.text,
            })
        });
        fixes.collect()
    }
}

fn title(text: &str) -> String {
    let text = printable_line(text.trim());
    if text.is_empty() {
        return "Take it out".to_string();
    }
    match text.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("Write `{}…`", text.get(..end).unwrap_or("")),
        None => format!("Write `{text}`"),
    }
}
