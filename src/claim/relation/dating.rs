//! When something was: the days and times that belong to a noun or a verb, and to nothing else.

use super::{sentence::ReadSentence, tied::TiedValue};
use crate::{
    claim::{construction::Construction, filler::Filler},
    clause::{ClauseKind, ClauseNode, Complement, PhraseLink, PhraseRole, SubjectSource},
    lexicon::{ClauseClass, RelationClass},
};

/// A value that may say when something was, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct DatedPlace {
    pub filler: Filler,
    /// The noun phrase of which it is only a part.
    inside: Option<usize>,
    /// The clause of which it is a when, and what leads to it.
    of_clause: Option<(usize, Option<Complement>)>,
}

impl ReadSentence<'_> {
    /// The values that may say when something was, where a phrase has a preposition.
    pub fn dated_places(&self, preposition: &str) -> Vec<DatedPlace> {
        let place = |filler: &Filler| {
            let before = filler.first.checked_sub(1).filter(|before| *before >= self.line.first);
            let joined = before.is_some_and(|before| self.words.clause_class(before).is(ClauseClass::COORDINATOR));
            let of_clause = self
                .when_of_clause(filler)
                .filter(|(_, complement)| !joined && self.is_dating(*complement, preposition));
            DatedPlace { filler: *filler, inside: self.dated_phrase(filler), of_clause }
        };
        let places = self.fillers.own().iter().map(place);
        places.filter(|place| place.inside.is_some() || place.of_clause.is_some()).collect()
    }

    /// The values that say when what the word at a token names was.
    pub fn whens(&self, token: usize, places: &[DatedPlace]) -> Vec<TiedValue> {
        places.iter().filter_map(|place| self.when(token, place)).collect()
    }

    fn when(&self, token: usize, place: &DatedPlace) -> Option<TiedValue> {
        let filler = place.filler;
        let tied = |clause, construction| Some(TiedValue::whole(filler, clause, construction));
        if let Some(phrase) = place.inside.and_then(|inside| self.words.phrase(inside))
            && phrase.head == token
        {
            return tied(phrase.clause, Construction::Before);
        }
        let (clause, complement) = place.of_clause?;
        let says = self.is_verb_of(clause, token, &filler) || self.is_noun_of(clause, token, complement);
        if says { tied(clause, Construction::When) } else { None }
    }

    /// The noun phrase of which a day is only a part: "Sunday's crash", "the early Sunday crash".
    pub fn dated_phrase(&self, filler: &Filler) -> Option<usize> {
        let index = self.words.clauses.noun_phrase_at(filler.first)?;
        let phrase = self.words.phrase(index)?;
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
        let index = (filler.first..filler.end).find_map(|token| self.words.clauses.noun_phrase_at(token))?;
        if let Some((clause, complement)) = self.words.clauses.complement_of(index) {
            return Some((clause, Some(complement)));
        }
        let phrase = self.words.phrase(index)?;
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
            let class = self.words.class(own);
            !class.is(RelationClass::DATES_APART)
                && (!class.is(RelationClass::COARSE_DATE) || self.words.written(own).eq_ignore_ascii_case(asked))
        })
    }

    /// Whether a when of a clause is one of a verb: its own, that of a sister behind it where it opens the sentence, and
    /// that of the clause around it where it has no subject of its own ("crashed, killing all on Sunday").
    fn is_verb_of(&self, clause: usize, token: usize, filler: &Filler) -> bool {
        let Some((own, node)) = self.words.clauses.clause_of_verb(token) else { return false };
        if own == clause {
            return true;
        }
        let Some(dated) = self.words.clauses.clause(clause) else { return false };
        let opens = dated
            .subject
            .is_some_and(|subject| filler.first < self.words.phrase(subject.phrase).map_or(0, |phrase| phrase.first));
        let sister = node.kind == ClauseKind::Coordinate && node.parent == Some(clause) && is_shared(node);
        let trails = dated.kind == ClauseKind::Participial && dated.parent == Some(own) && is_controlled(dated);
        sister && opens || trails && dated.first > token
    }

    /// Whether a day in a clause is the day of a noun there: of an event that is its subject, or in which it happened; of
    /// what stands right before it; of the place where it is.
    fn is_noun_of(&self, clause: usize, token: usize, complement: Option<Complement>) -> bool {
        let Some((index, _)) = self.words.phrase_of_head(token) else { return false };
        let Some(node) = self.words.clauses.clause(clause) else { return false };
        let verb = node.verb.as_ref().map(|verb| verb.head);
        let of_events =
            verb.is_none_or(|verb| self.words.class(verb).is(RelationClass::HAPPENING.and(RelationClass::OF_EVENTS)));
        let is_subject = node.subject.is_some_and(|subject| subject.phrase == index);
        // "A suspect in the shooting was arrested on Friday": what stands in the subject is not where that happened.
        let within = self.words.clauses.complement_of(index).is_some_and(|(of, one)| {
            let own = one.beside.is_none_or(|beside| node.subject.is_none_or(|subject| subject.phrase != beside));
            own && of == clause && one.preposition.is_some() && self.words.is_free(one)
        });
        let event = self.is_event(token);
        let chained = || complement.is_some_and(|complement| self.words.leads_back(complement, index));
        if is_subject || within {
            return of_events || within && !event || is_subject && chained();
        }
        event && of_events && chained()
    }

    /// Whether a noun is something that is at a time, and no place or person.
    fn is_event(&self, token: usize) -> bool {
        !self.words.written(token).starts_with(char::is_uppercase) || self.words.class(token).is(RelationClass::EVENT)
    }
}

fn is_shared(node: &ClauseNode) -> bool {
    node.subject.is_some_and(|subject| subject.source == SubjectSource::Shared)
}

fn is_controlled(node: &ClauseNode) -> bool {
    node.subject.is_some_and(|subject| subject.source == SubjectSource::Controlled)
}
