//! Figures that follow from others: a sum, a difference or a share of what one article of the supporters says in one place.

use super::{
    amount::{measured, step},
    line::LineValue,
    nouns::Nouns,
};
use crate::{
    kind::percent,
    predicate::supported::Within,
    table::Placed,
    value::{Content, Precision, Value, interval},
};
use std::collections::BTreeMap;

/// A figure that others may follow from.
#[derive(Clone, Copy, Debug)]
struct DerivedPart {
    number: f64,
    /// Its number among the supporters.
    index: usize,
    /// Where it stands, in bytes.
    at: u32,
    /// Whether it is a share of a larger number.
    is_part: bool,
}

/// A figure, and those that it follows from.
type DerivedFigure = (f64, Vec<usize>);

/// What one article counts.
type PartsKey<'f> = (TotalsKey<'f>, usize);

/// Where it must stand, its axis, and the noun or the unit.
type TotalsKey<'f> = (Within, &'f str, String);

/// The figures that others may follow from: exact ones, by what they count and their article, in the order of the text.
#[derive(Debug, Default)]
pub struct DerivedParts<'f>(BTreeMap<PartsKey<'f>, Vec<DerivedPart>>);

/// The figures that follow, with those that they follow from.
#[derive(Debug, Default)]
pub struct DerivedFigures<'f> {
    /// Sums and differences by what they count, from the least.
    totals: BTreeMap<TotalsKey<'f>, Vec<DerivedFigure>>,
    /// How many hundredths one is of another, from the least.
    shares: Vec<DerivedFigure>,
}

/// Parts stand in one place: within so many bytes.
const REACH: u32 = 300;
/// Of more figures in one place than these, too many would follow by chance.
const MOST_TOGETHER: usize = 4;
/// Below this, too many follow by chance.
const LEAST: f64 = 10.0;

impl<'f> DerivedParts<'f> {
    /// Takes a supporter in.
    pub fn add(
        &mut self,
        index: usize,
        (within, placed): (Within, &Placed<'_>),
        value: LineValue<'f>,
        axis: &'f str,
        nouns: &Nouns<'_>,
    ) {
        let Some(thing) = counted(value.value, within, nouns) else { return };
        let Some(number) = exact(value) else { return };
        let part = DerivedPart { number, index, at: placed.claim.quote.start, is_part: placed.is_part() };
        self.0.entry(((within, axis, thing), placed.article)).or_default().push(part);
    }

    /// What follows from them.
    pub fn figures(self) -> DerivedFigures<'f> {
        let mut figures = DerivedFigures::default();
        for ((key, _), parts) in self.0 {
            let mut numbers: Vec<f64> = parts.iter().map(|part| part.number).collect();
            numbers.sort_by(f64::total_cmp);
            let of_body = key.0.is_some();
            let totals = figures.totals.entry(key).or_default();
            for near in clusters(&parts) {
                totals.extend(sums(near, &numbers));
                if of_body {
                    continue;
                }
                totals.extend(pairs(near).map(|(whole, part)| (whole.number - part.number, both(whole, part))));
                let shares = pairs(near).filter(|(whole, part)| whole.number > part.number && part.number > 0.0);
                figures
                    .shares
                    .extend(shares.map(|(whole, part)| (part.number / whole.number * 100.0, both(whole, part))));
            }
        }
        let all = figures.totals.values_mut().chain([&mut figures.shares]);
        all.for_each(|list| list.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1))));
        figures
    }
}

impl<'f> DerivedFigures<'f> {
    /// The supporters that a figure follows from.
    pub fn of(&self, (within, asked): (Within, LineValue<'_>), axis: &'f str, nouns: &Nouns<'_>) -> Option<Vec<usize>> {
        let amount = asked.value.content.amount()?;
        let number = exact(asked)?;
        let best = amount.best.filter(|best| *best >= LEAST)?;
        if percent::is_share(amount) {
            return near(&self.shares, best, step(&asked.value.text, best) / 2.0);
        }
        let thing = counted(asked.value, within, nouns)?;
        near(self.totals.get(&(within, axis, thing))?, number, 1e-9 * number.abs())
    }
}

/// The first of a list within a distance of a number.
fn near(list: &[DerivedFigure], number: f64, distance: f64) -> Option<Vec<usize>> {
    let from = list.partition_point(|(other, _)| *other < number - distance);
    list.get(from).filter(|(other, _)| *other <= number + distance).map(|(_, parts)| parts.clone())
}

/// What is counted or measured; nothing for a bare number. A headline adds up people of every sort: "12 killed" of ten
/// passengers and two pilots.
fn counted(value: &Value, within: Within, nouns: &Nouns<'_>) -> Option<String> {
    let amount = value.content.amount()?;
    if within.is_some() && nouns.may_be_persons(value) {
        return Some(String::new());
    }
    let (unit, currency) = measured(amount);
    nouns.thing(value).or_else(|| currency.or(unit).map(str::to_string))
}

/// The number on the axis, of an exact one.
fn exact(LineValue { value, interval }: LineValue<'_>) -> Option<f64> {
    let is_number = match &value.content {
        Content::Amount(amount) => amount.best.is_some() && !amount.derived,
        Content::Date(_) | Content::Time(_) | Content::Word(_) => false,
    };
    (is_number && value.precision == Precision::Exact && interval.lo == interval.hi).then_some(interval.lo)
}

/// The parts that stand together, around each of them.
fn clusters(parts: &[DerivedPart]) -> impl Iterator<Item = &[DerivedPart]> {
    parts.iter().enumerate().filter_map(|(from, first)| {
        let rest = parts.get(from..)?;
        let near = rest.iter().take_while(|part| part.at.saturating_sub(first.at) <= REACH).count();
        rest.get(..near).filter(|near| (2..=MOST_TOGETHER).contains(&near.len()))
    })
}

/// What two or three add up to: none of them with its whole, and not where their article has a larger number of the same,
/// which would be their sum if it were not another.
fn sums(near: &[DerivedPart], numbers: &[f64]) -> Vec<DerivedFigure> {
    let mut found = Vec::new();
    let mut add = |chosen: &[&DerivedPart]| {
        let total: f64 = chosen.iter().map(|part| part.number).sum();
        let largest = chosen.iter().map(|part| part.number).fold(0.0, f64::max);
        let larger = numbers.get(numbers.partition_point(|number| *number <= largest)..).unwrap_or_default();
        let is_total = larger.first().into_iter().chain(larger.last()).all(|other| interval::same(*other, total));
        let are_alike = chosen
            .iter()
            .all(|part| part.number > 0.0 && chosen.first().is_some_and(|first| first.is_part == part.is_part));
        if is_total && are_alike {
            found.push((total, chosen.iter().map(|part| part.index).collect()));
        }
    };
    for (index, first) in near.iter().enumerate() {
        for (next, second) in near.iter().enumerate().skip(index + 1) {
            add(&[first, second]);
            near.iter().skip(next + 1).for_each(|third| add(&[first, second, third]));
        }
    }
    found
}

fn both(one: &DerivedPart, other: &DerivedPart) -> Vec<usize> {
    vec![one.index, other.index]
}

/// Every two of them, in both orders.
fn pairs(near: &[DerivedPart]) -> impl Iterator<Item = (&DerivedPart, &DerivedPart)> {
    let all = near.iter().flat_map(move |one| near.iter().map(move |other| (one, other)));
    all.filter(|(one, other)| one.index != other.index)
}
