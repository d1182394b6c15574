//! Whom something is done to or befalls, and who does it, in whatever construction a clause says so.

use super::{sentence::ReadSentence, tied::TiedPhrase};
use crate::{
    claim::construction::Construction,
    clause::{ClauseNode, Complement, VerbForm, Voice},
    lexicon::{ClauseClass, RelationClass},
};

impl ReadSentence<'_> {
    /// The noun phrases that what a token says is done to or befalls.
    pub fn undergoers(&self, token: usize) -> Vec<TiedPhrase> {
        let mut found = Vec::new();
        if let Some((clause, node)) = self.words.clauses.clause_of_verb(token) {
            found.extend(self.of_verb(clause, node));
        }
        if let Some((clause, node)) = self.words.clauses.clause_of_predicate(token) {
            found.extend(self.of_predicate(clause, node));
        }
        found.extend(self.of_noun(token));
        found
    }

    pub fn of_verb(&self, clause: usize, node: &ClauseNode) -> Option<TiedPhrase> {
        let verb = node.verb.as_ref()?;
        let subject = node.subject.map(|subject| subject.phrase);
        let transitive = self.words.clause_class(verb.head).is(ClauseClass::TRANSITIVE);
        let (phrase, construction) = match verb.voice {
            // "A bomb hurled at a bank killed two men": the verb may be taken for a participle.
            Voice::Passive if node.object.is_some() && verb.first == verb.head => (node.object, Construction::Active),
            Voice::Passive if verb.form == VerbForm::Participle => (subject, Construction::Participle),
            Voice::Passive => (subject, Construction::Passive),
            Voice::Active if node.object.is_some() => (node.object, Construction::Active),
            Voice::Active if transitive => (None, Construction::Active),
            Voice::Active => (subject, Construction::Subject),
        };
        phrase.map(|phrase| TiedPhrase { phrase, clause, construction })
    }

    /// "Two are dead", "left 12 dead".
    pub fn of_predicate(&self, clause: usize, node: &ClauseNode) -> Option<TiedPhrase> {
        let leaves = node.verb.as_ref().is_none_or(|verb| {
            self.words.class(verb.head).is(RelationClass::LEAVING)
                || self.words.clause_class(verb.head).is(ClauseClass::COPULA)
        });
        let subject = node.subject.map(|subject| subject.phrase);
        let phrase = node.object.or(subject).filter(|_| leaves)?;
        Some(TiedPhrase { phrase, clause, construction: Construction::State })
    }

    /// "The death of 12 people", "nine suffered injuries", "stabbed to death", "12 deaths", "the 12 dead".
    fn of_noun(&self, token: usize) -> Vec<TiedPhrase> {
        let Some(index) = self.words.clauses.noun_phrase_at(token) else { return Vec::new() };
        let Some(phrase) = self.words.phrase(index) else { return Vec::new() };
        let clause = phrase.clause;
        let of = |phrase, construction| TiedPhrase { phrase, clause, construction };
        if phrase.head != token {
            let adjective = self.words.clause_class(token).is(ClauseClass::PARTICIPLE.and(ClauseClass::ADJECTIVE))
                && !self.words.clause_class(token).is(ClauseClass::ING.and(ClauseClass::BASE));
            let behind = phrase.numerals.as_ref().is_some_and(|numerals| numerals.end <= token);
            return if adjective && behind { vec![of(index, Construction::Adjective)] } else { Vec::new() };
        }
        // "The death and loss of 12 people".
        let last = self.members(index).last().copied().unwrap_or(index);
        let owned = Some(last).filter(|last| *last != index).into_iter().flat_map(|last| self.words.of_parts(last));
        let parts = self.words.of_parts(index).chain(owned);
        let mut found: Vec<TiedPhrase> = parts.map(|part| of(part, Construction::Noun)).collect();
        if found.is_empty() && phrase.numerals.is_some() {
            found.push(of(index, Construction::Noun));
        }
        found.extend(self.through_verb(token, index));
        found
    }

    /// "Suffered injuries", "burnt to death".
    fn through_verb(&self, token: usize, index: usize) -> Option<TiedPhrase> {
        if let Some((clause, node)) =
            self.words.clauses.clauses_with(index).find(|(_, node)| node.object == Some(index))
        {
            let suffers = self.words.class(node.verb.as_ref()?.head).is(RelationClass::UNDERGOING);
            let subject = node.subject.filter(|_| suffers)?;
            return Some(TiedPhrase { phrase: subject.phrase, clause, construction: Construction::Subject });
        }
        let (clause, complement) = self.words.clauses.complement_of(index)?;
        let phrase = self.words.phrase(index)?;
        let bare = phrase.first == token && self.words.class(token).is(RelationClass::COUNTED_ACTION);
        if !bare || !self.words.is_preposition(complement, "to") {
            return None;
        }
        let found = self.of_verb(clause, self.words.clauses.clause(clause)?);
        found.map(|found| TiedPhrase { construction: Construction::Result, ..found })
    }

    /// The noun phrases that do what the verb at a token says.
    pub fn doers(&self, token: usize) -> Vec<TiedPhrase> {
        let Some((clause, node)) = self.words.clauses.clause_of_verb(token) else { return Vec::new() };
        let Some(verb) = node.verb.as_ref() else { return Vec::new() };
        let by = |one: &&Complement| self.words.is_preposition(**one, "by");
        let phrase = match verb.voice {
            Voice::Active => node.subject.map(|subject| subject.phrase),
            Voice::Passive if node.object.is_some() && verb.first == verb.head => {
                node.subject.map(|subject| subject.phrase)
            }
            Voice::Passive => node.complements.iter().find(by).map(|one| one.phrase),
        };
        let construction = if verb.voice == Voice::Active { Construction::Subject } else { Construction::Passive };
        phrase.map(|phrase| TiedPhrase { phrase, clause, construction }).into_iter().collect()
    }
}
