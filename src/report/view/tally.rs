//! The counts of a report: how many rules hold, how many do not, and how many had nothing to compare.

use crate::{
    diagnostic::Level,
    finding::{Finding, Outcome, Report, Severity, Summary},
};
use std::collections::BTreeSet;

/// The counts of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many stories were judged.
    pub stories: usize,
    /// How many rules were judged.
    pub rules: usize,
    /// How many findings there are of each sort.
    pub summary: Summary,
    /// How many failures there are of each severity, the gravest first; only of those that there are.
    pub failures: Vec<(Severity, usize)>,
    /// How many failures are for want of evidence.
    pub silent: usize,
    /// How many facts changed since the snapshots.
    pub changes: usize,
    /// How many mistakes there are in rule files and inputs.
    pub errors: usize,
    /// How many warnings about them.
    pub warnings: usize,
}

impl Tally {
    pub(super) fn new(report: &Report) -> Self {
        let findings = || report.stories.iter().flat_map(|story| &story.findings);
        let rules: BTreeSet<_> = findings().map(|finding| (&finding.place, &finding.rule)).collect();
        let failures = || findings().filter(|finding| finding.failure);
        let of = |severity: Severity| {
            let number = failures().filter(|finding| finding.severity == severity).count();
            (severity, number)
        };
        let is_silent = |finding: &&Finding| finding.outcome == Outcome::NoEvidence;
        let at = |level: Level| report.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count();
        Self {
            stories: report.stories.len(),
            rules: rules.len(),
            summary: report.summary,
            failures: [Severity::Error, Severity::Warning, Severity::Note]
                .map(of)
                .into_iter()
                .filter(|(_, number)| *number > 0)
                .collect(),
            silent: failures().filter(is_silent).count(),
            changes: report.stories.iter().map(|story| story.comparison.changes().len()).sum(),
            errors: at(Level::Error),
            warnings: at(Level::Warning),
        }
    }
}
