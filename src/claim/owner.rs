//! Whose a claim is, where its topic says `about`: that of the name, of a word that stands for it, or another's.
//!
//! The words of the claim say it themselves ("Orvane Bank's revenue"), or their clause does by its subject, or one that it
//! hangs on. Where only "it" or "the bank" stands there, or nobody, the sentences before tell.

use super::{
    about_names::AboutNames,
    about_reading::{AboutReading, SentenceFocus, StandsFor},
    line::{NumberedSentence, WordNumbers},
    matching::PhraseMatch,
    open::OpenArticle,
};
use crate::clause::{ClauseKind, ClauseNode};
use std::ops::Range;

/// Clauses are followed so far up.
const HIGHEST: usize = 8;
/// So many sentences before one can tell whom it is about.
const FARTHEST: usize = 20;
/// A noun phrase belongs to what stands so deep in it.
const DEEPEST: usize = 3;

/// Whose a claim is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// That of a name under `about`.
    Own,
    /// Another's, by tokens.
    Another(usize, usize),
    /// Nobody says, or it could be two.
    Unsaid,
}

/// A topic's names, and its number.
#[derive(Clone, Copy)]
pub(super) struct AskedOwner<'a> {
    pub(super) names: &'a AboutNames,
    pub(super) topic: usize,
}

/// Whose the words are that a phrase finds in the sentence of this number.
pub(super) fn owner(
    open: &OpenArticle<'_>,
    asked: AskedOwner<'_>,
    (number, line): (usize, &NumberedSentence<'_>),
    found: &PhraseMatch,
) -> Owner {
    let reading = reading(open, asked.names, line);
    let standing = reading.of_words(found);
    let (is_pronoun, before) = match standing {
        StandsFor::Own | StandsFor::OwnPerson => return Owner::Own,
        StandsFor::Another(first, end) => return Owner::Another(first, end),
        StandsFor::Named => (true, number),
        StandsFor::Person | StandsFor::Nobody => (false, number),
    };
    for number in (0..before).rev().take(FARTHEST) {
        match focus(open, asked, number) {
            SentenceFocus::Own => return Owner::Own,
            SentenceFocus::OwnBesideAnother if is_pronoun => return Owner::Unsaid,
            SentenceFocus::OwnBesideAnother => return Owner::Own,
            SentenceFocus::Another(first, end) => return Owner::Another(first, end),
            SentenceFocus::Nobody => {}
        }
    }
    Owner::Unsaid
}

fn reading<'a>(open: &OpenArticle<'_>, about: &'a AboutNames, line: &NumberedSentence<'a>) -> AboutReading<'a> {
    let from = |token: usize| open.mentions.partition_point(|mention| mention.first < token);
    let mentions = open.mentions.get(from(line.first)..from(line.end)).unwrap_or_default();
    AboutReading { words: line.sentence_words(), about, names: about.stand_in(line, mentions, &open.topics.lexicon) }
}

/// Whom the sentence of this number is about.
fn focus(open: &OpenArticle<'_>, asked: AskedOwner<'_>, number: usize) -> SentenceFocus {
    let key = (asked.topic, number);
    if let Some(known) = open.focuses.borrow().get(&key) {
        return *known;
    }
    let sentence = open.text.sentences().get(number).filter(|sentence| sentence.part.is_evidence());
    let found = sentence.map_or(SentenceFocus::Nobody, |sentence| {
        let mut numbers = WordNumbers::default();
        numbers.read(open.text, sentence, &open.topics.keys, &open.topics.lexicon);
        let line = NumberedSentence::new(open.text, &open.topics.lexicon, sentence, &numbers);
        reading(open, asked.names, &line).focus()
    });
    open.focuses.borrow_mut().insert(key, found);
    found
}

impl AboutReading<'_> {
    /// Whose some words of the sentence are, as far as it says that.
    fn of_words(&self, found: &PhraseMatch) -> StandsFor {
        let clauses = self.words.clauses;
        let (mut is_own, mut is_named) = (false, false);
        for phrase in self.phrases_of(found) {
            let led = self.words.led_from(phrase).iter().filter(|one| self.leads_to_whom(one.preposition));
            let led = led.map(|one| self.head(one.phrase));
            for standing in [self.head(phrase), self.owner(phrase, DEEPEST)].into_iter().chain(led) {
                match standing {
                    StandsFor::Another(..) => return standing,
                    StandsFor::Own => is_own = true,
                    StandsFor::Named => is_named = true,
                    StandsFor::OwnPerson | StandsFor::Person | StandsFor::Nobody => {}
                }
            }
        }
        if is_own {
            return StandsFor::Own;
        }
        let verb =
            (found.first..found.end).rev().find_map(|token| clauses.clause_of_verb(token)).map(|(clause, _)| clause);
        let clause = verb.or_else(|| clauses.clause_of(found.first));
        match clause.map_or(StandsFor::Nobody, |clause| self.above(clause, found.first..found.end)) {
            StandsFor::Nobody if is_named => StandsFor::Named,
            standing => standing,
        }
    }

    /// The noun phrases at the ends of some words.
    fn phrases_of(&self, found: &PhraseMatch) -> Vec<usize> {
        let ends = [found.first, found.end.saturating_sub(1)];
        let mut phrases: Vec<usize> = ends.iter().filter_map(|at| self.words.clauses.noun_phrase_at(*at)).collect();
        phrases.extend(phrases.clone().into_iter().map(|phrase| self.words.clauses.whole(phrase)));
        phrases.sort_unstable();
        phrases.dedup();
        phrases
    }

    fn leads_to_whom(&self, preposition: Option<usize>) -> bool {
        preposition.is_some_and(|token| self.words.lexicon.relations().leads_to_whom(self.words.written(token)))
    }

    /// Whom a clause, or one that it hangs on, is about; what it says of `own` words is no answer.
    fn above(&self, clause: usize, own: Range<usize>) -> StandsFor {
        let mut is_named = false;
        let mut at = Some(clause);
        for _ in 0..HIGHEST {
            let Some((index, node)) = at.and_then(|at| Some((at, self.words.clauses.clause(at)?))) else { break };
            match self.of_clause(index, node, &own) {
                StandsFor::Named => is_named = true,
                StandsFor::Person | StandsFor::Nobody => {}
                standing => return standing,
            }
            at = node.parent;
        }
        if is_named { StandsFor::Named } else { StandsFor::Nobody }
    }

    /// Whom one clause is about: its subject, who it is done by, or who says it aside.
    fn of_clause(&self, index: usize, node: &ClauseNode, own: &Range<usize>) -> StandsFor {
        let subject = node.subject.map(|subject| subject.phrase);
        let is_apart = |phrase: &usize| self.words.phrase(*phrase).is_some_and(|one| !own.contains(&one.head));
        let reports = node.verb.as_ref().is_some_and(|verb| self.is_reporting(verb.head));
        let subject = subject.filter(is_apart).map_or(StandsFor::Nobody, |subject| match self.of_phrase(subject) {
            StandsFor::Person if !reports => {
                let subject = self.words.phrase(subject);
                subject.map_or(StandsFor::Nobody, |one| StandsFor::Another(one.first, one.end))
            }
            StandsFor::OwnPerson if !reports => StandsFor::Nobody,
            standing => standing,
        });
        let led = node.complements.iter().filter(|one| self.leads_to_whom(one.preposition));
        let mut led = led.map(|one| self.head(one.phrase));
        let asides = self.words.clauses.children(index).filter(|(_, child)| child.kind == ClauseKind::Aside);
        let mut asides = asides.filter_map(|(_, child)| Some(self.of_phrase(child.subject?.phrase)));
        let says = |standing: &StandsFor| !matches!(standing, StandsFor::Nobody | StandsFor::Person);
        let others = || led.find(says).or_else(|| asides.find(says)).unwrap_or(StandsFor::Nobody);
        Some(subject).filter(says).unwrap_or_else(others)
    }

    /// Whom the sentence is about: the first of its subjects that is somebody.
    fn focus(&self) -> SentenceFocus {
        for node in self.words.clauses.all() {
            let Some(subject) = node.subject else { continue };
            match self.of_phrase(subject.phrase) {
                StandsFor::Own | StandsFor::OwnPerson => {
                    let others = [node.object, node.recipient].into_iter().flatten().map(|object| self.head(object));
                    let is_alone = !others.into_iter().any(|other| matches!(other, StandsFor::Another(..)));
                    return if is_alone { SentenceFocus::Own } else { SentenceFocus::OwnBesideAnother };
                }
                StandsFor::Another(first, end) => return SentenceFocus::Another(first, end),
                StandsFor::Named | StandsFor::Person | StandsFor::Nobody => {}
            }
        }
        let is_own = !self.names.own.is_empty() && self.names.others.is_empty();
        if is_own { SentenceFocus::Own } else { SentenceFocus::Nobody }
    }
}
