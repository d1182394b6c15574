//! A relation without a hole looked for in the clauses of a sentence: who does it, to whom, and how, in whatever construction.

use super::{Companion, CompanionPlace, PhraseRelation, RelationWord, sentence::ReadSentence};
use crate::{
    claim::{
        construction::{Construction, Contradiction, NounCover},
        matching::{FoundMatches, PhraseMatch},
    },
    clause::{ClauseKind, ClauseNode, PhraseLink, Voice},
    lexicon::ClauseClass,
};

/// What is said in more tokens is said in too many.
const LONGEST: usize = 60;

/// Where it is said: the clause, and how.
#[derive(Clone, Copy)]
struct SaidPlace {
    clause: usize,
    /// The noun phrase whose noun says it, where no verb does.
    noun: Option<usize>,
    construction: Construction,
}

impl ReadSentence<'_> {
    /// Every place where what a relation says is said.
    pub(super) fn said(&self, relation: &PhraseRelation) -> FoundMatches {
        let mut found = FoundMatches::default();
        for token in self.tokens_of(&relation.governor) {
            let Some(place) = self.said_at(token) else { continue };
            let stands = |one: &Companion| self.stands_in(one, token, place);
            let Some(at) = relation.companions.iter().map(stands).collect::<Option<Vec<usize>>>() else { continue };
            let (first, last) = at.iter().fold((token, token), |(first, last), at| (first.min(*at), last.max(*at)));
            if last - first >= LONGEST {
                continue;
            }
            let status = self.status(place.clause, relation.modality);
            let new = PhraseMatch {
                first,
                end: last + 1,
                hole: None,
                part: None,
                sum_to: None,
                construction: place.construction,
                cover: NounCover::Whole,
                status,
            };
            let none = place.noun.filter(|noun| self.is_none_of(*noun)).map(|_| Contradiction::Denied);
            match none.or_else(|| self.unclaimed(place.clause, None, relation.modality)) {
                Some(contradiction) => found.contradicted.push((new, contradiction)),
                None => found.taken.push(new),
            }
        }
        found
    }

    fn said_at(&self, token: usize) -> Option<SaidPlace> {
        if let Some((clause, node)) = self.words.clauses.clause_of_verb(token) {
            let passive = node.verb.as_ref().is_some_and(|verb| verb.voice == Voice::Passive);
            let construction = match node.kind {
                ClauseKind::Participial => Construction::Participle,
                _ if passive => Construction::Passive,
                _ => Construction::Active,
            };
            return Some(SaidPlace { clause, noun: None, construction });
        }
        let (index, phrase) = self.words.phrase_of_head(token)?;
        Some(SaidPlace { clause: phrase.clause, noun: Some(index), construction: Construction::Noun })
    }

    /// The token at which a companion of the word at a token stands, and is not denied itself: "pleaded not guilty".
    fn stands_in(&self, companion: &Companion, token: usize, place: SaidPlace) -> Option<usize> {
        self.found_in(companion, token, place).filter(|at| {
            let before = at.checked_sub(1).filter(|before| *before >= self.line.first);
            !before.is_some_and(|before| self.words.clause_class(before).is(ClauseClass::NEGATION))
        })
    }

    fn found_in(&self, companion: &Companion, token: usize, place: SaidPlace) -> Option<usize> {
        let word = &companion.word;
        let node = self.words.clauses.clause(place.clause)?;
        match (place.noun, &companion.place) {
            (None, CompanionPlace::Subject | CompanionPlace::Owner) => self.in_one(self.doer(node)?, word),
            (None, CompanionPlace::Object) => self.in_one(self.whom(place.clause, node)?, word),
            (None, CompanionPlace::Behind(preposition)) => {
                let led = node.complements.iter().filter(|one| self.words.leads_by(**one, preposition));
                led.filter_map(|one| self.in_phrase(one.phrase, word)).next()
            }
            (None, CompanionPlace::Clause) => {
                self.tokens_of(word).find(|at| self.words.clauses.clause_of(*at) == Some(place.clause))
            }
            (None, CompanionPlace::Inside) => {
                self.words.clauses.noun_phrase_at(token).and_then(|phrase| self.in_phrase(phrase, word))
            }
            (Some(noun), CompanionPlace::Inside) => self.in_phrase(noun, word),
            (Some(noun), CompanionPlace::Object) => {
                self.owners_of(noun, |link| matches!(link, PhraseLink::Of(_)), word)
            }
            (Some(noun), CompanionPlace::Subject) => {
                let own = self.owners_of(noun, |link| matches!(link, PhraseLink::Possessor(_)), word);
                own.or_else(|| self.led_to(noun, "by", word))
            }
            (Some(noun), CompanionPlace::Owner) => {
                let owns = |link| matches!(link, PhraseLink::Possessor(_) | PhraseLink::Of(_));
                self.owners_of(noun, owns, word).or_else(|| self.led_to(noun, "by", word))
            }
            (Some(noun), CompanionPlace::Behind(preposition)) => self.led_to(noun, preposition, word),
            (Some(_), CompanionPlace::Clause) | (_, CompanionPlace::Above(_)) => None,
        }
    }

    /// Whom it is done to.
    pub(super) fn whom(&self, clause: usize, node: &ClauseNode) -> Option<usize> {
        node.object.or_else(|| self.words.clauses.undergoer(clause))
    }

    fn owners_of(&self, noun: usize, is_link: impl Fn(PhraseLink) -> bool, word: &RelationWord) -> Option<usize> {
        let mut owners = self.words.linked(noun, is_link);
        owners.find_map(|owner| self.in_one(owner, word))
    }

    fn led_to(&self, noun: usize, preposition: &str, word: &RelationWord) -> Option<usize> {
        let led = self.words.led_from(noun).iter().filter(|one| self.words.leads_by(**one, preposition));
        led.filter_map(|one| self.in_one(one.phrase, word)).next()
    }

    /// The token of a word in a noun phrase that is no list: of two who do it, neither does it alone.
    fn in_one(&self, phrase: usize, word: &RelationWord) -> Option<usize> {
        let is_list = self.members(phrase).len() > 1;
        self.in_phrase(phrase, word).filter(|_| !is_list)
    }

    /// The token of a word in a noun phrase, or in another name of the same.
    fn in_phrase(&self, phrase: usize, word: &RelationWord) -> Option<usize> {
        let own = std::iter::once(phrase).chain(self.words.appositions(phrase));
        let tokens = own.filter_map(|phrase| self.words.phrase(phrase)).flat_map(|phrase| phrase.first..phrase.end);
        tokens.into_iter().find(|token| self.stands_at(*token, word))
    }
}
