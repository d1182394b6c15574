//! `extract(article, topics)`: every claim of one article, found in one pass over its sentences.

use super::{
    ArticleClaims, Claim, Quote, Topic, Topics,
    compiled::{CompiledPhrase, CompiledTopic},
    matching::{Filler, Line, Match},
    quoted,
    stem::NO_KEY,
};
use crate::{
    article::Article,
    mention::{self, Mention},
    span::{LineIndex, Span},
    text::{Part, Text, TokenKind},
    value::{Kind, Precision, Value},
};
use rustc_hash::{FxHashMap, FxHashSet};

/// Finds what one article claims on each topic. `story_timezone` is what "local time" means where the article names none.
#[must_use]
pub fn extract(article: &Article, story: &str, story_timezone: Option<&str>, topics: &Topics) -> ArticleClaims {
    let text = mention::text(article, &topics.lexicon);
    let mut mentions = topics.mentions(&text);
    // "Now" is shown, and claims nothing.
    mentions.retain(|mention| !mention.is_timeless());
    let mut extraction = Extraction::new(article, topics, &text, &mentions);
    let mut next_mention = 0;
    for sentence in 0..text.sentences().len() {
        let from = next_mention;
        while mentions.get(next_mention).is_some_and(|mention| mention.sentence == sentence) {
            next_mention += 1;
        }
        extraction.read(sentence, from..next_mention);
    }
    extraction.read_every();
    ArticleClaims {
        story: story.to_string(),
        article: article.path.clone(),
        metadata: article.metadata.clone(),
        situation: mention::situation(article, story_timezone),
        claims: extraction.finish(),
        diagnostics: Vec::new(),
    }
}

pub(super) struct Extraction<'a> {
    pub(super) article: &'a Article,
    pub(super) topics: &'a Topics,
    pub(super) text: &'a Text<'a>,
    pub(super) mentions: &'a [Mention],
    /// Those that are quotations.
    pub(super) quotations: Vec<usize>,
    pub(super) lines: LineIndex,
    memo: FxHashMap<&'a str, u32>,
    /// The sentence in which each phrase was last a candidate, from 1.
    seen: Vec<usize>,
    pub(super) numbers: Vec<u32>,
    pub(super) joined: Vec<(usize, u32, usize)>,
    pub(super) found: Vec<(usize, usize, usize, Claim)>,
    /// Topic, place and choice of each claim: phrases that overlap on one mention give one claim.
    known: FxHashSet<(usize, Span, Option<&'a str>)>,
}

impl<'a> Extraction<'a> {
    pub(super) fn new(article: &'a Article, topics: &'a Topics, text: &'a Text<'a>, mentions: &'a [Mention]) -> Self {
        Self {
            article,
            topics,
            text,
            mentions,
            quotations: if topics.wide {
                (0..mentions.len()).filter(|&at| mentions.get(at).is_some_and(quoted::is_quoted)).collect()
            } else {
                Vec::new()
            },
            lines: LineIndex::new(&article.text),
            memo: FxHashMap::default(),
            seen: vec![0; topics.phrases.len()],
            numbers: Vec::new(),
            joined: Vec::new(),
            found: Vec::new(),
            known: FxHashSet::default(),
        }
    }

    /// The claims in the order of the text, then of the topics.
    fn finish(mut self) -> Vec<Claim> {
        self.found.sort_by_key(|(start, end, topic, _)| (*start, *end, *topic));
        self.found.into_iter().map(|(_, _, _, claim)| claim).collect()
    }

    /// Numbers the words of a sentence.
    pub(super) fn number(&mut self, sentence: usize) {
        self.numbers.clear();
        self.joined.clear();
        let Some(sentence) = self.text.sentences().get(sentence) else { return };
        let keys = &self.topics.keys;
        for index in sentence.first..sentence.end {
            let token = self.text.token(index);
            let word = match token.kind {
                TokenKind::Word | TokenKind::Number => keys.of(self.text.written(index), &mut self.memo),
                _ => NO_KEY,
            };
            self.numbers.push(word);
            if token.kind == TokenKind::Hyphen && index > sentence.first {
                let whole = self.text.slice(index - 1, index + 2);
                let number = keys.of(whole, &mut FxHashMap::default());
                let apart: String = whole.chars().filter(|character| character.is_alphanumeric()).collect();
                let joined = keys.of(&apart, &mut FxHashMap::default());
                self.joined.extend(
                    [number, joined]
                        .into_iter()
                        .filter(|number| *number != NO_KEY)
                        .map(|number| (index - 1, number, index + 2)),
                );
            }
        }
    }

    fn read(&mut self, sentence: usize, mentions: std::ops::Range<usize>) {
        self.number(sentence);
        let stamp = sentence + 1;
        let topics = self.topics;
        let mut candidates: Vec<usize> = Vec::new();
        let words = self.numbers.iter().chain(self.joined.iter().map(|(_, number, _)| number));
        for phrase in
            words.filter(|number| **number != NO_KEY).filter_map(|number| topics.by_word.get(number)).flatten()
        {
            if let Some(seen) = self.seen.get_mut(*phrase).filter(|seen| **seen != stamp) {
                *seen = stamp;
                candidates.push(*phrase);
            }
        }
        if !mentions.is_empty() {
            candidates.extend(&topics.by_value);
        }
        for phrase in candidates {
            self.try_phrase(phrase, sentence, mentions.clone());
        }
    }

    fn try_phrase(&mut self, phrase: usize, sentence: usize, mentions: std::ops::Range<usize>) {
        let topics = self.topics;
        let Some(phrase) = topics.phrases.get(phrase) else { return };
        let Some(compiled) = topics.topics.get(phrase.topic) else { return };
        let Some(place) = self.text.sentences().get(sentence) else { return };
        if !compiled.topic.is_in(place.part) {
            return;
        }
        let fillers = self.fillers(compiled.topic.kind, mentions.clone());
        if phrase.program.has_hole && fillers.is_empty() {
            return;
        }
        let line = Line::new(self.text, &topics.lexicon, place, &self.numbers, &self.joined);
        let matches = line.matches(&phrase.program, &fillers);
        if matches.is_empty() || self.veto(compiled, &line, sentence, &fillers).is_some() {
            return;
        }
        let vetoed = self.vetoed_mentions(compiled, &line, &fillers);
        for found in matches {
            let veto = match found.hole {
                Some(hole) => vetoed.iter().any(|veto| veto.hole == Some(hole)),
                None => {
                    let overlaps = |veto: &Match| veto.first < found.end && found.first < veto.end;
                    compiled.is_choice()
                        && (self.is_negated(place.first, found.first) || self.is_denied(found.end, place.end))
                        || vetoed.iter().any(|veto| veto.hole.is_none() && overlaps(veto))
                }
            };
            if !veto {
                self.claim(phrase, compiled, found);
            }
        }
    }

    /// The mentions that may fill a hole of this kind.
    pub(super) fn fillers(&self, kind: Kind, mentions: std::ops::Range<usize>) -> Vec<Filler> {
        let range = mentions.clone();
        let own = self.mentions.get(range).unwrap_or_default();
        mentions
            .zip(own)
            .filter(|(_, mention)| mention.value.is_a(kind))
            .map(|(index, mention)| Filler {
                first: mention.first,
                end: mention.end,
                takes_of: mention.value.precision == Precision::Vague,
                mention: index,
            })
            .collect()
    }

    fn claim(&mut self, phrase: &'a CompiledPhrase, compiled: &CompiledTopic, found: Match) {
        let topic = &compiled.topic;
        let (first, end, value) = match found.hole.and_then(|hole| self.mentions.get(hole)) {
            Some(mention) => {
                let Some(value) = mention.value.clone().into_kind(topic.kind) else { return };
                (mention.first, mention.end, value)
            }
            None if !compiled.is_choice() => {
                let place = (found.first, found.end);
                let Some(around) = quoted::around(self.mentions, &self.quotations, place) else { return };
                (around.first, around.end, around.value.clone())
            }
            None => {
                let word = phrase.choice.as_deref().unwrap_or_default();
                let written = self.text.slice(found.first, found.end);
                (found.first, found.end, Value::word(topic.kind, written, word))
            }
        };
        if !compiled.counts(&value, &self.topics.lexicon) {
            return;
        }
        if topic.is_quoted() && quoted::around(self.mentions, &self.quotations, (first, end)).is_none() {
            return;
        }
        let span = self.text.span_of(first, end);
        let choice = phrase.choice.as_deref();
        if !self.known.insert((phrase.topic, span, choice)) {
            return;
        }
        self.keep(phrase.topic, topic, value, (first, end));
    }

    /// Keeps what stands at the tokens `first..end` as a claim on a topic.
    pub(super) fn keep(&mut self, index: usize, topic: &Topic, value: Value, (first, end): (usize, usize)) {
        let quote = self.quote(first, end);
        let part = self.sentence_of(first).map_or(Part::Body, |sentence| sentence.part);
        self.keep_quote(index, topic, value, part, quote);
    }

    /// Keeps a value with its words as a claim on a topic.
    pub(super) fn keep_quote(&mut self, index: usize, topic: &Topic, value: Value, part: Part, quote: Quote) {
        let fingerprint = super::fingerprint(&topic.subject, &self.article.metadata.source, &quote.exact, &value);
        let (start, end) = (quote.start, quote.end);
        let claim = Claim { subject: topic.subject.clone(), value, part, quote, damage: None, fingerprint };
        self.found.push((start, end, index, claim));
    }

    pub(super) fn sentence_of(&self, token: usize) -> Option<&crate::text::Sentence> {
        let sentences = self.text.sentences();
        let index = sentences.partition_point(|sentence| sentence.end <= token);
        sentences.get(index)
    }
}
