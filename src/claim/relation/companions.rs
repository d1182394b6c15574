//! Whether the other words of a relation stand where they should.

use super::{Companion, CompanionPlace, PhraseRelation, sentence::ReadSentence, tied::TiedValue};
use crate::clause::{ClauseKind, ClauseNode, Complement, Voice};

impl ReadSentence<'_> {
    /// Whether all the other words of a relation stand around the governing word at a token.
    pub fn has_companions(&self, relation: &PhraseRelation, token: usize, tied: &TiedValue) -> bool {
        let clause = self.words.clauses.clause_of_verb(token).map(|(clause, _)| clause).or(tied.clause);
        let clause = clause.or_else(|| self.words.clauses.clause_of(token));
        relation.companions.iter().all(|companion| self.has_companion(companion, token, clause))
    }

    fn has_companion(&self, companion: &Companion, token: usize, clause: Option<usize>) -> bool {
        let Some(node) = clause.and_then(|clause| self.words.clauses.clause(clause)) else { return false };
        let word = &companion.word;
        let in_phrase = |phrase: Option<usize>| phrase.is_some_and(|phrase| self.has(phrase, word));
        match &companion.place {
            CompanionPlace::Subject => in_phrase(self.doer(node)),
            CompanionPlace::Object => {
                in_phrase(clause.and_then(|clause| self.words.clauses.undergoer(clause))) || in_phrase(node.object)
            }
            CompanionPlace::Behind(preposition) => {
                node.complements.iter().any(|one| self.words.leads_by(*one, preposition) && self.has(one.phrase, word))
            }
            CompanionPlace::Inside => {
                self.words.clauses.noun_phrase_at(token).is_some_and(|phrase| self.has(phrase, word))
            }
            CompanionPlace::Clause => self.tokens_of(word).any(|at| self.words.clauses.clause_of(at) == clause),
            CompanionPlace::Above(marker) => self.hangs_on(clause, marker.as_deref(), companion),
        }
    }

    /// Who does what a clause says.
    pub fn doer(&self, node: &ClauseNode) -> Option<usize> {
        let passive = node.verb.as_ref().is_some_and(|verb| verb.voice == Voice::Passive) && node.object.is_none();
        let by = || {
            node.complements
                .iter()
                .find(|one: &&Complement| self.words.is_preposition(**one, "by"))
                .map(|one| one.phrase)
        };
        if passive { by() } else { node.subject.map(|subject| subject.phrase) }
    }

    /// Whether a clause, or the sisters before it, hang on a verb by the same word.
    fn hangs_on(&self, clause: Option<usize>, marker: Option<&str>, companion: &Companion) -> bool {
        let mut at = clause;
        while let Some(node) = at.and_then(|at| self.words.clauses.clause(at)) {
            let own = node.marker.map(|marker| self.words.written(marker).to_lowercase());
            let sister = node.kind == ClauseKind::Coordinate;
            let Some(above) = node.parent.and_then(|parent| self.words.clauses.clause(parent)) else { return false };
            if !sister {
                let verb = above.verb.as_ref().map(|verb| verb.head);
                let state = above.predicate;
                let stands = [verb, state].into_iter().flatten().any(|verb| self.stands_at(verb, &companion.word));
                return stands && own.as_deref() == marker;
            }
            at = node.parent;
        }
        false
    }
}
