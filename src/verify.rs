//! The evaluator: rules judged on claims. It never sees a text.

use crate::{claim::ArticleClaims, finding::StoryReport, rule::RuleSet};

/// Judges every rule on every story that the articles belong to. The order of the articles changes nothing.
#[must_use]
pub fn judge(_rules: &RuleSet, _articles: &[ArticleClaims]) -> Vec<StoryReport> {
    Vec::new()
}
