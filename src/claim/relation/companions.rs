//! Whether the other words of a relation stand where they should.

use super::{Companion, CompanionPlace, PhraseRelation, RelationWord, sentence::ReadSentence, tied::TiedValue};
use crate::clause::{ClauseKind, ClauseNode, Complement, NounPhrase, PhraseLink, PhraseRole, Voice};

/// A word that more noun phrases part from the governing word is said of something else.
const MOST_BETWEEN: usize = 12;

impl ReadSentence<'_> {
    /// Whether all the other words of a relation stand around the governing word at a token.
    pub fn has_companions(&self, relation: &PhraseRelation, token: usize, tied: &TiedValue) -> bool {
        let clause = self.words.clauses.clause_of_verb(token).map_or(tied.clause, |(clause, _)| clause);
        relation.companions.iter().all(|companion| {
            self.has_companion(companion, token, clause)
                && (companion.place != CompanionPlace::Clause || self.is_of_its_own(&companion.word, token, tied))
        })
    }

    fn has_companion(&self, companion: &Companion, token: usize, clause: usize) -> bool {
        let Some(node) = self.words.clauses.clause(clause) else { return false };
        let word = &companion.word;
        let in_phrase = |phrase: Option<usize>| phrase.is_some_and(|phrase| self.has(phrase, word));
        match &companion.place {
            CompanionPlace::Subject | CompanionPlace::Owner => in_phrase(self.doer(node)),
            CompanionPlace::Object => in_phrase(self.words.clauses.undergoer(clause)) || in_phrase(node.object),
            CompanionPlace::Behind(preposition) => {
                node.complements.iter().any(|one| self.words.leads_by(*one, preposition) && self.has(one.phrase, word))
            }
            CompanionPlace::Inside => {
                self.words.clauses.noun_phrase_at(token).is_some_and(|phrase| self.has(phrase, word))
            }
            CompanionPlace::Clause => self.tokens_of(word).any(|at| self.words.clauses.clause_of(at) == Some(clause)),
            CompanionPlace::Above(marker) => self.hangs_on(clause, marker.as_deref(), companion),
        }
    }

    /// Whether a word stands with the governing word at a token, and not with a number of its own: "4 shot, one fatally".
    fn is_of_its_own(&self, word: &RelationWord, token: usize, tied: &TiedValue) -> bool {
        let own = self.words.clauses.noun_phrase_at(token);
        let is_free = |at: usize| {
            let (from, to) = (token.min(at), token.max(at));
            let is_elsewhere = self.words.clauses.noun_phrase_at(at).is_some_and(|phrase| {
                Some(phrase) != own && self.words.phrase(phrase).is_some_and(|phrase| phrase.head != at)
            });
            let is_ahead = at < tied.filler.first && tied.filler.first < token;
            let phrases = self.words.clauses.phrases();
            let next = phrases.partition_point(|phrase| phrase.first <= from);
            let mut between = phrases.iter().skip(next).take_while(|phrase| phrase.first < to);
            let is_near = !between.by_ref().take(MOST_BETWEEN).any(NounPhrase::stands_apart);
            !is_elsewhere && !is_ahead && is_near && between.next().is_none()
        };
        self.tokens_of(word).filter(|at| self.words.clauses.clause_of(*at).is_some()).any(is_free)
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
    fn hangs_on(&self, clause: usize, marker: Option<&str>, companion: &Companion) -> bool {
        let mut at = Some(clause);
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

impl NounPhrase {
    /// Whether it is another name of something, or part of nothing.
    fn stands_apart(&self) -> bool {
        match self.role {
            PhraseRole::Part | PhraseRole::Loose => {
                self.link.is_none_or(|link| matches!(link, PhraseLink::Apposition(_)))
            }
            PhraseRole::Subject
            | PhraseRole::Object
            | PhraseRole::Recipient
            | PhraseRole::Predicate
            | PhraseRole::Complement => false,
        }
    }
}
