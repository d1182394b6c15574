//! What is asked of each claim by itself, of the claims of two topics, and of sums: every number that can matter is tried.

use super::{
    asking::Expected,
    places::{Extent, Lies, Seen, Whereabouts, place, place_inside, seen},
    relating::Reasons,
    sentences::LiteralWords,
};
use crate::{
    claim::ArticleClaims,
    finding::{Outcome, Role},
    value::{Content, Value, date::DatePoint},
};
use chrono::Datelike;
use std::{
    collections::BTreeSet,
    ops::{Bound, RangeBounds},
};

/// Whether something is so of some values of a claim, and of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fits {
    all: bool,
    some: bool,
}

pub fn places<'s>(claims: &'s [Seen<'_>]) -> impl Iterator<Item = (usize, usize)> + 's {
    claims.iter().map(|claim| (claim.article, claim.start))
}

/// The claims of one article where they lie among themselves: as in the story, or, where that says less, in an order of
/// their own; `None` where this is not laid down.
pub fn inside<'c>(own: &[&Seen<'c>]) -> Option<Vec<Seen<'c>>> {
    let plain: Vec<Seen<'c>> = own.iter().map(|claim| (*claim).clone()).collect();
    if plain.iter().all(Seen::is_known) {
        return Some(plain);
    }
    if plain.iter().any(|claim| matches!(claim.value.content, Content::Time(_))) {
        return None;
    }
    let mut moved = plain.clone();
    place_inside(&mut moved);
    let known = |claims: &[Seen<'_>]| claims.iter().filter(|claim| claim.is_known()).count();
    Some(if known(&moved) > known(&plain) { moved } else { plain })
}

/// Each claim by itself: it breaks the rule where nothing of it is meant, or, denied, where all of it is.
pub fn each(claims: &[Seen<'_>], fits: Vec<Option<Fits>>, denied: bool) -> Expected {
    let turn = |fits: Fits| if denied { Fits { some: !fits.all, all: !fits.some } } else { fits };
    // What is only possible decides nothing.
    let fits = claims.iter().zip(fits).map(|(claim, fits)| fits.filter(|_| claim.asserted).map(turn));
    let fits: Vec<Option<Fits>> = fits.collect();
    if fits.iter().flatten().next().is_none() {
        return Expected::of(Outcome::NoEvidence);
    }
    let broken = fits.iter().flatten().any(|fits| !fits.some);
    let imprecise = fits.iter().flatten().any(|fits| fits.some && !fits.all);
    let reasons = Some(Reasons::These(if imprecise && !broken { vec!["imprecise"] } else { Vec::new() }));
    let role = |fits: &Option<Fits>| match fits {
        None => Role::Context,
        Some(fits) if fits.some => Role::Supports,
        Some(_) => Role::Violates,
    };
    let roles = Some(places(claims).zip(fits.iter().map(role)).collect());
    Expected { reasons, roles, agreement: Some(None), ..Expected::pass(!broken) }
}

/// The numbers of a stretch that stand for all: its ends, what lies beside them, and far away.
fn numbers(stretch: Extent, others: &[f64]) -> Vec<f64> {
    let ends: Vec<f64> =
        [stretch.from, stretch.to].iter().chain(others).copied().filter(|end| end.is_finite()).collect();
    let beside = ends.iter().flat_map(|end| [*end, end - 0.001, end + 0.001]);
    beside.chain([-1e9, 1e9]).filter(|number| stretch.has(*number)).collect()
}

fn fits(stretch: Extent, others: &[f64], is_meant: impl Fn(f64) -> bool) -> Fits {
    let own = numbers(stretch, others);
    Fits { some: own.iter().any(|number| is_meant(*number)), all: own.iter().all(|number| is_meant(*number)) }
}

/// Where a claim lies, and a written value for it: on one axis; a clock time without a day borrows the claim's.
fn beside(claim: &Seen<'_>, literal: &LiteralWords) -> Option<(Extent, Extent)> {
    let (axis, written) = literal.place();
    if let (LiteralWords::Dollars(_), Content::Amount(amount)) = (literal, &claim.value.content) {
        // In dollars, where an article gives them too.
        let mut given = std::iter::once(&**amount).chain(&amount.also);
        let interval = given.find(|one| one.currency.as_deref() == Some("USD"))?.interval;
        return Some((Extent::closed(interval.lo, interval.hi), written));
    }
    let own = claim.stretch()?;
    if literal.is_clock() {
        // A literal names a zone: times of a place whose zone nobody knows do not compare.
        let day = (own.from / 86_400.0).floor() * 86_400.0;
        let moved = Extent { from: written.from + day, to: written.to + day, ..written };
        return (claim.axis() == Some("instants")).then_some((own, moved));
    }
    (claim.axis() == Some(axis)).then_some((own, written))
}

pub fn held<R: RangeBounds<f64>>(
    claims: &[Seen<'_>],
    literal: &LiteralWords,
    region: impl Fn(Extent) -> R,
) -> Vec<Option<Fits>> {
    claims
        .iter()
        .map(|claim| {
            let (own, written) = beside(claim, literal)?;
            let region = region(written);
            let ends = [region.start_bound(), region.end_bound()].map(|bound| match bound {
                Bound::Included(end) | Bound::Excluded(end) => *end,
                Bound::Unbounded => f64::INFINITY,
            });
            Some(fits(own, &ends, |number| region.contains(&number)))
        })
        .collect()
}

pub fn ordered(claims: &[Seen<'_>], when: &str, literal: &LiteralWords) -> Vec<Option<Fits>> {
    let fit = |claim: &Seen<'_>| {
        let (own, written) = beside(claim, literal)?;
        Some(match when {
            "before" => fits(own, &[written.from], |number| number < written.from),
            "after" => fits(own, &[written.to], |number| number > written.to),
            _ => fits(own, &[written.from, written.to], |number| written.has(number)),
        })
    };
    claims.iter().map(fit).collect()
}

/// As two claims agree: an open bound meets its own end.
pub fn is(claims: &[Seen<'_>], literal: &LiteralWords, denied: bool) -> Expected {
    if let LiteralWords::Word(word) = literal {
        return is_word(claims, word, denied);
    }
    let fit = |claim: &Seen<'_>| {
        if let (LiteralWords::Dollars(_), Content::Amount(amount)) = (literal, &claim.value.content) {
            // Another currency is another amount.
            let mut given = std::iter::once(&**amount).chain(&amount.also).map(|one| one.currency.as_deref());
            if given.all(|currency| currency.is_some_and(|currency| currency != "USD")) {
                return claim.asserted.then_some(Fits { some: false, all: false });
            }
        }
        let (own, written) = beside(claim, literal)?;
        let meets = own.first() <= written.last() && written.first() <= own.last();
        let all = numbers(own, &[written.from, written.to]).into_iter().all(|number| written.has(number));
        Some(Fits { some: meets, all })
    };
    each(claims, claims.iter().map(fit).collect(), denied)
}

/// A word lies among the claims: a short form of a name is the one full name of them and it.
fn is_word(claims: &[Seen<'_>], word: &str, denied: bool) -> Expected {
    let Some(first) = claims.first() else { return Expected::of(Outcome::NoEvidence) };
    let written = Value { text: word.into(), content: Content::Word(word.into()), ..first.value.clone() };
    let mut all = claims.to_vec();
    all.push(Seen { value: &written, ..first.clone() });
    place(&mut all);
    let (written, claims_there) = all.split_last().unwrap();
    let fits = claims_there.iter().map(|claim| {
        let same = claim.place == written.place;
        Some(Fits { some: same, all: same })
    });
    each(claims, fits.collect(), denied)
}

pub fn falls_on(claim: &Seen<'_>, weekday: u32) -> Option<Fits> {
    let is_meant = |day: i32| {
        let day = chrono::NaiveDate::from_num_days_from_ce_opt(day).unwrap();
        day.weekday().number_from_monday() == weekday
    };
    if let (Lies::Nowhere, Content::Date(date)) = (&claim.place, &claim.value.content) {
        // A weekday is known by its name.
        let DatePoint::Weekday { weekday: own, .. } = date.point else { return None };
        return Some(Fits { some: own == weekday, all: own == weekday });
    }
    let own = claim.stretch()?;
    let days: Vec<bool> = (own.from as i32..=own.to as i32).map(is_meant).collect();
    Some(Fits { some: days.contains(&true), all: !days.contains(&false) })
}

/// Two topics, inside each article that has both; where no article has, across the story.
pub fn two(articles: &[ArticleClaims], claims: &[Seen<'_>], how: &str, other: &str, denied: bool) -> Option<Expected> {
    // A time that is only possible may still lend its day: what that means is not laid down.
    let lends = |claim: &Seen<'_>| !claim.asserted && matches!(claim.value.content, Content::Time(_));
    if claims.iter().chain(&seen(articles, other)).any(lends) {
        return None;
    }
    let others: Vec<Seen<'_>> = seen(articles, other).into_iter().filter(|claim| claim.asserted).collect();
    if claims.iter().chain(&others).any(|claim| matches!(claim.value.content, Content::Time(_))) {
        return two_times(claims, &others, how, denied);
    }
    let mut found: Vec<Option<Fits>> = vec![None; claims.len()];
    for article in 0..articles.len() {
        let of = |claims: &[Seen<'_>]| {
            (0..claims.len()).filter(|&at| claims[at].asserted && claims[at].article == article).collect::<Vec<_>>()
        };
        let (own, their) = (of(claims), of(&others));
        if own.is_empty() || their.is_empty() {
            continue;
        }
        let both: Vec<&Seen<'_>> =
            own.iter().map(|&at| &claims[at]).chain(their.iter().map(|&at| &others[at])).collect();
        let inside = inside(&both)?;
        let (here, there) = inside.split_at(own.len());
        for (at, claim) in own.iter().zip(here) {
            found[*at] = best(claim, there, how);
        }
    }
    if found.iter().all(Option::is_none) {
        found = claims.iter().map(|claim| best(claim, &others, how)).collect();
    }
    Some(each(claims, found, denied))
}

/// Clock times: where all name a zone and a day, or none names a day and all are of articles of one day.
fn two_times(claims: &[Seen<'_>], others: &[Seen<'_>], how: &str, denied: bool) -> Option<Expected> {
    let all = || claims.iter().chain(others);
    let states_a_day = |claim: &Seen<'_>| matches!(&claim.value.content, Content::Time(time) if time.day.is_some());
    let has_a_zone = |claim: &Seen<'_>| matches!(&claim.value.content, Content::Time(time) if time.zone.is_some());
    let anchors: BTreeSet<_> = all().map(|claim| claim.anchor).collect();
    if !all().all(has_a_zone) || !(all().all(states_a_day) && !anchors.contains(&None) || !all().any(states_a_day)) {
        return None;
    }
    let inside: BTreeSet<usize> = claims.iter().filter(|claim| claim.asserted).map(|claim| claim.article).collect();
    let both = others.iter().any(|other| inside.contains(&other.article));
    let found = claims.iter().map(|claim| {
        let there: Vec<Seen<'_>> =
            others.iter().filter(|other| !both || other.article == claim.article).cloned().collect();
        best(claim, &there, how)
    });
    Some(each(claims, found.collect(), denied))
}

/// The best that holds between a claim and one of some others on its axis.
fn best(claim: &Seen<'_>, others: &[Seen<'_>], how: &str) -> Option<Fits> {
    let own = claim.stretch()?;
    let fit = |other: &Seen<'_>| {
        let their = other.stretch().filter(|_| other.axis() == claim.axis())?;
        let near = how.strip_prefix("within ").and_then(|rest| rest.split(' ').next()?.parse::<f64>().ok());
        let some = |holds: &dyn Fn(f64, f64) -> bool| {
            let ends = [own.from, own.to, their.from, their.to];
            let (mine, yours) = (numbers(own, &ends), numbers(their, &ends));
            let pairs = || mine.iter().flat_map(|one| yours.iter().map(move |two| (*one, *two)));
            Fits { some: pairs().any(|(one, two)| holds(one, two)), all: pairs().all(|(one, two)| holds(one, two)) }
        };
        Some(match how {
            "before" => some(&|one, two| one < two),
            "after" => some(&|one, two| one > two),
            "matches" | "on" => {
                let meets = own.first() <= their.last() && their.first() <= own.last();
                Fits { some: meets, ..some(&|one, two| one == two) }
            }
            _ => some(&|one, two| (one - two).abs() <= near.unwrap()),
        })
    };
    others.iter().filter_map(fit).max()
}

/// A sum, in the articles that have all its parts.
pub fn sums(articles: &[ArticleClaims], claims: &[Seen<'_>], parts: &[&str]) -> Vec<Option<Fits>> {
    let of_part = |part: &str, article: usize| -> Option<Extent> {
        let claims = seen(articles, part);
        let own: Vec<Extent> =
            claims.iter().filter(|one| one.asserted && one.article == article).filter_map(Seen::stretch).collect();
        own.into_iter().reduce(|one, other| {
            // What both allow, or, where they exclude each other, all that they say.
            let later = |one: Whereabouts, other: Whereabouts| if one > other { one } else { other };
            let earlier = |one: Whereabouts, other: Whereabouts| if one < other { one } else { other };
            let both = (later(one.first(), other.first()), earlier(one.last(), other.last()));
            let hull = (earlier(one.first(), other.first()), later(one.last(), other.last()));
            let some = numbers(one, &[other.from, other.to]).into_iter().any(|number| other.has(number));
            let (first, last) = if some { both } else { hull };
            Extent { from: first.0, from_is_out: first.1, to: last.0, to_is_out: !last.1, moves: false }
        })
    };
    let fit = |claim: &Seen<'_>| {
        let own = claim.stretch()?;
        let parts: Vec<Extent> =
            parts.iter().map(|part| of_part(part, claim.article)).collect::<Option<Vec<Extent>>>()?;
        let sum = parts.into_iter().reduce(|one, other| Extent {
            from: one.from + other.from,
            to: one.to + other.to,
            from_is_out: one.from_is_out || other.from_is_out,
            to_is_out: one.to_is_out || other.to_is_out,
            moves: false,
        })?;
        let meets = own.first() <= sum.last() && sum.first() <= own.last();
        Some(Fits { some: meets, all: meets && own.from == own.to && sum.from == sum.to })
    };
    claims.iter().map(fit).collect()
}
