//! Lands and their people: who speaks of one speaks of the other.

use super::parse;
use crate::{diagnostic::Mistake, fold};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// What lands and their people are called.
#[derive(Debug, Default)]
pub struct LandWords {
    /// By a folded name, adjective or people: those that say the same, and what lies in the land.
    kin: BTreeMap<String, Vec<String>>,
}

impl LandWords {
    /// Reads the lists.
    pub(super) fn read(lands: &str) -> Result<Self, Mistake> {
        parse::parse("lands.yaml", lands).map(|lists: LandLists| lists.into())
    }

    /// Other words that speak of the same land, acronyms in capitals; none for what is no land and no people.
    ///
    /// ```
    /// let words = crosscheck::rooms::lexicon::Lexicon::english().lands();
    /// assert!(words.kin("Nigerian").iter().any(|word| word == "nigeria"));
    /// assert!(words.kin("Selm").is_empty());
    /// ```
    #[must_use]
    pub fn kin(&self, word: &str) -> &[String] {
        self.kin.get(&*fold::words(word)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// `lands.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LandLists {
    lands: BTreeMap<String, Vec<String>>,
    parts: BTreeMap<String, Vec<String>>,
}

impl From<LandLists> for LandWords {
    fn from(lists: LandLists) -> Self {
        let mut kin: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (land, others) in &lists.lands {
            let all = || std::iter::once(land).chain(others);
            let parts = lists.parts.get(land).into_iter().flatten();
            let of_parts = parts.clone().filter_map(|part| lists.lands.get(part)).flatten();
            let said: BTreeSet<&str> = all().chain(parts).chain(of_parts).map(String::as_str).collect();
            for word in all() {
                kin.entry(fold::words(word).into_owned()).or_default().extend(&said);
            }
        }
        let listed = kin.into_iter().map(|(word, said)| (word, said.into_iter().map(str::to_string).collect()));
        Self { kin: listed.collect() }
    }
}
