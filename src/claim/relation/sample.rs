//! What a variant of a phrase says of its words, once it is read as a sentence.

use super::RelationWord;
use crate::{
    claim::{sentence_words::SentenceWords, stem::Keys},
    clause::{ClauseNode, Complement, NounPhrase},
    lexicon::{Class, ClauseClass, RelationClass},
    text::TokenKind,
};
use std::ops::Range;

/// A variant as it is read.
pub(super) struct Sample<'a> {
    pub words: SentenceWords<'a>,
    pub keys: &'a mut Keys,
    /// The tokens of the stand-in.
    pub hole: Range<usize>,
    pub exact: &'a [usize],
    /// The tokens that the relation has.
    pub used: Vec<usize>,
}

impl<'a> Sample<'a> {
    /// The noun phrase of the hole.
    pub fn hole_phrase(&self) -> Option<(usize, &'a NounPhrase)> {
        let index = self.words.clauses.noun_phrase_at(self.hole.start)?;
        Some((index, self.words.clauses.phrase(index)?))
    }

    /// A word with its kin; what is written so is found without.
    pub fn word(&mut self, token: usize) -> RelationWord {
        self.used.push(token);
        let mut word = self.noun(token);
        if word.written.is_none() {
            let kin = self.words.lexicon.relations().kin(&self.keys.key(self.words.written(token)));
            word.numbers.extend(kin.iter().map(|kin| self.keys.number(kin)));
            word.numbers.sort_unstable();
            word.numbers.dedup();
        }
        word
    }

    /// A noun, which has no kin.
    pub fn noun(&mut self, token: usize) -> RelationWord {
        self.used.push(token);
        let written = self.words.written(token);
        let is_exact = self.exact.contains(&self.words.text.token(token).span.range().start);
        let key = self.keys.key(written);
        RelationWord { numbers: vec![self.keys.number(&key)], written: is_exact.then(|| written.to_string()) }
    }

    /// Whether a token says something: no article, preposition, auxiliary, and not the hole.
    pub fn is_content(&self, token: usize) -> bool {
        if self.hole.contains(&token)
            || !matches!(self.words.text.token(token).kind, TokenKind::Word | TokenKind::Number)
        {
            return false;
        }
        let particle = self.words.clauses.clause_of(token).and_then(|clause| self.words.clauses.clause(clause));
        if particle.is_some_and(|node| node.adverbs.contains(&token))
            && self.words.clause_class(token).is(ClauseClass::PARTICLE)
        {
            return true;
        }
        if is_acronym(self.words.written(token)) {
            return true;
        }
        let small = Class::HALF_DAY
            .and(Class::ZONE)
            .and(Class::FUNCTION.and(Class::STARTER).and(Class::PASSED_OVER).and(Class::SHARE));
        let class = self.words.clause_class(token);
        let helper = ClauseClass::PREPOSITION.and(ClauseClass::DETERMINER).and(ClauseClass::RELATIVE);
        let helper = helper.and(ClauseClass::POSSESSIVE).and(ClauseClass::COORDINATOR).and(ClauseClass::TO);
        let helper = helper.and(ClauseClass::MODAL).and(ClauseClass::SUBORDINATOR);
        let number = self.words.lexical(token).is(Class::CARDINAL);
        !self.words.lexical(token).is(small) && !class.is(helper) && !number
    }

    /// The clause whose verb or predicate says something of a noun phrase, where it is more than "be".
    pub fn clause_about(&self, phrase: usize) -> Option<(usize, &'a ClauseNode)> {
        let top = self.words.clauses.whole(phrase);
        let is = |part: Option<usize>| part == Some(phrase) || part == Some(top);
        let all = self.words.clauses.all().iter().enumerate();
        let says = |node: &ClauseNode| is(node.subject.map(|subject| subject.phrase)) || is(node.object);
        let weighty = |node: &ClauseNode| {
            node.verb.as_ref().is_some_and(|verb| self.is_content(verb.head)) || node.predicate.is_some()
        };
        all.rev().find(|(_, node)| says(node) && weighty(node))
    }

    /// What a complement hangs on: the noun before it, or the verb.
    pub fn leading(&self, clause: usize, complement: Complement) -> Option<usize> {
        let node = self.words.clauses.clause(clause)?;
        let mut beside = complement.beside.map(|beside| self.words.clauses.whole(beside));
        // "The age for women to 65": the age, to 65.
        for _ in 0..node.complements.len() {
            let led = node.complements.iter().find(|one| Some(one.phrase) == beside && one.preposition.is_some());
            let Some(before) = led.and_then(|one| one.beside) else { break };
            beside = Some(self.words.clauses.whole(before));
        }
        let beside = beside.and_then(|beside| self.words.clauses.phrase(beside));
        let verb = node.verb.as_ref().map(|verb| verb.head);
        let token = match beside {
            Some(phrase) if verb.is_none_or(|verb| verb < phrase.head || !self.is_content(verb)) => phrase.head,
            _ => verb?,
        };
        self.is_content(token).then_some(token)
    }

    /// "people", "others".
    pub fn is_any_person(&self, token: usize) -> bool {
        self.words.lexical(token).is(Class::PEOPLE)
            || self.words.clause_class(token).is(ClauseClass::PRONOUN)
                && self.words.class(token).is(RelationClass::PERSON)
            || self.words.clause_class(token).is(ClauseClass::ALONE)
                && self.words.class(token).is(RelationClass::PERSON)
    }

    /// "happened", "took place".
    pub fn is_happening(&self, node: &ClauseNode) -> bool {
        let Some(verb) = node.verb.as_ref() else { return false };
        let place = node.object.and_then(|object| self.words.clauses.phrase(object)).map(|object| object.head);
        self.words.class(verb.head).is(RelationClass::HAPPENING)
            && place.is_none_or(|place| self.words.class(place).is(RelationClass::HAPPENING))
    }
}

/// "US" is no "us".
fn is_acronym(written: &str) -> bool {
    written.len() > 1 && written.chars().all(|letter| letter.is_uppercase() || letter == '.')
}
