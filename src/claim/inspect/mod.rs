//! `inspect(article, topics)`: which phrase found each claim, and what was nearly one, and why it is none.
//!
//! It looks at more than `extract` does, and is for a person who asks about one rule: `check` never runs it.

#[cfg(test)]
mod tests;

use super::{
    Every, Matter, Quote, SubjectId, Topic, Topics,
    compiled::CompiledTopic,
    extract::Extraction,
    loose::{Alignment, Loose, Words},
    matching::{Filler, Line, Match},
    obstacle::Obstacle,
    quoted,
    stem::key,
    veto::Veto,
};
use crate::{
    article::Article,
    mention::{self, Mention},
    text::{Part, Sentence},
    value::Content,
};
use std::{collections::BTreeSet, ops::Range};

/// How one article was read for one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// What the topic is.
    pub subject: SubjectId,
    /// Which phrase found what.
    pub found: Vec<Found>,
    /// What was nearly taken, the nearest first; of one distance in the order of the text.
    pub missed: Vec<Missed>,
}

/// Words that a phrase found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// First byte of the claim's words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// The phrase as written.
    pub phrase: String,
}

/// Words that a phrase nearly found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The value, or where there is none what was found of the phrase.
    pub quote: Quote,
    /// The part of the article.
    pub part: Part,
    /// The phrase as written; none where the topic takes every value of a kind.
    pub phrase: Option<String>,
    /// What was too strict, in the order of the phrase.
    pub obstacles: Vec<Obstacle>,
    /// How far it is from a claim: 0 would be one.
    pub distance: u32,
}

/// A veto lets everything through but the one thing that it is for.
const VETO: u32 = 5;
/// What is further away is not near.
const FARTHEST: u32 = 50;
/// What is further away is told only where the article has no claim at all.
const FAR: u32 = 39;
/// One word of a phrase and no value: told only where the article has nothing else.
const LAST_RESORT: u32 = 60;
/// A sentence of more tokens is none that a person could read to the end.
const LONGEST_SENTENCE: usize = 600;

/// Looks at how one article is read for each topic, in the order of the topics.
#[must_use]
pub fn inspect(article: &Article, topics: &Topics) -> Vec<Inspection> {
    let text = mention::text(article, &topics.lexicon);
    let every = topics.mentions(&text);
    let mentions: Vec<Mention> = every.iter().filter(|mention| !mention.is_timeless()).cloned().collect();
    let extraction = Extraction::new(article, topics, &text, &mentions);
    let mut inspecting = Inspecting {
        loose: loose(topics),
        found: topics.topics.iter().map(|compiled| empty(&compiled.topic)).collect(),
        every: &every,
        extraction,
    };
    inspecting.run();
    let mut found = inspecting.found;
    for inspection in &mut found {
        let has_claims = !inspection.found.is_empty();
        let nearest = inspection.missed.iter().map(|missed| missed.distance).min().unwrap_or_default();
        let most = match (has_claims, nearest < LAST_RESORT) {
            (true, _) => FAR,
            (false, true) => LAST_RESORT - 1,
            (false, false) => u32::MAX,
        };
        inspection.missed.retain(|missed| missed.distance <= most);
        inspection.missed.sort_by_key(|missed| (missed.distance, missed.quote.start, missed.quote.end));
    }
    found
}

fn empty(topic: &Topic) -> Inspection {
    Inspection { subject: topic.subject.clone(), found: Vec::new(), missed: Vec::new() }
}

fn loose(topics: &Topics) -> Vec<Loose> {
    let phrases = topics.topics.iter().flat_map(|compiled| &compiled.topic.patterns);
    phrases.map(|pattern| Loose::new(&pattern.phrase, &topics.keys, &topics.lexicon)).collect()
}

struct Inspecting<'a> {
    extraction: Extraction<'a>,
    /// Every phrase, in the order of the compiled ones.
    loose: Vec<Loose>,
    /// Every value, dates that name no day included.
    every: &'a [Mention],
    found: Vec<Inspection>,
}

/// One sentence, and which of the mentions stand in it.
struct Here<'a> {
    number: usize,
    sentence: &'a Sentence,
    mentions: Range<usize>,
    every: Range<usize>,
}

impl Inspecting<'_> {
    fn run(&mut self) {
        let (text, mentions, every) = (self.extraction.text, self.extraction.mentions, self.every);
        let (mut next, mut next_of_every) = (0, 0);
        for (number, sentence) in text.sentences().iter().enumerate() {
            let here = Here {
                number,
                sentence,
                mentions: taken(mentions, number, &mut next),
                every: taken(every, number, &mut next_of_every),
            };
            if sentence.end - sentence.first <= LONGEST_SENTENCE {
                self.sentence(&here);
            }
        }
    }

    fn sentence(&mut self, here: &Here<'_>) {
        self.extraction.number(here.number);
        let topics = self.extraction.topics;
        for (index, compiled) in topics.topics.iter().enumerate() {
            match compiled.topic.subject.matter {
                Matter::Topic(_) => self.phrases(index, compiled, here),
                Matter::Every(Every::Kind(_)) => self.values(index, &compiled.topic, here),
                Matter::Every(Every::Sentence) | Matter::Property(_) => {}
            }
        }
    }

    fn line(&self, here: &Here<'_>) -> Line<'_> {
        let extraction = &self.extraction;
        Line::new(extraction.text, &extraction.topics.lexicon, here.sentence, &extraction.numbers, &extraction.joined)
    }

    /// What the phrases of a topic find in a sentence; where they find nothing, the nearest of what they nearly find.
    fn phrases(&mut self, index: usize, compiled: &CompiledTopic, here: &Here<'_>) {
        let (mut found, mut missed) = (Vec::new(), Vec::new());
        let topics = self.extraction.topics;
        let phrases = topics.phrases.iter().enumerate().filter(|(_, phrase)| phrase.topic == index);
        let fillers = self.extraction.fillers(compiled.topic.kind, here.mentions.clone());
        let line = self.line(here);
        for ((_, phrase), pattern) in phrases.clone().zip(&compiled.topic.patterns) {
            if !phrase.program.anchors.is_empty() && !self.has_one(&phrase.program.anchors) {
                continue;
            }
            for matched in line.matches(&phrase.program, &fillers) {
                let source = &pattern.phrase.source;
                let Some(place) = self.place(compiled, matched) else {
                    missed.push(self.missed(matched_place(matched), here, source, vec![Obstacle::Unquoted], VETO));
                    continue;
                };
                match self.obstacle(compiled, &line, here, &fillers, matched, place) {
                    Some(obstacle) => missed.push(self.missed(place, here, source, vec![obstacle], VETO)),
                    None => {
                        let span = self.extraction.text.span_of(place.0, place.1).range();
                        found.push(Found { start: span.start, end: span.end, phrase: source.clone() });
                    }
                }
            }
        }
        missed.retain(|missed: &Missed| found.iter().all(|found| !overlaps(found, &missed.quote)));
        let mut known = BTreeSet::new();
        missed.retain(|missed| known.insert((missed.quote.start, missed.quote.end)));
        if found.is_empty() && missed.is_empty() && compiled.topic.is_in(here.sentence.part) {
            let numbers: Vec<usize> = phrases.map(|(number, _)| number).collect();
            missed.extend(self.nearest(compiled, here, &fillers, &numbers));
        }
        if let Some(inspection) = self.found.get_mut(index) {
            inspection.found.extend(found);
            inspection.missed.extend(missed);
        }
    }

    /// Whether one of the words is in the sentence.
    fn has_one(&self, words: &[u32]) -> bool {
        let joined = || self.extraction.joined.iter().map(|(_, number, _)| number);
        words.iter().any(|word| self.extraction.numbers.contains(word) || joined().any(|number| number == word))
    }

    /// The tokens of the claim that a match would be.
    fn place(&self, compiled: &CompiledTopic, found: Match) -> Option<(usize, usize)> {
        let extraction = &self.extraction;
        match found.hole.and_then(|hole| extraction.mentions.get(hole)) {
            Some(mention) => Some((mention.first, mention.end)),
            None if compiled.is_choice() => Some((found.first, found.end)),
            None => quoted::around(extraction.mentions, &extraction.quotations, (found.first, found.end))
                .map(|around| (around.first, around.end)),
        }
    }

    /// What keeps a whole match from being a claim.
    fn obstacle(
        &self,
        compiled: &CompiledTopic,
        line: &Line<'_>,
        here: &Here<'_>,
        fillers: &[Filler],
        found: Match,
        place: (usize, usize),
    ) -> Option<Obstacle> {
        let (extraction, topic) = (&self.extraction, &compiled.topic);
        if !topic.is_in(here.sentence.part) {
            return Some(Obstacle::Part(here.sentence.part));
        }
        if let Some(veto) = self.veto(compiled, line, here, fillers, found) {
            return Some(veto);
        }
        if compiled.is_choice() && extraction.is_negated(here.sentence.first, found.first) {
            return Some(Obstacle::Negated);
        }
        let value = found.hole.and_then(|hole| extraction.mentions.get(hole)).map(|mention| &mention.value);
        if let Some(value) = value.filter(|value| !compiled.counts(value, &extraction.topics.lexicon)) {
            return Some(other_thing(topic, &value.content));
        }
        let is_quoted = || quoted::around(extraction.mentions, &extraction.quotations, place).is_some();
        (topic.is_quoted() && !is_quoted()).then_some(Obstacle::Unquoted)
    }

    /// What vetoes a match: words in its sentence, words near, words at its value.
    fn veto(
        &self,
        compiled: &CompiledTopic,
        line: &Line<'_>,
        here: &Here<'_>,
        fillers: &[Filler],
        found: Match,
    ) -> Option<Obstacle> {
        let (extraction, topic) = (&self.extraction, &compiled.topic);
        let words = |found: &Match| extraction.text.slice(found.first, found.end).to_string();
        let source = |vetoes: &[super::Phrase], at: usize| vetoes.get(at).map(|veto| veto.source.clone());
        match extraction.veto(compiled, line, here.number, fillers) {
            Some(Veto::Except(at, by)) => {
                return Some(Obstacle::Except { veto: source(&topic.except, at)?, words: words(&by) });
            }
            Some(Veto::NotNear(at, by)) => {
                return Some(Obstacle::NotNear { veto: source(&topic.not_near, at)?, words: words(&by) });
            }
            None => {}
        }
        let overlaps = |veto: &Match| veto.first < found.end && found.first < veto.end;
        let hits = |veto: &Match| match found.hole {
            Some(hole) => veto.hole == Some(hole),
            None => veto.hole.is_none() && overlaps(veto),
        };
        for (veto, source) in extraction.vetoes_with_a_hole(compiled, &topic.except) {
            if let Some(by) = line.matches(veto, fillers).iter().find(|by| hits(by)) {
                return Some(Obstacle::Except { veto: source.to_string(), words: words(by) });
            }
        }
        None
    }

    /// The nearest of what the phrases nearly find in a sentence.
    fn nearest(&self, compiled: &CompiledTopic, here: &Here<'_>, own: &[Filler], phrases: &[usize]) -> Option<Missed> {
        let any: Vec<(Filler, &str)> = (here.every.clone())
            .zip(self.every.get(here.every.clone()).unwrap_or_default())
            .map(|(mention, found)| {
                let filler = Filler { first: found.first, end: found.end, takes_of: false, mention };
                (filler, found.value.kind.name())
            })
            .collect();
        let words = Words { line: self.line(here), own, any: &any, numbers: &self.extraction.numbers };
        let mut best: Option<(Alignment, &str)> = None;
        for (number, pattern) in phrases.iter().zip(&compiled.topic.patterns) {
            let Some(loose) = self.loose.get(*number).filter(|loose| self.has_one(&loose.content)) else { continue };
            let Some(found) = loose.align(&words).filter(is_near) else { continue };
            if best.as_ref().is_none_or(|(nearest, _)| found.cost < nearest.cost) {
                best = Some((found, &pattern.phrase.source));
            }
        }
        let (found, phrase) = best?;
        let place = found.value.unwrap_or((found.first, found.end));
        let distance = distance(&found);
        Some(self.missed(place, here, phrase, found.obstacles, distance))
    }

    /// The values of the kind in captions, links and the like, where nobody looks unless a rule says so.
    fn values(&mut self, index: usize, topic: &Topic, here: &Here<'_>) {
        let part = here.sentence.part;
        let mentions = self.extraction.mentions.get(here.mentions.clone()).unwrap_or_default();
        let is_left_out = topic.parts.is_none() && !topic.is_in(part);
        let own = mentions.iter().filter(|mention| is_left_out && mention.value.is_a(topic.kind));
        let missed: Vec<Missed> = own
            .map(|mention| {
                let missed = self.missed((mention.first, mention.end), here, "", vec![Obstacle::Part(part)], VETO);
                Missed { phrase: None, ..missed }
            })
            .collect();
        if let Some(inspection) = self.found.get_mut(index) {
            inspection.missed.extend(missed);
        }
    }

    fn missed(
        &self,
        (first, end): (usize, usize),
        here: &Here<'_>,
        phrase: &str,
        obstacles: Vec<Obstacle>,
        distance: u32,
    ) -> Missed {
        let quote = self.extraction.quote(first, end);
        Missed { quote, part: here.sentence.part, phrase: Some(phrase.to_string()), obstacles, distance }
    }
}

fn matched_place(found: Match) -> (usize, usize) {
    (found.first, found.end)
}

/// Whether enough of the phrase is there to be worth saying: at least half of it, and a word that says something; where no
/// value of the kind is there, only one thing may be wrong.
fn is_near(found: &Alignment) -> bool {
    let is_alone = found.obstacles.len() == 1;
    let is_without = found.value.is_none() && !matches!(found.obstacles.as_slice(), [Obstacle::NoValue(_)]);
    if found.value.is_none() && !is_alone || is_without && found.read < 2 {
        return false;
    }
    let enough = found.obstacles.iter().all(|obstacle| match obstacle {
        Obstacle::NoValue(_) | Obstacle::OtherKind { .. } => is_alone,
        _ => true,
    });
    found.cost > 0 && found.cost <= FARTHEST && found.present > 0 && found.absent <= found.present && enough
}

/// A word that many sentences have, where no value stands with it, is further off than it looks.
fn distance(found: &Alignment) -> u32 {
    match found.obstacles.as_slice() {
        [Obstacle::NoValue(_)] if found.present < 2 => LAST_RESORT,
        _ => found.cost,
    }
}

fn overlaps(found: &Found, quote: &Quote) -> bool {
    found.start < quote.end && quote.start < found.end
}

/// The mentions of a sentence; `next` is the first that no sentence before it has.
fn taken(mentions: &[Mention], sentence: usize, next: &mut usize) -> Range<usize> {
    let from = *next;
    while mentions.get(*next).is_some_and(|mention| mention.sentence == sentence) {
        *next += 1;
    }
    from..*next
}

/// Which of `of` and `unit` the value does not meet; `of` is looked at first, as extraction does.
fn other_thing(topic: &Topic, content: &Content) -> Obstacle {
    let Content::Amount(amount) = content else { return Obstacle::Unquoted };
    let of = topic.of.as_ref().zip(amount.of.as_deref().filter(|_| !amount.understood));
    let is_counted = |(wanted, given): &(&String, &str)| {
        let keys: Vec<String> = given.split_whitespace().map(key).collect();
        wanted.split_whitespace().any(|word| keys.contains(&key(word)))
    };
    match of.filter(|of| !is_counted(of)) {
        Some((wanted, given)) => Obstacle::Thing { wanted: wanted.clone(), given: given.to_string() },
        None => {
            let unit = if topic.kind.name() == "money" { &amount.currency } else { &amount.unit };
            let given = unit.as_deref().unwrap_or("none").to_string();
            Obstacle::Unit { wanted: topic.unit.clone().unwrap_or_default(), given }
        }
    }
}
