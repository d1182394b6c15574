//! Who or what a noun is: a title, an apposition, or by "be".

use super::{sentence::ReadSentence, tied::TiedValue};
use crate::{
    claim::{construction::Construction, filler::Filler},
    clause::{ClauseNode, PhraseLink},
    lexicon::{Class, ClauseClass},
    text::TokenKind,
};

impl ReadSentence<'_> {
    /// The names, ages and the like of what the word at a token names.
    pub fn named(&self, token: usize) -> Vec<TiedValue> {
        self.fillers.own().iter().filter_map(|filler| self.name(token, filler)).collect()
    }

    /// The names right before the noun at a token, or that end with it as part of them.
    pub fn names_before(&self, token: usize) -> Vec<TiedValue> {
        let Some(noun) = self.words.clauses.noun_phrase_at(token) else { return Vec::new() };
        let Some(phrase) = self.words.phrase(noun) else { return Vec::new() };
        let beside = [token.checked_sub(1), Some(token)].into_iter().flatten();
        let names = beside.filter_map(|at| self.fillers.at(&(at..at + 1)));
        let own = names.filter(|name| self.words.clauses.noun_phrase_at(name.first) == Some(noun));
        // "An Orvane bank" is one in Orvane.
        let is_one = phrase.head == token
            && phrase.determiner.is_some_and(|article| self.words.lexical(article).is(Class::ARTICLE));
        // "Orvane Bank Fire": all of it is capital, and the name may be Orvane's.
        let runs_on = phrase.head != token && self.is_capital(token) && self.is_capital(token + 1);
        let tied = own.filter(|_| !runs_on).filter_map(|filler| {
            let part = match () {
                () if filler.end == token && !is_one => None,
                () if filler.end == token + 1 && filler.first < token => Some((filler.first, token)),
                () => return None,
            };
            Some(TiedValue { part, ..TiedValue::whole(filler, phrase.clause, Construction::Before) })
        });
        tied.collect()
    }

    fn is_capital(&self, token: usize) -> bool {
        self.line.kind(token) == TokenKind::Word && self.line.is_capital(token)
    }

    fn name(&self, token: usize, filler: &Filler) -> Option<TiedValue> {
        let tied = |clause, construction| Some(TiedValue::whole(*filler, clause, construction));
        let index = (filler.first..filler.end).rev().find_map(|at| self.words.clauses.noun_phrase_at(at))?;
        let own = self.words.phrase(index)?;
        let noun = self.words.clauses.noun_phrase_at(token)?;
        let titled = noun == index && own.head < filler.end && token + 1 == filler.first;
        if titled {
            return tied(own.clause, Construction::Before);
        }
        let (noun, phrase) = self.words.phrase_of_head(token)?;
        if !(filler.first..filler.end).contains(&own.head) {
            return None;
        }
        if self.is_apposed(noun, index) {
            return tied(phrase.clause, Construction::Apposition);
        }
        let owner = self.words.phrase(noun).and_then(|phrase| match phrase.link {
            Some(PhraseLink::Of(owner)) => Some(owner),
            Some(PhraseLink::Possessor(_) | PhraseLink::Apposition(_) | PhraseLink::Coordinated(_)) | None => None,
        });
        let said = [Some(noun), owner].into_iter().flatten().flat_map(|phrase| self.words.clauses.clauses_with(phrase));
        let equated = said.into_iter().find(|(_, node)| self.is_equal(node, noun, index))?;
        tied(equated.0, Construction::Equation)
    }

    /// Whether one of two noun phrases names the other.
    fn is_apposed(&self, a: usize, b: usize) -> bool {
        let to = |from: usize, to: usize| {
            self.words.phrase(from).and_then(|found| found.link) == Some(PhraseLink::Apposition(to))
        };
        to(a, b) || to(b, a)
    }

    /// "The pilot was Juan Orsk", "Juan Orsk was one of the pilots".
    fn is_equal(&self, node: &ClauseNode, noun: usize, name: usize) -> bool {
        let is = node.verb.as_ref().is_some_and(|verb| self.words.clause_class(verb.head).is(ClauseClass::BE));
        let Some(subject) = node.subject.map(|subject| subject.phrase) else { return false };
        let Some(predicate) = node.predicate.and_then(|token| self.words.clauses.noun_phrase_at(token)) else {
            return false;
        };
        let is_name = |phrase: usize| phrase == name || self.is_apposed(phrase, name);
        let is_noun = |phrase: usize| phrase == noun || self.words.of_parts(phrase).any(|part| part == noun);
        is && (is_name(subject) && is_noun(predicate) || is_noun(subject) && is_name(predicate))
    }
}
