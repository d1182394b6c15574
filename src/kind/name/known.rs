//! The names of one text: which is a short form of which, and which doubtful runs hold one.

use super::{
    Name, NameVocabulary, Spellings,
    people::{People, Person, Whose, is_last_name},
    run::{Run, Runs},
};
use crate::{
    fold,
    span::Span,
    text::{Initial, Text, TokenKind},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// A known name has at most so many tokens.
const LONGEST: usize = 10;

pub(super) struct Known<'a> {
    text: &'a Text<'a>,
    /// Each name by its fold, and as it is written.
    forms: FxHashMap<String, String>,
    people: People<'a>,
    /// What the words of all these begin with, folded: most words of a text begin otherwise.
    beginnings: FxHashSet<u32>,
    /// Acronyms and what they stand for.
    acronyms: FxHashMap<String, String>,
    /// How the project spells names.
    spellings: &'a Spellings,
    vocabulary: &'a NameVocabulary<'a>,
    /// The fullest form of each name that was asked for: most names come again and again.
    fullest: FxHashMap<Cow<'a, str>, Box<str>>,
}

impl<'a> Known<'a> {
    pub fn new(runs: &Runs<'a>, certain: &[Run], spellings: &'a Spellings) -> Self {
        let mut known = Self {
            text: runs.text,
            forms: FxHashMap::default(),
            people: People::new(runs.vocabulary.known()),
            beginnings: FxHashSet::default(),
            acronyms: FxHashMap::default(),
            spellings,
            vocabulary: runs.vocabulary,
            fullest: FxHashMap::default(),
        };
        let mut seen = FxHashSet::default();
        for run in certain {
            let form = written(runs.text, run.core, run.end);
            if let Some(acronym) = run.acronym {
                let long = known.spelled(&form);
                let short = runs.text.written(acronym);
                known.enter(&fold::words(short));
                known.acronyms.insert(short.to_string(), long);
            }
            if !seen.contains(&form) {
                known.add(&form);
                seen.insert(form);
            }
        }
        known
    }

    /// Enters the beginnings of folded words.
    fn enter(&mut self, folded: &str) {
        self.beginnings.extend(folded.split(' ').filter_map(beginning));
    }

    /// Whether a name that is known may begin with a word.
    fn may_begin(&self, word: &str) -> bool {
        // A full stop may be left out of a name, and a short word has no beginning of its own.
        if !self.spellings.is_empty() || !word.chars().all(char::is_alphanumeric) {
            return true;
        }
        let known = |beginning: u32| self.beginnings.contains(&beginning);
        let folded = if word.is_ascii() { Cow::Borrowed(word) } else { fold::words(word) };
        beginning(&folded).is_none_or(known)
    }

    fn add(&mut self, form: &str) {
        let is_listed = self.spellings.listed(form).is_some();
        self.people.add(Person { written: form.to_string(), name: self.spelled(form), is_listed });
        let is_shouted = |form: &str| !form.contains(char::is_lowercase);
        let folded = fold::words(form).into_owned();
        self.enter(&folded);
        let kept = self.forms.entry(folded).or_insert_with(|| form.to_string());
        if is_shouted(kept) && !is_shouted(form) {
            *kept = form.to_string();
        }
    }

    /// A run as a name, or as two where a hyphen joins names that also stand alone ("Lang-Orban").
    pub fn split(&mut self, run: &Run, found: &mut Vec<Name>) {
        let text = self.text;
        let hyphen = run.core + 1;
        let is_pair = run.end == run.core + 3 && text.token(hyphen).kind == TokenKind::Hyphen;
        if is_pair && self.has(text.written(run.core)) && self.has(text.written(hyphen + 1)) {
            found.push(self.name(run.core, run.core, hyphen));
            found.push(self.name(hyphen + 1, hyphen + 1, run.end));
        } else {
            found.push(self.name(run.first, run.core, run.end));
        }
    }

    /// The longest known names inside a run.
    pub fn inside(&mut self, run: &Run, found: &mut Vec<Name>) {
        let text = self.text;
        let mut at = run.core;
        while at < run.end {
            let token = text.token(at);
            let is_capital = token.kind == TokenKind::Word && token.initial == Initial::Capital;
            if !is_capital || !self.may_begin(text.written(at)) {
                at += 1;
                continue;
            }
            let ends = (at + 1..=(at + LONGEST).min(run.end)).rev();
            let longest = ends
                .into_iter()
                .find(|end| text.token(end - 1).kind == TokenKind::Word && self.has(&written(text, at, *end)));
            match longest {
                Some(end) => {
                    found.push(self.name(at, at, end));
                    at = end;
                }
                None => at += 1,
            }
        }
    }

    /// Whether it is written as a name, or the last word of a person's, or listed by the project.
    fn has(&self, form: &str) -> bool {
        self.forms.contains_key(&*fold::words(form))
            // A last name is one word.
            || !form.contains(' ') && self.people.has(&fold::name(form))
            || self.acronyms.contains_key(form)
            || self.spellings.listed(form).is_some() && !self.vocabulary.is_written_small(&form.to_lowercase())
    }

    fn name(&mut self, first: usize, core: usize, end: usize) -> Name {
        // A project may list a name with its title.
        if first < core
            && let Some(titled) = self.spellings.listed(&written(self.text, first, end))
        {
            return Name { first, end, full: titled.into() };
        }
        let form = written(self.text, core, end);
        if let Some(full) = self.fullest.get(&form) {
            return Name { first, end, full: full.clone() };
        }
        let full: Box<str> = self.full(&form).into();
        self.fullest.insert(form, full.clone());
        Name { first, end, full }
    }

    /// A name as the project spells it.
    fn spelled(&self, form: &str) -> String {
        self.spellings.name_of(form, self.vocabulary.known()).unwrap_or_else(|| form.to_string())
    }

    /// The fullest form of a name; the name itself where it could be that of two persons.
    fn full(&self, form: &str) -> String {
        if let Some(long) = self.acronyms.get(form) {
            return long.clone();
        }
        let same = self.forms.get(&*fold::words(form)).map_or(form, String::as_str);
        match self.people.whose(form) {
            Whose::Of(person) => person.name.clone(),
            Whose::Unclear if is_last_name(form, self.vocabulary.known()) => same.to_string(),
            Whose::Unclear => self.spelled(same),
            Whose::Nobodys => self.spelled(same),
        }
    }
}

/// The first four letters of a word, in any case.
fn beginning(word: &str) -> Option<u32> {
    word.as_bytes().first_chunk().map(|first: &[u8; 4]| u32::from_le_bytes(first.map(|byte| byte.to_ascii_lowercase())))
}

/// The words of tokens with one blank between them, as far as they stand apart.
fn written<'a>(text: &Text<'a>, first: usize, end: usize) -> Cow<'a, str> {
    let between = |token: usize| Span { start: text.token(token - 1).span.end, end: text.token(token).span.start };
    // Between most words there is one blank already.
    if text.is_plain(first, end) && (first + 1..end).all(|token| matches!(between(token).of(text.source()), "" | " ")) {
        return Cow::Borrowed(text.slice(first, end));
    }
    let joint = |token: usize| if token > first && !text.is_glued(token) { " " } else { "" };
    (first..end).flat_map(|token| [joint(token), text.written(token)]).collect()
}
