//! What was on a day: the noun of an event beside it, or the verb of its clause with who takes part. What was in a place.

use super::Governed;
use crate::{
    claim::{filler::Filler, relation::sentence::ReadSentence, tie::TieSort},
    clause::{ClauseNode, Complement, PhraseLink, Voice},
    lexicon::{ClauseClass, RelationClass},
};

impl ReadSentence<'_> {
    pub(super) fn governing_day(&self, filler: &Filler) -> Option<Governed> {
        if let Some(phrase) = self.dated_phrase(filler) {
            return self.event(phrase);
        }
        let (clause, complement) = self.when_of_clause(filler)?;
        let node = self.words.clauses.clause(clause)?;
        if let Some(event) = complement.and_then(|one| self.scheduled(node, one)) {
            return Some(Governed { clause, ..event });
        }
        if !self.is_dating(complement, "in") || self.is_of_apposition(node, complement, filler) {
            return None;
        }
        let chained = complement.and_then(|one| self.event_before(one));
        let before = || self.right_before(filler).and_then(|before| self.event(before));
        chained.or_else(before).or_else(|| self.dated_clause((clause, node), filler))
    }

    /// "Talks between the two in Selm": the event of which a name says where it is.
    pub(super) fn governing_place(&self, filler: &Filler) -> Option<Governed> {
        let phrase = self.words.clauses.noun_phrase_at(filler.first)?;
        let is_whole = self.words.phrase(phrase).is_some_and(|found| (filler.first..filler.end).contains(&found.head));
        let (_, complement) = self.words.clauses.complement_of(phrase).filter(|_| is_whole)?;
        let preposition = complement.preposition.filter(|_| self.words.is_free(complement))?;
        let event = self.event_before(complement)?;
        Some(Governed { sort: TieSort::Behind(self.words.written(preposition).to_lowercase()), phrase, ..event })
    }

    /// "Lee, the best scorer in 2030, was put on leave": a day of what is said of the subject, and not of the verb.
    fn is_of_apposition(&self, node: &ClauseNode, complement: Option<Complement>, filler: &Filler) -> bool {
        let beside = complement.and_then(|one| one.beside).and_then(|beside| self.words.phrase(beside));
        let is_apposition = beside.is_some_and(|beside| matches!(beside.link, Some(PhraseLink::Apposition(_))));
        is_apposition && node.verb.as_ref().is_some_and(|verb| filler.first < verb.first)
    }

    /// "The call is scheduled for 3:30 p.m.".
    fn scheduled(&self, node: &ClauseNode, complement: Complement) -> Option<Governed> {
        let verb = node.verb.as_ref().filter(|verb| self.words.class(verb.head).is(RelationClass::ASSERTING))?;
        let preposition = complement.preposition.map(|token| self.words.written(token));
        let is_for =
            preposition.is_some_and(|written| written.eq_ignore_ascii_case("for")) && verb.voice == Voice::Passive;
        node.subject.filter(|_| is_for).and_then(|subject| self.event(subject.phrase))
    }

    /// The event that a day belongs to over nouns and prepositions: "the crash in Orvane on Sunday".
    fn event_before(&self, complement: Complement) -> Option<Governed> {
        let event = |beside| self.event(beside).or_else(|| self.event(self.words.clauses.whole(beside)));
        self.words.nouns_before(complement).find_map(event)
    }

    /// The noun phrase right before a day: "their call Thursday", "the call on Thursday".
    fn right_before(&self, filler: &Filler) -> Option<usize> {
        let last = filler.first.checked_sub(1).filter(|last| *last >= self.line.first)?;
        let last = if self.words.class(last).is(RelationClass::FREE_PREPOSITION) { last.checked_sub(1)? } else { last };
        self.words.clauses.noun_phrase_at(last)
    }

    /// "Sunday's crash", "the crash on Sunday".
    fn event(&self, phrase: usize) -> Option<Governed> {
        let found = self.words.phrase(phrase).filter(|found| self.words.class(found.head).is(RelationClass::EVENT))?;
        let (token, clause) = (found.head, found.clause);
        self.governs(token).then_some(Governed { sort: TieSort::When, token, clause, phrase, other: None })
    }

    /// "A plane crashed on Sunday"; "the crash happened on Sunday" is the crash.
    fn dated_clause(&self, (clause, node): (usize, &ClauseNode), filler: &Filler) -> Option<Governed> {
        let verb = node.verb.as_ref()?.head;
        let subject = node.subject.map(|subject| subject.phrase);
        let happens =
            self.words.class(verb).is(RelationClass::HAPPENING) && node.predicate.is_none() && node.object.is_none();
        // "The call comes ahead of talks in January": of which the day is, is not clear.
        let led = node
            .complements
            .iter()
            .filter(|one| self.words.phrase(one.phrase).is_some_and(|led| led.first < filler.first));
        let mut led = led.filter(|one| self.words.phrase(one.phrase).is_some_and(|phrase| phrase.first > verb));
        let happens = happens && led.all(|one| self.words.is_free(*one));
        if let Some(event) = subject.filter(|_| happens).and_then(|subject| self.event(subject)) {
            return Some(Governed { clause, ..event });
        }
        let is_event = self.is_event_noun(verb);
        let other = self.words.clauses.undergoer(clause).or(node.object).or(subject).filter(|_| !is_event);
        let phrase = (filler.first..filler.end).find_map(|token| self.words.clauses.noun_phrase_at(token))?;
        self.governs(verb).then_some(Governed { sort: TieSort::When, token: verb, clause, phrase, other })
    }

    /// "Their call Thursday", where the noun may be taken for a verb.
    pub(super) fn is_event_noun(&self, token: usize) -> bool {
        self.words.clause_class(token).is(ClauseClass::NOUN_TOO) && self.words.class(token).is(RelationClass::EVENT)
    }
}
