//! The words of a tie, by keys: the governing word, what is counted, what narrows it, and the names beside it.

use super::Governed;
use crate::{
    claim::{
        relation::sentence::ReadSentence,
        tie::{TieSort, TieWord, WordsBetween},
    },
    clause::{ClauseKind, Complement, NounPhrase, PhraseLink},
    fold,
    lexicon::{Class, ClauseClass, RelationClass},
    mention::Mention,
    text::TokenKind,
};

impl ReadSentence<'_> {
    /// The noun phrase in which a value stands.
    pub(super) fn phrase_of_value(&self, mention: &Mention) -> Option<usize> {
        (mention.first..mention.end).find_map(|token| self.words.clauses.noun_phrase_at(token))
    }

    /// A governing word, by a key that it shares with its kin.
    pub(super) fn root(&self, token: usize) -> TieWord {
        let written = self.words.written(token);
        let key = self.words.lexicon.relations().root(self.words.lexicon.stems().key(written));
        TieWord { key, written: written.to_string() }
    }

    /// A noun that is counted; nouns for people of any sort are one.
    pub(super) fn counted_word(&self, noun: &str) -> TieWord {
        let anybody = self.words.lexicon.look_up(noun).is(Class::PEOPLE);
        let lexicon = self.words.lexicon;
        let key = if anybody { lexicon.anybody.to_string() } else { lexicon.stems().key(noun) };
        TieWord { key, written: noun.to_string() }
    }

    /// People of any sort, where a number without a noun counts them.
    pub(super) fn anybody(&self) -> TieWord {
        let anybody = &self.words.lexicon.anybody;
        TieWord { key: anybody.to_string(), written: anybody.to_string() }
    }

    /// The noun of a noun phrase, or of that which it belongs to; its key says how many there are.
    pub(super) fn head_word(&self, phrase: usize) -> Option<TieWord> {
        let whole = self.words.clauses.whole(phrase);
        let head = self.words.phrase(whole).filter(|whole| !self.is_time(whole))?.head;
        if self.line.kind(head) != TokenKind::Word {
            return None;
        }
        self.phrase_key(whole).map(|key| TieWord { key, written: self.words.written(head).to_string() })
    }

    fn phrase_key(&self, phrase: usize) -> Option<String> {
        let found = self.words.phrase(phrase)?;
        let key = self.words.lexicon.stems().key(self.words.written(found.head));
        let number = found.numerals.clone().filter(|numerals| !numerals.contains(&found.head));
        let number = number.map(|numerals| self.line.text.slice(numerals.start, numerals.end).to_lowercase());
        (!self.is_pronoun(found.head)).then(|| number.map_or(key.clone(), |number| format!("{number} {key}")))
    }

    /// Whether what governs a value befalls people, so that a bare number counts them.
    pub(super) fn befalls(&self, governed: &Governed) -> bool {
        let befalls = RelationClass::OF_PERSONS.and(RelationClass::COUNTED_ACTION);
        governed.sort == TieSort::Undergoer && self.words.class(governed.token).is(befalls)
    }

    /// The words between a governing word and its value, where they are few and nothing but words.
    pub(super) fn between(&self, token: usize, mention: &Mention) -> Option<WordsBetween> {
        let before = token < mention.first;
        let (first, end) = if before { (token, mention.first) } else { (mention.end, token + 1) };
        let is_word = |at: usize| self.line.kind(at) == TokenKind::Word;
        if first >= end || end - first > MOST_BETWEEN || !(first..end).all(is_word) {
            return None;
        }
        let words = fold::one_line(self.line.text.slice(first, end));
        Some(if before { WordsBetween::Before(words) } else { WordsBetween::Behind(words) })
    }

    /// Whether a verb or noun says something by itself.
    pub(super) fn governs(&self, token: usize) -> bool {
        let light = ClauseClass::BE.and(ClauseClass::HAVE).and(ClauseClass::DO).and(ClauseClass::MODAL);
        let light = light.and(ClauseClass::COPULA).and(ClauseClass::REPORTING).and(ClauseClass::THERE);
        let blank = self.words.class(token).is(RelationClass::BLANK);
        !blank && !self.words.clause_class(token).is(light) && self.says_something(token) && !self.is_pronoun(token)
    }

    /// "Found": with a thing for its object it says what was done, and not what was said.
    pub(super) fn is_reporting(&self, token: usize) -> bool {
        self.words.clause_class(token).is(ClauseClass::REPORTING) && self.says_something(token)
    }

    /// Whether a token is a word with a meaning of its own.
    pub(super) fn says_something(&self, token: usize) -> bool {
        let small = Class::FUNCTION
            .and(Class::MAGNITUDE)
            .and(Class::STARTER)
            .and(Class::PASSED_OVER)
            .and(Class::SHARE)
            .and(Class::ARTICLE);
        let helper = ClauseClass::PREPOSITION.and(ClauseClass::DETERMINER).and(ClauseClass::POSSESSIVE);
        let word = self.words.lexical(token);
        self.line.text.token(token).kind == TokenKind::Word
            && !word.is(small.and(Class::CARDINAL))
            && !self.words.clause_class(token).is(helper)
    }

    /// Whether a noun is for a person, and none's name.
    pub(super) fn is_somebody(&self, token: usize) -> bool {
        self.words.class(token).is(RelationClass::PERSON) && self.words.written(token).starts_with(char::is_lowercase)
    }

    fn key_at(&self, token: usize) -> String {
        self.words.lexicon.stems().key(self.words.written(token))
    }

    /// The keys of what makes a value one of fewer: the other words of its noun phrase, what belongs to that, and what is
    /// said of it beside.
    pub(super) fn narrowing(&self, governed: &Governed, mention: &Mention) -> Vec<String> {
        let Some(phrase) = self.words.phrase(governed.phrase) else { return Vec::new() };
        if governed.sort == TieSort::When && overlaps(phrase, mention) {
            return Vec::new();
        }
        let mut keys = self.other_words(phrase, governed, mention);
        let said = self.words.clauses.clauses_with(governed.phrase).filter(|(clause, node)| {
            *clause != governed.clause && node.antecedent == Some(governed.phrase) && !self.follows_comma(node.first)
        });
        keys.extend(said.filter_map(|(_, node)| node.verb.as_ref()).map(|verb| self.key_at(verb.head)));
        let parts =
            self.words.linked(governed.phrase, |link| matches!(link, PhraseLink::Of(_) | PhraseLink::Possessor(_)));
        let apart =
            |part: &usize| self.words.phrase(*part).is_some_and(|part| !overlaps(part, mention) && !self.is_time(part));
        keys.extend(parts.filter(apart).filter_map(|part| self.phrase_key(part)));
        // "Killed 10 from Orvane": right behind its noun phrase, whatever it is taken to belong to.
        let follows = self.words.clauses.led_by(phrase.end).map(|(_, one)| one);
        let led = self.words.led_from(governed.phrase).iter().filter(|one| one.beside == Some(governed.phrase));
        let beside = led.copied().chain(follows).filter(|one| self.narrows(*one, governed));
        keys.extend(beside.filter_map(|one| self.phrase_key(one.phrase)));
        keys.sort();
        keys.dedup();
        keys
    }

    /// Whether a comma stands before a token: what is said behind it narrows nothing.
    fn follows_comma(&self, token: usize) -> bool {
        token > self.line.first && self.line.kind(token - 1) == TokenKind::Comma
    }

    fn other_words(&self, phrase: &NounPhrase, governed: &Governed, mention: &Mention) -> Vec<String> {
        let own = |token: &usize| (mention.first..mention.end).contains(token) || *token == governed.token;
        let time = |token: usize| {
            let part = self.words.clauses.noun_phrase_at(token).and_then(|part| self.words.phrase(part));
            part.is_some_and(|part| self.is_time(part)) || self.is_weekday(token)
        };
        let others = (phrase.first..phrase.end).filter(|token| !own(token) && *token != phrase.head && !time(*token));
        others.filter(|token| self.says_something(*token)).map(|token| self.key_at(token)).collect()
    }

    /// Whether a preposition narrows the noun before it: "12 people from Orvane"; not where it may say where something was.
    fn narrows(&self, one: Complement, governed: &Governed) -> bool {
        let Some(led) = self.words.phrase(one.phrase).filter(|led| !self.is_time(led)) else { return false };
        let clause = self.words.clauses.complement_of(one.phrase).and_then(|(of, _)| self.words.clauses.clause(of));
        let verb = clause.and_then(|node| node.verb.as_ref());
        let is_where = self.words.is_free(one) && verb.is_some_and(|verb| verb.head < led.first);
        one.phrase != governed.phrase && !is_where
    }

    /// "Friday", also where it stands for whose something is.
    fn is_time(&self, phrase: &NounPhrase) -> bool {
        phrase.is_time || self.is_weekday(phrase.head)
    }

    fn is_weekday(&self, token: usize) -> bool {
        self.words.lexical(token).is(Class::WEEKDAY)
    }

    /// The keys of what stands beside in the clause that governs a value: the names and events behind prepositions, who did
    /// it, what happened then, from where an amount is counted, which of its sort the other is. An event has its day without
    /// them.
    pub(super) fn words_beside(&self, governed: &Governed, mention: &Mention) -> Vec<String> {
        let is_event = governed.sort == TieSort::When && governed.other.is_none();
        let Some(node) = self.words.clauses.clause(governed.clause).filter(|_| !is_event) else { return Vec::new() };
        let led = node.complements.iter().filter(|one| one.preposition.is_some()).map(|one| one.phrase);
        let led = led.filter(|phrase| self.words.phrase(*phrase).is_some_and(|phrase| self.tells_apart(phrase)));
        let doer = self.doer(node).filter(|doer| *doer != governed.phrase && self.befalls(governed));
        let then = self.words.clauses.children(governed.clause).map(|(_, node)| node);
        let then = then.filter(|one| one.kind == ClauseKind::Adverbial).filter_map(|one| one.subject);
        let from = self.counted_from(governed, mention);
        let phrases = led.chain(doer).chain(then.map(|subject| subject.phrase)).chain(from);
        let mut keys: Vec<String> = phrases.filter_map(|phrase| self.phrase_key(phrase)).collect();
        let is_amount = matches!(governed.sort, TieSort::Amount | TieSort::Behind(_));
        let other = governed.other.filter(|_| is_amount).and_then(|other| self.words.phrase(other));
        keys.extend(other.into_iter().flat_map(|other| self.other_words(other, governed, mention)));
        keys.sort();
        keys.dedup();
        keys
    }

    /// "13 miles from **the cutter**": what a preposition right behind an amount leads to.
    fn counted_from(&self, governed: &Governed, mention: &Mention) -> Option<usize> {
        let own =
            self.phrase_of_value(mention).filter(|own| governed.sort == TieSort::Amount && *own != governed.phrase)?;
        let (_, led) = self.words.clauses.led_by(self.words.phrase(own)?.end)?;
        let is_place = self.words.phrase(led.phrase).is_some_and(|phrase| !self.is_time(phrase));
        (is_place && !self.words.is_free(led)).then_some(led.phrase)
    }

    /// A name, an event.
    fn tells_apart(&self, phrase: &NounPhrase) -> bool {
        let name = self.words.written(phrase.head).starts_with(char::is_uppercase);
        !self.is_time(phrase) && (name || self.words.class(phrase.head).is(RelationClass::EVENT))
    }
}

/// So many words may stand from a governing word to its value.
const MOST_BETWEEN: usize = 5;

fn overlaps(phrase: &NounPhrase, mention: &Mention) -> bool {
    phrase.first < mention.end && mention.first < phrase.end
}
