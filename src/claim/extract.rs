//! `extract(article, topics)`: every claim of one article, found in one pass over its sentences.

use super::{
    ArticleClaims, Claim, Quote, Topic,
    matching::{Filler, Line, Match},
    program::Program,
    quoted,
    stem::{Keys, NO_KEY, key},
};
use crate::{
    article::Article,
    lexicon::{Class, Lexicon},
    mention::{self, Mention},
    span::{LineIndex, Span},
    text::{Part, Text, TokenKind},
    value::{Amount, Content, Kind, Precision, Value, name::Spellings},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// The topics of one story, compiled: phrases are looked up by their rarest word, so that many cost hardly more than few.
#[derive(Debug)]
pub struct Topics {
    pub(super) topics: Vec<CompiledTopic>,
    pub(super) phrases: Vec<CompiledPhrase>,
    pub(super) keys: Keys,
    /// The phrases that cannot do without a word, by the word's number.
    by_word: FxHashMap<u32, Vec<usize>>,
    /// Phrases that need no word: only a value of their kind.
    by_value: Vec<usize>,
    /// Whether names or quotations are asked for.
    wide: bool,
    pub(super) lexicon: Arc<Lexicon>,
    /// How the project spells names.
    spellings: Arc<Spellings>,
}

/// A negation stands at most so many words before the choice that it takes back.
const NEGATION_REACH: usize = 4;

#[derive(Debug)]
pub(super) struct CompiledTopic {
    pub(super) topic: Topic,
    except: Vec<Program>,
    not_near: Vec<Program>,
    /// The keys of the thing counted, and of the unit.
    of: Vec<String>,
}

impl CompiledTopic {
    pub(super) fn is_choice(&self) -> bool {
        self.topic.kind.name() == "choice"
    }
}

#[derive(Debug)]
pub(super) struct CompiledPhrase {
    pub(super) topic: usize,
    choice: Option<String>,
    pub(super) program: Program,
}

/// What keeps every claim of a topic out of a sentence: a veto, by its place in the topic, and where its words stand.
pub(super) enum Veto {
    /// One of `except`, without a hole.
    Except(usize, Match),
    /// One of `not near`.
    NotNear(usize, Match),
}

impl Topics {
    /// Compiles topics.
    #[must_use]
    pub fn new<'a>(topics: impl IntoIterator<Item = &'a Topic>, lexicon: &Arc<Lexicon>) -> Self {
        let mut compiled = Self {
            topics: Vec::new(),
            phrases: Vec::new(),
            keys: Keys::default(),
            by_word: FxHashMap::default(),
            by_value: Vec::new(),
            wide: false,
            lexicon: Arc::clone(lexicon),
            spellings: Arc::default(),
        };
        for topic in topics {
            compiled.add(topic);
        }
        compiled
    }

    /// The same, for articles in which names are those that a project lists.
    #[must_use]
    pub fn with_spellings(self, spellings: Arc<Spellings>) -> Self {
        Self { spellings, ..self }
    }

    fn add(&mut self, topic: &Topic) {
        let index = self.topics.len();
        for pattern in &topic.patterns {
            let program = Program::new(&pattern.phrase, &mut self.keys, &self.lexicon);
            let phrase = self.phrases.len();
            if program.anchors.is_empty() {
                self.by_value.push(phrase);
            }
            for anchor in &program.anchors {
                let phrases = self.by_word.entry(*anchor).or_default();
                if phrases.last() != Some(&phrase) {
                    phrases.push(phrase);
                }
            }
            self.phrases.push(CompiledPhrase { topic: index, choice: pattern.choice.clone(), program });
        }
        let mut compile = |phrases: &[super::Phrase]| -> Vec<Program> {
            phrases.iter().map(|phrase| Program::new(phrase, &mut self.keys, &self.lexicon)).collect()
        };
        let (except, not_near) = (compile(&topic.except), compile(&topic.not_near));
        self.wide |= topic.quoted || matches!(topic.kind.name(), "name" | "quotation");
        let of = topic.of.iter().flat_map(|of| of.split_whitespace()).map(key).collect();
        self.topics.push(CompiledTopic { topic: topic.clone(), except, not_near, of });
    }

    /// The values that may become claims: names and quotations only where a topic asks for them.
    pub(super) fn mentions(&self, text: &Text) -> Vec<Mention> {
        if !self.wide {
            return mention::mentions(text, &self.lexicon);
        }
        mention::mentions_of(text, &self.lexicon, &self.spellings, &|_| true)
    }
}

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

    /// Whether a negation stands right before the words of a choice, in the same clause.
    pub(super) fn is_negated(&self, sentence: usize, first: usize) -> bool {
        let lexicon = &self.topics.lexicon;
        let nearest = (sentence..first).rev().take(NEGATION_REACH);
        let clause = nearest.take_while(|index| {
            let token = self.text.token(*index);
            !matches!(
                token.kind,
                TokenKind::Comma | TokenKind::Dash | TokenKind::Colon | TokenKind::DoubleQuote | TokenKind::Other
            )
        });
        clause.into_iter().any(|last| {
            let ends = |index: usize| lexicon.word(self.text.token(index).word).is(Class::NEGATION_END);
            let contracted =
                self.text.written(last).ends_with("n't") || self.text.written(last).ends_with("n\u{2019}t");
            let backwards = (sentence..=last).rev().map(|index| self.text.token(index).word);
            contracted || ends(last) && lexicon.negations.longest(backwards).is_some()
        })
    }

    /// Whether the words of a choice are taken back right behind them, auxiliaries aside: "arson has been ruled out".
    fn is_denied(&self, from: usize, end: usize) -> bool {
        let lexicon = &self.topics.lexicon;
        let passed = |index: &usize| lexicon.word(self.text.token(*index).word).is(Class::PASSED_OVER);
        let behind = from + (from..end).take(NEGATION_REACH).take_while(passed).count();
        let written = self.text.written(behind);
        let ids = (behind..end).map(|index| self.text.token(index).word);
        (behind < end && (written.ends_with("n't") || written.ends_with("n\u{2019}t")))
            || lexicon.denials.longest(ids).is_some()
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

    /// A veto without a hole that stands in the sentence, or one that may stand near in the sentence before.
    pub(super) fn veto(&self, topic: &CompiledTopic, line: &Line, sentence: usize, fillers: &[Filler]) -> Option<Veto> {
        let first = |veto: &Program, line: &Line, fillers: &[Filler]| line.matches(veto, fillers).into_iter().next();
        let whole = topic.except.iter().enumerate().filter(|(_, veto)| !veto.has_hole);
        let near = || topic.not_near.iter().enumerate();
        let here = whole
            .map(|(at, veto)| first(veto, line, fillers).map(|found| Veto::Except(at, found)))
            .chain(near().map(|(at, veto)| first(veto, line, fillers).map(|found| Veto::NotNear(at, found))))
            .flatten()
            .next();
        if here.is_some() || topic.not_near.is_empty() {
            return here;
        }
        let before = sentence.checked_sub(1).and_then(|before| self.text.sentences().get(before))?;
        let mut memo = FxHashMap::default();
        let numbers: Vec<u32> =
            (before.first..before.end).map(|index| self.topics.keys.of(self.text.written(index), &mut memo)).collect();
        let line = Line::new(self.text, &self.topics.lexicon, before, &numbers, &[]);
        let from = |token: usize| self.mentions.partition_point(|mention| mention.first < token);
        let fillers = self.fillers(topic.topic.kind, from(before.first)..from(before.end));
        near().find_map(|(at, veto)| first(veto, &line, &fillers).map(|found| Veto::NotNear(at, found)))
    }

    pub(super) fn vetoed_mentions(&self, topic: &CompiledTopic, line: &Line, fillers: &[Filler]) -> Vec<Match> {
        topic.except.iter().filter(|veto| veto.has_hole).flat_map(|veto| line.matches(veto, fillers)).collect()
    }

    /// The vetoes with a hole, each as written.
    pub(super) fn vetoes_with_a_hole<'t>(
        &self,
        topic: &'t CompiledTopic,
        written: &'t [super::Phrase],
    ) -> impl Iterator<Item = (&'t Program, &'t str)> {
        let written = written.iter().map(|veto| veto.source.as_str());
        topic.except.iter().zip(written).filter(|(veto, _)| veto.has_hole)
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
                let word = phrase.choice.clone().unwrap_or_default();
                let text = self.text.slice(found.first, found.end).into();
                let content = Content::Word(word.into());
                (
                    found.first,
                    found.end,
                    Value { kind: topic.kind, text, hedge: None, precision: Precision::Exact, content },
                )
            }
        };
        if !counts_the_right_thing(&value, compiled, &self.topics.lexicon) {
            return;
        }
        if topic.quoted && quoted::around(self.mentions, &self.quotations, (first, end)).is_none() {
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
        let fingerprint = super::fingerprint(&topic.name, &self.article.metadata.source, &quote.exact, &value);
        let (start, end) = (quote.start, quote.end);
        let claim = Claim {
            topic: topic.name.clone(),
            value,
            part,
            quote,
            speaker: None,
            chain: Vec::new(),
            damage: None,
            derived: topic.derived,
            fingerprint,
        };
        self.found.push((start, end, index, claim));
    }

    pub(super) fn sentence_of(&self, token: usize) -> Option<&crate::text::Sentence> {
        let sentences = self.text.sentences();
        let index = sentences.partition_point(|sentence| sentence.end <= token);
        sentences.get(index)
    }

    /// The exact words with the rest of their sentence, trimmed.
    pub(super) fn quote(&self, first: usize, end: usize) -> Quote {
        let source = self.text.source();
        let span = self.text.span_of(first, end);
        let whole = self.sentence_of(first).map_or(span, |sentence| self.text.span_of(sentence.first, sentence.end));
        let place = self.lines.line_column(source, span.range().start);
        let before = source.get(whole.range().start..span.range().start).unwrap_or_default();
        let after = source.get(span.range().end..whole.range().end.max(span.range().end)).unwrap_or_default();
        Quote {
            start: span.range().start,
            end: span.range().end,
            line: place.line,
            column: place.column,
            exact: span.of(source).to_string(),
            prefix: last_words(before).to_string(),
            suffix: first_words(after).to_string(),
        }
    }
}

/// A prefix or suffix has at most so many bytes.
const LONGEST_CONTEXT: usize = 160;

fn last_words(text: &str) -> &str {
    let Some(mut from) = text.len().checked_sub(LONGEST_CONTEXT) else { return text };
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let rest = text.get(from..).unwrap_or_default();
    rest.find(char::is_whitespace).and_then(|space| rest.get(space..)).map_or(rest, str::trim_start)
}

fn first_words(text: &str) -> &str {
    if text.len() <= LONGEST_CONTEXT {
        return text;
    }
    let mut to = LONGEST_CONTEXT;
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let rest = text.get(..to).unwrap_or_default();
    rest.rfind(char::is_whitespace).and_then(|space| rest.get(..space)).map_or(rest, str::trim_end)
}

/// Whether the value counts what the topic counts, and has its unit; a bare number may count anything, also where the
/// words before it seem to say what.
pub(super) fn counts_the_right_thing(value: &Value, topic: &CompiledTopic, lexicon: &Lexicon) -> bool {
    let Content::Amount(amount) = &value.content else { return true };
    if let (Some(thing), false) = (&amount.of, topic.of.is_empty() || amount.understood) {
        let keys: Vec<String> = thing.split_whitespace().map(key).collect();
        if !topic.of.iter().any(|of| keys.contains(of)) {
            return false;
        }
    }
    let Some(unit) = &topic.topic.unit else { return true };
    match value.kind.name() {
        "money" => amount.currency.as_deref() == Some(unit.as_str()),
        "percent" => is_share(amount) == (unit == "%"),
        "measure" => measures_alike(unit, amount.unit.as_deref(), lexicon),
        _ => true,
    }
}

/// Whether a percentage is a share, and not points between two shares.
fn is_share(amount: &Amount) -> bool {
    amount.unit.as_deref() == Some("%")
}

/// Whether a measure's unit converts to the topic's; a unit that the lexicon does not know is compared by its name.
fn measures_alike(wanted: &str, given: Option<&str>, lexicon: &Lexicon) -> bool {
    let Some(given) = given else { return false };
    let dimension = |name: &str| lexicon.unit(name).map(|unit| unit.dimension.as_str());
    dimension(wanted).map_or(wanted == given, |wanted| dimension(given) == Some(wanted))
}
