//! Findings one by one, for formats that list them where they stand.

use super::{
    Detail,
    finding::{FaultPlace, SHOWN, fault},
};
use crate::{
    claim::Fingerprint,
    diagnostic::Diagnostic,
    finding::{DOES_NOT_APPLY, Evidence, Finding, Outcome, Report, Role, RulePlace, Severity},
};
use std::collections::BTreeSet;

/// A finding by itself, with the name of its story.
#[derive(Clone, Copy, Debug)]
pub struct ListedFinding<'r> {
    /// The story.
    pub story: &'r str,
    /// The finding.
    pub finding: &'r Finding,
    /// Where what is at fault stands.
    pub fault: FaultPlace<'r>,
}

/// Where words stand: lines and columns from 1, columns in characters, the end one past the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsPlace {
    /// Line and column of the first character.
    pub start: (u32, u32),
    /// Those of one past the last, where they are known.
    pub end: Option<(u32, u32)>,
}

/// The findings of a report in its order: the failures; where more than little is wanted, what had nothing to compare; where
/// much is wanted, also what passes and what did not apply.
#[must_use]
pub fn listed(report: &Report, detail: Detail) -> Vec<ListedFinding<'_>> {
    let is_wanted = |finding: &Finding| match detail {
        Detail::Quiet => finding.failure,
        Detail::Normal => finding.failure || (is_open(finding) && applies(finding)),
        Detail::Verbose => true,
    };
    let mut all = Vec::new();
    for story in &report.stories {
        let wanted = story.findings.iter().filter(|finding| is_wanted(finding));
        all.extend(wanted.map(|finding| ListedFinding { story: &story.story, finding, fault: fault(finding) }));
    }
    all
}

/// The same without what passes or is accepted.
#[must_use]
pub fn faults(report: &Report, detail: Detail) -> Vec<ListedFinding<'_>> {
    let mut found = listed(report, detail);
    found.retain(|listed| listed.finding.outcome != Outcome::Pass && listed.finding.suppressed.is_none());
    found
}

/// What a reviewer is told: a mistake in a rule file or an input, or a fault.
#[derive(Clone, Copy, Debug)]
pub enum Remark<'r> {
    /// A mistake.
    Mistake(&'r Diagnostic),
    /// A finding that does not hold, or had nothing to compare.
    Finding(ListedFinding<'r>),
}

/// All of them: mistakes, then faults.
#[must_use]
pub fn remarks(report: &Report, detail: Detail) -> Vec<Remark<'_>> {
    let mistakes = report.diagnostics.iter().map(Remark::Mistake);
    mistakes.chain(faults(report, detail).into_iter().map(Remark::Finding)).collect()
}

/// The rules that were judged, each by its first finding.
#[must_use]
pub fn judged(report: &Report) -> Vec<&Finding> {
    let mut known: BTreeSet<(&RulePlace, &str)> = BTreeSet::new();
    let findings = report.stories.iter().flat_map(|story| &story.findings);
    findings.filter(|finding| known.insert((&finding.place, &finding.rule))).collect()
}

/// Whether there was nothing to compare, and nobody accepted that.
fn is_open(finding: &Finding) -> bool {
    finding.outcome == Outcome::NoEvidence && finding.suppressed.is_none()
}

fn applies(finding: &Finding) -> bool {
    !finding.reasons.iter().any(|reason| reason == DOES_NOT_APPLY)
}

impl<'r> ListedFinding<'r> {
    /// How much it weighs, if it counts as a failure.
    #[must_use]
    pub fn weight(&self) -> Option<Severity> {
        self.finding.failure.then_some(self.finding.severity)
    }

    /// Whether what it asks had to be asked at all.
    #[must_use]
    pub fn applies(&self) -> bool {
        applies(self.finding)
    }

    /// Where the words at fault stand; none where a whole article is, or a rule.
    #[must_use]
    pub fn words(&self) -> Option<WordsPlace> {
        match self.primary() {
            Some(evidence) => WordsPlace::of(evidence),
            None => self.fault.at.map(|start| WordsPlace { start, end: None }),
        }
    }

    /// The evidence that is at fault.
    #[must_use]
    pub fn primary(&self) -> Option<&'r Evidence> {
        self.finding.evidence.get(self.finding.primary?)
    }

    /// All other evidence.
    pub fn beside(&self) -> impl Iterator<Item = &'r Evidence> {
        let primary = self.finding.primary;
        let all = self.finding.evidence.iter().enumerate();
        all.filter(move |(index, _)| Some(*index) != primary).map(|(_, evidence)| evidence)
    }

    /// The other evidence that decides something, as much as people read, and how much more there is.
    #[must_use]
    pub fn decisive(&self) -> (Vec<&'r Evidence>, usize) {
        let decides = |evidence: &&Evidence| evidence.role != Role::Context;
        let mut shown: Vec<&Evidence> = self.beside().filter(decides).collect();
        let hidden = shown.len().saturating_sub(SHOWN);
        shown.truncate(SHOWN);
        (shown, hidden)
    }

    /// What tells it from all others of the report: one rule can say the same of two stories.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&blake3::hash(format!("{}\0{}", self.finding.fingerprint, self.story).as_bytes()))
    }
}

impl WordsPlace {
    /// That of a claim; none where it has no words.
    #[must_use]
    pub fn of(evidence: &Evidence) -> Option<Self> {
        let quote = evidence.quote.as_deref()?;
        Some(Self { start: (quote.line, quote.column), end: Some((quote.end_line, quote.end_column)) })
    }
}
