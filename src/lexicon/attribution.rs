//! The words that tell who says what: verbs of saying, nouns of what is said, and who speaks by what they are called.

use super::{
    by_letters::ByLetters,
    names::{self, Words},
    parse,
    set::set,
};
use crate::diagnostic::Mistake;
use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

/// What a verb may do with what somebody says: a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueClass(u32);

set!(CueClass);

impl CueClass {
    /// "say": before, behind and between what is said.
    pub const SAYS: Self = Self::nth(0);
    /// "believe": a clause behind it tells what.
    pub const THINKS: Self = Self::nth(1);
    /// "deny": its object is what is said.
    pub const OBJECT: Self = Self::nth(2);
    /// "vow": an infinitive behind it tells what.
    pub const INFINITIVE: Self = Self::nth(3);
    /// "quoted" in "was quoted as saying".
    pub const QUOTED: Self = Self::nth(4);
    /// "warn" of "warned of floods".
    pub const PREPOSITION: Self = Self::nth(5);
    /// "claim", the noun of what is said.
    pub const NOUN: Self = Self::nth(6);
    /// "put" of "as she put it".
    pub const SAYS_IT: Self = Self::nth(7);
}

/// What kind of speaker says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerSort {
    /// A person or body with its name: "Ada Lang", "Tideline".
    Named,
    /// A person whose name is kept back: "a senior official".
    Unnamed,
    /// Several who are not told apart: "critics", "the West".
    Collective,
    /// A body: "the ministry", "a spokesman for the harbour".
    Institutional,
    /// A paper: "the report".
    Documentary,
    /// Nobody knows who: "she", where it may be two.
    Unknown,
}

impl SpeakerSort {
    /// The word for it in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Unnamed => "unnamed",
            Self::Collective => "collective",
            Self::Institutional => "institutional",
            Self::Documentary => "documentary",
            Self::Unknown => "unknown",
        }
    }
}

/// Which pronoun stands for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThirdPerson {
    /// "he".
    He,
    /// "she".
    She,
}

/// A noun of no more letters is known, or none of a person: "bar", "door".
const SHORTEST_PERSON: usize = 4;

/// The words that tell who says what.
#[derive(Debug, Default)]
pub struct AttributionWords {
    cues: ByLetters<CueClass>,
    prepositions_of: IndexMap<String, Vec<String>>,
    other_verbs: IndexMap<String, Vec<String>>,
    breaks: Words,
    of_speakers: Words,
    nobody: Words,
    anybody: Words,
    person_endings: Vec<String>,
    bodies: Words,
    before_places: Words,
    he: Words,
    she: Words,
    leading: Vec<Vec<String>>,
    speakers: ByLetters<Option<SpeakerSort>>,
    roles: ByLetters<u8>,
    knowing: Vec<Vec<String>>,
    anonymity: Vec<Vec<String>>,
    because: Vec<Vec<String>>,
    reasons: Vec<Vec<String>>,
    credits: Vec<String>,
    stated_sources: Vec<Vec<String>>,
    stated_openings: Vec<Vec<String>>,
    credit_openings: Words,
    desks: Words,
    given: ByLetters<Option<ThirdPerson>>,
    nouns: ByLetters<Option<ThirdPerson>>,
}

impl AttributionWords {
    /// What a verb's base form, or a noun, may do.
    #[must_use]
    pub fn cue(&self, word: &str) -> CueClass {
        names::plain(&self.cues, word).unwrap_or_default()
    }

    /// Whether a verb has what is said behind a preposition: "warn" and "of".
    #[must_use]
    pub fn takes(&self, verb: &str, preposition: &str) -> bool {
        let known = self.prepositions_of.get(verb).map_or(&[][..], Vec::as_slice);
        known.iter().any(|known| known.eq_ignore_ascii_case(preposition))
    }

    /// Whether a verb is another one with this word behind it: "call" and "off".
    #[must_use]
    pub fn is_other(&self, verb: &str, behind: &str) -> bool {
        let known = self.other_verbs.get(verb).map_or(&[][..], Vec::as_slice);
        known.iter().any(|known| known.eq_ignore_ascii_case(behind))
    }

    /// The prepositions before who says so, each as its words: "according", "to".
    #[must_use]
    pub fn prepositions(&self) -> &[Vec<String>] {
        &self.leading
    }

    /// What somebody who is called so is.
    #[must_use]
    pub fn speaker(&self, noun: &str) -> Option<SpeakerSort> {
        names::plain(&self.speakers, noun).flatten()
    }

    /// Whether two words are said of one who has a part: "spokesman", "spokesperson".
    #[must_use]
    pub fn is_same_role(&self, one: &str, other: &str) -> bool {
        let group = |word: &str| names::plain(&self.roles, word).unwrap_or_default();
        one.eq_ignore_ascii_case(other) || group(one) != 0 && group(one) == group(other)
    }

    /// The words that say that a name is kept back.
    #[must_use]
    pub fn anonymity(&self) -> &[Vec<String>] {
        &self.anonymity
    }

    /// The words behind those that begin the reason.
    #[must_use]
    pub fn because(&self) -> &[Vec<String>] {
        &self.because
    }

    /// Whether a line that begins with this word, and is short, credits whom it names.
    #[must_use]
    pub fn opens_credit(&self, word: &str) -> bool {
        self.credit_openings.has(word)
    }

    /// Whether a word of a byline names a desk.
    #[must_use]
    pub fn is_desk(&self, word: &str) -> bool {
        self.desks.has(word)
    }

    /// Whether the writer goes on behind a comma and this word.
    #[must_use]
    pub fn breaks(&self, word: &str) -> bool {
        self.breaks.has(word)
    }

    /// Whether a preposition behind the noun of a speaker belongs to it.
    #[must_use]
    pub fn is_of_speaker(&self, preposition: &str) -> bool {
        self.of_speakers.has(preposition)
    }

    /// Whether a pronoun stands for nobody whom a text has named.
    #[must_use]
    pub fn is_nobody(&self, pronoun: &str) -> bool {
        self.nobody.has(pronoun)
    }

    /// Whether a word stands for somebody without a name: "who", "somebody".
    #[must_use]
    pub fn is_anybody(&self, word: &str) -> bool {
        self.anybody.has(word)
    }

    /// Whether a noun ends as those of persons do: "goalkeeper".
    #[must_use]
    pub fn may_be_person(&self, noun: &str) -> bool {
        noun.len() > SHORTEST_PERSON && self.person_endings.iter().any(|ending| noun.ends_with(ending.as_str()))
    }

    /// Whether a name with this word is that of a body and no person's: "Acme Corp".
    #[must_use]
    pub fn is_body(&self, word: &str) -> bool {
        self.bodies.has(word)
    }

    /// Whether a name behind this word is likely that of a place: "in Selm".
    #[must_use]
    pub fn is_before_place(&self, word: &str) -> bool {
        self.before_places.has(word)
    }

    /// Which third person a pronoun is.
    #[must_use]
    pub fn third_person(&self, pronoun: &str) -> Option<ThirdPerson> {
        match () {
            () if self.he.has(pronoun) => Some(ThirdPerson::He),
            () if self.she.has(pronoun) => Some(ThirdPerson::She),
            () => None,
        }
    }

    /// Which pronoun stands for one of this given name.
    #[must_use]
    pub fn given(&self, name: &str) -> Option<ThirdPerson> {
        names::plain(&self.given, name).flatten()
    }

    /// Which pronoun stands for one who is called so: "spokeswoman".
    #[must_use]
    pub fn called(&self, noun: &str) -> Option<ThirdPerson> {
        names::plain(&self.nouns, noun).flatten()
    }

    /// The words of a line that credits an agency, in lower case.
    #[must_use]
    pub fn credits(&self) -> &[String] {
        &self.credits
    }

    /// The words before the outlet that an article is taken from: "first published by".
    #[must_use]
    pub fn stated_sources(&self) -> &[Vec<String>] {
        &self.stated_sources
    }

    /// The words with which a line begins that says where an article is taken from: "this story".
    #[must_use]
    pub fn stated_openings(&self) -> &[Vec<String>] {
        &self.stated_openings
    }

    /// The words behind persons that make them sources: "familiar" with something.
    #[must_use]
    pub fn knowing(&self) -> &[Vec<String>] {
        &self.knowing
    }

    /// The words that are a reason by themselves.
    #[must_use]
    pub fn reasons(&self) -> &[Vec<String>] {
        &self.reasons
    }

    /// Reads the lists.
    pub(super) fn read(attribution: &str) -> Result<Self, Mistake> {
        parse::parse("attribution.yaml", attribution).map(|lists: AttributionLists| lists.into())
    }

    fn add(&mut self, words: &[String], class: CueClass) {
        for word in words {
            let known = self.cues.entry(word.as_bytes());
            *known = known.and(class);
        }
    }
}

/// `attribution.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributionLists {
    says: Vec<String>,
    #[serde(rename = "says it")]
    says_it: Vec<String>,
    thinks: Vec<String>,
    objects: Vec<String>,
    infinitives: Vec<String>,
    #[serde(rename = "with prepositions")]
    with_prepositions: IndexMap<String, Vec<String>>,
    #[serde(rename = "other verbs")]
    other_verbs: IndexMap<String, Vec<String>>,
    quoted: Vec<String>,
    nouns: Vec<String>,
    prepositions: Vec<String>,
    breaks: Words,
    #[serde(rename = "of speakers")]
    of_speakers: Words,
    nobody: Words,
    anybody: Words,
    #[serde(rename = "person endings")]
    person_endings: Vec<String>,
    bodies: Words,
    #[serde(rename = "before places")]
    before_places: Words,
    he: Words,
    she: Words,
    speakers: SpeakerLists,
    #[serde(rename = "role groups")]
    role_groups: Vec<Vec<String>>,
    knowing: Vec<String>,
    anonymity: Vec<String>,
    because: Vec<String>,
    reasons: Vec<String>,
    credits: Vec<String>,
    #[serde(rename = "stated sources")]
    stated_sources: Vec<String>,
    #[serde(rename = "stated openings")]
    stated_openings: Vec<String>,
    #[serde(rename = "credit openings")]
    credit_openings: Words,
    desks: Words,
    #[serde(rename = "he names")]
    he_names: Vec<String>,
    #[serde(rename = "she names")]
    she_names: Vec<String>,
    #[serde(rename = "he nouns")]
    he_nouns: Vec<String>,
    #[serde(rename = "she nouns")]
    she_nouns: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SpeakerLists {
    unnamed: Vec<String>,
    collective: Vec<String>,
    institutional: Vec<String>,
    documentary: Vec<String>,
}

impl From<AttributionLists> for AttributionWords {
    fn from(lists: AttributionLists) -> Self {
        let mut words = Self::default();
        for (list, class) in [
            (&lists.says, CueClass::SAYS),
            (&lists.says_it, CueClass::SAYS_IT),
            (&lists.thinks, CueClass::THINKS),
            (&lists.objects, CueClass::OBJECT),
            (&lists.infinitives, CueClass::INFINITIVE),
            (&lists.quoted, CueClass::QUOTED),
            (&lists.nouns, CueClass::NOUN),
        ] {
            words.add(list, class);
        }
        for verb in lists.with_prepositions.keys() {
            words.add(std::slice::from_ref(verb), CueClass::PREPOSITION);
        }
        words.prepositions_of = lists.with_prepositions;
        words.other_verbs = lists.other_verbs;
        (words.breaks, words.of_speakers, words.nobody) = (lists.breaks, lists.of_speakers, lists.nobody);
        (words.he, words.she, words.desks) = (lists.he, lists.she, lists.desks);
        words.person_endings = lists.person_endings;
        (words.anybody, words.bodies, words.before_places) = (lists.anybody, lists.bodies, lists.before_places);
        words.credit_openings = lists.credit_openings;
        for (list, sort) in [
            (&lists.speakers.documentary, SpeakerSort::Documentary),
            (&lists.speakers.institutional, SpeakerSort::Institutional),
            (&lists.speakers.collective, SpeakerSort::Collective),
            (&lists.speakers.unnamed, SpeakerSort::Unnamed),
        ] {
            for noun in list {
                *words.speakers.entry(noun.as_bytes()) = Some(sort);
            }
        }
        for (group, roles) in (1..).zip(&lists.role_groups) {
            for role in roles {
                *words.roles.entry(role.as_bytes()) = group;
            }
        }
        let split =
            |phrases: &[String]| phrases.iter().map(|phrase| phrase.split(' ').map(str::to_string).collect()).collect();
        words.leading = split(&lists.prepositions);
        words.knowing = split(&lists.knowing);
        words.anonymity = split(&lists.anonymity);
        words.because = split(&lists.because);
        words.reasons = split(&lists.reasons);
        words.stated_sources = split(&lists.stated_sources);
        words.stated_openings = split(&lists.stated_openings);
        words.credits = lists.credits;
        let mut known = |of: fn(&mut Self) -> &mut ByLetters<Option<ThirdPerson>>, list: &[String], person| {
            list.iter().for_each(|word| *of(&mut words).entry(word.as_bytes()) = Some(person));
        };
        known(|words| &mut words.given, &lists.he_names, ThirdPerson::He);
        known(|words| &mut words.given, &lists.she_names, ThirdPerson::She);
        known(|words| &mut words.nouns, &lists.he_nouns, ThirdPerson::He);
        known(|words| &mut words.nouns, &lists.she_nouns, ThirdPerson::She);
        words
    }
}
