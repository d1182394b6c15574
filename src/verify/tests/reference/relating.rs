//! How claims agree, who is to blame, and whether groups are as they should be: every pair looked at, every place tried.

use super::places::{Extent, Lies, Seen, Whereabouts, place, seen};
use crate::{
    claim::{ArticleClaims, topic::Develops},
    finding::{Agreement, Role},
    value::{Content, Precision},
};
use std::collections::BTreeSet;

/// How far apart claims may lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    Exactly(f64),
    OfTheLargest(f64),
}

impl Width {
    /// That among some claims.
    pub fn among(self, claims: &[&Seen<'_>]) -> f64 {
        let Self::OfTheLargest(percent) = self else { return self.given() };
        let ends = claims.iter().filter_map(|claim| claim.stretch()).flat_map(|one| [one.from, one.to]);
        let largest = ends.filter(|end| end.is_finite()).fold(0.0, |largest: f64, end| largest.max(end.abs()));
        largest * percent / 100.0
    }

    /// The number that is written.
    fn given(self) -> f64 {
        match self {
            Self::Exactly(width) | Self::OfTheLargest(width) => width,
        }
    }
}

/// How the claims on a topic relate.
#[derive(Clone, Debug)]
pub struct Related {
    pub agreement: Agreement,
    pub reasons: Reasons,
    pub roles: Vec<Role>,
}

/// Why, as far as it is defined: some reasons are told apart by examples only.
#[derive(Clone, Debug, PartialEq)]
pub enum Reasons {
    These(Vec<&'static str>),
    /// At least one of those that tell how values differ which one value satisfies, and these besides.
    Differing(Vec<&'static str>),
}

/// The source of each article: names are one where they differ only in what people write differently.
pub fn sources(articles: &[ArticleClaims]) -> Vec<String> {
    articles.iter().map(|article| plain(&article.metadata.source)).collect()
}

/// A name of a source or an agency without what people write differently.
pub fn plain(name: &str) -> String {
    let blank = |c: char| c.is_whitespace() || ('\u{2000}'..='\u{200a}').contains(&c);
    let unseen = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{fe0e}', '\u{fe0f}'];
    let parts: Vec<String> = name.split(blank).map(|part| part.replace(unseen, "")).collect();
    let kept: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let joined = kept.join(" ").replace(['‘', '’', '`', '´'], "'").replace(['–', '—', '‑', '−'], "-");
    joined.replace('ﬁ', "fi").replace("e\u{301}", "é").to_lowercase()
}

/// The origin of each article: bound are those that share a source or an agency, or where one is the other's; bonds are
/// followed to their end.
pub fn origins(articles: &[ArticleClaims]) -> Vec<usize> {
    let names = |article: &ArticleClaims| -> BTreeSet<String> {
        let agency = article.metadata.agency.as_deref();
        std::iter::once(article.metadata.source.as_str()).chain(agency).map(plain).collect()
    };
    let mut origin: Vec<usize> = (0..articles.len()).collect();
    for _ in articles {
        for (one, first) in articles.iter().enumerate() {
            for (other, second) in articles.iter().enumerate() {
                if !names(first).is_disjoint(&names(second)) {
                    let low = origin[one].min(origin[other]);
                    (origin[one], origin[other]) = (low, low);
                }
            }
        }
    }
    origin
}

/// Every place that can matter: both of each end.
fn spots(stretches: &[Extent]) -> Vec<Whereabouts> {
    let ends = stretches.iter().flat_map(|stretch| [stretch.from, stretch.to]);
    ends.flat_map(|end| [(end, false), (end, true)]).collect()
}

/// Whether one value, or one window, satisfies all.
pub fn agree(claims: &[&Seen<'_>], width: Option<f64>) -> bool {
    let words: BTreeSet<&str> = claims
        .iter()
        .filter_map(|claim| match &claim.place {
            Lies::Word(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    let stretches: Vec<Extent> = claims.iter().filter_map(|claim| claim.stretch()).collect();
    let numbers = match width {
        _ if stretches.is_empty() => true,
        None => spots(&stretches).into_iter().any(|spot| stretches.iter().all(|stretch| stretch.holds(spot))),
        Some(width) => {
            let ends = stretches.iter().flat_map(|one| [one.from, one.to, one.from - width, one.to - width]);
            let finite: Vec<f64> = ends.filter(|end| end.is_finite()).collect();
            let touches = |from: f64| stretches.iter().all(|one| one.from <= from + width && one.to >= from);
            finite.iter().any(|from| touches(*from))
        }
    };
    numbers && words.len() < 2
}

/// Whether claims, in order of publication, only move one way: no later one lies below an earlier one.
fn develops(claims: &[&Seen<'_>], articles: &[ArticleClaims], way: Develops) -> bool {
    let day = |claim: &Seen<'_>| articles[claim.article].metadata.published;
    claims.iter().all(|earlier| {
        claims.iter().filter(|later| day(earlier).is_some() && day(earlier) < day(later)).all(|later| {
            let (Some(before), Some(after)) = (earlier.stretch(), later.stretch()) else { return false };
            match way {
                Develops::Up => before.first() <= after.last(),
                Develops::Down => after.first() <= before.last(),
            }
        })
    })
}

pub fn sources_of(claims: &[&Seen<'_>], sources: &[String]) -> usize {
    claims.iter().map(|claim| &sources[claim.article]).collect::<BTreeSet<_>>().len()
}

/// Whether an article gives values that exclude each other.
fn contradicts_itself(claims: &[&Seen<'_>], width: Option<f64>) -> bool {
    let articles: BTreeSet<usize> = claims.iter().map(|claim| claim.article).collect();
    articles.into_iter().any(|article| {
        let own: Vec<&Seen<'_>> = claims.iter().copied().filter(|claim| claim.article == article).collect();
        !agree(&own, width)
    })
}

/// Whether a source gives values that exclude each other, and none of its articles does.
fn source_contradicts_itself(claims: &[&Seen<'_>], sources: &[String], width: Option<f64>) -> bool {
    let names: BTreeSet<&String> = claims.iter().map(|claim| &sources[claim.article]).collect();
    names.into_iter().any(|name| {
        let own: Vec<&Seen<'_>> = claims.iter().copied().filter(|claim| &sources[claim.article] == name).collect();
        !agree(&own, width) && !contradicts_itself(&own, width)
    })
}

/// The claims of the steps that go the wrong way: day by day, each claim that lies beyond where the figure stood, and the
/// last of those that held it there. Where a whole day lies beyond, the figure goes on from there.
pub fn wrong_steps(claims: &[&Seen<'_>], articles: &[ArticleClaims], way: Develops) -> BTreeSet<(usize, usize)> {
    let day = |claim: &Seen<'_>| articles[claim.article].metadata.published;
    let days: BTreeSet<_> = claims.iter().filter_map(|claim| day(claim)).collect();
    let edge = |claim: &Seen<'_>| match (claim.stretch(), way) {
        (Some(stretch), Develops::Up) => stretch.first(),
        (Some(stretch), Develops::Down) => {
            let (end, is_behind) = stretch.last();
            (-end, !is_behind)
        }
        (None, _) => (f64::NEG_INFINITY, false),
    };
    let lies_beyond = |before: &Seen<'_>, after: &Seen<'_>| match (before.stretch(), after.stretch(), way) {
        (Some(before), Some(after), Develops::Up) => before.first() > after.last(),
        (Some(before), Some(after), Develops::Down) => after.first() > before.last(),
        _ => false,
    };
    let (mut stood, mut wrong) = (None::<&Seen<'_>>, BTreeSet::new());
    for today in days {
        let own: Vec<&Seen<'_>> = claims.iter().copied().filter(|claim| day(claim) == Some(today)).collect();
        let own: Vec<&Seen<'_>> = own.into_iter().filter(|claim| claim.stretch().is_some()).collect();
        let fell = |claim: &&Seen<'_>| stood.is_some_and(|stood| lies_beyond(stood, claim));
        for claim in own.iter().filter(|claim| fell(claim)) {
            wrong.insert((claim.article, claim.start));
            wrong.extend(stood.map(|stood| (stood.article, stood.start)));
        }
        let goes_on = !own.is_empty() && own.iter().all(fell);
        let candidates: Vec<&Seen<'_>> = stood.into_iter().filter(|_| !goes_on).chain(own.iter().copied()).collect();
        stood = candidates.into_iter().max_by(|one, other| edge(one).partial_cmp(&edge(other)).unwrap());
    }
    wrong
}

/// How claims relate, axis by axis; the worst counts.
pub fn relate(claims: &[Seen<'_>], articles: &[ArticleClaims], way: Option<Develops>, width: Option<Width>) -> Related {
    let sources = sources(articles);
    let mut roles = vec![Role::Context; claims.len()];
    let none = |agreement, roles| Related { agreement, reasons: Reasons::These(Vec::new()), roles };
    let known: Vec<&Seen<'_>> = claims.iter().filter(|claim| claim.is_known() && !claim.superseded).collect();
    if claims.is_empty() {
        return none(Agreement::Absent, roles);
    }
    if known.is_empty() {
        return none(Agreement::Indeterminate, roles);
    }
    let axes: BTreeSet<&str> = known.iter().filter_map(|claim| claim.axis()).collect();
    let mut found: Vec<(Agreement, Reasons)> = Vec::new();
    let mut compared: Vec<&Seen<'_>> = Vec::new();
    for axis in axes {
        let own: Vec<&Seen<'_>> = known.iter().copied().filter(|claim| claim.axis() == Some(axis)).collect();
        let wholes: Vec<&Seen<'_>> = own.iter().copied().filter(|claim| !claim.is_part()).collect();
        let width = width.map(|width| width.among(&wholes));
        let (holds, develops) = (agree(&wholes, width), way.is_some_and(|way| develops(&wholes, articles, way)));
        let torn = !holds && !develops && contradicts_itself(&wholes, width);
        if (holds || develops) && sources_of(&own, &sources) < 2 {
            continue;
        }
        compared.extend(&own);
        let is_in_conflict = !holds && !develops;
        let steps = way.filter(|_| is_in_conflict).map(|way| wrong_steps(&wholes, articles, way));
        for (claim, role) in claims
            .iter()
            .zip(&mut roles)
            .filter(|(claim, _)| claim.asserted && !claim.superseded && claim.axis() == Some(axis))
        {
            // Which group a claim of a conflict is in is looked at apart.
            *role = match &steps {
                Some(steps) if steps.contains(&(claim.article, claim.start)) => Role::Opposes,
                Some(_) => Role::Context,
                None if is_in_conflict && claim.is_part() => Role::Context,
                None => Role::Supports,
            };
        }
        found.push(match (holds, develops) {
            (true, _) if width.is_some() => (Agreement::Consistent, Reasons::These(Vec::new())),
            (true, _) => agreeing(&wholes, &own),
            (false, true) => (Agreement::Developing, Reasons::These(Vec::new())),
            (false, false) => {
                let mut reasons = if torn { vec!["within one article"] } else { Vec::new() };
                if source_contradicts_itself(&wholes, &sources, width) {
                    reasons.push("within one source");
                }
                (Agreement::Conflict, Reasons::These(reasons))
            }
        });
    }
    let order = [Agreement::Conflict, Agreement::Developing, Agreement::Compatible, Agreement::Consistent];
    let Some(worst) = order.into_iter().find(|worst| found.iter().any(|(agreement, _)| agreement == worst)) else {
        if sources_of(&known, &sources) > 1 {
            let reasons = Reasons::These(vec!["not comparable"]);
            return Related { agreement: Agreement::Indeterminate, reasons, roles };
        }
        let counts = |claim: &Seen<'_>| claim.is_known() && !claim.superseded;
        let role = |claim: &Seen<'_>| if counts(claim) { Role::Supports } else { Role::Context };
        return none(Agreement::SingleSource, claims.iter().map(role).collect());
    };
    let (mut these, mut differing) = (BTreeSet::new(), false);
    for (_, reasons) in found.iter().filter(|(agreement, _)| *agreement == worst) {
        match reasons {
            Reasons::These(own) => these.extend(own),
            Reasons::Differing(own) => {
                these.extend(own);
                differing = true;
            }
        }
    }
    if worst != Agreement::Conflict && sources_of(&compared, &sources) < sources_of(&known, &sources) {
        these.insert("not all comparable");
    }
    let these = these.into_iter().collect();
    let reasons = if differing { Reasons::Differing(these) } else { Reasons::These(these) };
    Related { agreement: worst, reasons, roles }
}

/// Claims that one value satisfies: consistent where they are equal.
fn agreeing(wholes: &[&Seen<'_>], all: &[&Seen<'_>]) -> (Agreement, Reasons) {
    let equal = |some: &[&Seen<'_>]| {
        let stretches: Vec<Extent> = some.iter().filter_map(|claim| claim.stretch()).collect();
        stretches.windows(2).all(|pair| pair[0].is_same(pair[1]))
    };
    let part = if all.len() > wholes.len() && !equal(all) { vec!["part"] } else { Vec::new() };
    let reasons = match (equal(wholes), one_number(wholes)) {
        (true, _) => Reasons::These(part),
        (false, true) => Reasons::These([vec!["hedge differs"], part].concat()),
        (false, false) => Reasons::Differing(part),
    };
    let agreement = if reasons == Reasons::These(Vec::new()) { Agreement::Consistent } else { Agreement::Compatible };
    (agreement, reasons)
}

/// Whether claims name one number and differ in their hedges only.
fn one_number(claims: &[&Seen<'_>]) -> bool {
    let named = |claim: &&Seen<'_>| match (&claim.value.content, claim.value.precision) {
        (_, Precision::Vague | Precision::Range) => None,
        (Content::Amount(amount), _) => amount.best.map(f64::to_bits),
        _ => None,
    };
    let numbers: BTreeSet<Option<u64>> = claims.iter().map(named).collect();
    numbers.len() == 1 && !numbers.contains(&None)
}

/// The topics of a story on which there is a conflict that there would not be without what hangs on anchors.
fn conflicts<'t>(
    articles: &[ArticleClaims],
    topics: &[(&'t str, Option<Develops>)],
) -> Vec<(&'t str, Option<Develops>)> {
    let is_one = |(topic, way): &(&str, Option<Develops>)| {
        let claims = seen(articles, topic);
        let fixed: Vec<Seen<'_>> = claims.iter().filter(|claim| !claim.moves()).cloned().collect();
        fixed.len() < claims.len() && in_conflict(&claims, articles, *way) && !in_conflict(&fixed, articles, *way)
    };
    topics.iter().copied().filter(is_one).collect()
}

fn in_conflict(claims: &[Seen<'_>], articles: &[ArticleClaims], way: Option<Develops>) -> bool {
    relate(claims, articles, way, None).agreement == Agreement::Conflict
}

/// The article to blame, with the topics whose conflict it explains.
pub fn blame<'t>(articles: &[ArticleClaims], topics: &[(&'t str, Option<Develops>)]) -> Option<(usize, Vec<&'t str>)> {
    let conflicts = conflicts(articles, topics);
    let clears = |article: usize| {
        conflicts.iter().all(|(topic, way)| {
            let claims = seen(articles, topic);
            let is_left = |claim: &&Seen<'_>| !(claim.moves() && claim.article == article);
            let rest: Vec<Seen<'_>> = claims.iter().filter(is_left).cloned().collect();
            rest.len() < claims.len() && !in_conflict(&rest, articles, *way)
        })
    };
    if conflicts.is_empty() {
        return None;
    }
    let clearing: Vec<usize> = (0..articles.len()).filter(|article| clears(*article)).collect();
    let [article] = clearing[..] else { return None };
    let own = articles[article].situation.anchor;
    let mut days = articles.iter().filter_map(|other| other.situation.anchor).filter(|day| Some(*day) != own);
    let would_meet = days.any(|day| {
        conflicts.iter().all(|(topic, way)| {
            let mut claims = seen(articles, topic);
            claims.iter_mut().filter(|claim| claim.article == article).for_each(|claim| claim.anchor = Some(day));
            place(&mut claims);
            !in_conflict(&claims, articles, *way)
        })
    });
    would_meet.then(|| (article, conflicts.iter().map(|(topic, _)| *topic).collect()))
}

/// What is wrong with the groups of a conflict, by its claims and the group that each is in.
pub fn wrong_groups(claims: &[Seen<'_>], groups: &[Vec<usize>], sources: &[String]) -> Option<String> {
    let axes: BTreeSet<&str> = claims.iter().filter_map(Seen::axis).collect();
    let of = |group: &[usize]| group.iter().map(|&index| &claims[index]).collect::<Vec<_>>();
    let wholes = |axis: &str| -> Vec<usize> {
        let counts = |claim: &Seen<'_>| claim.asserted && !claim.superseded && !claim.is_part();
        let is_whole = |claim: &Seen<'_>| counts(claim) && claim.axis() == Some(axis);
        (0..claims.len()).filter(|&index| is_whole(&claims[index])).collect()
    };
    if groups.iter().any(|group| !agree(&of(group), None)) {
        return Some("a group does not hold together".into());
    }
    let size = |group: &[usize]| sources_of(&of(group), sources);
    let order = |group: &Vec<usize>| (std::cmp::Reverse(size(group)), group.first().copied());
    if !groups.is_sorted_by_key(order) {
        return Some("they are not in order of sources, then of the first article".into());
    }
    for axis in axes {
        let all = wholes(axis);
        let here: Vec<&Vec<usize>> =
            groups.iter().filter(|group| group.first().is_some_and(|index| all.contains(index))).collect();
        if here.is_empty() {
            continue;
        }
        let mut listed: Vec<usize> = here.iter().flat_map(|group| group.iter().copied()).collect();
        listed.sort_unstable();
        if listed != all {
            return Some("a claim is in no group, or in two".into());
        }
        // The largest that could be: of all that hold at one place, or give one word.
        let largest = all.iter().map(|&index| together(claims, &all, index).iter().map(|group| size(group)).max());
        if largest.flatten().max() != here.iter().map(|group| size(group)).max() {
            return Some("a larger group would hold together".into());
        }
        if (1..here.len())
            .any(|one| (1..one).any(|other| agree(&of(&[here[one].as_slice(), here[other]].concat()), None)))
        {
            return Some("two groups would hold together".into());
        }
    }
    None
}

/// The claims that hold together with one, at each place of it.
fn together(claims: &[Seen<'_>], all: &[usize], with: usize) -> Vec<Vec<usize>> {
    let others =
        |holds: &dyn Fn(&Seen<'_>) -> bool| all.iter().copied().filter(|&index| holds(&claims[index])).collect();
    match &claims[with].place {
        Lies::Word(word) => vec![others(&|claim| claim.place == Lies::Word(word.clone()))],
        Lies::On(_, stretch) => [stretch.first(), stretch.last()]
            .into_iter()
            .map(|spot| others(&|claim| claim.stretch().is_some_and(|own| own.holds(spot))))
            .collect(),
        Lies::Nowhere => Vec::new(),
    }
}
