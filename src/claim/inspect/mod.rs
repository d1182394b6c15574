//! `inspect(article, topics)`: which phrase found each claim, and what was nearly one, and why it is none.
//!
//! It looks at more than `extract` does, and is for a person who asks about one rule: `check` never runs it.

#[cfg(test)]
mod tests;

use super::{
    Every, Matter, Quote, SubjectId, Topic, Topics,
    compiled::{CompiledPhrase, Unmet},
    construction::Construction,
    context::{self, ClaimContext},
    filler::{Filler, Fit, Makeup},
    found_choice::{self, FoundChoice},
    line::WordNumbers,
    nearly::{Alignment, Demands, Held},
    obstacle::Obstacle,
    open::OpenArticle,
    scene::{Hindrance, KeptOut, Scene, Taken},
    topic::Pattern,
};
use crate::{
    article::Article,
    mention::{self, Mention},
    span::Span,
    text::{Part, Sentence, Text},
    value::Value,
};
use rustc_hash::FxHashSet;
use std::{collections::BTreeSet, ops::Range};

/// How one article was read for one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// What the topic is.
    pub subject: SubjectId,
    /// Which phrase found what.
    pub found: Vec<FoundWords>,
    /// What was nearly taken, the nearest first; of one distance in the order of the text.
    pub missed: Vec<Missed>,
}

/// Words that a phrase found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundWords {
    /// First byte of the claim's words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
    /// The phrase as written.
    pub phrase: String,
    /// How its words stand there.
    pub construction: Construction,
}

/// A value that was found, and what it is of.
struct InspectedValue {
    phrase: String,
    place: (usize, usize),
    value: Value,
    context: ClaimContext,
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

/// A whole match, and one thing that keeps it out.
const KEPT_OUT: u32 = 5;
/// What is further away is not near.
const FARTHEST: u32 = 50;
/// What is further away is told only where the article has no claim at all.
const FAR: u32 = 16;
/// What is further away is told only where the article has nothing nearer.
const WORTH_TELLING: u32 = 38;
/// One word of a phrase and no value: told only where the article has nothing else.
const LAST_RESORT: u32 = 60;
/// A sentence of more tokens is none that a person could read to the end: what it nearly says is not told.
const LONGEST_SENTENCE: usize = 600;

/// Looks at how one article is read for each topic, in the order of the topics.
#[must_use]
pub fn inspect(article: &Article, topics: &Topics) -> Vec<Inspection> {
    let text = mention::text(article, &topics.lexicon);
    let every = topics.mentions(&text);
    let mentions: Vec<Mention> = every.iter().filter(|mention| !mention.is_timeless()).cloned().collect();
    let open = OpenArticle::new(article, topics, &text, &mentions).with_speech();
    let mut found: Vec<Inspection> = topics.topics.iter().map(|compiled| empty(&compiled.topic)).collect();
    let demands = demands(topics);
    let inspecting = Inspecting { open, demands: &demands, every: &every };
    inspecting.sentences(&mut found);
    inspecting.values(&mut found);
    if let Some(excerpts) = mention::excerpts(article, &text, &mentions, &topics.lexicon) {
        let open = OpenArticle::of_excerpts(article, topics, &excerpts);
        let mut again: Vec<Inspection> = topics.topics.iter().map(|compiled| empty(&compiled.topic)).collect();
        Inspecting { open, demands: &demands, every: &excerpts.mentions }.sentences(&mut again);
        for (inspection, again) in found.iter_mut().zip(again) {
            inspection.take_found(again);
        }
    }
    for inspection in &mut found {
        let has_claims = !inspection.found.is_empty();
        let nearest = inspection.missed.iter().map(|missed| missed.distance).min().unwrap_or_default();
        let most = if has_claims {
            FAR
        } else if nearest <= WORTH_TELLING {
            WORTH_TELLING
        } else if nearest < LAST_RESORT {
            LAST_RESORT - 1
        } else {
            u32::MAX
        };
        inspection.missed.retain(|missed| missed.distance <= most);
        inspection.missed.sort_by_key(|missed| (missed.distance, missed.quote.start, missed.quote.end));
    }
    found
}

impl Inspection {
    /// Takes what was found in excerpts: what stood near a claim there is none.
    fn take_found(&mut self, others: Self) {
        for found in others.found {
            if !self.found.iter().any(|known| (known.start, known.end) == (found.start, found.end)) {
                self.missed.retain(|missed| !overlaps(&found, &missed.quote));
                self.found.push(found);
            }
        }
        self.found.sort_by_key(|found| (found.start, found.end));
    }
}

fn empty(topic: &Topic) -> Inspection {
    Inspection { subject: topic.subject.clone(), found: Vec::new(), missed: Vec::new() }
}

/// What each phrase asks for, in the order of the compiled ones.
fn demands(topics: &Topics) -> Vec<Demands> {
    let of = |(phrase, pattern): (&CompiledPhrase, &Pattern)| {
        let kind = topics.topics.get(phrase.topic)?.topic.kind;
        Some(Demands::new(&pattern.phrase, &phrase.program, kind, &topics.keys, &topics.lexicon))
    };
    let patterns = topics.topics.iter().flat_map(|compiled| &compiled.topic.patterns);
    topics.phrases.iter().zip(patterns).filter_map(of).collect()
}

struct Inspecting<'a> {
    open: OpenArticle<'a>,
    /// Of every phrase, in the order of the compiled ones.
    demands: &'a [Demands],
    /// Every value, dates that name no day included.
    every: &'a [Mention],
}

/// One phrase of a topic: compiled, as written, and what it asks for.
#[derive(Clone, Copy)]
struct AskedPhrase<'a> {
    phrase: &'a CompiledPhrase,
    written: &'a str,
    demands: &'a Demands,
}

impl<'a> Inspecting<'a> {
    /// What the phrases of each topic find, sentence by sentence.
    fn sentences(&self, found: &mut [Inspection]) {
        let (mut next, mut next_of_every) = (0, 0);
        let mut numbers = WordNumbers::default();
        let mut values: Vec<Vec<InspectedValue>> = found.iter().map(|_| Vec::new()).collect();
        for (number, sentence) in self.open.text.sentences().iter().enumerate() {
            let own = mention::of_sentence(self.open.mentions, number, &mut next);
            let every = mention::of_sentence(self.every, number, &mut next_of_every);
            numbers.read(self.open.text, sentence, &self.open.topics.keys, &self.open.topics.lexicon);
            let topics = self.open.topics.topics.iter().enumerate();
            for (((index, compiled), inspection), values) in topics.zip(found.iter_mut()).zip(values.iter_mut()) {
                if let Matter::Topic(_) = compiled.topic.subject.matter {
                    let scene = Scene::new(&self.open, compiled, (number, sentence), &numbers, own.clone());
                    self.phrases(index, &scene, every.clone(), (inspection, values));
                }
            }
        }
        for (inspection, values) in found.iter_mut().zip(&values) {
            self.leave_context_out(inspection, values);
        }
    }

    /// What is of something else than the event is no claim where the topic has others.
    fn leave_context_out(&self, inspection: &mut Inspection, values: &[InspectedValue]) {
        let whole: FxHashSet<(usize, usize)> =
            values.iter().filter(|found| found.context == ClaimContext::Event).map(|found| found.place).collect();
        let context = |found: &InspectedValue| {
            if whole.contains(&found.place) { ClaimContext::Event } else { found.context }
        };
        let claims: Vec<_> = values.iter().map(|found| (context(found), &found.value)).collect();
        let decides = context::deciding(&claims);
        for (found, _) in values.iter().zip(&decides).filter(|(_, decides)| !**decides) {
            let Some(sentence) = self.open.sentence_of(found.place.0) else { continue };
            let obstacles = vec![Obstacle::Context(found.context.said())];
            let written = Some(found.phrase.as_str());
            inspection.missed.push(self.missed(found.place, sentence, written, obstacles, KEPT_OUT));
        }
        let mut decides = decides.into_iter();
        inspection.found.retain(|_| decides.next().unwrap_or(true));
    }

    /// The phrases of a topic.
    fn asked(&'a self, topic: usize) -> impl Iterator<Item = AskedPhrase<'a>> {
        let topics = self.open.topics;
        let patterns = topics.topics.get(topic).map(|compiled| &compiled.topic.patterns);
        let own = topics.phrases.iter().zip(self.demands).filter(move |(phrase, _)| phrase.topic == topic);
        own.zip(patterns.into_iter().flatten()).map(|((phrase, demands), pattern)| AskedPhrase {
            phrase,
            written: &pattern.phrase.source,
            demands,
        })
    }

    /// What the phrases of a topic find in a sentence; where they find nothing, the nearest of what they nearly find.
    fn phrases(
        &self,
        topic: usize,
        scene: &Scene<'_>,
        every: Range<usize>,
        into: (&mut Inspection, &mut Vec<InspectedValue>),
    ) {
        let (inspection, values) = into;
        let (mut found, mut missed): (Vec<FoundWords>, Vec<Missed>) = (Vec::new(), Vec::new());
        let (mut choices, mut own) = (Vec::new(), Vec::new());
        for AskedPhrase { phrase: asked, written, .. } in self.asked(topic) {
            for read in scene.read(asked) {
                match read {
                    Ok(taken) => {
                        let span = self.open.span_of(taken.place.0, taken.place.1).range();
                        let phrase = written.to_string();
                        let Taken { place, whole, value, context, construction, .. } = taken;
                        if let Some(choice) = asked.choice.as_deref() {
                            let is_as_written = asked.is_as_written(&scene.line, place);
                            let span = self.open.span_of(whole.0, whole.1);
                            choices.push(FoundChoice { topic, choice, span, claim: found.len(), is_as_written });
                        }
                        own.push(InspectedValue { phrase: phrase.clone(), place, value, context });
                        found.push(FoundWords { start: span.start, end: span.end, phrase, construction });
                    }
                    Err(kept) => {
                        let KeptOut { place, why, .. } = *kept;
                        let obstacles = vec![told(why, &scene.compiled.topic, self.open.text)];
                        missed.push(self.missed(place, scene.sentence, Some(written), obstacles, KEPT_OUT));
                    }
                }
            }
        }
        self::leave_out(choices, &mut found, &mut own);
        values.append(&mut own);
        missed.retain(|missed: &Missed| found.iter().all(|found| !overlaps(found, &missed.quote)));
        let mut known = BTreeSet::new();
        missed.retain(|missed| known.insert((missed.quote.start, missed.quote.end)));
        if found.is_empty() && missed.is_empty() && scene.compiled.closed_to(scene.sentence.part).is_none() {
            missed.extend(self.nearest(topic, scene, every));
        }
        inspection.found.extend(found);
        inspection.missed.extend(missed);
    }

    /// The nearest of what the phrases of a topic nearly find in a sentence.
    fn nearest(&self, topic: usize, scene: &Scene<'_>, every: Range<usize>) -> Option<Missed> {
        if scene.sentence.end - scene.sentence.first > LONGEST_SENTENCE {
            return None;
        }
        let any: Vec<(Filler, &str)> = (every.clone())
            .zip(self.every.get(every).unwrap_or_default())
            .map(|(mention, found)| {
                let (first, end) = (found.first, found.end);
                let (makeup, fit) = (Makeup::of(&found.value), Fit::Own);
                let filler =
                    Filler { takes_of: false, is_none: false, hedged: first, makeup, fit, first, end, mention };
                (filler, found.value.kind.name())
            })
            .collect();
        let held = Held { line: scene.line, own: scene.fillers.all(), any: &any };
        let mut best: Option<(Alignment, &str)> = None;
        for AskedPhrase { phrase, written, demands } in self.asked(topic) {
            if !scene.line.numbers.used().any(|number| demands.content.contains(&number)) {
                continue;
            }
            let Some(found) = phrase.nearly(demands, &held).filter(is_near) else { continue };
            if best.as_ref().is_none_or(|(nearest, _)| found.cost < nearest.cost) {
                best = Some((found, written));
            }
        }
        let (found, phrase) = best?;
        let place = found.value.unwrap_or((found.first, found.end));
        let distance = distance(&found);
        Some(self.missed(place, scene.sentence, Some(phrase), found.obstacles, distance))
    }

    /// The values of topics that take every one, in captions, links and the like, where nobody looks unless a rule says so.
    fn values(&self, found: &mut [Inspection]) {
        for (compiled, inspection) in self.open.topics.topics.iter().zip(found) {
            let Matter::Every(Every::Kind(_)) = compiled.topic.subject.matter else { continue };
            if compiled.topic.parts.is_some() {
                continue;
            }
            for (mention, why) in self.open.every_value(compiled) {
                let Some(why @ Hindrance::Part(_)) = why else { continue };
                let Some(sentence) = self.open.sentence_of(mention.first) else { continue };
                let (place, obstacles) =
                    ((mention.first, mention.end), vec![told(why, &compiled.topic, self.open.text)]);
                inspection.missed.push(self.missed(place, sentence, None, obstacles, KEPT_OUT));
            }
        }
    }

    fn missed(
        &self,
        (first, end): (usize, usize),
        sentence: &Sentence,
        phrase: Option<&str>,
        obstacles: Vec<Obstacle>,
        distance: u32,
    ) -> Missed {
        let quote = self.open.quote(first, end);
        Missed { quote, part: sentence.part, phrase: phrase.map(str::to_string), obstacles, distance }
    }
}

/// What keeps words out, for the writer of the rules.
fn told(why: Hindrance<'_>, topic: &Topic, text: &Text<'_>) -> Obstacle {
    match why {
        Hindrance::Part(part) => Obstacle::Part(part),
        Hindrance::Except(veto, by) => {
            Obstacle::Except { veto: veto.source.clone(), words: text.slice(by.first, by.end).to_string() }
        }
        Hindrance::NotNear(veto, by) => {
            Obstacle::NotNear { veto: veto.source.clone(), words: text.slice(by.first, by.end).to_string() }
        }
        Hindrance::Contradicted(contradiction) => Obstacle::Contradicted(contradiction),
        Hindrance::Negated => Obstacle::Negated,
        Hindrance::Denied => Obstacle::Denied,
        Hindrance::Unmet(Unmet::Thing { wanted, given }) => {
            Obstacle::Thing { wanted: wanted.to_string(), given: given.to_string() }
        }
        Hindrance::Unmet(Unmet::Unit { wanted, given }) => {
            Obstacle::Unit { wanted: wanted.to_string(), given: given.unwrap_or("none").to_string() }
        }
        Hindrance::NotAbout(given) => {
            let wanted = topic.about.iter().map(|name| name.source.clone()).collect();
            Obstacle::NotAbout { wanted, given: given.map(|(first, end)| text.slice(first, end).to_string()) }
        }
        Hindrance::NotSaidBy(given) => {
            let given = given.map(|(first, end)| text.slice(first, end).to_string());
            Obstacle::NotSaidBy { wanted: topic.said_by.clone(), given }
        }
        Hindrance::Unquoted => Obstacle::Unquoted,
    }
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

/// Leaves out the choices that others of the sentence stand for, as extraction does; what two phrases find in the same words
/// is told of both.
fn leave_out(mut choices: Vec<FoundChoice<'_>>, found: &mut Vec<FoundWords>, values: &mut Vec<InspectedValue>) {
    let others = found_choice::stood_for(&mut choices);
    let kept = choices.iter().filter(|one| !others.contains(&one.claim));
    let meant: BTreeSet<(&str, Span)> = kept.map(|one| (one.choice, one.span)).collect();
    let is_out = |one: &&FoundChoice<'_>| others.contains(&one.claim) && !meant.contains(&(one.choice, one.span));
    let out: BTreeSet<usize> = choices.iter().filter(is_out).map(|one| one.claim).collect();
    let mut at = 0..;
    found.retain(|_| at.next().is_some_and(|at| !out.contains(&at)));
    let mut at = 0..;
    values.retain(|_| at.next().is_some_and(|at| !out.contains(&at)));
}

fn overlaps(found: &FoundWords, quote: &Quote) -> bool {
    found.start < quote.range().end && quote.range().start < found.end
}
