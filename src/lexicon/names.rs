//! The words that make a run of capitals a name, and those around quotation marks.

use super::{by_letters::ByLetters, set::set};
use crate::{diagnostic::Mistake, fold};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A set of words and short phrases.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Words(ByLetters<()>);

impl From<Vec<String>> for Words {
    fn from(words: Vec<String>) -> Self {
        let mut table = ByLetters::default();
        for word in &words {
            table.entry(word.as_bytes());
        }
        Self(table)
    }
}

impl Words {
    /// Whether the word or phrase is one of them, in any case, curly apostrophes like straight ones.
    #[must_use]
    pub fn has(&self, words: &str) -> bool {
        plain(&self.0, words).is_some()
    }
}

/// What stands at the words in any case, curly apostrophes like straight ones.
pub(super) fn plain<T: Copy + Default>(table: &ByLetters<T>, words: &str) -> Option<T> {
    if words.is_ascii() { table.get(words.as_bytes()) } else { table.get(fold::words(words).as_bytes()) }
}

/// What a word may be in a name: a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameClass(u32);

set!(NameClass);

impl NameClass {
    /// Before a person's name: "mr", "minister".
    pub const TITLE: Self = Self::nth(0);
    /// The first word of a title of several: "prime".
    pub const LEADS_TITLE: Self = Self::nth(1);
    /// Before a title: "former".
    pub const BEFORE_TITLE: Self = Self::nth(2);
    /// Small words inside a person's name: "van".
    pub const PARTICLE: Self = Self::nth(3);
    /// Behind a name: "Jr".
    pub const SUFFIX: Self = Self::nth(4);
    /// Nouns of bodies: "ministry".
    pub const BODY: Self = Self::nth(5);
    /// Before a place's name, and part of it: "New".
    pub const BEFORE_PLACE: Self = Self::nth(6);
    /// Nouns of places: "island".
    pub const PLACE: Self = Self::nth(7);
    /// Nouns of places that "of" leads on from: "the Gulf of Selm".
    pub const REGION: Self = Self::nth(8);
    /// What a hyphen joins to a name without being a part of it: "Selm-led".
    pub const COMPOUND_END: Self = Self::nth(9);
    /// "Russian".
    pub const NATIONALITY: Self = Self::nth(10);
    /// "Britons".
    pub const PEOPLE: Self = Self::nth(11);
    /// Capitals that name nothing.
    pub const NO_NAME: Self = Self::nth(12);
    /// The first word of several that name nothing.
    pub const LEADS_NO_NAME: Self = Self::nth(13);
    /// Words that often open a sentence.
    pub const OPENER: Self = Self::nth(14);
    /// Bodies whose names list several things: "the Ministry for Trade and Fisheries".
    pub const OFFICE: Self = Self::nth(15);
    /// Small words inside the names of bodies and places, not of persons: "of".
    pub const JOINT: Self = Self::nth(16);
    /// Of a word in a text: all capitals, "NATO".
    pub const ACRONYM: Self = Self::nth(17);
    /// Of a word in a text: a capital that is part of no other value.
    pub const FREE: Self = Self::nth(18);
    /// Nouns that open a sentence without an article, in the singular: "rain".
    pub const BARE_NOUN: Self = Self::nth(19);
    /// Words for persons that are names of persons too: "king", "baker".
    pub const NAME_TOO: Self = Self::nth(20);
    /// Words for the members of parties, before and behind a name: "democrat".
    pub const MEMBER: Self = Self::nth(21);
    /// Of a word in a text, once it was looked up: one for a person, or none.
    pub const PERSON: Self = Self::nth(22);
    /// No word for a person.
    pub const NO_PERSON: Self = Self::nth(23);
}

/// The words of names, each looked up once for all that it may be.
#[derive(Debug, Default)]
pub struct NameWords {
    words: ByLetters<NameClass>,
    bare_ends: Vec<String>,
    /// The length of the longest suffix: most words are longer.
    longest_suffix: usize,
    /// What acronyms stand for, both folded.
    acronyms: BTreeMap<String, Vec<String>>,
}

impl NameWords {
    /// Reads the lists.
    pub(super) fn read(names: &str) -> Result<Self, Mistake> {
        super::parse::parse("names.yaml", names).map(|lists: NameLists| lists.into())
    }

    /// What a word or phrase may be, in any case; nothing where it is in no list.
    #[must_use]
    pub fn class(&self, words: &str) -> NameClass {
        plain(&self.words, words).unwrap_or_default()
    }

    /// Whether a word stands behind a name and is no part of it: "Jr".
    #[must_use]
    pub fn is_suffix(&self, word: &str) -> bool {
        word.len() <= self.longest_suffix && self.class(word).is(NameClass::SUFFIX)
    }

    /// Whether a word ends as few names do, and many nouns and adverbs: "-ment", "-ly".
    #[must_use]
    pub fn has_bare_end(&self, word: &str) -> bool {
        self.bare_ends.iter().any(|end| word.ends_with(end.as_str()))
    }

    /// What an acronym of everybody's stands for: "un", "united nations". Both are folded.
    ///
    /// ```
    /// let words = crosscheck::rooms::lexicon::Lexicon::english().names();
    /// assert_eq!(words.stands_for("un"), ["united nations"]);
    /// assert!(words.stands_for("selm").is_empty());
    /// ```
    #[must_use]
    pub fn stands_for(&self, acronym: &str) -> &[String] {
        self.acronyms.get(acronym).map(Vec::as_slice).unwrap_or_default()
    }

    /// The acronyms that stand for a name, all folded.
    pub fn acronyms_of(&self, name: &str) -> impl Iterator<Item = &str> {
        let of = move |full: &Vec<String>| full.iter().any(|full| full == name);
        self.acronyms.iter().filter(move |(_, full)| of(full)).map(|(acronym, _)| acronym.as_str())
    }
}

/// `names.yaml`: what it lists as what stands at [`NameClass`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NameLists {
    titles: Vec<String>,
    #[serde(rename = "before titles")]
    before_titles: Vec<String>,
    particles: Vec<String>,
    suffixes: Vec<String>,
    bodies: Vec<String>,
    offices: Vec<String>,
    joints: Vec<String>,
    #[serde(rename = "places before")]
    places_before: Vec<String>,
    places: Vec<String>,
    regions: Vec<String>,
    #[serde(rename = "compound ends")]
    compound_ends: Vec<String>,
    nationalities: Vec<String>,
    peoples: Vec<String>,
    #[serde(rename = "no names")]
    no_names: Vec<String>,
    openers: Vec<String>,
    #[serde(rename = "bare nouns")]
    bare_nouns: Vec<String>,
    #[serde(rename = "bare ends")]
    bare_ends: Vec<String>,
    #[serde(rename = "names too")]
    names_too: Vec<String>,
    members: Vec<String>,
    acronyms: BTreeMap<String, Vec<String>>,
}

impl From<NameLists> for NameWords {
    fn from(lists: NameLists) -> Self {
        let longest_suffix = lists.suffixes.iter().map(String::len).max().unwrap_or(0);
        let (bare_ends, acronyms) = (lists.bare_ends, lists.acronyms);
        let mut words = Self { bare_ends, longest_suffix, acronyms, ..Self::default() };
        for (list, class) in [
            (&lists.titles, NameClass::TITLE),
            (&lists.before_titles, NameClass::BEFORE_TITLE),
            (&lists.particles, NameClass::PARTICLE),
            (&lists.suffixes, NameClass::SUFFIX),
            (&lists.bodies, NameClass::BODY),
            (&lists.offices, NameClass::OFFICE),
            (&lists.joints, NameClass::JOINT),
            (&lists.places_before, NameClass::BEFORE_PLACE),
            (&lists.places, NameClass::PLACE),
            (&lists.regions, NameClass::REGION),
            (&lists.compound_ends, NameClass::COMPOUND_END),
            (&lists.nationalities, NameClass::NATIONALITY),
            (&lists.peoples, NameClass::PEOPLE),
            (&lists.no_names, NameClass::NO_NAME),
            (&lists.openers, NameClass::OPENER),
            (&lists.bare_nouns, NameClass::BARE_NOUN),
            (&lists.names_too, NameClass::NAME_TOO),
            (&lists.members, NameClass::MEMBER),
        ] {
            words.add(list, class);
        }
        words.add(&firsts(&lists.titles), NameClass::LEADS_TITLE);
        words.add(&firsts(&lists.no_names), NameClass::LEADS_NO_NAME);
        words
    }
}

impl NameWords {
    fn add(&mut self, list: &[String], class: NameClass) {
        for words in list {
            let known = self.words.entry(words.as_bytes());
            *known = known.and(class);
        }
    }
}

/// The first words of the phrases of a list.
fn firsts(list: &[String]) -> Vec<String> {
    let first = |phrase: &String| phrase.split_once([' ', '-']).map(|(first, _)| first.to_string());
    list.iter().filter_map(first).collect()
}

/// `quotations.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotationWords {
    /// Words whose first letters an apostrophe stands for: "em".
    pub elisions: Words,
    /// "said".
    pub reporting: Words,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_any_case() {
        let words = crate::lexicon::Lexicon::english().names();
        for (class, word) in [
            (NameClass::TITLE, "Prime Minister"),
            (NameClass::LEADS_TITLE, "Prime"),
            (NameClass::TITLE, "Mr"),
            (NameClass::PARTICLE, "van"),
            (NameClass::NO_NAME, "I’m"),
            (NameClass::NATIONALITY, "RUSSIAN"),
        ] {
            assert!(words.class(word).is(class), "{word}");
        }
        assert_eq!(words.class("Selm"), NameClass::default());
    }
}
