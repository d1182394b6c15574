//! Versions of one article, in order of time.

use super::{Placed, Table};
use crate::{article, fold};
use std::collections::{BTreeMap, BTreeSet};

/// The versions of each article that has several: articles of one source with one address, or, where they have none, with
/// one headline; by day of publication, then path.
#[must_use]
pub fn versions(table: &Table<'_>) -> Vec<Vec<usize>> {
    let mut known: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (index, article) in table.articles.iter().enumerate() {
        let metadata = &article.metadata;
        let address = metadata.url.as_deref().map(|url| article::page(url).to_string());
        let Some(key) = address.or_else(|| metadata.title.as_deref().map(|name| fold::name(name).into_owned())) else {
            continue;
        };
        known.entry((table.source_of(index), key)).or_default().push(index);
    }
    let mut chains: Vec<Vec<usize>> = known.into_values().filter(|chain| chain.len() > 1).collect();
    for chain in &mut chains {
        chain.sort_by_key(|index| (table.articles.get(*index).and_then(|article| article.metadata.published), *index));
    }
    chains.sort();
    chains
}

/// Marks the claims of older versions of a page: those of the newest day that gives the topic count. What has no day is older
/// than nothing.
pub fn supersede(table: &Table<'_>, versions: &[Vec<usize>], claims: &mut [Placed<'_>]) {
    let speaking: BTreeSet<usize> = claims.iter().map(|placed| placed.article).collect();
    let day = |article: &usize| table.articles.get(*article).and_then(|article| article.metadata.published);
    let mut older: BTreeSet<usize> = BTreeSet::new();
    for chain in versions {
        let own = || chain.iter().filter(|article| speaking.contains(article));
        let newest = own().filter_map(day).max();
        older.extend(own().filter(|article| day(article).is_some() && day(article) < newest));
    }
    for placed in claims.iter_mut().filter(|placed| older.contains(&placed.article)) {
        placed.is_superseded = true;
    }
}
