//! Amounts of a noun or a verb: before it, behind "of", or by be, last, take, cost.

use super::{CompanionPlace, PhraseRelation, sentence::ReadSentence, tied::TiedValue};
use crate::{
    claim::{construction::Construction, filler::Filler},
    clause::{ClauseNode, Complement},
    lexicon::{ClauseClass, RelationClass},
};

impl ReadSentence<'_> {
    /// The amounts of what the word at a token says.
    pub fn amounts(&self, token: usize, relation: &PhraseRelation) -> Vec<TiedValue> {
        // Words between an amount and its noun make it another: "a 50-minute video call". Those that the phrase has do not.
        let own = relation.companions.iter().filter(|companion| companion.place == CompanionPlace::Inside).count();
        let near = |tied: &TiedValue| tied.construction != Construction::Before || token <= tied.filler.end + own;
        self.fillers.own().iter().filter_map(|filler| self.amount(token, filler)).filter(near).collect()
    }

    fn amount(&self, token: usize, filler: &Filler) -> Option<TiedValue> {
        let tied = |clause, construction| Some(TiedValue::whole(*filler, clause, construction));
        let index = (filler.first..filler.end).find_map(|at| self.words.clauses.noun_phrase_at(at))?;
        if let Some((clause, node)) = self.words.clauses.clause_of_verb(token) {
            return if self.follows(node, index) { tied(clause, Construction::Active) } else { None };
        }
        let (noun, phrase) = self.words.phrase_of_head(token)?;
        if noun == index && phrase.head >= filler.end {
            return tied(phrase.clause, Construction::Before);
        }
        if self.words.of_parts(noun).any(|part| part == index) {
            return tied(phrase.clause, Construction::Noun);
        }
        let equated = self.words.clauses.clauses_with(noun).find(|(_, node)| self.equates(node, noun, index))?;
        tied(equated.0, Construction::Equation)
    }

    /// Whether a noun phrase is how far, how long or how much a verb says.
    fn follows(&self, node: &ClauseNode, index: usize) -> bool {
        let bare = |one: &Complement| one.phrase == index && one.preposition.is_none();
        node.object == Some(index) || node.complements.iter().any(bare)
    }

    /// "The call lasted 50 minutes", "the magnitude was 6.1".
    fn equates(&self, node: &ClauseNode, noun: usize, index: usize) -> bool {
        let Some(verb) = node.verb.as_ref() else { return false };
        let by = self.words.class(verb.head).is(RelationClass::AMOUNTING)
            || self.words.clause_class(verb.head).is(ClauseClass::BE);
        let subject = node.subject.is_some_and(|subject| subject.phrase == noun);
        let predicate = node.predicate.is_some_and(|token| self.words.clauses.noun_phrase_at(token) == Some(index));
        by && subject && (predicate || self.follows(node, index))
    }
}
