//! What a variant of a phrase says of its words, once it is read as a sentence.

use super::RelationWord;
use crate::{
    claim::stem::Keys,
    clause::{ClauseNode, Clauses, Complement, NounPhrase},
    lexicon::{Class, ClauseClass, Lexicon, RelationClass},
    text::{Text, TokenKind},
};
use std::ops::Range;

/// A variant as it is read.
pub(super) struct Sample<'a> {
    pub text: &'a Text<'a>,
    pub clauses: &'a Clauses,
    pub lexicon: &'a Lexicon,
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
        let index = self.clauses.noun_phrase_at(self.hole.start)?;
        Some((index, self.clauses.phrase(index)?))
    }

    pub fn class(&self, token: usize) -> RelationClass {
        self.lexicon.relations().class(&self.keys.key(self.text.written(token)))
    }

    pub fn clause_class(&self, token: usize) -> ClauseClass {
        self.lexicon.clauses().class(self.text.written(token))
    }

    /// A word with its kin; what is written so is found without.
    pub fn word(&mut self, token: usize) -> RelationWord {
        self.used.push(token);
        let mut word = self.noun(token);
        if word.written.is_none() {
            let kin = self.lexicon.relations().kin(&self.keys.key(self.text.written(token)));
            word.numbers.extend(kin.iter().map(|kin| self.keys.number(kin)));
            word.numbers.sort_unstable();
            word.numbers.dedup();
        }
        word
    }

    /// A noun, which has no kin.
    pub fn noun(&mut self, token: usize) -> RelationWord {
        self.used.push(token);
        let written = self.text.written(token);
        let is_exact = self.exact.contains(&self.text.token(token).span.range().start);
        let key = self.keys.key(written);
        RelationWord { numbers: vec![self.keys.number(&key)], written: is_exact.then(|| written.to_string()) }
    }

    /// Whether a token says something: no article, preposition, auxiliary, and not the hole.
    pub fn is_content(&self, token: usize) -> bool {
        if self.hole.contains(&token) || !matches!(self.text.token(token).kind, TokenKind::Word | TokenKind::Number) {
            return false;
        }
        let particle = self.clauses.clause_of(token).and_then(|clause| self.clauses.clause(clause));
        if particle.is_some_and(|node| node.adverbs.contains(&token))
            && self.clause_class(token).is(ClauseClass::PARTICLE)
        {
            return true;
        }
        if is_acronym(self.text.written(token)) {
            return true;
        }
        let small = Class::HALF_DAY
            .and(Class::ZONE)
            .and(Class::FUNCTION.and(Class::STARTER).and(Class::PASSED_OVER).and(Class::SHARE));
        let class = self.clause_class(token);
        let helper = ClauseClass::PREPOSITION.and(ClauseClass::DETERMINER).and(ClauseClass::RELATIVE);
        let helper = helper.and(ClauseClass::POSSESSIVE).and(ClauseClass::COORDINATOR).and(ClauseClass::TO);
        let helper = helper.and(ClauseClass::MODAL).and(ClauseClass::SUBORDINATOR);
        let number = self.lexicon.word(self.text.token(token).word).is(Class::CARDINAL);
        !self.lexicon.word(self.text.token(token).word).is(small) && !class.is(helper) && !number
    }

    /// The clause whose verb or predicate says something of a noun phrase, where it is more than "be".
    pub fn clause_about(&self, phrase: usize) -> Option<(usize, &'a ClauseNode)> {
        let top = self.clauses.whole(phrase);
        let is = |part: Option<usize>| part == Some(phrase) || part == Some(top);
        let all = self.clauses.all().iter().enumerate();
        let says = |node: &ClauseNode| is(node.subject.map(|subject| subject.phrase)) || is(node.object);
        let weighty = |node: &ClauseNode| {
            node.verb.as_ref().is_some_and(|verb| self.is_content(verb.head)) || node.predicate.is_some()
        };
        all.rev().find(|(_, node)| says(node) && weighty(node))
    }

    /// The complement that leads to a noun phrase.
    pub fn complement_to(&self, phrase: usize) -> Option<(usize, Complement)> {
        let all = self.clauses.all().iter().enumerate();
        let of = all.flat_map(|(clause, node)| node.complements.iter().map(move |one| (clause, *one)));
        of.into_iter().find(|(_, one)| one.phrase == phrase)
    }

    pub fn preposition(&self, complement: Complement) -> String {
        complement.preposition.map(|token| self.text.written(token).to_lowercase()).unwrap_or_default()
    }

    pub fn is_free(&self, preposition: &str) -> bool {
        let class = self.lexicon.relations().class(&self.keys.key(preposition));
        preposition.is_empty() || class.is(RelationClass::FREE_PREPOSITION)
    }

    /// What a complement hangs on: the noun before it, or the verb.
    pub fn leading(&self, clause: usize, complement: Complement) -> Option<usize> {
        let node = self.clauses.clause(clause)?;
        let mut beside = complement.beside.map(|beside| self.clauses.whole(beside));
        // "The age for women to 65": the age, to 65.
        for _ in 0..node.complements.len() {
            let led = node.complements.iter().find(|one| Some(one.phrase) == beside && one.preposition.is_some());
            let Some(before) = led.and_then(|one| one.beside) else { break };
            beside = Some(self.clauses.whole(before));
        }
        let beside = beside.and_then(|beside| self.clauses.phrase(beside));
        let verb = node.verb.as_ref().map(|verb| verb.head);
        let token = match beside {
            Some(phrase) if verb.is_none_or(|verb| verb < phrase.head || !self.is_content(verb)) => phrase.head,
            _ => verb?,
        };
        self.is_content(token).then_some(token)
    }

    /// "people", "others".
    pub fn is_any_person(&self, token: usize) -> bool {
        self.lexicon.word(self.text.token(token).word).is(Class::PEOPLE)
            || self.clause_class(token).is(ClauseClass::PRONOUN) && self.class(token).is(RelationClass::PERSON)
            || self.clause_class(token).is(ClauseClass::ALONE) && self.class(token).is(RelationClass::PERSON)
    }

    /// "happened", "took place".
    pub fn is_happening(&self, node: &ClauseNode) -> bool {
        let Some(verb) = node.verb.as_ref() else { return false };
        let place = node.object.and_then(|object| self.clauses.phrase(object)).map(|object| object.head);
        self.class(verb.head).is(RelationClass::HAPPENING)
            && place.is_none_or(|place| self.class(place).is(RelationClass::HAPPENING))
    }
}

/// "US" is no "us".
fn is_acronym(written: &str) -> bool {
    written.len() > 1 && written.chars().all(|letter| letter.is_uppercase() || letter == '.')
}
