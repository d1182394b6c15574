//! The words that show what a line of an article is.

use crate::{diagnostic::Mistake, fold};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// The words of bylines, datelines, links, captions and the like: every list, folded for look-up.
#[derive(Debug, Default)]
pub struct ArticleWords {
    /// An agency's name as output shows it, by each folded spelling.
    agencies: FxHashMap<String, String>,
    published: FxHashSet<String>,
    updated: FxHashSet<String>,
    clock: FxHashSet<String>,
    inside: FxHashSet<String>,
    /// "By", "Written by".
    pub byline_openings: Openings,
    /// Small words inside a byline.
    pub byline_joining: FxHashSet<String>,
    /// What opens the line of credits under an agency's text.
    pub credits: Openings,
    /// What stands before the article's own address.
    pub address_labels: Vec<String>,
    /// What leads to another article whatever follows.
    pub strong_links: Openings,
    /// What leads to another article where a title follows.
    pub weak_links: Openings,
    /// Lines that are placeholders as a whole.
    pub whole_placeholders: FxHashSet<String>,
    /// What opens a placeholder.
    pub placeholder_openings: Openings,
    /// What opens a placeholder that no full stop ends.
    pub unfinished_placeholder_openings: Openings,
    /// Words of a box in which a page asks for something.
    pub placeholder_boxes: FxHashSet<String>,
    /// What opens a caption, before a colon or a dash.
    pub caption_openings: Openings,
    /// What opens a caption by itself.
    pub bare_caption_openings: Openings,
    /// Agencies and picture houses, folded: what a photo credit ends with.
    pub credit_names: FxHashSet<String>,
    /// What stands above what an outlet had wrong: "correction".
    pub correction_labels: Openings,
    /// Those of them that may stand above something else.
    pub unsure_correction_labels: FxHashSet<String>,
    /// What opens such a note.
    pub correction_openings: Openings,
    /// What stands before a headline and its colon: "live".
    pub headline_labels: FxHashSet<String>,
    /// What a headline counts that announces a list: "5 things to know".
    pub listed_things: FxHashSet<String>,
    /// The last words of names of sites.
    pub site_ends: FxHashSet<String>,
    /// Words that make up much of any text of the language.
    pub frequent: FxHashSet<String>,
}

impl ArticleWords {
    /// Reads the lists.
    pub(super) fn read(parts: &str, agencies: &str) -> Result<Self, Mistake> {
        let agencies = super::parse::parse("agencies.yaml", agencies)?;
        Ok(Self::new(super::parse::parse("parts.yaml", parts)?, &agencies))
    }

    fn new(lists: Lists, agencies: &Agencies) -> Self {
        let spellings = agencies.iter().flat_map(|(name, all)| all.iter().map(move |spelling| (spelling, name)));
        let agencies: FxHashMap<_, _> =
            spellings.map(|(spelling, name)| (fold::source(spelling).into_owned(), name.clone())).collect();
        let houses = lists.captions.houses.iter().map(|house| fold::name(house).into_owned());
        let credit_names = houses.chain(agencies.keys().cloned()).collect();
        Self {
            agencies,
            published: set(lists.dates.published),
            updated: set(lists.dates.updated),
            clock: set(lists.dates.clock),
            inside: set(lists.dates.inside),
            byline_openings: Openings::new(lists.bylines.openings),
            byline_joining: set(lists.bylines.joining),
            credits: Openings::new(lists.bylines.credits),
            address_labels: lists.address_labels,
            strong_links: Openings::new(lists.links.strong),
            weak_links: Openings::new(lists.links.weak),
            whole_placeholders: set(lists.placeholders.whole),
            placeholder_openings: Openings::new(lists.placeholders.begins),
            placeholder_boxes: set(lists.placeholders.boxes),
            unfinished_placeholder_openings: Openings::new(lists.placeholders.begins_unfinished),
            correction_labels: Openings::new(lists.corrections.labels),
            unsure_correction_labels: set(lists.corrections.unsure_labels),
            correction_openings: Openings::new(lists.corrections.openings),
            headline_labels: set(lists.headlines.labels),
            listed_things: set(lists.headlines.lists),
            site_ends: set(lists.headlines.sites),
            caption_openings: Openings::new(lists.captions.openings),
            bare_caption_openings: Openings::new(lists.captions.bare_openings),
            credit_names,
            frequent: set(lists.frequent),
        }
    }

    /// The agency that `name` is a spelling of.
    #[must_use]
    pub fn agency(&self, name: &str) -> Option<&str> {
        // No spelling is long: a paragraph need not be folded to be told from one.
        if name.len() > 60 { None } else { self.agencies.get(&*fold::source(name)).map(String::as_str) }
    }

    /// Whether a word says that the date behind it is that of publication.
    #[must_use]
    pub fn is_published(&self, word: &str) -> bool {
        self.published.contains(&*fold::words(word))
    }

    /// Whether a word says that the date behind it is that of a change.
    #[must_use]
    pub fn is_updated(&self, word: &str) -> bool {
        self.updated.contains(&*fold::words(word))
    }

    /// Whether a word may stand in or beside a clock time.
    #[must_use]
    pub fn is_of_clock(&self, word: &str) -> bool {
        self.clock.contains(&*fold::words(word))
    }

    /// Whether a word may stand on a date line, the names of months, weekdays and zones aside.
    #[must_use]
    pub fn may_stand_beside_a_date(&self, word: &str) -> bool {
        let word = fold::words(word);
        [&self.published, &self.updated, &self.clock, &self.inside].iter().any(|list| list.contains(&*word))
    }
}

/// Phrases that open a line, by their first letter: most lines open with none.
#[derive(Debug, Default)]
pub struct Openings {
    /// `a` to `z`, then every other letter.
    by_first: [Vec<String>; 27],
}

impl Openings {
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
    words.iter().map(|word| fold::words(word).into_owned()).collect()
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
    corrections: Corrections,
    headlines: Headlines,
    frequent: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    published: Vec<String>,
    updated: Vec<String>,
    clock: Vec<String>,
    inside: Vec<String>,
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
    boxes: Vec<String>,
    #[serde(rename = "begins unfinished")]
    begins_unfinished: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Headlines {
    labels: Vec<String>,
    sites: Vec<String>,
    lists: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Corrections {
    labels: Vec<String>,
    #[serde(rename = "unsure labels")]
    unsure_labels: Vec<String>,
    openings: Vec<String>,
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
        let words = crate::lexicon::Lexicon::english().articles();
        for (spelling, name) in [
            ("Agence  France-Presse", Some("AFP")),
            ("THE ASSOCIATED PRESS", Some("AP")),
            ("Reuters", Some("Reuters")),
            ("Reuters said", None),
            ("", None),
        ] {
            assert_eq!(words.agency(spelling), name, "{spelling}");
        }
    }
}
