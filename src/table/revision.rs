//! Versions of one article, in order of time.

use super::Table;
use crate::fold;
use std::collections::BTreeMap;

/// The versions of each article that has several: articles of one source with one address, or, where they have none, with
/// one headline; by day of publication, then path.
#[must_use]
pub fn versions(table: &Table<'_>) -> Vec<Vec<usize>> {
    let mut known: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
    for (index, article) in table.articles.iter().enumerate() {
        let metadata = &article.metadata;
        let address = metadata.url.as_deref().map(|url| url.trim_end_matches('/').to_string());
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
