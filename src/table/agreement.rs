//! Agreement: how the claims on one topic relate, with the reasons and the part that each claim has in it.

use super::{
    Placed, Table,
    development::{WrongStep, wrong_steps},
    group::{self, Member},
};
use crate::{
    claim::Topic,
    finding::{Agreement, Role},
    placing::{Position, Tolerance},
    value::{Content, Interval, Precision, interval},
};
use std::collections::{BTreeMap, BTreeSet};

/// An article gives values for one topic that exclude each other.
pub const WITHIN_ONE_ARTICLE: &str = "within one article";
/// Articles of one source give values for one topic that exclude each other.
pub const WITHIN_ONE_SOURCE: &str = "within one source";
/// Claims were found, but in currencies or dimensions that do not convert.
pub const NOT_COMPARABLE: &str = "not comparable";
/// Some agree, and what a source gives could not be held against them, as it is in another currency or dimension.
pub const NOT_ALL_COMPARABLE: &str = "not all comparable";
/// A pass that is possible, and not certain.
pub const IMPRECISE: &str = "imprecise";

/// How the claims on one topic relate.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// In one word.
    pub agreement: Agreement,
    /// Why, in plain words.
    pub reasons: Vec<&'static str>,
    /// Where they conflict: the groups that hold together, ordered by sources, then first article.
    pub groups: Vec<Vec<usize>>,
    /// The part each claim has, in the order of the claims.
    pub roles: Vec<Role>,
    /// Whether there was enough to compare: two sources with determinate claims on one axis, or one that contradicts itself.
    pub is_comparable: bool,
}

impl Relation {
    /// That of no claims.
    #[must_use]
    pub fn absent() -> Self {
        Self::undecided(Agreement::Absent, Vec::new(), 0)
    }

    fn undecided(agreement: Agreement, reasons: Vec<&'static str>, claims: usize) -> Self {
        Self { agreement, reasons, groups: Vec::new(), roles: vec![Role::Context; claims], is_comparable: false }
    }
}

/// How claims relate; under a tolerance they are consistent exactly where one window of its width touches them all.
#[must_use]
pub fn relate(table: &Table<'_>, topic: &Topic, claims: &[Placed<'_>], tolerance: Option<&Tolerance>) -> Relation {
    let chosen: Vec<usize> = (0..claims.len()).collect();
    relate_some(table, topic, claims, &chosen, tolerance)
}

/// As [`relate`], for some of the claims of a column.
#[must_use]
pub fn relate_some(
    table: &Table<'_>,
    topic: &Topic,
    claims: &[Placed<'_>],
    chosen: &[usize],
    tolerance: Option<&Tolerance>,
) -> Relation {
    if chosen.is_empty() {
        return Relation::undecided(Agreement::Absent, Vec::new(), claims.len());
    }
    // Of a page with several versions the last speaks.
    let is_last = |index: &usize| claims.get(*index).is_some_and(|placed| !placed.is_superseded);
    let chosen: Vec<usize> = chosen.iter().copied().filter(is_last).collect();
    let axes = by_axis(claims, &chosen);
    let found: Vec<usize> = axes.values().flatten().copied().collect();
    if found.is_empty() {
        return Relation::undecided(Agreement::Indeterminate, Vec::new(), claims.len());
    }
    let (mut compared, mut held) = (Vec::new(), Vec::new());
    for members in axes.values() {
        if let Some(axis) = Axis::compare(table, topic, claims, members, tolerance) {
            compared.push(axis);
            held.extend(members.iter().copied());
        }
    }
    if compared.is_empty() {
        let (agreement, reasons) = match sources_of(table, claims, &found).len() {
            0 | 1 => (Agreement::SingleSource, Vec::new()),
            _ => (Agreement::Indeterminate, vec![NOT_COMPARABLE]),
        };
        let mut relation = Relation::undecided(agreement, reasons, claims.len());
        if agreement == Agreement::SingleSource {
            set_roles(&mut relation.roles, &found, Role::Supports);
        }
        return relation;
    }
    let mut relation = combine(&compared, claims.len());
    if relation.agreement != Agreement::Conflict
        && sources_of(table, claims, &held).len() < sources_of(table, claims, &found).len()
    {
        relation.reasons.push(NOT_ALL_COMPARABLE);
    }
    relation
}

/// The claims that can be compared, by the axis they lie on: what is only possible is compared with nothing.
#[must_use]
pub fn by_axis(claims: &[Placed<'_>], chosen: &[usize]) -> BTreeMap<String, Vec<usize>> {
    let is_asserted = |index: &usize| claims.get(*index).is_some_and(Placed::is_asserted);
    let asserted: Vec<usize> = chosen.iter().copied().filter(is_asserted).collect();
    all_by_axis(claims, &asserted)
}

/// The same, with what is only possible.
#[must_use]
pub fn all_by_axis(claims: &[Placed<'_>], chosen: &[usize]) -> BTreeMap<String, Vec<usize>> {
    let mut axes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &index in chosen {
        let axis = match claims.get(index).map(|placed| &placed.position) {
            Some(Position::On { axis, .. }) => axis.as_str(),
            Some(Position::Word(_)) => "",
            Some(Position::Indeterminate(_)) | None => continue,
        };
        match axes.get_mut(axis) {
            Some(members) => members.push(index),
            None => {
                axes.insert(axis.to_string(), vec![index]);
            }
        }
    }
    axes
}

fn sources_of(table: &Table<'_>, claims: &[Placed<'_>], chosen: &[usize]) -> BTreeSet<usize> {
    let chosen = chosen.iter().filter_map(|&index| claims.get(index));
    chosen.map(|placed| table.source_of(placed.article)).collect()
}

fn set_roles(roles: &mut [Role], claims: &[usize], role: Role) {
    for &claim in claims {
        if let Some(known) = roles.get_mut(claim) {
            *known = role;
        }
    }
}

/// What was found on one axis.
struct Axis {
    agreement: Agreement,
    reasons: Vec<&'static str>,
    groups: Vec<Vec<Member>>,
    supporting: Vec<usize>,
}

impl Axis {
    /// Compares the claims of one axis; `None` where only one source is on it and does not contradict itself.
    fn compare(
        table: &Table<'_>,
        topic: &Topic,
        claims: &[Placed<'_>],
        chosen: &[usize],
        tolerance: Option<&Tolerance>,
    ) -> Option<Self> {
        let (parts, wholes): (Vec<usize>, Vec<usize>) =
            chosen.iter().partition(|&&index| claims.get(index).is_some_and(Placed::is_part));
        let width = tolerance.map(|tolerance| width(tolerance, claims, &wholes));
        let members = group::members(claims, &wholes, width, |article| table.source_of(article));
        let holds = group::share_a_value(&members);
        let wrong = topic.develops.filter(|_| !holds).map(|way| wrong_steps(way, table, claims, &wholes));
        let develops = wrong.as_ref().is_some_and(Vec::is_empty);
        if (holds || develops) && sources_of(table, claims, chosen).len() < 2 {
            return None;
        }
        if !holds && !develops {
            let reasons = contradictions(&members);
            if let Some(wrong) = wrong {
                return Some(Self::of_steps(&wrong, reasons, members));
            }
            let groups = group::partition(members);
            let supporting = largest(&groups).iter().map(|member| member.claim).collect();
            return Some(Self { agreement: Agreement::Conflict, reasons, groups, supporting });
        }
        let reasons = if develops || tolerance.is_some() { Vec::new() } else { reasons(claims, &wholes, &parts) };
        let agreement = if develops {
            Agreement::Developing
        } else if reasons.is_empty() {
            Agreement::Consistent
        } else {
            Agreement::Compatible
        };
        Some(Self { agreement, reasons, groups: Vec::new(), supporting: chosen.to_vec() })
    }

    /// A figure that went the wrong way: only the claims of such steps stand against each other.
    fn of_steps(wrong: &[WrongStep], reasons: Vec<&'static str>, members: Vec<Member>) -> Self {
        let steps: BTreeSet<usize> = wrong.iter().flat_map(|step| [step.before, step.after]).collect();
        let torn = members.into_iter().filter(|member| steps.contains(&member.claim)).collect();
        Self { agreement: Agreement::Conflict, reasons, groups: group::partition(torn), supporting: Vec::new() }
    }
}

/// The group that more sources are with than with any other; none where two are equal: it is one against one, and nobody
/// takes sides.
fn largest(groups: &[Vec<Member>]) -> &[Member] {
    match groups {
        [first, second, ..] if group::voters(first) <= group::voters(second) => &[],
        [first, ..] => first,
        [] => &[],
    }
}

/// Whether claims exclude each other inside one article, or among the articles of one source.
fn contradictions(members: &[Member]) -> Vec<&'static str> {
    let torn = group::contradict_themselves(members);
    let of_torn = |member: &&Member| torn.contains(&member.article);
    let torn_sources: BTreeSet<usize> = members.iter().filter(of_torn).map(|member| member.voter).collect();
    let by_source = group::are_torn(members, |member| member.voter);
    let mut reasons = Vec::new();
    if !torn.is_empty() {
        reasons.push(WITHIN_ONE_ARTICLE);
    }
    if by_source.iter().any(|source| !torn_sources.contains(source)) {
        reasons.push(WITHIN_ONE_SOURCE);
    }
    reasons
}

/// The whole of several axes: the worst agreement, and every reason once.
fn combine(axes: &[Axis], claims: usize) -> Relation {
    let grave = |agreement: Agreement| match agreement {
        Agreement::Conflict => 3,
        Agreement::Developing => 2,
        Agreement::Compatible => 1,
        Agreement::Consistent | Agreement::SingleSource | Agreement::Absent | Agreement::Indeterminate => 0,
    };
    let agreement = axes.iter().map(|axis| axis.agreement).max_by_key(|agreement| grave(*agreement));
    let mut relation = Relation::undecided(agreement.unwrap_or(Agreement::Absent), Vec::new(), claims);
    relation.is_comparable = true;
    let mut groups: Vec<&Vec<Member>> = axes.iter().flat_map(|axis| &axis.groups).collect();
    groups.sort_by_key(|group| {
        (std::cmp::Reverse(group::voters(group)), group.first().map(|member| (member.article, member.claim)))
    });
    relation.groups = groups.iter().map(|group| group.iter().map(|member| member.claim).collect()).collect();
    for axis in axes.iter().filter(|axis| grave(axis.agreement) == agreement.map_or(0, grave)) {
        relation.reasons.extend(
            axis.reasons.iter().filter(|reason| !relation.reasons.contains(reason)).copied().collect::<Vec<_>>(),
        );
    }
    for axis in axes {
        for group in &axis.groups {
            set_roles(&mut relation.roles, &group.iter().map(|member| member.claim).collect::<Vec<_>>(), Role::Opposes);
        }
        set_roles(&mut relation.roles, &axis.supporting, Role::Supports);
    }
    relation
}

/// How far apart claims may lie, on their axis.
#[must_use]
pub fn width(tolerance: &Tolerance, claims: &[Placed<'_>], chosen: &[usize]) -> f64 {
    match tolerance {
        Tolerance::Amount(amount) => amount.max(0.0),
        Tolerance::Percent(percent) => {
            let largest = intervals(claims, chosen)
                .flat_map(|(_, interval)| [interval.lo, interval.hi])
                .filter(|end| end.is_finite())
                .fold(0.0, |largest: f64, end| largest.max(end.abs()));
            largest * percent.max(0.0) / 100.0
        }
    }
}

fn intervals<'c>(
    claims: &'c [Placed<'_>],
    chosen: &'c [usize],
) -> impl Iterator<Item = (&'c Placed<'c>, Interval)> + Clone {
    chosen
        .iter()
        .filter_map(|&index| claims.get(index))
        .filter_map(|placed| placed.position.interval().map(|interval| (placed, interval)))
}

/// Why claims that one value satisfies are not equal; nothing where they are. Each is explained once, seen from the one
/// that says most exactly what all of them may mean.
fn reasons(claims: &[Placed<'_>], wholes: &[usize], parts: &[usize]) -> Vec<&'static str> {
    let (mut less_precise, mut hedge, mut far, mut imprecise) = (false, false, false, false);
    let width = |interval: &Interval| interval.hi - interval.lo;
    let narrowest =
        intervals(claims, wholes).min_by(|(_, a), (_, b)| width(a).total_cmp(&width(b)).then(a.lo.total_cmp(&b.lo)));
    let plain = plain_numbers(claims, wholes);
    if let Some((exact, kernel)) = narrowest {
        for (placed, interval) in intervals(claims, wholes).filter(|(_, interval)| !interval.equals(kernel)) {
            if placed.claim.value.precision == Precision::Vague {
                less_precise = true;
            } else if same_number(placed, interval, exact, kernel) || hedges_one_of(plain, placed, interval) {
                hedge = true;
            } else if placed.position.clone().near_bound().interval().is_some_and(|near| !near.meets(kernel)) {
                far = true;
            } else if is_rounded(placed, interval) && is_rounded(exact, kernel) || !contains(interval, kernel) {
                imprecise = true;
            } else {
                less_precise = true;
            }
        }
    }
    let differ = [
        (less_precise, "less precise"),
        (hedge, "hedge differs"),
        (!parts.is_empty() && !all_equal(claims, wholes, parts), "part"),
        (far, "bounds far apart"),
        (imprecise, IMPRECISE),
    ];
    differ.into_iter().filter_map(|(holds, reason)| holds.then_some(reason)).collect()
}

/// From the least to the greatest of the unhedged numbers, each as wide as its rounding. Because one value satisfies all,
/// what lies between them lies in one of them.
fn plain_numbers(claims: &[Placed<'_>], wholes: &[usize]) -> Option<Interval> {
    intervals(claims, wholes)
        .filter(|(placed, interval)| placed.claim.value.precision == Precision::Exact && is_number(placed, *interval))
        .map(|(_, interval)| interval)
        .reduce(|a, b| Interval::closed(a.lo.min(b.lo), a.hi.max(b.hi)))
}

/// Whether a claim names an amount: a point, or what rounding makes of one.
fn is_number(placed: &Placed<'_>, interval: Interval) -> bool {
    match &placed.claim.value.content {
        Content::Amount(_) => interval.is_point() || is_rounded(placed, interval),
        Content::Date(_) | Content::Time(_) | Content::Word(_) => false,
    }
}

/// Whether an unhedged number is as wide as its rounding, because others are in another unit.
fn is_rounded(placed: &Placed<'_>, interval: Interval) -> bool {
    match &placed.claim.value.content {
        Content::Amount(amount) => {
            placed.claim.value.precision == Precision::Exact
                && amount.unit.is_some()
                && amount.months.is_none()
                && !interval.is_point()
        }
        Content::Date(_) | Content::Time(_) | Content::Word(_) => false,
    }
}

/// Whether a claim hedges a number that is given without a hedge too.
fn hedges_one_of(plain: Option<Interval>, placed: &Placed<'_>, interval: Interval) -> bool {
    let hedged = match placed.claim.value.precision {
        Precision::AtLeast | Precision::AtMost | Precision::MoreThan | Precision::LessThan | Precision::Approximate => {
            nominal(placed, interval)
        }
        Precision::Exact | Precision::Range | Precision::Vague => None,
    };
    hedged.zip(plain).is_some_and(|(number, plain)| contains(plain, Interval::point(number)))
}

fn all_equal(claims: &[Placed<'_>], wholes: &[usize], parts: &[usize]) -> bool {
    let mut all = intervals(claims, wholes).chain(intervals(claims, parts)).map(|(_, interval)| interval);
    all.next().is_none_or(|first| all.all(|other| other.equals(first)))
}

/// Whether two claims name one number and hedge it differently.
fn same_number(a: &Placed<'_>, a_interval: Interval, b: &Placed<'_>, b_interval: Interval) -> bool {
    match (nominal(a, a_interval), nominal(b, b_interval)) {
        (Some(a), Some(b)) => interval::same(a, b),
        _ => false,
    }
}

/// The number that a claim names: its bound, or that which "about" is said of.
fn nominal(placed: &Placed<'_>, interval: Interval) -> Option<f64> {
    match placed.claim.value.precision {
        Precision::AtLeast | Precision::MoreThan => Some(interval.lo),
        Precision::AtMost | Precision::LessThan => Some(interval.hi),
        Precision::Approximate => Some(interval.lo + (interval.hi - interval.lo) * share_below(placed)),
        Precision::Exact => interval.is_point().then_some(interval.lo),
        Precision::Range | Precision::Vague => None,
    }
}

/// How much of what a hedge covers lies below the number it is said of: half of "about 50", nothing of "just over 50".
fn share_below(placed: &Placed<'_>) -> f64 {
    match &placed.claim.value.content {
        Content::Amount(amount) => {
            let (lo, hi) = (amount.interval.lo, amount.interval.hi);
            amount.best.map(|best| (best - lo) / (hi - lo)).filter(|share| (0.0..=1.0).contains(share)).unwrap_or(0.5)
        }
        Content::Date(_) | Content::Time(_) | Content::Word(_) => 0.5,
    }
}

/// Whether nothing of `inner` lies outside of `outer`; an open end holds its own end, as in agreement.
fn contains(outer: Interval, inner: Interval) -> bool {
    (outer.lo <= inner.lo || interval::same(outer.lo, inner.lo))
        && (outer.hi >= inner.hi || interval::same(outer.hi, inner.hi))
}
