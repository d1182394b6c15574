//! The words that show what a line of an article is, read once from the shipped lexicon.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::sync::OnceLock;

/// Every list, folded for look-up.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// An agency's name as output shows it, by each folded spelling.
    agencies: FxHashMap<String, String>,
    /// The number of a month, by each folded name.
    months: FxHashMap<String, u32>,
    pub weekdays: FxHashSet<String>,
    pub ordinals: FxHashSet<String>,
    pub published: FxHashSet<String>,
    pub updated: FxHashSet<String>,
    pub clock: FxHashSet<String>,
    pub byline_openings: Vec<String>,
    pub byline_joining: FxHashSet<String>,
    pub credits: Vec<String>,
    pub address_labels: Vec<String>,
    pub strong_links: Vec<String>,
    pub weak_links: Vec<String>,
    pub whole_placeholders: FxHashSet<String>,
    pub placeholder_openings: Vec<String>,
    pub unfinished_placeholder_openings: Vec<String>,
    pub caption_openings: Vec<String>,
    pub bare_caption_openings: Vec<String>,
    /// Agencies and picture houses, folded: what a photo credit ends with.
    pub credit_names: Vec<String>,
    pub frequent: FxHashSet<String>,
}

impl Vocabulary {
    /// The English words.
    pub fn english() -> &'static Self {
        static ENGLISH: OnceLock<Vocabulary> = OnceLock::new();
        ENGLISH.get_or_init(|| {
            let parts = serde_yaml::from_str(include_str!("../../rules/lexicon/en/parts.yaml")).unwrap_or_default();
            let agencies =
                serde_yaml::from_str(include_str!("../../rules/lexicon/en/agencies.yaml")).unwrap_or_default();
            Self::new(parts, &agencies)
        })
    }

    fn new(lists: Lists, agencies: &Agencies) -> Self {
        let spellings = agencies.iter().flat_map(|(name, all)| all.iter().map(move |spelling| (spelling, name)));
        let agencies: FxHashMap<_, _> = spellings.map(|(spelling, name)| (fold(spelling), name.clone())).collect();
        let months = lists.dates.months.into_iter();
        let mut credit_names: Vec<String> =
            agencies.keys().cloned().chain(lists.captions.houses.into_iter().map(|name| fold(&name))).collect();
        credit_names.sort();
        credit_names.dedup();
        Self {
            agencies,
            months: months.flat_map(|(number, names)| names.into_iter().map(move |name| (name, number))).collect(),
            weekdays: set(lists.dates.weekdays),
            ordinals: set(lists.dates.ordinals),
            published: set(lists.dates.published),
            updated: set(lists.dates.updated),
            clock: set(lists.dates.clock),
            byline_openings: lists.bylines.openings,
            byline_joining: set(lists.bylines.joining),
            credits: lists.bylines.credits,
            address_labels: lists.address_labels,
            strong_links: lists.links.strong,
            weak_links: lists.links.weak,
            whole_placeholders: set(lists.placeholders.whole),
            placeholder_openings: lists.placeholders.begins,
            unfinished_placeholder_openings: lists.placeholders.begins_unfinished,
            caption_openings: lists.captions.openings,
            bare_caption_openings: lists.captions.bare_openings,
            credit_names,
            frequent: set(lists.frequent),
        }
    }

    /// The agency that `name` is a spelling of.
    pub fn agency(&self, name: &str) -> Option<&str> {
        // No spelling is long: a paragraph need not be folded to be told from one.
        if name.len() > 60 { None } else { self.agencies.get(&fold(name)).map(String::as_str) }
    }

    /// The number of the month that a word names, from 1.
    pub fn month(&self, word: &str) -> Option<u32> {
        self.months.get(&word.to_lowercase()).copied()
    }

    /// Whether a word names a month or a day of the week.
    pub fn is_calendar_word(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.months.contains_key(&word) || self.weekdays.contains(&word)
    }
}

/// Lower case, straight apostrophes, single blanks: what look-up compares.
pub(super) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for letter in word.chars() {
            match letter {
                '\u{2018}' | '\u{2019}' | '\u{02bc}' => folded.push('\''),
                _ => folded.extend(letter.to_lowercase()),
            }
        }
    }
    folded
}

fn set(words: Vec<String>) -> FxHashSet<String> {
    words.into_iter().collect()
}

type Agencies = std::collections::BTreeMap<String, Vec<String>>;

/// The shape of `parts.yaml`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    dates: Dates,
    bylines: Bylines,
    #[serde(rename = "address labels")]
    address_labels: Vec<String>,
    links: Links,
    placeholders: Placeholders,
    captions: Captions,
    frequent: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    months: std::collections::BTreeMap<u32, Vec<String>>,
    weekdays: Vec<String>,
    ordinals: Vec<String>,
    published: Vec<String>,
    updated: Vec<String>,
    clock: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bylines {
    openings: Vec<String>,
    joining: Vec<String>,
    credits: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Links {
    strong: Vec<String>,
    weak: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Placeholders {
    whole: Vec<String>,
    begins: Vec<String>,
    #[serde(rename = "begins unfinished")]
    begins_unfinished: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Captions {
    openings: Vec<String>,
    #[serde(rename = "bare openings")]
    bare_openings: Vec<String>,
    houses: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_can_be_read() {
        serde_yaml::from_str::<Lists>(include_str!("../../rules/lexicon/en/parts.yaml")).unwrap();
        serde_yaml::from_str::<Agencies>(include_str!("../../rules/lexicon/en/agencies.yaml")).unwrap();
    }

    #[test]
    fn an_agency_has_one_name_and_many_spellings() {
        let vocabulary = Vocabulary::english();
        for (spelling, name) in [
            ("Agence  France-Presse", Some("AFP")),
            ("THE ASSOCIATED PRESS", Some("AP")),
            ("Reuters", Some("Reuters")),
            ("Reuters said", None),
            ("", None),
        ] {
            assert_eq!(vocabulary.agency(spelling), name, "{spelling}");
        }
    }
}
