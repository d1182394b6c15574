//! Which articles a conflict is gone without: each is left out in turn, in one pass over the claims.

use super::{
    Column, Placed, Table,
    agreement::{by_axis, relate_some},
    group::{self, Member},
};
use crate::{claim::topic::Develops, finding::Agreement};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The articles each of which, with the claims that hang on its anchor left out, leaves no conflict in a column.
#[must_use]
pub fn cleared_without(table: &Table<'_>, column: &Column<'_>) -> BTreeSet<usize> {
    let claims = column.claims.iter().enumerate().filter(|(_, placed)| !placed.is_superseded);
    let all: Vec<usize> = claims.map(|(index, _)| index).collect();
    let mut cleared: Option<BTreeSet<usize>> = None;
    for chosen in by_axis(&column.claims, &all).values() {
        if relate_some(table, column.topic, &column.claims, chosen, None).agreement != Agreement::Conflict {
            continue;
        }
        let here = Disputed::new(table, column, chosen).cleared_without();
        cleared = Some(match cleared {
            None => here,
            Some(before) => before.intersection(&here).copied().collect(),
        });
    }
    cleared.unwrap_or_default()
}

/// The claims of one axis, on which there is a conflict.
struct Disputed<'t> {
    table: &'t Table<'t>,
    column: &'t Column<'t>,
    chosen: &'t [usize],
    wholes: Vec<Member>,
}

/// Of which article a claim is left out with; of none, where it stands whatever the anchor.
type Hangs = Option<usize>;

impl<'t> Disputed<'t> {
    fn new(table: &'t Table<'_>, column: &'t Column<'_>, chosen: &'t [usize]) -> Self {
        let is_whole = |index: &usize| column.claims.get(*index).is_some_and(|placed| !placed.is_part());
        let wholes: Vec<usize> = chosen.iter().copied().filter(is_whole).collect();
        let wholes = group::members(&column.claims, &wholes, None, |article| table.source_of(article));
        Self { table, column, chosen, wholes }
    }

    fn claims(&self) -> impl Iterator<Item = &'t Placed<'t>> {
        self.chosen.iter().filter_map(|&index| self.column.claims.get(index))
    }

    fn hangs(&self, member: &Member) -> Hangs {
        self.column.claims.get(member.claim).filter(|placed| placed.is_anchored()).map(|placed| placed.article)
    }

    /// As agreement is defined: one value holds, or the topic develops.
    fn cleared_without(&self) -> BTreeSet<usize> {
        let (mut greatest_lo, mut least_hi) = (Highest::default(), Highest::default());
        for member in &self.wholes {
            greatest_lo.add(member.lo, self.hangs(member));
            least_hi.add(usize::MAX - member.hi, self.hangs(member));
        }
        let holds = |article| match (greatest_lo.without(article), least_hi.without(article)) {
            (Some(lo), Some(hi)) => lo <= usize::MAX - hi,
            _ => true,
        };
        let developing = self.column.topic.develops.map(|way| self.develops_without(way)).unwrap_or_default();
        let articles = self.claims().filter(|placed| placed.is_anchored()).map(|placed| placed.article);
        articles.filter(|&one| holds(one) || developing.contains(&one)).collect()
    }

    /// The articles without which the others only move one way: each step the wrong way needs one of the two that take it.
    fn develops_without(&self, way: Develops) -> BTreeSet<usize> {
        let mut days: BTreeMap<NaiveDate, Vec<&Member>> = BTreeMap::new();
        for member in &self.wholes {
            let placed = self.column.claims.get(member.claim);
            if let Some(day) = placed.and_then(|placed| self.table.day_of(placed)) {
                days.entry(day).or_default().push(member);
            }
        }
        // What shrinks grows where time runs backwards.
        let days: Vec<Vec<&Member>> = match way {
            Develops::Up => days.into_values().collect(),
            Develops::Down => days.into_values().rev().collect(),
        };
        let mut floor = Highest::default();
        let mut cleared: Option<BTreeSet<usize>> = None;
        for day in days {
            for member in &day {
                if let Some(either) = floor.taken_by(member.hi, self.hangs(member)) {
                    let kept = |article: &usize| cleared.as_ref().is_none_or(|known| known.contains(article));
                    cleared = Some(either.into_iter().flatten().filter(kept).collect());
                }
            }
            for member in &day {
                floor.add(member.lo, self.hangs(member));
            }
        }
        cleared.unwrap_or_default()
    }
}

/// The highest of some ends, and the highest of those that hang on another article.
#[derive(Default)]
struct Highest {
    first: Option<(usize, Hangs)>,
    other: Option<usize>,
}

impl Highest {
    fn add(&mut self, end: usize, hangs: Hangs) {
        match self.first {
            Some((known, of)) if of == hangs => self.first = Some((known.max(end), of)),
            Some((known, _)) if known >= end => self.other = self.other.max(Some(end)),
            before => {
                self.other = before.map(|(known, _)| known);
                self.first = Some((end, hangs));
            }
        }
    }

    /// The highest that does not hang on an article.
    fn without(&self, article: usize) -> Option<usize> {
        match self.first {
            Some((_, Some(of))) if of == article => self.other,
            first => first.map(|(end, _)| end),
        }
    }

    /// Where the highest lies above an end that hangs on something: the articles one of which must go so that none does.
    fn taken_by(&self, end: usize, hangs: Hangs) -> Option<[Hangs; 2]> {
        let (first, of) = self.first?;
        if first <= end {
            return None;
        }
        let several = self.other.is_some_and(|other| other > end);
        Some([hangs, of.filter(|_| !several)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        claim::ArticleClaims,
        kind::name::Spellings,
        verify::testing::{by_words, story, topics},
    };
    use proptest::prelude::*;

    /// Each article left out by itself, and the rest related anew.
    fn one_by_one(table: &Table<'_>, column: &Column<'_>) -> BTreeSet<usize> {
        let hangs = |placed: &Placed<'_>, article| placed.is_anchored() && placed.article == article;
        (0..table.articles.len())
            .filter(|&article| column.claims.iter().any(|placed| hangs(placed, article)))
            .filter(|&article| {
                let claims = column.claims.iter().enumerate();
                let rest: Vec<usize> =
                    claims.filter(|(_, placed)| !hangs(placed, article)).map(|(index, _)| index).collect();
                relate_some(table, column.topic, &column.claims, &rest, None).agreement != Agreement::Conflict
            })
            .collect()
    }

    fn said() -> impl Strategy<Value = String> {
        prop_oneof![
            5 => (-3_i32..4).prop_map(|days| format!("rel{days:+}")),
            2 => (1_u32..9).prop_map(|day| format!("2022-01-{day:02}")),
            1 => (1_u32..5, 4_u32..9).prop_map(|(from, to)| format!("2022-01-{from:02}..2022-01-{to:02}")),
            1 => (1_u32..9).prop_map(|number| number.to_string()),
        ]
    }

    fn a_story() -> impl Strategy<Value = Vec<ArticleClaims>> {
        let article = (0_usize..3, 1_u32..8, prop::collection::vec(said(), 0..3))
            .prop_map(|(source, day, said)| format!("S{source}@{day:02}: {}", said.join(" ")));
        prop::collection::vec(article, 1..6).prop_map(|articles| story(&articles.join(" | "), "d"))
    }

    proptest! {
        #[test]
        fn as_if_each_were_left_out(articles in a_story(), way in prop::sample::select(vec![None, Some(Develops::Up), Some(Develops::Down)])) {
            let mut topics = topics();
            topics.iter_mut().for_each(|topic| topic.develops = way);
            let spellings = Spellings::default();
            let table = Table::new("story", &articles, &topics, &spellings, by_words());
            for column in table.columns.iter().filter(|column| column.relation.agreement == Agreement::Conflict) {
                prop_assert_eq!(cleared_without(&table, column), one_by_one(&table, column));
            }
        }
    }
}
