//! Whether a clause claims what it says: not denied, not supposed, not asked.

use super::sentence::ReadSentence;
use crate::{
    claim::{ClaimStatus, construction::Contradiction, filler::Filler, modality::PhraseModality},
    clause::{ClauseKind, ClauseNode, VerbForm, VerbGroup},
    lexicon::{ClauseClass, RelationClass},
};

/// Clauses are followed so far up.
const HIGHEST: usize = 8;

impl ReadSentence<'_> {
    /// Whether a clause, and those that it hangs on, claim that what it says is so.
    pub fn is_asserted(&self, clause: usize, filler: &Filler) -> bool {
        let real = PhraseModality::Real;
        self.words.clauses.clause(clause).is_some()
            && self.unclaimed(clause, Some(filler), real).is_none()
            && self.status(clause, real).is_asserted()
    }

    /// Why a clause, or one that it hangs on, does not claim what it says; what may be so is claimed to be possible, and what
    /// "no one" did is claimed.
    pub fn unclaimed(&self, clause: usize, filler: Option<&Filler>, asked: PhraseModality) -> Option<Contradiction> {
        let node = self.words.clauses.clause(clause)?;
        let is_none = filler.is_some_and(|filler| filler.is_none);
        let denied = filler.is_some_and(|one| self.is_refused(one)) || !is_none && self.is_said_of_none(node);
        let unreal = asked == PhraseModality::Real && self.is_unreal(node) && !self.is_possible(node);
        match () {
            () if denied || self.is_nearly(node) => Some(Contradiction::Denied),
            () if unreal || self.is_asked(node) => Some(Contradiction::Supposed),
            () => self.unclaimed_above(clause),
        }
    }

    /// Whether a clause that claims what it says claims that it is so, or that it may be.
    pub fn status(&self, clause: usize, asked: PhraseModality) -> ClaimStatus {
        let node = self.words.clauses.clause(clause).filter(|_| asked == PhraseModality::Real);
        if node.is_some_and(|node| self.is_possible(node)) { ClaimStatus::Possible } else { ClaimStatus::Asserted }
    }

    /// Whether a clause adds to what was said: "two pilots also died" gives no whole.
    pub fn adds(&self, clause: usize) -> bool {
        let adverbs = self.words.clauses.clause(clause).map(|node| node.adverbs.as_slice()).unwrap_or_default();
        adverbs.iter().any(|token| self.words.class(*token).is(RelationClass::ADDING))
    }

    /// Whether it is asked if something is so. What is asked why, and what is said of its time, is so.
    fn is_asked(&self, node: &ClauseNode) -> bool {
        let is_question = (self.line.first..self.line.end).rev().take(2).any(|token| self.words.written(token) == "?");
        let is_known = self.words.class(self.line.first).is(RelationClass::KNOWN) || node.kind == ClauseKind::Adverbial;
        is_question && !is_known
    }

    /// "No bus".
    pub fn is_none_of(&self, phrase: usize) -> bool {
        let determiner = self.words.phrase(phrase).and_then(|phrase| phrase.determiner);
        let word = determiner.or_else(|| self.words.phrase(phrase).map(|phrase| phrase.head));
        word.is_some_and(|word| self.words.clause_class(word).is(ClauseClass::NEGATION))
    }

    /// "Not 12 but 14".
    pub fn is_refused(&self, filler: &Filler) -> bool {
        let before = filler.first.checked_sub(1).filter(|before| *before >= self.line.first);
        !filler.is_none && before.is_some_and(|before| self.words.clause_class(before).is(ClauseClass::NEGATION))
    }

    /// Whether a clause has its verb denied, or is said of nobody.
    fn is_said_of_none(&self, node: &ClauseNode) -> bool {
        is_denied(node) || self.is_yet_to_be(node) || node.subject.is_some_and(|one| self.is_none_of(one.phrase))
    }

    /// "Were almost killed".
    fn is_nearly(&self, node: &ClauseNode) -> bool {
        let Some(verb) = node.verb.as_ref() else { return false };
        let inside = |token: &&usize| (verb.first..=verb.head).contains(*token);
        node.adverbs.iter().filter(inside).any(|token| self.words.class(*token).is(RelationClass::NEARLY))
    }

    fn modal(&self, node: &ClauseNode) -> RelationClass {
        let modal = node.verb.as_ref().and_then(|verb| verb.modal);
        modal.map(|modal| self.words.class(modal)).unwrap_or_default()
    }

    fn is_unreal(&self, node: &ClauseNode) -> bool {
        self.modal(node).is(RelationClass::UNREAL)
    }

    /// "May have killed 12", "could kill 12"; "could have killed 12" looks back on what did not come about.
    fn is_possible(&self, node: &ClauseNode) -> bool {
        let modal = self.modal(node);
        modal.is(RelationClass::POSSIBLE) && !(modal.is(RelationClass::HINDSIGHT) && self.is_perfect(node))
    }

    /// "Have killed".
    fn is_perfect(&self, node: &ClauseNode) -> bool {
        node.verb.as_ref().is_some_and(|verb| {
            (verb.first..verb.head).any(|token| self.words.clause_class(token).is(ClauseClass::HAVE))
        })
    }

    fn unclaimed_above(&self, clause: usize) -> Option<Contradiction> {
        let mut at = clause;
        for _ in 0..HIGHEST {
            let node = self.words.clauses.clause(at)?;
            // "Would not say why 28 people died": that they died is taken for known.
            let is_known = node.marker.is_some_and(|marker| self.words.class(marker).is(RelationClass::KNOWN));
            if node.kind == ClauseKind::Relative || is_known || self.narrows_subject(node) {
                return None;
            }
            if node.marker.is_some_and(|marker| self.words.class(marker).is(RelationClass::CONDITION)) {
                return Some(Contradiction::Supposed);
            }
            let above = node.parent?;
            let parent = self.words.clauses.clause(above)?;
            if self.is_supposed(node, parent) {
                return Some(if self.denies(parent) { Contradiction::Denied } else { Contradiction::Supposed });
            }
            at = above;
        }
        None
    }

    /// "Failed to kill 12".
    fn leaves_undone(&self, parent: &ClauseNode) -> bool {
        parent.verb.as_ref().is_some_and(|verb| self.words.class(verb.head).is(RelationClass::LEAVING_UNDONE))
    }

    /// "Have yet to kill 12".
    fn is_yet_to_be(&self, node: &ClauseNode) -> bool {
        let before = |verb: &VerbGroup| Some((verb.first.checked_sub(2)?, verb.first.checked_sub(1)?));
        node.verb.as_ref().filter(|verb| verb.form == VerbForm::Infinitive).and_then(before).is_some_and(
            |(have, yet)| {
                have >= self.line.first
                    && self.words.clause_class(have).is(ClauseClass::HAVE)
                    && self.words.class(yet).is(RelationClass::YET)
            },
        )
    }

    /// "Denied that 12 died", "it is not true that 12 died", "failed to kill 12".
    fn denies(&self, parent: &ClauseNode) -> bool {
        let class = |token: usize| self.words.class(token);
        self.leaves_undone(parent)
            || parent.verb.as_ref().is_some_and(|verb| class(verb.head).is(RelationClass::DENYING))
            || parent.predicate.is_some_and(|state| class(state).is(RelationClass::FALSE))
            || self.is_said_of_none(parent)
    }

    /// "They hope that 12 people killed there will be named": who is spoken of is known.
    fn narrows_subject(&self, node: &ClauseNode) -> bool {
        let subject = node.parent.and_then(|above| self.words.clauses.clause(above)).and_then(|above| above.subject);
        node.kind == ClauseKind::Participial && subject.is_some_and(|subject| node.antecedent == Some(subject.phrase))
    }

    /// Whether a clause says what somebody is to do: "preparing for the cuts to be voted on".
    pub fn is_planned(&self, clause: usize) -> bool {
        let node = self.words.clauses.clause(clause).filter(|node| node.kind == ClauseKind::Infinitive);
        let parent = node.and_then(|node| node.parent).and_then(|parent| self.words.clauses.clause(parent));
        node.zip(parent).is_some_and(|(node, parent)| {
            let apart = self.supposes(node, parent) || self.follows_plot(node) || is_denied(parent);
            !apart && !is_denied(node) && !self.is_asked(parent)
        })
    }

    /// Whether the verb, the state or the noun that a clause hangs on supposes it.
    fn supposes(&self, node: &ClauseNode, parent: &ClauseNode) -> bool {
        let supposing = |token: usize| self.words.class(token).is(RelationClass::SUPPOSING);
        parent.verb.as_ref().is_some_and(|verb| supposing(verb.head))
            || parent.predicate.is_some_and(supposing)
            || node.antecedent.is_none() && self.follows_supposing_noun(node)
    }

    /// Whether the clause above makes a clause no more than supposed.
    fn is_supposed(&self, node: &ClauseNode, parent: &ClauseNode) -> bool {
        if self.is_beyond_doubt(node, parent) {
            return false;
        }
        let said_of = parent.predicate.map(|state| self.words.class(state)).unwrap_or_default();
        let supposes = self.supposes(node, parent);
        match node.kind {
            ClauseKind::Complement => supposes || self.is_said_of_none(parent) || said_of.is(RelationClass::FALSE),
            ClauseKind::Infinitive if self.leaves_undone(parent) => !is_denied(parent),
            ClauseKind::Infinitive => {
                supposes || self.follows_plot(node) || is_denied(parent) || !self.goes_on(node, parent)
            }
            // "Fear 12 people killed".
            ClauseKind::Participial => {
                let is_said = node.antecedent.is_none_or(|noun| parent.object == Some(noun));
                is_said && node.marker.is_none() && supposes && !self.reports(node)
            }
            ClauseKind::Main
            | ClauseKind::Coordinate
            | ClauseKind::Relative
            | ClauseKind::Adverbial
            | ClauseKind::Aside
            | ClauseKind::Verbless => false,
        }
    }

    /// "Nobody denies that 12 died", "there is no doubt that 12 died".
    fn is_beyond_doubt(&self, node: &ClauseNode, parent: &ClauseNode) -> bool {
        let denies = |token: usize| self.words.class(token).is(RelationClass::DENYING);
        let noun = node.first.checked_sub(1).filter(|before| *before >= self.line.first && denies(*before));
        let phrase = noun.and_then(|noun| self.words.phrase_of_head(noun));
        parent.verb.as_ref().is_some_and(|verb| denies(verb.head)) && self.is_said_of_none(parent)
            || phrase.is_some_and(|(phrase, _)| self.is_none_of(phrase))
    }

    /// "They demand answers, saying 27 people died": what is said is not what is demanded.
    fn reports(&self, node: &ClauseNode) -> bool {
        node.verb.as_ref().is_some_and(|verb| self.words.clause_class(verb.head).is(ClauseClass::REPORTING))
    }

    /// "Fears that 12 had died".
    fn follows_supposing_noun(&self, node: &ClauseNode) -> bool {
        let before = node.first.checked_sub(1);
        let noun = before.filter(|before| *before >= self.line.first);
        noun.is_some_and(|noun| {
            self.words.class(noun).is(RelationClass::SUPPOSING)
                && self.words.clause_class(noun).is(ClauseClass::CLAUSE_NOUN)
        })
    }

    /// "A plot to kill 12 people", whatever became of it.
    fn follows_plot(&self, node: &ClauseNode) -> bool {
        let noun = node.first.checked_sub(1).filter(|before| *before >= self.line.first);
        noun.is_some_and(|noun| self.words.class(noun).is(RelationClass::SUPPOSING))
    }

    /// Whether an infinitive says what is so: "had to be rescued", "is said to have killed 12".
    fn goes_on(&self, node: &ClauseNode, parent: &ClauseNode) -> bool {
        let verb = parent.verb.as_ref();
        self.is_perfect(node)
            || verb.is_none_or(|verb| {
                self.words.class(verb.head).is(RelationClass::ASSERTING)
                    || self.words.clause_class(verb.head).is(ClauseClass::BE)
            })
    }
}

/// Whether its verb is denied.
fn is_denied(node: &ClauseNode) -> bool {
    node.verb.as_ref().is_some_and(|verb| verb.negated && verb.form != VerbForm::Ing)
}
