//! The words that show what a line of an article is, read once from the shipped lexicon.

use crate::fold;
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
    pub byline_openings: Phrases,
    pub byline_joining: FxHashSet<String>,
    pub credits: Phrases,
    pub address_labels: Vec<String>,
    pub strong_links: Phrases,
    pub weak_links: Phrases,
    pub whole_placeholders: FxHashSet<String>,
    pub placeholder_openings: Phrases,
    pub unfinished_placeholder_openings: Phrases,
    pub caption_openings: Phrases,
    pub bare_caption_openings: Phrases,
    /// Agencies and picture houses, folded: what a photo credit ends with.
    pub credit_names: FxHashSet<String>,
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
        let agencies: FxHashMap<_, _> =
            spellings.map(|(spelling, name)| (fold::name(spelling).into_owned(), name.clone())).collect();
        let months = lists.dates.months.into_iter();
        let houses = lists.captions.houses.iter().map(|house| fold::name(house).into_owned());
        let credit_names = houses.chain(agencies.keys().cloned()).collect();
        Self {
            agencies,
            months: months.flat_map(|(number, names)| names.into_iter().map(move |name| (name, number))).collect(),
            weekdays: set(lists.dates.weekdays),
            ordinals: set(lists.dates.ordinals),
            published: set(lists.dates.published),
            updated: set(lists.dates.updated),
            clock: set(lists.dates.clock),
            byline_openings: Phrases::new(lists.bylines.openings),
            byline_joining: set(lists.bylines.joining),
            credits: Phrases::new(lists.bylines.credits),
            address_labels: lists.address_labels,
            strong_links: Phrases::new(lists.links.strong),
            weak_links: Phrases::new(lists.links.weak),
            whole_placeholders: set(lists.placeholders.whole),
            placeholder_openings: Phrases::new(lists.placeholders.begins),
            unfinished_placeholder_openings: Phrases::new(lists.placeholders.begins_unfinished),
            caption_openings: Phrases::new(lists.captions.openings),
            bare_caption_openings: Phrases::new(lists.captions.bare_openings),
            credit_names,
            frequent: set(lists.frequent),
        }
    }

    /// The agency that `name` is a spelling of.
    pub fn agency(&self, name: &str) -> Option<&str> {
        // No spelling is long: a paragraph need not be folded to be told from one.
        if name.len() > 60 { None } else { self.agencies.get(&*fold::name(name)).map(String::as_str) }
    }

    /// The number of the month that a word names, from 1.
    pub fn month(&self, word: &str) -> Option<u32> {
        self.months.get(&*fold::words(word)).copied()
    }

    /// Whether a word names a month or a day of the week.
    pub fn is_calendar_word(&self, word: &str) -> bool {
        let word = fold::words(word);
        self.months.contains_key(&*word) || self.weekdays.contains(&*word)
    }
}

/// Phrases that open a line, by their first letter: most lines open with none.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// `a` to `z`, then every other letter.
    by_first: [Vec<String>; 27],
}

impl Phrases {
    fn new(phrases: Vec<String>) -> Self {
        let mut all = Self::default();
        for phrase in phrases {
            if let Some(same) = all.by_first.get_mut(Self::place(&phrase)) {
                same.push(phrase);
            }
        }
        all
    }

    fn place(words: &str) -> usize {
        let first = words.bytes().next().unwrap_or(0).to_ascii_lowercase();
        if first.is_ascii_lowercase() { usize::from(first - b'a') } else { 26 }
    }

    /// What follows each phrase that `words` open with.
    pub fn after<'a>(&self, words: &'a str) -> impl Iterator<Item = &'a str> {
        let same = self.by_first.get(Self::place(words)).map_or(&[][..], Vec::as_slice);
        same.iter().filter_map(move |phrase| after_phrase(words, phrase))
    }

    /// Whether `words` open with one of the phrases.
    pub fn open(&self, words: &str) -> bool {
        self.after(words).next().is_some()
    }
}

/// What follows a folded phrase at the start of `words`, where it ends at the edge of a word.
fn after_phrase<'a>(words: &'a str, phrase: &str) -> Option<&'a str> {
    let rest = fold::after(words, phrase)?;
    (!rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '\'')).then_some(rest)
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
    fn a_phrase_ends_at_the_edge_of_a_word() {
        for (words, phrase, rest) in [
            ("Don’t  miss", "don't", Some("  miss")),
            ("READ\u{a0}MORE: a", "read more", Some(": a")),
            ("Reader", "read", None),
            ("Share's", "share", None),
            ("Re", "read", None),
        ] {
            assert_eq!(after_phrase(words, phrase), rest, "{words}");
        }
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
