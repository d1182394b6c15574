//! Where the claims that are compared lie, placed together, and what else their values may stand for.

use crate::{
    placing::{Position, Situation},
    table::{Placed, Situated, Table},
    value::{Content, Value},
};
use rustc_hash::FxHashMap;

/// Claims placed together, so that zones, units and borrowed days are the same for all: the questioned first, then the
/// supporters. They are told by their number in that order.
#[derive(Debug)]
pub struct PlacedTogether {
    /// Where each lies.
    pub positions: Vec<Position>,
    /// The values that can be said in another form, in that form: a half as 50 percent, a price without what it is for.
    pub forms: FxHashMap<usize, (Value, Position)>,
    /// Where those of the questioned lie that their own article cannot place, by the days of the supporters' articles.
    pub borrowed: FxHashMap<usize, Vec<Position>>,
}

impl PlacedTogether {
    /// Places claims.
    pub fn new(table: &Table<'_>, questioned: &[&Placed<'_>], supporters: &[&Placed<'_>]) -> Self {
        let all = || questioned.iter().chain(supporters);
        let situations: Vec<Situation> = all().map(|placed| table.situation(placed.article)).collect();
        let forms =
            all().enumerate().filter_map(|(index, placed)| Some((index, placed.claim.value.in_another_form()?)));
        let forms: Vec<(usize, Value)> = forms.collect();
        let own = all().map(|placed| &placed.claim.value).zip(&situations);
        let others = forms.iter().filter_map(|(index, value)| Some((value, situations.get(*index)?)));
        let values: Vec<Situated<'_>> = own.chain(others).collect();
        let mut positions = table.placing.across(&values);
        let of_forms = positions.split_off(situations.len().min(positions.len()));
        let forms = forms.into_iter().zip(of_forms).map(|((index, value), position)| (index, (value, position)));
        let forms = forms.collect();
        let borrowed = borrowed(table, questioned, supporters, &positions);
        Self { positions, forms, borrowed }
    }
}

/// Of more days than these of the supporters, no others are tried.
const MOST_DAYS: usize = 100;

/// Where dates lie whose article states no day of publication, by each day on which a supporter was published.
fn borrowed(
    table: &Table<'_>,
    questioned: &[&Placed<'_>],
    supporters: &[&Placed<'_>],
    positions: &[Position],
) -> FxHashMap<usize, Vec<Position>> {
    let mut situations: Vec<Situation> = Vec::new();
    let mut articles: Vec<usize> = supporters.iter().map(|placed| placed.article).collect();
    articles.dedup();
    for situation in articles.into_iter().map(|article| table.situation(article)) {
        if situation.anchor.is_some() && situations.len() < MOST_DAYS && !situations.contains(&situation) {
            situations.push(situation);
        }
    }
    let mut borrowed = FxHashMap::default();
    for (index, placed) in questioned.iter().enumerate() {
        let is_open = matches!(positions.get(index), Some(Position::Indeterminate(_)));
        let is_date = matches!(placed.claim.value.content, Content::Date(_));
        if !is_open || !is_date || table.situation(placed.article).anchor.is_some() {
            continue;
        }
        let at = |situation: &Situation| table.placing.across(&[(&placed.claim.value, situation)]);
        let found = situations.iter().flat_map(at).filter(|position| position.interval().is_some());
        borrowed.insert(index, found.collect());
    }
    borrowed
}
