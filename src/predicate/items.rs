//! What a clause about every one of something asks of one by one: which fail, each by itself, and which nobody can judge.

use super::wording;
use crate::{
    claim::Fingerprint,
    finding::{Evidence, ItemCounts},
    table::Placed,
};
use std::collections::{BTreeMap, BTreeSet};

/// What was found of the things that a clause asks of one by one. Equal words of one article are one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Items {
    /// How many were compared.
    pub checked: usize,
    /// Those of them that do not meet it.
    pub failed: Vec<FailedItem>,
    /// Those that could not be placed or compared, as evidence that says why.
    pub unchecked: Vec<Evidence>,
}

/// One that does not meet what is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct FailedItem {
    /// Itself, then itself again where its article has it in the same words, and what it is held against.
    pub evidence: Vec<Evidence>,
    /// Why it fails, in plain words.
    pub reasons: Vec<&'static str>,
    /// What is wrong with it, in one sentence for a person.
    pub message: String,
}

/// What is found of one.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemAnswer {
    /// It meets what is asked.
    Holds,
    /// It does not.
    Fails(FailedItem),
    /// It could not be placed or compared.
    Unchecked(Evidence),
}

/// What was found where all hold.
#[must_use]
pub fn all_hold(claims: &[Placed<'_>]) -> Items {
    let holds = |placed: &Placed<'_>| ((placed.article, placed.claim.fingerprint), ItemAnswer::Holds);
    Items::of(claims.iter().map(holds))
}

/// What makes two the same: their article, and what tells their words and value again.
pub type ItemKey = (usize, Fingerprint);

impl Items {
    /// What was found of some, in the order of the text.
    #[must_use]
    pub fn of(answers: impl IntoIterator<Item = (ItemKey, ItemAnswer)>) -> Self {
        let mut items = Self::default();
        let (mut holding, mut open, mut failing) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::new());
        for (key, answer) in answers {
            match answer {
                ItemAnswer::Holds => {
                    holding.insert(key);
                }
                ItemAnswer::Unchecked(evidence) => {
                    items.unchecked.extend(open.insert(key).then_some(evidence));
                }
                ItemAnswer::Fails(item) => {
                    let index = *failing.entry(key).or_insert(items.failed.len());
                    match items.failed.get_mut(index) {
                        Some(known) => known.evidence.extend(item.evidence),
                        None => items.failed.push(item),
                    }
                }
            }
        }
        items.checked = holding.len() + failing.len();
        items
    }

    /// Those of both.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.failed.extend(other.failed);
        self.unchecked.extend(other.unchecked);
        Self { checked: self.checked + other.checked, ..self }
    }

    /// How many they are.
    #[must_use]
    pub fn counts(&self) -> ItemCounts {
        ItemCounts { checked: self.checked, failed: self.failed.len(), unchecked: self.unchecked.len() }
    }

    /// That some were not compared: "1 could not be compared: `Thursday` in Digest (its article has no date)".
    #[must_use]
    pub fn left_open(&self) -> Option<String> {
        let named = self.unchecked.iter().map(|one| {
            let why = one.why_unclear().map_or_else(String::new, |why| format!(" ({why})"));
            format!("`{}` in {}{why}", one.exact().unwrap_or_default(), one.source())
        });
        let named = wording::first_of(named.collect(), |more| format!("{more} more"));
        match self.unchecked.len() {
            0 => None,
            number => Some(format!("{number} could not be compared: {}", wording::listed(&named))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{GivenBy, Role};

    fn evidence(number: u32) -> Evidence {
        Evidence {
            given_by: GivenBy::default().into(),
            quote: None,
            role: Role::Violates,
            told: None,
            said: None,
            apart: None,
            status: crate::claim::ClaimStatus::default(),
            fingerprint: format!("{number:016x}").parse().unwrap(),
        }
    }

    #[test]
    fn equal_words_of_one_article_are_one() {
        let key = |article: usize, number: u32| (article, evidence(number).fingerprint);
        let fails = |number| {
            ItemAnswer::Fails(FailedItem { evidence: vec![evidence(number)], reasons: vec![], message: "no".into() })
        };
        let found = Items::of([
            (key(0, 1), ItemAnswer::Holds),
            (key(0, 1), ItemAnswer::Holds),
            (key(0, 2), fails(2)),
            (key(1, 2), fails(2)),
            (key(0, 2), fails(2)),
            (key(0, 3), ItemAnswer::Unchecked(evidence(3))),
            (key(0, 3), ItemAnswer::Unchecked(evidence(3))),
        ]);
        assert_eq!(found.counts(), ItemCounts { checked: 3, failed: 2, unchecked: 1 });
        let places: Vec<usize> = found.failed.iter().map(|item| item.evidence.len()).collect();
        assert_eq!(places, [2, 1]);
    }
}
