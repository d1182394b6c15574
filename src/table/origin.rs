//! Origins: articles that depend on each other, so that copies count once.

use crate::{claim::ArticleClaims, fold};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The origin of each article, numbered in the order of the first article. Articles share one where they share a source or
/// an agency, or where the source of one is the agency of the other; and so do those that are bound through a third.
#[must_use]
pub fn origins(articles: &[&ArticleClaims]) -> Vec<usize> {
    let mut parents: Vec<usize> = (0..articles.len()).collect();
    let mut first_of: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    for (article, claims) in articles.iter().enumerate() {
        let agency = claims.metadata.agency.as_deref().map(fold::source).filter(|agency| !agency.is_empty());
        for key in std::iter::once(fold::source(&claims.metadata.source)).chain(agency) {
            let first = *first_of.entry(key).or_insert(article);
            unite(&mut parents, first, article);
        }
    }
    let mut number_of: FxHashMap<usize, usize> = FxHashMap::default();
    (0..articles.len())
        .map(|article| {
            let root = root(&parents, article);
            let next = number_of.len();
            *number_of.entry(root).or_insert(next)
        })
        .collect()
}

fn root(parents: &[usize], mut article: usize) -> usize {
    while let Some(&parent) = parents.get(article).filter(|parent| **parent != article) {
        article = parent;
    }
    article
}

/// Binds two articles; the earlier one stands for both, and paths are cut short on the way.
fn unite(parents: &mut [usize], a: usize, b: usize) {
    let (a_root, b_root) = (root(parents, a), root(parents, b));
    let (low, high) = (a_root.min(b_root), a_root.max(b_root));
    for article in [a, b, high] {
        if let Some(parent) = parents.get_mut(article) {
            *parent = low;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Metadata;

    #[test]
    fn articles_are_bound_by_source_and_agency() {
        type Articles = &'static [(&'static str, Option<&'static str>)];
        let cases: &[(Articles, &[usize])] = &[
            (&[("A", None), ("B", None), ("a ", None)], &[0, 1, 0]),
            (&[("A", Some("Wire")), ("B", Some("wire")), ("C", None)], &[0, 0, 1]),
            (&[("A", Some("Wire")), ("Wire", None)], &[0, 0]),
            (&[("A", None), ("B", Some("W")), ("A", Some("W"))], &[0, 0, 0]),
            (&[("A", Some("")), ("B", Some(" "))], &[0, 1]),
        ];
        for (articles, expected) in cases {
            let articles: Vec<ArticleClaims> = articles
                .iter()
                .map(|(source, agency)| ArticleClaims {
                    metadata: Metadata {
                        source: (*source).into(),
                        agency: agency.map(str::to_string),
                        ..Metadata::default()
                    },
                    ..ArticleClaims::default()
                })
                .collect();
            assert_eq!(origins(&articles.iter().collect::<Vec<_>>()), *expected, "{articles:?}");
        }
    }
}
