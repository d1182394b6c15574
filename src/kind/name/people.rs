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

/// A person among those of one last name.
struct Namesake {
    person: Person,
    /// The first word of the name as it is written, folded.
    written_first: String,
    /// That of the name as the project spells it.
    first: String,
}

impl Namesake {
    fn new(person: Person) -> Self {
        Self { written_first: first(&person.written), first: first(&person.name), person }
    }

    /// Whether another name of the same last word, of which this is the first, may be this person's.
    fn begins_alike(&self, other: &str) -> bool {
        begin_alike(&self.written_first, other) || begin_alike(&self.first, other)
    }
}

/// Persons, each found by the fold of the last word of its name.
pub struct People<'w> {
    known: &'w NameWords,
    by_last: FxHashMap<String, Vec<Namesake>>,
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
        if !is_person(&person.written, self.known) {
            return;
        }
        if is_last_name(&person.written, self.known) {
            return;
        }
        let Some(last) = apart(&person.written, self.known).next_back() else { return };
        let known = self.by_last.entry(fold::name(last).into_owned()).or_default();
        if known.len() < MOST_NAMESAKES && !known.iter().any(|known| known.person == person) {
            known.push(Namesake::new(person));
        }
    }

    /// Whether a folded word is the last of somebody's name.
    pub fn has(&self, last: &str) -> bool {
        self.by_last.contains_key(last)
    }

    /// Whose a name is: that of the one person whose name ends with its last word, and begins as it does.
    pub fn whose(&self, name: &str) -> Whose<'_> {
        let last = apart(name, self.known).next_back();
        let Some(known) = last.and_then(|last| self.by_last.get(&*fold::name(last))) else { return Whose::Nobodys };
        if known.len() == MOST_NAMESAKES {
            return Whose::Unclear;
        }
        let (is_last, first) = (is_last_name(name, self.known), first(name));
        let may_be = |namesake: &&Namesake| is_last || namesake.begins_alike(&first);
        let mine: Vec<&Namesake> = known.iter().filter(may_be).collect();
        let size = |namesake: &&&Namesake| {
            let person = &namesake.person;
            (person.is_listed, person.written.split(' ').count(), person.written.len())
        };
        let Some(fullest) = mine.iter().max_by_key(size) else { return Whose::Nobodys };
        let is_fullest = |namesake: &&Namesake| {
            namesake.person.name == fullest.person.name || fullest.begins_alike(&namesake.written_first)
        };
        if mine.iter().all(is_fullest) { Whose::Of(&fullest.person) } else { Whose::Unclear }
    }
}

/// The words of a name to compare by, "Jr." aside.
fn apart<'n>(name: &'n str, known: &NameWords) -> impl DoubleEndedIterator<Item = &'n str> {
    let is_suffix = |word: &&str| known.is_suffix(word.trim_matches(['.', ',']));
    name.split(' ').filter(move |word| !is_suffix(word)).map(|word| word.trim_matches(','))
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
    let mut words = apart(name, known);
    let is_particle = |word: &str| known.class(&fold::name(word)).is(NameClass::PARTICLE);
    words.next_back().is_some() && words.all(is_particle)
}

/// The first word of a name, folded.
fn first(name: &str) -> String {
    fold::name(name.split(' ').next().unwrap_or_default()).into_owned()
}

/// Whether two names of one last word begin with one first name, or with its initial; these are folded.
fn begin_alike(one: &str, other: &str) -> bool {
    let is_initial = |name: &str| name.chars().nth(1).is_none() && !name.is_empty();
    one == other || (is_initial(one) || is_initial(other)) && one.chars().next() == other.chars().next()
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
