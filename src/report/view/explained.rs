//! What is shown of a subject that is explained: what it nearly finds, and its articles with their near misses.

use super::NearlyView;
use crate::report::{Detail, ExplainedArticle, ExplainedSubject, NearMiss};
use std::collections::BTreeSet;

/// What is drawn of a subject.
#[derive(Debug)]
pub struct ExplainedView<'r> {
    /// The phrases that are offered.
    pub nearly: NearlyView<'r>,
    /// The articles that claim something or nearly do, with the near misses that are shown.
    pub articles: Vec<(&'r ExplainedArticle, Vec<&'r NearMiss>)>,
}

impl<'r> ExplainedView<'r> {
    /// Unless all is wanted, near misses for which a phrase is offered are not told twice.
    #[must_use]
    pub fn new(subject: &'r ExplainedSubject, detail: Detail) -> Self {
        let offered = subject.nearly.iter().filter_map(|one| Some((one.words.article(), one.words.range()?.start)));
        let offered: BTreeSet<(&str, usize)> = match detail {
            Detail::Quiet | Detail::Normal => offered.collect(),
            Detail::Verbose => BTreeSet::new(),
        };
        let misses = |article: &'r ExplainedArticle| {
            let is_shown =
                |missed: &&NearMiss| !offered.contains(&(article.article.as_str(), missed.words.range().start));
            (article, article.nearly.iter().filter(is_shown).collect::<Vec<_>>())
        };
        let articles = subject.articles.iter().map(misses);
        Self {
            nearly: NearlyView::of_topic(&subject.nearly, detail),
            articles: articles.filter(|(article, misses)| !article.claims.is_empty() || !misses.is_empty()).collect(),
        }
    }
}
