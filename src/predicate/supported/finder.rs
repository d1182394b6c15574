//! Which claims support which: by place on the axis for what has one, by words for names, quotations and choices.

use super::{HEDGE_DROPPED, MORE_PRECISE, Supported, amount};
use crate::{
    finding::Role,
    fold,
    kind::quotation,
    lexicon::Lexicon,
    placing::{Position, Situation},
    predicate::truth::lies_in,
    table::{Placed, Table},
    value::{Content, Likeness, Value},
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What supports one claim; indices are those of the supporters.
#[derive(Clone, Debug, PartialEq)]
pub enum Support {
    /// This one does.
    By(usize),
    /// This one does, and is written less exactly.
    Rounder(usize),
    /// The same number stands there, but each time under a hedge that is not here.
    HedgeDropped(Option<usize>),
    /// Nothing does; this comes nearest.
    Missing(Option<usize>),
    /// It cannot be compared.
    Unknown,
}

impl Support {
    /// What the claim does for the outcome.
    pub fn role(&self) -> Role {
        match self {
            Self::By(_) | Self::Rounder(_) => Role::Supports,
            Self::HedgeDropped(_) | Self::Missing(_) => Role::Violates,
            Self::Unknown => Role::Context,
        }
    }

    /// The supporters that are shown, with what they do for the outcome.
    pub fn shown(&self) -> Vec<(usize, Role)> {
        match self {
            Self::By(index) | Self::Rounder(index) => vec![(*index, Role::Supports)],
            Self::HedgeDropped(near) | Self::Missing(near) => {
                near.iter().map(|index| (*index, Role::Opposes)).collect()
            }
            Self::Unknown => Vec::new(),
        }
    }

    /// Why it is not plainly supported, in words.
    pub fn reason(&self) -> Option<&'static str> {
        match self {
            Self::Rounder(_) => Some(MORE_PRECISE),
            Self::HedgeDropped(_) => Some(HEDGE_DROPPED),
            Self::By(_) | Self::Missing(_) | Self::Unknown => None,
        }
    }
}

/// Claims, and what may support them, placed together.
pub struct Finder<'f> {
    questioned: &'f [&'f Placed<'f>],
    supporters: &'f [&'f Placed<'f>],
    /// Where each of the questioned lies, then each of the supporters.
    positions: Vec<Position>,
    /// The supporters on each axis, by the middle of their interval.
    axes: BTreeMap<String, Vec<(f64, usize)>>,
    /// The supporters that hold a word.
    words: FxHashMap<String, Vec<usize>>,
    by: &'f Supported,
    lexicon: &'f Lexicon,
}

impl<'f> Finder<'f> {
    /// Places all claims together, so that zones, units and borrowed days are the same for all.
    pub fn new(
        table: &Table<'f>,
        questioned: &'f [&'f Placed<'f>],
        supporters: &'f [&'f Placed<'f>],
        by: &'f Supported,
    ) -> Self {
        let all = || questioned.iter().chain(supporters.iter());
        let situations: Vec<Situation> = all().map(|placed| table.situation(placed.article)).collect();
        let values: Vec<(&Value, &Situation)> = all().map(|placed| &placed.claim.value).zip(&situations).collect();
        let positions = table.placing.across(&values);
        let lexicon = table.placing.lexicon;
        let (axes, words) = (BTreeMap::new(), FxHashMap::default());
        let mut finder = Self { questioned, supporters, positions, axes, words, by, lexicon };
        finder.index();
        finder
    }

    fn index(&mut self) {
        for (index, placed) in self.supporters.iter().enumerate() {
            match (self.positions.get(self.questioned.len() + index), &placed.claim.value.content) {
                (Some(Position::On { axis, interval, .. }), _) => {
                    let at = amount::middle(*interval);
                    self.axes.entry(axis.clone()).or_default().push((at, index));
                }
                (_, Content::Word(words)) => {
                    for word in fold::each_word(words) {
                        let known = self.words.entry(word).or_default();
                        if known.last() != Some(&index) {
                            known.push(index);
                        }
                    }
                }
                _ => {}
            }
        }
        for members in self.axes.values_mut() {
            members.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        }
    }

    /// What supports one of the questioned claims.
    pub fn support(&self, index: usize) -> Support {
        let Some(placed) = self.questioned.get(index) else { return Support::Unknown };
        match (&placed.claim.value.content, self.positions.get(index)) {
            (_, Some(Position::On { axis, interval, .. })) => {
                let members = self.axes.get(axis).map(Vec::as_slice).unwrap_or_default();
                let own = members.iter().filter(|(_, other)| self.may_support(placed, *other));
                let at = amount::middle(*interval);
                self.of_place(placed, index, own.copied().collect(), at)
            }
            (Content::Word(words), _) => self.of_word(placed, words),
            _ => self.of_symbol(placed),
        }
    }

    fn may_support(&self, placed: &Placed<'_>, other: usize) -> bool {
        *self.by != Supported::Body || self.supporters.get(other).is_some_and(|other| other.article == placed.article)
    }

    /// A value with a place on an axis.
    fn of_place(&self, placed: &Placed<'_>, index: usize, members: Vec<(f64, usize)>, at: f64) -> Support {
        let Some(own) = self.positions.get(index).and_then(Position::interval) else { return Support::Unknown };
        let mut best: Option<Support> = None;
        for (_, other) in &members {
            let Some(supporter) = self.supporters.get(*other) else { continue };
            let Some(theirs) = self.positions.get(self.questioned.len() + other).and_then(Position::interval) else {
                continue;
            };
            let found = match (&placed.claim.value.content, &supporter.claim.value.content) {
                (Content::Amount(a), Content::Amount(b)) => {
                    if !amount::counts_alike(a, b, self.lexicon) {
                        continue;
                    }
                    amount::compare((&placed.claim.value, a, own), (&supporter.claim.value, b, theirs))
                }
                // A day is in its month, a month is not in one of its days.
                _ => lies_in(theirs, own).then_some(amount::AmountSupport::Same),
            };
            let support = match found {
                None => continue,
                Some(amount::AmountSupport::Same) => return Support::By(*other),
                Some(amount::AmountSupport::Rounder) => Support::Rounder(*other),
                Some(amount::AmountSupport::Hedged) => Support::HedgeDropped(Some(*other)),
            };
            if !matches!(best, Some(Support::Rounder(_))) {
                best = Some(support);
            }
        }
        best.unwrap_or_else(|| Support::Missing(nearest(&self.of_one_thing(placed, &members), at)))
    }

    /// Those that count the same thing, where there are some; else all.
    fn of_one_thing(&self, placed: &Placed<'_>, members: &[(f64, usize)]) -> Vec<(f64, usize)> {
        let Content::Amount(own) = &placed.claim.value.content else { return members.to_vec() };
        let counts_it = |other: usize| match self.supporters.get(other).map(|other| &other.claim.value.content) {
            Some(Content::Amount(theirs)) => {
                own.of.is_some() && theirs.of.is_some() && amount::counts_alike(own, theirs, self.lexicon)
            }
            _ => false,
        };
        let same: Vec<(f64, usize)> = members.iter().copied().filter(|(_, other)| counts_it(*other)).collect();
        if same.is_empty() { members.to_vec() } else { same }
    }

    /// A name, a quotation, a choice.
    fn of_word(&self, placed: &Placed<'_>, words: &str) -> Support {
        let kind = placed.claim.value.kind;
        let own = fold::each_word(words);
        // Whoever supports it holds each of its words; the rarest of them has the fewest to try.
        let rarest =
            own.iter().map(|word| self.words.get(word).map(Vec::as_slice).unwrap_or_default()).min_by_key(|l| l.len());
        let candidates = rarest.unwrap_or_default().iter().filter(|other| self.may_support(placed, **other));
        for &other in candidates {
            let Some(Content::Word(theirs)) = self.supporters.get(other).map(|s| &s.claim.value.content) else {
                continue;
            };
            let holds = match kind.facts().likeness {
                Likeness::Passage => quotation::is_part_of(words, theirs),
                Likeness::Person => {
                    let theirs = fold::each_word(theirs);
                    own.iter().all(|word| theirs.contains(word))
                }
                Likeness::Same => fold::words(words) == fold::words(theirs),
                Likeness::Ordered(order) => order(words, theirs).is_eq(),
            };
            if holds {
                return Support::By(other);
            }
        }
        let sharing = own.iter().filter_map(|word| self.words.get(word)).flatten();
        let near = sharing.copied().find(|other| self.may_support(placed, *other));
        Support::Missing(near)
    }

    /// A date that no anchor resolves: the same words support it.
    fn of_symbol(&self, placed: &Placed<'_>) -> Support {
        let own = fold::words(&placed.claim.value.text);
        let same = self
            .supporters
            .iter()
            .enumerate()
            .find(|(index, other)| self.may_support(placed, *index) && fold::words(&other.claim.value.text) == own);
        same.map_or(Support::Unknown, |(index, _)| Support::By(index))
    }
}

/// The nearest on an axis.
fn nearest(members: &[(f64, usize)], at: f64) -> Option<usize> {
    let by_distance = members.iter().map(|(place, index)| ((place - at).abs(), *index));
    by_distance.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, index)| index)
}
