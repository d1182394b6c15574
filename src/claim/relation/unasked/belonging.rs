//! What an amount is an amount of: the noun before or behind it, the subject of be, last and the like, or another verb.

use super::Governed;
use crate::{
    claim::{relation::sentence::ReadSentence, tie::TieSort},
    clause::{ClauseNode, Complement, PhraseLink},
    lexicon::{ClauseClass, RelationClass},
    mention::Mention,
};

impl ReadSentence<'_> {
    pub(super) fn governing_amount(&self, mention: &Mention) -> Option<Governed> {
        let index = self.phrase_of_value(mention)?;
        let of_noun = self.amount_of_noun(index, mention).filter(|found| !self.is_somebody(found.token));
        let of_verb = || self.amount_of_verb(index).filter(|found| !self.is_somebody(found.token));
        of_noun.or_else(of_verb).or_else(|| self.amount_behind(index))
    }

    /// "A 50-minute call", "a call of 50 minutes", "Ada Lang, 43".
    fn amount_of_noun(&self, index: usize, mention: &Mention) -> Option<Governed> {
        let phrase = self.words.phrase(index)?;
        let of = |phrase: usize| {
            let found = self.words.phrase(phrase)?;
            let (sort, token, clause) = (TieSort::Amount, found.head, found.clause);
            self.governs(token).then_some(Governed { sort, token, clause, phrase, other: None })
        };
        if phrase.head >= mention.end {
            return of(index);
        }
        match phrase.link {
            Some(PhraseLink::Of(owner) | PhraseLink::Apposition(owner)) => of(owner),
            Some(PhraseLink::Possessor(_) | PhraseLink::Coordinated(_)) | None => None,
        }
    }

    /// "The call lasted 50 minutes", "shares fell 5 percent".
    fn amount_of_verb(&self, index: usize) -> Option<Governed> {
        let is_amount = |node: &ClauseNode| {
            let bare = |one: &Complement| one.phrase == index && one.preposition.is_none();
            let predicate = node.predicate.is_some_and(|token| self.words.clauses.noun_phrase_at(token) == Some(index));
            node.object == Some(index) || predicate || node.complements.iter().any(bare)
        };
        let (clause, node) = self.words.clauses.clauses_with(index).find(|(_, node)| is_amount(node))?;
        let verb = node.verb.as_ref()?.head;
        let subject = node.subject.map(|subject| subject.phrase).filter(|subject| *subject != index);
        let (sort, equates) = (TieSort::Amount, self.words.class(verb).is(RelationClass::AMOUNTING));
        if equates || self.words.clause_class(verb).is(ClauseClass::BE) {
            let phrase = subject?;
            let token = self.words.phrase(phrase)?.head;
            return self.governs(token).then_some(Governed { sort, token, clause, phrase, other: None });
        }
        self.governs(verb).then_some(Governed { sort, token: verb, clause, phrase: index, other: subject })
    }

    /// "Rose to 12", "sentenced to 12 years", "a fine of 12 marks".
    fn amount_behind(&self, index: usize) -> Option<Governed> {
        let (clause, complement) = self.words.clauses.complement_of(index)?;
        let node = self.words.clauses.clause(clause)?;
        let sort = TieSort::Behind(self.words.preposition(complement));
        let beside = complement
            .beside
            .map(|beside| self.words.clauses.whole(beside))
            .and_then(|beside| self.words.phrase(beside));
        let verb = node.verb.as_ref().map(|verb| verb.head).filter(|verb| self.governs(*verb));
        let other = self.words.clauses.undergoer(clause).or(node.subject.map(|subject| subject.phrase));
        match (verb, beside) {
            (Some(token), _) => Some(Governed { sort, token, clause, phrase: index, other }),
            (None, Some(beside)) => {
                let token = Some(beside.head).filter(|token| self.governs(*token))?;
                Some(Governed { sort, token, clause, phrase: index, other: None })
            }
            (None, None) => None,
        }
    }
}
