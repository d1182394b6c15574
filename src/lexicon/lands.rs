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
    /// By the words of a name inside another: the words of the other, and how many stand before it there.
    apart: BTreeMap<Vec<String>, Vec<(Vec<String>, usize)>>,
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

    /// The names that hold this one, by its words in lower case, and are of another place: each with how many words stand before
    /// it there.
    #[must_use]
    pub fn holding(&self, name: &[String]) -> &[(Vec<String>, usize)] {
        self.apart.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

/// `lands.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LandLists {
    lands: BTreeMap<String, Vec<String>>,
    parts: BTreeMap<String, Vec<String>>,
    apart: Vec<String>,
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
        let mut apart: BTreeMap<Vec<String>, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for name in &lists.apart {
            let words: Vec<String> = name.split([' ', '-']).map(str::to_string).collect();
            for (from, until) in
                (0..words.len()).flat_map(|from| (from + 1..=words.len()).map(move |until| (from, until)))
            {
                let part = words.get(from..until).filter(|part| part.len() < words.len());
                if let Some(part) = part {
                    apart.entry(part.to_vec()).or_default().push((words.clone(), from));
                }
            }
        }
        Self { kin: listed.collect(), apart }
    }
}
