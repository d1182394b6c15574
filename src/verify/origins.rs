//! Which articles of a story have one origin, and what binds them.

use crate::{
    finding::{SharedBond, SharedOrigin},
    table::{OriginBond, Table},
};
use std::collections::BTreeMap;

/// The origins that several articles share, in the order of their first articles.
pub(super) fn shared(table: &Table<'_>) -> Vec<SharedOrigin> {
    let path = |article: usize| table.articles.get(article).map(|article| article.article.clone()).unwrap_or_default();
    let mut groups: BTreeMap<usize, SharedOrigin> = BTreeMap::new();
    for (article, origin) in table.origins.of.iter().enumerate() {
        groups.entry(*origin).or_default().articles.push(path(article));
    }
    for OriginBond { one, other, why } in &table.origins.bonds {
        let group = table.origins.of.get(*one).and_then(|origin| groups.get_mut(origin));
        let Some(group) = group else { continue };
        group.bonds.push(SharedBond { one: path(*one), other: path(*other), why: why.to_string() });
    }
    groups.into_values().filter(|group| group.articles.len() > 1).collect()
}
