//! A variant of a phrase without a hole, as a relation: what is said is the claim. "Requested by the Russians": they request.

use super::{Companion, CompanionPlace, HoleTie, PhraseRelation, sample::Sample};
use crate::{
    clause::{ClauseNode, Complement, PhraseLink, VerbForm, Voice},
    lexicon::ClauseClass,
};

impl Sample<'_> {
    /// What is said, by whom and of whom; none where one word says it all, or the words say that it is not so.
    pub(super) fn saying(&mut self) -> Option<PhraseRelation> {
        let tokens = 0..self.words.text.tokens().len();
        if tokens.clone().any(|token| self.words.clause_class(token).is(ClauseClass::NEGATION)) {
            return None;
        }
        let governor = self.verb_said().or_else(|| self.noun_said())?;
        let others = tokens.filter(|token| *token != governor && self.is_content(*token));
        let places: Option<Vec<(usize, CompanionPlace)>> =
            others.map(|token| Some((token, self.place_said(token, governor)?))).collect();
        let places = places.filter(|places| !places.is_empty())?;
        let governor = self.word(governor);
        let companions = places.into_iter().map(|(token, place)| Companion { place, word: self.word(token) }).collect();
        Some(PhraseRelation { companions, ..super::reading::relation(HoleTie::Nothing, governor) })
    }

    fn verb_said(&self) -> Option<usize> {
        let verbs = self.words.clauses.all().iter().filter_map(|node| node.verb.as_ref().map(|verb| verb.head));
        let mut verbs = verbs.filter(|verb| self.is_content(*verb));
        let only = verbs.next()?;
        verbs.next().is_none().then_some(only)
    }

    /// "Request of the Russian side", "the Russians' request": a noun of what somebody does.
    fn noun_said(&self) -> Option<usize> {
        if self.words.clauses.all().iter().any(|node| node.verb.is_some()) {
            return None;
        }
        let phrases = self.words.clauses.phrases().iter().enumerate();
        let mut wholes = phrases.filter(|(index, _)| self.words.clauses.whole(*index) == *index);
        let (index, phrase) = wholes.next()?;
        let has_owner = |link| matches!(link, PhraseLink::Of(_) | PhraseLink::Possessor(_));
        let is_owned = self.words.linked(index, has_owner).next().is_some() || self.is_led_by(index);
        (wholes.next().is_none() && is_owned && self.is_content(phrase.head)).then_some(phrase.head)
    }

    fn is_led_by(&self, phrase: usize) -> bool {
        self.words.led_from(phrase).iter().any(|one| self.words.is_preposition(*one, "by"))
    }

    /// Where a word stands, seen from what governs.
    fn place_said(&self, token: usize, governor: usize) -> Option<CompanionPlace> {
        let clauses = self.words.clauses;
        let phrase = clauses.noun_phrase_at(token);
        let top = phrase.map(|phrase| clauses.whole(phrase));
        let node = clauses.clause_of_verb(governor).map(|(_, node)| node);
        let Some(node) = node else {
            let own = clauses.noun_phrase_at(governor);
            let is_inside = top.is_some() && top == own;
            return Some(if is_inside && phrase == own { CompanionPlace::Inside } else { CompanionPlace::Owner });
        };
        let of_clause = node.complements.iter().find(|one| Some(one.phrase) == phrase || Some(one.phrase) == top);
        let is_passive = is_passive(node);
        match (of_clause, top) {
            (Some(one), _) if one.preposition.is_some() => Some(self.behind(*one, node)),
            (_, Some(top)) if node.subject.is_some_and(|subject| subject.phrase == top) => {
                Some(if is_passive { CompanionPlace::Object } else { CompanionPlace::Subject })
            }
            (_, Some(top)) if node.object == Some(top) || of_clause.is_some() => Some(CompanionPlace::Object),
            _ => Some(CompanionPlace::Clause),
        }
    }

    fn behind(&self, complement: Complement, node: &ClauseNode) -> CompanionPlace {
        match self.words.preposition(complement) {
            by if by == "by" && is_passive(node) => CompanionPlace::Subject,
            preposition => CompanionPlace::Behind(preposition),
        }
    }
}

/// Whether it is done to the subject: "requested by the Russians", and not "requested the call".
fn is_passive(node: &ClauseNode) -> bool {
    let verb = node.verb.as_ref();
    let passive = verb.is_some_and(|verb| verb.voice == Voice::Passive && verb.form != VerbForm::Ing);
    passive && node.object.is_none() && node.complements.iter().all(|one| one.preposition.is_some())
}
