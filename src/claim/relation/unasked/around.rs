//! What the clause of a value says around it: its subject, its verb and its other words, by keys that kin share.

use crate::{
    claim::{
        Acts, SaidAround, construction::Contradiction, filler::Fillers, modality::PhraseModality,
        relation::sentence::ReadSentence,
    },
    clause::ClauseNode,
    fold,
    lexicon::{ClauseClass, WordGroup},
    mention::Mention,
    text::{Initial, TokenKind},
};
use std::ops::Range;

/// Of a longer clause, the words around the value are shown.
const MOST_SHOWN: usize = 24;

/// So many small words stand between "not" and a value: "not all of the 12".
const MOST_BEFORE: usize = 5;

/// So many tokens before a value and behind it are held with it: a sentence may be long, and have many values.
const MOST_AROUND: usize = 64;

impl ReadSentence<'_> {
    /// What is said around a value; nothing where it stands in no clause.
    pub(super) fn said_around(&self, mention: &Mention) -> Option<SaidAround> {
        let clause = self.words.clauses.clause_of(mention.first)?;
        let node = self.words.clauses.clause(clause)?;
        let outside = |token: &usize| !(mention.first..mention.end).contains(token);
        let subject: Vec<usize> = node.subject.map(|one| self.tokens_within(one.phrase)).unwrap_or_default();
        let takes = node.object.and_then(|object| self.words.phrase(object));
        let takes = takes.is_some_and(|object| (object.first..object.end).contains(&mention.first));
        let says = |verb: &usize| self.governs(*verb) || takes && self.is_reporting(*verb);
        let verb = node.verb.as_ref().map(|verb| verb.head).filter(|verb| outside(verb) && says(verb));
        let is_own = |token: &usize| self.words.clauses.clause_of(*token) == Some(clause);
        let near = self.line.first.max(mention.first.saturating_sub(MOST_AROUND))
            ..self.words.clauses.end().min(mention.end.saturating_add(MOST_AROUND));
        let tokens = || near.clone().filter(outside);
        let is_other = |token: &usize| !subject.contains(token) && Some(*token) != verb;
        let (acts, other) = self.acts(mention, (clause, node)).unzip();
        let (refused, status) = (self.is_refused_value(mention), self.unclaimed(clause, None, PhraseModality::Real));
        Some(SaidAround {
            words: self.shown_clause(node.first..node.end, mention).into(),
            subject: self.keys_of(subject.iter().copied().filter(outside)),
            verb: verb.map(|verb| self.root(verb).key),
            own: self.keys_of(tokens().filter(is_own).filter(is_other)),
            denied: refused
                || matches!(status, Some(Contradiction::Denied)) && !tokens().any(|token| self.is_until(token)),
            supposed: matches!(status, Some(Contradiction::Supposed)),
            acts,
            other: other.unwrap_or_default(),
            ..SaidAround::default()
        })
    }

    /// Whether the one who is mentioned does what a clause says to somebody, or somebody to the one; and the keys of that other. Of a
    /// list nobody does it alone.
    fn acts(&self, mention: &Mention, (clause, node): (usize, &ClauseNode)) -> Option<(Acts, Vec<String>)> {
        let doer = self.doer(node)?;
        let undergoer = self.whom(clause, node)?;
        let is_alone = |phrase: usize| self.members(phrase).len() == 1;
        // "Lang's brother" is another, and so is who stands behind a preposition: the name is the noun of the phrase.
        let head = |phrase: usize| self.words.phrase(phrase).map(|phrase| phrase.head);
        let is_one = |phrase: usize| head(phrase).is_some_and(|head| (mention.first..mention.end).contains(&head));
        if doer == undergoer || !is_alone(doer) || !is_alone(undergoer) {
            return None;
        }
        let (acts, other) = if is_one(doer) {
            (Acts::Doer, undergoer)
        } else if is_one(undergoer) {
            (Acts::Undergoer, doer)
        } else {
            return None;
        };
        // Of the other too only a name is sure to be the same elsewhere.
        let phrase = self.words.phrase(other).filter(|phrase| {
            self.line.text.token(phrase.head).initial == Initial::Capital
                && !(phrase.first..phrase.end).any(|at| self.line.text.token(at).kind == TokenKind::Possessive)
        })?;
        Some((acts, self.keys_of(phrase.first..phrase.end)))
    }

    /// The keys of the words of a sentence that say something.
    pub(super) fn all_keys(&self) -> Vec<String> {
        self.keys_of(self.line.first..self.words.clauses.end())
    }

    /// The tokens of a noun phrase and of what belongs to it; none of a pronoun.
    fn tokens_within(&self, phrase: usize) -> Vec<usize> {
        let whole = self.words.clauses.whole(phrase);
        let parts = self.words.clauses.parts(whole).iter().copied();
        let phrases = [phrase, whole].into_iter().chain(parts).filter_map(|phrase| self.words.phrase(phrase));
        let mut tokens: Vec<usize> = phrases.flat_map(|phrase| phrase.first..phrase.end).collect();
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    fn keys_of(&self, tokens: impl Iterator<Item = usize>) -> Vec<String> {
        let with_keys = tokens.map(|token| (token, self.root(token).key));
        // "Up", "above" are small words that say which way.
        let says = |token: usize| self.says_something(token) && !self.is_pronoun(token);
        let is_side = |key: &str| !self.words.lexicon.relations().sides(key).is_empty();
        let telling = with_keys.filter(|(token, key)| says(*token) || is_side(key));
        let mut keys: Vec<String> = telling.map(|(_, key)| key).collect();
        keys.sort();
        keys.dedup();
        keys
    }

    /// "Did not sell 12 boats until Monday": then it did.
    fn is_until(&self, token: usize) -> bool {
        self.words.lexicon.look_up(self.words.written(token)).is_of(WordGroup::UNTIL)
    }

    /// "Not 12 but 14", "no 12th man", "not all of the 12".
    fn is_refused_value(&self, mention: &Mention) -> bool {
        let first = mention.first.saturating_sub(MOST_BEFORE).max(self.line.first)..mention.first;
        let mut before = first
            .rev()
            .skip_while(|token| self.words.lexicon.look_up(self.words.written(*token)).is_of(WordGroup::ALL_OF));
        let is_whole = || {
            mention
                .first
                .checked_sub(1)
                .is_some_and(|last| self.words.lexicon.look_up(self.words.written(last)).is_of(WordGroup::ALL_OF))
        };
        if before.next().is_some_and(|token| self.words.clause_class(token).is(ClauseClass::NEGATION)) && is_whole() {
            return true;
        }
        let fillers = Fillers::of_kind(mention.value.kind, std::slice::from_ref(mention), 0, self.words.lexicon);
        fillers.all().first().is_some_and(|filler| self.is_refused(filler))
    }

    fn shown_clause(&self, clause: Range<usize>, mention: &Mention) -> String {
        let half = MOST_SHOWN / 2;
        let first = clause.start.max(mention.first.saturating_sub(half)).min(mention.first);
        let end = clause.end.min(mention.end + half).max(mention.end);
        let words = self.line.text.slice(first, end);
        fold::one_line(words)
    }
}
