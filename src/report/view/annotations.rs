//! What a build server shows beside the lines of files: so many of each level, and how many it does not show.

use super::{Detail, ListedFinding, faults};
use crate::{
    diagnostic::{Diagnostic, Level},
    finding::{Report, Severity},
};

/// GitHub shows so many of each level in one step, and passes over the others.
const MOST: usize = 10;

/// Mistakes and findings, as many as are shown.
#[derive(Debug)]
pub struct Annotations<'r> {
    /// Mistakes in rule files and inputs.
    pub mistakes: Vec<&'r Diagnostic>,
    /// Findings that do not hold, or had nothing to compare.
    pub findings: Vec<ListedFinding<'r>>,
    /// How many of both are not shown.
    pub hidden: usize,
}

impl<'r> Annotations<'r> {
    /// Those of a report.
    #[must_use]
    pub fn new(report: &'r Report, detail: Detail) -> Self {
        let findings = faults(report, detail);
        let shown = Self::within(report, &findings, MOST);
        // What tells of the rest is a note itself.
        if shown.hidden == 0 { shown } else { Self::within(report, &findings, MOST - 1) }
    }

    fn within(report: &'r Report, findings: &[ListedFinding<'r>], notes: usize) -> Self {
        let (mut errors, mut warnings, mut notes) = (MOST, MOST, notes);
        let mut has_room = |severity: Severity| {
            let room = match severity {
                Severity::Error => &mut errors,
                Severity::Warning => &mut warnings,
                Severity::Note => &mut notes,
            };
            let has_room = *room > 0;
            *room = room.saturating_sub(1);
            has_room
        };
        let mistakes: Vec<&Diagnostic> = report.diagnostics.iter().filter(|found| has_room(severity(found))).collect();
        let shown: Vec<ListedFinding<'r>> =
            findings.iter().filter(|listed| has_room(listed.weight().unwrap_or(Severity::Note))).copied().collect();
        let hidden = report.diagnostics.len() + findings.len() - mistakes.len() - shown.len();
        Self { mistakes, findings: shown, hidden }
    }
}

/// A mistake weighs as a failure of this severity.
fn severity(found: &Diagnostic) -> Severity {
    match found.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
    }
}
