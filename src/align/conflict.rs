//! Which claims on one aspect are at odds. An alarm that is none costs more than a miss, so each of these must hold: the same
//! words narrow both, nothing beside them tells them apart, each source has one value, and neither has the other's.

use super::{
    AlignedStory, Chosen, ClaimAt, Relating,
    aspect::{Setting, is_age_of_name, kind_key},
    said::Said,
    strand::Strand,
};
use crate::{
    claim::{Claim, Tie, TieSort},
    fold,
    kind::age,
    table::{
        Placed,
        agreement::by_axis,
        group::{self, Member},
    },
    value::{Amount, Content, Kind},
};
use std::collections::{BTreeMap, BTreeSet};

/// Of more values than this nobody can say that they are of one thing.
const MOST_VALUES: usize = 4;

/// So many days lie at most between two readings of one weekday; "20 June" of another year is another reading.
const SEASON: f64 = 60.0;

/// The days of a week.
const WEEK: f64 = 7.0;

/// How far the logarithm of a power of ten may be from its own, for rounding.
const NOUGHT: f64 = 1e-9;

/// The conflicts on an aspect.
pub(super) fn conflicts<'a>(story: &AlignedStory<'a>, strand: &Strand<'a>, said: &Said<'a>) -> Vec<Chosen<'a>> {
    let mut settings: BTreeMap<Setting<'_>, Vec<usize>> = BTreeMap::new();
    for index in strand.certain() {
        if let Some(((placed, tie), at)) =
            strand.claims.get(index).zip(strand.ties.get(index)).zip(strand.at.get(index))
        {
            let of_person = Setting::of_person(tie, age_beside(story, *at));
            for setting in [Some(Setting::of(&placed.claim.value, tie)), of_person].into_iter().flatten() {
                settings.entry(setting).or_default().push(index);
            }
        }
    }
    let mut found: Vec<Chosen<'a>> = Vec::new();
    for (setting, chosen) in &settings {
        for members in by_axis(&strand.claims, chosen).values() {
            let members = group::members(&strand.claims, members, None, |article| story.source_of(article));
            let (single, several) = single_valued(members);
            // Of things there are many, and of what befell somebody in an event there is one.
            let is_one = several.is_empty() || strand.is_of_event(story.placing.lexicon);
            let single = if is_one { single } else { Vec::new() };
            let field = ConflictField { story, strand, said, setting, several };
            let at_odds = field.at_odds(single);
            found.extend(at_odds.filter(|one| !found.iter().any(|known| is_within(one, known))));
        }
    }
    found
}

/// Whether all that one tells stands in another; both are in the order of the articles.
fn is_within(one: &Chosen<'_>, other: &Chosen<'_>) -> bool {
    one.claims.iter().all(|claim| other.claims.binary_search(claim).is_ok())
}

/// The claims of sources that have one value, and those of sources that tell of several.
fn single_valued(members: Vec<Member>) -> (Vec<Member>, Vec<Member>) {
    let mut ends: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for member in &members {
        let known = ends.entry(member.voter).or_insert((member.lo, member.hi));
        *known = (known.0.max(member.lo), known.1.min(member.hi));
    }
    members.into_iter().partition(|member| ends.get(&member.voter).is_some_and(|(lo, hi)| lo <= hi))
}

struct ConflictField<'s, 'a> {
    story: &'s AlignedStory<'a>,
    strand: &'s Strand<'a>,
    said: &'s Said<'a>,
    setting: &'s Setting<'s>,
    /// The claims of sources that tell of several values.
    several: Vec<Member>,
}

impl<'a> ConflictField<'_, 'a> {
    fn at_odds(&self, members: Vec<Member>) -> Option<Chosen<'a>> {
        let groups = group::partition(members);
        if groups.len() < 2 || groups.len() > MOST_VALUES {
            return None;
        }
        let groups: Vec<Vec<Member>> = (0..groups.len()).map(|own| self.without_both(&groups, own)).collect();
        let (first, others) = groups
            .iter()
            .filter(|group| !group.is_empty())
            .collect::<Vec<_>>()
            .split_first()
            .map(|(first, others)| (*first, others.to_vec()))?;
        let others: Vec<&Vec<Member>> = others.into_iter().filter(|other| !self.are_apart(first, other)).collect();
        if others.is_empty() {
            return None;
        }
        let mut claims: Vec<usize> = first.iter().chain(others.into_iter().flatten()).map(|one| one.claim).collect();
        claims.sort_unstable();
        Some(Chosen {
            claims: claims.iter().filter_map(|index| self.strand.at.get(*index).copied()).collect(),
            relating: Relating::AtOdds,
            aside: Vec::new(),
            ties: claims.iter().filter_map(|index| self.strand.ties.get(*index).copied()).collect(),
        })
    }

    /// A group without the sources that also say what another group says.
    fn without_both(&self, groups: &[Vec<Member>], own: usize) -> Vec<Member> {
        let others: Vec<&Member> = groups
            .iter()
            .enumerate()
            .filter(|(index, _)| *index != own)
            .filter_map(|(_, group)| group.first())
            .collect();
        let says_other = |member: &Member| {
            others.iter().any(|other| {
                let (placed, tie) = (self.strand.claims.get(other.claim), self.strand.ties.get(other.claim));
                placed
                    .zip(tie)
                    .is_some_and(|(placed, tie)| self.said.says(self.story.source_of(member.article), placed, tie))
            })
        };
        groups.get(own).into_iter().flatten().filter(|member| !says_other(member)).copied().collect()
    }

    /// Whether something tells two groups apart, so that they may be of two things.
    fn are_apart(&self, a: &[Member], b: &[Member]) -> bool {
        let words = self.story.placing.lexicon.relations();
        let beside = |tie: &'a Tie| -> Vec<&'a str> {
            let telling = tie.beside.iter().filter(|key| !words.is_vague_event(key));
            telling.map(|key| words.said_alike(key)).collect()
        };
        let others = |tie: &'a Tie| tie.other.as_ref().map(|other| other.key.as_str()).into_iter().collect::<Vec<_>>();
        let narrowing = |tie: &'a Tie| tie.narrowing.iter().map(String::as_str).collect::<Vec<_>>();
        let many = |group: &[Member]| self.ties(group).all(|tie| tie.one_of_many);
        let are_others = if self.is_of_one_name(a) && self.is_of_one_name(b) {
            !self.share(a, b, narrowing)
        } else {
            !self.setting.is_of_person() && (self.differ(a, b, beside) || self.differ(a, b, others))
        };
        are_others
            || self.are_told_together(a, b)
            || many(a) && many(b)
            || self.are_far_apart(a, b)
            || self.are_of_days_apart(a, b)
            || self.company_differs(a, b)
    }

    /// Whether all of a group are ages of a name.
    fn is_of_one_name(&self, group: &[Member]) -> bool {
        let mut both = self.claims(group).zip(self.ties(group));
        both.all(|(placed, tie)| is_age_of_name(&placed.claim.value, tie))
    }

    /// Whether one source tells of both, each as a thing of its own.
    fn are_told_together(&self, a: &[Member], b: &[Member]) -> bool {
        let of = |group: &[Member]| -> BTreeSet<usize> {
            let lo = group.iter().map(|one| one.lo).max();
            let hi = group.iter().map(|one| one.hi).min();
            let meets = |one: &&Member| lo.zip(hi).is_some_and(|(lo, hi)| one.lo <= hi && lo <= one.hi);
            self.several.iter().filter(meets).map(|one| one.voter).collect()
        };
        !of(a).is_disjoint(&of(b))
    }

    fn ties(&self, group: &[Member]) -> impl Iterator<Item = &'a Tie> {
        group.iter().filter_map(|member| self.strand.ties.get(member.claim).copied())
    }

    fn claims(&self, group: &[Member]) -> impl Iterator<Item = &Placed<'a>> {
        group.iter().filter_map(|member| self.strand.claims.get(member.claim))
    }

    /// Whether one number is so much larger than the other that they are of two things; noughts too many are a mistake.
    fn are_far_apart(&self, a: &[Member], b: &[Member]) -> bool {
        let number = |group: &[Member]| self.claims(group).find_map(|placed| amount(placed.claim)?.best);
        let is_logarithm = self.claims(a).any(|placed| amount(placed.claim).is_some_and(is_logarithm));
        if is_logarithm {
            return number(a).zip(number(b)).is_some_and(|(a, b)| (a - b).abs() > 1.0);
        }
        let Some((a, b)) = number(a).zip(number(b)).filter(|(a, b)| *a > 0.0 && *b > 0.0) else { return false };
        let noughts = (a.max(b) / a.min(b)).log10();
        noughts > 1.0 && (noughts - noughts.round()).abs() > NOUGHT
    }

    /// Whether days tell two groups apart. Of events there are many: their days are at odds only where both sides say the
    /// same word, and the dates of publication set it weeks apart. A day that is weeks off, and figures of articles that are
    /// weeks apart, may be of two events themselves.
    fn are_of_days_apart(&self, a: &[Member], b: &[Member]) -> bool {
        if self.ties(a).chain(self.ties(b)).any(|tie| tie.sort != TieSort::When) {
            // People grow older: of articles without a day nobody knows when.
            let is_age = self.claims(a).any(|placed| placed.claim.value.kind == Kind::of(&age::ENTRY));
            return self.least_days(a, b).map_or(is_age, |days| days > WEEK);
        }
        let is_event = self.ties(a).chain(self.ties(b)).any(|tie| tie.other.is_none());
        let words = |placed: &Placed<'_>| fold::words(&placed.claim.quote.exact).into_owned();
        let all: BTreeSet<String> = self.claims(a).chain(self.claims(b)).map(words).collect();
        let anchored = self.claims(a).chain(self.claims(b)).all(Placed::is_anchored);
        let position = |group: &[Member]| self.claims(group).find_map(|placed| placed.position.interval());
        let distance = position(a).zip(position(b)).map_or(0.0, |(a, b)| a.least_distance(b));
        let is_same_word = all.len() == 1 && anchored;
        let are_days =
            self.claims(a).chain(self.claims(b)).all(|placed| matches!(placed.claim.value.content, Content::Date(_)));
        if is_same_word {
            return distance <= WEEK || distance > SEASON;
        }
        is_event || are_days && distance > WEEK
    }

    /// The fewest days between an article of one group and one of the other, where they are known.
    fn least_days(&self, a: &[Member], b: &[Member]) -> Option<f64> {
        let days = |group: &[Member]| -> BTreeSet<_> {
            let days = group.iter().filter_map(|one| self.story.articles.get(one.article)?.claims.metadata.published);
            days.collect()
        };
        let (a, b) = (days(a), days(b));
        let nearest = a.iter().filter_map(|day| {
            let (behind, before) = (b.range(*day..).next(), b.range(..*day).next_back());
            behind.into_iter().chain(before).map(|other| (*other - *day).num_days().abs()).min()
        });
        Some(f64::from(i32::try_from(nearest.min()?).unwrap_or(i32::MAX)))
    }

    /// Whether the other figures of their sentences are at odds too: then two things are told of, each with its figures.
    fn company_differs(&self, a: &[Member], b: &[Member]) -> bool {
        let of = |group: &[Member]| -> BTreeSet<CompanyKey<'a>> {
            group
                .iter()
                .filter_map(|one| self.strand.at.get(one.claim))
                .flat_map(|at| company(self.story, *at))
                .collect()
        };
        let (a, b) = (of(a), of(b));
        let same_kind = a.iter().any(|(kind, _)| b.iter().any(|(other, _)| kind == other));
        same_kind && a.is_disjoint(&b)
    }

    fn share(&self, a: &[Member], b: &[Member], words: impl Fn(&'a Tie) -> Vec<&'a str>) -> bool {
        let of = |group: &[Member]| -> BTreeSet<&'a str> { self.ties(group).flat_map(&words).collect() };
        let (a, b) = (of(a), of(b));
        !a.is_disjoint(&b) || a.is_empty() && b.is_empty()
    }

    fn differ(&self, a: &[Member], b: &[Member], words: impl Fn(&'a Tie) -> Vec<&'a str>) -> bool {
        let of = |group: &[Member]| -> BTreeSet<&'a str> { self.ties(group).flat_map(&words).collect() };
        let (a, b) = (of(a), of(b));
        !a.is_empty() && !b.is_empty() && a.is_disjoint(&b)
    }
}

/// A figure by its kind and number.
type CompanyKey<'a> = ((&'static str, Option<&'a str>), u64);

/// Sentences are looked at so many values far.
const NEAREST: usize = 6;

/// The figures with a unit in the sentence of a claim, itself left out.
fn company<'a>(story: &AlignedStory<'a>, at: ClaimAt) -> Vec<CompanyKey<'a>> {
    beside(story, at).into_iter().filter_map(figure).collect()
}

/// The one age in the sentence of a claim, by its bits.
fn age_beside(story: &AlignedStory<'_>, at: ClaimAt) -> Option<u64> {
    let is_age = |claim: &&&Claim| claim.value.kind == Kind::of(&age::ENTRY);
    let beside = beside(story, at);
    let ages: BTreeSet<u64> =
        beside.iter().filter(is_age).filter_map(|claim| Some(amount(claim)?.best?.to_bits())).collect();
    ages.first().copied().filter(|_| ages.len() == 1)
}

/// The other claims of the sentence of a claim.
fn beside<'a>(story: &AlignedStory<'a>, at: ClaimAt) -> Vec<&'a Claim> {
    let Some(tied) = story.articles.get(at.article) else { return Vec::new() };
    let Some(own) = tied.claims.claims.get(at.claim) else { return Vec::new() };
    let sentence = |claim: &Claim| claim.quote.range().start.saturating_sub(claim.quote.prefix.len());
    let from = at.claim.saturating_sub(NEAREST);
    let near = tied.claims.claims.iter().enumerate().skip(from).take(2 * NEAREST + 1);
    let beside = near.filter(|(index, claim)| *index != at.claim && sentence(claim).abs_diff(sentence(own)) <= 2);
    beside.map(|(_, claim)| claim).collect()
}

fn figure(claim: &Claim) -> Option<CompanyKey<'_>> {
    let amount = amount(claim)?;
    let unit = amount.currency.as_deref().or(amount.unit.as_deref());
    unit.is_some().then_some(((kind_key(claim.value.kind), unit), amount.best?.to_bits()))
}

/// A magnitude counts noughts.
fn is_logarithm(amount: &Amount) -> bool {
    amount.unit.as_deref() == Some("magnitude")
}

fn amount(claim: &Claim) -> Option<&Amount> {
    match &claim.value.content {
        Content::Amount(amount) => Some(amount),
        Content::Date(_) | Content::Time(_) | Content::Word(_) => None,
    }
}
