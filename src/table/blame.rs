//! Blame: the one article whose wrong anchor explains every conflict that anchors take part in.

use super::{
    Column, Placed, Relation, Table,
    agreement::{self, by_axis, relate_some},
    group,
    left_out::cleared_without,
    relate,
};
use crate::{
    claim::{SubjectId, Topic},
    finding::{Agreement, Role},
    placing::{Situation, Tolerance},
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// An article whose anchor is probably wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blame {
    /// Its place in the table.
    pub article: usize,
    /// The subjects whose conflict is explained by it.
    pub subjects: BTreeSet<SubjectId>,
}

/// The article whose anchored claims alone make every conflict that involves anchored claims, and whose claims would meet
/// the rest under the anchor of another article.
#[must_use]
pub fn blame(table: &Table<'_>) -> Option<Blame> {
    let conflicts: Vec<&Column<'_>> = table.columns.iter().filter(|column| is_about_anchors(table, column)).collect();
    let mut cleared: Option<BTreeSet<usize>> = None;
    for column in &conflicts {
        let here = cleared_without(table, column);
        cleared = Some(match cleared {
            None => here,
            Some(before) => before.intersection(&here).copied().collect(),
        });
    }
    let mut cleared = cleared.into_iter().flatten();
    let article = cleared.next()?;
    if cleared.next().is_some() || !would_meet_the_rest(table, &conflicts, article) {
        return None;
    }
    Some(Blame { article, subjects: conflicts.iter().map(|column| column.topic.subject.clone()).collect() })
}

/// Whether the column is a conflict that there would not be without anchored claims.
fn is_about_anchors(table: &Table<'_>, column: &Column<'_>) -> bool {
    if column.relation.agreement != Agreement::Conflict || !column.claims.iter().any(Placed::is_anchored) {
        return false;
    }
    let claims = column.claims.iter().enumerate();
    let fixed: Vec<usize> = claims.filter(|(_, placed)| !placed.is_anchored()).map(|(index, _)| index).collect();
    relate_some(table, column.topic, &column.claims, &fixed, None).agreement != Agreement::Conflict
}

/// Whether some other article's anchor makes the article's claims meet the rest, on every topic at once.
fn would_meet_the_rest(table: &Table<'_>, conflicts: &[&Column<'_>], article: usize) -> bool {
    let own = table.situation(article);
    let others: BTreeSet<_> = table
        .articles
        .iter()
        .filter_map(|other| other.situation.anchor)
        .filter(|day| own.anchor != Some(*day))
        .collect();
    let suspected: Vec<Suspected<'_>> = conflicts.iter().map(|column| Suspected::new(table, column, article)).collect();
    others.into_iter().any(|day| {
        let moved = Situation { anchor: Some(day), ..own.clone() };
        // The claims that lie outermost fail first, and are few.
        let meet = |most: usize| suspected.iter().all(|suspected| suspected.meets_the_rest(table, &moved, most));
        meet(Suspected::OUTERMOST) && meet(usize::MAX)
    })
}

/// A conflict, and what an article that is suspected gives in it.
struct Suspected<'c> {
    topic: &'c Topic,
    /// Those of the other claims that decide whether one more can meet them all.
    rest: Vec<Placed<'c>>,
    /// Its anchored claims, the outermost first.
    moving: Vec<Placed<'c>>,
}

impl<'c> Suspected<'c> {
    /// How many claims of each axis are outermost.
    const OUTERMOST: usize = 2;

    fn new(table: &Table<'_>, column: &'c Column<'c>, article: usize) -> Self {
        let published = |index: usize| {
            let article = column.claims.get(index).and_then(|placed| table.articles.get(placed.article));
            article.and_then(|article| article.metadata.published)
        };
        let day = table.articles.get(article).and_then(|article| article.metadata.published);
        let is_own = |index: usize| column.claims.get(index).is_some_and(|placed| placed.article == article);
        let is_moving = |index: usize| is_own(index) && column.claims.get(index).is_some_and(Placed::is_anchored);
        let counts = |index: &usize| column.claims.get(*index).is_some_and(|placed| !placed.is_superseded);
        let all: Vec<usize> = (0..column.claims.len()).filter(counts).collect();
        let (mut rest, mut moving) = (BTreeSet::new(), Vec::new());
        for chosen in by_axis(&column.claims, &all).into_values() {
            let (movable, fixed): (Vec<usize>, Vec<usize>) = chosen.into_iter().partition(|index| is_moving(*index));
            let parts: [&dyn Fn(usize) -> bool; 4] =
                [&|_| true, &is_own, &|index| is_before(published(index), day), &|index| {
                    is_before(day, published(index))
                }];
            for is_in in parts {
                let some: Vec<usize> = fixed.iter().copied().filter(|index| is_in(*index)).collect();
                rest.extend(outermost(column, &some));
            }
            rest.extend(torn(column, &fixed));
            let mut sources = BTreeMap::new();
            for index in fixed {
                let source = column.claims.get(index).map(|placed| table.source_of(placed.article));
                sources.entry(source).or_insert(index);
            }
            // Two sources are as many as it takes to compare.
            rest.extend(sources.into_values().take(2));
            let first = outermost(column, &movable);
            let others: Vec<usize> = movable.into_iter().filter(|index| !first.contains(index)).collect();
            moving.splice(0..0, first);
            moving.extend(others);
        }
        let claims = |indexes: &mut dyn Iterator<Item = usize>| {
            indexes.filter_map(|index| column.claims.get(index).cloned()).collect::<Vec<_>>()
        };
        Self { topic: column.topic, rest: claims(&mut rest.into_iter()), moving: claims(&mut moving.into_iter()) }
    }

    /// Whether so many of its claims meet the rest under another situation.
    fn meets_the_rest(&self, table: &Table<'_>, situation: &Situation, most: usize) -> bool {
        let moved = self.moving.iter().take(most).map(|placed| {
            // What hangs on its own anchor lies where it does whatever the others say.
            let position = table.placing.across(&[(&placed.claim.value, situation)]).pop();
            Placed { position: position.unwrap_or_else(|| placed.position.clone()), ..placed.clone() }
        });
        let claims: Vec<Placed<'_>> = self.rest.iter().cloned().chain(moved).collect();
        relate(table, self.topic, &claims, None).agreement != Agreement::Conflict
    }
}

/// The outermost claims of an article that contradicts itself, where there is one: it does whatever the others say.
fn torn(column: &Column<'_>, chosen: &[usize]) -> Vec<usize> {
    let is_whole = |index: &usize| column.claims.get(*index).is_some_and(|one| !one.is_part());
    let wholes: Vec<usize> = chosen.iter().copied().filter(is_whole).collect();
    let members = group::members(&column.claims, &wholes, None, |article| article);
    let Some(article) = group::contradict_themselves(&members).into_iter().next() else { return Vec::new() };
    let is_its = |index: &usize| column.claims.get(*index).is_some_and(|one| one.article == article);
    outermost(column, &wholes.into_iter().filter(is_its).collect::<Vec<_>>())
}

/// Whether one day of publication is known to be before another.
fn is_before(one: Option<NaiveDate>, other: Option<NaiveDate>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one < other)
}

/// Of some claims of one axis, the one that begins last and the one that ends first.
fn outermost(column: &Column<'_>, chosen: &[usize]) -> Vec<usize> {
    let wholes = chosen.iter().copied().filter(|&index| column.claims.get(index).is_some_and(|one| !one.is_part()));
    let members = group::members(&column.claims, &wholes.collect::<Vec<_>>(), None, |article| article);
    let last = members.iter().max_by_key(|member| member.lo);
    let first = members.iter().min_by_key(|member| member.hi);
    let mut found: Vec<usize> = last.into_iter().chain(first).map(|member| member.claim).collect();
    found.dedup();
    found
}

/// A conflict seen from the others: what holds without the anchored claims of the blamed article comes first and supports,
/// with those of its claims that hold too; its other anchored claims oppose.
#[must_use]
pub fn against_the_blamed(
    table: &Table<'_>,
    column: &Column<'_>,
    mut relation: Relation,
    tolerance: Option<&Tolerance>,
    article: usize,
) -> Relation {
    let decides = |role: &Role| match role {
        Role::Supports | Role::Opposes | Role::Violates => true,
        Role::Context => false,
    };
    let compared: Vec<usize> =
        relation.roles.iter().enumerate().filter(|(_, role)| decides(role)).map(|(index, _)| index).collect();
    let width = tolerance.map(|tolerance| agreement::width(tolerance, &column.claims, &compared));
    let members = group::members(&column.claims, &compared, width, |article| table.source_of(article));
    let is_suspect = |member: &group::Member| {
        member.article == article && column.claims.get(member.claim).is_some_and(Placed::is_anchored)
    };
    let (held, opposed) = group::apart(&members, is_suspect);
    if held.is_empty() || opposed.is_empty() {
        return relation;
    }
    for (members, role) in [(&held, Role::Supports), (&opposed, Role::Opposes)] {
        for member in members {
            if let Some(known) = relation.roles.get_mut(member.claim) {
                *known = role;
            }
        }
    }
    let groups = std::iter::once(held).chain(group::partition(opposed));
    relation.groups = groups.map(|group| group.iter().map(|member| member.claim).collect()).collect();
    relation
}
