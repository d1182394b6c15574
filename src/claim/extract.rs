//! `extract(article, topics)`: every claim of one article, found in one pass over its sentences.

use super::{
    ArticleClaims, Claim, ClaimStatus, ContextClaim, KeptSpeech, KeptWords, OriginKeys, RecordVersion,
    RecordedSentence, RecordedWords, SaidAround, SaidBy, Topics,
    context::{self, ClaimContext},
    found_choice::{self, FoundChoice},
    line::{NumberedSentence, WordNumbers},
    open::OpenArticle,
    quote::quote,
    relation,
    scene::{Scene, Taken},
    words,
};
use crate::{
    article::Article,
    mention,
    span::{LineIndex, Span},
    text::{Damage, Part, Sentence},
    value::{Content, Value},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{collections::BTreeMap, ops::Range, sync::Arc};

/// Finds what one article claims on each topic. `story_timezone` is what "local time" means where the article names none.
#[must_use]
pub fn extract(article: &Article, story: &str, story_timezone: Option<&str>, topics: &Topics) -> ArticleClaims {
    let FoundIn { claims: found, apart, openers, words, around, origin } = found(article, topics);
    let lines = LineIndex::new(&article.text);
    let mut claims = Vec::with_capacity(found.len());
    claims.extend(found.into_iter().filter_map(|found| found.told(article, topics, &lines)));
    let context = apart.into_iter().filter_map(|found| found.told_apart(article, topics, &lines)).collect();
    let openers = openers.into_iter().filter_map(|found| found.told(article, topics, &lines)).collect();
    ArticleClaims {
        version: RecordVersion::NEWEST,
        story: story.to_string(),
        article: article.path.clone(),
        metadata: article.metadata.clone(),
        situation: mention::situation(article, story_timezone),
        claims,
        context,
        words: words.map(|sentences| RecordedWords { sentences, openers }),
        around,
        origin,
        allowances: article.allowances.clone(),
        diagnostics: Vec::new(),
    }
}

/// What is found in one article.
struct FoundIn {
    /// What will be claims, in the order of the text, then of the topics.
    claims: Vec<FoundClaim>,
    /// In the same order what decides nothing.
    apart: Vec<FoundClaim>,
    /// What may be names.
    openers: Vec<FoundClaim>,
    /// The words of its sentences, where they are asked for.
    words: Option<Vec<RecordedSentence>>,
    /// What is said around its values, where that is asked for.
    around: Vec<SaidAround>,
    /// What shows where its text comes from, where that is asked for.
    origin: Option<Box<OriginKeys>>,
}

/// Finds what an article claims. The words of its claims are taken from it only when nothing else is held that was read from
/// it.
fn found(article: &Article, topics: &Topics) -> FoundIn {
    let text = mention::text(article, &topics.lexicon);
    let mut mentions = topics.mentions(&text);
    // "Now" is shown, and claims nothing.
    mentions.retain(|mention| !mention.is_timeless());
    let mut extraction = Extraction::new(OpenArticle::new(article, topics, &text, &mentions).with_speech());
    extraction.read_all();
    extraction.read_every();
    let excerpts = mention::excerpts(article, &text, &mentions, &topics.lexicon);
    if let Some(excerpts) = &excerpts {
        let mut again = Extraction::new(OpenArticle::of_excerpts(article, topics, excerpts));
        again.read_all();
        extraction.claims.take(again.claims);
    }
    let openers = extraction.openers();
    let keys = std::mem::take(&mut extraction.keys);
    let words = (topics.kept != KeptWords::OfClaims).then(|| words::sentences(&text, keys));
    let around = std::mem::take(&mut extraction.around);
    let (claims, apart) = extraction.claims.finish();
    let origin = extraction.open.speech.as_ref().filter(|_| topics.speech == KeptSpeech::Origins);
    let origin = origin.map(|speech| Box::new(OriginKeys::read(&text, &speech.quotations, &topics.lexicon)));
    FoundIn { claims, apart, openers, words, around, origin }
}

pub(super) struct Extraction<'a> {
    pub(super) open: OpenArticle<'a>,
    numbers: WordNumbers<'a>,
    /// The sentence in which each phrase was last a candidate, from 1.
    seen: Vec<usize>,
    pub(super) claims: FoundClaims<'a>,
    /// What is said around its values.
    around: Vec<SaidAround>,
    /// The keys of the words of each sentence.
    keys: Vec<Vec<String>>,
}

impl<'a> Extraction<'a> {
    fn new(open: OpenArticle<'a>) -> Self {
        let seen = vec![0; open.topics.phrases.len()];
        let (around, keys) = (Vec::new(), Vec::new());
        Self { open, numbers: WordNumbers::default(), seen, claims: FoundClaims::default(), around, keys }
    }

    /// Reads each sentence.
    fn read_all(&mut self) {
        let mut next_mention = 0;
        let (text, mentions) = (self.open.text, self.open.mentions);
        for (number, sentence) in text.sentences().iter().enumerate() {
            let own = mention::of_sentence(mentions, number, &mut next_mention);
            self.read((number, sentence), own);
        }
    }

    fn read(&mut self, (number, sentence): (usize, &'a Sentence), mentions: Range<usize>) {
        let topics = self.open.topics;
        // No other sentence has words at the same place.
        self.claims.known.clear();
        self.numbers.read(self.open.text, sentence, &topics.keys, &topics.lexicon);
        self.read_around((number, sentence), mentions.clone());
        let stamp = number + 1;
        let mut candidates: Vec<usize> = topics.anywhere.clone();
        for phrase in self.numbers.used().filter_map(|number| topics.by_word.get(&number)).flatten() {
            if let Some(seen) = self.seen.get_mut(*phrase).filter(|seen| **seen != stamp) {
                *seen = stamp;
                candidates.push(*phrase);
            }
        }
        if !mentions.is_empty() {
            candidates.extend(&topics.by_value);
        }
        for phrase in candidates {
            self.try_phrase(phrase, (number, sentence), mentions.clone());
        }
        self.claims.settle_choices();
    }

    /// What is said around the values of a sentence, where a rule asks that.
    fn read_around(&mut self, (number, sentence): (usize, &Sentence), mentions: Range<usize>) {
        let topics = self.open.topics;
        // What stands around an excerpt is no clause.
        if topics.kept != KeptWords::AroundValues || !self.open.excerpts.is_empty() {
            return;
        }
        let line = NumberedSentence::new(self.open.text, &topics.lexicon, sentence, &self.numbers);
        let mentions = self.open.mentions.get(mentions).unwrap_or_default();
        let (around, keys) = relation::said_around(&line, mentions);
        for (mention, around) in mentions.iter().zip(around) {
            let place = self.open.text.span_of(mention.first, mention.end);
            self.around.extend(around.map(|around| around.at(place, number)));
        }
        self.keys.push(keys);
    }

    fn try_phrase(&mut self, phrase: usize, sentence: (usize, &'a Sentence), mentions: Range<usize>) {
        let topics = self.open.topics;
        let Some(phrase) = topics.phrases.get(phrase) else { return };
        let Some(compiled) = topics.topics.get(phrase.topic) else { return };
        if compiled.closed_to(sentence.1.part).is_some() {
            return;
        }
        let scene = Scene::new(&self.open, compiled, sentence, &self.numbers, mentions);
        for found in scene.read(phrase) {
            let Taken { place, whole, value, context, status, .. } = match found {
                Ok(taken) => taken,
                Err(kept) => {
                    if let Some((taken, status)) = scene.unclaimed(phrase, &kept) {
                        self.claims.keep_apart(&self.open, phrase.topic, taken, status);
                    }
                    continue;
                }
            };
            let span = self.open.span_of(whole.0, whole.1);
            let claim = (phrase.topic, span, phrase.choice.as_deref());
            if let Some(known) = self.claims.known.get(&claim).copied() {
                self.claims.stand(known, context, status);
                continue;
            }
            if let Some(choice) = phrase.choice.as_deref() {
                let is_as_written = phrase.is_as_written(&scene.line, place);
                let (topic, claim) = (phrase.topic, self.claims.found.len());
                self.claims.choices.push(FoundChoice { topic, choice, span, claim, is_as_written });
            }
            self.claims.known.insert(claim, self.claims.found.len());
            self.claims.keep(&self.open, phrase.topic, value, place);
            if let Some(kept) = self.claims.found.last_mut() {
                (kept.context, kept.status) = (context, status);
            }
        }
    }
}

/// The claims that were found, in the order in which they were.
#[derive(Default)]
pub(super) struct FoundClaims<'a> {
    pub(super) found: Vec<FoundClaim>,
    /// Topic, place and choice of each claim of the sentence: phrases that overlap on one mention give one claim.
    known: FxHashMap<(usize, Span, Option<&'a str>), usize>,
    /// The choices that were found in the sentence.
    choices: Vec<FoundChoice<'a>>,
    /// What is denied or supposed.
    apart: Vec<FoundClaim>,
}

/// What will be a claim.
pub(super) struct FoundClaim {
    value: Value,
    /// Where its words stand, and all that is shown of their sentence; nowhere for what the text does not say.
    place: Option<(Span, Span)>,
    part: Part,
    pub(super) damage: Option<Damage>,
    /// The place of its topic.
    topic: u32,
    /// Which it is of all.
    number: u32,
    /// What it is of.
    context: ClaimContext,
    /// Whether it is said to be so.
    status: ClaimStatus,
    /// Whose words it is in.
    pub(super) said_by: Option<SaidBy>,
}

impl FoundClaim {
    /// The claim, which says itself where its noun is narrower than its topic.
    fn told(self, article: &Article, topics: &Topics, lines: &LineIndex) -> Option<Claim> {
        let Self { mut value, part, damage, status, said_by, .. } = self;
        let subject = topics.subject(self.topic)?.clone();
        let quote = self.place.map(|(words, shown)| quote(&article.text, lines, words, shown)).unwrap_or_default();
        let fingerprint = super::fingerprint(&subject, &article.metadata.source, &quote.exact, &value);
        if let (ClaimContext::Narrower, Content::Amount(amount)) = (self.context, &mut value.content) {
            Arc::make_mut(amount).narrower = true;
        }
        let entry = self.place.and_then(|(words, _)| article.entry_at(words.start));
        Some(Claim { subject, value, part, quote: quote.into(), entry, damage, status, said_by, fingerprint })
    }

    /// The same, of what decides nothing.
    fn told_apart(self, article: &Article, topics: &Topics, lines: &LineIndex) -> Option<ContextClaim> {
        let is_of_another = matches!(self.status, ClaimStatus::Asserted | ClaimStatus::Possible);
        let reason = self.context.reason().filter(|_| is_of_another);
        Some(ContextClaim { claim: self.told(article, topics, lines)?, reason })
    }

    /// In the order of the text, then of the topics, then as it was found.
    fn order(&self) -> ((u32, u32), u32, u32) {
        let start = self.place.map_or((0, 0), |(words, _)| (words.start, words.end));
        (start, self.topic, self.number)
    }

    /// Where it stands, and its topic.
    fn standing(&self) -> (Option<Span>, u32) {
        (self.place.map(|(words, _)| words), self.topic)
    }
}

impl FoundClaims<'_> {
    /// Takes what was found in excerpts, save what stands here already.
    fn take(&mut self, others: FoundClaims<'_>) {
        let mut known: FxHashSet<_> = self.found.iter().map(FoundClaim::standing).collect();
        for (own, theirs) in [(&mut self.found, others.found), (&mut self.apart, others.apart)] {
            own.extend(theirs.into_iter().filter(|found| known.insert(found.standing())));
        }
    }

    /// What was found, in the order of the text, then of the topics; and what decides nothing.
    fn finish(mut self) -> (Vec<FoundClaim>, Vec<FoundClaim>) {
        let mut apart = self.leave_context_out();
        apart.append(&mut self.apart);
        if !apart.is_empty() {
            // At one place one a topic, and none where the topic has a claim.
            apart.sort_unstable_by_key(FoundClaim::order);
            let mut taken: FxHashSet<_> = self.found.iter().map(FoundClaim::standing).collect();
            apart.retain(|found| taken.insert(found.standing()));
        }
        // A sort that keeps what is alike in order would hold every claim twice.
        self.found.sort_unstable_by_key(FoundClaim::order);
        (self.found, apart)
    }

    /// Leaves out the choices that others of the sentence stand for. No other claim of the sentence is found behind this.
    fn settle_choices(&mut self) {
        let others = found_choice::stood_for(&mut std::mem::take(&mut self.choices));
        let Some(first) = others.iter().min().copied() else { return };
        let mut at = first;
        let is_other = |_: &mut FoundClaim| {
            at += 1;
            others.contains(&(at - 1))
        };
        self.found.extract_if(first.., is_other).for_each(drop);
    }

    /// Takes out what was kept last, from the first of them on.
    pub(super) fn taken_back(&mut self, first: usize) -> Vec<FoundClaim> {
        self.found.split_off(first.min(self.found.len()))
    }

    /// Keeps what is denied or supposed.
    fn keep_apart(&mut self, open: &OpenArticle<'_>, topic: usize, taken: Taken, status: ClaimStatus) {
        let before = self.found.len();
        self.keep(open, topic, taken.value, taken.place);
        let kept = self.taken_back(before);
        self.apart.extend(kept.into_iter().map(|found| FoundClaim { status, ..found }));
    }

    /// Says what a claim that was found before is also of: of two phrases the one that takes it whole counts. What one of
    /// them finds to be only possible is that.
    fn stand(&mut self, claim: usize, context: ClaimContext, status: ClaimStatus) {
        let Some(known) = self.found.get_mut(claim) else { return };
        if context == ClaimContext::Event {
            known.context = context;
        }
        known.status = known.status.max(status);
    }

    /// Leaves out the claims that are of something else than the event, where their topic has others; and gives them.
    fn leave_context_out(&mut self) -> Vec<FoundClaim> {
        if self.found.iter().all(|found| found.context == ClaimContext::Event) {
            return Vec::new();
        }
        let mut topics: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (index, found) in self.found.iter().enumerate() {
            topics.entry(found.topic).or_default().push(index);
        }
        let mut decides = vec![true; self.found.len()];
        for of_topic in topics.values() {
            let found = of_topic.iter().filter_map(|index| self.found.get(*index));
            let claims: Vec<_> = found.map(|found| (found.context, &found.value)).collect();
            for (index, own) in of_topic.iter().zip(context::deciding(&claims)) {
                if let Some(place) = decides.get_mut(*index) {
                    *place = own;
                }
            }
        }
        let mut decides = decides.into_iter();
        self.found.extract_if(.., |_| !decides.next().unwrap_or(true)).collect()
    }

    /// Keeps what stands at the tokens `first..end` as a claim on a topic.
    pub(super) fn keep(&mut self, open: &OpenArticle<'_>, topic: usize, value: Value, (first, end): (usize, usize)) {
        let part = open.sentence_of(first).map_or(Part::Body, |sentence| sentence.part);
        self.keep_at(topic, value, part, Some(open.shown(first, end)));
        if let Some(kept) = self.found.last_mut() {
            kept.said_by = open.said_by((first, end));
        }
    }

    /// Keeps a value with the place of its words, and of what is shown around them, as a claim on a topic.
    pub(super) fn keep_at(&mut self, topic: usize, value: Value, part: Part, place: Option<(Span, Span)>) {
        let Span { start: topic, end: number } = Span::new(topic, self.found.len());
        let (damage, context, status) = (None, ClaimContext::Event, ClaimStatus::Asserted);
        self.found.push(FoundClaim { value, place, part, damage, topic, number, context, status, said_by: None });
    }
}
