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
                known.acronyms.insert(runs.text.written(acronym).to_string(), long);
            }
            if !seen.contains(&form) {
                known.add(&form);
                seen.insert(form);
            }
        }
        known
    }

    fn add(&mut self, form: &str) {
        let is_listed = self.spellings.listed(form).is_some();
        self.people.add(Person { written: form.to_string(), name: self.spelled(form), is_listed });
        let is_shouted = |form: &str| !form.contains(char::is_lowercase);
        let kept = self.forms.entry(fold::words(form).into_owned()).or_insert_with(|| form.to_string());
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
            if text.token(at).kind != TokenKind::Word || text.token(at).initial != Initial::Capital {
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
            || self.people.has(&fold::name(form))
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

/// The words of tokens with one blank between them, as far as they stand apart.
fn written<'a>(text: &Text<'a>, first: usize, end: usize) -> Cow<'a, str> {
    let between = |token: usize| Span { start: text.token(token - 1).span.end, end: text.token(token).span.start };
    // Between most words there is one blank already.
    if (first + 1..end).all(|token| matches!(between(token).of(text.source()), "" | " ")) {
        return Cow::Borrowed(text.slice(first, end));
    }
    let joint = |token: usize| if token > first && !text.is_glued(token) { " " } else { "" };
    (first..end).flat_map(|token| [joint(token), text.written(token)]).collect()
}
