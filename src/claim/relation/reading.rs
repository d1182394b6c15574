//! A variant of a phrase read as a sentence: its governing word, what the hole is to it, and what else it needs.

use super::{
    Companion, CompanionPlace, CountedNoun, CountedThing, HoleTie, PhraseRelation, RelationWord, sample::Sample,
    variants::VariantPart, written::WrittenVariant,
};
use crate::{
    claim::{
        modality::PhraseModality,
        sentence_words::{ReadClauses, SentenceWords},
        stem::Keys,
    },
    clause::{ClauseNode, NounPhrase, PhraseLink, VerbForm, Voice},
    lexicon::{ClauseClass, Lexicon, RelationClass},
    text::Text,
    value::{Kind, ValueTie},
};

/// Reads one variant; none where it is words in order only.
pub(super) fn read(
    variant: &[VariantPart<'_>],
    kind: Kind,
    keys: &mut Keys,
    lexicon: &Lexicon,
) -> Option<PhraseRelation> {
    let written = WrittenVariant::of(variant, kind)?;
    let text = Text::plain(&written.text, lexicon);
    let read = ReadClauses::read(&text, 0..text.tokens().len(), lexicon);
    let words = SentenceWords::new(&text, lexicon, &read);
    let hole = written.tokens_of_hole(&text);
    let mut sample = Sample { words, keys, hole, exact: &written.exact, used: Vec::new() };
    let relation = match kind.facts().tie {
        ValueTie::Counts => sample.counting(),
        ValueTie::Belongs => sample.belonging(),
        ValueTie::Dates => sample.dating(),
        ValueTie::Names => sample.naming(),
        ValueTie::Apart if kind.is_choice() => return sample.saying(),
        ValueTie::Apart => None,
    }?;
    sample.with_companions(relation)
}

impl Sample<'_> {
    /// What the hole counts.
    fn counted(&mut self) -> Option<(usize, Option<usize>, CountedThing)> {
        let (index, phrase) = self.hole_phrase()?;
        let (head, first, end) = (phrase.head, phrase.first, phrase.end);
        let parts: Vec<&NounPhrase> =
            self.words.clauses.parts(index).iter().filter_map(|part| self.words.phrase(*part)).collect();
        let apposed = |part: &&&NounPhrase| part.first == end && matches!(part.link, Some(PhraseLink::Apposition(_)));
        let beside = parts.iter().find(apposed);
        let noun = if self.hole.contains(&head) { beside.map(|part| part.head) } else { Some(head) };
        let end = beside.map_or(end, |part| part.end.max(end));
        let sister = |part: &&&NounPhrase| matches!(part.link, Some(PhraseLink::Coordinated(_)));
        let sisters: Vec<usize> = parts.iter().filter(sister).map(|part| part.head).collect();
        self.used.extend(noun);
        let named = noun.filter(|noun| !self.is_any_person(*noun));
        let others: Vec<usize> = (first..end).filter(|at| Some(*at) != noun && self.is_content(*at)).collect();
        let thing = CountedThing {
            noun: match named {
                Some(noun) => CountedNoun::Named(self.noun(noun)),
                None if noun.is_some() => CountedNoun::Persons,
                None => CountedNoun::Anything,
            },
            beside: others.into_iter().map(|at| self.word(at)).collect(),
            sisters: sisters.into_iter().map(|at| self.word(at)).collect(),
        };
        Some((index, noun, thing))
    }

    fn counting(&mut self) -> Option<PhraseRelation> {
        let (index, noun, mut thing) = self.counted()?;
        if let Some((clause, token)) = self.governing(index) {
            self.counts_people(token, &mut thing);
            let governor = self.word(token);
            let node = self.words.clauses.clause(clause)?;
            return Some(relation(self.side(node, index, token, thing), governor));
        }
        if let Some(PhraseLink::Of(owner) | PhraseLink::Possessor(owner)) = self.hole_phrase()?.1.link {
            return self.counting_of(owner, thing);
        }
        if let Some((clause, complement)) = self.words.clauses.complement_of(index) {
            let token = self.leading(clause, complement)?;
            let preposition = self.words.preposition(complement);
            let governor = self.word(token);
            return Some(relation(HoleTie::CountedBehind(preposition, thing), governor));
        }
        self.noun_alone(noun?, thing)
    }

    /// "The death of 12", "a party of 12".
    fn counting_of(&mut self, owner: usize, mut thing: CountedThing) -> Option<PhraseRelation> {
        let token = self.words.phrase(owner)?.head;
        self.counts_people(token, &mut thing);
        let action = self.words.class(token).is(RelationClass::OF_PERSONS.and(RelationClass::COUNTED_ACTION));
        let tie = if action { HoleTie::Undergoer(thing) } else { HoleTie::CountedBehind("of".into(), thing) };
        let governor = self.word(token);
        Some(relation(tie, governor))
    }

    /// "12 deaths" are 12 who died; of another noun something more must be said.
    fn noun_alone(&mut self, noun: usize, mut thing: CountedThing) -> Option<PhraseRelation> {
        if self.words.class(noun).is(RelationClass::COUNTED_ACTION) && thing.beside.is_empty() {
            thing.noun = CountedNoun::Persons;
            let governor = self.word(noun);
            return Some(relation(HoleTie::Undergoer(thing), governor));
        }
        let governor = self.noun(noun);
        Some(relation(HoleTie::Alone(thing), governor))
    }

    /// A number without a noun counts people, where it is said of people.
    fn counts_people(&self, token: usize, thing: &mut CountedThing) {
        if thing.noun == CountedNoun::Anything && self.words.class(token).is(RelationClass::OF_PERSONS) {
            thing.noun = CountedNoun::Persons;
        }
    }

    /// The verb or predicate of the clause about the hole, with the clause.
    fn governing(&self, index: usize) -> Option<(usize, usize)> {
        let (clause, node) = self.clause_about(index)?;
        let verb = node.verb.as_ref().map(|verb| verb.head).filter(|verb| self.is_content(*verb));
        let token = match node.predicate {
            Some(predicate) if verb.is_none() => predicate,
            _ => verb?,
        };
        self.is_content(token).then_some((clause, token))
    }

    /// Whether the hole counts who does it or whom it is done to.
    fn side(&self, node: &ClauseNode, index: usize, token: usize, thing: CountedThing) -> HoleTie {
        let befalls = self.words.class(token).is(RelationClass::OF_PERSONS);
        let Some(verb) = node.verb.as_ref() else { return HoleTie::Undergoer(thing) };
        let top = self.words.clauses.whole(index);
        let is_object = node.object == Some(index) || node.object == Some(top);
        let class = self.words.clause_class(verb.head);
        let takes =
            class.is(ClauseClass::PARTICIPLE) && !class.is(ClauseClass::INTRANSITIVE) && verb.form != VerbForm::Ing;
        let passive = verb.voice == Voice::Passive && verb.form != VerbForm::Ing || takes;
        if is_object
            || passive && node.object.is_none()
            || node.predicate == Some(token)
            || befalls && node.object.is_none()
        {
            return HoleTie::Undergoer(thing);
        }
        HoleTie::Doer(thing)
    }

    /// An amount, and what it is an amount of.
    fn belonging(&mut self) -> Option<PhraseRelation> {
        let (index, phrase) = self.hole_phrase()?;
        let (head, link) = (phrase.head, phrase.link);
        if !self.hole.contains(&head) {
            let governor = self.word(head);
            return Some(relation(HoleTie::Amount, governor));
        }
        match link {
            Some(PhraseLink::Of(owner)) => {
                let token = self.words.phrase(owner)?.head;
                let governor = self.word(token);
                return Some(relation(HoleTie::Amount, governor));
            }
            Some(PhraseLink::Apposition(owner)) => {
                let token = self.words.phrase(owner)?.head;
                let governor = self.word(token);
                return Some(relation(HoleTie::Name, governor));
            }
            Some(PhraseLink::Possessor(_) | PhraseLink::Coordinated(_)) | None => {}
        }
        if let Some((clause, complement)) = self.words.clauses.complement_of(index) {
            let (token, preposition) = (self.leading(clause, complement)?, self.words.preposition(complement));
            let governor = self.word(token);
            let tie = if preposition.is_empty() { HoleTie::Amount } else { HoleTie::Behind(preposition) };
            return Some(relation(tie, governor));
        }
        let node = self.words.clauses.all().iter().find(|node| node.object == Some(index))?;
        let verb = node.verb.as_ref()?.head;
        let subject = node.subject.and_then(|subject| self.words.phrase(subject.phrase)).map(|subject| subject.head);
        let token = if self.words.class(verb).is(RelationClass::AMOUNTING) { subject.or(Some(verb))? } else { verb };
        let governor = self.word(token);
        if token != verb {
            self.used.push(verb);
        }
        Some(relation(HoleTie::Amount, governor))
    }

    /// A day or time, and what is then.
    fn dating(&mut self) -> Option<PhraseRelation> {
        let (index, phrase) = self.hole_phrase()?;
        let (head, link) = (phrase.head, phrase.link);
        if !self.hole.contains(&head) {
            let governor = self.word(head);
            return Some(relation(HoleTie::When(String::new()), governor));
        }
        if let Some(PhraseLink::Possessor(owner)) = link {
            let token = self.words.phrase(owner)?.head;
            let governor = self.word(token);
            return Some(relation(HoleTie::When(String::new()), governor));
        }
        let (clause, complement) = self.words.clauses.complement_of(index)?;
        let preposition = self.words.preposition(complement);
        let mut token = self.leading(clause, complement)?;
        let node = self.words.clauses.clause(clause)?;
        let subject = node.subject.and_then(|subject| self.words.phrase(subject.phrase)).map(|subject| subject.head);
        let verb = node.verb.as_ref().map(|verb| verb.head);
        if let (true, Some(subject)) = (verb == Some(token) && self.is_happening(node), subject) {
            self.used.extend(verb);
            self.used.extend(node.object.and_then(|object| self.words.phrase(object)).map(|object| object.head));
            token = subject;
        }
        let governor = self.word(token);
        let tie = if self.words.is_free_word(&preposition) {
            HoleTie::When(preposition)
        } else {
            HoleTie::Behind(preposition)
        };
        Some(relation(tie, governor))
    }

    /// A name, and what it names.
    fn naming(&mut self) -> Option<PhraseRelation> {
        let (index, phrase) = self.hole_phrase()?;
        let (head, link) = (phrase.head, phrase.link);
        if self.hole.end <= head && self.is_content(head) {
            let governor = self.noun(head);
            return Some(relation(HoleTie::NameBefore, governor));
        }
        let part = self.words.appositions(index).find_map(|part| self.words.phrase(part)).map(|part| part.head);
        let token = match link {
            Some(PhraseLink::Apposition(owner)) => Some(self.words.phrase(owner)?.head),
            Some(PhraseLink::Of(_) | PhraseLink::Possessor(_) | PhraseLink::Coordinated(_)) | None => part,
        };
        if let Some(token) = token.filter(|token| self.is_content(*token)) {
            let governor = self.word(token);
            return Some(relation(HoleTie::Name, governor));
        }
        let (clause, complement) = self.words.clauses.complement_of(index)?;
        let (token, preposition) = (self.leading(clause, complement)?, self.words.preposition(complement));
        let governor = self.word(token);
        Some(relation(HoleTie::Behind(preposition), governor))
    }

    /// The relation with what else the phrase says; none where a word of it has no place.
    fn with_companions(&mut self, mut relation: PhraseRelation) -> Option<PhraseRelation> {
        let governor = self.governor_token(&relation)?;
        if !self.is_all_said() {
            return None;
        }
        for token in 0..self.words.text.tokens().len() {
            if self.is_content(token) && !self.used.contains(&token) {
                let place = self.place(token, governor)?;
                let word = self.word(token);
                relation.companions.push(Companion { place, word });
            }
        }
        if let (HoleTie::Alone(thing), true) = (&relation.tie, relation.companions.is_empty()) {
            relation.tie = HoleTie::Predicate(thing.clone());
        }
        Some(relation)
    }

    /// Whether every preposition leads to the hole or to words that say something: "from it" would be lost.
    fn is_all_said(&self) -> bool {
        let says = |phrase: usize| {
            let tokens = self.words.phrase(phrase).map_or(0..0, |phrase| phrase.first..phrase.end);
            tokens.into_iter().any(|token| self.hole.contains(&token) || self.is_content(token))
        };
        self.words.clauses.all().iter().flat_map(|node| &node.complements).all(|one| says(one.phrase))
    }

    fn governor_token(&self, relation: &PhraseRelation) -> Option<usize> {
        self.used
            .iter()
            .copied()
            .find(|token| relation.governor.has(self.keys.known(&self.keys.key(self.words.written(*token)))))
    }

    /// Where a word stands, seen from the governing word.
    fn place(&self, token: usize, governor: usize) -> Option<CompanionPlace> {
        let (own, clause) = (self.words.clauses.clause_of(governor)?, self.words.clauses.clause_of(token)?);
        let phrase = self.words.clauses.noun_phrase_at(token);
        let top = phrase.map(|phrase| self.words.clauses.whole(phrase));
        if top.is_some()
            && top == self.words.clauses.noun_phrase_at(governor).map(|phrase| self.words.clauses.whole(phrase))
        {
            return Some(CompanionPlace::Inside);
        }
        if own != clause {
            let verb = self.words.clauses.clause(clause)?.verb.as_ref()?.head;
            let child = self.words.clauses.clause(own)?;
            let marker = child.marker.map(|marker| self.words.written(marker).to_lowercase());
            return (verb == token && child.parent == Some(clause)).then_some(CompanionPlace::Above(marker));
        }
        let node = self.words.clauses.clause(own)?;
        let led = node.complements.iter().find(|one| Some(one.phrase) == phrase || Some(one.phrase) == top);
        if let Some(complement) = led {
            return Some(CompanionPlace::Behind(self.words.preposition(*complement)));
        }
        let is_verb = node.verb.as_ref().is_some_and(|verb| verb.head == governor);
        match top {
            Some(top) if is_verb && node.subject.is_some_and(|subject| subject.phrase == top) => {
                Some(CompanionPlace::Subject)
            }
            Some(top) if is_verb && node.object == Some(top) => Some(CompanionPlace::Object),
            _ => Some(CompanionPlace::Clause),
        }
    }
}

pub(super) fn relation(tie: HoleTie, governor: RelationWord) -> PhraseRelation {
    PhraseRelation { tie, governor, companions: Vec::new(), modality: PhraseModality::Real }
}
