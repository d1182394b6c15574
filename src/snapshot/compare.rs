//! A story and its snapshot, compared: what changed, one step at a time, in words.
//!
//! What follows from a change is told with it: how the sources of the topic agree now, and what the rules about it answer. So a
//! step is a part of the graph that hangs together, of sources that came or went, topics and answers.

use super::{
    Snapshot, file,
    words::{ChangePart, ClaimWords, ComparedSide, SourceClaims},
};
use crate::finding::{Agreement, Change, ChangedSentence, Evidence, Fact, Outcome, StoryReport};
use std::collections::{BTreeMap, BTreeSet};

/// What changed since the snapshot: sources, then topic by topic claims and agreement, then what rules answer; what hangs
/// together is one change.
#[must_use]
pub fn changes(before: &Snapshot, story: &StoryReport) -> Vec<Change> {
    let after = Snapshot::of(story);
    let about: BTreeMap<String, Vec<String>> = story
        .rules
        .iter()
        .map(|answered| {
            (super::shown(&answered.rule), answered.topics.iter().map(|topic| super::shown(topic)).collect())
        })
        .collect();
    let mut sources: BTreeMap<&str, ChangePart> = BTreeMap::new();
    let mut outcomes: BTreeMap<&str, FactPair<'_, (Outcome, Option<usize>)>> = BTreeMap::new();
    let mut topics: BTreeMap<&str, TopicFacts<'_>> = BTreeMap::new();
    for (fact, side) in different(before, &after) {
        match fact {
            Fact::Source { source } => drop(sources.insert(source, changed_source(source, side, fact))),
            Fact::Outcome { rule, outcome, failed } => {
                outcomes.entry(rule).or_default().set(side, fact, (*outcome, *failed));
            }
            Fact::Agreement { topic, agreement, agree, of } => {
                topics.entry(topic).or_default().agreement.set(side, fact, (*agreement, *agree, *of));
            }
            Fact::Claim { topic, source, exact, value, speaker } => {
                let words = ClaimWords { exact, value, speaker: speaker.as_deref(), fact };
                topics.entry(topic).or_default().claims.entry(source).or_default().add(side, words);
            }
        }
    }
    // A rule that is new was asked of nothing before.
    let topics_of = |rule: &str, answers: &FactPair<'_, _>| match about.get(rule) {
        Some(topics) if answers.is_moved() => topics.iter().map(|topic| ChangeTie::Topic(topic)).collect(),
        Some(_) | None => Vec::new(),
    };
    let moved =
        topics.iter().filter(|(_, facts)| !facts.agreement.is_empty()).map(|(topic, _)| ChangeTie::Topic(topic));
    let asked = outcomes.iter().flat_map(|(rule, answers)| topics_of(rule, answers));
    let tied = sources.keys().map(|source| ChangeTie::Source(source)).chain(moved).chain(asked).collect();
    let mut graph = Graph { tied, ..Graph::default() };
    for (source, part) in sources {
        graph.add(part, [ChangeTie::Source(source)]);
    }
    for (topic, facts) in &topics {
        facts.add(topic, &mut graph);
    }
    for (rule, answers) in &outcomes {
        graph.add(changed_outcome(rule, answers), topics_of(rule, answers));
    }
    let places = places_of_claims(story);
    graph.steps().map(|parts| change(parts, before, &after, &places)).collect()
}

/// The facts that stand on one side only, in the order of snapshots.
fn different<'f>(before: &'f Snapshot, after: &'f Snapshot) -> impl Iterator<Item = (&'f Fact, ComparedSide)> {
    let gone = before.facts.difference(&after.facts).map(|fact| (fact, ComparedSide::Before));
    gone.chain(after.facts.difference(&before.facts).map(|fact| (fact, ComparedSide::After)))
}

/// What ties two parts into one step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ChangeTie<'f> {
    /// A source that came or went, with what it claims.
    Source(&'f str),
    /// A topic on which its sources agree otherwise now, or a rule answers otherwise.
    Topic(&'f str),
}

/// The parts of all changes, and which of them hang together.
#[derive(Default)]
struct Graph<'f> {
    /// What ties parts at all; claims of a topic on which nothing follows from them are told one by one.
    tied: BTreeSet<ChangeTie<'f>>,
    parts: Vec<ChangePart>,
    /// For each part another one of its step, nearer to the first; the first has itself.
    parents: Vec<usize>,
    first: BTreeMap<ChangeTie<'f>, usize>,
}

impl<'f> Graph<'f> {
    fn add(&mut self, part: ChangePart, ties: impl IntoIterator<Item = ChangeTie<'f>>) {
        let own = self.parts.len();
        self.parts.push(part);
        self.parents.push(own);
        for tie in ties.into_iter().filter(|tie| self.tied.contains(tie)).collect::<Vec<_>>() {
            let other = *self.first.entry(tie).or_insert(own);
            let (one, other) = (self.root(own), self.root(other));
            if let Some(parent) = self.parents.get_mut(one.max(other)) {
                *parent = one.min(other);
            }
        }
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(&parent) = self.parents.get(at).filter(|parent| **parent != at) {
            at = parent;
        }
        at
    }

    /// The parts of each step, in the order in which they were added.
    fn steps(self) -> impl Iterator<Item = Vec<ChangePart>> {
        let roots: Vec<usize> = (0..self.parts.len()).map(|at| self.root(at)).collect();
        let mut steps: BTreeMap<usize, Vec<ChangePart>> = BTreeMap::new();
        for (part, root) in self.parts.into_iter().zip(roots) {
            steps.entry(root).or_default().push(part);
        }
        steps.into_values()
    }
}

/// What one fact was, and what it is.
struct FactPair<'f, T> {
    before: Option<(&'f Fact, T)>,
    after: Option<(&'f Fact, T)>,
}

impl<T> Default for FactPair<'_, T> {
    fn default() -> Self {
        Self { before: None, after: None }
    }
}

impl<'f, T> FactPair<'f, T> {
    fn set(&mut self, side: ComparedSide, fact: &'f Fact, content: T) {
        match side {
            ComparedSide::Before => self.before = Some((fact, content)),
            ComparedSide::After => self.after = Some((fact, content)),
        }
    }

    fn is_empty(&self) -> bool {
        self.before.is_none() && self.after.is_none()
    }

    fn is_moved(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }

    fn part(&self, message: String) -> ChangePart {
        ChangePart::new(message, self.before.iter().map(|(fact, _)| *fact), self.after.iter().map(|(fact, _)| *fact))
    }
}

fn changed_source(source: &str, side: ComparedSide, fact: &Fact) -> ChangePart {
    match side {
        ComparedSide::Before => ChangePart::new(format!("source gone: {source}"), [fact], []),
        ComparedSide::After => ChangePart::new(format!("new source: {source}"), [], [fact]),
    }
}

fn changed_outcome(rule: &str, answers: &FactPair<'_, (Outcome, Option<usize>)>) -> ChangePart {
    let word = |(outcome, _): &(Outcome, Option<usize>)| file::name(Outcome::ALL, outcome);
    let failing = |failed: &Option<usize>| failed.map_or("none".to_string(), |number| number.to_string());
    let message = match (&answers.before, &answers.after) {
        (Some((_, before)), Some((_, after))) if before.0 == after.0 => {
            format!("rule {rule}: of its items {} → {} fail", failing(&before.1), failing(&after.1))
        }
        (Some((_, before)), Some((_, after))) => format!("rule {rule}: {} → {}", word(before), word(after)),
        (None, Some((_, after))) => format!("new rule {rule}: {}", word(after)),
        (Some((_, before)), None) => format!("rule gone: {rule} (it was {})", word(before)),
        (None, None) => String::new(),
    };
    answers.part(message)
}

/// An agreement, with how many sources hold together of how many.
type Agreeing = (Agreement, usize, usize);

/// What changed on one topic.
#[derive(Default)]
struct TopicFacts<'f> {
    agreement: FactPair<'f, Agreeing>,
    claims: BTreeMap<&'f str, SourceClaims<'f>>,
}

impl<'f> TopicFacts<'f> {
    fn add(&self, topic: &'f str, graph: &mut Graph<'f>) {
        let of_source = |(source, claims): (&&'f str, &SourceClaims<'f>)| {
            let (source, parts) = (*source, claims.parts(topic, source));
            parts.into_iter().map(move |part| (source, part))
        };
        let claims: Vec<(&str, ChangePart)> = self.claims.iter().flat_map(of_source).collect();
        let agreement = &self.agreement;
        let moved = match (&agreement.before, &agreement.after) {
            (Some((_, before)), Some((_, after))) if claims.len() == 1 => Some(moved(*before, *after)),
            (Some((_, before)), Some((_, after))) => Some(format!("{topic}: {}", moved(*before, *after))),
            (None, Some((_, after))) => Some(format!("new topic {topic}: {}", standing(*after))),
            (Some((_, before)), None) => Some(format!("topic gone: {topic} (it was {})", standing(*before))),
            (None, None) => None,
        };
        for (source, part) in claims {
            // What changed on a topic is one change of its own, whoever came or went beside it.
            let of_topic = ChangeTie::Topic(topic);
            let tie = if graph.tied.contains(&of_topic) { of_topic } else { ChangeTie::Source(source) };
            graph.add(part, [tie]);
        }
        if let Some(message) = moved {
            graph.add(agreement.part(message), [ChangeTie::Topic(topic)]);
        }
    }
}

/// `agreement 4 of 4 → 3 of 4 (4 sources give it, 3 agree), consistent → conflict`
fn moved(before: Agreeing, after: Agreeing) -> String {
    let counts = |(_, agree, of): Agreeing| format!("{agree} of {of}");
    let word = |(agreement, ..): Agreeing| file::name(Agreement::ALL, &agreement);
    let words = format!("{} → {}", word(before), word(after));
    if counts(before) == counts(after) {
        return format!("agreement {words}");
    }
    let words = if before.0 == after.0 { String::new() } else { format!(", {words}") };
    format!("agreement {} → {} ({}){words}", counts(before), counts(after), given(after))
}

/// `4 sources give it, 3 agree`
fn given((_, agree, of): Agreeing) -> String {
    match (agree, of) {
        (_, 0) => "no source gives it".to_string(),
        (_, 1) => "1 source gives it".to_string(),
        (0, of) => format!("{of} sources give it, none agree"),
        (agree, of) if agree == of => format!("{of} sources give it, all agree"),
        (agree, of) => format!("{of} sources give it, {agree} agree"),
    }
}

fn standing((agreement, agree, of): Agreeing) -> String {
    let word = file::name(Agreement::ALL, &agreement);
    if of == 0 { word.to_string() } else { format!("{word}, {agree} of {of}") }
}

/// One step, with the sentences of its claims and the place of the first new words.
fn change(parts: Vec<ChangePart>, was: &Snapshot, is: &Snapshot, places: &BTreeMap<Fact, &Evidence>) -> Change {
    let claims = parts.iter().filter(|part| part.source.is_some());
    let sentence = |known: &Snapshot, facts: &[Fact]| facts.iter().find_map(|fact| known.sentences.get(fact)).cloned();
    let sentences: BTreeSet<ChangedSentence> = claims
        .map(|part| ChangedSentence {
            source: part.source.clone().unwrap_or_default(),
            before: sentence(was, &part.before),
            after: sentence(is, &part.after),
        })
        .filter(|pair| pair.before.is_some() || pair.after.is_some())
        .collect();
    let message = parts.iter().map(|part| part.message.as_str()).collect::<Vec<_>>().join("; ");
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for part in parts {
        before.extend(part.before);
        after.extend(part.after);
    }
    let first = after.iter().find_map(|fact| places.get(fact));
    let (line, column) = first.and_then(|given| given.place()).unzip();
    let article = first.map(|given| given.article().to_string());
    Change { message, before, after, sentences: sentences.into_iter().collect(), article, line, column }
}

/// Where the words of each claim stand: the first of several places.
fn places_of_claims(story: &StoryReport) -> BTreeMap<Fact, &Evidence> {
    let mut places: BTreeMap<Fact, &Evidence> = BTreeMap::new();
    for (topic, given) in story.topics.iter().flat_map(|topic| topic.claims.iter().map(move |given| (topic, given))) {
        places.entry(super::claim(topic, given)).or_insert(given);
    }
    places
}
