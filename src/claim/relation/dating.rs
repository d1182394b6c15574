//! When something was: the days and times that belong to a noun or a verb, and to nothing else.

use super::{finding::TiedValue, sentence::ReadSentence};
use crate::{
    claim::{
        construction::{Construction, NounCover},
        line::Filler,
    },
    clause::{ClauseKind, ClauseNode, Complement, PhraseLink, PhraseRole, SubjectSource},
    lexicon::{ClauseClass, RelationClass},
};

/// A chain of noun phrases and prepositions is followed so far back.
const LONGEST_CHAIN: usize = 6;

impl ReadSentence<'_> {
    /// The values that say when what the word at a token names was.
    pub fn whens(&self, token: usize, preposition: &str) -> Vec<TiedValue> {
        self.fillers.iter().filter_map(|filler| self.when(token, filler, preposition)).collect()
    }

    fn when(&self, token: usize, filler: &Filler, preposition: &str) -> Option<TiedValue> {
        let tied = |clause, construction| {
            Some(TiedValue { filler: *filler, clause, construction, cover: NounCover::Whole, part: None })
        };
        if let Some(phrase) = self.dated_phrase(filler)
            && self.phrase(phrase)?.head == token
        {
            return tied(self.phrase(phrase).map(|phrase| phrase.clause), Construction::Before);
        }
        let (clause, complement) = self.when_of_clause(filler)?;
        let before = filler.first.checked_sub(1).filter(|before| *before >= self.line.first);
        if before.is_some_and(|before| self.clause_class(before).is(ClauseClass::COORDINATOR)) {
            return None;
        }
        let node = self.clauses.clause(clause)?;
        if !self.is_dating(complement, preposition) {
            return None;
        }
        let says = self.is_verb_of(clause, token, filler) || self.is_noun_of(node, token, complement);
        if says { tied(Some(clause), Construction::When) } else { None }
    }

    /// The noun phrase of which a day is only a part: "Sunday's crash", "the early Sunday crash".
    pub fn dated_phrase(&self, filler: &Filler) -> Option<usize> {
        let index = self.clauses.noun_phrase_at(filler.first)?;
        let phrase = self.phrase(index)?;
        match phrase.link {
            Some(PhraseLink::Possessor(owner)) if phrase.head < filler.end => Some(owner),
            Some(
                PhraseLink::Possessor(_) | PhraseLink::Of(_) | PhraseLink::Apposition(_) | PhraseLink::Coordinated(_),
            )
            | None => (phrase.head >= filler.end && !phrase.is_time).then_some(index),
        }
    }

    /// The clause of which a value is a when, and how it stands there.
    pub fn when_of_clause(&self, filler: &Filler) -> Option<(usize, Option<Complement>)> {
        let index = (filler.first..filler.end).find_map(|token| self.clauses.noun_phrase_at(token))?;
        if let Some((clause, complement)) = self.complement_of(index) {
            return Some((clause, Some(complement)));
        }
        let phrase = self.phrase(index)?;
        let whole = filler.first <= phrase.head && phrase.head < filler.end;
        let free =
            phrase.is_time || matches!(phrase.role, PhraseRole::Object | PhraseRole::Loose | PhraseRole::Complement);
        let part = matches!(phrase.link, Some(PhraseLink::Apposition(_)));
        let listed = matches!(phrase.link, Some(PhraseLink::Coordinated(_)));
        (whole && !listed && (free || part)).then_some((phrase.clause, None))
    }

    /// Whether a preposition only says when. "In" leads to a month or a year, where the phrase asks for a day.
    pub fn is_dating(&self, complement: Option<Complement>, asked: &str) -> bool {
        let own = complement.and_then(|one| one.preposition);
        own.is_none_or(|own| {
            let class = self.class(own);
            !class.is(RelationClass::DATES_APART)
                && (!class.is(RelationClass::COARSE_DATE) || self.preposition(Some(own)) == asked)
        })
    }

    /// Whether a when of a clause is one of a verb: its own, that of a sister behind it where it opens the sentence, and
    /// that of the clause around it where it has no subject of its own ("crashed, killing all on Sunday").
    fn is_verb_of(&self, clause: usize, token: usize, filler: &Filler) -> bool {
        let Some((own, node)) = self.clause_of_verb(token) else { return false };
        if own == clause {
            return true;
        }
        let Some(dated) = self.clauses.clause(clause) else { return false };
        let opens = dated
            .subject
            .is_some_and(|subject| filler.first < self.phrase(subject.phrase).map_or(0, |phrase| phrase.first));
        let sister = node.kind == ClauseKind::Coordinate && node.parent == Some(clause) && is_shared(node);
        let trails = dated.kind == ClauseKind::Participial && dated.parent == Some(own) && is_controlled(dated);
        sister && opens || trails && dated.first > token
    }

    /// Whether a day in a clause is the day of a noun there: of an event that is its subject, or in which it happened; of
    /// what stands right before it; of the place where it is.
    fn is_noun_of(&self, node: &ClauseNode, token: usize, complement: Option<Complement>) -> bool {
        let Some((index, _)) = self.phrase_of_head(token) else { return false };
        let verb = node.verb.as_ref().map(|verb| verb.head);
        let of_events =
            verb.is_none_or(|verb| self.class(verb).is(RelationClass::HAPPENING.and(RelationClass::OF_EVENTS)));
        let is_subject = node.subject.is_some_and(|subject| subject.phrase == index);
        // "A suspect in the shooting was arrested on Friday": what stands in the subject is not where that happened.
        let within = node.complements.iter().any(|one| {
            let own = one.beside.is_none_or(|beside| node.subject.is_none_or(|subject| subject.phrase != beside));
            own && one.phrase == index && one.preposition.is_some() && self.is_free(&self.preposition(one.preposition))
        });
        let event = self.is_event(token);
        let chained = complement.is_some_and(|complement| self.leads_back(node, complement, index));
        if is_subject || within {
            return of_events || is_subject && chained || within && !event;
        }
        chained && event && of_events
    }

    /// Whether a noun is something that is at a time, and no place or person.
    fn is_event(&self, token: usize) -> bool {
        !self.written(token).starts_with(char::is_uppercase) || self.class(token).is(RelationClass::EVENT)
    }

    /// Whether only nouns and prepositions stand between a noun and a day: "the crash in Orvane on Sunday".
    pub fn leads_back(&self, node: &ClauseNode, complement: Complement, index: usize) -> bool {
        let mut at = complement;
        for _ in 0..LONGEST_CHAIN {
            let Some(beside) = at.beside else { return false };
            if beside == index || self.clauses.whole(beside) == index {
                return true;
            }
            let Some(before) =
                node.complements.iter().find(|one| one.phrase == beside || one.phrase == self.clauses.whole(beside))
            else {
                return false;
            };
            at = *before;
        }
        false
    }
}

fn is_shared(node: &ClauseNode) -> bool {
    node.subject.is_some_and(|subject| subject.source == SubjectSource::Shared)
}

fn is_controlled(node: &ClauseNode) -> bool {
    node.subject.is_some_and(|subject| subject.source == SubjectSource::Controlled)
}
