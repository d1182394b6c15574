//! The names of one text: which is a short form of which, and which doubtful runs hold one.

use super::{
    Name, Spellings,
    run::{Run, Runs},
};
use crate::{
    lexicon::NameWords,
    text::{Text, TokenKind},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// A known name has at most so many tokens.
const LONGEST: usize = 10;

/// A person's name has at most so many words.
const LONGEST_PERSON: usize = 5;

pub(super) struct Known<'a> {
    /// Each name in lower case, and as it is written.
    forms: FxHashMap<String, String>,
    /// Names of persons by their last word in lower case.
    by_last: FxHashMap<String, Vec<Person>>,
    /// Acronyms and what they stand for.
    acronyms: FxHashMap<String, String>,
    /// How the project spells names.
    spellings: &'a Spellings,
    /// Words that the text also writes in lower case.
    ordinary: &'a FxHashSet<&'a str>,
}

/// A person, named by several words.
#[derive(PartialEq)]
struct Person {
    /// The name as the text has it.
    written: String,
    /// The name as the project spells it.
    name: String,
    /// Whether the project lists it.
    is_listed: bool,
}

impl Person {
    /// Whether another name of the same last word may be this person's.
    fn begins_alike(&self, other: &str) -> bool {
        begin_alike(&self.written, other) || begin_alike(&self.name, other)
    }
}

impl<'a> Known<'a> {
    pub fn new(runs: &Runs<'a>, certain: &[Run], spellings: &'a Spellings) -> Self {
        let (text, words) = (runs.text, runs.words);
        let mut known = Self {
            forms: FxHashMap::default(),
            by_last: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            spellings,
            ordinary: runs.ordinary,
        };
        for run in certain {
            let form = written(text, run.core, run.end);
            if let Some(acronym) = run.acronym {
                let long = known.spelled(&form);
                known.acronyms.insert(text.written(acronym).to_string(), long);
            }
            if let Some(last) = last_word(&form, words).filter(|_| is_person(&form, words)) {
                let listed = spellings.listed(&form).is_some();
                let person = Person { written: form.clone(), name: known.spelled(&form), is_listed: listed };
                let persons = known.by_last.entry(last).or_default();
                if !persons.contains(&person) {
                    persons.push(person);
                }
            }
            let is_shouted = |form: &str| !form.contains(char::is_lowercase);
            let kept = known.forms.entry(form.to_lowercase()).or_insert_with(|| form.clone());
            if is_shouted(kept) && !is_shouted(&form) {
                *kept = form;
            }
        }
        known
    }

    /// A run as a name, or as two where a hyphen joins names that also stand alone ("Lang-Orban").
    pub fn split(&self, text: &Text, run: &Run) -> Vec<Name> {
        let hyphen = run.core + 1;
        let is_pair = run.end == run.core + 3 && text.token(hyphen).kind == TokenKind::Hyphen;
        if is_pair && self.has(text.written(run.core)) && self.has(text.written(hyphen + 1)) {
            let name = |token: usize| self.name(text, (token, token, token + 1));
            return vec![name(run.core), name(hyphen + 1)];
        }
        vec![self.name(text, (run.first, run.core, run.end))]
    }

    /// The longest known names inside a run.
    pub fn inside(&self, text: &Text, run: &Run) -> Vec<Name> {
        let mut found = Vec::new();
        let mut at = run.core;
        while at < run.end {
            if text.token(at).kind != TokenKind::Word || !text.written(at).starts_with(char::is_uppercase) {
                at += 1;
                continue;
            }
            let ends = (at + 1..=(at + LONGEST).min(run.end)).rev();
            let longest = ends
                .into_iter()
                .find(|end| text.token(end - 1).kind == TokenKind::Word && self.has(&written(text, at, *end)));
            match longest {
                Some(end) => {
                    found.push(self.name(text, (at, at, end)));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether it is written as a name, or the last word of a person's, or listed by the project.
    fn has(&self, form: &str) -> bool {
        let lower = form.to_lowercase();
        self.forms.contains_key(&lower)
            || self.by_last.contains_key(&lower)
            || self.acronyms.contains_key(form)
            || self.spellings.listed(form).is_some() && !self.ordinary.contains(lower.as_str())
    }

    fn name(&self, text: &Text, (first, core, end): (usize, usize, usize)) -> Name {
        // A project may list a name with its title.
        let titled = if first < core { self.spellings.listed(&written(text, first, end)) } else { None };
        let full = titled.map_or_else(|| self.full(&written(text, core, end)), str::to_string);
        Name { first, end, full }
    }

    /// A name as the project spells it.
    fn spelled(&self, form: &str) -> String {
        self.spellings.name_of(form).unwrap_or_else(|| form.to_string())
    }

    /// The fullest form of a name; the name itself where it could be that of two persons.
    fn full(&self, form: &str) -> String {
        if let Some(long) = self.acronyms.get(form) {
            return long.clone();
        }
        let lower = form.to_lowercase();
        let same = self.forms.get(&lower).map_or(form, String::as_str);
        let words: Vec<&str> =
            lower.split(' ').filter(|word| !NameWords::english().suffixes.has(word.trim_matches('.'))).collect();
        let Some(last) = words.last() else { return self.spelled(same) };
        let last = last.trim_matches(',');
        let persons = self.by_last.get(last).map_or(&[][..], Vec::as_slice);
        let of_this = |person: &&Person| words.len() == 1 || person.begins_alike(&lower);
        let mine: Vec<&Person> = persons.iter().filter(of_this).collect();
        let size = |person: &&&Person| (person.is_listed, person.written.split(' ').count(), person.written.len());
        let Some(fullest) = mine.iter().max_by_key(size) else { return self.spelled(same) };
        let is_fullest = |person: &&Person| person.name == fullest.name || fullest.begins_alike(&person.written);
        if mine.iter().all(is_fullest) { fullest.name.clone() } else { same.to_string() }
    }
}

/// The words of tokens with one blank between them, as far as they stand apart.
fn written(text: &Text, first: usize, end: usize) -> String {
    let mut form = String::new();
    for token in first..end {
        if token > first && !text.is_glued(token) {
            form.push(' ');
        }
        form.push_str(text.written(token));
    }
    form
}

/// The last word in lower case, "Jr." aside.
fn last_word(form: &str, words: &NameWords) -> Option<String> {
    let last = form.split(' ').rfind(|word| !words.suffixes.has(word.trim_matches(['.', ','])))?;
    Some(last.trim_matches(',').to_lowercase())
}

/// Whether a name of several words can be a person's: none of them is a noun of bodies or places.
pub(super) fn is_person(form: &str, words: &NameWords) -> bool {
    let parts: Vec<&str> = form.split(' ').collect();
    let is_first_of_place = parts.first().is_some_and(|first| words.places_before.has(first));
    let foreign = |part: &&str| {
        words.bodies.has(part)
            || words.places.has(part)
            || words.nationalities.has(part)
            || matches!(*part, "of" | "for" | "and" | "the" | "&" | "in")
            || part.bytes().any(|byte| byte.is_ascii_digit())
            || part.len() > 1 && !part.contains(char::is_lowercase) && !part.contains('.')
    };
    (2..=LONGEST_PERSON).contains(&parts.len()) && !is_first_of_place && !parts.iter().any(foreign)
}

/// Whether two names of one last word begin with one first name, or with its initial.
fn begin_alike(one: &str, other: &str) -> bool {
    let first = |form: &str| form.split(' ').next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let (one, other) = (first(one), first(other));
    let is_initial = one.chars().count() == 1 || other.chars().count() == 1;
    one == other || is_initial && one.chars().next() == other.chars().next()
}
