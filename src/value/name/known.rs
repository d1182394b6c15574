//! The names of one text: which is a short form of which, and which doubtful runs hold one.

use super::{
    Name, Spellings,
    people::{People, Person, Whose, is_last_name},
    run::{Run, Runs},
};
use crate::text::{Text, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// A known name has at most so many tokens.
const LONGEST: usize = 10;

pub(super) struct Known<'a> {
    /// Each name in lower case, and as it is written.
    forms: FxHashMap<String, String>,
    people: People,
    /// Acronyms and what they stand for.
    acronyms: FxHashMap<String, String>,
    /// How the project spells names.
    spellings: &'a Spellings,
    /// Words that the text also writes in lower case.
    ordinary: &'a FxHashSet<&'a str>,
}

impl<'a> Known<'a> {
    pub fn new(runs: &Runs<'a>, certain: &[Run], spellings: &'a Spellings) -> Self {
        let text = runs.text;
        let mut known = Self {
            forms: FxHashMap::default(),
            people: People::default(),
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
            let is_listed = spellings.listed(&form).is_some();
            known.people.add(Person { written: form.clone(), name: known.spelled(&form), is_listed });
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
            || self.people.has(&lower)
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
        let same = self.forms.get(&form.to_lowercase()).map_or(form, String::as_str);
        match self.people.whose(form) {
            Whose::Of(person) => person.name.clone(),
            Whose::Unclear if is_last_name(form) => same.to_string(),
            Whose::Unclear => self.spelled(same),
            Whose::Nobodys => self.spelled(same),
        }
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
