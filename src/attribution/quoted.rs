//! Quotations that no cue tells of yet: those beside a verb that the clauses do not join to them, those that go on from the one
//! before, and a few words in marks that the subject of their clause says.

use super::{
    Attribution, Speaker, SpeakerSort,
    reading::{SpeechReader, SpokenSentence},
};
use crate::{
    lexicon::{ClauseClass, CueClass},
    text::{Part, Quotation, TokenKind},
};
use std::ops::Range;

/// The verb of saying stands so near to the marks.
const NEAR: usize = 16;

/// So many attributions before a quotation are looked at.
const NEAREST: usize = 24;

impl SpeechReader<'_> {
    /// Finds a speaker for each quotation that has none.
    pub fn quote_all(&mut self, sentences: &[SpokenSentence]) {
        self.found.sort_by_key(Attribution::start);
        let quotations = self.quotations.clone();
        let mut added: Vec<Attribution> = Vec::new();
        for (index, quotation) in quotations.iter().enumerate() {
            let whole = quotation.first..quotation.end;
            let inner = whole.start + 1..whole.end - 1;
            if self.near(&added, inner.start).any(|one| one.holds(&whole) || one.holds(&inner)) {
                continue;
            }
            let told = self.behind_marks(quotation, sentences).or_else(|| self.signed(quotation, sentences));
            let is_inferred = told.is_none();
            let found = told
                .or_else(|| self.before_marks(quotation, sentences))
                .or_else(|| self.goes_on(index, &quotations, &added))
                .or_else(|| self.fragment(quotation, sentences));
            if let Some((speaker, cue)) = found {
                added.push(Attribution { is_inferred, ..Attribution::new(speaker, cue, vec![whole]) });
            }
        }
        self.found.append(&mut added);
    }

    /// The attributions whose content begins at a token or not far before it, the nearest first.
    fn near<'n>(&'n self, added: &'n [Attribution], at: usize) -> impl Iterator<Item = &'n Attribution> {
        let before = |found: &'n [Attribution]| {
            let begun = found.partition_point(|one| one.start() <= at);
            found.get(..begun).unwrap_or_default().iter().rev().take(NEAREST)
        };
        before(&self.found).chain(before(added))
    }

    fn sentence_of<'s>(&self, token: usize, sentences: &'s [SpokenSentence]) -> Option<&'s SpokenSentence> {
        let behind = sentences.partition_point(|sentence| sentence.tokens.start <= token);
        sentences.get(behind.checked_sub(1)?).filter(|sentence| token < sentence.tokens.end)
    }

    /// The nearest cue behind the marks, in the sentence that they end in.
    fn behind_marks(&self, quotation: &Quotation, sentences: &[SpokenSentence]) -> Option<(Speaker, Range<usize>)> {
        let sentence = self.sentence_of(quotation.end - 1, sentences)?;
        let cues = sentence.cues.iter().filter(|cue| cue.at >= quotation.end && cue.at < quotation.end + NEAR);
        cues.filter(|cue| self.is_outside(cue.at) && cue.class.is(CueClass::SAYS))
            .find_map(|cue| self.spoken_by(cue.at, sentence))
    }

    /// The nearest cue before the marks, in the sentence that they begin in.
    fn before_marks(&self, quotation: &Quotation, sentences: &[SpokenSentence]) -> Option<(Speaker, Range<usize>)> {
        let sentence = self.sentence_of(quotation.first, sentences)?;
        let cues = sentence.cues.iter().rev().filter(|cue| cue.at < quotation.first && cue.at + NEAR > quotation.first);
        cues.filter(|cue| {
            self.is_outside(cue.at) && cue.class.is(CueClass::SAYS.and(CueClass::OBJECT).and(CueClass::PREPOSITION))
        })
        .find_map(|cue| self.spoken_by(cue.at, sentence))
    }

    fn is_outside(&self, token: usize) -> bool {
        self.quotation_at(token).is_none()
    }

    /// The subject of a verb; where the clauses have none, who stands right beside it.
    fn spoken_by(&self, verb: usize, sentence: &SpokenSentence) -> Option<(Speaker, Range<usize>)> {
        let found = sentence.clauses.clause_of_verb(verb);
        let group =
            found.and_then(|(_, node)| node.verb.as_ref()).map_or(verb..verb + 1, |group| group.first..group.end);
        let subject = found.and_then(|(id, _)| sentence.clauses.subject(id));
        let speaker = self.speaker(subject, sentence).filter(|speaker| self.is_outside(speaker.head));
        let speaks = found.is_some() || self.class(verb).is(ClauseClass::SPEAKING.and(ClauseClass::PAST));
        let speaker = speaker.or_else(|| if speaks { self.beside_verb(group.clone(), sentence) } else { None })?;
        Some((speaker, group))
    }

    /// The noun phrase that begins behind the marks before a verb, or else the one right behind the verb.
    fn beside_verb(&self, verb: Range<usize>, sentence: &SpokenSentence) -> Option<Speaker> {
        let before = (sentence.tokens.start..verb.start).rev().take(NEAR).take_while(|at| self.is_outside(*at));
        let before = before.filter_map(|at| sentence.clauses.noun_phrase_at(at)).last();
        let behind = || sentence.clauses.noun_phrase_at(verb.end).filter(|_| self.is_outside(verb.end));
        self.speaker(before, sentence).or_else(|| self.speaker(behind(), sentence))
    }

    /// "- Ada Lang" behind a quotation, or "Ada Lang:" before it.
    fn signed(&self, quotation: &Quotation, sentences: &[SpokenSentence]) -> Option<(Speaker, Range<usize>)> {
        let is_dash = |at: usize| self.text.token(at).kind == TokenKind::Dash || self.text.written(at) == "\u{2015}";
        if is_dash(quotation.end) {
            let name = self.speakers.name_at(quotation.end + 1)?;
            return Some((name, quotation.end..quotation.end + 1));
        }
        let colon =
            quotation.first.checked_sub(1).filter(|before| self.text.token(*before).kind == TokenKind::Colon)?;
        let sentence = self.sentence_of(quotation.first, sentences).or_else(|| self.sentence_of(colon, sentences))?;
        let name = self.speakers.name_at(sentence.tokens.start).filter(|name| name.words.end <= colon)?;
        Some((name, colon..colon + 1))
    }

    /// The one who spoke before, where a quotation is a sentence of its own in the same paragraph, or opens the next one behind
    /// another; else who speaks right behind it.
    fn goes_on(
        &self,
        index: usize,
        quotations: &[&Quotation],
        added: &[Attribution],
    ) -> Option<(Speaker, Range<usize>)> {
        let quotation = quotations.get(index)?;
        if !self.is_sentence(quotation) {
            return None;
        }
        let paragraph = self.text.paragraph_of(quotation.first);
        let is_own = |one: &&Attribution| {
            let is_outside = one.cue.is_empty() || self.is_outside(one.cue.start);
            is_outside && one.content.iter().any(|content| content.end <= quotation.first)
        };
        let before = self
            .near(added, quotation.first)
            .filter(is_own)
            .max_by_key(|one| one.content.last().map_or(0, |content| content.end.max(one.cue.end)));
        let same = before.filter(|one| {
            self.text.paragraph_of(one.cue.start) == paragraph
                || one.content.last().is_some_and(|content| self.text.paragraph_of(content.start) == paragraph)
        });
        let next = quotations.get(index + 1).filter(|next| self.text.paragraph_of(next.first) == paragraph);
        let next = next.and_then(|next| {
            self.near(added, next.first + 1).find(|one| {
                one.holds(&(next.first..next.end)) && (one.cue.is_empty() || self.is_outside(one.cue.start))
            })
        });
        // The paragraph before ends in speech, or names who speaks next.
        let near = before.filter(|one| {
            let end = one.content.last().map_or(0, |content| content.end.max(one.cue.end));
            paragraph
                .is_some_and(|own| self.text.paragraph_of(end.saturating_sub(1)).is_some_and(|other| other + 1 == own))
        });
        let speaking = same.or(next).or(near)?;
        Some((speaking.speaker.clone(), quotation.end..quotation.end))
    }

    /// Whether the marks hold whole sentences.
    fn is_sentence(&self, quotation: &Quotation) -> bool {
        let before = quotation.first.checked_sub(1).map_or(TokenKind::Stop, |before| self.text.token(before).kind);
        let paragraph = self.text.paragraph_of(quotation.first);
        let opens = quotation.first == 0
            || quotation.first.checked_sub(1).and_then(|before| self.text.paragraph_of(before)) != paragraph;
        opens
            || matches!(
                before,
                TokenKind::Stop | TokenKind::DoubleQuote | TokenKind::Colon | TokenKind::AbbreviationStop
            )
    }

    /// A few words in marks inside the writer's sentence: whom the clause is about says them.
    fn fragment(&self, quotation: &Quotation, sentences: &[SpokenSentence]) -> Option<(Speaker, Range<usize>)> {
        let sentence = self.sentence_of(quotation.first, sentences)?;
        // A headline has no room to say who speaks: "Search ends, ‘all are safe’".
        if sentence.part == Part::Headline {
            return None;
        }
        let clauses = &sentence.clauses;
        let mut clause = clauses.clause_of(quotation.first);
        for _ in 0..4 {
            let node = clauses.clause(clause?)?;
            let verb = node.verb.as_ref().filter(|verb| self.is_outside(verb.head));
            let subject = clauses.subject(clause?).and_then(|subject| self.speaker(Some(subject), sentence));
            if let (Some(verb), Some(speaker)) = (verb, subject)
                && self.is_outside(speaker.head)
                && speaker.sort != SpeakerSort::Unknown
            {
                return Some((speaker, verb.first..verb.end));
            }
            clause = node.parent;
        }
        None
    }
}
