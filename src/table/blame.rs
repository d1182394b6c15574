//! Blame: the one article whose wrong anchor explains every conflict that anchors take part in.

use super::{
    Column, Placed, Relation, Table,
    agreement::{relate_some, width},
    group, relate,
};
use crate::{
    claim::SubjectId,
    finding::{Agreement, Role},
    placing::{Position, Situation, Tolerance},
    value::Value,
};
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
    let mut suspects: Option<BTreeSet<usize>> = None;
    for column in &conflicts {
        let here = suspects_of(column);
        suspects = Some(match suspects {
            None => here,
            Some(before) => before.intersection(&here).copied().collect(),
        });
    }
    let mut cleared = suspects
        .into_iter()
        .flatten()
        .filter(|article| conflicts.iter().all(|column| is_cleared_without(table, column, Some(*article))));
    let article = cleared.next()?;
    if cleared.next().is_some() || !would_meet_the_rest(table, &conflicts, article) {
        return None;
    }
    Some(Blame { article, subjects: conflicts.iter().map(|column| column.topic.subject.clone()).collect() })
}

/// Whether the column is a conflict that there would not be without anchored claims.
fn is_about_anchors(table: &Table<'_>, column: &Column<'_>) -> bool {
    column.relation.agreement == Agreement::Conflict
        && column.claims.iter().any(Placed::is_anchored)
        && is_cleared_without(table, column, None)
}

/// Whether the conflict is gone without the anchored claims of an article, or of every article.
fn is_cleared_without(table: &Table<'_>, column: &Column<'_>, article: Option<usize>) -> bool {
    let rest: Vec<usize> = column
        .claims
        .iter()
        .enumerate()
        .filter(|(_, placed)| !(placed.is_anchored() && article.is_none_or(|article| placed.article == article)))
        .map(|(index, _)| index)
        .collect();
    relate_some(table, column.topic, &column.claims, &rest, None).agreement != Agreement::Conflict
}

/// The articles without whose anchored claims a conflict may be gone. A conflict of numbers stands as long as its greatest
/// lower end is above its least upper end, so only who alone holds one of the two is worth trying; where a topic develops, everyone.
fn suspects_of(column: &Column<'_>) -> BTreeSet<usize> {
    let anchored = column.claims.iter().filter(|placed| placed.is_anchored());
    if column.topic.develops.is_some() {
        return anchored.map(|placed| placed.article).collect();
    }
    let mut extremes: BTreeMap<&str, [(f64, usize); 2]> = BTreeMap::new();
    for placed in anchored {
        if let Position::On { axis, interval, .. } = &placed.position {
            let ends = extremes.entry(axis).or_insert([(f64::NEG_INFINITY, 0), (f64::NEG_INFINITY, 0)]);
            for (end, at) in ends.iter_mut().zip([interval.lo, -interval.hi]) {
                if at > end.0 {
                    *end = (at, placed.article);
                }
            }
        }
    }
    extremes.into_values().flatten().map(|(_, article)| article).collect()
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
    others.into_iter().any(|day| {
        let moved = Situation { anchor: Some(day), ..own.clone() };
        conflicts.iter().all(|column| {
            let claims = placed_under(table, column, article, &moved);
            relate(table, column.topic, &claims, None).agreement != Agreement::Conflict
        })
    })
}

/// The claims of a column as they would lie if the article had another situation.
fn placed_under<'a>(table: &Table<'a>, column: &Column<'a>, article: usize, situation: &Situation) -> Vec<Placed<'a>> {
    let unknown = Situation::default();
    let values: Vec<(&Value, &Situation)> = column
        .claims
        .iter()
        .map(|placed| {
            let own = table.articles.get(placed.article).map_or(&unknown, |article| &article.situation);
            (&placed.claim.value, if placed.article == article { situation } else { own })
        })
        .collect();
    let positions = table.placing.across(&values);
    column.claims.iter().zip(positions).map(|(placed, position)| Placed { position, ..placed.clone() }).collect()
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
    let width = tolerance.map(|tolerance| width(tolerance, &column.claims, &compared));
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
    let groups = std::iter::once(held).chain(group::partition(&opposed));
    relation.groups = groups.map(|group| group.iter().map(|member| member.claim).collect()).collect();
    relation
}
