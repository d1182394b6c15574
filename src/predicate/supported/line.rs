//! Values on one axis in the order of their places, so that what supports another is found without a look at each.

use super::{
    amount::{self, AmountSupport, MeasuredIn, Openness, measured, middle, near_bound, openness, slack, step},
    heights::Heights,
};
use crate::{
    predicate::truth::lies_in,
    value::{Content, Interval, Precision, Value},
};
use rustc_hash::FxHashMap;
use std::{cell::RefCell, collections::BTreeMap, ops::Range};

/// So many that lie in what a vague figure leaves open are looked at by their middle: more would take the square of their time.
const MOST_IN_FEW: usize = 64;

/// A value, and where it lies.
#[derive(Clone, Copy, Debug)]
pub struct LineValue<'v> {
    pub value: &'v Value,
    pub interval: Interval,
}

/// Where a value stands among others: by its place, then by its index.
type Standing = (i64, usize);

/// What supports a value, by how it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineSupport {
    /// The first that says the same.
    same: Option<Standing>,
    /// The first that says it rounded.
    rounder: Option<Standing>,
    /// The last that hedges it.
    hedged: Option<Standing>,
}

impl LineSupport {
    /// Of both.
    pub fn and(self, other: Self) -> Self {
        Self {
            same: self.same.into_iter().chain(other.same).min(),
            rounder: self.rounder.into_iter().chain(other.rounder).min(),
            hedged: self.hedged.max(other.hedged),
        }
    }

    /// The index of the one that counts.
    pub fn best(self) -> Option<(AmountSupport, usize)> {
        let same = self.same.map(|(_, index)| (AmountSupport::Same, index));
        let rounder = self.rounder.map(|(_, index)| (AmountSupport::Rounder, index));
        same.or(rounder).or(self.hedged.map(|(_, index)| (AmountSupport::Hedged, index)))
    }

    fn add(&mut self, member: &LineMember<'_>, support: AmountSupport) {
        let (first, last) = ((order(member.at), member.first), (order(member.at), member.last));
        *self = self.and(match support {
            AmountSupport::Same => Self { same: Some(first), ..Self::default() },
            AmountSupport::Rounder => Self { rounder: Some(first), ..Self::default() },
            AmountSupport::Hedged => Self { hedged: Some(last), ..Self::default() },
        });
    }
}

/// A number that is ordered as [`f64::total_cmp`] orders.
fn order(number: f64) -> i64 {
    let bits = number.to_bits().cast_signed();
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

/// Of each unit, and whether there is a number in it.
type ByUnit<'v, T> = BTreeMap<(MeasuredIn<'v>, bool), T>;

/// What tells values apart where they are held against others.
type Sameness<'v> = ([u64; 2], [bool; 3], Precision, Option<([u64; 2], MeasuredIn<'v>)>);

fn sameness(LineValue { value, interval }: LineValue<'_>) -> Sameness<'_> {
    let ends = [interval.lo.to_bits(), interval.hi.to_bits()];
    let number = value.content.amount().map(|amount| {
        let number = amount.best.map_or([u64::MAX; 2], |best| [best.to_bits(), step(&value.text, best).to_bits()]);
        (number, measured(amount))
    });
    (ends, [interval.lo_open, interval.hi_open, is_counted(value)], value.precision, number)
}

/// Values that are the same, as one.
#[derive(Debug)]
struct LineMember<'v> {
    at: f64,
    first: usize,
    last: usize,
    value: LineValue<'v>,
}

/// Values on one axis.
#[derive(Debug)]
pub struct AxisLine<'v> {
    /// By place, then by index.
    members: Vec<LineMember<'v>>,
    /// Those with two ends, and those with one.
    bounded: Row,
    unbounded: Row,
    /// Exact ones, by unit, and whether they have a number in it.
    exact: ByUnit<'v, Row>,
    /// Those with a number, by unit.
    numbers: BTreeMap<MeasuredIn<'v>, UnitNumbers>,
    /// What was asked before.
    answers: RefCell<FxHashMap<Sameness<'v>, LineSupport>>,
}

impl<'v> AxisLine<'v> {
    /// Puts values in order.
    pub fn new(values: impl IntoIterator<Item = (usize, LineValue<'v>)>) -> Self {
        let members = members(values);
        let chosen = |is: &dyn Fn(&LineMember<'v>) -> bool| -> Vec<usize> {
            members.iter().enumerate().filter(|(_, member)| is(member)).map(|(index, _)| index).collect()
        };
        let interval = |member: &LineMember<'v>| member.value.interval;
        let is_bounded = |member: &LineMember<'v>| interval(member).lo.is_finite() && interval(member).hi.is_finite();
        let inside = |of: Vec<usize>| Row::new(of, &members, |one| [interval(one).lo, -interval(one).hi]);
        let (bounded, unbounded) = (inside(chosen(&is_bounded)), inside(chosen(&|one| !is_bounded(one))));
        let (exact, numbers) = by_unit(&members);
        let meeting = |of: Vec<usize>| Row::new(of, &members, |one| [interval(one).hi, -interval(one).lo]);
        let exact = exact.into_iter().map(|(unit, of)| (unit, meeting(of))).collect();
        Self { bounded, unbounded, exact, numbers, members, answers: RefCell::default() }
    }

    /// What supports a value.
    pub fn supporting(&self, asked: LineValue<'v>) -> LineSupport {
        let key = sameness(asked);
        if let Some(known) = self.answers.borrow().get(&key) {
            return *known;
        }
        let found = self.found(asked);
        self.answers.borrow_mut().insert(key, found);
        found
    }

    fn found(&self, asked: LineValue<'v>) -> LineSupport {
        let support = |index: usize| {
            let member = self.members.get(index)?;
            Some((member, held_against(asked, member.value)?))
        };
        let says_the_same = |index: usize| matches!(support(index), Some((_, AmountSupport::Same)));
        let mut near = Vec::new();
        let amount = asked.value.content.amount();
        if let Some((best, unit)) = amount.and_then(|amount| Some((amount.best?, measured(amount)))) {
            self.numbers.get(&unit).into_iter().for_each(|numbers| numbers.near(asked.value, best, &mut near));
        }
        match amount {
            Some(amount) if asked.value.precision == Precision::Exact => {
                let own = (measured(amount), true);
                let others = self.exact.iter().filter(|(unit, _)| **unit != own || amount.best.is_none());
                near.extend(others.filter_map(|(_, row)| row.meeting(asked.interval, &says_the_same)));
            }
            // What says the same has the same middle; figures lie near a bound.
            Some(_) if matches!(openness(asked.value.precision), Openness::Bound | Openness::Range) => {
                let rows = [&self.bounded, &self.unbounded].into_iter();
                near.extend(rows.filter_map(|row| row.at(middle(asked.interval), &says_the_same)));
                if openness(asked.value.precision) == Openness::Bound {
                    near.extend(self.bounded.around(near_bound(asked.interval), &says_the_same));
                }
            }
            // "After 2014" is borne out by "after 2014" alone, and by the year that it names, which is its other form.
            None if is_open(asked.interval) => {
                near.extend(self.unbounded.at(middle(asked.interval), &says_the_same));
            }
            Some(_) | None => {
                let rows = [&self.bounded, &self.unbounded].into_iter();
                near.extend(rows.flat_map(|row| row.inside(reach(asked), &says_the_same)));
                if amount.is_some() {
                    let rows = [&self.bounded, &self.unbounded].into_iter();
                    near.extend(rows.filter_map(|row| row.among_few(asked.interval, &says_the_same)));
                }
            }
        }
        let mut found = LineSupport::default();
        near.into_iter().filter_map(support).for_each(|(member, support)| found.add(member, support));
        found
    }

    /// The nearest to a place, with its distance: of several the first.
    pub fn nearest(&self, at: f64) -> Option<(f64, usize)> {
        let first_from = |place: f64| self.members.partition_point(|member| member.at < place);
        let behind = first_from(at);
        let before = behind.checked_sub(1).and_then(|last| self.members.get(last)).map(|last| first_from(last.at));
        let both = before.into_iter().chain([behind]).filter_map(|index| self.members.get(index));
        let by_distance = both.map(|member| ((member.at - at).abs(), member.first));
        by_distance.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
    }
}

/// Of the amounts, which are exact, and the numbers.
fn by_unit<'v>(members: &[LineMember<'v>]) -> (ByUnit<'v, Vec<usize>>, BTreeMap<MeasuredIn<'v>, UnitNumbers>) {
    let mut exact: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut numbers: BTreeMap<_, UnitNumbers> = BTreeMap::new();
    for (index, member) in members.iter().enumerate() {
        let Some(amount) = member.value.value.content.amount() else { continue };
        let is_exact = member.value.value.precision == Precision::Exact;
        if is_exact {
            exact.entry((measured(amount), amount.best.is_some())).or_default().push(index);
        }
        if let Some(best) = amount.best {
            let step = if is_exact { step(&member.value.value.text, best) } else { 0.0 };
            numbers.entry(measured(amount)).or_default().add(best, step, index);
        }
        if member.value.value.precision == Precision::Range {
            let of_unit = numbers.entry(measured(amount)).or_default();
            of_unit.add(amount.interval.lo, 0.0, index);
            of_unit.add(amount.interval.hi, 0.0, index);
        }
    }
    numbers.values_mut().for_each(UnitNumbers::sort);
    (exact, numbers)
}

/// Whether a stretch lacks an end.
fn is_open(interval: Interval) -> bool {
    !(interval.lo.is_finite() && interval.hi.is_finite())
}

/// Whether the second supports the first.
fn held_against(asked: LineValue<'_>, other: LineValue<'_>) -> Option<AmountSupport> {
    match (&asked.value.content, &other.value.content) {
        (Content::Amount(own), Content::Amount(theirs)) => {
            amount::compare((asked.value, own, asked.interval), (other.value, theirs, other.interval))
        }
        _ if is_open(asked.interval) => amount::is_same(asked.interval, other.interval).then_some(AmountSupport::Same),
        // A day is in its month, a month is not in one of its days.
        _ => (lies_in(other.interval, reach(asked)) && other.interval.meets(asked.interval))
            .then_some(AmountSupport::Same),
    }
}

/// Where what supports a date lies: in it, or, of one that is counted back or ahead in weeks or more, so near that it may be
/// meant. "Six years ago" is borne out by a year that begins or ends in between.
fn reach(asked: LineValue<'_>) -> Interval {
    let Interval { lo, hi, .. } = asked.interval;
    let wide = if is_counted(asked.value) { hi - lo } else { 0.0 };
    Interval { lo: lo - wide, hi: hi + wide, ..asked.interval }
}

fn is_counted(value: &Value) -> bool {
    match &value.content {
        Content::Date(date) => date.is_counted(),
        Content::Amount(_) | Content::Time(_) | Content::Word(_) => false,
    }
}

/// The values in order, each once.
fn members<'v>(values: impl IntoIterator<Item = (usize, LineValue<'v>)>) -> Vec<LineMember<'v>> {
    let mut members: Vec<LineMember<'v>> = Vec::new();
    let mut known: FxHashMap<Sameness<'v>, usize> = FxHashMap::default();
    for (index, value) in values {
        let place = *known.entry(sameness(value)).or_insert(members.len());
        match members.get_mut(place) {
            Some(member) => member.last = index,
            // Zero has one sign.
            None => members.push(LineMember { at: middle(value.interval) + 0.0, first: index, last: index, value }),
        }
    }
    members.sort_by_key(|member| (order(member.at), member.first));
    members
}

/// Some of the members, in their order, with two heights of each.
#[derive(Debug)]
struct Row {
    members: Vec<usize>,
    places: Vec<f64>,
    heights: [Heights; 2],
}

impl Row {
    fn new<'v>(chosen: Vec<usize>, members: &[LineMember<'v>], heights: impl Fn(&LineMember<'v>) -> [f64; 2]) -> Self {
        let of = |index: &usize| members.get(*index);
        let places = chosen.iter().filter_map(of).map(|member| member.at).collect();
        let both: Vec<[f64; 2]> = chosen.iter().filter_map(of).map(heights).collect();
        let heights = [Heights::new(both.iter().map(|[one, _]| *one)), Heights::new(both.iter().map(|[_, one]| *one))];
        Self { members: chosen, places, heights }
    }

    /// How many lie before a place.
    fn before(&self, place: f64) -> usize {
        self.places.partition_point(|at| *at < place)
    }

    /// How many lie before a place, or at it.
    fn up_to(&self, place: f64) -> usize {
        self.places.partition_point(|at| *at <= place)
    }

    /// The first of a stretch that is high enough and what is asked for.
    fn first(&self, stretch: Range<usize>, (which, least): (usize, f64), is: &dyn Fn(usize) -> bool) -> Option<usize> {
        let mut from = stretch.start;
        while let Some(found) = self.heights.get(which)?.first(from..stretch.end, least) {
            let member = *self.members.get(found)?;
            if is(member) {
                return Some(member);
            }
            from = found + 1;
        }
        None
    }

    /// The first that lie in an interval, where the heights are the lower ends and the mirrored upper ones: what has its
    /// middle in one half of it can only stick out at that side.
    fn inside(&self, own: Interval, is: &dyn Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let slack = slack(own);
        let half = if own.hi == f64::INFINITY {
            self.members.len()
        } else if own.lo == f64::NEG_INFINITY {
            0
        } else {
            self.up_to(middle(own))
        };
        let (from, to) = (self.before(own.lo - slack), self.up_to(own.hi + slack));
        let low = self.first(from..half.max(from), (0, own.lo - slack), is);
        let high = self.first(half.min(to)..to, (1, -(own.hi + slack)), is);
        low.into_iter().chain(high)
    }

    /// The first at a place that is what is asked for.
    fn at(&self, place: f64, is: &dyn Fn(usize) -> bool) -> Option<usize> {
        self.around(Interval::point(place), is)
    }

    /// The first with its place in an interval that is what is asked for.
    fn around(&self, own: Interval, is: &dyn Fn(usize) -> bool) -> Option<usize> {
        let slack = slack(own);
        self.first(self.before(own.lo - slack)..self.up_to(own.hi + slack), (0, f64::NEG_INFINITY), is)
    }

    /// The first of a few with their places in an interval that is what is asked for.
    fn among_few(&self, own: Interval, is: &dyn Fn(usize) -> bool) -> Option<usize> {
        let stretch = self.members.get(self.before(own.lo)..self.up_to(own.hi))?;
        stretch.iter().copied().take(MOST_IN_FEW).find(|member| is(*member))
    }

    /// The first that meets an interval, where the heights are the upper ends and the mirrored lower ones: what lies before
    /// it must reach its lower end, and what lies behind it its upper one.
    fn meeting(&self, own: Interval, is: &dyn Fn(usize) -> bool) -> Option<usize> {
        let slack = slack(own);
        let (from, to) = (self.before(own.lo - slack), self.up_to(own.hi + slack));
        let before = || self.first(0..from, (0, own.lo - slack), is);
        let within = || self.first(from..to, (0, f64::NEG_INFINITY), is);
        let behind = || self.first(to..self.members.len(), (1, -(own.hi + slack)), is);
        before().or_else(within).or_else(behind)
    }
}

/// UnitNumbers of one unit, by how much their last written digit counts: those that count alike in one list, since what is
/// written so stands at least that far apart.
#[derive(Debug, Default)]
struct UnitNumbers {
    by_size: BTreeMap<u64, NumberList>,
}

#[derive(Debug, Default)]
struct NumberList {
    /// The largest step among them.
    step: f64,
    numbers: Vec<(f64, usize)>,
}

impl UnitNumbers {
    fn add(&mut self, number: f64, step: f64, member: usize) {
        // The exponent of the step, by which they are told apart well enough.
        let list = self.by_size.entry(step.to_bits() >> 52).or_default();
        list.step = list.step.max(step);
        list.numbers.push((number, member));
    }

    fn sort(&mut self) {
        self.by_size.values_mut().for_each(|list| list.numbers.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))));
    }

    /// Those that may be a number, or become it, when either is rounded.
    fn near(&self, value: &Value, number: f64, found: &mut Vec<usize>) {
        let own = step(&value.text, number);
        for list in self.by_size.values() {
            let step = if value.precision == Precision::Exact { own.max(list.step) } else { own };
            let reach = step / 2.0 * (1.0 + 2e-9) + 4e-9 * number.abs();
            let from = list.numbers.partition_point(|(other, _)| *other < number - reach);
            let near = list.numbers.get(from..).unwrap_or_default().iter();
            found.extend(near.take_while(|(other, _)| *other <= number + reach).map(|(_, member)| *member));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Amount, Kind};
    use proptest::prelude::*;

    /// What a look at each finds.
    fn by_looking_at_each(values: &[(Value, Interval)], asked: LineValue<'_>) -> Option<(AmountSupport, usize)> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| (middle(values[*a].1)).total_cmp(&middle(values[*b].1)).then(a.cmp(b)));
        let mut best = None;
        for index in order {
            let (value, interval) = &values[index];
            match held_against(asked, LineValue { value, interval: *interval }) {
                None => {}
                Some(AmountSupport::Same) => return Some((AmountSupport::Same, index)),
                Some(_) if matches!(best, Some((AmountSupport::Rounder, _))) => {}
                Some(support) => best = Some((support, index)),
            }
        }
        best
    }

    /// The first of the nearest: of distances that arithmetic tells apart.
    fn is_nearest(values: &[(Value, Interval)], at: f64, found: usize) -> bool {
        let distance = |index: usize| (middle(values[index].1) - at).abs();
        let is_as_near = |index: usize| distance(index) == distance(found) || distance(index) < distance(found) - 1e-9;
        let middles_differ = |index: usize| middle(values[index].1) != middle(values[found].1);
        let nearer = (0..values.len()).find(|index| *index != found && is_as_near(*index));
        // A middle that is another, and yet as far away, was rounded there, or lies on the other side.
        nearer.is_none_or(|index| index > found || distance(index) == distance(found) && middles_differ(index))
    }

    /// An amount in one of the ways that figures are written.
    fn amount(way: usize, number: u32, width: u32, unit: usize) -> (Value, Interval) {
        let (best, width) = (f64::from(number) / 10.0 + 1.0, f64::from(width));
        let text = [format!("{best}"), format!("{best:.0} thousand"), format!("{best:.2}"), "dozens".into()];
        let (text, best) = match way % 3 {
            0 => (&text[0], best),
            1 => (&text[1], best.round() * 1000.0),
            _ => (&text[2], best),
        };
        let point = Interval::point(best);
        let (precision, interval, is_number) = match way {
            0..=2 => (Precision::Exact, point, true),
            3 => (Precision::Exact, Interval::closed(best - 0.5, best + 0.5), true),
            4 => (Precision::Exact, Interval::closed(best, best + width), false),
            5 => (Precision::Approximate, Interval::closed(best * 0.9, best * 1.1), true),
            6 => (Precision::MoreThan, Interval::more_than(best), true),
            7 => (Precision::AtLeast, Interval::at_least(best), true),
            8 => (Precision::AtMost, Interval::at_most(best), true),
            9 => (Precision::LessThan, Interval { lo_open: false, ..Interval::closed(best * 0.9, best) }, true),
            10 => (Precision::Range, Interval::closed(best, best + width), false),
            11 => (Precision::Vague, Interval { hi_open: true, ..Interval::closed(best, best + width) }, false),
            _ => (Precision::LessThan, Interval::less_than(best), false),
        };
        let (unit, factor) = [(None, 1.0), (Some("km"), 1000.0), (Some("mile"), 1609.344)][unit];
        let scaled = Interval { lo: interval.lo * factor, hi: interval.hi * factor, ..interval };
        let amount =
            Amount { interval, best: is_number.then_some(best), unit: unit.map(Into::into), ..Amount::default() };
        let content = amount.into();
        (Value { kind: Kind::FIGURE, text: text.as_str().into(), hedge: None, precision, content }, scaled)
    }

    fn amounts(most: usize) -> impl Strategy<Value = Vec<(Value, Interval)>> {
        let one = (0..13_usize, 0..60_u32, 0..6_u32, 0..3_usize);
        prop::collection::vec(one.prop_map(|(way, number, width, unit)| amount(way, number, width, unit)), 0..most)
    }

    fn day(number: u32, width: u32) -> (Value, Interval) {
        let interval = Interval::closed(f64::from(number), f64::from(number + width));
        let content = Content::Word("day".into());
        (Value { kind: Kind::FIGURE, text: "day".into(), hedge: None, precision: Precision::Exact, content }, interval)
    }

    fn agrees(values: &[(Value, Interval)], asked: &[(Value, Interval)]) -> Result<(), TestCaseError> {
        let all = values.iter().enumerate();
        let line =
            AxisLine::new(all.map(|(index, (value, interval))| (index, LineValue { value, interval: *interval })));
        // Twice, because what was asked is remembered.
        for (value, interval) in asked.iter().chain(asked) {
            let asked = LineValue { value, interval: *interval };
            prop_assert_eq!(line.supporting(asked).best(), by_looking_at_each(values, asked), "{:?}", asked);
            let at = middle(*interval);
            let found = line.nearest(at).map(|(_, index)| index);
            prop_assert!(found.map_or(values.is_empty(), |found| is_nearest(values, at, found)), "{} {:?}", at, found);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn what_is_sorted_is_found_as_by_a_look_at_each(values in amounts(40), asked in amounts(20)) {
            agrees(&values, &asked)?;
        }

        #[test]
        fn days_are_found_in_their_months(
            values in prop::collection::vec((0..60_u32, 0..20_u32), 0..40),
            asked in prop::collection::vec((0..60_u32, 0..20_u32), 0..20),
        ) {
            let [values, asked] = [values, asked].map(|days| -> Vec<(Value, Interval)> {
                days.into_iter().map(|(number, width)| day(number, width)).collect()
            });
            agrees(&values, &asked)?;
        }
    }
}
