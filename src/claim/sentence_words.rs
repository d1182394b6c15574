//! The clauses of a sentence with what each of its words may be in them, read once for all phrases.

use crate::{
    clause::{Clauses, Complement, NounPhrase, PhraseLink},
    fold,
    lexicon::{Class, ClauseClass, Lexicon, RelationClass, Word},
    text::Text,
};
use std::{cell::OnceCell, ops::Range};

/// A chain of noun phrases and prepositions is followed so far back.
const LONGEST_CHAIN: usize = 6;

/// What is read of a sentence once.
#[derive(Debug)]
pub(super) struct ReadClauses {
    clauses: Clauses,
    first: usize,
    /// By token.
    classes: Vec<(RelationClass, ClauseClass)>,
    /// By noun phrase: the noun of things or people counted last before it.
    counted: Vec<Option<usize>>,
    /// By noun phrase, once asked for: the complements that lead back to it.
    led: OnceCell<Vec<Vec<Complement>>>,
}

impl ReadClauses {
    /// Reads a sentence, a range of tokens.
    pub(super) fn read(text: &Text<'_>, sentence: Range<usize>, lexicon: &Lexicon) -> Self {
        let clauses = Clauses::read(text, sentence.clone(), lexicon);
        let classes = |token| {
            let written = text.written(token);
            (lexicon.relations().class_of(written, lexicon.stems()), lexicon.clauses().class(written))
        };
        Self {
            counted: counted_before(text, &clauses, lexicon),
            clauses,
            led: OnceCell::new(),
            first: sentence.start,
            classes: sentence.map(classes).collect(),
        }
    }
}

/// By noun phrase, the noun of things or people that the sentence has counted last before it; amounts and times are none.
fn counted_before(text: &Text<'_>, clauses: &Clauses, lexicon: &Lexicon) -> Vec<Option<usize>> {
    let noun = |phrase: &NounPhrase| {
        let numerals = phrase.numerals.as_ref()?;
        let word = lexicon.word(text.token(phrase.head).word);
        let is_amount = word.is(Class::UNIT.and(Class::DURATION).and(Class::CURRENCY).and(Class::PERCENT));
        (!numerals.contains(&phrase.head) && !phrase.is_time && !is_amount).then_some(phrase.head)
    };
    let mut last = None;
    let before = |phrase: &NounPhrase| {
        let before = last;
        last = noun(phrase).or(last);
        before
    };
    clauses.phrases().iter().map(before).collect()
}

/// The noun phrases before a complement, back from the nearest, as long as each follows a preposition.
fn chain(clauses: &Clauses, complement: Complement) -> impl Iterator<Item = usize> {
    let clause = clauses.complement_of(complement.phrase).map(|(clause, _)| clause);
    let before = move |phrase: usize| {
        let led = [phrase, clauses.whole(phrase)].map(|phrase| clauses.complement_of(phrase));
        let own = led.into_iter().flatten().filter(|(of, _)| Some(*of) == clause).map(|(_, one)| one);
        own.min_by_key(|one| one.phrase)?.beside
    };
    std::iter::successors(complement.beside, move |phrase| before(*phrase)).take(LONGEST_CHAIN)
}

/// By noun phrase, the complements that lead back to it.
fn led(clauses: &Clauses) -> Vec<Vec<Complement>> {
    let mut led = vec![Vec::new(); clauses.phrases().len()];
    for one in clauses.all().iter().flat_map(|node| &node.complements) {
        let before = chain(clauses, *one).flat_map(|phrase| [phrase, clauses.whole(phrase)]);
        let mut before: Vec<usize> = before.collect();
        before.sort_unstable();
        before.dedup();
        for phrase in before {
            if let Some(led) = led.get_mut(phrase) {
                led.push(*one);
            }
        }
    }
    led
}

/// A text, one sentence of it as read, and the lexicon.
#[derive(Clone, Copy)]
pub(super) struct SentenceWords<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) clauses: &'a Clauses,
    read: &'a ReadClauses,
}

impl<'a> SentenceWords<'a> {
    pub(super) fn new(text: &'a Text<'a>, lexicon: &'a Lexicon, read: &'a ReadClauses) -> Self {
        Self { text, lexicon, clauses: &read.clauses, read }
    }

    pub(super) fn written(&self, token: usize) -> &'a str {
        self.text.written(token)
    }

    /// What a word may be anywhere.
    pub(super) fn lexical(&self, token: usize) -> &'a Word {
        self.lexicon.word(self.text.token(token).word)
    }

    /// Whether a noun has the form of several: "guests", "men".
    pub(super) fn is_plural(&self, token: usize) -> bool {
        let ends = || self.lexicon.endings().is_plural(&fold::words(self.written(token)));
        self.lexical(token).is(Class::PLURAL) || ends()
    }

    fn classes(&self, token: usize) -> Option<(RelationClass, ClauseClass)> {
        self.read.classes.get(token.checked_sub(self.read.first)?).copied()
    }

    /// What a word may be in a relation; nothing outside of the sentence.
    pub(super) fn class(&self, token: usize) -> RelationClass {
        self.classes(token).map(|(class, _)| class).unwrap_or_default()
    }

    /// What a word may be in a clause; nothing outside of the sentence.
    pub(super) fn clause_class(&self, token: usize) -> ClauseClass {
        self.classes(token).map(|(_, class)| class).unwrap_or_default()
    }

    /// The noun of things or people that the sentence has counted last before a noun phrase.
    pub(super) fn counted_before(&self, phrase: usize) -> Option<usize> {
        self.read.counted.get(phrase).copied().flatten()
    }

    pub(super) fn phrase(&self, phrase: usize) -> Option<&'a NounPhrase> {
        self.clauses.phrase(phrase)
    }

    /// The noun phrase whose noun a token is.
    pub(super) fn phrase_of_head(&self, token: usize) -> Option<(usize, &'a NounPhrase)> {
        let index = self.clauses.noun_phrase_at(token)?;
        let phrase = self.phrase(index)?;
        (phrase.head == token).then_some((index, phrase))
    }

    /// The parts of a noun phrase that one sort of link makes.
    pub(super) fn linked(
        &self,
        phrase: usize,
        is_link: impl Fn(PhraseLink) -> bool + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let clauses = self.clauses;
        let is_it = move |part: &usize| clauses.phrase(*part).and_then(|part| part.link).is_some_and(&is_link);
        clauses.parts(phrase).iter().copied().filter(is_it)
    }

    /// What "of" joins to a noun phrase.
    pub(super) fn of_parts(&self, phrase: usize) -> impl Iterator<Item = usize> + 'a {
        self.linked(phrase, |link| matches!(link, PhraseLink::Of(_)))
    }

    /// What stands beside a noun phrase for the same.
    pub(super) fn appositions(&self, phrase: usize) -> impl Iterator<Item = usize> + 'a {
        self.linked(phrase, |link| matches!(link, PhraseLink::Apposition(_)))
    }

    /// The preposition of a complement in lower case; empty where there is none.
    pub(super) fn preposition(&self, complement: Complement) -> String {
        complement.preposition.map(|token| self.written(token).to_lowercase()).unwrap_or_default()
    }

    /// Whether this preposition leads to a complement.
    pub(super) fn is_preposition(&self, complement: Complement, preposition: &str) -> bool {
        complement.preposition.is_some_and(|token| self.written(token).eq_ignore_ascii_case(preposition))
    }

    /// Whether a complement has a preposition, or one that may stand for it: both say only when or where.
    pub(super) fn leads_by(&self, complement: Complement, preposition: &str) -> bool {
        let own = complement.preposition.map(|token| self.written(token)).unwrap_or_default();
        own.eq_ignore_ascii_case(preposition) || self.is_free(complement) && self.is_free_word(preposition)
    }

    /// Whether only nouns and prepositions stand between a noun phrase and a complement: "the crash in Orvane on Sunday".
    pub(super) fn leads_back(&self, complement: Complement, phrase: usize) -> bool {
        self.nouns_before(complement).any(|before| before == phrase || self.clauses.whole(before) == phrase)
    }

    /// The noun phrases before a complement, back from the nearest, as long as each follows a preposition.
    pub(super) fn nouns_before(&self, complement: Complement) -> impl Iterator<Item = usize> + 'a {
        chain(self.clauses, complement)
    }

    /// The complements that lead back to a noun phrase.
    pub(super) fn led_from(&self, phrase: usize) -> &'a [Complement] {
        let led = self.read.led.get_or_init(|| led(self.clauses));
        led.get(phrase).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a complement says only when or where: another preposition, or none, may stand there.
    pub(super) fn is_free(&self, complement: Complement) -> bool {
        complement.preposition.is_none_or(|token| self.class(token).is(RelationClass::FREE_PREPOSITION))
    }

    /// The same of a preposition.
    pub(super) fn is_free_word(&self, preposition: &str) -> bool {
        let class = || self.lexicon.relations().class(&self.lexicon.stems().key(preposition));
        preposition.is_empty() || class().is(RelationClass::FREE_PREPOSITION)
    }
}
