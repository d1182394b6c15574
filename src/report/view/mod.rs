//! What text formats draw of a report: chosen, grouped, counted and ordered, with nothing left to work out but how wide it is.
//!
//! A view is made of the report alone, as JSON holds it, so that a report that was stored is drawn as on the day it was made.

mod annotations;
mod changes;
mod coded;
mod compared;
mod explained;
mod finding;
mod listed;
mod matrix;
mod nearly;
mod page;
mod rows;
mod sentences;
mod tally;
mod time_line;
mod told;

pub use annotations::Annotations;
pub use changes::ChangesView;
pub use coded::{CodedCount, CodedNumber, coded_counts};
pub use compared::compared_sides;
pub use explained::ExplainedView;
pub use finding::{FaultPlace, FindingForm, FindingSide, FindingView, RuleView, Showing};
pub use listed::{ListedFinding, Remark, WordsPlace, faults, judged, listed, remarks};
pub use matrix::{CellMark, CellRole, CellStanding, Matrix, MatrixCell, SourceColumns, SpokenForm};
pub use nearly::{NearlyPhrase, NearlyView};
pub use page::{FindingStanding, PageFinding, PageOrigin, PageStory, PageView};
pub use rows::{RowForm, TopicRow, topic_rows};
pub use sentences::{VersionWords, word_changes};
pub use tally::Tally;
pub use time_line::{TimeLane, TimeLine, TimeMark};
pub use told::Told;

use super::Detail;
use crate::{
    finding::{Finding, Outcome, Report, RuleOutcome, StoryReport},
    fold,
};
use std::collections::BTreeSet;

/// What is drawn of a report.
#[derive(Debug)]
pub struct View<'r> {
    /// Its stories, in order.
    pub stories: Vec<StoryView<'r>>,
    /// The counts of its last line.
    pub tally: Tally,
}

/// What is drawn of a story.
#[derive(Debug)]
pub struct StoryView<'r> {
    /// Its name.
    pub story: &'r str,
    /// How many articles it has.
    pub articles: usize,
    /// How many sources they have.
    pub sources: usize,
    /// What does not hold, or had nothing to compare; where little is wanted, the failures alone.
    pub findings: Vec<RuleView<'r>>,
    /// What holds, where it is wanted.
    pub passes: Vec<RuleView<'r>>,
    /// Topics down, sources across; none where there is no topic, or little is wanted.
    pub matrix: Option<Matrix<'r>>,
    /// What changed since its snapshot.
    pub changes: ChangesView<'r>,
}

impl<'r> View<'r> {
    /// The view of a report with so much in it.
    #[must_use]
    pub fn new(report: &'r Report, detail: Detail) -> Self {
        let stories = report.stories.iter().map(|story| StoryView::new(story, detail)).collect();
        Self { stories, tally: Tally::new(report) }
    }
}

impl<'r> StoryView<'r> {
    fn new(story: &'r StoryReport, detail: Detail) -> Self {
        let sources: BTreeSet<_> = story.articles.iter().map(|article| fold::source(&article.source)).collect();
        let (passes, others): (Vec<_>, Vec<_>) =
            with_findings(story).into_iter().partition(|(rule, _)| rule.outcome == Outcome::Pass);
        let view = |(rule, findings)| RuleView::new(rule, findings, detail);
        // What is accepted is shown where all is.
        let is_accepted = |(rule, _): &(&RuleOutcome, _)| rule.suppressed > 0 && rule.suppressed == rule.findings;
        let others: Vec<_> = match detail {
            Detail::Quiet | Detail::Normal => others.into_iter().filter(|rule| !is_accepted(rule)).collect(),
            Detail::Verbose => others,
        };
        let (findings, passes, matrix) = match detail {
            Detail::Quiet => {
                (others.into_iter().filter(|(rule, _)| rule.failure).map(view).collect(), Vec::new(), None)
            }
            Detail::Normal => (others.into_iter().map(view).collect(), Vec::new(), Matrix::new(story, detail)),
            Detail::Verbose => {
                let passes = passes.into_iter().map(view).collect();
                (others.into_iter().map(view).collect(), passes, Matrix::new(story, detail))
            }
        };
        Self {
            story: &story.story,
            articles: story.articles.len(),
            sources: sources.len(),
            findings,
            passes,
            matrix,
            changes: ChangesView::new(&story.comparison, detail),
        }
    }
}

/// What each rule answers, with its findings.
fn with_findings(story: &StoryReport) -> Vec<(&RuleOutcome, &[Finding])> {
    let mut rest = story.findings.as_slice();
    let mut all = Vec::new();
    for rule in &story.rules {
        let (own, others) = rest.split_at_checked(rule.findings).unwrap_or((rest, &[]));
        all.push((rule, own));
        rest = others;
    }
    all
}
