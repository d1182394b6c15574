//! The names of one text: which is a short form of which, and which doubtful runs hold one.

use super::{Name, run::Run};
use crate::{
    lexicon::{NameClass, NameWords},
    span::Span,
    text::{Initial, Text, TokenKind},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// A known name has at most so many tokens.
const LONGEST: usize = 10;

/// A person's name has at most so many words.
const LONGEST_PERSON: usize = 5;

pub(super) struct Known<'a> {
    text: &'a Text<'a>,
    /// Each name in lower case, and as it is written.
    forms: FxHashMap<String, String>,
    /// Names of persons by their last word in lower case.
    by_last: FxHashMap<String, Vec<String>>,
    /// Acronyms and what they stand for.
    acronyms: FxHashMap<String, String>,
    /// The fullest form of each name that was asked for: most names come again and again.
    fullest: FxHashMap<Cow<'a, str>, Box<str>>,
}

impl<'a> Known<'a> {
    pub fn new(text: &'a Text<'a>, certain: &[Run]) -> Self {
        let mut known = Self {
            text,
            forms: FxHashMap::default(),
            by_last: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            fullest: FxHashMap::default(),
        };
        let mut seen = FxHashSet::default();
        for run in certain {
            let form = written(text, run.core, run.end);
            if let Some(acronym) = run.acronym {
                known.acronyms.insert(text.written(acronym).to_string(), form.to_string());
            }
            if !seen.contains(&form) {
                known.add(&form);
                seen.insert(form);
            }
        }
        known
    }

    fn add(&mut self, form: &str) {
        if let Some(last) = last_word(form).filter(|_| is_person(form)) {
            let fulls = self.by_last.entry(last).or_default();
            if !fulls.iter().any(|full| full == form) {
                fulls.push(form.to_string());
            }
        }
        let is_shouted = |form: &str| !form.contains(char::is_lowercase);
        let kept = self.forms.entry(form.to_lowercase()).or_insert_with(|| form.to_string());
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

    /// Whether it is written as a name, or the last word of a person's.
    fn has(&self, form: &str) -> bool {
        let lower = form.to_lowercase();
        self.forms.contains_key(&lower) || self.by_last.contains_key(&lower) || self.acronyms.contains_key(form)
    }

    fn name(&mut self, first: usize, core: usize, end: usize) -> Name {
        let form = written(self.text, core, end);
        if let Some(full) = self.fullest.get(&form) {
            return Name { first, end, full: full.clone() };
        }
        let full: Box<str> = self.full(&form).into();
        self.fullest.insert(form, full.clone());
        Name { first, end, full }
    }

    /// The fullest form of a name; the name itself where it could be that of two persons.
    fn full(&self, form: &str) -> String {
        if let Some(long) = self.acronyms.get(form) {
            return long.clone();
        }
        let lower = form.to_lowercase();
        let same = self.forms.get(&lower).map_or(form, String::as_str);
        let words: Vec<&str> = lower.split(' ').filter(|word| !is(word.trim_matches('.'), NameClass::SUFFIX)).collect();
        let Some(last) = words.last() else { return same.to_string() };
        let last = last.trim_matches(',');
        let fulls = self.by_last.get(last).map_or(&[][..], Vec::as_slice);
        let of_this = |full: &&String| words.len() == 1 || begin_alike(full, &lower);
        let mine: Vec<&String> = fulls.iter().filter(of_this).collect();
        let Some(longest) = mine.iter().max_by_key(|full| (full.split(' ').count(), full.len())) else {
            return same.to_string();
        };
        if mine.iter().all(|full| begin_alike(full, longest)) { (*longest).clone() } else { same.to_string() }
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

fn is(word: &str, classes: NameClass) -> bool {
    NameWords::english().class(word).is(classes)
}

/// The last word in lower case, "Jr." aside.
fn last_word(form: &str) -> Option<String> {
    let last = form.split(' ').rfind(|word| !is(word.trim_matches(['.', ',']), NameClass::SUFFIX))?;
    Some(last.trim_matches(',').to_lowercase())
}

/// Whether a name of several words can be a person's: none of them is a noun of bodies or places.
fn is_person(form: &str) -> bool {
    let parts: Vec<&str> = form.split(' ').collect();
    let is_first_of_place = parts.first().is_some_and(|first| is(first, NameClass::BEFORE_PLACE));
    let foreign = |part: &&str| {
        is(part, NameClass::BODY.and(NameClass::PLACE).and(NameClass::NATIONALITY))
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
