//! What phrases know of words beyond their stems: kin, who counts as people, which verbs carry what their nouns say.

use super::{Stems, parse, set::set};
use crate::{
    diagnostic::{Mistake, code},
    fold,
};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// What a word may be in a relation: a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationClass(u64);

set!(RelationClass);

impl RelationClass {
    /// A noun for a person.
    pub const PERSON: Self = Self::nth(0);
    /// What befalls people: a number beside it counts them.
    pub const OF_PERSONS: Self = Self::nth(1);
    /// A noun of action whose number is that of those whom it befalls: "12 deaths".
    pub const COUNTED_ACTION: Self = Self::nth(2);
    /// "happened": it says no more than that something was.
    pub const HAPPENING: Self = Self::nth(3);
    /// "killed": what events do.
    pub const OF_EVENTS: Self = Self::nth(4);
    /// "suffered": its object befell its subject.
    pub const UNDERGOING: Self = Self::nth(5);
    /// "left": in a state.
    pub const LEAVING: Self = Self::nth(6);
    /// "lasted": what follows is an amount of its subject.
    pub const AMOUNTING: Self = Self::nth(7);
    /// What it leads to with "to" is so: "had to".
    pub const ASSERTING: Self = Self::nth(8);
    /// What hangs on it is not claimed: "feared".
    pub const SUPPOSING: Self = Self::nth(9);
    /// "if".
    pub const CONDITION: Self = Self::nth(10);
    /// "would".
    pub const UNREAL: Self = Self::nth(11);
    /// "on": before a day or a place another may stand, or none.
    pub const FREE_PREPOSITION: Self = Self::nth(12);
    /// "meeting": something that is at a time.
    pub const EVENT: Self = Self::nth(13);

    /// "also": what is said comes on top of what was said.
    pub const ADDING: Self = Self::nth(14);
    /// "before": a day behind it is no day of what stands before it.
    pub const DATES_APART: Self = Self::nth(15);

    /// "in": what it leads to is a month or a year, and no day.
    pub const COARSE_DATE: Self = Self::nth(16);

    /// "since": what follows is a stretch of time in which several events lie.
    pub const SINCE: Self = Self::nth(17);
    /// "in", "during": before a number of events, a figure of all of them.
    pub const SPANNING: Self = Self::nth(18);
    /// "total".
    pub const SUM: Self = Self::nth(19);
    /// "far", behind "so".
    pub const FAR: Self = Self::nth(20);
    /// "so", before "far".
    pub const SO: Self = Self::nth(21);

    /// "why": what follows is taken for known.
    pub const KNOWN: Self = Self::nth(23);

    /// "killed": behind a number without an object it says what was done to so many, never what they did.
    pub const DONE_TO: Self = Self::nth(24);

    /// "almost": what is said was not.
    pub const NEARLY: Self = Self::nth(25);
    /// "false": what hangs on it is not so.
    pub const FALSE: Self = Self::nth(26);
    /// "all", before "of": no share.
    pub const WHOLE_OF: Self = Self::nth(27);

    /// "deny": what hangs on it is so where it is denied itself.
    pub const DENYING: Self = Self::nth(28);

    /// "family": people, and no number of them.
    pub const GROUP_OF_PERSONS: Self = Self::nth(29);

    /// "range": a noun for any amount, which says nothing of what.
    pub const BLANK: Self = Self::nth(30);

    /// "may": what is said is possible.
    pub const POSSIBLE: Self = Self::nth(22);
    /// "yet": behind "have", what hangs on it is not done.
    pub const YET: Self = Self::nth(33);
    /// "fail": what hangs on it is not done, and is done where it is denied.
    pub const LEAVING_UNDONE: Self = Self::nth(32);
    /// "could": with "have", what is said did not come about.
    pub const HINDSIGHT: Self = Self::nth(31);

    /// The set without what another has.
    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// One of two ways that are opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OppositeWay {
    /// "rise".
    One,
    /// "fall".
    Other,
}

/// A side of a pair of opposites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OppositeSide {
    /// Which pair.
    pub pair: usize,
    /// Which of its two sides.
    pub way: OppositeWay,
}

/// The words that relations are matched by, by their keys.
#[derive(Debug, Default)]
pub struct RelationWords {
    classes: FxHashMap<String, RelationClass>,
    kin: FxHashMap<String, Vec<String>>,
    exchangeable: FxHashMap<String, Vec<String>>,
    /// The roots of verbs that say the same whoever is their subject.
    mutual: FxHashSet<String>,
    /// By root, the root of the word that stands for all by which the same is said of a figure.
    said_alike: FxHashMap<String, String>,
    /// "incident", by their roots.
    vague_events: FxHashSet<String>,
    /// By root, on which sides of which pairs of opposites it stands.
    sides: FxHashMap<String, Vec<OppositeSide>>,
    /// The forms of nouns for persons: "engines" share their stem with engineers.
    persons: FxHashSet<String>,
    /// "it", "its": they stand for who was named.
    standing_in: FxHashSet<String>,
    /// "rival", "parent": somebody beside who is named.
    beside: FxHashSet<String>,
    /// "grand": before a noun, it makes one that is no sort of it.
    making_another: FxHashSet<String>,
    /// "by", "at": they lead to who does it, or whose it is.
    leading_to_whom: FxHashSet<String>,
}

/// `relations.yaml`: what it lists as what stands at [`RelationClass`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelationLists {
    kin: Vec<Vec<String>>,
    persons: Vec<String>,
    #[serde(rename = "groups of persons")]
    groups_of_persons: Vec<String>,
    #[serde(rename = "said of persons")]
    of_persons: Vec<String>,
    #[serde(rename = "counted actions")]
    counted_actions: Vec<String>,
    happening: Vec<String>,
    #[serde(rename = "events do")]
    of_events: Vec<String>,
    events: Vec<String>,
    undergoing: Vec<String>,
    leaving: Vec<String>,
    amounting: Vec<String>,
    asserting: Vec<String>,
    supposing: Vec<String>,
    denying: Vec<String>,
    yet: Vec<String>,
    #[serde(rename = "leaving undone")]
    leaving_undone: Vec<String>,
    conditions: Vec<String>,
    known: Vec<String>,
    #[serde(rename = "done to")]
    done_to: Vec<String>,
    #[serde(rename = "unreal modals")]
    unreal: Vec<String>,
    #[serde(rename = "free prepositions")]
    free_prepositions: Vec<String>,
    adding: Vec<String>,
    #[serde(rename = "dates apart")]
    dates_apart: Vec<String>,
    #[serde(rename = "coarse dates")]
    coarse_dates: Vec<String>,
    #[serde(rename = "possible modals")]
    possible: Vec<String>,
    #[serde(rename = "hindsight modals")]
    hindsight: Vec<String>,
    since: Vec<String>,
    spanning: Vec<String>,
    sums: Vec<String>,
    so: Vec<String>,
    far: Vec<String>,
    nearly: Vec<String>,
    #[serde(rename = "false")]
    false_words: Vec<String>,
    #[serde(rename = "whole of")]
    whole_of: Vec<String>,
    #[serde(rename = "standing in")]
    standing_in: Vec<String>,
    #[serde(rename = "beside a name")]
    beside: Vec<String>,
    #[serde(rename = "making another")]
    making_another: Vec<String>,
    #[serde(rename = "leading to whom")]
    leading_to_whom: Vec<String>,
    #[serde(rename = "blank nouns")]
    blank_nouns: Vec<String>,
    opposites: Vec<[Vec<String>; 2]>,
    mutual: Vec<String>,
    #[serde(rename = "exchangeable nouns")]
    exchangeable_nouns: Vec<Vec<String>>,
    #[serde(rename = "said alike")]
    said_alike: Vec<Vec<String>>,
    #[serde(rename = "vague events")]
    vague_events: Vec<String>,
}

/// A noun and its plurals.
fn forms(noun: &str) -> Vec<String> {
    let mut forms = vec![noun.to_string(), format!("{noun}s"), format!("{noun}es")];
    forms.extend(noun.strip_suffix('y').map(|stem| format!("{stem}ies")));
    forms.extend(noun.strip_suffix("man").map(|stem| format!("{stem}men")));
    forms
}

/// Each of a group leads to the others.
fn add_group(groups: &mut FxHashMap<String, Vec<String>>, mut group: Vec<String>) {
    group.dedup();
    for key in &group {
        let known = groups.entry(key.clone()).or_default();
        known.extend(group.iter().filter(|other| *other != key).cloned());
    }
}

impl RelationWords {
    /// Reads the lists.
    pub(super) fn read(relations: &str, stems: &Stems) -> Result<Self, Mistake> {
        let lists: RelationLists = parse::parse("relations.yaml", relations)?;
        let mut words = Self::default();
        for (list, class) in [
            (&lists.persons, RelationClass::PERSON),
            (&lists.of_persons, RelationClass::OF_PERSONS),
            (&lists.groups_of_persons, RelationClass::GROUP_OF_PERSONS),
            (&lists.counted_actions, RelationClass::COUNTED_ACTION),
            (&lists.happening, RelationClass::HAPPENING),
            (&lists.of_events, RelationClass::OF_EVENTS),
            (&lists.events, RelationClass::EVENT),
            (&lists.undergoing, RelationClass::UNDERGOING),
            (&lists.leaving, RelationClass::LEAVING),
            (&lists.amounting, RelationClass::AMOUNTING),
            (&lists.asserting, RelationClass::ASSERTING),
            (&lists.supposing, RelationClass::SUPPOSING),
            (&lists.denying, RelationClass::DENYING),
            (&lists.yet, RelationClass::YET),
            (&lists.leaving_undone, RelationClass::LEAVING_UNDONE),
            (&lists.conditions, RelationClass::CONDITION),
            (&lists.known, RelationClass::KNOWN),
            (&lists.done_to, RelationClass::DONE_TO),
            (&lists.unreal, RelationClass::UNREAL),
            (&lists.free_prepositions, RelationClass::FREE_PREPOSITION),
            (&lists.adding, RelationClass::ADDING),
            (&lists.dates_apart, RelationClass::DATES_APART),
            (&lists.coarse_dates, RelationClass::COARSE_DATE),
            (&lists.possible, RelationClass::POSSIBLE),
            (&lists.hindsight, RelationClass::HINDSIGHT),
            (&lists.since, RelationClass::SINCE),
            (&lists.spanning, RelationClass::SPANNING),
            (&lists.sums, RelationClass::SUM),
            (&lists.so, RelationClass::SO),
            (&lists.far, RelationClass::FAR),
            (&lists.nearly, RelationClass::NEARLY),
            (&lists.false_words, RelationClass::FALSE),
            (&lists.whole_of, RelationClass::WHOLE_OF),
            (&lists.blank_nouns, RelationClass::BLANK),
        ] {
            for word in list {
                one_word(word)?;
                words.add(stems.key(word), class);
                // "Fisherman", "fishermen".
                if let Some(stem) = word.strip_suffix("man") {
                    words.add(stems.key(&format!("{stem}men")), class);
                }
            }
        }
        words.standing_in = lists.standing_in.into_iter().collect();
        words.beside = lists.beside.iter().flat_map(|word| forms(word)).collect();
        words.making_another = lists.making_another.into_iter().collect();
        words.leading_to_whom = lists.leading_to_whom.into_iter().collect();
        words.persons = lists.persons.iter().flat_map(|word| forms(word)).collect();
        for group in &lists.kin {
            group.iter().try_for_each(|word| one_word(word))?;
            add_group(&mut words.kin, group.iter().map(|word| stems.key(word)).collect());
        }
        for (pair, sides) in lists.opposites.iter().enumerate() {
            for (side, word) in sides
                .iter()
                .zip([OppositeWay::One, OppositeWay::Other])
                .flat_map(|(side, way)| side.iter().map(move |word| (way, word)))
            {
                one_word(word)?;
                let root = words.root(stems.key(word));
                words.sides.entry(root).or_default().push(OppositeSide { pair, way: side });
            }
        }
        words.mutual = lists.mutual.iter().map(|verb| words.root(stems.key(verb))).collect();
        for group in &lists.exchangeable_nouns {
            group.iter().try_for_each(|word| one_word(word))?;
            add_group(&mut words.exchangeable, group.iter().map(|word| stems.key(word)).collect());
        }
        for group in &lists.said_alike {
            group.iter().try_for_each(|word| one_word(word))?;
            let mut roots = group.iter().map(|word| words.root(stems.key(word)));
            let Some(first) = roots.next() else { continue };
            let others: Vec<String> = roots.collect();
            words.said_alike.extend(others.into_iter().map(|root| (root, first.clone())));
        }
        words.vague_events = lists.vague_events.iter().map(|word| words.root(stems.key(word))).collect();
        Ok(words)
    }

    /// On which sides of opposites the word with this root stands.
    ///
    /// ```
    /// let lexicon = crosscheck::rooms::lexicon::Lexicon::english();
    /// let words = lexicon.relations();
    /// let sides = |word: &str| words.sides(&words.root(lexicon.stems().key(word)));
    /// assert_eq!(sides("rose"), sides("climbing"));
    /// assert_ne!(sides("rose"), sides("fell"));
    /// assert!(sides("house").is_empty());
    /// ```
    #[must_use]
    pub fn sides(&self, root: &str) -> &[OppositeSide] {
        self.sides.get(root).map(Vec::as_slice).unwrap_or_default()
    }

    /// The keys of the nouns that can stand for the noun with this key in any sentence.
    ///
    /// ```
    /// let lexicon = crosscheck::rooms::lexicon::Lexicon::english();
    /// let (words, key) = (lexicon.relations(), |word: &str| lexicon.stems().key(word));
    /// assert!(words.exchangeable(&key("lorries")).contains(&key("trucks")));
    /// assert!(words.exchangeable(&key("ships")).is_empty());
    /// ```
    #[must_use]
    pub fn exchangeable(&self, key: &str) -> &[String] {
        self.exchangeable.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the verb with this root says the same whoever is its subject: "meet", "marry".
    #[must_use]
    pub fn is_mutual(&self, root: &str) -> bool {
        self.mutual.contains(root)
    }

    /// The root of the word that stands for all by which the same is said of a figure, this one among them.
    ///
    /// ```
    /// let lexicon = crosscheck::rooms::lexicon::Lexicon::english();
    /// let (words, root) = (lexicon.relations(), |word: &str| lexicon.relations().root(lexicon.stems().key(word)));
    /// assert_eq!(words.said_alike(&root("wounded")), words.said_alike(&root("hurt")));
    /// assert_ne!(words.said_alike(&root("wounded")), words.said_alike(&root("killed")));
    /// ```
    #[must_use]
    pub fn said_alike<'w>(&'w self, root: &'w str) -> &'w str {
        self.said_alike.get(root).map_or(root, String::as_str)
    }

    /// The first key of the nouns that can stand for the noun with this key, itself among them.
    #[must_use]
    pub fn exchanged<'w>(&'w self, key: &'w str) -> &'w str {
        self.exchangeable(key).iter().map(String::as_str).chain([key]).min().unwrap_or(key)
    }

    /// Whether a noun names an event that may be any: "the incident".
    #[must_use]
    pub fn is_vague_event(&self, root: &str) -> bool {
        self.vague_events.contains(root)
    }

    fn add(&mut self, key: String, class: RelationClass) {
        let known = self.classes.entry(key).or_default();
        *known = known.and(class);
    }

    /// Whether a word stands for who was named: "it", "their".
    #[must_use]
    pub fn stands_in(&self, written: &str) -> bool {
        self.standing_in.contains(&*fold::words(written))
    }

    /// Whether a noun is somebody beside who is named: "rival", "parent".
    #[must_use]
    pub fn is_beside(&self, written: &str) -> bool {
        self.beside.contains(&*fold::words(written))
    }

    /// Whether what stands before a noun makes another noun of it that is no sort of it: "grand", "step".
    #[must_use]
    pub fn makes_another(&self, before: &str) -> bool {
        self.making_another.contains(before)
    }

    /// Whether a preposition leads to who does it, or whose it is: "by", "at".
    #[must_use]
    pub fn leads_to_whom(&self, preposition: &str) -> bool {
        self.leading_to_whom.contains(&*fold::words(preposition))
    }

    /// What the word with this key may be; nothing where it is in no list.
    #[must_use]
    pub fn class(&self, key: &str) -> RelationClass {
        self.classes.get(key).copied().unwrap_or_default()
    }

    /// What a word may be as it is written.
    #[must_use]
    pub fn class_of(&self, written: &str, stems: &Stems) -> RelationClass {
        let key = stems.key(written);
        let class = self.class(&key);
        if !class.is(RelationClass::PERSON) {
            return class;
        }
        let folded = fold::words(written);
        let is_form = || self.persons.contains(&*folded) || stems.forms_of(&key).iter().any(|form| *form == *folded);
        if is_form() { class } else { class.without(RelationClass::PERSON) }
    }

    /// Whether a word is one for a person, as [`Self::class_of`] says: a word that is in no list needs no stem to be told so.
    #[must_use]
    pub fn is_person(&self, written: &str, stems: &Stems) -> bool {
        let folded = fold::words(written);
        let may_be = self.persons.contains(&*folded) || stems.is_irregular(&folded);
        may_be && self.class_of(written, stems).is(RelationClass::PERSON)
    }

    /// The first key of those that say the same as the word with this key: kin share it.
    #[must_use]
    pub fn root(&self, key: String) -> String {
        let kin = self.kin(&key).iter().min();
        kin.filter(|kin| **kin < key).cloned().unwrap_or(key)
    }

    /// The keys of the words that say the same as the word with this key.
    ///
    /// ```
    /// let lexicon = crosscheck::rooms::lexicon::Lexicon::english();
    /// let (words, key) = (lexicon.relations(), |word: &str| lexicon.stems().key(word));
    /// assert!(words.kin(&key("died")).contains(&key("deaths")));
    /// assert!(words.kin(&key("killed")).is_empty());
    /// ```
    #[must_use]
    pub fn kin(&self, key: &str) -> &[String] {
        self.kin.get(key).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Words are asked for one at a time: an entry of several would be one that nothing finds.
fn one_word(entry: &str) -> Result<(), Mistake> {
    match entry.find(|letter: char| letter.is_whitespace() || letter == '-') {
        None => Ok(()),
        Some(_) => {
            Err(Mistake::new(code::BAD_LEXICON, format!("relations.yaml: `{entry}` is more than one word"), None))
        }
    }
}
