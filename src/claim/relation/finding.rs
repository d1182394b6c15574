//! A relation looked for in the clauses of a sentence: each place where its governing word stands, and the values there
//! that are to it what the hole is.

use super::{
    CountedNoun, CountedThing, HoleTie, PhraseRelation,
    counting::CountedValue,
    dating::DatedPlace,
    sentence::ReadSentence,
    tied::{TiedPhrase, TiedValue},
};
use crate::{
    claim::{
        ClaimStatus,
        construction::{Construction, Contradiction},
        filler::Fillers,
        line::NumberedSentence,
        matching::{FoundMatches, PhraseMatch},
    },
    lexicon::{ClauseClass, RelationClass},
};
use rustc_hash::FxHashSet;

/// Every match of a relation in a sentence, one a value.
pub(super) fn find(relation: &PhraseRelation, line: &NumberedSentence<'_>, fillers: &Fillers) -> FoundMatches {
    let sentence = ReadSentence::new(line, fillers);
    if relation.tie == HoleTie::Nothing {
        return sentence.said(relation);
    }
    let (mut found, mut holes) = (FoundMatches::default(), FxHashSet::default());
    let mut dated = match &relation.tie {
        HoleTie::When(preposition) => sentence.dated_places(preposition),
        _ => Vec::new(),
    };
    for token in sentence.tokens_of(&relation.governor) {
        dated.retain(|place| !holes.contains(&place.filler.mention));
        for tied in sentence.tied(relation, token, &dated) {
            if holes.contains(&tied.filler.mention) {
                continue;
            }
            if !sentence.has_companions(relation, token, &tied) {
                continue;
            }
            match sentence.unsaid(relation, &tied) {
                Some(contradiction) => {
                    found.contradicted.push((matched(token, &tied, ClaimStatus::Asserted), contradiction));
                }
                None => {
                    holes.extend(tied.filler.mention..=tied.sum_to.map_or(tied.filler.mention, |last| last.mention));
                    found.taken.push(matched(token, &tied, sentence.status(tied.clause, relation.modality)));
                }
            }
        }
    }
    found
}

fn matched(token: usize, tied: &TiedValue, status: ClaimStatus) -> PhraseMatch {
    PhraseMatch {
        first: tied.filler.first.min(token),
        end: tied.sum_to.map_or(tied.filler.end, |sum| sum.end).max(token + 1),
        hole: Some(tied.filler.mention),
        part: tied.part,
        sum_to: tied.sum_to,
        construction: tied.construction,
        cover: tied.cover,
        status,
    }
}

impl ReadSentence<'_> {
    /// Why a clause does not say what stands in it.
    fn unsaid(&self, relation: &PhraseRelation, tied: &TiedValue) -> Option<Contradiction> {
        let clause = tied.clause;
        let adds = || (relation.is_counting() && self.adds(clause)).then_some(Contradiction::OnTop);
        self.unclaimed(clause, Some(&tied.filler), relation.modality).or_else(adds)
    }

    /// The values that are to the word at a token what the hole is to the governing word.
    fn tied(&self, relation: &PhraseRelation, token: usize, dated: &[DatedPlace]) -> Vec<TiedValue> {
        let counted = |candidates: Vec<TiedPhrase>, thing| -> Vec<TiedValue> {
            let of = |one: TiedPhrase| {
                let values = self.counts(one.phrase, thing).into_iter();
                values.map(move |CountedValue { filler, cover, part, sum_to }| {
                    let (clause, construction) = (one.clause, one.construction);
                    TiedValue { filler, clause, construction, cover, part, sum_to }
                })
            };
            candidates.into_iter().flat_map(of).collect()
        };
        match &relation.tie {
            HoleTie::Undergoer(thing) => {
                // "12 deaths" count themselves.
                let (own, others): (Vec<TiedPhrase>, Vec<TiedPhrase>) =
                    self.undergoers(token).into_iter().partition(|one| self.counts_itself(one.phrase, token));
                let own = if let CountedNoun::Named(_) = thing.noun { Vec::new() } else { own };
                [counted(others, thing), counted(own, &thing.anything())].concat()
            }
            HoleTie::Doer(thing) => counted(self.doers(token), thing),
            HoleTie::Alone(thing) => counted(self.alone(token), thing),
            HoleTie::Predicate(thing) => counted(self.subjects_of(token, thing), &thing.anything()),
            HoleTie::CountedBehind(preposition, thing) => counted(self.behind(token, preposition), thing),
            HoleTie::Behind(preposition) => {
                let behind = self.behind(token, preposition).into_iter();
                behind.filter_map(|one| self.value_in(one)).collect()
            }
            HoleTie::When(_) => self.whens(token, dated),
            HoleTie::Amount => self.amounts(token, relation),
            HoleTie::Name => self.named(token),
            HoleTie::NameBefore => self.names_before(token),
            HoleTie::Nothing => Vec::new(),
        }
    }

    /// The subjects of which a noun is said: "10 of the dead were Norlanders".
    fn subjects_of(&self, token: usize, thing: &CountedThing) -> Vec<TiedPhrase> {
        let Some((clause, node)) = self.words.clauses.clause_of_predicate(token) else { return Vec::new() };
        let is = node.verb.as_ref().is_some_and(|verb| self.words.clause_class(verb.head).is(ClauseClass::BE));
        let Some((index, noun)) = self.words.phrase_of_head(token) else { return Vec::new() };
        let has = thing.beside.iter().all(|word| (noun.first..noun.end).any(|at| self.stands_at(at, word)));
        let subject = node
            .subject
            .filter(|_| is && has && noun.numerals.is_none() && self.words.of_parts(index).next().is_none());
        let of = |phrase| TiedPhrase { phrase, clause, construction: Construction::Equation };
        subject.map(|subject| of(subject.phrase)).into_iter().collect()
    }

    fn counts_itself(&self, phrase: usize, token: usize) -> bool {
        self.words.phrase(phrase).is_some_and(|phrase| phrase.head == token)
            && self.words.class(token).is(RelationClass::COUNTED_ACTION)
    }

    fn alone(&self, token: usize) -> Vec<TiedPhrase> {
        let index = self.words.clauses.noun_phrase_at(token).filter(|index| !self.is_before_noun(*index, token));
        let Some(index) = index else { return Vec::new() };
        let Some(phrase) = self.words.phrase(index) else { return Vec::new() };
        vec![TiedPhrase { phrase: index, clause: phrase.clause, construction: Construction::Noun }]
    }

    /// The noun phrases that a preposition leads to from the word at a token.
    fn behind(&self, token: usize, preposition: &str) -> Vec<TiedPhrase> {
        let construction = Construction::Preposition;
        let mut found = Vec::new();
        if let Some((clause, node)) = self.words.clauses.clause_of_verb(token) {
            let own = node.complements.iter().filter(|one| self.words.leads_by(**one, preposition));
            found.extend(own.map(|one| TiedPhrase { phrase: one.phrase, clause, construction }));
        }
        let Some((index, phrase)) = self.words.phrase_of_head(token) else { return found };
        let clause = phrase.clause;
        if preposition == "of" {
            found.extend(self.words.of_parts(index).map(|phrase| TiedPhrase { phrase, clause, construction }));
        }
        let led = self.words.led_from(index).iter().filter(|one| self.words.leads_by(**one, preposition));
        found.extend(led.map(|one| TiedPhrase { phrase: one.phrase, clause, construction }));
        found
    }

    /// The value that a noun phrase is, or begins with.
    fn value_in(&self, one: TiedPhrase) -> Option<TiedValue> {
        let phrase = self.words.phrase(one.phrase)?;
        let filler = self.fillers.at(&(phrase.first..phrase.end))?;
        Some(TiedValue::whole(filler, one.clause, one.construction))
    }
}
