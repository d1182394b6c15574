//! Where the claims that are compared lie, placed together, and what else their values may stand for.

use crate::{
    placing::{Position, Situation},
    table::{Placed, Situated, Table},
    value::{Amount, Content, Value, date::DateExpr},
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
    /// What each gives in brackets in another currency, and the ends of stretches of days that supporters give, with where these
    /// lie.
    pub seconds: Vec<(usize, Value, Position)>,
    /// Where those of the questioned lie that their own article cannot place, by the days of the supporters' articles.
    pub borrowed: FxHashMap<usize, Vec<Position>>,
}

impl PlacedTogether {
    /// Places claims.
    pub fn new(table: &Table<'_>, questioned: &[&Placed<'_>], supporters: &[&Placed<'_>]) -> Self {
        let all = || questioned.iter().chain(supporters);
        let situations: Vec<Situation> = all().map(|placed| table.situation_of(placed)).collect();
        let forms =
            all().enumerate().filter_map(|(index, placed)| Some((index, placed.claim.value.in_another_form()?)));
        let forms: Vec<(usize, Value)> = forms.collect();
        let own = all().map(|placed| &placed.claim.value).zip(&situations);
        let seconds = all().enumerate().flat_map(|(index, placed)| {
            let value = &placed.claim.value;
            let ends = (index >= questioned.len()).then(|| ends(value)).into_iter().flatten();
            seconds(value).chain(ends).map(move |one| (index, one))
        });
        let seconds: Vec<(usize, Value)> = seconds.collect();
        let others = forms.iter().chain(&seconds);
        let others = others.filter_map(|(index, value)| Some((value, situations.get(*index)?)));
        let values: Vec<Situated<'_>> = own.chain(others).collect();
        let mut positions = table.placing.across(&values);
        let mut of_forms = positions.split_off(situations.len().min(positions.len()));
        let of_seconds = of_forms.split_off(forms.len().min(of_forms.len()));
        let seconds = seconds.into_iter().zip(of_seconds).map(|((index, value), position)| (index, value, position));
        let seconds = seconds.collect();
        let forms = forms.into_iter().zip(of_forms).map(|((index, value), position)| (index, (value, position)));
        let forms = forms.collect();
        let borrowed = borrowed(table, questioned, supporters, &positions);
        Self { positions, forms, seconds, borrowed }
    }
}

/// The amounts of a value that a bracket gives in another currency, each by itself: what they convert to, nobody here knows.
fn seconds(value: &Value) -> impl Iterator<Item = Value> {
    let amount = value.content.amount().filter(|own| own.also.iter().any(|also| is_in_another(own, also)));
    // What a price is for may stand behind the bracket, or nowhere.
    let alone = |one: &Amount| Amount { also: Box::default(), unit: None, ..one.clone() };
    let each = amount.into_iter().flat_map(move |own| {
        let also = own.also.iter().filter(|also| is_in_another(own, also));
        std::iter::once(own).chain(also).map(alone)
    });
    each.map(|amount| Value { content: amount.into(), ..value.clone() })
}

fn is_in_another(own: &Amount, also: &Amount) -> bool {
    also.currency.is_some() && own.currency.is_some() && also.currency != own.currency
}

/// The first and the last day of a stretch of days.
fn ends(value: &Value) -> impl Iterator<Item = Value> {
    let date = match &value.content {
        Content::Date(date) => Some(date),
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => None,
    };
    let ends = date.into_iter().flat_map(|date| date.until.iter().flat_map(|until| [&date.point, until]));
    ends.map(|point| Value { content: DateExpr::from(point.clone()).into(), ..value.clone() })
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
    // Two articles of one day are one here.
    for situation in articles.into_iter().map(|article| Situation { article: 0, ..table.situation(article) }) {
        if situation.anchor.is_some() && situations.len() < MOST_DAYS && !situations.contains(&situation) {
            situations.push(situation);
        }
    }
    let mut borrowed = FxHashMap::default();
    for (index, placed) in questioned.iter().enumerate() {
        let is_open = matches!(positions.get(index), Some(Position::Indeterminate(_)));
        let is_date = matches!(placed.claim.value.content, Content::Date(_));
        if !is_open || !is_date || table.situation_of(placed).anchor.is_some() {
            continue;
        }
        let at = |situation: &Situation| table.placing.across(&[(&placed.claim.value, situation)]);
        let found = situations.iter().flat_map(at).filter(|position| position.interval().is_some());
        borrowed.insert(index, found.collect());
    }
    borrowed
}
