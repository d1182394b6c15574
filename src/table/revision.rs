//! Versions of one article, in order of time.

use super::{Placed, Table};
use crate::{article, fold};
use chrono::{NaiveDate, NaiveDateTime};
use std::collections::{BTreeMap, BTreeSet};

/// The versions of each article that has several: articles of one source with one address, or, where they have none, with
/// one headline; by day and time of publication, then path.
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
        chain.sort_by_key(|index| (moment(table, *index), *index));
    }
    chains.sort();
    chains
}

/// When an article was published.
fn moment(table: &Table<'_>, article: usize) -> Option<(NaiveDate, Option<NaiveDateTime>)> {
    let metadata = &table.articles.get(article)?.metadata;
    metadata.published.map(|day| (day, metadata.published_at))
}

/// Marks the claims of older versions of a page: those of the newest day and time that gives the topic count. What has no day is older
/// than nothing.
pub fn supersede(table: &Table<'_>, versions: &[Vec<usize>], claims: &mut [Placed<'_>]) {
    let speaking: BTreeSet<usize> = claims.iter().map(|placed| placed.article).collect();
    let mut older: BTreeSet<usize> = BTreeSet::new();
    for chain in versions {
        let own = || chain.iter().filter(|article| speaking.contains(article));
        let newest = own().filter_map(|article| moment(table, *article)).max();
        older.extend(own().filter(|article| moment(table, **article).is_some_and(|own| is_before(own, newest))));
    }
    for placed in claims.iter_mut().filter(|placed| older.contains(&placed.article)) {
        placed.is_superseded = true;
    }
}

/// Whether one is older than another; of one day only where both give their time.
fn is_before(own: (NaiveDate, Option<NaiveDateTime>), newest: Option<(NaiveDate, Option<NaiveDateTime>)>) -> bool {
    newest.is_some_and(|newest| own.0 < newest.0 || own.0 == newest.0 && own.1.is_some() && own.1 < newest.1)
}
