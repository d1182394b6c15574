//! The mistakes of an open file, as `check` tells them.

use super::{
    Workspace,
    columns::{LineTable, range_of_place},
    pointing::PlaceElsewhere,
    workspace::OpenFile,
};
use crate::{
    diagnostic::{Code, Diagnostic, Level},
    editor::TextRange,
    printable::printable,
};
use std::path::Path;

/// A mistake in an open file.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldMistake {
    /// The words at fault; the beginning of the file where it is meant as a whole.
    pub range: TextRange,
    /// Its code.
    pub code: Code,
    /// How grave it is.
    pub level: Level,
    /// What is wrong, and what to write instead.
    pub message: String,
    /// The other place that it lies between, and what is there.
    pub related: Option<(PlaceElsewhere, String)>,
}

impl Workspace {
    /// The mistakes of an open file, in order. What only articles can tell is among them where they were read with the texts
    /// as they are.
    pub fn mistakes(&mut self, file: &Path) -> Vec<ToldMistake> {
        let Some(open) = self.open_file(file) else { return Vec::new() };
        let lines = LineTable::new(&open.text, self.unit);
        let told = self.diagnostics(&open).into_iter().map(|found| {
            let help = found.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
            let message = printable(&format!("{}{help}", found.message)).into_owned();
            let related = found.related.as_ref().map(|place| {
                let range = range_of_place(place, self.unit);
                let file = open.project.project.root.join(&place.file);
                (PlaceElsewhere { file, range }, place.label.clone().unwrap_or_default())
            });
            let span = found.place.as_ref().map(|place| place.span).unwrap_or_default();
            ToldMistake { range: lines.range(span), code: found.code, level: found.level, message, related }
        });
        told.collect()
    }

    /// The diagnostics of an open file.
    pub(super) fn diagnostics(&self, open: &OpenFile) -> Vec<Diagnostic> {
        let all = self.fresh_report(&open.at).map_or(&open.project.project.diagnostics, |report| &report.diagnostics);
        let is_here = |found: &&Diagnostic| found.place.as_ref().is_some_and(|place| place.file == open.path);
        let mut found: Vec<Diagnostic> = all.iter().filter(is_here).cloned().collect();
        found.sort_by(|one, other| one.order().cmp(&other.order()));
        found.dedup();
        found
    }
}
