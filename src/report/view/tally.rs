//! The counts of a report: how many rules hold, how many do not, and how many had nothing to compare.

use crate::{
    diagnostic::Level,
    finding::{Outcome, Report, RuleOutcome, Severity, Summary},
};
use std::collections::BTreeSet;

/// The counts of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many stories were judged.
    pub stories: usize,
    /// How many rules were judged.
    pub rules: usize,
    /// How many rules answer what.
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
        let answered = || report.stories.iter().flat_map(|story| &story.rules);
        let rules: BTreeSet<_> = answered().map(|rule| (&rule.place, &rule.rule)).collect();
        let failures = || answered().filter(|rule| rule.failure);
        let of = |severity: Severity| {
            let number = failures().filter(|rule| rule.severity == severity).count();
            (severity, number)
        };
        let is_silent = |rule: &&RuleOutcome| rule.outcome == Outcome::NoEvidence;
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
