//! Persons by their last word: whose short form a name is.

use crate::{
    fold,
    lexicon::{NameClass, NameWords},
};
use rustc_hash::FxHashMap;

/// A person's name has at most so many words.
const LONGEST: usize = 5;

/// Of so many persons of one last name nobody can tell one by it; no more are kept, so that looking among them stays cheap.
const MOST_NAMESAKES: usize = 32;

/// A person, named by several words.
#[derive(PartialEq)]
pub struct Person {
    /// The name as a text has it.
    pub written: String,
    /// The name as the project spells it.
    pub name: String,
    /// Whether the project lists it.
    pub is_listed: bool,
}

impl Person {
    /// Whether another name of the same last word may be this person's.
    fn begins_alike(&self, other: &str) -> bool {
        begin_alike(&self.written, other) || begin_alike(&self.name, other)
    }
}

/// Persons, each found by the fold of the last word of its name.
pub struct People<'w> {
    known: &'w NameWords,
    by_last: FxHashMap<String, Vec<Person>>,
}

/// Whose name it is.
pub enum Whose<'p> {
    /// One person's.
    Of(&'p Person),
    /// Perhaps that of two.
    Unclear,
    /// Nobody's who is known.
    Nobodys,
}

impl<'w> People<'w> {
    /// Nobody yet.
    #[must_use]
    pub fn new(known: &'w NameWords) -> Self {
        Self { known, by_last: FxHashMap::default() }
    }

    /// Adds a name, if it is that of a person.
    pub fn add(&mut self, person: Person) {
        if !is_person(&person.written, self.known) || is_last_name(&person.written, self.known) {
            return;
        }
        let Some(last) = words(&person.written, self.known).pop() else { return };
        let known = self.by_last.entry(last).or_default();
        if known.len() < MOST_NAMESAKES && !known.contains(&person) {
            known.push(person);
        }
    }

    /// Whether a folded word is the last of somebody's name.
    pub fn has(&self, last: &str) -> bool {
        self.by_last.contains_key(last)
    }

    /// Whose a name is: that of the one person whose name ends with its last word, and begins as it does.
    pub fn whose(&self, name: &str) -> Whose<'_> {
        let words = words(name, self.known);
        let known = words.last().and_then(|last| self.by_last.get(last)).map_or(&[][..], Vec::as_slice);
        if known.len() == MOST_NAMESAKES {
            return Whose::Unclear;
        }
        let may_be = |person: &&Person| is_last_name(name, self.known) || person.begins_alike(name);
        let mine: Vec<&Person> = known.iter().filter(may_be).collect();
        let size = |person: &&&Person| (person.is_listed, person.written.split(' ').count(), person.written.len());
        let Some(fullest) = mine.iter().max_by_key(size) else { return Whose::Nobodys };
        let is_fullest = |person: &&Person| person.name == fullest.name || fullest.begins_alike(&person.written);
        if mine.iter().all(is_fullest) { Whose::Of(fullest) } else { Whose::Unclear }
    }
}

/// The words of a name to compare by, "Jr." aside.
fn words(name: &str, known: &NameWords) -> Vec<String> {
    let is_suffix = |word: &&str| known.class(word.trim_matches(['.', ','])).is(NameClass::SUFFIX);
    let words = name.split(' ').filter(|word| !is_suffix(word));
    words.map(|word| fold::name(word.trim_matches(',')).into_owned()).collect()
}

/// Whether a name of several words can be a person's: none of them is a noun of bodies or places.
pub fn is_person(name: &str, words: &NameWords) -> bool {
    let parts: Vec<&str> = name.split(' ').collect();
    let is_first_of_place = parts.first().is_some_and(|first| words.class(first).is(NameClass::BEFORE_PLACE));
    let foreign = |part: &&str| {
        let class = words.class(part);
        class.is(NameClass::BODY.and(NameClass::PLACE).and(NameClass::NATIONALITY))
            || class.is(NameClass::JOINT) && !part.starts_with(char::is_uppercase)
            || part.bytes().any(|byte| byte.is_ascii_digit())
            || part.len() > 1 && !part.contains(char::is_lowercase) && !part.contains('.')
    };
    (2..=LONGEST).contains(&parts.len()) && !is_first_of_place && !parts.iter().any(foreign)
}

/// Whether a name can be the last one of a person: one word, with no more than particles before it ("van der Berg").
pub(super) fn is_last_name(name: &str, known: &NameWords) -> bool {
    let words = words(name, known);
    words.split_last().is_some_and(|(_, before)| before.iter().all(|word| known.class(word).is(NameClass::PARTICLE)))
}

/// Whether two names of one last word begin with one first name, or with its initial.
fn begin_alike(one: &str, other: &str) -> bool {
    let first = |name: &str| fold::name(name.split(' ').next().unwrap_or_default()).into_owned();
    let (one, other) = (first(one), first(other));
    let is_initial = one.chars().count() == 1 || other.chars().count() == 1;
    one == other || is_initial && one.chars().next() == other.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_persons_of_one_last_name_are_told_apart_by_nothing() {
        let mut people = People::new(crate::lexicon::Lexicon::english().names());
        for number in 0..50_000 {
            let name = format!("A{}b Lang", "x".repeat(number % 400));
            people.add(Person { written: name.clone(), name, is_listed: false });
        }
        assert!(matches!(people.whose("Lang"), Whose::Unclear));
        assert!(matches!(people.whose("Ab Lang"), Whose::Unclear));
        assert!(matches!(people.whose("Ab Quill"), Whose::Nobodys));
    }
}
