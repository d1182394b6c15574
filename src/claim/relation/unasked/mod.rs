//! What each value of a sentence is of, where no phrase asks: read off its clauses, the other way round than a relation is
//! looked for in them.

mod around;
mod belonging;
mod counted;
mod dated;
mod words;

use super::sentence::ReadSentence;
use crate::{
    claim::{
        SaidAround,
        filler::Fillers,
        line::NumberedSentence,
        tie::{Tie, TieSort, TieStanding, TieWord},
    },
    clause::ClauseKind,
    lexicon::Class,
    mention::Mention,
    value::{Content, ValueTie},
};

/// What governs a value, and how.
pub(super) struct Governed {
    pub sort: TieSort,
    /// The governing word.
    pub token: usize,
    /// The clause that says so.
    pub clause: usize,
    /// The noun phrase whose words narrow the value.
    pub phrase: usize,
    /// The noun phrase of the other who takes part.
    pub other: Option<usize>,
}

/// What each of these values is of, where the clauses of their sentence say that.
pub(in crate::claim) fn ties(line: &NumberedSentence<'_>, mentions: &[Mention]) -> Vec<Option<Tie>> {
    let none = Fillers::default();
    let sentence = ReadSentence::new(line, &none);
    mentions.iter().map(|mention| sentence.tie(mention)).collect()
}

/// What is said around each of these values, and the keys of all words of their sentence.
pub(in crate::claim) fn said_around(
    line: &NumberedSentence<'_>,
    mentions: &[Mention],
) -> (Vec<Option<SaidAround>>, Vec<String>) {
    let none = Fillers::default();
    let sentence = ReadSentence::new(line, &none);
    (mentions.iter().map(|mention| sentence.said_around(mention)).collect(), sentence.all_keys())
}

impl ReadSentence<'_> {
    fn tie(&self, mention: &Mention) -> Option<Tie> {
        let own = std::slice::from_ref(mention);
        let fillers = Fillers::of_kind(mention.value.kind, own, 0, self.words.lexicon);
        let filler = fillers.all().first()?;
        let thing = self.thing_of(mention);
        let governed = match (mention.value.kind.facts().tie, &thing) {
            (ValueTie::Counts, Some(_)) | (ValueTie::Belongs, Some(_)) => self.governing_count(mention),
            (ValueTie::Counts, None) => self
                .governing_count(mention)
                .filter(|found| self.befalls(found))
                .or_else(|| self.governing_amount(mention)),
            (ValueTie::Belongs, None) => self.governing_amount(mention),
            (ValueTie::Dates, _) => self.governing_day(filler),
            (ValueTie::Names, _) => self.governing_place(filler),
            (ValueTie::Apart, _) => None,
        }?;
        // "12 deaths" count people, and not deaths.
        let thing = thing.filter(|thing| thing.written != self.words.written(governed.token));
        let thing = thing.or_else(|| self.befalls(&governed).then(|| self.anybody()));
        let other = governed.other.and_then(|other| self.head_word(other));
        let standing = match () {
            () if !self.is_asserted(governed.clause, filler) => TieStanding::Unclaimed,
            () if governed.sort != TieSort::When && self.adds(governed.clause) => TieStanding::Added,
            () if self.is_unclear(&governed, other.as_ref()) => TieStanding::Unclear,
            // A number that counts nothing may be anything: a score, a share of a time. "35 - year - old" is no count.
            () if mention.value.kind.is_bare() && (thing.is_none() || self.is_in_compound(mention)) => {
                TieStanding::Unclear
            }
            () if self.is_cry() => TieStanding::Unclear,
            () => TieStanding::Claimed,
        };
        Some(Tie {
            governor: self.root(governed.token),
            thing,
            narrowing: self.narrowing(&governed, mention),
            other,
            beside: self.words_beside(&governed, mention),
            between: self.between(governed.token, mention),
            one_of_many: self.is_one_of_many(&governed),
            standing,
            sort: governed.sort,
        })
    }

    /// Whether nobody can say which of many is meant: a verb whose other part is a pronoun or missing, a doer that is a
    /// pronoun, a noun with a preposition, a day that is only planned.
    fn is_unclear(&self, governed: &Governed, other: Option<&TieWord>) -> bool {
        let node = self.words.clauses.clause(governed.clause);
        let is_verb = node.and_then(|node| node.verb.as_ref()).is_some_and(|verb| verb.head == governed.token);
        let planned = node.is_some_and(|node| node.kind == ClauseKind::Infinitive);
        match governed.sort {
            // "He scored three goals."
            TieSort::Undergoer => governed.other.is_some() && other.is_none(),
            TieSort::Doer | TieSort::Behind(_) => other.is_none(),
            TieSort::Amount => is_verb && other.is_none(),
            TieSort::When => is_verb && other.is_none() && !self.is_event_noun(governed.token) || planned,
        }
    }

    /// Whether a hyphen joins a number to what stands before or behind it.
    fn is_in_compound(&self, mention: &Mention) -> bool {
        let before = mention.first.checked_sub(1).filter(|before| *before >= self.line.first);
        self.line.is_joint(mention.end) || before.is_some_and(|before| self.line.is_joint(before))
    }

    /// "Three people shot!"
    fn is_cry(&self) -> bool {
        (self.line.first..self.line.end).rev().take(2).any(|token| self.words.written(token) == "!")
    }

    fn is_one_of_many(&self, governed: &Governed) -> bool {
        let determiner = self.words.phrase(governed.phrase).and_then(|phrase| phrase.determiner);
        let is_article = |token| self.words.lexical(token).is(Class::ARTICLE);
        governed.sort == TieSort::Amount && determiner.is_some_and(is_article)
    }

    /// The noun that a value counts, or is a share of.
    fn thing_of(&self, mention: &Mention) -> Option<TieWord> {
        let Content::Amount(amount) = &mention.value.content else { return None };
        if let Some(noun) = amount.thing(self.words.lexicon) {
            return Some(self.counted_word(noun));
        }
        // "10 US citizens": the noun of its phrase, where a name stands between.
        let counts = mention.value.kind.facts().tie == ValueTie::Counts && amount.of.is_none();
        let head = self.phrase_of_value(mention).filter(|_| counts).and_then(|phrase| self.words.phrase(phrase))?.head;
        (head >= mention.end && self.governs(head)).then(|| self.counted_word(self.words.written(head)))
    }
}
