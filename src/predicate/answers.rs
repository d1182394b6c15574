//! The different answers that claims give: what each is, and who gives it, for messages that must be true of every claim.

use super::wording;
use crate::{
    placing::Position,
    table::{Placed, Table},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// One answer, by the first claim that gives it.
#[derive(Clone, Debug)]
pub struct Answer<'t, 'a> {
    /// The first claim that gives it.
    pub placed: &'t Placed<'a>,
    /// The articles that give it.
    pub articles: Vec<usize>,
}

impl<'t, 'a> Answer<'t, 'a> {
    /// One more claim that gives it: what somebody gives as the whole is one.
    fn add(&mut self, placed: &'t Placed<'a>, articles: &[usize]) {
        if self.placed.is_part() && !placed.is_part() {
            self.placed = placed;
        }
        self.articles.extend(articles);
    }
}

/// The different answers of some claims, the most exact first; of those alike the one of the most sources.
#[must_use]
pub fn answers<'t, 'a>(table: &Table<'_>, claims: &'t [Placed<'a>], chosen: &[usize]) -> Vec<Answer<'t, 'a>> {
    let mut by_words: BTreeMap<String, Answer<'t, 'a>> = BTreeMap::new();
    for placed in chosen.iter().filter_map(|&index| claims.get(index)).filter(|placed| placed.is_determinate()) {
        let known = by_words.entry(wording::shown(placed));
        known.or_insert_with(|| Answer { placed, articles: Vec::new() }).add(placed, &[placed.article]);
    }
    let mut found: Vec<Answer<'t, 'a>> = by_words.into_values().collect();
    found.sort_by(|a, b| in_order(a.placed, b.placed));
    found.dedup_by(|next, kept| {
        let same = are_equal(next.placed, kept.placed);
        if same {
            kept.add(next.placed, &next.articles);
        }
        same
    });
    let width = |answer: &Answer<'_, '_>| answer.placed.position.interval().map_or(0.0, |own| own.hi - own.lo);
    let sources = |answer: &Answer<'_, '_>| Reverse(table.sources_of(&answer.articles).len());
    let first = |answer: &Answer<'_, '_>| (answer.placed.article, answer.placed.claim.quote.start);
    found.sort_by(|a, b| {
        (a.placed.is_part().cmp(&b.placed.is_part()))
            .then(width(a).total_cmp(&width(b)))
            .then_with(|| (sources(a), first(a)).cmp(&(sources(b), first(b))))
    });
    found
}

/// By place, so that equals stand together.
fn in_order(a: &Placed<'_>, b: &Placed<'_>) -> std::cmp::Ordering {
    let ends = |placed: &Placed<'_>| match &placed.position {
        Position::On { axis, interval, .. } => (axis.clone(), interval.lo, interval.hi),
        Position::Word(word) => (word.clone(), 0.0, 0.0),
        Position::Indeterminate(_) => (String::new(), 0.0, 0.0),
    };
    let ((axis, lo, hi), (other, from, to)) = (ends(a), ends(b));
    axis.cmp(&other).then(lo.total_cmp(&from)).then(hi.total_cmp(&to))
}

fn are_equal(a: &Placed<'_>, b: &Placed<'_>) -> bool {
    match (&a.position, &b.position) {
        (Position::Word(word), Position::Word(other)) => word == other,
        (one, other) => one.on_one_axis(other).is_some_and(|(own, theirs)| own.equals(theirs)),
    }
}

/// Each answer with who gives it: "82 (Farm and Field), about 80 (3 sources) and more than 75 (Northway Wire)".
#[must_use]
pub fn with_sources(table: &Table<'_>, answers: &[Answer<'_, '_>]) -> String {
    let each = answers.iter().map(|answer| {
        let who = wording::sources(table, answer.articles.iter().copied());
        let part = if answer.placed.is_part() { ", as a part" } else { "" };
        format!("{} ({who}{part})", wording::shown(answer.placed))
    });
    wording::listed(&wording::first_of(each.collect(), |more| format!("{more} more")))
}
